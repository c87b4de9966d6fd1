"""Help inside the program: F1 on a field finds its place, every place exists and is reached, the window reads."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.petunjuk import Tempat
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import guide
from kinerja_desktop.services.context import Context, FreshFor
from kinerja_desktop.services.settings_declared import BY_KEY
from kinerja_desktop.ui.app import App
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.guide import places
from kinerja_desktop.ui.guide.asking import show_place
from kinerja_desktop.ui.guide.places import IN_DIALOG, OF_CLASS, OF_FIELD, OF_NAME, OF_TITLE, place_of
from kinerja_desktop.ui.guide.window import GuideWindow
from kinerja_desktop.ui.login_shell import LoginFrame, LoginShell
from kinerja_desktop.ui.people.seksi_dialog import SeksiDialog
from kinerja_desktop.ui.planning.fields import KOLOM, ROMAWI
from kinerja_desktop.ui.review.approve_dialog import ApproveDialog
from kinerja_desktop.ui.review.notes import Notes
from kinerja_desktop.ui.review.return_dialog import ReturnDialog
from kinerja_desktop.ui.role_tabs import OF_ROLE, TABS, tabs_for
from kinerja_desktop.ui.runner import InlineRunner
from kinerja_desktop.ui.start import FirstWindow
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.work.password import PasswordAgain
from kinerja_desktop.ui.work.question import Question
from tests.ui.conftest import SCREENS, InstallTheme, unreadable
from tests.ui.kantor import Kantor
from tests.ui.running import entered, window
from tests.ui.scenes import copied, filling, reviewing

UI = Path(places.__file__).parents[1]
ALL = {place for subjek in guide.subjects() for place in (Tempat(subjek.kunci), *subjek.places())}
BASES = {"Dialog", "GuidedDialog", "ReasonDialog"}
"""Frames of dialogs; which one it is, its title says."""
OF_PAGE = {"Daftar tombol": "", "Galat": ""}


def dialog_classes() -> Iterator[str]:
    """Every class of a dialog in the window's code."""
    for file in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and any("Dialog" in ast.unparse(base) for base in node.bases):
                yield node.name


def dialog_titles() -> Iterator[str]:
    """Titles of dialogs that are made without a class: `Dialog(parent, "…")`, `Konfirmasi("…")`, `Alasan("…")`."""
    for file in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                at = {"Dialog": 1, "Konfirmasi": 0, "Alasan": 0}.get(node.func.id)
                if at is not None and len(node.args) > at and isinstance(node.args[at], ast.Constant):
                    yield node.args[at].value  # type: ignore[attr-defined]  # a constant, as was just asked


FIELDS = (QLineEdit, QComboBox, QPlainTextEdit)


@pytest.mark.parametrize("role", Role)
def test_f1_on_a_field_of_a_tab_leads_to_what_is_told_of_it(qtbot: QtBot, role: Role) -> None:
    kantor = copied(reviewing)
    own = {Role.KASUBAG: kantor.kasubag, Role.ANALIS: kantor.analis}.get(role, kantor.kabid)()
    who = kantor.ctx("rahma", role) if role is Role.KASUBAG_PERENCANAAN else own
    ctx = Context(kantor.office, replace(who.actor, role=role))
    for spec in tabs_for(role, Desk(lambda: ctx, InlineRunner())):
        page = spec.factory()
        qtbot.addWidget(page)
        page.load()
        fields = [field for kind in FIELDS for field in page.findChildren(kind)]
        found = {f"{field.accessibleName()} ({field.objectName()})": place_of(field, spec.key) for field in fields}
        assert [name for name, place in found.items() if not place.bagian] == [], spec.key
        assert set(found.values()) <= ALL, spec.key


