from pathlib import Path

import pytest

from kinerja_desktop import paths


def test_resources_of_a_checkout_lie_beside_the_package() -> None:
    assert paths.resources() == Path(paths.__file__).parent.parent / "resources"
    assert paths.resource("fonts", "Arimo-Regular.ttf").is_file()


def test_resources_of_an_installed_program_lie_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.resources() == tmp_path / "resources"


@pytest.mark.parametrize(
    ("environ", "platform", "data", "keys"),
    [
        ({}, "linux", "~/.local/share/kinerja-desktop", "~/.config/kinerja-desktop/kunci"),
        (
            {"XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c"},
            "linux",
            "/d/kinerja-desktop",
            "/c/kinerja-desktop/kunci",
        ),
        (
            {"XDG_DATA_HOME": "relative", "XDG_CONFIG_HOME": ""},
            "linux",
            "~/.local/share/kinerja-desktop",
            "~/.config/kinerja-desktop/kunci",
        ),
        ({"LOCALAPPDATA": "/local"}, "win32", "/local/KinerjaDesktop", "/local/KinerjaDesktopKunci"),
        ({}, "win32", "~/AppData/Local/KinerjaDesktop", "~/AppData/Local/KinerjaDesktopKunci"),
        ({"KINERJA_DATA": "/x", "KINERJA_KUNCI": "~/k"}, "win32", "/x", "~/k"),
    ],
)
def test_folders_follow_the_system_unless_named(environ: dict[str, str], platform: str, data: str, keys: str) -> None:
    assert paths.data_folder(environ, platform=platform) == Path(data).expanduser()
    assert paths.key_folder(environ, platform=platform) == Path(keys).expanduser()


def test_a_program_installed_for_all_users_keeps_one_place_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data-bersama").touch()
    monkeypatch.setattr(paths, "_PROGRAM", tmp_path)
    environ = {"LOCALAPPDATA": "/local", "PROGRAMDATA": "/all"}
    assert paths.data_folder(environ, platform="win32") == Path("/all/KinerjaDesktop")
    assert paths.key_folder(environ, platform="win32") == Path("/all/KinerjaDesktopKunci")
    assert paths.data_folder(environ, platform="linux") == Path("~/.local/share/kinerja-desktop").expanduser()
    assert paths.data_folder({**environ, "KINERJA_DATA": "/x"}, platform="win32") == Path("/x")


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_keys_never_lie_inside_the_data(platform: str) -> None:
    data, keys = paths.data_folder({}, platform=platform), paths.key_folder({}, platform=platform)
    assert not keys.is_relative_to(data)


def test_a_relative_folder_is_fixed_at_the_place_of_the_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.data_folder({"KINERJA_DATA": "kantor"}) == tmp_path / "kantor"
