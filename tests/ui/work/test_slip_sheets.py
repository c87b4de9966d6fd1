"""«Cetak Dua per Kertas…» on the screens that have slips: chosen, looked at, printed, each noted as its own copy."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.services import slip_sheets
from kinerja_desktop.services.trail import Kind
from kinerja_desktop.ui.archive import tab as archive_tab
from kinerja_desktop.ui.archive.tab import ArchivePage
from kinerja_desktop.ui.assignment import tab as assignment_tab
from kinerja_desktop.ui.disposition import tab as disposition_tab
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.slip_sheets import SheetsDialog, SlipChoiceDialog
from tests.documents.reading import read_pages
from tests.ui.kantor import TW2, Kantor, jam
from tests.ui.pages import NARROW, WIDE, cut_texts, open_page, part, press
from tests.ui.printing import print_into
from tests.ui.scenes import copied, ordered


def passed_on() -> Kantor:
    """All seksi were ordered, Seksi Pelayanan passed its order on."""
    kantor = copied(ordered)
    kantor.order(jam(7, 10, 8, 16))
    return kantor


def shelf(qtbot: QtBot, kantor: Kantor) -> WorkPage:
    """The archive with the two filed slips of Seksi Pelayanan, the first of them chosen."""
    slip_sheets.file_slips(kantor.kabid(), slip_sheets.of_case(kantor.kabid(), kantor.case()))
    page = open_page(qtbot, archive_tab.make, kantor.kabid())
    assert isinstance(page, ArchivePage)
    assert page._list.choose(lambda paper: slip_sheets.is_slip(paper.id))
    return page


Open = Callable[[QtBot, Kantor], WorkPage]
PLACES: tuple[tuple[str, Open, int], ...] = (
    ("penugasan", lambda qtbot, kantor: open_page(qtbot, assignment_tab.make, kantor.kabid()), 6),
    ("disposisi", lambda qtbot, kantor: open_page(qtbot, disposition_tab.make, kantor.kasubag()), 2),
    ("arsip", shelf, 2),
)


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    target = tmp_path / "cetakan.pdf"
    print_into(target, monkeypatch)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "simpanan.pdf"), ""))
    return target


def answering(monkeypatch: pytest.MonkeyPatch, deed: Callable[[SheetsDialog], None]) -> list[int]:
    """Whoever is asked takes what is ticked; how many that were. The sheets are given to ``deed``."""
    chosen: list[int] = []

    def exec_(dialog: Dialog) -> int:
        dialog.show()
        assert cut_texts(dialog) == []
        if isinstance(dialog, SlipChoiceDialog):
            chosen.append(len(dialog.chosen()))
        if isinstance(dialog, SheetsDialog):
            deed(dialog)
        dialog.hide()
        return 1

    monkeypatch.setattr(Dialog, "exec", exec_)
    return chosen


def copies(kantor: Kantor) -> list[int]:
    """How many copies were noted of each filed slip."""
    with kantor.office.store.read() as unit:
        ids = [paper.id for paper in unit.papers.all() if paper.jenis == "lembar_disposisi"]
        return [sum("salinan" in row.isi for row in unit.journal.records(Kind.PAPER.value, one)) for one in sorted(ids)]


@pytest.mark.parametrize(("name", "open_", "count"), PLACES)
def test_slips_are_printed_two_on_a_sheet_and_each_is_noted(  # noqa: PLR0917  # a line of the table
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, printed: Path, name: str, open_: Open, count: int
) -> None:
    kantor = passed_on()
    page = open_(qtbot, kantor)
    made: list[bytes] = []

    def print_and_save(dialog: SheetsDialog) -> None:
        made.append(dialog.pdf)
        press(qtbot, dialog, "cetak_kertas")
        press(qtbot, dialog, "simpan_kertas")

    chosen = answering(monkeypatch, print_and_save)
    press(qtbot, page, "cetak_dua")

    assert chosen == [count], name
    assert printed.exists()
    sheets = read_pages(made[0])
    assert sum(sheet.text.count("LEMBAR DISPOSISI\n") for sheet in sheets[: count // 2]) == count
    assert copies(kantor) == [2] * count


def test_nothing_is_filed_while_nothing_was_chosen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    kantor = passed_on()
    page = open_page(qtbot, disposition_tab.make, kantor.kasubag())
    seen: list[str] = []

    def exec_(dialog: Dialog) -> int:
        dialog.show()
        for box in dialog.findChildren(QCheckBox):
            box.setChecked(False)
        act = part(dialog, QPushButton, "lihat_kertas")
        seen.append("" if act.isEnabled() else act.toolTip())
        dialog.hide()
        return 0

    monkeypatch.setattr(Dialog, "exec", exec_)
    press(qtbot, page, "cetak_dua")

    assert seen == ["Pilih lembar yang dicetak."]
    assert [slip.nomor for slip in slip_sheets.of_quarter(kantor.kabid(), TW2)] == [""] * 7


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_button_fits_beside_the_others(qtbot: QtBot, size: object) -> None:
    for name, open_, _ in PLACES:
        page = open_(qtbot, passed_on())
        page.resize(size)  # type: ignore[call-overload]  # a QSize
        page.set_narrow(narrow=size == NARROW)
        assert cut_texts(page) == [], name


def test_one_slip_alone_needs_no_second(qtbot: QtBot) -> None:
    page = open_page(qtbot, disposition_tab.make, copied(ordered).kasubag())
    assert not part(page, QPushButton, "cetak_dua").isVisible()
