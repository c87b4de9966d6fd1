"""What a dialog of the SOP says at its top: heading, what it is about, what happens next and to whom."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """``sentence`` may set words bold between ``**``."""

    heading: str
    about: str
    sentence: str
