"""Running numbers of tables and figures inside one chapter: "Tabel 3.1", "Gambar 3.1"."""


class Numbering:
    """Gives captions in the order in which they are asked for."""

    def __init__(self, bab: int) -> None:
        self._bab = bab
        self._tables = 0
        self._figures = 0

    def table(self, title: str) -> str:
        """Caption of the next table."""
        self._tables += 1
        return f"Tabel {self._bab}.{self._tables} {title}"

    def figure(self, title: str) -> str:
        """Caption of the next figure."""
        self._figures += 1
        return f"Gambar {self._bab}.{self._figures} {title}"


_SMALL = frozenset({"atau", "bagi", "dalam", "dan", "dari", "dengan", "di", "ke", "oleh", "pada", "untuk", "yang"})


def title_case(text: str) -> str:
    """A name as captions write it: capitals but for small words."""
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in text.split(" "))
