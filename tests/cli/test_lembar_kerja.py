"""``kinerja lembar-kerja``: an analyst's sheet written for Excel and read back."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kinerja_desktop import cli, paths
from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.exchange.buku_kinerja import tulis
from kinerja_desktop.services import practice_office
from tests.practice_book import BUKU

MORNING = datetime(2026, 4, 10, 9, tzinfo=Zona.WITA.tzinfo)
"""TW I lies on the desks of the analysts."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A practice office on that morning."""
    monkeypatch.setenv(paths.KEY_VARIABLE, str(tmp_path / "kunci"))
    tulis(BUKU, tmp_path / "buku.xlsx")
    practice_office.make(tmp_path / "kantor", tmp_path / "buku.xlsx", lambda _: None, papers=False, until=MORNING)
    for name in ("budi", "hasan", "rahma"):
        (tmp_path / f"sandi-{name}").write_text(f"latihan-{name}\n", encoding="utf-8")
    return tmp_path


def lembar(place: Path, *arguments: str, who: str = "budi") -> int:
    login = ["--pengguna", who, "--sandi-dari", str(place / f"sandi-{who}")]
    role = ["--sebagai", "analis"] if who == "hasan" else []
    return cli.run(cli.read(["--data", str(place / "kantor"), "lembar-kerja", *arguments, *login, *role]))


def written(place: Path, **cells: Any) -> str:
    path = place / "lembar.xlsx"
    assert lembar(place, "--ke", str(path)) == 0
    book = load_workbook(path)
    for cell, value in cells.items():
        book.worksheets[0][cell] = value
    book.save(path)
    return str(path)


def test_it_goes_out_is_tried_and_comes_in(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(place, G9=102, K9="Tambah loket.")
    assert capsys.readouterr().out == f"Lembar kerja Triwulan I 2026 ditulis ke {path}.\n"
    assert lembar(place, "--baca", path, "--uji") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "G9 1.1 Realisasi: kosong → 102",
        "K9 1.1 Tindak lanjut: kosong → Tambah loket.",
        "1 angka baru, 1 keterangan berubah; belum ada yang disimpan.",
    ]
    assert lembar(place, "--baca", path, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["tersimpan"], [row["sel"] for row in told["ubahan"]]) == (True, ["G9", "K9"])
    assert lembar(place, "--baca", path) == 0
    assert capsys.readouterr().out.startswith("1 angka tetap;")


def test_faults_are_listed_noted_in_a_copy_and_change_nothing(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, copy = written(place, G9="banyak"), place / "bertanda.xlsx"
    capsys.readouterr()
    assert lembar(place, "--baca", path, "--salinan", str(copy), "--json") == 3
    told = capsys.readouterr()
    (fault,) = json.loads(told.out)["kesalahan"]
    assert (fault["lembar"], fault["sel"], fault["nilai"]) == ("Lembar Kerja", "G9", "banyak")
    assert 'lembar.xlsx, lembar "Lembar Kerja", G9: Ada huruf di sel angka.' in told.err
    note = load_workbook(copy).worksheets[0]["G9"].comment
    assert note is not None
    assert lembar(place, "--baca", str(place / "buku.xlsx")) == 3


def test_only_analysts_and_only_what_waits(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(place)
    assert lembar(place, "--ke", path, who="rahma") == 6
    assert lembar(place, "--baca", path, who="hasan") == 6
    capsys.readouterr()
    assert lembar(place, "--ke", path, "--triwulan", "2") == 3
    assert capsys.readouterr().err.startswith("Tidak ada lembar kerja yang menunggu Anda.")


def test_what_changed_on_both_sides_is_chosen_by_cell(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    early = place / "awal.xlsx"
    assert lembar(place, "--ke", str(early)) == 0
    assert lembar(place, "--baca", written(place, G9=102, K9="Dari layar.")) == 0
    book = load_workbook(early)
    book.worksheets[0]["G9"], book.worksheets[0]["K9"] = 99, "Dari Excel."
    book.save(early)
    capsys.readouterr()
    assert lembar(place, "--baca", str(early), "--pakai-excel", "g9", "--uji", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [(row["sel"], row["bentrok"], row["dipakai"]) for row in told["ubahan"]] == [
        ("G9", True, True),
        ("K9", True, False),
    ]
    assert lembar(place, "--baca", str(early), "--pakai-excel", "H9") == 2
    assert "Yang dapat dipilih: G9, K9." in capsys.readouterr().err
    assert lembar(place, "--baca", str(early), "--pakai-excel", "G9") == 0
    shown = capsys.readouterr()
    assert "G9 1.1 Realisasi: 102 → 99 (di layar juga berubah; isi Excel dipakai)" in shown.out
    assert "--pakai-excel" in shown.err
    assert lembar(place, "--baca", str(early), "--uji", "--json") == 0
    assert [row["sel"] for row in json.loads(capsys.readouterr().out)["ubahan"]] == ["K9"]
