"""Making an office in an empty folder; ``opening`` opens it afterwards.

An office begins with what a Buku Kinerja says: letterhead, seksi, people, the year's plan. Its id names the key
that its backups are locked with; its code begins the names of its files. Whether it is a practice office is
decided here once and never changes.
"""

import base64
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.errors import FolderTaken, ReadOnlyPlace
from kinerja_desktop.domain.huruf import composed
from kinerja_desktop.domain.ids import new_id
from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.penomoran import kode_unit_usulan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange.names import slug
from kinerja_desktop.services import auth, calendar_table, people, planning, settings, trail
from kinerja_desktop.services.context import Clock, Office
from kinerja_desktop.services.hidden_signs import refuse_hidden
from kinerja_desktop.services.opening import has_office, has_remains
from kinerja_desktop.services.passwords import PRACTICE, TARGET, Cost
from kinerja_desktop.services.settings_checks import check_settings
from kinerja_desktop.services.undoing import whole_or_nothing
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.faults import sorted_faults, system_fault
from kinerja_desktop.storage.swap import put_in_place
from kinerja_desktop.storage.unit_of_work import Unit

FIRST_ROLES = (Role.KASUBAG_PERENCANAAN, Role.ADMIN)
"""What the first account of an office without people holds: enough to plan and to bring in the others."""


@dataclass(frozen=True, slots=True)
class FirstAccount:
    """Who logs in first. The rest matters only where the workbook does not name the person.

    Where ``peran`` asks for an Admin and no account is one, the first account becomes it.
    """

    pengguna: str
    sandi: str
    nama: str = ""
    jabatan: str = "Kasubag Perencanaan"
    peran: tuple[Role, ...] = FIRST_ROLES


def create_office(
    folder: Path, buku: BukuKinerja, accounts: Sequence[FirstAccount], *, clock: Clock, latihan: bool = False
) -> Office:
    """Make an office from a workbook, whole or not at all. Raises FolderTaken, and what its people break.

    Where an office once was, none is begun anew: what is left of it must be brought back.

    Realisasi of the workbook is not taken in here (``workbook_import`` or the played year do that).
    """
    if has_office(folder) or has_remains(folder):
        raise FolderTaken(str(folder))
    with whole_or_nothing(folder):
        make_folder(folder)
        with _beside(folder) as stage:
            store = Store.open(stage, create=True)
            try:
                found(store, buku, accounts, clock=clock, latihan=latihan)
            finally:
                store.close()
            with sorted_faults(folder):
                put_in_place(stage, folder)
        return Office(Store.open(folder), clock, latihan)


