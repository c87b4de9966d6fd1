"""Letters in one form, however deep the text lies; what has them already is not touched."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kinerja_desktop.domain.huruf import composed, folded, sought

APART, WHOLE = "Nu\u0304r", "N\u016br"


@dataclass(frozen=True)
class Holder:
    one: str
    more: tuple[Any, ...] = ()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (APART, WHOLE),
        ("\u212bngstr\u00f6m", "\u00c5ngstr\u00f6m"),
        ((1, APART, None), (1, WHOLE, None)),
        ([APART], [WHOLE]),
        ({APART}, {WHOLE}),
        (frozenset({APART}), frozenset({WHOLE})),
        ({APART: [APART]}, {WHOLE: [WHOLE]}),
        (Holder("a", ({"b": Holder(APART)},)), Holder("a", ({"b": Holder(WHOLE)},))),
    ],
)
def test_letters_are_composed_however_deep(given: object, kept: object) -> None:
    assert composed(given) == kept
    assert composed(kept) is kept


def test_what_is_given_one_by_one_is_composed_one_by_one() -> None:
    assert list(composed(teks for teks in (APART, "a"))) == [WHOLE, "a"]


def test_a_path_leads_where_it_led() -> None:
    assert composed(Path(APART)) == Path(APART)


def test_the_rest_of_a_text_stays_as_it_was_typed() -> None:
    teks = "  \u0627\u0644 \u202e x\ufeff \U0001f44d\r\n\tdua  spasi \u00bd \uff11"
    assert composed(teks) == teks


def test_looking_up_heeds_no_capitals() -> None:
    assert folded("NU\u0304R") == folded(WHOLE)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("nur", "Nūr"), ("jum'at", "Jum’at"), ("2023-2026", "2023–2026"), ("pasal 7", "Pasal\N{NO-BREAK SPACE}7")],
)
def test_what_is_looked_up_is_found_as_a_keyboard_types_it(typed: str, kept: str) -> None:
    assert sought(typed) == sought(kept)
