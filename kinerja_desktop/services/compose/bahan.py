"""What papers stand on: approved copies joined into one plan, one set of figures, one result.

Only copies of berkas that were handed over count (SOP step 5). Where a copy exists its definitions and
targets hold, however the plan changed since; a seksi without one keeps its indikator from the plan, with
no figures, so that a report shows what it lacks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.aturan import Aturan
from kinerja_desktop.domain.capaian import Hasil, calculate
from kinerja_desktop.domain.dokumen_rencana import PerjanjianKinerja
from kinerja_desktop.domain.errors import NotFound
from kinerja_desktop.domain.frozen import thaw
from kinerja_desktop.domain.indikator import KOSONG4, Indikator, Rencana, Seksi, Target, VersiRencana
from kinerja_desktop.domain.isi_laporan import IsiLaporan
from kinerja_desktop.domain.kalender import Kalender
from kinerja_desktop.domain.laporan import Naskah, PernyataanReviu, SalinanPerjanjian
from kinerja_desktop.domain.pegawai import Instansi, Pegawai
from kinerja_desktop.domain.realisasi import IsiIndikator, RealisasiTahun
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.serapan import linked_by_name
from kinerja_desktop.domain.sop import RevisiSop
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Action, Jenis, Keadaan, Status, replay
from kinerja_desktop.services import settings
from kinerja_desktop.services.calendar_table import kalender as office_kalender
from kinerja_desktop.services.compose.typed import actions, fixed_paper, typed_fields
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.snapshots import Salinan, decode_salinan
from kinerja_desktop.storage.records import Case
from kinerja_desktop.storage.unit_of_work import Unit


@dataclass(frozen=True, slots=True)
class BerkasSeksi:
    """One seksi's berkas of one triwulan; ``salinan`` only once it was handed over."""

    seksi: Seksi
    triwulan: Triwulan
    case: Case | None = None
    keadaan: Keadaan | None = None
    salinan: Salinan | None = None


@dataclass(frozen=True, slots=True)
class Bahan:
    """Everything that a report of ``triwulan`` (TW IV for the year) is made of.

    ``berkas`` are those of ``triwulan``; ``isi`` holds the words and figures of all copies so far, by kode
    and triwulan number. ``mulai`` is when step 1 opened, ``pimpinan`` signs. ``sebutan`` are typed short names by kode,
    ``pegawai`` who held a jabatan on the last day, ``lalu`` the chapters that were typed into last year's fixed LKjIP.
    ``laporan`` is the state of the triwulan's report, ``tahunan`` that of the year's. ``sebelum`` is the office as its
    SOP ran in the earlier triwulan of the year, for times alone: figures are those of now. ``sebab_lambat``, ``aksi``
    (by kode), ``reviu`` and ``perjanjian`` (of a year) come from papers that the office made beside the reports.
    """

    triwulan: Triwulan
    instansi: Instansi
    aturan: Aturan
    latihan: bool
    pemeriksa: str
    tujuan: str
    rencana: Rencana
    anggaran: tuple[BarisAnggaran, ...]
    berkas: tuple[BerkasSeksi, ...]
    isi: Mapping[tuple[str, int], IsiIndikator]
    hasil: Hasil
    kalender: Kalender
    revisi: RevisiSop
    mulai: datetime
    pimpinan: Pegawai
    penanggung_jawab: Mapping[str, str]
    sekarang: datetime
    sebutan: Mapping[str, str] = field(default_factory=dict)
    pegawai: tuple[Pegawai, ...] = ()
    lalu: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    laporan: Keadaan | None = None
    tahunan: Keadaan | None = None
    sebelum: tuple["Bahan", ...] = ()
    sebab_lambat: str = ""
    aksi: Mapping[str, str] = field(default_factory=dict)
    reviu: PernyataanReviu | None = None
    perjanjian: SalinanPerjanjian | None = None

    @property
    def ditandatangani(self) -> bool:
        """True where somebody is there to sign."""
        return bool(self.pimpinan.id)

    @property
    def hadir(self) -> tuple[BerkasSeksi, ...]:
        """Berkas of this triwulan that count."""
        return tuple(b for b in self.berkas if b.salinan is not None)

    @property
    def kurang(self) -> tuple[BerkasSeksi, ...]:
        """Berkas of this triwulan that are missing."""
        return tuple(b for b in self.berkas if b.salinan is None)

    def kata(self, kode: str, tw: int) -> IsiIndikator:
        """What the seksi said of an indikator in a triwulan; empty where it said nothing."""
        return self.isi.get((kode, tw), IsiIndikator(kode))

    def unit_of(self, indikator: Indikator) -> str:
        """Name of the seksi that answers for an indikator: the unit, never a person."""
        return next((b.seksi.nama for b in self.berkas if b.seksi.kode == indikator.seksi), self.instansi.nama)


