"""«Buat Dokumen»: a person chooses a paper, fills it, looks at it, fixes it, and finds it in the archive."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import archive
from kinerja_desktop.services.archive import Saringan
from kinerja_desktop.services.compose.office.catalog import KATALOG
from kinerja_desktop.ui.archive.making import MakingPage
from kinerja_desktop.ui.archive.tab import ArchivePage, make
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.grouped_list import GroupedListView
from kinerja_desktop.ui.widgets.segments import Segmented
from tests.ui.impatient import ImpatientRunner
from tests.ui.kantor import Kantor
from tests.ui.pages import NARROW, WIDE, cut_texts, labels, open_page, part, press, silent
from tests.ui.scenes import copied, opening

OF_PLANNER = tuple(k.kunci for k in KATALOG.values() if Role.KASUBAG_PERENCANAAN in k.peran)


@pytest.fixture
def kantor() -> Kantor:
    return copied(opening)


def opened(qtbot: QtBot, kantor: Kantor, role: Role = Role.KASUBAG_PERENCANAAN, *, narrow: bool = False) -> ArchivePage:
    """The tab with its other side in front."""
    ctx = kantor.ctx("rahma" if role is Role.KASUBAG_PERENCANAAN else "andi", role)
    page = open_page(qtbot, make, ctx, size=NARROW if narrow else WIDE)
    choose(qtbot, page, "arsip", 1)
    return page


def choose(qtbot: QtBot, page: ArchivePage, side: str, at: int) -> None:
    switch = part(page, Segmented, f"sisi_{side}")
    with qtbot.waitSignal(switch.chosen):
        switch.findChildren(QAbstractButton)[at].click()


def kinds(page: ArchivePage) -> GroupedListView:
    return part(page, GroupedListView, "jenis_dokumen")


def test_what_the_role_may_make_is_offered_and_drawn(qtbot: QtBot, kantor: Kantor) -> None:
    page = opened(qtbot, kantor)
    assert kinds(page).rows.row_count() >= 2
    assert page.caption() == "Buat Dokumen"
    kinds(page).choose("iku")
    assert "memeriksa" in part(page, QCheckBox, "sudah_memeriksa").text()
    assert part(page, QComboBox, "masa_dokumen").currentText() == "Tahun 2026"


def test_a_paper_is_fixed_and_lies_in_the_archive(
    qtbot: QtBot, kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kinerja_desktop.ui.archive.making.confirm", lambda *_: True)
    page = opened(qtbot, kantor)
    kinds(page).choose("iku")
    fix = part(page, QAbstractButton, "tetapkan")
    assert not fix.isEnabled()
    part(page, QCheckBox, "sudah_memeriksa").setChecked(True)
    with qtbot.waitSignal(page.changed):
        press(qtbot, page, "tetapkan")
    (filed,) = archive.load(page.ctx(), Saringan(jenis="iku")).baris
    assert filed.nomor == part(page, QComboBox, "nomor").currentText()
    assert part(page, QAbstractButton, "cetak").isVisible()
    assert silent(page) == []
    press(qtbot, page, "buka_kembali")
    assert part(page, QAbstractButton, "tetapkan").isVisible()


def test_esc_and_the_switch_go_back_to_the_shelf(qtbot: QtBot, kantor: Kantor) -> None:
    page = opened(qtbot, kantor)
    assert page.go_back()
    assert page.caption() == ""
    choose(qtbot, page, "arsip", 1)
    choose(qtbot, page, "buat", 0)
    assert page.caption() == ""


@pytest.mark.parametrize("narrow", [False, True])
def test_no_word_is_cut(qtbot: QtBot, kantor: Kantor, *, narrow: bool) -> None:
    page = opened(qtbot, kantor, narrow=narrow)
    for kind in OF_PLANNER:
        kinds(page).choose(kind)
        assert cut_texts(page) == []
    assert page.findChild(MakingPage) is not None


def test_the_message_that_goes_with_a_paper_is_copied(qtbot: QtBot, kantor: Kantor) -> None:
    page = opened(qtbot, kantor)
    kinds(page).choose("iku")
    assert not part(page, QAbstractButton, "salin_pesan").isVisible()
    kinds(page).choose("belum_menyerahkan")
    press(qtbot, page, "salin_pesan")
    assert QGuiApplication.clipboard().text().startswith("Yth.")


def test_a_paper_with_figures_is_saved_as_a_workbook(
    qtbot: QtBot, kantor: Kantor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "pengukuran.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page = opened(qtbot, kantor)
    kinds(page).choose("pengukuran_tahunan")
    press(qtbot, page, "simpan_excel")
    assert target.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("role", [Role.KABID, Role.ADMIN])
def test_every_role_finds_what_it_may_make(qtbot: QtBot, kantor: Kantor, role: Role) -> None:
    page = opened(qtbot, kantor, role)
    assert kinds(page).rows.row_count() >= 1


def test_a_deputy_may_be_chosen_where_there_is_one(qtbot: QtBot, kantor: Kantor) -> None:
    with kantor.office.store.unit() as unit:
        unit.people.put(Pegawai("Nurul Ibarat, S.H.", "Sekretaris Camat", ()))
        unit.commit()
    page = opened(qtbot, kantor)
    kinds(page).choose("iku")
    deputy = part(page, QComboBox, "yang_menandatangani")
    assert deputy.isVisible()
    deputy.setCurrentIndex(1)
    deputy.activated.emit(1)
    assert "Sekretaris Camat" in labels(page)
    assert cut_texts(page) == []


def test_what_was_just_typed_is_kept_when_another_paper_is_chosen(qtbot: QtBot, kantor: Kantor) -> None:
    page = opened(qtbot, kantor)
    kinds(page).choose("perjanjian_kinerja")
    qtbot.keyClicks(part(page, QLineEdit, "isian_nama_kedua"), "Bupati Contoh")
    kinds(page).choose("iku")
    kinds(page).choose("perjanjian_kinerja")
    assert part(page, QLineEdit, "isian_nama_kedua").text() == "Bupati Contoh"


def test_laying_out_can_be_cancelled_and_leaves_no_pages_of_another_paper(qtbot: QtBot, kantor: Kantor) -> None:
    ctx, runner = kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN), ImpatientRunner("halaman 1")
    page = make(Desk(lambda: ctx, runner))
    qtbot.addWidget(page)
    page.resize(WIDE)
    page.load()
    page.show()
    choose(qtbot, page, "arsip", 1)
    kinds(page).choose("iku")
    making = page.findChildren(MakingPage)[0]
    assert not part(making, QCheckBox, "sudah_memeriksa").isVisible()
    told = next(one for one in making.findChildren(EmptyState) if one.isVisible())
    assert "dibatalkan" in told.text()
    runner.patient = True
    button = next(one for one in told.findChildren(QAbstractButton) if one.isVisible())
    button.click()
    assert not told.isVisible()
    assert part(making, QCheckBox, "sudah_memeriksa").isVisible()
