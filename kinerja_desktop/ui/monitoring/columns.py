"""How wide the columns of the matrix are: no word is cut while there is any way to say it whole.

The name goes on two lines before a step loses room, and what is late is told shortly (`SelWaktu.ringkas`) before that.
"""

from collections.abc import Iterable, Sequence

from kinerja_desktop.services.monitoring import BarisWaktuSeksi, SelWaktu
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.monitoring.looks import CHIPPED, LOOK, QUIET
from kinerja_desktop.ui.theme import IconSize, TextStyle
from kinerja_desktop.ui.widgets.chips import ChipSpec, chip_width
from kinerja_desktop.ui.widgets.painting import text_width

LEFT, RIGHT, GAP = 8, 4, 5
"""Air beside what a cell says, and between symbol and words."""


def nothing(cell: SelWaktu) -> bool:
    """Whether a cell has nothing to say."""
    return cell.teks in ("", "–", "-")


def spec(cell: SelWaktu, teks: str = "") -> ChipSpec:
    """Symbol, words and tone of a cell."""
    tone, icon, shape = LOOK[cell.keadaan]
    return ChipSpec(tone, icon, teks or cell.teks, shape)


def width_of(cell: SelWaktu, teks: str = "") -> int:
    """What a cell needs to say this whole, or all its words."""
    if nothing(cell):
        return theme.px(GAP)
    if cell.keadaan in QUIET:
        return theme.px(IconSize.TEXT) + theme.px(GAP) + text_width(teks or cell.teks, TextStyle.BODY)
    return chip_width(spec(cell, teks), plain=cell.keadaan not in CHIPPED)


def fitting(cell: SelWaktu, room: int) -> str:
    """The words of a cell, the short ones where there is no room for all."""
    return cell.ringkas if cell.ringkas and width_of(cell) > room else cell.teks


def widths(
    rows: Sequence[BarisWaktuSeksi],
    heads: Sequence[tuple[str, str]],
    room: int,
    *,
    seen: Sequence[int] | None = None,
    name: int | None = None,
) -> list[int]:
    """Width of the name and of each step that is seen; together they fill the room. Names on one line come first.

    ``name``: the width that a person gave it. Where the room is short of what the words need, they exceed it.
    """
    seen = range(len(heads)) if seen is None else seen
    names = [row.seksi.nama for row in rows]
    whole_name, least_name = (name or _padded(map(of, names)) for of in (_one_line, _two_lines))
    whole, least = (_steps(rows, heads, seen, short=short) for short in (False, True))
    wanted = ((whole_name, whole), (least_name, whole), (least_name, least))
    first, own = next((w for w in wanted if w[0] + sum(w[1]) <= room), wanted[-1])
    spare = max(0, room - first - sum(own))
    longer = min(spare, whole_name - first)
    each = (spare - longer) // (len(own) + 1)
    shared = [width + each for width in own]
    return [max(first, room - sum(shared)), *shared]


def _steps(
    rows: Sequence[BarisWaktuSeksi], heads: Sequence[tuple[str, str]], seen: Sequence[int], *, short: bool
) -> list[int]:
    cells = ([row.sel[at] for row in rows] for at in seen)
    said = (_padded(width_of(cell, cell.ringkas if short else "") for cell in column) for column in cells)
    return [
        max(_padded(text_width(line, TextStyle.BODY_500) for line in head), own)
        for head, own in zip((heads[at] for at in seen), said, strict=True)
    ]


def _padded(lengths: Iterable[int]) -> int:
    return max(lengths, default=0) + theme.px(LEFT + RIGHT) + 2


def _one_line(name: str) -> int:
    return text_width(name, TextStyle.BODY_500)


def _two_lines(name: str) -> int:
    words = name.split(" ")
    cuts = range(1, max(2, len(words)))
    halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in cuts)
    return min(max(_one_line(first), _one_line(second)) for first, second in halves)
