"""An office made from a workbook that is imported into an empty folder: whole, or nothing is left behind."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.errors import FileRefused
from kinerja_desktop.domain.indikator import Rencana
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import auth, setup, workbook_import
from kinerja_desktop.services.clock import SystemClock
from kinerja_desktop.services.context import Context, Office
from kinerja_desktop.services.undoing import whole_or_nothing
from kinerja_desktop.services.workbook_import import HasilImpor
from kinerja_desktop.services.workbook_merge import Perubahan, Tindakan
from kinerja_desktop.storage.database import Store


def import_as_office(folder: Path, path: Path, first: setup.FirstAccount, *, uji: bool = False) -> HasilImpor:
    """Make an office of a workbook in ``folder``, with ``first`` as its first account. A trial leaves nothing.

    Raises FileRefused, PasswordTooWeak, PasswordCommon, and every KnownFault of storage.
    """
    from kinerja_desktop.exchange.buku_kinerja import periksa

    bacaan = periksa(path)
    clock = SystemClock(setup.zona_of(bacaan.buku.instansi.provinsi).tzinfo)
    if uji and _is_named(bacaan.buku):
        office = Office(Store.memory(), clock)
        setup.found(office.store, _without_plan(bacaan.buku), [first], clock=clock)
        return _told(workbook_import.checked(_planner(office, first), path, bacaan).hasil)
    if bacaan.kesalahan:
        raise FileRefused(bacaan.kesalahan)
    with whole_or_nothing(folder):
        office = setup.create_office(folder, _without_plan(bacaan.buku), [first], clock=clock)
        with closing(office.store):
            ctx = _planner(office, first)
            return _told(workbook_import.apply_workbook(ctx, workbook_import.checked(ctx, path, bacaan)))


def _is_named(buku: BukuKinerja) -> bool:
    """Whether there is enough of a workbook to try it in an office, whatever else is wrong in it."""
    return bool(buku.instansi.nama and buku.instansi.kabupaten and buku.rencana.tahun)


def _without_plan(buku: BukuKinerja) -> BukuKinerja:
    return replace(buku, rencana=Rencana(buku.rencana.tahun, ()), anggaran=())


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
