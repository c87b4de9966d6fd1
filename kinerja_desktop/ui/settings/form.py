"""The form of Pengaturan: a row for each declared setting, in its group; a filter shows the rows that fit.

A row knows what is stored and what is typed, so that only changes are saved and nothing typed is lost when the page
is read again.
"""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kinerja_desktop.services.settings import SettingView
from kinerja_desktop.services.settings_declared import Kelompok, Setelan
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.settings.inputs import INPUTS
from kinerja_desktop.ui.theme import Ink, Space, TextStyle
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.field_fault import FieldFault
from kinerja_desktop.ui.widgets.labels import Label, Rule
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.showing import set_shown

_LABEL, _LABEL_NARROW, _FIELD = 270, 230, 380


class SettingRow(QWidget):
    """Label, input, default, and what the choice changes; the sentence of a fault below."""

    edited = Signal()

    def __init__(self, view: SettingView, help_text: str) -> None:
        super().__init__()
        self.setelan = view.setelan
        self._input = INPUTS[self.setelan.ragam](self.setelan)
        self.widget = self._input.widget
        self.widget.setAccessibleName(self.setelan.label)
        about = _help_of(self.setelan, help_text)
        self.widget.setAccessibleDescription(". ".join(filter(None, (self.setelan.satuan, about))))
        self.widget.setObjectName(self.setelan.kunci)
        self._fault = FieldFault(self.widget)
        self._label = Label(self.setelan.label, TextStyle.BODY_500, wrap=True, buddy=self.widget)
        self._help = Label(about, ink=Ink.TEXT_2, wrap=True)
        self._stored: str | None = None
        self._lay_out()
        self.take(view)
        self._input.edited.connect(lambda *_: self.edited.emit())

    def _lay_out(self) -> None:
        unit = Label(self.setelan.satuan, ink=Ink.TEXT_2)
        field = holder(row(self.widget, unit, None, space=Space.CONTROLS))
        field.setFixedWidth(theme.px(_FIELD))
        for label in (self._label, self._help):
            label.setContentsMargins(0, theme.px(7), 0, 0)
        line = row(self._label, field, self._help, space=16)
        line.setStretch(2, 1)
        for part in (self._label, field, self._help):
            line.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(line, self._fault))
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        label = theme.px(_LABEL_NARROW if narrow else _LABEL)
        self._label.setFixedWidth(label)
        self._fault.setContentsMargins(label + theme.px(16), theme.px(2), 0, 0)

    def take(self, view: SettingView) -> None:
        """Show what is stored; what was typed and not saved stays."""
        kept = self._stored is not None and self.is_changed()
        self._stored = view.teks
        if not kept and self.is_changed():  # a field in which somebody types keeps its place
            self.reset()

    def reset(self) -> None:
        """Back to what is stored."""
        self._input.set_text(self._stored or "")
        self.set_fault("")

    def text(self) -> str:
        return self._input.text()

    def is_changed(self) -> bool:
        return self._input.text() != self._stored

    def set_fault(self, sentence: str) -> None:
        self._fault.set_text(sentence)

    def fits(self, needle: str) -> bool:
        """Whether a filter of lower case finds this row."""
        words = (self.setelan.label, self.setelan.bantuan, *(label for _, label in self.setelan.pilihan))
        return needle in " ".join(words).casefold()


def _help_of(setelan: Setelan, help_text: str) -> str:
    """The default, where there is one, and what the choice changes."""
    shown = dict(setelan.pilihan).get(setelan.bawaan, setelan.bawaan)
    return f"bawaan: {shown} {setelan.satuan}".rstrip() + f" · {help_text}" if shown else help_text


class SettingForm(ScrollArea):
    """``edited`` tells that a person changed something."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__(sideways=False)
        self.rows: dict[str, SettingRow] = {}
        self._heads: dict[Kelompok, QWidget] = {}
        self._list: QVBoxLayout = column(space=Space.CARDS, edge=Space.PAGE)
        self.setWidget(Card(self._list))

    def set_rows(self, views: Iterable[SettingView], notes: Mapping[str, str]) -> None:
        """Make the rows at the first call, later only take what is stored; ``notes`` replace the help of a key."""
        for view in views:
            known = self.rows.get(view.setelan.kunci)
            if known is not None:
                known.take(view)
            else:
                self._add(view, notes.get(view.setelan.kunci, view.setelan.bantuan))
        if self._list.stretch(self._list.count() - 1) == 0:
            self._list.addStretch(1)

    def _add(self, view: SettingView, help_text: str) -> None:
        group = view.setelan.kelompok
        if group not in self._heads:
            head = QWidget()
            head.setLayout(column(4, Label(group.value, TextStyle.CARD_TITLE), 4, Rule()))
            self._heads[group] = head
            self._list.addWidget(head)
        made = self.rows[view.setelan.kunci] = SettingRow(view, help_text)
        made.edited.connect(self.edited)
        self._list.addWidget(made)

    def show_group(self, group: Kelompok) -> None:
        """Show one group."""
        self._show([found for found in self.rows.values() if found.setelan.kelompok is group])

    def show_found(self, needle: str) -> int:
        """Show what a filter finds in all groups, and how many that are."""
        found = [one for one in self.rows.values() if one.fits(needle.casefold())]
        self._show(found)
        return len(found)

    def _show(self, shown: list[SettingRow]) -> None:
        for one in self.rows.values():
            set_shown(one, shown=one in shown)
        for group, head in self._heads.items():
            set_shown(head, shown=any(one.setelan.kelompok is group for one in shown))
        self.verticalScrollBar().setValue(0)

    def changed_texts(self) -> dict[str, str]:
        """What was typed and is not stored, by key."""
        return {kunci: one.text() for kunci, one in self.rows.items() if one.is_changed()}

    def set_narrow(self, *, narrow: bool) -> None:
        for one in self.rows.values():
            one.set_narrow(narrow=narrow)
