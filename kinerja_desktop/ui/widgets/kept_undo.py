"""One field for the texts of many things, each with an undo of its own that lives as long as the page does.

A field that is filled anew forgets what was typed into it; this one has a document for each thing and turns between
them. What changed meanwhile elsewhere is laid over the document as one step, which can be undone like a typed one.
"""

from collections.abc import Callable, Hashable

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit


class KeptUndo:
    """Documents of one field, by what they belong to. ``made`` is told of each that is new."""

    def __init__(self, field: QPlainTextEdit, made: Callable[[QTextDocument], object] = lambda _: None) -> None:
        self._field, self._made = field, made
        self._documents: dict[Hashable, QTextDocument] = {}

    def show(self, key: Hashable, text: str) -> None:
        """Turn to the text of a thing; caret and undo are where they were left."""
        document = self._documents.get(key)
        if document is None:
            document = self._documents[key] = self._make(text)
        if document.toPlainText() != text:
            _lay_over(document, text)
        if self._field.document() is not document:
            document.setDefaultFont(self._field.font())  # the theme may have come since
            self._field.setDocument(document)

    def kept(self, key: Hashable) -> str | None:
        """What stands in the document of a thing; None where it was not shown yet."""
        document = self._documents.get(key)
        return None if document is None else document.toPlainText()

    def _make(self, text: str) -> QTextDocument:
        document = QTextDocument(self._field)
        document.setDocumentLayout(QPlainTextDocumentLayout(document))
        document.setDocumentMargin(self._field.document().documentMargin())
        document.setDefaultFont(self._field.font())
        document.setPlainText(text)
        self._made(document)
        return document


def _lay_over(document: QTextDocument, text: str) -> None:
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.insertText(text)
