"""The practice office beside the real one: where it lies, what waits in it, and that a cancel leaves nothing."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import FolderTaken, HeldByOther
from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange.buku_kinerja import tulis
from kinerja_desktop.services import (
    auth,
    backup_keys,
    inbox,
    integrity,
    opening,
    practice,
    practice_office,
    practice_place,
    setup,
)
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Context, Office
from tests.disk_office import make_office
from tests.new_office import BLANK, FIRST
from tests.practice_book import BUKU

MORNING = datetime(2026, 1, 9, 16, tzinfo=Zona.WITA.tzinfo)


@pytest.fixture(scope="module")
def middle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("kantor")
    office = opening.open_office(practice_place.prepare(folder))
    yield office
    office.store.close()


def waiting(office: Office, role: Role) -> list[str]:
    """What waits for any holder of a role."""
    today = office.clock.now().date()
    with office.store.read() as unit:
        held = [a for p in unit.people.all() for a in auth.actors_of(unit, p.id, today) if a.role is role]
    found = [inbox.load(Context(office, actor)) for actor in held]
    return [task.judul for view in found for group in view.kelompok for task in group.tugas]


@pytest.mark.parametrize("role", [Role.KABID, Role.KASUBAG, Role.ANALIS, Role.KASUBAG_PERENCANAAN])
def test_every_role_of_the_sop_has_something_to_press(middle: Office, role: Role) -> None:
    assert waiting(middle, role)


def test_it_is_a_practice_office_whose_data_are_sound(middle: Office) -> None:
    assert middle.latihan
    assert integrity.examine(middle).temuan == ()


def test_it_lies_beside_the_office_and_leads_back_there(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    made = make_office(folder)
    made.store.close()
    target = practice_place.practice_folder(folder)
    assert target.parent == folder
    assert practice_place.home_of(target) == folder
    assert practice_place.home_of(folder) is None


def test_a_practice_office_from_the_command_line_has_no_office_to_go_back_to(tmp_path: Path) -> None:
    assert practice_place.home_of(tmp_path / practice_place.NAME) is None


def test_the_way_back_leads_to_the_set_up_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path)
    assert practice_place.home_of(tmp_path / practice_place.NAME) == tmp_path


class Gone(Exception):
    """Somebody pressed Batal."""


def test_progress_is_told_as_n_of_m_and_batal_leaves_nothing(tmp_path: Path) -> None:
    heard: list[tuple[int, int, str]] = []

    def watch(done: int, total: int, text: str) -> None:
        heard.append((done, total, text))
        if done > total // 3:
            raise Gone

    with pytest.raises(Gone):
        practice_place.prepare(tmp_path, watch)
    assert heard[0][0] == 0
    assert heard[-1][2].startswith("hari ")
    assert [n for n, _, _ in heard] == sorted(n for n, _, _ in heard)
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_opened_as_it_was_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = make_office(practice_place.practice_folder(tmp_path))
    office.store.close()
    monkeypatch.setattr(practice_office, "make", lambda *_, **__: pytest.fail("made anew"))
    assert practice_place.prepare(tmp_path) == practice_place.practice_folder(tmp_path)


def test_the_whole_year_has_no_middle() -> None:
    assert practice.WHOLE_YEAR.tengah == 0


def test_it_can_be_begun_anew_and_takes_its_key_along(tmp_path: Path) -> None:
    small = practice_place.practice_folder(tmp_path)
    tulis(BUKU, tmp_path / "buku.xlsx")
    practice_office.make(small, tmp_path / "buku.xlsx", lambda _: None, papers=False, until=MORNING)
    office = opening.open_office(small)
    key = backup_keys.key_file(office)
    office.store.close()
    assert key.exists()
    practice_place.discard(tmp_path)
    assert not key.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["buku.xlsx"]


def test_what_is_no_practice_office_is_never_taken_away(tmp_path: Path) -> None:
    place = practice_place.practice_folder(tmp_path)
    setup.create_office(place, BLANK, [FIRST], clock=SetClock(MORNING)).store.close()
    with pytest.raises(FolderTaken):
        practice_place.discard(tmp_path)
    assert opening.has_office(practice_place.practice_folder(tmp_path))


def test_one_that_is_open_stays(tmp_path: Path) -> None:
    open_one = make_office(practice_place.practice_folder(tmp_path))
    with pytest.raises(HeldByOther):
        practice_place.discard(tmp_path)
    open_one.store.close()
