"""One field for the texts of many things, each with an undo of its own that lives as long as the page does.

A field that is filled anew forgets what was typed into it; this one has a document for each thing and turns between
them. What changed meanwhile elsewhere is laid over the document as one step, which can be undone like a typed one.
"""

from collections.abc import Callable, Hashable, Mapping

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit

Documents = Mapping[Hashable, QTextDocument]


class KeptUndo(QObject):
    """Documents of one field, by what they belong to. ``made`` is told of each that is new."""

    def __init__(self, field: QPlainTextEdit, made: Callable[[QTextDocument], object] = lambda _: None) -> None:
        super().__init__(field)
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

    def name(self) -> str:
        """What the field is called on its page."""
        return self._field.objectName() or self._field.accessibleName()

    def hand_over(self) -> Documents:
        """All documents, for the same field made anew; this one shows an empty one of its own from now on."""
        documents, self._documents = self._documents, {}
        if documents:
            with QSignalBlocker(self._field):  # nobody emptied it
                self._field.setDocument(self._make(""))
        for document in documents.values():
            document.setParent(None)
        return documents

    def take_over(self, documents: Documents) -> None:
        """Go on with documents of the same field before; where the text is another by now, that is one step more."""
        for key, document in documents.items():
            now = self._documents.get(key)
            shown = now is not None and self._field.document() is now
            self._documents[key] = self._fit(document)
            if now is not None and now.toPlainText() != document.toPlainText():
                _lay_over(document, now.toPlainText())
            if shown:
                with QSignalBlocker(self._field):
                    self._field.setDocument(document)

    def _make(self, text: str) -> QTextDocument:
        document = self._fit(QTextDocument(self._field))
        document.setDocumentMargin(self._field.document().documentMargin())
        document.setPlainText(text)
        return document

    def _fit(self, document: QTextDocument) -> QTextDocument:
        """Lay a document out in the field; a layout it had before goes, with all that listened to it.

        Its margin stays: another one would be a step to undo.
        """
        document.setParent(self._field)
        document.setDocumentLayout(QPlainTextDocumentLayout(document))
        document.setDefaultFont(self._field.font())
        self._made(document)
        return document


def _lay_over(document: QTextDocument, text: str) -> None:
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.insertText(text)
