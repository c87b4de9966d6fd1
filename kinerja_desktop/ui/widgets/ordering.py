"""By what words and figures of a list are sorted. One more way: a function that gives a place to a text."""

from decimal import Decimal

from kinerja_desktop.domain.errors import AngkaSalah
from kinerja_desktop.domain.huruf import placed
from kinerja_desktop.domain.numerals import read_angka

Place = tuple[Decimal, str]
_LEAST = Decimal("-Infinity")


def of_figure(text: str, seen: str = "") -> Place:
    """Figures by their value; what is none before them, by the words that are seen there."""
    try:
        figure = read_angka(text).nilai
    except AngkaSalah:
        figure = None
    return (_LEAST, (seen or text).casefold()) if figure is None else (figure, "")


def of_words(text: str) -> Place:
    """Words by their letters, numbers in them by their value: 1.9 before 1.10."""
    return Decimal(0), placed(text)
