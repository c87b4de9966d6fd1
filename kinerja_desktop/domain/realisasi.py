"""What happened: figures, reasons and words per indikator and triwulan.

The content of a berkas is one ``Isi``; every act that hands work on carries a whole one. Checks of
what an analyst typed stand here too. Measuring against targets is ``capaian``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from typing import TypeVar

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.frozen import LATER
from kinerja_desktop.domain.indikator import KOSONG4, Four

MAKS_TEKS = 4000
MIN_ALASAN = 15

_REPEATED = re.compile(r"(.)\1{2,}", re.DOTALL)


def panjang_alasan(teks: str) -> int:
    """How many signs of a reason count against ``MIN_ALASAN``: one thrice or more in a row counts once.

    A row of dots says nothing, and what is printed of it is «karena .».
    """
    return len(_REPEATED.sub(r"\1", teks.strip()))


@dataclass(frozen=True, slots=True)
class RealisasiTahun:
    """The four quarters of one indikator as calculators take them, and the raw figures that they were made of."""

    kode: str
    triwulan: Four = KOSONG4
    pembilang: Four = field(default=KOSONG4, metadata=LATER)
    penyebut: Four = field(default=KOSONG4, metadata=LATER)


@dataclass(frozen=True, slots=True)
class IsiIndikator:
    """What a seksi says of one indikator in one triwulan.

    ``diketik`` keeps a text that is not a figure exactly as typed (a draft may hold it, an act may
    not). ``alasan_kosong`` tells why there is no figure; ``alasan_peringatan`` confirms a figure that
    was warned of. ``perbaikan`` names the catatan (their ids) ticked as repaired. ``pembilang`` and ``penyebut``
    are the raw figures that ``realisasi`` was made of, where the plan asks for them.
    """

    kode: str
    realisasi: Decimal | None = None
    diketik: str | None = None
    alasan_kosong: str | None = None
    alasan_peringatan: str | None = None
    faktor_pendukung: str = ""
    faktor_penghambat: str = ""
    tindak_lanjut: str = ""
    tindak_lanjut_lalu: str = ""
    bukti: tuple[Bukti, ...] = ()
    perbaikan: tuple[str, ...] = ()
    pembilang: Decimal | None = field(default=None, metadata=LATER)
    penyebut: Decimal | None = field(default=None, metadata=LATER)
    pembilang_diketik: str | None = field(default=None, metadata=LATER)
    penyebut_diketik: str | None = field(default=None, metadata=LATER)


@dataclass(frozen=True, slots=True)
class Isi:
    """The whole content of a berkas at one moment; ``uraian`` are the report's own paragraphs.

    ``perbaikan`` names the ticked notes that are pinned to the whole.
    """

    indikator: tuple[IsiIndikator, ...]
    catatan: str = ""
    uraian: str = ""
    perbaikan: tuple[str, ...] = ()

    def of(self, kode: str) -> IsiIndikator:
        """Content of one indikator; an empty one where nothing was said yet."""
        return next((i for i in self.indikator if i.kode == kode), IsiIndikator(kode))

    def with_rows(self, changed: Iterable[IsiIndikator]) -> "Isi":
        """The content with these rows put in place of those of the same kode, or added."""
        rows = {i.kode: i for i in self.indikator} | {i.kode: i for i in changed}
        return replace(self, indikator=tuple(rows.values()))


@dataclass(frozen=True, slots=True)
class Catatan:
    """A note of who returned something, pinned to an indikator (``kode`` None: to the whole)."""

    id: str
    kode: str | None
    teks: str


@dataclass(frozen=True, slots=True)
class Pengembalian:
    """Why something was returned: the reason and the notes."""

    alasan: str
    catatan: tuple[Catatan, ...] = field(default=())


def merge(base: Isi, mine: Isi, theirs: Isi) -> Isi:
    """Join two contents that both came from ``base``: mine where I changed it, else theirs."""
    kode = dict.fromkeys(i.kode for isi in (theirs, mine) for i in isi.indikator)
    rows = tuple(_joined(base.of(k), mine.of(k), theirs.of(k)) for k in kode)
    whole = _joined(replace(base, indikator=()), replace(mine, indikator=()), replace(theirs, indikator=()))
    return replace(whole, indikator=rows)


_Part = TypeVar("_Part", Isi, IsiIndikator)


def _joined(base: _Part, mine: _Part, theirs: _Part) -> _Part:
    changed = {f.name: getattr(mine, f.name) for f in fields(mine) if getattr(mine, f.name) != getattr(base, f.name)}
    return replace(theirs, **changed)


@dataclass(frozen=True, slots=True)
class Beda:
    """A figure that differs between two contents; None is no figure."""

    kode: str
    dari: Decimal | None
    ke: Decimal | None


def differences(dari: Isi, ke: Isi) -> tuple[Beda, ...]:
    """Figures of ``ke`` that are unlike those of ``dari``, in the order of ``ke``."""
    pairs = ((i.kode, dari.of(i.kode).realisasi, i.realisasi) for i in ke.indikator)
    return tuple(Beda(kode, before, now) for kode, before, now in pairs if before != now)
