"""Segmented control: two to five views of one thing, with counts, exactly one chosen.

One stop of the tab key; arrows choose. The count belongs to the list that the segment opens and comes from its query.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import TextStyle
from kinerja_desktop.ui.widgets.cards import row
from kinerja_desktop.ui.widgets.painting import text_width


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice; ``count`` None shows no number."""

    key: str
    text: str
    count: int | None = None


class Segmented(QWidget):
    """``chosen`` carries the key of the segment that a person chose."""

    chosen = Signal(str)

    def __init__(self, segments: Sequence[Segment], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._segments = {segment.key: segment for segment in segments}
        self._buttons = {segment.key: QPushButton() for segment in segments}
        group = QButtonGroup(self)
        for place, button in zip(_places(len(segments)), self._buttons.values(), strict=True):
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("kind", "segment")
            button.setProperty("place", place)
            group.addButton(button)
        self.setLayout(row(*self._buttons.values(), space=0))
        self.set_counts({})
        self.choose(segments[0].key)
        group.buttonClicked.connect(lambda _: self.chosen.emit(self.key()))

    def key(self) -> str:
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Choose from the program; ``chosen`` is not emitted."""
        self._buttons[key].setChecked(True)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """New numbers for some keys; the others keep theirs."""
        for key, button in self._buttons.items():
            segment = self._segments[key]
            count = counts.get(key, segment.count)
            self._segments[key] = Segment(key, segment.text, count)
            text = segment.text if count is None else f"{segment.text}  {count}"
            button.setText(text)
            button.setAccessibleName(segment.text if count is None else f"{segment.text}, {count}")
            button.setMinimumWidth(text_width(text, TextStyle.BODY_500) + theme.px(31))


def _places(count: int) -> list[str]:
    if count == 1:
        return ["only"]
    return ["first", *["middle"] * (count - 2), "last"]
