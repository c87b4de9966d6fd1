"""A report as plain blocks: headings, paragraphs, tables with their figures; for DOCX and XLSX.

Same object, every format: these blocks say what the PDF says, with the figures as numbers. No looks, no
computing. To add a chapter: its blocks in the outline of its report.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from kinerja_desktop.domain.laporan import (
    AnalisisSasaran,
    Angka,
    BarisBukti,
    BarisCapaian,
    BarisPembanding,
    BarisSeksi,
    BarisUang,
    BarisWaktu,
    KelompokCapaian,
    LaporanTriwulan,
    Lkjip,
    Rekomendasi,
    TabelCapaian,
    TabelUang,
    TrenIndikator,
)

Sel = str | Angka


@dataclass(frozen=True, slots=True)
class Judul:
    """A heading; ``tingkat`` 1 begins a chapter."""

    teks: str
    tingkat: int = 1


@dataclass(frozen=True, slots=True)
class Paragraf:
    """One paragraph of running text."""

    teks: str


@dataclass(frozen=True, slots=True)
class Daftar:
    """A table. ``lembar`` is its short name as a sheet; ``lebar`` wants landscape; bold rows are groups and totals."""

    lembar: str
    judul: str
    kepala: tuple[str, ...]
    baris: tuple[tuple[Sel, ...], ...]
    tebal: tuple[int, ...] = ()
    catatan: tuple[str, ...] = ()
    lebar: bool = False


Blok = Judul | Paragraf | Daftar

_NOT_IN_XML = re.compile("[\x00-\x08\x0c-\x1f\ud800-\udfff\ufffe\uffff]")


def holdable(blocks: Iterable[Blok]) -> tuple[Blok, ...]:
    """The blocks without signs that DOCX and XLSX cannot hold; Word's own line break becomes a plain one."""
    return tuple(_holdable(block) for block in blocks)


def _holdable(block: Blok) -> Blok:
    if not isinstance(block, Daftar):
        return replace(block, teks=_plain(block.teks))
    return replace(
        block,
        judul=_plain(block.judul),
        kepala=tuple(map(_plain, block.kepala)),
        baris=tuple(tuple(_plain(v) if isinstance(v, str) else v for v in line) for line in block.baris),
        catatan=tuple(map(_plain, block.catatan)),
    )


def _plain(text: str) -> str:
    return _NOT_IN_XML.sub("", text.replace("\x0b", "\n"))


# --- Laporan Triwulan ----------------------------------------------------------------------------


def quarterly_outline(r: LaporanTriwulan) -> tuple[Blok, ...]:
    """Chapters I to VII and the annexes."""
    tw = r.triwulan
    return (
        *missing(r.naskah.kekurangan),
        Judul("I. PENDAHULUAN"),
        *_text(r.pendahuluan),
        Judul("II. IKHTISAR CAPAIAN"),
        Daftar("Ikhtisar", "Ikhtisar", ("Uraian", "Nilai"), tuple((k.keterangan, k.angka) for k in r.kotak)),
        *_text(r.ikhtisar),
        Judul("III. CAPAIAN KINERJA"),
        *_text(r.pengantar_capaian),
        quarter_table(r.capaian, tw.singkat, f"Tabel 1. Target, Realisasi, dan Capaian Kinerja {tw.label} {tw.tahun}"),
        Judul("IV. REALISASI ANGGARAN"),
        *_text(r.pengantar_anggaran),
        money("Anggaran", f"Tabel 2. Realisasi Anggaran sampai dengan {tw.label} Tahun {tw.tahun}", r.anggaran),
        Judul("V. ANALISIS"),
        _analysis(r),
        Judul("VI. REKOMENDASI"),
        recommendations("Rekomendasi", f"Tabel 4. Rekomendasi {tw.label}", r.rekomendasi),
        Judul("VII. PENUTUP"),
        *_text(r.penutup),
        Judul("LAMPIRAN"),
        _seksi(r.seksi),
        _evidence(r.bukti),
        _times(r.waktu),
    )


