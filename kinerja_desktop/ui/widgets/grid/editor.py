"""The field that opens in a cell. It keeps what is typed as typed; whoever takes the text judges it.

Begun by typing, it behaves as Excel: arrows take the text and move on. Begun by F2 or a double click, arrows move the
caret. Enter, Tab and Ctrl+Enter take the text, Esc gives it up.
"""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QLineEdit, QStyleOptionViewItem, QWidget

from kinerja_desktop.ui.theme import TextStyle
from kinerja_desktop.ui.widgets.grid.cells import GridColumn
from kinerja_desktop.ui.widgets.grid.delegate import CellDelegate, GridLook
from kinerja_desktop.ui.widgets.grid.model import COLUMN_ROLE, Index

LEAVE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class CellEditor(QLineEdit):
    """The field; ``by_typing`` tells how it was opened."""

    def __init__(self, parent: QWidget, column: GridColumn, *, by_typing: bool) -> None:
        super().__init__(parent)
        self.by_typing = by_typing
        self.setProperty("kind", "cell")
        style = TextStyle.FIGURE_500 if column.is_figure else TextStyle.BODY
        self.setProperty("text_style", style.value)
        side = Qt.AlignmentFlag.AlignRight if column.is_figure else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(" ".join(column.title.split()))

    def takes_text(self, event: QKeyEvent) -> bool:
        """Whether this key ends the typing and takes the text."""
        key = Qt.Key(event.key())
        return key in LEAVE_KEYS or (self.by_typing and key in _ARROWS)


class EditingDelegate(CellDelegate):
    """The delegate with an editor. ``left`` tells the view by which key, and whether with Shift."""

    left = Signal(int, bool)
    typing = Signal(QModelIndex, str)
    """The text of the open field after each keystroke, so that it can be kept before it is taken."""

    def __init__(self, look: GridLook, view: QAbstractItemView) -> None:
        super().__init__(look, view)
        self.by_typing = False

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = CellEditor(parent, index.data(COLUMN_ROLE), by_typing=self.by_typing)
        place = index.model().index(index.row(), index.column())
        editor.textEdited.connect(lambda text: self.typing.emit(place, text))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the text once; a refresh of the grid does not touch what is being typed."""
        assert isinstance(editor, CellEditor)
        if not editor.isModified() and not editor.text():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        assert isinstance(editor, CellEditor)
        index.model().setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        editor.setGeometry(box.adjusted(0, 0, -1, -1))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if (
            isinstance(editor, CellEditor)
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and editor.takes_text(event)
        ):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.left.emit(event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        return super().eventFilter(editor, event)
