"""Size of text and colours are each person's own on this PC, and hold at once; the office's are what nobody chose."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import collection, settings
from kinerja_desktop.services.settings import Tampilan
from kinerja_desktop.ui import appearance, remembered, theme
from kinerja_desktop.ui.app import App
from kinerja_desktop.ui.appearance import Chosen
from kinerja_desktop.ui.appearance_dialog import AppearanceDialog
from kinerja_desktop.ui.entry.tab import EntryPage
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.settings.tab import SettingsPage
from kinerja_desktop.ui.theme import Mode
from kinerja_desktop.ui.widgets.grid.view import GridView
from kinerja_desktop.ui.widgets.pdf_pages import PdfPages
from kinerja_desktop.ui.widgets.strips import StripSpec
from tests.evidence_files import pdf
from tests.ui.conftest import InstallTheme
from tests.ui.kantor import SANDI, Kantor
from tests.ui.pages import part
from tests.ui.running import entered, window
from tests.ui.scenes import copied, filling, opening, reporting


@pytest.fixture(autouse=True)
def _fresh(install_theme: InstallTheme) -> Iterator[None]:
    install_theme()
    remembered.forget_all()
    yield
    remembered.forget_all()


@pytest.fixture
def kantor() -> Kantor:
    return copied(opening)


@pytest.fixture
def app(qtbot: QtBot, kantor: Kantor) -> App:
    return entered(qtbot, kantor)


def percent() -> int:
    return round(theme.current().scale.factor * 100)


def sit(app: App, name: str) -> None:
    """Ganti Pengguna, and somebody logs in over the window."""
    window(app).switch_user_asked.emit()
    assert app.log_in(name, SANDI).accepted
    app.enter(QRect())


def test_larger_text_holds_at_once_where_one_was(app: App, qtbot: QtBot) -> None:
    window(app).open_tab("pemantauan")
    window(app).show_strip("uji", StripSpec(theme.Tone.PERHATIAN, Icon.PERINGATAN, "tetap disebut"))
    before = window(app)._header.height()
    qtbot.keyClick(window(app), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert percent() == 125
    assert window(app).tab() == "pemantauan"
    assert not window(app).is_covered()
    assert window(app)._header.height() > before
    assert window(app)._strips["uji"].text() == "tetap disebut"


def test_the_size_ends_at_both_ends_and_goes_back_to_that_of_the_office(app: App, qtbot: QtBot) -> None:
    sizes = []
    for key in ("Plus", "Equal", "Plus", "Minus", "0"):
        qtbot.keyClick(window(app), Qt.Key[f"Key_{key}"], Qt.KeyboardModifier.ControlModifier)
        sizes.append(percent())
    assert sizes == [125, 150, 150, 125, 100]
    assert appearance.chosen() == Chosen()


@pytest.mark.parametrize("name", ["daftar_tugas", "saring", "triwulan"])
def test_the_key_is_heard_wherever_the_focus_is(app: App, qtbot: QtBot, name: str) -> None:
    field = part(window(app).page(), QWidget, name)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert percent() == 125


def test_a_paper_has_the_key_for_itself(app: App, qtbot: QtBot) -> None:
    """Its zoom is bound to its own part of the page, and is asked first."""
    pages = PdfPages()
    pages.setParent(window(app).page())
    pages.set_pdf(pdf())
    pages.show()
    pages._view.setFocus()
    before = pages._view.zoomFactor()
    qtbot.keyClick(pages._view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert percent() == 100
    assert pages._view.zoomFactor() != before


def test_each_person_finds_his_own_size(app: App, kantor: Kantor) -> None:
    kantor.let_in("siti")
    window(app).size_asked.emit(1)
    sit(app, "siti")
    assert percent() == 100
    sit(app, "andi")
    assert percent() == 125


def test_what_is_typed_stays_when_the_size_changes(qtbot: QtBot) -> None:
    kantor = copied(filling)
    app = entered(qtbot, kantor, kantor.let_in_analis())
    window(app).open_tab("lembar_kerja")
    page = window(app).page()
    assert isinstance(page, EntryPage)
    page.sheet.type({"1.1": {"realisasi": "43"}})
    page.after_change(["1.1"])
    window(app).size_asked.emit(1)
    again = window(app).page()
    assert again is not page
    assert isinstance(again, EntryPage)
    assert collection.load(kantor.analis(), kantor.case()).isi.of("1.1").realisasi == 43


def test_undo_of_figures_and_words_outlives_a_change_of_size(qtbot: QtBot) -> None:
    kantor = copied(filling)
    app = entered(qtbot, kantor, kantor.let_in_analis())
    window(app).open_tab("lembar_kerja")
    page = window(app).page()
    assert isinstance(page, EntryPage)
    before = page.sheet.isi.of("1.1")
    page.sheet.type({"1.1": {"realisasi": "43"}})
    page.after_change(["1.1"])
    words = part(page, QPlainTextEdit, "tindak_lanjut")
    qtbot.keyClicks(words, "Loket kedua dibuka.")
    for by in (1, 1, -1):
        window(app).size_asked.emit(by)
    again = window(app).page()
    assert isinstance(again, EntryPage)
    words = part(again, QPlainTextEdit, "tindak_lanjut")
    assert words.toPlainText() == "Loket kedua dibuka."
    words.undo()
    assert words.toPlainText() == ""
    again.undo()
    again.undo()
    assert again.sheet.isi.of("1.1") == before
    again.keeper.flush()
    assert collection.load(kantor.analis(), kantor.case()).isi.of("1.1") == before


def test_what_is_looked_for_stays_when_the_size_changes(qtbot: QtBot) -> None:
    kantor = copied(filling)
    app = entered(qtbot, kantor, kantor.let_in_analis())
    window(app).search_field().setText("surat")
    window(app).open_tab("arsip")
    _field(app, "Cari arsip").setText("disposisi")
    window(app).open_tab("lembar_kerja")
    _field(app, "Saring Lembar kerja").setText("surat")
    shown = window(app).page().findChildren(GridView)[0].grid.row_keys()
    window(app).size_asked.emit(1)

    assert window(app).search_field().text() == "surat"
    assert _field(app, "Saring Lembar kerja").text() == "surat"
    assert window(app).page().findChildren(GridView)[0].grid.row_keys() == shown == ["1.3"]
    window(app).open_tab("arsip")
    assert _field(app, "Cari arsip").text() == "disposisi"


def _lembar_kerja(qtbot: QtBot) -> tuple[App, EntryPage]:
    """The work sheet of an analyst, in front."""
    kantor = copied(filling)
    app = entered(qtbot, kantor, kantor.let_in_analis())
    window(app).open_tab("lembar_kerja")
    page = window(app).page()
    assert isinstance(page, EntryPage)
    return app, page


def _field(app: App, name: str) -> QLineEdit:
    return next(one for one in window(app).page().findChildren(QLineEdit) if one.accessibleName() == name)


def test_the_cell_stays_when_the_size_changes(qtbot: QtBot) -> None:
    """What is typed next must not go into the first cell."""
    app, page = _lembar_kerja(qtbot)
    assert page.grid is not None
    page.grid.go_to("1.3", "target")
    before = page.standing()
    window(app).size_asked.emit(1)
    again = window(app).page()
    assert isinstance(again, EntryPage)
    assert again is not page
    assert again.grid is not None
    assert again.standing() == before == (page.case_id, "1.3", "target")
    assert window(app).focusWidget() is again.grid


def test_every_page_stands_where_it_stood(app: App, qtbot: QtBot) -> None:
    """What is read beside the window is read to its end first: another size waits for it."""
    main = window(app)

    before: dict[str, tuple[str, ...]] = {}

    def rest() -> None:
        """Nothing is read any more, and what was read is there to be chosen from."""
        qtbot.waitUntil(lambda: not app._context().office.store.busy and all(map(QComboBox.count, choices())))

    def choices() -> list[QComboBox]:
        return [one for one in main.page().findChildren(QComboBox) if one.isVisible()]

    for role in [role.key for role in main.frame_model().roles]:
        rest()
        main.role_chosen.emit(role)
        before.clear()
        for spec in main.tab_specs():
            main.open_tab(spec.key)
            rest()
            before[spec.key] = main.page().standing()
        main.size_asked.emit(-1 if percent() > 100 else 1)
        assert main.tab() == main.tab_specs()[-1].key
        for key in before:
            main.open_tab(key)
            qtbot.waitUntil(lambda: main.page().standing() == before[main.tab()])


def test_the_plan_and_the_annual_report_stand_where_they_stood(qtbot: QtBot, kantor: Kantor) -> None:
    kantor.let_in("rahma")
    main = window(entered(qtbot, kantor, "rahma"))
    main.open_tab("rencana_kinerja")
    main.page().stand("2026:1.2", "target")
    main.open_tab("laporan_tahunan")
    qtbot.waitUntil(lambda: not kantor.office.store.busy)
    before = main.page().standing()
    main.size_asked.emit(1)
    qtbot.waitUntil(lambda: main.page().standing() == before)
    main.open_tab("rencana_kinerja")
    qtbot.waitUntil(lambda: main.page().standing() == ("2026:1.2", "target"))


def test_the_archive_keeps_what_is_looked_for(app: App) -> None:
    window(app).open_tab("arsip", "laporan")
    before = window(app).page().standing()
    window(app).size_asked.emit(1)
    assert window(app).page().standing() == before
    assert before[0] == "laporan"


def test_the_inbox_keeps_scope_quarter_words_and_task(app: App) -> None:
    page = window(app).page()
    page.stand("SEMUA", "", "laporan", "")
    before = page.standing()
    window(app).size_asked.emit(1)
    assert window(app).page().standing() == before
    assert before[0] == "SEMUA"
    assert before[2] == "laporan"


def test_what_waits_for_simpan_holds_the_size(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("kinerja_desktop.ui.dressing.tell_fault", lambda _, fault: said.append(fault.sentence))
    roles = {role.key: role for role in window(app).frame_model().roles}
    admin = next(key for key in roles if key.startswith(Role.ADMIN.value))
    window(app).role_chosen.emit(admin)
    window(app).open_tab("pengaturan")
    page = window(app).page()
    assert isinstance(page, SettingsPage)
    field = page.findChild(QComboBox, "tampilan.tema")
    assert field is not None
    field.setCurrentIndex(field.findData("gelap"))
    window(app).size_asked.emit(1)
    assert percent() == 100
    assert said == ["Perubahan pada Pengaturan belum disimpan. Simpan atau batalkan dahulu, lalu ubah besar tulisan."]


def test_the_colours_of_the_office_give_way_to_those_chosen(app: App) -> None:
    appearance.choose(Chosen(mode=Mode.GELAP))
    app._dressing.put_on()
    assert theme.current().mode is Mode.GELAP
    office = settings.office_view(app._context()).tampilan
    dialog = AppearanceDialog(window(app), office, appearance.chosen())
    assert part(dialog, QComboBox, "besar_tulisan").currentText() == "Seperti kantor (100%)"
    assert part(dialog, QComboBox, "warna_layar").currentText() == "Gelap"
    assert dialog.wanted() == Chosen(mode=Mode.GELAP)
    part(dialog, QComboBox, "besar_tulisan").setCurrentText("150%")
    assert dialog.wanted() == Chosen(150, Mode.GELAP)


def test_a_choice_that_cannot_be_read_is_that_of_the_office() -> None:
    remembered.keep("tampilan/skala", "900")
    remembered.keep("tampilan/tema", "merah")
    assert appearance.chosen() == Chosen()
    assert appearance.look(Tampilan("gelap", 125, 10), appearance.chosen()) == theme.Theme(
        Mode.GELAP, theme.Scale(1.25)
    )


def test_who_writes_goes_on_writing_when_the_size_changes(qtbot: QtBot) -> None:
    """Letters typed after it must not be lost, nor go into the grid."""
    kantor = copied(filling)
    app = entered(qtbot, kantor, kantor.let_in_analis())
    window(app).open_tab("lembar_kerja")
    words = part(window(app).page(), QPlainTextEdit, "tindak_lanjut")
    words.setFocus()
    qtbot.keyClicks(words, "Loket dibuka.")
    for _ in "dibuka.":
        qtbot.keyClick(words, Qt.Key.Key_Left)
    qtbot.keyClick(words, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    again = window(app).focusWidget()
    assert again is part(window(app).page(), QPlainTextEdit, "tindak_lanjut")
    qtbot.keyClicks(again, "kedua ")
    assert isinstance(again, QPlainTextEdit)
    assert again.toPlainText() == "Loket kedua dibuka."


def test_who_writes_in_a_panel_that_folds_goes_on_when_the_size_changes(qtbot: QtBot) -> None:
    """On an old screen a larger text folds the panel away; the letters went into the figure."""
    app, page = _lembar_kerja(qtbot)
    assert page.grid is not None
    window(app).resize(900, 600)
    page.open_panel()
    page.grid.go_to("1.3", "realisasi")
    part(page, QPlainTextEdit, "faktor_pendukung").setFocus()
    qtbot.keyClicks(_focus(app), "Naik sejak ")
    for _ in range(2):
        qtbot.keyClick(_focus(app), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(_focus(app), "2025")
    assert part(window(app).page(), QPlainTextEdit, "faktor_pendukung").toPlainText().startswith("Naik sejak 2025")


def test_who_writes_the_report_goes_on_when_the_size_changes(qtbot: QtBot) -> None:
    """With the figures in front again, what follows would be typed over one of them."""
    kantor = copied(reporting)
    who = kantor.kasubag().actor.id
    with kantor.office.store.read() as unit:
        name = unit.people.get(who).pengguna
    assert name is not None
    kantor.let_in(name)
    app = entered(qtbot, kantor, name)
    window(app).open_tab("laporan_seksi")
    page = window(app).page()
    qtbot.mouseClick(
        next(one for one in page.findChildren(QPushButton) if one.text() == "Uraian"), Qt.MouseButton.LeftButton
    )
    part(page, QPlainTextEdit, "uraian").setFocus()
    qtbot.keyClicks(_focus(app), "Pelayanan ")
    qtbot.keyClick(_focus(app), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(_focus(app), "berjalan.")
    assert part(window(app).page(), QPlainTextEdit, "uraian").toPlainText() == "Pelayanan berjalan."


def test_who_types_a_figure_goes_on_typing_it_when_the_size_changes(qtbot: QtBot) -> None:
    """A digit alone, or beside dots that nobody typed, would be another figure."""
    app, page = _lembar_kerja(qtbot)
    assert page.grid is not None
    page.grid.go_to("1.1", "realisasi")
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_1)
    qtbot.keyClicks(_focus(app), "234")
    qtbot.keyClick(_focus(app), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(_focus(app), Qt.Key.Key_5)
    qtbot.keyClick(_focus(app), Qt.Key.Key_Return)
    again = window(app).page()
    assert isinstance(again, EntryPage)
    assert again is not page
    assert again.sheet.isi.of("1.1").realisasi == 12345


def _focus(app: App) -> QWidget:
    found = window(app).focusWidget()
    assert found is not None
    return found
