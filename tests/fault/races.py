"""Two at once: of two decisions on one version exactly one is stored, and the other one is told."""

import random
import threading
from collections.abc import Callable, Iterable

from kinerja_desktop.domain.errors import KinerjaError, StaleWrite, WrongState
from kinerja_desktop.domain.workflow import Action, Status
from kinerja_desktop.services import review
from kinerja_desktop.storage.database import Store
from tests.fault.rows import Faults, Row, timed
from tests.office import REASON, Kantor


def two_reviewers(times: int, seed: int) -> Row:
    """Setujui against Kembalikan, from two threads that begin together."""
    return timed("two reviewers at once", lambda: _raced(times, random.Random(seed)))


def _raced(times: int, chance: random.Random) -> tuple[int, Iterable[str]]:
    template = Kantor()
    template.play("PEL", until=Action.SUBMIT)
    faults = Faults()
    for number in range(times):
        kantor = Kantor(_copied(template.store), template.clock, is_new=False)
        faults += [f"{number}: {one}" for one in _race(kantor, chance)]
        kantor.store.close()
    return times, faults


def _copied(store: Store) -> Store:
    copy = Store.memory()
    with store.raw() as source, copy.raw() as target:
        source.backup(target)
    return copy


def _race(kantor: Kantor, chance: random.Random) -> list[str]:
    case = kantor.case()
    barrier, told = threading.Barrier(2), list[str]()

    def decide(decision: Callable[[], object], name: str, wait: float) -> None:
        barrier.wait()
        threading.Event().wait(wait)
        try:
            decision()
            told.append(name)
        except (StaleWrite, WrongState):
            told.append("kalah")
        except KinerjaError as other:
            told.append(repr(other))

    ctx = kantor.kabid
    decisions = (
        ("setuju", lambda: review.approve(ctx, case.id, centang=tuple(review.Centang), seen=case.versi)),
        ("kembali", lambda: review.return_for_correction(ctx, case.id, REASON, [], seen=case.versi)),
    )
    threads = [threading.Thread(target=decide, args=(act, name, chance.random() * 0.004)) for name, act in decisions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    status, acts = kantor.keadaan(case).status, kantor.case().versi - case.versi
    wanted = {Status.APPROVED: "setuju", Status.RETURNED: "kembali"}.get(status, "tidak satu pun")
    return [] if sorted(told) == sorted(["kalah", wanted]) and acts == 1 else [f"{told} dan {status}, {acts} tindakan"]