def read_bahan(
    unit: Unit, ctx: Context, triwulan: Triwulan, sendiri: Salinan | None = None, tanggal: date | None = None
) -> Bahan:
    """Read what a report of this triwulan stands on. Raises NotFound without a plan.

    ``sendiri``: for a paper of one seksi, its copy of this triwulan, handed over or not. ``tanggal`` is the date of
    the paper where it is not today's: who signs is found for that day.
    """
    rencana = unit.planning.rencana(triwulan.tahun)
    if rencana is None:
        raise NotFound("Rencana kinerja", str(triwulan.tahun))
    quarters = Triwulan.of_year(triwulan.tahun)[: triwulan.nomor]
    history = _History(unit, triwulan)
    all_berkas = [history.berkas(s, q) for q in quarters for s in _reporting(unit, rencana, q)]
    copies = _copies(all_berkas, sendiri)
    frozen = frozen_plan(rencana, copies)
    anggaran = linked_by_name(unit.planning.anggaran(triwulan.tahun), frozen.indikator)
    aturan = settings.aturan(unit)
    today, kalender = ctx.today(), office_kalender(unit)
    *earlier, run = (_run(unit, history, kalender, q) for q in quarters)
    bahan = Bahan(
        triwulan=triwulan,
        instansi=settings.instansi(unit),
        aturan=aturan,
        latihan=ctx.office.latihan,
        pemeriksa=settings.pemeriksa(unit),
        tujuan=settings.tujuan_laporan(unit),
        rencana=frozen,
        anggaran=anggaran,
        berkas=tuple(b for b in all_berkas if b.triwulan == triwulan),
        isi={(i.kode, c.triwulan.nomor): i for c in copies for i in c.isi.indikator},
        hasil=calculate(frozen, figures_of(copies), anggaran, aturan),
        kalender=kalender,
        revisi=run.revisi,
        mulai=run.mulai,
        pimpinan=head_of_office(unit, tanggal or today, settings.instansi(unit)),
        penanggung_jawab=_owners(unit, _reporting(unit, rencana, quarters[0]), today),
        sekarang=ctx.now(),
        sebutan=unit.planning.sebutan(triwulan.tahun),
        pegawai=tuple(p for p in unit.people.all() if p.berlaku(triwulan.last_day)),
        lalu=_typed_last_year(unit, triwulan.tahun - 1),
        laporan=run.laporan,
        tahunan=history.state(Jenis.LAPORAN_TAHUNAN, None),
        sebab_lambat=run.sebab,
        **(_bound_in(unit, triwulan.tahun) if triwulan.nomor == 4 else {}),
    )
    return replace(bahan, sebelum=tuple(_as_it_ran(bahan, all_berkas, then) for then in earlier))


