"""Asking somebody for files and folders, through the window that the system has for it.

All of them begin where the last one ended, the first in the folder of documents, or at home where there is none: the
program's own working folder is no place of the staff (see ``surroundings``). One more kind of file: its line below.
"""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

EXCEL = "Buku kerja Excel (*.xlsx)"
WORD = "Dokumen Word (*.docx)"
PDF = "Dokumen PDF (*.pdf)"
CSV = "CSV (*.csv)"
TEXT = "Teks (*.txt)"
PICTURE = "Gambar (*.png *.jpg *.jpeg)"
PAPER = "PDF atau foto kertas (*.pdf *.jpg *.jpeg)"
SCAN = "Pindaian (*.pdf *.jpg *.jpeg)"
SHEET = "Teks atau pindaian (*.txt *.jpg *.jpeg *.pdf)"
BACKUP = "Cadangan (*.kpb)"
UPDATE = "Paket pembaruan (*.kpu)"
ANY = "Semua berkas (*)"
_OURS = (EXCEL, WORD, PDF, CSV, TEXT)
"""What the program writes."""


class _Last:
    """Holder of the folder in which somebody chose last: a program has one."""

    folder: Path | None = None


def kind_of(name: str) -> str:
    """The kind to offer for a file that is to be called so."""
    ending = Path(name).suffix.lower()
    if not ending:
        return ANY
    return next((kind for kind in _OURS if ending in _endings(kind)), f"Berkas {ending[1:].upper()} (*{ending})")


def choose_file(parent: QWidget, title: str, *kinds: str) -> Path | None:
    """One file that is there; nothing where it was taken back."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(_folder()), ";;".join(kinds))
    return _kept(chosen)


def choose_files(parent: QWidget, title: str, *kinds: str) -> list[Path]:
    """Files of one folder; none where it was taken back."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(_folder()), ";;".join(kinds))
    return [path for name in chosen if (path := _kept(name))]


def choose_target(parent: QWidget, title: str, name: str, *kinds: str) -> Path | None:
    """Where to write what is proposed as ``name``; without ``kinds`` its own.

    What is typed without its ending gets it. Where a file of that whole name is there already, the window asks once
    more, so that it is the system's own question which lets it be replaced.
    """
    offered = kinds or (kind_of(name),)
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(_folder() / name), ";;".join(offered))
    path = _kept(chosen)
    if path is None:
        return None
    kind = kind or next((one for one in offered if path.suffix.lower() in _endings(one)), offered[0])
    if not _endings(kind) or path.suffix.lower() in _endings(kind):
        return path
    of_another = any(path.suffix.lower() in _endings(one) for one in offered)
    whole = path.with_name((path.stem if of_another else path.name) + _endings(kind)[0])
    return choose_target(parent, title, str(whole), kind) if whole.exists() else whole


def choose_folder(parent: QWidget, title: str) -> Path | None:
    """A folder; nothing where it was taken back."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(_folder()))
    if not chosen:
        return None
    _Last.folder = Path(chosen)
    return _Last.folder


def _endings(kind: str) -> list[str]:
    return re.findall(r"\*(\.\w+)", kind)


def _folder() -> Path:
    """The last one, the documents, or the home of who works here: a place that is not there becomes Qt's own choice."""
    if _Last.folder is not None and _Last.folder.is_dir():
        return _Last.folder
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    if documents.is_dir():
        return documents
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation))


def _kept(chosen: str) -> Path | None:
    if not chosen:
        return None
    path = Path(chosen)
    _Last.folder = path.parent
    return path