def quarter_table(t: TabelCapaian, singkat: str, judul: str) -> Daftar:
    """Capaian of a triwulan and up to it."""
    heads = (
        *("No", "Sasaran / Indikator Kinerja", "Satuan", "Target Tahun"),
        *(f"Target {singkat}", f"Realisasi {singkat}", f"Capaian {singkat} (%)"),
        *(f"Target s.d. {singkat}", f"Realisasi s.d. {singkat}", f"Capaian s.d. {singkat} (%)"),
        *("Kategori", "Penanggung Jawab"),
    )

    def row(b: BarisCapaian) -> tuple[Sel, ...]:
        own = (b.target_tahun, b.target, b.realisasi, b.capaian)
        return (b.no, b.nama, b.satuan, *own, b.target_sd, b.realisasi_sd, b.capaian_sd, b.kategori, b.penanggung_jawab)

    rows, bold = _grouped(t, row, before=7, after=1)
    return Daftar("Capaian", judul, heads, rows, bold, (t.sumber, *t.catatan_kaki), lebar=True)


def _grouped(
    t: TabelCapaian, row: Callable[[BarisCapaian], tuple[Sel, ...]], *, before: int, after: int
) -> tuple[tuple[tuple[Sel, ...], ...], tuple[int, ...]]:
    """Group rows, their lines and the mean at the end; ``before`` empty cells stand between title and mean."""
    rows: list[tuple[Sel, ...]] = []
    bold = []
    for group in t.kelompok:
        bold.append(len(rows))
        rows.append(_group(group, before, after))
        rows += [row(line) for line in group.baris]
    bold.append(len(rows))
    rows.append(("", t.label_rata_rata, *("",) * before, t.rata_rata, t.kategori, *("",) * after))
    return tuple(rows), tuple(bold)


def _group(g: KelompokCapaian, before: int, after: int) -> tuple[Sel, ...]:
    return ("", g.judul, *("",) * before, g.rata_rata, g.kategori, *("",) * after)


def _analysis(r: LaporanTriwulan) -> Daftar:
    heads = (
        *("No", "Indikator Kinerja", "Faktor Pendukung", "Faktor Penghambat"),
        *("Tindak Lanjut", "Tindak Lanjut Triwulan Lalu"),
    )
    rows = tuple(
        (b.no, b.nama, b.faktor_pendukung, b.faktor_penghambat, b.tindak_lanjut, b.tindak_lanjut_lalu)
        for b in r.analisis
    )
    return Daftar(
        "Analisis", "Tabel 3. Faktor Pendukung, Faktor Penghambat, dan Tindak Lanjut", heads, rows, lebar=True
    )


# --- LKjIP ---------------------------------------------------------------------------------------


def annual_outline(r: Lkjip) -> tuple[Blok, ...]:
    """Preface to annexes."""
    return (
        *missing(r.naskah.kekurangan),
        Judul("KATA PENGANTAR"),
        *_text(r.kata_pengantar),
        Judul("IKHTISAR EKSEKUTIF"),
        *_text(r.ikhtisar),
        Judul("BAB I PENDAHULUAN"),
        *_chapter_one(r),
        Judul("BAB II PERENCANAAN KINERJA"),
        *_text(r.pengantar_perencanaan),
        *_planning(r),
        Judul("BAB III AKUNTABILITAS KINERJA"),
        Judul("A. Capaian Kinerja Organisasi", 2),
        *_text(r.pengantar_capaian),
        year_table(r.capaian, f"Tabel 3.1 Target, Realisasi, dan Capaian Kinerja Tahun {r.naskah.tahun}"),
        *_text(r.teks_capaian),
        *(b for n, s in enumerate(r.sasaran, 1) for b in _sasaran(n, s, r.naskah.tahun)),
        Judul("B. Realisasi Anggaran", 2),
        *_text(r.teks_anggaran),
        money("Anggaran", f"Realisasi Anggaran Tahun {r.naskah.tahun}", r.anggaran),
        Judul("BAB IV PENUTUP"),
        Judul("A. Kesimpulan", 2),
        *_text(r.kesimpulan),
        Judul("B. Langkah Perbaikan", 2),
        recommendations("Langkah Perbaikan", "Langkah Perbaikan", r.langkah_perbaikan),
        *_text(r.penutup),
        Judul("LAMPIRAN"),
        _seksi(r.seksi),
        _times(r.waktu),
    )


def _chapter_one(r: Lkjip) -> Iterable[Blok]:
    for part in r.pendahuluan:
        yield Judul(part.judul, 2)
        yield from _text(part.paragraf)


