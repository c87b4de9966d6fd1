"""A whole practice office in one go: founded from a workbook, its year played, its papers on the disk.

The bundled example is used where no workbook is named; people and seksi that a workbook lacks are borrowed from
it. Everything is done by the services that the window calls.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain, count
from pathlib import Path

from kinerja_desktop import paths
from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.contoh import lengkapi
from kinerja_desktop.domain.errors import FileRefused, FolderTaken
from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.domain.kalender import Kalender
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.services import backup_keys, calendar_table, opening, practice, setup, workbook_first
from kinerja_desktop.services.auth import normal_name
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.practice_papers import write_papers
from kinerja_desktop.services.practice_words import password_of
from kinerja_desktop.services.progress import Tick, silent
from kinerja_desktop.services.settings_declared import BY_KEY
from kinerja_desktop.services.undoing import DOKUMEN, whole_or_nothing

EXAMPLE = ("contoh", "kecamatan-kelara-2026.xlsx")


@dataclass(frozen=True, slots=True)
class LogIn:
    """One person's practice log-in, to be printed."""

    pengguna: str
    sandi: str
    nama: str
    jabatan: str
    peran: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KantorLatihan:
    """What was made. ``dokumen`` are the files written, ``jam`` where the office's clock stands."""

    folder: Path
    nama: str
    tahun: int
    jam: datetime
    dokumen: tuple[Path, ...]
    lembar: Path
    masuk: tuple[LogIn, ...]
    peringatan: tuple[str, ...]


def make(
    folder: Path,
    workbook: Path | None,
    tell: practice.Tell,
    *,
    papers: bool = True,
    until: datetime | None = None,
    script: practice.Script = practice.WHOLE_YEAR,
    watch: Tick = silent,
) -> KantorLatihan:
    """Make a practice office in ``folder``; with ``until`` its year is played up to that moment only.

    With ``practice.MIDDLE`` it stands in the middle of a triwulan, and every role has something to press. ``watch``
    hears how far it is, and may raise to leave: nothing is left of it then.

    Raises FolderTaken, FileRefused, every KnownFault of the disk.
    """
    if opening.has_office(folder):
        raise FolderTaken(str(folder))
    buku = read_book(workbook)
    tell(f"{buku.instansi.nama}, tahun {buku.rencana.tahun}: {len(buku.rencana.indikator)} indikator")
    accounts = [setup.FirstAccount(p.pengguna, password_of(p.pengguna)) for p in buku.pegawai if p.pengguna]
    clock = SetClock(first_morning(buku))
    if faults := workbook_first.people_faults(buku, "" if workbook is None else workbook.name, clock):
        raise FileRefused(faults)
    with whole_or_nothing(folder) as made_elsewhere:
        office = setup.create_office(folder, buku, accounts, clock=clock, latihan=True)
        with closing(office.store):
            made_elsewhere.append(backup_keys.key_file(office))
            stage = practice.play(office, clock, buku, tell, papers=papers, until=until, script=script, watch=watch)
            written = write_papers(office, stage.acting, folder / DOKUMEN, tell) if papers else ()
            sheet = backup_keys.write_sheet(office, folder)
    return KantorLatihan(
        folder=folder,
        nama=buku.instansi.nama,
        tahun=buku.rencana.tahun,
        jam=clock.waktu,
        dokumen=written,
        lembar=sheet,
        masuk=tuple(_log_ins(buku)),
        peringatan=buku.peringatan,
    )


def read_book(workbook: Path | None) -> BukuKinerja:
    """The workbook (or the example) with somebody for every role. Raises FileRefused."""
    from kinerja_desktop.exchange.buku_kinerja import baca

    example = baca(paths.resource(*EXAMPLE))
    buku = lengkapi(example if workbook is None else baca(workbook), example)
    return replace(buku, pegawai=tuple(_with_user_names(buku.pegawai)))


def _with_user_names(pegawai: Iterable[Pegawai]) -> Iterator[Pegawai]:
    """Everybody gets a user name, so that each role can be tried; who has none, by his first name."""
    people = tuple(pegawai)
    taken = {normal_name(p.pengguna) for p in people if p.pengguna}
    for p in people:
        if p.pengguna:
            yield replace(p, pengguna=normal_name(p.pengguna))
            continue
        first = normal_name(p.nama.partition(" ")[0]).strip(".,") or "pegawai"
        name = next(n for n in chain([first], (f"{first}{k}" for k in count(2))) if n not in taken)
        taken.add(name)
        yield replace(p, pengguna=name)


def first_morning(buku: BukuKinerja) -> datetime:
    """When a practice office is set up: on the first working morning of its year."""
    tahun = buku.rencana.tahun
    zone = setup.zona_of(buku.instansi.provinsi) if buku.instansi.provinsi else Zona[BY_KEY["zona"].bawaan]
    kalender = Kalender((calendar_table.proposal(tahun),), zona=zone)
    return kalender.add_office_minutes(kalender.opening(kalender.workday_from(date(tahun, 1, 1))), 30)


def _log_ins(buku: BukuKinerja) -> Iterator[LogIn]:
    for p in buku.pegawai:
        if p.pengguna:
            roles = tuple(role.value for role in p.peran)
            yield LogIn(p.pengguna, password_of(p.pengguna), p.nama, p.jabatan_tercetak, roles)
