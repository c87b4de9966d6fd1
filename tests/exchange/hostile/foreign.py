"""Other files under the name of a workbook, and packages that lie about themselves or end too early."""

import stat
import struct
from collections.abc import Callable, Iterator
from functools import partial
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZIP_STORED, ZipFile

from tests.exchange.hostile import package as p
from tests.exchange.hostile.expected import ACCEPTED, DAMAGED, LOCKED, NOT_XLSX, SIZE, Kasus
from tests.exchange.hostile.package import BASE, SHEET_2, book, packed, with_part


def cases() -> Iterator[Kasus]:
    """Every case of this group."""
    yield from _foreign()
    yield from _lies()
    yield from _names()
    yield from _truncated()


# --- other files under the name of a workbook --------------------------------------------------------

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def _foreign() -> Iterator[Kasus]:
    yield "empty file", lambda: b"", "Berkas kosong."
    yield "one byte", lambda: b"P", NOT_XLSX
    yield "PDF renamed", lambda: b"%PDF-1.7\n%\xe2\xe3\n1 0 obj", NOT_XLSX
    yield "HTML renamed", lambda: b"<html><table><tr><td>1</td></tr></table></html>", NOT_XLSX
    yield "PNG renamed", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), NOT_XLSX
    yield "CSV renamed", lambda: b"kode;indikator\r\n1;=cmd|'/c calc'!A0\r\n", NOT_XLSX
    yield "old Excel (.xls)", lambda: _OLE + bytes(2000), "Berkas memakai format Excel lama (.xls)."
    yield "encrypted by Excel", lambda: _OLE + bytes(2000) + "EncryptedPackage".encode("utf-16-le"), LOCKED
    yield "ODS", partial(packed, {"mimetype": "x", "content.xml": "<a/>"}), "Berkas ini dokumen LibreOffice"
    yield "DOCX", partial(packed, {"word/document.xml": "<a/>"}), "Berkas ini dokumen Word"
    yield "PPTX", partial(packed, {"ppt/presentation.xml": "<a/>"}), "Berkas ini presentasi"
    yield "binary workbook (.xlsb)", partial(packed, {"xl/workbook.bin": b"\x00"}), "Berkas memakai format Excel biner"
    yield "archive without a part", partial(packed, {}), NOT_XLSX
    yield "archive of something else", partial(packed, {"a.txt": "halo"}), NOT_XLSX
    yield "program with a workbook behind it", lambda: b"MZ" + bytes(62) + book(), NOT_XLSX


# --- directories that lie ----------------------------------------------------------------------------


def _set(field: str, change: Callable[[int], int], name: str = SHEET_2) -> Callable[[ZipFile], None]:
    def lie(archive: ZipFile) -> None:
        part = archive.getinfo(name)
        setattr(part, field, change(getattr(part, field)))

    return lie


def _twice(archive: ZipFile) -> None:
    archive.filelist.append(archive.getinfo(SHEET_2))


def _patched(content: bytes, at: int, new: bytes) -> bytes:
    return content[:at] + new + content[at + len(new) :]


def _end_record(content: bytes, offset: int, new: bytes) -> bytes:
    return _patched(content, content.rindex(b"PK\x05\x06") + offset, new)


