"""Hashing and checking of passwords with Argon2id; knows no office and no storage.

The log-in window imports this before SQL is loaded. ``TARGET`` is what every real account has; practice
offices and tests hand a cheaper ``Cost`` in, and an account below the cost asked for is hashed anew when its
owner logs in.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kinerja_desktop.domain.sandi import normal

if TYPE_CHECKING:
    from argon2 import PasswordHasher


@dataclass(frozen=True, slots=True)
class Cost:
    """Parameters of Argon2id: memory in KiB, passes, lanes."""

    memory: int
    passes: int
    lanes: int = 1


TARGET = Cost(65_536, 3)
PRACTICE = Cost(8_192, 1)
"""For practice offices, whose passwords are printed on the screen anyway."""


@cache
def _hasher(cost: Cost) -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=cost.passes, memory_cost=cost.memory, parallelism=cost.lanes)


def hash_sandi(sandi: str, cost: Cost = TARGET) -> str:
    """The text that is stored of a password: algorithm, parameters, salt and hash in one."""
    return _hasher(cost).hash(normal(sandi))


def fits(sandi: str, stored: str) -> bool:
    """True where the password belongs to the stored text; False for any text that is no hash."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher(TARGET).verify(stored, normal(sandi))
    except (VerificationError, InvalidHashError):
        return False


def too_cheap(stored: str, cost: Cost = TARGET) -> bool:
    """True where a stored hash was made with other parameters than asked for now."""
    return _hasher(cost).check_needs_rehash(stored)


@cache
def nobody(cost: Cost = TARGET) -> str:
    """A hash that no password fits, so that an unknown name costs the same work as a known one."""
    import secrets

    return hash_sandi(secrets.token_hex(32), cost)
