"""A damaged draft is told over every page to who saved it, shown, and laid aside; the page begins anew."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop import paths
from kinerja_desktop.services.context import Office
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.gate import APPLICATION_ID
from kinerja_desktop.ui.app import App
from kinerja_desktop.ui.damaged_drafts import DamagedDialog
from kinerja_desktop.ui.widgets.strips import Strip
from tests.ui.kantor import Kantor
from tests.ui.pages import part
from tests.ui.running import entered, window
from tests.ui.scenes import copied, filling


@pytest.fixture
def damaged(tmp_path: Path) -> Kantor:
    """An analyst's morning after a bit turned in what was typed the day before."""
    return spoiled(tmp_path, "UPDATE drafts SET isi = replace(isi, 'kode', 'kodf') WHERE kind = 'bahan'")


def spoiled(tmp_path: Path, *changes: str) -> Kantor:
    """The same office, changed outside the program."""
    first = copied(filling)
    Store.open(tmp_path, create=True).close()
    with closing(sqlite3.connect(tmp_path / paths.DATABASE)) as target:
        with first.office.store.raw() as source:
            source.backup(target)
        target.execute(f"PRAGMA application_id={APPLICATION_ID}")
        for change in changes:
            assert target.execute(change).rowcount
        target.commit()
    return Kantor(Office(Store.open(tmp_path), first.clock, latihan=True), first.clock)


def strips(app: App) -> list[Strip]:
    return [s for s in window(app).findChildren(Strip) if s.isVisible() and "Isian rusak" in s.text()]


def open_it(app: App, seen: list[str]) -> None:
    """Press the strip; in the dialog read, copy and lay aside."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DamagedDialog)
        seen.append(part(dialog, QPlainTextEdit, "isi_rusak").toPlainText())
        next(b for b in dialog.findChildren(QPushButton) if b.text() == "Salin Teks").click()
        seen.append(QGuiApplication.clipboard().text())
        part(dialog, QPushButton, "sisihkan_isian").click()

    QTimer.singleShot(0, window(app), answer)
    strips(app)[0].linked.emit()


def told_to_writer(qtbot: QtBot, damaged: Kantor) -> tuple[App, str]:
    """The program with the analyst logged in, and the one strip that tells him."""
    who = damaged.analis().actor.id
    with damaged.office.store.read() as unit:
        name = unit.people.get(who).pengguna
    assert name is not None
    damaged.let_in(name)
    app = entered(qtbot, damaged, name)
    qtbot.waitUntil(lambda: bool(strips(app)))
    (told,) = [strip.text() for strip in strips(app)]
    return app, told


def test_it_is_told_shown_and_laid_aside(qtbot: QtBot, damaged: Kantor) -> None:
    app, told = told_to_writer(qtbot, damaged)
    assert "Lembar kerja, Berkas Seksi Pelayanan" in told

    seen: list[str] = []
    open_it(app, seen)
    assert "kodf: 1.1" in seen[0]
    assert seen[0] == seen[1]
    qtbot.waitUntil(lambda: not strips(app))
    window(app).open_tab("lembar_kerja")
    assert window(app).windowTitle().startswith("Lembar Kerja")


def test_many_are_told_in_one_strip_that_leaves_the_page_its_room(qtbot: QtBot, tmp_path: Path) -> None:
    """A bad page of a disk holds many drafts."""
    harm = "UPDATE drafts SET sidik = 'x' WHERE kind = 'bahan'"
    more = "INSERT INTO drafts SELECT case_id, '{}', isi, versi, oleh, pada, sidik FROM drafts WHERE kind = 'bahan'"
    damaged = spoiled(tmp_path, harm, *map(more.format, ("a", "b", "c")))
    app, told = told_to_writer(qtbot, damaged)
    assert "masih ada 3 isian rusak lain" in told
    open_it(app, [])
    qtbot.waitUntil(lambda: any("masih ada 2 isian rusak lain" in strip.text() for strip in strips(app)))
    assert len(strips(app)) == 1
