"""Sheets, margins, letterhead, code zone, page numbers: where things stand on a page."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from PIL import Image
from reportlab.platypus import Flowable

from kinerja_desktop.documents import watching
from kinerja_desktop.documents.blocks import TitleBlock, body
from kinerja_desktop.documents.contents import CONTENTS, ContentsLine, ContentsList
from kinerja_desktop.documents.page import PLAIN, TURNED, Layout, render_pages, turn
from kinerja_desktop.documents.qr import QrMaker
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.laporan import Naskah
from tests.documents.reading import MM, Page, read_pages
from tests.documents.samples import KELARA, LACKING, QR, draft, naskah

SIZES = {Kertas.F4: (215, 330), Kertas.F4_210: (210, 330), Kertas.A4: (210, 297)}
WORDS = "Seksi memantau sepuluh desa dan kelurahan setiap bulan. " * 40


def pages(paper: Naskah, *, layout: Layout | None = None) -> tuple[Page, ...]:
    """A first page, a second one, and one turned."""
    story: list[Flowable] = [TitleBlock(paper, [paper.judul]), *body([WORDS] * 6), *turn(TURNED), *body([WORDS])]
    return read_pages(render_pages(paper, [*story, *turn(PLAIN), *body([WORDS])], layout or Layout(running=("L", "R"))))


@pytest.mark.parametrize("kertas", Kertas)
def test_pages_have_the_size_of_their_paper(kertas: Kertas) -> None:
    sizes = [(round(page.width), round(page.height)) for page in pages(naskah(kertas=kertas))]
    upright = SIZES[kertas]
    assert set(sizes) == {upright, upright[::-1]}


def test_who_waits_sees_the_pages_pass_by_and_may_end_it() -> None:
    told: list[tuple[int, int]] = []
    with watching.watched(lambda page, pages, _: told.append((page, pages))):
        made = len(pages(naskah()))
    assert [page for page, known in told if known == 0] == list(range(1, made + 1)), "first nothing is known"
    assert {known for page, known in told if page == 1} <= {0, made}

    def stop(page: int, *_: object) -> None:
        if page > 1:
            raise KeyError

    with watching.watched(stop), pytest.raises(KeyError):
        pages(naskah())
    assert len(pages(naskah())) == made, "nobody watches any more"


@pytest.mark.parametrize("kertas", Kertas)
def test_text_keeps_its_margins(kertas: Kertas) -> None:
    for page in pages(naskah(kertas=kertas)):
        left, right = (30, 20) if page.height > page.width else (20, 20)
        assert min(place.left for place in page.words) >= left - 0.01
        assert max(place.right for place in page.words) <= page.width - right + 0.01
        text = [place for place in page.words if "desa" in place.text or "Seksi" in place.text]
        assert max(place.bottom for place in text) <= page.height - 32


LONG_OFFICE = replace(
    KELARA,
    nama="Kecamatan Kepulauan Umpama Selatan Barat Daya",
    kabupaten="Kabupaten Contoh Kepulauan Pangkajene Raya",
    alamat="Jl. Pendidikan Contoh Nomor 123, Kompleks Perkantoran Bersama, Kelurahan Umpama Jaya, "
    "Telepon (0411) 1234567, pos-el kecamatan.umpama@contoh.go.id, 92371",
)
LONG_HEADS = ("Lembar Disposisi Langkah 1 SOP Seksi Ketenteraman dan Ketertiban Umum Triwulan III", LONG_OFFICE.nama)


@pytest.mark.parametrize("kertas", Kertas)
def test_an_office_with_long_names_keeps_the_margins(kertas: Kertas) -> None:
    paper = naskah(f"{LONG_HEADS[0]} Tahun 2026", instansi=LONG_OFFICE, kertas=kertas)
    for page in pages(paper, layout=Layout(running=LONG_HEADS)):
        left, right = (30, 20) if page.height > page.width else (20, 20)
        assert min(place.left for place in page.words) >= left - 0.01
        assert max(place.right for place in page.words) <= page.width - right + 0.01
        assert LONG_OFFICE.nama in " ".join(page.text.split())


def test_names_too_long_for_a_line_beside_the_code_stand_on_two() -> None:
    jenis = "Lembar Disposisi \N{EN DASH} Langkah 1 SOP \N{EN DASH} Seksi Ketenteraman dan Ketertiban Umum Triwulan III"
    first, *_ = pages(naskah(jenis, instansi=LONG_OFFICE))
    assert first.find(jenis).top < first.find(LONG_OFFICE.nama).top < first.find("Keaslian").top < first.height - 12


def test_the_parts_of_a_running_head_never_run_into_each_other() -> None:
    page = pages(naskah(), layout=Layout(running=LONG_HEADS))[1]
    heads = [place for place in page.words if place.top < 24]
    assert heads[0].text.startswith(LONG_HEADS[0])
    assert all(left.right < right.left for left, right in pairwise(heads))


def test_a_long_address_takes_a_second_line_in_readable_type() -> None:
    first, *_ = pages(naskah(instansi=LONG_OFFICE))
    lines = [place for place in first.words if "Pendidikan" in place.text or "92371" in place.text]
    assert len(lines) == 2
    assert lines[0].bottom < lines[1].bottom < 15 + 23 + 2.4
    assert lines[1].bottom - lines[0].bottom == pytest.approx(8.4 / MM, abs=0.1)


def test_nothing_is_printed_within_ten_millimetres_of_an_edge() -> None:
    for page in pages(naskah()):
        for place in (*page.words, *page.shapes):
            assert place.left >= 10
            assert place.right <= page.width - 10
            assert place.top >= 10
            assert place.bottom <= page.height - 10


def test_letterhead_stands_on_the_first_page_alone() -> None:
    first, *others = pages(naskah())
    assert "KECAMATAN KELARA" in first.text
    assert "PEMERINTAH" not in "".join(page.text for page in others)


def test_double_rule_of_the_letterhead() -> None:
    thick, thin = (line for line in pages(naskah())[0].level_lines() if line.top < 50)
    assert (thick.weight, thin.weight) == (2.25, 0.75)
    assert thick.top == pytest.approx(15 + 23 + 2.4, abs=0.01)
    assert thin.top - thick.top == pytest.approx(2.6 * 25.4 / 72, abs=0.01)
    assert thick.left == pytest.approx(30, abs=0.01)
    assert thick.right == pytest.approx(195, abs=0.01)


@pytest.mark.parametrize(("lambang", "start"), [(b"of a file that went bad", 49), (None, 30)])
def test_letterhead_lines_are_centred_beside_the_lambang_or_on_the_page(lambang: bytes | None, start: int) -> None:
    first = pages(naskah(instansi=replace(naskah().instansi, lambang=lambang)))[0]
    for words in ("PEMERINTAH", "KECAMATAN KELARA", "Jl. Poros"):
        place = first.find(words)
        assert (place.left + place.right) / 2 == pytest.approx((start + 195) / 2, abs=0.1)


def test_title_stands_below_the_rule_and_number_below_the_title() -> None:
    first = pages(naskah())[0]
    title, number = first.find("LAPORAN KINERJA"), first.find("Nomor: ")
    assert title.top - 41.3 == pytest.approx(9, abs=0.1)
    assert number.top - title.top == pytest.approx(5.5, abs=0.1)


def test_pending_number_leaves_room_for_the_hand() -> None:
    first = pages(naskah(nomor=None))[0]
    before, after = first.find("Nomor: 000.7.2.8/"), first.find("/KEC-KLR/VII/2026")
    assert after.left - before.right == pytest.approx(18, abs=0.3)


def test_other_pages_begin_at_25_and_turned_ones_at_30_below_the_edge() -> None:
    _, second, *_ = all_pages = pages(naskah())
    turned = next(page for page in all_pages if page.width > page.height)
    for page, top in ((second, 25), (turned, 30)):
        rule = min(line.top for line in page.level_lines())
        assert rule == pytest.approx(top - 3.4, abs=0.01)
        assert page.find("L").top < rule < page.find("desa").top


def test_running_head_begins_on_page_two() -> None:
    first, second, *_ = pages(naskah())
    assert "L" not in [place.text for place in first.words]
    assert {"L", "R"} <= {place.text for place in second.words}


@pytest.mark.parametrize("page_number", [0, 1, 3])
def test_qr_is_sixteen_millimetres_at_the_left_edge_of_the_text(page_number: int) -> None:
    page = pages(naskah())[page_number]
    left = 30 if page.height > page.width else 20
    modules = [s for s in page.shapes if s.filled and s.top > page.height - 30 and s.right < left + 17]
    assert min(s.left for s in modules) == pytest.approx(left, abs=0.01)
    assert max(s.right for s in modules) == pytest.approx(left + 16, abs=0.01)
    assert min(s.top for s in modules) == pytest.approx(page.height - 28, abs=0.01)
    assert max(s.bottom for s in modules) == pytest.approx(page.height - 12, abs=0.01)


@pytest.mark.parametrize(("signs", "modules"), [(115, 37), (150, 41), (178, 45)])
def test_qr_modules_stay_large_enough_for_a_photocopy(signs: int, modules: int) -> None:
    matrix = QrMaker().modules((QR * 2)[:signs])
    assert len(matrix) == modules
    assert 16 / len(matrix) >= 0.35


def test_code_zone_names_paper_number_and_version() -> None:
    text = pages(naskah())[1].text
    assert "R5WN-7CJX-4HQE" in text
    assert "Laporan Kinerja Triwulan II Tahun 2026 \N{EN DASH} Kecamatan Kelara" in text
    assert "Nomor 000.7.2.8/027/KEC-KLR/VII/2026 · versi 1" in text
    assert "Bukan tanda tangan elektronik tersertifikasi." in text


def test_code_is_set_in_the_typewriter_face() -> None:
    assert pages(naskah())[0].find("R5WN-7CJX-4HQE").font == "RobotoMono-Bold"


def test_every_page_says_its_number_and_the_number_of_pages() -> None:
    made = pages(naskah())
    assert [page.label for page in made] == [f"Halaman {n} dari {len(made)}" for n in range(1, len(made) + 1)]


def test_draft_has_no_number_and_no_code_and_says_so() -> None:
    for page in pages(draft(naskah())):
        assert "DRAF" in page.text
        assert "Draf, belum ditetapkan · dicetak 14 Juli 2026 pukul 10.42 WITA" in page.text
        assert "000.7.2.8" not in page.text
        assert "R5WN" not in page.text
        assert not [s for s in page.shapes if s.filled and s.top > page.height - 30]


def test_draft_lists_above_its_title_what_is_missing() -> None:
    first = pages(draft(naskah()))[0]
    title = first.find("LAPORAN KINERJA")
    for words in LACKING:
        assert first.find(words[:30]).top < title.top


def test_practice_paper_is_marked_and_keeps_its_code() -> None:
    for page in pages(naskah(latihan=True)):
        assert "LATIHAN" in page.text
        assert "R5WN-7CJX-4HQE" in page.text


def test_unreadable_lambang_leaves_its_room_empty() -> None:
    paper = naskah()
    broken = replace(paper, instansi=replace(paper.instansi, lambang=b"not an image"))
    assert pages(broken)[0].text == pages(paper)[0].text


def test_a_line_of_the_contents_longer_than_a_page_goes_on_on_the_next() -> None:
    listed = ContentsList(CONTENTS)
    listed.notify(CONTENTS, ContentsLine(2, " ".join(["Nama"] * 800), "7", "bab"))
    listed.beforeBuild()
    (line,) = listed.split(300, 500)
    whole = line.wrap(300, 500)[1]
    begun, rest = line.split(300, 500)
    assert begun.wrap(300, 500)[1] <= 500 < whole
    assert rest.wrap(300, 500)[1] == pytest.approx(whole - begun.height)


def test_landscape_paper_of_its_own_has_its_letterhead_at_17_and_goes_on_at_25() -> None:
    story: list[Flowable] = [TitleBlock(naskah(), ["Rencana Aksi"]), *body([WORDS] * 6)]
    first, second, *_ = read_pages(render_pages(naskah(), story, Layout(turned=True, running=("L", "R"))))
    assert (round(first.width), round(first.height)) == (330, 215)
    thick = min(line.top for line in first.level_lines())
    assert thick == pytest.approx(17 + 23 + 2.4, abs=0.01)
    assert min(line.top for line in second.level_lines()) == pytest.approx(25 - 3.4, abs=0.01)


def test_lambang_is_printed_in_greys_where_the_office_asks_for_it() -> None:
    drawn = BytesIO()
    Image.new("RGB", (8, 8), (200, 20, 20)).save(drawn, "PNG")
    office = replace(naskah().instansi, lambang=drawn.getvalue())

    def spaces(*, grey: bool) -> set[str]:
        made = render_pages(naskah(instansi=replace(office, lambang_hitam=grey)), body(["Isi."]), Layout())
        with pikepdf.open(BytesIO(made)) as pdf:
            return {str(picture.ColorSpace) for picture in pdf.pages[0].get_images().values()}

    assert spaces(grey=False) == {"/DeviceRGB"}
    assert spaces(grey=True) == {"/DeviceGray"}