def test_every_field_of_the_card_of_an_indikator_is_told_by_its_label_where_f1_leads() -> None:
    told = {
        (part.judul, piece.teks)
        for part in guide.subject("rencana_kinerja").bagian
        for block in part.blok
        for piece in block.isi
    }
    led = {(Tempat.read(OF_NAME[f"rencana_kinerja/{one.kunci}"]).bagian, one.label) for one in KOLOM}
    between = {(group, f"{words} TW {n}") for group, words in _QUARTERS for n in ROMAWI}
    assert led - told == between


_QUARTERS = (("Target", "Target"), ("Rencana aksi pada kartu", "Rencana aksi"))
"""The help tells of all four together."""


@pytest.fixture
def kantor() -> Kantor:
    return copied(filling)


@pytest.fixture
def app(qtbot: QtBot, kantor: Kantor) -> App:
    return entered(qtbot, kantor)


def test_every_tab_has_a_subject_that_belongs_to_its_role() -> None:
    for role, keys in OF_ROLE.items():
        for key in keys:
            named = "keutuhan" if key == "keutuhan" else key
            assert guide.subject(named).concerns(role), (role, key)


def test_every_dialog_has_a_place() -> None:
    assert {name for name in dialog_classes() if name not in BASES | {"Dialog"}} - set(OF_CLASS) == set()
    assert set(dialog_titles()) - set(OF_TITLE) == set()


def test_every_place_that_f1_knows_exists() -> None:
    tables = (OF_NAME, OF_FIELD, OF_TITLE, OF_CLASS, *IN_DIALOG.values())
    known = {Tempat.read(told) for table in tables for told in table.values()}
    assert known - ALL == set()


@pytest.mark.parametrize(("dialog", "name"), [(d, name) for d, fields in IN_DIALOG.items() for name in fields])
def test_a_field_of_a_dialog_is_told_before_the_whole(qtbot: QtBot, dialog: str, name: str) -> None:
    made = type(dialog, (Dialog,), {})(None, "Setujui", "")
    qtbot.addWidget(made)
    field = QWidget()
    field.setObjectName(name)
    made.body.addWidget(field)
    assert place_of(field) == Tempat.read(IN_DIALOG[dialog][name])
    assert dialog in dialog_classes()


def told_in(dialog: Dialog, name: str) -> Tempat:
    field = dialog.findChild(QWidget, name)
    assert field is not None, name
    return place_of(field)


def test_f1_on_a_field_of_a_dialog_leads_to_what_is_told_of_it(app: App) -> None:
    sections = SeksiDialog(window(app), list, lambda *_: None)
    returned = ReturnDialog(window(app), Question("Kembalikan", "", ""), Notes(), [("1.1", "Jumlah surat")])
    password = PasswordAgain(app._context, FreshFor.APPROVE)
    approved = ApproveDialog(window(app), Question("Setujui", "", ""), password, exception=False)
    assert told_in(sections, "kode_seksi") == Tempat("pengguna", "Seksi")
    assert told_in(returned, "alasan") == Tempat("pemeriksaan", "Mengembalikan")
    assert told_in(returned, "isi_catatan") == Tempat("pemeriksaan", "Memberi catatan")
    assert told_in(approved, "sandi") == Tempat("sandi", "Sandi ditanya lagi")
    assert told_in(approved, "faktor") == Tempat("lembar_kerja", "Faktor dan tindak lanjut")


def test_every_field_that_f1_knows_is_labelled_so_somewhere() -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in UI.rglob("*.py") if file.parent.name != "guide")
    assert [name for name in OF_FIELD if f'"{name}"' not in code] == []


