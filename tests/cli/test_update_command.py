"""``kinerja periksa-pembaruan``: the answer in words or JSON, and an exit code that tells refused from damaged."""

import json
from pathlib import Path

import pytest

from kinerja_desktop import __version__, cli
from kinerja_desktop.services import update_package
from kinerja_desktop.services.update_package import Terpasang
from tests.releases import CHANGES, INSTALLER, PUBLIC, release


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update_package, "this_program", lambda: Terpasang(__version__, 6, PUBLIC))


def kinerja(*arguments: str) -> int:
    return cli.run(cli.read(["periksa-pembaruan", *arguments]))


def test_a_good_update_is_told_with_its_steps(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kinerja(str(release(tmp_path))) == 0
    told = capsys.readouterr().out
    assert "9.0.0" in told
    assert all(line in told for line in CHANGES)
    assert f"3. Jalankan {INSTALLER}." in told

    assert kinerja(str(release(tmp_path)), "--json") == 0
    told_json = json.loads(capsys.readouterr().out)
    assert (told_json["versi"], told_json["dari"], told_json["menyesuaikan_data"]) == ("9.0.0", __version__, True)


def test_an_older_one_is_refused_and_a_changed_one_is_damaged(tmp_path: Path) -> None:
    assert kinerja(str(release(tmp_path, "0.9.0"))) == 3
    file = release(tmp_path)
    (tmp_path / INSTALLER).write_bytes(b"lain")
    assert kinerja(str(file)) == 4
