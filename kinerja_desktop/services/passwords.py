"""Hashing and checking of passwords with Argon2id; knows no office and no storage.

The log-in window imports this before SQL is loaded. ``TARGET`` is what every real account has where the PC does it
within ``SLOWEST_MS``, else the next of ``STEPS`` (OWASP ASVS 11.4.2; the last is its floor); practice offices and tests
hand a cheaper ``Cost`` in. An account whose cost does not suit is hashed anew when its owner logs in. Salt and hash
have 16 and 32 bytes, as argon2-cffi makes them.
"""

from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kinerja_desktop.domain.errors import OutOfMemory
from kinerja_desktop.domain.sandi import normal
from kinerja_desktop.services.clock import uptime

if TYPE_CHECKING:
    from argon2 import PasswordHasher


@dataclass(frozen=True, slots=True)
class Cost:
    """Parameters of Argon2id: memory in KiB, passes, lanes."""

    memory: int
    passes: int
    lanes: int = 1

    @property
    def work(self) -> int:
        """What the time for one password grows with."""
        return self.memory * self.passes


TARGET = Cost(65_536, 3)
STEPS = (TARGET, Cost(47_104, 1), Cost(19_456, 2))
"""From dear to cheap."""
SLOWEST_MS, _EASY_MS = 1_500, 1_000
"""How long one password may take; a dearer step is taken up again only where it would be easy."""
_NO_MEMORY = -22
"""ARGON2_MEMORY_ALLOCATION_ERROR."""
PRACTICE = Cost(8_192, 1)
"""For practice offices, whose passwords are printed on the screen anyway."""


@cache
def _hasher(cost: Cost) -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=cost.passes, memory_cost=cost.memory, parallelism=cost.lanes)


def hash_sandi(sandi: str, cost: Cost = TARGET) -> str:
    """The text that is stored of a password: algorithm, parameters, salt and hash in one. Raises OutOfMemory."""
    from argon2.exceptions import HashingError

    try:
        return _hasher(cost).hash(normal(sandi))
    except HashingError as refused:
        _hold_memory(refused)
        raise


def _hold_memory(refused: Exception) -> None:
    """Argon2 tells a PC without memory in words alone, by the same kind of error as a wrong password."""
    from argon2.low_level import error_to_str

    if str(refused) == error_to_str(_NO_MEMORY):
        raise OutOfMemory from refused


def hash_here(sandi: str, cost: Cost) -> str:
    """As `hash_sandi`; for a real office with the dearest step that this PC has memory for and does in time."""
    *dearer, last = STEPS if cost == TARGET else (cost,)
    for step in dearer:
        begun = uptime()
        with suppress(OutOfMemory):
            made = hash_sandi(sandi, step)
            if uptime() - begun <= SLOWEST_MS:
                return made
    return hash_sandi(sandi, last)


def cost_in(stored: str) -> Cost:
    """The parameters that a stored hash was made with."""
    from argon2 import extract_parameters

    found = extract_parameters(stored)
    return Cost(found.memory_cost, found.time_cost, found.parallelism)


def suited(cost: Cost, took_ms: int) -> Cost:
    """The step for a PC that took so long for ``cost``."""
    if cost not in STEPS:
        return TARGET
    limits = ((step, SLOWEST_MS if step.work <= cost.work else _EASY_MS) for step in STEPS)
    return next((step for step, most in limits if took_ms * step.work <= most * cost.work), STEPS[-1])


def fits(sandi: str, stored: str) -> bool:
    """True where the password belongs to the stored text; False for any text that is no hash. Raises OutOfMemory."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher(TARGET).verify(stored, normal(sandi))
    except (VerificationError, InvalidHashError) as refused:
        _hold_memory(refused)
        return False


@cache
def nobody(cost: Cost = TARGET) -> str:
    """A hash that no password fits, so that an unknown name costs the same work as a known one."""
    import secrets

    return hash_sandi(secrets.token_hex(32), cost)
