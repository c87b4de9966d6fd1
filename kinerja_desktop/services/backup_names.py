"""Names of copies: kind, office code, day and number; nothing personal. What tells them apart and in which order."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from kinerja_desktop.exchange.atomic import INSIDE, PART, answers, naming

SUFFIX = ".kpb"
_NAME = re.compile(
    rf"(?P<jenis>[a-z]+)(?P<apa_adanya>-apa-adanya)?-(?P<kode>[A-Z0-9][A-Z0-9-]*)-(?P<tanggal>\d{{8}})-(?P<urut>\d{{3,}})"
    rf"{re.escape(SUFFIX)}"
)


class Jenis(Enum):
    """Why a copy was made; the value begins its file's name."""

    CADANGAN = "cadangan"
    OTOMATIS = "otomatis"
    PENGAMAN = "pengaman"

    @property
    def label(self) -> str:
        """As lists show it."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class NamaSalinan:
    """What the name of a copy tells. ``apa_adanya``: of an office with findings."""

    tanggal: date
    urut: int
    jenis: Jenis
    kode: str
    apa_adanya: bool = False

    def __str__(self) -> str:
        kind = f"{self.jenis.value}-apa-adanya" if self.apa_adanya else self.jenis.value
        return f"{kind}-{self.kode}-{self.tanggal:%Y%m%d}-{self.urut:03}{SUFFIX}"


def clean_code(kode: str) -> str:
    """An office code as it may stand in the name of a file."""
    return re.sub(r"[^A-Z0-9-]", "", kode.upper()).strip("-") or "KANTOR"


def read_name(name: str) -> NamaSalinan | None:
    """Read the name of a copy; None for any other name."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        day, jenis = date.fromisoformat(found["tanggal"]), Jenis(found["jenis"])
    except ValueError:
        return None
    return NamaSalinan(day, int(found["urut"]), jenis, found["kode"], found["apa_adanya"] is not None)


def copies_in(folder: Path) -> dict[Path, NamaSalinan]:
    """The copies in a folder, oldest first; none where there is no such folder."""
    if not answers(folder):
        return {}
    with naming(folder / INSIDE):
        named = {file: name for file in folder.iterdir() if (name := read_name(file.name)) is not None}
    return dict(sorted(named.items(), key=lambda pair: (pair[1].tanggal, pair[1].urut)))


def next_name(folder: Path, jenis: Jenis, kode: str, tanggal: date, *, apa_adanya: bool = False) -> NamaSalinan:
    """The next number of the day: never the name of a file that is there."""
    today = [name.urut for name in copies_in(folder).values() if name.tanggal == tanggal]
    return NamaSalinan(tanggal, max(today, default=0) + 1, jenis, clean_code(kode), apa_adanya)


_LEFT = re.compile(rf"(?P<nama>.*{re.escape(SUFFIX)})(?P<aside>{re.escape(PART)})?(\.\d+)?")


def interrupted_in(folder: Path, kode: str) -> tuple[Path, ...]:
    """What is left of copies of an office that were being written when the program or the stick went away.

    Pieces of a copy that is finished are none of these: its first piece is there.
    """
    with naming(folder / INSIDE):
        found = [(file, match) for file in folder.iterdir() if (match := _LEFT.fullmatch(file.name)) is not None]
        return tuple(
            file
            for file, match in found
            if (name := read_name(match["nama"])) is not None
            and name.kode == clean_code(kode)
            and (match["aside"] or not (folder / match["nama"]).exists())
        )
