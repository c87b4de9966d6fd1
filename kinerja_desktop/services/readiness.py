"""What of the office is not complete yet, in words, and where it is done: «Belum lengkap» and the set-up pages.

Nothing is stored about it but that somebody looked at the limits of the SOP: everything else is seen in the office
itself, so that a page that was skipped and what was later filled in a tab are told alike. To add one more thing: a
function that answers a `Kurang` or None, its line in ``_LOOKS``, and whose it is in ``_DOES``.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import auth, backup_sheet, backup_status, settings
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import ALL_ROLES, Actor, Context, Office, permits
from kinerja_desktop.services.settings_declared import Kelompok
from kinerja_desktop.storage.unit_of_work import Unit

_SOP_SEEN = "penyiapan.batas_sop"
_NAMED = 3
"""So many roles without a holder are named, the others counted."""


class Bagian(Enum):
    """Pages of Penyiapan Awal in their order; the value is the name of the page."""

    KANTOR = "Kantor"
    PEJABAT = "Pejabat"
    KALENDER = "Kalender"
    SOP = "Batas SOP"
    RENCANA = "Rencana Kinerja"
    CADANGAN = "Cadangan"


@dataclass(frozen=True, slots=True)
class Kurang:
    """One thing that is missing: ``nama`` for lists ("pejabat"), the sentence, the tab where it is filled in.

    ``hal`` is the thing that is shown on that tab; empty where it is the first one.
    """

    bagian: Bagian
    nama: str
    kalimat: str
    tab: str
    hal: str = ""


@dataclass(frozen=True, slots=True)
class Kesiapan:
    """What who asks can complete, the pages on which nothing is missing, and whether the office has no name yet."""

    kurang: tuple[Kurang, ...] = ()
    lengkap: frozenset[Bagian] = frozenset()
    baru: bool = False

    @property
    def ringkasan(self) -> str:
        """Say it in one line: "pejabat, kalender 2027"."""
        return ", ".join(one.nama for one in self.kurang)


def is_new(office: Office) -> bool:
    """True until somebody wrote the office's name: whoever may set it up begins with that."""
    with office.store.read() as unit:
        return _is_new(unit)


def _is_new(unit: Unit) -> bool:
    return settings.instansi_given(unit).nama == settings.KANTOR_BARU.nama


_Look = Callable[[Unit, Context], Kurang | None]


@permits(*ALL_ROLES)
def load(ctx: Context) -> Kesiapan:
    """What is missing, for who can do something about it in one of his roles; nothing in a practice office.

    It is told in the roles that look after the office alone.
    """
    if ctx.office.latihan or ctx.actor.role not in backup_sheet.MAKERS:
        return Kesiapan()
    with ctx.office.store.read() as unit:
        can = {actor.role for actor in auth.actors_of(unit, ctx.actor.id, ctx.today())}
        found = [missing for look in _LOOKS if (missing := look(unit, ctx)) is not None]
        return Kesiapan(
            tuple(one for one in found if can & set(_DOES[one.bagian])),
            frozenset(Bagian) - {one.bagian for one in found},
            _is_new(unit),
        )


@permits(*backup_sheet.MAKERS)
def in_role(ctx: Context, role: Role) -> Actor | None:
    """The same person in another role, in which something of his is completed; None where he does not hold it today."""
    with ctx.office.store.read() as unit:
        held = auth.actors_of(unit, ctx.actor.id, ctx.today())
    return next((actor for actor in held if actor.role is role), None)


@permits(Role.ADMIN)
def sop_seen(ctx: Context) -> Changes:
    """Somebody looked at the limits of the SOP and the office hours and leaves them as they are now."""
    with ctx.office.store.unit() as unit:
        settings.put(unit, ctx.actor, ctx.now(), _SOP_SEEN, ctx.today().isoformat())
        unit.commit()
    return frozenset({Change.SETTINGS})


def _identity(unit: Unit, _: Context) -> Kurang | None:
    given = settings.instansi_given(unit)
    named = not _is_new(unit) and given.kabupaten != settings.KANTOR_BARU.kabupaten
    wanted = (("nama kantor dan kabupaten", named), ("alamat", given.alamat), ("lambang daerah", given.lambang))
    open_parts = [what for what, there in wanted if not there]
    if not open_parts:
        return None
    sentence = f"Kop surat belum lengkap: {_joined(open_parts)}."
    return Kurang(Bagian.KANTOR, "identitas kantor", sentence, "pengaturan")


