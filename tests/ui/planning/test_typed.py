"""What is typed into a plan and not stored comes back: after the program stopped, and over a plan that changed."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.errors import DiskFull
from kinerja_desktop.domain.indikator import Tingkat
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import plan_drafts, plan_years, planning, trash
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.dialogs import Konfirmasi
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.planning.tab import PlanningPage, make
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.edit_table import EditTable
from kinerja_desktop.ui.widgets.listing import Listing
from kinerja_desktop.ui.widgets.strips import Strip
from kinerja_desktop.ui.work.trash import TrashDialog
from tests.office import give_password
from tests.ui.kantor import Kantor
from tests.ui.pages import cut_texts, labels, open_page, part, press
from tests.ui.planning.parts import open_part
from tests.ui.scenes import copied, opening


@pytest.fixture
def kantor() -> Kantor:
    return copied(opening)


@pytest.fixture
def ctx(kantor: Kantor) -> Context:
    return kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN)


@pytest.fixture
def page(qtbot: QtBot, ctx: Context) -> PlanningPage:
    return open_page(qtbot, make, ctx)


def again(qtbot: QtBot, page: PlanningPage, ctx: Context) -> PlanningPage:
    """The page as the next start shows it; the one before is left without storing anything."""
    page.hide()
    return open_page(qtbot, make, ctx)


def put(table: EditTable, row: int, column: int, text: str) -> None:
    table.model().setData(table.model().index(row, column), text)


def strip(page: PlanningPage, name: str) -> str:
    found = part(page, Strip, name)
    return found.text() if found.isVisible() else ""


def budget(qtbot: QtBot, page: PlanningPage) -> EditTable:
    open_part(qtbot, page, "Anggaran")
    return part(page, EditTable, "anggaran")


def test_rows_come_back_and_are_told_until_they_are_stored(qtbot: QtBot, page: PlanningPage, ctx: Context) -> None:
    stored = planning.load(ctx).anggaran
    table = budget(qtbot, page)
    table.add_row()
    at = table.currentRow()
    for column, text in enumerate(("9.09", "Program", "Program yang sedang diketik")):
        put(table, at, column, text)
    put(table, 0, 5, "bukan angka")

    page = again(qtbot, page, ctx)
    page.show_item("rencana-2026")
    assert strip(page, "isian_dipulihkan").startswith("Ada isian yang belum disimpan: Anggaran.")
    table = budget(qtbot, page)
    assert not strip(page, "isian_dipulihkan")
    assert table.texts()[at][:3] == ("9.09", "Program", "Program yang sedang diketik")
    assert table.texts()[0][5] == "bukan angka"
    assert "ditampilkan lagi" in strip(page, "dipulihkan_anggaran")
    assert cut_texts(page) == []
    assert planning.load(ctx).anggaran == stored

    put(table, 0, 5, "1.000")
    press(qtbot, page, "simpan_anggaran")
    assert len(planning.load(ctx).anggaran) == len(stored) + 1
    assert not plan_drafts.load(ctx, 2026).isi
    assert not strip(again(qtbot, page, ctx), "isian_dipulihkan")


def test_rows_stored_meanwhile_stay_beside_what_is_typed(qtbot: QtBot, page: PlanningPage, ctx: Context) -> None:
    first = BarisAnggaran("7.77", Tingkat.PROGRAM, "Program pertama")
    planning.save_anggaran(ctx, 2026, (first, replace(first, kode="7.78")), planning.load(ctx).versi)
    page.load()
    put(budget(qtbot, page), 0, 2, "Uraian yang diketik")
    page.hide()
    view = planning.load(ctx)
    other = BarisAnggaran("8.88", Tingkat.PROGRAM, "Program dari buku kerja")
    planning.save_anggaran(ctx, 2026, (other, view.anggaran[0]), view.versi)

    page = open_page(qtbot, make, ctx)
    budget(qtbot, page)
    assert "berubah sejak" in strip(page, "dipulihkan_anggaran")
    press(qtbot, page, "simpan_anggaran")
    kept = {row.kode: row.uraian for row in planning.load(ctx).anggaran}
    assert kept == {"7.77": "Uraian yang diketik", "8.88": "Program dari buku kerja"}


def test_rows_that_change_under_the_hands_do_not_overwrite_the_new_ones(
    qtbot: QtBot, page: PlanningPage, ctx: Context
) -> None:
    view = planning.load(ctx)
    open_part(qtbot, page, "Target")
    table = part(page, EditTable, "target")
    put(table, 0, 3, "7")
    card = view.rencana.indikator[1]
    renamed = replace(card, nama="Nama lain", target=replace(card.target, tahun=Decimal(9)))
    planning.save_indikator(ctx, 2026, renamed, view.versi)
    page.load()
    assert (table.texts()[0][3], table.texts()[1][1], table.texts()[1][7]) == ("7", "Nama lain", "9")
    press(qtbot, page, "simpan_target")
    first, second, *_ = planning.load(ctx).rencana.indikator
    assert (first.target.triwulan[0], second) == (Decimal(7), renamed)


def test_what_is_typed_can_be_given_up(qtbot: QtBot, page: PlanningPage, ctx: Context) -> None:
    before = budget(qtbot, page).texts()
    budget(qtbot, page).add_row()
    put(budget(qtbot, page), 0, 2, "salah ketik")
    page = again(qtbot, page, ctx)
    table = budget(qtbot, page)
    part(page, Strip, "dipulihkan_anggaran").linked.emit()
    assert table.texts() == before
    assert not plan_drafts.load(ctx, 2026).isi
    assert not strip(page, "dipulihkan_anggaran")
    assert page.window().focusWidget() is table


def test_what_is_typed_for_one_year_is_not_shown_in_another(qtbot: QtBot, page: PlanningPage, ctx: Context) -> None:
    plan_years.begin_year(ctx, 2027, frozenset())
    page.load()
    open_part(qtbot, page, "Skala")
    table = part(page, EditTable, "skala")
    table.add_row()
    put(table, table.currentRow(), 0, "Predikat")
    year = part(page, QComboBox, "tahun_rencana")
    rows = table.texts()
    year.setCurrentIndex(year.findData(2027))
    page.load()
    assert table.texts() != rows
    year.setCurrentIndex(year.findData(2026))
    page.load()
    assert table.texts() == rows


def test_a_card_keeps_what_is_typed_while_others_are_looked_at(qtbot: QtBot, page: PlanningPage, ctx: Context) -> None:
    page.show_item("2026:1.2")
    nama = part(page, QPlainTextEdit, "nama")
    nama.setPlainText("Nama yang belum disimpan")
    page.show_item("2026:1.1")
    assert nama.toPlainText() != "Nama yang belum disimpan"
    assert not strip(page, "kartu_belum_disimpan")
    page.load()
    page.show_item("2026:1.2")
    assert nama.toPlainText() == "Nama yang belum disimpan"

    page = again(qtbot, page, ctx)
    assert part(page, QPlainTextEdit, "nama").toPlainText() == "Nama yang belum disimpan"
    assert strip(page, "kartu_belum_disimpan") == "Belum disimpan."
    assert "●" in labels_of_rows(page)
    press(qtbot, page, "simpan")
    assert planning.need(planning.load(ctx).rencana, "1.2").nama == "Nama yang belum disimpan"
    assert not plan_drafts.load(ctx, 2026).isi
    assert not strip(page, "kartu_belum_disimpan")


def labels_of_rows(page: PlanningPage) -> str:
    things = part(page, Listing, "daftar_indikator").things
    return "".join(str(things.data(things.index(r, 0))) for r in range(things.rowCount()))


def test_a_plan_is_fixed_with_its_lists_and_a_word_on_cards(
    qtbot: QtBot, page: PlanningPage, ctx: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def agree(_: object, question: Konfirmasi) -> bool:
        asked.append(question.sentence)
        return True

    monkeypatch.setattr("kinerja_desktop.ui.planning.tab.confirm", agree)
    page.show_item("2026:1.2")
    part(page, QPlainTextEdit, "nama").setPlainText("Nama yang belum disimpan")
    open_part(qtbot, page, "Target")
    put(part(page, EditTable, "target"), 0, 7, "97")
    page = again(qtbot, page, ctx)
    press(qtbot, page, "tetapkan")
    view = planning.load(ctx)
    assert view.ditetapkan is not None
    assert view.rencana.indikator[0].target.tahun == Decimal(97)
    assert "Isian pada 1 kartu indikator belum disimpan" in asked[0]


def test_what_nobody_looked_at_yet_stays_while_another_part_is_stored(
    qtbot: QtBot, page: PlanningPage, ctx: Context
) -> None:
    budget(qtbot, page).add_row()
    put(budget(qtbot, page), 0, 0, "9.09")
    page = again(qtbot, page, ctx)
    page.show_item("2026:1.2")
    part(page, QPlainTextEdit, "nama").setPlainText("Nama baru")
    press(qtbot, page, "simpan")
    page = again(qtbot, page, ctx)
    assert strip(page, "isian_dipulihkan").startswith("Ada isian yang belum disimpan: Anggaran.")
    assert budget(qtbot, page).texts()[0][0] == "9.09"


class Watch(QObject):
    """What a widget is told."""

    def __init__(self, told: list[QEvent.Type]) -> None:
        super().__init__()
        self._told = told

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own name
        self._told.append(event.type())
        return False


def marks(rows: Listing[object]) -> list[str]:
    """Marks of cards that were typed into."""
    return [row[0] for row in rows.tools.rows() if row[0] == "●"]


def test_a_card_can_be_given_up(page: PlanningPage, ctx: Context) -> None:
    page.show_item("2026:1.2")
    nama = part(page, QPlainTextEdit, "nama")
    before, at, place = nama.toPlainText(), nama.mapTo(page, QPoint()), nama.size()
    nama.setPlainText("salah")
    assert (nama.mapTo(page, QPoint()), nama.size()) == (at, place), "the fields stay where they are"
    rows = part(page, Listing, "daftar_indikator")
    assert marks(rows) == ["●"]
    painted: list[QEvent.Type] = []
    watch = Watch(painted)
    rows.viewport().installEventFilter(watch)
    part(page, Strip, "kartu_belum_disimpan").linked.emit()
    assert marks(rows) == []
    QApplication.processEvents()
    assert QEvent.Type.Paint in painted
    assert nama.toPlainText() == before
    page.hide()
    assert not plan_drafts.load(ctx, 2026).isi


def test_a_new_card_goes_on_where_it_stopped(qtbot: QtBot, page: PlanningPage, ctx: Context) -> None:
    press(qtbot, page, "tambah")
    part(page, QPlainTextEdit, "nama").setPlainText("Persentase yang baru")
    page = again(qtbot, page, ctx)
    assert part(page, QPushButton, "tambah").text() == "Lanjutkan Indikator Baru"
    press(qtbot, page, "tambah")
    assert part(page, QPlainTextEdit, "nama").toPlainText() == "Persentase yang baru"
    part(page, QLineEdit, "kode").setText("9.9")
    press(qtbot, page, "simpan")
    assert planning.need(planning.load(ctx).rencana, "9.9").nama == "Persentase yang baru"
    assert part(page, QPushButton, "tambah").text() == "Indikator"
    assert "Belum disimpan" not in labels(page)


def test_a_workbook_says_that_it_lacks_what_is_not_stored(
    qtbot: QtBot, page: PlanningPage, ctx: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_password(ctx.office, ctx.actor.id)
    out = tmp_path / "keluar.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    told: list[StatusText] = []
    page.saved.connect(told.append)
    press(qtbot, page, "ekspor")
    assert told[-1] == StatusText(f"Tersimpan di {out}", Tone.SELESAI)

    table = budget(qtbot, page)
    table.add_row()
    put(table, table.currentRow(), 0, "9.09")
    press(qtbot, page, "ekspor")
    assert told[-1] == StatusText(f"Isian yang belum disimpan tidak ikut. Tersimpan di {out}", Tone.PERHATIAN)


# --- what was given up ---------------------------------------------------------------------------


def bring_back(qtbot: QtBot, page: PlanningPage, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Press «Pulihkan Isian» for the newest; what the dialog listed."""
    listed: list[tuple[str, ...]] = []

    def answer(dialog: TrashDialog) -> int:
        listed.extend(tuple(row[:2]) for row in part(dialog, Listing, "daftar_buangan").tools.rows())
        press(qtbot, dialog, "pulihkan_isian")
        return 1

    monkeypatch.setattr(TrashDialog, "exec", answer)
    press(qtbot, page, "buangan")
    return listed


