"""How a state of a step looks: tone and symbol, always with its words. One more state: one line in ``LOOK``."""

from collections.abc import Mapping

from kinerja_desktop.services.monitoring import KeadaanLangkah
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Tone

LOOK: Mapping[KeadaanLangkah, tuple[Tone, Icon, Shape]] = {
    KeadaanLangkah.BELUM: (Tone.NETRAL, Icon.KOSONG, Shape.BOLD),
    KeadaanLangkah.SELESAI: (Tone.SELESAI, Icon.SETUJUI, Shape.BOLD),
    KeadaanLangkah.SELESAI_LEWAT: (Tone.PERHATIAN, Icon.PERINGATAN, Shape.FILL),
    KeadaanLangkah.BERJALAN: (Tone.BERJALAN, Icon.LEMBAR_KERJA, Shape.FILL),
    KeadaanLangkah.HARI_INI: (Tone.PERHATIAN, Icon.WAKTU, Shape.BOLD),
    KeadaanLangkah.TERLAMBAT: (Tone.SALAH, Icon.WAKTU, Shape.FILL),
    KeadaanLangkah.DIPERBAIKI: (Tone.KEMBALI, Icon.KEMBALIKAN, Shape.BOLD),
}
CHIPPED = frozenset(
    {KeadaanLangkah.HARI_INI, KeadaanLangkah.TERLAMBAT, KeadaanLangkah.DIPERBAIKI, KeadaanLangkah.BERJALAN}
)
"""States of a cell that stand out as a chip; the others are plain words with a symbol."""
QUIET = frozenset({KeadaanLangkah.SELESAI, KeadaanLangkah.BELUM})
"""States whose words are plain text; only the symbol has a colour."""
