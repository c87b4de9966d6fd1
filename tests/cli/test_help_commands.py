"""``kinerja info`` and ``kinerja panduan``: no log-in, and the second asks for no office."""

import json
from pathlib import Path

import pytest

from kinerja_desktop import __version__, cli
from tests.disk_office import make_office


def kinerja(*arguments: str) -> int:
    return cli.run(cli.read(arguments))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_office(tmp_path / "data").store.close()
    return tmp_path / "data"


def test_info_tells_versions_and_counts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kinerja("info", "--data", str(folder)) == 0
    told = capsys.readouterr().out
    assert f"Program: Kinerja Desktop {__version__}\n" in told
    assert "Penulisan: berjalan" in told
    assert "accounts 1," in told

    assert kinerja("info", "--json", "--data", str(folder)) == 0
    assert json.loads(capsys.readouterr().out)["Data latihan"] == "ya"


def test_info_of_a_folder_without_an_office_tells_the_program_and_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who cannot open the office is the one who needs help."""
    assert kinerja("info", "--data", str(tmp_path)) == 3
    told = capsys.readouterr()
    assert f"Program: Kinerja Desktop {__version__}\n" in told.out
    assert "belum berisi data kantor" in told.err

    assert kinerja("info", "--json", "--data", str(tmp_path)) == 3
    assert json.loads(capsys.readouterr().out)["kesalahan"]


def test_panduan_writes_the_papers_of_one_role(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "cetak" / "panduan"
    assert kinerja("panduan", "--ke", str(target), "--peran", "analis", "--json") == 0
    written = json.loads(capsys.readouterr().out)["berkas"]
    assert sorted(written) == sorted(map(str, target.iterdir()))
    assert len(written) == 3
