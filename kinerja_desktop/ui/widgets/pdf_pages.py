"""The pages of a finished PDF: small pages at the left, the page itself, turning and zoom above.

What is shown is the very file that is printed and filed. QtPdf is loaded with the first preview. Where a screen reader
listens it is told the words of the page, and may go through them line by line instead of the picture.
"""

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QColor, QIcon, QKeySequence, QPainter, QPalette, QPixmap, QResizeEvent, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, Space
from kinerja_desktop.ui.widgets.allowing import allow, lock
from kinerja_desktop.ui.widgets.buttons import IconButton
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.fields import ComboBox, GrowingText
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.showing import set_shown

THUMB = 80
_SIZES = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_ZOOMS = (("Lebar halaman", 0.0), ("Satu halaman", -1.0), *((f"{size:.0%}", size) for size in _SIZES))
_ALIKE = 1.01
"""Sizes that nobody tells apart."""
_POINTS = 72
"""Points of an inch."""
_NO_WORDS = "Halaman ini berupa gambar dan tidak berisi teks."


class PdfPages(QWidget):
    """Shows bytes of a PDF; ``page_shown`` tells which page (from 1) came to the front.

    Without ``thumbs`` the page has the whole width, for a dialog.
    """

    page_shown = Signal(int)

    def __init__(self, *, thumbs: bool = True) -> None:
        super().__init__()
        self._document, self._buffer = QPdfDocument(self), QBuffer(self)
        self._view = QPdfView()
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        # always: a bar that comes late changes the width, and a page drawn for the other one loses rows of pixels
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._view.setDocument(self._document)
        self._view.setAccessibleName("Halaman dokumen")
        ground = self._view.palette()
        ground.setColor(QPalette.ColorRole.Dark, QColor(theme.current().palette.line))
        self._view.setPalette(ground)
        self._thumbs = _Thumbs(self._document)
        self._where, self._zoom = _Choice("Halaman"), _Choice("Perbesaran")
        for text, factor in _ZOOMS:
            self._zoom.addItem(text, factor)
        self._view.setProperty("focus_ring", True)  # noqa: FBT003  # Qt's own signature
        self.setFocusProxy(self._view)
        self._words: GrowingText | None = None
        self._make_bar()
        self._has_thumbs = thumbs
        self._thumbs.setVisible(thumbs)
        self._connect()

    def _make_bar(self) -> None:
        self._before = IconButton(Icon.KIRI, "Halaman sebelumnya", framed=True, repeats=True)
        self._next = IconButton(Icon.KANAN, "Halaman berikutnya", framed=True, repeats=True)
        self._less = IconButton(Icon.KURANG, "Perkecil", framed=True, repeats=True)
        self._more = IconButton(Icon.TAMBAH, "Perbesar", framed=True, repeats=True)
        self._word = Label("Halaman", ink=Ink.TEXT_2, buddy=self._where)
        turn = (self._before, self._word, self._where, self._next)
        self._bar = row(*turn, 12, self._less, self._zoom, self._more, None)
        self._pages = column(self._bar, 8, self._view)
        self._pages.setStretch(2, 1)
        whole = row(self._thumbs, holder(self._pages), space=12)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        turn = self._view.pageNavigator()
        turn.currentPageChanged.connect(self._arrived)
        self._thumbs.currentRowChanged.connect(self.go_to)
        self._where.activated.connect(self.go_to)
        self._before.clicked.connect(lambda: self.go_to(turn.currentPage() - 1))
        self._next.clicked.connect(lambda: self.go_to(turn.currentPage() + 1))
        self._zoom.activated.connect(lambda _: self._set_zoom(self._zoom.currentData()))
        self._less.clicked.connect(self._smaller)
        self._more.clicked.connect(self._larger)
        for key, act in (
            ("Ctrl++", self._larger),
            ("Ctrl+-", self._smaller),
            ("Ctrl+0", lambda: self._set_zoom(0.0)),
            ("Ctrl+G", self._where.setFocus),
        ):
            QShortcut(QKeySequence(key), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def set_pdf(self, pdf: bytes) -> None:
        """Show another file from its first page."""
        self._document.close()
        self._buffer.close()
        self._buffer.setData(pdf)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        count = self._document.pageCount()
        self._where.clear()
        self._where.addItems([f"{n} dari {count}" for n in range(1, count + 1)])
        self._thumbs.fill()
        if self._words is None and QAccessible.isActive():
            self._make_words()
        self._arrived(0)

    def _make_words(self) -> None:
        """The words of the page in the place of its picture, for whoever asks for them."""
        self._words = words = GrowingText(rows=3, most=None)
        words.setAccessibleName("Teks halaman")
        lock(words, "Panah atas dan bawah membaca baris demi baris.")
        self._pages.addWidget(words, 1)
        words.hide()
        chosen = IconButton(Icon.LAPORAN_SEKSI, "Baca sebagai teks", framed=True)
        chosen.setObjectName("baca_teks")
        chosen.setCheckable(True)  # Qt's own signature
        chosen.toggled.connect(self._show_words)
        self._bar.insertWidget(self._bar.count() - 1, chosen)

    def _show_words(self, shown: bool) -> None:  # noqa: FBT001  # Qt's own signature
        assert self._words is not None
        self._view.setVisible(not shown)
        self._words.setVisible(shown)
        self.setFocusProxy(self._words if shown else self._view)
        self.setFocus()

    def _tell_words(self, index: int) -> None:
        if self._words is not None:
            text = self._document.getAllText(index).text().strip() or _NO_WORDS
            self._words.setPlainText(text)
            self._view.setAccessibleDescription(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow place the small pages go first, then the word before the number."""
        super().resizeEvent(event)
        word = self._word.sizeHint().width() + self._bar.spacing()
        tools = self._bar.minimumSize().width() + (word if self._word.isHidden() else 0)
        thumbs = self._thumbs.width() + theme.px(Space.CARDS)
        set_shown(self._thumbs, shown=self._has_thumbs and self.width() >= tools + thumbs)
        set_shown(self._word, shown=self.width() >= tools)

    def page_count(self) -> int:
        """Pages of what is shown."""
        return self._document.pageCount()

    def go_to(self, index: int) -> None:
        """Turn to a page (from 0); beyond the ends nothing happens."""
        turn = self._view.pageNavigator()
        if 0 <= index < self.page_count() and index != turn.currentPage():
            turn.jump(index, QPointF(), 0)

    def _arrived(self, index: int) -> None:
        self._where.setCurrentIndex(index)
        self._thumbs.show_row(index)
        allow(self._before, "" if index > 0 else "Ini halaman pertama.")
        allow(self._next, "" if index + 1 < self.page_count() else "Ini halaman terakhir.")
        self._tell_words(index)
        self.page_shown.emit(index + 1)

    def _set_zoom(self, factor: float) -> None:
        modes = {0.0: QPdfView.ZoomMode.FitToWidth, -1.0: QPdfView.ZoomMode.FitInView}
        self._view.setZoomMode(modes.get(factor, QPdfView.ZoomMode.Custom))
        if factor > 0:
            self._view.setZoomFactor(factor)
        self._zoom.setCurrentIndex(max(0, self._zoom.findData(factor)))

    def _larger(self) -> None:
        shown = self._shown_size()
        self._set_zoom(next((size for size in _SIZES if size > shown * _ALIKE), _SIZES[-1]))

    def _smaller(self) -> None:
        shown = self._shown_size()
        self._set_zoom(next((size for size in reversed(_SIZES) if size * _ALIKE < shown), _SIZES[0]))

    def _shown_size(self) -> float:
        """The size in which the page stands; a page that is fitted does not tell its own (QPdfView)."""
        if self._view.zoomMode() is QPdfView.ZoomMode.Custom:
            return self._view.zoomFactor()
        page = self._document.pagePointSize(self._view.pageNavigator().currentPage())
        if page.isEmpty():
            return 1.0
        margins, room = self._view.documentMargins(), self._view.viewport().size()
        dots = self._view.screen().logicalDotsPerInch() / _POINTS
        wide = (room.width() - margins.left() - margins.right()) / (page.width() * dots)
        if self._view.zoomMode() is QPdfView.ZoomMode.FitToWidth:
            return wide
        return min(wide, (room.height() - self._view.pageSpacing()) / (page.height() * dots))


class _Choice(ComboBox):
    """A choice that keeps the room of its words."""

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(theme.px(6), 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class _Thumbs(QListWidget):
    """Small pages, drawn a few at a time so that the window stays alive."""

    def __init__(self, document: QPdfDocument) -> None:
        super().__init__()
        self._document = document
        self._left: list[int] = []
        self.setAccessibleName("Daftar halaman")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setMovement(QListView.Movement.Static)
        self.setWrapping(False)
        self.setSpacing(theme.px(6))
        self.setFixedWidth(theme.px(THUMB + 44))
        self.setIconSize(QSize(theme.px(THUMB), theme.px(THUMB * 1.5)))
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._draw_next)

    def fill(self) -> None:
        """One row per page; pictures follow."""
        self.blockSignals(True)  # noqa: FBT003  # Qt's own signature
        self.clear()
        for n in range(1, self._document.pageCount() + 1):
            item = QListWidgetItem(str(n))
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            item.setSizeHint(QSize(theme.px(THUMB + 16), self._height_of(n - 1) + theme.px(32)))
            self.addItem(item)
        self.blockSignals(False)  # noqa: FBT003  # Qt's own signature
        self._left = list(range(self._document.pageCount()))
        self._timer.start()

    def _height_of(self, index: int) -> int:
        """Height of a small page: landscape ones are low."""
        size = self._document.pagePointSize(index)
        return round(theme.px(THUMB) * size.height() / max(size.width(), 1))

    def show_row(self, index: int) -> None:
        """Mark a page without jumping to it again."""
        self.blockSignals(True)  # noqa: FBT003  # Qt's own signature
        self.setCurrentRow(index)
        self.blockSignals(False)  # noqa: FBT003  # Qt's own signature

    def _draw_next(self) -> None:
        if not self._left:
            self._timer.stop()
            return
        index = self._left.pop(0)
        width, height = theme.px(THUMB), self._height_of(index)
        item = self.item(index)
        if item is not None:
            image = self._document.render(index, QSize(width * 2, height * 2))
            ground = QPixmap(image.size())
            ground.fill(Qt.GlobalColor.white)
            item.setIcon(_icon_of(_laid_on(ground, QPixmap.fromImage(image))))


def _icon_of(page: QPixmap) -> QIcon:
    """The page looks the same whether it is chosen or not; its frame tells."""
    icon = QIcon(page)
    icon.addPixmap(page, QIcon.Mode.Selected)
    return icon


def _laid_on(ground: QPixmap, page: QPixmap) -> QPixmap:
    """A rendered page is transparent where nothing stands; paper is white."""
    painter = QPainter(ground)
    painter.drawPixmap(0, 0, page)
    painter.setPen(theme.color(Ink.TEXT_2))
    painter.drawRect(ground.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return ground
