"""An office brought in from a copy on a PC where nobody can log in: with the recovery sheet, by the window alone."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop import paths
from kinerja_desktop.exchange.flashdisk import Flashdisk
from kinerja_desktop.services import auth, backup, backup_copies, backup_keys, opening
from kinerja_desktop.ui.backup.bring_in import BringInPage
from kinerja_desktop.ui.first_start import FirstStartPage
from kinerja_desktop.ui.runner import InlineRunner
from kinerja_desktop.ui.setting_up import SettingUp
from kinerja_desktop.ui.widgets.strips import Strip
from tests.disk_office import PASSWORD, USER, files_in, make_office
from tests.ui.conftest import InstallTheme, unreadable


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A flashdisk that is plugged in."""
    place = tmp_path / "FLASHDISK"
    place.mkdir()
    disk = Flashdisk(place, "FLASHDISK", 10**9, 10**9)
    monkeypatch.setattr("kinerja_desktop.exchange.flashdisk.plugged_in", lambda: (disk,))
    return place


@pytest.fixture
def words(tmp_path: Path, stick: Path) -> tuple[str, ...]:
    """The sheet of an office whose copy lies on the stick; its PC is gone with its key."""
    office = make_office(tmp_path / "lama")
    sheet = backup_keys.make_keys(office)
    backup.back_up(office, stick)
    office.store.close()
    shutil.rmtree(paths.key_folder())
    return sheet.kata


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "baru"


def shown(qtbot: QtBot, page: QWidget) -> None:
    qtbot.addWidget(page)
    page.resize(1366, 698)
    page.show()


def button(root: QWidget, name: str) -> QPushButton:
    found = root.findChild(QPushButton, name)
    assert found is not None, name
    return found


def told(page: QWidget) -> str:
    found = page.findChild(Strip, "hasil")
    assert found is not None
    return found.text()


def type_words(page: QWidget, text: str) -> None:
    field = page.findChild(QPlainTextEdit, "lembar")
    assert field is not None
    field.setPlainText(text)


@pytest.fixture
def page(qtbot: QtBot, words: tuple[str, ...], folder: Path) -> BringInPage:  # noqa: ARG001 - the copy comes first
    made = BringInPage(InlineRunner(), folder)
    shown(qtbot, made)
    return made


def test_the_copy_on_the_stick_is_found_and_the_sheet_is_asked_for(page: BringInPage) -> None:
    (choice,) = page.findChildren(QRadioButton)
    assert choice.isChecked()
    assert choice.text() == "14 Juli 2026, nomor 1 · CTH · 0,4 MB · FLASHDISK"
    field = page.findChild(QPlainTextEdit, "lembar")
    assert field is not None
    assert field.isVisible()


def test_it_is_tried_first_and_leaves_nothing(page: BringInPage, words: tuple[str, ...], folder: Path) -> None:
    type_words(page, " ".join(words))
    button(page, "uji").click()
    assert "Kecamatan Contoh: dapat dipulihkan" in told(page)
    assert not folder.exists()


def test_it_is_restored_with_every_file_and_opens(
    qtbot: QtBot, page: BringInPage, words: tuple[str, ...], folder: Path, tmp_path: Path
) -> None:
    type_words(page, "\n".join(f"{n}. {word.upper()}," for n, word in enumerate(words, 1)))
    button(page, "pulihkan").click()

    assert "Data Kecamatan Contoh sudah dipulihkan" in told(page)
    with qtbot.waitSignal(page.restored):
        button(page, "buka_program").click()
    office = opening.open_office(folder)
    assert auth.log_in(office, USER, PASSWORD).nama == "Joko Permisalan"
    assert files_in(folder) == files_in(tmp_path / "lama")
    office.store.close()


def test_a_slip_in_the_words_is_named_and_nothing_is_made(
    page: BringInPage, words: tuple[str, ...], folder: Path
) -> None:
    type_words(page, " ".join((*words[:4], "xxxxxx", *words[5:])))
    button(page, "pulihkan").click()
    assert "Kata ke-5" in told(page)
    assert not folder.exists()


def test_a_foreign_file_is_refused_with_its_reason(
    page: BringInPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign = tmp_path / "rapor.kpb"
    foreign.write_bytes(b"PK\x03\x04 bukan cadangan sama sekali, melainkan arsip biasa")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(foreign), ""))
    button(page, "pilih_cadangan").click()
    assert "rapor.kpb" in told(page)
    assert len(page.findChildren(QRadioButton)) == 1


# --- where an office was once --------------------------------------------------------------------


@pytest.fixture
def lost(tmp_path: Path) -> Path:
    """A folder whose database went away; its copies and files are there, and so is the key of this PC."""
    office = make_office(tmp_path / "data")
    backup_copies.keep_daily(office)
    office.store.close()
    for file in (tmp_path / "data").glob(f"{paths.DATABASE}*"):
        file.unlink()
    return tmp_path / "data"


def first_page(qtbot: QtBot, folder: Path, *, damaged: bool = False) -> QWidget:
    setting_up = SettingUp(folder, damaged=damaged)
    setting_up.setParent(setting_up.window)  # lives as long as its window
    shown(qtbot, setting_up.window)
    return setting_up.window


def pressed(window: QWidget, text: str) -> QPushButton:
    return next(b for b in window.findChildren(QPushButton) if b.text() == text)


def test_no_empty_office_is_made_where_one_was(qtbot: QtBot, lost: Path) -> None:
    window = first_page(qtbot, lost)
    assert not pressed(window, "Siapkan Kantor Kami").isEnabled()
    pressed(window, "Pulihkan dari Cadangan").click()
    page = window.findChild(BringInPage)
    assert page is not None
    button(page, "pulihkan").click()
    assert window.findChild(FirstStartPage) is not None
    qtbot.waitUntil(lambda: "sudah dipulihkan" in told(page), timeout=20_000)
    office = opening.open_office(lost)
    assert len(files_in(lost)) == 4
    office.store.close()


def test_a_damaged_office_asks_for_the_sheet_though_the_key_is_here(qtbot: QtBot, tmp_path: Path, stick: Path) -> None:
    office = make_office(tmp_path / "data")
    sheet = backup_keys.make_keys(office)
    backup.back_up(office, stick)
    office.store.close()
    (tmp_path / "data" / paths.DATABASE).write_bytes(b"rusak")
    window = first_page(qtbot, tmp_path / "data", damaged=True)
    page = window.findChild(BringInPage)
    assert page is not None
    button(page, "pulihkan").click()
    qtbot.waitUntil(lambda: "terbaca 0" in told(page), timeout=20_000)

    type_words(page, " ".join(sheet.kata))
    button(page, "pulihkan").click()
    qtbot.waitUntil(lambda: "sudah dipulihkan" in told(page), timeout=20_000)
    assert [f.read_bytes() for f in (tmp_path / "data").glob("cadangan/rusak-*/kinerja.db")] == [b"rusak"]


@pytest.mark.parametrize("factor", [1.0, 1.25, 1.5])
def test_nothing_is_cut_at_any_size_of_text(
    qtbot: QtBot, install_theme: InstallTheme, words: tuple[str, ...], folder: Path, factor: float
) -> None:
    install_theme(factor=factor)
    page = BringInPage(InlineRunner(), folder)
    qtbot.addWidget(page)
    page.show()
    type_words(page, " ".join(words))
    button(page, "uji").click()
    qtbot.waitUntil(lambda: unreadable(page) == [])
