"""Whole contents survive the way into the history and back."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.frozen import freeze, thaw
from kinerja_desktop.domain.laporan import Angka, Kosong, Naskah
from kinerja_desktop.domain.pegawai import Instansi
from kinerja_desktop.domain.realisasi import Isi, IsiIndikator

NASKAH = Naskah(
    instansi=Instansi("Kecamatan Contoh", "Kabupaten Umpama", lambang=b"\x89PNG"),
    judul="LAPORAN",
    jenis="laporan_triwulan",
    tahun=2026,
    tempat="Tolo",
    tanggal=date(2026, 4, 15),
    bulan_tahun="April 2026",
    dicetak=datetime(2026, 4, 15, 8, 0, tzinfo=UTC),
    kekurangan=("Seksi A belum disetujui",),
)


@pytest.mark.parametrize(
    "value",
    [
        NASKAH,
        Angka(Decimal("90.10"), 2, Kosong.BELUM_ADA),
        Angka(None),
        Isi(
            (IsiIndikator("1", Decimal(0), bukti=(Bukti("a"), Bukti("b.pdf", date(2026, 6, 28)))),),
            "catatan",
        ),
    ],
)
def test_a_value_comes_back_equal_through_json(value: object) -> None:
    plain = json.loads(json.dumps(freeze(value), allow_nan=False))

    assert thaw(type(value), plain) == value


def test_digits_are_kept_as_given() -> None:
    again = thaw(Angka, freeze(Angka(Decimal("90.10"))))

    assert str(again.nilai) == "90.10"


def test_a_field_that_the_program_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="warna"):
        thaw(Angka, {"nilai": None, "warna": "biru"})
