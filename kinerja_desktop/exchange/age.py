"""The age format (age-encryption.org/v1) by pyrage: bytes in, bytes out, in pieces; no cryptography of our own.

pyrage calls Python back for each piece and wraps what the callback raises into text. So the two adapters here keep
the first error and it is raised again as it was: a full disk stays a full disk. Decrypted pieces come out before the
end of the file is known to be true; whoever receives them may trust them only when `decrypt` has returned.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kinerja_desktop.domain.errors import BackupDamaged, FileMissing, KeyMissing, NotOurFile
from kinerja_desktop.exchange import pieces
from kinerja_desktop.exchange.atomic import naming
from kinerja_desktop.exchange.kunci import Kunci

_FIRST_LINE = b"age-encryption.org/v1\n"
_HALF = len(_FIRST_LINE) // 2
_PIECE = 1 << 16
_NO_KEY = "No matching keys"
_ALTERED = "Isinya tidak lagi sama dengan saat dibuat."


def encrypt(content: Iterator[bytes], write: Callable[[bytes], object], recipients: Sequence[str]) -> None:
    """Hand ``content``, locked for all ``recipients``, to ``write``. What reading or writing raises passes through."""
    import pyrage

    source, sink = _Source(content), _Sink(write)
    with _Told(source, sink):
        pyrage.encrypt_io(source, sink, [pyrage.x25519.Recipient.from_str(one) for one in recipients])


def decrypt(path: Path, write: Callable[[bytes], object], keys: Sequence[Kunci]) -> None:
    """Hand the content of an age file to ``write``.

    Raises FileMissing, NotOurFile, KeyMissing, BackupDamaged (any byte), KnownFault, and what ``write`` raises.
    """
    import pyrage

    _check_first_line(path)
    source, sink = _Source(_content(path)), _Sink(write)
    try:
        with _Told(source, sink):
            pyrage.decrypt_io(source, sink, [pyrage.x25519.Identity.from_str(key.rahasia) for key in keys])
    except _Refused as refused:
        raise KeyMissing(str(path)) if _NO_KEY in str(refused) else BackupDamaged(str(path), _ALTERED) from None


def _content(path: Path) -> Iterator[bytes]:
    """The file with all its pieces."""
    with naming(path):
        for piece in pieces.pieces(path):
            with piece.open("rb") as file:
                while content := file.read(_PIECE):
                    yield content


def _check_first_line(path: Path) -> None:
    """Tell a damaged file of ours from a foreign one, as far as its first line can tell."""
    try:
        with path.open("rb") as file:
            begin = file.read(len(_FIRST_LINE))
    except OSError as error:
        raise FileMissing(str(path)) from error
    if begin == _FIRST_LINE:
        return
    alike = sum(map(int.__eq__, begin, _FIRST_LINE))
    cut = path.suffix == ".kpb" and _FIRST_LINE.startswith(begin)
    if cut or alike > _HALF:
        raise BackupDamaged(str(path), "Awal berkasnya rusak atau terpotong.")
    raise NotOurFile(str(path))


# --- between pyrage and Python -------------------------------------------------------------------


class _Refused(Exception):
    """pyrage refused by itself; nothing of ours failed."""


class _Source:
    """What pyrage reads from."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.failed: BaseException | None = None
        self._pieces = (memoryview(piece) for piece in pieces if piece)  # an empty one would mean the end
        self._rest = memoryview(b"")

    def read(self, size: int = -1) -> bytes:
        try:
            if not self._rest:
                self._rest = next(self._pieces, self._rest)
        except BaseException as error:
            self.failed = error
            raise
        piece, self._rest = self._rest[:size], self._rest[size:]
        return bytes(piece)


class _Sink:
    """What pyrage writes to."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self.failed: BaseException | None = None
        self._write = write

    def write(self, piece: bytes) -> int:
        """Take a piece; pyrage offers what it holds once more after a failure, and then it is not taken."""
        if self.failed is not None:
            raise self.failed
        try:
            self._write(piece)
        except BaseException as error:
            self.failed = error
            raise
        return len(piece)

    def flush(self) -> None:
        """Nothing is held back here."""


class _Told:
    """Around one call of pyrage: its error gives way to what the adapters kept, else becomes `_Refused`."""

    def __init__(self, source: _Source, sink: _Sink) -> None:
        self._adapters = (source, sink)

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        for adapter in self._adapters:
            if adapter.failed is not None:
                raise adapter.failed from None
        import pyrage

        if isinstance(error, (OSError, pyrage.DecryptError, pyrage.EncryptError)):
            raise _Refused(str(error)) from None
