"""How tests read a paper of the office: composed as it is now, before any page is laid out."""

from collections.abc import Mapping
from typing import TypeVar

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services.compose.office.catalog import KATALOG
from kinerja_desktop.services.compose.office.kinds import Pokok, Sumber
from tests.office import RAHMA, Kantor

P = TypeVar("P")

PLANNER = (RAHMA, Role.KASUBAG_PERENCANAAN)


def composed(kantor: Kantor, kind: type[P], kunci: str, pokok: Pokok, isian: Mapping[str, str] | None = None) -> P:
    """The paper ``kunci`` about ``pokok``, with these answers of its form."""
    with kantor.store.read() as unit:
        paper = KATALOG[kunci].compose(Sumber(unit, kantor.ctx(*PLANNER), pokok, isian=isian or {}))
    assert isinstance(paper, kind)
    return paper