def test_a_list_that_was_given_up_comes_back_as_typed(
    qtbot: QtBot, page: PlanningPage, ctx: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not part(page, QPushButton, "buangan").isVisible()
    budget(qtbot, page).add_row()
    put(budget(qtbot, page), 0, 2, "Program yang lain")
    page = again(qtbot, page, ctx)
    budget(qtbot, page)
    part(page, Strip, "dipulihkan_anggaran").linked.emit()

    page = again(qtbot, page, ctx)
    assert cut_texts(page) == []
    (listed,) = bring_back(qtbot, page, monkeypatch)
    assert listed == ("Rencana Kinerja 2026", "Anggaran: Program Program yang lain")
    table = part(page, EditTable, "anggaran")
    assert table.isVisible()
    assert table.texts()[0][2] == "Program yang lain"
    assert not part(page, QPushButton, "buangan").isVisible()
    assert not planning.load(ctx).anggaran


def test_a_card_that_was_given_up_comes_back_beside_what_is_typed_in_others(
    qtbot: QtBot, page: PlanningPage, ctx: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    nama = part(page, QPlainTextEdit, "nama")
    for kode, text in (("1.1", "Satu"), ("1.2", "Dua")):
        page.show_item(f"2026:{kode}")
        nama.setPlainText(text)
    part(page, Strip, "kartu_belum_disimpan").linked.emit()
    page.show_item("2026:1.1")
    nama.setPlainText("Satu lagi")
    bring_back(qtbot, page, monkeypatch)
    assert plan_drafts.load(ctx, 2026).isi["indikator:murni"] == {"1.1": {"nama": "Satu lagi"}, "1.2": {"nama": "Dua"}}


def test_what_was_typed_since_takes_the_place_of_what_comes_back(
    qtbot: QtBot, page: PlanningPage, ctx: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show_item("2026:1.2")
    nama = part(page, QPlainTextEdit, "nama")
    nama.setPlainText("Pertama")
    part(page, Strip, "kartu_belum_disimpan").linked.emit()
    nama.setPlainText("Kedua")
    bring_back(qtbot, page, monkeypatch)
    assert nama.toPlainText() == "Pertama"
    (left,) = trash.load(ctx)
    assert [piece.teks for piece in left.isi] == ["1.2 · Kedua"]


def test_what_cannot_be_laid_aside_stays_typed(page: PlanningPage, monkeypatch: pytest.MonkeyPatch) -> None:
    page.show_item("2026:1.2")
    nama = part(page, QPlainTextEdit, "nama")
    nama.setPlainText("Tidak hilang")
    told: list[str] = []
    monkeypatch.setattr(PlanningPage, "refuse", lambda _, error: told.append(str(error)))
    monkeypatch.setattr(plan_drafts, "discard", full)
    part(page, Strip, "kartu_belum_disimpan").linked.emit()
    assert told
    assert nama.toPlainText() == "Tidak hilang"


def full(*_: object, **__: object) -> plan_drafts.Ketikan:
    raise DiskFull("/data")
