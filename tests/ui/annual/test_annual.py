"""Laporan Tahunan: chapters with last year's words, the pages, the number, and a year that is not whole yet."""

import re
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.isi_laporan import IsiLaporan
from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Status
from kinerja_desktop.services import annual, practice, practice_office, setup
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.compose.bab import ANALISIS
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.printing import Format
from kinerja_desktop.services.reports import LaporanView
from kinerja_desktop.storage import gate
from kinerja_desktop.storage.database import Store
from kinerja_desktop.ui.annual.tab import make
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.widgets.strips import Strip
from kinerja_desktop.ui.work import report_page
from kinerja_desktop.ui.work.report_page import ReportPage
from tests.practice_book import BUKU
from tests.ui.chapters import chapter, current, items, state, titles, tree_of
from tests.ui.impatient import ImpatientRunner
from tests.ui.kantor import Kantor
from tests.ui.pages import NARROW, WIDE, cut_texts, labels, open_page, part, press

T = TypeVar("T")
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


def test_laying_the_report_out_tells_its_pages_and_can_be_cancelled(
    qtbot: QtBot, kantor: Kantor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, runner = tmp_path / "lkjip.docx", ImpatientRunner("halaman 3", "bagian 3 dari")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    ctx = kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN)
    page = make(Desk(lambda: ctx, runner))
    qtbot.addWidget(page)
    page.resize(WIDE)
    page.show()
    page.load()
    period = part(page, QComboBox, "masa")
    period.setCurrentIndex(period.findText("Tahun 2026"))
    page.load()
    press(qtbot, page, "susun")
    assert runner.told[:3] == ["menghitung halaman 1", "menghitung halaman 2", "menghitung halaman 3"]
    assert not page.is_previewing(), "back where it was asked for"
    runner.told.clear()
    page._save_file(Format.DOCX)
    assert runner.told[-1].startswith("bagian 3 dari"), "a Word file knows its parts, and ends as soon"
    assert not target.exists()


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


# --- the analyses of each sasaran -----------------------------------------------------------------

_SASARAN = "Sasaran I"
_TARGET = "1. Target dan realisasi"


def test_analyses_stand_folded_under_their_sasaran_with_who_wrote_them(qtbot: QtBot, kantor: Kantor) -> None:
    page = shown(qtbot, kantor)
    headings = [item for item in items(page) if item.childCount()]

    assert headings
    assert all(not item.isExpanded() and item.childCount() == len(ANALISIS) for item in headings)
    assert {item.text(1) for item in items(page)} == {"ditulis program"}
    assert titles(page).index(headings[0].text(0)) == titles(page).index("III.A Uraian Tabel 3.1") + 1


def test_an_analysis_is_edited_told_at_its_heading_and_given_back(qtbot: QtBot, kantor: Kantor) -> None:
    page = shown(qtbot, kantor)
    field = chapter(page, _TARGET, _SASARAN)
    made = field.toPlainText()
    qtbot.keyClicks(field, "Antrean berkurang karena loket ditambah. ")
    page.hide()

    assert [bab.nama for bab in stored(kantor).bab if bab.diketik] == [f"{_SASARAN}: {_TARGET}"]
    page.show()
    assert state(page, _TARGET, _SASARAN) == "disunting"
    assert state(page, f"{_SASARAN}. ") == "1 disunting"
    assert part(page, QPlainTextEdit, "kalimat_program").toPlainText() == made
    press(qtbot, page, "kembalikan_kalimat")
    assert field.toPlainText() == made
    assert not any(bab.diketik for bab in stored(kantor).bab)
    assert not part(page, QPlainTextEdit, "kalimat_program").isVisible()


def test_an_analysis_whose_figures_changed_is_told_until_it_is_said_to_fit(qtbot: QtBot, kantor: Kantor) -> None:
    bab = next(b for b in stored(kantor).bab if b.nama == f"{_SASARAN}: {_TARGET}")
    before = tuple(re.sub(r"\d+,\d+", "1,11", text, count=1) for text in bab.dibuat)
    save(kantor, IsiLaporan().typed_over(bab.kunci, bab.dibuat, before))
    page = shown(qtbot, kantor)
    chapter(page, _TARGET, _SASARAN)

    assert state(page, _TARGET, _SASARAN) == "angka berubah"
    assert state(page, f"{_SASARAN}. ") == "1 angka berubah"
    press(qtbot, page, "sudah_sesuai")
    assert state(page, _TARGET, _SASARAN) == "disunting"
    assert not part(page, QPushButton, "sudah_sesuai").isVisible()


def test_words_without_a_place_are_read_and_thrown_away(qtbot: QtBot, kantor: Kantor) -> None:
    save(kantor, IsiLaporan().typed_over("analisis/99.9/penyebab", ("Kalimat sasaran lama.",), ("lama",)))
    page = shown(qtbot, kantor)
    field = chapter(page, "indikator 99.9")

    assert field.toPlainText() == "Kalimat sasaran lama."
    assert field.isReadOnly()
    assert state(page, "indikator 99.9") == "tidak dicetak"
    press(qtbot, page, "kembalikan_kalimat")
    assert {item.text(1) for item in items(page)} == {"ditulis program"}
    assert stored(kantor).isi == IsiLaporan()


def test_a_heading_opens_nothing_and_folds_by_click_and_by_key(qtbot: QtBot, kantor: Kantor) -> None:
    page = shown(qtbot, kantor)
    field = chapter(page, "Gambaran Umum")
    words, tree = field.toPlainText(), tree_of(page)
    heading = next(item for item in items(page) if item.childCount())
    tree.scrollToItem(heading)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(heading).center())
    assert heading.isExpanded()
    assert field.toPlainText() == words
    qtbot.keyClick(tree, Qt.Key.Key_Left)
    assert not heading.isExpanded()
    qtbot.keyClicks(field, "X")
    page.hide()
    assert [bab.kunci for bab in stored(kantor).bab if bab.diketik] == ["gambaran_umum"]


def test_what_is_unfolded_and_open_stays_after_a_save_and_when_a_part_is_gone(qtbot: QtBot, kantor: Kantor) -> None:
    save(kantor, IsiLaporan().typed_over("analisis/99.9/penyebab", ("Kalimat sasaran lama.",), ("lama",)))
    page = shown(qtbot, kantor)
    chapter(page, _TARGET, _SASARAN)
    save(kantor, IsiLaporan())
    page.load()

    assert current(page) == _TARGET
    assert [item.isExpanded() for item in items(page) if item.childCount()].count(True) == 1


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["100%", "125%"])
def test_nothing_is_cut_beside_edited_words(qtbot: QtBot, kantor: Kantor, size: QSize) -> None:
    bab = next(b for b in stored(kantor).bab if b.nama == f"{_SASARAN}: {_TARGET}")
    save(kantor, IsiLaporan().typed_over(bab.kunci, bab.dibuat * 20, ("Capaian 1,11%.",)))
    page = shown(qtbot, kantor, size)
    page.set_narrow(narrow=size == NARROW)
    chapter(page, _TARGET, _SASARAN)

    assert cut_texts(page) == []
    card = part(page, QPlainTextEdit, "kalimat_program")
    assert card.mapTo(page, card.rect().bottomLeft()).y() < page.height()
    assert part(page, QPlainTextEdit, "paragraf").verticalScrollBar().maximum() > 0


def save(kantor: Kantor, isi: IsiLaporan) -> None:
    ctx = kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN)
    annual.save_draft(ctx, 2026, isi, seen=stored(kantor).versi_draf)
