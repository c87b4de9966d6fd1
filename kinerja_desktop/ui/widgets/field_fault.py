"""The sentence under a field that says what is wrong, with its symbol painted by code (no icon font is needed)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Space, Tone
from kinerja_desktop.ui.widgets.announcing import announce
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.labels import Label, repolish
from kinerja_desktop.ui.widgets.showing import set_shown

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class _Cross(QWidget):
    """A filled circle with a cross, 14 px."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(theme.px(14), theme.px(17)))

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = theme.px(13)
        circle = QRectF(0, theme.px(2), size, size)
        disc = QPainterPath()
        disc.addEllipse(circle)
        painter.fillPath(disc, theme.color(Tone.SALAH))
        painter.setPen(QPen(theme.ground(Tone.SALAH), theme.px(1.6)))
        arm, middle = size * 0.2, circle.center()
        for slope in (1, -1):
            painter.drawLine(middle - QPointF(arm, slope * arm), middle + QPointF(arm, slope * arm))


class FieldFault(QWidget):
    """Hidden while there is nothing to say. Marks the field it belongs to and tells it to assistive programs."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self._field, self._own = field, ""
        self._sentence = Label(ink=Tone.SALAH, wrap=True)
        box = row(column(_Cross(), None), self._sentence, space=Space.CONTROLS)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.hide()

    def text(self) -> str:
        return self._sentence.text()

    def set_text(self, sentence: str) -> None:
        if sentence == self.text():
            return
        if not self.text():
            self._own = self._field.accessibleDescription()
        self._sentence.setText(sentence)
        set_shown(self, shown=bool(sentence))
        self._field.setProperty("fault", "true" if sentence else "false")
        self._field.setAccessibleDescription(" ".join(filter(None, (sentence, self._own))))
        repolish(self._field)
        if self._field.hasFocus():  # whoever comes into the field hears it with its name
            announce(self._field, sentence, urgent=True)
