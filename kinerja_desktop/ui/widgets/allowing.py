"""Enabling and disabling: what cannot be pressed says why, on hover and to a screen reader.

The one way to disable a part, or to lock a text. A reason is a short sentence with the cure in it («Pilih dokumen
dahulu.»).
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

WAIT = "Tunggu sampai pekerjaan yang berjalan selesai."
UNCHANGED = "Belum ada yang diubah."
_WHY, _TIP, _ABOUT = "why", "own_tip", "own_about"


def allow(part: QWidget, why: str) -> None:
    """Enable, or disable with a reason; what the part tells of itself stays beside it."""
    _say(part, why)
    part.setEnabled(not why)


def _say(part: QWidget, why: str) -> None:
    if not part.property(_WHY):
        part.setProperty(_TIP, part.toolTip())
        part.setProperty(_ABOUT, part.accessibleDescription())
    part.setProperty(_WHY, why)
    part.setToolTip(_joined("\n", part.property(_TIP), why))
    part.setAccessibleDescription(_joined(" ", part.property(_ABOUT), why))


def lock(field: "QLineEdit | QPlainTextEdit", why: str) -> None:
    """Let a text be read and copied but not changed, with a reason; an empty one opens it."""
    _say(field, why)
    field.setReadOnly(bool(why))


def set_tip(part: QWidget, tip: str) -> None:
    """What the part tells of itself on hover, whether it can be pressed now or not."""
    why = part.property(_WHY) or ""
    part.setProperty(_TIP, tip)
    part.setToolTip(_joined("\n", tip, why))


def why_not(part: QWidget) -> str:
    """The reason that a disabled or locked part gives."""
    return str(part.property(_WHY) or "")


def _joined(between: str, *words: str) -> str:
    return between.join(filter(None, words))
