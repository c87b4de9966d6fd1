"""The self-test of an installed program: does everything that an office does once, in a scratch place, and tells.

It finds what an installation lacks (a library that is loaded late, a font, a form, a migration) before an office
needs it. What it leaves is nothing: office, papers, keys and backup lie in one folder that is taken away. Rules of
the office are no matter of this room; the tests of the program hold them. One more part: a function that yields one
`Langkah` for each thing it did, and its place in `steps` (for files that leave or come in: `selftest_files`).
"""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from importlib import import_module
from pathlib import Path

from kinerja_desktop import paths
from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import (
    annual,
    backup,
    drill,
    guide,
    integrity,
    practice_office,
    program_files,
    workbook_export,
)
from kinerja_desktop.services.context import FreshFor, Office
from kinerja_desktop.services.practice_office import KantorLatihan
from kinerja_desktop.services.practice_stage import confirm
from kinerja_desktop.services.printing import Format
from kinerja_desktop.services.selftest_files import carried
from kinerja_desktop.services.selftest_step import Langkah, acting

LIBRARIES = (
    "zxingcpp",
    "PIL.JpegImagePlugin",
    "PIL.WebPImagePlugin",
    "alembic.command",
    "argon2",
    "docx",
    "holidays.countries.indonesia",
    "lxml.etree",
    "nacl.signing",
    "openpyxl",
    "pikepdf.pdfa",
    "pyrage",
    "reportlab.platypus",
    "reportlab.graphics.renderPDF",
    "reportlab.graphics.renderSVG",
    "sqlalchemy.dialects.sqlite",
    "_rl_accel",
)
"""What is imported only when it is needed; by name, because most of it may not be known here."""

_PLAYED_UNTIL = datetime(2026, 7, 10, 16, tzinfo=Zona.WITA.tzinfo)
"""The first triwulan of the example is done, the second one is ordered and waits for figures."""

Screens = Callable[[Office], Sequence[str]]
"""Opens every tab of every role on an office; what was opened, or nothing where this PC has no Qt."""


def steps(screens: Screens, workbook: Path | None = None) -> Iterator[Langkah]:
    """Everything, one thing after the other, on the example or on a workbook of its year.

    Raises what the services raise; that is a finding too.
    """
    with _scratch() as place:
        yield from _program()
        yield _libraries()
        made = practice_office.make(place / "kantor", workbook, _silent, until=_PLAYED_UNTIL)
        with drill.opened(made.folder) as office:
            yield _played(office, made)
            yield _papers(made.dokumen)
            yield from _reports(office, made.tahun)
            yield _workbook(office, place / "ekspor.xlsx")
            yield from carried(office, place, made.tahun, workbook or paths.resource(*practice_office.EXAMPLE))
            yield _check(office)
            yield from _backup(office, place / "flashdisk")
            yield _help(place / "panduan")
            yield _screens(screens(office))


def _help(folder: Path) -> Langkah:
    """The help is there, and its papers are made of it."""
    written = guide.write_all(folder, list(Role), _silent)
    told = f"{len(guide.subjects())} halaman bantuan, {len(written)} panduan ditulis"
    return Langkah("Bantuan", told, bool(guide.changes().bagian))


def _silent(_: str) -> None:
    """What is played and written is told in sum."""


@contextmanager
def _scratch() -> Iterator[Path]:
    """A folder for everything, keys included: those of this PC are neither read nor changed."""
    before = os.environ.get(paths.KEY_VARIABLE)
    with tempfile.TemporaryDirectory(prefix="kinerja-swauji-") as name:
        os.environ[paths.KEY_VARIABLE] = str(Path(name) / "kunci")
        try:
            yield Path(name)
        finally:
            os.environ.pop(paths.KEY_VARIABLE)
            if before is not None:
                os.environ[paths.KEY_VARIABLE] = before


def _program() -> Iterator[Langkah]:
    """The files of an installed program; a checkout has no list of them."""
    found = program_files.examine(program_files.installed())
    if found is not None:
        yield Langkah("Berkas program", found.kalimat or f"{found.jumlah} berkas sama dengan saat dikirim", found.utuh)


def _libraries() -> Langkah:
    missing = [name for name in LIBRARIES if not _can_import(name)]
    told = f"tidak dapat dimuat: {', '.join(missing)}" if missing else f"{len(LIBRARIES)} pustaka dapat dimuat"
    return Langkah("Pustaka", told, not missing)


def _can_import(name: str) -> bool:
    try:
        import_module(name)
    except ImportError:
        return False
    return True


def _played(office: Office, made: KantorLatihan) -> Langkah:
    with office.store.read() as unit:
        acts = sum(len(unit.journal.acts(case_id)) for case_id in unit.journal.case_ids())
    return Langkah("Satu triwulan", f"{made.nama}: {acts} tindakan SOP dijalankan", acts > 0)


def _papers(files: Sequence[Path]) -> Langkah:
    """Every paper of the quarter as it was filed; a PDF must be PDF/A."""
    from kinerja_desktop.documents.pdfa import is_archive_form

    bad = [f.name for f in files if f.suffix == ".pdf" and not is_archive_form(f.read_bytes())]
    told = f"bukan PDF/A: {', '.join(bad)}" if bad else f"{len(files)} berkas dibuat, semua PDF berbentuk PDF/A-2b"
    return Langkah("Dokumen langkah 1–6", told, bool(files) and not bad)


def _reports(office: Office, tahun: int) -> Iterator[Langkah]:
    """The annual report as a draft; the year is not over."""
    ctx = next(acting(office, Role.KASUBAG_PERENCANAAN))
    for fmt in Format:
        size = len(annual.export(ctx, tahun, fmt))
        yield Langkah(f"LKjIP {tahun} {fmt.value.upper()}", f"{size:,} bita".replace(",", "."), size > 0)


def _workbook(office: Office, file: Path) -> Langkah:
    from kinerja_desktop.exchange.buku_kinerja import baca

    planner = next(acting(office, Role.KASUBAG_PERENCANAAN))
    confirm(planner, FreshFor.EXPORT)
    workbook_export.export_workbook(planner, file)
    rows = len(baca(file).rencana.indikator)
    return Langkah("Buku Kinerja", f"diekspor dan dibaca kembali: {rows} indikator", rows > 0)


def _check(office: Office) -> Langkah:
    found = integrity.examine(office).temuan
    return Langkah("Keutuhan", found[0] if found else "tidak ditemukan perubahan", not found)


def _backup(office: Office, stick: Path) -> Iterator[Langkah]:
    stick.mkdir()
    made = backup.back_up(office, stick)
    yield Langkah("Cadangan", f"{made.anggota} isi, ditulis dan dibaca kembali", made.anggota > 0)
    found = drill.drill(made.berkas).temuan
    yield Langkah("Uji pulih", found[0] if found else "dapat dipulihkan", not found)


def _screens(opened: Sequence[str]) -> Langkah:
    if not opened:
        return Langkah("Layar", "tidak diuji: pustaka jendela tidak terpasang")
    return Langkah("Layar", f"{len(opened)} halaman dibuka: {', '.join(opened)}")
