"""Words that Qt itself shows, in Indonesian: menus of text fields and scroll bars, its own window for choosing files.

Qt brings no Indonesian. Windows has its own windows for files; the menus are Qt's everywhere. One more word: a line in
``_WORDS``, the source exactly as in Qt.
"""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QTranslator

_WORDS: Final[Mapping[str, str]] = {
    # menus of text fields
    "&Undo": "&Urungkan",
    "&Redo": "U&langi",
    "Cu&t": "Po&tong",
    "&Copy": "&Salin",
    "Copy &Link Location": "Salin A&lamat",
    "&Paste": "&Tempel",
    "Delete": "Hapus",
    "&Delete": "&Hapus",
    "Select All": "Pilih Semua",
    "&Select All": "&Pilih Semua",
    "&Step up": "&Naik",
    "Step &down": "&Turun",
    "Insert Unicode control character": "Sisipkan tanda kendali",
    # menus of scroll bars
    "Scroll here": "Gulir ke sini",
    "Top": "Paling atas",
    "Bottom": "Paling bawah",
    "Left edge": "Paling kiri",
    "Right edge": "Paling kanan",
    "Page up": "Satu layar ke atas",
    "Page down": "Satu layar ke bawah",
    "Page left": "Satu layar ke kiri",
    "Page right": "Satu layar ke kanan",
    "Scroll up": "Gulir ke atas",
    "Scroll down": "Gulir ke bawah",
    "Scroll left": "Gulir ke kiri",
    "Scroll right": "Gulir ke kanan",
    # choosing files
    "&Look in:": "&Cari di:",
    "File &name:": "&Nama berkas:",
    "Files of &type:": "&Jenis berkas:",
    "Directory:": "Folder:",
    "&Open": "&Buka",
    "Open": "Buka",
    "&Save": "&Simpan",
    "Save": "Simpan",
    "Save As": "Simpan Sebagai",
    "&Choose": "&Pilih",
    "Cancel": "Batal",
    "Close": "Tutup",
    "&Yes": "&Ya",
    "&No": "&Tidak",
    "Name": "Nama",
    "Size": "Ukuran",
    "Type": "Jenis",
    "Date Modified": "Tanggal Diubah",
    "Files": "Berkas",
    "Directories": "Folder",
    "Show ": "Tampilkan ",
    "Sidebar": "Daftar tempat",
    "List of places and bookmarks": "Daftar tempat yang sering dibuka",
    "File": "Berkas",
    "Drive": "Diska",
    "Computer": "Komputer",
    "Back": "Kembali",
    "Forward": "Maju",
    "Go back": "Kembali",
    "Go forward": "Maju",
    "Parent Directory": "Folder di Atasnya",
    "Go to the parent directory": "Ke folder di atasnya",
    "Create New Folder": "Buat Folder Baru",
    "Create a New Folder": "Buat Folder Baru",
    "&New Folder": "Folder &Baru",
    "New Folder": "Folder Baru",
    "&Rename": "&Ganti Nama",
    "List View": "Daftar",
    "Detail View": "Rincian",
    "Change to list view mode": "Tampilkan sebagai daftar",
    "Change to detail view mode": "Tampilkan dengan rincian",
    "Show &hidden files": "Tampilkan berkas &tersembunyi",
    "All Files (*)": "Semua Berkas (*)",
    "Find Directory": "Cari Folder",
    # printing, where the system has no window of its own for it
    "Printer": "Printer",
    "&Name:": "&Nama:",
    "P&roperties": "&Sifat",
    "Location:": "Tempat:",
    "Type:": "Jenis:",
    "Output &file:": "Simpan &di:",
    "&Print": "&Cetak",
    "Print": "Cetak",
    "&Options >>": "&Pilihan >>",
    "&Options <<": "&Pilihan <<",
    "Print to File (PDF)": "Simpan sebagai PDF",
    "Local file": "Berkas di komputer ini",
    "Write PDF file": "Berkas PDF",
    "%1 already exists.\nDo you want to replace it?": "%1 sudah ada.\nTimpa berkas itu?",
    "Are you sure you want to delete '%1'?": "Hapus «%1»?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nBerkas tidak ditemukan.\nPeriksa nama berkasnya."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nFolder tidak ditemukan.\nPeriksa nama foldernya."
    ),
}


_KEYS: Final = "QShortcut"
"""Qt asks for the names of keys here, which are those on the keyboard."""


class QtWords(QTranslator):
    """Answers Qt's questions for words; None leaves a word as Qt has it."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str | None:
        return None if context == _KEYS else _WORDS.get(source)


def install(app: QCoreApplication) -> QtWords:
    """Let Qt speak Indonesian from now on."""
    words = QtWords(app)
    app.installTranslator(words)
    return words
