"""A creation that fails leaves the disk as it was, and the next try is free."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import DiskFull, PasswordTooWeak
from kinerja_desktop.services import backup_keys, opening, practice, practice_office, setup
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.undoing import whole_or_nothing
from kinerja_desktop.services.workbook_first import import_as_office
from tests.office import OPENING
from tests.practice_book import BUKU

EXAMPLE = paths.resource(*practice_office.EXAMPLE)


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of keys."""
    monkeypatch.setenv(paths.KEY_VARIABLE, str(tmp_path / "kunci"))
    return tmp_path / "kunci"


def silent(_text: str) -> None:
    """Nobody listens."""


def everything(folder: Path) -> dict[str, bytes | None]:
    return {str(path): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def test_a_practice_office_that_stops_in_its_year_is_gone_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise FileNotFoundError("Arimo-Regular.ttf")

    monkeypatch.setattr(practice, "play", stop)
    before = everything(tmp_path)
    with pytest.raises(FileNotFoundError):
        practice_office.make(tmp_path / "dalam" / "latihan", None, silent, papers=False)
    assert everything(tmp_path) == before


def test_a_disk_that_fills_up_takes_papers_and_key_with_it_and_nothing_else(
    tmp_path: Path, keys: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "latihan"
    (folder / "dokumen").mkdir(parents=True)
    (folder / "dokumen" / "milik-kantor.txt").write_text("jangan dihapus")
    (folder / "catatan.txt").write_text("jangan dihapus")
    before = everything(folder)

    def write_papers(_office: object, _acting: object, target: Path, _tell: object) -> tuple[Path, ...]:
        (target / "2026").mkdir()
        (target / "2026" / "laporan.pdf").write_bytes(b"%PDF")
        return ()

    def no_sheet(office: Office, _folder: Path) -> Path:
        backup_keys.make_keys(office)
        assert list(keys.iterdir())
        raise DiskFull(str(folder))

    monkeypatch.setattr(practice, "play", lambda *_, **__: SimpleNamespace(acting=None))
    monkeypatch.setattr(practice_office, "write_papers", write_papers)
    monkeypatch.setattr(backup_keys, "write_sheet", no_sheet)
    with pytest.raises(DiskFull):
        practice_office.make(folder, None, silent)
    assert everything(folder) == before
    assert list(keys.iterdir()) == []
    assert not opening.has_office(folder)


def test_an_office_that_an_error_interrupts_is_gone_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    folder = tmp_path / "baru"
    with monkeypatch.context() as patched:
        patched.setattr(setup, "found", stop)
        with pytest.raises(KeyboardInterrupt):
            setup.create_office(folder, BUKU, [], clock=SetClock(OPENING))
    assert not folder.exists()
    setup.create_office(folder, BUKU, [], clock=SetClock(OPENING)).store.close()
    assert opening.has_office(folder)


def test_an_import_whose_account_is_refused_leaves_no_folder(tmp_path: Path) -> None:
    first = setup.FirstAccount("rahma", "1234")
    with pytest.raises(PasswordTooWeak):
        import_as_office(tmp_path / "a" / "kantor", EXAMPLE, first)
    assert everything(tmp_path) == {}


def test_what_was_there_stays(tmp_path: Path) -> None:
    (tmp_path / paths.ARCHIVE).mkdir()
    (tmp_path / paths.ARCHIVE / "lama").write_text("lama")

    def failing() -> None:
        with whole_or_nothing(tmp_path):
            (tmp_path / paths.ARCHIVE / "baru").write_text("baru")
            (tmp_path / "tamu.txt").write_text("bukan milik kita")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    names = {path.name for path in tmp_path.rglob("*")}
    assert names == {paths.ARCHIVE, "lama", "tamu.txt"}
