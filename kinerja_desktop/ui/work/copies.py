"""Handing out a filed paper: printed or saved as PDF, its bytes are those of the archive and noted as the next copy.

Every screen that prints papers goes through here; a draft is handed out by the same functions with no ``paper_id``.
"""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services import archive
from kinerja_desktop.services.printing import save_file
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.work.page import WorkPage


def print_copy(page: WorkPage, pdf: bytes, name: str, paper_id: str | None, *, over: QWidget | None = None) -> None:
    """Ask for a printer and print; ``over`` is the window that asks, where that is not the page."""
    from kinerja_desktop.ui.printer import print_pdf  # QtPdf comes with the first paper

    if pdf and print_pdf(over or page, pdf, name) and paper_id is not None:
        _note(page, paper_id, "dicetak")


def save_copy(page: WorkPage, pdf: bytes, target: Path, paper_id: str | None) -> None:
    """Write the PDF where somebody chose; a refusal is told."""
    try:
        save_file(target, pdf)
    except KinerjaError as error:
        page.refuse(error)
        return
    tell_saved(page, target, paper_id)


def tell_saved(page: WorkPage, target: Path, paper_id: str | None) -> None:
    """Say where a file lies that was written; of a filed paper also which copy it is."""
    if paper_id is None:
        page.saved.emit(StatusText(f"Tersimpan di {target}", Tone.SELESAI))
    else:
        _note(page, paper_id, f"tersimpan di {target}")


def _note(page: WorkPage, paper_id: str, done: str) -> None:
    """Note one more copy in the history and say its number."""
    try:
        number = archive.note_copy(page.ctx(), paper_id)
    except KinerjaError as error:
        page.refuse(error)
        return
    page.saved.emit(StatusText(f"Salinan ke-{number} {done}", Tone.SELESAI))
