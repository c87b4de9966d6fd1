"""Indeks Bukti LKE: criteria with their evidence, what is missing, the contents of the packet."""

from dataclasses import replace
from typing import Final

from kinerja_desktop.documents.blocks import body
from kinerja_desktop.documents.columns import Column, Kind, Look, Row, Tabel, texts
from kinerja_desktop.documents.figures import Cell
from kinerja_desktop.documents.signature import Signer
from kinerja_desktop.documents.simple_paper import render_simple
from kinerja_desktop.documents.style import portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.dokumen_lke import YANG_BELUM_ADA, BarisKriteria, IndeksBuktiLke

CRITERIA: Final = "Kriteria dan Buktinya"
CONTENTS: Final = "Isi Paket"
_CRITERIA: Final = (
    Column("No", 14, Kind.CENTRED),
    Column("Kriteria", 62),
    Column("Bukti", 68),
    Column("Keadaan", 21, Kind.CENTRED),
)
_MISSING: Final = (
    Column("No", 10, Kind.CENTRED),
    Column("Bukti", 62),
    Column("Kriteria", 45),
    Column("Yang Harus Dilakukan", 48),
)
_CONTENTS: Final = (
    Column("No", 10, Kind.CENTRED),
    Column("Berkas", 78),
    Column("Nomor Dokumen", 59),
    Column("Tanda\nTangan", 18, Kind.CENTRED),
)
_NOTE: Final = "Cetak tebal berlatar abu-abu = belum lengkap. “Disiapkan kantor” = di luar dokumen program ini."


def render(paper: IndeksBuktiLke) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    sheet = portrait(paper.naskah.kertas)
    tables = (
        Tabel(_CRITERIA, _criteria(paper), CRITERIA, source=f"{_NOTE} {paper.sumber}"),
        Tabel(_MISSING, _missing(paper), YANG_BELUM_ADA),
        Tabel(_CONTENTS, _contents(paper), CONTENTS),
    )
    there = enumerate((table for table in tables if table.rows), 1)
    content = [flow_table(replace(table, caption=f"Tabel {n}. {table.caption}"), sheet) for n, table in there]
    return render_simple(paper.naskah, [*body(paper.pembuka), *content], Signer(paper.penandatangan), numbered=False)


def _criteria(paper: IndeksBuktiLke) -> tuple[Row, ...]:
    groups = ((_head(group.judul, _CRITERIA), *map(_criterion, group.baris)) for group in paper.kelompok)
    return tuple(row for rows in groups for row in rows)


def _head(judul: str, columns: tuple[Column, ...]) -> Row:
    return Row((Cell(judul),), Look.GROUP, len(columns))


def _criterion(line: BarisKriteria) -> Row:
    state = Cell(line.keadaan, state=line.kurang, bold=line.kurang)
    return Row((Cell(line.nomor), Cell(line.teks), Cell("\n".join(line.bukti) or "-"), state))


def _missing(paper: IndeksBuktiLke) -> tuple[Row, ...]:
    return tuple(Row(texts(k.no, k.apa, k.kriteria, k.saran)) for k in paper.kurang)


def _contents(paper: IndeksBuktiLke) -> tuple[Row, ...]:
    rows: list[Row] = []
    for folder in paper.isi:
        rows.append(_head(f"Folder {folder.nama}", _CONTENTS))
        rows += [Row(texts(b.no, b.nama, b.nomor, b.tanda_tangan)) for b in folder.baris]
    return tuple(rows)
