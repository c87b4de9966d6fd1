"""BAB III of the LKjIP: the year's capaian, the seven analyses of each sasaran, the budget.

The seven headings and their order are those of PermenPANRB 53/2014 Lampiran II; a table without data is printed
with "n/a" all the same. To add an analysis: a function below, in its place in ``_sasaran``.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reportlab.platypus import Flowable

from kinerja_desktop.documents.blocks import body, heading, leading
from kinerja_desktop.documents.capaian_table import NO, money_columns, money_row_look, money_table, year_table
from kinerja_desktop.documents.columns import Column, Kind, Row, Tabel
from kinerja_desktop.documents.figures import Cell, figure_cell
from kinerja_desktop.documents.numbering import Numbering, level_of, mean_level, span_of, title_case, trend_title
from kinerja_desktop.documents.page import PLAIN, Chapter, turn
from kinerja_desktop.documents.pictures import bar_figures, trend_figure
from kinerja_desktop.documents.style import Sheet, portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.laporan import (
    AnalisisSasaran,
    Angka,
    BarisPembanding,
    BarisUang,
    Efisiensi,
    Lkjip,
    TrenIndikator,
)

_NONE: Final = Angka(None)
_RENSTRA: Final = (
    NO,
    Column("Indikator Kinerja", 62),
    Column("Satuan", 17, Kind.CENTRED),
    Column("Realisasi", 20, Kind.FIGURE),
    Column("Target Akhir\nRenstra", 24, Kind.FIGURE),
    Column("Capaian\n(%)", 18, Kind.FIGURE),
    Column("Sisa", 16, Kind.FIGURE),
)
_COMPARED: Final = (
    NO,
    Column("Indikator Kinerja", 50),
    Column("Satuan", 17, Kind.CENTRED),
    Column("Realisasi", 20, Kind.FIGURE),
    Column("Pembanding", 20, Kind.FIGURE),
    Column("Selisih", 18, Kind.FIGURE),
    Column("Sumber", 32),
)
_EFFICIENCY: Final = (
    NO,
    Column("Sasaran", 61),
    Column("Capaian\n(%)", 20, Kind.FIGURE),
    Column("Serapan\n(%)", 20, Kind.FIGURE),
    Column("Tingkat Efisiensi\n(poin)", 24, Kind.FIGURE),
    Column("Keterangan", 32),
)
_PROGRAMMES: Final = (
    Column("Program / Kegiatan", 77),
    Column("Pagu (Rp)", 32, Kind.FIGURE),
    Column("Realisasi (Rp)", 32, Kind.FIGURE),
    Column("%", 24, Kind.FIGURE),
)


def accountability(report: Lkjip) -> list[Flowable]:
    """BAB III with its parts A and B."""
    number, sheet, year = Numbering(3), portrait(report.naskah.kertas), report.naskah.tahun
    main = year_table(report.capaian, number.table(f"Target, Realisasi, dan Capaian Kinerja Tahun {year}"))
    picture = number.figure(f"Capaian {mean_level(report.batang)} Tahun {year} (%)") if report.batang else ""
    story: list[Flowable] = [
        *turn(PLAIN),
        Chapter("BAB III  Akuntabilitas Kinerja"),
        heading("BAB III\nAKUNTABILITAS KINERJA", "bab"),
        heading("A. Capaian Kinerja Organisasi", level=1),
        *leading(report.pengantar_capaian),
        flow_table(main, sheet),
        *body(report.teks_capaian),
        *bar_figures(picture, report.batang, sheet),
    ]
    for analysis in report.sasaran:
        story += _sasaran(analysis, year, number, sheet)
    spent = number.table(f"Realisasi Anggaran Tahun {year}")
    return [
        *story,
        heading("B. Realisasi Anggaran", level=1),
        *leading(report.teks_anggaran),
        flow_table(replace(money_table(report.anggaran, money_columns(""), spent), last=True), sheet),
    ]


def _sasaran(analysis: AnalisisSasaran, year: int, number: Numbering, sheet: Sheet) -> list[Flowable]:
    label = analysis.judul.partition(". ")[0]
    opening: list[Flowable] = [heading(analysis.judul, level=2), *body(analysis.pengantar)]
    if analysis.ringkas:
        return opening
    return [
        *opening,
        _section(f"1. Target dan realisasi tahun {year}"),
        *body(analysis.target_realisasi),
        _section("2. Perbandingan dengan tahun-tahun sebelumnya"),
        *_years(analysis.tren, label, number, sheet),
        *body(analysis.teks_tren),
        _section("3. Perbandingan dengan target akhir Renstra"),
        *_renstra(analysis.renstra, label, number, sheet),
        *body(analysis.teks_renstra),
        _section("4. Perbandingan dengan standar nasional atau daerah lain"),
        *_compared(analysis.pembanding, label, number, sheet),
        *body(analysis.teks_pembanding),
        _section("5. Penyebab keberhasilan, kendala, dan upaya"),
        *body(analysis.penyebab),
        _section("6. Efisiensi penggunaan sumber daya"),
        *_efficiency(analysis.efisiensi, label, number, sheet),
        *body(analysis.teks_efisiensi),
        _section("7. Program dan kegiatan pendukung"),
        *_programmes(analysis.program, label, number, sheet),
        *body(analysis.teks_program),
    ]


def _section(text: str) -> Flowable:
    return heading(text, "section", level=None)


# --- 2. years ----------------------------------------------------------------------------------


def _years(trends: Sequence[TrenIndikator], label: str, number: Numbering, sheet: Sheet) -> list[Flowable]:
    if not trends:
        return []
    if len(trends) == 1:
        return _one_over_years(trends[0], number, sheet)
    table = flow_table(_all_over_years(trends, label, number), sheet)
    figures = [trend_figure(number.figure(trend_title(trend)), trend, sheet) for trend in trends if trend.bergrafik]
    return [table, *figures]


def _one_over_years(trend: TrenIndikator, number: Numbering, sheet: Sheet) -> list[Flowable]:
    if not trend.tahun:
        return []
    years = tuple(Column(str(y.tahun), 88 / len(trend.tahun), Kind.FIGURE) for y in trend.tahun)
    columns = (Column("Uraian", 45), *years, Column(_change_head(trend), 32, Kind.CENTRED))
    unit = "" if trend.satuan == "-" else f" ({trend.satuan.lower()})"
    lines = (
        (f"Target{unit}", [y.target for y in trend.tahun], trend.perubahan[0], False),
        (f"Realisasi{unit}", [y.realisasi for y in trend.tahun], trend.perubahan[1], False),
        ("Capaian (%)", [y.capaian for y in trend.tahun], trend.perubahan[2], True),
    )
    rows = tuple(
        Row((Cell(words, bold=bold), *(figure_cell(f, bold=bold) for f in figures), Cell(change or "-", bold=bold)))
        for words, figures, change, bold in lines
    )
    caption = number.table(f"{title_case(trend.nama)} Tahun {span_of(trend)}")
    table = flow_table(Tabel(columns, rows, caption, _source([trend])), sheet)
    if not trend.bergrafik:
        return [table]
    return [table, trend_figure(number.figure(trend_title(trend)), trend, sheet)]


def _all_over_years(trends: Sequence[TrenIndikator], label: str, number: Numbering) -> Tabel:
    years = sorted({y.tahun for trend in trends for y in trend.tahun})
    columns = (
        NO,
        Column("Indikator Kinerja", 52),
        Column("Satuan", 16, Kind.CENTRED),
        *(Column(str(year), 68 / len(years), Kind.FIGURE) for year in years),
        Column("Perubahan", 21, Kind.CENTRED),
    )
    rows = [row for trend in trends for row in _trend_rows(trend, years)]
    span = f"{years[0]}\N{EN DASH}{years[-1]}" if len(years) > 1 else "".join(map(str, years))
    return Tabel(columns, tuple(rows), number.table(f"Realisasi dan Capaian Tahun {span}, {label}"), _source(trends))


def _source(trends: Sequence[TrenIndikator]) -> str:
    """Where the figures come from, each source once."""
    named = dict.fromkeys(trend.sumber.strip().rstrip(".") for trend in trends if trend.sumber.strip())
    return f"Sumber: {'; '.join(named)}." if named else ""


def _trend_rows(trend: TrenIndikator, years: Sequence[int]) -> tuple[Row, Row]:
    """Realisasi of an indikator over the years, and its capaian below."""
    by_year = {y.tahun: (y.realisasi, y.capaian) for y in trend.tahun}
    found = [by_year.get(year, (_NONE, _NONE)) for year in years]
    realisasi, capaian = ([figure_cell(pair[place]) for pair in found] for place in (0, 1))
    _, changed, moved = (Cell(change or "-") for change in trend.perubahan)
    return (
        Row((Cell(trend.no), Cell(trend.nama), Cell(trend.satuan), *realisasi, changed), keep=True),
        Row((Cell(""), Cell("Capaian"), Cell("%"), *capaian, moved)),
    )


def _change_head(trend: TrenIndikator) -> str:
    if len(trend.tahun) < 2:
        return "Perubahan"
    return f"Perubahan\n{trend.tahun[-2].tahun}\N{EN DASH}{trend.tahun[-1].tahun}"


# --- 3 and 4. against something else --------------------------------------------------------------


def _renstra(lines: Sequence[BarisPembanding], label: str, number: Numbering, sheet: Sheet) -> list[Flowable]:
    if not lines:
        return []
    rows = tuple(Row((*_named(b), *map(figure_cell, (b.realisasi, b.pembanding, b.hasil, b.sisa)))) for b in lines)
    caption = number.table(f"Realisasi terhadap Target Akhir Renstra, {label}")
    return [flow_table(Tabel(_RENSTRA, rows, caption), sheet)]


def _compared(lines: Sequence[BarisPembanding], label: str, number: Numbering, sheet: Sheet) -> list[Flowable]:
    if not lines:
        return []
    rows = tuple(
        Row((*_named(b), *map(figure_cell, (b.realisasi, b.pembanding, b.hasil)), Cell(b.sumber or "-"))) for b in lines
    )
    caption = number.table(f"Perbandingan dengan Standar Nasional atau Daerah Lain, {label}")
    return [flow_table(Tabel(_COMPARED, rows, caption), sheet)]


def _named(line: BarisPembanding) -> tuple[Cell, Cell, Cell]:
    return Cell(line.no), Cell(line.nama), Cell(line.satuan)


# --- 6 and 7. money -------------------------------------------------------------------------------


def _efficiency(lines: Sequence[Efisiensi], label: str, number: Numbering, sheet: Sheet) -> list[Flowable]:
    if not lines:
        return []
    rows = tuple(
        Row(
            (
                Cell(line.no),
                Cell(line.sasaran),
                *map(figure_cell, (line.capaian, line.serapan, line.tingkat)),
                Cell(line.keterangan or "-"),
            )
        )
        for line in lines
    )
    columns = (_EFFICIENCY[0], replace(_EFFICIENCY[1], head=level_of(lines[0].sasaran)), *_EFFICIENCY[2:])
    return [flow_table(Tabel(columns, rows, number.table(f"Efisiensi Penggunaan Sumber Daya, {label}")), sheet)]


def _programmes(lines: Sequence[BarisUang], label: str, number: Numbering, sheet: Sheet) -> list[Flowable]:
    if not lines:
        return []
    rows = tuple(
        Row((Cell(b.uraian), *map(figure_cell, (b.pagu, b.realisasi, b.serapan))), money_row_look(b)) for b in lines
    )
    return [flow_table(Tabel(_PROGRAMMES, rows, number.table(f"Program dan Kegiatan Pendukung, {label}")), sheet)]
