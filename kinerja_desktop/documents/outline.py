"""A report as plain blocks: headings, paragraphs, tables with their figures, charts; for DOCX and XLSX.

Same object, every format: these blocks say what the PDF says, with the figures as numbers. No looks, no
computing. To add a chapter: its blocks in the outline of its report.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import count
from typing import Any

from kinerja_desktop.documents.annexes import MEASURED_NOTE, figures_of
from kinerja_desktop.documents.numbering import Numbering, bars_caption, level_of, mean_level, title_case, trend_title
from kinerja_desktop.domain.laporan import (
    PERJANJIAN_DI_BAB_II,
    TANPA_ANALISIS,
    TANPA_IKU,
    TANPA_LANGKAH,
    TANPA_RENSTRA,
    AnalisisSasaran,
    Angka,
    BarisBukti,
    BarisCapaian,
    BarisPembanding,
    BarisSeksi,
    BarisUang,
    BarisWaktu,
    Batang,
    KelompokCapaian,
    LaporanTriwulan,
    Lkjip,
    Naskah,
    Penandatangan,
    Rekomendasi,
    SalinanPerjanjian,
    TabelCapaian,
    TabelUang,
    TitikTahun,
    TrenIndikator,
    WaktuTriwulan,
    agreed_target,
)
from kinerja_desktop.domain.numerals import format_angka

Sel = str | Angka


@dataclass(frozen=True, slots=True)
class Judul:
    """A heading; ``tingkat`` 1 begins a chapter, ``baru`` a page."""

    teks: str
    tingkat: int = 1
    baru: bool = False


@dataclass(frozen=True, slots=True)
class Paragraf:
    """One paragraph of running text."""

    teks: str


@dataclass(frozen=True, slots=True)
class Sampul:
    """The cover, in place of the letterhead; ``subjudul`` stands below the year."""

    subjudul: str


@dataclass(frozen=True, slots=True)
class TandaTangan:
    """Where an official signs; place and date are those of ``naskah``."""

    naskah: Naskah
    oleh: Penandatangan


@dataclass(frozen=True, slots=True)
class DaftarIsi:
    """Where the contents stand, filled by the program that opens the file; figures are listed where there are any."""

    judul: str
    bergambar: bool = True


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


@dataclass(frozen=True, slots=True)
class Gambar:
    """A chart with its caption. ``uraian`` are its figures in words, for those who do not see it."""

    judul: str
    isi: tuple[Batang, ...] | TrenIndikator
    uraian: str


Blok = Sampul | Judul | Paragraf | Daftar | Gambar | DaftarIsi | TandaTangan

_NOT_IN_XML = re.compile("[\x00-\x08\x0c-\x1f\ud800-\udfff\ufffe\uffff]")


def holdable(part: Any) -> Any:  # noqa: ANN401  # whatever a report is made of
    """The same, its texts without signs that DOCX and XLSX cannot hold; Word's own line break becomes a plain one."""
    if isinstance(part, str):
        return _NOT_IN_XML.sub("", part.replace("\x0b", "\n"))
    if isinstance(part, tuple):
        return tuple(map(holdable, part))
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{f.name: holdable(getattr(part, f.name)) for f in fields(part) if f.init})
    return part


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
        *_bars(bars_caption(r), r.batang),
        Judul("III. CAPAIAN KINERJA"),
        *_text(r.pengantar_capaian),
        quarter_table(
            r.capaian, tw.singkat, f"Tabel 1. Target, Realisasi, dan Capaian Kinerja {tw.label} Tahun {tw.tahun}"
        ),
        Judul("IV. REALISASI ANGGARAN"),
        *_text(r.pengantar_anggaran),
        money("Anggaran", f"Tabel 2. Realisasi Anggaran sampai dengan {tw.label} Tahun {tw.tahun}", r.anggaran),
        Judul("V. ANALISIS"),
        *_text(r.pengantar_analisis),
        _analysis(r) if r.analisis else Paragraf(TANPA_ANALISIS),
        Judul("VI. REKOMENDASI"),
        *_text(r.pengantar_rekomendasi),
        *_recommended(r),
        Judul("VII. PENUTUP"),
        *_text(r.penutup),
        TandaTangan(r.naskah, r.penandatangan),
        Judul("LAMPIRAN", baru=True),
        _seksi(r.seksi),
        _evidence(r.bukti),
        *_text(r.teks_waktu),
        _times(r.waktu),
    )


