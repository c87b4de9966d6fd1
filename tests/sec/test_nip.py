"""A NIP is whole in signature blocks, in the form of its person, and in what the office takes along; else masked."""

import re
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop import services
from kinerja_desktop.domain.ids import new_id
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services import auth, people, search, settings
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.role_tabs import OF_ROLE, TABS
from kinerja_desktop.ui.runner import InlineRunner
from tests.office import JOKO, PEOPLE, Kantor

PACKAGE = Path(services.__file__).parents[1]
READ_A_NIP = {
    "documents/docx.py": "signature block",
    "documents/signature.py": "signature block",
    "documents/slip.py": "signature block",
    "documents/sop_pdf.py": "signature block",
    "services/compose/naskah.py": "makes the line of a signature block",
    "services/compose/office/reviewing.py": "makes the line of a signature block",
    "services/freezing.py": "who signed, kept with what he signed",
    "services/compose/cautions.py": "whether it is missing",
    "ui/work/report_preview.py": "whether it is missing",
    "services/holding.py": "whether two rows are one person",
    "services/auth.py": "whether a password is one's own NIP",
    "services/people.py": "the form of its person, where it is checked and stored",
    "services/granting.py": "whether another one makes a row somebody else's",
    "ui/people/panel.py": "masked",
    "ui/people/person_dialog.py": "masked until «Ubah NIP» is pressed",
    "services/workbook_job.py": "the Buku Kinerja, by contract",
    "services/workbook_merge.py": "the Buku Kinerja, by contract",
    "exchange/buku_kinerja/reader.py": "the Buku Kinerja, by contract",
    "exchange/buku_kinerja/values.py": "the Buku Kinerja, by contract",
}
"""Who looks at a NIP, and what for. The Buku Kinerja and the full export carry it whole, behind the own password."""


def test_nobody_else_looks_at_a_nip() -> None:
    sources = {file.relative_to(PACKAGE).as_posix(): file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py")}
    found = {name for name, text in sources.items() if re.search(r"\.nip\b", text) and not name.startswith("domain/")}
    assert found - {"exchange/buku_kinerja/values.py"} == set(READ_A_NIP) - {"exchange/buku_kinerja/values.py"}


def texts(page: QWidget) -> Iterator[str]:
    for label in page.findChildren(QLabel):
        yield f"{label.text()} {label.toolTip()}"
    for button in page.findChildren(QAbstractButton):
        yield f"{button.text()} {button.toolTip()}"
    for line in page.findChildren(QLineEdit):
        yield line.text()
    for area in page.findChildren(QPlainTextEdit):
        yield area.toPlainText()
    for view in page.findChildren(QAbstractItemView):
        model = view.model()
        for at in range(model.rowCount(QModelIndex())):
            wide = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
            for column in range(wide):
                yield str(model.index(at, column).data())


def acting(kantor: Kantor) -> Iterator[Context]:
    with kantor.store.read() as unit:
        for person in PEOPLE:
            for actor in auth.actors_of(unit, person.id, kantor.clock.waktu.date()):
                yield Context(kantor.office, actor)


@pytest.fixture
def kantor() -> Kantor:
    made = Kantor()
    made.play(until=Action.APPROVE)
    with made.store.unit() as unit:
        unit.settings.put(settings.OFFICE_ID, new_id())
        unit.commit()
    return made


def test_no_tab_of_anybody_shows_one(qtbot: QtBot, qapp: object, kantor: Kantor) -> None:
    theme.install(qapp, theme.Theme())  # type: ignore[arg-type]  # the application of the tests
    nips = {person.nip for person in PEOPLE if person.nip}
    shown: list[str] = []
    for ctx in list(acting(kantor)):
        for key in OF_ROLE[ctx.actor.role]:
            made_by = import_module(f"kinerja_desktop.ui.{TABS[key].folder}.tab").make
            page = made_by(Desk(partial(_same, ctx), InlineRunner()))
            qtbot.addWidget(page)
            page.load()
            shown += [f"{ctx.actor.role.value} {key}: {text}" for text in texts(page) if nips & set(_digits(text))]
    assert not shown


def _same(ctx: Context) -> Context:
    return ctx


def _digits(text: str) -> list[str]:
    return re.findall(r"\d{18}", re.sub(r"(?<=\d) (?=\d)", "", text))


def test_neither_search_nor_history_tells_one(kantor: Kantor) -> None:
    nip = str(JOKO.nip)
    for ctx in list(acting(kantor)):
        assert nip not in str(search.find(ctx, nip[:8]))
        assert nip not in str(search.find(ctx, "Joko"))
    assert nip in str(people.list_people(kantor.ctx(JOKO)))  # the one list that holds it, for its form
