"""Sentences from figures: stable wording, right units, typed words that are not bent."""

import itertools
import re
from decimal import Decimal

import pytest

from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.narasi import (
    NBSP,
    POLA,
    Penulis,
    Pola,
    Uraian,
    dari_kata,
    dengan_satuan,
    ikat,
    jalin,
    kalimat,
    kecilkan,
    kendala,
    paragraf_sebab,
    sebutan,
    sederet,
    selisih,
)
from kinerja_desktop.domain.telaah import read_text


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


def test_a_distance_is_that_of_the_printed_figures() -> None:
    assert selisih(Decimal("95.425"), Decimal(98), "%", 2) == f"2,57{NBSP}poin"


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
    uraian = Uraian("IKM", "Seksi A", pendukung="loket baru", penghambat="Printer rusak. Suku cadang belum tersedia.")
    paragraphs = paragraf_sebab(Penulis(2026), "1.1", uraian)

    assert paragraphs[1] == "Printer rusak. Suku cadang belum tersedia."
    assert "loket baru" in paragraphs[0]


def test_nothing_typed_gives_no_paragraph() -> None:
    assert paragraf_sebab(Penulis(2026), "1", Uraian("IKM", "Seksi A", pendukung=" ")) == ()


@pytest.mark.parametrize(
    ("tindak_lanjut", "sentence"),
    [
        ("Menata ulang loket.", "Seksi A akan menata ulang loket."),
        ("akan merekrut petugas", "Seksi A akan merekrut petugas."),
        ("Telah membuka loket baru", "Seksi A telah membuka loket baru."),
        ("Berkas digital bagi pemohon", "erkas digital bagi pemohon."),
        ("", "Tindak lanjut belum ditetapkan."),
    ],
)
def test_a_follow_up_is_what_the_unit_does(tindak_lanjut: str, sentence: str) -> None:
    uraian = Uraian("IKM", "Seksi A", penghambat="printer rusak", tindak_lanjut=tindak_lanjut, perlu=True)

    (told,) = paragraf_sebab(Penulis(2026), "1.1", uraian)

    assert told.endswith(sentence)
    assert "IKM" in told
    assert "akan akan" not in told
    assert "akan berkas" not in told


@pytest.mark.parametrize(
    "teks",
    [
        "Warga masih enggan datang ke kantor.",
        "Petugas loket dipindahkan ke kabupaten",
        "Aplikasi sering terputus pada jam sibuk",
        "Desa Tombolo belum melapor",
        "Karena jaringan putus, antrean bertambah",
    ],
)
def test_a_factor_that_is_a_clause_is_joined_as_one(teks: str) -> None:
    for uraian in (Uraian("IKM", "Seksi A", pendukung=teks), Uraian("IKM", "Seksi A", penghambat=teks)):
        (told,) = paragraf_sebab(Penulis(2026), "1.1", uraian)
        assert re.search(r"\bkarena (?!karena)", told), told
        assert not re.search(r"\b(?:oleh|ialah|ditopang) ", told), told


@pytest.mark.parametrize("teks", ["Jadwal tanam bergeser karena cuaca", "Antrean panjang disebabkan oleh pemadaman"])
def test_a_reason_inside_a_factor_stays(teks: str) -> None:
    uraian = Uraian("IKM", "Seksi A", penghambat=teks)
    assert teks.lower() in paragraf_sebab(Penulis(2026), "1.1", uraian)[0].lower()
    assert teks.lower() in kendala(Penulis(2026), "1.1", teks).lower()


@pytest.mark.parametrize("teks", ["Loket baru", "Warga sudah datang sendiri"])
def test_what_helped_is_no_cause_of_a_capaian_that_was_not_reached(teks: str) -> None:
    for perlu in (True, False):  # missed, or without any realisasi
        uraian = Uraian("IKM", "Seksi A", pendukung=teks, tindak_lanjut="menata loket", perlu=perlu, tercapai=False)
        (told,) = paragraf_sebab(Penulis(2026), "1.1", uraian)
        assert teks.lower() in told
        assert not re.search(r"ditopang|disebabkan|diperoleh|berpengaruh", told), told


@pytest.mark.parametrize("kunci", list("abcdef"))
@pytest.mark.parametrize("pola", [Pola.NAIK, Pola.TURUN, Pola.SEBAB, Pola.TANPA_TARGET, Pola.PEMBANDING])
def test_a_name_does_not_repeat_the_word_before_it(pola: Pola, kunci: str) -> None:
    names = {"sebutan": "persentase realisasi anggaran", "sumber": "angka contoh", "Sebutan": "Capaian layanan"}
    told = Penulis(2026).tulis(pola, kunci, **(_SLOTS | names))
    assert not re.search(r"realisasi persentase realisasi|angka angka", told.lower()), told


