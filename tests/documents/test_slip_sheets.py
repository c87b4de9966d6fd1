"""Filed slips on one sheet: two of them in their own size, the cut line between them, annexes behind."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from kinerja_desktop.documents.lembar_disposisi_pdf import render
from kinerja_desktop.documents.slip_sheets import two_up
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.laporan import LembarDisposisi
from tests.documents.reading import Page, read_pages
from tests.documents.samples import lembar_disposisi, lembar_perintah

MANY = tuple(f"Indikator ke-{number}" for number in range(1, 10))


def on(kertas: Kertas, *slips: LembarDisposisi) -> tuple[Page, ...]:
    return sheets([replace(one, naskah=replace(one.naskah, kertas=kertas)) for one in slips])


def sheets(slips: Sequence[LembarDisposisi]) -> tuple[Page, ...]:
    return read_pages(two_up([render(one) for one in slips]))


@pytest.mark.parametrize("kertas", [Kertas.F4, Kertas.F4_210])
def test_two_slips_stand_on_one_sheet_parted_by_a_dashed_line(kertas: Kertas) -> None:
    (page,) = on(kertas, lembar_disposisi(), lembar_perintah())
    assert [p.text for p in page.words if p.text.startswith("Halaman")] == ["Halaman 1 dari 1"] * 2
    assert [line for line in page.level_lines() if line.top == pytest.approx(165, abs=0.01)]
    assert page.find("KASI PELAYANAN UMUM").top > 165 > page.find("CAMAT KELARA,").top


def test_the_lower_slip_keeps_its_size_and_lies_half_a_page_lower() -> None:
    (alone,) = read_pages(render(lembar_perintah()))
    (page,) = sheets([lembar_disposisi(), lembar_perintah()])
    before, after = alone.find("KASI PELAYANAN UMUM"), page.find("KASI PELAYANAN UMUM")
    assert after.left == pytest.approx(before.left, abs=0.05)
    assert after.right == pytest.approx(before.right, abs=0.05)
    assert after.top - before.top == pytest.approx(165, abs=0.05)
    modules = [s for s in page.shapes if s.filled and s.right < 30 and s.top > 165]
    assert max(s.right for s in modules) - min(s.left for s in modules) == pytest.approx(14.5, abs=0.05)


def test_annexes_follow_in_the_order_of_their_slips() -> None:
    pages = sheets([lembar_disposisi(indikator=MANY), lembar_perintah(indikator=MANY)])
    assert [("K7QM" in page.text, "M3HV" in page.text) for page in pages] == [
        (True, True),
        (True, False),
        (False, True),
    ]
    assert [page.label for page in pages[1:]] == ["Halaman 2 dari 2"] * 2


def test_an_odd_one_stands_alone() -> None:
    first, second = sheets([lembar_disposisi(), lembar_perintah(), lembar_disposisi()])
    assert [page.text.count("LEMBAR DISPOSISI") for page in (first, second)] == [2, 1]


def test_on_a4_each_has_its_page() -> None:
    pages = on(Kertas.A4, lembar_disposisi(), lembar_perintah())
    assert [(round(page.width), round(page.height)) for page in pages] == [(210, 297)] * 2


def test_slips_of_different_paper_do_not_share_a_sheet() -> None:
    narrow = lembar_perintah()
    narrow = replace(narrow, naskah=replace(narrow.naskah, kertas=Kertas.F4_210))
    assert [round(page.width) for page in sheets([lembar_disposisi(), narrow])] == [215, 210]
