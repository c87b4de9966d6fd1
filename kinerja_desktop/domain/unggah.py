"""The kabupaten's web form as the office describes it: its fields in order, its files, and what each of them takes.

No such form is alike, and it changes without notice: what stands here is data of the office, with a default in the
order that e-SAKIP forms share (target, realisasi, capaian, then the texts). To offer one more value: a member of
``Ambil`` and its cell in ``services.compose.unggah``.
"""

from dataclasses import dataclass
from enum import Enum

from kinerja_desktop.domain.triwulan import Triwulan

HURUF_BAWAAN = 2000
"""Letters that a text field of such forms takes as a rule."""
UKURAN_BAWAAN = 5
"""Largest file in MB."""
MB = 1_000_000


class Ambil(Enum):
    """Which value goes into a field; the value is its name on the screen."""

    KODE = "Kode indikator"
    NAMA = "Nama indikator"
    SASARAN = "Sasaran"
    SATUAN = "Satuan"
    TARGET_TAHUN = "Target setahun"
    TARGET = "Target"
    REALISASI = "Realisasi"
    CAPAIAN = "Capaian (%)"
    TARGET_SD = "Target s.d."
    REALISASI_SD = "Realisasi s.d."
    CAPAIAN_SD = "Capaian s.d. (%)"
    KATEGORI = "Kategori"
    FAKTOR_PENDUKUNG = "Faktor pendukung"
    FAKTOR_PENGHAMBAT = "Faktor penghambat"
    TINDAK_LANJUT = "Tindak lanjut"
    PAGU = "Pagu (Rp)"
    BELANJA = "Realisasi anggaran (Rp)"
    SERAPAN = "Serapan (%)"

    @property
    def teks_panjang(self) -> bool:
        """True for what people wrote in sentences."""
        return self in (Ambil.FAKTOR_PENDUKUNG, Ambil.FAKTOR_PENGHAMBAT, Ambil.TINDAK_LANJUT)


SETIAP = "*"
SETIAP_IKU = "iku"
KANTOR = ""
"""What a line of the form may stand for besides the code of one indikator."""
SEBUTAN = {SETIAP: "Setiap indikator", SETIAP_IKU: "Setiap IKU", KANTOR: "Kantor"}


@dataclass(frozen=True, slots=True)
class Isian:
    """One line of the form. ``indikator`` is a code, or `SETIAP`, `SETIAP_IKU`, `KANTOR`; ``maks`` letters are taken.

    Lines for every indikator that stand together are asked indikator by indikator.
    """

    label: str
    indikator: str
    ambil: Ambil
    maks: int | None = None


@dataclass(frozen=True, slots=True)
class Berkas:
    """One file of the form: kind of paper, and its agreed name with {tahun}, {tw}, {unit}."""

    jenis: str
    pola: str

    def nama(self, masa: "Masa", unit: str) -> str:
        """The name of the file, without its ending; what the pattern does not know stays in braces."""
        known = {"{tahun}": str(masa.tahun), "{tw}": str(masa.nomor or ""), "{unit}": unit}
        name = self.pola
        for word, text in known.items():
            name = name.replace(word, text)
        return name.strip()


@dataclass(frozen=True, slots=True)
class Formulir:
    """The form of a triwulan, or of a year. ``titik``: its fields take a decimal point instead of a comma."""

    isian: tuple[Isian, ...]
    berkas: tuple[Berkas, ...]
    maks_mb: int = UKURAN_BAWAAN
    titik: bool = False


@dataclass(frozen=True, slots=True)
class Masa:
    """What is uploaded together: a triwulan, or a year where ``nomor`` is None."""

    tahun: int
    nomor: int | None = None

    @property
    def triwulan(self) -> Triwulan:
        """The triwulan; of a year its last one."""
        return Triwulan(self.tahun, self.nomor or 4)

    @property
    def label(self) -> str:
        """As a person says it: "Triwulan II 2026", "Tahun 2026"."""
        return f"Tahun {self.tahun}" if self.nomor is None else self.triwulan.label_tahun

    @property
    def kunci(self) -> str:
        """As the history and names of folders write it: "2026-tw2", "2026"."""
        return str(self.tahun) if self.nomor is None else f"{self.tahun}-tw{self.nomor}"


def bawaan(masa: Masa) -> Formulir:
    """The form before the office changed it."""
    figures = (Ambil.TARGET, Ambil.REALISASI, Ambil.CAPAIAN)
    texts = (Ambil.FAKTOR_PENDUKUNG, Ambil.FAKTOR_PENGHAMBAT, Ambil.TINDAK_LANJUT)
    further = (Ambil.KATEGORI,) if masa.nomor is None else (Ambil.TARGET_SD, Ambil.REALISASI_SD, Ambil.CAPAIAN_SD)
    office = (Ambil.CAPAIAN, Ambil.KATEGORI, Ambil.PAGU, Ambil.BELANJA, Ambil.SERAPAN)
    return Formulir(
        (
            *(Isian(ambil.value, SETIAP, ambil) for ambil in (*figures, *further)),
            *(Isian(ambil.value, SETIAP, ambil, HURUF_BAWAAN) for ambil in texts),
            *(Isian(_OF_OFFICE.get(ambil, ambil.value), KANTOR, ambil) for ambil in office),
        ),
        _BERKAS_TAHUN if masa.nomor is None else _BERKAS_TRIWULAN,
    )


_OF_OFFICE = {Ambil.CAPAIAN: "Rata-rata capaian (%)"}
_BERKAS_TRIWULAN = (
    Berkas("laporan_triwulan", "Laporan_TW{tw}_{tahun}_{unit}"),
    Berkas("pengukuran_triwulan", "Pengukuran_TW{tw}_{tahun}_{unit}"),
    Berkas("evaluasi_renja", "Evaluasi_Renja_TW{tw}_{tahun}_{unit}"),
)
_BERKAS_TAHUN = (
    Berkas("iku", "IKU_{tahun}_{unit}"),
    Berkas("perjanjian_kinerja", "Perjanjian_Kinerja_{tahun}_{unit}"),
    Berkas("rencana_aksi", "Rencana_Aksi_{tahun}_{unit}"),
    Berkas("pengukuran_tahunan", "Pengukuran_{tahun}_{unit}"),
    Berkas("lkjip", "LKjIP_{tahun}_{unit}"),
    Berkas("pernyataan_reviu", "Pernyataan_Reviu_{tahun}_{unit}"),
)
"""Papers that esr.menpan.go.id and the e-SAKIP of kabupaten ask for, as far as this program makes them."""
