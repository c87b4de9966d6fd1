"""Contents of acts go into the history and come back whole."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.indikator import NilaiSkala, Seksi, Target
from kinerja_desktop.domain.realisasi import Catatan, Isi, IsiIndikator, Pengembalian
from kinerja_desktop.services.snapshots import (
    SCHEMA,
    Pejabat,
    Salinan,
    decode_isi,
    decode_pengembalian,
    decode_salinan,
    encode_isi,
    encode_pengembalian,
    encode_salinan,
)
from tests.office import INDIKATOR, TW2

FULL = IsiIndikator(
    "1.3",
    Decimal("812.50"),
    "812,5",
    "tidak ada",
    "sudah diperiksa",
    "jemput bola",
    "printer rusak",
    "usul printer",
    "belum",
    (Bukti("Register.pdf", date(2026, 6, 28), "", "ab" * 32, 5120), Bukti("https://contoh.go.id/rekap")),
    ("c1",),
)
ISI = Isi((FULL, IsiIndikator("1.4", Decimal(0)), IsiIndikator("2.2")), "catatan", "uraian", ("c2",))
PEJABAT = Pejabat("siti", "Siti Misalnya, S.Sos.", "Kasi Pelayanan", "197502022000022992")
COPY = Salinan(
    3,
    TW2,
    Seksi("PEL", "Seksi Pelayanan"),
    ISI,
    INDIKATOR,
    (("1.3", Target(Decimal(2000), (Decimal(500), None, Decimal(0), None))),),
    (NilaiSkala("predikat", "BB", Decimal(5)),),
    (PEJABAT,),
    PEJABAT,
    PEJABAT,
    "SOP Februari 2022",
    "murni",
    date(2026, 7, 14),
)


def through_json(plain: dict[str, object]) -> dict[str, object]:
    back: dict[str, object] = json.loads(json.dumps(plain))
    return back


def test_contents_come_back_with_every_digit() -> None:
    assert decode_isi(through_json(encode_isi(ISI))) == ISI
    figure = decode_isi(through_json(encode_isi(ISI))).of("1.3").realisasi
    assert str(figure) == "812.50"


def test_a_row_keeps_only_what_was_said() -> None:
    assert encode_isi(Isi((IsiIndikator("2.2"),)))["nilai"]["indikator"] == [{"kode": "2.2"}]


def test_zero_is_not_empty() -> None:
    assert decode_isi(encode_isi(ISI)).of("1.4").realisasi == Decimal(0)
    assert decode_isi(encode_isi(ISI)).of("2.2").realisasi is None


def test_returns_and_copies_come_back() -> None:
    back = Pengembalian("Angka belum sama.", (Catatan("a", "1.3", "Cocokkan."), Catatan("b", None, "Lengkapi.")))
    assert decode_pengembalian(through_json(encode_pengembalian(back))) == back
    assert decode_salinan(through_json(encode_salinan(COPY))) == COPY


def test_a_schema_of_tomorrow_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match=str(SCHEMA + 1)):
        decode_isi({**encode_isi(ISI), "skema": SCHEMA + 1})


def test_evidence_that_was_a_text_once_is_read_as_a_name() -> None:
    plain = {"indikator": [{"kode": "1.3", "bukti": ["Register.pdf"]}], "catatan": "", "uraian": "", "perbaikan": []}
    told = Isi((IsiIndikator("1.3", bukti=(Bukti("Register.pdf"),)),))
    assert decode_isi({"skema": 1, "nilai": plain}) == told
    old_copy = {**encode_salinan(replace(COPY, isi=told))["nilai"], "isi": plain}
    assert decode_salinan({"skema": 1, "nilai": old_copy}) == replace(COPY, isi=told)
    back = Pengembalian("Angka belum sama.", (Catatan("a", "1.3", "Cocokkan."),))
    assert decode_pengembalian({**encode_pengembalian(back), "skema": 1}) == back
