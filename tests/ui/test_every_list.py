"""A walk over every tab of every role and every dialog: each list sorts, filters, hides, and exports what is seen.

A list in a new file is missed here until the file stands below: on a tab, with a dialog that opens it, or exempt.
"""

import ast
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QTableView, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.beda_versi import BedaTarget
from kinerja_desktop.domain.buku_lembar import Bagian
from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.salin_rencana import Butir
from kinerja_desktop.services import planning
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.people import SeksiView
from kinerja_desktop.services.plan_years import TawaranTahun
from kinerja_desktop.services.trash import Buangan, Potongan
from kinerja_desktop.services.worksheet import HasilLembar, Ubahan
from kinerja_desktop.ui import kept_lists
from kinerja_desktop.ui.archive import tab as archive
from kinerja_desktop.ui.archive.side import PACKETS
from kinerja_desktop.ui.archive.tab import ArchivePage
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.entry import tab as entry
from kinerja_desktop.ui.entry.workbook_dialog import WorkbookDialog
from kinerja_desktop.ui.monitoring.matrix import MatrixView
from kinerja_desktop.ui.page import Page
from kinerja_desktop.ui.people.seksi_dialog import SeksiDialog
from kinerja_desktop.ui.people.tab import PeoplePage
from kinerja_desktop.ui.planning import comparing, versions
from kinerja_desktop.ui.planning.copying import CopyTable, ask_copy
from kinerja_desktop.ui.review.tab import ReviewPage
from kinerja_desktop.ui.role_tabs import tabs_for
from kinerja_desktop.ui.runner import InlineRunner
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.edit_table import EditTable
from kinerja_desktop.ui.widgets.grid.view import GridView
from kinerja_desktop.ui.widgets.grouped_list import GroupedListView
from kinerja_desktop.ui.widgets.listing import Listing
from kinerja_desktop.ui.widgets.segments import Segmented
from kinerja_desktop.ui.work.trash import TrashDialog
from tests.ui.kantor import Kantor
from tests.ui.pages import open_page, part, press
from tests.ui.scenes import copied, filling, reviewing

_OWN_FILTER = (ArchivePage, PeoplePage)
"""Pages that filter their list themselves, by more than its words."""


ON_TABS = {
    "archive/lke_pane.py",
    "archive/making.py",
    "archive/tab.py",
    "archive/upload_pane.py",
    "assignment/tab.py",
    "backup/tab.py",
    "calendar/panel.py",
    "disposition/waiting.py",
    "importing/result.py",
    "inbox/tab.py",
    "monitoring/matrix.py",
    "people/tab.py",
    "planning/cards.py",
    "planning/findings.py",
    "planning/lists.py",
    "review/report.py",
    "review/waiting.py",
    "work/filling_page.py",
    "work/findings.py",
    "work/recommendations.py",
}
"""Files of `kinerja_desktop/ui` whose lists stand on tabs."""
EXEMPT = {
    "found.py": "what the search found so far, the likeliest first, while somebody types",
    "guide/window.py": "the contents of the help are read in their order and have a search of their own",
    "importing/mapping.py": "a sheet of somebody's workbook as Excel shows it: its order is what is being looked at",
    "widgets/pdf_pages.py": "the pages of a paper, in their order",
    "work/chapters.py": "the chapters of a report, in their order, as a tree",
    "work/signs.py": "the legend of the grid: two columns, and without either of them it tells nothing",
}
"""Lists that have no tools, and why."""
_FRAMES = {"edit_table.py", "grouped_list.py", "listing.py", "canvas.py", "overlays.py", "view.py"}
_KINDS = {"QTableView", "QTableWidget", "QListView", "QListWidget", "QTreeView", "QTreeWidget"}
_MAKERS = _KINDS | {"Listing", "EditTable", "GridView", "GroupedListView"}

AnyList = Listing[object] | EditTable | GridView | MatrixView | CopyTable


_LISTS = (Listing, EditTable, GridView, MatrixView, CopyTable)


def lists(page: QWidget) -> list[AnyList]:
    """Every table of a page; what lies over a grid, and the months of a calendar field, is no table of its own."""
    return [one for one in page.findChildren(QTableView) if isinstance(one, _LISTS)]


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


# --- lists inside dialogs ------------------------------------------------------------------------

Opens = Callable[[QtBot, Kantor], object]


def compare_versions(qtbot: QtBot, kantor: Kantor) -> None:
    rencana = planning.load(kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN), 2026).rencana
    figures = (Decimal(40),) * len(versions.names(rencana))
    made = [BedaTarget(kode, f"Jumlah {kode}", "surat", 1, figures) for kode in ("1.1", "1.2")]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(comparing, "beda_versi", lambda _: made)
        comparing.show_comparison(shown(qtbot), rencana)


def copy_year(qtbot: QtBot, _: Kantor) -> None:
    butir = [Butir("Indikator", nama, disalin=True, kode=kode) for kode, nama in (("1.1", "Surat"), ("1.2", "Izin"))]
    ask_copy(shown(qtbot), TawaranTahun(2027, 2026, (*butir, Butir("Target", "2026", disalin=False))))


