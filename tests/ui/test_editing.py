"""«Sunting» offers what can be taken back: in the field that has the focus, else on the page."""

from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.editing import editing_items
from kinerja_desktop.ui.widgets.edit_table import EditColumn, EditTable
from tests.ui.samples import PlainPage


class Changed(PlainPage):
    """A page with something to take back."""

    def undo_steps(self) -> tuple[Callable[[], object] | None, Callable[[], object] | None]:
        return lambda: self.setObjectName("kembali"), None


def offered(field: QWidget | None, page: PlainPage) -> list[str]:
    return [item.text for item in editing_items(field, page)]


def test_a_text_that_is_typed_comes_before_the_page(qtbot: QtBot) -> None:
    text, page = QPlainTextEdit(), Changed()
    for one in (text, page):
        qtbot.addWidget(one)
    assert offered(text, page) == ["Urungkan"], "nothing was typed: it is the page that takes back"
    qtbot.keyClicks(text, "dua")
    editing_items(text, page)[0].act()
    assert (text.toPlainText(), page.objectName()) == ("", "")
    assert offered(text, page) == ["Urungkan", "Ulangi"]
    editing_items(text, page)[1].act()
    assert text.toPlainText() == "dua"


def test_a_table_offers_its_steps_in_its_menu_as_well(qtbot: QtBot) -> None:
    table, page = EditTable("Anggaran", [EditColumn("Uraian"), EditColumn("Jumlah", 80)]), PlainPage()
    for one in (table, page):
        qtbot.addWidget(one)
    table.set_texts([("Listrik", "5")])
    assert offered(table, page) == []
    item = table.item(0, 1)
    assert item is not None
    item.setText("7")
    menu = table.tools.menu()
    acts = {act.text().split("\t")[0]: act for act in menu.actions()}
    assert not acts["Ulangi"].isEnabled()
    assert acts["Ulangi"].toolTip() == "Belum ada yang diurungkan."
    assert menu.toolTipsVisible()
    acts["Urungkan"].trigger()
    assert table.texts() == [("Listrik", "5")]
    assert offered(table, page) == ["Ulangi"]


def test_what_cannot_be_changed_offers_nothing(qtbot: QtBot) -> None:
    text, page = QPlainTextEdit(), PlainPage()
    for one in (text, page):
        qtbot.addWidget(one)
    qtbot.keyClicks(text, "dua")
    text.setReadOnly(True)
    assert offered(text, page) == []
