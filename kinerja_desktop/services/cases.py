"""Finding and making cases: which seksi report in which triwulan, and where each berkas stands.

What every screen of steps 1 to 5 shows at its top is a ``Kepala``. Acts are done elsewhere
(``acting.perform``); nothing here writes. A berkas that was never ordered is not stored: it is known
from the plan alone, with status NEW.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kinerja_desktop.domain.errors import NotFound, NotOrdered, OtherSeksi
from kinerja_desktop.domain.indikator import Indikator, Seksi
from kinerja_desktop.domain.kalender import Kalender
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.sop import RevisiSop
from kinerja_desktop.domain.tenggat import Tenggat, tenggat_of
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.urutan import in_order
from kinerja_desktop.domain.workflow import (
    DECISIONS,
    Act,
    Action,
    Jenis,
    Keadaan,
    Langkah,
    Status,
    allowed,
    may_withdraw,
    replay,
)
from kinerja_desktop.services import settings
from kinerja_desktop.services.acting import new_case
from kinerja_desktop.services.calendar_table import kalender
from kinerja_desktop.services.context import Context
from kinerja_desktop.storage.records import Case
from kinerja_desktop.storage.unit_of_work import Unit


@dataclass(frozen=True, slots=True)
class Kepala:
    """Head of a screen about one berkas.

    ``versi`` is what every write names as ``seen``. ``label`` is the word for the state, as
    "Diajukan Kembali (ke-2)". ``boleh`` are the acts open to the actor now, WITHDRAW among them.
    """

    case_id: str
    triwulan: Triwulan
    seksi: Seksi
    status: Status
    label: str
    versi: int
    laporan_ke: int
    langkah: Langkah | None
    sejak: datetime | None
    tenggat: Tenggat
    boleh: frozenset[Action]


@dataclass(frozen=True, slots=True)
class Berkas:
    """One stored berkas with its replay and the rules that hold for it, loaded in one unit."""

    case: Case
    acts: tuple[Act, ...]
    keadaan: Keadaan
    seksi: Seksi
    kalender: Kalender
    revisi: RevisiSop

    @property
    def triwulan(self) -> Triwulan:
        """The quarter it reports."""
        return triwulan_of(self.case)


def triwulan_of(case: Case) -> Triwulan:
    """The quarter of a berkas or Laporan Triwulan."""
    assert case.triwulan is not None, case.jenis
    return Triwulan(case.tahun, case.triwulan)


def current_triwulan(today: date) -> Triwulan:
    """The quarter whose data are collected now: the one that ended last."""
    return Triwulan.of(today).previous


def quarters_planned(unit: Unit, today: date) -> tuple[Triwulan, ...]:
    """Quarters up to the one collected now in years with a plan, newest first; for the choice of a quarter."""
    newest = current_triwulan(today)
    planned = (t for tahun in unit.planning.years() for t in Triwulan.of_year(tahun))
    return tuple(sorted({*(t for t in planned if t <= newest), newest}, reverse=True))


def opening_of(unit: Unit, calendar: Kalender, triwulan: Triwulan) -> datetime:
    """When step 1 of a quarter begins, by the office's rule."""
    rule = settings.penugasan(unit)
    return calendar.tanggal_penugasan(triwulan, rule.hari, rule.libur)


# --- seksi and indikator -----------------------------------------------------------------------


def seksi_reporting(unit: Unit, triwulan: Triwulan) -> tuple[Seksi, ...]:
    """The seksi that answer for at least one indikator of that quarter, in the office's order."""
    owning = unit.planning.seksi_of(triwulan.tahun, triwulan.last_day)
    return tuple(s for s in unit.people.seksi() if s.kode in owning)


def indikator_of(unit: Unit, triwulan: Triwulan, seksi: str) -> tuple[Indikator, ...]:
    """The indikator for which a seksi answers in a quarter, in the order of print."""
    return in_order(unit.planning.indikator_of(triwulan.tahun, seksi, triwulan.last_day), lambda i: i)


def seksi_named(unit: Unit, kode: str) -> Seksi:
    """A seksi by its kode; one that is gone keeps its kode as name."""
    return next((s for s in unit.people.seksi() if s.kode == kode), Seksi(kode, kode))


def names(people: Iterable[Pegawai]) -> str:
    """Names as rows show them; empty for nobody."""
    return ", ".join(p.nama for p in people)


# --- berkas ------------------------------------------------------------------------------------


