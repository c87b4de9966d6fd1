"""Whole or not at all, for what is made of files: an office in a folder, with its archive, papers and sheet.

Only files that were not there before are taken away again, and only under the names that an office has: whatever else
lies in the folder, or comes to lie there meanwhile, is not ours. To add a name: a pattern in ``_OURS``.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kinerja_desktop import paths
from kinerja_desktop.exchange import lembar_pemulihan
from kinerja_desktop.storage import high_water

DOKUMEN = "dokumen"
_OURS = (
    f"{paths.DATABASE}*",
    f"{high_water.NAME}*",
    paths.ARCHIVE,
    paths.EVIDENCE,
    paths.BACKUPS,
    paths.LOGS,
    DOKUMEN,
    lembar_pemulihan.NAME,
)


@contextmanager
def whole_or_nothing(folder: Path) -> Iterator[list[Path]]:
    """Take away what the block made in ``folder``, and the folder where it made that too, if it does not get through.

    Files elsewhere that it makes are named by appending them to the list. The block closes what it opened itself.
    """
    before = set(_ours(folder))
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    elsewhere: list[Path] = []
    try:
        yield elsewhere
    except BaseException:
        made = [path for path in _ours(folder) if path not in before]
        for path in (*elsewhere, *reversed(made), *missing):
            with suppress(OSError):  # a folder that holds other things stays
                path.rmdir() if path.is_dir() else path.unlink()
        raise


def _ours(folder: Path) -> Iterator[Path]:
    """Every file and folder of an office, each folder before what lies in it."""
    for pattern in _OURS:
        for path in folder.glob(pattern):
            yield path
            yield from sorted(path.rglob("*")) if path.is_dir() else ()
