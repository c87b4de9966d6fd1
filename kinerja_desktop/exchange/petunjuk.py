"""Reads the help and the list of changes that travel with the program (``resources/bantuan``).

To add a subject: its text file there, and its name in ``daftar_isi.txt``, which gives order, groups and roles:

    # Layar
    kotak_tugas
    penugasan: kabid

Names of subjects of a tab are the tab's key. ``{batas 2}`` in a text becomes the SOP's own limit of that step.
"""

import re
from collections.abc import Iterator
from functools import cache

from kinerja_desktop import paths
from kinerja_desktop.domain.petunjuk import Subjek, read_subjek
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.sop import SOP_2022
from kinerja_desktop.domain.workflow import Langkah

_FOLDER, _ORDER, _CHANGES = "bantuan", "daftar_isi.txt", "perubahan"
_LIMIT = re.compile(r"\{batas ([0-9a-z]+)\}")


Batas = tuple[tuple[Langkah, str], ...]
BATAS_SOP: Batas = tuple((langkah, norma.label) for langkah, norma in SOP_2022.norma.items())
"""Limits of the SOP as it was approved, by step, in words."""


@cache
def all_subjek(batas: Batas = BATAS_SOP) -> tuple[Subjek, ...]:
    """Every subject, in the order of the help. Raises MarkupSalah and OSError for a program that is not whole."""
    return tuple(read_subjek(name, _text(name, batas), group, roles) for name, group, roles in _order())


@cache
def perubahan() -> Subjek:
    """What changed from version to version, newest first: a subject whose headings are versions."""
    return read_subjek(_CHANGES, _text(_CHANGES, ()))


def _order() -> Iterator[tuple[str, str, frozenset[Role]]]:
    group = ""
    for line in paths.resource(_FOLDER, _ORDER).read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            group = line[2:]
        elif line:
            name, _, roles = line.partition(":")
            yield name, group, frozenset(Role(role.strip()) for role in roles.split(",") if role.strip())


def _text(name: str, batas: Batas) -> str:
    text = paths.resource(_FOLDER, f"{name}.md").read_text(encoding="utf-8")
    named = {langkah.value: words for langkah, words in batas}
    return _LIMIT.sub(lambda found: named[found[1]], text)
