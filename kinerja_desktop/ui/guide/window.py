"""The window of the help: contents or what was found at the left, one subject at the right.

It stands beside the work and keeps nothing: neither what was looked for nor what was read outlives it.
`KEYS` are its keys.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kinerja_desktop.domain.petunjuk import Tempat
from kinerja_desktop.services import guide
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.guide.page import GuidePage
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.fields import SearchField
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.stops import step

WIDTH, HEIGHT, LIST = 780, 620, 240
_FRAME = 36
"""Room for the window's own frame, in logical pixels."""
KEYS = (
    ("Ctrl+F", "cari di bantuan"),
    ("Alt+Kiri", "kembali"),
    ("Ctrl+P", "cetak halaman ini"),
    ("Esc", "tutup"),
)
_PLACE = Qt.ItemDataRole.UserRole


class GuideWindow(QWidget):
    """See the module. ``print_page`` prints a subject by its name."""

    def __init__(self, parent: QWidget, print_page: Callable[[QWidget, str], object]) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Bantuan – Kinerja Desktop")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._trail: list[Tempat] = []
        self._print = print_page
        self.search, self.page, self.contents = SearchField("Cari di bantuan"), GuidePage(), QListWidget()
        self.back = Button("Kembali", icon=Icon.KEMBALI_KE)
        self.printing = Button("Cetak", icon=Icon.CETAK)
        self._none = Label(ink=Ink.TEXT_2, wrap=True)
        self._build()
        self._connect()
        self._list_contents()

    def show_place(self, place: Tempat) -> None:
        """Go to a place; the one before can be gone back to."""
        if self._trail[-1:] != [place]:
            self._trail.append(place)
        self._show()

    def place(self) -> Tempat:
        """What is shown."""
        return self._trail[-1]

    # --- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        self.contents.setAccessibleName("Daftar isi bantuan")
        self.contents.setProperty("kind", "card")
        self.contents.setWordWrap(True)
        self.contents.setFixedWidth(theme.px(LIST))
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.search.setFixedWidth(theme.px(LIST))
        head = row(self.search, self.back, None, self.printing, space=8)
        whole = column(head, 8, row(column(self._none, self.contents), self.page, space=12), edge=12)
        self.setLayout(whole)
        self._stand_at_the_right()

    def _stand_at_the_right(self) -> None:
        """At the right edge of the screen, below the head of the work, so that the work is seen beside it."""
        screen, frame = self.screen().availableGeometry(), theme.px(_FRAME)
        width = min(theme.px(WIDTH), screen.width() - frame)
        height = min(theme.px(HEIGHT), screen.height() - 2 * frame)
        self.setGeometry(screen.right() - width - 4, screen.top() + frame, width, height)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._look_up)
        self.search.returnPressed.connect(self._open_first)
        self.contents.currentItemChanged.connect(self._choose)
        self.page.linked.connect(self.show_place)
        self.back.clicked.connect(self._go_back)
        self.printing.clicked.connect(self._print_shown)
        acts: dict[str, Callable[[], object]] = {
            "Ctrl+F": self.search.setFocus,
            "Alt+Left": self._go_back,
            "Ctrl+P": self._print_shown,
            "Esc": self._leave,
        }
        for key, act in acts.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    # --- contents and search ---------------------------------------------------------------------

    def _list_contents(self) -> None:
        self._fill([(one.judul, one.kelompok, Tempat(one.kunci), "") for one in guide.subjects()])

    def _look_up(self, words: str) -> None:
        if not words.strip():
            self._list_contents()
            self._mark()
            return
        found = guide.search(words)
        self._fill([(hit.judul, guide.subject(hit.tempat.subjek).judul, hit.tempat, hit.kutipan) for hit in found])
        if not found:
            self._none.setText(f"Tidak ada yang cocok dengan «{words.strip()}». Coba kata lain, misalnya nama tombol.")

    def _fill(self, lines: list[tuple[str, str, Tempat, str]]) -> None:
        """List places below their groups; what has more words shows them."""
        self.contents.blockSignals(True)  # noqa: FBT003  # Qt's own signature
        self.contents.clear()
        group = ""
        for words, above, place, more in lines:
            if above != group:
                group = above
                self._add(above, None)
            self._add("\n".join(filter(None, (words, more))), place)
        self.contents.blockSignals(False)  # noqa: FBT003  # Qt's own signature
        self._none.setVisible(not lines)
        self.contents.setVisible(bool(lines))

    def _add(self, words: str, place: Tempat | None) -> None:
        item = QListWidgetItem(words)
        item.setData(_PLACE, place)
        if place is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setFont(theme.font(TextStyle.BODY_500))
            item.setForeground(theme.color(Ink.TEXT_2))
        self.contents.addItem(item)

    def _open_first(self) -> None:
        items = (self.contents.item(at) for at in range(self.contents.count()))
        first = next((item for item in items if item.data(_PLACE) is not None), None)
        if first is not None:
            self.contents.setCurrentItem(first)
            self.contents.setFocus()

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_PLACE) is not None:
            self.show_place(item.data(_PLACE))

    # --- the page --------------------------------------------------------------------------------

    def _show(self) -> None:
        place = self.place()
        self.page.show_place(guide.subject(place.subjek), place.bagian)
        allow(self.back, "" if len(self._trail) > 1 else "Belum ada halaman sebelumnya.")
        self._mark()

    def _mark(self) -> None:
        """The list stands where the page is; asking it for no other page."""
        if not self._trail or self.search.text().strip():
            return
        self.contents.blockSignals(True)  # noqa: FBT003  # Qt's own signature
        for at in range(self.contents.count()):
            shown = self.contents.item(at).data(_PLACE)
            if shown is not None and shown.subjek == self.place().subjek:
                self.contents.setCurrentRow(at)
        self.contents.blockSignals(False)  # noqa: FBT003  # Qt's own signature

    def _go_back(self) -> None:
        if len(self._trail) > 1:
            self._trail.pop()
            self._show()

    def _print_shown(self) -> None:
        self._print(self, self.place().subjek)

    def _leave(self) -> None:
        """Esc: what was looked for goes first, then the window."""
        if self.search.text():
            self.search.clear()
        else:
            self.close()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  # Qt's own signature
        """The tab key goes on in reading order."""
        return step(self, forward=forward)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._show()  # a heading is found only when the page knows its width
            self.page.setFocus()
