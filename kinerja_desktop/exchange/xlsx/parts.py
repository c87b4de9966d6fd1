"""The parts of a foreign workbook and one pass through the XML of one of them.

Parts are read by name and in pieces, never written to disk. Which files come this far is ``gate``, what their XML
may hold is ``scan``; to look at one more kind of part: a ``Walker``.
"""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - it is a class

_PIECE = 64 * 1024
_XML = (".xml", ".rels")
_ENCODINGS = frozenset({"", "utf-8", "utf-16", "us-ascii", "iso-8859-1"})
"""What XML may be written in; for others Python would look for a codec of that name."""

PACKING_FAULTS = (BadZipFile, ZlibError, struct.error, EOFError, OSError, NotImplementedError, ValueError, IndexError)
"""What Python raises where a packed part is not what its directory says."""

OnProgress = Callable[[int, int], None]
"""Hears after every piece how many bytes of how many were read; what it raises stops the reading."""


def silent(_done: int, _total: int) -> None:
    """Nobody asks how far it is."""


class Damaged(Exception):
    """The inside of the file makes no sense; ``gate`` says so to people."""


class DtdFound(Exception):
    """A part declares entities or reaches for other files."""


class TooBig(Exception):
    """More cells, names or text than an office's workbook can have."""


class TooManyCells(TooBig):
    """More filled cells in all than can be kept while they are read."""


class Walker:
    """One pass through the XML of a part, by plain element names; children override what they look at."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Characters between two of them."""


@dataclass(slots=True)
class Parts:
    """The parts of a workbook that passed the gate."""

    archive: ZipFile
    on_progress: OnProgress = silent
    xml: tuple[str, ...] = field(init=False)
    """Names of the parts that hold XML; nothing else is ever read."""
    _total: int = field(init=False)
    _done: int = 0

    def __post_init__(self) -> None:
        sizes = {part.filename: part.file_size for part in self.archive.infolist()}
        self.xml = tuple(name for name in sizes if name.casefold().endswith(_XML))
        self._total = 2 * sum(sizes[name] for name in self.xml)  # once by ``scan``, once by who looks for something

    def walk(self, name: str, walker: Walker) -> None:
        """Lead ``walker`` through one part. Raises Damaged, DtdFound."""
        for _ in self.steps(name, walker):
            pass

    def steps(self, name: str, walker: Walker) -> Iterator[int]:
        """Lead ``walker`` through one part, with a rest after every piece of it. Raises Damaged, DtdFound."""
        parser = expat.ParserCreate()
        parser.buffer_text = True

        def root(tag: str, attributes: dict[str, str]) -> None:
            """Where the root has no prefix, nothing stands between parser and walker: a sheet has many elements."""
            if ":" in tag:
                parser.StartElementHandler = lambda tag, attributes: walker.start(_plain(tag), attributes)
                parser.EndElementHandler = lambda tag: walker.end(_plain(tag))
            else:
                parser.StartElementHandler, parser.EndElementHandler = walker.start, walker.end
            walker.start(_plain(tag), attributes)

        parser.StartElementHandler = root
        parser.CharacterDataHandler = walker.text
        return self.feed(name, parser)

    def feed(self, name: str, parser: expat.XMLParserType) -> Iterator[int]:
        """Give a part to a parser; yields after every piece how many bytes it got. Raises Damaged, DtdFound."""
        parser.XmlDeclHandler = _look_at_encoding
        parser.StartDoctypeDeclHandler = _refuse_dtd
        given = 0
        for piece in self._pieces(name):
            _parse(parser, piece, last=False)
            given += len(piece)
            self._done += len(piece)
            self.on_progress(min(self._done, self._total), self._total)
            yield given
        _parse(parser, b"", last=True)
        yield given

    def _pieces(self, name: str) -> Iterator[bytes]:
        if name not in self.xml:
            raise Damaged(name)
        try:
            with self.archive.open(name) as stream:
                while piece := stream.read(_PIECE):
                    yield piece
        except PACKING_FAULTS as error:
            raise Damaged(name) from error


def _plain(tag: str) -> str:
    return tag.rpartition(":")[2]


def _parse(parser: expat.XMLParserType, piece: bytes, *, last: bool) -> None:
    try:
        parser.Parse(piece, last)
    except expat.ExpatError as error:
        raise Damaged from error


def _look_at_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if (encoding or "").casefold() not in _ENCODINGS:
        raise Damaged(encoding)


def _refuse_dtd(*_declaration: object) -> NoReturn:
    raise DtdFound


def whole(text: str | None) -> int:
    """A count or an index of an attribute, 0 where there is none. Raises Damaged."""
    if text is None:
        return 0
    if not (text.isascii() and text.isdecimal()) or len(text) > 9:
        raise Damaged(text)
    return int(text)
