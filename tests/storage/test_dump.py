"""Every table is told to the outside in words, and its cells word for word."""

import pytest

from kinerja_desktop.domain.tabel import Kolom, Tabel
from kinerja_desktop.storage import dump
from kinerja_desktop.storage.table_words import TABLES
from kinerja_desktop.storage.tables import metadata

ALL = [(tabel, kolom) for tabel in dump.tables() for kolom in tabel.kolom]


def test_every_table_has_its_words_and_no_other_has() -> None:
    assert set(TABLES) == set(metadata.tables)
    for name, (about, columns) in TABLES.items():
        assert about.endswith("."), name
        assert set(columns) <= {c.name for c in metadata.tables[name].columns}, name


@pytest.mark.parametrize(("tabel", "kolom"), ALL, ids=[f"{t.nama}.{k.nama}" for t, k in ALL])
def test_every_column_has_its_words(tabel: Tabel, kolom: Kolom) -> None:
    assert kolom.uraian.endswith("."), (tabel.nama, kolom.nama)


def test_passwords_never_leave() -> None:
    accounts = next(t for t in dump.tables() if t.nama == "accounts")
    assert accounts.dilewati == ("sandi_hash",)
    assert "sandi_hash" not in {k.nama for k in accounts.kolom}
