"""Every refusal has a sentence, in the house's style."""

import inspect
import re
from datetime import UTC, date, datetime, time
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from kinerja_desktop import messages
from kinerja_desktop.domain import errors
from kinerja_desktop.domain.roles import Role

FAMILIES = set(errors.KinerjaError.__subclasses__())
REFUSALS = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, errors.KinerjaError) and kind not in FAMILIES | {errors.KinerjaError}
]


NAMED = {
    "why": "awan",
    "choices": (Role.KABID.value, Role.CAMAT.value),
    "allowed": (Role.KABID.value, Role.CAMAT.value),
    "role": Role.ANALIS.value,
    "kesalahan": (errors.Kesalahan("a.xlsx", "Indikator", "F12", "delapan", "bukan angka.", "Tulis 8."),),
    "isian": (errors.IsianSalah("penugasan.hari", "Tanggal", errors.SebabIsian.LUAR_BATAS, (1, 28)),),
}


def sample(kind: type[errors.KinerjaError]) -> errors.KinerjaError:
    """An error of this class with plausible facts."""
    hints = get_type_hints(kind)
    return kind(**{name: _fact(name, hints[name]) for name in kind.facts})


def _fact(name: str, hint: Any) -> Any:  # noqa: ANN401  # facts are of any type
    if name in NAMED:
        return NAMED[name]
    if inspect.isclass(hint) and issubclass(hint, Enum):
        return next(iter(hint))
    values = {
        int: 3,
        bool: True,
        str: "contoh",
        datetime: datetime(2026, 7, 14, 10, 47, tzinfo=UTC),
        date: date(2026, 7, 14),
        time: time(7, 30),
        Path: Path("contoh"),
    }
    if hint in values:
        return values[hint]
    arms = [a for a in get_args(hint) if a not in (type(None), Ellipsis)]
    inner = _fact(name, arms[0])
    return (inner,) if getattr(hint, "__origin__", None) is tuple else inner


def test_each_refusal_has_exactly_one_sentence() -> None:
    assert messages.known_types() == frozenset(REFUSALS)


@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.__name__)
def test_a_refusal_is_told_plainly(kind: type[errors.KinerjaError]) -> None:
    told = messages.sentence(sample(kind))

    assert not told[0].islower() or told.startswith(("a.xlsx", "contoh"))  # a fact may stand first
    assert told.endswith(".")
    assert "!" not in told
    assert "None" not in told
    assert not re.search(r"\b(error|file|password|user|maaf|login|backup)\b", told, re.IGNORECASE)
    assert all(len(part.split()) <= 25 for part in re.split(r"(?<=[.:;]) ", told))


@pytest.mark.parametrize("refused", [errors.BackupDamaged("a.kpb", "Isinya berubah."), errors.NotOurFile("kinerja.db")])
def test_a_damaged_file_says_what_to_use_instead(refused: errors.KinerjaError) -> None:
    assert "Pakai " in messages.sentence(refused)
