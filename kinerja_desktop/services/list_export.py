"""What is seen of a list, as a file: filtered rows and hidden columns are left out because the screen leaves them out.

Nothing is asked of the office here: who sees a list may carry it away, and the papers of the office are made elsewhere.
"""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from kinerja_desktop.domain.errors import AngkaSalah
from kinerja_desktop.domain.numerals import read_angka
from kinerja_desktop.exchange.names import slug
from kinerja_desktop.services.printing import save_file

LATIHAN = "LATIHAN: bukan data kantor"
AKHIRAN = (".xlsx", ".csv")
"""Kinds of files; a name with another ending gets the first."""


def file_name(nama: str) -> str:
    """The name that is proposed: "daftar-arsip.xlsx"."""
    return f"{slug(nama.lower())}{AKHIRAN[0]}"


def save(
    target: Path,
    nama: str,
    kepala: Sequence[str],
    baris: Sequence[Sequence[str]],
    *,
    angka: Sequence[bool],
    latihan: bool,
) -> Path:
    """Write the list; the ending says as what. ``angka`` tells which columns hold figures.

    Raises DiskFull, ReadOnlyPlace.
    """
    from kinerja_desktop.exchange.daftar_tampak import DaftarTampak, as_csv, as_xlsx

    rows = tuple(
        tuple(_figure(text) if is_figure else text for text, is_figure in zip(row, angka, strict=True)) for row in baris
    )
    daftar = DaftarTampak(nama, tuple(kepala), rows, (LATIHAN,) if latihan else ())
    chosen = target if target.suffix.lower() in AKHIRAN else target.with_name(target.name + AKHIRAN[0])
    save_file(chosen, as_csv(daftar) if chosen.suffix.lower() == ".csv" else as_xlsx(daftar))
    return chosen


def _figure(text: str) -> str | Decimal:
    """The figure that a cell shows; words stay words."""
    try:
        value = read_angka(text).nilai
    except AngkaSalah:
        return text
    return text if value is None else value
