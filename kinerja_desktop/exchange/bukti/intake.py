"""Taking one file in as evidence: read it whole, look at it, make a photo small, name it and date it."""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from pathlib import Path

from kinerja_desktop.domain.bukti import GAMBAR, MAKS_NAMA, MAKS_UKURAN
from kinerja_desktop.domain.errors import BuktiDitolak, SebabBukti
from kinerja_desktop.exchange.bukti.kinds import kind_of
from kinerja_desktop.exchange.bukti.pictures import as_photo
from kinerja_desktop.exchange.names import safe_file_name

_FIRST_YEAR = 2000
"""Files older than this carry the day on which a clock without battery began."""


@dataclass(frozen=True, slots=True)
class Masukan:
    """A file as it is kept. ``tanggal`` is the day of the photo, else of the file; None where neither makes sense."""

    nama: str
    isi: bytes
    tanggal: date | None


def take_in(path: Path, zona: tzinfo | None) -> Masukan:
    """A chosen file. ``zona`` is the office's, for the day of the file. Raises BuktiDitolak."""
    nama = safe_file_name(path.name, MAKS_NAMA)
    content, changed = _read(path, nama)
    taken = take_in_bytes(content, nama)
    return taken if taken.tanggal else Masukan(taken.nama, taken.isi, _day(changed, zona))


def take_in_bytes(content: bytes, nama: str) -> Masukan:
    """Content that is not in a file: a picture from the clipboard. Raises BuktiDitolak."""
    kind = kind_of(nama)
    if not content:
        raise BuktiDitolak(nama, SebabBukti.KOSONG)
    if len(content) > kind.most:
        raise BuktiDitolak(nama, SebabBukti.TERLALU_BESAR)
    if (sebab := kind.inside(content)) is not None:
        raise BuktiDitolak(nama, sebab)
    if nama.rpartition(".")[2].lower() not in GAMBAR:
        return Masukan(nama, content, None)
    photo = as_photo(content, nama)
    if len(photo.isi) > MAKS_UKURAN:
        raise BuktiDitolak(nama, SebabBukti.GAMBAR_RAKSASA)
    return Masukan(safe_file_name(nama, MAKS_NAMA, "jpg"), photo.isi, photo.tanggal)


def _read(path: Path, nama: str) -> tuple[bytes, float]:
    """Content and time of change. The size is looked at before reading, and never more than allowed is read."""
    try:
        if path.is_dir():
            raise BuktiDitolak(nama, SebabBukti.FOLDER)
        kind = kind_of(nama)
        if not path.exists():
            raise BuktiDitolak(nama, SebabBukti.TIDAK_ADA)
        if not path.is_file():
            raise BuktiDitolak(nama, SebabBukti.TIDAK_TERBACA)
        with path.open("rb") as stream:
            return stream.read(kind.most + 1), path.stat().st_mtime
    except FileNotFoundError as gone:
        raise BuktiDitolak(nama, SebabBukti.TIDAK_ADA) from gone
    except (OSError, ValueError) as refused:
        raise BuktiDitolak(nama, SebabBukti.TIDAK_TERBACA) from refused


def _day(changed: float, zona: tzinfo | None) -> date | None:
    try:
        day = datetime.fromtimestamp(changed, zona).date()
    except (OverflowError, OSError, ValueError):
        return None
    return day if day.year >= _FIRST_YEAR else None
