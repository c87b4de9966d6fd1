"""When a report moved on while it was read: both versions side by side, nothing typed is lost."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QWidget

from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services.review import PemeriksaanView
from kinerja_desktop.ui.review.model import baris_of
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure in the version on the screen and in the one that is there now."""

    kode: str
    nama: str
    lama: str
    baru: str


def differences(old: PemeriksaanView, new: PemeriksaanView) -> Iterator[Difference]:
    """Figures that changed since the version on the screen was read."""
    before = baris_of(old)
    for kode, row in baris_of(new).items():
        was = before[kode].realisasi if kode in before else "–"
        if was != row.realisasi:
            yield Difference(kode, row.baris.indikator.nama, was, row.realisasi)


def sentence(old: PemeriksaanView, new: PemeriksaanView) -> str:
    """«Laporan ini sudah berganti: Anda membaca versi 3, kini ada versi 4. Catatan Anda tetap ada.»."""
    read, now = old.kepala.laporan_ke, new.kepala.laporan_ke
    if now != read:
        return f"Laporan ini sudah berganti: Anda membaca versi {read}, kini ada versi {now}. Catatan Anda tetap ada."
    if Action.APPROVE in new.kepala.boleh:
        return f"Laporan versi {now} ditarik lalu dikembalikan ke meja Anda. Catatan Anda tetap ada."
    return f"Laporan ini tidak lagi menunggu pemeriksaan: kini «{new.kepala.label}». Catatan Anda tetap ada."


def act_of(new: PemeriksaanView) -> str:
    return f"Buka versi {new.kepala.laporan_ke}"


def stale_dialog(parent: QWidget, old: PemeriksaanView, new: PemeriksaanView) -> Dialog:
    """Both versions of every figure that changed; the act opens the newer one."""
    dialog = Dialog(parent, "Laporan Sudah Berganti", "Laporan sudah berganti", sentence=sentence(old, new))
    dialog.cancel.setText("Tutup")
    found = list(differences(old, new))
    if found:
        dialog.add_giving(_table(old, new, found), 120)
    else:
        dialog.body.addWidget(Label("Tidak ada angka yang berbeda.", ink=Ink.TEXT_2))
    dialog.add_act(act_of(new)).setObjectName("buka_versi_baru")
    return dialog


def _table(old: PemeriksaanView, new: PemeriksaanView, found: list[Difference]) -> ScrollArea:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setColumnStretch(1, 1)
    heads = ("", "Indikator", f"Versi {old.kepala.laporan_ke}", f"Versi {new.kepala.laporan_ke}")
    for column, head in enumerate(heads):
        grid.addWidget(Label(head, TextStyle.BODY_500, Ink.TEXT_2), 0, column)
    for at, one in enumerate(found, 1):
        for column, text in enumerate((one.kode, one.nama, one.lama, one.baru)):
            grid.addWidget(Label(text, wrap=column == 1), at, column)
    return ScrollArea(table)
