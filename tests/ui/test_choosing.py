"""Where windows for files begin, and what becomes of a name typed without its ending."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui import choosing
from kinerja_desktop.ui.choosing import ANY, CSV, EXCEL, PDF, choose_file, choose_folder, choose_target, kind_of

DOCUMENTS, HOME = QStandardPaths.StandardLocation.DocumentsLocation, QStandardPaths.StandardLocation.HomeLocation


@pytest.fixture
def parent(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    """A window in a program in which nobody has chosen yet."""
    monkeypatch.setattr(choosing._Last, "folder", None)
    window = QWidget()
    qtbot.addWidget(window)
    return window


class Answers:
    """What a person answers, one after another, and what each window offered: its place and its kinds."""

    def __init__(self, *chosen: tuple[str, str]) -> None:
        """Chosen name and kind of each window that will come."""
        self._chosen: Iterator[tuple[str, str]] = iter(chosen)
        self.offered: list[tuple[str, str]] = []

    def __call__(self, _parent: QWidget, _title: str, place: str, kinds: str) -> tuple[str, str]:
        self.offered.append((place, kinds))
        return next(self._chosen)


def test_the_first_window_begins_in_the_documents_and_the_next_where_the_last_ended(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = tmp_path / "Dokumen"
    documents.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", {DOCUMENTS: str(documents)}.get)
    saved, opened = Answers((str(tmp_path / "a.pdf"), PDF)), Answers((str(tmp_path / "b.xlsx"), EXCEL))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", saved)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", opened)
    assert choose_target(parent, "Simpan", "a.pdf") == tmp_path / "a.pdf"
    assert choose_file(parent, "Buka", EXCEL) == tmp_path / "b.xlsx"
    assert saved.offered == [(str(documents / "a.pdf"), PDF)]
    assert opened.offered == [(str(tmp_path), EXCEL)]


def test_without_a_folder_of_documents_it_begins_at_home(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = {DOCUMENTS: str(tmp_path / "Dokumen"), HOME: str(tmp_path)}
    monkeypatch.setattr(QStandardPaths, "writableLocation", places.get)
    opened = Answers(("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", opened)
    assert choose_file(parent, "Buka", PDF) is None
    assert opened.offered == [(str(tmp_path), PDF)], "else Qt begins in the program's own folder"


def test_a_stick_that_was_pulled_out_is_no_place_to_begin(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stik"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    assert choose_folder(parent, "Pilih") == stick
    stick.rmdir()
    opened = Answers(("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", opened)
    assert choose_file(parent, "Buka", PDF) is None
    assert opened.offered[0][0] != str(stick)


@pytest.mark.parametrize(
    ("chosen", "written"),
    [
        (("laporan", EXCEL), "laporan.xlsx"),
        (("laporan tw. II", EXCEL), "laporan tw. II.xlsx"),
        (("laporan.XLSX", EXCEL), "laporan.XLSX"),
        (("laporan.xlsx", CSV), "laporan.csv"),
        (("laporan.csv", ""), "laporan.csv"),
        (("laporan", ""), "laporan.xlsx"),
    ],
)
def test_a_name_without_its_ending_gets_it(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: tuple[str, str], written: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", Answers((str(tmp_path / chosen[0]), chosen[1])))
    assert choose_target(parent, "Simpan", "laporan.xlsx", EXCEL, CSV) == tmp_path / written


def test_what_would_replace_a_file_unasked_is_asked_with_its_whole_name(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "laporan.pdf").write_bytes(b"yang lama")
    asked = Answers((str(tmp_path / "laporan"), PDF), ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", asked)
    assert choose_target(parent, "Simpan", "lain.pdf") is None
    assert asked.offered[1] == (str(tmp_path / "laporan.pdf"), PDF)


def test_the_kind_goes_by_the_ending() -> None:
    assert [kind_of(name) for name in ("a.pdf", "B.XLSX", "foto.jpg", "tanpa")] == [
        PDF,
        EXCEL,
        "Berkas JPG (*.jpg)",
        ANY,
    ]
