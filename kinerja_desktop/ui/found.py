"""What the search of the header finds while somebody types, as a list below its field.

Arrows choose, Enter opens the chosen one, Esc ends the search; the focus stays in the field.

What is found, and where it is opened, the service says. What the role has no tab for is told in a card
(``found_card``) that also says which role opens it.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QListWidget, QListWidgetItem, QWidget
from shiboken6 import isValid

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui import icons, theme
from kinerja_desktop.ui.dialogs import tell_fault
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.role_tabs import OF_ROLE, TABS
from kinerja_desktop.ui.runner import Calls, Runner, Ticket
from kinerja_desktop.ui.theme import IconSize, Ink, Space, TextStyle
from kinerja_desktop.ui.widgets.announcing import announce
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.painting import text_width, wrapped
from kinerja_desktop.ui.work.places import has_tab
from kinerja_desktop.ui.work.refusals import galat_of

if TYPE_CHECKING:
    from kinerja_desktop.services.search import Temuan

_ICONS = {
    "Dokumen": Icon.ARSIP,
    "Tugas": Icon.KOTAK_TUGAS,
    "Indikator": Icon.RENCANA_KINERJA,
    "Orang": Icon.PENGGUNA,
    "Catatan": Icon.UBAH,
}
_WIDTH, _EDGES = 620, 60
"""Of the words of a line; of icon, scroll bar and margins beside them."""
PAUSE, SLOW = 180, 300
"""Milliseconds without a key before it is looked for, and without an answer before that is told."""
_BUSY = "Mencari…"


class Finder(QObject):
    """The field of the header at work, for whoever sits there in the role of ``context``.

    What is found follows what is typed, a moment later and read beside the window; an answer to what was typed before
    is dropped.
    """

    def __init__(self, main: MainWindow, context: Callable[[], Context], runner: Runner) -> None:
        super().__init__(main.search_field())
        self._main, self._context, self._runner = main, context, runner
        self._field = main.search_field()
        self._list: FoundList | None = None
        self._answered = ""
        """What the list answers; something else is waited for while the field says something else."""
        self._opens = False
        """Enter was pressed before the answer was there."""
        self._ticket = Ticket()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW)
        self._slow.timeout.connect(self._tell_busy)
        self._field.textChanged.connect(self._typed)
        self._field.moved.connect(self._move)
        self._field.opened.connect(self._enter)
        self._field.left.connect(self._close)

    def _typed(self, cari: str) -> None:
        self._opens = False
        if cari.strip():
            self._pause.start()
        else:
            self._close()

    def _ask(self) -> None:
        self._pause.stop()
        self._ticket.cancel()
        self._slow.start()
        from kinerja_desktop.services import search  # here, because a start need not wait for it

        ctx, cari = self._context(), self._field.text()
        calls = Calls["tuple[Temuan, ...]"](lambda found: self._show(cari, found), self._refused)
        self._ticket = self._runner.start(lambda _: search.find(ctx, cari), calls)

    def _refused(self, error: KinerjaError) -> None:
        if isValid(self):
            self._close()
            tell_fault(self._main, galat_of(error))

    def _show(self, cari: str, found: "Sequence[Temuan]") -> None:
        if not isValid(self) or cari != self._field.text():
            return
        self._slow.stop()
        self._answered = cari
        shown = self._listed()
        shown.show_found(cari, found)
        shown.drop_below(self._field)
        announce(self._field, shown.spoken(counted=True))
        if self._opens:
            self._enter()

    def _tell_busy(self) -> None:
        """The answer takes its time: what answers something else must not be taken for it."""
        shown = self._listed()
        shown.show_found(self._field.text(), (), _BUSY)
        shown.drop_below(self._field)

    def _listed(self) -> "FoundList":
        """Made when something is first looked for."""
        if self._list is None:
            self._list = FoundList(self._main.work())
            self._list.picked.connect(self._open)
        return self._list

    def _close(self) -> None:
        self._pause.stop()
        self._slow.stop()
        self._ticket.cancel()
        self._answered, self._opens = "", False
        if self._list is not None:
            self._list.hide()

    def _move(self, by: int) -> None:
        if self._list is not None and self._list.isVisible():
            self._list.move_by(by)
            announce(self._field, self._list.spoken(), urgent=True)

    def _enter(self) -> None:
        """Open the chosen one, at first the first; before the answer is there, as soon as it is."""
        cari = self._field.text()
        if cari.strip() and cari != self._answered:
            self._opens = True
            self._ask()
        elif self._list is not None and (one := self._list.current_found()) is not None:
            self._open(one)

    def _open(self, found: "Temuan") -> None:
        """Open it where this role can see it; elsewhere tell what may be told of it."""
        self._field.clear()
        role = self._context().actor.role
        if place := next((key for key in found.tab if has_tab(role, key)), ""):
            self._main.open_tab(place, found.butir)
        else:
            QTimer.singleShot(0, self._main, found_card(self._main, found).open)


class FoundList(QListWidget):
    """What was found, below the field; ``picked`` carries what was clicked. It never takes the focus from the field."""

    picked = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("hasil_cari")
        self.setProperty("kind", "found")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(theme.px(IconSize.TEXT), theme.px(IconSize.TEXT)))
        self._found: tuple[Temuan, ...] = ()
        self.itemClicked.connect(lambda item: self._pick(self.row(item)))
        self.hide()

    def show_found(self, cari: str, found: "Sequence[Temuan]", nothing: str = "") -> None:
        """Fill the list, the first thing chosen; one line says that nothing fits, or ``nothing``."""
        self._found = tuple(found)
        self.clear()
        self.setAccessibleName(f"Hasil pencarian {cari}")
        for one in found:
            item = QListWidgetItem(icons.icon(_ICONS[one.jenis], Ink.TEXT_2), _words(one), self)
            item.setToolTip(f"{one.jenis}: {one.judul}")
        told = _of_many(found) if found else nothing or _nothing(cari)
        if told:
            QListWidgetItem(told, self).setFlags(Qt.ItemFlag.NoItemFlags)
        if found:
            self.setCurrentRow(0)

    def drop_below(self, field: QWidget) -> None:
        """Show the list under the field, as high as its lines or the room in the window."""
        window = self.parentWidget()
        assert window is not None
        edge = theme.px(Space.CONTROLS)
        width = min(theme.px(_WIDTH + _EDGES), window.width() - 2 * edge)
        at = field.mapTo(window, QPoint(0, field.height() + theme.px(4)))
        left = min(at.x(), window.width() - width - edge)
        self.ensurePolished()  # a line is measured in the letters it will have
        lines = sum(map(self.sizeHintForRow, range(self.count()))) + theme.px(12)
        self.setGeometry(left, at.y(), width, min(lines, window.height() - at.y() - theme.px(40)))
        self.show()
        self.raise_()

    def move_by(self, lines: int) -> None:
        """Choose another line; the ends hold."""
        if self._found:
            self.setCurrentRow(max(0, min(self.currentRow() + lines, len(self._found) - 1)))

    def spoken(self, *, counted: bool = False) -> str:
        """The chosen line as a screen reader says it, after how many there are; why there is none."""
        one = self.current_found()
        if one is None:
            return self.item(0).text()
        place = f"{len(self._found)} temuan" if counted else f"{self.currentRow() + 1} dari {len(self._found)}"
        return f"{place}: {one.jenis}, {one.judul}, {one.keterangan}"

    def current_found(self) -> "Temuan | None":
        """The chosen thing; None where nothing was found."""
        return self._found[self.currentRow()] if self._found else None

    def _pick(self, line: int) -> None:
        if line < len(self._found):
            self.picked.emit(self._found[line])


def found_card(parent: QWidget, one: "Temuan") -> Dialog:
    """What may be told of a thing to a role that has no tab for it, and who opens it."""
    tabs = [key for key in one.tab if key in TABS]
    roles = [role.label for role, keys in OF_ROLE.items() if any(key in keys for key in tabs)]
    titles = " atau ".join(TABS[key].title for key in tabs)
    why = f"Tab {titles} ada pada peran {', '.join(roles)}; peran Anda sekarang tidak memilikinya."
    dialog = Dialog(parent, one.jenis, one.judul, sentence=why)
    dialog.setObjectName("kartu_temuan")
    dialog.cancel.setText("Tutup")
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(Space.PAGE))
    grid.setColumnStretch(1, 1)
    for at, (label, value) in enumerate(one.rincian):
        grid.addWidget(Label(label, ink=Ink.TEXT_2), at, 0)
        grid.addWidget(Label(value, wrap=True), at, 1)
    dialog.body.addLayout(grid)
    return dialog


def _nothing(cari: str) -> str:
    if len("".join(cari.split())) < 2:
        return "Ketik paling sedikit dua huruf."
    return f"Tidak ada yang cocok dengan «{cari}»."


def _of_many(found: "Sequence[Temuan]") -> str:
    """There may be more of a kind than are shown."""
    from kinerja_desktop.services import search

    most = max(Counter(one.jenis for one in found).values())
    if most < search.PALING_BANYAK:
        return ""
    return f"Setiap jenis ditampilkan paling banyak {search.PALING_BANYAK}. Tambah kata untuk mempersempit."


def _words(one: "Temuan") -> str:
    """Name, then where it belongs: beside it, or on lines of its own where both have no room."""
    together, room = f"{one.judul}   {one.keterangan}", theme.px(_WIDTH)
    if text_width(together, TextStyle.BODY) <= room:
        return together
    parts = filter(None, (one.judul, one.keterangan))
    return "\n".join(line for text in parts for line in wrapped(text, TextStyle.BODY, room))
