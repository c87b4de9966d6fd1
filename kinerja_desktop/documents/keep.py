"""What may not be parted by the end of a page: a heading and what it heads, the closing words and the signature.

Only where pages break is decided here; nothing is drawn. To add a rule of keeping: a flowable whose ``split``
returns its parts, with a ``FrameBreak`` before them where they must move on.
"""

from collections.abc import Callable, Sequence
from copy import copy
from typing import Any, Final

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether, Paragraph
from reportlab.platypus.doctemplate import ActionFlowable, FrameBreak, NullActionFlowable

MAX_HEIGHT: Final = 100_000.0
_EASE: Final = 2.0
"""Points that the leading of the last paragraph may give up to keep a page from ending early."""

_MUCH: Final = 0.4
"""As much of a page does not stay empty before a turned one where the table may stand upright."""

_LEAST_ABOVE: Final = 8.0
"""Points above a signature block that are never given up."""


def stack_height(flowables: Sequence[Flowable], canvas: Canvas | None, width: float) -> float:
    """Height of flowables one below the other, without the space before the first and after the last.

    ``canvas`` is None before there is one, for those that need none to be measured.
    """
    on: Any = canvas
    total, after = 0.0, None
    for flowable in flowables:
        if after is not None:
            total += max(after, flowable.getSpaceBefore())
        total += flowable.wrapOn(on, width, MAX_HEIGHT)[1]
        after = flowable.getSpaceAfter()
    return total


def closer(signature: Flowable) -> Flowable:
    """The signature block with less white above it: that gives way before a page ends early."""
    made = copy(signature)
    made.spaceBefore = min(made.getSpaceBefore(), _LEAST_ABOVE)
    return made


def _fitting(content: Sequence[Flowable], canvas: Canvas, width: float, height: float) -> list[Flowable]:
    """The content and its signature where they have room, perhaps closer together; nothing where they have none."""
    *before, signature = content
    made = ([*before, last] for last in (signature, closer(signature)))
    return next((parts for parts in made if stack_height(parts, canvas, width) <= height), [])


class _Kept(KeepTogether):
    """Base: always asked to split, and then decides."""

    _content: list[Any]
    _frame: Any

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        return aw, MAX_HEIGHT

    def _at_top(self) -> bool:
        return bool(getattr(self._frame, "_atTop", 0))

    def _moved(self) -> list[Flowable]:
        """The content on the next page, unless this page is still empty."""
        return [NullActionFlowable() if self._at_top() else FrameBreak(), *self._content]


class KeepStart(_Kept):
    """A chain of headings with the beginning of what follows: two lines of text, or the first rows of a table."""

    @property
    def length(self) -> int:
        """How many flowables the chain has."""
        return len(self._content)

    def heading(self, follower: Flowable) -> "KeepStart":
        """The chain, all of it headings, with what it heads; its last heading does not begin another one."""
        *heads, last = self._content
        ends: Any = copy(last)
        ends.keepWithNext = 0
        return KeepStart([*heads, ends, follower])

    def split(self, aw: float, ah: float) -> list[Flowable]:
        """Part the follower where it allows; else everything moves on."""
        *heads, follower = self._content
        if stack_height(self._content, self.canv, aw) <= ah:
            return list(self._content)
        gap = max(heads[-1].getSpaceAfter(), follower.getSpaceBefore()) if heads else 0.0
        parts = self._start_of(follower, aw, ah - stack_height(heads, self.canv, aw) - gap)
        return [*heads, *parts] if parts else self._moved()

    def _start_of(self, follower: Flowable, aw: float, ah: float) -> list[Flowable]:
        if ah <= 0:
            return []
        framed: Any = follower
        framed.canv, framed._frame = self.canv, self._frame  # noqa: SLF001  as a frame does before it splits
        parts = follower.splitOn(self.canv, aw, ah)
        return [] if parts and isinstance(parts[0], ActionFlowable) else parts


class Opening(_Kept):
    """The opening of a chapter whose table lies on a turned page: here if there is room, else above the table.

    ``turning`` leads to the turned page and ``turned`` makes what stands there; ``upright`` makes the same for this
    page and is taken where much of it would stay empty else.
    """

    def __init__(
        self,
        flowables: Sequence[Flowable],
        turning: Sequence[Flowable],
        turned: Callable[[], Sequence[Flowable]] = tuple,
        upright: Callable[[], Sequence[Flowable]] | None = None,
    ) -> None:
        super().__init__(list(flowables))
        self.turning, self.turned, self.upright = list(turning), turned, upright

    def split(self, aw: float, ah: float) -> list[Flowable]:
        """A page that has just begun keeps the opening, so that it is not left empty."""
        left = ah - stack_height(self._content, self.canv, aw)
        if self.upright and left > _MUCH * self._frame._height:  # noqa: SLF001  as below
            return [NullActionFlowable(), *self._content, *self.upright()]
        if self._at_top() or left >= 0:
            return [NullActionFlowable(), *self._content, *self.turning, *self.turned()]
        return [*self.turning, *self._content, *self.turned()]


