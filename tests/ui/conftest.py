"""What tests of the window share: the theme on the application, and a ruler for text that does not fit."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from kinerja_desktop import garbage
from kinerja_desktop.ui import remembered, theme
from kinerja_desktop.ui.none_guard import keep_none_alive
from kinerja_desktop.ui.sweeping import Sweeping
from kinerja_desktop.ui.theme import Mode, Scale, Theme
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.seen import mark_practice

keep_none_alive()  # a process that is given log-in tests alone would use up what lasts until the first page

OLD_SCREEN = (1366, 698)
"""What the old PC leaves to a window at 100 per cent."""

SCREENS = [
    pytest.param(1.0, OLD_SCREEN, id="100%"),
    pytest.param(1.0, (1093, 544), id="layar 125%"),
    pytest.param(1.25, OLD_SCREEN, id="pengaturan 125%"),
    pytest.param(1.5, (1440, 820), id="pengaturan 150%"),
]
"""Factor of the setting, and logical pixels of the window."""

InstallTheme = Callable[..., None]
UNANSWERED_MS = 5_000


@pytest.fixture(scope="module", autouse=True)
def one_thread_looks_for_garbage(qapp: QApplication) -> Iterator[None]:
    """As in the program: here pytest-xdist has a thread of its own, which would take forgotten widgets apart."""
    garbage.claim()
    sweeping = Sweeping(qapp)
    sweeping.start()
    yield
    sweeping.stop()
    sweeping.deleteLater()
    garbage.collect()
    garbage.release()


@pytest.fixture(autouse=True)
def install_theme(qapp: QApplication) -> InstallTheme:
    """Light and 100 per cent for every test; call it for another look."""

    def install(mode: Mode = Mode.TERANG, factor: float = 1.0) -> None:
        theme.install(qapp, Theme(mode, Scale(factor)))

    install()
    return install


@pytest.fixture(autouse=True)
def nothing_open(qapp: QApplication) -> Iterator[None]:
    """A dialog that a test leaves open would take the keys of the next one."""
    yield
    for left in qapp.topLevelWidgets():
        if left.isModal():
            left.hide()


@pytest.fixture(autouse=True)
def nothing_arranged() -> None:
    """A PC on which nobody closed a panel yet."""
    remembered.forget_all()
    mark_practice(latihan=False)


@pytest.fixture(autouse=True)
def no_daily_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine a test may last until the copy of the day, whose thread would outlive its window."""
    monkeypatch.setattr("kinerja_desktop.ui.app.LOOK_AFTER", 24 * 3_600_000)


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    """Nothing lies on the clipboard of the next test; without a screen Qt would free it after Python has gone."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def answered(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that nobody answers fails its test instead of waiting for ever."""
    wait_for_answer = Dialog.exec

    def watched(dialog: Dialog) -> int:
        late: list[str] = []

        def give_up() -> None:
            late.append(dialog.windowTitle())
            dialog.reject()

        QTimer.singleShot(UNANSWERED_MS, dialog, give_up)
        answer = wait_for_answer(dialog)
        assert not late, late
        return answer

    monkeypatch.setattr(Dialog, "exec", watched)


def unreadable(window: QWidget) -> list[str]:
    """Visible texts of labels, buttons and empty fields that do not fit into their widget."""
    found = [label.text() for label in window.findChildren(QLabel) if label.isVisible() and not _label_fits(label)]
    found += [
        button.text()
        for button in window.findChildren(QPushButton)
        if button.isVisible() and button.text() and button.sizeHint().width() > button.width() and not button.toolTip()
    ]
    return found + [
        field.placeholderText()
        for field in window.findChildren(QLineEdit)
        if field.isVisible() and not _placeholder_fits(field)
    ]


def _label_fits(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) <= label.height()
    wanted = label.sizeHint()
    return wanted.width() <= label.width() and wanted.height() <= label.height() + 1


def _placeholder_fits(field: QLineEdit) -> bool:
    margins = field.textMargins()
    room = field.width() - margins.left() - margins.right() - 2 * theme.px(10)
    return QFontMetrics(field.font()).horizontalAdvance(field.placeholderText()) <= room
