"""What lies on whose desk: open work of the office, read once, asked by role.

Feeds the inbox and every count. Reads open cases (few in any year) and the cases of one quarter, never the
whole past. A quarter that was not ordered yet is one item on the Kabid's desk.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.kalender import Kalender
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.sop import RevisiSop
from kinerja_desktop.domain.tenggat import Tenggat, tenggat_of
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import DECIDED, INITIAL, ON_DESK, Jenis, Langkah, Status
from kinerja_desktop.services import settings
from kinerja_desktop.services.calendar_table import kalender as office_kalender
from kinerja_desktop.services.cases import current_triwulan, opening_of, seksi_reporting
from kinerja_desktop.services.context import Actor, Context
from kinerja_desktop.storage.records import Case
from kinerja_desktop.storage.unit_of_work import Unit

PAST_QUARTERS = 4
"""A quarter that was never ordered is asked for a year long."""


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of work: a case, or (``case`` None) seksi of a quarter that were not ordered yet.

    ``batas`` and ``sejak`` of what was not ordered are those of step 1.
    """

    key: str
    jenis: Jenis
    tahun: int
    triwulan: Triwulan | None
    status: Status
    desk: Role | None
    langkah: Langkah | None
    batas: datetime | None
    sejak: datetime | None
    seksi: Seksi | None = None
    case: Case | None = None
    belum: tuple[Seksi, ...] = ()


@dataclass(frozen=True, slots=True)
class Desks:
    """Everything that lists of work read, at one moment. ``analysts`` says who may collect, by case.

    ``revisi`` are the SOP's revisions, by their mark.
    """

    triwulan: Triwulan
    sekarang: datetime
    kalender: Kalender
    revisi: Mapping[str, RevisiSop]
    open: tuple[Item, ...]
    quarter: tuple[Item, ...]
    analysts: Mapping[str, frozenset[str]]

    def mine(self, actor: Actor) -> tuple[Item, ...]:
        """What waits for the actor in his role, most urgent first."""
        return _by_limit(item for item in self.open if self.waits_for(item, actor))

    def running(self, actor: Actor) -> tuple[Item, ...]:
        """What the actor may see and others work on."""
        seen = (item for item in self.open if item.case is not None and _visible(item, actor))
        return _by_limit(i for i in seen if not self.waits_for(i, actor) and not _settled(i, actor))

    def done(self, actor: Actor) -> tuple[Item, ...]:
        """What is settled for the actor's role in the chosen quarter."""
        seen = (item for item in self.quarter if _visible(item, actor))
        return tuple(i for i in seen if _settled(i, actor) and not self.waits_for(i, actor))

    def everything(self, actor: Actor) -> tuple[Item, ...]:
        """Each seksi of the chosen quarter that the actor may see, ordered or not."""
        return tuple(i for i in self.quarter if i.jenis is Jenis.BERKAS and _visible(i, actor))

    def tenggat(self, item: Item) -> Tenggat:
        """The item's limit as it lies now."""
        return tenggat_of(item.batas, self.sekarang, self.kalender)

    def waits_for(self, item: Item, actor: Actor) -> bool:
        """True where the item lies on the actor's own desk."""
        if item.desk is not actor.role or not _visible(item, actor):
            return False
        return actor.role is not Role.ANALIS or actor.id in self.analysts.get(item.key, frozenset())


def _by_limit(items: Iterable[Item]) -> tuple[Item, ...]:
    """Nearest limit first, none last: the order of the inbox's groups and inside them."""
    return tuple(sorted(items, key=lambda item: (item.batas is None, item.batas or _LONG_AGO)))


_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def _visible(item: Item, actor: Actor) -> bool:
    """Roles of a seksi see that seksi; the technical Admin sees no work."""
    if actor.role is Role.ADMIN:
        return False
    return not actor.role.of_seksi or (item.seksi is not None and item.seksi.kode == actor.seksi)


def _settled(item: Item, actor: Actor) -> bool:
    """Settled: decided on; for who waits for the hand-over, handed over."""
    if actor.role is Role.KASUBAG_PERENCANAAN:
        return item.case is not None and item.status not in ON_DESK
    return item.status in DECIDED


# --- reading -----------------------------------------------------------------------------------


def read_desks(unit: Unit, ctx: Context, triwulan: Triwulan | None = None) -> Desks:
    """Read what lies on all desks, and the cases of one quarter (the current one if none is named)."""
    quarter = triwulan or current_triwulan(ctx.today())
    kalender = office_kalender(unit)
    names = {s.kode: s for s in unit.people.seksi()}
    stored = unit.cases.listing(status=ON_DESK)
    of_quarter = _cases_of(unit, quarter)
    reporting = seksi_reporting(unit, quarter)
    waiting = tuple(_of_case(case, names) for case in stored)
    analysts = unit.people.holders(Role.ANALIS, ctx.today())
    return Desks(
        triwulan=quarter,
        sekarang=kalender.local(ctx.now()),
        kalender=kalender,
        revisi={revisi.tanda: revisi for revisi in settings.revisions(unit)},
        open=(*_orders(unit, ctx, kalender), *waiting),
        quarter=_quarter_items(quarter, reporting, of_quarter, names),
        analysts={case.id: _collectors(case, analysts) for case in stored if case.desk is Role.ANALIS},
    )


