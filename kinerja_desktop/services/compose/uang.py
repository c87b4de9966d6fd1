"""Budget tables: every line with its own figures, the total over the lowest lines of each branch."""

from decimal import Decimal

from kinerja_desktop.domain.indikator import Tingkat
from kinerja_desktop.domain.laporan import Angka, BarisUang, Kosong, TabelUang
from kinerja_desktop.domain.satuan import decimals_of
from kinerja_desktop.domain.serapan import HasilAnggaran, HasilBaris, Serapan


def budget_table(hasil: HasilAnggaran) -> TabelUang:
    """All lines, the total, and the notes that say what is missing."""
    baris = tuple(_line(b) for b in hasil.baris)
    jumlah = BarisUang("", None, "Jumlah", *absorbed(hasil.jumlah))
    return TabelUang(baris, jumlah, _notes(hasil))


def programme_table(hasil: HasilAnggaran) -> TabelUang:
    """The programs alone and the total; all lines of a budget that names no program."""
    full = budget_table(hasil)
    baris = tuple(b for b in full.baris if b.tingkat is Tingkat.PROGRAM) or full.baris
    return TabelUang(baris, full.jumlah)


def _line(b: HasilBaris) -> BarisUang:
    """A line with its own pagu and money, or with those of its branch where it has none of its own."""
    own = b.serapan if b.serapan.pagu is not None or b.serapan.realisasi is not None else b.cabang
    return BarisUang(b.baris.kode, b.baris.tingkat, b.baris.uraian, *absorbed(own))


def absorbed(s: Serapan) -> tuple[Angka, Angka, Angka]:
    """Pagu, money and per cent as cells; money without pagu is missing data, not a dash."""
    return rupiah(s.pagu), rupiah(s.realisasi), Angka(s.nilai, 2, _empty(s), None, s.lengkap or s.nilai is None)


def _empty(s: Serapan) -> Kosong:
    return Kosong.BELUM_ADA if s.pagu is None and s.realisasi is not None else Kosong.TIDAK_BERLAKU


def rupiah(nilai: Decimal | None) -> Angka:
    """Money in a table: no decimals unless the office gave some."""
    return Angka(nilai, decimals_of(nilai))


def _notes(hasil: HasilAnggaran) -> tuple[str, ...]:
    notes = ["Jumlah adalah penjumlahan tingkat terendah yang diisi pada setiap cabang."]
    alasan = hasil.jumlah.alasan
    if alasan is not None:
        notes.append(f"Serapan: {alasan.tercetak}.")
    return tuple(notes)
