"""Offices as older programs left them: each must open in this one and keep every figure.

One file a schema, ``skema-N.tar.xz``: the practice office of that program in the middle of its second triwulan, with
every paper of the acts, and ``skema-N.json``, the figures as that program calculated them. Version 1.0.0 left schema 5:
its file was made by the commit that bears the tag; schema 6 is that of 1.1.0. Schema 4 was never given out
(1.0.0.dev0), and has neither papers nor figures. A release whose schema is new makes its own by ``python -m
tests.golden.make``; never edit one of a release.

Beside it a copy that the same program wrote of such an office without papers: ``skema-N.kpb``, the words that open it
in ``skema-N.lembar.txt``, and in ``skema-N.isi.json`` what that program read out of the copy again: the columns of
every table with the digest of each row (``row_digest``), and the SHA-256 of every file.
"""

import hashlib
import json
import sqlite3
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from kinerja_desktop import paths
from kinerja_desktop.__main__ import main
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import auth, guide, integrity, opening
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.monitoring_capaian import office_capaian
from kinerja_desktop.services.practice_words import password_of
from kinerja_desktop.storage import upgrade
from kinerja_desktop.storage.gate import SCHEMA_VERSION
from tests.disk_office import files_in
from tests.golden.make import figures, row_digest

RELEASED = sorted(Path(__file__).parent.glob("skema-*.tar.xz"))
FIGURES = sorted(Path(__file__).parent.glob("skema-?.json"))
COPIES = sorted(Path(__file__).parent.glob("skema-*.kpb"))
PROGRAMS = {"skema-5": "1.0.0", "skema-6": "1.1.0"}
USER = "andi"
PRINTED = ["98,08", "98,80", "91,67", "116,99", "100,00", "91,88", "100,00", "102,90"]
"""Capaian of the sasaran in Triwulan I, as those programs printed them."""

Rows = Mapping[str, list[tuple[object, ...]]]


def schema(packed: Path) -> int:
    return int(packed.name.removeprefix("skema-").removesuffix(".tar.xz"))


@pytest.fixture(params=RELEASED, ids=lambda packed: packed.name.removesuffix(".tar.xz"))
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    with tarfile.open(request.param) as archive:
        archive.extractall(tmp_path / "kantor", filter="data")
    return tmp_path / "kantor"


@pytest.fixture
def opened(released: Path) -> Iterator[Office]:
    office = opening.open_office(released)
    yield office
    office.store.close()


