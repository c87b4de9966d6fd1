"""Every payload in every text of every use case: parameters, the fields of what they take, keys and rows of it.

Which use cases there are is known from their declarations, which texts they take from their annotations, however deep.
Each is called on an office in memory, with arguments made of ``examples``, in the moment of the SOP in which it takes
them. The same call with one text replaced must be refused in a sentence and change nothing, or change the very rows
that a harmless text changes, nothing of the schema, and keep the text as it was given, but for the one form of its
letters (``domain.huruf``). Papers are not drawn here;
``payloads`` draws them.
"""

import inspect
import json
import random
import types
import typing
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import DataDamaged, KinerjaError, StaleWrite, StorageFault
from kinerja_desktop.domain.huruf import composed
from kinerja_desktop.domain.realisasi import MAKS_TEKS
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange.buku_kinerja.reader import TataLetak
from kinerja_desktop.services import printing
from kinerja_desktop.services.context import Context, Office
from kinerja_desktop.storage import gate
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.kept import Kept
from tests.disk_office import admin_of
from tests.fault.examples import AFTERWARDS, EMPTY, NEXT_YEAR, NOT_TYPED, argument, example_of
from tests.fault.office import ACTS, Act, made, opened
from tests.fault.payloads import FAMILIES
from tests.fault.rows import Faults, Row, scratch, timed
from tests.office import BUDI, PEOPLE, SITI, Kantor
from tests.sec.test_permits import DECLARED, DOORS, PUBLIC

PAYLOADS: Sequence[str] = [text for family in FAMILIES for text in family]
HARMLESS = "Kata biasa tanpa maksud"
_Place = tuple[Any, ...]
"""The way to a text in the arguments: names of parameters and fields, keys, numbers of rows."""
FOUNDING = "setup.found"
"""What fills the empty store of a new office: the words of ``setup.create_office``, which makes its folder.

It begins without a plan: that of a workbook comes in by ``workbook_import``.
"""
_KEY = object()
"""In a way: the key itself, not what stands under it."""
Service = Callable[..., Any]
_Rows = Mapping[str, Counter[tuple[Any, ...]]]


# --- which texts there are -----------------------------------------------------------------------


@cache
def hints_of(name: str) -> Mapping[str, Any]:
    """The annotations of a use case's parameters."""
    service = inspect.unwrap(PUBLIC[name])
    found = typing.get_type_hints(service, localns={"TataLetak": TataLetak})
    return {parameter: found[parameter] for parameter in inspect.signature(service).parameters}


def holds_text(hint: Any, within: tuple[Any, ...] = ()) -> bool:  # noqa: ANN401 - an annotation
    """True where a value of that annotation may hold a text that somebody typed."""
    if hint in {str, Any}:
        return True
    if is_dataclass(hint) and hint not in {Context, Office, *within}:
        return any(holds_text(field, (*within, hint)) for field in _fields(typing.cast("Hashable", hint)).values())
    if typing.get_origin(hint) in {None, Callable}:
        return False
    return any(holds_text(inner, within) for inner in typing.get_args(hint))


@cache
def _fields(kind: Hashable) -> Mapping[str, Any]:
    """The annotations of a dataclass by field."""
    found = typing.get_type_hints(kind)
    return {field.name: found[field.name] for field in fields(typing.cast("Any", kind)) if field.init}


@cache
def asked() -> Sequence[str]:
    """The use cases that take a text from somebody."""
    named = [*DECLARED, *DOORS, FOUNDING]
    return [n for n in named if n not in NOT_TYPED and any(map(holds_text, hints_of(n).values()))]


def places(value: Any, hint: Any, way: _Place = ()) -> Iterator[_Place]:  # noqa: ANN401 - arguments of any kind
    """The way to each text of a value, and to each place that is empty and may hold one."""
    kinds = typing.get_args(hint) if typing.get_origin(hint) in {typing.Union, types.UnionType} else (hint,)
    if type(value) is str or (value is None and str in kinds):
        yield way
    for step, item, inner in _below(value, kinds):
        yield from places(item, inner, (*way, step))
    if isinstance(value, Mapping):
        yield from ((*way, key, _KEY) for key in value if type(key) is str)


