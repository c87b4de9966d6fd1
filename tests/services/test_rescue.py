"""The yearly rescue copy: plain files beside the database, made once, by itself."""

import json

import pytest

from kinerja_desktop.domain.errors import DiskFull
from kinerja_desktop.services import office_papers, rescue
from kinerja_desktop.services.backup import data_of
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.context import Office
from kinerja_desktop.storage.dump import tables
from tests.disk_office import NOW, later
from tests.office import RAHMA, Kantor


def into_next_april(office: Office) -> None:
    later(office, days=270)
    assert office.clock.now().date().isoformat() == "2027-04-10"


def test_it_is_made_once_a_year_and_not_before_april(office: Office) -> None:
    assert rescue.keep_yearly(office) is None
    later(office, days=200)
    assert rescue.keep_yearly(office) is None, "January, and no LKjIP yet"
    later(office, days=70)

    made = rescue.keep_yearly(office)

    assert made == data_of(office) / "penyelamatan" / "2026"
    assert rescue.keep_yearly(office) is None
    later(office, days=700)
    assert rescue.keep_yearly(office) is None, "the office has no plan of that year"


def test_it_holds_every_table_and_says_what_is_in_it(office: Office) -> None:
    into_next_april(office)
    made = rescue.keep_yearly(office)
    assert made is not None

    assert {file.stem for file in (made / "data").iterdir()} == {tabel.nama for tabel in tables()}
    people = json.loads((made / "data" / "pegawai.json").read_text(encoding="utf-8"))
    assert "Joko Permisalan" in {row["nama"] for row in people["baris"]}
    told = (made / "BACA-SAYA.txt").read_text(encoding="utf-8")
    assert told.startswith("SALINAN PENYELAMATAN 2026 KECAMATAN CONTOH")
    assert "LATIHAN" in told
    listed = {entry["nama"] for entry in json.loads((made / "manifes.json").read_text(encoding="utf-8"))["berkas"]}
    there = {file.relative_to(made).as_posix() for file in made.rglob("*") if file.is_file()}
    assert listed == there - {"manifes.json"}


def test_passwords_stay_out(office: Office) -> None:
    into_next_april(office)
    made = rescue.keep_yearly(office)
    assert made is not None
    assert not any("argon2" in file.read_text(encoding="utf-8") for file in made.rglob("*.json"))


def test_where_there_is_no_room_nothing_is_left(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    into_next_april(office)
    usage = shutil.disk_usage(data_of(office))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    with pytest.raises(DiskFull):
        rescue.keep_yearly(office)
    assert list((data_of(office) / "penyelamatan").iterdir()) == []


def test_papers_of_the_year_lie_there_under_names_that_people_read(office: Office) -> None:
    planner = Kantor(office.store, SetClock(NOW), is_new=False).ctx(RAHMA)
    for _ in range(2):
        office_papers.fix(planner, "sop", Pokok(2026))
    into_next_april(office)

    made = rescue.keep_yearly(office)

    assert made is not None
    papers = sorted((made / "dokumen").iterdir())
    assert len(papers) == 2
    assert all(file.name.startswith("sop") and file.suffix == ".pdf" for file in papers)
    assert all(file.read_bytes().startswith(b"%PDF") for file in papers)
