"""Putting a finished file in its place, where a virus scanner or an indexer may hold the old one for a moment.

Windows refuses to rename over a file that somebody reads. Every writer of this program renames through here.
"""

import time
from pathlib import Path

WAITS = (0.05, 0.1, 0.2, 0.3, 0.35)
"""Seconds before each further try: about one in all."""


def take_place(aside: Path, target: Path) -> None:
    """Rename ``aside`` to ``target``, trying again while it is refused. Raises the last PermissionError."""
    for seconds in WAITS:
        try:
            aside.replace(target)
        except PermissionError:
            time.sleep(seconds)
        else:
            return
    aside.replace(target)
