from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import archive, quarterly, search
from kinerja_desktop.services.archive import BarisArsip
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.archive.tab import ArchivePage, make
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.listing import Listing
from kinerja_desktop.ui.widgets.pdf_pages import PdfPages
from tests.ui.kantor import TW1, Kantor
from tests.ui.pages import NARROW, WIDE, cut_texts, labels, open_page, part, press
from tests.ui.scenes import copied, opening


def archived() -> Kantor:
    """The Laporan Triwulan I is fixed and filed."""
    kantor = copied(opening)
    ctx = kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN)
    view = quarterly.load(ctx, TW1)
    quarterly.fix(ctx, TW1, view.pilihan, seen=view.versi)
    return kantor


@pytest.fixture
def kantor() -> Kantor:
    return archived()


@pytest.fixture
def page(qtbot: QtBot, kantor: Kantor) -> ArchivePage:
    return open_page(qtbot, make, kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN))


def listing(page: ArchivePage) -> Listing[BarisArsip]:
    return part(page, Listing, "daftar_arsip")


def test_the_list_keeps_the_rules_of_models(page: ArchivePage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(listing(page).things)


def test_a_paper_is_found_by_its_code_and_its_facts_are_told(page: ArchivePage) -> None:
    first = listing(page).current()
    assert first is not None
    page.show_item(first.kode)
    found = listing(page).current()
    assert found == first
    assert first.nomor in labels(page)


def test_what_is_not_there_is_told(qtbot: QtBot, page: ArchivePage) -> None:
    field = part(page, QLineEdit, "cari")
    qtbot.keyClicks(field, "tidak mungkin ada")
    qtbot.waitUntil(lambda: "Tidak ada yang cocok" in labels(page))
    assert page.go_back()
    qtbot.waitUntil(lambda: listing(page).isVisible())


def test_the_same_bytes_are_saved_again(
    qtbot: QtBot, page: ArchivePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "salinan.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    press(qtbot, page, "simpan_pdf")
    assert target.read_bytes() == page._bytes()


def test_the_place_of_the_sheet_stays_empty_until_somebody_notes_it(page: ArchivePage) -> None:
    assert "belum dicatat" in labels(page)


def test_a_column_orders_all_papers_of_which_a_page_is_seen(page: ArchivePage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[archive.Susunan | None] = []
    real = archive.load

    def load(
        ctx: Context, saringan: archive.Saringan, halaman: int, susunan: archive.Susunan | None
    ) -> archive.ArsipView:
        asked.append(susunan)
        return real(ctx, saringan, halaman, susunan)

    monkeypatch.setattr(archive, "load", load)
    listing(page).horizontalHeader().setSortIndicator(4, Qt.SortOrder.DescendingOrder)
    assert asked == [archive.Susunan(archive.Kolom.HALAMAN, turun=True)]
    listing(page).tools.reset()
    assert asked[-1] is None


def test_the_search_of_the_header_leads_here(kantor: Kantor, page: ArchivePage) -> None:
    found = search.find(kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN), "laporan kinerja triwulan")[0]
    assert found.tab == ("arsip",)
    page.show_item(found.butir)
    shown = listing(page).current()
    assert shown is not None
    assert shown.judul == found.judul


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["100%", "125%"])
def test_nothing_is_cut(qtbot: QtBot, kantor: Kantor, size: object) -> None:
    page = open_page(qtbot, make, kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN), size=size)  # type: ignore[arg-type]
    assert cut_texts(page) == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["100%", "125%"])
def test_an_opened_paper_is_seen_in_its_whole_width(qtbot: QtBot, kantor: Kantor, size: object) -> None:
    page = open_page(qtbot, make, kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN), size=size)  # type: ignore[arg-type]
    seen: list[bool] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        (pages,) = dialog.findChildren(PdfPages)
        QApplication.processEvents()  # the layout comes to rest step by step
        seen.append(dialog.rect().contains(QRect(pages.mapTo(dialog, QPoint()), pages.size())))
        seen.append(dialog.width() < page.width())
        dialog.reject()

    QTimer.singleShot(0, look)
    press(qtbot, page, "buka")
    assert seen == [True, True]
