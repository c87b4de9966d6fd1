"""Which berkas a tab shows when it is opened by itself: what waits for the actor, then the rest of the quarter."""

from collections.abc import Collection, Iterable

from kinerja_desktop.domain.workflow import Jenis, Langkah
from kinerja_desktop.services import inbox
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.inbox import Lingkup, Tugas


def waiting(ctx: Context, steps: Collection[Langkah]) -> tuple[Tugas, ...]:
    """Berkas that wait for the actor at these steps, most urgent first."""
    (mine,) = inbox.tasks(ctx, Lingkup.SAYA)
    return _at(steps, mine)


def candidates(ctx: Context, steps: Collection[Langkah]) -> tuple[Tugas, ...]:
    """Berkas of the actor's seksi: waiting ones first, then those of the quarter collected now."""
    mine, everything = inbox.tasks(ctx, Lingkup.SAYA, Lingkup.SEMUA)
    first = _at(steps, mine)
    known = {one.case_id for one in first}
    rest = (one for one in everything if one.jenis is Jenis.BERKAS and one.case_id is not None)
    return (*first, *(one for one in rest if one.case_id not in known))


def _at(steps: Collection[Langkah], tasks: Iterable[Tugas]) -> tuple[Tugas, ...]:
    return tuple(one for one in tasks if one.langkah in steps and one.case_id is not None)
