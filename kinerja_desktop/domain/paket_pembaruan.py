"""What a package of an update says: which version, for which data, of which installer, what changes.

The words are those that the office reads before it installs; who signed them is no matter of this room.
"""

import re
from dataclasses import dataclass

_VERSI = re.compile(r"(\d{1,4})\.(\d{1,4})\.(\d{1,4})", re.ASCII)
AKHIRAN = ".kpu"


@dataclass(frozen=True, slots=True)
class PaketPembaruan:
    """``skema`` is the layout of data that the version works with, ``berkas`` the bare name of the installer.

    ``ukuran`` in bytes; ``perubahan`` is what people notice, a line each.
    """

    versi: str
    skema: int
    berkas: str
    ukuran: int
    sha256: str
    perubahan: tuple[str, ...] = ()

    @property
    def nama(self) -> str:
        """How the package is called."""
        return f"Kinerja-Desktop-{self.versi}{AKHIRAN}"


def urutan(versi: str) -> tuple[int, int, int]:
    """A version as numbers to compare: "1.10.0" comes after "1.9.3". Raises ValueError for anything but three."""
    read = _VERSI.fullmatch(versi)
    if read is None:
        raise ValueError(versi)
    return int(read[1]), int(read[2]), int(read[3])