class _History:
    """The cases of a year with their acts, up to a triwulan: read at once, because a report stands on all of them."""

    def __init__(self, unit: Unit, triwulan: Triwulan) -> None:
        listed = [c for c in unit.cases.listing(tahun=triwulan.tahun) if (c.triwulan or 0) <= triwulan.nomor]
        self._cases = {(c.jenis, c.triwulan, c.seksi): c for c in listed}
        berkas, reports = ([c.id for c in listed if (c.seksi is not None) is whole] for whole in (True, False))
        self._acts = {**unit.journal.acts_of(berkas), **unit.journal.heads(reports)}

    def berkas(self, seksi: Seksi, triwulan: Triwulan) -> BerkasSeksi:
        """Where the berkas of a seksi stands, with its copy once that counts."""
        case = self._cases.get((Jenis.BERKAS, triwulan.nomor, seksi.kode))
        if case is None:
            return BerkasSeksi(seksi, triwulan)
        keadaan = replay(case.jenis, self._acts[case.id])
        return BerkasSeksi(seksi, triwulan, case, keadaan, approved_copy(keadaan))

    def state(self, jenis: Jenis, nomor: int | None) -> Keadaan:
        """State of a report with its acts, but not with what they hold: that would be every figure of the report."""
        case = self._cases.get((jenis, nomor, None))
        return replay(jenis, self._acts[case.id] if case is not None else ())


@dataclass(frozen=True, slots=True)
class _Run:
    """How the SOP ran in one triwulan. ``sebab`` is what was typed about its lateness."""

    triwulan: Triwulan
    revisi: RevisiSop
    mulai: datetime
    laporan: Keadaan
    sebab: str


def _run(unit: Unit, history: _History, kalender: Kalender, triwulan: Triwulan) -> _Run:
    rule = settings.penugasan(unit)
    return _Run(
        triwulan,
        settings.revisi_sop(unit, triwulan.last_day),
        kalender.tanggal_penugasan(triwulan, rule.hari, rule.libur),
        history.state(Jenis.LAPORAN_TRIWULAN, triwulan.nomor),
        typed_fields(unit, "rekap_waktu", triwulan.tahun, triwulan.nomor).get("sebab", "").strip(),
    )


def _as_it_ran(bahan: Bahan, berkas: Iterable[BerkasSeksi], run: _Run) -> Bahan:
    return replace(
        bahan,
        triwulan=run.triwulan,
        berkas=tuple(b for b in berkas if b.triwulan == run.triwulan),
        revisi=run.revisi,
        mulai=run.mulai,
        laporan=run.laporan,
        sebab_lambat=run.sebab,
    )


def _bound_in(unit: Unit, tahun: int) -> dict[str, Any]:
    """What the report of a year alone takes from papers that were made beside it, by field of ``Bahan``."""
    return {
        "aksi": actions(typed_fields(unit, "rencana_aksi", tahun)),
        "reviu": _statement(unit, tahun),
        "perjanjian": _agreement(unit, tahun),
    }


def _statement(unit: Unit, tahun: int) -> PernyataanReviu | None:
    """The fixed statement of the review as it is bound in: without the lambang, which a report keeps once."""
    made = fixed_paper(unit, PernyataanReviu, "pernyataan_reviu", tahun)
    if made is None:
        return None
    return replace(made, naskah=_bound(made.naskah))


def _agreement(unit: Unit, tahun: int) -> SalinanPerjanjian | None:
    """The statement of the Perjanjian Kinerja in force, where it was fixed here."""
    made = fixed_paper(unit, PerjanjianKinerja, "perjanjian_kinerja", tahun)
    if made is None:
        return None
    return SalinanPerjanjian(_bound(made.naskah), made.pembuka, made.pertama, made.kedua, made.pernyataan)


def _bound(naskah: Naskah) -> Naskah:
    return replace(naskah, instansi=replace(naskah.instansi, lambang=None))


def _typed_last_year(unit: Unit, tahun: int) -> Mapping[str, tuple[str, ...]]:
    """What people wrote in the LKjIP of that year, where it was fixed: made sentences speak of figures long past."""
    case = unit.cases.find(Jenis.LAPORAN_TAHUNAN, tahun, None, None)
    if case is None or case.status is not Status.FIXED:
        return {}
    draft = unit.drafts.get(case.id, "lkjip")
    return dict(thaw(IsiLaporan, draft.isi["isi"]).paragraf) if draft is not None else {}


