"""A secret of 32 bytes as 24 everyday words, and back; a slip of the pen is told by its place.

24 words of a list of 2048 carry 264 bits: the 256 bits of the secret, then the first 8 bits of the SHA-256 over
``kinerja/kata/1`` and the secret. No two words of the list differ by one letter only (left out, put in, exchanged or
swapped with its neighbour), so a typing slip is never another word of the list.

The list and its order are for ever: sheets on paper are read with them. Another encoding gets another mark than "/1".
"""

import hashlib
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import LembarSalah, SebabLembar

JUMLAH = 24
_BITS = 11
_SECRET = 32
_MARK = b"kinerja/kata/1"
_BETWEEN = str.maketrans(dict.fromkeys(".,;:()[]|/-–—*_\"'", " "))


def words_of(secret: bytes) -> tuple[str, ...]:
    """The words that stand for 32 bytes."""
    assert len(secret) == _SECRET
    number = int.from_bytes(secret + _check(secret))
    places = [number >> (_BITS * n) & (1 << _BITS) - 1 for n in reversed(range(JUMLAH))]
    return tuple(_list()[place] for place in places)


def some_words(count: int, choose: Callable[[int], int]) -> str:
    """So many words of the list, chosen by ``choose(how many there are)``: a short code that is easy to read out."""
    return " ".join(_list()[choose(len(_list()))] for _ in range(count))


def secret_of(words: Sequence[str]) -> bytes:
    """The 32 bytes that 24 words stand for. Raises LembarSalah."""
    places = _places(words)
    found = _decoded(places)
    if found is None:
        raise LembarSalah(SebabLembar.TIDAK_COCOK, len(words))
    return found


def read_words(text: str) -> tuple[str, ...]:
    """The words of a typed text: capitals, spacing, lines, points and numbers before the words do not matter."""
    pieces = unicodedata.normalize("NFKC", text).casefold().translate(_BETWEEN).split()
    stripped = (piece.lstrip("0123456789") for piece in pieces)
    return tuple(word for word in stripped if word)


def find_slip(words: Sequence[str], fits: Callable[[bytes], bool]) -> int | None:
    """The place (from 1) of the one wrong word among 24 known ones, or None where more than one is wrong.

    ``fits`` tells whether a secret is the right one; it is asked about two hundred times.
    """
    places = _places(words)
    return next((n + 1 for n, secret in _neighbours(places) if fits(secret)), None)


def _neighbours(places: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """Secrets that differ by one word and whose check fits, each with the place of that word."""
    for n in range(JUMLAH):
        for other in range(1 << _BITS):
            found = _decoded([*places[:n], other, *places[n + 1 :]])
            if found is not None and other != places[n]:
                yield n, found


def _places(words: Sequence[str]) -> list[int]:
    known = _index()
    for n, word in enumerate(words, 1):
        if word not in known:
            raise LembarSalah(SebabLembar.TIDAK_DIKENAL, len(words), n, word, _meant(word))
    if len(words) != JUMLAH:
        raise LembarSalah(SebabLembar.JUMLAH, len(words))
    return [known[word] for word in words]


def _meant(word: str) -> str:
    """The known word that looks most like a typed one, with most letters in their place; "" where none does."""
    import difflib  # here: a start needs the words alone

    close = difflib.get_close_matches(word, _list(), n=5)
    return max(close, key=lambda known: sum(map(str.__eq__, known, word)), default="")


def _decoded(places: Sequence[int]) -> bytes | None:
    number = 0
    for place in places:
        number = number << _BITS | place
    whole = number.to_bytes(_SECRET + 1)
    secret, check = whole[:_SECRET], whole[_SECRET:]
    return secret if check == _check(secret) else None


def _check(secret: bytes) -> bytes:
    return hashlib.sha256(_MARK + secret).digest()[:1]


@cache
def _list() -> tuple[str, ...]:
    return tuple(paths.resource("kata_pemulihan.txt").read_text(encoding="ascii").split())


@cache
def _index() -> dict[str, int]:
    return {word: place for place, word in enumerate(_list())}
