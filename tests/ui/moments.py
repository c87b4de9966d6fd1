"""Every role at moments of a practice year and in an office that was just founded: for walks over all tabs."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.indikator import Rencana
from kinerja_desktop.domain.pegawai import Instansi
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import setup
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Office
from kinerja_desktop.storage.database import Store
from kinerja_desktop.ui.app import App, Main
from tests.ui.kantor import SANDI, Kantor, jam
from tests.ui.running import entered, window
from tests.ui.scenes import copied, filling, opening, ordered, repairing, reporting, reviewing

Scene = Callable[[], Kantor]


def new() -> Kantor:
    """An office with its Admin and nothing else, which is not for practice."""
    clock = SetClock(jam(1, 5, 8))
    store = Store.memory()
    account = setup.FirstAccount("baru", SANDI, "Rina Permulaan", "Admin")
    blank = BukuKinerja(Instansi("Kantor Baru", "Kabupaten", jabatan_pimpinan="KEPALA"), Rencana(2026, ()))
    setup.found(store, blank, [account], clock=clock)
    return Kantor(Office(store, clock), clock)


MOMENTS: list[tuple[Scene, str, Role]] = [
    (new, "baru", Role.ADMIN),
    (opening, "andi", Role.KABID),
    (ordered, "siti", Role.KASUBAG),
    (ordered, "budi", Role.ANALIS),
    (filling, "budi", Role.ANALIS),
    (reporting, "siti", Role.KASUBAG),
    (repairing, "siti", Role.KASUBAG),
    (reviewing, "andi", Role.KABID),
    (reviewing, "andi", Role.CAMAT),
    (reviewing, "rahma", Role.KASUBAG_PERENCANAAN),
    (reviewing, "andi", Role.ADMIN),
]
each_moment = pytest.mark.parametrize(
    ("scene", "pengguna", "role"), MOMENTS, ids=[f"{scene.__name__}-{role.value}" for scene, _, role in MOMENTS]
)


def opened(qtbot: QtBot, scene: Scene, pengguna: str, role: Role) -> App:
    """The program with this person at work in this role."""
    kantor = scene() if scene is new else copied(scene)
    kantor.let_in(pengguna)
    app = entered(qtbot, kantor, pengguna)
    if app._context().actor.role is not role:
        app._take_role(kantor.ctx(pengguna, role).actor)
    return app


def every_tab(app: App) -> Iterator[tuple[str, Main]]:
    """The window with each of its tabs in front, as it is once it has come to rest."""
    main = window(app)
    for spec in main._tabs.specs():
        main.open_tab(spec.key)
        rest(app, main)
        yield spec.key, main


def rest(app: App, main: Main) -> None:
    """Until what a page reads beside the window stands in it too."""
    for _ in range(5):
        QApplication.processEvents()
    while app._runner._alive or getattr(main.page(), "_waiting", None):
        app._runner.wait()
        QApplication.processEvents()
