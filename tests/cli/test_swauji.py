"""``kinerja swauji`` tells each thing and ends with 1 where something does not work."""

import json
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from kinerja_desktop import cli
from kinerja_desktop.domain.errors import DiskFull
from kinerja_desktop.services import selftest
from kinerja_desktop.services.selftest_step import Langkah


def swauji(monkeypatch: pytest.MonkeyPatch, steps: list[Langkah], *options: str, full: bool = False) -> int:
    """Run the command on a self-test that finds these."""

    def found(_: selftest.Screens) -> Iterator[Langkah]:
        yield from steps
        if full:
            raise DiskFull("/tmp/kantor", 10)

    monkeypatch.setattr(selftest, "steps", found)
    args = cli.read(["swauji", *options])
    args.bootstrap = lambda: SimpleNamespace(open_every_tab=lambda _: ())
    return cli.run(args)


def test_all_well_ends_with_0(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert swauji(monkeypatch, [Langkah("Cadangan", "ditulis")]) == 0
    told = capsys.readouterr()
    assert told.err == "✓ Cadangan: ditulis\n"
    assert told.out == "Swauji selesai: semua berjalan.\n"


def test_a_finding_ends_with_1(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert swauji(monkeypatch, [Langkah("Pustaka", "tidak dapat dimuat: docx", baik=False)], "--json") == 1
    assert json.loads(capsys.readouterr().out) == {
        "baik": False,
        "langkah": [{"nama": "Pustaka", "keterangan": "tidak dapat dimuat: docx", "baik": False}],
    }


def test_a_refusal_in_between_is_a_finding(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert swauji(monkeypatch, [], full=True) == 1
    assert capsys.readouterr().err.startswith("✕ Terhenti: ")
