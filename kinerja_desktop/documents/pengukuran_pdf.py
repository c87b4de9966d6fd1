"""Pengukuran Kinerja: capaian, then the budget; a triwulan on landscape sheets, a year upright."""

from kinerja_desktop.documents.blocks import bookmarked
from kinerja_desktop.documents.capaian_table import (
    YEAR_COLUMNS,
    money_columns,
    money_table,
    quarter_columns,
    quarter_table,
    year_table,
)
from kinerja_desktop.documents.columns import Tabel
from kinerja_desktop.documents.signature import Signer
from kinerja_desktop.documents.simple_paper import render_simple
from kinerja_desktop.documents.style import landscape, portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.dokumen_pengukuran import Pengukuran


def render(paper: Pengukuran) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    turned, kertas = paper.triwulan is not None, paper.naskah.kertas
    sheet = landscape(kertas) if turned else portrait(kertas)
    tables = [bookmarked(flow_table(table, sheet), table.caption) for table in (_capaian(paper), _money(paper))]
    return render_simple(paper.naskah, tables, Signer(paper.penandatangan), turned=turned)


def _capaian(paper: Pengukuran) -> Tabel:
    caption = "Tabel 1. Target, Realisasi, dan Capaian Kinerja"
    if paper.triwulan is None:
        return year_table(paper.capaian, f"{caption} Tahun {paper.naskah.tahun}", YEAR_COLUMNS)
    columns = quarter_columns(paper.naskah.tahun, paper.triwulan.romawi)
    return quarter_table(paper.capaian, columns, f"{caption} {paper.triwulan.label} Tahun {paper.naskah.tahun}")


def _money(paper: Pengukuran) -> Tabel:
    tw, year = paper.triwulan, f"Tahun {paper.naskah.tahun}"
    until, when = ("", year) if tw is None else (f"s.d. {tw.singkat}", f"s.d. {tw.label} {year}")
    caption = f"Tabel 2. Program, Kegiatan, dan Realisasi Anggaran {when}"
    return money_table(paper.anggaran, money_columns(until), caption)
