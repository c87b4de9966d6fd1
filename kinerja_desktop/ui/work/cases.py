"""Which berkas a tab shows when it is opened by itself: what waits for the actor, then the rest of the quarter."""

from collections.abc import Collection

from kinerja_desktop.domain.workflow import Jenis, Langkah
from kinerja_desktop.services import inbox
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.inbox import Lingkup, Tugas


def waiting(ctx: Context, steps: Collection[Langkah]) -> tuple[Tugas, ...]:
    """Berkas that wait for the actor at these steps, most urgent first."""
    return tuple(one for one in _tasks(ctx, Lingkup.SAYA) if one.langkah in steps and one.case_id is not None)


def candidates(ctx: Context, steps: Collection[Langkah]) -> tuple[Tugas, ...]:
    """Berkas of the actor's seksi: waiting ones first, then those of the quarter collected now."""
    first = waiting(ctx, steps)
    known = {one.case_id for one in first}
    rest = (one for one in _tasks(ctx, Lingkup.SEMUA) if one.jenis is Jenis.BERKAS and one.case_id is not None)
    return (*first, *(one for one in rest if one.case_id not in known))


def _tasks(ctx: Context, scope: Lingkup) -> tuple[Tugas, ...]:
    return tuple(one for group in inbox.load(ctx, scope).kelompok for one in group.tugas)
