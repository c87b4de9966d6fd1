"""Keeps the program alive on Python 3.11 under PySide6 6.12.0, which gives away references to None, True and False.

That release is built against headers of Python 3.12, where these cannot die, and so its methods return None, and its
signals carry True and False, without counting them. On 3.11 the count then falls by one with each call that returns
nothing and with each click, and after some thousand of them the interpreter stops with «none_dealloc» or
«bool_dealloc». Older releases of PySide6 count correctly. Here they get the very large count that Python 3.12 gives
them. Remove this module with the last Python below 3.12.
"""

import sys

_IMMORTAL = 1 << 40
_UNTIL_THE_FIRST_PAINT, _CLICKS_BEFORE_IT = 20_000, 500
_MORTAL = (None, True, False, NotImplemented, Ellipsis)
_references: list[object] = []


def lend_references() -> None:
    """Enough references for the log-in to be painted, without the time that ctypes needs to load."""
    if _is_concerned():
        _references.extend([None] * _UNTIL_THE_FIRST_PAINT)
        for one in _MORTAL:
            _references.extend([one] * _CLICKS_BEFORE_IT)


def keep_none_alive() -> None:
    """Raise the counts of references to None and its like far beyond what any session can give away."""
    if not _is_concerned():
        return
    import ctypes  # here, after the first paint

    for one in _MORTAL:
        count = ctypes.c_ssize_t.from_address(id(one))  # the count is the first field of every object in CPython
        if count.value < _IMMORTAL:
            count.value += 2 * _IMMORTAL


def _is_concerned() -> bool:
    return sys.version_info < (3, 12) and sys.implementation.name == "cpython"
