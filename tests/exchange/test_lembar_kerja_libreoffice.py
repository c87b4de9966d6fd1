"""The workbook of an analyst filled and saved by the real LibreOffice: its guards hold, what is typed returns."""

import json
import subprocess
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kinerja_desktop.domain.buku_lembar import Bagian, LembarTerbaca
from kinerja_desktop.exchange.lembar_kerja.reader import baca, baca_tanda
from kinerja_desktop.exchange.lembar_kerja.writer import tulis
from tests.exchange.worksheets import BUKU, TANDA

PERSON = Path(__file__).with_name("libreoffice_person.py")
PYTHON = "/usr/bin/python3"
"""The system's own: LibreOffice's bridge is built for it (Debian: python3-uno)."""
TYPED = {
    "G9": "93,5",
    "G10": "=1200+88",
    "G12": "BB",
    "H9": "Register hilang terbakar.",
    "I9": "Loket tambahan\ndibuka.",
    "E9": "50",  # locked; a second one is not tried, since without a screen the program cannot refuse twice
}


@dataclass(frozen=True)
class Saved:
    """What LibreOffice showed, and the file that it saved."""

    shown: dict[str, Any]
    path: Path

    def read(self) -> LembarTerbaca:
        return baca(self.path, BUKU)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Saved:
    folder = tmp_path_factory.mktemp("libreoffice")
    source, target = folder / "lembar.xlsx", folder / "disimpan.xlsx"
    tulis(BUKU, source)
    words = [word for cell in TYPED.items() for word in cell]
    command = [PYTHON, str(PERSON), str(source), str(target), str(folder / "profil"), *words]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert ended.returncode == 0, ended.stderr
    return Saved(json.loads(ended.stdout), target)


def test_it_opens_locked_with_the_order_hidden(saved: Saved) -> None:
    assert saved.shown["terkunci"]
    assert saved.shown["lembar"] == {"Lembar Kerja": True, "_kinerja": False}


def test_what_is_typed_into_yellow_cells_is_read_back(saved: Saved) -> None:
    read = saved.read()
    assert read.kesalahan == ()
    assert {(c.sel, c.nilai) for c in read.isian} == {
        ("G9", Decimal("93.5")),
        ("G10", Decimal(1288)),  # a formula counts with its result
        ("G12", Decimal(70)),
        ("H9", "Register hilang terbakar."),
        ("I9", "Loket tambahan\ndibuka."),
    }
    assert next(c for c in read.isian if c.sel == "G10").awal == Decimal(1287)
    assert next(c for c in read.isian if c.sel == "H9").bagian is Bagian.ALASAN_KOSONG


def test_a_locked_cell_takes_nothing(saved: Saved) -> None:
    assert saved.shown["sel"]["E9"].replace(",", ".") == "94.00"


def test_its_guards_and_its_print_set_up_outlive_saving(saved: Saved) -> None:
    book = load_workbook(saved.path)
    sheet = book.worksheets[0]
    opened = {c.coordinate for row in sheet.iter_rows(max_col=11) for c in row if not c.protection.locked}
    assert (sheet.protection.sheet, len(opened), "G9" in opened, "E9" in opened) == (True, 15, True, False)
    assert {rule.type for rule in sheet.data_validations.dataValidation} == {"list", "decimal", "textLength"}
    assert book["_kinerja"].sheet_state == "hidden"
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$7:$7")
    assert baca_tanda(saved.path, TANDA.kantor) == TANDA
