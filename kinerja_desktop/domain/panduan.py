"""The printed help: a handbook of one role, its guide of one page, the sheet for the wall.

All of them are made of the subjects of ``petunjuk``. To add one: its frozen object here and its page in
``documents.panduan_pdf``.
"""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan import Naskah
from kinerja_desktop.domain.petunjuk import Potongan, Subjek


@dataclass(frozen=True, slots=True)
class Lembaran:
    """Subjects printed one after another, as someone asked for them on the screen."""

    naskah: Naskah
    subjek: tuple[Subjek, ...]


@dataclass(frozen=True, slots=True)
class PanduanSatuHalaman:
    """What a role does, to lie beside the keyboard: one page."""

    naskah: Naskah
    subjek: Subjek


@dataclass(frozen=True, slots=True)
class BukuPanduan:
    """A handbook with cover, contents and one chapter for each group; ``versi`` is that of the program."""

    naskah: Naskah
    peran: str
    versi: str
    bab: tuple[tuple[str, tuple[Subjek, ...]], ...]


@dataclass(frozen=True, slots=True)
class LangkahDinding:
    """One step on the wall: its number, its name, and in words whose it is, until when, what is pressed."""

    nomor: str
    judul: str
    isi: tuple[Potongan, ...]


@dataclass(frozen=True, slots=True)
class LembarDinding:
    """The SOP's steps on one turned sheet, with its last line."""

    naskah: Naskah
    langkah: tuple[LangkahDinding, ...]
    kaki: str
