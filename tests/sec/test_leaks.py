"""What the program leaves outside the office's own folder tells nobody who works there, nor any password.

Logs, reports of faults, the folder for temporary files, the flash disk: none of them holds a NIP, a name, a user name
or a password, whatever was done, went wrong or was given up.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from kinerja_desktop import paths
from kinerja_desktop.services import diagnosis
from kinerja_desktop.services.opening import open_office
from tests.disk_office import BUKU, PASSWORD, USER, make_office
from tests.office import PEOPLE, PLAN

ROOT = Path(__file__).parents[2]
WRONG = "sandi yang salah sekali"
SECRET = "rahasia dalam pesan"
CRASH = f"""
import logging, sys
from pathlib import Path
from kinerja_desktop import bug_report
from kinerja_desktop.services.clock import SystemClock
from tests.office import ANDI

bug_report.catch(Path(sys.argv[1]), print, SystemClock().now)
def deed(sandi, nip):
    logging.getLogger("kinerja").warning("masuk %s %s", ANDI.nama, nip)
    raise ValueError(f"{{sandi}} {{nip}} {{ANDI}}")
try:
    deed("{SECRET}", ANDI.nip)
except ValueError as first:
    raise RuntimeError(ANDI.nama) from first
"""


def persons() -> Iterator[str]:
    for person in PEOPLE:
        yield person.nama
        yield person.nama.split(",")[0]
        if person.nip:
            yield person.nip


OF_THE_OFFICE = (BUKU.instansi.nama, BUKU.instansi.kabupaten, *(i.nama for i in PLAN.indikator), "Kasi", USER)
TELLING = (*persons(), PASSWORD, WRONG, SECRET)


def found_in(*places: Path) -> list[str]:
    """Which telling words stand in which file below these places."""
    files = [file for place in places for file in sorted(place.rglob("*")) if file.is_file()]
    return [
        f"{file.name}: {word}" for file in files for word in TELLING for data in (file.read_bytes(),)
        if word.encode() in data or word.encode("utf-16-le") in data
    ]  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An office in a folder, a folder for temporary files, a flash disk, and two files with passwords."""
    make_office(tmp_path / "data").store.close()
    for name in ("sementara", "flashdisk", "kunci"):
        (tmp_path / name).mkdir()
    for name, sandi in (("benar", PASSWORD), ("salah", WRONG)):
        (tmp_path / name).write_text(f"{sandi}\n", encoding="utf-8")
    return tmp_path


def run(place: Path, *command: str) -> int:
    environment = {
        **os.environ,
        "TMPDIR": str(place / "sementara"),
        "KINERJA_KUNCI": str(place / "kunci"),
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.run(
        [sys.executable, *command], cwd=place, env=environment, capture_output=True, check=False
    ).returncode


def kinerja(place: Path, *command: str) -> int:
    return run(place, "-m", "kinerja_desktop", *command, "--data", str(place / "data"))


def login(place: Path, sandi: str) -> Sequence[str]:
    return ("--pengguna", USER, "--sandi-dari", str(place / sandi))


def test_work_copies_and_refusals_leave_nothing_that_tells(place: Path) -> None:
    stick = place / "flashdisk"
    assert kinerja(place, "cadangkan", "--ke", str(stick)) == 0
    (copy,) = stick.iterdir()
    assert kinerja(place, "uji-pulih", str(copy)) == 0
    assert kinerja(place, "periksa") == 0
    assert kinerja(place, "pulihkan", str(copy), *login(place, "salah")) == 6
    assert kinerja(place, "pulihkan", str(copy), *login(place, "benar")) == 0
    copy.write_bytes(copy.read_bytes()[:-1000])
    assert kinerja(place, "uji-pulih", str(copy)) == 4

    assert not list((place / "sementara").iterdir())
    assert not found_in(stick, place / "data" / paths.LOGS)


def test_a_report_of_a_fault_tells_places_in_the_code_and_nothing_of_people(place: Path) -> None:
    assert run(place, "-c", CRASH, str(place / "laporan")) == 1
    (report,) = (place / "laporan").iterdir()

    assert "RuntimeError" in report.read_text(encoding="utf-8")
    assert not found_in(place / "laporan", place / "sementara")


def test_what_a_helper_is_sent_names_nobody_and_no_place(place: Path) -> None:
    (place / "data" / paths.LOGS).mkdir(exist_ok=True)
    assert run(place, "-c", CRASH, str(place / "data" / paths.LOGS)) == 1
    office = open_office(place / "data")
    with closing(office.store):
        text = diagnosis.details(office, (("Layar", "1366 × 768"),))
    (place / "dikirim").mkdir()
    (place / "dikirim" / "rincian.txt").write_bytes(text)

    assert b"RuntimeError" in text
    assert str(place).encode() not in text
    assert not found_in(place / "dikirim")
    assert not [word for word in OF_THE_OFFICE if word.encode() in text]


@pytest.mark.parametrize("command", [("info",), ("info", "--json"), ("periksa", "--json")])
def test_what_a_command_tells_a_helper_names_nobody(place: Path, command: Sequence[str]) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "kinerja_desktop", *command, "--data", str(place / "data")],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout
    assert len(told) > 100
    assert not [word for word in (*TELLING, *OF_THE_OFFICE, str(place)) if word.encode() in told]


def test_the_search_for_telling_words_finds_them(place: Path) -> None:
    assert found_in(place / "data")
