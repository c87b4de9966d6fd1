"""How tests find their way in the tree of a report's parts."""

from collections.abc import Iterator

from PySide6.QtWidgets import QPlainTextEdit, QTreeWidgetItem, QWidget

from kinerja_desktop.ui.work.chapters import ChapterTree
from tests.ui.pages import part


def tree_of(page: QWidget) -> ChapterTree:
    return part(page, ChapterTree, "bab")


def items(page: QWidget) -> Iterator[QTreeWidgetItem]:
    """Every row from above to below, headings before what stands under them."""
    root = tree_of(page).invisibleRootItem()
    for at in range(root.childCount()):
        item = root.child(at)
        yield item
        yield from (item.child(below) for below in range(item.childCount()))


def titles(page: QWidget) -> list[str]:
    return [item.text(0) for item in items(page)]


def chapter(page: QWidget, name: str, under: str = "") -> QPlainTextEdit:
    """Open a part by its words (under a heading that begins so); its field."""
    found = next(i for i in items(page) if name in i.text(0) and _under(i).startswith(under))
    tree_of(page).setCurrentItem(found)
    return part(page, QPlainTextEdit, "paragraf")


def state(page: QWidget, name: str, under: str = "") -> str:
    """What the tree tells of a part."""
    return next(i.text(1) for i in items(page) if name in i.text(0) and _under(i).startswith(under))


def _under(item: QTreeWidgetItem) -> str:
    parent = item.parent()
    return "" if parent is None else parent.text(0)
