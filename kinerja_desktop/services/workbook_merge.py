"""What a workbook would change: two sets of rows compared and joined, and the list of what became of each row.

Pure. Rows that the workbook does not name stay as they are. To take in another sheet: its key and ``merge``.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from enum import Enum
from typing import TypeVar

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.indikator import RUMUS_BAKU, Four, Indikator, Target
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.services.workbook_words import content, difference, in_words

Row = TypeVar("Row")


class Tindakan(Enum):
    """What becomes of a row; the value is its word in lists."""

    TAMBAH = "ditambah"
    UBAH = "diubah"
    TETAP = "tetap"
    TOLAK = "ditolak"


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One row of the workbook and what becomes of it; ``alasan`` is why it is rejected.

    ``berdua``: it grants roles, which a second official has to agree to.
    """

    lembar: str
    kunci: str
    tindakan: Tindakan
    alasan: str = ""
    lama: object = None
    baru: object = None
    berdua: bool = False

    @property
    def uraian(self) -> str:
        """What a new row holds, else what differs; put into words when it is shown, for a workbook has thousands."""
        if self.alasan or self.baru is None:
            return self.alasan
        return content(self.baru) if self.lama is None else difference(self.lama, self.baru)


def merge(
    lembar: str, ada: Sequence[Row], buku: Iterable[Row], key: Callable[[Row], Hashable]
) -> tuple[tuple[Row, ...], tuple[Perubahan, ...]]:
    """Rows of the office with those of the workbook over them, and what became of the latter."""
    rows = {key(row): row for row in ada}
    told = []
    for row in buku:
        kunci = key(row)
        told.append(compare(lembar, _shown(kunci), rows.get(kunci), row))
        rows[kunci] = row
    return tuple(rows.values()), tuple(told)


def compare(lembar: str, kunci: str, old: Row | None, new: Row) -> Perubahan:
    """What becomes of one row."""
    if old is None:
        return Perubahan(lembar, kunci, Tindakan.TAMBAH, baru=new)
    if old == new:
        return Perubahan(lembar, kunci, Tindakan.TETAP)
    return Perubahan(lembar, kunci, Tindakan.UBAH, lama=old, baru=new)


def rejected(told: Perubahan) -> Perubahan:
    """A row that something is wrong with."""
    return replace(told, tindakan=Tindakan.TOLAK, alasan=WRONG)


WRONG = "isinya salah"


def without_grant(told: Perubahan) -> Perubahan:
    """The row where it is not to be granted: rejected if a second official would have to agree."""
    return replace(told, tindakan=Tindakan.TOLAK, alasan=NO_SECOND, berdua=False) if told.berdua else told


NO_SECOND = "memberi peran tanpa persetujuan pejabat kedua; terapkan di Impor Buku Kerja bersama pejabat itu"


def merge_anggaran(ada: Sequence[BarisAnggaran], buku: Sequence[BarisAnggaran]) -> tuple[BarisAnggaran, ...]:
    """Budget lines in the workbook's order; a line that only the office has stays behind the one it followed.

    A line belongs to the nearest line above it of a higher level, so the order is part of the plan.
    """
    named = {row.kode for row in buku}
    rows = list(buku)
    before: str | None = None
    for row in ada:
        if row.kode not in named:
            rows.insert(_after(rows, before), row)
        before = row.kode
    return tuple(rows)


def _after(rows: Sequence[BarisAnggaran], kode: str | None) -> int:
    return next((n + 1 for n, row in enumerate(rows) if row.kode == kode), 0)


_SAME_PERSON: tuple[Callable[[Pegawai], Hashable], ...] = (
    lambda p: (p.nip or p.nama, p.jabatan, p.mulai, p.seksi),
    lambda p: (p.nip or p.nama, p.jabatan, p.mulai),
    lambda p: (p.nama, p.jabatan, p.mulai),
)
"""What makes two rows of Pegawai speak of one, the surest first: who was moved to another seksi, who got a NIP."""