def _officials(unit: Unit, ctx: Context) -> Kurang | None:
    if not unit.people.seksi():
        return Kurang(Bagian.PEJABAT, "pejabat", "Belum ada seksi dan pejabatnya.", "pengguna")
    missing = tuple(_without_holder(unit, ctx))
    if not missing:
        return None
    more = f", dan {len(missing) - _NAMED} peran lain" if len(missing) > _NAMED else ""
    sentence = f"Belum ada {', '.join(missing[:_NAMED])}{more}."
    return Kurang(Bagian.PEJABAT, "pejabat", sentence, "pengguna")


def _without_holder(unit: Unit, ctx: Context) -> Iterator[str]:
    """Roles of the SOP that nobody holds today."""
    for role in (Role.KABID, Role.CAMAT, Role.KASUBAG_PERENCANAAN):
        if not unit.people.holders(role, ctx.today()):
            yield role.label
    for seksi in unit.people.seksi():
        for role in (Role.KASUBAG, Role.ANALIS):
            if not unit.people.holders(role, ctx.today(), seksi.kode):
                yield f"{role.label} {seksi.nama}"


def _calendar(unit: Unit, ctx: Context) -> Kurang | None:
    year = ctx.today().year
    table = unit.calendar.get(year)
    if table is not None and table.dikonfirmasi:
        return None
    sentence = f"Kalender {year} belum dikonfirmasi; batas waktu memakai perkiraan hari libur."
    return Kurang(Bagian.KALENDER, f"kalender {year}", sentence, "kalender")


def _limits(unit: Unit, _: Context) -> Kurang | None:
    if unit.settings.get(_SOP_SEEN) is not None or len(settings.revisions(unit)) > 1:
        return None
    sentence = "Batas waktu SOP dan jam kerja belum diperiksa."
    return Kurang(Bagian.SOP, "batas SOP", sentence, "pengaturan", Kelompok.SOP.name)


def _plan(unit: Unit, ctx: Context) -> Kurang | None:
    from kinerja_desktop.services import planning  # here, because a start need not wait for it

    year = ctx.today().year
    if not planning.rencana_of(unit, year).indikator:
        sentence = f"Rencana kinerja {year} belum diisi; tanpa rencana tidak ada yang dapat ditugaskan."
    elif planning.fixed_on(unit, year) is None:
        sentence = f"Rencana kinerja {year} belum ditetapkan."
    else:
        return None
    return Kurang(Bagian.RENCANA, f"rencana kinerja {year}", sentence, "rencana_kinerja")


def _sheet(unit: Unit, _: Context) -> Kurang | None:
    if unit.settings.get(backup_sheet.SHEET_KEY) is not None:
        return None
    sentence = "Lembar pemulihan belum dicetak; tanpa lembar itu cadangan hanya terbuka di komputer ini."
    return Kurang(Bagian.CADANGAN, "lembar pemulihan", sentence, "cadangan")


def _copy(unit: Unit, _: Context) -> Kurang | None:
    if backup_status.has_usb(unit):
        return None
    return Kurang(Bagian.CADANGAN, "cadangan USB", "Belum pernah ada cadangan pada flashdisk (USB).", "cadangan")


def _joined(words: list[str]) -> str:
    return " dan ".join(filter(None, (", ".join(words[:-1]), words[-1])))


_LOOKS: tuple[_Look, ...] = (_identity, _officials, _calendar, _limits, _plan, _sheet, _copy)
_DOES: Mapping[Bagian, tuple[Role, ...]] = {
    Bagian.KANTOR: (Role.ADMIN,),
    Bagian.PEJABAT: (Role.ADMIN,),
    Bagian.KALENDER: (Role.ADMIN,),
    Bagian.SOP: (Role.ADMIN,),
    Bagian.RENCANA: (Role.KASUBAG_PERENCANAAN,),
    Bagian.CADANGAN: backup_sheet.MAKERS,
}
"""Roles that complete a page."""