def _cases_of(unit: Unit, quarter: Triwulan) -> tuple[Case, ...]:
    found = unit.cases.listing(tahun=quarter.tahun, triwulan=quarter.nomor)
    year = unit.cases.listing(jenis=Jenis.LAPORAN_TAHUNAN, tahun=quarter.tahun) if quarter.nomor == 4 else ()
    return (*found, *year)


def _of_case(case: Case, names: Mapping[str, Seksi]) -> Item:
    seksi = None if case.seksi is None else names.get(case.seksi, Seksi(case.seksi, case.seksi))
    return Item(
        key=case.id,
        jenis=case.jenis,
        tahun=case.tahun,
        triwulan=None if case.triwulan is None else Triwulan(case.tahun, case.triwulan),
        status=case.status,
        desk=case.desk,
        langkah=case.langkah,
        batas=case.batas,
        sejak=case.sejak,
        seksi=seksi,
        case=case,
    )


def _quarter_items(
    quarter: Triwulan, reporting: Iterable[Seksi], cases: Iterable[Case], names: Mapping[str, Seksi]
) -> tuple[Item, ...]:
    """Every case of the quarter in the office's order, and a bare item for each seksi without one."""
    items = [_of_case(case, names) for case in cases]
    by_seksi = {item.seksi.kode: item for item in items if item.seksi is not None}
    kept = [by_seksi.get(s.kode) or _unordered(quarter, s) for s in reporting]
    listed = {item.key for item in kept}
    return (*kept, *(item for item in items if item.key not in listed))


def _unordered(quarter: Triwulan, seksi: Seksi) -> Item:
    return Item(
        key=f"baru-{quarter.kode}-{seksi.kode}",
        jenis=Jenis.BERKAS,
        tahun=quarter.tahun,
        triwulan=quarter,
        status=INITIAL[Jenis.BERKAS],
        desk=None,
        langkah=None,
        batas=None,
        sejak=None,
        seksi=seksi,
    )


def _collectors(case: Case, holding: Iterable[Pegawai]) -> frozenset[str]:
    """Who may collect: the analysts ordered, or every analyst of the seksi once none of those holds the role."""
    own = frozenset(p.id for p in holding if p.seksi == case.seksi)
    return (own & frozenset(case.analis)) or own


# --- step 1 ------------------------------------------------------------------------------------


def next_opening(unit: Unit, ctx: Context, kalender: Kalender) -> tuple[Triwulan, datetime]:
    """The next quarter to be ordered after now, and when."""
    quarter = current_triwulan(ctx.today())
    mulai = opening_of(unit, kalender, quarter)
    return (quarter, mulai) if mulai > ctx.now() else (quarter.next, opening_of(unit, kalender, quarter.next))


def _orders(unit: Unit, ctx: Context, kalender: Kalender) -> tuple[Item, ...]:
    """Quarters whose order is due and not sent to every seksi, one item each.

    A past quarter is asked for only where the office had begun to work with the program by then.
    """
    asked = _asked(current_triwulan(ctx.today()))
    years = {one.tahun for one in asked}
    stored = unit.cases.statuses(Jenis.BERKAS, years)
    ordered = {subject for subject, status in stored.items() if status is not INITIAL[Jenis.BERKAS]}
    first = min((one for one in asked if any(key[:2] == (one.tahun, one.nomor) for key in stored)), default=asked[-1])
    missing = {
        one: tuple(s for s in seksi_reporting(unit, one) if (one.tahun, one.nomor, s.kode) not in ordered)
        for one in asked
        if one >= first
    }
    found = (_order(unit, kalender, one, seksi) for one, seksi in missing.items() if seksi)
    return tuple(item for item in found if item.sejak is not None and item.sejak <= ctx.now())


def _asked(quarter: Triwulan) -> tuple[Triwulan, ...]:
    found = [quarter]
    while len(found) < PAST_QUARTERS:
        found.insert(0, found[0].previous)
    return tuple(found)


def _order(unit: Unit, kalender: Kalender, quarter: Triwulan, missing: tuple[Seksi, ...]) -> Item:
    mulai = opening_of(unit, kalender, quarter)
    norma = settings.revisi_sop(unit, quarter.last_day).norma[Langkah.TUGAS]
    return Item(
        key=f"tugas-{quarter.kode}",
        jenis=Jenis.BERKAS,
        tahun=quarter.tahun,
        triwulan=quarter,
        status=INITIAL[Jenis.BERKAS],
        desk=Role.KABID,
        langkah=Langkah.TUGAS,
        batas=kalender.due(norma, mulai),
        sejak=mulai,
        belum=missing,
    )
