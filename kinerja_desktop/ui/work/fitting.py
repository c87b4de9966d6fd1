"""A line of text that comes in a long and a shorter form: shows the longest that fits, the long one as tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, TextStyle


class FittingLabel(QWidget):
    """At the right edge of its room; never cut while the shortest form fits."""

    def __init__(self, style: TextStyle = TextStyle.BODY, ink: Ink = Ink.TEXT_2) -> None:
        super().__init__()
        self._style, self._ink = style, ink
        self._forms: tuple[str, ...] = ("",)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_forms(self, *forms: str) -> None:
        """The same said at length, then shorter."""
        self._forms = forms or ("",)
        self.setAccessibleName(self._forms[0])
        self.setToolTip(self._forms[0])
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._forms[0]

    def shown(self) -> str:
        """The form that fits."""
        metrics = self._metrics()
        return next((form for form in self._forms if metrics.horizontalAdvance(form) <= self.width()), self._forms[-1])

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(theme.font(self._style))

    def sizeHint(self) -> QSize:
        metrics = self._metrics()
        return QSize(metrics.horizontalAdvance(self._forms[0]) + 1, metrics.height())

    def minimumSizeHint(self) -> QSize:
        metrics = self._metrics()
        return QSize(metrics.horizontalAdvance(self._forms[-1]) + 1, metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font(self._style))
        painter.setPen(theme.color(self._ink))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self.shown())
