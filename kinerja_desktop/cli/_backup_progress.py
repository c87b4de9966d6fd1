"""Progress of a backup or restore at the terminal: the part that runs, and each quarter of it."""

from kinerja_desktop.cli import _output
from kinerja_desktop.services.backup import Tahap, Tick

_STEPS = 4
_MB = 1_000_000


def telling() -> Tick:
    """A watcher that says a line at most five times for each part."""
    told: set[tuple[Tahap, int]] = set()

    def tell(tahap: Tahap, done: int, total: int) -> None:
        step = (tahap, done * _STEPS // total if total else _STEPS)
        if step not in told:
            told.add(step)
            _output.tell(f"{tahap.value.capitalize()} {_how_far(tahap, done, total)}")

    return tell


def _how_far(tahap: Tahap, done: int, total: int) -> str:
    if tahap is Tahap.MEMERIKSA:
        return f"bagian {done} dari {total}"
    return f"{done // _MB} dari {total // _MB} MB"
