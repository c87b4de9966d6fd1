"""Paket Bukti LKE: a folder with what this office's SOP proves, and an index that names the criterion of each.

Only final papers go in, the signed scan before the print, and the evidence of each quarter (``lke_evidence``); what is
not fixed yet is listed with what to do. Which paper serves which criterion is data (``resources/lke``).
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from kinerja_desktop.domain.dokumen_lke import IndeksBuktiLke, KelompokKriteria
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.exchange.lke import katalog
from kinerja_desktop.exchange.names import safe_name
from kinerja_desktop.exchange.whole_folder import hold_free, whole_folder
from kinerja_desktop.services import evidence, lke_evidence, opening, printing, settings, trail
from kinerja_desktop.services.cases import current_triwulan, quarters_planned, seksi_reporting
from kinerja_desktop.services.compose.bukti_lke import (
    BELUM_TTD,
    BerkasPaket,
    Inventaris,
    Kekurangan,
    criteria,
    lke_index,
    missing_text,
)
from kinerja_desktop.services.compose.naskah import Pilihan
from kinerja_desktop.services.compose.office.catalog import KATALOG
from kinerja_desktop.services.compose.office.evidence_list import KUNCI
from kinerja_desktop.services.compose.office.kinds import Per, Pokok, Sumber
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.filing import PER_ACT
from kinerja_desktop.services.final_papers import BerkasAkhir, final_papers
from kinerja_desktop.services.lke_evidence import BuktiTriwulan
from kinerja_desktop.services.printing import Format
from kinerja_desktop.services.progress import Tick, silent
from kinerja_desktop.services.settings_declared import KLASIFIKASI
from kinerja_desktop.storage.unit_of_work import Unit

PLANNER = Role.KASUBAG_PERENCANAAN
INDEKS, DAFTAR_KURANG = "0 Indeks bukti", "0 Yang belum ada.txt"
_INDEX_ROOM: Final = 2_000_000
_LIST_ROOM: Final = 500_000
_OF_REPORTS: Final = {"laporan_triwulan": Per.TRIWULAN, "lkjip": Per.TAHUN}
_MADE_IN: Final = {
    "laporan_triwulan": "Tetapkan di tab Laporan Triwulan.",
    "lkjip": "Tetapkan di tab Laporan Tahunan.",
    KUNCI: "Lampirkan bukti pada Lembar Kerja, lalu ajukan.",
}


@dataclass(frozen=True, slots=True)
class PaketView:
    """The packet of a year before it is made: criteria, what is missing, files and bytes that go in."""

    tahun: int
    peraturan: str
    kelompok: tuple[KelompokKriteria, ...]
    kurang: tuple[Kekurangan, ...]
    berkas: int
    tanpa_ttd: int
    ukuran: int


@dataclass(frozen=True, slots=True)
class HasilPaket:
    """A finished packet."""

    folder: Path
    berkas: int
    kurang: int


@dataclass(frozen=True, slots=True)
class _Berkas:
    """One file of the packet: its place there, its bytes at most, and what reads them."""

    nama: str
    ukuran: int
    baca: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class _Found:
    """What the index tells, and all files."""

    inventaris: Inventaris
    berkas: tuple[_Berkas, ...]

    @property
    def ukuran(self) -> int:
        return sum(one.ukuran for one in self.berkas)


@permits(PLANNER)
def years(ctx: Context) -> tuple[int, ...]:
    """Years with a plan, newest first."""
    with ctx.office.store.read() as unit:
        return tuple(sorted(unit.planning.years(), reverse=True))


@permits(PLANNER)
def proposed(ctx: Context) -> int | None:
    """The year to look at first: the newest one in which work began, else the newest that has a plan."""
    with ctx.office.store.read() as unit:
        planned = sorted(unit.planning.years(), reverse=True)
        begun = (year for year in planned if unit.cases.listing(tahun=year, limit=1))
        return next(begun, planned[0] if planned else None)


@permits(PLANNER)
def load(ctx: Context, tahun: int) -> PaketView:
    """What a packet of this year would hold, and what it would lack."""
    with ctx.office.store.read() as unit:
        found = _found(unit, ctx, tahun)
    inventory = found.inventaris
    return PaketView(
        tahun=tahun,
        peraturan=inventory.katalog.peraturan,
        kelompok=criteria(inventory),
        kurang=inventory.kurang,
        berkas=len(found.berkas),
        tanpa_ttd=inventory.tanpa_ttd,
        ukuran=found.ukuran + _INDEX_ROOM,
    )


@permits(PLANNER)
def write_packet(ctx: Context, tahun: int, place: Path, tick: Tick = silent) -> HasilPaket:
    """Write the packet as a new folder at a place, whole or not at all.

    Raises PlaceTaken, PlaceGone, DiskFull before anything is written, ReadOnlyPlace, StorageFault, DataDamaged.
    """
    with ctx.office.store.read() as unit:
        found = _found(unit, ctx, tahun)
        index = lke_index(_source(unit, ctx, tahun), found.inventaris)
        mark = settings.practice_mark(unit).strip()
        target = place / f"paket-bukti-lke-{opening.identity(unit).kode.lower()}-{tahun}"
    hold_free(target)
    files = found.berkas
    with whole_folder(target, found.ukuran + _INDEX_ROOM, len(files) + 3) as folder:
        for nama, content in _about(index, found.inventaris, mark):
            folder.add(nama, content)
        for n, berkas in enumerate(files):
            tick(n, len(files), berkas.nama.rpartition("/")[2])
            folder.add(berkas.nama, berkas.baca())
    with ctx.office.store.unit() as unit:
        isi = {"folder": target.name, "berkas": len(files)}
        trail.record(unit, ctx.actor, ctx.now(), trail.Kind.EXPORT, "paket_bukti_lke", isi=isi)
        unit.commit()
    return HasilPaket(target, len(files), len(found.inventaris.kurang))


def _about(index: IndeksBuktiLke, inventory: Inventaris, mark: str) -> Iterator[tuple[str, bytes]]:
    yield f"{INDEKS}.pdf", printing.render(index)
    yield f"{INDEKS}.xlsx", printing.render(index, Format.XLSX)
    head = f"{mark}\r\n" if mark else ""
    yield DAFTAR_KURANG, (head + missing_text(inventory)).encode("utf-8-sig")


def _source(unit: Unit, ctx: Context, tahun: int) -> Sumber:
    pilihan = Pilihan(settings.kertas(unit, laporan=True), settings.instansi(unit).tempat, ctx.today())
    return Sumber(unit, ctx, Pokok(tahun), pilihan, lepas=True)


# --- what is there, and what is not --------------------------------------------------------------


def _found(unit: Unit, ctx: Context, tahun: int) -> _Found:
    sheet = katalog()
    papers = [(folder, akhir) for folder, kinds in sheet.folder for akhir in _papers(unit, ctx, kinds, tahun)]
    quarters = _quarters(unit, ctx, tahun)
    proofs = tuple(lke_evidence.of_quarters(unit, ctx, (Triwulan(tahun, nomor) for nomor in quarters)))
    seksi = {s.kode: s.nama for s in unit.people.seksi()}
    names: set[str] = set()
    made = [(_in_packet(folder, akhir, seksi, names), akhir) for folder, akhir in papers]
    have = {(a.dokumen.jenis, a.dokumen.triwulan, a.dokumen.seksi) for _, a in papers}
    have |= {(KUNCI, one.triwulan.nomor, None) for one in proofs}
    missing = [k for jenis in sheet.jenis for k in _missing(unit, jenis, tahun, quarters, have)]
    missing += [_damaged(one, nama) for one in proofs for nama in one.rusak]
    kinds = {jenis: _kind_in_full(jenis) for jenis in sheet.jenis}
    inventory = Inventaris(sheet, (*(paket for paket, _ in made), *map(_list_in_packet, proofs)), tuple(missing), kinds)
    files = [_paper_file(ctx, paket, akhir) for paket, akhir in made]
    files += [file for one in proofs for file in _evidence_files(ctx, one)]
    return _Found(inventory, tuple(files))


def _papers(unit: Unit, ctx: Context, kinds: Iterable[str], tahun: int) -> Iterator[BerkasAkhir]:
    for jenis in kinds:
        yield from sorted(
            final_papers(unit, ctx, jenis, tahun), key=lambda a: (a.dokumen.triwulan or 0, a.dokumen.seksi or "")
        )


def _paper_file(ctx: Context, paket: BerkasPaket, akhir: BerkasAkhir) -> _Berkas:
    return _Berkas(f"{paket.folder}/{paket.nama}", akhir.ukuran, partial(ctx.office.store.archive.read, akhir.sha256))


def _list_in_packet(one: BuktiTriwulan) -> BerkasPaket:
    within = next(folder for folder, kinds in katalog().folder if KUNCI in kinds)
    nama = f"{_titled(KUNCI, one.triwulan.tahun, one.triwulan.nomor)}.pdf"
    return BerkasPaket(KUNCI, f"{within}/{one.triwulan.label_tahun}", nama, "-", None, lampiran=len(one.berkas))


def _evidence_files(ctx: Context, one: BuktiTriwulan) -> Iterator[_Berkas]:
    paket = _list_in_packet(one)
    yield _Berkas(f"{paket.folder}/{paket.nama}", _LIST_ROOM, partial(lke_evidence.the_list, ctx, one.triwulan))
    for nama, bukti in one.berkas:
        yield _Berkas(f"{paket.folder}/{nama}", bukti.ukuran, partial(evidence.read, ctx.office, bukti))


def _damaged(one: BuktiTriwulan, nama: str) -> Kekurangan:
    told = f"Berkas bukti “{nama}”, {one.triwulan.label_tahun}"
    return Kekurangan(KUNCI, told, "Berkas ini hilang atau berubah. Jalankan Periksa Keutuhan.")


def _in_packet(folder: str, akhir: BerkasAkhir, seksi: dict[str, str], names: set[str]) -> BerkasPaket:
    """A readable name: kind, then seksi below its triwulan, or period; numbered where an act had one before."""
    paper = akhir.dokumen
    within, stem = folder, _titled(paper.jenis, paper.tahun, paper.triwulan)
    if paper.seksi is not None:
        within = f"{folder}/{_period(paper.tahun, paper.triwulan)}"
        stem = f"{_kind(paper.jenis)} {seksi.get(paper.seksi, paper.seksi)}"
    stem = safe_name(stem)
    mark = "" if akhir.bertanda_tangan else f" ({BELUM_TTD})"
    number, name = 1, f"{stem}{mark}.pdf"
    while f"{within}/{name}" in names:
        number += 1
        name = f"{stem} ke-{number}{mark}.pdf"
    names.add(f"{within}/{name}")
    return BerkasPaket(paper.jenis, within, name, paper.nomor or "menyusul", akhir.bertanda_tangan)


def _missing(
    unit: Unit, jenis: str, tahun: int, quarters: tuple[int, ...], have: Collection[tuple[str, int | None, str | None]]
) -> Iterator[Kekurangan]:
    """Subjects of a kind without a paper in force; only what can be there by now is missed."""
    seksi = {s.kode: s.nama for s in seksi_reporting(unit, Triwulan(tahun, 1))}
    for nomor, kode in _subjects(_per(jenis), quarters, tuple(seksi)):
        if (jenis, nomor, kode) not in have:
            told = _titled(jenis, tahun, nomor) + (f", {seksi[kode]}" if kode else "")
            yield Kekurangan(jenis, told, _advice(jenis))


def _titled(jenis: str, tahun: int, nomor: int | None) -> str:
    """A kind with its period: "Rencana Aksi 2026", "Laporan Triwulan I 2026"."""
    kind = _kind(jenis)
    return f"{kind.removesuffix(' Triwulan') if nomor else kind} {_period(tahun, nomor)}"


def _kind(jenis: str) -> str:
    return _kind_in_full(jenis).removesuffix(" seksi")


def _kind_in_full(jenis: str) -> str:
    return KLASIFIKASI[jenis][1] if jenis in KLASIFIKASI else KATALOG[jenis].nama


def _period(tahun: int, nomor: int | None) -> str:
    return Triwulan(tahun, nomor).label_tahun if nomor else str(tahun)


def _per(jenis: str) -> Per:
    if jenis in PER_ACT:
        return Per.SEKSI
    return _OF_REPORTS[jenis] if jenis in _OF_REPORTS else KATALOG[jenis].per


def _quarters(unit: Unit, ctx: Context, tahun: int) -> tuple[int, ...]:
    ended = quarters_planned(unit, ctx.today())
    newest = current_triwulan(ctx.today())
    return tuple(sorted(t.nomor for t in ended if t.tahun == tahun and t <= newest))


def _subjects(per: Per, quarters: tuple[int, ...], seksi: tuple[str, ...]) -> Iterator[tuple[int | None, str | None]]:
    for nomor in (None,) if per.tahunan else quarters:
        yield from ((nomor, kode) for kode in seksi) if per.of_seksi else ((nomor, None),)


def _advice(jenis: str) -> str:
    if jenis in PER_ACT:
        return "Buka berkas seksi itu, lalu cetak dokumennya."
    return _MADE_IN.get(jenis, "Tetapkan di tab Arsip, sisi Buat Dokumen.")
