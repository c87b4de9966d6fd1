"""A Buku Kinerja read into the office: always a trial of all rows first, then all of it in one transaction.

``check_workbook`` reads the file and tells what would become of every row; ``apply_workbook`` stores exactly that, or
refuses where the office changed meanwhile. What a row changes is worked out in ``workbook_job``.
"""

import gc
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kinerja_desktop.domain.buku import BukuKinerja, PeringatanSel
from kinerja_desktop.domain.errors import FileRefused, Kesalahan, WorkbookOutdated
from kinerja_desktop.domain.huruf import composed
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import granting, people
from kinerja_desktop.services.changes import NOTHING, Change, Changes
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.progress import Tick, silent
from kinerja_desktop.services.workbook_job import Job
from kinerja_desktop.services.workbook_merge import WRONG, Perubahan, Tindakan, without_grant

if TYPE_CHECKING:
    from kinerja_desktop.exchange.buku_kinerja import Bacaan, TataLetak

_STORED: Changes = frozenset({Change.PLAN, Change.DRAFT, Change.PEOPLE, Change.SETTINGS})


@dataclass(frozen=True, slots=True)
class HasilImpor:
    """What a workbook changes. ``kesalahan`` keep it out as a whole; ``tersimpan`` only after it was applied."""

    tahun: int
    perubahan: tuple[Perubahan, ...]
    peringatan: tuple[PeringatanSel, ...] = ()
    kesalahan: tuple[Kesalahan, ...] = ()
    tersimpan: bool = False
    changes: Changes = NOTHING

    def jumlah(self, tindakan: Tindakan) -> int:
        """How many rows this becomes of."""
        return sum(p.tindakan is tindakan for p in self.perubahan)

    @property
    def berdua(self) -> int:
        """How many rows grant roles, which a second official has to agree to."""
        return sum(p.berdua for p in self.perubahan)

    @property
    def ringkasan(self) -> str:
        """One line: "3 akan ditambah, 1 diubah, 40 tetap, 0 ditolak"."""
        will = "" if self.tersimpan else "akan "
        rest = ", ".join(f"{self.jumlah(t)} {t.value}" for t in (Tindakan.UBAH, Tindakan.TETAP, Tindakan.TOLAK))
        return f"{self.jumlah(Tindakan.TAMBAH)} {will}ditambah, {rest}"


Heard: TypeAlias = Callable[[HasilImpor], object]
"""Hears what a trial found before anything is stored; what it raises keeps the workbook out."""


def unheard(_found: HasilImpor) -> None:
    """Nobody asks what the trial found."""


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """A workbook that was read, and what it would change."""

    path: Path
    buku: BukuKinerja
    hasil: HasilImpor

    def tanpa_peran(self) -> "Pemeriksaan":
        """The same without the rows that a second official would have to agree to."""
        return replace(self, hasil=replace(self.hasil, perubahan=tuple(map(without_grant, self.hasil.perubahan))))


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """A workbook becomes many objects that all stay: looking for garbage among them takes a third of the time."""
    worked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if worked:
            gc.enable()


@permits(Role.KASUBAG_PERENCANAAN)
def check_workbook(
    ctx: Context, path: Path, *, tata_letak: "TataLetak | None" = None, watch: Tick = silent
) -> Pemeriksaan:
    """Read a workbook and tell what it would change and every fault; nothing is stored.

    ``watch`` hears n, m and a text, and may raise to leave. Raises FileRefused for what may not be opened.
    """
    from kinerja_desktop.exchange.buku_kinerja import periksa

    with _collector_at_rest():
        bacaan = periksa(path, tata_letak, watch)
    return checked(ctx, path, bacaan, watch)


def checked(ctx: Context, path: Path, bacaan: "Bacaan", watch: Tick = silent, *, founding: bool = False) -> Pemeriksaan:
    """What was read of a file, compared with the office; ``founding`` where the office is made of this very file."""
    watch(0, 0, "Membandingkan dengan data kantor")
    hasil = _run(ctx, bacaan.buku, path.name, store=False, whole=not bacaan.kesalahan, founding=founding)
    kept_out = tuple(Perubahan(lembar, kunci, Tindakan.TOLAK, WRONG) for lembar, kunci in bacaan.ditolak)
    hasil = replace(
        hasil,
        perubahan=(*hasil.perubahan, *kept_out),
        peringatan=(*hasil.peringatan, *bacaan.peringatan),
        kesalahan=(*bacaan.kesalahan, *hasil.kesalahan),
    )
    return Pemeriksaan(path, bacaan.buku, hasil)


@permits(Role.KASUBAG_PERENCANAAN)
def apply_workbook(ctx: Context, pemeriksaan: Pemeriksaan) -> HasilImpor:
    """Store what was checked, in one transaction.

    Raises FileRefused with its faults, WorkbookOutdated; PasswordNeeded where it changes what somebody may do, and
    SecondNeeded where it gives more (``Pemeriksaan.tanpa_peran`` leaves that out).
    """
    told = pemeriksaan.hasil
    if told.kesalahan:
        raise FileRefused(told.kesalahan)
    done = _run(ctx, pemeriksaan.buku, pemeriksaan.path.name, store=True, told=told.perubahan)
    return replace(done, peringatan=told.peringatan)


@permits(Role.KASUBAG_PERENCANAAN)
def import_workbook(
    ctx: Context, path: Path, *, uji: bool = False, tata_letak: "TataLetak | None" = None, found: Heard = unheard
) -> HasilImpor:
    """Check a workbook, and apply it where it has no fault; with ``uji`` only check it.

    Nobody is asked here, so rows that a second official has to agree to are left out and told as rejected. What keeps
    the workbook out stands in ``kesalahan``, with all else that was found. Raises FileRefused as ``check_workbook``,
    and PasswordNeeded as ``apply_workbook``.
    """
    pemeriksaan = check_workbook(ctx, path, tata_letak=tata_letak).tanpa_peran()
    found(pemeriksaan.hasil)
    return pemeriksaan.hasil if uji or pemeriksaan.hasil.kesalahan else apply_workbook(ctx, pemeriksaan)


@permits(Role.KASUBAG_PERENCANAAN)
def import_buku(ctx: Context, buku: BukuKinerja, berkas: str, *, uji: bool = False) -> HasilImpor:
    """Apply a workbook that was read already, or tell what it would change; see ``import_workbook``."""
    return _run(ctx, buku, berkas, store=not uji)


def _run(
    ctx: Context,
    buku: BukuKinerja,
    berkas: str,
    *,
    store: bool,
    told: Collection[Perubahan] | None = None,
    whole: bool = True,
    founding: bool = False,
) -> HasilImpor:
    with _collector_at_rest(), ctx.office.store.unit() as unit:
        job = Job(unit, ctx.actor, ctx.now(), buku, composed(berkas), founding=founding, doubting=whole and not store)
        if not founding:
            job.by_two = partial(granting.needs_second, unit, ctx)
        if store:
            job.hold = partial(people.hold_power, unit, ctx)
            job.granting = told is None or any(p.berdua for p in told)
        job.compare()
        found = tuple(job.perubahan)
        if store:
            if job.kesalahan:
                raise FileRefused(tuple(job.kesalahan))
            if told is not None and found != told:
                raise WorkbookOutdated(berkas)
            job.write()
            unit.commit()
    changes = _STORED if store else NOTHING
    return HasilImpor(buku.rencana.tahun, found, tuple(job.peringatan), tuple(job.kesalahan), store, changes)
