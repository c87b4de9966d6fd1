"""The SOP as a flow through its lanes, with how many units stand at each step; a step can be pressed.

Symbols as approved: capsule at start and end, boxes, one diamond with two exits.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kinerja_desktop.domain.workflow import Langkah
from kinerja_desktop.services.monitoring import LangkahAlur
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.monitoring.looks import LOOK
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.chips import ChipSpec, chip_width, paint_chip

LANES = (
    ("Kabid", ""),
    ("Kasubag", "Kasi"),
    ("Analis Data", "pengumpul data seksi"),
    ("Kasubag Perencanaan", ""),
)
_PLACE: Mapping[Langkah, tuple[int, float]] = {
    Langkah.TUGAS: (0, 0.08),
    Langkah.PERINTAH: (1, 0.25),
    Langkah.BAHAN: (2, 0.415),
    Langkah.LAPORAN: (1, 0.585),
    Langkah.PERIKSA: (0, 0.755),
    Langkah.LAPORAN_TRIWULAN: (3, 0.915),
}
"""Lane, and place of the symbol's middle along it."""
HEAD, LANE, BOX = 172, 51, (166, 40)
FITS, MOST_ZOOM = 1120, 1.6
"""Width in which no words of the flow are cut, and how much larger it may become."""


_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class FlowView(QWidget):
    """``pressed`` carries the ids of the berkas that stand at the step; ``fitted`` grows with the room it has."""

    pressed = Signal(tuple)

    def __init__(self, *, fitted: bool = False) -> None:
        super().__init__()
        self._fitted, self._zoom = fitted, 1.0
        self._steps: dict[Langkah, LangkahAlur] = {}
        self._first_lane = ""
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Alur SOP Pengumpulan Data Kinerja")

    def set_steps(self, steps: Sequence[LangkahAlur], pemeriksa: str) -> None:
        """Show where the berkas stand; ``pemeriksa`` is the local title of the Kabid."""
        self._steps = {step.langkah: step for step in steps if step.langkah in _PLACE}
        self._first_lane = pemeriksa
        spoken = (f"{s.nomor} {s.judul}, {s.keterangan}" for s in self._steps.values())
        self.setAccessibleDescription("; ".join(spoken))
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(700), round(theme.px(LANE * len(LANES)) * self._zoom))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(900), round(theme.px(LANE * len(LANES)) * self._zoom))

    # --- geometry --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self._zoom = min(MOST_ZOOM, max(1.0, self.width() / theme.px(FITS)))
            self.setFixedHeight(self.sizeHint().height())

    def _width(self) -> int:
        return round(self.width() / self._zoom)

    def _box(self, langkah: Langkah) -> QRect:
        lane, along = _PLACE[langkah]
        room = self._width() - theme.px(HEAD)
        wide = min(theme.px(BOX[0]), room // 6 + theme.px(6))
        centre = QPoint(theme.px(HEAD) + round(room * along), theme.px(LANE) * lane + theme.px(LANE) // 2)
        made = QRect(0, 0, wide, theme.px(BOX[1]))
        made.moveCenter(centre)
        made.moveRight(min(made.right(), self._width() - theme.px(8)))
        return made

    # --- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._zoom, self._zoom)
        self._paint_lanes(painter)
        for start, end in ((Langkah.TUGAS, Langkah.PERINTAH), (Langkah.PERINTAH, Langkah.BAHAN)):
            self._down(painter, self._box(start), self._box(end))
        self._up(painter, self._box(Langkah.BAHAN), self._box(Langkah.LAPORAN))
        self._up(painter, self._box(Langkah.LAPORAN), self._box(Langkah.PERIKSA), sideways=True)
        self._exits(painter)
        for at, (langkah, step) in enumerate(self._steps.items()):
            self._paint_step(painter, langkah, step, focused=self.hasFocus() and at == self._at)

    def _paint_lanes(self, painter: QPainter) -> None:
        for at, (name, below) in enumerate(LANES):
            lane = QRect(0, theme.px(LANE) * at, self._width(), theme.px(LANE))
            head = QRect(lane.left(), lane.top(), theme.px(HEAD) - theme.px(8), lane.height())
            painter.fillRect(head, QColor(theme.current().palette.surface_2))
            painter.setPen(QPen(QColor(theme.current().palette.line), 1))
            painter.drawLine(lane.bottomLeft(), lane.bottomRight())
            self._lane_words(
                painter, head.adjusted(theme.px(14), 0, 0, 0), name, self._first_lane if at == 0 else below
            )

    def _lane_words(self, painter: QPainter, box: QRect, name: str, below: str) -> None:
        half = box.height() // 2
        top = QRect(box.left(), box.top() + (theme.px(5) if below else 0), box.width(), half if below else box.height())
        painter.setFont(theme.font(TextStyle.BODY_500))
        painter.setPen(theme.color(Ink.TEXT))
        painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter), name)
        painter.setFont(theme.font(TextStyle.BODY))
        painter.setPen(theme.color(Ink.TEXT_2))
        painter.drawText(top.translated(0, half - theme.px(5)), int(Qt.AlignmentFlag.AlignVCenter), below)

    def _paint_step(self, painter: QPainter, langkah: Langkah, step: LangkahAlur, *, focused: bool) -> None:
        box = self._box(langkah)
        tone = LOOK[step.keadaan][0]
        painter.setPen(QPen(theme.color(tone), theme.px(1.6)))
        painter.setBrush(theme.ground(tone))
        if langkah is Langkah.PERIKSA:
            _diamond(painter, box)
        else:
            capsule = langkah in (Langkah.TUGAS, Langkah.LAPORAN_TRIWULAN)
            radius = box.height() / 2 if capsule else 1
            painter.drawRoundedRect(box, radius, radius)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color(Ink.ACCENT), theme.px(2)))
            painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), 6, 6)
        self._step_words(painter, box, step, tone)

    def _step_words(self, painter: QPainter, box: QRect, step: LangkahAlur, tone: Tone) -> None:
        half = box.height() // 2
        flags = int(Qt.AlignmentFlag.AlignCenter)
        painter.setFont(theme.font(TextStyle.BODY_500))
        painter.setPen(theme.color(Ink.TEXT))
        painter.drawText(QRect(box.left(), box.top() + 3, box.width(), half), flags, f"{step.nomor}  {step.judul}")
        painter.setFont(theme.font(TextStyle.BODY))
        painter.setPen(theme.color(tone))
        words = step.keterangan.rpartition(" · ")[2] if step.langkah is Langkah.PERIKSA else step.keterangan
        painter.drawText(QRect(box.left(), box.top() + half - 2, box.width(), half), flags, words)
        if step.terlambat:
            self._late_words(painter, box, step.terlambat)

    def _late_words(self, painter: QPainter, box: QRect, count: int) -> None:
        """Above the symbol, at its left, where no line passes."""
        spec = ChipSpec(Tone.SALAH, Icon.WAKTU, f"{count} terlambat")
        width, high = chip_width(spec, plain=True), theme.px(20)
        top = max(0, box.top() - high + theme.px(2))
        paint_chip(painter, QRect(box.left() - width + theme.px(4), top, width, high), spec, plain=True)

    # --- lines -----------------------------------------------------------------------------------

    def _down(self, painter: QPainter, start: QRect, end: QRect) -> None:
        corner = QPoint(end.center().x(), start.center().y())
        self._arrow(painter, [QPoint(start.right(), start.center().y()), corner, QPoint(corner.x(), end.top())])

    def _up(self, painter: QPainter, start: QRect, end: QRect, *, sideways: bool = False) -> None:
        if sideways:
            corner = QPoint(start.center().x(), end.center().y())
            path = [QPoint(start.center().x(), start.top()), corner, QPoint(end.left(), end.center().y())]
        else:
            corner = QPoint(end.center().x(), start.center().y())
            path = [QPoint(start.right(), start.center().y()), corner, QPoint(corner.x(), end.bottom())]
        self._arrow(painter, path)

    def _exits(self, painter: QPainter) -> None:
        check, report, end = (self._box(k) for k in (Langkah.PERIKSA, Langkah.LAPORAN, Langkah.LAPORAN_TRIWULAN))
        back = QPoint(check.center().x(), report.center().y())
        self._arrow(
            painter,
            [QPoint(check.center().x(), check.bottom()), back, QPoint(report.right(), back.y())],
            Tone.KEMBALI,
        )
        painter.drawText(back + QPoint(theme.px(8), theme.px(4)), "Tidak, dikembalikan")
        corner = QPoint(end.center().x(), check.center().y())
        self._arrow(
            painter,
            [QPoint(check.right(), check.center().y()), corner, QPoint(corner.x(), end.top())],
            Tone.SELESAI,
        )
        painter.drawText(QPoint(check.right() + theme.px(6), check.center().y() - theme.px(6)), "Ya, disetujui")

    def _arrow(self, painter: QPainter, path: Sequence[QPoint], tone: Tone = Tone.NETRAL) -> None:
        painter.setPen(QPen(theme.color(tone), theme.px(1.4)))
        painter.setBrush(theme.color(tone))
        painter.setFont(theme.font(TextStyle.BODY_500))
        for a, b in pairwise(path):
            painter.drawLine(a, b)
        _head(painter, path[-2], path[-1])

    # --- pressing --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for at, (langkah, step) in enumerate(self._steps.items()):
            if self._box(langkah).contains((event.position() / self._zoom).toPoint()):
                self._at = at
                self.pressed.emit(step.case_ids)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self._steps:
            self._at = (self._at + step) % len(self._steps)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._steps:
            self.pressed.emit(list(self._steps.values())[self._at].case_ids)
        else:
            super().keyPressEvent(event)


def _diamond(painter: QPainter, box: QRect) -> None:
    wide = box.adjusted(0, -4, 0, 4)
    centre = wide.center()
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(wide.left(), centre.y()),
                QPointF(centre.x(), wide.top()),
                QPointF(wide.right(), centre.y()),
                QPointF(centre.x(), wide.bottom()),
            ]
        )
    )


def _head(painter: QPainter, before: QPoint, tip: QPoint) -> None:
    size = theme.px(5)
    if before.x() == tip.x():
        back = -size if tip.y() > before.y() else size
        points = [tip, tip + QPoint(-size, back), tip + QPoint(size, back)]
    else:
        back = -size if tip.x() > before.x() else size
        points = [tip, tip + QPoint(back, -size), tip + QPoint(back, size)]
    painter.drawPolygon(QPolygonF([QPointF(p) for p in points]))
