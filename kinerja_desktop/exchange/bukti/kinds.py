"""Which files may be evidence, told by ending, first bytes and inside. To add one: a line in ``KINDS``.

A file with macros is refused whatever it is called: whoever opens the evidence on another PC must not run a program.
"""

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from kinerja_desktop.domain.bukti import GAMBAR, MAKS_UKURAN
from kinerja_desktop.domain.errors import BuktiDitolak, SebabBukti

MAKS_FOTO = 40 * 1024 * 1024
"""Bytes of a picture before it is made small."""
_MAKS_TERBUKA = 200 * 1024 * 1024
_MAKS_BAGIAN = 5000

_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_VBA = "_VBA_PROJECT".encode("utf-16-le")
_HEAD = 1024
"""Bytes before which a PDF must begin."""
_PACKED_ERRORS = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)

Inside = Callable[[bytes], SebabBukti | None]
"""Looks at the whole content: why it is refused, or None."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What files with one ending must be."""

    inside: Inside
    most: int = MAKS_UKURAN


def kind_of(nama: str) -> Kind:
    """What a file of this name must be. Raises BuktiDitolak where its ending says that it may not come in."""
    ending = nama.rpartition(".")[2].lower()
    if ending in KINDS:
        return KINDS[ending]
    raise BuktiDitolak(nama, _REFUSED.get(ending, SebabBukti.JENIS))


# --- insides -----------------------------------------------------------------------------------


def _pdf(content: bytes) -> SebabBukti | None:
    import pikepdf

    if b"%PDF-" not in content[:_HEAD]:
        return SebabBukti.TIDAK_COCOK
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            return None if len(pdf.pages) else SebabBukti.RUSAK
    except pikepdf.PasswordError:
        return SebabBukti.BERSANDI
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError):
        return SebabBukti.RUSAK


_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF", b"BM")


def _picture(content: bytes) -> SebabBukti | None:
    """Whichever picture it is: it is made a JPEG anyway, and telephones mix the endings up."""
    return None if content.startswith(_PICTURES) else SebabBukti.TIDAK_COCOK


def _packed(content: bytes, part: str, macros: Callable[[str], bool]) -> SebabBukti | None:
    if content.startswith(_OLE) and _LOCKED in content:
        return SebabBukti.BERSANDI
    if not content.startswith(_ZIP):
        return SebabBukti.TIDAK_COCOK
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            whole = archive.testzip() is None if _opens_small(archive) else False
    except _PACKED_ERRORS:
        return SebabBukti.RUSAK
    names = [one.filename for one in parts]
    if any(map(macros, names)):
        return SebabBukti.MAKRO
    if not whole:
        return SebabBukti.RUSAK
    return None if any(name.startswith(part) for name in names) else SebabBukti.TIDAK_COCOK


def _opens_small(archive: ZipFile) -> bool:
    """A packed file that unpacks to far more than a document holds is no document."""
    parts = archive.infolist()
    return len(parts) <= _MAKS_BAGIAN and sum(one.file_size for one in parts) <= _MAKS_TERBUKA


def _office(part: str) -> Inside:
    def has_macros(name: str) -> bool:
        return name.lower().endswith("vbaproject.bin") or "/macrosheets/" in name.lower()

    return lambda content: _packed(content, part, has_macros)


_LIBRARY_LISTS = ("script-lc.xml", "script-lb.xml")


def _open_document(content: bytes) -> SebabBukti | None:
    def has_macros(name: str) -> bool:
        return name.startswith(("Basic/", "Scripts/")) and not name.endswith((*_LIBRARY_LISTS, "/"))

    return _packed(content, "content.xml", has_macros)


def _old_office(content: bytes) -> SebabBukti | None:
    if not content.startswith(_OLE):
        return SebabBukti.TIDAK_COCOK
    if _LOCKED in content:
        return SebabBukti.BERSANDI
    return SebabBukti.MAKRO if _VBA in content else None


KINDS: Mapping[str, Kind] = {
    "pdf": Kind(_pdf),
    **dict.fromkeys(GAMBAR, Kind(_picture, MAKS_FOTO)),
    "docx": Kind(_office("word/")),
    "xlsx": Kind(_office("xl/")),
    "pptx": Kind(_office("ppt/")),
    **dict.fromkeys(("odt", "ods", "odp"), Kind(_open_document)),
    **dict.fromkeys(("doc", "xls", "ppt"), Kind(_old_office)),
}
"""By ending in small letters."""

_REFUSED: Mapping[str, SebabBukti] = {
    **dict.fromkeys(
        ("docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "potm", "ppsm"),
        SebabBukti.MAKRO,
    ),
    **dict.fromkeys(("heic", "heif"), SebabBukti.HEIC),
}
"""Endings that deserve a sentence of their own."""
