"""The running window program once somebody is in: main window, switch of role and person, lock, minute by minute.

What is opened (the office) comes from bootstrap through ``Opener``; what stands in the tabs comes from
``role_tabs``. The log-in window before it is ``start``, which loads this module after its first paint.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError, PasswordMustChange, RoleEnded
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.status_cadangan import Tingkat
from kinerja_desktop.services import (
    auth,
    inbox,
    practice_place,
    program_files,
    readiness,
    recovery,
    settings,
)
from kinerja_desktop.services import frame as frames
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Actor, Context, Office
from kinerja_desktop.services.frame import Bingkai
from kinerja_desktop.ui import qt_loading, remembered
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.dialogs import Galat, Konfirmasi, confirm, tell_fault
from kinerja_desktop.ui.dressing import Dressing
from kinerja_desktop.ui.found import Finder
from kinerja_desktop.ui.frame import ALL_SAVED, FrameModel, RoleLine, StatusText
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.leaving import BACKUP, Exit
from kinerja_desktop.ui.locking import LockWatch, lock_line
from kinerja_desktop.ui.login import LoginPage, LoginResult
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.menu import AKUN, MenuGroup, MenuItem
from kinerja_desktop.ui.notices import Notices
from kinerja_desktop.ui.own_password import change_code, change_own
from kinerja_desktop.ui.role_tabs import OF_ROLE, load_services, load_tab, tabs_for
from kinerja_desktop.ui.runner import Calls, PoolRunner, Report, hold_cancelled
from kinerja_desktop.ui.start import Opener
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.announcing import announce
from kinerja_desktop.ui.widgets.seen import mark_practice
from kinerja_desktop.ui.widgets.strips import StripSpec
from kinerja_desktop.ui.work.keeper import Keeper
from kinerja_desktop.ui.work.places import badges, has_tab
from kinerja_desktop.ui.work.rest import Rest

if TYPE_CHECKING:
    from kinerja_desktop.ui.tour.guide import Guide
    from kinerja_desktop.ui.tray import Tray

MINUTE = 60_000
_NO_BACKUP = "Cadangan dikerjakan oleh Admin atau Kasubag Perencanaan."
_HELP = (
    ("Buku Panduan…", "show_handbook"),
    ("Panduan Satu Halaman…", "show_one_page"),
    ("Lembar Dinding SOP…", "show_wall_sheet"),
    ("Yang berubah", "show_changes"),
    ("Periksa Pembaruan…", "check_update"),
    ("Salin Info untuk Bantuan", "copy_info"),
    ("Simpan Berkas Rincian…", "save_details"),
)
"""Entries of «Bantuan», and the function of `ui.guide.acts` behind each."""
_FOR_ADMIN = frozenset({"check_update"})
TABS_AFTER, PAGE_AFTER, LOOK_AFTER, FILES_AFTER = 200, 20, 8_000, 30_000
"""Milliseconds after the window came: the first seconds belong to the person."""
_UNKEPT = Konfirmasi(
    "Isian belum tersimpan",
    "Isian yang baru diketik belum tersimpan",
    "Isian itu masih ada di layar dan hilang bila diteruskan. Sebabnya ada di baris bawah; atasi dahulu bila dapat.",
    "Teruskan Tanpa Menyimpan",
)
_UNSAVED = replace(
    _UNKEPT, sentence="Perubahan pada tab {} menunggu Simpan dan hilang bila diteruskan. Simpan dahulu bila dipakai."
)
_HELD = (
    "Isian {0} belum tersimpan dan hilang bila orang lain masuk. Minta {0} masuk dahulu. "
    "Bila disk penuh, kosongkan ruang, lalu coba lagi."
)
"""Somebody else wants in while the texts of who sits here cannot be kept."""
_CLOSE_UNKEPT = Konfirmasi(
    _UNKEPT.title,
    _UNKEPT.heading,
    "Isian {0} masih ada di balik layar masuk dan hilang bila program ditutup. Minta {0} masuk dahulu.",
    "Tutup Tanpa Menyimpan",
)
_LAID_ASIDE = "isian_disisihkan"
_OF_LAID_ASIDE = StripSpec(
    Tone.PERHATIAN,
    Icon.INFO,
    "Isian yang belum Anda simpan disisihkan saat orang lain masuk.",
    "Lihat Isian",
)
REST = 0.01
"""Seconds between two megabytes of the program's files that are read to compare them."""
_TONES = {Tingkat.BAIK: Tone.NETRAL, Tingkat.PERHATIAN: Tone.PERHATIAN, Tingkat.SALAH: Tone.SALAH}
_AROUND: Changes = frozenset({Change.SETTINGS, Change.BACKUP, Change.CALENDAR, Change.PEOPLE})
"""Changes that show in the frame."""


