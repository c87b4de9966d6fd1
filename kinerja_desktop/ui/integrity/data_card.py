"""Keutuhan data: the check of every record as a job, its parts with what they hold, and what was found.

Nothing is repaired. Only what was found is listed at length; «Salin rincian» puts all of it on the clipboard. Where
writing was stopped an Admin may go on with his reason.
"""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from kinerja_desktop.domain.errors import KinerjaError, WritingStopped
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.tanggal import format_tanggal, format_waktu
from kinerja_desktop.services import integrity
from kinerja_desktop.services.changes import Change
from kinerja_desktop.services.integrity import Bagian, Pemeriksaan
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.integrity.go_on_dialog import GoOnDialog
from kinerja_desktop.ui.runner import Report, hold_cancelled
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import WAIT, allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, column, empty, holder, row
from kinerja_desktop.ui.widgets.chips import Chip, ChipSpec
from kinerja_desktop.ui.widgets.labels import Label, Rule
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.job_card import JobCard

_SHOWN = 100
_UNITS = {
    "Rantai riwayat": "catatan",
    "Berkas SOP": "berkas",
    "Bukti dukung": "berkas",
    "Dokumen": "dokumen",
    integrity.ISIAN: "isian",
    integrity.JANGKAR: "cocok",
}


class DataCard(Card):
    """``refuse`` tells why a check could not be made; ``judged`` that the office may write again, or not any more."""

    judged = Signal(frozenset)

    def __init__(self, desk: Desk, refuse: Callable[[KinerjaError], None]) -> None:
        self._desk, self._refuse = desk, refuse
        self._found: Pemeriksaan | None = None
        self._when = Label("Belum diperiksa sejak program dibuka.", ink=Ink.TEXT_2)
        self.start = Button("Periksa Sekarang", ButtonKind.PRIMARY, Icon.PERIKSA, act=True)
        self.start.setObjectName("periksa_sekarang")
        self._job, self._result = JobCard(desk.runner), Strip()
        self._result.setObjectName("hasil_keutuhan")
        self._go_on = Button("Lanjutkan Bekerja…", ButtonKind.RETURN, act=True)
        self._go_on.setObjectName("lanjutkan_bekerja")
        self._go_on.hide()
        self._lines = column(space=8)
        area = ScrollArea(holder(column(self._lines, None)), bare=True)
        head = row(
            column(Label("Keutuhan Data", TextStyle.PANEL_TITLE), 4, self._when), None, self._go_on, 8, self.start
        )
        whole = column(head, self._job, self._result, area, space=12, edge=16)
        whole.setStretch(3, 1)
        super().__init__(whole)
        self.start.clicked.connect(self._check)
        self._go_on.clicked.connect(self._ask_to_go_on)
        self._result.linked.connect(self.copy_details)
        self._job.ended.connect(lambda: allow(self.start, ""))

    def details(self) -> str:
        """All findings with the time of the check, for the technical helper."""
        if self._found is None:
            return ""
        lines = [self._when.text(), *(f"{part.nama}: {_held(part)}" for part in self._found.bagian)]
        known = [f"(sudah diterima) {told}" for told in (*self._found.diketahui, *self._found.ditelusuri)]
        return "\n".join([*lines, self._found.batas, *self._found.peringatan, *self._found.temuan, *known])

    def copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self.details())

    def show_last(self) -> None:
        """What the check after the start found, while nobody has asked for another one."""
        last = integrity.last_check(self._desk.context())
        if self._found is None and last is not None:
            self._fill(last)

    def _check(self) -> None:
        ctx = self._desk.context()

        def job(report: Report) -> tuple[Pemeriksaan, datetime]:
            done: list[str] = []

            def tell(part: str, number: int) -> None:
                done.append(part)
                report.progress(len(done), integrity.PARTS, f"{part}: {format_angka(Decimal(number))}")
                hold_cancelled(report)

            return integrity.check(ctx, tell), ctx.now()

        allow(self.start, WAIT)
        self._job.run("Memeriksa keutuhan data.", job, self._show, self._refuse)

    def _ask_to_go_on(self) -> None:
        dialog = GoOnDialog(self, self._desk.context)
        chosen, alasan = dialog.exec(), dialog.alasan()
        dialog.deleteLater()
        if not chosen:
            return
        ctx = self._desk.context()

        def job(_: Report) -> tuple[Pemeriksaan, datetime]:
            return integrity.accept(ctx, alasan), ctx.now()

        allow(self.start, WAIT)
        allow(self._go_on, WAIT)
        self._job.run("Mencatat keputusan.", job, self._show, self._refuse, writes=True)

    def _show(self, outcome: tuple[Pemeriksaan, datetime]) -> None:
        self._fill(outcome)
        self.judged.emit(frozenset({Change.SETTINGS}))  # what stands round the pages tells whether it may write

    def _fill(self, outcome: tuple[Pemeriksaan, datetime]) -> None:
        found, when = outcome
        self._found = found
        stopped = isinstance(self._desk.context().office.store.stopped, WritingStopped)
        self._go_on.setVisible(stopped and found.terbaca)
        allow(self._go_on, "")
        self._when.setText(f"Terakhir diperiksa {format_tanggal(when)}, {format_waktu(when)}.")
        self._result.set_spec(_good(found) if found.utuh else _bad(found))
        empty(self._lines)
        for sentence in found.temuan[:_SHOWN]:
            self._lines.addWidget(Label(f"✕ {sentence}", wrap=True))
        if len(found.temuan) > _SHOWN:
            self._lines.addWidget(Label(f"… dan {len(found.temuan) - _SHOWN} temuan lain.", ink=Ink.TEXT_2))
        for sentence in found.peringatan:
            self._lines.addWidget(Strip(StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, sentence)))
        if not found.utuh:
            self._lines.addWidget(Rule())
        for part in found.bagian:
            self._lines.addWidget(_part_line(part))
        self._lines.addWidget(Label(found.batas, ink=Ink.TEXT_2, wrap=True))
        if known := (*found.diketahui[:_SHOWN], *found.ditelusuri):
            self._lines.addWidget(Rule())
            self._lines.addWidget(Label("Sudah diterima Admin dan tercatat dalam riwayat:", TextStyle.BODY_500))
        for sentence in known:
            self._lines.addWidget(Label(sentence, ink=Ink.TEXT_2, wrap=True))


