"""The three papers: complete, in their order, nothing of the report left out, nothing added."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from typing import Any

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from kinerja_desktop.documents import laporan_triwulan_pdf, lembar_disposisi_pdf, lkjip_pdf, rekap_waktu_pdf
from kinerja_desktop.documents.fonts import BOLD
from kinerja_desktop.domain.dokumen_sop import RekapWaktu
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.laporan import (
    TANPA_ANALISIS,
    TANPA_IKU,
    TANPA_LANGKAH,
    Angka,
    BarisAnalisis,
    BarisWaktu,
    Kosong,
    LaporanTriwulan,
    Naskah,
    Rekomendasi,
)
from tests.documents.reading import MM, Page, read_pages
from tests.documents.samples import (
    CAMAT,
    KASUBAG,
    WAKTU_LAPORAN,
    action_annex,
    draft,
    laporan_triwulan,
    lembar_disposisi,
    lembar_perintah,
    lkjip,
    naskah,
)


def letters(text: str) -> str:
    """Letters and digits alone: line breaks and cells may part words."""
    return "".join(sign for sign in text if sign.isalnum())


def said(value: object) -> Iterator[str]:
    """Every text that a report object carries, but for what all papers share."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from said(part)
    elif is_dataclass(value) and not isinstance(value, Naskah | Enum):
        for field in fields(value):
            if field.name != "kode":
                yield from said(getattr(value, field.name))


def words_of(pages: tuple[Page, ...]) -> list[str]:
    return [word for page in pages for place in page.words for word in place.text.split()]


def in_order(pages: tuple[Page, ...], headings: list[str]) -> None:
    """Every heading is printed, in this order."""
    text = letters("".join(page.text for page in pages))
    places = [text.index(letters(heading)) for heading in headings]
    assert places == sorted(places)


def missing_words(pages: tuple[Page, ...], report: object) -> list[str]:
    """Words of the report that no page shows; a cell may break a long one, so pieces count."""
    printed = letters(" ".join(words_of(pages)))
    return [word for text in said(report) for word in map(letters, text.split()) if word not in printed]


# --- laporan triwulan --------------------------------------------------------------------------


@pytest.mark.parametrize("evidence", [13, 14, 15, 16, 41])
def test_the_table_of_times_begins_with_two_rows(evidence: int) -> None:
    report = laporan_triwulan()
    bukti = tuple(replace(report.bukti[n % len(report.bukti)], no=str(n + 1)) for n in range(evidence))
    pages = read_pages(laporan_triwulan_pdf.lay_out(replace(report, bukti=bukti)))
    page = next(page for page in pages if "C. Rekapitulasi Ketepatan Waktu" in page.text)
    heading = page.find("C. Rekapitulasi Ketepatan Waktu").top
    below = [place.text for place in page.words if place.top > heading]
    assert {"Jadwal", "Pelayanan"} <= {text.split()[0] for text in below}


def test_quarterly_report_has_its_chapters_and_annexes_in_order() -> None:
    in_order(
        read_pages(laporan_triwulan_pdf.render(laporan_triwulan())),
        [
            "I. PENDAHULUAN",
            "II. IKHTISAR CAPAIAN",
            "Gambar 1. Capaian Indikator sampai dengan Triwulan II Tahun 2026 (%)",
            "III. CAPAIAN KINERJA",
            "Tabel 1. Target, Realisasi, dan Capaian Kinerja Triwulan II Tahun 2026",
            "IV. REALISASI ANGGARAN",
            "Tabel 2. Realisasi Anggaran",
            "V. ANALISIS",
            "Tabel 3.",
            "VI. REKOMENDASI",
            "Tabel 4.",
            "VII. PENUTUP",
            "NIP 19700101 199501 1 991",
            "LAMPIRAN",
            "A. Laporan Data Kinerja Seksi",
            "B. Daftar Bukti Dukung",
            "C. Rekapitulasi Ketepatan Waktu",
        ],
    )


@pytest.mark.parametrize("kertas", Kertas)
def test_quarterly_report_says_everything_on_every_paper(kertas: Kertas) -> None:
    report = laporan_triwulan()
    report = replace(report, naskah=replace(report.naskah, kertas=kertas))
    assert not missing_words(read_pages(laporan_triwulan_pdf.render(report)), report)


