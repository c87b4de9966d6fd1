"""The SOP as a flow through its lanes, with how many units stand at each step; a step can be pressed.

Symbols as approved: capsule at start and end, boxes, one diamond with two exits.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, QSizeF, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy

from kinerja_desktop.domain.workflow import Langkah
from kinerja_desktop.services.monitoring import LangkahAlur
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.monitoring.looks import LOOK
from kinerja_desktop.ui.theme import IconSize, Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.chips import ChipSpec, chip_width, paint_chip
from kinerja_desktop.ui.widgets.painting import CENTER, line_height, paint_icon, paint_lines, paint_text, text_width
from kinerja_desktop.ui.widgets.parted import SIDEWAYS, UP_AND_DOWN, PartedView

LANES = (
    ("Kabid", ""),
    ("Kasubag", "Kasi"),
    ("Analis Data", "pengumpul data seksi"),
    ("Kasubag Perencanaan", ""),
)
_PLACE: Mapping[Langkah, tuple[int, float]] = {
    Langkah.TUGAS: (0, 0.0),
    Langkah.PERINTAH: (1, 0.2),
    Langkah.BAHAN: (2, 0.4),
    Langkah.LAPORAN: (1, 0.6),
    Langkah.PERIKSA: (0, 0.8),
    Langkah.LAPORAN_TRIWULAN: (3, 1.0),
}
"""Lane, and place of the symbol's middle between the first and the last one."""
HEAD, LANE, BOX, POINTED, SIDE = 172, 46, (166, 38), (188, 45), 10
"""Width of the names of the lanes, least height of a lane, a symbol, the diamond, air at both ends of a lane."""
FITS, MOST_ZOOM = 1120, 1.6
"""Width at which a meeting shows it unenlarged, and how much larger it may become."""
_SHORT = (" selesai", " dimulai")
"""Words that have no room in the point of the diamond; what is left says the same."""
_LOWER = 3
"""The words of the diamond stand below its middle: the longer line is then where it is widest."""


