"""Frozen object of the Berita Acara Serah Terima: one official hands his post in the program over to another."""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan import Naskah, Penandatangan


@dataclass(frozen=True, slots=True)
class BarisPihak:
    """One line about both parties: what it says of them, the one who hands over, the one who takes over."""

    hal: str
    pertama: str
    kedua: str


@dataclass(frozen=True, slots=True)
class BarisTugas:
    """A task that goes over unfinished: what is asked for, of which period, until when."""

    tugas: str
    masa: str
    batas: str


@dataclass(frozen=True, slots=True)
class BeritaAcaraSerahTerima:
    """Who hands what over to whom. ``kunci`` and ``setelan`` are (what, how it stands).

    ``mengetahui`` is None where the head of the office hands over or takes over himself.
    """

    naskah: Naskah
    pembuka: tuple[str, ...]
    pihak: tuple[BarisPihak, ...]
    penyerahan: tuple[str, ...]
    tugas: tuple[BarisTugas, ...]
    tanpa_tugas: str
    kunci: tuple[tuple[str, str], ...]
    setelan: tuple[tuple[str, str], ...]
    tanpa_setelan: str
    penutup: tuple[str, ...]
    menyerahkan: Penandatangan
    menerima: Penandatangan
    mengetahui: Penandatangan | None
