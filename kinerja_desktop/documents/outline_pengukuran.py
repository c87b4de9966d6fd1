"""Pengukuran Kinerja and Evaluasi Hasil Renja as plain blocks, for workbooks: figures as numbers, money whole."""

from kinerja_desktop.documents.outline import Blok, Daftar, Paragraf, Sel, missing, money, quarter_table, year_table
from kinerja_desktop.domain.dokumen_pengukuran import BarisRenja, EvaluasiRenja, Pengukuran


def measured_outline(paper: Pengukuran) -> tuple[Blok, ...]:
    """Capaian, then the budget."""
    tw, year = paper.triwulan, f"Tahun {paper.naskah.tahun}"
    title = "Target, Realisasi, dan Capaian Kinerja"
    if tw is None:
        capaian, when = year_table(paper.capaian, f"{title} {year}"), year
    else:
        when = f"s.d. {tw.label} {year}"
        capaian = quarter_table(paper.capaian, tw.singkat, f"{title} {tw.label} {year}")
    return (*missing(paper.naskah.kekurangan), capaian, money("Anggaran", f"Realisasi Anggaran {when}", paper.anggaran))


def renja_outline(paper: EvaluasiRenja) -> tuple[Blok, ...]:
    """The form as one table, its foot as text."""
    names = ("No", "Sasaran PD", "Urusan / Program / Kegiatan / Sub Kegiatan", "Indikator Kinerja", "Satuan")
    pairs = (f"{head.replace(chr(10), ' ')} {kind}" for head in paper.kepala for kind in ("K", "Rp"))
    rows = tuple(_row(group.sasaran, line) for group in paper.kelompok for line in group.baris)
    return (
        *missing(paper.naskah.kekurangan),
        Paragraf(paper.periode),
        Daftar("Evaluasi Renja", paper.naskah.jenis, (*names, *pairs), rows, catatan=paper.catatan, lebar=True),
        *(Paragraf(f"{head}: {words}") for head, words in paper.kaki),
    )


def _row(sasaran: str, line: BarisRenja) -> tuple[Sel, ...]:
    figures = (angka for pair in line.pasangan for angka in (pair.kinerja, pair.rupiah))
    return (line.no, sasaran, line.program, line.indikator, line.satuan, *figures)
