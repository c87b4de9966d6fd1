from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja_desktop.services import collection
from kinerja_desktop.ui.work.sheet import Sheet, Unsaved
from tests.ui.kantor import Kantor
from tests.ui.scenes import copied, filling


@pytest.fixture
def kantor() -> Kantor:
    return copied(filling)


@pytest.fixture
def sheet(kantor: Kantor) -> Sheet:
    view = collection.load(kantor.analis(), kantor.case())
    made = Sheet()
    made.show(view.kelompok, view.isi)
    return made


def figure(sheet: Sheet, kode: str) -> Decimal | None:
    return sheet.isi.of(kode).realisasi


def test_several_pasted_texts_are_one_step(sheet: Sheet) -> None:
    sheet.type({"1.1": {"realisasi": "90"}, "1.2": {"realisasi": "1300"}})
    assert (figure(sheet, "1.1"), figure(sheet, "1.2")) == (Decimal(90), Decimal(1300))
    assert {row.kode for row in sheet.undo()} == {"1.1", "1.2"}
    assert figure(sheet, "1.1") == Decimal("91.85")
    assert {row.kode for row in sheet.redo()} == {"1.1", "1.2"}
    assert not sheet.can_redo


def test_the_words_typed_into_one_row_are_taken_back_at_once(sheet: Sheet) -> None:
    for text in ("A", "An", "Antre"):
        sheet.put((replace(sheet.isi.of("1.1"), faktor_pendukung=text),), "kata 1.1")
    sheet.put((replace(sheet.isi.of("1.2"), faktor_pendukung="B"),), "kata 1.2")
    sheet.undo()
    sheet.undo()
    assert sheet.isi.of("1.1").faktor_pendukung == ""
    assert not sheet.can_undo


def test_a_change_that_changes_nothing_is_no_step(sheet: Sheet) -> None:
    sheet.put((sheet.isi.of("1.1"),))
    assert (sheet.can_undo, bool(sheet.unsaved)) == (False, False)


def test_typing_is_kept_before_it_is_taken_and_given_up_whole(sheet: Sheet) -> None:
    for text in ("9", "95", "95,"):
        sheet.type_along("1.1", "realisasi", text)
    assert sheet.unsaved.rows["1.1"].diketik == "95,"
    assert sheet.give_up_typing() == "1.1"
    assert figure(sheet, "1.1") == Decimal("91.85")
    sheet.type_along("1.1", "realisasi", "95")
    sheet.type({"1.1": {"realisasi": "95"}})
    sheet.undo()
    assert figure(sheet, "1.1") == Decimal("91.85")


def test_what_could_not_be_saved_waits_under_what_came_after(sheet: Sheet) -> None:
    sheet.type({"1.1": {"realisasi": "90"}, "1.2": {"realisasi": "1"}})
    taken = sheet.take_unsaved()
    sheet.type({"1.1": {"realisasi": "91"}})
    sheet.give_back(taken)
    assert (sheet.unsaved.rows["1.1"].realisasi, sheet.unsaved.rows["1.2"].realisasi) == (Decimal(91), Decimal(1))


def test_what_is_read_again_keeps_the_unsaved_on_top(kantor: Kantor, sheet: Sheet) -> None:
    sheet.type({"1.1": {"realisasi": "90"}})
    sheet.write_whole("Uraian.")
    view = collection.load(kantor.analis(), kantor.case())
    sheet.show(view.kelompok, view.isi)
    assert (figure(sheet, "1.1"), sheet.isi.uraian) == (Decimal(90), "Uraian.")
    assert sheet.can_undo


def test_nothing_unsaved_is_false() -> None:
    assert not Unsaved()
    assert Unsaved(perbaikan=())
