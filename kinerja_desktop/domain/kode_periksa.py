"""The check code on a paper: twelve signs, of which two tell a slip of the hand and where it is.

The 23 signs leave out everything that looks like another sign on a bad copy (0 O, 1 I L, 2 Z, 5 S, 8 B, U V).
23 is prime, so two sums over the signs, plain and weighted by position, are zero only for a right code: one
wrong sign is found with its place, and so is a swap of two neighbours. What a code stands for is known to the
archive alone.
"""

import re

from kinerja_desktop.domain.errors import KodeSalah, SebabKode

ALFABET = "34679ACDEFGHJKMNPQRTWXY"
PANJANG = 12
ISI = PANJANG - 2
_VALUES = {sign: value for value, sign in enumerate(ALFABET)}
_PRIME = len(ALFABET)


def make_kode(acak: int) -> str:
    """The code of a random number: "K7QM-4TXP-9RWD". Numbers are taken modulo 23 to the tenth."""
    values = []
    for _ in range(ISI):
        acak, value = divmod(acak, _PRIME)
        values.append(value)
    plain, weighted = sum(values), _weighted(values)
    last = (11 * plain - weighted) % _PRIME
    values += [(-plain - last) % _PRIME, last]
    return _grouped("".join(ALFABET[value] for value in values))


def read_kode(teks: str) -> str:
    """The code as papers print it, from what somebody typed; capitals, spaces and hyphens do not matter.

    Raises KodeSalah with the place of the slip (counted over the signs alone) where it can be known.
    """
    signs = "".join(sign for sign in teks.upper() if sign not in " -–\t")
    foreign = tuple(n for n, sign in enumerate(signs, 1) if sign not in _VALUES)
    if foreign:
        raise KodeSalah(teks, SebabKode.BUKAN_TANDA, foreign)
    if len(signs) != PANJANG:
        raise KodeSalah(teks, SebabKode.PANJANG, (len(signs),))
    values = [_VALUES[sign] for sign in signs]
    if sum(values) % _PRIME or _weighted(values) % _PRIME:
        raise KodeSalah(teks, SebabKode.SALAH_KETIK, _place(values))
    return _grouped(signs)


def _place(values: list[int]) -> tuple[int, ...]:
    """Positions (from 1) of the one wrong sign or the two swapped ones; empty where it was more than that."""
    plain, weighted = sum(values) % _PRIME, _weighted(values) % _PRIME
    if plain:
        position = weighted * pow(plain, -1, _PRIME) % _PRIME
        return (position,) if 1 <= position <= PANJANG else ()
    swaps = [n for n in range(1, PANJANG) if (values[n] - values[n - 1]) % _PRIME == weighted]
    return (swaps[0], swaps[0] + 1) if len(swaps) == 1 else ()


def _weighted(values: list[int]) -> int:
    return sum(n * value for n, value in enumerate(values, 1))


def _grouped(signs: str) -> str:
    return "-".join(signs[start : start + 4] for start in range(0, PANJANG, 4))


_PRINTED = re.compile("-".join([f"[{ALFABET}]{{4}}"] * 3))


def find_kode(teks: str) -> str | None:
    """The first right code, printed with its hyphens, that stands anywhere in a foreign text."""
    return next((found for found in _PRINTED.findall(teks) if _is_right(found)), None)


def _is_right(kode: str) -> bool:
    values = [_VALUES[sign] for sign in kode.replace("-", "")]
    return sum(values) % _PRIME == 0 == _weighted(values) % _PRIME
