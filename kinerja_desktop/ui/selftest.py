"""Every tab of every role opened once without a screen: the part of the self-test that needs Qt.

It looks for what an installation lacks, not for what a page does: a page that cannot be built, read or painted
raises. A tab whose page the program does not have yet is passed over.
"""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImageReader

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import auth
from kinerja_desktop.services.context import Actor, Context, Office
from kinerja_desktop.ui import icons, theme
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.role_tabs import OF_ROLE, TABS
from kinerja_desktop.ui.runner import InlineRunner
from kinerja_desktop.ui.start import FIRST_SIZE

LIBRARIES = ("PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtPrintSupport")
"""Loaded late: by the preview and the printer."""


def open_all(office: Office) -> list[str]:
    """Open them all; what was opened, as «peran: tab»."""
    for name in LIBRARIES:
        import_module(name)
    icons.load()
    theme.load_paper_fonts()
    if QByteArray(b"svg") not in QImageReader.supportedImageFormats():
        raise FileNotFoundError("qsvg")  # the part of Qt that reads drawings
    return [
        f"{actor.role.value}: {TABS[key].title}"
        for actor in _one_of_each_role(office)
        for key in OF_ROLE[actor.role]
        if _opened(TABS[key].folder, Context(office, actor))
    ]


def _one_of_each_role(office: Office) -> Iterator[Actor]:
    today = office.clock.now().date()
    with office.store.read() as unit:
        actors = [a for person in unit.people.all() for a in auth.actors_of(unit, person.id, today)]
    for role in Role:
        yield next(actor for actor in actors if actor.role is role)


def _opened(folder: str, ctx: Context) -> bool:
    """Build, fill and paint one page; False where the program has none."""
    name = f"kinerja_desktop.ui.{folder}"
    if find_spec(name) is None or find_spec(f"{name}.tab") is None:
        return False
    page = import_module(f"{name}.tab").make(Desk(lambda: ctx, InlineRunner()))
    page.resize(*FIRST_SIZE)
    page.load()
    page.grab()
    page.deleteLater()
    return True
