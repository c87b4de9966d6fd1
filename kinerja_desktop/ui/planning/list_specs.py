"""The lists of a plan as data: targets, sasaran, budget lines, earlier years, predicate scales."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.errors import FieldsRefused, IsianSalah, SebabIsian
from kinerja_desktop.domain.indikator import Indikator, NilaiSkala, Riwayat, Sasaran, Target, Tingkat
from kinerja_desktop.domain.numerals import format_angka, read_angka, without_rupiah
from kinerja_desktop.ui.planning.fields import ROMAWI
from kinerja_desktop.ui.planning.lists import ListSpec
from kinerja_desktop.ui.widgets.edit_table import EditColumn


def _figure(nilai: Decimal | None) -> str:
    return "" if nilai is None else format_angka(nilai)


# --- sasaran -------------------------------------------------------------------------------------


def _sasaran(texts: Sequence[str], _known: Sasaran | None) -> Sasaran:
    return Sasaran(texts[0], texts[1] or None)


SASARAN = ListSpec(
    "sasaran_rencana",
    "Sasaran",
    (EditColumn("Sasaran"), EditColumn("Tujuan yang didukung")),
    lambda s: (s.teks, s.tujuan or ""),
    _sasaran,
    empty="Belum ada sasaran. Tambah baris, tempel dari Excel (Ctrl+V), atau impor buku kerja.",
    hint="Kalimat sasaran yang diubah di sini ikut berubah pada semua indikatornya.",
    typed=(0, 1),
)

# --- target --------------------------------------------------------------------------------------


def _target_texts(i: Indikator) -> tuple[str, ...]:
    return (i.kode, i.nama, i.satuan or "", *map(_figure, (*i.target.triwulan, i.target.tahun)))


def _target(texts: Sequence[str], known: Indikator | None) -> Indikator:
    assert known is not None  # these rows are given
    one, two, three, four, year = (read_angka(text).nilai for text in texts[3:])
    return replace(known, target=Target(year, (one, two, three, four)))


TARGET = ListSpec(
    "target",
    "Target",
    (
        EditColumn("Kode", 76, locked=True),
        EditColumn("Indikator kinerja", locked=True),
        EditColumn("Satuan", 92, locked=True),
        *(EditColumn(f"TW {romawi}", 92, right=True) for romawi in ROMAWI),
        EditColumn("Tahun", 100, right=True),
    ),
    _target_texts,
    _target,
    empty="Belum ada indikator. Impor buku kerja atau tambah satu per satu.",
    hint="Salin dari Excel, lalu tempel (Ctrl+V) pada sel pertama. Sel kosong berarti tidak ada target.",
    typed=(3, 4, 5, 6, 7),
    given=True,
)

# --- anggaran ------------------------------------------------------------------------------------

_LEVELS = tuple(t for t in Tingkat if t not in (Tingkat.TUJUAN, Tingkat.SASARAN))
SEKSI_AT = 3
"""Column of the budget whose choices are the office's seksi."""


def _anggaran_texts(baris: BarisAnggaran) -> tuple[str, ...]:
    money = tuple(_figure(n) for n in (baris.pagu, *baris.realisasi))
    return (baris.kode, baris.tingkat.label, baris.uraian, baris.seksi or "", "; ".join(baris.indikator), *money)


def _anggaran(texts: Sequence[str], known: BarisAnggaran | None) -> BarisAnggaran:
    kode, level, uraian, seksi, indikator, pagu, *spent = texts
    given, one, two, three, four = (read_angka(without_rupiah(text)).nilai for text in (pagu, *spent))
    return replace(
        known or BarisAnggaran(kode, Tingkat.PROGRAM, uraian),
        kode=kode,
        tingkat=next((t for t in _LEVELS if t.label == level), Tingkat.PROGRAM),
        uraian=uraian,
        seksi=seksi or None,
        indikator=tuple(k.strip() for k in indikator.split(";") if k.strip()),
        pagu=given,
        realisasi=(one, two, three, four),
    )


ANGGARAN = ListSpec(
    "anggaran",
    "Anggaran",
    (
        EditColumn("Kode", 130, unbroken=84),
        EditColumn("Tingkat", 104, choices=tuple(t.label for t in _LEVELS)),
        EditColumn("Uraian", claims=300),
        EditColumn("Seksi", 66, choices=("",)),
        EditColumn("Indikator", 84),
        EditColumn("Pagu (Rp)", 112, right=True),
        *(EditColumn(f"TW {romawi} (Rp)", 108, right=True) for romawi in ROMAWI),
    ),
    _anggaran_texts,
    _anggaran,
    empty="Belum ada baris anggaran. Tambah baris, tempel dari Excel (Ctrl+V), atau impor buku kerja.",
    hint="Realisasi diisi per triwulan. Satu baris termasuk baris di atasnya yang tingkatnya lebih tinggi.",
    typed=(0, 2, 4, 5, 6, 7, 8, 9),
)

# --- riwayat -------------------------------------------------------------------------------------


def _riwayat_texts(r: Riwayat) -> tuple[str, ...]:
    return (r.kode, str(r.tahun), _figure(r.target), _figure(r.realisasi), r.indikator_lama or "")


def _riwayat(texts: Sequence[str], known: Riwayat | None) -> Riwayat:
    kode, tahun, target, realisasi, lama = texts
    return replace(
        known or Riwayat(kode, 0, None, None),
        kode=kode,
        tahun=_year(tahun),
        target=read_angka(target).nilai,
        realisasi=read_angka(realisasi).nilai,
        indikator_lama=lama or None,
    )


def _year(teks: str) -> int:
    """A year as typed. Raises FieldsRefused."""
    if not teks.isdecimal():
        raise FieldsRefused((IsianSalah("riwayat", "Tahun riwayat", SebabIsian.BUKAN_BULAT),))
    return int(teks)


RIWAYAT = ListSpec(
    "riwayat",
    "Riwayat",
    (
        EditColumn("Kode", 130),
        EditColumn("Tahun", 84, right=True),
        EditColumn("Target", 110, right=True),
        EditColumn("Realisasi", 110, right=True),
        EditColumn("Indikator lama"),
    ),
    _riwayat_texts,
    _riwayat,
    empty="Belum ada riwayat. Tambah baris, tempel dari Excel (Ctrl+V), atau ambil hasil tahun lalu.",
    hint="Angka setahun penuh. Indikator lama diisi bila tahun itu diukur dengan indikator lain.",
    typed=(0, 1, 2, 3),
    naming=2,
)

# --- skala ---------------------------------------------------------------------------------------


def _skala(texts: Sequence[str], _known: NilaiSkala | None) -> NilaiSkala:
    satuan, teks, nilai = texts
    figure = read_angka(nilai)
    if figure.nilai is None:
        raise FieldsRefused((IsianSalah("skala", f"Nilai predikat «{teks}»", SebabIsian.KOSONG),))
    return NilaiSkala(satuan, teks, figure.nilai)


SKALA = ListSpec(
    "skala",
    "Skala",
    (EditColumn("Satuan"), EditColumn("Predikat", 200), EditColumn("Nilai", 140, right=True)),
    lambda s: (s.satuan, s.teks, _figure(s.nilai)),
    _skala,
    empty="Belum ada skala. Tambah baris untuk satuan yang angkanya ditulis sebagai predikat.",
    hint="Indikator dengan satuan ini diisi dengan predikat, misalnya «BB», dan dihitung dengan nilainya.",
    typed=(0, 1, 2),
    naming=2,
)
