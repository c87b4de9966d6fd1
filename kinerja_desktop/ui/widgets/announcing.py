"""What a screen reader says although the focus stays where it is: strips, faults, counts, what a search found.

The one way to say it; whoever shows a sentence that somebody must not miss calls `announce`. Whatever the focus goes
to is told by its own name and description and needs nothing of this.
"""

from PySide6.QtWidgets import QWidget


def announce(part: QWidget, sentence: str, *, urgent: bool = False) -> None:
    """Have a sentence said for a part; an urgent one breaks off what is being said, any other waits for its end."""
    from PySide6.QtGui import QAccessible  # here, because nothing is said before the first paint

    if sentence and QAccessible.isActive():
        _say(part, sentence, urgent=urgent)


def _say(part: QWidget, sentence: str, *, urgent: bool) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(part, sentence)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
