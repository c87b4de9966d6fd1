"""Buku Kinerja, the workbook of an office's year (.xlsx): read and written by one table of columns.

``baca(path)`` gives a ``BukuKinerja`` or raises ``FileRefused`` with every fault; ``periksa(path)`` gives what can be
read together with the faults; ``tulis(buku, path)`` writes a workbook that reads back to the same book. Columns:
``columns``; one row and its object: ``rows``; one cell: ``values``.
"""

from kinerja_desktop.exchange.buku_kinerja.reader import Bacaan, TataLetak, baca, periksa
from kinerja_desktop.exchange.buku_kinerja.writer import tulis

__all__ = ["Bacaan", "TataLetak", "baca", "periksa", "tulis"]
