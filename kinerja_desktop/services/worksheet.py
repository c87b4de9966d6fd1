"""The Lembar Kerja as a workbook: the analyst takes it along, fills it, and reads it back into his draft.

Only the analyst whose order it is, while the berkas lies on his desk. Reading is a trial: it tells what would change
and every fault, and changes nothing. What somebody changed on the screen since the export and in the workbook too is
never decided here (``bentrok``): who reads it in chooses. Faults keep the workbook out as a whole.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from kinerja_desktop.domain.baris import BarisLembar
from kinerja_desktop.domain.buku_lembar import (
    ANGKA,
    DATA_DASAR,
    Bagian,
    BukuLembar,
    IsianTerbaca,
    LembarTerbaca,
    Nilai,
    baku,
)
from kinerja_desktop.domain.errors import FileRefused, Kesalahan, NotFound
from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.komponen import line_of
from kinerja_desktop.domain.lembar import with_quotient, without_figure
from kinerja_desktop.domain.narasi import kecilkan
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.realisasi import Isi, IsiIndikator
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.teliti import look_at
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Action, Langkah, check
from kinerja_desktop.exchange.names import slug
from kinerja_desktop.services import collection, drafts, inbox, settings, sheet
from kinerja_desktop.services.cases import Berkas, check_ordered, load_berkas
from kinerja_desktop.services.compose import lembar_buku
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.drafts import DrafTersimpan
from kinerja_desktop.services.inbox import Lingkup, Tugas
from kinerja_desktop.services.snapshots import current_content
from kinerja_desktop.storage.unit_of_work import Unit


@dataclass(frozen=True, slots=True)
class Ubahan:
    """A cell that the workbook would change. Texts are for people, empty for nothing.

    ``awal`` stood there at the export, ``layar`` stands in the draft now, ``excel`` in the workbook (``nilai``).
    ``bentrok``: both changed since the export, and differently.
    """

    kode: str
    nama: str
    bagian: Bagian
    sel: str
    awal: str
    layar: str
    excel: str
    nilai: Nilai
    bentrok: bool

    @property
    def kunci(self) -> tuple[str, Bagian]:
        """What tells it from the others."""
        return self.kode, self.bagian


@dataclass(frozen=True, slots=True)
class HasilLembar:
    """What a workbook would change in the draft of version ``versi_draf``; with ``kesalahan`` nothing of it may."""

    case_id: str
    berkas: str
    versi_draf: int
    ubahan: tuple[Ubahan, ...]
    angka_tetap: int
    kesalahan: tuple[Kesalahan, ...] = ()
    peringatan: tuple[Kesalahan, ...] = ()

    @property
    def bentrok(self) -> tuple[Ubahan, ...]:
        """What a person must choose."""
        return tuple(u for u in self.ubahan if u.bentrok)

    @property
    def ringkasan(self) -> str:
        """One line: "3 angka baru, 1 angka berubah, 5 keterangan berubah, 40 angka tetap"."""
        figures = [u for u in self.ubahan if u.bagian in ANGKA]
        new, gone = sum(not u.layar for u in figures), sum(not u.excel for u in figures)
        counts = (
            (new, "angka baru"),
            (len(figures) - new - gone, "angka berubah"),
            (gone, "angka dihapus"),
            (len(self.ubahan) - len(figures), "keterangan berubah"),
            (self.angka_tetap, "angka tetap"),
        )
        return ", ".join(f"{n} {words}" for n, words in counts if n) or "tidak ada isian"


def file_name(triwulan: Triwulan, seksi: Seksi) -> str:
    """Name of the file: "lembar-kerja-pel-tw2-2026.xlsx"."""
    return f"lembar-kerja-{slug(seksi.kode.lower())}-tw{triwulan.nomor}-{triwulan.tahun}.xlsx"


@permits(Role.ANALIS)
def waiting(ctx: Context) -> tuple[Tugas, ...]:
    """The orders that wait for the actor's figures, most urgent first."""
    (mine,) = inbox.tasks(ctx, Lingkup.SAYA)
    return tuple(one for one in mine if one.langkah is Langkah.BAHAN and one.case_id is not None)