def rows(database: Path, columns: Mapping[str, str] | None = None) -> tuple[Mapping[str, str], Rows]:
    """Every row of every table, of the columns given or of all; Alembic's own table left out."""
    with closing(sqlite3.connect(database)) as connection:
        tables = [n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        if columns is None:
            columns = {
                table: ", ".join(f'"{name}"' for _, name, *_ in connection.execute(f"PRAGMA table_info({table})"))
                for table in tables
                if table != "alembic_version" and not table.startswith("sqlite_")
            }
        found = {t: sorted(connection.execute(f"SELECT {c} FROM {t}"), key=repr) for t, c in columns.items()}
    return columns, found


def test_the_newest_schema_has_its_file() -> None:
    assert schema(RELEASED[-1]) == SCHEMA_VERSION


def test_an_upgrade_keeps_every_row_and_every_file(released: Path) -> None:
    columns, before = rows(released / paths.DATABASE)
    stored = files_in(released)

    opening.open_office(released).store.close()

    assert rows(released / paths.DATABASE, columns)[1] == before
    assert before["journal"]
    assert files_in(released) == stored
    assert stored


def test_the_database_of_before_is_kept_beside(released: Path) -> None:
    with closing(sqlite3.connect(released / paths.DATABASE)) as connection:
        older = connection.execute("PRAGMA user_version").fetchone()[0] < SCHEMA_VERSION
    opening.open_office(released).store.close()
    kept = list((released / paths.BACKUPS).glob("sebelum-skema-*.db"))
    assert bool(kept) is older


def test_the_help_names_that_database_as_it_is_called() -> None:
    begun, _, _ = upgrade.KEPT.partition("*")
    told = [blok.teks for bagian in guide.subject("pembaruan").bagian for blok in bagian.blok]
    assert len([words for words in told if f"«{begun.rstrip('-')}" in words]) == 2


def test_nothing_is_found_in_an_upgraded_office(opened: Office) -> None:
    found = integrity.examine(opened)
    assert found.utuh, found.temuan


def test_its_people_log_in_and_read_the_same_figures(opened: Office) -> None:
    session = auth.log_in(opened, USER, password_of(USER))
    with opened.store.read() as unit:
        told = office_capaian(unit, Triwulan(2026, 1))
    assert {actor.role for actor in session.peran} >= {Role.KABID, Role.CAMAT}
    assert [row.teks for row in told.sasaran] == PRINTED
    assert (told.rata_rata, told.serapan) == ("100,75%", "21,16%")


@pytest.mark.parametrize("told", FIGURES, ids=lambda told: told.stem)
def test_every_figure_is_calculated_as_the_released_program_did(told: Path, tmp_path: Path) -> None:
    office = unpacked(told.with_suffix(".tar.xz"), tmp_path)
    expected = json.loads(told.read_text(encoding="utf-8"))
    assert expected.pop("program") == PROGRAMS[told.stem]
    assert figures(office) == expected
    assert len(expected["indikator"]) == 22
    office.store.close()


@pytest.mark.parametrize("told", FIGURES, ids=lambda told: told.stem)
def test_papers_of_a_released_schema_are_those_that_were_signed(told: Path, tmp_path: Path) -> None:
    office = unpacked(told.with_suffix(".tar.xz"), tmp_path)
    found = {part.nama: part for part in integrity.examine(office).bagian}["Dokumen"]
    assert (found.jumlah, found.temuan) == (71, ())
    office.store.close()


def unpacked(packed: Path, folder: Path) -> Office:
    with tarfile.open(packed) as archive:
        archive.extractall(folder / "kantor", filter="data")
    return opening.open_office(folder / "kantor")


@pytest.mark.parametrize("copy", COPIES, ids=lambda copy: copy.stem)
def test_a_container_of_that_program_comes_back_by_the_command_as_it_was_written(copy: Path, tmp_path: Path) -> None:
    target, told = tmp_path / "baru", json.loads(copy.with_suffix(".isi.json").read_text(encoding="utf-8"))

    assert main(["--data", str(target), "pulihkan", str(copy), "--lembar", str(sheet_of(copy))]) == 0

    with closing(sqlite3.connect(target / paths.DATABASE)) as database:
        for table, expected in told["tabel"].items():
            names = ", ".join(f'"{name}"' for name in expected["kolom"])
            found = [row for row in database.execute(f"SELECT {names} FROM {table}") if row[0] != KEY]
            digests = {row_digest(row) for row in found}
            missing = set(expected["baris"]) - digests
            assert len(missing) == (1 if table == "settings" else 0), table  # the key of the PC that wrote it
            assert (len(found) == len(expected["baris"]) - len(missing)) != (table == "journal"), table
    files = {name: hashlib.sha256(content).hexdigest() for name, content in files_in(target).items()}
    assert files == told["berkas"]


def test_every_released_schema_has_its_container_and_its_figures() -> None:
    assert {told.stem: json.loads(told.read_text(encoding="utf-8"))["program"] for told in FIGURES} == PROGRAMS
    assert [copy.stem for copy in COPIES] == [packed.name.removesuffix(".tar.xz") for packed in RELEASED]


def test_a_container_with_one_turned_bit_is_refused(tmp_path: Path) -> None:
    harmed = bytearray(COPIES[0].read_bytes())
    harmed[len(harmed) // 2] ^= 1
    (tmp_path / "rusak.kpb").write_bytes(harmed)

    command = ["pulihkan", str(tmp_path / "rusak.kpb"), "--lembar", str(sheet_of(COPIES[0]))]
    assert main(["--data", str(tmp_path / "baru"), *command]) == 4
    assert not (tmp_path / "baru" / paths.DATABASE).exists()


KEY = "cadangan.kunci_kantor"
"""The other PC has no key of the office: it gets one of its own."""


def sheet_of(copy: Path) -> Path:
    return copy.with_suffix(".lembar.txt")
