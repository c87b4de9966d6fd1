"""The gate before every foreign workbook: what kind of file it is, whether it is safe to open.

Nothing of the file is trusted: sizes are looked at before anything is unpacked, parts are read by name
and never written to disk, a DTD is refused where it begins. What cells say is ``cells``. To name one
more kind of foreign file: a line in ``_KINDS``.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - it is a class

from kinerja_desktop.domain.errors import FileRefused, Kesalahan

MAX_PACKED = 10 * 1024 * 1024
MAX_UNPACKED = 100 * 1024 * 1024
MAX_PARTS = 200
MAX_RATIO = 100
_SMALL = 1024 * 1024  # below this a part may be packed as tightly as it likes

_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_OLE_LOCKED = "EncryptedPackage".encode("utf-16-le")

_SAVE_AS = "Buka di Excel, simpan sebagai Buku Kerja Excel (.xlsx), lalu coba lagi."
_TAKE_ANOTHER = "Pilih Buku Kinerja yang benar, atau minta salinan yang utuh."
_SHRINK = "Hapus lembar, gambar, dan baris kosong yang tidak perlu, lalu simpan lagi."

_PACKED_ERRORS = (BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError, expat.ExpatError, ValueError)
"""What Python raises where a packed part is not what its directory says, is locked, or is no XML."""


class Damaged(Exception):
    """The inside of the file makes no sense; ``refuse_damaged`` says so to people."""


class Walker:
    """One pass through the XML of a part, by plain element names; children override what they look at."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Characters between two of them."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a workbook that passed the gate."""

    archive: ZipFile

    def __contains__(self, name: str) -> bool:
        return name in self.archive.NameToInfo

    def walk(self, name: str, walker: Walker) -> None:
        """Lead ``walker`` through one part. Raises Damaged."""
        parser = expat.ParserCreate()
        parser.buffer_text = True

        def begin(root: str, attributes: dict[str, str]) -> None:
            """Where the root carries no prefix, nothing stands between parser and walker: a sheet has many elements."""
            if ":" in root:
                parser.StartElementHandler = lambda tag, attributes: walker.start(_plain(tag), attributes)
                parser.EndElementHandler = lambda tag: walker.end(_plain(tag))
            else:
                parser.StartElementHandler, parser.EndElementHandler = walker.start, walker.end
            walker.start(_plain(root), attributes)

        parser.StartElementHandler = begin
        parser.CharacterDataHandler = walker.text
        parser.StartDoctypeDeclHandler = _refuse_dtd
        if name not in self:
            raise Damaged(name)
        try:
            with self.archive.open(name) as stream:
                parser.ParseFile(stream)
        except _PACKED_ERRORS as error:
            raise Damaged(name) from error


def _plain(tag: str) -> str:
    return tag.rpartition(":")[2]


def _refuse_dtd(*_declaration: object) -> NoReturn:
    raise Damaged


def whole(text: str | None) -> int:
    """A count or an index of an attribute, 0 where there is none. Raises Damaged."""
    if text is None:
        return 0
    if not text.isdecimal() or len(text) > 9:
        raise Damaged(text)
    return int(text)


def refuse(path: Path, sebab: str, saran: str) -> FileRefused:
    """A refusal of a whole file."""
    return FileRefused((Kesalahan(path.name, None, None, None, sebab, saran),))


def refuse_damaged(path: Path) -> FileRefused:
    """The refusal of a workbook whose inside cannot be read."""
    return refuse(path, "Berkas rusak atau tidak utuh sehingga tidak dapat dibaca.", _TAKE_ANOTHER)


def open_parts(path: Path) -> Parts:
    """Let a workbook through, or raise FileRefused with what it is instead."""
    content = _read(path)
    if not content.startswith(_ZIP):
        raise _foreign(path, content)
    try:
        archive = ZipFile(BytesIO(content))
    except _PACKED_ERRORS as error:
        raise refuse_damaged(path) from error
    _check_size(path, archive.infolist())
    _check_kind(path, archive)
    return Parts(archive)


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
        return refuse(path, "Berkas dikunci dengan sandi.", "Buka di Excel, hapus sandinya, lalu simpan lagi.")
    if content.startswith(_OLE):
        return refuse(path, "Berkas memakai format Excel lama (.xls).", _SAVE_AS)
    return refuse(path, "Berkas bukan buku kerja Excel (.xlsx).", _SAVE_AS)


def _check_size(path: Path, parts: list[ZipInfo]) -> None:
    if len(parts) > MAX_PARTS:
        raise refuse(path, f"Berkas berisi lebih dari {MAX_PARTS} bagian.", _SHRINK)
    if sum(part.file_size for part in parts) > MAX_UNPACKED or any(map(_packed_too_tightly, parts)):
        raise refuse(path, "Isi berkas tidak wajar besarnya setelah dibuka.", _SHRINK)


def _packed_too_tightly(part: ZipInfo) -> bool:
    return part.file_size > max(_SMALL, MAX_RATIO * part.compress_size)


_KINDS: tuple[tuple[str, str, str], ...] = (
    ("xl/vbaProject.bin", "Berkas berisi makro.", _SAVE_AS),
    ("xl/externalLinks/", "Berkas tertaut ke berkas lain.", "Putuskan tautannya (Data, Edit Links), lalu simpan lagi."),
    ("word/document.xml", "Berkas ini dokumen Word, bukan buku kerja Excel.", _TAKE_ANOTHER),
    ("ppt/presentation.xml", "Berkas ini presentasi, bukan buku kerja Excel.", _TAKE_ANOTHER),
    ("content.xml", "Berkas ini dokumen LibreOffice, bukan buku kerja Excel.", "Simpan sebagai .xlsx, lalu coba lagi."),
    ("xl/workbook.bin", "Berkas memakai format Excel biner (.xlsb).", _SAVE_AS),
)


def _check_kind(path: Path, archive: ZipFile) -> None:
    names = archive.namelist()
    for begin, sebab, saran in _KINDS:
        if any(name.startswith(begin) for name in names):
            raise refuse(path, sebab, saran)
    if "_rels/.rels" not in names or len(set(names)) != len(names):
        raise refuse(path, "Berkas bukan buku kerja Excel (.xlsx).", _TAKE_ANOTHER)
