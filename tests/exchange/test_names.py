"""Names of files and folders that every system holds, whatever a thing was called."""

import pytest

from kinerja_desktop.domain.bukti import MAKS_NAMA
from kinerja_desktop.exchange.names import safe_file_name, safe_name


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Register  surat\tJuni.pdf", "Register surat Juni.pdf"),
        ('a<b>:"c/d\\e|f?g*h.pdf', "a-b-c-d-e-f-g-h.pdf"),
        ("gaji\u202efdp.exe.pdf", "gajifdp.exe.pdf"),
        ("Re\u0301sume\u0301.pdf", "R\u00e9sum\u00e9.pdf"),
        ("CON.pdf", "_CON.pdf"),
        (".pdf", "berkas.pdf"),
        ("...", "berkas"),
        ("titik. .pdf", "titik.pdf"),
        ("x" * 300 + ".pdf", "x" * (MAKS_NAMA - 4) + ".pdf"),
    ],
)
def test_names_are_such_as_every_system_takes(given: str, kept: str) -> None:
    assert safe_file_name(given, MAKS_NAMA) == kept


def test_a_folder_may_be_called_by_any_text() -> None:
    assert safe_name("1.3 Jumlah surat / hari: \u2026", 20) == "1.3 Jumlah surat -"
    assert safe_name("\x00\u200f", 20, "indikator") == "indikator"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Laporan Triwulan I 2026.pdf", "Laporan Triwulan I 2026.pdf"),
        ("000.7.2.8/001/KEC-KLR.pdf", "000.7.2.8-001-KEC-KLR.pdf"),
        ('a:b*c?"d"<e>|f\\g', "a-b-c-d-e-f-g"),
        ("CON.txt", "_CON.txt"),
        ("lpt1", "_lpt1"),
        ("titik. . ", "titik"),
        ("dua  \n blank", "dua blank"),
        ("", "berkas"),
        ("x" * 200, "x" * 80),
    ],
)
def test_names_are_such_that_windows_and_sticks_hold_them(text: str, name: str) -> None:
    assert safe_name(text) == name
