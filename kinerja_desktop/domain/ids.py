"""Identifiers made by the program: UUID version 7 (RFC 9562), ordered by the time of making.

Records made on several PCs never collide, so a case may be handed from one to another.
"""

import os
import time


def new_id() -> str:
    """A fresh identifier as text. Its time part only orders; nothing is decided by it."""
    stamp = time.time_ns() // 1_000_000
    value = stamp << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    digits = f"{value:032x}"  # by hand, because the library that does it asks the system for its name at each start
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
