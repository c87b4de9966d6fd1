"""Reads every workbook of a folder in a process of its own: how much memory that took, and what it touched.

``python -m tests.exchange.hostile.child FOLDER`` prints one JSON document.
"""

import json
import sys
from pathlib import Path

from kinerja_desktop.domain.errors import FileRefused
from kinerja_desktop.exchange.buku_kinerja import baca
from tests.exchange.hostile.package import book


def main(folder: Path) -> None:
    """Read, measure, tell."""
    files = sorted(folder.glob("*.xlsx"))
    harmless = folder / "aman"
    harmless.write_bytes(book())
    baca(harmless)  # everything is loaded now
    touched: list[str] = []
    own = {str(file) for file in files}
    active = True

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if active and event in ("open", "socket.connect", "subprocess.Popen", "os.system"):
            touched.extend(str(argument) for argument in arguments[:1] if str(argument) not in own)

    sys.addaudithook(watch)
    before = _peak()
    refused = sum(map(_is_refused, files))
    after = _peak()
    active = False
    sys.stdout.write(json.dumps({"refused": refused, "megabytes": after - before, "touched": touched}))


def _is_refused(path: Path) -> bool:
    try:
        baca(path)
    except FileRefused:
        return True
    return False


def _peak() -> float:
    """Highest memory of this process so far, in megabytes; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]))
