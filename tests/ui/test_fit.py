"""Nothing on any screen is cut: every tab of every role and its dialogs, at every scale, by metrics and geometry."""

import pytest

from kinerja_desktop.ui.theme import FACTORS, Mode
from tests.ui import walk
from tests.ui.conftest import InstallTheme
from tests.ui.painted import faults


@pytest.mark.parametrize("factor", FACTORS)
def test_no_text_on_any_tab_is_cut(install_theme: InstallTheme, factor: float) -> None:
    install_theme(Mode.TERANG, factor)

    found = {f"{seen.role} {seen.tab}": faults(seen.window) for seen in walk.tabs()}

    assert {where: told for where, told in found.items() if told} == {}