def revisi_of(unit: Unit, case: Case) -> RevisiSop:
    """The SOP revision under which a case began."""
    found = (r for r in settings.revisions(unit) if r.tanda == case.revisi_sop)
    return next(found, settings.revisions(unit)[0])


def find_or_new(unit: Unit, jenis: Jenis, triwulan: Triwulan, seksi: str | None) -> Case:
    """The case of a quarter, or a fresh one that its first act will store."""
    found = unit.cases.find(jenis, triwulan.tahun, triwulan.nomor, seksi)
    if found is not None:
        return found
    revisi = settings.revisi_sop(unit, triwulan.last_day)
    return new_case(jenis, triwulan.tahun, triwulan.nomor, seksi, revisi)


def load_berkas(unit: Unit, ctx: Context, case_id: str) -> Berkas:
    """A stored berkas that the actor may see. Raises NotFound, OtherSeksi."""
    case = unit.cases.get(case_id)
    if case.jenis is not Jenis.BERKAS or case.seksi is None:
        raise NotFound("Berkas", case_id)
    seksi = seksi_named(unit, case.seksi)
    if ctx.actor.role.of_seksi and ctx.actor.seksi != case.seksi:
        raise OtherSeksi(seksi.nama)
    acts = unit.journal.acts(case.id)
    return Berkas(case, acts, replay(case.jenis, acts), seksi, kalender(unit), revisi_of(unit, case))


def kepala(unit: Unit, ctx: Context, berkas: Berkas) -> Kepala:
    """Head of a screen for the actor, now."""
    case, keadaan = berkas.case, berkas.keadaan
    return Kepala(
        case_id=case.id,
        triwulan=berkas.triwulan,
        seksi=berkas.seksi,
        status=keadaan.status,
        label=keadaan.label,
        versi=keadaan.versi,
        laporan_ke=keadaan.laporan_ke,
        langkah=keadaan.langkah,
        sejak=keadaan.sejak,
        tenggat=tenggat_of(case.batas, ctx.now(), berkas.kalender),
        boleh=open_actions(unit, ctx, berkas),
    )


# --- what the actor may do ---------------------------------------------------------------------


def open_actions(unit: Unit, ctx: Context, berkas: Berkas) -> frozenset[Action]:
    """The acts open to the actor now; taking back is among them as WITHDRAW."""
    actor, keadaan = ctx.actor, berkas.keadaan
    open_rows = {row.action for row in allowed(keadaan, actor.role)}
    if Action.SUBMIT_BAHAN in open_rows and not may_collect(unit, berkas.case, actor.id, ctx.today()):
        open_rows.discard(Action.SUBMIT_BAHAN)
    if may_withdraw(keadaan, actor.role, actor.id) and reader_of(unit, ctx, berkas) is None:
        open_rows.add(Action.WITHDRAW)
    return frozenset(open_rows)


def may_collect(unit: Unit, case: Case, pegawai_id: str, today: date) -> bool:
    """True for the analysts named in the order, and for every analyst once none of those holds the role."""
    if pegawai_id in case.analis:
        return True
    holding = {p.id for p in unit.people.holders(Role.ANALIS, today, case.seksi)}
    return pegawai_id in holding and not holding & set(case.analis)


def check_ordered(unit: Unit, ctx: Context, case: Case) -> None:
    """Refuse an analyst who was not ordered. Raises NotOrdered."""
    if not may_collect(unit, case, ctx.actor.id, ctx.today()):
        raise NotOrdered(tuple(unit.people.get(pegawai).nama for pegawai in case.analis))


def reader_of(unit: Unit, ctx: Context, berkas: Berkas) -> str | None:
    """Name of a receiver who opened the newest decision (or acted after it); None while nobody did.

    Only a decision of step 5 is bound to this; every other act may be taken back until acted upon.
    """
    last = berkas.keadaan.terakhir
    if last is None or last.action not in DECISIONS:
        return None
    later = next((act.nama for act in berkas.acts[last.nomor :] if act.oleh != last.oleh), None)
    return later or _opened_by(unit, ctx, berkas, last)


def _opened_by(unit: Unit, ctx: Context, berkas: Berkas, decision: Act) -> str | None:
    receivers = unit.people.holders(Role.KASUBAG, ctx.today(), berkas.case.seksi)
    versions = range(decision.nomor, berkas.keadaan.versi + 1)
    readers = {who for versi in versions for who in unit.reads.readers(berkas.case.id, versi)} - {decision.oleh}
    return next((p.nama for p in receivers if p.id in readers), None)
