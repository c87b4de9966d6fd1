"""To the practice office and back: the window closes first, then a program of its own opens the other folder."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.errors import DiskFull
from kinerja_desktop.services import practice_place
from kinerja_desktop.services.progress import Tick
from kinerja_desktop.ui import other_office
from kinerja_desktop.ui.dialogs import Galat, Konfirmasi
from kinerja_desktop.ui.other_office import Way
from kinerja_desktop.ui.runner import InlineRunner


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Folders on which a program was started; every question is answered with its act."""
    found: list[Path] = []

    def launch(folder: Path) -> bool:
        found.append(folder)
        return True

    monkeypatch.setattr(other_office, "launch", launch)
    monkeypatch.setattr(other_office, "confirm", lambda *_: True)
    monkeypatch.setattr(other_office, "ask_way", lambda *_, **__: Way.OPEN)
    return found


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.show()
    return made


def prepared(folder: Path, _: Tick) -> Path:
    return practice_place.practice_folder(folder)


def test_the_practice_office_is_made_where_there_is_none_and_opened_alone(
    window: QMainWindow, started: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(practice_place, "prepare", prepared)
    other_office.practise(window, InlineRunner(), tmp_path)
    assert started == [tmp_path / "latihan"]
    assert not window.isVisible(), "two offices are never open side by side"


def test_one_that_is_there_is_opened_as_it_was_left(
    window: QMainWindow, started: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(practice_place, "prepare", lambda *_: pytest.fail("made anew"))
    (tmp_path / "latihan").mkdir()
    (tmp_path / "latihan" / "kinerja.db").touch()
    other_office.practise(window, InlineRunner(), tmp_path)
    assert started == [tmp_path / "latihan"]


def test_whoever_does_not_agree_stays(
    window: QMainWindow, started: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[Konfirmasi] = []
    monkeypatch.setattr(other_office, "confirm", lambda _, question: asked.append(question))
    other_office.go_home(window, tmp_path)
    assert started == []
    assert window.isVisible()
    assert asked[0].act == "Kembali ke Kantor"


def test_a_window_that_may_not_close_keeps_its_office(
    window: QMainWindow, started: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(window, "close", lambda: False)
    other_office.go_home(window, tmp_path)
    assert started == []


def test_a_refusal_is_told_and_the_window_stays(
    window: QMainWindow, started: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(folder: Path, _: Tick) -> Path:
        raise DiskFull(str(folder))

    told: list[Galat] = []
    monkeypatch.setattr(practice_place, "prepare", full)
    monkeypatch.setattr(other_office, "tell_fault", lambda _, fault: told.append(fault))
    other_office.practise(window, InlineRunner(), tmp_path)
    assert started == []
    assert told[0].heading == "Data latihan belum dapat disiapkan"
    assert window.isVisible()


def test_it_is_begun_anew_for_the_next_person(
    window: QMainWindow, started: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    done: list[str] = []

    def prepare(folder: Path, _: Tick) -> Path:
        done.append("prepare")
        return practice_place.practice_folder(folder)

    monkeypatch.setattr(other_office, "ask_way", lambda *_, **__: Way.ANEW)
    monkeypatch.setattr(practice_place, "discard", lambda _: done.append("discard"))
    monkeypatch.setattr(practice_place, "prepare", prepare)
    (tmp_path / "latihan").mkdir()
    (tmp_path / "latihan" / "kinerja.db").touch()
    other_office.practise(window, InlineRunner(), tmp_path)
    assert done == ["discard", "prepare"]
    assert started == [tmp_path / "latihan"]


@pytest.mark.parametrize(
    ("name", "there", "way"), [("buka_latihan", False, Way.OPEN), ("latihan_baru", True, Way.ANEW)]
)
def test_the_question_answers_with_what_was_pressed(window: QMainWindow, name: str, way: Way, *, there: bool) -> None:
    QTimer.singleShot(0, lambda: press_in_dialog(window, name))
    assert other_office.ask_way(window, there=there) is way


def press_in_dialog(window: QMainWindow, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert button is not None
    button.click()
