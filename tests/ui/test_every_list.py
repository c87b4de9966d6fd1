"""A walk over every tab of every role: each list in columns sorts, filters, hides, and exports what is seen."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QTableView
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.archive.side import PACKETS
from kinerja_desktop.ui.archive.tab import ArchivePage
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.monitoring.matrix import MatrixView
from kinerja_desktop.ui.page import Page
from kinerja_desktop.ui.people.tab import PeoplePage
from kinerja_desktop.ui.review.tab import ReviewPage
from kinerja_desktop.ui.role_tabs import tabs_for
from kinerja_desktop.ui.runner import InlineRunner
from kinerja_desktop.ui.widgets.edit_table import EditTable
from kinerja_desktop.ui.widgets.grid.view import GridView
from kinerja_desktop.ui.widgets.grouped_list import GroupedListView
from kinerja_desktop.ui.widgets.listing import Listing
from kinerja_desktop.ui.widgets.segments import Segmented
from tests.ui.kantor import Kantor
from tests.ui.scenes import copied, reviewing

_OWN_FILTER = (ArchivePage, PeoplePage)
"""Pages that filter their list themselves, by more than its words."""


AnyList = Listing[object] | EditTable | GridView | MatrixView


def lists(page: Page) -> list[AnyList]:
    """Every table of a page; what lies over a grid, and the months of a calendar field, is no table of its own."""
    return [
        one for one in page.findChildren(QTableView) if isinstance(one, Listing | EditTable | GridView | MatrixView)
    ]


@pytest.mark.parametrize("role", Role)
def test_every_list_of_every_tab(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, role: Role) -> None:
    kantor = copied(reviewing)
    own = {Role.KASUBAG: kantor.kasubag, Role.ANALIS: kantor.analis}.get(role, kantor.kabid)()
    who = kantor.ctx("rahma", role) if role is Role.KASUBAG_PERENCANAAN else own
    ctx = Context(kantor.office, replace(who.actor, role=role))
    walked: list[tuple[str, tuple[str, ...]]] = []
    for spec in tabs_for(role, Desk(lambda: ctx, InlineRunner())):
        page = spec.factory()
        qtbot.addWidget(page)
        page.load()
        open_packets(page)
        open_report(page, kantor)
        for grouped in page.findChildren(GroupedListView):
            check_grouped(grouped, tmp_path, monkeypatch)
        for one in lists(page):
            check(one, tmp_path, monkeypatch)
            assert one.tools.order_line.parentWidget() is not None or not one.tools.is_of_document(), (
                one.accessibleName()
            )
            assert one.filter_line.parentWidget() is not None or isinstance(page, _OWN_FILTER), one.accessibleName()
            walked.append((one.accessibleName(), tuple(one.tools.heads())))
    assert len(dict(walked)) == len(set(walked)), "two lists would be remembered under one name"


def open_report(page: Page, kantor: Kantor) -> None:
    """The figures of a report are shown once one is opened."""
    if isinstance(page, ReviewPage):
        page.show_item(kantor.case())


def check_grouped(one: GroupedListView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of tasks: copied and exported with its headings; its order is that of limits, its filter the page's."""
    seen = one.seen()
    assert all(len(row) == len(seen.heads) for row in seen.rows)
    target = tmp_path / f"{len(list(tmp_path.iterdir()))}.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    one.menu().actions()[1].trigger()
    assert len(target.read_text(encoding="utf-8-sig").splitlines()) == 1 + one.rows.row_count()


def open_packets(page: Page) -> None:
    """The other sides of the Arsip are built when they are first wanted."""
    if isinstance(page, ArchivePage) and PACKETS in page._keys:
        page._open_side(PACKETS)
        which = page.findChild(Segmented, "jenis_paket")
        assert which is not None
        for key in which._buttons:
            which.choose(key)
            which.chosen.emit(key)


def things(one: AnyList) -> list[list[str]]:
    """What is seen, without the headings of a grid."""
    seen = enumerate(one.tools.rows())
    return [row for at, row in seen if not (isinstance(one, GridView) and one.grid.is_group(at))]


def check(one: AnyList, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = one.accessibleName()
    whole = one.tools.rows()
    for at in one.tools.seen():
        one.horizontalHeader().setSortIndicator(at, Qt.SortOrder.DescendingOrder)
        assert sorted(one.tools.rows()) == sorted(whole), name
    one.tools.reset()
    word = next((text.split()[0] for row in things(one) for text in row if text.strip()), "")
    if word:
        one.set_filter(word)
        found = things(one)
        assert found, name
        assert all(word.casefold() in "\n".join(row).casefold() for row in found), name
        one.set_filter("")
        assert sorted(one.tools.rows()) == sorted(whole), name
    first = next(at for at in one.tools.seen() if at not in one.tools._needed)
    one.tools.set_hidden(first, hidden=True)
    target = tmp_path / f"{len(list(tmp_path.iterdir()))}.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    one.tools.export()
    heads = target.read_text(encoding="utf-8-sig").splitlines()[0]
    assert one.tools.heads()[first] not in heads.split(";"), name
    one.tools.reset()
