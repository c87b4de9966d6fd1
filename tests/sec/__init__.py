"""What the security list asks of the whole program: who may do what, what leaks, what goes out.

``matrix`` holds the table of permissions; ``python -m tests.sec.matrix`` writes ``izin.txt`` anew, which is read by a
person before it is committed.
"""