def _held(part: Bagian) -> str:
    return f"{format_angka(Decimal(part.jumlah))} {_UNITS.get(part.nama, '')}".strip()


def _part_line(part: Bagian) -> Card:
    good = not part.temuan
    words = "tidak ditemukan perubahan" if good else f"{len(part.temuan)} temuan"
    look = (Tone.SELESAI, Icon.DISETUJUI) if good else (Tone.SALAH, Icon.SALAH)
    if good and part.nama == integrity.JANGKAR:
        words = "sama dengan riwayat" if part.jumlah else "belum ada pembanding"
        look = look if part.jumlah else (Tone.NETRAL, Icon.KURANG)
    chip = Chip(ChipSpec(*look, words, Shape.FILL), plain=True)
    held = "" if part.nama == "Halaman basis data" else _held(part)
    line = row(Label(part.nama, TextStyle.BODY_500), Label(held, ink=Ink.TEXT_2), None, chip, edge=8)
    return Card(line)


def _good(found: Pemeriksaan) -> StripSpec:
    number = format_angka(Decimal(next(b.jumlah for b in found.bagian if b.nama == "Rantai riwayat")))
    text = f"**Tidak ditemukan perubahan** pada {number} catatan riwayat dan semua bukti dan dokumen."
    if found.diketahui:
        text = f"**Tidak ditemukan perubahan baru.** {len(found.diketahui)} temuan lama sudah diterima Admin."
    return StripSpec(Tone.SELESAI, Icon.DISETUJUI, text, shape=Shape.FILL)


def _bad(found: Pemeriksaan) -> StripSpec:
    text = f"**{len(found.temuan)} temuan.** Jangan ubah apa pun. Hubungi pembantu teknis dan sertakan rinciannya."
    return StripSpec(Tone.SALAH, Icon.SALAH, text, "Salin rincian", Shape.FILL)