def _copies(berkas: Iterable[BerkasSeksi], sendiri: Salinan | None) -> list[Salinan]:
    """Copies that count, with a seksi's own one in the place of what was handed over."""
    copies = [b.salinan for b in berkas if b.salinan is not None]
    if sendiri is None:
        return copies
    own = (sendiri.triwulan, sendiri.seksi.kode)
    return [*(c for c in copies if (c.triwulan, c.seksi.kode) != own), sendiri]


def _reporting(unit: Unit, rencana: Rencana, triwulan: Triwulan) -> tuple[Seksi, ...]:
    """Seksi that have an indikator in the plan at the end of a triwulan, in the office's order."""
    owning = {i.seksi for i in rencana.indikator if i.dipakai(triwulan.last_day)}
    return tuple(s for s in unit.people.seksi() if s.kode in owning)


def approved_copy(keadaan: Keadaan) -> Salinan | None:
    """The copy that counts for step 6: approved and handed over."""
    approval = keadaan.last(Action.APPROVE)
    if keadaan.status is not Status.HANDED_OVER or approval is None:
        return None
    return decode_salinan(approval.isi["salinan"])


def frozen_plan(rencana: Rencana, copies: Iterable[Salinan]) -> Rencana:
    """The plan as the copies froze it: newest definitions, and the targets of each triwulan as versions."""
    newest: dict[str, Indikator] = {}
    versi: list[VersiRencana] = []
    for copy in sorted(copies, key=lambda c: c.triwulan):
        newest.update({i.kode: i for i in copy.indikator})
        versi.append(VersiRencana(copy.versi_rencana, copy.triwulan.first_day, copy.target))
    indikator = tuple(_promised(i, newest.get(i.kode, i), versi) for i in rencana.indikator)
    covered = {kode for v in versi for kode, _ in v.target}
    left = tuple(_without(v, covered) for v in rencana.versi)
    return replace(rencana, indikator=indikator, versi=_in_order((*left, *versi)))


def _promised(planned: Indikator, copied: Indikator, versi: Iterable[VersiRencana]) -> Indikator:
    """The copied indikator with the first frozen target, so that no later change of the plan shows.

    Only that it was closed shows: it does from that day on, whenever the last copy was made.
    """
    first = next((dict(v.target)[planned.kode] for v in versi if planned.kode in dict(v.target)), planned.target)
    return replace(copied, target=first, tidak_dipakai_sejak=planned.tidak_dipakai_sejak)


def _without(versi: VersiRencana, covered: set[str]) -> VersiRencana:
    kept: tuple[tuple[str, Target], ...] = tuple((k, t) for k, t in versi.target if k not in covered)
    return replace(versi, target=kept)


def _in_order(versi: Iterable[VersiRencana]) -> tuple[VersiRencana, ...]:
    return tuple(sorted(versi, key=lambda v: v.berlaku_mulai))


def figures_of(copies: Iterable[Salinan]) -> tuple[RealisasiTahun, ...]:
    """Realisasi of the year, quarter by quarter, from the copies alone."""
    figures: dict[str, list[Decimal | None]] = {}
    for copy in copies:
        for i in copy.isi.indikator:
            figures.setdefault(i.kode, list(KOSONG4))[copy.triwulan.nomor - 1] = i.realisasi
    return tuple(RealisasiTahun(kode, (q[0], q[1], q[2], q[3])) for kode, q in figures.items())


def head_of_office(unit: Unit, day: date, instansi: Instansi) -> Pegawai:
    """Who signs on a day; a line for the hand, without id, where nobody holds the role."""
    heads = unit.people.holders(Role.CAMAT, day) or unit.people.holders(Role.KABID, day)
    return heads[0] if heads else Pegawai("." * 40, instansi.jabatan_pimpinan, (Role.CAMAT,))


def _owners(unit: Unit, seksi: Iterable[Seksi], today: date) -> Mapping[str, str]:
    """Jabatan of each seksi's Kasubag, by kode."""
    found = {s.kode: unit.people.holders(Role.KASUBAG, today, s.kode) for s in seksi}
    return {kode: people[0].jabatan for kode, people in found.items() if people}
