"""Shows and hides parts of a screen. Use this and not `setVisible` in whatever runs while a screen is being built."""

from PySide6.QtWidgets import QWidget


def set_shown(widget: QWidget, *, shown: bool) -> None:
    """Show or hide a part. One that has no parent yet is only marked: Qt would open a window of its own for it."""
    if not shown:
        widget.hide()
    elif widget.parentWidget() is None:
        from PySide6.QtCore import Qt  # here, because the namespace is costly before the first paint

        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)  # noqa: FBT003 - Qt's own signature
    else:
        widget.show()
