"""What Qt itself shows is Indonesian too."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui import qt_words


@pytest.fixture
def words(qapp: QApplication) -> Iterator[None]:
    installed = qt_words.install(qapp)
    yield
    qapp.removeTranslator(installed)


@pytest.mark.usefixtures("words")
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_menus_of_text_fields_are_indonesian(qtbot: QtBot, kind: type[QLineEdit | QPlainTextEdit]) -> None:
    field: QWidget = kind()
    qtbot.addWidget(field)
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)
    said = [a.text().partition("\t")[0].replace("&", "") for a in menu.actions() if a.text()]
    assert said[:7] == ["Urungkan", "Ulangi", "Potong", "Salin", "Tempel", "Hapus", "Pilih Semua"]


@pytest.mark.usefixtures("words")
def test_the_window_for_files_is_indonesian_and_unknown_words_stay(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    label = QFileDialog.DialogLabel
    said = [dialog.labelText(one).replace("&", "") for one in (label.LookIn, label.FileName, label.FileType)]
    assert said == ["Cari di:", "Nama berkas:", "Jenis berkas:"]
    assert qapp.translate("QFileDialog", "Not a word of ours") == "Not a word of ours"
