"""The one place that asks and tells: confirmation, fault, reason. Sentences come from `kinerja_desktop.messages`.

`Konfirmasi` is only for what cannot be undone; everything else happens at once and offers «Urungkan» or «Tarik».
Tests that need an answer replace these functions.
"""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.dialog import Check, Dialog
from kinerja_desktop.ui.widgets.fields import CounterTextEdit
from kinerja_desktop.ui.widgets.labels import Label


@dataclass(frozen=True, slots=True)
class Konfirmasi:
    """A question before what cannot be undone; ``act`` repeats the verb of the heading."""

    title: str
    heading: str
    sentence: str
    act: str
    kind: ButtonKind = ButtonKind.PRIMARY
    icon: Icon | None = None


@dataclass(frozen=True, slots=True)
class Galat:
    """A fault: what happened, what is safe, what to do; the code and the details for whoever helps.

    ``rincian`` may be sent away: no figure and no name stands in it.
    """

    heading: str
    sentence: str
    kode: str = ""
    rincian: str = ""
    retry: str = ""
    """Words of the act that tries again («Coba Lagi»); empty when trying again is no help."""


@dataclass(frozen=True, slots=True)
class Alasan:
    """A question for a reason of at least so many letters."""

    title: str
    heading: str
    sentence: str
    act: str
    about: str = ""
    label: str = "Alasan"
    least: int = 15
    limit: int = 2000
    kind: ButtonKind = ButtonKind.PRIMARY
    icon: Icon | None = None
    text: str = ""
    """What was written before."""


class Answer(Enum):
    """What a person chose when told of a fault."""

    CLOSED = auto()
    RETRY = auto()


COPIED = "Rincian sudah disalin. Tempelkan pada pesan kepada pembantu teknis."


def confirm(parent: QWidget, question: Konfirmasi) -> bool:
    """Ask, and answer True only for the act itself."""
    dialog = Dialog(parent, question.title, question.heading, sentence=question.sentence)
    dialog.add_act(question.act, question.kind, question.icon)
    return _answered(dialog)


def tell_fault(parent: QWidget, fault: Galat) -> Answer:
    """Tell a fault; «Salin rincian» puts code and details on the clipboard."""
    dialog = fault_dialog(parent, fault)
    return Answer.RETRY if _answered(dialog) else Answer.CLOSED


def fault_dialog(parent: QWidget | None, fault: Galat) -> Dialog:
    """The dialog of a fault; without a parent before there is a window."""
    dialog = Dialog(parent, fault.heading, fault.heading, sentence=fault.sentence)
    dialog.cancel.setText("Tutup")
    if fault.kode:
        dialog.body.addWidget(Label(f"Kode {fault.kode}.", ink=Ink.TEXT_2))
    if fault.rincian:
        copy = Button("Salin rincian", ButtonKind.LINK, Icon.SALIN, act=True)
        copy.clicked.connect(lambda: _copy_details(dialog, fault))
        dialog.add_plain(copy)
    if fault.retry:
        dialog.add_act(fault.retry)
    return dialog


def _copy_details(dialog: Dialog, fault: Galat) -> None:
    QGuiApplication.clipboard().setText(_details(fault))
    dialog.show_done(COPIED)


def ask_reason(parent: QWidget, question: Alasan, check: Check | None = None) -> str | None:
    """Ask for a reason; None when Batal. ``check`` may do the act and keep the dialog open with a sentence."""
    dialog = ReasonDialog(parent, question)
    if check is not None:
        dialog.set_check(check)
    return dialog.reason() if _answered(dialog) else None


class ReasonDialog(Dialog):
    """A dialog with one compulsory text; the act is enabled once the text is long enough."""

    def __init__(self, parent: QWidget, question: Alasan) -> None:
        super().__init__(parent, question.title, question.heading, about=question.about, sentence=question.sentence)
        hint = f"wajib, paling sedikit {question.least} huruf" if question.least else "boleh kosong"
        self.text = CounterTextEdit(
            question.label, limit=question.limit, least=question.least, hint=hint, rows=3, most=6
        )
        self.text.set_text(question.text)
        self.body.addWidget(self.text)
        self.act = self.add_act(question.act, question.kind, question.icon)
        self.text.field.textChanged.connect(self._judge)
        self._judge()
        self.text.setFocus()

    def reason(self) -> str:
        return self.text.text().strip()

    def _judge(self) -> None:
        fault = self.text.fault()
        allow(self.act, f"{self.text.field.accessibleName()}: {fault}" if fault else "")


def _answered(dialog: Dialog) -> bool:
    """Wait for the answer; the window does not keep the dialog after it."""
    accepted = bool(dialog.exec())
    dialog.deleteLater()
    return accepted


def _details(fault: Galat) -> str:
    """Without the sentence, which may name people and places."""
    return "\n".join(filter(None, (fault.heading, f"Kode {fault.kode}" if fault.kode else "", fault.rincian)))
