"""Fields that a person fills for one paper: what cannot be made from the office's data.

A paper declares its fields as data; the screen draws itself from them and the paper gets what was typed. To add a
field: an ``Isian`` in the list of its paper.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Isian:
    """One field. ``baris`` is the height in lines; with ``pilihan`` one of these words is chosen instead.

    ``bawaan`` stands until something is typed; ``bagian`` is the heading below which the field stands.
    """

    kunci: str
    label: str
    bantuan: str = ""
    bawaan: str = ""
    baris: int = 1
    pilihan: tuple[str, ...] = ()
    bagian: str = ""


def filled(fields: Iterable[Isian], typed: Mapping[str, str]) -> dict[str, str]:
    """What every field holds: typed text (an emptied field stays empty), else what stands in it at first."""
    return {field.kunci: typed.get(field.kunci, field.bawaan) for field in fields}
