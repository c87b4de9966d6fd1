"""An old screen with large text: what is worked at stays in sight, and nothing of it lies off to the side."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.theme import Mode
from kinerja_desktop.ui.widgets.edit_table import EditTable
from kinerja_desktop.ui.widgets.grid.view import GridView
from kinerja_desktop.ui.widgets.segments import Segmented
from kinerja_desktop.ui.widgets.side_panel import Split
from kinerja_desktop.ui.work.reason_link import ReasonLink
from tests.ui import walk
from tests.ui.conftest import InstallTheme
from tests.ui.kantor import Kantor
from tests.ui.pages import part
from tests.ui.painted import faults
from tests.ui.scenes import copied, filling, repairing, reviewing

Opened = Callable[[Kantor, str, Role, str], MainWindow]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    """The window of somebody with a tab in front."""

    def make(kantor: Kantor, who: str, role: Role, tab: str) -> MainWindow:
        window = walk.window_of(kantor.ctx(who, role))
        qtbot.addWidget(window)
        window.open_tab(tab)
        walk.settle()
        return window

    return make


def shown(window: MainWindow, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in window.findChildren(kind) if one.isVisible()]


def grid_of(window: MainWindow) -> GridView:
    return next(one for one in window.page().findChildren(GridView) if one.isVisible())


def rows_in_sight(grid: GridView) -> int:
    """Rows of indikator of which nothing is cut."""
    room = grid.viewport().rect()
    boxes = [
        grid.visualRect(grid.grid.index(at, 1)) for at in range(grid.grid.rowCount()) if not grid.grid.is_group(at)
    ]
    return sum(box.top() >= 0 and box.bottom() <= room.bottom() for box in boxes)


def on_window(part: QWidget) -> QRect:
    return QRect(part.mapTo(part.window(), part.rect().topLeft()), part.size())


def divided(kantor: Kantor) -> Kantor:
    """The plan asks for pembilang and penyebut of 1.1."""
    with kantor.office.store.unit() as unit:
        plan = unit.planning.rencana(2026)
        assert plan is not None
        first, *rest = plan.indikator
        assert first.kode == "1.1"
        named = (replace(first, komponen_pembilang="Tepat waktu", komponen_penyebut="Semua permohonan"), *rest)
        unit.planning.put_rencana(replace(plan, indikator=named))
        unit.commit()
    return kantor


@pytest.mark.parametrize("factor", [1.25, 1.5])
def test_five_rows_of_a_report_under_review_are_in_sight(
    install_theme: InstallTheme, opened: Opened, factor: float
) -> None:
    install_theme(Mode.TERANG, factor)
    window = opened(copied(reviewing), "andi", Role.KABID, "pemeriksaan")
    walk._open_returned(window.page())
    grid = grid_of(window)

    assert rows_in_sight(grid) >= 5
    assert grid.horizontalScrollBar().maximum() == 0


def test_an_open_panel_hides_nothing_of_the_work(install_theme: InstallTheme) -> None:
    install_theme(Mode.TERANG, 1.5)
    found: dict[str, list[str]] = {}
    for name, window in walk.windows():
        for spec in window.tab_specs():
            window.open_tab(spec.key)
            if spec.key == "pemeriksaan":
                walk._open_returned(window.page())
            walk.settle()
            for split in (one for one in window.page().findChildren(Split) if one.isVisible()):
                if not split.is_open():  # as it was left in another window
                    window.page().toggle_panel()
                walk.settle()
                covered = on_window(split._work).intersects(on_window(split._panel))
                found[f"{name} {spec.key}"] = ["covered"] if covered else faults(window)

    assert len(found) > 5
    assert {where: cut for where, cut in found.items() if cut} == {}


@pytest.mark.parametrize("factor", [1.25, 1.5])
def test_why_bahan_cannot_be_handed_in_is_read_and_leads_there(
    qtbot: QtBot, install_theme: InstallTheme, opened: Opened, factor: float
) -> None:
    install_theme(Mode.TERANG, factor)
    window = opened(copied(filling), "budi", Role.ANALIS, "lembar_kerja")
    (why,) = window.page().findChildren(ReasonLink)
    before = grid_of(window).current_row_key()

    assert "salah" in " ".join(why.shown())
    assert "catatan" in " ".join(why.shown())
    qtbot.mouseClick(why, Qt.MouseButton.LeftButton)
    assert grid_of(window).current_row_key() not in {"", before}


@pytest.mark.parametrize("factor", [1.25, 1.5])
@pytest.mark.parametrize("role", [Role.ANALIS, Role.KASUBAG])
def test_a_sheet_with_raw_figures_does_not_scroll_sideways(
    install_theme: InstallTheme, opened: Opened, factor: float, role: Role
) -> None:
    install_theme(Mode.TERANG, factor)
    if role is Role.ANALIS:
        window = opened(divided(copied(filling)), "budi", role, "lembar_kerja")
    else:
        window = opened(divided(copied(repairing)), "siti", role, "laporan_seksi")

    assert grid_of(window).horizontalScrollBar().maximum() == 0
    assert faults(window) == []
    if factor < 1.5:  # there the columns that are typed into, and their results, are wider than what a panel leaves
        window.page().open_panel()
        walk.settle()
        assert grid_of(window).horizontalScrollBar().maximum() == 0


BUDGET = (
    ("7.01", "Program", "Program Penunjang Urusan Pemerintahan Daerah", "", "", *["4.812.345.678"] * 5),
    (
        "7.01.02.2.01.0006",
        "Subkegiatan",
        "Penyusunan Laporan Capaian Kinerja",
        "pelayanan",
        "1.1; 1.2",
        *["12.345.678"] * 5,
    ),
)


def test_the_budget_of_an_office_stands_beside_each_other(install_theme: InstallTheme, opened: Opened) -> None:
    """All ten columns, codes as long as the law has them: whoever fills a row sees its end."""
    install_theme(Mode.TERANG, 1.25)
    window = opened(copied(reviewing), "rahma", Role.KASUBAG_PERENCANAAN, "rencana_kinerja")
    next(
        one for one in part(window, Segmented, "bagian").findChildren(QAbstractButton) if "Anggaran" in one.text()
    ).click()
    table = part(window, EditTable, "anggaran")
    table.set_texts(BUDGET)
    walk.settle()

    assert table.horizontalScrollBar().maximum() == 0
    assert len(table.tools.seen()) == len(BUDGET[0])
    assert faults(window) == []
