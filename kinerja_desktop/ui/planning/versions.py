"""Versions of a plan on screen: Perjanjian Kinerja murni and its changes, and the question for a new one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from kinerja_desktop.domain.indikator import Indikator, Rencana, VersiRencana
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services.planning import MURNI, targets_in_force
from kinerja_desktop.ui.theme import TextStyle
from kinerja_desktop.ui.widgets.cards import column, holder
from kinerja_desktop.ui.widgets.date_field import DateField
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import Labelled
from kinerja_desktop.ui.widgets.labels import Label


def choices(rencana: Rencana) -> Sequence[tuple[str, str]]:
    """Words and key of every version, numbered, oldest first."""
    begun = ["", *(f", mulai {format_tanggal(v.berlaku_mulai)}" for v in rencana.versi)]
    keys = [MURNI, *(v.versi for v in rencana.versi)]
    return [(f"{name}{since}", key) for name, since, key in zip(names(rencana), begun, keys, strict=True)]


def names(rencana: Rencana) -> Sequence[str]:
    """The versions by number and name."""
    return [f"{n}. {name}" for n, name in enumerate(("PK murni", *(v.versi for v in rencana.versi)), 1)]


def shown(rencana: Rencana, versi: str) -> tuple[Indikator, ...]:
    """The indikator with the targets of a version."""
    targets = targets_in_force(rencana, versi)
    return tuple(replace(i, target=targets[i.kode]) for i in rencana.indikator)


def ask_version(parent: QWidget, rencana: Rencana, today: date) -> VersiRencana | None:
    """Name and first day of a new version; its targets begin as those in force."""
    number = len(rencana.versi) + 1
    dialog = Dialog(
        parent,
        "Perjanjian Kinerja Perubahan",
        f"Buka Perjanjian Kinerja Perubahan {rencana.tahun}",
        sentence="Triwulan yang berakhir pada atau sesudah tanggal ini, dan capaian setahun, memakai target baru. "
        "Laporan yang sudah disetujui tidak berubah. Sesudah dibuka, ubah target pada bagian Target.",
    )
    name = QLineEdit("Perubahan" if number == 1 else f"Perubahan {number}")
    name.setObjectName("nama_versi")
    day = DateField("Berlaku mulai")
    day.setObjectName("berlaku_mulai")
    begins = today if today.year == rencana.tahun else date(rencana.tahun, 7, 1)
    day.set_day(begins)
    dialog.body.addWidget(Labelled("Nama versi", name))
    dialog.body.addWidget(holder(column(Label("Berlaku mulai", TextStyle.BODY_500, buddy=day), 4, day)))
    dialog.add_act("Buka Perubahan").setObjectName("buka_perubahan")
    if not dialog.exec():
        return None
    return VersiRencana(name.text().strip(), day.day() or begins, ())
