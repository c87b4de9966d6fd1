"""First row of a work screen: title, whose and when, state and limit as chips, tools at the right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QWidget

from kinerja_desktop.domain.tenggat import Tenggat, petunjuk_tenggat
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Height, Ink, TextStyle
from kinerja_desktop.ui.widgets.buttons import Button, IconButton, PlainButton
from kinerja_desktop.ui.widgets.cards import row
from kinerja_desktop.ui.widgets.chips import Chip, ChipSpec
from kinerja_desktop.ui.widgets.labels import WrappedLabel
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.work.looks import head_chip


class WorkHead(QWidget):
    """Show `set_title`, `set_state`; tools are buttons whose words leave in narrow mode."""

    def __init__(
        self,
        title: str,
        tools: Sequence[PlainButton] = (),
        *,
        back: IconButton | None = None,
        choice: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._title = WrappedLabel(title, TextStyle.SCREEN_TITLE)
        self._about = WrappedLabel(style=TextStyle.FIGURE, ink=Ink.TEXT_2)
        self._state, self._limit, self._brief = Chip(), Chip(), False
        for chip in (self._state, self._limit):
            chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tools = tuple(tools)
        first = (back, 0) if back is not None else ()
        chosen = (choice,) if choice is not None else ()
        line = row(*first, self._title, 8, self._about, *chosen, 8, self._state, self._limit, None, *tools)
        self.setLayout(line)
        self.setMinimumHeight(theme.height(Height.CONTROL))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_title(self, title: str, about: str = "") -> None:
        self._title.set_text(title)
        self._about.set_text(about)
        set_shown(self._about, shown=bool(about))

    def set_state(self, state: ChipSpec | None, tenggat: Tenggat | None) -> None:
        """State (None shows none) and limit of what lies open."""
        self._state.set_spec(state)
        self._limit.set_spec(head_chip(tenggat, brief=self._brief) if tenggat is not None else None)
        if tenggat is not None:
            self._limit.setToolTip(petunjuk_tenggat(tenggat))

    def set_brief(self, *, brief: bool) -> None:
        """In a low window the limit is told without the minutes that are left, from the next `set_state` on."""
        self._brief = brief

    def limit_text(self) -> str:
        """The limit as it stands in the chip."""
        spec = self._limit.spec()
        return spec.text if spec is not None else ""

    def set_narrow(self, *, narrow: bool) -> None:
        for tool in self._tools:
            if isinstance(tool, Button):
                tool.set_words_shown(shown=not narrow)