def _lies() -> Iterator[Kasus]:
    for what, field, change in (
        ("wrong CRC", "CRC", lambda crc: crc ^ 1),
        ("smaller than it is", "file_size", lambda _: 10),
        ("no packed bytes", "compress_size", lambda _: 0),
        ("packed bytes of the neighbours too", "compress_size", lambda size: size + 300),
        ("elsewhere", "header_offset", lambda at: at + 7),
        ("stored although deflated", "compress_type", lambda _: ZIP_STORED),
        ("an unknown way of packing", "compress_type", lambda _: 99),
        ("made for a later version", "extract_version", lambda _: 63),
    ):
        expected = ACCEPTED if field == "extract_version" else DAMAGED
        yield f"part: {what}", partial(book, at_end=_set(field, change)), expected
    yield "part: larger than it is", partial(book, at_end=_set("file_size", lambda size: size + 10)), ACCEPTED
    yield "part: five gigabytes by ZIP64", partial(book, at_end=_set("file_size", lambda _: 5 * 1024**3)), SIZE
    yield "part: packed to five gigabytes", partial(book, at_end=_set("compress_size", lambda _: 5 * 1024**3)), DAMAGED
    yield "part with a password", partial(book, at_end=_set("flag_bits", lambda bits: bits | 1)), LOCKED
    yield "one part with a password", partial(book, at_end=_set("flag_bits", lambda b: b | 1, p.STYLES)), LOCKED
    yield "packed by bzip2", partial(book, method=ZIP_BZIP2), DAMAGED
    yield "packed by LZMA", partial(book, method=ZIP_LZMA), DAMAGED
    yield "part listed twice", partial(book, at_end=_twice), DAMAGED
    yield "directory that counts too many", lambda: _end_record(book(), 8, struct.pack("<HH", 900, 900)), ACCEPTED
    yield "directory beyond the end", lambda: _end_record(book(), 16, struct.pack("<L", 2**31)), DAMAGED
    yield "directory larger than the file", lambda: _end_record(book(), 12, struct.pack("<L", 2**31)), DAMAGED
    yield "directory of many disks", lambda: _end_record(book(), 4, struct.pack("<HH", 7, 7)), ACCEPTED
    yield "broken ZIP64 field", _broken_extra, DAMAGED
    yield "long comment", partial(book, comment=b"x" * 65_000), ACCEPTED
    yield "bytes behind the end", lambda: book() + bytes(500), ACCEPTED


def _broken_extra() -> bytes:
    def lie(archive: ZipFile) -> None:
        archive.getinfo(SHEET_2).extra = struct.pack("<HH", 1, 200)

    return book(at_end=lie)


def _link(archive: ZipFile) -> None:
    archive.getinfo("xl/media/a.png").external_attr = (stat.S_IFLNK | 0o777) << 16


def _names() -> Iterator[Kasus]:
    for what, name in (
        ("way out of the package", "../../kinerja.db"),
        ("way out in the middle", "xl/../../kinerja.db"),
        ("absolute name", "/etc/passwd"),
        ("drive letter", "C:/Windows/a.xml"),
        ("backslashes", "xl\\media\\a.png"),
        ("stream of NTFS", "xl/media/a.png:b"),
        ("control character in a name", "xl/media/a\x1b[2J.png"),
        ("line end in a name", "xl/media/a\n.png"),
        ("turned direction in a name", "xl/media/\u202egnp.exe"),
        ("twin in other letters", "XL/Worksheets/Sheet2.xml"),
        ("empty step in a name", "xl//media/a.png"),
    ):
        yield f"name: {what}", partial(with_part, name), DAMAGED
    yield "symbolic link", lambda: book({"xl/media/a.png": "/etc/passwd"}, at_end=_link), DAMAGED
    yield "folder as a part", lambda: book({"xl/media/": ""}), ACCEPTED
    yield "name of 60,000 letters", lambda: with_part(f"xl/media/{'a' * 60_000}"), ACCEPTED


def _beginning(content: bytes, at: int) -> bytes:
    return content[:at]


def _truncated() -> Iterator[Kasus]:
    whole = book()
    directory, end = whole.index(b"PK\x01\x02"), whole.rindex(b"PK\x05\x06")
    places = {
        "inside the first head": 20,
        "inside the first part": 120,
        "before the directory": directory,
        "inside the directory": directory + 100,
        "before the end record": end,
        "inside the end record": end + 10,
    }
    for what, at in places.items():
        yield f"cut off {what}", partial(_beginning, whole, at), DAMAGED
    xml = BASE[SHEET_2]
    assert isinstance(xml, str)
    for what in ("<worksheet", "<sheetData", "<row ", "<c ", "</c>", "</row>", "</sheetData>", "</worksheet>"):
        yield f"sheet cut off before {what}", partial(book, {SHEET_2: xml[: xml.index(what)]}), DAMAGED
