"""Segmented control: two to five views of one thing, with counts, exactly one chosen.

One stop of the tab key; arrows choose. The count belongs to the list that the segment opens and comes from its query.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Height, TextStyle
from kinerja_desktop.ui.widgets.cards import row
from kinerja_desktop.ui.widgets.painting import text_width
from kinerja_desktop.ui.widgets.showing import set_shown

_SIDE, _SIDE_NARROW = 15, 8


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice; ``count`` None shows no number."""

    key: str
    text: str
    count: int | None = None


class _Button(QPushButton):
    """As wide as its words when chosen, so that choosing moves nothing."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self.side = _SIDE
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("kind", "segment")
        self.setProperty("place", place)

    def sizeHint(self) -> QSize:
        width = text_width(self.text(), TextStyle.BODY_500) + 2 * theme.px(self.side) + 1
        return QSize(width, theme.height(Height.CONTROL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Segmented(QWidget):
    """``chosen`` carries the key of the segment that a person chose."""

    chosen = Signal(str)

    def __init__(self, segments: Sequence[Segment], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._segments = {segment.key: segment for segment in segments}
        self._buttons = {
            segment.key: _Button(place) for segment, place in zip(segments, _places(len(segments)), strict=True)
        }
        group = QButtonGroup(self)
        for button in self._buttons.values():
            group.addButton(button)
            button.setAutoExclusive(True)  # said as one of several; the group does it already
        self.setLayout(row(*self._buttons.values(), space=0))
        self.set_counts({})
        self.choose(segments[0].key)
        group.buttonClicked.connect(lambda _: self._tell())

    def key(self) -> str:
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Choose from the program; ``chosen`` is not emitted."""
        self._buttons[key].setChecked(True)
        self.setFocusProxy(self._buttons[key])

    def _tell(self) -> None:
        self.setFocusProxy(self._buttons[self.key()])
        self.chosen.emit(self.key())

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """New numbers for some keys; the others keep theirs."""
        for key, button in self._buttons.items():
            segment = self._segments[key]
            count = counts.get(key, segment.count)
            self._segments[key] = Segment(key, segment.text, count)
            text = segment.text if count is None else f"{segment.text}  {count}"
            button.setText(text)
            button.setAccessibleName(segment.text if count is None else f"{segment.text}, {count}")
            button.updateGeometry()

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Other words for some keys."""
        for key, text in texts.items():
            self._segments[key] = Segment(key, text, self._segments[key].count)
        self.set_counts({})

    def set_offered(self, keys: Collection[str]) -> None:
        """Offer these alone; the first of them is chosen where the one that was is not among them."""
        for key, button in self._buttons.items():
            set_shown(button, shown=key in keys)
        if self.key() not in keys:
            self.choose(next(key for key in self._buttons if key in keys))

    def offers(self, key: str) -> bool:
        return not self._buttons[key].isHidden()

    def set_narrow(self, *, narrow: bool) -> None:
        """Less air at the sides of the words in narrow mode."""
        for button in self._buttons.values():
            button.side = _SIDE_NARROW if narrow else _SIDE
            button.updateGeometry()


def _places(count: int) -> list[str]:
    if count == 1:
        return ["only"]
    return ["first", *["middle"] * (count - 2), "last"]