def _recommended(r: LaporanTriwulan) -> Iterable[Blok]:
    if r.rekomendasi:
        yield recommendations("Rekomendasi", f"Tabel 4. Rekomendasi {r.triwulan.label}", r.rekomendasi)
    elif not r.pengantar_rekomendasi:
        yield Paragraf("Tidak ada rekomendasi pada triwulan ini.")


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
    heads = ["No", "Indikator Kinerja", "Faktor Pendukung", "Faktor Penghambat", "Tindak Lanjut"]
    heads += ["Tindak Lanjut Triwulan Lalu"] if r.menindaklanjuti else []
    rows = tuple(
        (b.no, b.nama, b.faktor_pendukung, b.faktor_penghambat, b.tindak_lanjut, b.tindak_lanjut_lalu)[: len(heads)]
        for b in r.analisis
    )
    tw = r.triwulan
    caption = f"Tabel 3. Faktor Pendukung, Penghambat, dan Tindak Lanjut {tw.label} Tahun {tw.tahun}"
    return Daftar("Analisis", caption, tuple(heads), rows, lebar=True)


# --- LKjIP ---------------------------------------------------------------------------------------


def annual_outline(r: Lkjip) -> tuple[Blok, ...]:
    """Preface to annexes, every table under the caption that the PDF gives it."""
    third, year = Numbering(3), r.naskah.tahun
    picture = third.figure(f"Capaian {mean_level(r.batang)} Tahun {year} (%)") if r.batang else ""
    return (
        Sampul(r.subjudul_sampul),
        *missing(r.naskah.kekurangan),
        Judul("KATA PENGANTAR", baru=True),
        *_text(r.kata_pengantar),
        TandaTangan(r.naskah, r.penandatangan),
        *_reviewed(r),
        Judul("IKHTISAR EKSEKUTIF", baru=True),
        *_text(r.ikhtisar),
        DaftarIsi("DAFTAR ISI", r.bergambar),
        Judul("BAB I PENDAHULUAN", baru=True),
        *_chapter_one(r),
        Judul("BAB II PERENCANAAN KINERJA", baru=True),
        *_text(r.pengantar_perencanaan),
        *_planning(r, Numbering(2)),
        Judul("BAB III AKUNTABILITAS KINERJA", baru=True),
        Judul("A. Capaian Kinerja Organisasi", 2),
        *_text(r.pengantar_capaian),
        year_table(r.capaian, third.table(f"Target, Realisasi, dan Capaian Kinerja Tahun {year}")),
        *_text(r.teks_capaian),
        *_bars(picture, r.batang),
        *(b for n, s in enumerate(r.sasaran, 1) for b in _sasaran(n, s, year, third)),
        Judul("B. Realisasi Anggaran", 2),
        *_text(r.teks_anggaran),
        money("Anggaran", third.table(f"Realisasi Anggaran Tahun {year}"), r.anggaran),
        Judul("BAB IV PENUTUP", baru=True),
        Judul("A. Kesimpulan", 2),
        *_text(r.kesimpulan),
        Judul("B. Langkah Perbaikan", 2),
        *_steps(r),
        *_text(r.penutup),
        *_annexes(r),
    )


def _reviewed(r: Lkjip) -> Iterable[Blok]:
    """The statement of the review, where there is one."""
    if r.pernyataan_reviu is not None:
        yield Judul("PERNYATAAN TELAH DIREVIU", baru=True)
        yield from _text((*r.pernyataan_reviu.subjudul, *r.pernyataan_reviu.paragraf))
        yield TandaTangan(r.pernyataan_reviu.naskah, r.pernyataan_reviu.penandatangan)


def _steps(r: Lkjip) -> Iterable[Blok]:
    yield from _text(r.teks_langkah)
    if r.langkah_perbaikan:
        yield recommendations("Langkah Perbaikan", Numbering(4).table("Langkah Perbaikan"), r.langkah_perbaikan)
    elif not r.teks_langkah:
        yield Paragraf(TANPA_LANGKAH)


