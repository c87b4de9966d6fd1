"""Progress of a backup or restore at the terminal: each part of a check, each quarter of what is written or read."""

from kinerja_desktop.cli import _output
from kinerja_desktop.services.backup import Tahap, Tick

_STEPS = 4
_MB = 1_000_000


def telling() -> Tick:
    """A watcher that says each thing once."""
    told: set[tuple[Tahap, int]] = set()

    def tell(tahap: Tahap, done: int, total: int) -> None:
        steps = total if tahap is Tahap.MEMERIKSA else _STEPS
        step = (tahap, done * steps // total if total else steps)
        if step not in told:
            told.add(step)
            _output.tell(f"{tahap.value.capitalize()} {_how_far(tahap, done, total)}")

    return tell


def _how_far(tahap: Tahap, done: int, total: int) -> str:
    if tahap is Tahap.MEMERIKSA:
        return f"bagian {done} dari {total}"
    return f"{done // _MB} dari {total // _MB} MB"
