"""The Lembar Kerja to Excel and back, through the tab."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.services import collection
from kinerja_desktop.ui.entry.tab import EntryPage, make
from kinerja_desktop.ui.entry.workbook_dialog import WorkbookDialog
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.strips import Strip
from kinerja_desktop.ui.widgets.tick import Tick
from tests.ui.kantor import Kantor
from tests.ui.pages import NARROW, cut_texts, labels, open_page, part, press
from tests.ui.scenes import copied, filling, reporting

Answer = Callable[[WorkbookDialog], object]


@pytest.fixture
def kantor() -> Kantor:
    return copied(filling)


@pytest.fixture
def page(qtbot: QtBot, kantor: Kantor) -> EntryPage:
    return open_page(qtbot, make, kantor.analis())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lembar.xlsx"


@pytest.fixture
def exported(qtbot: QtBot, page: EntryPage, path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workbook of the sheet on the screen."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    press(qtbot, page, "ekspor_excel")
    return path


def write(path: Path, **cells: Any) -> None:
    book = load_workbook(path)
    for place, value in cells.items():
        book.worksheets[0][place] = value
    book.save(path)


def bring_in(
    qtbot: QtBot, page: EntryPage, path: Path, monkeypatch: pytest.MonkeyPatch, act: str, *first: Answer
) -> tuple[str, list[str]]:
    """Read the workbook, do some things in the dialog, press an act; its words and its acts."""
    seen: list[tuple[str, list[str]]] = []

    def reply(dialog: Dialog) -> int:
        assert isinstance(dialog, WorkbookDialog)
        dialog.show()
        for answer in first:
            answer(dialog)
        buttons = [b for b in dialog.findChildren(QPushButton) if b.isVisibleTo(dialog) and b.text()]
        seen.append((labels(dialog), [b.text() for b in buttons]))
        assert not cut_texts(dialog)
        next(b for b in buttons if b.text() == act).click()
        return dialog.result()

    monkeypatch.setattr(Dialog, "exec", reply)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    press(qtbot, page, "baca_excel")
    return seen[0]


def stored(kantor: Kantor, kode: str) -> IsiIndikator:
    return collection.load(kantor.analis(), kantor.case()).isi.of(kode)


def message(page: EntryPage) -> str:
    return part(page, Strip, "pesan").text()


def test_the_sheet_goes_out_with_what_was_typed_last(
    qtbot: QtBot, page: EntryPage, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def choose(_parent: object, _title: str, name: str, *_: object) -> tuple[str, str]:
        offered.append(name)
        return str(path), ""

    page.sheet.type({"1.1": {"realisasi": "93"}})
    page.after_change(["1.1"])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    press(qtbot, page, "ekspor_excel")
    assert [Path(name).name for name in offered] == ["lembar-kerja-pelayanan-tw2-2026.xlsx"]
    assert load_workbook(path).worksheets[0]["G9"].value == 93
    assert message(page).startswith(f"Lembar kerja ditulis ke {path}.")


def test_what_was_filled_in_is_shown_first_and_comes_in_as_one_step(
    qtbot: QtBot, kantor: Kantor, page: EntryPage, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(exported, G9="93,5", G14=80, G16=4, K9="Tambah loket.")
    words, acts = bring_in(qtbot, page, exported, monkeypatch, "Batal")
    assert "1 angka baru, 2 angka berubah, 1 keterangan berubah" in words
    assert "G9: Angka ini tersimpan sebagai teks; dibaca: 93,5." in words
    assert acts == ["Batal", "Simpan Salinan Bertanda…", "Terapkan"]
    assert stored(kantor, "1.1").realisasi == Decimal("91.85")

    bring_in(qtbot, page, exported, monkeypatch, "Terapkan")
    assert (stored(kantor, "1.1").realisasi, stored(kantor, "1.1").tindak_lanjut) == (Decimal("93.5"), "Tambah loket.")
    assert (stored(kantor, "1.6").realisasi, stored(kantor, "2.1").realisasi) == (Decimal(80), Decimal(4))
    assert message(page).startswith("4 isian dari lembar.xlsx masuk ke lembar kerja.")

    page.undo()
    page.keeper.flush()
    assert (stored(kantor, "1.1").realisasi, stored(kantor, "2.1").realisasi) == (Decimal("91.85"), None)
    assert stored(kantor, "1.6").diketik == "80 persen"


def test_a_cell_that_changed_on_both_sides_waits_for_a_choice(
    qtbot: QtBot, kantor: Kantor, page: EntryPage, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(exported, G9=93, G10=1300)
    page.sheet.type({"1.1": {"realisasi": "95"}, "1.2": {"realisasi": "1250"}})
    page.after_change(["1.1", "1.2"])

    def tick_the_second(dialog: WorkbookDialog) -> None:
        dialog.findChildren(Tick)[1].click()

    words, _ = bring_in(qtbot, page, exported, monkeypatch, "Terapkan", tick_the_second)
    assert "Di layar: 95. Di Excel: 93. Saat diekspor: 91,85." in words
    assert (stored(kantor, "1.1").realisasi, stored(kantor, "1.2").realisasi) == (Decimal(95), Decimal(1300))


def test_faults_leave_nothing_to_apply_and_can_be_noted_in_a_copy(
    qtbot: QtBot, kantor: Kantor, page: EntryPage, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(exported, G9="banyak", E10=1, G16=4)
    before, copy = exported.read_bytes(), exported.with_name("bertanda.xlsx")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    words, acts = bring_in(qtbot, page, exported, monkeypatch, "Tutup", lambda d: press(qtbot, d, "salinan_bertanda"))
    assert "ada 2 kesalahan" in words
    assert "G9: Ada huruf di sel angka. Terbaca «banyak»." in words
    assert "Berkas asli tidak berubah." in words
    assert acts == ["Tutup", "Simpan Salinan Bertanda…"]
    marked = load_workbook(copy).worksheets[0]
    assert [place for place in ("G9", "E10", "G16") if marked[place].comment is not None] == ["G9", "E10"]
    assert (exported.read_bytes(), stored(kantor, "2.1").realisasi) == (before, None)


def test_a_copy_over_the_original_is_refused_in_the_dialog(
    qtbot: QtBot, page: EntryPage, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(exported, G9="banyak")
    words, _ = bring_in(qtbot, page, exported, monkeypatch, "Tutup", lambda d: press(qtbot, d, "salinan_bertanda"))
    assert "Salinan bertanda akan menimpa berkas asli." in words


def test_an_unchanged_workbook_says_so(
    qtbot: QtBot, page: EntryPage, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words, acts = bring_in(qtbot, page, exported, monkeypatch, "Tutup")
    assert "Tidak ada yang berubah" in words
    assert acts == ["Tutup"]


def test_a_foreign_file_is_refused_in_a_sentence(
    qtbot: QtBot, page: EntryPage, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"%PDF-1.7\n")
    told: list[str] = []
    monkeypatch.setattr("kinerja_desktop.ui.work.page.tell_fault", lambda _, fault: told.append(fault.sentence))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    press(qtbot, page, "baca_excel")
    assert len(told) == 1
    assert told[0].startswith("lembar.xlsx: Berkas bukan buku kerja Excel (.xlsx).")


def test_what_was_handed_in_goes_neither_out_nor_in(qtbot: QtBot) -> None:
    page = open_page(qtbot, make, copied(reporting).analis())
    for name in ("ekspor_excel", "baca_excel"):
        assert not part(page, QPushButton, name).isEnabled()


def test_the_tools_fit_into_a_narrow_window(qtbot: QtBot, kantor: Kantor) -> None:
    page = open_page(qtbot, make, kantor.analis(), size=NARROW)
    assert part(page, QPushButton, "ekspor_excel").toolTip() == "Ekspor ke Excel…"
    assert not cut_texts(page)
    QGuiApplication.clipboard().clear()
