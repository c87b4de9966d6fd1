"""What the reading of a text finds, and what it leaves in peace."""

import pytest

from kinerja_desktop.domain.telaah import (
    Cacat,
    changed_figures,
    old_year,
    other_names,
    read_text,
    unknown_figures,
    without_reason,
)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Realisasi mengalami peningkatan.", "mengalami peningkatan"),
        ("Hal ini dikarenakan banyak kegiatan.", "dikarenakan"),
        ("Prosentase desa tertib naik.", "Prosentase"),
        ("Capaian diatas target.", "diatas"),
        ("Kantor melakukan monitoring setiap bulan.", "melakukan monitoring"),
        ("Program itu adalah merupakan prioritas.", "adalah merupakan"),
        ("Beberapa kendala-kendala muncul.", "Beberapa kendala-kendala"),
    ],
)
def test_a_phrase_to_avoid_is_quoted_with_what_to_write(text: str, quoted: str) -> None:
    found = [f for f in read_text("Penutup", [text]) if f.cacat is Cacat.FRASA]
    assert quoted in {f.kutipan for f in found}
    assert all(f.saran.startswith("Tulis: ") for f in found)


@pytest.mark.parametrize(
    "text",
    [
        "Capaian naik 2,50 poin karena jadwal pelayanan ditambah.",
        "Para pegawai bekerja di atas target.",
        "Analisis disajikan pada Tabel 3.2.",
        "Pada tahun 2026 kantor memantau sepuluh desa.",
    ],
)
def test_plain_sentences_are_left_in_peace(text: str) -> None:
    assert read_text("Penutup", [text]) == ()


def test_a_long_sentence_is_counted() -> None:
    (found,) = read_text("Ikhtisar", [" ".join(["kata"] * 31) + "."])
    assert found.cacat is Cacat.PANJANG
    assert "31 kata" in found.saran


def test_a_figure_that_the_report_does_not_hold_is_told_once() -> None:
    text = ["Capaian 98,75% dari pagu Rp1.200.000 pada tahun 2026.", "Sekali lagi 98,75%."]
    assert [f.kutipan for f in unknown_figures("Penutup", text, {"1.200.000"})] == ["98,75"]


def test_a_paragraph_of_analysis_says_why() -> None:
    bare, told = "Indikator ini penting bagi kantor.", "Capaian turun karena petugas berkurang."
    assert [f.kutipan for f in without_reason("Penutup", [bare, told])] == [bare]


def test_a_figure_that_changed_is_shown_old_and_new() -> None:
    (found,) = changed_figures("Ikhtisar", ["Rata-rata 95,10% dari lima seksi."], ["Rata-rata 96,20% dari lima seksi."])
    assert found.kutipan == "95,10 menjadi 96,20"
    assert changed_figures("Ikhtisar", ["Sama 1,00."], ["Sama 1,00."]) == ()


def test_a_count_or_a_day_that_changed_is_shown_old_and_new() -> None:
    then = ["Dari 120 langkah, 119 langkah sesuai norma dan 1 langkah terlambat.", "Selesai pada 13 Oktober 2026."]
    now = ["Dari 120 langkah, 117 langkah sesuai norma dan 3 langkah terlambat.", "Selesai pada 14 Oktober 2026."]
    found = [f.kutipan for f in changed_figures("Ketepatan Waktu", then, now)]
    assert found == ["119 langkah menjadi 117 langkah", "1 langkah menjadi 3 langkah", "13 Oktober menjadi 14 Oktober"]
    (word,) = changed_figures("Ikhtisar", ["Sebanyak dua indikator belum."], ["Sebanyak tiga indikator belum."])
    assert word.kutipan == "dua indikator menjadi tiga indikator"


def test_a_sentence_that_is_made_no_more_is_quoted() -> None:
    then, now = ["Seluruh langkah selesai sesuai norma."], ["Dari 24 langkah, 23 sesuai norma dan 1 terlambat."]
    (found,) = changed_figures("Ketepatan Waktu", then, now)
    assert found.kutipan == "Seluruh langkah selesai sesuai norma."


def test_a_paragraph_of_last_year_that_still_names_it_is_told() -> None:
    lalu = ["Kantor membina delapan desa.", "Isu tahun 2025 adalah banjir.", "Peraturan Bupati Nomor 7 Tahun 2025."]
    (found,) = old_year("I.E Isu Strategis", [*lalu, "Pada tahun 2025 hujan turun."], lalu, 2026)
    assert found.kutipan == "alinea 2: Isu tahun 2025 adalah banjir."
    assert "2025" in found.saran


def test_a_name_unlike_the_list_of_officials_is_told() -> None:
    (found,) = other_names(
        "Penutup", ["Disusun oleh Andi Umpama, S.E. di Tolo."], ["Andi Umpama, S.IP.", "Budi Contoh"]
    )
    assert found.kutipan == "Andi Umpama, S.E"
    assert "Andi Umpama, S.IP." in found.saran
    assert other_names("Penutup", ["Disusun oleh Andi Umpama, S.IP. di Tolo."], ["Andi Umpama, S.IP."]) == ()
