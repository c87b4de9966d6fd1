"""A file that a scanner holds for a moment is still put in its place; one that stays held is told."""

import errno
from pathlib import Path

import pytest

from kinerja_desktop.domain.errors import KinerjaError, ReadOnlyPlace
from kinerja_desktop.exchange.atomic import write_bytes
from kinerja_desktop.exchange.pieces import aside
from kinerja_desktop.renaming import WAITS, take_place
from kinerja_desktop.storage.files import Blobs


class Scanner:
    """Refuses the first so many renames, as Windows does while a file is read."""

    def __init__(self, refusals: int) -> None:
        self.left = refusals
        self.waited: list[float] = []

    def replace(self, source: Path, target: Path) -> Path:
        if self.left:
            self.left -= 1
            raise PermissionError(errno.EACCES, "in use")
        return source.rename(target)


@pytest.fixture
def scanner(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Scanner:
    made = Scanner(request.param)

    def replace(source: Path, target: Path) -> Path:
        return made.replace(source, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr("kinerja_desktop.renaming.time.sleep", made.waited.append)
    return made


@pytest.mark.parametrize("scanner", range(6), indirect=True)
def test_a_file_held_for_a_moment_is_put_in_its_place(scanner: Scanner, tmp_path: Path) -> None:
    fresh, old = tmp_path / "baru", tmp_path / "lama"
    fresh.write_text("baru")
    old.write_text("lama")
    refusals = scanner.left

    take_place(fresh, old)

    assert old.read_text() == "baru"
    assert scanner.waited == list(WAITS[:refusals])


@pytest.mark.parametrize("scanner", [7], indirect=True)
def test_a_file_that_stays_held_is_told_within_a_second_and_nothing_is_lost(scanner: Scanner, tmp_path: Path) -> None:
    old = tmp_path / "lama"
    old.write_text("lama")

    with pytest.raises(ReadOnlyPlace):
        write_bytes(old, b"baru")

    assert sum(scanner.waited) == pytest.approx(1.0)
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("lama", "lama")]


@pytest.mark.parametrize("scanner", [1], indirect=True)
def test_evidence_and_large_files_wait_too(scanner: Scanner, tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / "bukti")
    assert blobs.read(blobs.put(b"foto")) == b"foto"
    scanner.left = 1
    with aside(tmp_path / "salinan.kpb") as part:
        part.write_bytes(b"isi")
    assert (tmp_path / "salinan.kpb").read_bytes() == b"isi"


@pytest.mark.parametrize("scanner", [99], indirect=True)
@pytest.mark.usefixtures("scanner")
def test_what_could_not_take_its_place_leaves_no_piece(tmp_path: Path) -> None:
    with pytest.raises(KinerjaError):
        Blobs(tmp_path / "bukti").put(b"foto")
    assert list((tmp_path / "bukti").iterdir()) == []
