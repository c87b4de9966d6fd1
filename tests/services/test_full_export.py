"""Ekspor lengkap: read back from its files alone, it is the database row for row."""

import csv
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kinerja_desktop.domain.errors import PlaceTaken
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange.csv_text import guarded, unguarded
from kinerja_desktop.exchange.ekspor_lengkap import BACA_SAYA, MANIFES, TEKS
from kinerja_desktop.services import evidence, full_export
from kinerja_desktop.services.context import Office
from kinerja_desktop.storage import dump
from kinerja_desktop.storage.tables import metadata
from tests.disk_office import admin_of
from tests.evidence_files import pdf, put
from tests.office import RAHMA, Kantor

STRANGE = ("=1+1", "+62", "-5", "@a", "\tx", "\rx", "'kutip", "", "＝1", 'a;b\n"c"', "é 山")


def in_database(office: Office, table: str) -> Iterator[dict[str, Any]]:
    """The rows as the file holds them, without the columns that never leave."""
    secret = {column for name, column in dump.SECRET if name == table}
    keys = ", ".join(c.name for c in metadata.tables[table].primary_key)
    with office.store.raw() as bare:
        found = bare.execute(f"SELECT * FROM {table} ORDER BY {keys}")
        names = [column[0] for column in found.description]
        for row in found.fetchall():
            yield {name: value for name, value in zip(names, row, strict=True) if name not in secret}


def from_csv(path: Path, table: str) -> Iterator[dict[str, Any]]:
    """The rows as the description says that they are read."""
    kolom = {k.nama: k for t in dump.tables() if t.nama == table for k in t.kolom}
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for line in csv.DictReader(stream, delimiter=";"):
            yield {name: _read(kolom[name].ragam, cell) for name, cell in line.items()}


def _read(ragam: str, cell: str) -> str | int | None:
    if cell == "":
        return None
    if ragam.startswith(("bilangan", "ya atau tidak")):
        return int(cell)
    return unguarded(cell) if ragam == TEKS else cell


@pytest.fixture
def exported(office: Office, tmp_path: Path) -> Path:
    """An office with strange words in it, written out."""
    with office.store.unit() as unit:
        for n, text in enumerate(STRANGE):
            unit.settings.put(f"aneh.{n}", text)
        unit.drafts.put("dokumen:x", "isian", {"nilai": {"a": "=1"}}, 0, "joko", office.clock.now())
        unit.commit()
    full_export.export_all(admin_of(office), tmp_path / "ekspor")
    return tmp_path / "ekspor"


@pytest.mark.parametrize("table", sorted(metadata.tables))
def test_every_row_of_every_table_comes_back_from_json_and_from_csv(office: Office, exported: Path, table: str) -> None:
    rows = list(in_database(office, table))
    if table == "journal":
        rows.pop()  # the export itself is recorded when it is done
    document = json.loads((exported / "data" / f"{table}.json").read_text(encoding="utf-8"))
    assert document["tabel"] == table
    assert document["baris"] == rows
    assert list(from_csv(exported / "data" / f"{table}.csv", table)) == rows
    if table in ("journal", "settings", "indikator", "pegawai", "accounts"):
        assert rows


def test_all_files_go_along_and_the_manifest_names_each_with_its_digest(office: Office, exported: Path) -> None:
    manifest = json.loads((exported / MANIFES).read_text(encoding="utf-8"))
    listed = {entry["nama"]: entry["sha256"] for entry in manifest["berkas"]}
    there = {p.relative_to(exported).as_posix() for p in exported.rglob("*") if p.is_file()}
    assert there == {*listed, MANIFES}
    for name, digest in listed.items():
        assert hashlib.sha256((exported / name).read_bytes()).hexdigest() == digest
    assert {f"bukti/{name}" for name in office.store.evidence.names()} == {
        name.partition(".")[0] for name in listed if name.startswith("bukti/")
    }
    assert {f"arsip/{name}.pdf" for name in office.store.archive.names()} <= set(listed)


def test_no_secret_is_in_any_file(office: Office, exported: Path) -> None:
    with office.store.read() as unit:
        account = unit.accounts.by_pengguna("joko")
    assert account is not None
    for path in exported.rglob("*"):
        if path.is_file():
            assert account.sandi_hash.encode() not in path.read_bytes()
            assert b"$argon2" not in path.read_bytes()


def test_the_description_names_every_file_table_and_column(exported: Path) -> None:
    text = (exported / BACA_SAYA).read_text(encoding="utf-8")
    for tabel in dump.tables():
        assert f"\n{tabel.nama} (" in text
        assert all(f"    {kolom.nama}: {kolom.uraian}" in text for kolom in tabel.kolom)
    assert "LATIHAN" in text
    assert max(map(len, text.splitlines())) < 180


def test_the_history_tells_who_took_everything(office: Office, exported: Path) -> None:
    with office.store.read() as unit:
        told = unit.journal.records("ekspor")[-1]
    assert told.nama == admin_of(office).actor.nama
    assert told.isi["folder"] == exported.name


def test_a_folder_that_holds_something_is_refused(office: Office, exported: Path) -> None:
    with pytest.raises(PlaceTaken):
        full_export.export_all(admin_of(office), exported)


def test_a_damaged_file_goes_along_and_is_named(office: Office, tmp_path: Path) -> None:
    name = next(office.store.archive.names())
    office.store.archive.path(name).write_bytes(b"lain")
    made = full_export.export_all(admin_of(office), tmp_path / "ekspor")
    assert made.rusak == (f"arsip/{name}.pdf",)


def test_the_planner_may_too_and_the_name_is_of_the_day(office: Office) -> None:
    assert Role.KASUBAG_PERENCANAAN in full_export.EXPORTERS
    assert full_export.name_of(admin_of(office)).endswith("-2026-07-14")


@pytest.mark.parametrize("text", STRANGE)
def test_guarded_words_come_back_and_are_no_formula(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "＝"))


def test_evidence_that_a_report_names_opens_by_its_ending(kantor: Kantor, tmp_path: Path) -> None:
    kantor.assign("PEL")
    kantor.order("PEL")
    kantor.fill("PEL")
    piece = evidence.add_file(kantor.analis("PEL"), put(tmp_path, "Register.pdf", pdf()))
    kantor.attach("PEL", "1.3", piece)
    made = full_export.export_all(kantor.ctx(RAHMA), tmp_path / "ekspor")
    assert (made.folder / "bukti" / f"{piece.sha256}.pdf").read_bytes() == pdf()


def test_every_kind_of_column_says_how_it_is_written() -> None:
    told = {kolom.nama: kolom for tabel in dump.tables() if tabel.nama == "isi_indikator" for kolom in tabel.kolom}
    assert told["bukti"].ragam == "teks JSON: daftar bukti"
    assert "folder bukti" in told["bukti"].uraian
