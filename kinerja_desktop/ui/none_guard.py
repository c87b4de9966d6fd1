"""Keeps the program alive on Python 3.11 under PySide6 6.12.0, which gives away a reference to None with every call.

That release is built against headers of Python 3.12, where None cannot die, and so its methods return None without
counting it. On 3.11 the count then falls by one with each call that returns nothing, and after some thousand of them,
a few seconds of painting, the interpreter stops with «none_dealloc». Older releases of PySide6 count correctly. Here
None gets the very large count that Python 3.12 gives it. Remove this module with the last Python below 3.12.
"""

import sys

_IMMORTAL = 1 << 40
_UNTIL_THE_FIRST_PAINT = 20_000
_references: list[None] = []


def lend_references() -> None:
    """Enough references for the log-in to be painted, without the time that ctypes needs to load."""
    if _is_concerned():
        _references.extend([None] * _UNTIL_THE_FIRST_PAINT)


def keep_none_alive() -> None:
    """Raise the count of references to None far beyond what any session can give away."""
    if not _is_concerned():
        return
    import ctypes  # here, after the first paint

    count = ctypes.c_ssize_t.from_address(id(None))  # the count is the first field of every object in CPython
    if count.value < _IMMORTAL:
        count.value += 2 * _IMMORTAL


def _is_concerned() -> bool:
    return sys.version_info < (3, 12) and sys.implementation.name == "cpython"
