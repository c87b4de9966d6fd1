"""Serah Terima Petugas, guided: who and when, what goes over, copy and drill, keys and accounts, the berita acara.

Nothing changes before «Serahkan» on the last step; a copy or a recovery sheet made on the way stays.
"""

from collections.abc import Callable

from kinerja_desktop import messages
from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.errors import FieldsRefused, IsianSalah, KinerjaError, NameTaken, PasswordNeeded, WrongLogin
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services import archive, succession
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.context import FreshFor
from kinerja_desktop.services.succession import HasilSerah, Pengganti
from kinerja_desktop.services.succession_state import KeadaanSerah, Serah
from kinerja_desktop.ui.backup.sheet_strip import SheetStrip
from kinerja_desktop.ui.password_help import show_code
from kinerja_desktop.ui.succession.copy_step import CopyStep
from kinerja_desktop.ui.succession.pages import EndPage, KeysPage, TasksPage, WhoPage
from kinerja_desktop.ui.work.guided import GuidedDialog
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.paper_dialog import PaperDialog
from kinerja_desktop.ui.work.password import PasswordAgain

STEPS = ("Siapa dan kapan", "Tugas, pengaturan", "Cadangan dan uji", "Kunci dan akun", "Berita acara")
WHO, TASKS, COPIES, KEYS, END = range(len(STEPS))
_SAFE = (
    "Peran baru beralih ketika «Serahkan» ditekan pada langkah 5. Batal sebelum itu tidak mengubah apa pun; cadangan "
    "dan lembar yang sudah dibuat tetap ada."
)
_NOTHING = "Belum ada yang diserahkan."
NewPerson = Callable[[], str]
"""Asks for a person who is not in Pengguna yet; answers his id, empty where it was given up."""


def hand_over(page: WorkPage, lama: str, new_person: NewPerson) -> Changes:
    """Walk the path; afterwards the code of a new account is shown once, and the paper to be printed."""
    dialog = SuccessionDialog(page, lama, new_person)
    dialog.exec()
    made, baru = dialog.result_made, dialog.successor().pegawai.nama
    dialog.deleteLater()
    if made is None:
        return frozenset()
    if made.kode:
        show_code(page, baru, made.kode)
    paper = FiledPaperDialog(page, made)
    paper.exec()
    paper.deleteLater()
    return made.changes


class FiledPaperDialog(PaperDialog):
    """The paper as it was filed; printed or saved it is the next copy."""

    def __init__(self, page: WorkPage, made: HasilSerah) -> None:
        super().__init__(page, "Berita Acara Serah Terima", made.pdf, archive.file_name(made.dokumen))
        self._note_copy = made.catat_salinan

    def kept(self) -> None:
        try:
            number = self._note_copy()
        except KinerjaError as refused:
            self.show_fault(messages.sentence(refused))
        else:
            self.show_done(f"Salinan ke-{number} dicatat.")


