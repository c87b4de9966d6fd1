"""Where a copy of the office is written to: the question, the same wherever a copy is offered."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kinerja_desktop.services import backup, backup_copies
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.backup.rows import size_told
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.work.place_dialog import PlaceDialog, Tempat

_WHERE = Tempat(
    "Cadangkan ke USB",
    "Cadangkan ke mana?",
    "Salinan dikunci, ditulis, dibaca ulang dari sana, dan diuji. Cadangan yang lama tetap ada.",
    "Cadangkan",
    Icon.CADANGAN,
)


def ask_place(parent: QWidget, ctx: Context) -> Path | None:
    """The place that was chosen, None where it was given up."""
    question = replace(_WHERE, sentence=f"{_WHERE.sentence} {size_told(backup.size_of(ctx))}")
    dialog = PlaceDialog(parent, question, backup_copies.removable_places)
    chosen = dialog.place() if dialog.exec() else None
    dialog.deleteLater()
    return chosen
