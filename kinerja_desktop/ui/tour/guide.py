"""Keeps the bar of the guide true: every two seconds it asks the practice office what was done.

Nothing pops up: a strip offers the guide until it was begun once, the menu Bantuan opens it again.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services import tour
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.tour import PanduanView
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.tour.bar import TourBar
from kinerja_desktop.ui.widgets.strips import StripSpec

LOOK_EVERY_MS = 2_000
_STRIP = "panduan"


class Guide(QObject):
    """The guide of whoever acts in this window now."""

    def __init__(self, window: MainWindow, context: Callable[[], Context]) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        self._view = PanduanView()
        self._offered = ""
        self._led = ("", "")
        self._bar = self._made_bar()
        window.rebuilt.connect(self._renew)
        window.tab_shown.connect(self._open_panel)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def _made_bar(self) -> TourBar:
        made = TourBar()
        self._window.set_below(made)
        made.passed.connect(self._pass_over)
        made.left.connect(self._leave)
        return made

    def _renew(self) -> None:
        """The window was built anew, in another size of text."""
        self._bar = self._made_bar()
        self._bar.show_view(self._view)

    def start(self) -> None:
        """Begin, or go on where it was left."""
        tour.begin(self._context())
        self.look()

    def look(self) -> None:
        """Show how far it is; a busy office is asked again later, and a role that ended has no guide."""
        ctx = self._context()
        if self._window.is_covered() or ctx.office.store.busy:
            return
        try:
            if self._view.terbuka:
                self._open_panel()
                tour.saw(ctx, self._window.tab())
            self._view = tour.load(ctx)
        except KinerjaError:
            return
        self._bar.show_view(self._view)
        self._open_panel()
        self._offer(self._view)

    def _open_panel(self) -> None:
        """Bring the side panel in sight in which the present step presses: once, whoever closes it again may."""
        view, tab = self._view, self._window.tab()
        if not view.terbuka or view.kini is None or self._window.is_covered():
            return
        step = view.langkah[view.kini].panduan
        if step.panel == tab and self._led != (step.kunci, tab):
            self._led = (step.kunci, tab)
            self._window.page().open_panel()

    def _offer(self, view: PanduanView) -> None:
        offered = "" if view.mulai else view.peran
        if offered == self._offered:
            return
        self._offered = offered
        text = f"Kantor latihan: **panduan sepuluh menit** untuk {offered} menunjukkan apa yang dilihat dan ditekan."
        spec = StripSpec(Tone.BERJALAN, Icon.INFO, text, "Mulai Panduan") if offered else None
        self._window.show_strip(_STRIP, spec, self.start)

    def _pass_over(self) -> None:
        at = self._view.kini
        if at is not None:
            tour.pass_over(self._context(), self._view.langkah[at].panduan.kunci)
            self.look()

    def _leave(self) -> None:
        tour.leave(self._context())
        self.look()
