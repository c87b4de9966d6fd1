"""An office made from a workbook that is imported into an empty folder: whole, or nothing is left behind."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from kinerja_desktop.domain.buku import BukuKinerja, baris_pegawai
from kinerja_desktop.domain.errors import Kesalahan
from kinerja_desktop.domain.indikator import Rencana
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import auth, backup_keys, people, settings, setup, trail, workbook_import
from kinerja_desktop.services.clock import SystemClock
from kinerja_desktop.services.context import Clock, Context, FreshFor, Office
from kinerja_desktop.services.undoing import whole_or_nothing
from kinerja_desktop.services.workbook_import import HasilImpor, Heard, unheard
from kinerja_desktop.services.workbook_job import Job
from kinerja_desktop.services.workbook_merge import Perubahan, Tindakan, rejected
from kinerja_desktop.storage.database import Store


def import_as_office(
    folder: Path, path: Path, first: setup.FirstAccount, *, uji: bool = False, found: Heard = unheard
) -> HasilImpor:
    """Make an office of a workbook in ``folder``, with ``first`` as its first account and its recovery sheet beside it.

    It is tried in the memory first, with all that an office can find fault with; what is wrong stands in ``kesalahan``.
    A trial leaves nothing, and neither does a workbook with a fault. Raises FileRefused for what may not be opened,
    PasswordTooWeak, PasswordCommon, and every KnownFault of storage.
    """
    from kinerja_desktop.exchange.buku_kinerja import periksa

    bacaan = periksa(path)
    clock = SystemClock(setup.zona_of(bacaan.buku.instansi.provinsi).tzinfo)
    office = Office(Store.memory(), clock)
    begun = _begun(bacaan.buku, first, clock.now().date())
    setup.found(office.store, begun, [first], clock=clock)
    trial = workbook_import.checked(_planner(office, first), path, bacaan, founding=True).hasil
    told = _told(_with_first_fault(trial, bacaan.buku, begun, first, path.name))
    found(told)
    if uji or told.kesalahan:
        return told
    with whole_or_nothing(folder) as made_elsewhere:
        office = setup.create_office(folder, begun, [first], clock=clock)
        with closing(office.store):
            made_elsewhere.append(backup_keys.key_file(office))
            ctx = _planner(office, first)
            auth.confirm_password(ctx, first.sandi, FreshFor.ROLES)
            checked = workbook_import.checked(ctx, path, bacaan, founding=True)
            done = workbook_import.apply_workbook(ctx, checked)
            backup_keys.write_sheet(office, folder, ctx.actor)
            return _told(done)


def people_faults(buku: BukuKinerja, berkas: str, clock: Clock) -> tuple[Kesalahan, ...]:
    """What keeps people of a workbook from being stored in an office with its seksi, each at its cell."""
    alone = replace(buku, rencana=Rencana(0, ()), latihan=None)
    with Store.memory().unit() as unit:
        job = Job(unit, trail.PROGRAM, clock.now(), alone, berkas, founding=True)
        job.compare()
    return tuple(job.kesalahan)


def _begun(buku: BukuKinerja, first: setup.FirstAccount, today: date) -> BukuKinerja:
    """What an office begins with: letterhead, seksi, and the people who can be taken in as they are.

    The others are left to the import, which tells what is wrong with them; a letterhead that lacks its names does not
    get further than the trial.
    """
    given, blank = buku.instansi, settings.KANTOR_BARU
    instansi = replace(given, nama=given.nama or blank.nama, kabupaten=given.kabupaten or blank.kabupaten)
    seksi = {s.kode for s in buku.seksi}
    sound = [p for p in buku.pegawai if people.is_sound(p, seksi) and not _is_kept_out(buku, p)]
    mine = [p for p in sound if _is_named(p, first)]
    if not any(p.berlaku(today) and Role.KASUBAG_PERENCANAAN in p.peran for p in mine):
        sound = [p for p in sound if p not in mine]
    rencana = Rencana(buku.rencana.tahun or today.year, ())
    return replace(buku, instansi=instansi, rencana=rencana, anggaran=(), pegawai=tuple(sound))


def _is_kept_out(buku: BukuKinerja, person: Pegawai) -> bool:
    asal = buku.letak.get(("Pegawai", baris_pegawai(person)))
    return asal is not None and asal.ditolak


def _is_named(person: Pegawai, first: setup.FirstAccount) -> bool:
    return bool(person.pengguna) and auth.normal_name(person.pengguna or "") == auth.normal_name(first.pengguna)


def _with_first_fault(
    trial: HasilImpor, buku: BukuKinerja, begun: BukuKinerja, first: setup.FirstAccount, berkas: str
) -> HasilImpor:
    """Told where the workbook names who begins, and he may not plan today: it could not come in by him."""
    mine = next((p for p in buku.pegawai if _is_named(p, first)), None)
    if mine is None or any(_is_named(p, first) for p in begun.pegawai):
        return trial
    asal = buku.letak.get(("Pegawai", baris_pegawai(mine)))
    sebab = (
        f"Pengguna {first.pengguna} menjadi akun pertama, tetapi hari ini ia tidak memegang peran Kasubag Perencanaan."
    )
    saran = "Periksa peran, mulai, dan sampai di baris ini, atau pakai nama pengguna lain."
    lembar, sel = ("Pegawai", None) if asal is None else (asal.lembar, asal.sel("pengguna"))
    fault = Kesalahan(berkas, lembar, sel, mine.pengguna, sebab, saran)
    rows = (rejected(p) if (p.lembar, p.kunci) == ("Pegawai", mine.nama) else p for p in trial.perubahan)
    return replace(trial, kesalahan=(*trial.kesalahan, fault), perubahan=tuple(rows))


def _planner(office: Office, first: setup.FirstAccount) -> Context:
    with office.store.read() as unit:
        account = unit.accounts.by_pengguna(auth.normal_name(first.pengguna))
        assert account is not None
        actors = auth.actors_of(unit, account.pegawai_id, office.clock.now().date())
    return Context(office, replace(actors[0], role=Role.KASUBAG_PERENCANAAN, seksi=None))


def _told(hasil: HasilImpor) -> HasilImpor:
    return replace(hasil, perubahan=tuple(map(_as_new, hasil.perubahan)))


def _as_new(told: Perubahan) -> Perubahan:
    """In a new office every row is new, also those that founding it wrote already."""
    return replace(told, tindakan=Tindakan.TAMBAH) if told.tindakan is Tindakan.TETAP else told
