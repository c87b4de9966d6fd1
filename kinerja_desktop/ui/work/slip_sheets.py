"""«Cetak Dua per Kertas…»: several Lembar Disposisi are chosen, looked at two on a sheet, and printed together.

Each stays a paper of its own, and each copy is noted with its own paper.
"""

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services import archive, slip_sheets
from kinerja_desktop.services.changes import Change
from kinerja_desktop.services.slip_sheets import PilihanLembar
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.runner import Report
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, holder
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.tick import Tick
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.paper_dialog import PaperDialog

_TITLE = "Cetak Dua per Kertas"
_SENTENCE = (
    "Dua Lembar Disposisi dicetak pada satu kertas F4, dengan garis potong. Yang belum bernomor diberi nomor dan masuk "
    "Arsip."
)
_MOST, _LINE = 240, 30

Filed = Callable[[Sequence[str]], Sequence[str]]
"""Files the slips that were not yet, by their ids; gives the ids of all."""


def sheets_button(kind: ButtonKind = ButtonKind.SECONDARY) -> Button:
    """The button that asks which slips are printed together."""
    button = Button(f"{_TITLE}…", kind, Icon.CETAK if kind is not ButtonKind.LINK else None)
    button.setObjectName("cetak_dua")
    return button


def print_slips(page: WorkPage, slips: Sequence[PilihanLembar], ticked: Collection[str]) -> None:
    """Ask which of these are printed; what has no number yet gets one."""
    ctx, by_id = page.ctx(), {slip.id: slip for slip in slips}
    told = {slip.id: f"{slip.seksi} · langkah {slip.langkah} · {slip.nomor or 'belum bernomor'}" for slip in slips}
    _ask(page, told, ticked, lambda ids: slip_sheets.file_slips(ctx, [by_id[one] for one in ids]))


def print_filed(page: WorkPage, told: Mapping[str, str], ticked: Collection[str]) -> None:
    """The same for papers of the archive, by their ids and how each is called."""
    _ask(page, told, ticked, list)


def _ask(page: WorkPage, told: Mapping[str, str], ticked: Collection[str], file: Filed) -> None:
    dialog = SlipChoiceDialog(page, told, ticked)
    chosen = dialog.chosen() if dialog.exec() else ()
    dialog.deleteLater()
    if not chosen:
        return
    ctx = page.ctx()

    def job(_: Report) -> tuple[Sequence[str], bytes]:
        ids = file(chosen)
        return ids, slip_sheets.sheets(ctx, ids)

    def show(made: tuple[Sequence[str], bytes]) -> None:
        page.changed.emit(frozenset({Change.PAPER}))
        sheets = SheetsDialog(page, *made)
        sheets.exec()
        sheets.deleteLater()

    page.run_job("Menyiapkan Lembar Disposisi…", job, show, writes=True)


class SlipChoiceDialog(Dialog):
    """`chosen` gives the ids that are ticked, in the order shown."""

    def __init__(self, parent: QWidget, told: Mapping[str, str], ticked: Collection[str]) -> None:
        super().__init__(parent, _TITLE, "Lembar mana yang dicetak bersama?", sentence=_SENTENCE)
        self._boxes = {key: self._box(key, words, ticked) for key, words in told.items()}
        self.add_giving(ScrollArea(holder(column(*self._boxes.values(), None))), min(_MOST, len(told) * _LINE))
        self.act = self.add_act(_TITLE, icon=Icon.CETAK)
        self.act.setObjectName("lihat_kertas")
        self._count()

    def _box(self, key: str, words: str, ticked: Collection[str]) -> Tick:
        made = Tick(words)
        made.setObjectName(f"lembar_{key}")
        made.setChecked(key in ticked)
        made.toggled.connect(lambda _: self._count())
        return made

    def chosen(self) -> tuple[str, ...]:
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def _count(self) -> None:
        count = len(self.chosen())
        self.act.setText(f"Lihat {count} Lembar" if count else "Lihat Lembar")
        allow(self.act, "" if count else "Pilih lembar yang dicetak.")


class SheetsDialog(PaperDialog):
    """The sheets as they will be printed or saved; each of their papers is then the next copy of its own."""

    def __init__(self, page: WorkPage, paper_ids: Sequence[str], pdf: bytes) -> None:
        super().__init__(page, _TITLE, pdf, "lembar-disposisi.pdf")
        self._page, self._ids = page, paper_ids

    def kept(self) -> None:
        try:
            for one in self._ids:
                archive.note_copy(self._page.ctx(), one)
        except KinerjaError as refused:
            self.show_fault(messages.sentence(refused))
        else:
            self.show_done(f"{len(self._ids)} salinan dicatat, satu untuk setiap lembar.")
