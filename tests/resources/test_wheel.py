"""The wheel is the whole program: what `pip install` gives needs no checkout beside it."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


def test_every_resource_travels_in_the_wheel(wheel: Path) -> None:
    resources = [file for file in (ROOT / "resources").rglob("*") if file.is_file() and file.suffix != ".py"]
    wanted = {
        f"kinerja_desktop/resources/{file.relative_to(ROOT / 'resources').as_posix()}"
        for file in resources
        if not {"__pycache__", "pemasang", "gambar", "lisensi"} & set(file.parts)
    }
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("kinerja_desktop/resources/")}
    assert packed == wanted
    assert "kinerja_desktop/resources/fonts/Arimo-Regular.ttf" in packed


def test_every_module_travels_in_the_wheel(wheel: Path) -> None:
    wanted = {file.relative_to(ROOT).as_posix() for file in (ROOT / "kinerja_desktop").rglob("*.py")}
    assert wanted <= set(zipfile.ZipFile(wheel).namelist())


def test_the_unpacked_wheel_finds_its_resources(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    ask = "from kinerja_desktop.paths import resource; font = resource('fonts', 'Roboto-Regular.ttf')"
    ask += "; print(font.is_file(), font)"
    told = subprocess.run([sys.executable, "-c", ask], cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert told.startswith(f"True {tmp_path}")


def test_both_programs_are_declared(wheel: Path) -> None:
    packed = zipfile.ZipFile(wheel)
    (entries,) = [name for name in packed.namelist() if name.endswith("entry_points.txt")]
    assert packed.read(entries).decode().split() == [
        *("[console_scripts]", "kinerja", "=", "kinerja_desktop.__main__:main"),
        *("[gui_scripts]", "kinerja-desktop", "=", "kinerja_desktop.__main__:window"),
    ]
