from datetime import timedelta
from pathlib import Path

import pytest

from kinerja_desktop.bootstrap import OpenedOffice
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.services import auth, people, trail
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.passwords import PRACTICE
from kinerja_desktop.storage.gate import open_gate
from tests.disk_office import NOW, PASSWORD, USER, make_office


def test_the_log_in_of_a_practice_office_shows_its_own_time(tmp_path: Path) -> None:
    office = make_office(tmp_path / "data")
    assert isinstance(office.clock, SetClock)
    office.clock.waktu = NOW + timedelta(days=400)
    auth.log_in(office, USER, PASSWORD)
    office.store.close()
    opened = OpenedOffice(open_gate(tmp_path / "data"))
    before = opened.frame().versi_waktu
    assert str(NOW.year + 1) in before
    opened.office()
    assert opened.frame().versi_waktu == before
    opened.office().store.close()


def test_the_password_of_a_practice_person_is_shown_while_it_holds(tmp_path: Path) -> None:
    office = make_office(tmp_path / "data")
    auth.log_in(office, USER, PASSWORD)
    office.store.close()
    opened = OpenedOffice(open_gate(tmp_path / "data"))
    assert [n.terakhir for n in opened.names() if n.id == USER] == [f"Sandi latihan: latihan-{USER}"]

    auth.replace_password(opened.office(), USER, PASSWORD, "ayam jago di pagar")  # at the moment of the founding

    assert [n.terakhir for n in opened.names() if n.id == USER] == [""]
    opened.close()


def test_the_password_of_who_came_to_a_practice_office_later_is_not_guessed(tmp_path: Path) -> None:
    office = make_office(tmp_path / "data")
    with office.store.unit() as unit:
        new = people.put_person(unit, trail.PROGRAM, NOW, Pegawai("Wati Sekiranya", "Analis Data", (), pengguna="wati"))
        later = NOW + timedelta(days=1)
        auth.open_account(unit, trail.PROGRAM, later, new, pengguna="wati", sandi=PASSWORD, cost=PRACTICE)
        unit.commit()
    office.store.close()
    opened = OpenedOffice(open_gate(tmp_path / "data"))
    assert [n.terakhir for n in opened.names() if n.id == "wati"] == [""]
    opened.close()


@pytest.mark.parametrize("whole", [False, True])
def test_an_office_that_was_let_go_is_one_file(tmp_path: Path, *, whole: bool) -> None:
    make_office(tmp_path / "data").store.close()
    opened = OpenedOffice(open_gate(tmp_path / "data"))
    if whole:
        auth.log_in(opened.office(), USER, PASSWORD)
    opened.close()
    assert [file.name for file in (tmp_path / "data").glob("kinerja.db*")] == ["kinerja.db"]
