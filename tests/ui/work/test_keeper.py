from datetime import datetime

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.errors import DiskFull
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.work import keeper as keepers
from kinerja_desktop.ui.work.keeper import Keeper, saved_at
from tests.ui.kantor import jam


class Draft:
    """What is saved; refuses while the disk is full."""

    def __init__(self) -> None:
        self.saves = 0
        self.full = self.busy = False
        self.room = False

    def save(self) -> datetime:
        if self.full:
            self.full = not self.room
            raise DiskFull("C:", 0, self.room)
        self.saves += 1
        return jam(7, 13, 10, 42)


@pytest.fixture
def draft() -> Draft:
    return Draft()


@pytest.fixture
def keeper(qapp: QObject, draft: Draft) -> Keeper:
    return Keeper(qapp, draft.save, lambda: draft.busy)


def test_many_changes_are_one_save_within_a_second(qtbot: QtBot, keeper: Keeper, draft: Draft) -> None:
    with qtbot.waitSignal(keeper.told, check_params_cb=lambda s: s.text == "Tersimpan 10.42", timeout=1000):
        for _ in range(20):
            keeper.touch()
    assert draft.saves == 1
    assert not keeper.is_dirty()


def test_a_full_disk_is_told_and_tried_again(qtbot: QtBot, keeper: Keeper, draft: Draft) -> None:
    draft.full = True
    keeper.touch()
    with qtbot.waitSignal(keeper.refused), qtbot.waitSignal(keeper.told) as told:
        assert not keeper.flush()
    status = told.args[0]
    assert (status.tone, status.text.startswith("Belum tersimpan: Data tidak dapat disimpan")) == (Tone.SALAH, True)
    draft.full = False
    assert keeper.flush()
    assert draft.saves == 1


def test_where_room_was_made_it_is_saved_without_being_asked(qtbot: QtBot, keeper: Keeper, draft: Draft) -> None:
    draft.full = draft.room = True
    keeper.touch()
    with qtbot.waitSignal(keeper.told, check_params_cb=lambda s: s.text == "Tersimpan 10.42", timeout=2000):
        assert not keeper.flush()
    assert (draft.saves, keeper.is_dirty()) == (1, False)


def test_a_save_that_was_refused_is_tried_again_by_itself(
    qtbot: QtBot, keeper: Keeper, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keepers, "TRY_AGAIN_MS", 1)
    draft.full = True
    keeper.touch()
    assert not keeper.flush()
    draft.full = False
    with qtbot.waitSignal(keeper.told, check_params_cb=lambda s: s.text == "Tersimpan 10.42", timeout=2000):
        pass
    assert draft.saves == 1


def test_a_busy_office_is_waited_for(keeper: Keeper, draft: Draft) -> None:
    draft.busy = True
    keeper.touch()
    keeper._save_when_free()
    assert (draft.saves, keeper.is_dirty()) == (0, True)
    draft.busy = False
    keeper._save_when_free()
    assert draft.saves == 1


def test_nothing_changed_needs_no_save(keeper: Keeper, draft: Draft) -> None:
    assert keeper.flush()
    assert draft.saves == 0
    assert saved_at(None).text == "Semua perubahan tersimpan"
