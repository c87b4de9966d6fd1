"""The entries of the menu «Bantuan»: papers of the help, what changed, info for whoever helps.

Each is a function of the main window and the desk; `ui.app` names them.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from PySide6.QtGui import QGuiApplication

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.petunjuk import Tempat
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import diagnosis, guide
from kinerja_desktop.services.guide import Kantor
from kinerja_desktop.services.printing import save_file
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.choosing import choose_target
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.dialogs import tell_fault
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.guide.asking import show_place
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.busy import BusyOverlay
from kinerja_desktop.ui.work.paper_dialog import PaperDialog
from kinerja_desktop.ui.work.refusals import galat_of

T = TypeVar("T")


def show_handbook(main: MainWindow, desk: Desk) -> None:
    """The handbook of the role in which somebody acts."""
    role = desk.context().actor.role
    _show(main, desk, f"Buku Panduan {role.label}", partial(guide.handbook, role), ("buku-panduan", role))


def show_one_page(main: MainWindow, desk: Desk) -> None:
    """What his role does, on one page."""
    role = desk.context().actor.role
    _show(main, desk, f"Panduan {role.label}", partial(guide.one_page, role), ("panduan-satu-halaman", role))


def show_wall_sheet(main: MainWindow, desk: Desk) -> None:
    """The SOP's steps for the wall."""
    _show(main, desk, "Lembar Dinding SOP", guide.wall_sheet, (guide.WALL, None))


def show_changes(main: MainWindow, desk: Desk) -> None:  # noqa: ARG001  # every entry is called the same way
    """What changed from version to version."""
    show_place(main, Tempat(guide.changes().kunci))


def check_update(main: MainWindow, desk: Desk) -> None:
    """Whether the update on a stick may be installed."""
    from kinerja_desktop.ui.update_dialog import UpdateDialog  # here: few ask for it

    dialog = UpdateDialog(main, desk)
    dialog.exec()
    dialog.deleteLater()


def copy_info(main: MainWindow, desk: Desk) -> None:
    """Facts without figures and names, onto the clipboard."""

    def done(told: str) -> None:
        QGuiApplication.clipboard().setText(told)
        main.set_saved(StatusText("Info disalin. Tempelkan pada pesan kepada pembantu teknis.", Tone.SELESAI))

    office, screen = desk.context().office, tuple(_screen(main))
    _run(main, desk, "Menyusun info", lambda: diagnosis.as_text(diagnosis.facts(office, screen)), done)


def save_details(main: MainWindow, desk: Desk) -> None:
    """The same with the last reports of faults, as a file."""
    chosen = choose_target(main, "Simpan Berkas Rincian", "rincian-kinerja-desktop.txt")
    if not chosen:
        return
    office, screen = desk.context().office, tuple(_screen(main))

    def done(_: None) -> None:
        main.set_saved(StatusText(f"Tersimpan di {chosen}", Tone.SELESAI))

    _run(main, desk, "Menyusun rincian", lambda: save_file(chosen, diagnosis.details(office, screen)), done)


def _screen(main: MainWindow) -> Iterator[tuple[str, str]]:
    size = main.screen().size()
    yield "Layar", f"{size.width()} × {size.height()}, skala sistem {main.devicePixelRatioF():.2f}"
    yield "Jendela", f"{main.width()} × {main.height()}, besar tulisan {theme.current().scale.factor:.0%}"


def _show(
    main: MainWindow, desk: Desk, heading: str, write: Callable[[Kantor], bytes], named: tuple[str, Role | None]
) -> None:
    """Make a paper beside the window and show it, to be printed or saved."""
    ctx = desk.context()

    def done(pdf: bytes) -> None:
        dialog = PaperDialog(main, heading, pdf, guide.file_name(*named))
        dialog.exec()
        dialog.deleteLater()

    _run(main, desk, f"Menyiapkan {heading}", lambda: write(guide.of_office(ctx)), done)


def _run(main: MainWindow, desk: Desk, work: str, job: Callable[[], T], done: Callable[[T], object]) -> None:
    """Do it beside the window, which tells a refusal."""
    busy = BusyOverlay(main.page())

    def ended(value: T) -> None:
        busy.deleteLater()
        done(value)

    def refused(error: KinerjaError) -> None:
        busy.deleteLater()
        tell_fault(main, galat_of(error))

    busy.run(desk.runner, work, lambda _: job(), ended, refused)
