"""Use cases: first this, then that, then save. Permission, transaction and history in each.

One module per group, functions named by verb. A public function takes a ``Context`` first (who acts,
on which office, by which clock) and is marked with ``permits``; a test refuses one that is not. It
returns frozen values, and for writes which kinds of things changed (``changes``). To add one: a
function in the module of its group, one transaction (``ctx.office.store.unit()``), ``acting.perform``
for an act of the SOP or ``unit.journal.record`` for anything else that must leave a trace.
"""
