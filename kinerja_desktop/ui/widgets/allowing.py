"""Enabling and disabling: what cannot be pressed says why, on hover and to a screen reader.

The one way to disable a button. A reason is a short sentence with the cure in it («Pilih dokumen dahulu.»).
"""

from PySide6.QtWidgets import QWidget

WAIT = "Tunggu sampai pekerjaan yang berjalan selesai."
UNCHANGED = "Belum ada yang diubah."
_WHY, _TIP, _ABOUT = "why", "own_tip", "own_about"


def allow(part: QWidget, why: str) -> None:
    """Enable, or disable with a reason; what the part tells of itself stays beside it."""
    if not part.property(_WHY):
        part.setProperty(_TIP, part.toolTip())
        part.setProperty(_ABOUT, part.accessibleDescription())
    part.setProperty(_WHY, why)
    part.setEnabled(not why)
    part.setToolTip(_joined("\n", part.property(_TIP), why))
    part.setAccessibleDescription(_joined(" ", part.property(_ABOUT), why))


def set_tip(part: QWidget, tip: str) -> None:
    """What the part tells of itself on hover, whether it can be pressed now or not."""
    why = part.property(_WHY) or ""
    part.setProperty(_TIP, tip)
    part.setToolTip(_joined("\n", tip, why))


def why_not(part: QWidget) -> str:
    """The reason that a disabled part gives."""
    return "" if part.isEnabled() else str(part.property(_WHY) or "")


def _joined(between: str, *words: str) -> str:
    return between.join(filter(None, words))
