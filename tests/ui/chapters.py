"""How tests find their way in the tree of a report's parts."""

from collections.abc import Iterator

from PySide6.QtWidgets import QPlainTextEdit, QTreeWidgetItem, QWidget

from kinerja_desktop.ui.work.chapters import ChapterTree
from tests.ui.pages import part


def tree_of(page: QWidget) -> ChapterTree:
    return part(page, ChapterTree, "bab")


def items(page: QWidget) -> Iterator[QTreeWidgetItem]:
    """Every row from above to below, headings before what stands under them."""
    yield from _below(tree_of(page).invisibleRootItem())


def _below(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for at in range(item.childCount()):
        child = item.child(at)
        assert child is not None
        yield child
        yield from _below(child)


def current(page: QWidget) -> str:
    """Words of the row that is chosen."""
    item = tree_of(page).currentItem()
    assert item is not None
    return item.text(0)


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
