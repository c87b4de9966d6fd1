"""Fills a choice without disturbing it: the same entries stay, so an open list does not close under the hand."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox


def show_choices(box: QComboBox, choices: Sequence[tuple[str, object]], current: object) -> None:
    """Texts with their values, and the value that is chosen; an unknown one chooses none."""
    shown = [(box.itemText(at), box.itemData(at)) for at in range(box.count())]
    if shown != list(choices):
        box.clear()
        for text, value in choices:
            box.addItem(text, value)
    values = [value for _, value in choices]
    box.setCurrentIndex(values.index(current) if current in values else -1)
