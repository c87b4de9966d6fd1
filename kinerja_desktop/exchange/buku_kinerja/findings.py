"""What was found wrong or odd while a workbook was read: all of it, each with its place.

Sentences follow one rule: cause, then cure. What is right or wrong is decided by who reports here.
"""

from dataclasses import dataclass, field

from kinerja_desktop.domain.buku import PeringatanSel
from kinerja_desktop.domain.errors import Kesalahan


class Fault(Exception):
    """A cell cannot be used: why and what to do, as sentences."""

    def __init__(self, sebab: str, saran: str) -> None:
        super().__init__(sebab)
        self.sebab = sebab
        self.saran = saran


_SHOWN = 80
_SENTENCE = 400
_MOST = 1000  # nobody reads further, and each of them takes memory
_MORE_FAULTS = Fault("Masih ada kesalahan lain.", "Perbaiki dahulu yang sudah disebut, lalu periksa lagi.")
_MORE_WARNINGS = "Masih ada peringatan lain yang tidak ditampilkan."


@dataclass(slots=True)
class Findings:
    """Faults and warnings of one file, in the order in which they were found, and the rows that they keep out."""

    berkas: str
    kesalahan: list[Kesalahan] = field(default_factory=list)
    peringatan: list[PeringatanSel] = field(default_factory=list)
    ditolak: list[tuple[str, str]] = field(default_factory=list)
    """Rows with a fault: our name of their sheet, and what names the row."""

    def fault(self, lembar: str, sel: str | None, nilai: str | None, fault: Fault) -> None:
        """Note a fault; a long value is shown by its beginning. Behind a thousand the rest is only mentioned."""
        if len(self.kesalahan) < _MOST:
            self._note(lembar, sel, nilai, fault)
        elif len(self.kesalahan) == _MOST:
            self._note(lembar, None, None, _MORE_FAULTS)

    def _note(self, lembar: str, sel: str | None, nilai: str | None, fault: Fault) -> None:
        shown = nilai if nilai is None else _visible(nilai, _SHOWN)
        sebab = _visible(fault.sebab, _SENTENCE)
        self.kesalahan.append(Kesalahan(self.berkas, _visible(lembar, _SHOWN), sel, shown, sebab, fault.saran))

    def warn(self, lembar: str, sel: str | None, teks: str) -> None:
        """Note a warning; behind a thousand the rest is only mentioned."""
        if len(self.peringatan) < _MOST:
            self.peringatan.append(PeringatanSel(_visible(lembar, _SHOWN), sel, _visible(teks, _SENTENCE)))
        elif len(self.peringatan) == _MOST:
            self.peringatan.append(PeringatanSel(_visible(lembar, _SHOWN), None, _MORE_WARNINGS))


def _visible(text: str, most: int) -> str:
    """The beginning of a foreign text, without signs that steer a terminal or turn the direction of writing."""
    kept = "".join(sign if sign.isprintable() else " " for sign in text[:most])
    return kept if len(text) <= most else f"{kept}…"
