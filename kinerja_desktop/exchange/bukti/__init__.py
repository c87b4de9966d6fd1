"""Evidence from outside: what a file may be, photos made small.

Nothing of a file is trusted: its ending, its first bytes and its inside must agree, and no part of it is run. To
add a kind of file: a line in ``kinds``.
"""
