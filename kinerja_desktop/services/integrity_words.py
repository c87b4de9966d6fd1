"""Sentences for what the check of storage found: what does not hold, and where. To add a part: its line in ``_OF``."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import DataDamaged, NotFound
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.tanggal import format_tanggal, format_waktu
from kinerja_desktop.services import drafts
from kinerja_desktop.services.archive import title
from kinerja_desktop.services.cases import seksi_named
from kinerja_desktop.services.compose.typed import PAPERS
from kinerja_desktop.services.evidence import referenced
from kinerja_desktop.services.settings_declared import KLASIFIKASI
from kinerja_desktop.storage.check import Finding, Part, Reason, check_tail
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.faults import UNREADABLE
from kinerja_desktop.storage.records import Case
from kinerja_desktop.storage.unit_of_work import Unit

_REASON: Mapping[Reason, str] = {
    Reason.DAMAGED: "rusak",
    Reason.ALTERED: "berubah sejak ditulis",
    Reason.MISSING: "hilang",
    Reason.UNKNOWN: "ada tanpa catatan",
    Reason.OUT_OF_ORDER: "tidak berurutan",
    Reason.UNLINKED: "tidak tersambung dengan yang sebelumnya",
    Reason.UNREADABLE: "tidak dapat dibaca",
}


_DRAFTS: Mapping[str, str] = {
    drafts.PENUGASAN: "catatan penugasan",
    drafts.DISPOSISI: "disposisi",
    drafts.BAHAN: "lembar kerja",
    drafts.LAPORAN: "laporan seksi",
    drafts.PEMERIKSAAN: "catatan pemeriksaan",
    drafts.RENCANA: "rencana kinerja",
    drafts.LAYAR: "isian yang belum disimpan",
}
"""Drafts as people call them; those of papers have the name of their paper."""


def sentence(unit: Unit | None, finding: Finding) -> str:
    """What was found, in one sentence. Without a unit (the database cannot be read) names stay as stored."""
    return _OF[finding.part](unit, finding)


def case_name(unit: Unit, case: Case) -> str:
    """A case as people call it: "Berkas Seksi Pelayanan TW 2 2026"."""
    jenis = case.jenis.value.replace("_", " ").capitalize()
    seksi = seksi_named(unit, case.seksi).nama if case.seksi else ""
    quarter = f"TW {case.triwulan}" if case.triwulan else ""
    return " ".join(f"{jenis} {seksi} {quarter} {case.tahun}".split())


def _pages(_unit: Unit | None, f: Finding) -> str:
    detail = f" ({f.detail})" if f.detail else ""
    return f"Halaman basis data {_REASON[f.reason]}{detail}."


def _schema(_unit: Unit | None, f: Finding) -> str:
    return f"Susunan basis data: {f.where} {_REASON[f.reason]}."


def _cell(_unit: Unit | None, f: Finding) -> str:
    table, _, column = f.where.partition(".")
    row = f", baris {f.detail}" if f.detail else ""
    told = "tidak berurutan" if f.reason is Reason.OUT_OF_ORDER else "tidak tertulis seperti yang ditulis program"
    return f"Tabel {table}, kolom {column}{row}: {told}."


def _reference(_unit: Unit | None, f: Finding) -> str:
    return f"Rujukan pada {f.where} ke {f.detail} hilang."


def _chain(unit: Unit | None, f: Finding) -> str:
    good = format_angka(_count(f.last_good))
    return f"Catatan ke-{format_angka(_count(f.seq))}{_when(unit, f)} tidak cocok; yang terakhir cocok ke-{good}."


def _when(unit: Unit | None, f: Finding) -> str:
    if unit is None or f.seq is None:
        return ""
    row = next(unit.journal.walk(after=f.seq - 1), None)
    try:
        return f" ({format_tanggal(row.pada)}, {format_waktu(row.pada)})" if row is not None else ""
    except UNREADABLE:
        return ""  # the moment itself is what was changed


def cut_tail(store: Store) -> str:
    """The sentence for a history that ends before the mark that was kept of it, or whose end cannot be read."""
    try:
        return " ".join(sentence(None, finding) for finding in check_tail(store))
    except DataDamaged:
        return sentence(None, Finding(Part.PAGES, Reason.UNREADABLE, paths.DATABASE))


def _tail(_unit: Unit | None, f: Finding) -> str:
    once, now = format_angka(_count(f.seq)), format_angka(_count(f.last_good))
    if f.reason is Reason.MISSING:
        return f"Akhir riwayat hilang: pernah sampai catatan ke-{once}, kini sampai ke-{now}."
    return f"Akhir riwayat berubah: catatan ke-{once} bukan yang pernah ditulis."


def _case(unit: Unit | None, f: Finding) -> str:
    detail = f" ({f.detail})" if f.detail and f.reason is Reason.ALTERED else ""
    return f"{_named(unit, f.where)}: keadaannya {_REASON[f.reason]}{detail}."


def _content(unit: Unit | None, f: Finding) -> str:
    detail = f" (indikator {f.detail})" if f.detail and f.reason is Reason.ALTERED else ""
    return f"{_named(unit, f.where)}: isiannya {_REASON[f.reason]}{detail}."


def _named(unit: Unit | None, case_id: str) -> str:
    try:
        return f"Berkas {case_id}" if unit is None else case_name(unit, unit.cases.get(case_id))
    except (*UNREADABLE, NotFound):
        return f"Berkas {case_id}"  # its own row is what cannot be read


def _file(unit: Unit | None, f: Finding) -> str:
    digest = f.where.rpartition("/")[2]
    papers = () if unit is None else unit.papers.listing()
    paper = next((p for p in papers if digest in (p.sha256, p.pindaian_sha256)), None)
    name = title(paper) if paper is not None else _proof(unit, digest)
    return f"File {f.where} ({name}) {_REASON[f.reason]}."


def _proof(unit: Unit | None, digest: str) -> str:
    """Evidence by its name and what it proves; what nothing refers to is only told to be unlisted."""
    named = None if unit is None else referenced(unit).get(digest)
    if named is None:
        return "yang tidak terdaftar"
    return f"bukti «{named.bukti.nama}» indikator {named.kode}, {_named(unit, named.case_id)}"


def _beside(unit: Unit | None, f: Finding) -> str:
    if f.where == "reads":
        return f"Tanda sudah dibaca ({f.detail}) {_REASON[f.reason]}."
    case_id, _, kind = f.detail.rpartition(", ")
    return f"Isian yang belum diajukan, {draft_name(unit, case_id, kind)}, {_REASON[f.reason]}."


def draft_name(unit: Unit | None, case_id: str, kind: str) -> str:
    """What a draft is of: "lembar kerja, Berkas Seksi Pelayanan TW 2 2026". What was changed stands as it is stored."""
    what, _, part = kind.partition("@")[0].partition(":")
    of = case_id.removeprefix(drafts.BUANGAN)
    thrown = "" if of == case_id else " yang dibuang"
    if of.startswith(PAPERS):
        return f"{_paper(unit, of.removeprefix(PAPERS))}{thrown}"
    place = of if unit is None else _place(unit, of)
    return f"{_DRAFTS.get(what) or _paper_name(what)}{f' ({part})' if part else ''}{thrown}, {place}"


def _paper(unit: Unit | None, of_paper: str) -> str:
    """A paper that may be made at any time, by its name, year, triwulan and seksi: see ``compose.typed.subject``."""
    jenis, tahun, nomor, seksi = (*of_paper.split(":", 3), "", "", "")[:4]
    who = seksi_named(unit, seksi).nama if seksi and unit is not None else seksi
    name = _paper_name(jenis).removesuffix(" seksi") if who else _paper_name(jenis)
    return " ".join(filter(None, ("isian", name, who, f"TW {nomor}" if nomor else "", tahun)))


def _paper_name(jenis: str) -> str:
    return KLASIFIKASI[jenis][1] if jenis in KLASIFIKASI else jenis.replace("_", " ")


def _place(unit: Unit, case_id: str) -> str:
    try:
        return case_name(unit, unit.cases.get(case_id))
    except (*UNREADABLE, NotFound, DataDamaged):
        return case_id  # a plan; or the key itself is what was changed


def _count(n: int | None) -> Decimal:
    return Decimal(n or 0)


_OF: Mapping[Part, Callable[[Unit | None, Finding], str]] = {
    Part.PAGES: _pages,
    Part.SCHEMA: _schema,
    Part.CELL: _cell,
    Part.REFERENCE: _reference,
    Part.CHAIN: _chain,
    Part.TAIL: _tail,
    Part.CASE: _case,
    Part.CONTENT: _content,
    Part.FILE: _file,
    Part.BESIDE: _beside,
}
