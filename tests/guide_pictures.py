"""``python -m tests.guide_pictures``: the pictures of the handbook, taken of the program as it is.

They go to ``resources/bantuan/layar``, which is not kept; whoever builds a wheel or a bundle runs this first. A
handbook without them is whole, only plainer. One more picture: a line in ``SHOTS``, and its name in a help text.
"""

import os
import platform
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtWidgets import QApplication

from kinerja_desktop import paths
from kinerja_desktop.documents.panduan_pdf import PICTURES
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange import lembar_pemulihan
from kinerja_desktop.services import backup, backup_copies, frame, inbox, opening, practice_office
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui import icons, qt_words, theme
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.frame import FrameModel, RoleLine, StatusText
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.none_guard import keep_none_alive
from kinerja_desktop.ui.role_tabs import tabs_for
from kinerja_desktop.ui.runner import InlineRunner
from kinerja_desktop.ui.work.places import badges
from tests.ui import scenes
from tests.ui.kantor import Kantor, jam

SIZE = (1366, 698)
_COLOURS = 96
"""Enough for a screen of few colours; the file is a fifth as large."""


@dataclass(frozen=True, slots=True)
class Shot:
    """The tab of a role in an office at some moment; ``user`` names who acts, ``opened`` opens Seksi Pelayanan's."""

    scene: Callable[[], Kantor]
    user: str
    role: Role
    tab: str
    opened: bool = False


@cache
def _place() -> tempfile.TemporaryDirectory[str]:
    """Of the office on the disk and its keys; gone with the process."""
    return tempfile.TemporaryDirectory(prefix="kinerja-gambar-")


@cache
def kept() -> Kantor:
    """After the first triwulan, on the disk: the archive is filled, there are copies."""
    place = Path(_place().name)
    os.environ[paths.KEY_VARIABLE] = str(place / "kunci")
    practice_office.make(place / "kantor", None, lambda _: None, until=jam(7, 10, 16))
    platform.node = lambda: "PC-PERENCANAAN"  # a copy names its computer, and this one is none of the office's
    (place / "kantor" / lembar_pemulihan.NAME).unlink()  # printed and locked away, as it should be
    office = opening.open_office(place / "kantor")
    backup_copies.keep_daily(office)
    stick = place / "FLASHDISK"
    stick.mkdir()
    backup.back_up(office, stick)
    return Kantor(office, SetClock(office.clock.now()))


SHOTS: Mapping[str, Shot] = {
    "kotak-tugas": Shot(partial(scenes.copied, scenes.reviewing), "andi", Role.KABID, "kotak_tugas"),
    "penugasan": Shot(partial(scenes.copied, scenes.opening), "andi", Role.KABID, "penugasan"),
    "pemeriksaan": Shot(partial(scenes.copied, scenes.reviewing), "andi", Role.KABID, "pemeriksaan", opened=True),
    "pemantauan": Shot(partial(scenes.copied, scenes.reviewing), "andi", Role.KABID, "pemantauan"),
    "laporan-seksi": Shot(partial(scenes.copied, scenes.repairing), "siti", Role.KASUBAG, "laporan_seksi"),
    "lembar-kerja": Shot(partial(scenes.copied, scenes.filling), "budi", Role.ANALIS, "lembar_kerja"),
    "rencana-kinerja": Shot(
        partial(scenes.copied, scenes.opening), "rahma", Role.KASUBAG_PERENCANAAN, "rencana_kinerja"
    ),
    "laporan-triwulan": Shot(
        partial(scenes.copied, scenes.reviewing), "rahma", Role.KASUBAG_PERENCANAAN, "laporan_triwulan"
    ),
    "laporan-tahunan": Shot(
        partial(scenes.copied, scenes.reviewing), "rahma", Role.KASUBAG_PERENCANAAN, "laporan_tahunan"
    ),
    "disposisi": Shot(partial(scenes.copied, scenes.ordered), "siti", Role.KASUBAG, "disposisi"),
    "arsip": Shot(kept, "andi", Role.KABID, "arsip"),
    "kalender": Shot(partial(scenes.copied, scenes.opening), "andi", Role.ADMIN, "kalender"),
    "pengguna": Shot(partial(scenes.copied, scenes.opening), "andi", Role.ADMIN, "pengguna"),
    "cadangan": Shot(kept, "dewi", Role.ADMIN, "cadangan"),
}


def take(folder: Path, shots: Mapping[str, Shot] = SHOTS) -> list[Path]:
    """Take them, or all, into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_save(folder / f"{name}.png", _taken(shot)) for name, shot in shots.items()]


def _taken(shot: Shot) -> bytes:
    kantor = shot.scene()
    ctx = kantor.ctx(shot.user, shot.role)
    window = MainWindow(_frame(ctx), tabs_for(shot.role, Desk(lambda: ctx, InlineRunner())))
    window.resize(*SIZE)
    window.show()
    window.set_badges(badges(inbox.load(ctx), shot.role))
    window.open_tab(shot.tab, kantor.case() if shot.opened else "")
    _settle()
    kept = QBuffer()
    window.grab().save(kept, "PNG")
    window.close()
    window.deleteLater()
    return bytes(kept.data().data())


def _frame(ctx: Context) -> FrameModel:
    shown = frame.load(ctx)
    lines = tuple(RoleLine(str(at), one.label, one.menunggu) for at, one in enumerate(shown.peran))
    acting = next(str(at) for at, one in enumerate(shown.peran) if one.actor.role is ctx.actor.role)
    return FrameModel(
        shown.kantor, shown.kabupaten, ctx.actor.nama, lines, acting, StatusText(shown.cadangan.teks), shown.waktu
    )


def _settle() -> None:
    """Let the window lay out and paint what comes late."""
    for _ in range(20):
        QApplication.processEvents()


def _save(file: Path, png: bytes) -> Path:
    with Image.open(BytesIO(png)) as taken:
        taken.convert("RGB").quantize(_COLOURS).save(file, optimize=True)
    return file


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    keep_none_alive()
    app = theme.make_application(sys.argv[0])
    qt_words.install(app)
    theme.install(app, theme.Theme())
    icons.load()
    sys.stdout.write(f"{len(take(paths.resource(*PICTURES)))} pictures\n")