# --- taking it along -------------------------------------------------------------------------------


@permits(Role.ANALIS)
def export_worksheet(ctx: Context, case_id: str, path: Path) -> None:
    """Write the workbook of an order with what its draft holds now.

    Raises NotFound, OtherSeksi, WrongState, NotOrdered, KnownFault.
    """
    from kinerja_desktop.exchange.lembar_kerja.writer import tulis

    with ctx.office.store.read() as unit:
        berkas, isi, _ = _ordered(unit, ctx, case_id)
        buku = lembar_buku.compose(unit, ctx, berkas, isi)
    tulis(buku, path)


def _ordered(unit: Unit, ctx: Context, case_id: str) -> tuple[Berkas, Isi, int]:
    """The berkas on the actor's desk, the content of its draft, and the draft's version."""
    berkas = load_berkas(unit, ctx, case_id)
    check(berkas.keadaan, Action.SUBMIT_BAHAN, ctx.actor.role, ctx.actor.id)
    check_ordered(unit, ctx, berkas.case)
    draft = unit.drafts.get(case_id, drafts.BAHAN)
    return berkas, drafts.content(draft, current_content(berkas.keadaan)), drafts.version(draft)


# --- reading it back -------------------------------------------------------------------------------


@permits(Role.ANALIS)
def case_of(ctx: Context, path: Path) -> str:
    """Id of the berkas that a workbook names. Raises FileRefused, also for one of another office."""
    from kinerja_desktop.exchange.lembar_kerja.reader import baca_tanda

    with ctx.office.store.read() as unit:
        kantor = unit.settings.get(settings.OFFICE_ID) or ""
    return baca_tanda(path, kantor).berkas


@permits(Role.ANALIS)
def read_worksheet(ctx: Context, case_id: str, path: Path) -> HasilLembar:
    """What a workbook would change, and what is wrong with it; nothing is changed.

    Raises FileRefused for a file that is no such workbook; NotFound, OtherSeksi, WrongState, NotOrdered.
    """
    from kinerja_desktop.exchange.lembar_kerja.reader import baca

    with ctx.office.store.read() as unit:
        berkas, isi, versi = _ordered(unit, ctx, case_id)
        baris = {row.kode: row for row in sheet.rows(unit, berkas)}
        buku = lembar_buku.compose(unit, ctx, berkas, isi)
    read = baca(path, buku)
    ubahan = tuple(_changes(read, baris, buku))
    touched = {u.kode for u in ubahan if u.bagian in ANGKA}
    kept = sum(isi.of(kode).realisasi is not None for kode in baris if kode not in touched)
    odd = tuple(_odd(path.name, read.lembar, taken(ubahan, isi, baris), baris, ubahan))
    return HasilLembar(case_id, path.name, versi, ubahan, kept, read.kesalahan, (*read.peringatan, *odd))


def _changes(read: LembarTerbaca, baris: dict[str, BarisLembar], buku: BukuLembar) -> Iterator[Ubahan]:
    now = {row.kode: row for row in buku.baris}
    for cell in read.isian:
        row, layar = baris[cell.kode], now[cell.kode].isi[cell.bagian]
        excel = _as_cell(row, cell)
        if baku(excel) == baku(layar):
            continue
        yield Ubahan(
            kode=cell.kode,
            nama=row.indikator.nama,
            bagian=cell.bagian,
            sel=cell.sel,
            awal=_told(cell.awal),
            layar=_told(layar),
            excel=_told(excel),
            nilai=cell.nilai,
            bentrok=baku(layar) != baku(cell.awal),
        )


def _as_cell(baris: BarisLembar, cell: IsianTerbaca) -> Nilai:
    """The new content as the cell would hold it, so that it can be compared with what stands there."""
    return lembar_buku.open_cells(baris, _with(IsiIndikator(cell.kode), cell.bagian, cell.nilai))[cell.bagian]


def _told(nilai: Nilai) -> str:
    return format_angka(nilai) if isinstance(nilai, Decimal) else nilai or ""


