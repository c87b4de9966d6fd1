"""A face that is missing or damaged is told with its file, never printed as boxes."""

import random
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from kinerja_desktop import paths
from kinerja_desktop.documents import fonts
from kinerja_desktop.domain.errors import StorageFault


def _cut(part: int, whole: bytes) -> bytes:
    return whole[: len(whole) * part // 16]


def _zeros(part: int, whole: bytes) -> bytes:
    return _cut(part, whole).ljust(len(whole), b"\0")


def _one_bit(part: int, whole: bytes) -> bytes:
    at = len(whole) * part // 16
    return whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]


HARMS: dict[str, Callable[[bytes], bytes]] = {
    "noise": lambda whole: random.Random(1).randbytes(len(whole)),
    **{f"{harm.__name__} {part}/16": partial(harm, part) for harm in (_cut, _zeros, _one_bit) for part in range(16)},
}


@pytest.fixture
def face(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the text face, in a folder of its own."""
    file = tmp_path / "Arimo-Regular.ttf"
    file.write_bytes(Path(fonts.font_file(fonts.REGULAR)).read_bytes())
    monkeypatch.setattr(paths, "resource", lambda *_: file)
    return file


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_face_is_told_with_its_file(face: Path, harm: str) -> None:
    face.write_bytes(HARMS[harm](face.read_bytes()))

    with pytest.raises(StorageFault) as told:
        fonts._load(fonts.REGULAR, face.name)

    assert str(face) in str(told.value.args)


def test_a_missing_face_is_told_with_its_file(face: Path) -> None:
    face.unlink()

    with pytest.raises(StorageFault):
        fonts._load(fonts.REGULAR, face.name)
