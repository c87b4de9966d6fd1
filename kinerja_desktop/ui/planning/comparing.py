"""Versions of a plan side by side: every target that differs, murni first."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.beda_versi import BedaTarget, beda_versi
from kinerja_desktop.domain.indikator import Rencana
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.ui.planning import versions
from kinerja_desktop.ui.planning.fields import ROMAWI
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.listing import ListColumn, Listing

_HEIGHT = 320


def show_comparison(parent: QWidget, rencana: Rencana) -> None:
    """Show what changed plans change."""
    dialog = Dialog(
        parent,
        "Bandingkan Versi",
        f"Target {rencana.tahun} menurut versi Perjanjian Kinerja",
        sentence="Hanya target yang berbeda. Laporan yang sudah disetujui tetap memakai versi saat disetujui.",
    )
    rows = beda_versi(rencana)
    if rows:
        table: Listing[BedaTarget] = Listing("Perbandingan versi", _columns(rencana))
        table.setObjectName("perbandingan")
        table.set_rows(rows)
        dialog.body.addWidget(table.filter_line)
        dialog.add_giving(table, _HEIGHT)
    else:
        dialog.body.addWidget(Label("Semua versi memuat target yang sama.", wrap=True))
    dialog.cancel.setText("Tutup")
    dialog.exec()
    dialog.deleteLater()


def _columns(rencana: Rencana) -> Sequence[ListColumn[BedaTarget]]:
    figures = [_version(at, name) for at, name in enumerate(versions.names(rencana))]
    return (
        ListColumn("Kode", lambda b: b.kode, 52),
        ListColumn("Indikator", lambda b: f"{b.nama} ({b.satuan})" if b.satuan else b.nama),
        ListColumn("Target", lambda b: "setahun" if b.triwulan is None else f"TW {ROMAWI[b.triwulan - 1]}", 68),
        *figures,
    )


def _version(at: int, name: str) -> ListColumn[BedaTarget]:
    return ListColumn(name, lambda b: _figure(b.nilai[at]), 104, right=True)


def _figure(nilai: Decimal | None) -> str:
    return "kosong" if nilai is None else format_angka(nilai)