def _odd(
    berkas: str, lembar: str, rows: Iterable[IsiIndikator], baris: Mapping[str, BarisLembar], ubahan: Iterable[Ubahan]
) -> Iterator[Kesalahan]:
    """What looks odd about a new figure, as it will be said at the row; ``rows`` as they would be then."""
    places = {u.kode: u for u in reversed(tuple(ubahan)) if u.bagian in ANGKA}
    for isi in rows:
        at, row = places.get(isi.kode), baris[isi.kode]
        if at is not None:
            for judul, teks in _looked_at(row, isi):
                yield Kesalahan(berkas, lembar, at.sel, at.excel, f"Indikator {isi.kode}: {kecilkan(judul)}.", teks)


def _looked_at(row: BarisLembar, isi: IsiIndikator) -> Iterator[tuple[str, str]]:
    """Heading and sentence of each doubt."""
    komponen = row.indikator.komponen
    if komponen is not None and isi.realisasi is None and None not in {isi.pembilang, isi.penyebut}:
        yield "Realisasi tidak dapat dihitung", line_of(komponen, isi.pembilang, isi.penyebut)
    yield from ((pesan.judul, pesan.teks) for pesan in look_at(row, isi.realisasi))


# --- taking it over --------------------------------------------------------------------------------


def taken(ubahan: Iterable[Ubahan], isi: Isi, baris: Mapping[str, BarisLembar]) -> tuple[IsiIndikator, ...]:
    """The rows of a content with these changes, each row once, as if they had been typed; ``baris`` by kode."""
    rows: dict[str, IsiIndikator] = {}
    for u in ubahan:
        rows[u.kode] = _with(rows.get(u.kode, isi.of(u.kode)), u.bagian, u.nilai)
    return tuple(with_quotient(baris[kode], row) for kode, row in rows.items())


_WORDS = (Bagian.FAKTOR_PENDUKUNG, Bagian.FAKTOR_PENGHAMBAT, Bagian.TINDAK_LANJUT)


def _with(isi: IsiIndikator, bagian: Bagian, nilai: Nilai) -> IsiIndikator:
    """What belongs to a figure (a confirmation, raw figures) goes with it."""
    if bagian is Bagian.REALISASI:
        assert not isinstance(nilai, str)
        return replace(without_figure(isi), realisasi=nilai)
    if bagian in DATA_DASAR:
        raw: dict[str, Any] = {bagian.value: nilai, f"{bagian.value}_diketik": None}
        return replace(isi, **raw)
    words: dict[str, Any] = {bagian.value: nilai or ("" if bagian in _WORDS else None)}
    return replace(isi, **words)


@permits(Role.ANALIS)
def apply_worksheet(
    ctx: Context, hasil: HasilLembar, chosen: Collection[tuple[str, Bagian]] = ()
) -> DrafTersimpan | None:
    """Take over what was read: all changes without conflict, of the others those that were ``chosen`` (``kunci``).

    None where nothing is left to change. Raises FileRefused where there were faults, StaleWrite where the draft
    changed since the trial, and what ``collection.save_draft`` raises.
    """
    if hasil.kesalahan:
        raise FileRefused(hasil.kesalahan)
    wanted = [u for u in hasil.ubahan if not u.bentrok or u.kunci in chosen]
    if not wanted:
        return None
    view = collection.load(ctx, hasil.case_id)
    known = {row.kode: row for group in view.kelompok for row in group.baris}
    strange = next((u.kode for u in wanted if u.kode not in known), None)
    if strange is not None:
        raise NotFound("Indikator", strange)
    rows = taken(wanted, view.isi, known)
    return collection.save_draft(ctx, hasil.case_id, rows, seen=hasil.versi_draf)


def note_copy(source: Path, target: Path, notes: Iterable[Kesalahan]) -> None:
    """Write a copy of a workbook with what was found noted at its cells. Raises KnownFault, FileRefused."""
    from kinerja_desktop.exchange.catatan_sel import write_notes

    write_notes(source, target, notes)
