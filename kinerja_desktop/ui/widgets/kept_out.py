"""Fields whose words are never stored beside the work: the words of a recovery sheet, a NIP."""

from PySide6.QtWidgets import QWidget

_MARK = "kept_out"


def keep_out(field: QWidget) -> None:
    """What is typed here is laid aside nowhere."""
    field.setProperty(_MARK, True)  # noqa: FBT003  # Qt's own signature


def is_kept_out(field: QWidget) -> bool:
    """Whether the field was marked."""
    return bool(field.property(_MARK))
