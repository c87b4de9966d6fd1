"""Room on the disk of the office: what is put by for the last work, and the word of warning before it is used up."""

import logging
import shutil

from kinerja_desktop.services.context import Office
from kinerja_desktop.storage import ballast

_LOG = logging.getLogger(__name__)
_MB = 1_000_000
LITTLE = 200 * _MB
"""Bytes left on the disk at which everybody is told."""


def put_by(office: Office) -> None:
    """Make the room put by where it is missing. Slow: for a job, not for the main thread."""
    folder = office.store.folder
    if folder is None:
        return
    try:
        ballast.keep(folder)
    except OSError as error:  # full in the meantime: then it is made at the next start
        _LOG.warning("ballast not made: %s", error)


def warning(office: Office) -> str | None:
    """The sentence for everybody while little room is left."""
    folder = office.store.folder
    if folder is None or not folder.is_dir():
        return None
    free = shutil.disk_usage(folder).free
    if free >= LITTLE:
        return None
    used = "" if ballast.is_kept(folder) else "Ruang darurat sudah dilepas. "
    return (
        f"Ruang disk tinggal {free // _MB} MB. {used}"
        "Kosongkan paling sedikit 600 MB supaya pekerjaan tetap dapat disimpan."
    )