@pytest.mark.parametrize("count", [4, 14, 21, 27])
def test_a_page_before_a_turned_one_is_not_left_half_empty(count: int) -> None:
    report = laporan_triwulan()
    lines = report.anggaran.baris
    anggaran = replace(report.anggaran, baris=tuple(lines[n % len(lines)] for n in range(count)))
    pages = read_pages(laporan_triwulan_pdf.lay_out(replace(report, anggaran=anggaran)))
    assert next(page for page in pages if page.width > page.height).find("Tabel").text.startswith("Tabel 1.")
    before = next(page for page in pages if "V. ANALISIS" in page.text)
    lowest = max(place.bottom for place in before.words if place.bottom < 330 - 32)
    assert lowest > 25 + 0.55 * (330 - 25 - 32)


@pytest.mark.parametrize("kertas", Kertas)
def test_a_quarter_in_which_nothing_is_measured_has_its_table_upright(kertas: Kertas) -> None:
    report = unmeasured(laporan_triwulan())
    report = replace(report, naskah=replace(report.naskah, kertas=kertas))
    pages = read_pages(laporan_triwulan_pdf.lay_out(report))
    assert not missing_words(pages, report)
    until = next(number for number, page in enumerate(pages) if "IV. REALISASI ANGGARAN" in page.text)
    assert all(page.height > page.width for page in pages[: until + 1])
    assert "Tabel 1." in "".join(page.text for page in pages[: until + 1])


def unmeasured(report: LaporanTriwulan) -> LaporanTriwulan:
    """The report of a quarter whose indikator are all measured at the end of the year."""
    none = Angka(None)
    quarter = ("target", "realisasi", "capaian", "target_sd", "realisasi_sd", "capaian_sd")
    empty: dict[str, Any] = dict.fromkeys(quarter, none)
    table = report.capaian
    groups = tuple(
        replace(g, rata_rata=none, kategori="", baris=tuple(replace(b, kategori="", **empty) for b in g.baris))
        for g in table.kelompok
    )
    return replace(report, batang=(), capaian=replace(table, kelompok=groups, rata_rata=none, kategori=""))


def test_a_figure_that_is_not_there_takes_no_number() -> None:
    report = replace(lkjip(), batang=())
    text = letters("".join(page.text for page in read_pages(lkjip_pdf.render(report))))
    assert letters("Gambar 3.1") in text
    assert letters("Gambar 3.1 Capaian Sasaran") not in text