_STAGE = ".mendirikan"


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """Where the office is made until it is whole: a program that dies meanwhile leaves no office without people."""
    stage = folder / _STAGE
    with sorted_faults(folder):
        shutil.rmtree(stage, ignore_errors=True)  # of a program that was killed
        stage.mkdir(mode=0o700)
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def make_folder(folder: Path) -> None:
    """Make the folder of an office. Raises ReadOnlyPlace also where there can be none, as on a drive that is away."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, FileNotFoundError, NotADirectoryError) as error:
        raise ReadOnlyPlace(str(folder)) from error
    except OSError as error:
        raise system_fault(error, str(folder)) from error


def found(
    store: Store, buku: BukuKinerja, accounts: Sequence[FirstAccount], *, clock: Clock, latihan: bool = False
) -> None:
    """Fill an empty store with an office, in one transaction. Raises FieldsRefused, NipSalah."""
    now, buku, accounts = clock.now(), composed(buku), composed(accounts)
    cost = PRACTICE if latihan else TARGET
    check_settings(_chosen(buku))
    refuse_hidden(*((f"seksi.{s.kode}", "Kode dan nama seksi", f"{s.kode} {s.nama}") for s in buku.seksi))
    with store.unit() as unit:
        _put_identity(unit, buku, now, latihan=latihan)
        for seksi in buku.seksi:
            people.put_seksi(unit, trail.PROGRAM, now, seksi)
        for pegawai in _people(buku.pegawai, accounts):
            _put_person(unit, pegawai, accounts, now, cost)
        planning.put_plan(unit, trail.PROGRAM, now, buku.rencana, buku.anggaran, isi={"sumber": "buku kinerja"})
        tahun = buku.rencana.tahun
        calendar_table.ensure_years(unit, {*calendar_table.years_around(now.date()), tahun, tahun + 1}, now)
        unit.commit()


def _put_identity(unit: Unit, buku: BukuKinerja, now: datetime, *, latihan: bool) -> None:
    named = buku.instansi != settings.KANTOR_BARU
    kode = slug((buku.instansi.kode_unit or kode_unit_usulan(buku.instansi.nama)).rpartition("-")[2]) if named else ""
    hidden = {settings.OFFICE_ID: new_id(), settings.OFFICE_CODE: kode, settings.PRACTICE: "ya" if latihan else ""}
    for kunci, teks in hidden.items():
        settings.put(unit, trail.PROGRAM, now, kunci, teks)
    for kunci, teks in _chosen(buku).items():
        settings.put(unit, trail.PROGRAM, now, kunci, teks)
    trail.record(unit, trail.PROGRAM, now, trail.Kind.OFFICE, hidden[settings.OFFICE_ID], isi={"kode": kode})


def _chosen(buku: BukuKinerja) -> Mapping[str, str]:
    """Settings that follow from the workbook; what it leaves open keeps its default."""
    chosen = {f"instansi.{name}": getattr(buku.instansi, name) for name in _TEXTS}
    if buku.instansi.lambang is not None:
        chosen["instansi.lambang"] = base64.b64encode(buku.instansi.lambang).decode("ascii")
    chosen["zona"] = zona_of(buku.instansi.provinsi).name if buku.instansi.provinsi else ""
    checker = next((p.jabatan for p in buku.pegawai if Role.KABID in p.peran), "")
    chosen["sop.pemeriksa"] = "Camat" if checker.casefold().startswith("camat") else checker
    return {kunci: teks for kunci, teks in chosen.items() if teks}


_TEXTS = ("nama", "kabupaten", "provinsi", "alamat", "tempat", "jabatan_pimpinan", "kode_unit")


def _people(pegawai: Sequence[Pegawai], accounts: Sequence[FirstAccount]) -> tuple[Pegawai, ...]:
    """The workbook's people and those first accounts that it does not name."""
    named = {_name_of(p) for p in pegawai}
    new = [_newcomer(a) for a in accounts if auth.normal_name(a.pengguna) not in named]
    everybody = [*pegawai, *new]
    with_account = {auth.normal_name(a.pengguna) for a in accounts}
    able = [n for n, p in enumerate(everybody) if _name_of(p) in with_account]
    asked = any(Role.ADMIN in a.peran for a in accounts)
    if able and asked and not any(Role.ADMIN in everybody[n].peran for n in able):
        first = everybody[able[0]]
        everybody[able[0]] = replace(first, peran=(*first.peran, Role.ADMIN))
    return tuple(everybody)


def _newcomer(account: FirstAccount) -> Pegawai:
    return Pegawai(account.nama or account.pengguna, account.jabatan, account.peran, pengguna=account.pengguna)


def _put_person(unit: Unit, pegawai: Pegawai, accounts: Sequence[FirstAccount], now: datetime, cost: Cost) -> None:
    clean = replace(pegawai, pengguna=_name_of(pegawai))
    stored = people.put_person(unit, trail.PROGRAM, now, clean)
    mine = next((a for a in accounts if auth.normal_name(a.pengguna) == stored.pengguna), None)
    if mine is not None and unit.accounts.by_pengguna(stored.pengguna or "") is None:
        auth.open_account(unit, trail.PROGRAM, now, stored, pengguna=mine.pengguna, sandi=mine.sandi, cost=cost)


def _name_of(pegawai: Pegawai) -> str | None:
    return auth.normal_name(pegawai.pengguna) if pegawai.pengguna else None


_WITA = frozenset(
    {
        "bali",
        "nusa tenggara barat",
        "nusa tenggara timur",
        "kalimantan selatan",
        "kalimantan timur",
        "kalimantan utara",
        "gorontalo",
    }
)
_WIT = ("maluku", "papua")


def zona_of(provinsi: str) -> Zona:
    """The zone in which a province lies (Keppres 41/1987)."""
    name = provinsi.casefold().strip()
    if name.startswith(_WIT):
        return Zona.WIT
    return Zona.WITA if name in _WITA or name.startswith("sulawesi") else Zona.WIB
