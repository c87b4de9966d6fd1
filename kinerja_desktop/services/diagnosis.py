"""What a technical helper asks first: versions, sizes, counts, last check, last copies, last faults.

It may be sent away, so nothing of it names a person, an office, a folder or a figure. To tell one more fact: a line in
`_facts`, after asking whether it could; ``tests/sec/test_leaks.py`` looks for names.
"""

import shutil
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from kinerja_desktop import __version__, bug_report, paths
from kinerja_desktop.domain.numerals import format_ukuran
from kinerja_desktop.services import backup_status, integrity, update_package
from kinerja_desktop.services.context import Office
from kinerja_desktop.storage import dump
from kinerja_desktop.storage.database import SQLITE_VERSION
from kinerja_desktop.storage.gate import SCHEMA_VERSION

_FAULTS, _REPORTS = 5, 3
"""How many faults are named, and how many whole reports of them go into the file."""
_AREAS = (paths.EVIDENCE, paths.ARCHIVE, paths.BACKUPS, paths.RESCUE)
_PROMISE = "Tidak memuat angka kinerja, nama orang, NIP, atau sandi."

Fakta = tuple[tuple[str, str], ...]


def facts(office: Office, more: Iterable[tuple[str, str]] = ()) -> Fakta:
    """Names and values in their order; ``more`` is what the window knows of the screen."""
    return (*_facts(office), *more)


def of_program() -> Fakta:
    """What can be told where no office opens."""
    return tuple(_program())


def as_text(told: Fakta) -> str:
    """The facts as they are pasted into a message."""
    return "\n".join((*(f"{name}: {value}" for name, value in told), _PROMISE, ""))


def details(office: Office, more: Iterable[tuple[str, str]] = ()) -> bytes:
    """The same with the last reports of faults, as the file that is sent on request."""
    return "\n".join((as_text(facts(office, more)), *map(_whole, _reports(office)[:_REPORTS]))).encode()


def _whole(report: Path) -> str:
    return f"--- {report.name}\n{report.read_text(encoding='utf-8', errors='replace')}"


def _program() -> Iterator[tuple[str, str]]:
    yield "Program", f"Kinerja Desktop {__version__}"
    yield "Sistem", bug_report.system()
    yield "Pustaka", ", ".join((*bug_report.versions(), f"SQLite {SQLITE_VERSION}"))
    yield "Skema data", str(SCHEMA_VERSION)
    yield "Kunci rilis", update_package.key_told()


def _facts(office: Office) -> Iterator[tuple[str, str]]:
    yield from _program()
    yield "Disusun", _moment(office.clock.now())
    yield "Data latihan", "ya" if office.latihan else "tidak"
    yield from _sizes(office.store.folder)
    yield from _state(office)
    yield from _counts(office)
    faults = [f"{report.stem.removeprefix('kesalahan-')} {bug_report.kind_of(report)}" for report in _reports(office)]
    yield "Kesalahan program terakhir", "; ".join(faults[:_FAULTS]) or "tidak ada"


def _sizes(folder: Path | None) -> Iterator[tuple[str, str]]:
    if folder is None:
        return
    yield "Basis data", _size([folder / paths.DATABASE])
    for area in _AREAS:
        files = [file for file in (folder / area).rglob("*") if file.is_file()]
        yield f"Folder {area}", f"{len(files)} berkas, {_size(files)}"
    yield "Ruang kosong pada diska", format_ukuran(shutil.disk_usage(folder).free)


def _size(files: Iterable[Path]) -> str:
    return format_ukuran(sum(file.stat().st_size for file in files if file.is_file()))


def _state(office: Office) -> Iterator[tuple[str, str]]:
    stopped = office.store.stopped
    yield "Penulisan", "berjalan" if stopped is None else f"berhenti ({type(stopped).__name__})"
    last = integrity.last_of(office)
    yield "Pemeriksaan keutuhan", "belum" if last is None else f"{_moment(last[1])}, {len(last[0].temuan)} temuan"
    state = backup_status.status_of(office)
    yield (
        "Cadangan otomatis",
        ("belum ada" if state.otomatis is None else _moment(state.otomatis)) + (", gagal" if state.gagal else ""),
    )
    yield "Cadangan USB", "belum ada" if state.usb is None else _moment(state.usb)
    yield "Hari pakai tanpa cadangan USB", str(state.hari_pakai)


def _counts(office: Office) -> Iterator[tuple[str, str]]:
    with office.store.read() as unit:
        yield "Banyaknya baris", ", ".join(f"{tabel.nama} {dump.count(unit, tabel)}" for tabel in dump.tables())


def _reports(office: Office) -> list[Path]:
    return [] if office.store.folder is None else bug_report.reports(office.store.folder / paths.LOGS)


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H.%M %z}"
