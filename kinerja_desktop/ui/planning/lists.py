"""A list of a plan that is typed or pasted from Excel: a table, its acts, and why it could not be kept.

What is typed and not kept yet can be taken out as a ``Ketikan`` and shown again over rows that changed meanwhile.

What a list holds is data (``ListSpec``): columns, how a row is shown as texts and read back. To add a list: its spec in
``list_specs``, its segment and its save in ``tab``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import AngkaSalah, FieldsRefused
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, Tone
from kinerja_desktop.ui.widgets.allowing import UNCHANGED, allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.edit_table import EditColumn, EditTable, Rows
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.paste import listed, short

Row = TypeVar("Row")
Texts = tuple[str, ...]
_AGAIN = "Isian yang belum disimpan ditampilkan lagi. Periksa, lalu simpan."
_CHANGED = "Data yang tersimpan berubah sejak isian ini diketik."


@dataclass(frozen=True, slots=True)
class ListSpec(Generic[Row]):
    """One list. ``read`` gets the typed texts and the row that stood there before, None for a new one.

    ``typed`` are the columns that a person fills; a row without a word in them is left out. The first ``naming``
    columns tell rows apart. Rows that are ``given`` are neither added nor taken away, and none is left out.
    """

    key: str
    name: str
    columns: tuple[EditColumn, ...]
    texts: Callable[[Row], tuple[str, ...]]
    read: Callable[[Sequence[str], Row | None], Row]
    empty: str
    hint: str
    typed: tuple[int, ...]
    given: bool = False
    naming: int = 1


@dataclass(frozen=True, slots=True)
class Ketikan:
    """What was typed: the stored rows that it began with, and every row with the place of the one that it was."""

    dasar: tuple[Texts, ...]
    baris: Rows


class ListView(QWidget, Generic[Row]):
    """``save_asked``: the person wants the rows kept; `rows` reads them. ``moved``: another row is current.

    ``typed``: something was changed that is not kept yet. ``drop_asked``: it is to be given up.
    """

    save_asked = Signal()
    drop_asked = Signal()
    typed = Signal()
    moved = Signal()

    def __init__(self, spec: ListSpec[Row], *extra: QWidget) -> None:
        super().__init__()
        self.spec = spec
        self._known: Sequence[Row] = ()
        self._stored: tuple[Texts, ...] = ()
        self._dirty = False
        self.table = EditTable(spec.name, spec.columns, grows=not spec.given)
        self.table.setObjectName(spec.key)
        self._fault, self._again, self._hint = Strip(), Strip(), Label(ink=Ink.TEXT_2, wrap=True)
        self._again.setObjectName(f"dipulihkan_{spec.key}")
        self._fault.setObjectName(f"salah_{spec.key}")
        self._add, self._remove = Button("Tambah Baris", icon=Icon.TAMBAH), Button("Hapus Baris", icon=Icon.KURANG)
        self._save = Button(f"Simpan {spec.name}", ButtonKind.PRIMARY, act=True)
        self._of_rows = (self._add, self._remove)
        self._writable = (*extra, self._save)
        for name, part in (("tambah", self._add), ("hapus", self._remove), ("simpan", self._save)):
            part.setObjectName(f"{name}_{spec.key}")
        beside: tuple[QWidget | int | None, ...] = (None,) if extra else (8, self._hint)
        foot = row(self._add, self._remove, *extra, *beside, self._save)
        foot.setStretchFactor(self._hint, 1)
        above: tuple[QWidget | int, ...] = (self._hint, 8) if extra else ()
        rows = column(self._again, self.table.filter_line, self.table, self.table.tools.order_line, space=8)
        rows.setStretch(2, 1)
        whole = column(rows, 8, self._fault, 8, *above, foot)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.table)
        self.table.edited.connect(self._told)
        self._again.linked.connect(self.drop_asked)
        self.table.left_out.connect(self._tell_left_out)
        self.table.currentCellChanged.connect(lambda *_: self.moved.emit())
        self._add.clicked.connect(self.table.add_row)
        self._remove.clicked.connect(self.table.remove_row)
        self._save.clicked.connect(self.save_asked)

    def show_rows(self, rows: Sequence[Row], *, writable: bool, draft: Ketikan | None = None) -> None:
        """Show the stored rows; what is typed and not yet kept, here or as ``draft`` before, stays over them."""
        stored = tuple(self.spec.texts(r) for r in rows)
        if self._dirty and stored == self._stored:
            self._known = tuple(rows)
            return
        typed = self.ketikan() if self._dirty else draft
        self._known, self._stored = tuple(rows), stored
        self.table.set_texts(stored, writable=writable)
        for part in self._writable:
            set_shown(part, shown=writable)
        for part in self._of_rows:
            set_shown(part, shown=writable and not self.spec.given)
        self._hint.setText(self.spec.hint if rows else self.spec.empty)
        self._note(dirty=False)
        self._again.set_spec(None)
        if typed is not None and writable:
            self._show_again(typed)

    def _show_again(self, typed: Ketikan) -> None:
        baris = self._over_stored(typed)
        if tuple(texts for _, texts in baris) == self._stored:
            return
        self.table.retype(baris)
        self._note(dirty=True)
        same = typed.dasar == self._stored
        text = _AGAIN if same else f"{_AGAIN} {_CHANGED}"
        self._again.set_spec(StripSpec(Tone.BERJALAN if same else Tone.PERHATIAN, Icon.INFO, text, "Buang isian"))

    def _over_stored(self, typed: Ketikan) -> Rows:
        """What a person changed, laid over the rows that are stored now; what was stored since comes along."""
        if typed.dasar == self._stored:
            return typed.baris
        places = {self._key(texts): n for n, texts in enumerate(self._stored)}
        gone = {texts for texts in typed.dasar if self._key(texts) not in places}
        left = (row for row in typed.baris if row[0] is None or row[1] not in gone)
        rows = [self._over_row(typed.dasar, places, n, texts) for n, texts in left]
        if self.spec.given:
            mine = dict(rows)
            return tuple((n, mine.get(n, texts)) for n, texts in enumerate(self._stored))
        known = {self._key(texts) for texts in typed.dasar}
        since = ((n, texts) for n, texts in enumerate(self._stored) if self._key(texts) not in known)
        return (*rows, *since)

    def _over_row(
        self, dasar: Sequence[Texts], places: Mapping[Texts, int], origin: int | None, texts: Texts
    ) -> tuple[int | None, Texts]:
        """A row with its place among the stored ones; a cell that was left alone shows what is stored there now."""
        at = None if origin is None else places.get(self._key(dasar[origin]))
        if origin is None or at is None:
            return None, texts
        cells = zip(dasar[origin], texts, self._stored[at], strict=True)
        return at, tuple(now if mine == before else mine for before, mine, now in cells)

    def _key(self, texts: Texts) -> Texts:
        return texts[: self.spec.naming]

    def ketikan(self) -> Ketikan:
        """What is typed now."""
        return Ketikan(self._stored, self.table.rows())

    def is_dirty(self) -> bool:
        """Whether something typed is not kept yet."""
        return self._dirty

    def let_go(self) -> None:
        """What is typed was kept or is given up: the next `show_rows` may replace it."""
        self._dirty = False
        self._again.set_spec(None)

    def _told(self) -> None:
        self._note(dirty=True)
        self.typed.emit()

    def rows(self) -> tuple[Row, ...]:
        """The rows as typed; those without a word are left out. Raises AngkaSalah, FieldsRefused."""
        return tuple(row for _, row in self.changes())

    def changes(self) -> tuple[tuple[Row | None, Row], ...]:
        """Every row as typed beside the one that it was. Raises AngkaSalah, FieldsRefused."""
        found = zip(self.table.origins(), self.table.texts(), strict=True)
        before = ((None if n is None else self._known[n], texts) for n, texts in found)
        filled = ((old, t) for old, t in before if self.spec.given or any(t[n] for n in self.spec.typed))
        return tuple((old, self.spec.read(t, old)) for old, t in filled)

    def choose(self, key: str) -> None:
        """Make the row current whose first text this is."""
        found = next((n for n, texts in enumerate(self.table.texts()) if texts[0] == key), None)
        if found is not None:
            if self.table.isRowHidden(found):
                self.table.filter_line.field.clear()
            self.table.setCurrentCell(found, 0)
        self.table.setFocus()

    def keep(self, save: Callable[[], object]) -> bool:
        """Save, or say below the table why the rows cannot be kept."""
        try:
            save()
        except AngkaSalah as wrong:
            named = f"{self._go_to(wrong.teks)}«{short(wrong.teks)}»"
            self.show_fault(f"{named} belum dapat disimpan. {messages.sentence(wrong)}")
            return False
        except FieldsRefused as wrong:
            self.show_fault(messages.sentence(wrong))
            return False
        self.let_go()
        return True

    def _go_to(self, teks: str) -> str:
        """Make the first cell current where this was typed, and say where it is."""
        for at, texts in enumerate(self.table.texts()):
            for place in self.spec.typed:
                if texts[place] == teks:
                    self.table.setCurrentCell(at, place)
                    return f"Baris {at + 1}, kolom {self.spec.columns[place].head}: "
        return ""

    def _tell_left_out(self, texts: Sequence[str]) -> None:
        named = listed(f"«{short(text)}»" for text in texts)
        why = "Tempatnya terkunci, di luar tabel, atau bukan salah satu pilihan."
        self.show_fault(f"{len(texts)} isian tidak ditempel: {named}. {why}")

    def _note(self, *, dirty: bool) -> None:
        self._dirty = dirty
        allow(self._save, "" if dirty else UNCHANGED)
        self.show_fault("")

    def show_fault(self, sentence: str) -> None:
        """Why the rows were not kept."""
        self._fault.set_spec(StripSpec(Tone.SALAH, Icon.SALAH, sentence) if sentence else None)
