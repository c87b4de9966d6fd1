"""What is seen of a list, taken along: onto the clipboard, or into a workbook or CSV file somewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.theme import Tone

SEEN_ROLE = Qt.ItemDataRole.UserRole + 40
"""What a cell shows, where that is more than its text: «belum diisi». A model may leave it unanswered."""


class _Office:
    """Holder of what is known of the office: a program has one."""

    latihan = False


def mark_practice(*, latihan: bool) -> None:
    """From now on say in every file that it is of an office for practice, or of a real one."""
    _Office.latihan = latihan


@dataclass(frozen=True, slots=True)
class Seen:
    """A list as it stands on the screen, scrolled to or not; ``figures`` tells which columns hold figures."""

    name: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    figures: Sequence[bool]


def without_ticks(seen: Seen) -> Seen:
    """The same without columns that hold no words at all: ticks and signs alone."""
    kept = [at for at, head in enumerate(seen.heads) if head or any(cells[at] for cells in seen.rows)]
    rows = [[cells[at] for at in kept] for cells in seen.rows]
    return Seen(seen.name, [seen.heads[at] for at in kept], rows, [seen.figures[at] for at in kept])


def copy_seen(seen: Seen) -> None:
    """Put it on the clipboard, as Excel takes it."""
    seen = without_ticks(seen)
    lines = "\n".join("\t".join(" ".join(text.split()) for text in cells) for cells in (seen.heads, *seen.rows))
    QGuiApplication.clipboard().setText(lines)


def export_seen(parent: QWidget, seen: Seen) -> None:
    """Ask for a place, write it there and say where it lies; a refusal is told."""
    from kinerja_desktop.services import list_export  # what is seldom asked for costs no start
    from kinerja_desktop.ui.choosing import CSV, EXCEL, choose_target
    from kinerja_desktop.ui.dialogs import tell_fault
    from kinerja_desktop.ui.work.refusals import galat_of

    proposed = list_export.file_name(seen.name)
    target = choose_target(parent, "Ekspor yang Terlihat", proposed, EXCEL, CSV)
    if not target:
        return
    seen = without_ticks(seen)
    try:
        list_export.save(target, seen.name, seen.heads, seen.rows, angka=seen.figures, latihan=_Office.latihan)
    except KinerjaError as error:
        tell_fault(parent, galat_of(error))
        return
    _tell_saved(parent, target)


def _tell_saved(parent: QWidget, target: Path) -> None:
    """Say it in the status line, to which the page around the list speaks; a list in a dialog has none."""
    from kinerja_desktop.ui.page import Page  # its module waits for the first page

    around: QWidget | None = parent
    while around is not None and not isinstance(around, Page):
        around = around.parentWidget()
    if around is not None:
        around.saved.emit(StatusText(f"Tersimpan di {target}", Tone.SELESAI))
