"""The gate before every foreign workbook: what kind of file it is, whether it is safe to open.

Nothing of the file is trusted: sizes are looked at before anything is unpacked, then ``scan`` goes once through all of
its XML, then ``active`` looks for macros and links. What cells say is ``cells``. To name one more kind of foreign
file: a line in ``_KINDS``.
"""

import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from kinerja_desktop.domain.errors import FileRefused, Kesalahan
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.exchange.xlsx import active
from kinerja_desktop.exchange.xlsx.cells import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from kinerja_desktop.exchange.xlsx.parts import (
    PACKING_FAULTS,
    Damaged,
    DtdFound,
    OnProgress,
    Parts,
    TooBig,
    TooManyCells,
    silent,
)
from kinerja_desktop.exchange.xlsx.scan import Plan, scan

MAX_PACKED = 10 * 1024 * 1024
MAX_UNPACKED = 100 * 1024 * 1024
MAX_PARTS = 200
MAX_RATIO = 100
_SMALL = 128 * 1024  # below this a part may be packed as tightly as it likes

_ZIP = b"PK\x03\x04"
_DIRECTORY_ENTRY = b"PK\x01\x02"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_OLE_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED = 0x1

_SAVE_AS = "Buka di Excel, simpan sebagai Buku Kerja Excel (.xlsx), lalu coba lagi."
_TAKE_ANOTHER = "Pilih Buku Kinerja yang benar, atau minta salinan yang utuh."
_SHRINK = "Hapus lembar, gambar, dan baris kosong yang tidak perlu, lalu simpan lagi."
_UNLOCK = "Buka di Excel, hapus sandinya, lalu simpan lagi."
_CUT = "Hapus isi dan baris kosong di luar tabel, atau hapus lembar itu, lalu simpan lagi."

_LOCKED = "Berkas dikunci dengan sandi."
_UNUSUAL_SIZE = "Isi berkas tidak wajar besarnya setelah dibuka."
_TOO_MANY_PARTS = f"Berkas berisi lebih dari {MAX_PARTS} bagian."
_DTD = "Berkas berisi perintah XML (DTD) yang tidak aman."
_TOO_MANY_CELLS = f"Berkas berisi lebih dari {format_angka(Decimal(MAX_CELLS))} sel yang terisi."
_SHEET_TOO_BIG = f"Lembar berisi lebih dari {format_angka(Decimal(MAX_ROWS))} baris atau {MAX_COLUMNS} kolom."


def refuse(path: Path, sebab: str, saran: str, lembar: str | None = None) -> FileRefused:
    """A refusal of a whole file, or of one sheet as a whole."""
    return FileRefused((Kesalahan(path.name, lembar, None, None, sebab, saran),))


def refuse_damaged(path: Path) -> FileRefused:
    """The refusal of a workbook whose inside cannot be read."""
    return refuse(path, "Berkas rusak atau tidak utuh sehingga tidak dapat dibaca.", _TAKE_ANOTHER)


