"""SQLAlchemy that makes parts of itself when they are first used says and does what it does by itself."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import Column, Integer, MetaData, Table, select

EVERY_METHOD = """
import gc, inspect
import sqlalchemy, sqlalchemy.dialects.sqlite
from types import FunctionType

def told(function):
    return inspect.signature(function), function.__name__, function.__qualname__, function.__module__

functions = [one for one in gc.get_objects() if isinstance(one, FunctionType)]
decorated = [one for one in functions if str(one.__module__).startswith("sqlalchemy") and hasattr(one, "__wrapped__")]
methods = [one for one in decorated if "<locals>" not in one.__qualname__ and one.__name__ != "__repr__"]
for line in sorted(set(map(str, map(told, methods)))):
    print(line)
"""
ANNOTATED = """
import sqlalchemy, sqlalchemy.dialects.sqlite
from sqlalchemy.sql import annotation, elements, selectable
from sqlalchemy.util import walk_subclasses

def told(kind):
    made = annotation._new_annotation_type(kind, annotation.Annotated)
    own = {name: repr(value) for name, value in vars(made).items() if not name.startswith("__")}
    return [str(parent) for parent in made.__mro__], getattr(made, "_traverse_internals", None), sorted(own.items())

for root in (elements.ColumnElement, selectable.FromClause, elements.ClauseList):
    for kind in sorted(set(walk_subclasses(root)), key=str):
        if not issubclass(kind, annotation.Annotated):
            print(kind, told(kind))
"""

USED = """
import warnings
from sqlalchemy import (Column, ForeignKey, Integer, MetaData, Table, Text, case, create_engine, exists, func, insert,
                        inspect, literal, select, text, tuple_, update, values)
warnings.simplefilter("always")
warnings.showwarning = lambda message, kind, *_: print("warned", kind.__name__, str(message)[:80])
kept = MetaData()
kantor = Table("kantor", kept, Column("id", Integer, primary_key=True), Column("nama", Text))
kasus = Table("kasus", kept, Column("id", Integer, primary_key=True), Column("di", ForeignKey("kantor.id")))
engine = create_engine("sqlite://")
kept.create_all(engine)

def ran(statement):
    with engine.connect() as connection:
        done = connection.execute(statement)
        print(done.tuples().all() if done.returns_rows else done.rowcount)

calls = (
    lambda: ran(insert(kantor).values(id=1, nama="a")), lambda: ran(select(kantor).where(kantor.c.id == 1).limit(3)),
    lambda: print(select(kasus.c.di).distinct().group_by(kasus.c.di).having(func.count() > 1).with_for_update()),
    lambda: print(select(kantor).join(kasus).order_by(kantor.c.nama.desc()).offset(2).slice(1, 2).prefix_with("x")),
    lambda: print(select(kantor).where(exists().where(kasus.c.di == kantor.c.id).correlate(kantor))),
    lambda: print(update(kantor).values(nama=case((kantor.c.id == 1, "x"), else_=literal("y"))).returning(kantor.c.id)),
    lambda: print(select(kantor.c.id.label("n")).union(select(kasus.c.id)).subquery().select()),
    lambda: print(values(kantor.c.id, name="v").data([(1,)]).select()), lambda: print(text("x = :a").bindparams(a=1)),
    lambda: print(kantor.alias("k").c.id.in_([1, 2]) & tuple_(kantor.c.id, kantor.c.nama).in_([(1, "a")])),
    lambda: print(select(kantor).cte("c").select()), lambda: print(type(kantor.c.id._annotate({"a": 1})).__mro__),
    lambda: print(type(kantor._annotate({"a": 1})).__name__, kantor._annotate({"a": 1})._annotations),
    lambda: print((kantor.c.id + 1)._annotate({"a": 1}), select(kantor)._annotate({"a": 1})._deannotate()),
    lambda: print(func.sum(kantor.c.id)._annotate({"a": 1})),
    lambda: print(((kantor.c.id == 1) & kantor.c.nama.is_(None))._annotate({"a": 1})),
    lambda: print(inspect(engine).get_columns("kantor")), lambda: print(inspect(engine).get_table_names()),
    lambda: print(inspect(engine).get_foreign_keys("kasus")), lambda: print(inspect(engine).has_table("kasus")),
    lambda: print(select(kantor).froms), lambda: print(select(kantor).as_scalar()),
    lambda: kantor.tometadata(MetaData()),
    lambda: select(kantor).limit(), lambda: select(kantor).where(sama=1), lambda: select(kantor).distinct("a", b=2),
    lambda: create_engine("sqlite://", lain=3), lambda: create_engine("sqlite://", paramstyle="named"),
    lambda: insert(kantor).values(id=1).values([2]), lambda: Table(),
)
for call in calls:
    for _ in range(2):
        try:
            print(call())
        except Exception as fault:
            print(type(fault).__name__, fault)
"""


def _said(program: str, *, late: bool) -> str:
    code = ("import kinerja_desktop.storage\n" if late else "") + program
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_statements_warnings_and_refusals_are_the_same() -> None:
    assert _said(USED, late=True) == _said(USED, late=False)


def test_every_method_has_its_name_and_signature() -> None:
    by_itself = _said(EVERY_METHOD, late=False).splitlines()

    assert len(by_itself) > 100
    assert _said(EVERY_METHOD, late=True).splitlines() == by_itself


def test_annotated_expressions_are_of_the_same_classes() -> None:
    by_itself = _said(ANNOTATED, late=False).splitlines()

    assert len(by_itself) > 100
    assert _said(ANNOTATED, late=True).splitlines() == by_itself


def test_two_threads_may_ask_first_at_once() -> None:
    kantor = Table("kantor", MetaData(), Column("id", Integer))

    with ThreadPoolExecutor(8) as pool:
        said = pool.map(lambda _: str(select(kantor).with_statement_hint("x").prefix_with("y")), range(40))

        assert len(set(said)) == 1
