"""A grid that moves like Excel: plain cells with one state each, painted by one delegate.

`cells` holds the values, `model` the item model over them, `view` the keys and the frozen columns, `delegate` the
look. A tab makes a `GridModel` from `GridColumn`, gives it rows, and listens to the view; it paints nothing
itself. One more state of a cell: a member of `CellState` and a line in `looks`.
"""