def test_a_sign_stays_with_its_figure() -> None:
    assert ikat("nilai ≥ 75,00; ≤ 80") == "nilai ≥\N{NO-BREAK SPACE}75,00; ≤\N{NO-BREAK SPACE}80"
    assert ikat("desa tertib ÷ jumlah desa × 100") == "desa tertib ÷ jumlah desa ×\N{NO-BREAK SPACE}100"


def test_a_title_stays_with_its_name() -> None:
    assert (
        ikat("Hasan Perumpamaan, S.Sos., M.Si.") == "Hasan Perumpamaan,\N{NO-BREAK SPACE}S.Sos.,\N{NO-BREAK SPACE}M.Si."
    )
    assert ikat("Seksi A, M dan S") == "Seksi A, M dan S"


def test_an_obstacle_after_the_weakest_indikator_is_its_own() -> None:
    assert kendala(Penulis(2026), "1.1", "plafon yang terbatas") == "Kendalanya ialah plafon yang terbatas."
    assert kendala(Penulis(2026), "1.1", "jaringan sering putus") == "Kendalanya timbul karena jaringan sering putus."


@pytest.mark.parametrize(
    "teks",
    ["Loket baru", "Kerja sama dengan desa dalam menyusun laporan", "Kurangnya petugas yang melayani pemohon"],
)
def test_a_factor_that_is_a_noun_keeps_the_patterns_of_nouns(teks: str) -> None:
    (told,) = paragraf_sebab(Penulis(2026), "1.1", Uraian("IKM", "Seksi A", penghambat=teks))
    assert "karena" not in told


def test_a_factor_that_points_back_stands_as_a_sentence_of_its_own() -> None:
    uraian = Uraian("IKM", "Seksi A", penghambat="Hal ini terjadi pada musim hujan.")
    assert paragraf_sebab(Penulis(2026), "1.1", uraian) == ("Hal ini terjadi pada musim hujan.",)


def test_a_follow_up_that_is_a_clause_stands_by_itself() -> None:
    (told,) = paragraf_sebab(Penulis(2026), "1.1", Uraian("IKM", "Seksi A", tindak_lanjut="Dilakukan pelatihan Linmas"))
    assert told == "Sebagai tindak lanjut, dilakukan pelatihan Linmas."


@pytest.mark.parametrize(
    ("jumlah", "kata"),
    [
        ((2, 3), ("dua", "tiga")),
        ((17, 12, 5), ("17", "12", "5")),
        ((10, 11), ("sepuluh", "sebelas")),
        ((1200, 3), ("1.200", "3")),
    ],
)
def test_counters_in_a_row_are_all_words_or_all_digits(jumlah: tuple[int, ...], kata: tuple[str, ...]) -> None:
    assert sederet(*jumlah) == kata


def test_no_sentence_begins_with_a_digit() -> None:
    assert dari_kata("13 indikator belum.") == f"Sebanyak 13{NBSP}indikator belum."
    assert dari_kata("dua indikator belum.") == "Dua indikator belum."


_SLOTS = dict.fromkeys(re.findall(r"{(\w+)}", " ".join(c for choices in POLA.values() for c in choices)), "x")


@pytest.mark.parametrize("pola", list(Pola))
def test_every_wording_keeps_the_rules_of_the_paper(pola: Pola) -> None:
    """Each of its wordings with a name of many words and figures: short enough, no phrase to avoid."""
    facts = _SLOTS | {
        "sebutan": "persentase gangguan ketenteraman dan ketertiban umum yang diselesaikan",
        "Sebutan": "Persentase gangguan ketenteraman dan ketertiban umum yang diselesaikan",
        "selisih": f"3,50{NBSP}poin",
    }
    for choice in POLA[pola]:
        told = kalimat(choice.format_map(facts))
        assert read_text("bab", [told]) == ()
        assert "  " not in told
        assert not re.search(r"(?:^|\. )\d", told)
        assert not re.search(r"{R} dari (?:target|batas) {T}", choice)


def test_figures_are_tied_to_their_words() -> None:
    assert kalimat("disajikan pada Tabel 3.1 tahun 2026.") == (f"Disajikan pada Tabel{NBSP}3.1 tahun{NBSP}2026.")


def test_names_keep_their_capital() -> None:
    assert kecilkan("Desa Gantarang") == "Desa Gantarang"
    assert kecilkan("Menghadirkan Kantor Pertanahan") == "menghadirkan Kantor Pertanahan"
    assert kecilkan("Mempawah Hilir") == "Mempawah Hilir"
    assert kecilkan("Layanan jemput bola") == "layanan jemput bola"
