"""Bukti dukung: what proves a figure. A file kept by its digest, an address, or words where a paper lies.

Pure facts; what a file may be and how it is taken in stands in ``exchange.bukti``. To add a fact: a field with a
default here, so that what the history keeps can still be read.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.triwulan import Triwulan

MAKS_UKURAN = 5 * 1024 * 1024
"""Bytes of a file as it is kept; a photo is made smaller first."""
MAKS_NAMA = 120
"""Letters of a file's name with its ending."""
SINGKAT = 8
"""Digits of a digest that papers print."""
BELUM_BERTANGGAL = "Tanggal bukti belum diisi"

GAMBAR = frozenset({"jpg", "jpeg", "png", "webp", "bmp"})
_KB, _MB = 1000, 1_000_000
_TAUTAN = ("http://", "https://")


class JenisBukti(Enum):
    """What a piece of evidence is; the value is its word where no file says more."""

    BERKAS = "Berkas"
    TAUTAN = "Tautan"
    CATATAN = "Catatan"


@dataclass(frozen=True, slots=True)
class Bukti:
    """One piece of evidence of one indikator in one triwulan.

    ``nama`` is the name of the file, the address, or the words. ``tanggal`` is the day that the evidence itself
    bears; ``alasan`` says why it lies outside the triwulan. ``sha256`` and ``ukuran`` (bytes) are those of the
    stored file, empty for what is no file.
    """

    nama: str
    tanggal: date | None = None
    alasan: str = ""
    sha256: str = ""
    ukuran: int = 0

    @property
    def jenis(self) -> JenisBukti:
        """File, address or words."""
        if self.sha256:
            return JenisBukti.BERKAS
        return JenisBukti.TAUTAN if self.nama.startswith(_TAUTAN) else JenisBukti.CATATAN

    @property
    def akhiran(self) -> str:
        """Ending of the file's name in small letters, "" for what is no file."""
        return self.nama.rpartition(".")[2].lower() if self.sha256 else ""

    @property
    def label(self) -> str:
        """What it is, as lists write it: "Berkas PDF", "Tautan"."""
        return f"{self.jenis.value} {self.akhiran.upper()}".rstrip()

    @property
    def gambar(self) -> bool:
        """True for a stored picture."""
        return self.akhiran in GAMBAR

    @property
    def ukuran_teks(self) -> str:
        """How large the file is: "312 kB", "1,4 MB"; "" for what is no file."""
        if not self.sha256:
            return ""
        if self.ukuran < _MB:
            return f"{max(1, round(self.ukuran / _KB))} kB"
        return f"{format_angka(Decimal(self.ukuran * 10 // _MB) / 10)} MB"

    @property
    def kode(self) -> str:
        """The first digits of the digest, as papers print them; "" for what is no file."""
        return self.sha256[:SINGKAT]

    def di_luar(self, triwulan: Triwulan) -> bool:
        """True where it bears a day that is not one of the triwulan: it may still be right, but is to be looked at."""
        return self.tanggal is not None and not triwulan.first_day <= self.tanggal <= triwulan.last_day

    def peringatan(self, triwulan: Triwulan) -> str:
        """What is to be looked at in its day, as screens and papers say it; "" for nothing."""
        if self.di_luar(triwulan):
            return f"Tanggal di luar {triwulan.label_tahun}" + (f": {self.alasan}" if self.alasan else "")
        return BELUM_BERTANGGAL if self.nama and self.tanggal is None else ""


def kata_jumlah(bukti: Iterable[Bukti]) -> str:
    """How much there is, each kind by its own word: "4 berkas, 1 tautan, 2 catatan"; "belum ada" for none."""
    number = Counter(b.jenis for b in bukti)
    return ", ".join(f"{number[kind]} {kind.value.lower()}" for kind in JenisBukti if number[kind]) or "belum ada"
