"""Periksa Pembaruan: the Admin picks the package on a stick and reads whether to install it; nothing is installed here.

The answer keeps its order: may it be installed, what becomes of the data, what to do, what changes.
"""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError, SebabPembaruan, UpdateRefused
from kinerja_desktop.services import update_package
from kinerja_desktop.services.context import FreshFor
from kinerja_desktop.services.update_package import Pembaruan
from kinerja_desktop.ui.choosing import UPDATE, choose_file
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.runner import watching
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.job_card import JobCard
from kinerja_desktop.ui.work.password import ask_password

TITLE = "Periksa Pembaruan"
_WHAT = (
    "Pilih paket pembaruan (.kpu) di flashdisk. Pemasangnya harus ada di folder yang sama. Di sini tidak ada yang "
    "dipasang."
)
_WHY_ASKED = "Hasil pemeriksaan dicatat dalam riwayat atas nama Anda."
_HEIGHT = 300


class UpdateDialog(Dialog):
    """See the module."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent, TITLE, "Apakah pembaruan ini asli dan lebih baru?", sentence=_WHAT)
        self.cancel.setText("Tutup")
        self._desk = desk
        self._found: Pembaruan | None = None
        self._choose = Button("Pilih Paket…", ButtonKind.PRIMARY, Icon.PILIH_BERKAS)
        self._choose.setObjectName("pilih_paket")
        self._choose.clicked.connect(self._ask)
        self._job = JobCard(desk.runner)
        self._job.ended.connect(lambda: allow(self._choose, ""))
        self._job.ended.connect(self.fit_soon)
        self._open = Button("Buka Folder", icon=Icon.PILIH_BERKAS, act=True)
        self._open.setObjectName("buka_folder")
        self._open.clicked.connect(self._open_folder)
        self.add_plain(self._open)
        self._verdict, self._data, self._steps = Strip(), Label(wrap=True), Label(wrap=True)
        self._changes = Label(ink=Ink.TEXT_2, wrap=True)
        self._area = ScrollArea(holder(self._answer()), sideways=False, bare=True)
        self.body.addLayout(row(self._choose, None))
        self.body.addWidget(self._job)
        self.add_giving(self._area, _HEIGHT)
        self._show(None)
        if update_package.this_program().kunci is None:
            without = UpdateRefused("paket pembaruan", SebabPembaruan.TANPA_KUNCI, "")
            allow(self._choose, messages.sentence(without))
            self.show_fault(messages.sentence(without))
        self._choose.setFocus()

    def _answer(self) -> QVBoxLayout:
        heads = ("Data kantor", "Yang dikerjakan", "Yang berubah")
        parts = (self._data, self._steps, self._changes)
        told = [part for head, one in zip(heads, parts, strict=True) for part in (_head(head), one, 8)]
        return column(self._verdict, 8, *told, None, space=2)

    def _ask(self) -> None:
        file = choose_file(self, "Paket pembaruan", UPDATE)
        if file is None or not ask_password(self, self._desk.context, FreshFor.UPDATE, TITLE, _WHY_ASKED):
            return
        self.show_fault("")
        self._show(None)
        allow(self._choose, "Pemasang sedang dibaca.")
        ctx = self._desk.context()
        self._job.run(
            "Membaca pemasang.",
            lambda report: update_package.check(ctx, file, watching(report)),
            self._show,
            self._refuse,
            writes=True,
        )
        self.fit_soon()

    def _refuse(self, error: KinerjaError) -> None:
        self.show_fault(messages.with_code(error))

    def _show(self, found: Pembaruan | None) -> None:
        self._found = found
        set_shown(self._area, shown=found is not None)
        set_shown(self._open, shown=found is not None)
        if found is not None:
            self._verdict.set_spec(StripSpec(Tone.SELESAI, Icon.DISETUJUI, found.putusan))
            self._data.setText(found.data)
            self._steps.setText("\n".join(f"{n}. {step}" for n, step in enumerate(found.langkah, 1)))
            self._changes.setText("\n".join(f"• {line}" for line in found.paket.perubahan))
            self._area.verticalScrollBar().setValue(0)
            self._open.setFocus()
        self.fit_soon()

    def _open_folder(self) -> None:
        """The folder of the installer, in the system's own window."""
        if self._found is None:
            return
        folder = self._found.pemasang.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.show_fault(f"Folder tidak dapat dibuka dari sini. Tempatnya: {folder}")


def _head(words: str) -> Label:
    return Label(words, TextStyle.BODY_500)
