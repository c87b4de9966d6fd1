"""The window of every role, tab by tab, as the old PC shows it: for the test that no text is cut, and for pictures.

Each role works in a moment of the practice office in which its pages are full.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import frame as frames
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.app import key_of
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.frame import FrameModel, RoleLine, StatusText
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.page import Page
from kinerja_desktop.ui.role_tabs import tabs_for
from kinerja_desktop.ui.runner import InlineRunner
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.grouped_list import GroupedListView
from kinerja_desktop.ui.widgets.row_model import ListRow
from kinerja_desktop.ui.widgets.segments import Segmented
from tests.ui.kantor import Kantor
from tests.ui.scenes import copied, filling, ordered, repairing, reporting, reviewing

SCREEN = (1366, 698)
"""What the old PC leaves to a window."""

MOMENTS: tuple[tuple[Role, str, Callable[[], Kantor]], ...] = (
    (Role.ANALIS, "budi", filling),
    (Role.KASUBAG, "siti", repairing),
    (Role.KASUBAG, "hasan", ordered),
    (Role.KABID, "andi", reviewing),
    (Role.CAMAT, "andi", reviewing),
    (Role.KASUBAG_PERENCANAAN, "rahma", reviewing),
    (Role.ADMIN, "andi", reporting),
)
"""Role, who acts in it, and the moment."""


_ALIKE = ("arsip", "cadangan", "laporan_tahunan", "laporan_triwulan")
"""Tabs whose parts are the same for every role: looked at once."""


@dataclass(frozen=True)
class Seen:
    """One tab in front."""

    role: str
    tab: str
    window: MainWindow
    page: Page


def windows() -> Iterator[tuple[str, MainWindow]]:
    """One window after the other, shown; the caller is done with it when it asks for the next."""
    for role, who, moment in MOMENTS:
        ctx = copied(moment).ctx(who, role)
        window = window_of(ctx)
        yield f"{role.value}-{who}", window
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # not kept for the next change of theme


def tabs() -> Iterator[Seen]:
    """Every tab of every role, and each of its parts that a row of buttons at its top opens, at rest."""
    seen: set[str] = set()
    for name, window in windows():
        for index, spec in enumerate(window.tab_specs()):
            window.open_tab(spec.key)
            settle()
            where = f"{index + 1}-{spec.key}"
            yield Seen(name, where, window, window.page())
            if spec.key == "pemeriksaan":
                _open_returned(window.page())
                yield Seen(name, f"{where}-dibuka", window, window.page())
            pressed = seen if spec.key in _ALIKE else set()
            for part in _parts(window.page(), pressed):
                yield Seen(name, f"{where}-{part}", window, window.page())


def _open_returned(page: Page) -> None:
    """Open the report that came back: it has changed figures, notes and most to check."""
    for listing in page.findChildren(GroupedListView):
        rows = (listing.rows.item_at(listing.rows.index(at)) for at in range(listing.rows.rowCount()))
        listing.opened.emit(
            next(one.key for one in rows if isinstance(one, ListRow) and one.chip and "Kembali" in one.chip.text)
        )
    settle()


def dialog_buttons(page: QWidget) -> list[QAbstractButton]:
    """What asks something before it acts: buttons whose words end with «…»."""
    buttons = page.findChildren(QAbstractButton)
    return [one for one in buttons if one.isVisible() and one.isEnabled() and one.text().endswith("…")]


def _parts(page: Page, pressed: set[str]) -> Iterator[str]:
    """Go through the parts of a page; each is in front while its name is given."""
    while (button := _next_part(page, pressed)) is not None:
        words = button.text()
        button.click()
        settle()
        if page.isVisible() and words:
            yield _plain(words)


def _next_part(page: Page, pressed: set[str]) -> QAbstractButton | None:
    for switch in page.findChildren(Segmented):
        for button in switch.findChildren(QAbstractButton):
            if switch.isVisible() and not button.isChecked() and _plain(button.text()) not in pressed:
                pressed.add(_plain(button.text()))
                return button
    return None


def _plain(words: str) -> str:
    """Words of a button without their count."""
    return re.sub(r"[\s\d]+$", "", words).replace(" ", "_")


def window_of(ctx: Context) -> MainWindow:
    """The window in which somebody acts, as large as the screen lets it be."""
    shown = frames.load(ctx)
    model = FrameModel(
        kantor=shown.kantor,
        kabupaten=shown.kabupaten,
        nama=ctx.actor.nama,
        roles=tuple(RoleLine(key_of(p.actor), p.label, p.menunggu) for p in shown.peran),
        role=key_of(ctx.actor),
        cadangan=StatusText(shown.cadangan.teks, Tone.PERHATIAN),
        waktu=shown.waktu,
        latihan=shown.latihan,
    )
    window = MainWindow(model, tabs_for(ctx.actor.role, Desk(lambda: ctx, InlineRunner())))
    window.setMinimumSize(1, 1)
    window.resize(*SCREEN)
    window.show()
    settle()
    return window


def settle() -> None:
    """Texts that wrap ask for their height step by step."""
    for _ in range(6):
        QApplication.processEvents()