class FlowView(PartedView):
    """``pressed`` carries the ids of the berkas that stand at the step, ``asked`` a step at which none stands.

    ``fitted``: it grows with the room it has.
    """

    pressed = Signal(tuple)
    asked = Signal(Langkah)

    def __init__(self, *, fitted: bool = False) -> None:
        super().__init__({**UP_AND_DOWN, **SIDEWAYS})
        self._fitted, self._zoom = fitted, 1.0
        self._steps: dict[Langkah, LangkahAlur] = {}
        self._first_lane = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName("Alur SOP Pengumpulan Data Kinerja")

    def set_steps(self, steps: Sequence[LangkahAlur], pemeriksa: str) -> None:
        """Show where the berkas stand; ``pemeriksa`` is the local title of the Kabid."""
        self._steps = {step.langkah: step for step in steps if step.langkah in _PLACE}
        self._first_lane = pemeriksa
        self.setAccessibleDescription("; ".join(map(_told, self._steps.values())))
        self.set_parts([(_told(step), _opens(step)) for step in self._steps.values()])

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(700), round(theme.px(LANE * len(LANES)) * self._zoom))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(900), round(theme.px(LANE * len(LANES)) * self._zoom))

    # --- geometry --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._fitted:
            self._zoom = min(MOST_ZOOM, max(1.0, self.width() / theme.px(FITS)))
            self.setFixedHeight(self.sizeHint().height())
        super().resizeEvent(event)

    def _width(self) -> int:
        return round(self.width() / self._zoom)

    def _lane(self) -> int:
        """Lanes share the height that there is."""
        return max(theme.px(LANE), int(self.height() / self._zoom) // len(LANES))

    def _box(self, langkah: Langkah) -> QRect:
        lane, along = _PLACE[langkah]
        wide, high = map(theme.px, POINTED if langkah is Langkah.PERIKSA else BOX)
        made, half = QRect(0, 0, wide, high), theme.px(BOX[0]) // 2
        first, last = theme.px(HEAD + SIDE) + half, self._width() - theme.px(SIDE) - half
        made.moveCenter(QPoint(first + round((last - first) * along), self._lane() * lane + self._lane() // 2))
        return made

    def box_of(self, at: int) -> QRect:
        box = self._box(list(self._steps)[at])
        corner = QPointF(box.topLeft()) * self._zoom
        return QRect(corner.toPoint(), (QSizeF(box.size()) * self._zoom).toSize())

    def press(self, at: int) -> None:
        self.go_to_part(at)
        step = list(self._steps.values())[at]
        if step.case_ids:
            self.pressed.emit(step.case_ids)
        else:
            self.asked.emit(step.langkah)

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
        for langkah, step in self._steps.items():
            self._paint_step(painter, langkah, step)

    def _paint_lanes(self, painter: QPainter) -> None:
        for at, (name, below) in enumerate(LANES):
            lane = QRect(0, self._lane() * at, self._width(), self._lane())
            head = QRect(lane.left(), lane.top(), theme.px(HEAD) - theme.px(8), lane.height())
            painter.fillRect(head, QColor(theme.current().palette.surface_2))
            painter.setPen(QPen(QColor(theme.current().palette.line), 1))
            painter.drawLine(lane.bottomLeft(), lane.bottomRight())
            self._lane_words(
                painter, head.adjusted(theme.px(14), 0, 0, 0), name, self._first_lane if at == 0 else below
            )

    def _lane_words(self, painter: QPainter, box: QRect, name: str, below: str) -> None:
        high = line_height(TextStyle.BODY)
        top = box.center().y() - (high if below else high // 2)
        paint_text(painter, QRect(box.left(), top, box.width(), high), name, TextStyle.BODY_500, Ink.TEXT)
        if below:
            paint_text(painter, QRect(box.left(), top + high, box.width(), high), below, TextStyle.BODY, Ink.TEXT_2)

    def _paint_step(self, painter: QPainter, langkah: Langkah, step: LangkahAlur) -> None:
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
        self._step_words(painter, box, step, tone)

    def _step_words(self, painter: QPainter, box: QRect, step: LangkahAlur, tone: Tone) -> None:
        high, point = line_height(TextStyle.BODY), step.langkah is Langkah.PERIKSA
        first = QRect(box.left(), box.center().y() - high + (theme.px(_LOWER) if point else 1), box.width(), high)
        paint_text(painter, first, f"{step.nomor}  {step.judul}", TextStyle.BODY_500, Ink.TEXT, align=CENTER)
        words = _in_point(step.keterangan) if point else step.keterangan
        late = step.terlambat and ChipSpec(Tone.SALAH, Icon.WAKTU, f"{step.terlambat} terlambat")
        second = first.translated(0, high)
        if late and point:
            self._late_words(painter, box, late)
        elif late:
            _beside(painter, second, words, tone, late)
            return
        _with_symbol(painter, second, words, LOOK[step.keadaan])

    def _late_words(self, painter: QPainter, box: QRect, spec: ChipSpec) -> None:
        """The diamond has no room for it: above the line that leads to its left point."""
        width, high = chip_width(spec, plain=True), line_height(TextStyle.BODY)
        left = box.left() - width
        paint_chip(painter, QRect(left, box.center().y() - high - theme.px(4), width, high), spec, plain=True)

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
        corner = QPoint(end.center().x(), check.center().y())
        self._paint_no(painter, back, corner.x())
        self._arrow(
            painter,
            [QPoint(check.right(), check.center().y()), corner, QPoint(corner.x(), end.top())],
            Tone.SELESAI,
        )
        painter.drawText(QPoint(check.right() + theme.px(6), check.center().y() - theme.px(6)), "Ya, disetujui")

    def _paint_no(self, painter: QPainter, back: QPoint, end: int) -> None:
        """Right of the way back, on two lines where the way to the end is near."""
        high, left = line_height(TextStyle.BODY_500), back.x() + theme.px(8)
        words = QRect(left, back.y() - high, end - theme.px(6) - left, 2 * high)
        paint_lines(painter, words, "Tidak, dikembalikan", TextStyle.BODY_500, Tone.KEMBALI)

    def _arrow(self, painter: QPainter, path: Sequence[QPoint], tone: Tone = Tone.NETRAL) -> None:
        painter.setPen(QPen(theme.color(tone), theme.px(1.4)))
        painter.setBrush(theme.color(tone))
        painter.setFont(theme.font(TextStyle.BODY_500))
        for a, b in pairwise(path):
            painter.drawLine(a, b)
        _head(painter, path[-2], path[-1])


def _told(step: LangkahAlur) -> str:
    late = f", {step.terlambat} terlambat" if step.terlambat else ""
    return f"{step.nomor} {step.judul}, {step.keterangan}{late}"


def _opens(step: LangkahAlur) -> str:
    if step.case_ids:
        return "Enter membuka tugasnya."
    report = step.langkah is Langkah.LAPORAN_TRIWULAN
    return "Enter membuka tab Laporan Triwulan." if report else "Enter menunjukkan waktu langkah ini."


def _in_point(words: str) -> str:
    """The second line of the diamond, which is narrow there: "4 unit", "5 dari 6", "belum"."""
    return next((words.removesuffix(s) for s in _SHORT if words.endswith(s)), words.rpartition(" · ")[2])


def _with_symbol(painter: QPainter, box: QRect, words: str, look: tuple[Tone, Icon, Shape]) -> None:
    """The words of a step in the middle of a line, its state before them as a symbol too."""
    tone, icon, shape = look
    gap, side = theme.px(5), theme.px(IconSize.TEXT)
    left = box.left() + (box.width() - text_width(words, TextStyle.BODY) - gap - side) // 2
    paint_icon(painter, left, box.center().y() + 1, icon, tone, shape=shape)
    paint_text(painter, QRect(left + side + gap, box.top(), box.width(), box.height()), words, TextStyle.BODY, tone)


def _beside(painter: QPainter, box: QRect, words: str, tone: Tone, late: ChipSpec) -> None:
    """How many stand at a step, and how many of them are late, in the middle of a line."""
    gap = theme.px(8)
    own = text_width(words, TextStyle.BODY)
    left = box.left() + (box.width() - own - gap - chip_width(late, plain=True)) // 2
    paint_text(painter, QRect(left, box.top(), own + 1, box.height()), words, TextStyle.BODY, tone)
    paint_chip(painter, QRect(left + own + gap, box.top(), box.width(), box.height()), late, plain=True)


def _diamond(painter: QPainter, box: QRect) -> None:
    centre = box.center()
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(box.left(), centre.y()),
                QPointF(centre.x(), box.top()),
                QPointF(box.right(), centre.y()),
                QPointF(centre.x(), box.bottom()),
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