def _below(value: Any, kinds: Sequence[Any]) -> Iterator[tuple[Any, Any, Any]]:  # noqa: ANN401 - arguments of any kind
    """What a value holds: the step to it, it, and its annotation."""
    if is_dataclass(value) and not isinstance(value, type | Context | Office):
        yield from ((name, getattr(value, name), inner) for name, inner in _fields(type(value)).items())
    elif isinstance(value, Mapping):
        yield from ((key, item, Any) for key, item in value.items())
    elif isinstance(value, tuple | list):
        yield from ((number, item, _inner(kinds, len(value), number)) for number, item in enumerate(value))


def _inner(kinds: Iterable[Any], length: int, number: int) -> Any:  # noqa: ANN401 - an annotation
    """What a row of a list or tuple is annotated as."""
    for kind in kinds:
        given = typing.get_args(kind)
        if given:
            return given[number] if len(given) == length and Ellipsis not in given else given[0]
    return Any


def put(value: Any, way: _Place, text: str) -> Any:  # noqa: ANN401 - arguments of any kind
    """The value with a text in one place."""
    if not way:
        return text
    step, *rest = way
    if rest == [_KEY]:
        return {text if key == step else key: item for key, item in value.items()}
    if isinstance(value, Mapping):
        return {key: put(item, tuple(rest), text) if key == step else item for key, item in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(put(item, tuple(rest), text) if n == step else item for n, item in enumerate(value))
    return replace(value, **{step: put(getattr(value, step), tuple(rest), text)})


# --- the office in its moments -------------------------------------------------------------------


class Stage:
    """One office in memory that is put back to a moment before each try."""

    def __init__(self, folder: Path) -> None:
        made(folder)
        played = opened(folder)
        self._moments = {EMPTY: (self._pages(Store.memory()), played.clock.waktu)}
        for act in (*ACTS, *AFTERWARDS, Act("", lambda _: None), *NEXT_YEAR):
            self._moments.setdefault(act.nama, (self._pages(played.store.aside()), played.clock.waktu))
            act.do(played)
        self._connection = gate.connect(None)
        self._store = Store(self._connection, None)
        vars(self._store)["_place"] = folder
        self._clock, self._at, self._changes = played.clock, "?", 0
        self._content: dict[str, _Rows] = {}
        played.store.close()

    @staticmethod
    def _pages(store: Store) -> bytes:
        with store.raw() as connection:
            pages = connection.serialize()
        return pages[:18] + b"\x01\x01" + pages[20:]  # an office in memory has no log beside it

    def at(self, moment: str) -> Kantor:
        """The office before an act, or after all of them but those of the next year."""
        if self._at != moment or self.touched:
            pages, self._clock.waktu = self._moments[moment]
            self._connection.deserialize(pages)
            vars(self._store)["_kept"] = Kept()
            self._at, self._changes = moment, self._connection.total_changes
        return Kantor(self._store, self._clock, is_new=False)

    @property
    def touched(self) -> bool:
        """True where a statement wrote since it was put back, be it rolled back or not."""
        return self._connection.total_changes != self._changes

    def before(self) -> _Rows:
        """Every row of the moment."""
        if self._at not in self._content:
            self._connection.deserialize(self._moments[self._at][0])
            self._content[self._at] = self.rows()
        return self._content[self._at]

    def rows(self) -> _Rows:
        """Every row of every table, those of the schema among them."""
        with self._store.raw() as connection:
            names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {n: Counter(connection.execute(f'SELECT * FROM "{n}"')) for n in (*names, "sqlite_master")}


# --- one use case --------------------------------------------------------------------------------

_Changed = tuple[str, tuple[Any, ...]]
"""A row that went or came, and its table."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a call: a refusal, what it broke with, the rows that went, the rows that came."""

    refused: KinerjaError | None = None
    broke: str = ""
    went: frozenset[_Changed] = frozenset()
    came: tuple[_Changed, ...] = ()

    def holding(self, text: str) -> Counter[str]:
        """How many cells of each table hold the text, its letters composed, among the rows that came."""
        kept = composed(text).strip()
        words = {kept, kept.casefold()}
        forms = words | {json.dumps(word, ensure_ascii=False)[1:-1] for word in words}
        cells = ((table, str(cell)) for table, row in self.came for cell in row)
        return Counter(table for table, cell in cells if any(form in cell for form in forms))


class UseCase:
    """A use case with the arguments of its example, called again and again on a stage."""

    def __init__(self, stage: Stage, name: str) -> None:
        self._stage, self._name, self._example = stage, name, example_of(name)
        hints = dict(hints_of(name))
        del hints[next(iter(hints))]
        declared = inspect.signature(inspect.unwrap(PUBLIC[name])).parameters
        kantor, given = stage.at(self._example.at), {}
        special = self._example.given(kantor)
        for parameter, hint in hints.items():
            if parameter in special or declared[parameter].default is inspect.Parameter.empty or holds_text(hint):
                given[parameter] = argument(kantor, self._example, parameter)
        self.given, self._hints = given, hints

    def texts(self) -> Sequence[_Place]:
        """The ways to all texts of the arguments."""
        return [way for name, value in self.given.items() for way in places(value, self._hints[name], (name,))]

    def settled(self) -> Outcome:
        """The outcome of the example itself, called with the versions that are current."""
        outcome = self.called(self.given)
        for _ in self.given:
            if isinstance(outcome.refused, StaleWrite):
                self._see(outcome.refused)
                outcome = self.called(self.given)
        return outcome

    def _see(self, stale: StaleWrite) -> None:
        """The first version that is not the one named becomes it."""
        for name in ("seen", "seen_draf"):
            if name in self.given and self.given[name] != stale.current:
                held = self.given[name]
                self.given[name] = dict.fromkeys(held, stale.current) if isinstance(held, Mapping) else stale.current
                return

    def called(self, given: Mapping[str, Any]) -> Outcome:
        """Call it in its moment."""
        kantor = self._stage.at(self._example.at)
        try:
            PUBLIC[self._name](self._who(kantor), **given)
        except KinerjaError as refused:
            return self._outcome(refused)
        except Exception as raw:  # noqa: BLE001 - what nobody sorted is looked for
            return Outcome(broke=repr(raw))
        return self._outcome()

    def _outcome(self, refused: KinerjaError | None = None) -> Outcome:
        if not self._stage.touched:
            return Outcome(refused)
        after, before = self._stage.rows(), self._stage.before()
        came = [(table, row) for table, rows in after.items() for row in rows - before.get(table, Counter())]
        went = [(table, row) for table, rows in before.items() for row in rows - after.get(table, Counter())]
        return Outcome(refused, "", frozenset(went), tuple(came))

    def _who(self, kantor: Kantor) -> Context | Office | Store:
        if self._name == FOUNDING:
            return kantor.store
        office = replace(kantor.office, latihan=True)
        if self._name in DOORS:
            return office
        permitted = DECLARED[self._name].__dict__["permits"]
        role = self._example.role or next(role for role in _ORDER if role in permitted)
        if role is Role.ADMIN:
            return admin_of(office)
        holder = self._example.person or next(p for p in (SITI, BUDI, *PEOPLE) if role in p.peran)
        return replace(kantor.ctx(holder, role), office=office)


_ORDER = (Role.KABID, Role.KASUBAG, Role.KASUBAG_PERENCANAAN, Role.ANALIS, *Role)


def faults_of(case: UseCase, way: _Place, texts: Iterable[str]) -> Iterator[str]:
    """What does not hold where texts stand in one place of the arguments, one after another."""
    name, *rest = way
    plain = _with_text(case, name, tuple(rest), HARMLESS)
    for text in _together(texts) if plain.refused is None else texts:
        found = _with_text(case, name, tuple(rest), text)
        if found.refused is not None and _BETWEEN in text:
            yield from faults_of_each(case, way, text.split(_BETWEEN), plain)
        else:
            yield from _told(way, text, _judged(found, plain, text))


def faults_of_each(case: UseCase, way: _Place, texts: Iterable[str], plain: Outcome) -> Iterator[str]:
    """The same, each text in a call of its own."""
    name, *rest = way
    for text in texts:
        yield from _told(way, text, _judged(_with_text(case, name, tuple(rest), text), plain, text))


def _told(way: _Place, text: str, faults: Iterable[str]) -> Iterator[str]:
    return (f"{way}, {text[:60]!r}: {told}" for told in faults)


_TOGETHER, _BETWEEN = 6, " dan juga "
"""So many texts go into one call where such texts are taken; where they are refused, each in one of its own."""


def _together(texts: Iterable[str]) -> Iterator[str]:
    rest = [text for text in texts if len(text) < MAKS_TEKS]
    yield from (text for text in texts if len(text) >= MAKS_TEKS)
    yield from (_BETWEEN.join(rest[at : at + _TOGETHER]) for at in range(0, len(rest), _TOGETHER))


def _with_text(case: UseCase, name: str, way: _Place, text: str) -> Outcome:
    try:
        given = {**case.given, name: put(case.given[name], way, text)}
    except KinerjaError as refused:  # a value that cannot be made of it
        return Outcome(refused)
    return case.called(given)


_RECORDS = frozenset({"journal", "sqlite_sequence", "accounts", "settings"})
"""Where a refusal may leave a record: whom it met, and how often a password was wrong."""


def _judged(found: Outcome, plain: Outcome, text: str) -> Iterator[str]:
    if found.broke:
        yield f"not sorted: {found.broke}"
    elif found.refused is not None:
        yield from _badly_refused(found, found.refused)
    elif plain.refused is None:
        yield from _unlike(found, plain, text)
    elif found.came and not found.holding(text):
        yield "taken where a harmless text is refused"


def _badly_refused(found: Outcome, refused: KinerjaError) -> Iterator[str]:
    if isinstance(refused, StorageFault | DataDamaged):  # so tells SQLite what it cannot read as SQL
        yield f"a fault of the database: {refused!r}"
    if not messages.sentence(refused).strip():
        yield f"no sentence: {refused!r}"
    yield from (f"refused, and changed {table}" for table, _ in {*found.went, *found.came} if table not in _RECORDS)


def _unlike(found: Outcome, plain: Outcome, text: str) -> Iterator[str]:
    if found.went != plain.went:
        yield f"other rows went: {[table for table, _ in found.went ^ plain.went]}"
    if Counter(table for table, _ in found.came) != Counter(table for table, _ in plain.came):
        yield f"other rows came: {sorted(table for table, _ in found.came)}"
    if plain.holding(HARMLESS) != found.holding(text):
        yield "stored as something else"


# --- the row -------------------------------------------------------------------------------------


def every_text(times: int, seed: int) -> Row:
    """So many payloads (at most all) in every text of every use case."""

    def run() -> tuple[int, Iterable[str]]:
        chance, faults, done = random.Random(seed), Faults(), 0
        with no_papers(), scratch() as work:
            stage = Stage(work / "kantor")
            for name in asked():
                case = UseCase(stage, name)
                case.settled()
                for way in case.texts():
                    texts = chance.sample(PAYLOADS, min(times, len(PAYLOADS)))
                    faults += [f"{name}: {told}" for told in faults_of(case, way, texts)]
                    done += len(texts)
        return done, faults

    return timed("each of the payloads in every text of every use case, key and field by field", run)


@contextmanager
def no_papers() -> Iterator[None]:
    """No page is laid out: ``payloads`` does that, and here it would be nearly all of the work."""
    usual, page = {name: vars(printing)[name] for name in ("render", "lay_out")}, BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(page)
    vars(printing)["render"] = lambda *_, **__: page.getvalue()
    vars(printing)["lay_out"] = lambda *_, **__: printing.Draf("", page.getvalue())
    try:
        yield
    finally:
        vars(printing).update(usual)
