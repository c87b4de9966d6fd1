"""Laporan Tahunan: chapters with last year's words, the pages, the number, and a year that is not whole yet."""

from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Status
from kinerja_desktop.services import annual, practice, practice_office, setup
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.reports import LaporanView
from kinerja_desktop.storage import gate
from kinerja_desktop.storage.database import Store
from kinerja_desktop.ui.annual.tab import make
from kinerja_desktop.ui.widgets.strips import Strip
from kinerja_desktop.ui.work import report_page
from kinerja_desktop.ui.work.report_page import ReportPage
from tests.practice_book import BUKU
from tests.ui.chapters import chapter, titles
from tests.ui.kantor import Kantor
from tests.ui.pages import NARROW, WIDE, cut_texts, labels, open_page, part, press

Page = ReportPage[int]
REASON = "Seksi Pemerintahan belum menyerahkan data Triwulan IV."


@cache
def _played(until: datetime) -> Kantor:
    clock = SetClock(practice_office.first_morning(BUKU))
    office = Office(Store.memory(), clock, latihan=True)
    accounts = [setup.FirstAccount(str(p.pengguna), f"latihan-{p.pengguna}") for p in BUKU.pegawai]
    setup.found(office.store, BUKU, accounts, clock=clock, latihan=True)
    practice.play(office, clock, BUKU, lambda _: None, until=until)
    return Kantor(office, clock)


def office_at(bulan: int, hari: int, jam: int = 7, menit: int = 0, *, tahun: int = 2027) -> Kantor:
    """The office as its practice year stands then; a copy of one's own."""
    first = _played(datetime(tahun, bulan, hari, jam, menit, tzinfo=Zona.WITA.tzinfo))
    connection = gate.connect(None)
    with first.office.store.raw() as source:
        source.backup(connection)
    clock = SetClock(first.clock.waktu)
    return Kantor(Office(Store(connection, None), clock, latihan=True), clock)


@pytest.fixture
def kantor() -> Kantor:
    """All quarters of 2026 are fixed, the year is not."""
    return office_at(1, 20)


def shown(qtbot: QtBot, kantor: Kantor, size: QSize = WIDE) -> Page:
    page = open_page(qtbot, make, kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN), size=size)
    period = part(page, QComboBox, "masa")
    period.setCurrentIndex(period.findText("Tahun 2026"))
    page.load()
    return page


def stored(kantor: Kantor) -> LaporanView:
    return annual.load(kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN), 2026)


def test_the_chapters_are_there_and_what_is_typed_is_kept(qtbot: QtBot, kantor: Kantor) -> None:
    page = shown(qtbot, kantor)
    names = " ".join(titles(page))
    assert all(name in names for name in ("Gambaran Umum", "Langkah Perbaikan"))
    field = chapter(page, "Gambaran Umum")
    field.selectAll()
    qtbot.keyClicks(field, "Pendahuluan tahun ini.")
    page.hide()
    assert any(bab.diketik for bab in stored(kantor).bab)
    assert chapter(shown(qtbot, kantor), "Gambaran Umum").toPlainText() == "Pendahuluan tahun ini."


def test_the_year_is_looked_at_numbered_and_saved(
    qtbot: QtBot, kantor: Kantor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "lkjip.pdf"
    monkeypatch.setattr(report_page, "confirm", lambda *_: True)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page = shown(qtbot, kantor)
    press(qtbot, page, "susun")
    assert page.caption().startswith("Pratinjau")
    assert not part(page, QPushButton, "tetapkan").isEnabled()
    part(page, QCheckBox, "sudah_memeriksa").setChecked(True)
    press(qtbot, page, "tetapkan")
    paper = stored(kantor).dokumen
    assert paper is not None
    assert paper.nomor
    press(qtbot, page, "simpan_pdf")
    assert target.read_bytes().startswith(b"%PDF")


def test_a_year_with_a_hole_is_compiled_only_with_a_reason(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    kantor = office_at(1, 13, 8, 28)
    page = shown(qtbot, kantor)
    assert "Seksi Pemerintahan" in part(page, Strip, "kurang").text()
    monkeypatch.setattr(report_page, "ask_reason", lambda *_: None)
    press(qtbot, page, "susun_tanpa")
    assert stored(kantor).status is Status.WAITING
    monkeypatch.setattr(report_page, "ask_reason", lambda *_: REASON)
    press(qtbot, page, "susun_tanpa")
    assert stored(kantor).status is Status.OPEN


def test_nothing_is_forced_while_no_seksi_handed_over(qtbot: QtBot) -> None:
    page = shown(qtbot, office_at(10, 30, tahun=2026))
    assert not part(page, QPushButton, "susun_tanpa").isVisible()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["100%", "125%"])
def test_nothing_is_cut(qtbot: QtBot, kantor: Kantor, size: QSize) -> None:
    page = shown(qtbot, kantor, size)
    assert cut_texts(page) == []
    press(qtbot, page, "susun")
    assert cut_texts(page) == []
    assert "Kertas dan tanda tangan" in labels(page)
