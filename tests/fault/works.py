"""Works that are larger than an act: founding, import, upgrade, backup, restore, papers on a stick.

A work begins with a place that was prepared once and is copied for each try; ``judged`` says what does not hold there
afterwards, whether the work came to its end or not. To add one: its functions and its line in ``WORKS``. Rows that use
them: ``kills.in_works``, ``disks.full_in_works``, ``power.power_loss_in_works``.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from sqlalchemy import Connection, text

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.exchange import cadangan
from kinerja_desktop.exchange.atomic import write_bytes
from kinerja_desktop.services import (
    backup,
    drill,
    opening,
    quarterly,
    restore,
    setup,
    workbook_export,
    workbook_import,
)
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.printing import Format
from kinerja_desktop.storage import gate as gates
from kinerja_desktop.storage import migrations
from kinerja_desktop.storage.records import EMPTY, Head
from kinerja_desktop.storage.snapshot import head_in
from tests.disk_office import BUKU, NOW, PASSWORD, USER, admin_of
from tests.fault.office import ACTS, judge, made, opened
from tests.fault.rows import Tell, child, die
from tests.office import RAHMA, TW2, Kantor

KANTOR, USB, BUKU_XLSX = "kantor", "usb", "buku.xlsx"


@dataclass(frozen=True, slots=True)
class Work:
    """``prepare`` fills an empty place, ``do`` works on it, ``judged`` looks at it (allowed ends of the journal given).

    ``program`` is the program that runs meanwhile, where it is another one than ours.
    """

    nama: str
    prepare: Callable[[Path], object]
    do: Callable[[Path], object]
    judged: Callable[[Path, Sequence[int]], list[str]]
    program: Callable[[], AbstractContextManager[object]] = nullcontext
    keeps: bool = True
    """False where the work replaces the office, and with it what was acknowledged in between."""


def before_and(prepared: Path, heads: Sequence[Head]) -> tuple[int, ...]:
    """Where the journal may end: where it ended in the prepared office, and after each acknowledged transaction."""
    before = head_in(prepared / KANTOR / paths.DATABASE) if opening.has_office(prepared / KANTOR) else EMPTY
    return (before.seq, *(head.seq for head in heads))


def _done(place: Path, number: int = len(ACTS)) -> Kantor:
    """An office in which the first acts were done; open."""
    made(place / KANTOR)
    kantor = opened(place / KANTOR)
    for act in ACTS[:number]:
        act.do(kantor)
    return kantor


def _office(place: Path, allowed: Sequence[int]) -> list[str]:
    return judge(place / KANTOR, allowed=allowed)


def _maybe_office(place: Path, allowed: Sequence[int]) -> list[str]:
    return _office(place, allowed) if opening.has_office(place / KANTOR) else []


def _worked_in(place: Path) -> None:
    _done(place).store.close()


# --- founding, import ----------------------------------------------------------------------------


def _found(place: Path) -> None:
    admin = setup.FirstAccount(USER, PASSWORD, "Joko Permisalan", "Pranata Komputer")
    setup.create_office(place / KANTOR, BUKU, [admin], clock=SetClock(NOW), latihan=True).store.close()


def _with_workbook(place: Path) -> None:
    """An office, and the workbook of one that went further."""
    kantor = _done(place, 5)
    workbook_export.export_workbook(kantor.ctx(RAHMA), place / BUKU_XLSX)
    kantor.store.close()
    (place / KANTOR).rename(place / "lain")
    made(place / KANTOR)


def _import(place: Path) -> None:
    kantor = opened(place / KANTOR)
    try:
        workbook_import.import_workbook(kantor.ctx(RAHMA), place / BUKU_XLSX)
    finally:
        kantor.store.close()


# --- upgrade -------------------------------------------------------------------------------------


@contextmanager
def next_program() -> Iterator[None]:
    """The program of a later year: its schema has one step more."""
    steps, number = migrations.run_steps, gates.SCHEMA_VERSION

    def with_one_more(connection: Connection, found: int) -> int:
        reached = steps(connection, found)
        connection.execute(text("ALTER TABLE reads ADD COLUMN catatan TEXT"))
        return reached + 1

    migrations.template.cache_clear()
    migrations.run_steps, gates.SCHEMA_VERSION = with_one_more, number + 1
    try:
        yield
    finally:
        migrations.template.cache_clear()
        migrations.run_steps, gates.SCHEMA_VERSION = steps, number


def _killed_in(place: Path) -> None:
    """An office that died with its last acts in the log beside it."""
    _worked_in(place)

    def work(_: Tell) -> None:
        kantor = opened(place / KANTOR)
        ACTS[0].do(kantor)
        die()

    child(work)


def _upgrade(place: Path) -> None:
    opened(place / KANTOR).store.close()


# --- copies --------------------------------------------------------------------------------------


def _with_stick(place: Path) -> None:
    kantor = _done(place, 17)
    backup.back_up(kantor.office, place / USB)
    for act in ACTS[17:]:
        act.do(kantor)
    kantor.store.close()


def _back_up(place: Path) -> None:
    kantor = opened(place / KANTOR)
    try:
        backup.back_up(kantor.office, place / USB)
    finally:
        kantor.store.close()


def _office_and_copies(place: Path, allowed: Sequence[int]) -> list[str]:
    return [*_office(place, allowed), *copies_told(place)]


def copies_told(place: Path) -> Iterator[str]:
    """Whatever has the name of a finished copy is one."""
    for file in place.rglob("*.kpb"):
        try:
            cadangan.read(file, drill.keys_for(file, None))
        except KinerjaError as refused:
            yield f"{file.name}: {refused!r}"


def _stick_copy(place: Path) -> Path:
    return next((place / USB).glob("*.kpb"))


def _restore(place: Path) -> None:
    kantor = opened(place / KANTOR)
    try:
        restore.restore(admin_of(kantor.office), _stick_copy(place))
    finally:
        if not kantor.store.closed:
            kantor.store.close()


def _stick_alone(place: Path) -> None:
    _with_stick(place)
    (place / KANTOR).rename(place / "lama")


def _restore_into(place: Path) -> None:
    restore.restore_into(place / KANTOR, _stick_copy(place))


# --- papers --------------------------------------------------------------------------------------


def _with_papers(place: Path) -> None:
    _worked_in(place)
    _print(place)


def _print(place: Path) -> None:
    """The report as PDF and the plan as a workbook, over what lies there."""
    kantor = opened(place / KANTOR)
    try:
        write_bytes(place / "laporan.pdf", quarterly.export(kantor.ctx(RAHMA), TW2, Format.PDF))
        workbook_export.export_workbook(kantor.ctx(RAHMA), place / BUKU_XLSX)
    finally:
        kantor.store.close()


def _whole_papers(place: Path, allowed: Sequence[int]) -> list[str]:
    found = _office(place, allowed)
    pdf = (place / "laporan.pdf").read_bytes()
    if not (pdf.startswith(b"%PDF-") and pdf.rstrip().endswith(b"%%EOF")):
        found.append("laporan.pdf is cut")
    try:
        with ZipFile(place / BUKU_XLSX) as book:
            broken = book.testzip()
    except BadZipFile as error:
        broken = str(error)
    return found + ([f"{BUKU_XLSX}: {broken}"] if broken else [])


WORKS: Sequence[Work] = (
    Work("founding", lambda place: None, _found, _maybe_office, keeps=False),
    Work("import", _with_workbook, _import, _office),
    Work("upgrade", _killed_in, _upgrade, _office, next_program),
    Work("backup", _with_stick, _back_up, _office_and_copies),
    Work("restore", _with_stick, _restore, _office_and_copies, keeps=False),
    Work("restore on an empty PC", _stick_alone, _restore_into, _maybe_office, keeps=False),
    Work("papers", _with_papers, _print, _whole_papers),
)
