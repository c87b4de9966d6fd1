"""The panel beside the list: what changed, until when, the facts, the primary act, the newest acts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kinerja_desktop.domain.tenggat import JenisTenggat, petunjuk_tenggat
from kinerja_desktop.services.inbox import Potongan, Pratinjau
from kinerja_desktop.ui import icons, theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, empty, holder, row
from kinerja_desktop.ui.widgets.labels import IN_PANEL, Label, Rule, WrappedLabel
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.side_panel import SidePanel
from kinerja_desktop.ui.widgets.strips import bold_marked
from kinerja_desktop.ui.work.history import Timeline
from kinerja_desktop.ui.work.looks import limit_chip

WIDTH, WIDTH_NARROW = 420, 316
_LABELS = 112
_LIMIT = "Batas waktu"
_NOTHING = "Batas waktu, isi ringkas, dan riwayat tugas yang dipilih tampil di sini."


class Facts(QWidget):
    """Label and text in two columns; the first line is the limit, in its colour."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(5))
        self._grid.setColumnMinimumWidth(0, theme.px(_LABELS))
        self._grid.setColumnStretch(1, 1)
        self.setLayout(self._grid)

    def set_lines(self, lines: Sequence[tuple[str, str]], limit: Tone, hint: str) -> None:
        empty(self._grid)
        for at, (name, text) in enumerate(lines):
            value = Label(text, ink=limit if not at and limit is not Tone.NETRAL else Ink.TEXT, wrap=True)
            value.setToolTip("" if at else hint)
            self._grid.addWidget(Label(name, ink=Ink.TEXT_2), at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, at, 1)


class PreviewPanel(SidePanel):
    """``opened``: the primary act; ``pages_asked`` and ``history_asked``: the two beside it."""

    opened = Signal()
    pages_asked = Signal()
    history_asked = Signal()

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self._title, self._version = Label(style=TextStyle.PANEL_TITLE), Label(ink=Ink.TEXT_2)
        self._subtitle = WrappedLabel(style=TextStyle.FIGURE, ink=Ink.TEXT_2, unbroken=IN_PANEL)
        self._summary = Label(wrap=True)
        self._summary.setTextFormat(Qt.TextFormat.RichText)
        self._facts, self._line = Facts(), Timeline()
        self._primary = Button("Buka", ButtonKind.PRIMARY, Icon.PEMERIKSAAN, shape=Shape.FILL)
        self._pages, self._history = Button("Lihat Halaman Laporan"), Button("Riwayat Lengkap")
        self._line_title = Label("Riwayat terakhir", TextStyle.BODY_700, Ink.TEXT_2)
        self._connect()
        self._body, self._nothing = holder(self._stack()), Label(_NOTHING, ink=Ink.TEXT_3, wrap=True)
        self.content.addWidget(self._nothing)
        self.content.addWidget(self._body)
        self.set_view(None)

    def _connect(self) -> None:
        self._primary.setObjectName("buka_tugas")
        self._pages.setObjectName("lihat_halaman")
        self._history.setObjectName("riwayat_lengkap")
        self._primary.clicked.connect(self.opened)
        self._pages.clicked.connect(self.pages_asked)
        self._history.clicked.connect(self.history_asked)
        for button in (self._primary, self._pages, self._history):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _stack(self) -> QVBoxLayout:
        made = column(
            row(self._title, None, self._version),
            4,
            self._subtitle,
            8,
            Rule(),
            8,
            self._summary,
            8,
            self._facts,
            10,
            self._primary,
            6,
            row(self._pages, self._history),
            12,
            self._line_title,
            6,
            self._line,
        )
        made.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), 0)
        return made

    def set_view(
        self, view: Pratinjau | None, *, act: str = "", icon: Icon = Icon.PEMERIKSAAN, pages: bool = False
    ) -> None:
        """Show a task; ``act`` is the caption of the primary act, empty where it is not the reader's to do."""
        set_shown(self._body, shown=view is not None)
        set_shown(self._nothing, shown=view is None)
        if view is None:
            return
        self._title.setText(view.judul)
        self._version.setText(view.versi)
        self._subtitle.set_text(view.subjudul)
        self._summary.setText(bold_marked(_marked(view.ringkasan)))
        set_shown(self._summary, shown=bool(view.ringkasan))
        self._facts.set_lines(_facts(view), limit_chip(view.tenggat).tone, petunjuk_tenggat(view.tenggat))
        self._primary.setIcon(icons.icon(icon, Ink.ON_ACCENT, Shape.FILL))
        self._show_acts(act, pages=pages, history=bool(view.riwayat))
        self._line.set_events(view.riwayat)
        set_shown(self._line_title, shown=bool(view.riwayat))

    def set_narrow(self, *, narrow: bool) -> None:
        """Fewer words on the two buttons side by side."""
        self.setFixedWidth(theme.px(WIDTH_NARROW if narrow else WIDTH))
        self._pages.setText("Lihat Halaman" if narrow else "Lihat Halaman Laporan")
        self._history.setText("Riwayat" if narrow else "Riwayat Lengkap")

    def focus_first(self) -> None:
        """Put the focus on the primary act, or on the first there is."""
        shown = (b for b in (self._primary, self._pages, self._history) if b.isVisible())
        if (first := next(shown, None)) is not None:
            first.setFocus()

    def _show_acts(self, act: str, *, pages: bool, history: bool) -> None:
        self._primary.setText(act)
        set_shown(self._primary, shown=bool(act))
        set_shown(self._pages, shown=pages)
        set_shown(self._history, shown=history)


def _facts(view: Pratinjau) -> tuple[tuple[str, str], ...]:
    """The lines without the limit where there is none: what is settled is not waited for."""
    endless = view.tenggat.jenis is JenisTenggat.TANPA_BATAS
    return tuple((name, text) for name, text in view.baris if not (endless and name == _LIMIT))


def _marked(pieces: Sequence[Potongan]) -> str:
    return "".join(f"**{piece.teks}**" if piece.tebal else piece.teks for piece in pieces)
