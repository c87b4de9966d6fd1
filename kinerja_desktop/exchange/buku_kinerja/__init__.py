"""Buku Kinerja, the workbook of an office's year (.xlsx): read and written by one table of columns.

``baca(path)`` gives a ``BukuKinerja`` or raises ``FileRefused`` with every fault; ``tulis(buku, path)``
writes a workbook that reads back to the same book. Columns: ``columns``; one row and its object:
``rows``; one cell: ``values``.
"""

from kinerja_desktop.exchange.buku_kinerja.reader import baca
from kinerja_desktop.exchange.buku_kinerja.writer import tulis

__all__ = ["baca", "tulis"]
