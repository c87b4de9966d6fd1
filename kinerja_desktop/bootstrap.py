"""The only place where objects are built and joined: the office for commands, the window with its office.

Order at the start of the window: open and lock the file with ``sqlite3`` alone, paint the log-in, then
load the rest.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_desktop import __version__, garbage, paths, surroundings
from kinerja_desktop.domain.errors import (
    DataDamaged,
    HeldByOther,
    InputRefused,
    IntegrityFailed,
    KinerjaError,
    NoOffice,
    NotAllowed,
    NotOurFile,
    WrongUse,
)
from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.domain.status_cadangan import Catatan, Tingkat, days_of_use, judge
from kinerja_desktop.domain.tanggal import format_hari_tanggal, format_tanggal, format_waktu
from kinerja_desktop.services.clock import SystemClock, clock_of
from kinerja_desktop.storage import session_note
from kinerja_desktop.storage.faults import UNREADABLE
from kinerja_desktop.storage.gate import Gate, open_gate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kinerja_desktop.services.context import Office
    from kinerja_desktop.ui.login import LoginFrame, LoginName
    from kinerja_desktop.ui.sweeping import Sweeping
    from kinerja_desktop.ui.theme import Theme
    from kinerja_desktop.ui.widgets.dialog import Dialog

_LOGINS = 200
"""How many log-ins are looked through for days of use."""
_EXIT = ((WrongUse, 2), (InputRefused, 3), (IntegrityFailed, 4), (NotAllowed, 6))


class OpenedOffice:
    """An office behind its gate: names at once, the store when first asked."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._made: Office | None = None

    def frame(self) -> "LoginFrame":
        """What stands around the log-in."""
        from kinerja_desktop.ui.login import LoginFrame

        text, level = self._backups()
        return LoginFrame(
            kantor=self._gate.setting("instansi.nama") or "Kinerja Desktop",
            kabupaten=self._gate.setting("instansi.kabupaten") or "",
            cadangan=text,
            mendesak=level,
            versi_waktu=f"Versi {__version__} · {self._now_in_words()}",
            latihan=self._is_practice(),
        )

    def _backups(self) -> tuple[str, Tingkat]:
        """The state of the backups as the status bar will tell it; nothing where the history cannot be read."""
        now = self._now()
        try:
            automatic, usb = (next(iter(self._gate.records(f"cadangan/{j}")), None) for j in ("otomatis", "cadangan"))
            seq, since = (usb.seq, usb.pada) if usb else (0, None)
            logins = [r for r in self._gate.records_of("masuk", _LOGINS) if r.isi["hasil"] == "masuk" and r.seq > seq]
        except (KinerjaError, *UNREADABLE):
            return "", Tingkat.BAIK
        made = Catatan(automatic.pada, "gagal" in automatic.isi) if automatic else None
        state = judge(made, since, days_of_use((r.pada for r in logins), since, now), now)
        return state.teks, state.tingkat

    def _is_practice(self) -> bool:
        return self._gate.setting("kantor.latihan") == "ya"

    def _now(self) -> datetime:
        """The office's own time, also before its store is there."""
        latihan = self._is_practice()
        last = self._gate.last_time() if latihan else None
        clock = self._made.clock if self._made else clock_of(self._zone().tzinfo, latihan=latihan, terakhir=last)
        return clock.now()

    def _now_in_words(self) -> str:
        now = self._now()
        return f"{format_hari_tanggal(now.date())} · {format_waktu(now)} {self._zone().name}"

    def _zone(self) -> Zona:
        return Zona[self._gate.setting("zona") or Zona.WITA.name]

    def look(self) -> "Theme":
        """Colours and size of text that the office chose."""
        from kinerja_desktop.ui.theme import Mode, Scale, Theme

        mode, percent = self._gate.setting("tampilan.tema"), self._gate.setting("tampilan.skala")
        return Theme(Mode(mode) if mode else Mode.TERANG, Scale(int(percent or 100) / 100))

    def names(self) -> Sequence["LoginName"]:
        """Who may log in, latest first."""
        from kinerja_desktop.ui.login import LoginName

        printed = self._gate.first_passwords() if self._is_practice() else frozenset()
        told = {user: f"Sandi latihan: latihan-{user}" for user in printed}
        return [LoginName(n.pengguna, n.nama, n.jabatan, terakhir=told.get(n.pengguna, "")) for n in self._gate.names()]

    def office(self) -> "Office":
        """The whole office; loads the database engine at the first call."""
        if self._made is None:
            from kinerja_desktop.services.opening import join
            from kinerja_desktop.storage.database import Store

            if self._gate.needs_upgrade:  # here, so that the log-in goes on asking the gate that is open afterwards
                from kinerja_desktop.storage.upgrade import upgraded

                self._gate = upgraded(self._gate)
            self._made = join(Store.adopt(self._gate))
        return self._made

    def close(self) -> None:
        """Let the office go, so that all of it stands in the one database file."""
        (self._gate if self._made is None else self._made.store).close()

    def reopen(self) -> None:
        """Open the office anew after a restore closed it. Raises KnownFault."""
        self._gate, self._made = open_gate(self._gate.folder), None


