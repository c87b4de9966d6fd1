"""Whether the file of a face is as it was made: those of the window and of the papers alike."""

import sys
from array import array

_SUM = 0xB1B0AFBA
"""What the words of every TrueType file add up to (OpenType, table "head", checksumAdjustment)."""
DAMAGED = "berkas huruf rusak atau tidak ada; pasang ulang Kinerja Desktop"


def is_whole(content: bytes) -> bool:
    """A damaged face may be read all the same, and shows boxes or other letters."""
    words = array("I", content.ljust(-(-len(content) // 4) * 4, b"\0"))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF == _SUM
