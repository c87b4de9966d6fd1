"""The sheet of figures while somebody fills it: rows, content, what it adds up to, undo, what is still to be saved.

No Qt and no office: whoever shows it asks here after every change. Figures are judged by `domain.lembar` alone.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from kinerja_desktop.domain.baris import BarisLembar, KelompokLembar
from kinerja_desktop.domain.lembar import Hitungan, Sel, count, evaluate, isikan, with_quotient
from kinerja_desktop.domain.realisasi import Catatan, Isi, IsiIndikator

LOCKED = "Isian ini tidak dapat diubah sekarang."
Rows = tuple[IsiIndikator, ...]
Typed = Mapping[str, str]
"""Texts of one row by field, as `domain.lembar` names them."""
_AS_STORED: Mapping[str, Typed] = {}


@dataclass(frozen=True, slots=True)
class Step:
    """One change that can be taken back: the same rows before and after it.

    ``run`` names a run of changes that is taken back as one, as the words typed into the fields of one row.
    """

    before: Rows
    after: Rows
    run: str = ""


@dataclass(slots=True)
class Unsaved:
    """What was changed since the last save. ``teks`` is the text of the whole (uraian), None where unchanged."""

    rows: dict[str, IsiIndikator] = field(default_factory=dict)
    perbaikan: tuple[str, ...] | None = None
    teks: str | None = None

    def __bool__(self) -> bool:
        return bool(self.rows) or self.perbaikan is not None or self.teks is not None


@dataclass(frozen=True, slots=True)
class History:
    """Changes of a sheet of these rows, the newest last."""

    kelompok: tuple[KelompokLembar, ...]
    done: tuple[Step, ...]
    undone: tuple[Step, ...]


def _typed(baris: BarisLembar, isi: IsiIndikator, typed: Typed) -> IsiIndikator:
    for medan, teks in typed.items():
        isi = isikan(baris, isi, medan, teks)
    return isi


class Sheet:
    """Content of one berkas on the screen. Keys are kode."""

    def __init__(self) -> None:
        self.kelompok: tuple[KelompokLembar, ...] = ()
        self.baris: dict[str, BarisLembar] = {}
        self.isi = Isi(())
        self.sel: dict[str, Sel] = {}
        self.umum: tuple[Catatan, ...] = ()
        self.unsaved = Unsaved()
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._open: IsiIndikator | None = None
        """The row of the cell that is being typed into, as it was before."""

    def show(
        self,
        kelompok: Sequence[KelompokLembar],
        isi: Isi,
        umum: Iterable[Catatan] = (),
        sel: Mapping[str, Sel] = MappingProxyType({}),
    ) -> None:
        """Begin with what is stored; what is not saved yet stays on top of it, and can still be taken back.

        ``sel`` is the judgement of the stored content, where the service made one; it stands for unchanged rows.
        """
        same = tuple(kelompok) == self.kelompok
        self.kelompok = tuple(kelompok)
        self.baris = {row.kode: row for group in self.kelompok for row in group.baris}
        self.umum = tuple(umum)
        stored = self._with_unsaved(isi)
        self.isi = stored.with_rows(with_quotient(self.baris[one.kode], one) for one in self._known(stored))
        judged = {kode: one for kode, one in sel.items() if self.isi.of(kode) == isi.of(kode)}
        self.sel = {kode: judged.get(kode) or evaluate(row, self.isi.of(kode)) for kode, row in self.baris.items()}
        if not same:
            self._done, self._undone = [], []

    def _known(self, isi: Isi) -> Rows:
        return tuple(one for one in isi.indikator if one.kode in self.baris)

    def _with_unsaved(self, isi: Isi) -> Isi:
        kept = isi.with_rows(self.unsaved.rows[kode] for kode in self.unsaved.rows if kode in self.baris)
        if self.unsaved.perbaikan is not None:
            kept = replace(kept, perbaikan=self.unsaved.perbaikan)
        return replace(kept, uraian=self.unsaved.teks) if self.unsaved.teks is not None else kept

    def history(self) -> History:
        """What can be undone and made again."""
        return History(self.kelompok, tuple(self._done), tuple(self._undone))

    def go_on(self, history: History) -> None:
        """Go on undoing from there, if it was told of the same rows."""
        if history.kelompok == self.kelompok:
            self._done, self._undone = list(history.done), list(history.undone)

    # --- changing --------------------------------------------------------------------------------

    def type(self, texts: Mapping[str, Typed]) -> None:
        """Take typed or pasted texts by kode, all of them one step; a text that is no figure stays as typed."""
        self.give_up_typing()
        self._put(self.with_texts(texts), "", texts)

    def with_texts(self, texts: Mapping[str, Typed]) -> Rows:
        """Rows as they would be with these texts in their fields."""
        known = {isi.kode: isi for isi in self.isi.indikator}
        rows = ((self.baris[kode], known.get(kode, IsiIndikator(kode)), typed) for kode, typed in texts.items())
        return tuple(_typed(*row) for row in rows)

    def type_along(self, kode: str, medan: str, teks: str) -> None:
        """Keep a text while it is typed, so that a power cut costs no keystroke; it is no step yet."""
        if self._open is None:
            self._open = self.isi.of(kode)
        self._apply((isikan(self.baris[kode], self.isi.of(kode), medan, teks),))

    def give_up_typing(self) -> str:
        """The open cell is as it was before; its kode, empty where none was open."""
        before, self._open = self._open, None
        if before is None:
            return ""
        self._apply((before,))
        return before.kode

    def put(self, rows: Rows, run: str = "") -> None:
        """Put whole contents of rows, as one step that can be taken back, or as part of the run before."""
        self._put(rows, run, {})

    def _put(self, rows: Rows, run: str, typed: Mapping[str, Typed]) -> None:
        known = {isi.kode: isi for isi in self.isi.indikator}
        before = tuple(known.get(row.kode, IsiIndikator(row.kode)) for row in rows)
        if before == rows:
            self._judge(rows, typed)
            return
        if run and self._done and self._done[-1].run == run:
            before = self._done.pop().before
        self._done.append(Step(before, rows, run))
        self._undone.clear()
        self._apply(rows, typed)

    def tick_whole(self, perbaikan: Iterable[str]) -> None:
        """Ticks on the notes to the whole (ids)."""
        self.unsaved.perbaikan = tuple(perbaikan)
        self.isi = replace(self.isi, perbaikan=self.unsaved.perbaikan)

    def write_whole(self, teks: str) -> None:
        """The paragraphs of the whole."""
        self.unsaved.teks = teks
        self.isi = replace(self.isi, uraian=teks)

    def undo(self) -> Rows:
        """Take the last step back; the rows as they are again, none where there is nothing to take back."""
        return self._move(self._done, self._undone, lambda step: step.before)

    def redo(self) -> Rows:
        return self._move(self._undone, self._done, lambda step: step.after)

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    def why_no_undo(self, *, editable: bool) -> str:
        """Why the last step cannot be taken back now; empty where it can."""
        if not editable:
            return LOCKED
        return "" if self.can_undo else "Belum ada yang dapat diurungkan."

    def why_no_redo(self, *, editable: bool) -> str:
        """Why nothing can be made again now; empty where something can."""
        if not editable:
            return LOCKED
        return "" if self.can_redo else "Belum ada yang diurungkan."

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def _move(self, source: list[Step], target: list[Step], rows_of: Callable[[Step], Rows]) -> Rows:
        if not source:
            return ()
        step = source.pop()
        target.append(step)
        rows = rows_of(step)
        self._apply(rows)
        return rows

    def _apply(self, rows: Rows, typed: Mapping[str, Typed] = _AS_STORED) -> None:
        self.isi = self.isi.with_rows(rows)
        self.unsaved.rows.update((row.kode, row) for row in rows)
        self._judge(rows, typed)

    def _judge(self, rows: Rows, typed: Mapping[str, Typed]) -> None:
        """What the rows show; texts that were just typed are echoed where they could be read two ways."""
        for row in rows:
            self.sel[row.kode] = evaluate(self.baris[row.kode], row, typed.get(row.kode, {}))

    # --- saving ----------------------------------------------------------------------------------

    def take_unsaved(self) -> Unsaved:
        """Hand over what is to be saved; give it back with `give_back` if that fails."""
        taken, self.unsaved = self.unsaved, Unsaved()
        return taken

    def give_back(self, taken: Unsaved) -> None:
        """What could not be saved waits again, under what was changed since."""
        now = self.unsaved
        self.unsaved = Unsaved(
            taken.rows | now.rows,
            taken.perbaikan if now.perbaikan is None else now.perbaikan,
            taken.teks if now.teks is None else now.teks,
        )

    # --- summing up ------------------------------------------------------------------------------

    def hitungan(self) -> Hitungan:
        """Counters of the footer."""
        return count(self.sel, catatan_umum=len(self.open_general()))

    def open_general(self) -> tuple[Catatan, ...]:
        """Notes to the whole that are not ticked."""
        return tuple(note for note in self.umum if note.id not in self.isi.perbaikan)
