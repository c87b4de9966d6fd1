"""Nothing of where the program was started from loads foreign code."""

from pathlib import Path

import pytest

from kinerja_desktop import surroundings

QT = ["QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QML_IMPORT_PATH", "QML2_IMPORT_PATH"]
PYTHON = ["PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PYTHONINSPECT"]
KEPT = ["PATH", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "KINERJA_DATA"]


@pytest.mark.parametrize("frozen", [False, True])
def test_foreign_folders_of_plug_ins_and_modules_are_dropped(*, frozen: bool) -> None:
    environ = dict.fromkeys([*QT, *PYTHON, *KEPT], "/media/usb")
    surroundings.leave(environ, frozen=frozen, platform="linux")
    assert sorted(environ) == sorted(KEPT if frozen else [*PYTHON, *KEPT])


class Kernel:
    """As Windows has it."""

    flags = 0

    def SetDefaultDllDirectories(self, flags: int) -> None:  # noqa: N802 - the name in Windows
        self.flags = flags


def test_windows_looks_for_libraries_in_own_folders(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    kernel, added = Kernel(), list[str]()
    surroundings.own_libraries(kernel, added.append, tmp_path)
    assert kernel.flags == surroundings.DEFAULT_DIRS
    assert added == [str(tmp_path), str(tmp_path / "PySide6")]


def test_a_windows_without_that_call_starts_all_the_same(tmp_path: Path) -> None:
    added = list[str]()
    surroundings.own_libraries(object(), added.append, tmp_path)
    assert not added


def test_the_window_works_in_the_folder_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    inside = tmp_path / "program"
    inside.mkdir()
    surroundings.settle(inside)
    assert Path.cwd() == inside
    surroundings.settle(tmp_path / "tiada")
    assert Path.cwd() == inside
    surroundings.settle()
    assert Path.cwd() == Path(surroundings.__file__).parent
