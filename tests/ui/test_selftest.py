"""The part of the self-test that opens every tab of every role."""

import pytest
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui import selftest
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.role_tabs import OF_ROLE, Tab
from tests.ui import scenes


@pytest.mark.usefixtures("qtbot")
def test_every_tab_of_every_role_opens() -> None:
    opened = selftest.open_all(scenes.copied(scenes.opening).office)
    assert {line.partition(":")[0] for line in opened} == {role.value for role in OF_ROLE}


def test_a_tab_that_does_not_exist_yet_is_passed_over(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    del qtbot
    monkeypatch.setattr(selftest, "OF_ROLE", dict.fromkeys(OF_ROLE, ("arsip",)))
    monkeypatch.setattr(selftest, "TABS", {"arsip": Tab("Arsip", Icon.ARSIP, "belum_ada")})
    assert selftest.open_all(scenes.copied(scenes.opening).office) == []
