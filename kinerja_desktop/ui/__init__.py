"""The window: the only room, with bootstrap, that knows Qt. It asks services and never the rooms below them.

How to build a tab
==================

1. A folder ``ui/<tab>/`` with ``tab.py``: ``class <Name>Page(Page)`` (`ui.page`). Override what the tab has:
   ``load()`` reads and shows (it never writes), ``refresh(changes)``, ``show_item(id)``, ``standing()``,
   ``go_back() -> bool`` (Esc), ``areas()`` (stops of F6; the first gets the focus), ``set_narrow(narrow=)``,
   ``toggle_panel()`` (F4), ``focus_filter()`` (Ctrl+F), ``keys()`` (for Ctrl+/), ``caption()`` (title of the
   window). Emit ``saved(StatusText)``, ``changed(Changes)`` with what a service answered, ``tab_wanted(key, id)``.
2. Bootstrap hands ``TabSpec(key, title, Icon.X, factory, badge, kinds)`` to ``MainWindow(frame, tabs, menu)``;
   later ``set_frame``, ``set_tabs``, ``set_badges``, ``show_strip``, ``publish``, ``cover``/``uncover`` (log-in
   over it).
3. Text and layout: ``Label(text, TextStyle.X, Ink.Y, wrap=, buddy=)``, ``ElidedLabel``;
   ``row(...)``/``column(...)`` of `widgets.cards` take widgets, layouts, gaps in pixels and None for spare room,
   ``space=`` and ``edge=`` of `Space`; ``Card(layout, Ground.X)``; `tabs.page_margins`. Sizes only by ``theme.px``
   and ``theme.height``. To show and hide parts use `widgets.showing.set_shown`: `setVisible` on a part without
   parent opens a window of its own.
   A page is made where it will stand (``Page.place``). What holds much goes into the page before it is filled: a
   part that moves is styled anew with everything in it, which was up to half of the time of opening a tab.
4. Parts: ``Button(text, ButtonKind.X, Icon.Y, act=, shape=)``, ``IconButton``; ``Chip(ChipSpec(tone, icon,
   text))``, with ``plain=True`` in running text; ``Segmented([Segment(key, text, count)], name)``;
   ``Strip(StripSpec(...))``; ``SearchField``, ``ComboBox``, ``Labelled``, ``LabelledChoice``, ``CounterTextEdit``;
   ``EmptyState``; ``BusyOverlay``; ``SidePanel`` and ``Split`` (`widgets.side_panel`); ``FieldFault`` under a
   field.
5. Lists: ``GroupedListView.set_content([(ListGroup, [ListRow])])``, signals ``chosen``, ``opened``,
   ``preview_asked``. Grids: ``GridModel(columns, on_edit)`` with ``set_rows``/``set_row``, ``GridView(model, name,
   frozen=, row_mode=)``, signals ``current_changed``, ``opened``, ``pasted``, ``clear_asked``; a cell is
   ``Cell(text, CellState.X, ...)``.
6. Asking: ``dialogs.confirm``, ``tell_fault``, ``ask_reason``; a dialog of a decision derives from
   ``widgets.dialog.Dialog`` (``body``, ``add_act``, ``set_check`` keeps it open with a sentence on refusal).
7. Longer than 100 ms: ``WorkPage.run_job(work, job, done)`` covers the page; ``BusyOverlay(widget).run(runner, …)``
   any other widget; ``JobCard(runner).run(name, job, done, refused)`` (`work.job_card`) shows it beside the work
   with Batal; without any sign ``runner.start(job, Calls(…), writes=)``. Tests use ``InlineRunner``.
   Forms: ``FormField(text, control)`` with its ``fault`` (`widgets.form_field`), ``DateField`` (`widgets.date_field`).
8. Colours always come with a word and a symbol: ``Tone`` with ``Icon``. Every control has an accessible name,
   labels have buddies, tab order is reading order, and tests look for text that is cut
   (``tests/ui/conftest.unreadable``).
"""

from kinerja_desktop.ui import qt_loading
from kinerja_desktop.ui.none_guard import lend_references

qt_loading.load()
lend_references()
