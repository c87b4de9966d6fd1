"""Tables that are bound in behind a report: the seksi's reports, evidence, keeping of the time limits.

Shared by the quarterly and the annual report; no looks (``tables``). To add an annex: one function.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import Final

from reportlab.platypus import Flowable

from kinerja_desktop.documents.blocks import body
from kinerja_desktop.documents.columns import Column, Kind, Look, Row, Tabel, texts
from kinerja_desktop.documents.figures import Cell, figure_cell
from kinerja_desktop.documents.style import TABLE, WIDE_TABLE, Sheet, TableType
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.laporan import (
    Angka,
    BarisBukti,
    BarisLaporanTriwulan,
    BarisPengukuran,
    BarisSeksi,
    BarisWaktu,
    KelompokPengukuran,
)

_SEKSI: Final = (
    Column("No", 8, Kind.CENTRED),
    Column("Seksi", 44),
    Column("Versi", 12, Kind.CENTRED),
    Column("Disetujui", 28, Kind.CENTRED),
    Column("Pemeriksa", 33),
    Column("Kembali\n(kali)", 15, Kind.CENTRED),
    Column("Keterangan", 25),
)
QUARTERS: Final = ("I", "II", "III", "IV")
MEASURED_NOTE: Final = "n/a: data belum ada; -: tidak ada target atau tidak diukur pada triwulan itu."
_EVIDENCE: Final = (
    Column("No", 8, Kind.CENTRED),
    Column("Nama Bukti", 71),
    Column("Jenis", 22.5),
    Column("Tanggal", 30.5, Kind.CENTRED),
    Column("Kode\nBerkas", 17, Kind.CENTRED),
    Column("Untuk\nIndikator", 16, Kind.CENTRED),
)
_CODE_NOTE: Final = (
    "Kode berkas adalah delapan tanda pertama sidik (SHA-256) berkas yang disimpan. "
    "Bila isi berkas berubah, kodenya berubah."
)
_OF_ONE: Final = (*_EVIDENCE[:-1], replace(_EVIDENCE[-1], head="Untuk\nNo."))
_TIMES: Final = (
    Column("No", 8, Kind.CENTRED),
    Column("Seksi", 33),
    Column("1\nMenugas-\nkan", 17.5, Kind.CENTRED),
    Column("2\nMemerin-\ntahkan", 17.5, Kind.CENTRED),
    Column("3\nMenyerah-\nkan bahan", 19, Kind.CENTRED),
    Column("4\nMembuat\nlaporan", 18, Kind.CENTRED),
    Column("5\nMemeriksa", 18, Kind.CENTRED),
    Column("Kembali\n(kali)", 14, Kind.CENTRED),
    Column("Hasil", 20, Kind.CENTRED),
)
_TIMES_CLOSE: Final = (
    _TIMES[0],
    replace(_TIMES[1], width=45.5),
    *(replace(column, width=15.5) for column in _TIMES[2:7]),
    *_TIMES[7:],
)
"""The same in smaller type: narrower steps leave the names of seksi on two lines."""
_SIXTH: Final = (
    Column("Langkah 6", 32),
    Column("Norma", 18, Kind.CENTRED),
    Column("Diterima\nlengkap", 21, Kind.CENTRED),
    Column("Batas\nnorma", 19, Kind.CENTRED),
    Column("Jadwal", 19, Kind.CENTRED),
    Column("Selesai", 19, Kind.CENTRED),
    Column("Hasil", 37, Kind.CENTRED),
)
_BEFORE_DAYS: Final = re.compile(r" (?=[0-9])")
_BEFORE_HOUR: Final = re.compile(r" (?=[0-9]{2}\.[0-9]{2}$)")
_LATE_NOTE: Final = (
    "Jam menurut waktu setempat. Cetak tebal berlatar abu-abu dengan tanda * = melewati norma langkah, dihitung dalam "
    "jam kerja sejak berkas diterima. Jadwal dihitung per hari kerja sejak hari penugasan; Hasil dibandingkan dengan "
    "jadwal."
)


def seksi_table(lines: Sequence[BarisSeksi]) -> Tabel:
    """Which version of each seksi's report was used, approved when and by whom."""
    rows = tuple(
        Row(
            texts(
                str(number),
                line.seksi,
                "-" if line.versi is None else str(line.versi),
                line.disetujui or "-",
                line.pemeriksa or "-",
                str(line.pengembalian) if line.pengembalian else "-",
                line.keterangan or "-",
            )
        )
        for number, line in enumerate(lines, start=1)
    )
    return Tabel(_SEKSI, rows)


