"""An office made from a workbook that is imported into an empty folder: whole, or nothing is left behind."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.indikator import Rencana
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import auth, setup
from kinerja_desktop.services.clock import SystemClock
from kinerja_desktop.services.context import Context, Office
from kinerja_desktop.services.undoing import whole_or_nothing
from kinerja_desktop.services.workbook_import import HasilImpor, import_buku
from kinerja_desktop.services.workbook_merge import Perubahan, Tindakan
from kinerja_desktop.storage.database import Store


def import_as_office(folder: Path, path: Path, first: setup.FirstAccount, *, uji: bool = False) -> HasilImpor:
    """Make an office of a workbook in ``folder``, with ``first`` as its first account. A trial leaves nothing.

    Raises FileRefused, PasswordTooWeak, PasswordCommon, and every KnownFault of storage.
    """
    from kinerja_desktop.exchange.buku_kinerja import baca

    buku = baca(path)
    clock = SystemClock(setup.zona_of(buku.instansi.provinsi).tzinfo)
    if uji:
        office = Office(Store.memory(), clock)
        setup.found(office.store, _without_plan(buku), [first], clock=clock)
        return _fill(office, buku, path.name, first, uji=True)
    with whole_or_nothing(folder):
        office = setup.create_office(folder, _without_plan(buku), [first], clock=clock)
        with closing(office.store):
            return _fill(office, buku, path.name, first, uji=False)


def _without_plan(buku: BukuKinerja) -> BukuKinerja:
    return replace(buku, rencana=Rencana(buku.rencana.tahun, ()), anggaran=())


def _fill(office: Office, buku: BukuKinerja, berkas: str, first: setup.FirstAccount, *, uji: bool) -> HasilImpor:
    with office.store.read() as unit:
        account = unit.accounts.by_pengguna(auth.normal_name(first.pengguna))
        assert account is not None
        actors = auth.actors_of(unit, account.pegawai_id, office.clock.now().date())
    planner = replace(actors[0], role=Role.KASUBAG_PERENCANAAN, seksi=None)
    hasil = import_buku(Context(office, planner), buku, berkas, uji=uji)
    return replace(hasil, perubahan=tuple(map(_as_new, hasil.perubahan)))


def _as_new(told: Perubahan) -> Perubahan:
    """In a new office every row is new, also those that founding it wrote already."""
    return replace(told, tindakan=Tindakan.TAMBAH) if told.tindakan is Tindakan.TETAP else told
