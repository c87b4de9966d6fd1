"""Who may sign for the head of the office: "a.n." by the secretary or the Kabid, "u.b." one step below him.

A deputy signs "a.n. CAMAT KELARA / SEKRETARIS CAMAT,"; whoever signs for the deputy adds "u.b.".
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from kinerja_desktop.domain.laporan import Penandatangan
from kinerja_desktop.domain.pegawai import Instansi, Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import settings
from kinerja_desktop.services.compose.bahan import head_of_office
from kinerja_desktop.services.compose.naskah import Pilihan, signer
from kinerja_desktop.storage.unit_of_work import Unit

T = TypeVar("T")
_SEKRETARIS = "sekretaris"


@dataclass(frozen=True, slots=True)
class Wakil:
    """Somebody who may sign for the head: how the choice names him, how he signs."""

    id: str
    label: str
    penandatangan: Penandatangan


def deputies(unit: Unit, instansi: Instansi, day: date) -> tuple[Wakil, ...]:
    """Everybody who may sign for the head on a day; nobody while there is no head."""
    head = head_of_office(unit, day, instansi)
    return tuple(_deputies(unit, instansi, day, head)) if head.id else ()


def _deputies(unit: Unit, instansi: Instansi, day: date, head: Pegawai) -> Iterator[Wakil]:
    above = f"a.n. {_title(head, instansi)}"
    second = [p for p in unit.people.all() if p.id != head.id and p.berlaku(day) and _stands_in(p)]
    for person in second:
        yield _wakil(person, "a.n.", (above,), instansi)
    for person in unit.people.holders(Role.KASUBAG_PERENCANAAN, day) if second else ():
        if person.id not in {head.id, *(p.id for p in second)}:
            yield _wakil(person, "u.b.", (above, _title(second[0], instansi), "u.b."), instansi)


def _stands_in(person: Pegawai) -> bool:
    return person.jabatan.casefold().startswith(_SEKRETARIS) or Role.KABID in person.peran


def _title(person: Pegawai, instansi: Instansi) -> str:
    return signer(person, instansi).baris_jabatan[0].rstrip(",")


def _wakil(person: Pegawai, word: str, above: tuple[str, ...], instansi: Instansi) -> Wakil:
    own = signer(person, instansi)
    signs = replace(own, baris_jabatan=(*above, *own.baris_jabatan))
    return Wakil(person.id, f"{word} {person.nama} ({person.jabatan_tercetak})", signs)


def signed(paper: T, unit: Unit, instansi: Instansi, pilihan: Pilihan, day: date) -> T:
    """The paper signed by the deputy who was chosen; as it is where the head signs or nobody does.

    Boxes for initials stand on what the head or his deputy signs, but for papers that name their own.
    """
    made: Any = paper
    chosen = next((w for w in deputies(unit, instansi, day) if w.id == pilihan.wakil), None) if pilihan.wakil else None
    if chosen is not None and hasattr(made, "penandatangan"):
        made = replace(made, penandatangan=chosen.penandatangan)
    elif getattr(made, "penandatangan", None) != signer(head_of_office(unit, day, instansi), instansi):
        return paper
    if not hasattr(made, "paraf") and hasattr(made, "penandatangan"):
        made = replace(made, naskah=replace(made.naskah, paraf=settings.paraf(unit)))
    signed_paper: T = made
    return signed_paper