def _annexes(r: Lkjip) -> Iterable[Blok]:
    """As they are bound into the PDF."""
    year = f"Tahun {r.naskah.tahun}"
    agreed = r.perjanjian_terikat
    parts: list[tuple[str, Iterable[Blok]]] = [
        (agreed.naskah.jenis if agreed else "", _agreed(agreed) if agreed else ()),
        (f"Rencana Aksi {year}", [_action_annex(r)] if r.rencana_aksi_lampiran else ()),
        (f"Pengukuran Kinerja {year}", [_measured_annex(r)] if r.pengukuran else ()),
        (f"Laporan Seksi dan Ketepatan Waktu {year}", [_seksi(r.seksi), *_all_times(r)]),
        ("Daftar Bukti Dukung", [_evidence(r.bukti)]),
    ]
    for number, (title, blocks) in enumerate((part for part in parts if part[1]), 1):
        yield Judul(f"Lampiran {number}. {title}", baru=True)
        yield from blocks


def _all_times(r: Lkjip) -> Iterable[Blok]:
    """Triwulan by triwulan, then the reports themselves."""
    yield from _text(r.teks_waktu)
    for quarter in (*r.waktu_sebelum, WaktuTriwulan("Triwulan IV", r.waktu)):
        yield _times(quarter.baris, f" {quarter.triwulan}")
    if r.waktu_laporan:
        heads = ("Laporan", "Norma", "Diterima Lengkap", "Batas Norma", "Jadwal", "Selesai", "Hasil")
        rows = tuple((b.nama, b.norma, b.diterima, b.batas, b.jadwal, b.selesai, b.hasil) for b in r.waktu_laporan)
        yield Daftar("Waktu Laporan", "Waktu Penyelesaian Laporan Triwulan dan LKjIP", heads, rows)


def _agreed(paper: SalinanPerjanjian) -> Sequence[Blok]:
    """The statement of the agreement with both who signed it."""
    number = [Paragraf(f"Nomor: {paper.naskah.nomor}")] if paper.naskah.nomor else []
    told = [Paragraf(paper.pembuka)]
    for pihak, called in ((paper.pertama, "pihak pertama"), (paper.kedua, "pihak kedua")):
        told.append(Paragraf(f"{pihak.nama}, {pihak.jabatan}, selanjutnya disebut {called}."))
    signed = [TandaTangan(paper.naskah, pihak.tanda_tangan) for pihak in (paper.kedua, paper.pertama)]
    return [*number, *told, *_text(paper.pernyataan), *signed, Paragraf(PERJANJIAN_DI_BAB_II)]


def _measured_annex(r: Lkjip) -> Daftar:
    year = r.naskah.tahun
    quarters = (f"{head} {tw}" for tw in _QUARTERS for head in ("Target", "Realisasi"))
    heads = (
        *("No", "Sasaran / Indikator Kinerja", "Satuan", f"Target {year}"),
        *quarters,
        *(f"Realisasi {year}", "Capaian (%)"),
    )
    rows: list[tuple[Sel, ...]] = []
    bold: list[int] = []
    for group in r.pengukuran:
        bold.append(len(rows))
        rows.append(("", group.judul, *[""] * (len(heads) - 2)))
        rows += [(b.no, b.nama, b.satuan, *figures_of(b)) for b in group.baris]
    return Daftar("Lampiran Pengukuran", "", heads, tuple(rows), tuple(bold), (MEASURED_NOTE,), lebar=True)


def _action_annex(r: Lkjip) -> Daftar:
    heads = (
        *("No", "Indikator Kinerja", "Satuan", "Target Tahun", *_QUARTERS, "Rencana Aksi"),
        *("Program / Kegiatan", "Anggaran (Rp)", "Penanggung Jawab"),
    )
    rows: tuple[tuple[Sel, ...], ...] = tuple(
        (b.no, b.nama, b.satuan, b.target_tahun, *b.triwulan, b.aksi, b.program, b.anggaran, b.penanggung_jawab)
        for k in r.rencana_aksi_lampiran
        for b in k.baris
    )
    return Daftar("Lampiran Rencana Aksi", "", heads, rows, lebar=True)