class Closing(_Kept):
    """The last two paragraphs and the signature block, which never stands alone on a page."""

    def __init__(self, paragraphs: Sequence[Flowable], signature: Flowable) -> None:
        super().__init__([*paragraphs[-2:], signature])

    def split(self, aw: float, ah: float) -> list[Flowable]:
        """Keep all together; ease the last paragraph if much would stay empty; part it only if a page is too short."""
        if fitting := _fitting(self._content, self.canv, aw, ah):
            return fitting
        page = self._frame._height  # noqa: SLF001  ReportLab gives a frame's height no other way
        if ah > page / 3 and (eased := self._eased(aw, ah)):
            return eased
        if stack_height(self._content, self.canv, aw) <= page:
            return self._moved()
        *before, signature = self._content
        return [NullActionFlowable(), *before[:-1], _Tail([before[-1], signature])]

    def _eased(self, aw: float, ah: float) -> list[Flowable]:
        *before, last, signature = self._content
        if not isinstance(last, Paragraph):
            return []
        eased = copy(last)
        eased.style = last.style.clone("eased", leading=last.style.leading - _EASE)
        return _fitting([*before, eased, signature], self.canv, aw, ah)


class ClosingChapter(_Kept):
    """The closing chapter with what stands above it: that gives up its end, so that no page holds the chapter alone.

    ``above`` is a table, of which the last rows go with the chapter, or a few words, which go with it as a whole.
    """

    def __init__(
        self, above: Sequence[Flowable], heading: Flowable, paragraphs: Sequence[Flowable], signature: Flowable
    ) -> None:
        super().__init__([*above, heading, *paragraphs[:-2], Closing(paragraphs, signature)])
        self.above, self.rest = list(above), (heading, paragraphs, signature)

    def split(self, aw: float, ah: float) -> list[Flowable]:
        """All of it here where it has room."""
        heading, paragraphs, signature = self.rest
        if stack_height([*self.above, heading, *paragraphs, closer(signature)], self.canv, aw) <= ah:
            return list(self._content)
        if self._at_top() and len(self.above) > 1:
            return [NullActionFlowable(), *self._content]
        parts = self._parted(aw, ah) if len(self.above) == 1 else []
        return [*parts[:-1], ClosingChapter(parts[-1:], *self.rest)] if len(parts) > 1 else self._moved()

    def _parted(self, aw: float, ah: float) -> list[Flowable]:
        (table,) = self.above
        framed: Any = table
        framed.last, framed._frame = True, self._frame  # noqa: SLF001  as a frame does before it splits
        return list(framed.splitOn(self.canv, aw, ah))


class ClosingTable(_Kept):
    """A paper's last table and the signature block: where both do not fit, the last rows go with the signature.

    Few words may stand between them and go with the signature too.
    """

    def __init__(self, table: Flowable, *end: Flowable) -> None:
        super().__init__([table, *end])

    def split(self, aw: float, ah: float) -> list[Flowable]:
        """Keep both together, or part the table where it allows; else everything moves on."""
        if fitting := _fitting(self._content, self.canv, aw, ah):
            return fitting
        table, *end = self._content
        table.followed, table._frame = True, self._frame  # noqa: SLF001  as a frame does before it splits
        parts = table.splitOn(self.canv, aw, ah)
        if len(parts) > 1:
            return [*parts[:-1], ClosingTable(parts[-1], *end)]
        return self._moved() if self._at_top() else [FrameBreak(), ClosingTable(table, *end)]


class _Tail(_Kept):
    """A paragraph longer than the page can spare and the signature: the last lines go with the signature."""

    def split(self, aw: float, ah: float) -> list[Flowable]:
        last, signature = self._content
        if stack_height(self._content, self.canv, aw) <= ah:
            return list(self._content)
        height = stack_height([last], self.canv, aw)
        lines = last.style.leading * 2
        parts = last.splitOn(self.canv, aw, min(ah, height - lines))
        if len(parts) < 2:
            return self._moved() if self._at_top() else [FrameBreak(), _Tail([last, signature])]
        return [parts[0], FrameBreak(), _Tail([*parts[1:], signature])]
