"""Blocks on the clipboard: a spreadsheet finds its own form there, and so do we."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from kinerja_desktop.ui.widgets.grid.block import Block, read_html, read_text, write_html, write_text


def put(block: Block, figures: Sequence[bool]) -> None:
    """Lay a block on the clipboard; ``figures`` tells which of its columns hold figures."""
    data = QMimeData()
    data.setText(write_text(block))
    data.setHtml(write_html(block, figures))
    QGuiApplication.clipboard().setMimeData(data)


def take() -> Block:
    """The block that lies on the clipboard; empty where no text does, or another program keeps it closed."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if data is None:
        return []
    block = read_html(data.html()) if data.hasHtml() else []
    return block or (read_text(data.text()) if data.text().strip() else [])
