"""The help inside the program: which place belongs to what has the focus, and the window that shows it.

Loaded when it is first asked for. What the help says is text in ``resources/bantuan``.
"""
