"""The words of the QR on a fixed paper: what ties the sheet in the hand to the record in the office.

One line of fields parted by a blank, always in this order: unit, kind of paper, period, check code, number, version,
page, 20 signs of the digest of the frozen content, place and digest of the head of the history before the paper was
numbered. Only signs of a QR's alphanumeric mode, few enough that its modules survive a photocopy.
"""

import re
from dataclasses import dataclass

from kinerja_desktop.domain.numerals import roman

HALAMAN = "{}"
"""Stands where the writer sets "page/pages", counted as they lie in the file, not as they are numbered."""
MAKS = 178
"""More signs would make the modules of a QR of 16 mm smaller than 0.35 mm."""
_SIGNS = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$%*+-./:")
_PAGE_ROOM = 9
_DIGEST, _HEAD = 20, 12
_FIELDS = 9
_FRONT = {roman(n): n + 1 for n in range(1, 100)}
"""Places of the pages of a front with roman numbers, behind the cover."""


@dataclass(frozen=True, slots=True)
class Segel:
    """What the QR says. ``isi`` and ``kepala`` are whole digests in hex, ``urut`` the place of the head."""

    unit: str
    jenis: str
    masa: str
    kode: str
    nomor: str | None
    versi: int
    isi: str
    urut: int
    kepala: str

    @property
    def teks(self) -> str:
        """The line, with `HALAMAN` in the place of the page; a number that is too long loses its end."""
        before = (self.unit, self.jenis, self.masa, self.kode)
        after = (f"V{self.versi}", HALAMAN, short_digest(self.isi), f"{self.urut}:{self.kepala[:_HEAD]}")
        known = sum(len(_plain(part)) + 1 for part in (*before, *after)) + _PAGE_ROOM
        number = _plain(self.nomor or "-")[: max(1, MAKS - known)]
        return " ".join((*map(_plain, before), number, *map(_plain, after)))


def short_digest(digest: str) -> str:
    """The part of a whole digest in hex that a QR says."""
    return digest[:_DIGEST].upper()


@dataclass(frozen=True, slots=True)
class Jangkar:
    """How far the history reached and the beginning of its digest there, kept outside the database.

    It stands on every fixed paper and in every backup. ``asal`` says where this one was found.
    """

    urut: int
    kepala: str
    asal: str = ""

    def __str__(self) -> str:
        return f"{self.urut}:{self.kepala[:_HEAD]}"

    def cocok(self, kepala: str) -> bool:
        """True where a digest of the history begins as this one."""
        return kepala.upper().startswith(self.kepala.upper())


@dataclass(frozen=True, slots=True)
class SegelTerbaca:
    """What a reader of QR codes gives back: the check code, the beginning of the digest of the content, the history.

    ``halaman`` of ``dari`` is what it says of its page; ``halaman_dari`` finds the page in the file.
    """

    kode: str
    isi: str
    jangkar: Jangkar | None
    halaman: str = "1"
    dari: int = 1

    def halaman_dari(self, semua: int) -> int:
        """The page in the paper's file of ``semua`` pages, the first where that cannot be read.

        Older annual reports said the printed number: "0" on the cover, roman in the front, and a total of the rest.
        """
        if not self.halaman.isdecimal():
            return _FRONT.get(self.halaman, 1)
        front = semua - self.dari if 0 < self.dari < semua else 0
        return int(self.halaman) + front if int(self.halaman) else 1


def read_segel(teks: str) -> SegelTerbaca | None:
    """The words of one of our QR codes, or None for anything else."""
    fields = teks.strip().upper().split(" ")
    if len(fields) != _FIELDS:
        return None
    page, _, total = fields[6].partition("/")
    return SegelTerbaca(fields[3], fields[7], read_jangkar(fields[8]), page, int(total) if total.isdecimal() else 0)


_JANGKAR = re.compile(rf"(?:RIWAYAT )?([0-9]{{1,9}}) ?: ?([0-9A-F]{{{_HEAD},64}})")


def read_jangkar(teks: str, asal: str = "") -> Jangkar | None:
    """The history as it stands beside the code of a paper, "350:CDCDCDCDCDCD"; None for anything else."""
    found = _JANGKAR.fullmatch(" ".join(teks.upper().split()))
    return None if found is None else Jangkar(int(found[1]), found[2], asal)


def tanda_riwayat(isi_qr: str | None) -> str:
    """The history as the words of a QR tell it; empty where they tell none."""
    read = read_segel((isi_qr or "").replace(HALAMAN, "1/1"))
    return "" if read is None or read.jangkar is None else str(read.jangkar)


def _plain(text: str) -> str:
    """Capitals and allowed signs; anything else becomes a hyphen, so that no field holds a blank."""
    if text == HALAMAN:
        return text
    return "".join(sign if sign in _SIGNS else "-" for sign in text.upper()) or "-"
