"""The SOP's flow chart on its sheet: lines at right angles, through no symbol; where it is parted, letters."""

from dataclasses import replace
from itertools import pairwise

import pytest

from kinerja_desktop.documents.flow_chart import LEAST_ROW, FlowChart, flow_parts
from kinerja_desktop.documents.flow_symbols import SIZE, Point
from kinerja_desktop.documents.page import FORM, Layout, render_pages
from kinerja_desktop.documents.sop_pages import chart_pages
from kinerja_desktop.documents.style import landscape, mm
from kinerja_desktop.domain.bagan_sop import BaganSop, KeadaanSimbol, bagan, with_states
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.sop import SOP_2022
from tests.documents.reading import read_pages
from tests.documents.samples import naskah

PLAIN = bagan(SOP_2022, {})
LIVE = with_states(
    PLAIN, {s.langkah: (KeadaanSimbol.SELESAI, ("14 Jul 09.10", "terlambat 12 hari")) for s in PLAIN.simbol}
)
SHEETS = [landscape(kertas) for kertas in Kertas]


def parts_of(chart: BaganSop, room: float) -> list[FlowChart]:
    """The parts on F4 for a room in millimetres."""
    return flow_parts(chart, SHEETS[0], room * mm)


@pytest.mark.parametrize("sheet", SHEETS, ids=[k.name for k in Kertas])
@pytest.mark.parametrize("chart", [PLAIN, LIVE], ids=["sop", "live"])
def test_lines_run_at_right_angles_and_through_no_symbol(chart: BaganSop, sheet: object) -> None:
    for room in (400, 100):
        for part in flow_parts(chart, sheet, room * mm):  # type: ignore[arg-type]  # ids make the type object
            for arrow in part.places.arrows():
                for start, end in pairwise(arrow.points):
                    assert start[0] == pytest.approx(end[0]) or start[1] == pytest.approx(end[1])
                    assert not [s.langkah for s in part.symbols if _crosses(part, s.langkah, start, end)]


def _crosses(part: FlowChart, langkah: object, start: Point, end: Point) -> bool:
    """True where a line enters a symbol; touching its edge is how it begins and ends."""
    symbol = next(s for s in part.symbols if s.langkah is langkah)
    x, y = part.places.centre[symbol.langkah]
    half, over = SIZE[symbol.bentuk][0] / 2 - 0.1, SIZE[symbol.bentuk][1] / 2 - 0.1
    left, right = sorted((start[0], end[0]))
    foot, top = sorted((start[1], end[1]))
    return left < x + half and right > x - half and foot < y + over and top > y - over


@pytest.mark.parametrize("chart", [PLAIN, LIVE], ids=["sop", "live"])
def test_symbols_stand_inside_their_row_and_column(chart: BaganSop) -> None:
    (part,) = parts_of(chart, 400)
    bands = [part.places.band(row) for row in range(6)]
    for symbol in part.symbols:
        (x, y), (top, height) = part.places.centre[symbol.langkah], bands[symbol.baris]
        assert x == pytest.approx(part.places.middle(symbol.kolom))
        assert top - height < y - SIZE[symbol.bentuk][1] / 2
        assert y + SIZE[symbol.bentuk][1] / 2 < top


def test_rows_are_never_lower_than_a_symbol_needs() -> None:
    (part,) = parts_of(PLAIN, 400)
    assert all(band.height >= LEAST_ROW * mm - 0.01 for band in part.grid.bands)


def test_a_chart_that_must_break_breaks_where_no_way_leads_back() -> None:
    first, second = parts_of(PLAIN, 115)
    assert (len(first.rows), len(second.rows)) == (5, 1)
    assert first.places.pentagons()[0][0] == second.places.pentagons()[0][0] == "A"


def test_a_whole_chart_has_no_pentagon() -> None:
    (part,) = parts_of(PLAIN, 400)
    assert part.places.pentagons() == []


def test_very_long_rows_go_on_as_many_pages_as_they_need() -> None:
    long = replace(PLAIN, baris=tuple(replace(line, kegiatan="kata " * 300) for line in PLAIN.baris))
    assert [len(part.rows) for part in parts_of(long, 125)] == [1] * 6


@pytest.mark.parametrize("kertas", list(Kertas))
def test_the_chart_of_a_late_berkas_stays_on_one_page(kertas: Kertas) -> None:
    """It is never fixed, so its foot needs no room for a code."""
    loose = naskah(kertas=kertas, kode=None, nomor=None)
    chart = chart_pages(loose, LIVE, "PELAKSANAAN SOP", ("Seksi Contoh", "Keadaan"))
    pages = read_pages(render_pages(loose, chart, Layout(first=FORM, turned=True)))
    assert len(pages) == 1
    assert max(place.top for place in pages[0].words) < pages[0].height - 10
