"""Papers that may be made at any time from plan, approved figures and history: their kinds and their builders.

One module per group of papers; each offers a tuple of ``JenisDokumen`` that ``catalog`` joins. To add a paper: its
frozen object in ``domain``, a builder and a line in its group here, a ``*_pdf`` module in ``documents`` with its line
in ``printing``, and for a numbered one its classification in ``settings_declared.KLASIFIKASI``.
"""