def measured_table(groups: Sequence[KelompokPengukuran], year: int) -> Tabel:
    """Target and realisasi of every indikator in each triwulan and in the year."""
    columns = (
        Column("No", 8, Kind.CENTRED),
        Column("Sasaran / Indikator Kinerja", 83),
        Column("Satuan", 17, Kind.CENTRED),
        Column(f"Target\n{year}", 18, Kind.FIGURE),
        *(Column(head, 16, Kind.FIGURE, f"Triwulan {tw}") for tw in QUARTERS for head in ("Target", "Realisasi")),
        Column(f"Realisasi\n{year}", 18, Kind.FIGURE),
        Column("Capaian\n(%)", 18, Kind.FIGURE),
    )
    rows: list[Row] = []
    for group in groups:
        rows.append(Row((Cell(group.judul),), Look.GROUP, len(columns)))
        rows += [Row((Cell(b.no), Cell(b.nama), Cell(b.satuan), *map(figure_cell, figures_of(b)))) for b in group.baris]
    return Tabel(columns, tuple(rows), notes=(MEASURED_NOTE,), type=WIDE_TABLE)


def figures_of(line: BarisPengukuran) -> tuple[Angka, ...]:
    """The figures of a row in the order of print."""
    quarters = (angka for pair in zip(line.target, line.realisasi, strict=True) for angka in pair)
    return (line.target_tahun, *quarters, line.realisasi_tahun, line.capaian)


def evidence_table(
    lines: Sequence[BarisBukti], sheet: Sheet, *, of_one: bool = False, heading: str = "", last: bool = False
) -> list[Flowable]:
    """The pieces of evidence below their seksi, or one sentence where there is none.

    ``of_one``: all are of the seksi that reports, which is not named again.
    """
    if not lines:
        return [*body(["Tidak ada bukti dukung yang dilampirkan."])]
    columns = _OF_ONE if of_one else _EVIDENCE
    rows: list[Row] = []
    for seksi, pieces in groupby(lines, key=attrgetter("seksi")):
        if not of_one:
            rows.append(Row((Cell(seksi),), Look.GROUP, len(columns)))
        rows += map(_evidence_row, pieces)
    note = _CODE_NOTE if any(line.kode for line in lines) else ""
    return [flow_table(Tabel(columns, tuple(rows), source=note, heading=heading, last=last), sheet)]


def _evidence_row(line: BarisBukti) -> Row:
    facts = (line.jenis or "-", line.tanggal or "-", line.kode or "-")
    told = "\n".join(filter(None, (line.nama, line.peringatan)))
    return Row(texts(line.no, told, *facts, line.indikator))


def times_table(
    lines: Sequence[BarisWaktu],
    sheet: Sheet,
    caption: str = "",
    *,
    heading: str = "",
    noted: bool = True,
    last: bool = False,
    type_: TableType = TABLE,
) -> list[Flowable]:
    """When each seksi finished each step; a late step is bold on state fill with a star, as the note below says."""
    if not lines:
        return [*body(["Waktu langkah belum tercatat."])]
    rows, number = [], 0
    for line in lines:
        number += not line.jadwal
        rows.append(_times_row(line, "" if line.jadwal else str(number)))
    columns = _TIMES if type_ is TABLE else _TIMES_CLOSE
    source = _LATE_NOTE if noted else ""
    table = Tabel(columns, tuple(rows), caption, source, type=type_, last=last, heading=heading)
    return [flow_table(table, sheet)]


def reports_table(lines: Sequence[BarisLaporanTriwulan], caption: str = "") -> Tabel:
    """When step 6 had everything, was due and was finished."""
    return Tabel(_SIXTH, tuple(_report_row(line) for line in lines), caption)


def _report_row(line: BarisLaporanTriwulan) -> Row:
    moments = (line.diterima, line.batas, line.jadwal, line.selesai)
    hasil = Cell(line.hasil.replace("; ", ";\n"), bold=line.lewat)
    return Row((Cell(line.nama), Cell(line.norma), *(Cell(stamped(m)) for m in moments), hasil))


def _times_row(line: BarisWaktu, number: str) -> Row:
    steps = (_step_cell(text, late=late) for text, late in zip(line.langkah, line.terlambat, strict=True))
    returns = "" if line.jadwal else str(line.kembali) if line.kembali else "-"
    hasil = _BEFORE_DAYS.sub("\n", line.hasil)
    return Row((Cell(number), Cell(line.seksi), *steps, Cell(returns), Cell(hasil, bold=line.lewat)))


def _step_cell(text: str, *, late: bool) -> Cell:
    return Cell(f"{stamped(text)}*" if late else stamped(text) or "-", state=late, bold=late)


def stamped(text: str) -> str:
    """A moment for a narrow cell: the hour on a line of its own."""
    return _BEFORE_HOUR.sub("\n", text)
