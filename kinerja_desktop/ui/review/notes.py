"""The notes that the Kabid is writing: one for each indikator, some to the whole, and the reason of a return."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kinerja_desktop.services.section_work import CatatanBaru


@dataclass(slots=True)
class Notes:
    """What is written so far; empty notes do not exist."""

    by_kode: dict[str, str] = field(default_factory=dict)
    umum: list[str] = field(default_factory=list)
    alasan: str = ""

    @classmethod
    def of(cls, catatan: Iterable[CatatanBaru], alasan: str) -> "Notes":
        """From the stored draft; several notes to one indikator stand in one field."""
        made = cls(alasan=alasan)
        for one in catatan:
            if one.kode is None:
                made.umum.append(one.teks)
            else:
                before = made.by_kode.get(one.kode)
                made.by_kode[one.kode] = f"{before}\n{one.teks}" if before else one.teks
        return made

    def write(self, kode: str | None, teks: str) -> None:
        """Set the note of an indikator (an empty text takes it away), or add one to the whole."""
        if kode is None:
            self.umum += [teks] if teks.strip() else []
        elif teks.strip():
            self.by_kode[kode] = teks
        else:
            self.by_kode.pop(kode, None)

    def all(self, order: Iterable[str]) -> tuple[CatatanBaru, ...]:
        """Pinned notes in the order of the rows, then those to the whole."""
        pinned = (CatatanBaru(kode, self.by_kode[kode]) for kode in order if kode in self.by_kode)
        return (*pinned, *(CatatanBaru(None, teks) for teks in self.umum if teks.strip()))