def paired_people(ada: Iterable[Pegawai], buku: Sequence[Pegawai]) -> list[tuple[Pegawai | None, Pegawai]]:
    """Each row of the workbook with the office's row that it speaks of; none of those twice, None for somebody new."""
    free = list(ada)
    olds: list[Pegawai | None] = [None for _ in buku]
    for same in _SAME_PERSON:
        for at, theirs in enumerate(buku):
            if olds[at] is None:
                olds[at] = next((p for p in free if same(p) == same(theirs) and not _have_two_nips(p, theirs)), None)
                free = [p for p in free if p is not olds[at]]
    return list(zip(olds, buku, strict=True))


def _have_two_nips(one: Pegawai, other: Pegawai) -> bool:
    return None not in (one.nip, other.nip) and one.nip != other.nip


# --- columns that a workbook lacks -------------------------------------------------------------------

_Told = TypeVar("_Told", Indikator, BarisAnggaran, Pegawai)
COLUMN_OF = {
    "nama": "indikator",
    "bukti_wajib": "bukti",
    "komponen_pembilang": "pembilang",
    "komponen_penyebut": "penyebut",
    "komponen_faktor": "faktor",
}
"""Columns that are not called like their field."""
_IN_PARTS = ("target", "realisasi")
"""Fields that are kept quarter by quarter."""


def indikator_keeping(
    ada: Iterable[Indikator], buku: Iterable[Indikator], kolom_of: Callable[[str], Collection[str] | None]
) -> Sequence[Indikator]:
    """Indikator of a workbook; a column that says nothing of a kode leaves what the office has. None: all say it."""
    ours = {row.kode: row for row in ada}
    rows = ((row, ours.get(row.kode), kolom_of(row.kode)) for row in buku)
    return [row if old is None or kolom is None else _kept_indikator(old, row, kolom) for row, old, kolom in rows]


def anggaran_keeping(
    ada: Iterable[BarisAnggaran], buku: Sequence[BarisAnggaran], kolom: Collection[str] | None
) -> Sequence[BarisAnggaran]:
    """The same for budget lines."""
    ours = {row.kode: row for row in ada}
    if kolom is None:
        return buku
    return [_kept_anggaran(ours[row.kode], row, kolom) if row.kode in ours else row for row in buku]


def person_keeping(ada: Pegawai, buku: Pegawai, kolom: Collection[str] | None) -> Pegawai:
    """The same for one person; who he is stays."""
    return replace(buku if kolom is None else _plain_kept(ada, buku, kolom), id=ada.id)


def _kept_indikator(old: Indikator, new: Indikator, kolom: Collection[str]) -> Indikator:
    tahun = new.target.tahun if "target_tahun" in kolom else old.target.tahun
    target = Target(tahun, _four(old.target.triwulan, new.target.triwulan, "target", kolom))
    row = replace(_plain_kept(old, new, kolom), target=target)
    return row if row.rumus.polaritas is row.polaritas else replace(row, rumus=RUMUS_BAKU[row.polaritas])


def _kept_anggaran(old: BarisAnggaran, new: BarisAnggaran, kolom: Collection[str]) -> BarisAnggaran:
    return replace(_plain_kept(old, new, kolom), realisasi=_four(old.realisasi, new.realisasi, "realisasi", kolom))


def _plain_kept(old: _Told, new: _Told, kolom: Collection[str]) -> _Told:
    whole = (f.name for f in fields(old) if f.name not in _IN_PARTS)
    return replace(new, **{name: getattr(old, name) for name in whole if not _has_column(name, kolom)})


def _has_column(nama: str, kolom: Collection[str]) -> bool:
    """Whether a file has the column of a field, or one of its columns by quarter."""
    column = COLUMN_OF.get(nama, nama)
    return column in kolom or any(f"{column}_tw{tw}" in kolom for tw in (1, 2, 3, 4))


def _four(old: Four, new: Four, awal: str, kolom: Collection[str]) -> Four:
    one, two, three, four = (
        theirs if f"{awal}_tw{tw}" in kolom else ours for tw, (ours, theirs) in enumerate(zip(old, new, strict=True), 1)
    )
    return one, two, three, four


def _shown(key: Hashable) -> str:
    if isinstance(key, str):
        return key
    return " ".join([_part(part) for part in key]) if isinstance(key, tuple) else ""


def _part(part: object) -> str:
    """One of several things that name a row: mostly a kode or a year, of which there are many."""
    if type(part) is str:
        return part
    return str(part) if type(part) is int else in_words(part)
