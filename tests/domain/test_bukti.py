"""What a piece of evidence says of its day."""

from datetime import date

import pytest

from kinerja_desktop.domain.bukti import Bukti, kata_jumlah
from kinerja_desktop.domain.triwulan import Triwulan

TW2 = Triwulan(2026, 2)
FILE = "a" * 64


@pytest.mark.parametrize(
    ("bukti", "told"),
    [
        (Bukti("Register", date(2026, 4, 1)), ""),
        (Bukti("Register", date(2026, 6, 30), sha256=FILE), ""),
        (Bukti("Register", date(2026, 7, 1)), "Tanggal di luar Triwulan II 2026"),
        (Bukti("Rekap", date(2025, 12, 1), "rekap tahunan"), "Tanggal di luar Triwulan II 2026: rekap tahunan"),
        (Bukti("https://contoh.go.id/register"), "Tanggal bukti belum diisi"),
        (Bukti("Register di lemari 2"), "Tanggal bukti belum diisi"),
        (Bukti("Register.pdf", sha256=FILE), "Tanggal bukti belum diisi"),
        (Bukti(""), ""),
    ],
)
def test_a_day_that_is_missing_or_outside_of_the_quarter_is_warned_of(bukti: Bukti, told: str) -> None:
    assert bukti.peringatan(TW2) == told


def test_evidence_is_counted_by_what_it_is() -> None:
    file, address, words = Bukti("a.pdf", sha256=FILE), Bukti("https://contoh.go.id"), Bukti("Register di lemari 2")
    assert kata_jumlah([words, file, address, file]) == "2 berkas, 1 tautan, 1 catatan"
    assert kata_jumlah([words]) == "1 catatan"
    assert kata_jumlah([]) == "belum ada"
