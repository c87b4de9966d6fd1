"""Lembar Kerja: one row per indikator, and what a typed figure makes of it.

Pure, so that the grid redraws while somebody types without asking the database: ``ketik`` turns a typed
text into content, ``evaluate`` turns row and content into a ``Sel``. What is stored is ``realisasi``;
measuring is ``capaian``. To add a check: a function below "Messages" and its place in ``_messages``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja_desktop.domain.indikator import KOSONG4, Four, Indikator, NilaiSkala, Target
from kinerja_desktop.domain.realisasi import Catatan, IsiIndikator
from kinerja_desktop.domain.sel import CellState, Pesan


@dataclass(frozen=True, slots=True)
class BarisLembar:
    """One indikator as the sheet needs it, without what is typed.

    ``target`` is in force on the quarter's last day; ``lalu`` holds the realisasi of earlier quarters
    (locked), later ones are None. ``nilai_lalu`` is the last figure known before this quarter, and
    ``tahun_lalu`` that of the same quarter last year. ``catatan`` are the notes pinned by the last return.
    """

    indikator: Indikator
    triwulan: int
    target: Target
    lalu: Four = KOSONG4
    nilai_lalu: Decimal | None = None
    tahun_lalu: Decimal | None = None
    skala: tuple[NilaiSkala, ...] = ()
    catatan: tuple[Catatan, ...] = ()
    terkunci: bool = False

    @property
    def kode(self) -> str:
        """Key of the row."""
        return self.indikator.kode


@dataclass(frozen=True, slots=True)
class Sel:
    """A row's figure as it stands: state, texts of all computed cells, sentences.

    Texts are final for the screen ("162,40", "n/a", "–"). ``rumus`` answers "Dari mana angka ini?".
    ``salah``, ``belum_diisi``, ``peringatan`` (unconfirmed) and ``tanpa_bukti`` block handing in.
    """

    state: CellState
    teks: str
    target: str
    capaian: str
    sd: str
    kategori: str
    lengkap: bool = True
    nilai: Decimal | None = None
    nilai_capaian: Decimal | None = None
    nilai_sd: Decimal | None = None
    alasan: str | None = None
    rumus: tuple[str, ...] = ()
    pesan: tuple[Pesan, ...] = ()
    dibaca: str = ""
    salah: bool = False
    belum_diisi: bool = False
    peringatan: bool = False
    tanpa_bukti: bool = False
    catatan_terbuka: int = 0


@dataclass(frozen=True, slots=True)
class KelompokLembar:
    """A sasaran with its rows; ``judul`` is "Sasaran 1 · Meningkatnya …"."""

    judul: str
    baris: tuple[BarisLembar, ...]


@dataclass(frozen=True, slots=True)
class Hitungan:
    """How much is still to do on a sheet; ``kekurangan`` are the phrases of "Belum dapat diajukan"."""

    salah: int = 0
    peringatan: int = 0
    belum_diisi: int = 0
    catatan: int = 0
    tanpa_bukti: int = 0
    terisi: int = 0
    jumlah: int = 0
    kekurangan: tuple[str, ...] = field(default=())

    @property
    def lengkap(self) -> bool:
        """True where nothing stands in the way of handing in."""
        return not self.kekurangan


def ketik(baris: BarisLembar, isi: IsiIndikator, teks: str) -> IsiIndikator:
    """Content after ``teks`` was typed into the cell. A text that is no figure stays as typed."""
    raise NotImplementedError


def evaluate(baris: BarisLembar, isi: IsiIndikator) -> Sel:
    """Everything the row shows for this content."""
    raise NotImplementedError


def count(sel: Mapping[str, Sel]) -> Hitungan:
    """Counters of the footer and what keeps the sheet from being handed in; keys are kode."""
    raise NotImplementedError
