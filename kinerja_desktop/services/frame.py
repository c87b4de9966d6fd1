"""What stands around every screen: the office, the person, his roles with their open tasks, the clock."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from kinerja_desktop.domain.errors import DataDamaged, KinerjaError
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.status_cadangan import StatusCadangan
from kinerja_desktop.domain.tanggal import format_hari_tanggal, format_tanggal, format_tanggal_waktu, format_waktu
from kinerja_desktop.domain.tenggat import catatan_kalender
from kinerja_desktop.services import auth, disk_room, moving, opening, program_files, settings, trail
from kinerja_desktop.services.backup_status import status_of
from kinerja_desktop.services.context import ALL_ROLES, Actor, Context, permits
from kinerja_desktop.services.desk import read_desks
from kinerja_desktop.storage.unit_of_work import Unit

if TYPE_CHECKING:
    from kinerja_desktop.services.damaged import IsianRusak
    from kinerja_desktop.services.lost_mark import TandaHilang


@dataclass(frozen=True, slots=True)
class PeranTampil:
    """One role of the person as the switch lists it: "Kabid (Camat)", "Analis · Seksi Pelayanan"."""

    actor: Actor
    label: str
    menunggu: int


@dataclass(frozen=True, slots=True)
class Pemberitahuan:
    """What everybody should know, and where it is mended.

    ``tab`` is the tab that mends it; whoever holds no role with that tab is told ``minta``, whom to ask. What no tab
    mends has a ``petunjuk``: the place of the help that says what to do ("listrik_padam#Diska penuh").
    """

    kalimat: str
    tab: str = ""
    minta: str = ""
    petunjuk: str = ""


@dataclass(frozen=True, slots=True)
class Bingkai:
    """The frame at one moment; ``pemberitahuan`` are what concerns everybody."""

    kantor: str
    kabupaten: str
    latihan: bool
    peran: tuple[PeranTampil, ...]
    waktu: str
    cadangan: StatusCadangan
    pemberitahuan: tuple[Pemberitahuan, ...]
    berhenti: KinerjaError | None = None
    """Why nothing is written any more."""
    rusak: "tuple[IsianRusak, ...]" = ()
    """Damaged drafts that concern this person."""
    tanda_hilang: "TandaHilang | None" = None
    """The mark of the history was gone, and this person has to look into it."""


@permits(*ALL_ROLES)
def load(ctx: Context) -> Bingkai:
    """Everything around the screens, from the same query as Kotak Tugas."""
    cadangan = status_of(ctx.office)
    with ctx.office.store.read() as unit:
        instansi = settings.instansi(unit)
        desks = read_desks(unit, ctx)
        actors = auth.actors_of(unit, ctx.actor.id, ctx.today())
        names = {s.kode: s.nama for s in unit.people.seksi()}
        pemeriksa = settings.pemeriksa(unit)
        now = ctx.now()
        return Bingkai(
            kantor=instansi.nama,
            kabupaten=instansi.kabupaten,
            latihan=ctx.office.latihan,
            peran=tuple(PeranTampil(a, label_of(a, names, pemeriksa), len(desks.mine(a))) for a in actors),
            waktu=f"{format_hari_tanggal(now.date())} · {format_waktu(now)} {settings.zona(unit).name}",
            cadangan=cadangan,
            pemberitahuan=_notices(unit, ctx),
            berhenti=ctx.office.store.stopped,
            rusak=_damaged(unit, ctx),
            tanda_hilang=_lost_mark(unit, ctx),
        )


def _damaged(unit: Unit, ctx: Context) -> "tuple[IsianRusak, ...]":
    """Hardly ever any, so what tells of them is loaded only then. A table that cannot be read is told by the check."""
    try:
        if not (ctx.office.store.notes_damaged or unit.drafts.damaged()):
            return ()
        from kinerja_desktop.services import damaged

        return damaged.seen_by(unit, ctx)
    except DataDamaged:
        return ()


def _lost_mark(unit: Unit, ctx: Context) -> "TandaHilang | None":
    """Hardly ever any, so what tells of it is loaded only then."""
    if ctx.actor.role is not Role.ADMIN or not unit.journal.count(trail.Kind.MARK.value, ""):
        return None
    from kinerja_desktop.services import lost_mark

    return lost_mark.waiting(unit, ctx)


def label_of(actor: Actor, names: dict[str, str], pemeriksa: str) -> str:
    """A role with what tells it from others of its kind."""
    if actor.role is Role.KABID:
        return f"{actor.role.label} ({pemeriksa})"
    if actor.seksi is not None:
        return f"{actor.role.label} · {names.get(actor.seksi, actor.seksi)}"
    return actor.role.label


_UPGRADED = "pembaruan#Memperbarui"
_FULL = "listrik_padam#Diska penuh"
_FILES = "bantuan_teknis#Berkas program berubah"
_CLOCK = "listrik_padam#Jam komputer salah"


def clock_doubt(last: datetime, today: date) -> Pemberitahuan:
    """Limits are counted from a clock that is known to be wrong, until it is set right."""
    told = format_tanggal_waktu(last, sekarang=today)
    doubt = "Batas waktu belum pasti sampai jam betul."
    return Pemberitahuan(f"Jam komputer lebih awal daripada catatan terakhir ({told}). {doubt}", petunjuk=_CLOCK)


def _notices(unit: Unit, ctx: Context) -> tuple[Pemberitahuan, ...]:
    """What everybody should know; what is not complete yet is told by ``readiness``. Nothing is blocked."""
    told = (
        _plain(opening.upgrade_told(ctx.office), _UPGRADED),
        _moved(unit),
        _plain(disk_room.warning(ctx.office), _FULL),
        _plain(program_files.warning(), _FILES),
        _calendar(unit, ctx),
    )
    return tuple(one for one in told if one is not None)


def _plain(kalimat: str | None, petunjuk: str) -> Pemberitahuan | None:
    return None if kalimat is None else Pemberitahuan(kalimat, petunjuk=petunjuk)


def _moved(unit: Unit) -> Pemberitahuan | None:
    day = moving.moved_on(unit)
    if day is None:
        return None
    told = f"Data kantor sudah pindah ke komputer lain pada {format_tanggal(day)}. Jangan mengisi lagi di komputer ini."
    return Pemberitahuan(told, "cadangan", "Bila pindahnya batal, minta Admin.")


def _calendar(unit: Unit, ctx: Context) -> Pemberitahuan | None:
    """A calendar that nobody confirmed yet shifts limits; whoever confirms it finds that under «Belum lengkap»."""
    if ctx.actor.role is Role.ADMIN and not ctx.office.latihan:
        return None
    table = unit.calendar.get(ctx.today().year)
    if table is not None and table.dikonfirmasi:
        return None
    note = catatan_kalender(ctx.today().year)
    told = f"{note[:1].upper()}{note[1:]}; batas waktu memakai perkiraan hari libur."
    return Pemberitahuan(told, "kalender", "Minta Admin mencocokkan hari liburnya.")