def _chapter_one(r: Lkjip) -> Iterable[Blok]:
    number, sheet = Numbering(1), count(1)
    for part in r.pendahuluan:
        yield Judul(part.judul, 2)
        yield from _text(part.paragraf)
        for table in part.tabel:
            rows: tuple[tuple[Sel, ...], ...] = tuple((b.uraian, *b.jumlah) for b in table.baris)
            caption = number.table(table.judul)
            yield Daftar(f"Pegawai {next(sheet)}", caption, table.kepala, rows, (len(rows) - 1,), (table.sumber,))


_QUARTERS = ("TW I", "TW II", "TW III", "TW IV")


def _planning(r: Lkjip, number: Numbering) -> Iterable[Blok]:
    year = r.naskah.tahun
    yield Judul("A. Rencana Strategis", 2)
    yield _renstra(r, number) if r.renstra else Paragraf(TANPA_RENSTRA)
    yield Judul("B. Indikator Kinerja Utama", 2)
    yield _iku(r, number) if r.iku else Paragraf(TANPA_IKU)
    yield Judul("C. Perjanjian Kinerja", 2)
    yield _agreement(r, number.table(f"Perjanjian Kinerja Tahun {year}"))
    yield _agreed_money(r, number.table(f"Anggaran Perjanjian Kinerja Tahun {year}"))
    yield Judul("D. Rencana Aksi", 2)
    if r.teks_rencana_aksi:
        yield from _text(r.teks_rencana_aksi)
        return
    columns = ("No", "Indikator Kinerja", "Satuan", "Target Tahun", *_QUARTERS, "Penanggung Jawab")
    plan = tuple(
        (b.no, b.nama, b.satuan, b.target_tahun, *b.triwulan, b.penanggung_jawab)
        for k in r.rencana_aksi
        for b in k.baris
    )
    yield Daftar("Rencana Aksi", number.table(f"Rencana Aksi Tahun {year}"), columns, plan)


def _renstra(r: Lkjip, number: Numbering) -> Daftar:
    heads = ("No", "Sasaran", "Indikator Kinerja", "Satuan", "Target Akhir Renstra", "Tahun")
    rows = tuple((b.no, b.sasaran, b.indikator, b.satuan, b.target_renstra, b.tahun_renstra) for b in r.renstra)
    return Daftar("Renstra", number.table("Sasaran dan Target Akhir Renstra"), heads, rows)


def _iku(r: Lkjip, number: Numbering) -> Daftar:
    heads = ("No", "Indikator Kinerja Utama", "Alasan dan Formulasi", "Sumber Data", "Penanggung Jawab")
    rows = tuple((b.no, b.indikator, b.alasan, b.sumber_data, b.penanggung_jawab) for b in r.iku)
    return Daftar("IKU", number.table("Indikator Kinerja Utama"), heads, rows)


def _agreement(r: Lkjip, caption: str) -> Daftar:
    """Targets in force, beside them the first ones where any was changed."""
    lines = [(k.judul, b) for k in r.perjanjian for b in k.baris]
    heads = ("No", "Sasaran", "Indikator", "Satuan")
    if not any(b.target_murni for _, b in lines):
        rows = tuple((b.no, judul, b.nama, b.satuan, agreed_target(b)) for judul, b in lines)
        return Daftar("Perjanjian Kinerja", caption, (*heads, "Target"), rows)
    changed = tuple(
        (b.no, judul, b.nama, b.satuan, b.target_murni or agreed_target(b), agreed_target(b)) for judul, b in lines
    )
    return Daftar("Perjanjian Kinerja", caption, (*heads, "Target Murni", "Target Perubahan"), changed)


def _agreed_money(r: Lkjip, caption: str) -> Daftar:
    t = r.anggaran_perjanjian
    rows = tuple((b.kode, b.uraian, b.pagu) for b in (*t.baris, t.jumlah))
    heads = ("Kode", "Program / Kegiatan / Sub Kegiatan", "Anggaran (Rp)")
    return Daftar("Pagu", caption, heads, rows, (len(rows) - 1,), t.catatan)


