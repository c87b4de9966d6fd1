"""What the main window shows around its pages, as frozen values: no office knowledge here.

Whoever knows the office (bootstrap, after log-in and after every change) makes a new `FrameModel`; the window
shows it.
"""

from dataclasses import dataclass

from kinerja_desktop.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One role of the person: its key, its name as shown («Kabid (Camat)»), and how many tasks wait for it."""

    key: str
    label: str
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class StatusText:
    """A state in the status line: words and what they mean."""

    text: str
    tone: Tone = Tone.NETRAL


ALL_SAVED = StatusText("Semua perubahan tersimpan", Tone.SELESAI)


@dataclass(frozen=True, slots=True)
class FrameModel:
    """The frame at one moment."""

    kantor: str
    kabupaten: str
    nama: str
    roles: tuple[RoleLine, ...]
    role: str
    """Key of the role in which the person acts."""
    cadangan: StatusText = StatusText("")
    waktu: str = ""
    """«Selasa, 14 Juli 2026 · 15.12 WITA»; the window never reads a clock."""
    latihan: bool = False
    tutup_cadangan: str = ""
    """Why the state of the backup leads nowhere; empty where it opens Cadangan."""

    @property
    def acting(self) -> RoleLine:
        """The role in which the person acts."""
        return next(line for line in self.roles if line.key == self.role)
