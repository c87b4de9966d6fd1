"""Leaves out of the drawing of a page what says nothing new: a colour or face in force already, a state kept twice.

Nothing that is seen changes; tables of many small texts are written, kept and checked for the archive in less time.
Only lines of a form that ReportLab writes are touched, and after any other every colour and face is said again. To
leave out one more setting: its operator in ``_SETTINGS``.
"""

import re
from collections.abc import Sequence
from typing import Final

_N: Final = r"-?[\d.]+"
_FIRST: Final = "0 0 0 rg"
_SETTINGS: Final = {"rg": 3, "RG": 3, "w": 1, "J": 1, "j": 1}
"""Operators that stand alone in their line, and how many numbers each takes."""
_NEUTRAL: Final = re.compile(r"[-\d.\s\[\]cdmnlhreSfBWM*]*|/\S+ Do|/\S+ BMC|EMC")
"""Matrices, paths, forms and marks: they leave colours and faces as they are."""
_TEXT: Final = re.compile(
    rf"(BT (?:{_N} ){{6}}Tm (?:{_N} {_N} Td )?(?:{_N} T[Lw] )*)({_N} {_N} {_N} rg )?(/\S+ {_N} Tf )(?={_N} TL \()"
)
"""The beginning of a text, up to its first words."""
_CHANGES: Final = re.compile(r" (?:Tf|[rR]?[gG]|[kK]|[sS][cC][nN]?|[cC][sS]|gs) ")
_END: Final = re.compile(r"\) Tj +T\*(?: -?[\d.]+ 0 Td)? ET")
"""The end of a text with the way to a next line that does not come."""


def lean(code: Sequence[str]) -> list[str]:
    """The same drawing in fewer words; returned as it is where a line keeps and restores states on its own."""
    drawing = _Drawing()
    for line in code:
        if line == "q":
            drawing.keep()
        elif line == "Q":
            drawing.restore()
        elif text := _TEXT.match(line):
            drawing.text(line, text)
        elif _SETTINGS.get(operator := line[line.rfind(" ") + 1 :]) == line.count(" "):
            drawing.setting(operator, line)
        elif {"q", "Q"}.isdisjoint(line.split()):
            drawing.other(line)
        else:
            return list(code)
    return drawing.lines()


class _Drawing:
    """What is written so far, and what is in force at its end: the line that set it, by operator."""

    def __init__(self) -> None:
        self._written, self._force = [_FIRST], {"rg": _FIRST}
        self._kept: list[tuple[int, dict[str, str]]] = []
        self._inner = 0
        """Where the state was kept that was restored last."""

    def lines(self) -> list[str]:
        return [line for line in self._written if line]

    def keep(self) -> None:
        self._kept.append((len(self._written), self._force.copy()))
        self._written.append("q")

    def restore(self) -> None:
        if self._written[-1] == "Q":
            self._written[self._inner] = ""
        else:
            self._written.append("Q")
        self._inner, self._force = self._kept.pop()

    def setting(self, operator: str, line: str) -> None:
        if self._news(operator, line):
            self._written.append(line)

    def text(self, line: str, begin: re.Match[str]) -> None:
        said, colour, face = begin.groups("")
        if colour and self._news("rg", colour[:-1]):
            said += colour
        if self._news("Tf", face):
            said += face
        if _CHANGES.search(line, line.find(")")):
            self._force.clear()
        last = line.rfind(")")
        rest = f"{line[begin.end() : last]}) Tj ET" if _END.fullmatch(line, last) else line[begin.end() :]
        self._written.append(said + rest)

    def other(self, line: str) -> None:
        self._written.append(line)
        if not _NEUTRAL.fullmatch(line):
            self._force.clear()

    def _news(self, operator: str, said: str) -> bool:
        """Whether this is not in force yet; from now on it is."""
        before, self._force[operator] = self._force.get(operator), said
        return before != said
