"""Icons: the Phosphor set of QtAwesome and nothing else, loaded when the first one is painted.

An icon asks the theme for its colour each time it is painted, so a change of theme needs no new icons. The log-in
window paints none (the font costs more than it may). One more icon: a member of `Icon`; a test sees
that the font has both of its shapes.
"""

import json
from enum import Enum
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.none_guard import keep_none_alive
from kinerja_desktop.ui.qt_numbers import ALIGN_CENTER
from kinerja_desktop.ui.theme import Ink, Tone

_GLYPH_IN_BOX = 0.875
"""Size of the letter in its box, as QtAwesome draws it."""


class Icon(Enum):
    """What an icon shows; the value is its name in the font. Several meanings may share one shape."""

    # tabs
    KOTAK_TUGAS = "tray"
    PENUGASAN = "paper-plane-tilt"
    DISPOSISI = "share-network"
    LEMBAR_KERJA = "table"
    LAPORAN_SEKSI = "file-text"
    PEMERIKSAAN = "clipboard-text"
    PEMANTAUAN = "chart-bar"
    RENCANA_KINERJA = "target"
    LAPORAN_TRIWULAN = "files"
    LAPORAN_TAHUNAN = "book-open"
    ARSIP = "archive"
    CADANGAN = "hard-drives"
    PENGGUNA = "users"
    KALENDER = "calendar"
    PENGATURAN = "gear"
    PERIKSA = "shield-check"
    # acts
    MENU = "list"
    CARI = "magnifying-glass"
    KEMBALI_KE = "arrow-left"
    MAJU = "arrow-right"
    KIRI = "caret-left"
    KANAN = "caret-right"
    BUKA_KE_BAWAH = "caret-down"
    KEMBALIKAN = "arrow-u-up-left"
    SETUJUI = "check"
    AJUKAN = "paper-plane-right"
    URUNGKAN = "arrow-counter-clockwise"
    ULANGI = "arrow-clockwise"
    SALIN = "clipboard"
    BUKTI = "paperclip"
    CETAK = "printer"
    PRATINJAU = "eye"
    SIMPAN_PDF = "download-simple"
    PILIH_BERKAS = "folder-open"
    TAMBAH = "plus"
    KURANG = "minus"
    DIPILIH = "check-square"
    TIDAK_DIPILIH = "square"
    UBAH = "pencil-simple"
    TUTUP = "x"
    MUAT_ULANG = "arrows-clockwise"
    SUSUN = "sliders-horizontal"
    LAYAR = "monitor"
    BANTUAN = "question"
    GANTI_PENGGUNA = "user-circle"
    KELUAR = "sign-out"
    # states
    DISETUJUI = "check-circle"
    SALAH = "x-circle"
    PERINGATAN = "warning"
    KOSONG = "circle"
    BELUM_LENGKAP = "circle-half"
    TERKUNCI = "lock"
    TANPA_DATA = "note"
    CATATAN = "push-pin"
    WAKTU = "clock"
    NANTI = "calendar-blank"
    JADWAL = "calendar-check"
    DRAF = "pencil-line"
    INFO = "info"
    PERAN = "identification-card"
    DOKUMEN = "copy-simple"
    BERKAS_PDF = "file-pdf"
    PAPARAN = "presentation"
    GAMBAR = "image"
    TAUTAN = "link"
    # categories of capaian
    SANGAT_TINGGI = "caret-double-up"
    TINGGI = "caret-up"
    SANGAT_RENDAH = "caret-double-down"


class Shape(Enum):
    """Regular for acts and tabs, filled (or bold, for what is an outline by nature) for states and the open tab."""

    REGULAR = ""
    BOLD = "-bold"
    FILL = "-fill"


class _Font:
    """The letters of the one font, by name."""

    def __init__(self, folder: Path) -> None:
        files = {file.suffix: file for file in folder.iterdir() if file.name.startswith("phosphor-")}
        number = QFontDatabase.addApplicationFont(str(files[".ttf"]))
        self._family = QFontDatabase.applicationFontFamilies(number)[0]
        self._codes: dict[str, str] = json.loads(files[".json"].read_text(encoding="utf-8"))

    def letter(self, name: str) -> str:
        """One of 4,470, of which a window shows a few, so it is made when it is asked for. Raises KeyError."""
        return chr(int(self._codes[name], 16))

    def sized(self, pixels: int) -> QFont:
        """The font for letters so high."""
        made = QFont(self._family)
        made.setPixelSize(pixels)
        return made


class _Loaded:
    font: _Font | None = None


def load() -> _Font:
    """Load the one font; call it after the first paint of the main window, else the first icon does."""
    if _Loaded.font is None:
        _Loaded.font = _read_font()
    return _Loaded.font


def _read_font() -> _Font:
    """QtAwesome's files without its code, which would load OpenGL and cost a tenth of a start and 20 MB."""
    keep_none_alive()
    found = find_spec("qtawesome")
    assert found is not None
    return _Font(Path((found.submodule_search_locations or [""])[0]) / "fonts")


def glyph(icon: Icon, shape: Shape = Shape.REGULAR) -> str:
    """The letter of an icon in the font."""
    return load().letter(f"{icon.value}{shape.value}")


def paint(painter: QPainter, box: QRect | QRectF, icon: Icon, colour: QColor, shape: Shape = Shape.REGULAR) -> None:
    """Paint an icon in the middle of a box, as high as the box."""
    painter.save()
    painter.setPen(colour)
    painter.setFont(load().sized(round(_GLYPH_IN_BOX * box.height())))
    painter.drawText(QRectF(box), ALIGN_CENTER, glyph(icon, shape))
    painter.restore()


def icon(name: Icon, ink: Ink | Tone = Ink.TEXT_2, shape: Shape = Shape.REGULAR) -> QIcon:
    """An icon for buttons, menus and actions that follows the theme."""
    return QIcon(_ThemedIcon(name, ink, shape))


class _ThemedIcon(QIconEngine):
    """Paints one glyph in the colour that its ink has at that moment."""

    def __init__(self, name: Icon, ink: Ink | Tone, shape: Shape) -> None:
        super().__init__()
        self._name, self._ink, self._shape = name, ink, shape

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ink = Ink.TEXT_3 if mode is QIcon.Mode.Disabled else self._ink
        paint(painter, rect, self._name, theme.color(ink), self._shape)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._drawn(size, 1.0, mode, state)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self._drawn(size, scale, mode, state)

    def _drawn(self, size: QSize, ratio: float, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.setDevicePixelRatio(ratio)
        made.fill(QColor(0, 0, 0, 0))
        painter = QPainter(made)
        logical = QSize(round(size.width() / ratio), round(size.height() / ratio))
        self.paint(painter, QRect(QPoint(0, 0), logical), mode, state)
        painter.end()
        return made
