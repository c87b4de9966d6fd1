"""The charts one after another: which one, the drawing, the numbers beside it, and where the chosen one comes from.

The same stage stands in the tab and, ``large``, in the meeting view. Charts of the office come with the board; that of
an indikator is asked for when it is turned to. ``front`` is a page of another kind before the charts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from kinerja_desktop.services.monitoring_charts import AngkaGrafik, Grafik, PapanGrafik
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.monitoring.chart import ChartView
from kinerja_desktop.ui.monitoring.origin import OriginPanel
from kinerja_desktop.ui.theme import Ink, Space, TextStyle
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import IconButton, PlainButton
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.fields import ComboBox, fill
from kinerja_desktop.ui.widgets.labels import Label, WrappedLabel
from kinerja_desktop.ui.widgets.showing import set_shown

Answer = Callable[[Grafik], None]
Ask = Callable[[str, Answer], None]
"""Asks for the chart of an indikator by its kode."""

MOST, MOST_LARGE = 2.2, 3.6
_WIDE = 2.5
"""So many times as wide as high is a wide chart."""
_LONGEST = 70
_BUSY = "Menghitung…"
_ALONE = "Belum ada grafik lain."


@dataclass(frozen=True, slots=True)
class _Slide:
    """One page of the stage; the chart of an indikator is None until it was asked for."""

    judul: str
    grafik: Grafik | None = None
    kode: str = ""
    front: bool = False


class ChartStage(QWidget):
    """``retried`` asks for the board again after a fault. What a meeting adds to it stands in ``head``."""

    retried = Signal()

    def __init__(self, ask: Ask, *, large: bool = False, front: tuple[str, QWidget] | None = None) -> None:
        super().__init__()
        self._ask, self._large = ask, large
        self._front = () if front is None else (_Slide(front[0], front=True),)
        self._slides: list[_Slide] = list(self._front)
        self._at = 0
        self._wanted: int | str | None = None
        self._note = Label(ink=Ink.TEXT_2, wrap=True)
        self._note.hide()
        self._choice, self._title = ComboBox("Grafik"), WrappedLabel(style=TextStyle.NUMBER)
        self._before, self._after = (
            IconButton(icon, name, framed=True, repeats=True)
            for icon, name in ((Icon.KIRI, "Grafik sebelumnya"), (Icon.KANAN, "Grafik berikutnya"))
        )
        self._about, self._place = WrappedLabel(ink=Ink.TEXT_2), Label(ink=Ink.TEXT_2)
        self.chart = ChartView(most=MOST_LARGE if large else MOST, sideways=not large)
        self.origin = OriginPanel(large=large)
        self._nothing, self._undrawn = EmptyState(), EmptyState()
        self._beside: QBoxLayout = row(None, space=Space.CARDS) if large else column(None, space=Space.CONTROLS)
        self._pages = QStackedWidget()
        self._drawing = QStackedWidget()
        self._lay_out(front)
        self._connect()

    def _lay_out(self, front: tuple[str, QWidget] | None) -> None:
        for page in (self.chart, self._undrawn):
            self._drawing.addWidget(page)
        if self._large:
            left = column(self._drawing, self._beside, space=Space.CONTROLS)
            self._charts = row(left, self.origin, space=Space.PAGE)
        else:
            left = column(self._drawing)
            right = column(self._beside, self.origin, space=Space.CONTROLS)
            right.setStretch(1, 1)
            self._charts = row(left, right, space=Space.PAGE)
        left.setStretch(0, 1)
        self._charts.setStretch(0, 2)
        self._charts.setStretch(1, 1)
        ground = Card(row(self._charts, edge=Space.CARDS)) if self._large else holder(self._charts)
        for page in (self._nothing, ground, *(() if front is None else (front[1],))):
            self._pages.addWidget(page)
        turning = (self._title, self._about, self._place, self._before, self._after)
        choosing = (self._before, self._choice, self._after, 8, self._about, 8, self._place)
        self.head = row(*(turning if self._large else choosing))
        self.head.setStretch(self.head.indexOf(self._about), 1)
        if self._large:  # a long name on two lines, not three
            self.head.setStretch(self.head.indexOf(self._title), 2)
        whole = column(self.head, self._note, self._pages, space=Space.CONTROLS)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.chart)

    def _connect(self) -> None:
        for name, part in (
            ("grafik", self.chart),
            ("pilihan_grafik", self._choice),
            ("grafik_sebelum", self._before),
            ("grafik_sesudah", self._after),
            ("grafik_kosong", self._nothing),
            ("grafik_tanpa_gambar", self._undrawn),
        ):
            part.setObjectName(name)
        self.chart.picked.connect(self._explain)
        self._before.clicked.connect(lambda: self.turn(-1))
        self._after.clicked.connect(lambda: self.turn(1))
        self._choice.activated.connect(self.go)
        self._nothing.pressed.connect(self.retried)

    # --- states ----------------------------------------------------------------------------------

    def show_busy(self) -> None:
        """The figures are being read and drawn."""
        self.show_nothing(_BUSY)

    def show_fault(self, sentence: str) -> None:
        """It did not work; «Coba Lagi» asks again."""
        self.show_nothing(sentence, act="Coba Lagi")

    def show_nothing(self, sentence: str, next_line: str = "", act: str = "") -> None:
        """There is no chart yet: why, and what has to happen first."""
        self._nothing.set_words(sentence, next_line, act)
        self._tell("")
        self._set_slides([_Slide("Grafik capaian")])

    def show_board(self, board: PapanGrafik, note: str = "") -> None:
        """Show the charts of a quarter; the one in front stays in front. ``note`` says what is still missing."""
        self._tell(note)
        office = [_Slide(chart.judul, chart) for chart in board.kantor]
        self._set_slides([*office, *(_Slide(f"{kode} {nama}", kode=kode) for kode, nama in board.indikator)])
        if self._wanted is not None:
            self.pick(self._wanted)

    def pick(self, wanted: int | str) -> None:
        """Choose a number of the first chart, or of those that go on with it, by its place, or one beside by its name.

        Now, or as soon as the charts are there.
        """
        self._wanted = wanted
        if len(self._slides) <= len(self._front) + 1:
            return
        self._wanted = None
        if isinstance(wanted, str):
            self.go(len(self._front))
            chart = self._slides[self._at].grafik
            self._explain(next((n for n in (chart.angka if chart else ()) if n.nama == wanted), None))
        else:
            slide, at = self._slide_of(wanted)
            self.go(slide)
            self.chart.pick(at)
        self.chart.setFocus()

    def _slide_of(self, at: int) -> tuple[int, int]:
        """In which chart the number of a place stands, and its place there."""
        first = len(self._front)
        for slide in range(first, len(self._slides)):
            chart = self._slides[slide].grafik
            placed = 0 if chart is None else sum(number.tempat is not None for number in chart.angka)
            if at < placed:
                return slide, at
            at -= placed
        return first, 0

    def _tell(self, note: str) -> None:
        self._note.setText(note)
        set_shown(self._note, shown=bool(note))

    def _set_slides(self, slides: Sequence[_Slide]) -> None:
        now = self._slides[self._at].judul if self._slides else ""
        self._slides = [*self._front, *slides]
        self._at = next((at for at, slide in enumerate(self._slides) if slide.judul == now), 0)
        fill(self._choice, [(_short(slide.judul), at) for at, slide in enumerate(self._slides)], self._at)
        for part in (self._before, self._choice, self._after, self._place):
            allow(part, "" if len(self._slides) > 1 else _ALONE)
        self.go(self._at)

    # --- turning ---------------------------------------------------------------------------------

    def title(self) -> str:
        """What the page in front is called."""
        return self._slides[self._at].judul

    def turn(self, by: int) -> None:
        """The page before or after; behind the last one comes the first."""
        self.go((self._at + by) % len(self._slides))

    def go(self, at: int) -> None:
        """Turn to a page by its place."""
        self._at = max(0, min(at, len(self._slides) - 1))
        slide = self._slides[self._at]
        self._choice.setCurrentIndex(self._at)
        self._place.setText(f"{self._at + 1} dari {len(self._slides)}")
        self._explain(None)
        self._title.set_text(slide.judul)
        if slide.front:
            self._tell_about("")
            self._pages.setCurrentIndex(2)
            if (page := self._pages.currentWidget()) is not None:
                page.setFocus()
        elif slide.grafik is not None:
            self._show(slide.grafik)
        elif slide.kode:
            self._ask_for(slide)
        else:
            self._tell_about("")
            self._pages.setCurrentIndex(0)

    def _tell_about(self, words: str) -> None:
        """Empty, it leaves its room to the title of a meeting."""
        self._about.set_text(words)
        set_shown(self._about, shown=bool(words) or not self._large)

    def _explain(self, number: AngkaGrafik | None) -> None:
        """Say where a number comes from; in a meeting the chart has all the room until one is asked for."""
        self.origin.show_number(number)
        if self._large:
            set_shown(self.origin, shown=number is not None)

    def _ask_for(self, slide: _Slide) -> None:
        self._show(Grafik(slide.judul, "", kosong=_BUSY))

        def answer(chart: Grafik) -> None:
            self._slides = [replace(s, grafik=chart) if s.kode == slide.kode else s for s in self._slides]
            if self._slides[self._at].kode == slide.kode:
                self._show(chart)

        self._ask(slide.kode, answer)

    def _show(self, chart: Grafik) -> None:
        self._pages.setCurrentIndex(1)
        self._tell_about(chart.keterangan)
        self.chart.show_chart(chart)
        self._undrawn.set_words(chart.kosong)
        self._drawing.setCurrentWidget(self.chart if chart.gambar else self._undrawn)
        if self._large:
            self._place_origin(chart)
            self.chart.setFocus()
        self._show_beside([number for number in chart.angka if number.tempat is None])

    def _place_origin(self, chart: Grafik) -> None:
        """In a meeting a wide chart keeps the whole width: its numbers are explained below it."""
        below = chart.ukuran[0] > _WIDE * chart.ukuran[1]
        self._charts.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        self.origin.set_below(below=below)

    def _show_beside(self, numbers: Sequence[AngkaGrafik]) -> None:
        while self._beside.count() > 1:
            item = self._beside.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for at, number in enumerate(numbers):
            tile = _Tile(number, large=self._large)
            tile.clicked.connect(lambda _=False, number=number: self._explain(number))
            self._beside.insertWidget(at, tile)


class _Tile(PlainButton):
    """A number that stands beside a chart; pressed, it is explained."""

    def __init__(self, number: AngkaGrafik, *, large: bool) -> None:
        super().__init__()
        self.setProperty("kind", "secondary")
        self.setObjectName(f"angka_{number.nama}")
        self.setAccessibleName(f"{number.nama}: {number.teks}")
        self.setToolTip("Dari mana angka ini?")
        name = Label(number.nama, ink=Ink.TEXT_2)
        figure = Label(number.teks, TextStyle.NUMBER if large else TextStyle.FIGURE_500)
        for label in (name, figure):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inner = column(figure, name) if large else row(name, None, figure)
        inner.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        self.setLayout(inner)

    def sizeHint(self) -> QSize:
        inner = self.layout()
        assert inner is not None
        return inner.sizeHint()


def _short(judul: str) -> str:
    return judul if len(judul) <= _LONGEST else f"{judul[: _LONGEST - 1].rsplit(' ', 1)[0]}…"