def test_every_setting_has_the_place_of_its_group(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    for kunci, setelan in BY_KEY.items():
        field.setObjectName(kunci)
        assert place_of(field, "pengaturan") in ALL, setelan.label


def test_f1_before_the_log_in_opens_the_help_of_the_log_in(qtbot: QtBot) -> None:
    page = LoginShell(LoginFrame("Kecamatan Kelara", "Kabupaten Jeneponto"))
    first = FirstWindow(page)
    qtbot.addWidget(first)
    first.show()
    QApplication.sendEvent(page, _f1())
    assert help_of(first).place() == Tempat("mulai")


def test_every_class_that_f1_knows_exists() -> None:
    defined = {
        node.name
        for file in UI.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    assert set(OF_CLASS) - defined == set()


def test_every_subject_is_in_the_contents_and_in_some_handbook(shown: GuideWindow) -> None:
    listed = {shown.contents.item(at).data(Qt.ItemDataRole.UserRole) for at in range(shown.contents.count())} - {None}
    assert listed == {Tempat(subjek.kunci) for subjek in guide.subjects()}
    assert all(any(subjek.concerns(role) for role in Role) for subjek in guide.subjects())


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[GuideWindow]:
    """The help at its first subject, beside a window."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    made = show_place(parent, Tempat("mulai"))
    qtbot.waitExposed(made)
    yield made
    parent.close()


def help_of(where: QWidget) -> GuideWindow:
    found = where.findChild(GuideWindow)
    assert found is not None
    return found


def test_f1_on_a_tab_opens_its_subject(app: App, qtbot: QtBot) -> None:
    window(app).open_tab("pemantauan")
    qtbot.keyClick(window(app), Qt.Key.Key_F1)
    assert help_of(window(app)).place().subjek == "pemantauan"


def test_f1_in_the_search_field_opens_the_search(app: App, qtbot: QtBot) -> None:
    field = window(app).search_field()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_F1)
    assert help_of(window(app)).place() == Tempat("jendela", "Mencari")


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTableWidget, QComboBox])
def test_f1_in_a_dialog_opens_beside_it(app: App, kind: type[QWidget]) -> None:
    dialog = Dialog(window(app), "Tempat Simpan", "Di mana?")
    field = kind()
    dialog.body.addWidget(field)
    told: list[Tempat] = []

    def ask() -> None:
        field.setFocus()
        QApplication.sendEvent(field, _f1())
        told.append(help_of(dialog).place())
        dialog.reject()

    QTimer.singleShot(100, dialog, ask)
    dialog.exec()
    assert told == [Tempat("arsip", "Tempat simpan")]


def _f1() -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)


@pytest.mark.usefixtures("qtbot")
def test_a_grid_that_tabs_share_tells_of_its_own_tab() -> None:
    class GridView(QWidget):
        pass

    grid = GridView()
    assert place_of(grid, "lembar_kerja") == Tempat("lembar_kerja", "Mengisi angka")
    assert place_of(grid, "laporan_seksi") == Tempat("laporan_seksi")
    assert set(TABS) <= {place.subjek for place in ALL}


def test_words_are_found_and_opened_by_keys_alone(qtbot: QtBot, shown: GuideWindow) -> None:
    qtbot.keyClick(shown, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(shown.search, "kode sekali masuk")
    qtbot.keyClick(shown.search, Qt.Key.Key_Return)
    assert shown.place() == Tempat("sandi", "Lupa sandi")
    qtbot.keyClick(shown, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown.place() == Tempat("mulai")


def test_words_that_stand_nowhere_are_told(qtbot: QtBot, shown: GuideWindow) -> None:
    shown.search.setText("zebra")
    assert not shown.contents.isVisible()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.contents.isVisible()
    assert shown.isVisible()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shown.isVisible())


def test_a_link_leads_on(shown: GuideWindow) -> None:
    shown.page.anchorClicked.emit(QUrl("sandi%23Lupa%20sandi"))
    assert shown.place() == Tempat("sandi", "Lupa sandi")
    assert shown.back.isEnabled()


@pytest.mark.parametrize(("factor", "size"), SCREENS)
def test_nothing_is_cut_off(qtbot: QtBot, install_theme: InstallTheme, factor: float, size: tuple[int, int]) -> None:
    install_theme(factor=factor)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    shown = show_place(parent, Tempat("lembar_kerja", "Tidak ada data"))
    shown.resize(min(shown.width(), size[0]), min(shown.height(), size[1]))
    assert unreadable(shown) == []
