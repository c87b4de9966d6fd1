"""The band at the top of the main window: menu, office, search, role, person.

The practice office is told by an ochre band and the words «LATIHAN · bukan data kantor» where the kabupaten stood.
"""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QSizePolicy

from kinerja_desktop.ui import icons, theme
from kinerja_desktop.ui.frame import FrameModel
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Height, IconSize, Ink, Radius, TextStyle
from kinerja_desktop.ui.widgets.avatar import paint_avatar
from kinerja_desktop.ui.widgets.buttons import PlainButton
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.labels import ElidedLabel, Label, repolish
from kinerja_desktop.ui.widgets.mark import Mark
from kinerja_desktop.ui.widgets.painting import RIGHT, paint_icon, paint_text, text_width

_PRACTICE = "LATIHAN · bukan data kantor"
_SEARCH = "Cari dokumen, indikator, orang, catatan"
_SEARCH_FORMS = (_SEARCH, "Cari dokumen atau indikator", "Cari")
_ACTING = "Bertindak sebagai"
_CIRCLE, _APART, _AROUND = 30, 8, 6
"""The person's circle, what lies between it and the name, and the ground beside both."""
_PAGE = 5
"""Lines that PgUp and PgDn go on in the list of what is found."""


class Header(QFrame):
    """``menu_asked``, ``role_asked`` and ``person_asked`` open their menus; the search tells for itself."""

    menu_asked = Signal()
    role_asked = Signal()
    person_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "header")
        self.menu_button = _menu_button()
        self._mark = Mark(24)
        self._kantor = ElidedLabel(style=TextStyle.OFFICE, ink=Ink.ON_HEADER)
        self._kabupaten = ElidedLabel(ink=Ink.ON_HEADER_2)
        self._kantor.setObjectName("nama_kantor")
        self._kabupaten.setObjectName("nama_kabupaten")
        self.search = HeaderSearch()
        self.role_button = RoleButton()
        self.person_button = PersonButton()
        self.setLayout(self._arrange())
        self.menu_button.clicked.connect(self.menu_asked)
        self.role_button.clicked.connect(self.role_asked)
        self.person_button.clicked.connect(self.person_asked)
        self.set_narrow(narrow=False)

    def _arrange(self) -> QHBoxLayout:
        office = column(None, self._kantor, 1, self._kabupaten, None)
        line = row(
            10, self.menu_button, 15, self._mark, 11, office, 8, self.search, 8,
            self.role_button, 10, self.person_button, 11, space=0,
        )  # fmt: skip
        line.insertStretch(line.indexOf(self.search), 1)
        line.insertStretch(line.indexOf(self.search) + 1, 1)
        return line

    def set_frame(self, frame: FrameModel) -> None:
        self._mark.draw()
        self._kantor.set_text(frame.kantor)
        self._kabupaten.set_text(_PRACTICE if frame.latihan else frame.kabupaten)
        whole = self._kabupaten.sizeHint().width() if frame.latihan else 0
        self._kabupaten.setMinimumWidth(whole)  # that this is no real office is never cut
        self.role_button.set_role(frame.acting.label, latihan=frame.latihan)
        self.person_button.set_nama(frame.nama)
        self.setProperty("latihan", "true" if frame.latihan else "false")
        for part in (self, self.search, self.menu_button, *self.findChildren(Label)):
            repolish(part)

    def set_narrow(self, *, narrow: bool, low: bool = False) -> None:
        """Under 1200 px the name goes (the circle keeps it as tooltip) and the search field is shorter."""
        self.setFixedHeight(theme.height(Height.HEADER, narrow=narrow, low=low))
        self.person_button.set_brief(brief=narrow)
        self.search.setMaximumWidth(theme.px(300 if narrow else 400))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.role_button.set_brief(brief=theme.current().scale.is_overlay(self.width()))


def _menu_button() -> PlainButton:
    button = PlainButton(" Menu")
    button.setProperty("kind", "menu")
    button.setProperty("text_style", TextStyle.BODY_500.value)
    button.setIcon(icons.icon(Icon.MENU, Ink.ON_HEADER))
    button.setIconSize(QSize(theme.px(IconSize.TEXT), theme.px(IconSize.TEXT)))
    button.setAccessibleName("Menu")
    button.setAccessibleDescription("F10")
    button.setToolTip("F10")
    return button