class SuccessionDialog(GuidedDialog):
    """``result_made`` is what came of it once the dialog was accepted. ``lama`` is the post that is chosen at first."""

    def __init__(self, page: WorkPage, lama: str, new_person: NewPerson) -> None:
        super().__init__(page, "Serah Terima Petugas", "Serahkan tugas kepada petugas lain", STEPS, safe=_SAFE)
        self.result_made: HasilSerah | None = None
        self._page, self._new_person = page, new_person
        self._state: KeadaanSerah | None = None
        self._sheet = SheetStrip(page)
        self._password = PasswordAgain(page.ctx, FreshFor.ROLES)
        self._who, self._tasks = WhoPage(page.ctx().today()), TasksPage()
        self._copies, self._keys = CopyStep(page.ctx, page.desk.runner), KeysPage()
        self._end = EndPage(self._password)
        for one in (self._who, self._tasks, self._copies, self._keys, self._end):
            self.add_page(one)
        self.add_last_act("Serahkan").setObjectName("serahkan")
        self.set_check(self._try)
        self._connect()
        self._offer(lama, "")
        self.begin()
        self._who.lama.setFocus()

    def _connect(self) -> None:
        self._who.new_asked.connect(self._add_person)
        self._copies.made.connect(self._made)
        self._keys.sheet_asked.connect(self._make_sheet)
        self._end.paper_asked.connect(self._show_paper)

    # --- what is chosen --------------------------------------------------------------------------

    def _offer(self, lama: str, baru: str) -> None:
        self._tawaran = succession.offered(self._page.ctx())
        self._who.offer(self._tawaran, lama, baru)

    def successor(self) -> Pengganti:
        """Who takes over."""
        chosen = self._who.baru.currentData()
        return next(one for one in self._tawaran.pengganti if one.pegawai.id == chosen)

    def _chosen(self) -> Serah:
        """What is typed. Raises FieldsRefused for a day that cannot be read."""
        return Serah(
            lama=str(self._who.lama.currentData()),
            baru=str(self._who.baru.currentData()),
            mulai=self._who.mulai.day() or self._page.ctx().today(),
            penugasan=self._who.penugasan(),
            pengguna=self._keys.pengguna() if self.steps.step() >= KEYS else "",
            dasar=self._who.dasar.text().strip(),
            lembar=self._keys.handed.isChecked() and not self._keys.handed.isHidden(),
        )

    def _add_person(self) -> None:
        made = self._new_person()
        if made:
            self._offer(str(self._who.lama.currentData()), made)

    # --- walking ---------------------------------------------------------------------------------

    def leaving(self, at: int) -> str:
        """The first and the fourth step are held against the rules of the act."""
        for field in (*self._who.fields.values(), self._keys.account):
            field.fault.set_text("")
        if at not in (WHO, KEYS):
            self.steps.set_done(at, done=at == TASKS or self.steps.is_done(at))
            return ""
        try:
            serah = self._chosen()
            succession.check(self._page.ctx(), serah)
            before, self._state = self._state, succession.load(self._page.ctx(), serah.lama)
        except KinerjaError as refused:
            return self._told(refused)
        if at == WHO and (before is None or before.lama.id != serah.lama):
            self._keys.handed.setChecked(self._state.memegang)
        self.steps.set_done(at, done=True)
        return ""

    def entering(self, at: int) -> None:
        state = self._state
        if state is None:
            return
        self._show_copies(state)
        if at == TASKS:
            self._tasks.show_state(state)
        elif at == KEYS:
            self._keys.show_state(state, self.successor(), self._chosen().mulai)
        elif at == END:
            self._password.ask(wanted=True)
            self._end.tell(_about(state, self.successor(), self._chosen()))

    def _show_copies(self, state: KeadaanSerah) -> None:
        zone = self._page.ctx().now().tzinfo
        self._copies.show_state(state.usb, state.uji, berubah=state.berubah, zone=zone)
        fresh = state.usb is not None and not state.berubah and state.uji is not None and state.uji.utuh
        self.steps.set_done(COPIES, done=fresh)

    def _made(self, changes: Changes) -> None:
        """A copy or a drill ended."""
        self._page.changed.emit(changes)
        self._read_again()

    def _read_again(self) -> None:
        if self._state is not None:
            self._state = succession.load(self._page.ctx(), self._state.lama.id)
            self.entering(self.steps.step())

    def _make_sheet(self) -> None:
        self._sheet.make()
        self._read_again()

    def reject(self) -> None:
        """Not while a copy is being written: it has its own Batal."""
        if not self._copies.job.is_running():
            super().reject()

    # --- the paper and the act -------------------------------------------------------------------

    def _show_paper(self) -> None:
        try:
            draft = succession.preview(self._page.ctx(), self._chosen())
        except KinerjaError as refused:
            self.show_fault(messages.sentence(refused))
            return
        name = "berita-acara-serah-terima.pdf"
        dialog = PaperDialog(self, "Berita Acara Serah Terima", draft.pdf, name, peringatan=draft.peringatan)
        dialog.exec()
        dialog.deleteLater()

    def _try(self) -> str:
        try:
            self._password.wanted_by(self._hand_over)
        except (WrongLogin, PasswordNeeded):
            return _NOTHING
        except KinerjaError as refused:
            return f"{messages.sentence(refused)} {_NOTHING}"
        return ""

    def _hand_over(self) -> None:
        assert self._state is not None
        self.result_made = succession.hand_post_over(self._page.ctx(), self._chosen(), seen=self._state.versi)

    def _told(self, refused: KinerjaError) -> str:
        """A refusal beside its field where it has one."""
        if isinstance(refused, FieldsRefused):
            for fault in reversed(refused.isian):
                self._tell_field(fault)
            return f"{len(refused.isian)} isian perlu diperbaiki. {_NOTHING}"
        if isinstance(refused, NameTaken):
            self._keys.account.fault.set_text(messages.sentence(refused))
            return f"1 isian perlu diperbaiki. {_NOTHING}"
        return messages.sentence(refused)

    def _tell_field(self, fault: IsianSalah) -> None:
        field = self._who.fields.get(fault.kunci, self._keys.account)
        field.fault.set_text(messages.sentence(FieldsRefused((fault,))))
        field.control.setFocus()


def _about(state: KeadaanSerah, baru: Pengganti, serah: Serah) -> str:
    roles = deretan(role.label for role in state.lama.peran)
    code = f" Akun «{serah.pengguna}» dibuat dan kodenya tampil satu kali." if serah.pengguna else ""
    return (
        f"{baru.pegawai.nama} memegang {state.lama.jabatan} ({roles}) mulai {format_tanggal(serah.mulai)}; peran itu "
        f"pada {state.lama.nama} berakhir sehari sebelumnya.{code} Berita acara diberi nomor dan masuk Arsip, lalu "
        "dicetak untuk ditandatangani."
    )
