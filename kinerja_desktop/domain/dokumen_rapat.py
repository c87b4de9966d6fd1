"""Frozen objects of papers for meetings and for the pen: the summary for the head, the empty Lembar Kerja."""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan import Angka, Batang, KotakAngka, Naskah, Penandatangan


@dataclass(frozen=True, slots=True)
class BarisKosong:
    """One indikator to fill by pen. ``terkunci`` says why this triwulan takes no figure, empty where it does."""

    no: str
    nama: str
    satuan: str
    target: Angka
    terakhir: Angka
    sumber: str
    terkunci: str = ""


@dataclass(frozen=True, slots=True)
class KelompokKosong:
    """A sasaran with its rows, titled as on the screen."""

    judul: str
    baris: tuple[BarisKosong, ...]


@dataclass(frozen=True, slots=True)
class LembarKerjaKosong:
    """The Lembar Kerja of a seksi before anything is filled in, in the order of the screen."""

    naskah: Naskah
    pembuka: tuple[str, ...]
    kelompok: tuple[KelompokKosong, ...]
    pengumpul: Penandatangan
    penerima: Penandatangan


@dataclass(frozen=True, slots=True)
class TitikTriwulan:
    """The mean of the office up to one triwulan; without a value it leaves a gap."""

    label: str
    rata_rata: Angka


@dataclass(frozen=True, slots=True)
class RingkasanCamat:
    """One page for the head of the office: figures, what is late, what is to be decided, three charts.

    ``terlambat_lain`` and ``putusan_lain`` say how much there is besides; empty where all is listed. ``tingkat`` is
    the level whose means ``sasaran`` shows, as a title writes it: "sasaran", in a plan without any "program".
    """

    naskah: Naskah
    kotak: tuple[KotakAngka, ...]
    terlambat: tuple[str, ...]
    terlambat_lain: str
    putusan: tuple[str, ...]
    putusan_lain: str
    sasaran: tuple[Batang, ...]
    tren: tuple[TitikTriwulan, ...]
    serapan: tuple[Batang, ...]
    tingkat: str = "sasaran"
