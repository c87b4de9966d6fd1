"""Whether the files of the installed program are those that were delivered: told and logged, never in anybody's way.

`kinerja.spec` leaves a list of every file in the bundle (``resources/bundle_parts.py``): digest, size, path. What
differs from it, is gone, or is code that does not stand in it shows; who changed it and when cannot be known. Rights
of the installed folder are what keeps others out. In a checkout or a wheel there is no list, and nothing is told.
"""

import hashlib
import logging
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

LIST = "isi-program.sha256"
_LOG = logging.getLogger(__name__)
_OURS = "kinerja_desktop/"
_CODE = (".dll", ".so", ".pyd", ".exe", ".py", ".pyc")
_ADDED = frozenset({"hapus-kinerja-desktop.exe"})
"""What the installer puts beside the program (`resources/pemasang/kinerja.nsi`)."""
_CHUNK = 1 << 20
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Berkas:
    """What was found of the program's files, by their paths; ``jumlah`` were looked at."""

    jumlah: int
    berubah: tuple[str, ...] = ()
    hilang: tuple[str, ...] = ()
    asing: tuple[str, ...] = ()

    @property
    def utuh(self) -> bool:
        """True where every file is as it was delivered."""
        return not (self.berubah or self.hilang or self.asing)

    @property
    def kalimat(self) -> str:
        """What was found and what to do; empty where all is well."""
        kinds = {"berubah": self.berubah, "hilang": self.hilang, "tidak dikenal": self.asing}
        told = "; ".join(f"{len(names)} {kind} ({_shown(names)})" for kind, names in kinds.items() if names)
        if not told:
            return ""
        return (
            f"Berkas program tidak sama dengan saat dikirim: {told}. Sejak kapan tidak diketahui. Data kantor tidak "
            "diubah dan tetap dapat dikerjakan. Pasang ulang program dari berkas pemasang yang asli."
        )


def _shown(names: tuple[str, ...]) -> str:
    more = f" dan {len(names) - _NAMED} lagi" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def installed() -> Path | None:
    """The folder of the frozen program; None in a checkout or a wheel."""
    return Path(sys.executable).parent if hasattr(sys, "_MEIPASS") else None


def examine(folder: Path | None, rest: Callable[[], object] = lambda: None) -> Berkas | None:
    """Compare every file with the list, our own first; None from source. ``rest`` is called between files."""
    if folder is None:
        return None
    try:
        listed = _listed(folder / LIST)
    except (OSError, ValueError):
        return Berkas(0, hilang=(LIST,))
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    lost = tuple(name for name in listed if name not in there)
    changed = tuple(name for name, told in listed.items() if name in there and not _is(there[name], *told, rest))
    strange = tuple(sorted(name for name in there if name not in listed and _is_code(name)))
    return Berkas(len(listed), changed, lost, strange)


def _listed(file: Path) -> Mapping[str, tuple[str, int]]:
    """Digest and size by path, our own files first. Raises OSError, ValueError."""
    rows = (line.split(" ", 2) for line in file.read_text(encoding="utf-8").splitlines())
    found = {name: (digest, int(size)) for digest, size, name in rows}
    if not found:
        raise ValueError(file)
    return dict(sorted(found.items(), key=lambda row: _OURS not in row[0]))


def _is(path: Path, digest: str, size: int, rest: Callable[[], object]) -> bool:
    try:
        if path.stat().st_size != size:
            return False
        found = hashlib.sha256()
        with path.open("rb") as content:
            for chunk in _chunks(content.read):
                found.update(chunk)
                rest()
    except OSError:  # held by a virus scanner, say; a file that nobody may read starts no program either
        return True
    return found.hexdigest() == digest


def _chunks(read: Callable[[int], bytes]) -> Iterator[bytes]:
    return iter(lambda: read(_CHUNK), b"")


def _is_code(name: str) -> bool:
    last = name.rpartition("/")[2].lower()
    return (last.endswith(_CODE) or ".so." in last) and name not in _ADDED


_FOUND: list[Berkas] = []


def watch(rest: Callable[[], object], folder: Path | None = None) -> None:
    """Once after a start, beside the work: what was found is logged, and told by `warning` from then on."""
    found = examine(folder or installed(), rest)
    _FOUND[:] = [] if found is None else [found]
    if found is not None and not found.utuh:
        _LOG.warning("program files: %s", found)


def warning() -> str | None:
    """The sentence over the pages; None while nothing was found."""
    return (_FOUND[0].kalimat or None) if _FOUND else None
