"""Sentences from figures: stable wording, right units, typed words that are not bent."""

import itertools
from decimal import Decimal

import pytest

from kinerja_desktop.domain.narasi import (
    NBSP,
    POLA,
    Penulis,
    Pola,
    dengan_satuan,
    deretan,
    jalin,
    kalimat,
    kecilkan,
    paragraf_sebab,
    sebutan,
    selisih,
)


def test_every_state_has_a_pattern_that_ends_in_a_stop() -> None:
    assert set(POLA) == set(Pola)
    for choices in POLA.values():
        assert choices
        assert all(c.endswith(".") for c in choices)


@pytest.mark.parametrize("pola", list(Pola))
def test_a_pattern_never_compares_with_a_word_that_the_figures_may_contradict(pola: Pola) -> None:
    fixed = {Pola.NAIK: "turun", Pola.TURUN: "naik", Pola.DI_ATAS: "di bawah", Pola.PEMBANDING: "lebih"}
    assert all(fixed.get(pola, "\0") not in choice for choice in POLA[pola])


def test_the_same_paper_says_the_same_again() -> None:
    facts = {"sebutan": "IKM", "faktor": "loket baru"}
    first = [Penulis(2026).tulis(Pola.SEBAB, "1.1", **facts) for _ in range(3)]

    assert len(set(first)) == 1


def test_neighbours_of_one_state_are_worded_differently() -> None:
    penulis = Penulis(2026)
    told = [penulis.tulis(Pola.SEBAB, "1.1", sebutan="IKM", faktor="loket baru") for _ in range(6)]

    assert all(a != b for a, b in itertools.pairwise(told))


@pytest.mark.parametrize(
    ("nama", "pendek"),
    [
        ("Indeks Kepuasan Masyarakat (IKM)", "Indeks Kepuasan Masyarakat"),
        ("Persentase desa yang tertib", "persentase desa yang tertib"),
        ("IKM kecamatan", "IKM kecamatan"),
        ("APBDes tepat waktu", "APBDes tepat waktu"),
    ],
)
def test_short_names_keep_acronyms_and_titles(nama: str, pendek: str) -> None:
    assert sebutan(nama) == pendek


@pytest.mark.parametrize(
    ("nilai", "satuan", "desimal", "teks"),
    [
        ("93.75", "%", 2, "93,75%"),
        ("12", "Kejadian", 0, f"12{NBSP}kejadian"),
        ("83", "Indeks", 2, "83,00"),
        ("5", None, 0, "5"),
    ],
)
def test_a_figure_carries_its_unit(nilai: str, satuan: str | None, desimal: int, teks: str) -> None:
    assert dengan_satuan(Decimal(nilai), satuan, desimal) == teks


def test_two_percentages_differ_by_points() -> None:
    assert selisih(Decimal(80), Decimal("93.5"), "%", 2) == f"13,50{NBSP}poin"


def test_lists_are_joined_as_spoken() -> None:
    assert deretan(["a"]) == "a"
    assert deretan(["a", "b"]) == "a dan b"
    assert deretan(["a", "b", "c"]) == "a, b, dan c"


def test_typed_lines_are_woven_into_one_slot() -> None:
    assert jalin("Printer rusak.\n- Jaringan putus") == "printer rusak dan jaringan putus"
    assert jalin("Desa Tombolo belum melapor.") == "Desa Tombolo belum melapor"


def test_typed_sentences_and_long_texts_stay_as_they_are() -> None:
    assert jalin("Printer rusak. Jaringan putus.") is None
    assert jalin("kata " * 41) is None


def test_own_sentences_stand_as_a_paragraph_of_their_own() -> None:
    paragraphs = paragraf_sebab(
        Penulis(2026),
        "1.1",
        "IKM",
        pendukung="loket baru",
        penghambat="Printer rusak. Suku cadang belum tersedia.",
        tindak_lanjut="",
    )

    assert paragraphs[1] == "Printer rusak. Suku cadang belum tersedia."
    assert "loket baru" in paragraphs[0]


def test_nothing_typed_gives_no_paragraph() -> None:
    assert paragraf_sebab(Penulis(2026), "1", "IKM", pendukung=" ", penghambat="", tindak_lanjut="") == ()


def test_figures_are_tied_to_their_words() -> None:
    assert kalimat("disajikan pada Tabel 3.1 tahun 2026.") == (f"Disajikan pada Tabel{NBSP}3.1 tahun{NBSP}2026.")


def test_names_keep_their_capital() -> None:
    assert kecilkan("Desa Gantarang") == "Desa Gantarang"
    assert kecilkan("Layanan jemput bola") == "layanan jemput bola"