def _planning(r: Lkjip) -> Iterable[Blok]:
    heads = ("No", "Sasaran", "Indikator Kinerja", "Satuan", "Target Akhir Renstra", "Tahun")
    rows = tuple((b.no, b.sasaran, b.indikator, b.satuan, b.target_renstra, b.tahun_renstra) for b in r.renstra)
    yield Judul("A. Rencana Strategis", 2)
    yield Daftar("Renstra", "Target Rencana Strategis", heads, rows)
    yield Judul("B. Indikator Kinerja Utama", 2)
    heads = ("No", "Sasaran", "Indikator Kinerja Utama", "Alasan dan Formulasi", "Sumber Data", "Penanggung Jawab")
    iku = tuple((b.no, b.sasaran, b.indikator, b.alasan, b.sumber_data, b.penanggung_jawab) for b in r.iku)
    yield Daftar("IKU", "Indikator Kinerja Utama", heads, iku, lebar=True)
    yield Judul("C. Perjanjian Kinerja", 2)
    targets = tuple(
        (b.no, k.judul, b.nama, b.satuan, b.target if b.target.nilai is not None else b.target_tahun)
        for k in r.perjanjian
        for b in k.baris
    )
    yield Daftar(
        "Perjanjian Kinerja", "Perjanjian Kinerja", ("No", "Sasaran", "Indikator", "Satuan", "Target"), targets
    )
    yield money("Pagu", "Program dan Anggaran", r.anggaran_perjanjian)
    yield Judul("D. Rencana Aksi", 2)
    quarters = ("TW I", "TW II", "TW III", "TW IV")
    columns = ("No", "Indikator Kinerja", "Satuan", "Target Tahun", *quarters, "Penanggung Jawab")
    plan = tuple(
        (b.no, b.nama, b.satuan, b.target_tahun, *b.triwulan, b.penanggung_jawab)
        for k in r.rencana_aksi
        for b in k.baris
    )
    yield Daftar("Rencana Aksi", "Rencana Aksi", columns, plan, lebar=True)


def year_table(t: TabelCapaian, judul: str) -> Daftar:
    """Capaian of a year."""
    heads = ("No", "Sasaran / Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)", "Kategori")

    def row(b: BarisCapaian) -> tuple[Sel, ...]:
        return (b.no, b.nama, b.satuan, b.target, b.realisasi, b.capaian, b.kategori)

    rows, bold = _grouped(t, row, before=3, after=0)
    return Daftar("Capaian", judul, heads, rows, bold, (t.sumber, *t.catatan_kaki))


def _sasaran(n: int, s: AnalisisSasaran, tahun: int) -> Iterable[Blok]:
    yield Judul(s.judul, 3)
    yield from _text(s.pengantar)
    yield Judul(f"1. Target dan realisasi tahun {tahun}", 4)
    yield from _text(s.target_realisasi)
    yield Judul("2. Perbandingan dengan tahun-tahun sebelumnya", 4)
    yield from _trends(n, s.tren)
    yield from _text(s.teks_tren)
    yield Judul("3. Perbandingan dengan target akhir Renstra", 4)
    yield _compared(f"Renstra {n}", "Target Akhir Renstra", "Capaian (%)", s.renstra, with_rest=True)
    yield from _text(s.teks_renstra)
    yield Judul("4. Perbandingan dengan standar nasional atau daerah lain", 4)
    yield _compared(f"Pembanding {n}", "Pembanding", "Selisih", s.pembanding, with_rest=False)
    yield from _text(s.teks_pembanding)
    yield Judul("5. Penyebab keberhasilan, kendala, dan upaya", 4)
    yield from _text(s.penyebab)
    yield Judul("6. Efisiensi penggunaan sumber daya", 4)
    heads = ("No", "Sasaran", "Capaian (%)", "Serapan (%)", "Tingkat efisiensi (poin)", "Keterangan")
    rows = tuple((e.no, e.sasaran, e.capaian, e.serapan, e.tingkat, e.keterangan) for e in s.efisiensi)
    yield Daftar(f"Efisiensi {n}", "Efisiensi", heads, rows)
    yield from _text(s.teks_efisiensi)
    yield Judul("7. Program dan kegiatan pendukung", 4)
    if s.program:
        lines = tuple(_money_row(b) for b in s.program)
        yield Daftar(f"Program {n}", "Program pendukung", _MONEY_HEADS, lines)
    yield from _text(s.teks_program)


