"""Bringing an office in from a copy where nobody can log in: a new PC, a folder without data, a damaged database.

Step by step: which copy, the words of the recovery sheet unless this PC opens the copy by itself, a trial, the restore.
What is decided and done stands in ``services.restore``.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from kinerja_desktop import messages, paths
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.numerals import format_ukuran
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services import backup_copies, drill, restore
from kinerja_desktop.services.backup import Cakupan
from kinerja_desktop.services.backup_copies import SalinanLuar
from kinerja_desktop.services.drill import HasilUji
from kinerja_desktop.services.restore import HasilPulih
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.backup.rows import moment, ticking
from kinerja_desktop.ui.backup.sheet_field import SheetField
from kinerja_desktop.ui.choosing import BACKUP, choose_file
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.runner import Report, Runner
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import WAIT, allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.job_card import JobCard

_WIDTH = 640
_MOST = 3
"""Copies offered; an older one is chosen as a file."""
_HOW = "Colokkan flashdisk yang berisi cadangan kantor. Cadangan tidak diubah, dan dapat diuji dulu."
_DAMAGED = (
    "Data kantor di komputer ini tidak dapat dibuka. Berkas yang rusak disimpan utuh di folder cadangan, lalu diganti "
    "dengan isi salinan yang Anda pilih."
)
_DATABASE_ONLY = "Hanya basis data: bukti dan dokumen tetap yang ada di folder data komputer ini."
_DATABASE_ONLY = "Hanya basis data: bukti dan dokumen tetap yang ada di folder data komputer ini."
_NONE = "Belum ada cadangan yang ditemukan. Colokkan flashdisk, lalu tekan Cari Lagi."


class BringInPage(QWidget):
    """``restored`` tells that the office of ``folder`` can be opened; ``damaged`` that one is there which cannot."""

    restored = Signal()

    def __init__(self, runner: Runner, folder: Path, *, damaged: bool = False) -> None:
        super().__init__()
        self._folder, self._damaged = folder, damaged
        self._copies: list[SalinanLuar] = []
        self._group, self._choices = QButtonGroup(self), column()
        self._none, self._about = Label(_NONE, ink=Ink.TEXT_2, wrap=True), Label(ink=Ink.TEXT_2, wrap=True)
        self._how = Label(_DAMAGED if damaged else _HOW, ink=Ink.TEXT_2, wrap=True)
        self._again = Button("Cari Lagi", icon=Icon.MUAT_ULANG)
        self._browse = Button("Pilih Berkas…", icon=Icon.PILIH_BERKAS)
        self._sheet, self._told, self._job = SheetField(), Strip(), JobCard(runner)
        self.back = Button("Kembali" if not damaged else "Tutup", act=True)
        self._try = Button("Uji Dulu", icon=Icon.PERIKSA, act=True)
        self._restore = Button("Pulihkan", ButtonKind.PRIMARY, Icon.ULANGI, act=True)
        self._open = Button("Buka Program", ButtonKind.PRIMARY, act=True)
        self._lay_out()
        self._connect()
        self._look()

    def _lay_out(self) -> None:
        head = row(Label("Cadangan", TextStyle.BODY_500), None, self._again, self._browse)
        self._choosing = Card(column(head, self._none, holder(self._choices), self._about, space=4, edge=12))
        self._key = Card(column(self._sheet, edge=12))
        self._acts = holder(row(self.back, None, self._try, self._restore))
        self.setLayout(
            column(
                Label("Pulihkan dari Cadangan", TextStyle.SCREEN_TITLE),
                self._how,
                self._told,
                self._choosing,
                self._key,
                self._job,
                self._acts,
                row(None, self._open),
                None,
                space=8,
            )
        )
        self.setFixedWidth(theme.px(_WIDTH))
        set_shown(self._open, shown=False)
        for name, part in (
            ("cari_lagi", self._again),
            ("pilih_cadangan", self._browse),
            ("uji", self._try),
            ("pulihkan", self._restore),
            ("buka_program", self._open),
            ("hasil", self._told),
        ):
            part.setObjectName(name)

    def _connect(self) -> None:
        self._again.clicked.connect(self._look)
        self._browse.clicked.connect(self._ask_file)
        self._group.idClicked.connect(lambda _: self._show_chosen())
        self._try.clicked.connect(self._try_copy)
        self._restore.clicked.connect(self._restore_copy)
        self._open.clicked.connect(self.restored)
        self._job.ended.connect(self._show_chosen)

    # --- which copy ------------------------------------------------------------------------------

    def _look(self) -> None:
        """Copies on flashdisks, and those beside the data that is gone."""
        places = [disk.tempat for disk in backup_copies.removable_places()]
        self._offer(backup_copies.lying_about([*places, self._folder / paths.BACKUPS])[:_MOST])

    def _offer(self, copies: Sequence[SalinanLuar]) -> None:
        known = {copy.berkas for copy in self._copies}
        for copy in copies:
            if copy.berkas not in known:
                choice = QRadioButton(copy_told(copy))
                choice.setAccessibleDescription(str(copy.berkas))
                choice.setToolTip(str(copy.berkas))
                self._group.addButton(choice, len(self._copies))
                self._copies.append(copy)
                self._choices.addWidget(choice)
        if self._copies and self._group.checkedId() < 0:
            self._group.button(0).setChecked(True)
        self._show_chosen()

    def _ask_file(self) -> None:
        chosen = choose_file(self, "Cadangan kantor", BACKUP)
        if not chosen:
            return
        try:
            self._offer([backup_copies.look_at(chosen)])
        except KinerjaError as refused:
            self._refuse(refused)
            return
        at = next(n for n, copy in enumerate(self._copies) if copy.berkas == chosen)
        self._group.button(at).setChecked(True)
        self._show_chosen()

    def _chosen(self) -> SalinanLuar | None:
        at = self._group.checkedId()
        return self._copies[at] if at >= 0 else None

    def _show_chosen(self) -> None:
        copy, free = self._chosen(), not self._job.is_running()
        set_shown(self._none, shown=copy is None)
        set_shown(self._about, shown=copy is not None)
        set_shown(self._key, shown=copy is not None and self._asks_words(copy))
        if copy is not None:
            self._about.setText(_told_of(copy))
        for button in (self._try, self._restore):
            allow(button, WAIT if not free else "" if copy is not None else "Pilih cadangan dahulu.")
        for button in (self._again, self._browse, self.back):
            allow(button, "" if free else WAIT)

    def _asks_words(self, copy: SalinanLuar) -> bool:
        """A key of this PC is enough, but not to replace what lies there: that asks for who holds the sheet."""
        return copy.isi is None or self._damaged

    def _words(self, copy: SalinanLuar) -> tuple[str, ...] | None:
        return self._sheet.words() if self._asks_words(copy) else None

    # --- trying and restoring --------------------------------------------------------------------

    def _try_copy(self) -> None:
        copy = self._chosen()
        if copy is None:
            return
        file, words = copy.berkas, self._words(copy)

        def job(report: Report) -> HasilUji:
            return drill.drill(file, words, tick=ticking(report))

        self._forget_told()
        self._job.run("Menguji cadangan.", job, self._tried, self._refuse)
        self._show_chosen()

    def _tell(self, tone: Tone, icon: Icon, text: str) -> None:
        """The answer takes the place of the explanation, so that it is in sight on a low screen too."""
        set_shown(self._how, shown=False)
        self._told.set_spec(StripSpec(tone, icon, text, shape=Shape.FILL))

    def _forget_told(self) -> None:
        self._told.set_spec(None)
        set_shown(self._how, shown=True)
        self._sheet.fault.set_text("")

    def _tried(self, found: HasilUji) -> None:
        who, reached = found.isi.kantor_nama, moment(found.isi.sampai, found.isi.dibuat.tzinfo)
        if found.utuh:
            text = f"**{who}: dapat dipulihkan,** isi sampai {reached}. Tidak ditemukan perubahan."
            self._tell(Tone.SELESAI, Icon.DISETUJUI, text)
        else:
            text = f"{who}: {len(found.temuan)} temuan. {found.temuan[0]}"
            self._tell(Tone.SALAH, Icon.SALAH, text)

    def _restore_copy(self) -> None:
        copy = self._chosen()
        if copy is None:
            return
        file, words, folder = copy.berkas, self._words(copy), self._folder

        def job(report: Report) -> HasilPulih:
            if self._damaged:
                return restore.restore_over_damaged(folder, file, words or (), tick=ticking(report))
            return restore.restore_into(folder, file, words, tick=ticking(report))

        self._forget_told()
        self._job.run("Memulihkan data kantor.", job, self._done, self._refuse, writes=True)
        self._show_chosen()

    def _done(self, done: HasilPulih) -> None:
        reached = moment(done.isi.sampai, done.isi.dibuat.tzinfo)
        text = (
            f"**Data {done.isi.kantor_nama} sudah dipulihkan,** isi sampai {reached}. Masuklah dengan nama dan sandi "
            "seperti biasa. Jika kantor pindah ke komputer ini, jangan mengisi lagi di komputer lama."
        )
        self._tell(Tone.SELESAI, Icon.DISETUJUI, text)
        for part in (self._choosing, self._key, self._acts):
            set_shown(part, shown=False)
        set_shown(self._open, shown=True)
        self._open.setFocus()

    def _refuse(self, refused: KinerjaError) -> None:
        self._tell(Tone.SALAH, Icon.SALAH, messages.sentence(refused))


def copy_told(copy: SalinanLuar) -> str:
    """A copy in a list: «27 Januari 2027, nomor 2 · KLR · 12 MB · USB-KANTOR»; by its file where it was renamed."""
    place, size = copy.berkas.parent.name or str(copy.berkas.parent), format_ukuran(copy.ukuran)
    name = copy.nama
    what = copy.berkas.name if name is None else f"{format_tanggal(name.tanggal)}, nomor {name.urut} · {name.kode}"
    return f"{what} · {size} · {place}"


def _told_of(copy: SalinanLuar) -> str:
    if copy.isi is None:
        return "Cadangan ini dibuat di komputer lain; lembar pemulihan kantor membukanya."
    reached = moment(copy.isi.sampai, copy.isi.dibuat.tzinfo)
    told = f"{copy.isi.kantor_nama}, isi sampai {reached}, dari komputer {copy.isi.komputer}."
    return told if copy.isi.cakupan is Cakupan.LENGKAP else f"{told} {_DATABASE_ONLY}"