def run_window(folder: Path) -> int:
    """Open the window on an office; the exit code. A folder without an office begins with Penyiapan Awal."""
    garbage.claim()  # before Qt is loaded, for all of that stays
    from kinerja_desktop.ui import qt_words, remembered, theme
    from kinerja_desktop.ui.bugs import Bugs
    from kinerja_desktop.ui.sweeping import Sweeping

    surroundings.settle()
    qt = theme.make_application(sys.argv[0])
    sweeping = Sweeping(qt)
    qt.setApplicationName("Kinerja Desktop")
    qt_words.install(qt)
    remembered.open_store()
    with Bugs(qt).around():
        try:
            theme.install(qt, theme.Theme())
            return _open(qt, sweeping, folder)
        except KinerjaError as refused:
            _refuse(refused).exec()
            return _exit_of(refused)


def _open(qt: "QApplication", sweeping: "Sweeping", folder: Path) -> int:
    try:
        gate = open_gate(folder)
    except NoOffice:
        return _set_up(qt, sweeping, folder)
    except HeldByOther as held:
        with suppress(OSError):
            session_note.call(folder)  # its window comes forward behind this sentence
        _refuse(held).exec()
        return _exit_of(held)
    except (DataDamaged, NotOurFile) as damage:
        return _set_up(qt, sweeping, folder, damaged=True) if _wants_restore(damage, folder) else _exit_of(damage)
    return _work(qt, sweeping, OpenedOffice(gate))


def _work(qt: "QApplication", sweeping: "Sweeping", opened: OpenedOffice) -> int:
    from kinerja_desktop.ui import theme
    from kinerja_desktop.ui.start import Start

    theme.install(qt, opened.look())
    start = Start(opened)
    start.entered.connect(sweeping.begin)  # nearly everything made until then lasts as long as the program
    start.show()
    code = int(qt.exec())
    start.finish()
    with suppress(KinerjaError):  # a full disk, say: what was committed is safe in the -wal, and read at the next start
        opened.close()
    return code


def _last_copy(folder: Path) -> str:
    """The way out of a damaged office: its last copy on this PC."""
    from kinerja_desktop.services.backup_names import copies_in

    copies = copies_in(folder / paths.BACKUPS)
    if not copies:
        return "Siapkan flashdisk cadangan dan lembar pemulihan."
    file, name = list(copies.items())[-1]
    return f"Cadangan terakhir di komputer ini dari {format_tanggal(name.tanggal)}: {file.name}."


def _refuse(refused: KinerjaError, more: str = "") -> "Dialog":
    """Says in a window of its own why the office cannot be opened; whatever it is, a helper may have to be asked."""
    from kinerja_desktop import bug_report
    from kinerja_desktop.ui.dialogs import fault_dialog
    from kinerja_desktop.ui.work.refusals import galat_of

    fault = galat_of(refused)
    heading, sentence = "Data kantor belum dapat dibuka", f"{fault.sentence} {more}".rstrip()
    rincian = bug_report.details(refused, SystemClock().now())
    return fault_dialog(None, replace(fault, heading=heading, sentence=sentence, rincian=rincian))


def _wants_restore(damage: KinerjaError, folder: Path) -> bool:
    """An office that cannot be opened may be brought back from a copy; nothing is done by itself."""
    how = "Kantor dapat dipulihkan dari cadangan dengan lembar pemulihan; berkas yang rusak disimpan."
    dialog = _refuse(damage, f"{how} {_last_copy(folder)}")
    dialog.add_act("Pulihkan dari Cadangan…")
    return bool(dialog.exec())


def _exit_of(refused: KinerjaError) -> int:
    return next((code for kind, code in _EXIT if isinstance(refused, kind)), 5)


def _set_up(qt: "QApplication", sweeping: "Sweeping", folder: Path, *, damaged: bool = False) -> int:
    from kinerja_desktop.ui import theme
    from kinerja_desktop.ui.setting_up import SettingUp

    theme.hear_system(qt)
    made = SettingUp(folder, damaged=damaged)
    made.show()
    sweeping.begin()
    code = int(qt.exec())
    return code if made.done is None else _work(qt, sweeping, OpenedOffice(open_gate(made.done)))


# --- self-test -----------------------------------------------------------------------------------


def open_every_tab(office: "Office") -> Sequence[str]:
    """Open every tab of every role without a screen; nothing where Qt is not installed."""
    if find_spec("PySide6") is None:
        return ()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kinerja_desktop.ui import selftest, theme

    qt = theme.make_application(sys.argv[0])
    theme.install(qt, theme.Theme())
    return selftest.open_all(office)
