"""Files one after another in one stream, as tar lays them out, written and read without ever seeking.

Written with the headers of the standard library, so any tar program unpacks it. Reading expects exactly what it is
told to expect, member by member: nothing is ever unpacked by a name that stands in the stream.
"""

import tarfile
from collections.abc import Generator, Iterator
from pathlib import Path

BLOCK = 512
PIECE = 1 << 16
END = bytes(2 * BLOCK)


class Unlike(Exception):
    """The stream is not what was expected at this place."""


# --- writing -------------------------------------------------------------------------------------


def header(nama: str, ukuran: int) -> bytes:
    """What stands before a member; the same for the same member, whenever it is made."""
    info = tarfile.TarInfo(nama)
    info.size, info.mode = ukuran, 0o600
    return info.tobuf(tarfile.GNU_FORMAT)


def padding(ukuran: int) -> bytes:
    """What fills a member up to whole blocks."""
    return bytes(-ukuran % BLOCK)


def pieces_of(file: Path) -> Iterator[bytes]:
    """A file's content in pieces."""
    with file.open("rb") as opened:
        while piece := opened.read(PIECE):
            yield piece


# --- reading -------------------------------------------------------------------------------------

Wanting = Generator[int, bytes, None]
"""A reader that yields how many bytes it wants next and is sent exactly those."""


class Feed:
    """Takes a stream in pieces of any size and hands a reader what it wants."""

    def __init__(self, reader: Wanting) -> None:
        self._reader = reader
        self._held = bytearray()
        self._want: int | None = next(reader)

    def write(self, piece: bytes) -> None:
        """Take the next piece. Raises Unlike after the reader has ended, and what the reader raises."""
        self._held += piece
        while self._want is not None and len(self._held) >= self._want:
            exact = bytes(self._held[: self._want])
            del self._held[: self._want]
            self._want = self._send(exact)
        if self._want is None and self._held:
            raise Unlike

    def finish(self) -> None:
        """The stream has ended. Raises Unlike where the reader wants more."""
        if self._want is not None:
            raise Unlike

    def close(self) -> None:
        """Let the reader put away what it holds open."""
        self._reader.close()

    def _send(self, exact: bytes) -> int | None:
        try:
            return self._reader.send(exact)
        except StopIteration:
            return None


def take_header(nama: str | None = None, ukuran: int | None = None) -> Generator[int, bytes, tuple[str, int]]:
    """Read a member's header, which must name what is expected. Raises Unlike."""
    block = yield BLOCK
    try:
        info = tarfile.TarInfo.frombuf(block, "utf-8", "strict")
    except (tarfile.HeaderError, UnicodeDecodeError):
        raise Unlike from None
    if not info.isreg() or nama not in {None, info.name} or ukuran not in {None, info.size}:
        raise Unlike
    return info.name, info.size


def take_content(ukuran: int) -> Generator[int, bytes, bytes]:
    """Read a small member whole, with its padding."""
    content = yield ukuran
    yield from take_padding(ukuran)
    return content


def take_padding(ukuran: int) -> Generator[int, bytes, None]:
    """Read the zeros after a member. Raises Unlike."""
    rest = -ukuran % BLOCK
    if rest == 0:
        return
    zeros = yield rest
    if any(zeros):
        raise Unlike


def take_end() -> Generator[int, bytes, None]:
    """Read the end of the stream. Raises Unlike."""
    end = yield len(END)
    if end != END:
        raise Unlike