def _trends(n: int, tren: Sequence[TrenIndikator]) -> Iterable[Blok]:
    if not tren:
        return
    years = tuple(str(y.tahun) for y in tren[0].tahun)
    heads = ("No", "Indikator", "Uraian", *years, "Perubahan")
    rows: list[tuple[Sel, ...]] = []
    for t in tren:
        rows.append((t.no, t.nama, f"Target ({t.satuan})", *(y.target for y in t.tahun), t.perubahan[0]))
        rows.append(("", "", f"Realisasi ({t.satuan})", *(y.realisasi for y in t.tahun), t.perubahan[1]))
        rows.append(("", "", "Capaian (%)", *(y.capaian for y in t.tahun), t.perubahan[2]))
    yield Daftar(f"Tren {n}", "Perbandingan antar tahun", heads, tuple(rows))


def _compared(lembar: str, other: str, result: str, lines: Sequence[BarisPembanding], *, with_rest: bool) -> Daftar:
    last = "Sisa" if with_rest else "Sumber"
    heads = ("No", "Indikator", "Satuan", "Realisasi", other, result, last)
    rows = tuple(
        (b.no, b.nama, b.satuan, b.realisasi, b.pembanding, b.hasil, b.sisa if with_rest else b.sumber) for b in lines
    )
    return Daftar(lembar, other, heads, rows)


# --- shared --------------------------------------------------------------------------------------

_MONEY_HEADS = ("Kode", "Program / Kegiatan / Sub Kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "%")


def _text(paragraphs: Iterable[str]) -> Iterable[Paragraf]:
    return (Paragraf(p) for p in paragraphs)


def missing(lines: tuple[str, ...]) -> tuple[Blok, ...]:
    """What a paper lacks, one line each."""
    return tuple(Paragraf(f"BELUM LENGKAP: {line}") for line in lines)


def _money_row(b: BarisUang) -> tuple[Sel, ...]:
    return (b.kode, b.uraian, b.pagu, b.realisasi, b.serapan)


def money(lembar: str, judul: str, t: TabelUang) -> Daftar:
    """Budget lines and their total."""
    rows = (*(_money_row(b) for b in t.baris), _money_row(t.jumlah))
    return Daftar(lembar, judul, _MONEY_HEADS, rows, (len(rows) - 1,), t.catatan)


def recommendations(lembar: str, judul: str, lines: Sequence[Rekomendasi]) -> Daftar:
    """What is to be done, by whom, until when."""
    rows = tuple((str(n), r.teks, r.penanggung_jawab, r.batas_waktu) for n, r in enumerate(lines, 1))
    return Daftar(lembar, judul, ("No", "Rekomendasi", "Penanggung Jawab", "Batas Waktu"), rows)


def _seksi(lines: Sequence[BarisSeksi]) -> Daftar:
    heads = ("No", "Seksi", "Versi", "Disetujui", "Pemeriksa", "Pengembalian", "Keterangan")
    rows = tuple(
        (str(n), b.seksi, str(b.versi or "-"), b.disetujui, b.pemeriksa, str(b.pengembalian), b.keterangan)
        for n, b in enumerate(lines, 1)
    )
    return Daftar("Laporan Seksi", "Laporan Data Kinerja Seksi", heads, rows)


def _evidence(lines: Sequence[BarisBukti]) -> Daftar:
    heads = ("No", "Nama Bukti", "Jenis", "Untuk Indikator", "Seksi")
    return Daftar(
        "Bukti", "Daftar Bukti Dukung", heads, tuple((b.no, b.nama, b.jenis, b.indikator, b.seksi) for b in lines)
    )


def _times(lines: Sequence[BarisWaktu]) -> Daftar:
    heads = ("Seksi", "1 Tugas", "2 Perintah", "3 Bahan", "4 Laporan", "5 Periksa", "Kembali", "Hasil")
    rows = tuple((b.seksi, *_marked(b), str(b.kembali), b.hasil) for b in lines)
    return Daftar("Ketepatan Waktu", "Rekapitulasi Ketepatan Waktu", heads, rows)


def _marked(b: BarisWaktu) -> tuple[str, ...]:
    return tuple(f"{text} *" if late else text for text, late in zip(b.langkah, b.terlambat, strict=True))