def bring_back(qtbot: QtBot, kantor: Kantor) -> None:
    at = kantor.clock.waktu
    thrown = [
        Buangan(
            kode, f"Rencana {kode}", (Potongan("Nama", kode),), "Rahma", at, at + timedelta(days=30), at.date(), "", ""
        )
        for kode in ("1.1", "1.2")
    ]
    parent = shown(qtbot)  # kept: the dialog goes with it
    TrashDialog(parent, thrown, lambda _: None).exec()


def read_workbook(qtbot: QtBot, kantor: Kantor) -> None:
    page = open_page(qtbot, entry.make, kantor.analis())
    changed = [
        Ubahan(kode, f"Jumlah {kode}", next(iter(Bagian)), sel, "", "40", "41", Decimal(41), bentrok=False)
        for kode, sel in (("1.1", "G9"), ("1.2", "G10"))
    ]
    WorkbookDialog(page, Path("lembar.xlsx"), HasilLembar("", "lembar.xlsx", 1, tuple(changed), 0)).exec()


def change_form(qtbot: QtBot, kantor: Kantor) -> None:
    page = open_page(qtbot, archive.make, kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN))
    open_packets(page)
    choose = part(page, Segmented, "jenis_paket")
    choose.choose(next(iter(choose._buttons)))
    press(qtbot, page, "ubah_formulir")


def list_sections(qtbot: QtBot, _: Kantor) -> None:
    parent, names = shown(qtbot), {"pelayanan": "Seksi Pelayanan", "trantib": "Seksi Trantib"}
    made = [SeksiView(Seksi(kode, nama), 1) for kode, nama in names.items()]
    SeksiDialog(parent, lambda: made, lambda *_: None).exec()


IN_DIALOGS: dict[str, Opens] = {
    "archive/upload_form_dialog.py": change_form,
    "entry/workbook_dialog.py": read_workbook,
    "people/seksi_dialog.py": list_sections,
    "planning/comparing.py": compare_versions,
    "planning/copying.py": copy_year,
    "work/trash.py": bring_back,
}
"""Files of `kinerja_desktop/ui` with a list in a dialog, and how it is opened."""


def shown(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 698)
    made.show()
    return made


@pytest.mark.parametrize("opens", IN_DIALOGS.values(), ids=IN_DIALOGS)
def test_every_list_of_every_dialog(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opens: Opens
) -> None:
    walked: list[str] = []

    def look(dialog: Dialog) -> int:
        dialog.show()
        QApplication.processEvents()
        for one in lists(dialog):
            check(one, tmp_path, monkeypatch)
            assert one.filter_line.parentWidget() is not None, one.accessibleName()
            walked.append(one.accessibleName())
        dialog.reject()
        return dialog.result()

    monkeypatch.setattr(Dialog, "exec", look)
    opens(qtbot, copied(filling))
    assert walked


def test_no_list_is_left_out() -> None:
    root = Path(comparing.__file__).parents[1]
    made = {str(file.relative_to(root)).replace("\\", "/") for file in root.rglob("*.py") if makes_list(file)}
    assert made == ON_TABS | set(IN_DIALOGS) | set(EXEMPT)
    assert not ON_TABS & set(IN_DIALOGS)


def makes_list(file: Path) -> bool:
    if file.name in _FRAMES:
        return False
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    made = {ast.unparse(node.func) for node in nodes if isinstance(node, ast.Call)}
    bases = {ast.unparse(base) for node in nodes if isinstance(node, ast.ClassDef) for base in node.bases}
    return bool((made | bases) & _MAKERS)


# --- what is checked -----------------------------------------------------------------------------


def open_report(page: Page, kantor: Kantor) -> None:
    """The figures of a report are shown once one is opened."""
    if isinstance(page, ReviewPage):
        page.show_item(kantor.case())


def check_grouped(one: GroupedListView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of tasks: copied and exported with its headings; its order and its filter are the page's."""
    seen = one.seen()
    assert all(len(row) == len(seen.heads) for row in seen.rows)
    target = tmp_path / f"{len(list(tmp_path.iterdir()))}.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    next(act for act in one.menu().actions() if act.text() == "Ekspor yang Terlihat…").trigger()
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
    order = one.tools.seen()[0]
    one.tools.order_by(order, Qt.SortOrder.DescendingOrder)
    kept = kept_lists.of(name)
    assert one.tools.is_of_document() or kept.order == one.tools._keys()[order], name
    one.tools.reset()
    first = next(at for at in one.tools.seen() if at not in one.tools._needed)
    one.tools.set_hidden(first, hidden=True)
    target = tmp_path / f"{len(list(tmp_path.iterdir()))}.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    one.tools.export()
    heads = target.read_text(encoding="utf-8-sig").splitlines()[0]
    assert one.tools.heads()[first] not in heads.split(";"), name
    one.tools.reset()
