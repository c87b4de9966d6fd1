"""Frozen objects of the papers of planning: Perjanjian Kinerja, Rencana Aksi, IKU, Kartu Indikator."""

from dataclasses import dataclass, field

from kinerja_desktop.domain.frozen import LATER
from kinerja_desktop.domain.laporan import Angka, BarisRenstra, Naskah, Penandatangan, Pihak, RencanaAksi


@dataclass(frozen=True, slots=True)
class BarisJanji:
    """One indikator of the agreement with the target of the year."""

    no: str
    indikator: str
    satuan: str
    target: Angka


@dataclass(frozen=True, slots=True)
class KelompokJanji:
    """A sasaran, or what stands below it, and what is promised of it; ``tingkat`` is what it is."""

    sasaran: str
    baris: tuple[BarisJanji, ...]
    tingkat: str = field(default="Sasaran", metadata=LATER)


@dataclass(frozen=True, slots=True)
class BarisDana:
    """One line of the agreement's budget."""

    no: str
    uraian: str
    anggaran: Angka
    keterangan: str


@dataclass(frozen=True, slots=True)
class PerjanjianKinerja:
    """The agreement of the head of the office with the head of region: statement, targets, budget.

    ``pembuka`` stands before the parties, ``pernyataan`` behind them. ``tingkat_dana`` heads the budget lines.
    """

    naskah: Naskah
    pembuka: str
    pertama: Pihak
    kedua: Pihak
    pernyataan: tuple[str, ...]
    janji: tuple[KelompokJanji, ...]
    tingkat_dana: str
    dana: tuple[BarisDana, ...]
    jumlah: Angka
    paraf: tuple[str, ...]

    @property
    def penandatangan(self) -> Penandatangan:
        """Who makes the paper."""
        return self.pertama.tanda_tangan

    @property
    def di_dalam_kantor(self) -> bool:
        """Of a seksi with the head of the office: a head of region signs without NIP (DOMAIN 1.3)."""
        return bool(self.kedua.tanda_tangan.nip)


@dataclass(frozen=True, slots=True)
class LembarRencanaAksi:
    """The Rencana Aksi: every indikator with its year, its quarters, what is done, its money and who answers."""

    naskah: Naskah
    rencana: tuple[RencanaAksi, ...]
    penandatangan: Penandatangan
    catatan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DaftarIku:
    """The Indikator Kinerja Utama with reason, formula and source."""

    naskah: Naskah
    baris: tuple[BarisRenstra, ...]
    penandatangan: Penandatangan


@dataclass(frozen=True, slots=True)
class KartuIndikator:
    """What one indikator is and how it is measured: its name and rows of a head and its words."""

    judul: str
    baris: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DaftarKartu:
    """The cards of all indikator of a plan."""

    naskah: Naskah
    kartu: tuple[KartuIndikator, ...]
    penandatangan: Penandatangan
