"""Pengaturan: drawn from the declared list, saved all or none, faults beside their fields."""

import base64
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.services import settings
from kinerja_desktop.services.settings_declared import DECLARED, Kelompok
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.runner import InlineRunner
from kinerja_desktop.ui.settings.tab import SettingsPage, make
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.field_fault import FieldFault
from kinerja_desktop.ui.widgets.segments import Segmented
from kinerja_desktop.ui.widgets.strips import Strip
from tests.office import JOKO, Kantor
from tests.ui.conftest import SCREENS, InstallTheme, unreadable

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""One pixel."""

Part = TypeVar("Part", bound=QWidget)
Show = Callable[..., SettingsPage]


@pytest.fixture
def kantor() -> Kantor:
    return Kantor()


@pytest.fixture
def show(qtbot: QtBot, kantor: Kantor) -> Show:
    def build(size: tuple[int, int] = (1366, 560)) -> SettingsPage:
        made = make(Desk(lambda: kantor.ctx(JOKO), InlineRunner()))
        made.changed.connect(made.refresh)
        qtbot.addWidget(made)
        made.set_narrow(narrow=size[0] < 1200)
        made.load()
        made.resize(*size)
        made.show()
        return made

    return build


def line(page: QWidget, kunci: str) -> QLineEdit:
    found = page.findChild(QLineEdit, kunci)
    assert found is not None, kunci
    return found


def press(qtbot: QtBot, page: QWidget, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None, name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def part(page: QWidget, kind: type[Part]) -> Part:
    found = page.findChild(kind)
    assert found is not None
    return found


def stored(kantor: Kantor, kunci: str) -> str:
    rows = settings.list_settings(kantor.ctx(JOKO)).daftar
    return next(row.teks for row in rows if row.setelan.kunci == kunci)


def faults(page: QWidget) -> list[str]:
    return [fault.text() for fault in page.findChildren(FieldFault) if fault.text()]


def test_every_declared_setting_has_a_named_field(show: Show) -> None:
    page = show()
    for setelan in DECLARED:
        field = page.findChild(QWidget, setelan.kunci)
        assert field is not None, setelan.kunci
        assert field.accessibleName() == setelan.label


def test_a_screen_reader_is_told_the_unit_of_a_field_and_what_it_changes(show: Show) -> None:
    told = line(show(), "sop.batas.5").accessibleDescription()
    assert told.startswith("menit. bawaan: 60 menit")


def test_reading_writes_nothing(kantor: Kantor, show: Show) -> None:
    before = settings.list_settings(kantor.ctx(JOKO)).versi
    show().load()
    assert settings.list_settings(kantor.ctx(JOKO)).versi == before


def test_only_what_was_changed_is_saved(kantor: Kantor, show: Show, qtbot: QtBot) -> None:
    page = show()
    line(page, "instansi.alamat").setText("Jl. Umpama 1, 92371")
    press(qtbot, page, "simpan")
    assert stored(kantor, "instansi.alamat") == "Jl. Umpama 1, 92371"
    rows = settings.list_settings(kantor.ctx(JOKO)).daftar
    assert next(row for row in rows if row.setelan.kunci == "kertas.laporan").bawaan


def test_a_limit_is_saved_for_later_quarters(kantor: Kantor, show: Show, qtbot: QtBot) -> None:
    page = show()
    line(page, "sop.batas.5").setText("90")
    press(qtbot, page, "simpan")
    assert stored(kantor, "sop.batas.5") == "90"
    assert line(page, "sop.batas.5").text() == "90"


def test_all_faults_stand_beside_their_fields_and_nothing_is_saved(kantor: Kantor, show: Show, qtbot: QtBot) -> None:
    page = show()
    line(page, "instansi.nama").setText("")
    line(page, "sop.batas.1").setText("900")
    line(page, "jam.jumat").setText("pagi")
    line(page, "instansi.alamat").setText("Jl. Umpama 1")
    press(qtbot, page, "simpan")
    assert [text.split(" harus")[0].split(" tidak")[0] for text in faults(page)] == [
        "Nama kantor",
        "Langkah 1, menugaskan",
        "Jam kerja Jumat",
    ]
    assert stored(kantor, "instansi.alamat") == ""
    assert line(page, "instansi.alamat").text() == "Jl. Umpama 1"


def test_the_group_of_the_first_fault_comes_to_the_front(show: Show, qtbot: QtBot) -> None:
    page = show()
    line(page, "tampilan.kunci").setText("0")
    press(qtbot, page, "simpan")
    assert line(page, "tampilan.kunci").isVisible()


def test_what_is_typed_survives_reading_again(show: Show) -> None:
    page = show()
    line(page, "instansi.provinsi").setText("Sulawesi Umpama")
    page.load()
    assert line(page, "instansi.provinsi").text() == "Sulawesi Umpama"


def test_changes_can_be_taken_back(show: Show, qtbot: QtBot) -> None:
    page = show()
    line(page, "instansi.nama").setText("Kecamatan Lain")
    press(qtbot, page, "batalkan")
    assert line(page, "instansi.nama").text() == "Kecamatan Kelara"


def test_search_looks_into_all_groups(show: Show) -> None:
    page = show()
    line_edit = page.findChild(QLineEdit, "cari")
    assert line_edit is not None
    line_edit.setText("ramadan")
    assert line(page, "jam.ramadan").isVisible()
    assert not line(page, "instansi.nama").isVisible()


def test_search_without_a_hit_says_so_and_escape_ends_it(show: Show) -> None:
    page = show()
    field = page.findChild(QLineEdit, "cari")
    assert field is not None
    field.setText("zzz")
    assert part(page, EmptyState).isVisible()
    assert page.go_back()
    assert line(page, "instansi.nama").isVisible()


def test_a_picture_is_chosen_and_removed(
    kantor: Kantor, show: Show, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "lambang.png"
    file.write_bytes(PNG)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    page = show()
    press(qtbot, page, "pilih_gambar")
    press(qtbot, page, "simpan")
    assert base64.b64decode(stored(kantor, "instansi.lambang")) == PNG
    press(qtbot, page, "hapus_gambar")
    press(qtbot, page, "simpan")
    assert stored(kantor, "instansi.lambang") == ""


def test_a_file_that_is_no_picture_is_refused_at_its_field(
    show: Show, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "lambang.png"
    file.write_bytes(b"bukan gambar")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    page = show()
    press(qtbot, page, "pilih_gambar")
    press(qtbot, page, "simpan")
    assert faults(page) == ["Lambang daerah harus gambar PNG atau JPEG, paling besar 1 MB."]


def test_what_holds_later_is_said(show: Show, qtbot: QtBot) -> None:
    page = show()
    choice = page.findChild(QComboBox, "tampilan.skala")
    assert choice is not None
    choice.setCurrentIndex(choice.findData("125"))
    press(qtbot, page, "simpan")
    assert part(page, Strip).text() == "Besar tulisan berlaku sejak masuk berikutnya, bagi yang tidak memilih sendiri."


@pytest.mark.parametrize(("factor", "size"), SCREENS)
def test_no_word_is_cut(
    show: Show, qtbot: QtBot, install_theme: InstallTheme, factor: float, size: tuple[int, int]
) -> None:
    install_theme(factor=factor)
    page = show((size[0], size[1] - 120))
    for group in ("KANTOR", "SOP", "HITUNG", "KERTAS", "TAMPILAN"):
        part(page, Segmented).choose(group)
        page.load()
        qtbot.waitUntil(lambda: not unreadable(page))


def test_a_group_is_shown_that_another_tab_asked_for(show: Show) -> None:
    page = show()

    page.show_item(Kelompok.SOP.name)
    assert not line(page, "instansi.nama").isVisible()
    assert page._groups.key() == "SOP"
