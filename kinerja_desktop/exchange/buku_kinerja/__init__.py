"""Buku Kinerja, the workbook of an office's year (.xlsx): read and written by one table of columns.

``read(path)`` gives a ``BukuKinerja`` or raises ``FileRefused`` with every fault; ``write(book)`` gives
the bytes of a workbook that reads back to the same book. Columns: ``columns``; one row and its object:
``rows``; one cell: ``values``.
"""

from kinerja_desktop.exchange.buku_kinerja.reader import read
from kinerja_desktop.exchange.buku_kinerja.writer import write

__all__ = ["read", "write"]
