"""Sentences of the reports that count: none of them says "0 indikator"."""

from decimal import Decimal
from types import SimpleNamespace
from typing import cast

import pytest

from kinerja_desktop.domain.capaian import calculate
from kinerja_desktop.domain.indikator import Indikator, Rencana, Target, Tingkat
from kinerja_desktop.domain.narasi import Penulis
from kinerja_desktop.domain.realisasi import RealisasiTahun
from kinerja_desktop.domain.serapan import absorption
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.kalimat import budget_sentence, by_level, missing_sentences, overview


def said(target: str | None, *realisasi: str) -> str:
    """The overview of a year with one indikator for each realisasi."""
    promise = Target(None if target is None else Decimal(target))
    rencana = Rencana(2026, tuple(Indikator(f"{n}", f"Jumlah {n}", target=promise) for n in range(len(realisasi))))
    figures = [RealisasiTahun(f"{n}", (None, None, None, Decimal(r))) for n, r in enumerate(realisasi)]
    return overview(
        cast("Bahan", SimpleNamespace(hasil=calculate(rencana, figures), sebutan={})), None, "pada tahun 2026"
    )[0]


@pytest.mark.parametrize(
    ("realisasi", "sentence"),
    [
        (("8", "9"), "Dari dua indikator yang sudah bernilai, belum ada yang mencapai target."),
        (("10", "12"), "Dari dua indikator yang sudah bernilai, semuanya mencapai target."),
        (("8", "12"), "satu indikator mencapai target dan satu indikator belum."),
    ],
)
def test_how_many_reached_their_target(realisasi: tuple[str, ...], sentence: str) -> None:
    assert sentence in said("10", *realisasi)


def test_levels_are_told_apart_where_a_plan_has_several() -> None:
    levels = (Tingkat.SASARAN, Tingkat.SASARAN, Tingkat.PROGRAM)
    made = (Indikator(f"{n}", f"Jumlah {n}", tingkat=t, target=Target(Decimal(10))) for n, t in enumerate(levels))
    hasil = calculate(Rencana(2026, tuple(made)), [RealisasiTahun("0", (None, None, None, Decimal(8)))])

    (told,) = overview(cast("Bahan", SimpleNamespace(hasil=hasil, sebutan={})), None, "pada tahun 2026")

    assert told.startswith("Seluruh dua indikator sasaran memiliki target")
    assert "Dari satu indikator sasaran yang sudah bernilai" in told
    assert by_level(hasil.indikator, hasil.indikator) == "dua indikator sasaran dan satu indikator program"
    assert by_level(hasil.indikator[:2], hasil.indikator[:2]) == "dua indikator"


def test_a_capaian_that_several_share_names_none_of_them() -> None:
    told = said("10", "10", "10", "12").replace("\N{NO-BREAK SPACE}", " ")
    assert "Capaian tertinggi ada pada jumlah 2 (120,00%). " in told
    assert "Capaian terendah ada pada dua indikator (100,00%)." in told


def test_no_target_at_all() -> None:
    assert said(None, "8", "9").startswith("Belum ada indikator yang memiliki target pada tahun")


def test_what_lacks_data_is_counted_on_the_level_of_the_average() -> None:
    promise = Target(Decimal(10))
    levels = (Tingkat.SASARAN, Tingkat.SASARAN, Tingkat.PROGRAM, Tingkat.KEGIATAN)
    rencana = Rencana(
        2026, tuple(Indikator(f"{n}", f"Jumlah {n}", tingkat=t, target=promise) for n, t in enumerate(levels))
    )
    figures = [RealisasiTahun("0", (None, None, None, Decimal(8)))]
    kata = SimpleNamespace(alasan_kosong="data belum terkumpul")
    bahan = SimpleNamespace(hasil=calculate(rencana, figures), kata=lambda _kode, _tw: kata, sebutan={})
    (told,) = missing_sentences(cast("Bahan", bahan), None)
    assert told == (
        "Satu indikator sasaran belum memiliki data. "
        "Realisasi jumlah 1\N{NO-BREAK SPACE}belum tersedia karena data belum terkumpul."
    )


@pytest.mark.parametrize(
    ("spent", "told"),
    [
        (Decimal(13_090_138_021), "anggaran terealisasi Rp13.090.138.021. Serapannya tidak dihitung"),
        (None, "serapan anggaran tidak dihitung"),
    ],
)
def test_money_without_pagu_is_told_all_the_same(spent: Decimal | None, told: str) -> None:
    made = budget_sentence(Penulis(2026), absorption(None, spent), "Sampai dengan Juni")
    assert made.replace("\N{NO-BREAK SPACE}", " ") == f"Sampai dengan Juni, {told} karena pagu belum ditetapkan."
