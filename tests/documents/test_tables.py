"""Tables: figures on the comma, heads that repeat, rows that stay whole, widths for other sheets."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_desktop.documents.annexes import evidence_table
from kinerja_desktop.documents.capaian_table import money_columns
from kinerja_desktop.documents.columns import Column, Kind, Look, Row, Tabel, fit_widths, texts
from kinerja_desktop.documents.figures import Cell, figure_cell
from kinerja_desktop.documents.grid import SIDE
from kinerja_desktop.documents.page import TURNED, Layout, render_pages, turn
from kinerja_desktop.documents.style import TABLE, TINY_TABLE, WIDE_TABLE, cell_style, landscape, mm, portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.documents.text import text_width
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.laporan import Angka, BarisBukti, Kosong
from kinerja_desktop.domain.tanggal import format_tanggal
from tests.documents.reading import MM, Page, Place, read_pages
from tests.documents.samples import n, naskah

F4 = portrait(Kertas.F4)
COLUMNS = (Column("No", 8, Kind.CENTRED), Column("Nama", 117), Column("Angka", 40, Kind.FIGURE))
DECIMALS = 12.51 / MM
"""Width of ",00" in the type of a cell."""


def pages(*rows: Row, columns: Sequence[Column] = COLUMNS, notes: tuple[str, ...] = ()) -> tuple[Page, ...]:
    """A paper with one table."""
    table = flow_table(Tabel(tuple(columns), rows, "Tabel 1. Uji", notes=notes), F4)
    return read_pages(render_pages(naskah(), [table], Layout()))


def line(number: int, angka: str, nama: str = "Baris") -> Row:
    return Row(texts(str(number), f"{nama} {number}", angka))


def figure(page: Page, text: str) -> Place:
    return next(place for place in page.words if place.text == text)


@pytest.mark.parametrize("kertas", list(Kertas))
@pytest.mark.parametrize("of_one", [True, False])
def test_a_long_date_of_evidence_stays_whole(kertas: Kertas, of_one: bool) -> None:
    line = BarisBukti("1", "Register", "Berkas PDF", "1.1", "Seksi A", format_tanggal(date(2026, 9, 28)), "51eb87b9")
    story = evidence_table([line], portrait(kertas), of_one=of_one)
    page = read_pages(render_pages(replace(naskah(), kertas=kertas), story, Layout()))[0]
    assert "28 September 2026" in page.text.replace("\N{NO-BREAK SPACE}", " ")


def test_evidence_of_a_whole_office_stands_below_the_name_of_its_seksi() -> None:
    owners = ("Seksi Satu", "Seksi Satu", "Seksi Dua")
    lines = [BarisBukti(str(n), f"Register {n}", "Berkas PDF", "1.1", seksi) for n, seksi in enumerate(owners, 1)]
    text = read_pages(render_pages(naskah(), evidence_table(lines, F4), Layout()))[0].text
    assert [text.count(name) for name in ("Seksi Satu", "Seksi Dua")] == [1, 1]
    assert text.index("Seksi Satu") < text.index("Register 2") < text.index("Seksi Dua") < text.index("Register 3")


# --- figures -----------------------------------------------------------------------------------


def test_figures_stand_on_the_comma() -> None:
    page = pages(line(1, "1.234,50"), line(2, "7"), line(3, "99,99"), line(4, "\N{MINUS SIGN}3"), line(5, "-"))[0]
    comma = 195 - 1.9 - DECIMALS
    for text in ("1.234,50", "99,99"):
        assert figure(page, text).right - DECIMALS == pytest.approx(comma, abs=0.05)
    for text in ("7", "\N{MINUS SIGN}3", "-"):
        assert figure(page, text).right == pytest.approx(comma, abs=0.05)


def test_more_decimals_move_the_comma_of_the_whole_column() -> None:
    page = pages(line(1, "1,2345"), line(2, "7"))[0]
    assert figure(page, "1,2345").right == pytest.approx(195 - 1.9, abs=0.05)
    assert figure(page, "7").right < 195 - 1.9 - DECIMALS


@given(st.decimals(min_value=0, max_value=10**15 - 1, places=6), st.integers(12, 40))
@settings(max_examples=20, deadline=None)
def test_no_figure_leaves_its_column(value: object, width: int) -> None:
    text = f"{value:,}".replace(",", " ").replace(".", ",").replace(" ", ".")
    columns = (Column("Nama", 165 - width), Column("Angka", width, Kind.FIGURE))
    page = pages(Row(texts("Baris", text)), columns=columns)[0]
    place = figure(page, text)
    assert place.left >= 195 - width
    assert place.right <= 195


def test_money_keeps_one_comma_even_where_the_total_is_wide() -> None:
    columns = (Column("Uraian", 137), Column("Pagu (Rp)", 28, Kind.FIGURE))
    total = Row(texts("Jumlah", "999.999.999.999"), Look.TOTAL)
    page = pages(Row(texts("Program", "82.400.000")), total, columns=columns)[0]
    assert figure(page, "82.400.000").right == pytest.approx(figure(page, "999.999.999.999").right, abs=0.05)


def test_wide_money_stands_as_far_from_the_left_line_as_words_do() -> None:
    columns = (Column("Uraian", 137), Column("Pagu (Rp)", 28, Kind.FIGURE))
    page = pages(Row(texts("Program", "2.750.150.000"), Look.GROUP), columns=columns)[0]
    assert figure(page, "2.750.150.000").left >= 195 - 28 + 1.15


def test_figures_of_a_dense_table_end_at_the_right_line_whatever_their_decimals() -> None:
    columns = (Column("Uraian", 149), Column("K", 8, Kind.FIGURE), Column("K2", 8, Kind.FIGURE))
    rows = (Row(texts("Persen", "100,00", "-")), Row(texts("Surat", "488", "2.000")))
    table = flow_table(Tabel(columns, rows, type=TINY_TABLE), F4)
    page = read_pages(render_pages(naskah(), [table], Layout()))[0]
    for text, edge in (("100,00", 187), ("488", 187), ("-", 195), ("2.000", 195)):
        assert figure(page, text).right == pytest.approx(edge - 0.5, abs=0.05)


def test_absent_figures_are_a_dash_by_rule_and_na_on_fill_where_data_is_missing() -> None:
    assert figure_cell(Angka(None)) == Cell("-")
    assert figure_cell(Angka(None, kosong=Kosong.BELUM_ADA)) == Cell("n/a", state=True, centred=True)
    page = pages(Row((Cell("1"), Cell("Baris"), figure_cell(Angka(None, kosong=Kosong.BELUM_ADA)))))[0]
    place = figure(page, "n/a")
    filled = [s for s in page.shapes if s.filled and s.left > 150 and s.top < place.top < s.bottom]
    assert filled


def test_zero_is_a_figure() -> None:
    assert figure_cell(n("0", 0)) == Cell("0")


def test_incomplete_figures_are_grey_and_predicates_are_words() -> None:
    assert figure_cell(Angka(None, teks="BB")).text == "BB"
    assert figure_cell(n("5")).grey is False
    assert figure_cell(Angka(n("5").nilai, lengkap=False)).grey is True


def test_unit_is_never_broken_inside_its_word() -> None:
    columns = (Column("Nama", 154), Column("Satuan", 11, Kind.CENTRED))
    page = pages(Row(texts("Baris", "Lembaga")), columns=columns)[0]
    assert figure(page, "Lembaga").right <= 195


@pytest.mark.parametrize("kertas", list(Kertas))
def test_words_of_a_narrow_column_stay_whole_on_every_sheet(kertas: Kertas) -> None:
    columns = (Column("Aksi", 228), Column("Penanggung\nJawab", 22), Column("Rp", 40, Kind.FIGURE))
    rows = [Row(texts("Mencatat", "Kasi Pemberdayaan Masyarakat", "1")), Row(texts("x", "w" * 200, "2"))]
    table = flow_table(Tabel(columns, tuple(rows), type=WIDE_TABLE), landscape(kertas))
    page = read_pages(render_pages(replace(naskah(), kertas=kertas), [table], Layout(turned=True)))[0]
    assert "Pemberdayaan" in page.text


# --- pages -------------------------------------------------------------------------------------


def test_head_and_caption_repeat_on_every_page() -> None:
    made = pages(*(line(number, "1,00") for number in range(120)))
    assert len(made) > 2
    for page in made:
        assert {"No", "Nama", "Angka"} <= {place.text for place in page.words}
    captions = [page.find("Tabel 1.").text for page in made]
    assert captions == ["Tabel 1. Uji", *["Tabel 1. Uji (lanjutan)"] * (len(made) - 1)]


def test_a_table_below_a_heading_repeats_it_where_it_goes_on() -> None:
    rows = tuple(line(number, "1,00") for number in range(120))
    table = flow_table(Tabel(COLUMNS, rows, heading="Triwulan II"), F4)
    made = read_pages(render_pages(naskah(), [table], Layout()))
    told = [[place.text for place in page.words if place.text.startswith("Triwulan II")] for page in made]
    assert told == [[], *[["Triwulan II (lanjutan)"]] * (len(made) - 1)]


def test_a_period_stays_whole_in_a_caption() -> None:
    name = "Persentase Desa yang Menyampaikan Laporan Realisasi APBDes Tepat Waktu dan Lengkap Tahun 2023"
    table = flow_table(Tabel(COLUMNS, (line(1, "1,00"),), name), F4)
    page = read_pages(render_pages(naskah(), [table], Layout()))[0]
    assert any(place.text.replace("\N{NO-BREAK SPACE}", " ").startswith("Tahun 2023") for place in page.words)


def test_a_tie_gives_way_in_a_column_that_has_no_room_for_it() -> None:
    narrow = (Column("No", 8, Kind.CENTRED), Column("Tanggal", 22, Kind.CENTRED), Column("Nama", 135))
    row = Row(texts("1", "28 September 2026", "Rapat"))
    page = pages(row, columns=narrow)[0]
    assert {"28 September", "2026"} <= {place.text for place in page.words}


def test_every_row_is_printed_once() -> None:
    made = pages(*(line(number, "1,00") for number in range(120)))
    rows = [place.text for page in made for place in page.words if place.text.startswith("Baris")]
    assert rows == [f"Baris {number}" for number in range(120)]


@given(st.lists(st.integers(1, 5), min_size=20, max_size=60), st.integers(0, 10))
@settings(max_examples=8, deadline=None)
def test_no_page_ends_with_a_group_or_begins_with_the_total(sizes: list[int], shift: int) -> None:
    rows = [line(0, "1,00", "Awal") for _ in range(shift)]
    for group, size in enumerate(sizes):
        rows.append(Row((Cell(f"Sasaran {group}"),), Look.GROUP, 3))
        rows += [line(number, "1,00", "Isi " * 12) for number in range(size)]
    made = pages(*rows, Row((Cell("Jumlah"), Cell("1,00")), Look.TOTAL, 2))
    for page in made:
        inside = [place.text for place in page.words if page.find("Angka").top < place.top < 298]
        names = [text for text in inside if text.startswith(("Sasaran", "Isi", "Jumlah", "Awal"))]
        assert not names[-1].startswith("Sasaran")
        assert not names[0].startswith("Jumlah")


@pytest.mark.parametrize("notes", [0, 12])
@pytest.mark.parametrize("rows", range(28, 60, 7))
def test_the_last_turned_page_is_no_fuller_than_the_one_before(rows: int, notes: int) -> None:
    wide = landscape(Kertas.A4, bound=True)
    told = tuple(f"{n}) Catatan yang menjelaskan angka pada tabel ini." for n in range(1, notes + 1))
    table = flow_table(Tabel(COLUMNS, tuple(line(n, "1,00") for n in range(rows)), "Tabel 1. Uji", notes=told), wide)
    made = read_pages(render_pages(naskah(), [*turn(TURNED), table], Layout()))
    *_, before, last = [[p for p in page.words if p.text.startswith("Baris")] for page in made if page.words]
    assert len(last) >= 2
    assert len(before) >= len(last)


def test_row_does_not_break() -> None:
    text = "Kata " * 180
    made = pages(*(Row(texts(str(number), f"Mulai {number} {text} selesai", "1,00")) for number in range(12)))
    for page in made:
        assert page.text.count("Mulai") == page.text.count("selesai")


def test_cell_taller_than_two_thirds_of_a_page_goes_over_in_lines() -> None:
    words = " ".join(f"kata{number}" for number in range(3000))
    made = pages(line(1, "1,00"), Row(texts("2", words, "2,00")), line(3, "3,00"))
    printed = " ".join(page.text for page in made).split()
    assert [word for word in printed if word.startswith("kata")] == words.split()
    lines = sorted(place.top for place in made[1].words if "kata" in place.text)
    steps = {round(below - above, 2) for above, below in pairwise(lines)}
    assert steps == {round(11.2 / MM, 2)}


def test_last_rows_that_no_page_holds_together_part() -> None:
    tall = Row(texts("1", "kata panjang " * 250, "1,00"))
    made = pages(tall, tall)
    assert sum(page.text.count("kata") for page in made) == 500


def test_groups_without_rows_of_their_own_part_between_them() -> None:
    made = pages(*(Row(texts(str(n), f"Program {n}", "1,00"), Look.GROUP) for n in range(90)))
    assert sum(page.text.count("Program ") for page in made) == 90
    assert len(made) < 4


def test_rows_that_are_kept_together_part_where_no_page_holds_them() -> None:
    made = pages(*(Row(texts(str(n), f"Baris {n}", "1,00"), keep=True) for n in range(90)))
    assert sum(page.text.count("Baris ") for page in made) == 90


def test_notes_never_stand_without_a_row() -> None:
    for rows in range(44, 54):
        made = pages(*(line(number, "1,00") for number in range(rows)), notes=("1) Catatan panjang. " * 30,))
        assert "Baris" in made[-1].text
        assert "1) Catatan" in made[-1].text


def test_notes_longer_than_a_page_are_printed_all_the_same() -> None:
    made = pages(line(1, "1,00"), notes=("1) " + "alasan " * 4000,))
    assert " ".join(page.text for page in made).split().count("alasan") == 4000


# --- widths ------------------------------------------------------------------------------------


def test_text_columns_share_the_difference_and_figures_keep_their_width() -> None:
    columns = (Column("No", 8, Kind.CENTRED), Column("A", 90), Column("B", 30), Column("C", 37, Kind.FIGURE))
    assert fit_widths(columns, 165) == [8, 90, 30, 37]
    assert fit_widths(columns, 160) == pytest.approx([8, 90 - 3.75, 30 - 1.25, 37])


def test_table_turns_where_a_text_column_would_be_pressed() -> None:
    columns = (Column("A", 29), Column("B", 100, Kind.FIGURE))
    assert fit_widths(columns, 129) == [29, 100]
    assert fit_widths(columns, 127) is None


@pytest.mark.parametrize("kertas", Kertas)
def test_tables_are_as_wide_as_the_text_of_every_paper(kertas: Kertas) -> None:
    sheet = portrait(kertas)
    table = flow_table(Tabel(COLUMNS, (line(1, "1,00"),)), sheet)
    page = read_pages(render_pages(naskah(kertas=kertas), [table], Layout()))[0]
    box = max((s for s in page.shapes if s.top > 45 and s.bottom < 100), key=lambda s: s.right - s.left)
    assert box.right - box.left == pytest.approx(sheet.text_width, abs=0.01)


def test_landscape_papers_have_the_text_width_of_their_sheet() -> None:
    assert landscape(Kertas.F4).text_width == 290
    assert landscape(Kertas.A4).text_width == 257


def joined(count: int, words: str = "Sasaran bersama") -> list[Row]:
    """Rows below one common text in the second column."""
    return [
        Row((Cell(str(number)), Cell(joined=True) if number else Cell(words), Cell("1,00"))) for number in range(count)
    ]


def test_a_text_over_several_rows_stands_once_without_lines_through_it() -> None:
    (page,) = pages(*joined(4), line(9, "1,00"))
    assert page.text.count("Sasaran bersama") == 1
    words = page.find("Sasaran bersama")
    first, last = page.find("1,00"), [place for place in page.words if place.text == "1,00"][-2]
    assert first.top < words.top < last.top
    crossing = [s for s in page.level_lines() if s.left < words.left < s.right and first.top < s.top < last.top]
    assert not crossing


def test_a_text_over_several_rows_returns_on_every_page() -> None:
    made = pages(*joined(120))
    assert len(made) > 1
    assert all(page.text.count("Sasaran bersama") == 1 for page in made)


def test_a_text_taller_than_its_rows_makes_room_and_one_too_tall_stands_in_the_first() -> None:
    (page,) = pages(*joined(2, "kata panjang " * 40), line(9, "1,00"))
    assert page.text.count("kata") == 40
    made = pages(*joined(3, "kata panjang " * 600))
    assert sum(page.text.count("kata") for page in made) == 600


def test_columns_that_share_a_number_have_it_once() -> None:
    shared = (*COLUMNS[:2], *(Column(c.head, c.width, c.kind, number="3 = 1+2") for c in COLUMNS[2:]))
    (page,) = pages(line(1, "1,00"), columns=shared)
    assert page.text.count("3 = 1+2") == 1


def test_codes_of_a_budget_keep_their_width_on_a_wider_sheet_and_money_has_room() -> None:
    widths = fit_widths(money_columns("s.d. TW II"), 280)
    assert widths is not None
    code, nama, _, spent, _ = widths
    assert code < 30 < nama
    billions = text_width("113.090.138.021", cell_style(TABLE.cell, TABLE.cell, bold=True))
    assert billions + 2 * SIDE < spent * mm


def test_short_codes_leave_their_room_to_the_words_beside_them() -> None:
    columns = (Column("Kode", 26, kept=True), Column("Uraian", 99), Column("Pagu", 40, Kind.FIGURE))
    starts = []
    for kode in ("7.01.01.2.01.0001", "A001"):
        (page,) = pages(Row(texts(kode, "Penyediaan gaji", "1")), columns=columns)
        starts.append(page.find("Penyediaan").left)
    long, short = starts
    assert short < long - 8