def test_a_long_analysis_lies_on_turned_pages_however_empty_the_page_before() -> None:
    report = replace(laporan_triwulan(), pengantar_analisis=("Faktor setiap indikator disajikan pada Tabel 3.",))
    few = replace(report.anggaran, baris=report.anggaran.baris[:1])
    for signs, turned in ((20, False), (1500, True)):
        lines = tuple(replace(line, faktor_pendukung="kata " * (signs // 5)) for line in report.analisis)
        pages = read_pages(laporan_triwulan_pdf.lay_out(replace(report, anggaran=few, analisis=lines)))
        table = next(page for page in pages if "Tabel 3. Faktor" in page.text)
        assert (table.width > table.height) is turned


def test_legend_of_means_speaks_of_no_target(annual: tuple[Page, ...]) -> None:
    text = letters(" ".join(words_of(annual)))
    assert letters("100 atau lebih") in text
    quarterly = words_of(read_pages(laporan_triwulan_pdf.render(laporan_triwulan())))
    assert letters("target tercapai") in letters(" ".join(quarterly))


def test_the_first_triwulan_has_no_column_for_what_came_before() -> None:
    report = laporan_triwulan()
    first = replace(report, analisis=tuple(replace(line, tindak_lanjut_lalu="-") for line in report.analisis))
    for made, there in ((report, True), (first, False)):
        pages = read_pages(laporan_triwulan_pdf.lay_out(made))
        analysis = next(page for page in pages if "Tabel 3. Faktor" in page.text)
        assert (letters("Tindak LanjutTriwulan Lalu") in letters(analysis.text)) is there


def test_words_about_the_analysis_fill_the_page_before_it_turns() -> None:
    pages = read_pages(laporan_triwulan_pdf.lay_out(laporan_triwulan(pengantar_analisis=("Rincian pada Tabel 3.",))))
    opening = next(page for page in pages if "V. ANALISIS" in page.text)
    assert opening.width < opening.height
    assert "IV. REALISASI ANGGARAN" in opening.text
    bare = read_pages(laporan_triwulan_pdf.lay_out(laporan_triwulan(pengantar_analisis=())))
    opening = next(page for page in bare if "V. ANALISIS" in page.text)
    assert opening.width > opening.height


def test_late_step_is_bold_and_starred() -> None:
    pages = read_pages(laporan_triwulan_pdf.render(laporan_triwulan()))
    late = next(place for page in pages for place in page.words if place.text == "09.20*")
    assert late.font == "Arimo-Bold"


def test_report_without_recommendations_evidence_and_times_says_so() -> None:
    bare = laporan_triwulan(rekomendasi=(), bukti=(), waktu=(), batang=(), analisis=())
    text = letters(" ".join(words_of(read_pages(laporan_triwulan_pdf.render(bare)))))
    assert letters("Tidak ada rekomendasi pada triwulan ini.") in text
    assert letters("Tidak ada bukti dukung yang dilampirkan.") in text


def test_four_thousand_letters_are_printed_whole() -> None:
    typed = " ".join(f"hambatan{number}" for number in range(330))
    line = BarisAnalisis("1", "Indikator", typed, typed.upper(), "-", "-")
    report = laporan_triwulan(
        analisis=(line,), rekomendasi=(Rekomendasi(typed.title(), "Kasi", "Juli"),), penutup=(typed,)
    )
    pages = read_pages(laporan_triwulan_pdf.render(report))
    assert not missing_words(pages, report)


def test_draft_of_a_report_carries_its_watermark_on_every_page() -> None:
    report = laporan_triwulan()
    pages = read_pages(laporan_triwulan_pdf.render(replace(report, naskah=draft(report.naskah))))
    assert all("DRAF" in page.text for page in pages)


# --- lkjip -------------------------------------------------------------------------------------

SEVEN = [
    "1. Target dan realisasi tahun 2025",
    "2. Perbandingan dengan tahun-tahun sebelumnya",
    "3. Perbandingan dengan target akhir Renstra",
    "4. Perbandingan dengan standar nasional atau daerah lain",
    "5. Penyebab keberhasilan, kendala, dan upaya",
    "6. Efisiensi penggunaan sumber daya",
    "7. Program dan kegiatan pendukung",
]


@pytest.fixture(scope="module")
def annual() -> tuple[Page, ...]:
    """The annual report, read back."""
    return read_pages(lkjip_pdf.render(lkjip()))


def test_annual_report_has_cover_front_matter_four_chapters_and_annexes(annual: tuple[Page, ...]) -> None:
    in_order(annual[:2], ["PEMERINTAH KABUPATEN JENEPONTO", "LAPORAN", "KINERJA", "2025", "KATA PENGANTAR"])
    first = next(n for n, page in enumerate(annual) if "Halaman 1 dari" in page.text)
    in_order(annual[2:first], ["IKHTISAR EKSEKUTIF", "DAFTAR ISI", "DAFTAR TABEL", "DAFTAR GAMBAR"])
    assert first <= 6, "a short list stands below the one before it"
    in_order(
        annual[first:],
        [
            "BAB I PENDAHULUAN",
            "A. Gambaran Umum",
            "F. Dasar Hukum",
            "BAB II PERENCANAAN KINERJA",
            "A. Rencana Strategis",
            "D. Rencana Aksi",
            "BAB III AKUNTABILITAS KINERJA",
            "A. Capaian Kinerja Organisasi",
            "B. Realisasi Anggaran",
            "BAB IV PENUTUP",
            "B. Langkah Perbaikan",
            "Lampiran 1. Perjanjian Kinerja",
            "Lampiran 2.",
            "Lampiran 3.",
        ],
    )


def test_each_sasaran_has_the_seven_analyses_in_order(annual: tuple[Page, ...]) -> None:
    text = letters("".join(page.text for page in annual))
    for first, then in pairwise(("Sasaran I. ", "Sasaran III. ", "B. Realisasi Anggaran")):
        start = text.rindex(
            letters(first) + ("Meningkatnya" if first == "Sasaran I. " else "" if "B." in first else "Terpeliharanya")
        )
        part = text[start : text.rindex(letters(then))]
        places = [part.index(letters(heading)) for heading in SEVEN]
        assert places == sorted(places)


def test_annual_report_says_everything(annual: tuple[Page, ...]) -> None:
    assert not missing_words(annual, lkjip())


def test_front_matter_is_roman_and_the_first_chapter_is_page_one(annual: tuple[Page, ...]) -> None:
    labels = [page.label for page in annual]
    assert labels[:5] == ["", "i", "ii", "iii", "iv"]
    count = len(annual) - 5
    assert labels[5:] == [f"Halaman {number} dari {count}" for number in range(1, count + 1)]


@pytest.mark.parametrize(
    ("listed_on", "words"),
    [
        (3, "BAB III AKUNTABILITAS KINERJA"),
        (3, "B. Realisasi Anggaran"),
        (3, "IKHTISAR EKSEKUTIF"),
        (3, "Tabel 3.8 Realisasi Anggaran Tahun 2025"),
        (4, "Gambar 3.1 Capaian Sasaran Tahun 2025 (%)"),
    ],
)
def test_contents_name_the_page_on_which_it_stands(annual: tuple[Page, ...], listed_on: int, words: str) -> None:
    entry = annual[listed_on].find(words)
    number = max(
        (p for p in annual[listed_on].words if abs(p.top - entry.top) < 0.5), key=lambda p: p.right
    ).text.split()[-1]
    stands = [page for page in annual if letters(words) in letters(page.text) and page is not annual[listed_on]]
    assert number in [page.label.removeprefix("Halaman ").split(" ")[0] for page in stands]


def test_no_table_is_printed_empty() -> None:
    bare = lkjip(iku=(), langkah_perbaikan=(), teks_langkah=(), bukti=(), waktu=())
    text = letters(" ".join(words_of(read_pages(lkjip_pdf.render(bare)))))
    for told in (TANPA_IKU, TANPA_LANGKAH, "Tidak ada bukti dukung yang dilampirkan."):
        assert letters(told) in text
    quarterly = words_of(read_pages(laporan_triwulan_pdf.render(laporan_triwulan(analisis=()))))
    assert letters(TANPA_ANALISIS) in letters(" ".join(quarterly))


def test_an_indikator_without_realisasi_has_its_table_and_no_chart() -> None:
    """Axes with nothing between them say less than no picture."""
    report = lkjip()
    absent = Angka(None, kosong=Kosong.BELUM_ADA)
    trend = report.sasaran[0].tren[0]
    silent = replace(
        trend,
        tahun=tuple(replace(y, realisasi=absent, capaian=absent) for y in trend.tahun),
        triwulan=tuple(absent for _ in trend.triwulan),
    )
    for trends in ((silent,), (silent, silent)):
        drawn = replace(report, sasaran=(replace(report.sasaran[0], tren=trends),))
        words = letters(" ".join(words_of(read_pages(lkjip_pdf.render(drawn)))))
        assert letters(trend.nama) in words
        assert "Gambar32" not in words


def test_annexes_are_bound_in_with_pages_that_go_on(annual: tuple[Page, ...]) -> None:
    in_order(
        annual[5:],
        [
            "Lampiran 1. Perjanjian Kinerja",
            "Lampiran 2. Rencana Aksi",
            "Lampiran 3. Pengukuran Kinerja",
            "Lampiran 4. Laporan Seksi dan Ketepatan Waktu",
            "Lampiran 5. Daftar Bukti Dukung",
        ],
    )
    assert annual[-1].label == f"Halaman {len(annual) - 5} dari {len(annual) - 5}"
    turned = next(page for page in annual if "Lampiran 2. Rencana Aksi" in page.text and page.width > page.height)
    assert "Program Pelayanan" in turned.text


def test_a_short_annex_goes_on_below_the_one_before_it() -> None:
    report = lkjip(waktu_sebelum=(), waktu=(), waktu_laporan=(), seksi=lkjip().seksi[:1], bukti=lkjip().bukti[:1])
    last = read_pages(lkjip_pdf.render(report))[-1].text
    assert last.index("Lampiran 4.") < last.index("Lampiran 5.")
    assert "Lampiran 4 / Lampiran 5" in last


def test_an_annex_that_has_nothing_is_left_out() -> None:
    report = lkjip(perjanjian_terikat=None, rencana_aksi_lampiran=(), pengukuran=())
    text = " ".join(page.text for page in read_pages(lkjip_pdf.render(report)))
    assert "Lampiran 1. Laporan Seksi dan Ketepatan Waktu" in text
    assert "Lampiran 3." not in text


def test_the_agreement_is_bound_in_with_both_who_signed(annual: tuple[Page, ...]) -> None:
    (page,) = [p for p in annual[5:] if "Lampiran 1." in p.text]
    assert "Nomor: 000.7.2/001/KEC-KLR/I/2025" in page.text
    assert all(name in page.text for name in ("PIHAK CONTOH", "H. UMPAMA TELADAN, S.STP., M.Si."))


def test_an_old_report_without_a_word_about_it_prints_the_rencana_aksi_in_bab_ii() -> None:
    report = lkjip(teks_rencana_aksi=(), rencana_aksi=action_annex())
    text = " ".join(page.text for page in read_pages(lkjip_pdf.render(report)))
    assert "Rencana Aksi Tahun 2025" in text
    assert "Tabel 2.5 Rencana Aksi" in text


def test_first_targets_have_a_column_of_their_own_where_they_differ() -> None:
    report = lkjip()
    group = report.perjanjian[0]
    changed = replace(group.baris[0], target_murni=Angka(Decimal("81.25")))
    with_first = replace(report, perjanjian=(replace(group, baris=(changed, *group.baris[1:])), *report.perjanjian[1:]))
    text = "".join(page.text for page in read_pages(lkjip_pdf.render(with_first)))
    assert "81,25" in text
    assert "Murni" in text


def test_running_head_names_the_chapter(annual: tuple[Page, ...]) -> None:
    heads = [page.words[0].text + "|" + page.text for page in annual if "BAB III" in page.text]
    assert heads
    for page in annual[9:14]:
        assert "BAB III Akuntabilitas Kinerja" in page.text
        assert "LKjIP Kecamatan Kelara Tahun 2025" in page.text


def test_camat_signs_the_preface_alone() -> None:
    pages = read_pages(lkjip_pdf.render(lkjip(perjanjian_terikat=None)))
    assert [number for number, page in enumerate(pages) if "NIP 19700101" in page.text] == [1]


def test_accent_bar_of_the_cover_stands_inside_the_margins(annual: tuple[Page, ...]) -> None:
    bar = max((s for s in annual[0].shapes if s.filled), key=lambda s: s.bottom - s.top)
    assert bar.left == pytest.approx(30, abs=0.01)
    assert bar.right - bar.left == pytest.approx(3.5, abs=0.01)
    assert bar.bottom - bar.top == pytest.approx(83, abs=0.01)


def test_cover_of_a_draft_lists_what_is_missing() -> None:
    report = lkjip()
    cover = read_pages(lkjip_pdf.render(replace(report, naskah=draft(report.naskah))))[0]
    assert "Belum lengkap:" in cover.text
    assert "T8XN" not in cover.text


# --- lembar disposisi --------------------------------------------------------------------------


def test_slip_says_everything() -> None:
    for slip in (lembar_disposisi(), lembar_perintah()):
        assert not missing_words(read_pages(lembar_disposisi_pdf.render(slip)), slip)


def test_a_long_name_stays_inside_the_box_of_the_slip() -> None:
    name = "Dr. Ir. H. Muhammad Contoh Wahiduddin Umpamanegara Ibaratwijaya, S.STP., M.Si., CGCAE"
    slip = lembar_disposisi(penandatangan=replace(lembar_disposisi().penandatangan, nama=name))
    page = read_pages(lembar_disposisi_pdf.render(slip))[0]
    assert page.find("NIP 19700101").bottom < page.find("K7QM-4TXP-9RWD").top - 1
    assert page.find("MUHAMMAD").top >= page.find("CAMAT KELARA,").bottom + 9


def test_slip_keeps_its_margins_and_the_printer_s_rim() -> None:
    page = read_pages(lembar_disposisi_pdf.render(lembar_disposisi()))[0]
    assert min(place.left for place in page.words) >= 14.99
    assert max(place.right for place in page.words) <= 200.01
    modules = [s for s in page.shapes if s.filled and s.right < 30]
    assert max(s.bottom for s in modules) == pytest.approx(165 - 9, abs=0.01)
    assert max(s.right for s in modules) - min(s.left for s in modules) == pytest.approx(14.5, abs=0.01)


def test_many_indikator_go_to_an_annex_page() -> None:
    names = tuple(f"Indikator ke-{number} yang dilaporkan seksi" for number in range(1, 10))
    slip = lembar_disposisi(indikator=names)
    first, annex = read_pages(lembar_disposisi_pdf.render(slip))
    assert "dan 4 indikator lain pada daftar terlampir" in first.text
    assert "Indikator ke-6" not in first.text
    assert "Catatan:" in first.text
    assert "Catatan:" not in annex.text, "said twice"
    assert "Indikator ke-9" in annex.text
    assert (first.find("Halaman").text, annex.label) == ("Halaman 1 dari 2", "Halaman 2 dari 2")


def test_lines_move_closer_before_the_type_of_a_full_slip_becomes_small() -> None:
    names = tuple(f"Persentase Percontohan Urusan Pemerintahan Umum ke-{number}" for number in range(1, 10))
    first, _ = read_pages(lembar_disposisi_pdf.render(lembar_disposisi(indikator=names)))
    word = first.find("Indikator yang dilaporkan")
    assert word.right - word.left >= stringWidth(word.text, BOLD, 8) / MM - 0.01
    assert "Umum ke-5" in first.text


@pytest.mark.parametrize("note", ["Lengkapi bukti. " * 20, "Lengkapi bukti. " * 200])
def test_long_note_is_never_cut_and_stays_in_its_box(note: str) -> None:
    slip = lembar_disposisi(catatan=note.strip())
    pages = read_pages(lembar_disposisi_pdf.render(slip))
    assert " ".join(words_of(pages)).count("Lengkapi bukti.") >= note.count("Lengkapi")
    first = pages[0]
    inside = [p for p in first.words if p.left < 118 and "bukti." in p.text]
    assert all(p.top < 138.5 for p in inside)


def test_many_people_to_tick_leave_room_for_the_signature() -> None:
    people = tuple((f"Kasi Urusan Percontohan Nomor {number}", number == 3) for number in range(10))
    page = read_pages(lembar_disposisi_pdf.render(lembar_disposisi(diteruskan=people)))[0]
    assert page.find("NIP").top < 138.5
    assert page.find("CAMAT KELARA,").top > page.find("Nomor 9").top


@pytest.mark.parametrize("kertas", list(Kertas))
def test_the_recap_of_six_seksi_stays_on_one_page_of_every_sheet(kertas: Kertas) -> None:
    names = ("Subbagian Umum dan Keuangan", "Seksi Pemberdayaan Masyarakat dan Desa", "Seksi Kesejahteraan Rakyat")
    rows = [
        BarisWaktu(name, ("10 Apr 07.36",) * 5, (False,) * 5, 0, "tepat waktu", jadwal=n == 0)
        for n, name in enumerate(("Jadwal paling lambat", *names, *names))
    ]
    sentence = "Pada Triwulan I seluruh langkah yang selesai sesuai norma, kecuali pengembalian kepada satu seksi itu."
    paper = RekapWaktu(
        naskah("Rekapitulasi Ketepatan Waktu SOP", kertas=kertas, judul="Rekapitulasi\nPengumpulan Data Triwulan I"),
        (sentence,),
        tuple(rows),
        WAKTU_LAPORAN[0],
        (sentence,),
        KASUBAG,
        CAMAT,
    )
    (page,) = read_pages(rekap_waktu_pdf.render(paper))
    assert page.text.count("Pemberdayaan") == 2
