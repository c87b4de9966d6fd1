"""What the end of a page may not part: headings and their text, closing words and signature."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reportlab.platypus import Flowable

from kinerja_desktop.documents.blocks import body, heading, leading
from kinerja_desktop.documents.columns import Column, Look, Row, Tabel, texts
from kinerja_desktop.documents.keep import Closing, ClosingChapter, ClosingTable
from kinerja_desktop.documents.page import Layout, render_pages
from kinerja_desktop.documents.signature import BLOCK, ParafBoxes, SignatureBlock, Signer
from kinerja_desktop.documents.style import WIDE_TABLE, landscape, portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.laporan import Penandatangan
from tests.documents.reading import Page, read_pages
from tests.documents.samples import CAMAT, KASUBAG, naskah

SENTENCE = "Kantor memantau sepuluh desa dan kelurahan setiap bulan. "
LENGTHS = st.integers(1, 60)


def pages(*story: Flowable) -> tuple[Page, ...]:
    """A paper of these flowables."""
    return read_pages(render_pages(naskah(), list(story), Layout()))


def closing(*counts: int) -> list[Flowable]:
    """Paragraphs of so many sentences and a signature."""
    paragraphs = body([SENTENCE * count for count in counts])
    return [*paragraphs[:-2], Closing(paragraphs, SignatureBlock(naskah(), Signer(CAMAT)))]


def test_the_white_above_a_signature_gives_way_before_the_page_ends() -> None:
    def length(above: float) -> int:
        block = SignatureBlock(naskah(), Signer(CAMAT))
        block.spaceBefore = above
        made = (len(pages(*body(["Baris."] * n), Closing(body(["Akhir."]), block))) for n in range(1, 60))
        return next(n for n, count in enumerate(made, 1) if count > 1)

    assert length(SignatureBlock(naskah(), Signer(CAMAT)).getSpaceBefore()) == length(8.0)


def page_of(made: tuple[Page, ...], words: str) -> Page:
    return next(page for page in made if words in page.text)


@given(st.integers(20, 45))
@settings(max_examples=12, deadline=None)
def test_words_that_lead_to_a_table_stay_with_it(count: int) -> None:
    table = flow_table(
        Tabel((Column("Uraian", 165),), tuple(Row(texts(f"Baris {n}")) for n in range(6))), portrait(Kertas.F4)
    )
    made = pages(*body([SENTENCE] * count), heading("C. Rekapitulasi"), *leading(["Semua langkah tepat."]), table)
    page = page_of(made, "C. Rekapitulasi")
    assert "Semua langkah tepat." in page.text
    assert "Baris 1" in page.text


@pytest.mark.parametrize("count", [25, 28])
def test_a_tall_row_below_the_head_of_its_group_gives_its_last_lines_to_the_signature(count: int) -> None:
    rows = (Row(texts("Sasaran I"), Look.GROUP, 2), Row(texts("1", "\n".join(f"langkah {n}" for n in range(count)))))
    table = flow_table(Tabel((Column("No", 10), Column("Aksi", 280)), rows, type=WIDE_TABLE), landscape(Kertas.F4))
    story: list[Flowable] = [*body(["Pengantar."] * 6), ClosingTable(table, SignatureBlock(naskah(), Signer(CAMAT)))]
    made = read_pages(render_pages(naskah(), story, Layout(turned=True)))
    signed = page_of(made, "NIP 19700101")
    assert "langkah" in signed.text
    assert sum(page.text.count("langkah") for page in made) == count


def test_many_lines_of_a_title_leave_room_for_the_pen_also_beside_words_above_the_other() -> None:
    title = ("a.n. CAMAT KELARA", "SEKRETARIS CAMAT", "u.b.", "KEPALA SUBBAGIAN PERENCANAAN DAN KEUANGAN,")
    (page,) = pages(
        SignatureBlock(naskah(), Signer(replace(KASUBAG, baris_jabatan=title)), Signer(CAMAT, "Mengetahui,"))
    )
    assert page.find("NURHAYATI").top - page.find("DAN KEUANGAN,").top >= 18


LONG_NAME = "Dr. Ir. H. Muhammad Contoh Wahiduddin Umpamanegara Ibaratwijaya, S.STP., M.Si., CGCAE"


def test_a_name_wider_than_its_block_goes_on_in_readable_lines() -> None:
    signer = Signer(replace(CAMAT, nama=LONG_NAME))
    (page,) = pages(SignatureBlock(naskah(), signer))
    parts = ("Dr.", "WAHID", "IBARAT", "S.STP.")
    printed = [place for place in page.words if any(part in place.text for part in parts)]
    assert " ".join(" ".join(place.text for place in printed).upper().split()) == LONG_NAME.upper()
    assert all(place.right <= 195 for place in printed)
    assert printed[0].right - printed[0].left > 40, "as wide as type of 10 points makes it"
    assert max(place.bottom for place in printed) < page.find("Pembina").bottom


@given(st.lists(LENGTHS, min_size=1, max_size=8))
@example([4, 59, 59])
@settings(max_examples=20, deadline=None)
def test_signature_never_stands_alone(counts: list[int]) -> None:
    made = pages(*closing(*counts))
    page = page_of(made, "NIP 19700101")
    above = [place for place in page.words if place.top < page.find("CAMAT KELARA").top and "Kantor" in place.text]
    assert above
    assert page.find("Tolo, 16 Juli 2026").top < page.find("NIP").top < page.height - 32


@given(st.integers(20, 60), st.integers(150, 260))
@settings(max_examples=6, deadline=None)
def test_paragraph_longer_than_a_page_gives_its_last_lines_to_the_signature(first: int, last: int) -> None:
    made = pages(*closing(first, last))
    page = page_of(made, "NIP 19700101")
    signed = page.find("CAMAT KELARA,").top
    lines = [p for p in page.words if p.top < signed and any(word in p.text for word in SENTENCE.split())]
    assert len(lines) >= 2
    printed = " ".join(page.text for page in made).split()
    assert printed.count("Kantor") == first + last


@given(st.integers(1, 120))
@settings(max_examples=20, deadline=None)
def test_signature_below_a_table_keeps_its_last_rows(count: int) -> None:
    rows = tuple(Row(texts(str(n), f"Baris ke-{n}")) for n in range(1, count + 1))
    table = flow_table(Tabel((Column("No", 10), Column("Uraian", 155)), rows), portrait(Kertas.F4))
    made = pages(ClosingTable(table, *body(["Penutup."]), SignatureBlock(naskah(), Signer(CAMAT))))
    page = page_of(made, "NIP 19700101")
    assert page.text.count("Baris ke-") >= min(count, 2)
    assert page.text.count("Penutup.") == 1
    assert page.find("NIP").top < page.height - 32
    assert " ".join(page.text for page in made).count("Baris ke-") == count


def test_no_paragraph_is_lost_before_the_signature() -> None:
    for count in range(1, 30, 4):
        printed = " ".join(page.text for page in pages(*closing(count, count, count))).split()
        assert printed.count("Kantor") == 3 * count


@given(st.integers(1, 70), st.integers(1, 12))
@settings(max_examples=15, deadline=None)
def test_heading_keeps_two_lines_of_its_text(before: int, after: int) -> None:
    story = [
        *body([SENTENCE] * before),
        heading("A. Judul"),
        heading("1. Anak judul", "section"),
        *body([SENTENCE * after]),
    ]
    page = page_of(pages(*story), "A. Judul")
    below = [place for place in page.words if place.top > page.find("1. Anak judul").top and place.top < 298]
    assert len(below) >= min(2, 1 + (after > 1))


@pytest.mark.parametrize("words", [1, 2, 12])
def test_heading_keeps_the_closing_words_that_go_with_the_signature(words: int) -> None:
    for before in range(18, 40, 2):
        story = [*body([SENTENCE] * before), heading("F. Penutup"), *closing(words)]
        page = page_of(pages(*story), "F. Penutup")
        assert any(place.top > page.find("F. Penutup").top for place in page.words if "Kantor" in place.text)


def test_heading_goes_with_a_closing_longer_than_a_page() -> None:
    made = pages(*body([SENTENCE] * 20), heading("F. Penutup"), *closing(40, 200))
    assert " ".join(page.text for page in made).count("F. Penutup") == 1
    assert " ".join(page.text for page in made).split().count("Kantor") == 260


def test_heading_keeps_the_first_rows_of_its_table() -> None:
    table = Tabel((Column("Nama", 165),), tuple(Row(texts(f"Baris {number}")) for number in range(50)), "Tabel 1. Uji")
    for before in range(21, 45, 4):
        story = [*body([SENTENCE] * before), heading("A. Judul"), flow_table(table, portrait(Kertas.F4))]
        page = page_of(pages(*story), "A. Judul")
        assert "Tabel 1. Uji" in page.text
        assert "Baris 0" in page.text


@given(st.integers(15, 48), st.integers(1, 12), st.booleans(), st.booleans())
@settings(max_examples=12, deadline=None)
@example(before=28, lines=3, captioned=True, grouped=True)
def test_a_table_begins_with_two_rows_below_its_heading(
    before: int, lines: int, captioned: bool, grouped: bool
) -> None:
    group = (Row(texts("Golongan"), look=Look.GROUP),) if grouped else ()
    rows = tuple(Row(texts(f"Baris {number} " + "kata " * 17 * lines)) for number in range(12))
    table = Tabel((Column("Kepala", 165),), (*group, *rows), "Tabel 1. Uji" if captioned else "", source="Sumber: uji")
    story = [*body([SENTENCE] * before), heading("A. Judul"), flow_table(table, portrait(Kertas.F4))]
    page = page_of(pages(*story), "A. Judul")
    above, head, first, second = (page.find(words) for words in ("A. Judul", "Kepala", "Baris 0", "Baris 1"))
    assert above.top < head.top < first.top < second.top < page.height - 30


# --- signature block -----------------------------------------------------------------------------


def test_single_signer_stands_at_the_right_with_room_for_pen_and_stamp() -> None:
    page = pages(*closing(1, 1))[0]
    title, name = page.find("CAMAT KELARA,"), page.find("H. UMPAMA")
    assert title.left == pytest.approx(195 - BLOCK, abs=0.05)
    assert name.top - title.top == pytest.approx(25 + 11 * 0.716 * 25.4 / 72, abs=0.3)
    beside = [p for p in page.words if title.top < p.top < name.top]
    assert not beside
    assert name.left - 30 >= 35


def test_two_names_stand_on_one_line_though_one_title_takes_two() -> None:
    block = SignatureBlock(naskah(), Signer(KASUBAG), Signer(CAMAT, "Mengetahui,"))
    page = pages(*body([SENTENCE]), block)[0]
    assert page.find("H. UMPAMA").top == pytest.approx(page.find("NURHAYATI").top)
    assert page.find("CAMAT KELARA").left == pytest.approx(36, abs=0.05)
    assert page.find("Mengetahui,").top < page.find("CAMAT KELARA").top
    assert page.find("KASUBAG").left == pytest.approx(122, abs=0.05)


def test_third_signer_stands_centred_below() -> None:
    block = SignatureBlock(naskah(), Signer(KASUBAG), Signer(CAMAT), Signer(CAMAT, "Mengetahui,"))
    page = pages(*body([SENTENCE]), block)[0]
    third = [p for p in page.words if "H. UMPAMA" in p.text][-1]
    assert third.top > page.find("NURHAYATI").top
    assert third.left == pytest.approx(30 + (165 - BLOCK) / 2, abs=0.05)


def test_blank_day_leaves_room_before_the_month() -> None:
    block = SignatureBlock(naskah(tanggal=None), Signer(CAMAT))
    page = pages(*body([SENTENCE]), block)[0]
    place, month = (next(p for p in page.words if p.text == text) for text in ("Tolo,", "Juli 2026"))
    assert month.left - place.right == pytest.approx(25, abs=0.3)


def test_an_unknown_month_leaves_a_line_for_the_date() -> None:
    block = SignatureBlock(naskah(tanggal=None, bulan_tahun=""), Signer(CAMAT))
    page = pages(*body([SENTENCE]), block)[0]
    line = next(p for p in page.words if p.text.startswith("Tolo,"))
    assert line.text.endswith("....")
    assert line.right <= 30 + 165


@pytest.mark.parametrize("nama", ["Dr. H. ANDI UMPAMA TELADAN PERUMPAMAAN, S.STP., M.Si., M.A.P., Ph.D.", "A" * 70])
def test_long_name_is_never_cut(nama: str) -> None:
    official = Penandatangan(("CAMAT KELARA,",), nama, None, None)
    page = pages(*body([SENTENCE]), SignatureBlock(naskah(), Signer(official)))[0]
    printed = "".join(p.text for p in page.words if p.top > page.find("CAMAT KELARA").top and p.top < 298)
    assert printed.replace(" ", "") == nama.replace(" ", "")
    assert max(p.right for p in page.words) <= 195.05


def test_elected_signer_has_neither_rank_nor_nip() -> None:
    bupati = Penandatangan(("BUPATI JENEPONTO,",), "Drs. H. MISAL PERCONTOHAN, M.M.")
    page = pages(*body([SENTENCE]), SignatureBlock(naskah(), Signer(bupati)))[0]
    assert "NIP" not in page.text


def test_long_title_goes_over_to_a_second_line_and_keeps_the_names_level() -> None:
    long = Penandatangan(("KEPALA SEKSI PEMBERDAYAAN MASYARAKAT DAN DESA,",), "MUHAMMAD KIASAN, S.Sos.", "Penata")
    page = pages(*body([SENTENCE]), SignatureBlock(naskah(), Signer(long), Signer(CAMAT, "Menyetujui,")))[0]
    assert max(place.right for place in page.words) <= 195.05
    assert page.find("H. UMPAMA").top == pytest.approx(page.find("MUHAMMAD KIASAN").top)


def test_name_is_in_capitals_and_its_titles_are_not() -> None:
    official = Penandatangan(("CAMAT KELARA,",), "Dr. H. Andi Umpama, S.STP., M.Si.")
    page = pages(*body([SENTENCE]), SignatureBlock(naskah(), Signer(official)))[0]
    assert "Dr. H. ANDI UMPAMA, S.STP., M.Si." in page.text


def test_paraf_boxes_stand_lower_left_and_are_three_at_most() -> None:
    boxes = ParafBoxes(("Paraf Sekcam", "Paraf Kasubag Perencanaan", "Paraf Kasi", "Paraf lain"))
    page = pages(*body([SENTENCE]), boxes)[0]
    assert "Paraf lain" not in page.text
    drawn = [s for s in page.shapes if s.right - s.left == pytest.approx(36, abs=0.01) and s.bottom - s.top > 5]
    assert [s.bottom - s.top for s in drawn] == [pytest.approx(11, abs=0.01)] * 3
    assert drawn[0].left == pytest.approx(36, abs=0.05)


@pytest.mark.parametrize("kertas", [Kertas.F4, Kertas.A4])
@pytest.mark.parametrize("before", [0, 1, 5, 20])
@pytest.mark.parametrize("lines", [10, 22, 30, 36, 50, 75, 140])
def test_signature_below_a_tall_last_row_keeps_lines_of_it(kertas: Kertas, before: int, lines: int) -> None:
    paper = naskah(kertas=kertas)
    last = "\n".join(f"Langkah ke-{n}." for n in range(1, lines + 1))
    rows = [Row(texts(str(n), "\n".join(["Baris awal"] * (n % 3 * 9 + 1)))) for n in range(before)]
    rows.append(Row(texts("9", last)))
    table = Tabel(
        (Column("No", 10), Column("Rencana Aksi", 60)), tuple(rows), notes=("Catatan tabel ini.",), type=WIDE_TABLE
    )
    sheet = landscape(kertas)
    story: list[Flowable] = [ClosingTable(flow_table(table, sheet), SignatureBlock(paper, Signer(CAMAT)))]
    made = read_pages(render_pages(paper, story, Layout(turned=True)))
    page = page_of(made, "NIP 19700101")
    assert "Langkah ke-" in page.text
    assert "Catatan tabel ini." in page.text
    assert page.find("NIP").top < page.height - 32
    assert " ".join(p.text for p in made).count("Langkah ke-") == lines


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("count", [20, 23, 25, 26, 43, 44, 46, 47, 48])
def test_a_table_with_pages_to_itself_ends_on_more_than_a_row(count: int, *, turned: bool) -> None:
    rows = tuple(Row(texts(str(n), f"Baris{n}.")) for n in range(1, count + 1))
    table = Tabel((Column("No", 10), Column("Uraian", 60)), rows, "Tabel 1. Uraian", last=True)
    sheet = landscape(Kertas.F4) if turned else portrait(Kertas.F4)
    made = read_pages(render_pages(naskah(), [flow_table(table, sheet)], Layout(turned=turned)))
    held = [page.text.count("Baris") for page in made]
    assert sum(held) == count
    assert len(held) == 1 or held[-1] >= 5


@pytest.mark.parametrize(("count", "held"), [(15, [13, 2]), (30, [13, 15, 2])])
def test_a_turned_table_above_a_signature_fills_the_pages_before_it(count: int, held: list[int]) -> None:
    rows = tuple(Row(texts(str(n), f"Baris{n}.\nkata")) for n in range(1, count + 1))
    table = flow_table(Tabel((Column("No", 10), Column("Uraian", 60)), rows), landscape(Kertas.F4))
    story = [ClosingTable(table, SignatureBlock(naskah(), Signer(CAMAT)))]
    made = read_pages(render_pages(naskah(), story, Layout(turned=True)))
    assert [page.text.count("Baris") for page in made] == held


@pytest.mark.parametrize("groups", [(2,), (1, 1)])
def test_two_rows_are_parted_where_much_of_a_page_would_stay_empty_above_their_signature(
    groups: tuple[int, ...],
) -> None:
    head = Row(texts("Sasaran"), Look.GROUP, 2)
    rows = tuple(row for n in groups for row in (head, *[Row(texts("1", "Baris"), least=18.0)] * n))

    def held(words: int) -> tuple[int, ...]:
        table = flow_table(Tabel((Column("No", 10), Column("Uraian", 60)), rows), landscape(Kertas.F4))
        story = [*body(["Kata."] * words), ClosingTable(table, SignatureBlock(naskah(), Signer(CAMAT)))]
        made = read_pages(render_pages(naskah(), story, Layout(turned=True)))
        return tuple(page.text.count("Baris") for page in made)

    shapes = [held(words) for words in range(1, 14)]
    assert list(dict.fromkeys(shapes)) == [(2,), (1, 1), (0, 2)]


def test_a_short_table_is_parted_where_much_of_a_page_would_stay_empty_above_its_signature() -> None:
    rows = tuple(Row(texts(str(n), "Baris\nkata\nkata")) for n in range(4))

    def held(words: int) -> tuple[int, ...]:
        table = flow_table(Tabel((Column("No", 10), Column("Uraian", 60)), rows), portrait(Kertas.F4))
        made = pages(*body(["Kata."] * words), ClosingTable(table, SignatureBlock(naskah(), Signer(CAMAT))))
        return tuple(page.text.count("Baris") for page in made)

    shapes = [held(words) for words in range(12, 32)]
    assert list(dict.fromkeys(shapes)) == [(4,), (2, 2), (0, 4)]


def test_a_table_parted_above_a_signature_goes_on_on_the_next_page() -> None:
    rows = [Row(texts(str(n), "Baris"), least=18.0 if n > 3 else 0.0) for n in range(1, 6)]

    def held(words: int) -> tuple[int, ...]:
        table = flow_table(Tabel((Column("Urut", 10), Column("Uraian", 60)), tuple(rows)), landscape(Kertas.F4))
        story = [*body(["Kata."] * words), ClosingTable(table, SignatureBlock(naskah(), Signer(CAMAT)))]
        made = read_pages(render_pages(naskah(), story, Layout(turned=True)))
        assert all(page.text.count("Urut") <= 1 for page in made)
        return tuple(page.text.count("Baris") for page in made)

    assert (3, 2) in {held(words) for words in range(1, 14)}


def penutup() -> tuple[Flowable, list[Flowable], Flowable]:
    """The parts of a closing chapter."""
    return heading("VII. PENUTUP"), [*body(["Akhir."])], SignatureBlock(naskah(), Signer(CAMAT))


@pytest.mark.parametrize("count", [3, 9])
def test_a_closing_chapter_never_stands_alone_below_its_table(count: int) -> None:
    rows = tuple(Row(texts(str(n), "Baris")) for n in range(count))

    def alone(words: int) -> bool:
        table = flow_table(Tabel((Column("No", 10), Column("Uraian", 60)), rows, "Tabel 4. Uji"), portrait(Kertas.F4))
        chapter = ClosingChapter(
            [table], heading("VII. PENUTUP"), body(["Akhir."]), SignatureBlock(naskah(), Signer(CAMAT))
        )
        made = pages(*body(["Kata."] * words), heading("VI. REKOMENDASI"), *body(["Isi."]), chapter)
        assert sum(page.text.count("Baris") for page in made) == count
        page = page_of(made, "VII. PENUTUP")
        assert "UMPAMA" in page.text
        return "Baris" not in page.text

    assert not any(alone(words) for words in range(2, 34))


def test_few_words_go_with_the_closing_chapter() -> None:
    def alone(words: int) -> bool:
        told = [heading("VI. REKOMENDASI"), *body(["Belum ada."])]
        chapter = ClosingChapter(
            told, heading("VII. PENUTUP"), body(["Akhir."]), SignatureBlock(naskah(), Signer(CAMAT))
        )
        return "Belum ada." not in page_of(pages(*body(["Kata."] * words), chapter), "VII. PENUTUP").text

    assert not any(alone(words) for words in range(2, 34))