class HeaderSearch(QLineEdit):
    """Search over everything; the glass at the left and the key at the right are painted into the field.

    The list of what is found lies elsewhere and never has the focus: ``moved`` carries by how many lines its choice
    goes on, ``opened`` asks for the chosen one, ``dismissed`` (Esc) for the end of the search. ``left`` tells that the
    work goes on in another place of this window.
    """

    moved = Signal(int)
    opened = Signal()
    dismissed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_SEARCH)
        self.setToolTip("Ctrl+K")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(theme.px(150))
        self.setTextMargins(theme.px(23), 0, theme.px(52), 0)

    def begin(self) -> None:
        """A new search: nothing of the last one is left."""
        self.clear()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()  # before the window takes it for a step back on the page
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        lines = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_PAGE, Qt.Key.Key_PageDown: _PAGE}
        if event.key() in lines and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.moved.emit(lines[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.left.emit()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(400), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many words as there is room for."""
        super().resizeEvent(event)
        margins = self.textMargins()
        room = self.width() - margins.left() - margins.right() - theme.px(2 * 11)
        fitting = (words for words in _SEARCH_FORMS if text_width(words, TextStyle.BODY) <= room)
        self.setPlaceholderText(next(fitting, _SEARCH_FORMS[-1]))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint_icon(painter, theme.px(10), self.height() // 2, Icon.CARI, Ink.ON_HEADER_2)
        if not self.text():
            key = QRect(0, 0, self.width() - theme.px(11), self.height())
            paint_text(painter, key, "Ctrl+K", TextStyle.BODY, Ink.ON_HEADER_2, align=RIGHT)


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


class _BriefButton(PlainButton):
    """Says less where there is little room; its name and tooltip tell the rest."""

    def __init__(self) -> None:
        super().__init__()
        self._brief = False

    def set_brief(self, *, brief: bool) -> None:
        if brief is not self._brief:
            self._brief = brief
            self.updateGeometry()


class RoleButton(_BriefButton):
    """«Bertindak sebagai Kabid (Camat)», in two inks; opens the list of roles."""

    def __init__(self) -> None:
        super().__init__()
        self._role, self._latihan = "", False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_role(self, label: str, *, latihan: bool = False) -> None:
        self._role, self._latihan = label, latihan
        self.setAccessibleName(f"{_ACTING} {label}")
        self.setAccessibleDescription("Ctrl+R")
        self.setToolTip(f"{_ACTING} {label} (Ctrl+R)")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        acting = 0 if self._brief else text_width(_ACTING, TextStyle.BODY) + theme.px(6)
        words = acting + text_width(self._role, TextStyle.BODY_500)
        return QSize(words + theme.px(12 + 16 + 5 + 8 + 14 + 12), theme.height(Height.CONTROL))

    def minimumSizeHint(self) -> QSize:
        role = min(text_width(self._role, TextStyle.BODY_500), theme.px(190))
        return QSize(role + theme.px(70), theme.height(Height.CONTROL))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, box = QPainter(self), theme.px, self.rect()
        self._paint_ground(painter, box)
        middle = box.height() // 2
        left = px(12) + paint_icon(painter, px(12), middle, Icon.PERAN, Ink.ON_HEADER_2) + px(5)
        right = box.right() - px(12) - px(IconSize.CHIP) + 1
        if not self._brief and self.width() >= self.sizeHint().width():
            words = QRect(left, 0, right - left, box.height())
            left += paint_text(painter, words, _ACTING, TextStyle.BODY, Ink.ON_HEADER_2) + px(6)
        words = QRect(left, 0, right - left - px(4), box.height())
        paint_text(painter, words, self._role, TextStyle.BODY_500, Ink.ON_HEADER)
        paint_icon(painter, right, middle, Icon.BUKA_KE_BAWAH, Ink.ON_HEADER_2, size=IconSize.CHIP)

    def _paint_ground(self, painter: QPainter, box: QRect) -> None:
        tokens = theme.current().palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.on_header_2), 1))
        painter.setBrush(QColor(tokens.latihan_field if self._latihan else tokens.header_field))
        corner = theme.px(Radius.CONTROL)
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter.restore()


class PersonButton(_BriefButton):
    """The circle with the first letters of who is logged in, and the name where there is room; opens the account."""

    def __init__(self) -> None:
        super().__init__()
        self._nama = ""
        self.setProperty("kind", "menu")
        self.setAccessibleDescription("Ganti sandi, ganti pengguna, keluar")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_nama(self, nama: str) -> None:
        self._nama = nama
        self.setAccessibleName(nama)
        self.setToolTip(f"{nama}\nGanti sandi, ganti pengguna, keluar")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        name = 0 if self._brief else text_width(self._nama, TextStyle.BODY_500) + 1 + theme.px(_APART)
        return QSize(theme.px(_CIRCLE + 2 * _AROUND) + name, theme.height(Height.CONTROL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, side, left = QPainter(self), theme.px(_CIRCLE), theme.px(_AROUND)
        circle = QRectF(left, (self.height() - side) / 2, side, side)
        paint_avatar(painter, circle, self._nama, theme.color(Ink.ON_HEADER), theme.color(Ink.ON_HEADER_2))
        if not self._brief:
            words = self.rect().adjusted(left + side + theme.px(_APART), 0, -left, 0)
            paint_text(painter, words, self._nama, TextStyle.BODY_500, Ink.ON_HEADER)


def fill_role_menu(menu: QMenu, frame: FrameModel) -> None:
    """One line per role with its count; the one in force is ticked."""
    menu.clear()
    for line in frame.roles:
        action = menu.addAction(f"{line.label}\t{line.waiting}")
        action.setData(line.key)
        action.setCheckable(True)
        action.setChecked(line.key == frame.role)
