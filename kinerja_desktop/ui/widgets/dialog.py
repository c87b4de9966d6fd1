"""The frame of every dialog: title, what happens next, content, and the acts at the foot.

Batal stands at the left and is where Esc goes; the act stands at the right and repeats the verb of the title. No
button is the default: Enter presses only what has the focus. Captions are ours, since Qt has none in Indonesian. A
dialog is never larger than 640 × 500, nor than the screen leaves; title, faults and acts stay, what lies between
scrolls. A list or a page inside that scrolls by itself gives way first: `add_giving`.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QToolTip, QVBoxLayout, QWidget
from shiboken6 import isValid

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.room import free_height
from kinerja_desktop.ui.theme import Ink, Space, TextStyle, Tone
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind, IconButton
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.dim import Dim
from kinerja_desktop.ui.widgets.field_fault import FieldFault
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.stops import bring_into_sight, step
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec, bold_marked

WIDTH, MOST_HEIGHT, TITLE, FOOT = 620, 500, 33, 60
_EDGE = 20
_LEAST_GIVEN = 96
"""Height that is left to a part that gives way."""

Check = Callable[[], str]
"""Asked when an act is pressed: an empty string lets the dialog close, a sentence keeps it open and is shown."""


class Dialog(QDialog):
    """Make one, put content into `body`, add an act, then `exec`."""

    def __init__(
        self, parent: QWidget | None, title: str, heading: str, *, about: str = "", sentence: str = ""
    ) -> None:
        super().__init__(parent and parent.window())
        self.setProperty("kind", "dialog")
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(title)
        self.setModal(True)
        self.heading = heading
        self._dim: Dim | None = None
        self.moved = False
        """A person has moved it by its title."""
        self._check: Check = str
        self.body = QVBoxLayout()
        self.cancel = Button("Batal", act=True)
        self.cancel.setMinimumWidth(theme.px(96))
        self.cancel.clicked.connect(self.reject)
        self._acts = row(self.cancel, None, space=Space.CONTROLS)
        self._fault = Strip()
        self._giving: dict[QWidget, int] = {}
        self._content_part = holder(self._middle(heading, about, sentence))
        self._telling = holder(column(self._fault))
        self._telling.setContentsMargins(theme.px(_EDGE), 0, theme.px(_EDGE), theme.px(Space.PAGE))
        self._telling.hide()
        self._content_part.installEventFilter(self)
        area = ScrollArea(self._content_part, sideways=False, bare=True)
        whole = column(_TitleBar(self, title), area, self._telling, self._foot())
        whole.setStretch(1, 1)
        whole.setContentsMargins(1, 1, 1, 1)
        self.setLayout(whole)
        self.setFixedWidth(theme.px(WIDTH))
        self.setMaximumHeight(theme.px(MOST_HEIGHT))

    def add_act(self, text: str, kind: ButtonKind = ButtonKind.PRIMARY, icon: Icon | None = None) -> Button:
        """Add an act at the right of the foot. Pressing it closes the dialog unless the check finds a fault."""
        button = Button(text, kind, icon, act=True)
        button.clicked.connect(self._act)
        self._acts.addWidget(button)
        return button

    def add_plain(self, widget: QWidget) -> None:
        """Add something at the foot that does not close the dialog."""
        self._acts.insertWidget(1, widget)

    def add_giving(self, widget: QWidget, wanted: float) -> None:
        """Add to the body a part that scrolls by itself; it has the wanted height (logical) where there is room."""
        self._giving[widget] = theme.px(wanted)
        self.body.addWidget(widget, 1)

    def rise_with_window(self) -> None:
        """Let it be as high as the window behind it: a paper is read, not answered."""
        window = self.parentWidget()
        if window is not None:
            self.setMaximumHeight(max(self.maximumHeight(), window.height()))

    def set_check(self, check: Check) -> None:
        """Ask this before closing on an act; do the act itself in it, so that a refusal leaves the text as typed."""
        self._check = check

    def show_fault(self, sentence: str) -> None:
        """Say above the acts why it did not work; an empty sentence takes it away."""
        self._tell_above_acts(StripSpec(Tone.SALAH, Icon.SALAH, sentence) if sentence else None)
        self.fit_soon()  # sentences at fields and above the acts need their room

    def fit_soon(self) -> None:
        """Fit now, and once more when parts that were just shown have told how much room they want."""
        if self.isVisible():
            self._fit()
            QTimer.singleShot(0, self, self._fit_with_faults)

    def _fit_with_faults(self) -> None:
        """Where the most is not enough, the first sentence at a field is brought into sight."""
        self._fit()
        fault = next((one for one in self.findChildren(FieldFault) if one.isVisible()), None)
        if fault is not None:
            QTimer.singleShot(0, fault, partial(bring_into_sight, fault))

    def show_done(self, sentence: str) -> None:
        """Say above the acts what was done while the dialog stays open."""
        self._tell_above_acts(StripSpec(Tone.SELESAI, Icon.DISETUJUI, sentence))
        if self.isVisible():
            self._fit()

    def _tell_above_acts(self, spec: StripSpec | None) -> None:
        self._telling.hide()  # what is told once more is said once more
        self._fault.set_spec(spec)
        self._telling.setVisible(spec is not None)

    def exec(self) -> int:
        """Show the dialog and wait for its answer; being hidden for a while (`put_away`) is no answer."""
        waiting = QEventLoop()
        self.finished.connect(waiting.quit)
        self.destroyed.connect(waiting.quit)
        self.show()
        waiting.exec()
        return self.result() if isValid(self) else QDialog.DialogCode.Rejected.value

    def _fit(self) -> None:
        """Take the height that the content wants, up to the most; Qt's own way stops at two thirds of the screen."""
        most = self._most()
        for part, wanted in self._giving.items():
            part.setFixedHeight(0)  # what the others leave is its most, whatever it asks for later
            left = max(theme.px(_LEAST_GIVEN), most - self._wanted_height())
            part.setMaximumHeight(left)
            part.setMinimumHeight(min(wanted, left))
        self.resize(self.width(), min(most, self._wanted_height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A text that grows while somebody types makes the dialog grow; what scrolls by itself takes up the rest."""
        if event.type() is QEvent.Type.LayoutRequest and not self._giving and self.isVisible():
            QTimer.singleShot(0, self, self._grow)
        return False

    def _grow(self) -> None:
        if self.height() < min(self._most(), self._wanted_height()):
            self._fit()

    def _most(self) -> int:
        return min(self.maximumHeight(), free_height(self))

    def _wanted_height(self) -> int:
        width = self.width() - 2
        told = 0 if self._telling.isHidden() else _height_for(self._telling, width)
        return theme.px(TITLE) + _height_for(self._content_part, width) + told + theme.px(FOOT) + 2

    def _act(self) -> None:
        fault = self._check()
        self.show_fault(fault)
        if not fault:
            self.accept()

    def _middle(self, heading: str, about: str, sentence: str) -> QVBoxLayout:
        made = column(Label(heading, TextStyle.PANEL_TITLE, wrap=True))
        for text, ink in ((about, Ink.TEXT_2), (sentence, Ink.TEXT)):
            if text:
                made.addSpacing(theme.px(6))
                label = Label(bold_marked(text), ink=ink, wrap=True)
                label.setTextFormat(Qt.TextFormat.RichText)
                made.addWidget(label)
        made.addSpacing(theme.px(Space.CARDS))
        made.addLayout(self.body)
        made.addStretch(1)
        edge = theme.px(_EDGE)
        made.setContentsMargins(edge, theme.px(Space.PAGE), edge, theme.px(Space.PAGE))
        self.body.setSpacing(theme.px(Space.CARDS))
        return made

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("kind", "dialog-foot")
        foot.setFixedHeight(theme.px(FOOT))
        self._acts.setContentsMargins(theme.px(20), 0, theme.px(20), 0)
        foot.setLayout(self._acts)
        return foot

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QToolTip.hideText()  # else what was told of the page below stands beside it until its time is over
        self._fit()
        QTimer.singleShot(0, self, self._fit)  # texts that wrap know their height only once they are shown
        window = self.parentWidget()
        if self._dim is None and window is not None:
            self._dim = Dim(window)
            self._centre()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 asks for help; the window behind does not hear it."""
        if event.key() != Qt.Key.Key_F1:
            super().keyPressEvent(event)
            return
        from kinerja_desktop.ui.guide import asking  # here, because most dialogs are answered without it

        asking.help_here(self)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  # Qt's own signature
        """The tab key goes on in reading order."""
        return step(self, forward=forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Text that wraps finds its height late; until a person moves the dialog, it stays in the middle."""
        super().resizeEvent(event)
        self._centre()

    def _centre(self) -> None:
        """Over the window; before there is one, in the middle of the screen."""
        window = self.parentWidget()
        free = self.screen().availableGeometry()
        middle = window.mapToGlobal(window.rect().center()) if window else free.center()
        if not self.moved:
            at, lowest = middle - self.rect().center(), max(free.top(), free.bottom() + 1 - self.height())
            self.move(at.x(), min(max(at.y(), free.top()), lowest))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._dim is not None:
            self._dim.hide()
            self._dim.deleteLater()
            self._dim = None


def _height_for(part: QWidget, width: int) -> int:
    layout = part.layout()
    assert layout is not None
    layout.invalidate()
    layout.activate()  # the layouts inside keep what they reckoned before
    wanted = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    return max(wanted, layout.totalMinimumSize().height())


class _TitleBar(QFrame):
    """Title and close button; the dialog is moved by it."""

    def __init__(self, dialog: Dialog, title: str) -> None:
        super().__init__()
        self._dialog = dialog
        self.setProperty("kind", "dialog-title")
        self.setFixedHeight(theme.px(TITLE))
        close = IconButton(Icon.TUTUP, "Batal (Esc)")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(dialog.reject)
        self.setLayout(row(15, Label(title), None, close, 6, space=0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        handle = self._dialog.windowHandle()
        if event.button() is Qt.MouseButton.LeftButton and handle is not None:
            self._dialog.moved = True
            handle.startSystemMove()


def put_away() -> list[Dialog]:
    """Hide every open dialog of ours as it is, for a window that is being locked; they go on waiting, outermost first.

    Menus close, and so do windows of Qt for files and printers: what was to be chosen there is soon chosen again.
    """
    for popup in [one for one in QApplication.topLevelWidgets() if one.windowType() is Qt.WindowType.Popup]:
        popup.close()
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    own = sorted((one for one in shown if isinstance(one, Dialog)), key=_depth)
    for foreign in (one for one in shown if not isinstance(one, Dialog)):
        foreign.reject()
    for dialog in reversed(own):
        dialog.hide()
    return own


def _depth(dialog: QWidget) -> int:
    parent = dialog.parentWidget()
    return 0 if parent is None else 1 + _depth(parent)
