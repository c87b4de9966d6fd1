"""The archive: finding any paper, opening it as it was filed, and where its signed sheet lies.

Filing a paper is ``filing``; telling whether a paper in the hand is ours is ``verification``. Who acts for one
seksi sees its papers and those of the whole office.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from kinerja_desktop.domain.errors import DataDamaged, NotFound, OtherSeksi
from kinerja_desktop.domain.huruf import placed, sought
from kinerja_desktop.domain.retensi import retensi_of
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.exchange.names import slug
from kinerja_desktop.services import trail
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import ALL_ROLES, Context, permits
from kinerja_desktop.services.drafts import check_length
from kinerja_desktop.services.hidden_signs import refuse_hidden
from kinerja_desktop.services.settings_declared import KLASIFIKASI
from kinerja_desktop.storage.records import Paper, StatusPaper
from kinerja_desktop.storage.unit_of_work import Unit

HALAMAN = 100
"""Rows of one page of the list."""

LANGKAH_SOP: Mapping[str, str] = {
    "lembar_disposisi": "1 dan 2",
    "bahan_laporan": "3",
    "laporan_seksi": "4",
    "laporan_disposisi": "5",
    "laporan_triwulan": "6",
    "lkjip": "6",
}
"""Step of the SOP that brings a kind of paper forth."""

FILERS = (Role.KASUBAG_PERENCANAAN, Role.ADMIN)
"""Who keeps the signed sheets."""


@dataclass(frozen=True, slots=True)
class Saringan:
    """What a list is narrowed by; ``cari`` looks in everything that is written of a paper."""

    cari: str = ""
    tahun: int | None = None
    jenis: str | None = None
    seksi: str | None = None
    menunggu: bool = False
    """Only papers in force whose signed sheet was not scanned yet."""


class Kolom(Enum):
    """What the list is ordered by; the whole of it, not the page that is seen."""

    NOMOR = "nomor"
    JUDUL = "judul"
    UNIT = "unit"
    TANGGAL = "tanggal"
    HALAMAN = "halaman"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Susunan:
    """An order by a column; ``turun`` from the last to the first."""

    kolom: Kolom
    turun: bool = False


@dataclass(frozen=True, slots=True)
class BarisArsip:
    """One row: ``jenis`` as its name, ``unit`` the seksi or the office, ``langkah`` the step of the SOP."""

    id: str
    nomor: str
    jenis: str
    judul: str
    unit: str
    periode: str
    tanggal: date | None
    halaman: int
    versi: int
    status: StatusPaper
    kode: str
    tempat_simpan: str
    dipindai: bool
    retensi: str
    nama_berkas: str
    klasifikasi: str
    langkah: str


@dataclass(frozen=True, slots=True)
class ArsipView:
    """One page of the list. ``jumlah`` fit the filter, ``semua`` are there; the choices fill its fields."""

    baris: tuple[BarisArsip, ...]
    halaman: int
    jumlah: int
    semua: int
    tahun: tuple[int, ...]
    jenis: tuple[tuple[str, str], ...]
    seksi: tuple[tuple[str, str], ...]
    keterangan: str


@permits(*ALL_ROLES)
def load(ctx: Context, saringan: Saringan | None = None, halaman: int = 1, susunan: Susunan | None = None) -> ArsipView:
    """One page of the papers that fit, newest first or in the order that is asked for."""
    wanted = saringan or Saringan()
    with ctx.office.store.read() as unit:
        names = {s.kode: s.nama for s in unit.people.seksi()}
        everything = _visible(ctx, unit.papers.all())
        start, today = (halaman - 1) * HALAMAN, ctx.today()
        fitting = [p for p in everything if _fits(p, wanted)]
        found = _saying(unit, wanted.cari, fitting, lambda p: _written(p, names, today))
        if susunan is not None:
            found = sorted(found, key=lambda p: _place(p, susunan.kolom, names), reverse=susunan.turun)
        return ArsipView(
            baris=tuple(_row(p, names, today) for p in found[start : start + HALAMAN]),
            halaman=halaman,
            jumlah=len(found),
            semua=len(everything),
            tahun=tuple(sorted({p.tahun for p in everything}, reverse=True)),
            jenis=tuple((kode, nama) for kode, (_, nama) in KLASIFIKASI.items()),
            seksi=tuple(names.items()),
            keterangan=_explain(wanted, found, everything),
        )


def _place(paper: Paper, kolom: Kolom, names: Mapping[str, str]) -> str:
    if kolom is Kolom.TANGGAL:
        return paper.tanggal.isoformat() if paper.tanggal else ""
    told = {Kolom.NOMOR: _nomor(paper), Kolom.UNIT: _unit(paper, names)}
    return placed(told.get(kolom) or str(getattr(paper, kolom.value)))


def _fits(paper: Paper, wanted: Saringan) -> bool:
    """Whether a paper passes the choices beside the field for words."""
    given = ((wanted.tahun, paper.tahun), (wanted.jenis, paper.jenis), (wanted.seksi, paper.seksi))
    waits = paper.status == "sah" and paper.pindaian_sha256 is None
    return all(choice in (None, value) for choice, value in given) and (waits or not wanted.menunggu)


def _saying(unit: Unit, cari: str, papers: Sequence[Paper], written: Callable[[Paper], str]) -> Sequence[Paper]:
    """The papers of which every word that is looked for stands somewhere in what is written of them or signs them."""
    words = sought(cari).split()
    if not words:
        return papers
    signers = unit.journal.signers(trail.Kind.PAPER.value)
    told = ((paper, f"{written(paper)}\n{sought(signers.get(paper.sha256, ''))}") for paper in papers)
    return [paper for paper, text in told if all(word in text for word in words)]


def _written(paper: Paper, names: Mapping[str, str], today: date) -> str:
    """All that the list and its panel tell of a paper; its date and its code also as people type them."""
    kode = paper.kode or ""
    told = (_nomor(paper), _jenis(paper), paper.judul, _unit(paper, names), period(paper), paper.status, kode)
    typed = (
        _short_period(paper),
        kode.replace("-", ""),
        _klasifikasi(paper),
        f"langkah {_langkah(paper)}",
        f"{paper.halaman} halaman",
    )
    kept = f"retensi {_retensi(paper, today)}"
    return sought("\n".join((*told, paper.tempat_simpan, *typed, kept, _dates(paper.tanggal))))


def _retensi(paper: Paper, today: date) -> str:
    return retensi_of(paper.jenis).teks(paper.tahun, today)


def _dates(day: date | None) -> str:
    if day is None:
        return ""
    d, m, y = f"{day.day:02}", f"{day.month:02}", day.year
    return f"{format_tanggal(day)}\n{d}-{m}-{y}\n{d}/{m}/{y}"


def _visible(ctx: Context, papers: tuple[Paper, ...]) -> tuple[Paper, ...]:
    return tuple(p for p in papers if _may_see(ctx, p))


def _may_see(ctx: Context, paper: Paper) -> bool:
    return not ctx.actor.role.of_seksi or paper.seksi in (None, ctx.actor.seksi)


def _explain(wanted: Saringan, found: Sequence[Paper], everything: tuple[Paper, ...]) -> str:
    if not everything:
        return "Belum ada arsip. Dokumen masuk ke sini setelah disetujui atau ditetapkan."
    if found:
        return ""
    if wanted == Saringan(menunggu=True):
        return "Tidak ada dokumen yang menunggu berkas bertanda tangan."
    if wanted.cari:
        return f"Tidak ada yang cocok dengan «{wanted.cari}». Hapus saringan."
    return "Tidak ada dokumen dengan pilihan ini. Hapus saringan."


def _row(paper: Paper, names: Mapping[str, str], today: date) -> BarisArsip:
    return BarisArsip(
        id=paper.id,
        nomor=_nomor(paper),
        jenis=_jenis(paper),
        judul=paper.judul,
        unit=_unit(paper, names),
        periode=period(paper),
        tanggal=paper.tanggal,
        halaman=paper.halaman,
        versi=paper.versi,
        status=paper.status,
        kode=paper.kode or "",
        tempat_simpan=paper.tempat_simpan,
        dipindai=paper.pindaian_sha256 is not None,
        retensi=_retensi(paper, today),
        nama_berkas=file_name(paper),
        klasifikasi=_klasifikasi(paper),
        langkah=_langkah(paper),
    )


def _nomor(paper: Paper) -> str:
    return paper.nomor or "menyusul"


def _jenis(paper: Paper) -> str:
    return KLASIFIKASI.get(paper.jenis, ("", paper.judul))[1]


def _unit(paper: Paper, names: Mapping[str, str]) -> str:
    return names.get(paper.seksi or "", paper.seksi or "Kantor")


def _klasifikasi(paper: Paper) -> str:
    return KLASIFIKASI.get(paper.jenis, ("-", ""))[0]


def _langkah(paper: Paper) -> str:
    return LANGKAH_SOP.get(paper.jenis, "-")


def _short_period(paper: Paper) -> str:
    return "" if paper.triwulan is None else Triwulan(paper.tahun, paper.triwulan).singkat


def period(paper: Paper) -> str:
    """What a paper speaks of: "Triwulan II 2026" or "Tahun 2026"."""
    return f"Tahun {paper.tahun}" if paper.triwulan is None else Triwulan(paper.tahun, paper.triwulan).label_tahun


def title(paper: Paper) -> str:
    """What a paper is called in a sentence: its title, with the period where that does not name it."""
    return paper.judul if str(paper.tahun) in paper.judul else f"{paper.judul} {period(paper)}"


def file_name(paper: Paper) -> str:
    """Name of the paper as a file: "laporan-triwulan-1-2026.pdf"; small letters and hyphens, kind first."""
    version = f"v{paper.versi}" if paper.versi > 1 else None
    return name_of_file(paper.jenis, paper.triwulan, paper.tahun, paper.seksi, _act_of(paper), version)


def name_of_file(jenis: str, *parts: str | int | None) -> str:
    """A kind of paper and what it is about as the name of a file; parts that are None are left out."""
    told = (str(part).lower() for part in (jenis.replace("_", "-"), *parts) if part is not None)
    return f"{slug('-'.join(told))}.pdf"


def _act_of(paper: Paper) -> str | None:
    """What tells a paper from others of its kind and period: in steps 1 to 5 the number of its act."""
    parts = paper.id.split("/")
    return parts[1] if len(parts) == 3 else None


# --- one paper ---------------------------------------------------------------------------------


@permits(*ALL_ROLES)
def open_paper(ctx: Context, paper_id: str) -> bytes:
    """The very bytes that were filed. Raises NotFound, OtherSeksi, DataDamaged where they changed since."""
    paper = _visible_paper(ctx, paper_id)
    return _read(ctx, paper, paper.sha256)


@permits(*ALL_ROLES)
def open_scan(ctx: Context, paper_id: str) -> bytes:
    """The scan of the signed sheet. Raises NotFound where there is none, DataDamaged."""
    paper = _visible_paper(ctx, paper_id)
    if paper.pindaian_sha256 is None:
        raise NotFound(_SCAN, paper.judul)
    return _read(ctx, paper, paper.pindaian_sha256)


_SCAN = "Pindaian"


def _read(ctx: Context, paper: Paper, digest: str) -> bytes:
    try:
        return ctx.office.store.archive.read(digest)
    except DataDamaged as damaged:
        told = f"Isi berkas {title(paper)} tidak sama dengan saat diarsipkan."
        raise DataDamaged((told,)) from damaged


def hold_seal(unit: Unit, paper: Paper) -> None:
    """Refuse a paper whose entry was changed outside the program: it is not handed out as valid. Raises DataDamaged."""
    if not trail.holds(unit, trail.Kind.PAPER, paper.id, paper):
        raise DataDamaged((f"Segel rusak: catatan {title(paper)} diubah di luar program.",))


def _visible_paper(ctx: Context, paper_id: str) -> Paper:
    with ctx.office.store.read() as unit:
        paper = unit.papers.get(paper_id)
        hold_seal(unit, paper)
    if not _may_see(ctx, paper):
        raise OtherSeksi(paper.seksi or "")
    return paper


@permits(*ALL_ROLES)
def note_copy(ctx: Context, paper_id: str) -> int:
    """Note that the filed bytes were printed once more; which copy this is. Raises NotFound, OtherSeksi.

    An office in which writing was stopped prints without a note.
    """
    paper = _visible_paper(ctx, paper_id)
    with ctx.office.store.unit() as unit:
        number = count_copy(unit, ctx, paper)
        if ctx.office.store.stopped is None:
            unit.commit()
    return number


def count_copy(unit: Unit, ctx: Context, paper: Paper) -> int:
    """Record one more copy in a unit that an allowed call keeps; which one it is."""
    told = unit.journal.records(trail.Kind.PAPER.value, paper.id)
    number = 1 + sum("salinan" in record.isi for record in told)
    trail.record(unit, ctx.actor, ctx.now(), trail.Kind.PAPER, paper.id, isi={"salinan": number}, sidik=paper)
    return number


@permits(*FILERS)
def add_scan(ctx: Context, paper_id: str, content: bytes) -> Changes:
    """File the scan of the signed sheet beside its paper; a photo is kept as a PDF. Raises NotFound, NotAScan."""
    from kinerja_desktop.exchange.pindaian import as_pdf

    digest = ctx.office.store.archive.put(as_pdf(content))
    return _change(ctx, paper_id, {"pindaian": digest}, lambda p: replace(p, pindaian_sha256=digest))


@permits(*FILERS)
def set_place(ctx: Context, paper_id: str, tempat_simpan: str) -> Changes:
    """Note where the signed sheet lies ("Lemari 2, map 3"). Raises NotFound, TextTooLong, FieldsRefused."""
    check_length("Tempat simpan", tempat_simpan)
    refuse_hidden(("tempat_simpan", "Tempat simpan", tempat_simpan))
    place = tempat_simpan.strip()
    return _change(ctx, paper_id, {"tempat_simpan": place}, lambda p: replace(p, tempat_simpan=place))


def _change(ctx: Context, paper_id: str, isi: Mapping[str, str], change: Callable[[Paper], Paper]) -> Changes:
    with ctx.office.store.unit() as unit:
        after = change(unit.papers.get(paper_id))
        unit.papers.put(after)
        trail.record(unit, ctx.actor, ctx.now(), trail.Kind.PAPER, paper_id, isi=isi, sidik=after)
        unit.commit()
    return frozenset({Change.PAPER})
