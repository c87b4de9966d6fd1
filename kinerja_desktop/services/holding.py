"""Who holds which role on a day: asked at the log-in, and again by every service before it does anything.

Here stands what needs a person alone; ``auth`` makes the actors that one log-in may choose from.
"""

from datetime import date

from kinerja_desktop.domain.errors import NotFound
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.storage.unit_of_work import Unit


def holds(unit: Unit, pegawai_id: str, role: Role, seksi: str | None, tanggal: date) -> bool:
    """True where this row of a person carries the role on that day (for that seksi), or stands in for an Admin."""
    try:
        post = unit.people.get(pegawai_id)
    except NotFound:
        return False
    if not post.berlaku(tanggal):
        return False
    if role in post.peran:
        return not role.of_seksi or post.seksi == seksi
    return role is Role.ADMIN and Role.KASUBAG_PERENCANAAN in post.peran and not has_admin(unit, tanggal)


def has_admin(unit: Unit, tanggal: date) -> bool:
    """True where somebody with an account is Admin on that day."""
    admins = unit.people.holders(Role.ADMIN, tanggal)
    return any(unit.accounts.by_pegawai(post.id) is not None for a in admins for post in posts_of(unit, a.id))


def posts_of(unit: Unit, pegawai_id: str) -> tuple[Pegawai, ...]:
    """The rows of one human being: the same user name or the same NIP."""
    person = unit.people.get(pegawai_id)
    return tuple(p for p in unit.people.all() if same_person(p, person))


def account_name(unit: Unit, person: Pegawai) -> str | None:
    """The user name by which a human being logs in, whichever of his rows it was made for."""
    found = (unit.accounts.by_pegawai(post.id) for post in posts_of(unit, person.id))
    return next((account.pengguna for account in found if account is not None), None)


def same_person(one: Pegawai, other: Pegawai) -> bool:
    """True for the same row, the same user name, or the same NIP."""
    return one.id == other.id or any(
        a is not None and a == b for a, b in ((one.nip, other.nip), (one.pengguna, other.pengguna))
    )
