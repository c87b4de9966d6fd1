"""Keutuhan data: the check of every record as a job, its parts with what they hold, and what was found.

Nothing is repaired. Only what was found is listed at length; «Salin rincian» puts all of it on the clipboard.
"""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from PySide6.QtGui import QGuiApplication

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.tanggal import format_tanggal, format_waktu
from kinerja_desktop.services import integrity
from kinerja_desktop.services.integrity import Bagian, Pemeriksaan
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.runner import Report, hold_cancelled
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.chips import Chip, ChipSpec
from kinerja_desktop.ui.widgets.labels import Label, Rule
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.job_card import JobCard
from kinerja_desktop.ui.work.panel_parts import empty

PARTS = 6
"""How many parts a check has, for the bar."""
_SHOWN = 100
_UNITS = {"Rantai riwayat": "catatan", "Berkas SOP": "berkas", "Bukti dukung": "berkas", "Dokumen": "dokumen"}


class DataCard(Card):
    """``refuse`` tells why a check could not be made."""

    def __init__(self, desk: Desk, refuse: Callable[[KinerjaError], None]) -> None:
        self._desk, self._refuse = desk, refuse
        self._found: Pemeriksaan | None = None
        self._when = Label("Belum diperiksa sejak program dibuka.", ink=Ink.TEXT_2)
        self.start = Button("Periksa Sekarang", ButtonKind.PRIMARY, Icon.PERIKSA, act=True)
        self.start.setObjectName("periksa_sekarang")
        self._job, self._result = JobCard(desk.runner), Strip()
        self._result.setObjectName("hasil_keutuhan")
        self._lines = column(space=8)
        area = ScrollArea(holder(column(self._lines, None)), bare=True)
        head = row(column(Label("Keutuhan Data", TextStyle.PANEL_TITLE), 4, self._when), None, self.start)
        whole = column(head, self._job, self._result, area, space=12, edge=16)
        whole.setStretch(3, 1)
        super().__init__(whole)
        self.start.clicked.connect(self._check)
        self._result.linked.connect(self.copy_details)
        self._job.ended.connect(lambda: self.start.setEnabled(True))

    def details(self) -> str:
        """All findings with the time of the check, for the technical helper."""
        if self._found is None:
            return ""
        lines = [self._when.text(), *(f"{part.nama}: {_held(part)}" for part in self._found.bagian)]
        return "\n".join([*lines, *self._found.temuan])

    def copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self.details())

    def _check(self) -> None:
        ctx = self._desk.context()

        def job(report: Report) -> tuple[Pemeriksaan, datetime]:
            done: list[str] = []

            def tell(part: str, number: int) -> None:
                done.append(part)
                report.progress(len(done), PARTS, f"{part}: {format_angka(Decimal(number))}")
                hold_cancelled(report)

            return integrity.check(ctx, tell), ctx.now()

        self.start.setEnabled(False)
        self._job.run("Memeriksa keutuhan data.", job, self._show, self._refuse)

    def _show(self, outcome: tuple[Pemeriksaan, datetime]) -> None:
        found, when = outcome
        self._found = found
        self._when.setText(f"Terakhir diperiksa {format_tanggal(when)}, {format_waktu(when)}.")
        self._result.set_spec(_good(found) if found.utuh else _bad(found))
        empty(self._lines)
        for part in found.bagian:
            self._lines.addWidget(_part_line(part))
        if not found.utuh:
            self._lines.addWidget(Rule())
        for sentence in found.temuan[:_SHOWN]:
            self._lines.addWidget(Label(f"✕ {sentence}", wrap=True))
        if len(found.temuan) > _SHOWN:
            self._lines.addWidget(Label(f"… dan {len(found.temuan) - _SHOWN} temuan lain.", ink=Ink.TEXT_2))


def _held(part: Bagian) -> str:
    return f"{format_angka(Decimal(part.jumlah))} {_UNITS.get(part.nama, '')}".strip()


def _part_line(part: Bagian) -> Card:
    good = not part.temuan
    words = "tidak ditemukan perubahan" if good else f"{len(part.temuan)} temuan"
    look = (Tone.SELESAI, Icon.DISETUJUI) if good else (Tone.SALAH, Icon.SALAH)
    chip = Chip(ChipSpec(*look, words, Shape.FILL), plain=True)
    held = "" if part.nama == "Halaman basis data" else _held(part)
    line = row(Label(part.nama, TextStyle.BODY_500), Label(held, ink=Ink.TEXT_2), None, chip, edge=8)
    return Card(line)


def _good(found: Pemeriksaan) -> StripSpec:
    number = format_angka(Decimal(next(b.jumlah for b in found.bagian if b.nama == "Rantai riwayat")))
    text = f"**Tidak ditemukan perubahan** pada {number} catatan riwayat dan semua bukti dan dokumen."
    return StripSpec(Tone.SELESAI, Icon.DISETUJUI, text, shape=Shape.FILL)


def _bad(found: Pemeriksaan) -> StripSpec:
    text = f"**{len(found.temuan)} temuan.** Jangan ubah apa pun. Hubungi pembantu teknis dan sertakan rinciannya."
    return StripSpec(Tone.SALAH, Icon.SALAH, text, "Salin rincian", Shape.FILL)