def year_table(t: TabelCapaian, judul: str) -> Daftar:
    """Capaian of a year."""
    heads = ("No", "Sasaran / Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)", "Kategori")

    def row(b: BarisCapaian) -> tuple[Sel, ...]:
        return (b.no, b.nama, b.satuan, b.target, b.realisasi, b.capaian, b.kategori)

    rows, bold = _grouped(t, row, before=3, after=0)
    return Daftar("Capaian", judul, heads, rows, bold, (t.sumber, *t.catatan_kaki))


def _sasaran(n: int, s: AnalisisSasaran, tahun: int, number: Numbering) -> Iterable[Blok]:
    label = s.judul.partition(". ")[0]
    yield Judul(s.judul, 3)
    yield from _text(s.pengantar)
    if s.ringkas:
        return
    yield Judul(f"1. Target dan realisasi tahun {tahun}", 4)
    yield from _text(s.target_realisasi)
    yield Judul("2. Perbandingan dengan tahun-tahun sebelumnya", 4)
    yield from _trends(n, s.tren, label, number)
    yield from _text(s.teks_tren)
    yield Judul("3. Perbandingan dengan target akhir Renstra", 4)
    if s.renstra:
        caption = number.table(f"Realisasi terhadap Target Akhir Renstra, {label}")
        yield _compared(f"Renstra {n}", caption, ("Target Akhir Renstra", "Capaian (%)", "Sisa"), s.renstra)
    yield from _text(s.teks_renstra)
    yield Judul("4. Perbandingan dengan standar nasional atau daerah lain", 4)
    if s.pembanding:
        caption = number.table(f"Perbandingan dengan Standar Nasional atau Daerah Lain, {label}")
        yield _compared(f"Pembanding {n}", caption, ("Pembanding", "Selisih", "Sumber"), s.pembanding)
    yield from _text(s.teks_pembanding)
    yield Judul("5. Penyebab keberhasilan, kendala, dan upaya", 4)
    yield from _text(s.penyebab)
    yield Judul("6. Efisiensi penggunaan sumber daya", 4)
    if s.efisiensi:
        what = level_of(s.efisiensi[0].sasaran)
        heads = ("No", what, "Capaian (%)", "Serapan (%)", "Tingkat Efisiensi (poin)", "Keterangan")
        rows = tuple((e.no, e.sasaran, e.capaian, e.serapan, e.tingkat, e.keterangan) for e in s.efisiensi)
        yield Daftar(f"Efisiensi {n}", number.table(f"Efisiensi Penggunaan Sumber Daya, {label}"), heads, rows)
    yield from _text(s.teks_efisiensi)
    yield Judul("7. Program dan kegiatan pendukung", 4)
    if s.program:
        lines = tuple(_money_row(b) for b in s.program)
        caption = number.table(f"Program dan Kegiatan Pendukung, {label}")
        yield Daftar(f"Program {n}", caption, _MONEY_HEADS, lines)
    yield from _text(s.teks_program)


def _trends(n: int, tren: Sequence[TrenIndikator], label: str, number: Numbering) -> Iterable[Blok]:
    """The PDF's table over the years, and beside it the figures that its charts carry."""
    years = sorted({y.tahun for t in tren for y in t.tahun})
    if not years:
        return
    span = f"{years[0]}\N{EN DASH}{years[-1]}" if len(years) > 1 else str(years[0])
    title = (
        f"{title_case(tren[0].nama)} Tahun {span}" if len(tren) == 1 else f"Realisasi dan Capaian Tahun {span}, {label}"
    )
    heads = ("No", "Indikator", "Uraian", *map(str, years), "Perubahan")
    rows = tuple(row for t in tren for row in _trend_rows(t, years))
    yield Daftar(f"Tren {n}", number.table(title), heads, rows)
    yield from _trend_figures(tren, number)
    quarters = tuple(row for t in tren if t.ada_triwulan for row in _quarter_rows(t))
    if quarters:
        caption = f"Angka pada grafik: target dan realisasi per triwulan, {label}"
        yield Daftar(f"Triwulan {n}", caption, ("No", "Indikator", "Uraian", *_QUARTERS), quarters)