@dataclass
class Seat:
    """Who sits at the PC, in which role."""

    office: Office
    session: auth.Session
    actor: Actor

    def context(self) -> Context:
        return Context(self.office, self.actor)


class Main(MainWindow):
    """The main window, telling when it is being closed, and its sign beside the clock."""

    _tray: "Tray | None" = None

    def __init__(self, *args: object, closing: Callable[[], bool], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed through as they came
        self._closing = closing

    def begin_tray(self) -> None:
        """Put the sign beside the clock; not before the first page stands."""
        from kinerja_desktop.ui.tray import Tray

        self._tray = Tray(self)
        self._tray.opened.connect(self.come_forward)
        self._tray.left.connect(self._leave)
        self._tray.show_frame(self.frame_model())

    def set_frame(self, frame: FrameModel) -> None:
        super().set_frame(frame)
        if self._tray is not None:
            self._tray.show_frame(frame)

    def come_forward(self) -> None:
        """Stand before all other windows, as far as the system lets a program do that."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def _leave(self) -> None:
        """As by the cross of the window, which cannot be pressed either while a dialog waits for its answer."""
        self.come_forward()
        if QApplication.activeModalWidget() is None:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closing():
            super().closeEvent(event)
        else:
            event.ignore()


class App(QObject):
    """The program behind the log-in. ``entered`` tells that the main window stands where the log-in stood."""

    entered = Signal()

    def __init__(self, opener: Opener) -> None:
        super().__init__()
        self._opener = opener
        self._seat: Seat | None = None
        self._main: Main | None = None
        self._guide: Guide | None = None
        self._locks: LockWatch | None = None
        self._shown_for = ""
        self._looked_after: date | None = None
        self._laid_aside_for: set[str] = set()
        """Of whom texts went to the trash when another one came in, and who was not told yet."""
        self._left_freely = False
        """Who sits here kept what he typed, or gave it up, before he left his place to another one."""
        self._exit = Exit(self._context)
        self._dressing = Dressing(self._context, self._window, self._renew)
        self._notices: Notices | None = None
        self._finder: Finder | None = None
        self._recovered: tuple[recovery.Dipulihkan, ...] | None = None
        _application().commitDataRequest.connect(self._keep_all)
        self._runner = PoolRunner()
        self._calls = QFileSystemWatcher(self)
        self._calls.directoryChanged.connect(self._come_forward)
        self._clock = QTimer(self)
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._at_the_minute)

    # --- log-in ----------------------------------------------------------------------------------

    def log_in(self, pengguna: str, sandi: str) -> LoginResult:
        """Check name and password; the sentence of a refusal comes back with it."""
        try:
            office = self._opener.office()
            session = auth.log_in(office, pengguna, sandi)
        except PasswordMustChange:
            return LoginResult(accepted=False, ganti=True)
        except KinerjaError as refused:
            return LoginResult(accepted=False, pesan=messages.with_code(refused))
        before = key_of(self._seat.actor) if self._seat is not None else ""
        first = (a for a in session.peran if a.role is Role.ADMIN and readiness.is_new(office))
        actor = next((a for a in session.peran if key_of(a) == before), next(first, session.peran[0]))
        if self._seat is None or self._seat.session.pegawai_id != session.pegawai_id:
            if self._seat is not None and self._is_held():
                return LoginResult(accepted=False, pesan=_HELD.format(self._seat.session.nama))
            self._leave_seat()
            self._recovered = recovery.begin(office, session)
        self._seat = Seat(office, session, actor)
        self._left_freely = False
        remembered.sit_down(session.pegawai_id)
        return LoginResult(accepted=True)

    def _leave_seat(self) -> None:
        """Who sat here has his work saved, or gave up what could not be."""
        if self._seat is not None:
            recovery.end(self._seat.office, self._seat.session)

    def finish(self) -> None:
        """The program ends: what runs comes to its end, and the session is over as it should be."""
        self._runner.wait()
        self._leave_seat()

    def _keep_all(self) -> None:
        """The session of the PC ends, perhaps at once: what was typed in the last second is saved, nothing is asked."""
        self._exit.at_once = True
        if self._main is not None:
            self._keep_typed()
            self._lay_aside()

    def _keep_typed(self) -> bool:
        """Save now whatever waits a moment before it is saved; False where that failed."""
        assert self._main is not None
        keepers, rests = self._main.findChildren(Keeper), self._main.findChildren(Rest)
        kept = [keeper.flush() for keeper in keepers]
        for rest in rests:
            rest.end_now()
        return all(kept) and not any(rest.is_waiting() for rest in rests)

    def _lay_aside(self) -> bool:
        """What only an act or «Simpan» would store goes to the trash of its writer; False where that failed."""
        from kinerja_desktop.ui.laid_aside import lay_aside  # here: a start has nothing to lay aside

        assert self._main is not None
        kept, places = lay_aside(self._main, self._context())
        if places:
            self._laid_aside_for.add(self._context().actor.id)
        return kept

    def _is_held(self) -> bool:
        """Whether texts lie under the cover that cannot be kept and that their writer did not give up."""
        if self._main is None or not self._main.is_covered() or self._left_freely:
            return False
        return not (self._keep_typed() and self._lay_aside())

    def help(self, page: LoginPage, pengguna: str, nama: str) -> None:
        """«Lupa sandi»: others help somebody to a code for one log-in."""
        from kinerja_desktop.ui.password_help import help_at_login  # here, because a start need not wait for it

        help_at_login(page, self._opener.office, pengguna, nama)

    def change_code(self, page: LoginPage, pengguna: str, code: str) -> None:
        """Whoever came with a one-time code gives himself a password, and goes on with it."""
        change_code(page, self._opener.office(), pengguna, code)

    def _change_own(self) -> None:
        assert self._main is not None
        change_own(self._main, self._context())

    def enter(self, geometry: QRect) -> None:
        """Show the work of who just logged in, in the place of the log-in window or under the cover."""
        seat = self._seat
        assert seat is not None
        if self._main is None:
            self._dressing.put_on()
            self._main = self._make_main(seat)
            self._main.setGeometry(geometry)
            self._main.show()
            self._await_minute()
            self._listen(seat.office)
            self._watch().begin()
            self.entered.emit()
            QTimer.singleShot(TABS_AFTER, self, self._load_tabs)
            if seat.office.latihan:
                QTimer.singleShot(TABS_AFTER, self, self._make_guide)
            QTimer.singleShot(LOOK_AFTER, self, self._look_after)
        elif self._main.is_covered():
            self._uncover(seat)
        self._tell(seat)
        self._ask_about_clock(seat)

    def _tell(self, seat: Seat) -> None:
        """What a log-in brings to be told: drafts that a broken session had kept, a program that is newer."""
        assert self._notices is not None
        if self._recovered is not None:
            self._notices.show_recovered(self._recovered)
            self._recovered = None
        self._tell_laid_aside(seat.actor.id)
        self._notices.show_updated(partial(self._help, "show_changes"), newer=seat.session.diperbarui)

    def _tell_laid_aside(self, who: str) -> None:
        """Lead whoever comes back to what he had not stored; the strip is his, and goes when he followed or left."""
        if self._main is None:
            return
        waits = who in self._laid_aside_for
        self._main.show_strip(_LAID_ASIDE, _OF_LAID_ASIDE if waits else None, partial(self._follow_laid_aside, who))

    def _follow_laid_aside(self, who: str) -> None:
        self._laid_aside_for.discard(who)
        self._tell_laid_aside(who)
        self._bring_back()

    def _listen(self, office: Office) -> None:
        """A second start on this office asks for the window that is open."""
        if office.store.folder is not None:
            self._calls.addPath(str(office.store.folder))

    def _come_forward(self) -> None:
        if self._main is None or not recovery.is_called(self._context().office):
            return
        self._main.come_forward()
        _application().alert(self._main)  # Windows lets no program step in front by itself; its button blinks then

    def _uncover(self, seat: Seat) -> None:
        """Back to work: the same person finds his pages as they were, another one gets his own."""
        assert self._main is not None
        same = self._shown_for == key_of(seat.actor)
        self._main.uncover(same_person=same)
        self._watch().begin()
        if same:
            self.refresh_frame()
        else:
            self._take_role(seat.actor)

    def _load_tabs(self) -> None:
        """The pages behind the other tabs, beside the reading of the first one, and the classes that they ask for."""
        qt_loading.meet_widgets()
        if self._main is not None:
            self._main.begin_tray()
        role = self._context().actor.role
        then = Calls[None](lambda _: self._load_page(iter(OF_ROLE[role])), lambda _: None)
        self._runner.start(lambda _: load_services(role), then)

    def _load_page(self, left: Iterator[str]) -> None:
        """One more page; between two of them keys are taken."""
        key = next(left, None)
        if key is not None and self._main is not None:
            load_tab(key)
            QTimer.singleShot(PAGE_AFTER, self, partial(self._load_page, left))

    def _look_after(self) -> None:
        """What every start does beside the window: the whole check, room put by, old trash, copies of day and year.

        The status line and the strips tell of it.
        """
        office = self._context().office
        self._looked_after = office.clock.now().date()

        def job(_: Report) -> None:
            from kinerja_desktop.services import (  # not for the inbox
                backup,
                backup_copies,
                disk_room,
                drafts,
                integrity,
                rescue,
            )

            if office.store.closed:  # a restore went first
                return
            integrity.watch(office)
            if office.store.stopped is None:
                disk_room.put_by(office)
                drafts.clear_old(office)
                backup.seal_kept(office)
                backup_copies.keep_daily(office)
                rescue.keep_yearly(office)

        tell = Calls[None](lambda _: self.refresh_frame(), lambda _: self.refresh_frame())
        self._runner.start(job, tell, writes=True)
        QTimer.singleShot(FILES_AFTER, self, self._look_at_program)

    def _look_after_day(self) -> None:
        """On a PC that is never switched off: once a day what only grows old."""
        office = self._context().office
        if self._looked_after in {None, office.clock.now().date()} or office.store.stopped is not None:
            return
        self._looked_after = office.clock.now().date()

        def job(_: Report) -> None:
            from kinerja_desktop.services import drafts

            if not office.store.closed:
                drafts.clear_old(office)

        self._runner.start(job, Calls[None](lambda _: None, lambda _: None), writes=True)

    def _look_at_program(self) -> None:
        """The files of an installed program, in pieces between which the disk is free for the work."""

        def rest(report: Report) -> None:
            hold_cancelled(report)
            time.sleep(REST)

        tell = Calls[None](lambda _: self.refresh_frame(), lambda _: None)
        self._runner.start(lambda report: program_files.watch(partial(rest, report)), tell)

    def _make_main(self, seat: Seat) -> Main:
        desk = self._desk()
        mark_practice(latihan=seat.office.latihan)
        shown = self._around()
        main = Main(self._frame(shown), tabs_for(seat.actor.role, desk), self._menu(), closing=self._may_close)
        self._notices = Notices(main, self._context)
        self._make_finder(main)
        main.rebuilt.connect(partial(self._make_finder, main))
        self._shown_for = key_of(seat.actor)
        main.role_chosen.connect(self._choose_role)
        main.role_wanted.connect(self._leave_for)
        main.switch_user_asked.connect(self._switch_user)
        main.changed.connect(self._obey)
        main.changed.connect(self._count)
        main.changed.connect(partial(self._exit.follow, main))
        main.backup_asked.connect(self._open_backup)
        main.saved_asked.connect(self._tell_unsaved)
        main.size_asked.connect(self._dressing.resize)
        main.destroyed.connect(self._forget_window)
        self._locks = LockWatch(main)
        self._locks.asked.connect(self._lock)
        self._follow_role()
        self._show_notices(shown)
        return main

    def _make_finder(self, main: Main) -> None:
        self._finder = Finder(main, self._context, self._runner)

    def _menu(self) -> tuple[MenuGroup, ...]:
        tools = MenuGroup("Alat", (MenuItem("Periksa Dokumen…", self._check_document),))
        account = MenuGroup(AKUN, (MenuItem("Ganti Sandi…", self._change_own),))
        guide = (MenuItem("Panduan Sepuluh Menit", self._start_guide),) if self._context().office.latihan else ()
        admin = self._context().actor.role is Role.ADMIN
        mine = ((text, act) for text, act in _HELP if admin or act not in _FOR_ADMIN)
        help_items = tuple(MenuItem(text, partial(self._help, act)) for text, act in mine)
        helping = MenuGroup("Bantuan", (*help_items, *guide, *self._other_office()))
        editing = MenuGroup("Sunting", (MenuItem("Pulihkan Isian…", self._bring_back),))
        return (editing, self._dressing.menu(), tools, account, helping)

    def _window(self) -> Main:
        assert self._main is not None
        return self._main

    def _renew(self) -> None:
        """Everything in another size; the tab in front stays there."""
        self._window().rebuild(tabs_for(self._context().actor.role, self._desk()), self._window().tab())

    def _bring_back(self) -> None:
        """The trash of this person; the pages are made anew over what came back, and its tab is opened."""
        from kinerja_desktop.ui.work.trash import ask_thrown  # here: a start need not wait

        assert self._seat is not None
        if self._main is None or not self._is_kept():
            return
        brought = ask_thrown(self._main, self._context())
        if brought is not None:
            self._take_role(self._seat.actor)
            self._main.open_tab(brought.tab, brought.butir)
            self._main.set_saved(StatusText("Isian dipulihkan", Tone.SELESAI))

    def _is_kept(self) -> bool:
        """Keep what was typed before its page goes; where that fails, or waits for «Simpan», the person decides."""
        if self._main is None or not (self._keep_typed() or confirm(self._main, _UNKEPT)):
            return False
        tab = self._main.unsaved()
        return not tab or confirm(self._main, replace(_UNSAVED, sentence=_UNSAVED.sentence.format(tab)))

    def _make_guide(self) -> None:
        """A practice office shows what to look at and what to press."""
        from kinerja_desktop.ui.tour.guide import Guide  # here: a real office has none

        if self._main is not None:
            self._guide = Guide(self._main, self._context)

    def _start_guide(self) -> None:
        if self._guide is not None:
            self._guide.start()

    def _other_office(self) -> tuple[MenuItem, ...]:
        """The way to the practice office, or the way back where there is one."""
        office = self._context().office
        folder = office.store.folder
        if folder is None:
            return ()
        if not office.latihan:
            return (MenuItem("Buka Kantor Latihan…", lambda: self._practise(folder)),)
        home = practice_place.home_of(folder)
        return () if home is None else (MenuItem("Kembali ke Kantor Kami…", lambda: self._go_home(home)),)

    def _practise(self, folder: Path) -> None:
        from kinerja_desktop.ui.other_office import practise  # here: a start need not wait

        if self._main is not None:
            practise(self._main, self._runner, folder)

    def _go_home(self, folder: Path) -> None:
        from kinerja_desktop.ui.other_office import go_home

        if self._main is not None:
            go_home(self._main, folder)

    def _follow_role(self) -> None:
        ctx = self._context()
        self._watch().follow(ctx.actor.role, settings.office_view(ctx).tampilan.kunci_menit)

    def _watch(self) -> LockWatch:
        assert self._locks is not None
        return self._locks

    def _forget_window(self) -> None:
        """What still ends after the window is gone, a copy of the day say, tells nobody."""
        self._main = self._guide = None
        self._clock.stop()

    def _obey(self, changes: Changes) -> None:
        """What stands around the pages follows a change at once; the size of text when somebody sits down."""
        if self._main is None or not (self._role_holds() and changes & _AROUND):
            return
        self._follow_role()
        self._dressing.put_on_colours()
        shown = self._around()
        self._main.set_frame(self._frame(shown))
        self._show_notices(shown)

    def _count(self, changes: Changes) -> None:
        """After an act the numbers on tabs and roles are those of the list of tasks, whichever tab is in front."""
        if self._main is not None and Change.CASE in changes and self._role_holds():
            self._show_counts(self._main)

    def _show_counts(self, main: Main) -> None:
        ctx = self._context()
        main.set_badges(badges(inbox.load(ctx), ctx.actor.role))
        shown = self._around()
        main.set_frame(self._frame(shown))
        self._show_notices(shown)

    def _open_backup(self) -> None:
        """The state of the backups was pressed; roles without that tab only read it (`FrameModel.tutup_cadangan`)."""
        if self._main is not None:
            self._main.open_tab(BACKUP)

    def _tell_unsaved(self) -> None:
        """The sentence of the status line was pressed, which may be longer than its room."""
        if self._main is not None:
            tell_fault(self._main, Galat("Keadaan Penyimpanan", self._main.saved().text))

    def _check_document(self) -> None:
        from kinerja_desktop.ui.integrity.document_dialog import document_dialog  # here: a start need not wait

        if self._main is not None:
            dialog = document_dialog(self._main, self._desk())
            dialog.exec()
            dialog.deleteLater()

    def _help(self, act: str) -> None:
        """An entry of «Bantuan»: a function of `ui.guide.acts`."""
        from kinerja_desktop.ui.guide import acts  # here: a start need not wait

        assert self._main is not None
        getattr(acts, act)(self._main, self._desk())

    def _desk(self) -> Desk:
        """What pages get: the present context and a runner, never the window."""
        return Desk(self._context, self._runner, self._begin_anew)

    def _begin_anew(self) -> None:
        """The office was restored and closed: open what stands there now, and ask who acts."""
        self._opener.reopen()
        recovery.forget(self._opener.office())
        self._recovered = ()
        self._shown_for = ""
        self._left_freely = True
        self._cover("Data kantor sudah dipulihkan. Masuk lagi untuk meneruskan.")

    def _context(self) -> Context:
        assert self._seat is not None
        return self._seat.context()

    def _ask_about_clock(self, seat: Seat) -> None:
        """The PC's clock is earlier than the last act: asked about once, never refused."""
        if seat.session.jam_mundur is None or self._main is None:
            return
        tell_fault(
            self._main,
            Galat(
                "Jam komputer mundur",
                f"Jam komputer lebih awal daripada catatan terakhir ({seat.session.jam_mundur:%d-%m-%Y %H.%M}). "
                "Betulkan jam komputer bila salah. Pekerjaan dapat diteruskan; keadaan ini dicatat.",
            ),
        )

    # --- roles and people ------------------------------------------------------------------------

    def _choose_role(self, key: str) -> None:
        actors = {key_of(p.actor): p.actor for p in frames.load(self._context()).peran}
        if key in actors:
            self._leave_for(actors[key])

    def _leave_for(self, actor: Actor) -> None:
        """Another role: its pages take the place of these, which must have been kept before."""
        if self._is_kept():
            self._take_role(actor)

    def _switch_user(self) -> None:
        if self._is_kept():
            self._left_freely = True
            self._cover("")

    def _lock(self, occasion: str) -> None:
        """Cover the work; what was typed is kept before, and stays underneath where that fails."""
        if self._main is not None and not self._main.is_covered():
            self._cover(lock_line(occasion, kept=self._keep_typed()))

    def _role_holds(self) -> bool:
        """Whether the role in which somebody acts is still his; if not, his next one is taken or the log-in asks."""
        seat = self._seat
        assert seat is not None
        assert self._main is not None
        left = auth.roles_now(seat.office, seat.session)
        if key_of(seat.actor) in map(key_of, left):
            return True
        if not left:
            self._shown_for = ""
            self._left_freely = True  # what he typed cannot be kept any more
            self._cover("Peran Anda sudah berakhir. Hubungi Admin bila ini tidak benar.")
            return False
        ended = RoleEnded(seat.actor.role.value)
        self._take_role(left[0])
        tell_fault(self._main, Galat("Peran berakhir", messages.sentence(ended)))
        return False

    def _take_role(self, actor: Actor) -> None:
        assert self._seat is not None
        assert self._main is not None
        self._seat.actor = actor
        self._shown_for = key_of(actor)
        shown = self._around()
        self._main.set_frame(self._frame(shown))
        self._main.search_field().clear()  # what was looked for belongs to the role before
        self._main.set_saved(ALL_SAVED)  # and so does what could not be kept
        self._main.set_menu(self._menu())
        tabs = tabs_for(actor.role, self._desk())
        self._main.rebuild(tabs) if self._dressing.put_on() else self._main.set_tabs(tabs)
        self._show_notices(shown)
        self._follow_role()

    def _cover(self, lock: str) -> None:
        """Lay the log-in over the window; pages, dialogs and drafts stay underneath."""
        if self._main is None or self._main.is_covered():
            return
        self._context().office.confirmed.forget()
        page = LoginPage(self._opener.frame(), self._opener.names(), self.log_in, lock=lock)
        page.logged_in.connect(lambda _: self.enter(QRect()))
        page.help_asked.connect(lambda *asked: self.help(page, *asked))
        page.change_asked.connect(lambda *asked: self.change_code(page, *asked))
        self._main.cover(page)
        announce(page, lock)

    # --- frame -----------------------------------------------------------------------------------

    def _around(self) -> Bingkai:
        return frames.load(self._context())

    def _frame(self, shown: Bingkai) -> FrameModel:
        seat = self._seat
        assert seat is not None
        return FrameModel(
            kantor=shown.kantor,
            kabupaten=shown.kabupaten,
            nama=seat.session.nama,
            roles=tuple(RoleLine(key_of(p.actor), p.label, p.menunggu) for p in shown.peran),
            role=key_of(seat.actor),
            cadangan=StatusText(shown.cadangan.teks, _TONES[shown.cadangan.tingkat]),
            waktu=shown.waktu,
            latihan=shown.latihan,
            tutup_cadangan="" if has_tab(seat.actor.role, BACKUP) else _NO_BACKUP,
        )

    def _at_the_minute(self) -> None:
        self._await_minute()
        self._look_after_day()
        self.refresh_frame()

    def _await_minute(self) -> None:
        """Till the clock shows another minute: a time beside it, as in «Tersimpan 10.42», is never the later one."""
        now = self._context().now()
        self._clock.start(max(1, MINUTE - now.second * 1000 - now.microsecond // 1000))

    def refresh_frame(self) -> None:
        """Every minute: counts, limits and time move on; a busy store is left alone until the next minute."""
        if self._main is None or self._main.is_covered() or self._context().office.store.busy:
            return
        if not self._role_holds():
            return
        self._show_counts(self._main)
        self._main.tick()

    def _show_notices(self, shown: Bingkai) -> None:
        assert self._notices is not None
        assert self._seat is not None
        self._notices.show(shown, self._seat.session)

    def _may_close(self) -> bool:
        if self._main is None:
            return True
        if self._exit.at_once or self._context().office.store.busy:
            return self._exit.may_close(self._main)
        may_go = self._may_close_covered if self._main.is_covered() else self._is_kept
        return may_go() and self._exit.may_close(self._main)

    def _may_close_covered(self) -> bool:
        """Whoever closes a locked program is asked where that would end what another one typed."""
        assert self._main is not None
        if not self._is_held():
            return True
        nama = self._context().actor.nama
        return confirm(self._main, replace(_CLOSE_UNKEPT, sentence=_CLOSE_UNKEPT.sentence.format(nama)))


def _application() -> QApplication:
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    return running


def key_of(actor: Actor) -> str:
    """Key of a role in the switch: one person may hold the same role for two seksi."""
    return f"{actor.role.value}:{actor.id}:{actor.seksi or ''}"
