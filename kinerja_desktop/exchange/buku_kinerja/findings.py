"""What was found wrong or odd while a workbook was read: all of it, each with its place.

Sentences follow one rule: cause, then cure. What is right or wrong is decided by who reports here.
"""

from dataclasses import dataclass, field

from kinerja_desktop.domain.buku import PeringatanSel
from kinerja_desktop.domain.errors import FileRefused, Kesalahan

_SHOWN = 80


class Fault(Exception):
    """A cell cannot be used: why and what to do, as sentences."""

    def __init__(self, sebab: str, saran: str) -> None:
        super().__init__(sebab)
        self.sebab = sebab
        self.saran = saran


@dataclass(slots=True)
class Findings:
    """Faults and warnings of one file, in the order in which they were found, and the rows that they keep out."""

    berkas: str
    kesalahan: list[Kesalahan] = field(default_factory=list)
    peringatan: list[PeringatanSel] = field(default_factory=list)
    ditolak: list[tuple[str, str]] = field(default_factory=list)
    """Rows with a fault: our name of their sheet, and what names the row."""

    def fault(self, lembar: str, sel: str | None, nilai: str | None, fault: Fault) -> None:
        """Note a fault; a long value is shown by its beginning."""
        shown = nilai if nilai is None or len(nilai) <= _SHOWN else f"{nilai[:_SHOWN]}…"
        self.kesalahan.append(Kesalahan(self.berkas, lembar, sel, shown, fault.sebab, fault.saran))

    def warn(self, lembar: str, sel: str | None, teks: str) -> None:
        """Note a warning."""
        self.peringatan.append(PeringatanSel(lembar, sel, teks))

    def settle(self) -> None:
        """Raise FileRefused with every fault, if there is one."""
        if self.kesalahan:
            raise FileRefused(tuple(self.kesalahan))
