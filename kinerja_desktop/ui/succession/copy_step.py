"""A step of a guided path: how old the last copy and the last drill are, with both offered to be made now."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services import backup, backup_copies, drill
from kinerja_desktop.services.backup import HasilCadangan
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.drill import HasilUji
from kinerja_desktop.services.succession_state import UjiTerakhir
from kinerja_desktop.ui.backup.copying import ask_place
from kinerja_desktop.ui.backup.rows import moment, ticking
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.runner import Report, Runner
from kinerja_desktop.ui.theme import Ink, Tone
from kinerja_desktop.ui.widgets.allowing import WAIT, allow
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.job_card import JobCard

T = TypeVar("T")
_NO_COPY = "Belum ada salinan yang dapat diuji. Cadangkan ke USB lebih dahulu."
_ADVICE = "Sebaiknya petugas baru menerima cadangan yang memuat semua perubahan dan sudah diuji."


class CopyStep(QWidget):
    """``made`` tells that a copy or a drill ended; the path reads its state anew and calls `show_state`."""

    made = Signal(object)

    def __init__(self, context: Callable[[], Context], runner: Runner) -> None:
        super().__init__()
        self._context, self._places = context, set[Path]()
        self._copied, self._tried = Label(wrap=True), Label(wrap=True)
        self._told, self.job = Strip(), JobCard(runner)
        self._copy = Button("Cadangkan ke USB…", icon=Icon.CADANGAN)
        self._try = Button("Uji Salinan Terbaru", icon=Icon.PERIKSA)
        self._copy.setObjectName("cadangkan_serah")
        self._try.setObjectName("uji_serah")
        self.setLayout(
            column(
                Label(_ADVICE, ink=Ink.TEXT_2, wrap=True),
                self._copied,
                self._tried,
                row(self._copy, self._try, None),
                self._told,
                self.job,
                None,
                space=8,
            )
        )
        self._copy.clicked.connect(self._back_up)
        self._try.clicked.connect(self._drill)
        self.job.ended.connect(self._show_free)

    def show_state(self, usb: datetime | None, uji: UjiTerakhir | None, *, berubah: bool, zone: tzinfo | None) -> None:
        """Say how things stand."""
        since = "; sesudahnya ada perubahan." if berubah else ", memuat semua perubahan."
        self._copied.setText(
            f"Cadangan terakhir di flashdisk: {f'{moment(usb, zone)}{since}' if usb else 'belum ada.'}"
        )
        found = "" if uji is None else "dapat dipulihkan" if uji.utuh else "ada temuan"
        self._tried.setText(
            f"Uji pemulihan terakhir: {f'{moment(uji.pada, zone)}, {found}.' if uji else 'belum pernah.'}"
        )

    def _back_up(self) -> None:
        ctx = self._context()
        place = ask_place(self, ctx)
        if place is None:
            return

        def job(report: Report) -> HasilCadangan:
            return backup.back_up_to(ctx, place, ticking(report, usb=True))

        def done(made: HasilCadangan) -> None:
            self._places.add(place)
            self._tell(Tone.SELESAI, Icon.DISETUJUI, "**Selesai dan sudah diperiksa. USB boleh dicabut.**")
            self.made.emit(made.changes)

        self._run("Mencadangkan.", job, done)

    def _drill(self) -> None:
        ctx = self._context()
        places = {disk.tempat for disk in backup_copies.removable_places()} | self._places

        def job(report: Report) -> HasilUji | None:
            copies = backup_copies.list_copies(ctx, sorted(places))
            newest = next((copy for copy in copies if copy.galat is None), None)
            return drill.try_copy(ctx, newest.berkas, None, ticking(report)) if newest is not None else None

        self._run("Menguji salinan.", job, self._tested)

    def _tested(self, found: HasilUji | None) -> None:
        if found is None:
            self._tell(Tone.PERHATIAN, Icon.PERINGATAN, _NO_COPY)
        elif found.utuh:
            self._tell(Tone.SELESAI, Icon.DISETUJUI, f"**Salinan {found.berkas.name} dapat dipulihkan.**")
        else:
            self._tell(Tone.SALAH, Icon.SALAH, f"{len(found.temuan)} temuan. {found.temuan[0]}")
        self.made.emit(frozenset())

    def _run(self, name: str, job: Callable[[Report], T], done: Callable[[T], None]) -> None:
        self._told.set_spec(None)
        self.job.run(name, job, done, self._refused, writes=True)
        self._show_free()

    def _refused(self, error: KinerjaError) -> None:
        self._tell(Tone.SALAH, Icon.SALAH, messages.sentence(error))

    def _tell(self, tone: Tone, icon: Icon, text: str) -> None:
        self._told.set_spec(StripSpec(tone, icon, text))

    def _show_free(self) -> None:
        for button in (self._copy, self._try):
            allow(button, WAIT if self.job.is_running() else "")
