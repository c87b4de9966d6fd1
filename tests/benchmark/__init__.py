"""How fast the program is, as ratios of one run: ``python -m tests.benchmark``. A command, not a test.

``office`` makes offices of 1, 5 and 20 years, ``child`` is a program of its own that starts a window and tells its
times, ``reports`` lays out papers with and without what stands round the text, ``heartbeat`` looks how long the window
is away during long work, ``__main__`` runs all of it and prints.
To add a measure: a function in the module that it belongs to, and a line in ``__main__``.
"""