def _trend_figures(tren: Sequence[TrenIndikator], number: Numbering) -> Iterable[Gambar]:
    for t in tren:
        if t.bergrafik:
            told = [f"{y.tahun} {_said(y.realisasi)} (target {_said(y.target)})" for y in t.tahun]
            quarters = [f"{tw} {_said(angka)}" for tw, angka in zip(_QUARTERS, t.triwulan, strict=False)]
            more = f" Per triwulan: {', '.join(quarters)}." if t.ada_triwulan else ""
            words = f"Grafik garis {t.nama} ({t.satuan}): {', '.join(told)}.{more}"
            yield Gambar(number.figure(trend_title(t)), t, words)


def _said(angka: Angka) -> str:
    if angka.nilai is None:
        return angka.kosong.value
    return angka.teks or format_angka(angka.nilai, angka.desimal)


def _bars(judul: str, batang: tuple[Batang, ...]) -> Iterable[Gambar]:
    if batang:
        told = (f"{b.label} {'-' if b.nilai is None else format_angka(b.nilai, 2)}" for b in batang)
        yield Gambar(judul, batang, f"Diagram batang capaian dalam persen: {'; '.join(told)}.")


def _trend_rows(t: TrenIndikator, years: Sequence[int]) -> Iterable[tuple[Sel, ...]]:
    by_year = {y.tahun: y for y in t.tahun}
    found = [by_year.get(year, TitikTahun(year, *(Angka(None),) * 3)) for year in years]
    yield (t.no, t.nama, f"Target ({t.satuan})", *(y.target for y in found), t.perubahan[0])
    yield ("", "", f"Realisasi ({t.satuan})", *(y.realisasi for y in found), t.perubahan[1])
    yield ("", "", "Capaian (%)", *(y.capaian for y in found), t.perubahan[2])


def _quarter_rows(t: TrenIndikator) -> Iterable[tuple[Sel, ...]]:
    yield (t.no, t.nama, f"Target ({t.satuan})", *t.target_triwulan)
    yield ("", "", f"Realisasi ({t.satuan})", *t.triwulan)


def _compared(lembar: str, caption: str, last: tuple[str, str, str], lines: Sequence[BarisPembanding]) -> Daftar:
    rest = last[2] == "Sisa"
    rows = tuple(
        (b.no, b.nama, b.satuan, b.realisasi, b.pembanding, b.hasil, b.sisa if rest else b.sumber or "-") for b in lines
    )
    return Daftar(lembar, caption, ("No", "Indikator", "Satuan", "Realisasi", *last), rows)


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
    heads = ("No", "Nama Bukti", "Jenis", "Tanggal", "Kode Berkas", "Untuk Indikator", "Seksi", "Perlu Dilihat")
    return Daftar("Bukti", "Daftar Bukti Dukung", heads, tuple(map(_evidence_line, lines)), lebar=True)


def evidence_outline(opening: Sequence[str], lines: Sequence[BarisBukti]) -> tuple[Blok, ...]:
    """The list of evidence on its own."""
    return (*map(Paragraf, opening), _evidence(lines))


def _evidence_line(b: BarisBukti) -> tuple[Sel, ...]:
    return b.no, b.nama, b.jenis, b.tanggal or "-", b.kode or "-", b.indikator, b.seksi, b.peringatan or "-"


def _times(lines: Sequence[BarisWaktu], of: str = "") -> Daftar:
    heads = ("Seksi", "1 Tugas", "2 Perintah", "3 Bahan", "4 Laporan", "5 Periksa", "Kembali", "Hasil")
    rows = tuple((b.seksi, *_marked(b), str(b.kembali), b.hasil) for b in lines)
    return Daftar(f"Ketepatan Waktu{of}", f"Rekapitulasi Ketepatan Waktu{of}", heads, rows)


def _marked(b: BarisWaktu) -> tuple[str, ...]:
    return tuple(f"{text} *" if late else text for text, late in zip(b.langkah, b.terlambat, strict=True))
