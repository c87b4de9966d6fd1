"""What the program does when the power goes, the disk fills, the stick is pulled, a bit turns, two decide at once.

``python -m tests.fault`` runs every row whole and prints a table; the tests in this folder run a part of each,
from the same functions. A row is a function ``(count, seed) -> Row`` in the module of its subject and a line in
``table``; ``matrix`` says which fault it shows. Drivers and judges are forked from one parent that has the program
loaded; offices lie in memory where the disk itself is not the subject. A row that cannot go red shows nothing:
``mutants`` breaks the program on purpose, row by row.
"""
