"""Rows of the Paket Unggah: fields and files of the web form in one list, and how each of them reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kinerja_desktop.domain.numerals import format_angka, format_ukuran
from kinerja_desktop.domain.tanggal import format_tanggal, format_waktu
from kinerja_desktop.services.upload_packet import BarisBerkas, BarisUnggah, KeadaanBerkas, Tanda, UnggahView
from kinerja_desktop.ui.theme import Ink, Tone

_FILES = "Berkas PDF"
_INKS: Mapping[str, Ink | Tone] = {
    "sudah": Tone.SELESAI,
    "berubah": Tone.PERHATIAN,
    "belum": Ink.ACCENT,
    "–": Ink.TEXT_3,
}


@dataclass(frozen=True, slots=True)
class Entri:
    """One line of the form. ``isi`` goes to the clipboard; ``ukuran`` is its count, ``salah`` what is wrong with it."""

    kunci: str
    no: int
    label: str
    milik: str
    isi: str
    ukuran: str
    sidik: str
    salah: str
    saran: str
    tanda: Tanda | None

    @property
    def keadaan(self) -> str:
        """What stands in the column «Sudah diunggah»."""
        if self.tanda is None:
            return "belum" if self.isi else "–"
        return "sudah" if self.tanda.sama else "berubah"

    @property
    def warna(self) -> Ink | Tone:
        """The ink of that word."""
        return _INKS[self.keadaan]

    @property
    def cerita(self) -> str:
        """Who ticked it, when, and whether it is still so."""
        if self.tanda is None:
            return ""
        told = f"{self.tanda.oleh}, {format_tanggal(self.tanda.pada)} {format_waktu(self.tanda.pada)}."
        return told if self.tanda.sama else f"{told} Isinya berubah sesudah itu: unggah lagi."

    @property
    def terbuka(self) -> bool:
        """True where something is left to do."""
        return self.keadaan in ("belum", "berubah")


def entries(view: UnggahView) -> list[Entri]:
    """Fields in the form's order, then its files."""
    fields = [_field(b) for b in view.baris]
    return [*fields, *(_file(n, b) for n, b in enumerate(view.berkas, len(fields) + 1))]


def _field(b: BarisUnggah) -> Entri:
    letters = format_angka_bulat(len(b.nilai))
    count = f"{letters} huruf" if b.maks is None else f"{letters} dari {format_angka_bulat(b.maks)} huruf"
    wrong = f"Lewat {format_angka_bulat(b.kelebihan)} huruf. Ringkas sebelum ditempel." if b.kelebihan else ""
    if not b.lengkap:
        wrong = "Belum lengkap: ada triwulan tanpa realisasi. Unggah sesudah datanya ada."
    return Entri(b.kunci, b.no, b.label, b.milik, b.nilai, count if b.nilai else "", b.sidik, wrong, "", b.tanda)


def _file(n: int, b: BarisBerkas) -> Entri:
    there = b.keadaan is not KeadaanBerkas.BELUM_ADA
    size = format_ukuran(b.ukuran) if there else ""
    wrong = "" if b.keadaan in (KeadaanBerkas.SIAP, KeadaanBerkas.TANPA_TTD) else b.keadaan.value.capitalize()
    return Entri(b.kunci, n, b.dokumen, _FILES, b.nama if there else "", size, b.sidik, wrong, b.saran, b.tanda)


def format_angka_bulat(n: int) -> str:
    """A whole number with its dots: "1.234"."""
    return format_angka(Decimal(n))
