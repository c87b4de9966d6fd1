"""What was typed and is stored nowhere yet when its writer loses his place: kept in his trash, for him alone.

These are the texts of open dialogs, and of tabs that wait for «Simpan». A field whose words must never be stored is
marked by ``keep_out``; one that hides what is typed needs no mark, and neither do fields that search.
"""

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kinerja_desktop.domain.errors import KinerjaError, RoleEnded
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.widgets.fields import SearchField
from kinerja_desktop.ui.widgets.filter_line import FilterLine
from kinerja_desktop.ui.widgets.kept_out import is_kept_out


def lay_aside(main: MainWindow, ctx: Context) -> tuple[bool, int]:
    """Whether nothing is lost now, and of how many places something was laid aside.

    Whose role has ended may keep nothing any more; that must not hold the place for ever.
    """
    from kinerja_desktop.services import trash  # here: a start has nothing to lay aside

    found = {asal: texts for asal, texts in _waiting(main) if texts}
    try:
        for asal, texts in found.items():
            trash.lay_aside(ctx, asal, texts)
    except RoleEnded:
        return True, 0
    except KinerjaError:
        return False, 0
    return True, len(found)


def _waiting(main: MainWindow) -> Iterator[tuple[str, Mapping[str, str]]]:
    for dialog in main.open_dialogs():
        yield f"{dialog.windowTitle()} – {dialog.heading}", typed_in(dialog)
    yield from main.waiting()


def typed_in(part: QWidget) -> dict[str, str]:
    """The texts that a person typed into the fields of a part, by the name of the field; a second one is numbered."""
    found: dict[str, str] = {}
    for field, text in _fields(part):
        if text.strip() and not (isinstance(field, SearchField) or is_kept_out(field) or _filters(field)):
            name = field.accessibleName() or "Isian"
            same = sum(name in {one, one.rpartition(" (")[0]} for one in found)
            found[f"{name} ({same + 1})" if same else name] = text
    return found


def _fields(part: QWidget) -> Iterator[tuple[QWidget, str]]:
    for field in part.findChildren(QWidget):
        if isinstance(field, QLineEdit):
            if field.isModified() and not field.isReadOnly() and field.echoMode() is QLineEdit.EchoMode.Normal:
                yield field, field.text()
        elif isinstance(field, QPlainTextEdit) and field.document().isModified() and not field.isReadOnly():
            yield field, field.toPlainText()


def _filters(field: QWidget) -> bool:
    return isinstance(field.parentWidget(), FilterLine)