def refuse_sheet(path: Path, lembar: str | None) -> FileRefused:
    """The refusal of a workbook with a sheet beyond the limits."""
    return refuse(path, _SHEET_TOO_BIG, _CUT, lembar)


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turn what is found wrong inside a workbook into its refusal."""
    try:
        yield
    except Damaged as error:
        raise refuse_damaged(path) from error
    except DtdFound as error:
        raise refuse(path, _DTD, _SAVE_AS) from error
    except TooManyCells as error:
        raise refuse(path, _TOO_MANY_CELLS, _SHRINK) from error
    except TooBig as error:
        raise refuse(path, _UNUSUAL_SIZE, _SHRINK) from error


def open_parts(path: Path, on_progress: OnProgress = silent) -> tuple[Parts, tuple[str, ...]]:
    """Let a workbook through, or raise FileRefused with what it is instead.

    Also returned: the parts that are sheets with too many rows or columns, which nobody may read.
    """
    parts = Parts(_archive(path), on_progress)
    with refusing(path):
        too_big = scan(parts, parts.xml)
        _check_active(path, active.declared(parts))
    return parts, too_big


def open_plan(path: Path) -> Parts:
    """Only what is needed to learn what a workbook is, sheets unseen. Raises FileRefused where it is none."""
    return Plan(_archive(path))


def _archive(path: Path) -> ZipFile:
    """A workbook as it is packed, nothing of it read yet."""
    content = _read(path)
    if not content.startswith(_ZIP):
        raise _foreign(path, content)
    if content.count(_DIRECTORY_ENTRY) > 5 * MAX_PARTS:  # each entry would become an object first
        raise refuse(path, _TOO_MANY_PARTS, _SHRINK)
    try:
        archive = ZipFile(BytesIO(content))
    except PACKING_FAULTS as error:
        raise refuse_damaged(path) from error
    _check_size(path, archive.infolist(), len(content))
    _check_kind(path, archive.namelist())
    _check_packing(path, archive.infolist())
    return archive


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_PACKED:
            raise refuse(path, f"Berkas lebih besar dari {MAX_PACKED // 1024**2} MB.", _SHRINK)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise refuse(path, "Berkas tidak ditemukan.", "Periksa nama dan foldernya.") from error
    except OSError as error:
        sebab = "Berkas tidak dapat dibaca."
        raise refuse(path, sebab, "Tutup berkas itu di program lain dan periksa hak aksesnya.") from error


def _foreign(path: Path, content: bytes) -> FileRefused:
    if not content:
        return refuse(path, "Berkas kosong.", _TAKE_ANOTHER)
    if content.startswith(_OLE) and _OLE_LOCKED in content:
        return refuse(path, _LOCKED, _UNLOCK)
    if content.startswith(_OLE):
        return refuse(path, "Berkas memakai format Excel lama (.xls).", _SAVE_AS)
    return refuse(path, "Berkas bukan buku kerja Excel (.xlsx).", _SAVE_AS)


def _check_size(path: Path, parts: Sequence[ZipInfo], packed: int) -> None:
    if len(parts) > MAX_PARTS:
        raise refuse(path, _TOO_MANY_PARTS, _SHRINK)
    unpacked = sum(part.file_size for part in parts)
    if unpacked > min(MAX_UNPACKED, max(_SMALL, MAX_RATIO * packed)) or any(map(_packed_too_tightly, parts)):
        raise refuse(path, _UNUSUAL_SIZE, _SHRINK)


def _packed_too_tightly(part: ZipInfo) -> bool:
    return part.file_size > max(_SMALL, MAX_RATIO * part.compress_size)


_KINDS: tuple[tuple[str, str, str], ...] = (
    ("word/document.xml", "Berkas ini dokumen Word, bukan buku kerja Excel.", _TAKE_ANOTHER),
    ("ppt/presentation.xml", "Berkas ini presentasi, bukan buku kerja Excel.", _TAKE_ANOTHER),
    ("content.xml", "Berkas ini dokumen LibreOffice, bukan buku kerja Excel.", "Simpan sebagai .xlsx, lalu coba lagi."),
    ("xl/workbook.bin", "Berkas memakai format Excel biner (.xlsb).", _SAVE_AS),
)


def _check_kind(path: Path, names: Sequence[str]) -> None:
    for begin, sebab, saran in _KINDS:
        if any(name.startswith(begin) for name in names):
            raise refuse(path, sebab, saran)
    _check_active(path, active.in_names(names))
    if "_rels/.rels" not in names:
        raise refuse(path, "Berkas bukan buku kerja Excel (.xlsx).", _TAKE_ANOTHER)


def _check_active(path: Path, larangan: active.Larangan | None) -> None:
    if larangan is not None:
        raise refuse(path, larangan.sebab, larangan.saran)


def _check_packing(path: Path, parts: Sequence[ZipInfo]) -> None:
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise refuse(path, _LOCKED, _UNLOCK)
    if not (_are_own_names(parts) and all(map(_is_plain_file, parts)) and _lie_apart(parts)):
        raise refuse_damaged(path)


def _are_own_names(parts: Sequence[ZipInfo]) -> bool:
    """Every part has one name, of the kind that Excel writes: no way out of the package, no twin in other letters."""
    names = [part.filename.casefold() for part in parts]
    return len(set(names)) == len(names) and all(map(_is_inside, (part.orig_filename for part in parts)))


def _is_inside(name: str) -> bool:
    steps = name.rstrip("/").split("/")
    return name.isprintable() and not set(name) & set('\\:*?"<>|') and not {"", ".", ".."} & set(steps)


def _is_plain_file(part: ZipInfo) -> bool:
    kind = stat.S_IFMT(part.external_attr >> 16)
    return part.compress_type in (ZIP_STORED, ZIP_DEFLATED) and kind in (0, stat.S_IFREG, stat.S_IFDIR)


def _lie_apart(parts: Sequence[ZipInfo]) -> bool:
    """No byte of the file is unpacked twice."""
    end = 0
    for part in sorted(parts, key=lambda part: part.header_offset):
        if part.header_offset < end:
            return False
        end = part.header_offset + len(_ZIP) + part.compress_size
    return True
