"""A filed paper that leaves the program is noted as the next copy, whichever screen it leaves from."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import office_papers, quarterly
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.trail import Kind
from kinerja_desktop.ui.archive import tab as archive_tab
from kinerja_desktop.ui.assignment import tab as assignment_tab
from kinerja_desktop.ui.quarterly import tab as quarterly_tab
from kinerja_desktop.ui.widgets.grouped_list import GroupedListView
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.slip import SlipDialog
from tests.ui.kantor import TW1, Kantor
from tests.ui.pages import open_page, part, press
from tests.ui.printing import print_into
from tests.ui.scenes import copied, opening


@pytest.fixture
def kantor() -> Kantor:
    return copied(opening)


@pytest.fixture(autouse=True)
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's two dialogs, answered."""
    print_into(tmp_path / "cetakan.pdf", monkeypatch)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "simpanan.pdf"), ""))


def copies(kantor: Kantor, jenis: str) -> list[int]:
    """Numbers of the copies that the history tells of the papers of a kind."""
    with kantor.office.store.read() as unit:
        ids = [paper.id for paper in unit.papers.all() if paper.jenis == jenis]
        told = [record for one in ids for record in unit.journal.records(Kind.PAPER.value, one)]
    return [record.isi["salinan"] for record in told if "salinan" in record.isi]


def report(qtbot: QtBot, kantor: Kantor) -> WorkPage:
    """The preview of the Laporan Triwulan I."""
    page = open_page(qtbot, quarterly_tab.make, kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN))
    period = part(page, QComboBox, "masa")
    period.setCurrentIndex(period.findText("Triwulan I 2026"))
    page.load()
    press(qtbot, page, "susun")
    return page


def making(qtbot: QtBot, kantor: Kantor) -> WorkPage:
    """«Buat Dokumen» with the IKU in front."""
    page = open_page(qtbot, archive_tab.make, kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN))
    page._open_side("buat")
    part(page, GroupedListView, "jenis_dokumen").choose("iku")
    return page


def fix_report(kantor: Kantor) -> None:
    ctx = kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN)
    view = quarterly.load(ctx, TW1)
    quarterly.fix(ctx, TW1, view.pilihan, seen=view.versi)


def fix_iku(kantor: Kantor) -> None:
    office_papers.fix(kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN), "iku", Pokok(2026))


Open = Callable[[QtBot, Kantor], WorkPage]
SCREENS: tuple[tuple[Open, Callable[[Kantor], None], str], ...] = (
    (report, fix_report, "laporan_triwulan"),
    (making, fix_iku, "iku"),
)


@pytest.mark.parametrize(("opened", "fixed", "jenis"), SCREENS, ids=["laporan", "buat"])
def test_a_fixed_paper_is_noted_when_it_is_printed_and_when_it_is_saved(
    qtbot: QtBot, kantor: Kantor, opened: Open, fixed: Callable[[Kantor], None], jenis: str
) -> None:
    fixed(kantor)
    page = opened(qtbot, kantor)
    press(qtbot, page, "cetak")
    assert copies(kantor, jenis) == [1]
    press(qtbot, page, "simpan_pdf")
    qtbot.waitUntil(lambda: copies(kantor, jenis) == [1, 2])


def test_a_draft_is_no_copy(qtbot: QtBot, kantor: Kantor, tmp_path: Path) -> None:
    page = report(qtbot, kantor)
    press(qtbot, page, "cetak_draf")
    press(qtbot, page, "simpan_pdf")
    qtbot.waitUntil((tmp_path / "simpanan.pdf").exists)
    assert copies(kantor, "laporan_triwulan") == []


def test_the_slip_of_an_act_is_noted_when_it_is_handed_out(
    qtbot: QtBot, kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(qtbot, assignment_tab.make, kantor.kabid())
    press(qtbot, page, "disposisikan")

    def hand_out(dialog: SlipDialog) -> int:
        press(qtbot, dialog, "cetak")
        press(qtbot, dialog, "simpan_pdf")
        return 0

    monkeypatch.setattr(SlipDialog, "exec", hand_out)
    press(qtbot, page, "cetak_lembar")
    assert copies(kantor, "lembar_disposisi") == [1, 2]


def test_the_list_of_the_archive_notes_what_is_saved_too(qtbot: QtBot, kantor: Kantor) -> None:
    fix_report(kantor)
    page = open_page(qtbot, archive_tab.make, kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN))
    press(qtbot, page, "cetak_salinan")
    press(qtbot, page, "simpan_pdf")
    assert copies(kantor, "laporan_triwulan") == [1, 2]
