"""No hostile workbook gets further than a sentence: refused with a reason and a cure, and nothing is changed."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinerja_desktop.domain.errors import FileRefused
from kinerja_desktop.exchange.xlsx import read_xlsx
from kinerja_desktop.services import workbook_import, workbook_sources
from tests.exchange.hostile import package
from tests.exchange.hostile.bombs import million_rows
from tests.exchange.hostile.corpus import cases
from tests.exchange.hostile.expected import ACCEPTED, EITHER, Make
from tests.office import RAHMA, Kantor

CASES = tuple(cases())
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shared() -> Kantor:
    return Kantor()


@pytest.fixture
def kantor(shared: Kantor) -> Iterator[Kantor]:
    """The one office, put back afterwards."""
    before = content(shared)
    yield shared
    with shared.store.raw() as connection:
        connection.deserialize(before)


def content(kantor: Kantor) -> bytes:
    with kantor.store.raw() as connection:
        return connection.serialize()


def outcome(kantor: Kantor, path: Path) -> str:
    """The first sentence of the refusal, which must say what to do too; empty where the workbook was taken in."""
    before = content(kantor)
    try:
        faults = workbook_import.import_workbook(kantor.ctx(RAHMA), path).kesalahan
    except FileRefused as refused:
        faults = refused.kesalahan
    if not faults:
        return ACCEPTED
    assert content(kantor) == before
    assert all(fault.sebab.endswith((".", "…")) and fault.saran.endswith(".") for fault in faults)
    return faults[0].sebab


@pytest.mark.parametrize(("make", "expected"), [pytest.param(make, want, id=name) for name, make, want in CASES])
def test_hostile(kantor: Kantor, tmp_path: Path, make: Make, expected: str) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(make())

    found = outcome(kantor, path)

    assert expected == EITHER or (found == ACCEPTED if expected == ACCEPTED else found.startswith(expected))
    assert [file.name for file in tmp_path.iterdir()] == ["buku.xlsx"]


def test_the_corpus_is_large_and_its_names_are_unlike() -> None:
    assert len({name for name, _, _ in CASES}) == len(CASES) >= 60


def test_the_workbook_without_harm_is_read(kantor: Kantor, tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(package.book())

    assert outcome(kantor, path) == ACCEPTED


LARGE = (
    "flat bomb",
    "100 MB",
    "60,000 parts",
    "20,000 rows of 60",
    "three million",
    "names",
    "five mega",
    "million empty rows",
    "shared texts",
)


def test_a_refusal_takes_little_memory_and_touches_nothing(tmp_path: Path) -> None:
    """In a process of its own: what the largest of them took more at its highest, and which files were opened."""
    for number, (name, make, _) in enumerate(CASES):
        if any(word in name for word in LARGE):
            (tmp_path / f"{number}.xlsx").write_bytes(make())

    run = [sys.executable, "-m", "tests.exchange.hostile.child", str(tmp_path)]
    told = json.loads(subprocess.run(run, cwd=ROOT, check=True, capture_output=True).stdout)

    assert told["refused"] >= len(LARGE)
    assert told["megabytes"] < 60
    assert told["touched"] == []


def test_a_million_empty_rows_are_refused_before_a_fifth_of_them_is_read(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(million_rows())
    heard: list[tuple[int, int]] = []
    with pytest.raises(FileRefused):
        read_xlsx(path, lambda _: True, lambda done, total: heard.append((done, total)))
    done, twice = heard[-1]
    assert done < twice / 2 / 5


def test_what_a_workbook_is_is_told_without_its_sheets(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(package.book({package.SHEET_2: "<worksheet><sheetData>"}))
    assert workbook_sources.is_ours(path)
    path.write_bytes(package.book({package.WORKBOOK: "<workbook><sheets>"}))
    with pytest.raises(FileRefused):
        workbook_sources.is_ours(path)


class Stopped(Exception):
    pass


def test_the_reading_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(package.book())
    heard: list[tuple[int, int]] = []

    read_xlsx(path, lambda _: True, lambda done, total: heard.append((done, total)))

    assert heard == sorted(heard)
    assert heard[-1][0] <= heard[-1][1]

    def stop(done: int, _total: int) -> None:
        if done > heard[-1][1] // 2:
            raise Stopped

    with pytest.raises(Stopped):
        read_xlsx(path, lambda _: True, stop)
