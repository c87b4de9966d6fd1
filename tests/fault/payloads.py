"""Texts that somebody types to do harm, or pastes without knowing: SQL, formulas, markup, signs that show nothing.

Nothing is listed by hand: while the acts of ``office`` are done, every call of a use case is looked through for texts,
however deep in its arguments, and another is put in its place. A use case refuses it in a sentence, or takes it
literally: the whole check stays clean, it stands in the database as it was given (its letters composed), and papers and
workbooks are made of it as words.
"""

import importlib
import json
import pkgutil
import random
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache, wraps
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from kinerja_desktop import services
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.huruf import composed
from kinerja_desktop.domain.teks_sel import looks_like_formula
from kinerja_desktop.services import integrity, quarterly, workbook_export
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.printing import Format
from tests.fault.kills import Moment, moments
from tests.fault.office import opened
from tests.fault.rows import Faults, Row, Tell, child, scratch, timed
from tests.office import RAHMA, TW2, Kantor

_SQL = ("'", '"', "';--", "' OR '1'='1", "'); DELETE FROM cases; --", '"; DROP TABLE journal; --', "%", "_", ":a", "?1")
_SQL_ENDS = ("", " UNION SELECT sandi_hash FROM accounts", "; PRAGMA writable_schema=1", "/*", "\\")
_SIGNS = ("+", "-", "@", "\t=", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""Signs besides "=" with which a spreadsheet may take words for a formula; the library does so for "=" alone."""
_FORMULAS = ("1+1", "cmd|'/c calc'!A0", 'HYPERLINK("http://example.invalid";"klik")', "SUM(A1:A9)*0")
_TAGS = ("img", "font", "para", "a", "b", "br", "seq", "script", "onDraw", "index")
_MARKUP = (
    "<{0}>",
    "</{0}>",
    '<{0} src="file:///etc/passwd" color="[open(1)]"/>',
    "&lt;{0}&gt; &amp; &#65;",
    "<!--{0}-->",
)
_UNSEEN = (*range(32), 127, 0x85, 0xAD, 0x200B, *range(0x200E, 0x2010), *range(0x2028, 0x202F), *range(0x2066, 0x206A))
_OTHERS = (
    "{0} {x} %s %(x)s $x ${HOME} $(id) `id` {{7*7}}",
    "../../etc/passwd",
    "A" * 5000,
    "\ufeffx",
    "\ufffe",
    "x\U0001f44d",
)
_APART = ("Sitti Nu\u0304r", "Ra\u0300dio \u212bngstro\u0308m")
"""Letters that are kept otherwise than they were given: composed."""
FAMILIES: Sequence[Sequence[str]] = (
    [f"teks {start}{end}" for start in _SQL for end in _SQL_ENDS],
    [f"={rest}" for rest in _FORMULAS],
    [f"{sign}{rest}" for sign in _SIGNS for rest in _FORMULAS],
    [f"teks {form.format(tag)}" for tag in _TAGS for form in _MARKUP],
    [f"sebelum{chr(code)}sesudah" for code in _UNSEEN],
    _OTHERS,
    _APART,
)


def typed_texts(times: int, seed: int) -> Row:
    """About so many tries: every text of every use case that the acts call, with payloads of each family in turn."""

    def run() -> tuple[int, Iterable[str]]:
        chance, faults, done = random.Random(seed), Faults(), 0
        _rooms()
        texts, share = _dealt(chance), max(1, times // _TEXTS)
        with scratch() as work:
            for moment in moments(work):
                number, *broken = _in_child(work, moment, _Swap())
                faults += [f"{moment.act.nama}: {line}" for line in broken]
                for at in sorted([*range(int(number))] * share):
                    text = next(texts)
                    printed = looks_like_formula(text) or done % _PRINTED == 0
                    told = _in_child(work, moment, _Swap(at, text, printed=printed))
                    faults += [f"{moment.act.nama}, text {at}, {text[:60]!r}: {line}" for line in told[1:]]
                    done += 1
        return done, faults

    return timed("SQL, formulas, markup, unseen signs in every text of every use case", run)


_TEXTS = 177
"""About how many texts the acts give to use cases."""
_PRINTED = 4
"""Every how-manieth text is printed too, and every formula, which only a workbook can run."""


def _dealt(chance: random.Random) -> Iterator[str]:
    """A payload of each family in turn, without end."""
    families = [cycle(chance.sample(family, len(family))) for family in FAMILIES]
    return (next(family) for family in cycle(families))


class _Swap:
    """Puts a text in the place of the one with the number; counts them all where there is none."""

    def __init__(self, at: int = -1, text: str = "", *, printed: bool = False) -> None:
        self.at, self.text, self.printed = at, text, printed
        self.seen, self.busy = 0, False

    def around(self, service: Callable[..., object]) -> Callable[..., object]:
        """The use case with its texts looked through; those that it calls itself are let be."""

        @wraps(service)
        def looked_through(*given: object, **named: object) -> object:
            if self.busy:
                return service(*given, **named)
            before = self.seen
            given, named = self._swapped(given), self._swapped(named)
            self.busy = True
            try:
                done = service(*given, **named)
            finally:
                self.busy = False
            for refused in getattr(done, "gagal", ()):  # an order tells what it refused seksi by seksi
                raise refused.sebab
            if before <= self.at < self.seen:
                raise _Taken(service.__qualname__)
            return done

        return looked_through

    def _swapped(self, value: Any) -> Any:  # noqa: ANN401 - arguments of any kind
        if type(value) is str:
            self.seen += 1
            return self.text if self.seen - 1 == self.at else value
        if isinstance(value, Mapping):
            return {key: self._swapped(item) for key, item in value.items()}
        if type(value) in {tuple, list}:
            return type(value)(self._swapped(item) for item in value)
        if is_dataclass(value) and not isinstance(value, type | Context):
            held = {f.name: getattr(value, f.name) for f in fields(value) if f.init}
            changed = {name: self._swapped(item) for name, item in held.items()}
            return replace(value, **changed) if changed != held else value
        return value


class _Taken(Exception):
    """A use case took the text."""


def _in_child(work: Path, moment: Moment, swap: _Swap) -> list[str]:
    """How many texts the act gives, and what does not hold; the office itself stays as it was."""
    folder, told = work / "diketik", work / "temuan"
    shutil.copytree(moment.before, folder)

    def typed(_: Tell) -> None:
        kantor = opened(folder)
        before = _texts(kantor)
        with_all(swap.around)
        found = list(_judged(kantor, moment, swap, before, folder))
        told.write_text("\n".join([str(swap.seen), *found]), encoding="utf-8")

    code, _ = child(typed)
    shutil.rmtree(folder)
    return told.read_text(encoding="utf-8").split("\n") if code == 0 else ["0", f"broke down with {code}"]


def _judged(kantor: Kantor, moment: Moment, swap: _Swap, before: str, folder: Path) -> Iterator[str]:
    try:
        moment.act.do(kantor)
    except KinerjaError:
        pass
    except _Taken:
        after = _texts(kantor)
        if after != before and not _stands_in(after, swap.text):
            yield "stored as something else"
        if swap.printed:
            yield from _papers(kantor, folder)
    except Exception as raw:  # noqa: BLE001 - what nobody sorted is looked for
        yield f"not sorted: {raw!r}"
    yield from integrity.examine(kantor.office).menghentikan  # a digest that names no file is told, and stops nobody


@cache
def _rooms() -> list[dict[str, Any]]:
    """What every module of services holds; children find them loaded."""
    found = pkgutil.iter_modules(services.__path__)
    return [vars(importlib.import_module(f"{services.__name__}.{module.name}")) for module in found]


def with_all(around: Callable[[Callable[..., object]], Callable[..., object]]) -> None:
    """Put something around every use case of every module of services, in this process."""
    for names in _rooms():
        for name, thing in list(names.items()):
            if callable(thing) and "permits" in getattr(thing, "__dict__", ()):
                names[name] = around(thing)


def _texts(kantor: Kantor) -> str:
    """All cells of the database, and its schema."""
    with kantor.store.raw() as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = (row for name in (*names, "sqlite_master") for row in connection.execute(f'SELECT * FROM "{name}"'))
        return "\n".join(str(cell) for row in rows for cell in row)


def _stands_in(dump: str, text: str) -> bool:
    kept = composed(text)
    forms = (kept, json.dumps(kept, ensure_ascii=False)[1:-1])
    return any(form.strip() in dump for form in forms)


def _papers(kantor: Kantor, folder: Path) -> Iterator[str]:
    """The year's workbook, and the report in each format as far as it may be made now."""
    book = folder.parent / "diketik.xlsx"
    workbook_export.export_workbook(kantor.ctx(RAHMA), book)
    yield from _formulas(book.read_bytes())
    for kind in Format:
        try:
            made = quarterly.export(kantor.ctx(RAHMA), TW2, kind)
        except KinerjaError:
            continue
        if kind is Format.XLSX:
            yield from _formulas(made)


def _formulas(book: bytes) -> Iterator[str]:
    for sheet in load_workbook(BytesIO(book), read_only=True):
        for row in sheet.iter_rows():
            yield from (f"formula in {sheet.title}!{c.coordinate}" for c in row if c.data_type == "f")
