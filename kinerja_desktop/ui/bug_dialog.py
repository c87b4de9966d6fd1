"""The calm dialog for a fault of the program: what happened, what is safe, what to do, the code, and the details.

Faults that come while it is open are counted in it.
"""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kinerja_desktop import messages
from kinerja_desktop.bug_report import Bug
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.tanggal import format_waktu
from kinerja_desktop.services.printing import save_file
from kinerja_desktop.ui.bugs import Kept
from kinerja_desktop.ui.choosing import choose_target
from kinerja_desktop.ui.dialogs import COPIED
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.labels import Label

COUNTED_AFTER_MS = 300
"""The window is not kept busy by what comes with every painting."""
_TITLE, _HEADING = "Kesalahan program", "Terjadi kesalahan program"
_SAFE = "Yang sudah tersimpan tetap aman."
_UNTIL = "Pekerjaan Anda sampai {} aman."
_ON_SCREEN = " Isian terakhir belum tersimpan dan masih ada di layar."
_SEND = " Kirim berkas rincian kepada pembantu teknis; berkas itu tidak memuat angka atau nama."


class BugDialog(Dialog):
    """Made for the first fault; `add` those that follow."""

    def __init__(self, parent: QWidget | None, bug: Bug, kept: Kept) -> None:
        super().__init__(parent, _TITLE, _HEADING, sentence=_sentence(bug, kept))
        self._faults: dict[str, Bug] = {}
        self._times: dict[str, int] = {}
        self.cancel.setText("Tutup")
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(COUNTED_AFTER_MS)
        self._counting.timeout.connect(self._show_codes)
        self._codes = Label("", ink=Ink.TEXT_2, wrap=True)
        self._codes.setObjectName("kode_kesalahan")
        self.body.addWidget(self._codes)
        copy = Button("Salin rincian", ButtonKind.LINK, Icon.SALIN, act=True)
        copy.setObjectName("salin_rincian")
        copy.clicked.connect(self._copy)
        keep = Button("Simpan Berkas Rincian…", ButtonKind.SECONDARY, Icon.SIMPAN_PDF, act=True)
        keep.setObjectName("simpan_rincian")
        keep.clicked.connect(self._save)
        self.add_plain(keep)
        self.add_plain(copy)
        self.add(bug)
        self._show_codes()

    def add(self, bug: Bug) -> None:
        """Count one more fault."""
        self._faults.setdefault(bug.kode, bug)
        self._times[bug.kode] = self._times.get(bug.kode, 0) + 1
        if not self._counting.isActive():
            self._counting.start()

    def _show_codes(self) -> None:
        told = [kode if times == 1 else f"{kode} ({times} kali)" for kode, times in self._times.items()]
        self._codes.setText(f"Kode {', '.join(told)}.")
        self.fit_soon()

    def codes(self) -> tuple[str, ...]:
        """The codes that were told."""
        return tuple(self._faults)

    def rincian(self) -> str:
        """The reports of all faults told here."""
        return "\n".join(bug.rincian for bug in self._faults.values())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.rincian())
        self.show_done(COPIED)

    def _save(self) -> None:
        first = next(iter(self._faults.values()))
        name = first.report.name if first.report else f"kesalahan-{first.kode}.txt"
        try:
            chosen = save_details(self, name, self.rincian())
        except KinerjaError as refused:
            self.show_fault(messages.with_code(refused))
        else:
            if chosen:
                self.show_done(f"Tersimpan di {chosen}")


def save_details(parent: QWidget, name: str, text: str) -> str:
    """Save them where somebody chooses: the place, empty where he chose none. Raises DiskFull, ReadOnlyPlace."""
    chosen = choose_target(parent, "Simpan Berkas Rincian", name)
    if not chosen:
        return ""
    save_file(chosen, text.encode())
    return str(chosen)


def _sentence(bug: Bug, kept: Kept) -> str:
    """A refusal that nobody told where it arose still has its own sentence."""
    safe = _UNTIL.format(format_waktu(kept.until)) if kept.until and kept.whole else _SAFE
    said = f"{safe}{'' if kept.whole else _ON_SCREEN}{_SEND}"
    return f"{messages.sentence(bug.error)} {said}" if isinstance(bug.error, KinerjaError) else said
