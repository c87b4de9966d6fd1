"""Figures of the Evaluasi Hasil Renja: which rule a row follows across quarters and years, and its money.

The printed formulas (13 = 9+10+11+12, 14 = 7+13) hold for what adds up; every other row follows one of ``RULES``,
which its note names.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kinerja_desktop.domain.capaian import HasilIndikator
from kinerja_desktop.domain.dokumen_pengukuran import Pasangan
from kinerja_desktop.domain.indikator import Akumulasi, Indikator, Polaritas
from kinerja_desktop.domain.laporan import Angka
from kinerja_desktop.domain.numerals import bulatkan
from kinerja_desktop.domain.rumus import total
from kinerja_desktop.domain.satuan import decimals_for
from kinerja_desktop.domain.serapan import Cabang, spent_in, sum_of
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.cells import Sel
from kinerja_desktop.services.compose.uang import rupiah

TAHUN_RENSTRA: Final = 5
TIADA: Final = Pasangan(Angka(None))
Empat = tuple[Pasangan, Pasangan, Pasangan, Pasangan]

AKHIR, RATA, TAHUNAN, RENDAH, SETAHUN, BERSAMA = "akhir", "rata-rata", "tahunan", "rendah", "setahun", "bersama"
RULES: Final[Mapping[str, str]] = {
    AKHIR: "Tidak dijumlahkan; kolom 13 dan 14 memuat nilai terakhir.",
    RATA: "Tidak dijumlahkan; kolom 13 dan 14 memuat rata-rata triwulan.",
    TAHUNAN: "Diukur satu kali pada Triwulan IV; sebelumnya kolom 14 memuat nilai tahun lalu.",
    RENDAH: "Makin rendah makin baik dan tidak dijumlahkan antartahun; kolom 14 dan 15 K diisi pada Triwulan IV.",
    SETAHUN: "Dijumlahkan dalam satu tahun, tidak antartahun; kolom 14 dan 15 K diisi pada Triwulan IV.",
    BERSAMA: "Anggaran program ini sudah tercantum pada baris sebelumnya.",
}
"""Why a row departs from the printed formulas, in the order of the notes."""
_OF_KIND: Final = {Akumulasi.POSISI_AKHIR: AKHIR, Akumulasi.RATA_RATA: RATA, Akumulasi.TAHUNAN: TAHUNAN}


def quarters(tw: int, make: Callable[[int], Pasangan]) -> Empat:
    """Columns 9 to 12; those of quarters to come are empty."""
    one, two, three, four = (make(q) if q <= tw else TIADA for q in (1, 2, 3, 4))
    return one, two, three, four


@dataclass(frozen=True, slots=True)
class Kinerja:
    """The K figures of one indikator. ``seperiode``: targets of the Renstra are sums over its years."""

    bahan: Bahan
    h: HasilIndikator
    seperiode: bool

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that this indikator follows instead of the formulas."""
        i = self.h.indikator
        own = (_OF_KIND[i.akumulasi],) if i.akumulasi in _OF_KIND else ()
        if i.polaritas is Polaritas.NEGATIF:
            return (*own, RENDAH)
        return own if own or self.seperiode else (SETAHUN,)

    @property
    def cells(self) -> Sel:
        """Maker of cells with all given figures of the row seen; a mean has no more decimals than they have."""
        i = self.h.indikator
        targets = (figure for q in self.h.triwulan for figure in (q.target.tahun, *q.target.triwulan))
        shown = (*self.h.realisasi, *targets, i.target_renstra, self.before)
        return Sel(decimals_for(i, shown), i.satuan, self.bahan.rencana.skala)

    @property
    def target(self) -> Decimal | None:
        """Column 8: the year's target in force in this triwulan."""
        now = self.h.triwulan[self._tw - 1].target.tahun
        return self.h.tahun.target if now is None else now

    @property
    def before(self) -> Decimal | None:
        """Column 7: what earlier years of the Renstra gave, added up or the last; None where one is unknown."""
        i, tahun = self.h.indikator, self.bahan.triwulan.tahun
        known = {r.tahun: r.realisasi for r in self.bahan.rencana.riwayat if r.kode == i.kode and not r.indikator_lama}
        if self.rules:
            return known.get(tahun - 1)
        figures = [known.get(year) for year in range(_first_year(i, tahun), tahun)]
        given = [figure for figure in figures if figure is not None]
        return total(given) if given and len(given) == len(figures) else None

    @property
    def now(self) -> Decimal | None:
        """Column 13."""
        return self.h.triwulan[self._tw - 1].sd.realisasi

    @property
    def repeated(self) -> bool:
        """Column 14 says what column 13 says, where that lacks too: last year's figure is not this year's."""
        waits = {RENDAH, SETAHUN, TAHUNAN} & set(self.rules)
        return bool(self.rules) and (self._tw == 4 or not waits)

    @property
    def to_date(self) -> Decimal | None:
        """Column 14 by the row's own rule."""
        if self.repeated:
            return self.now
        if not self.rules:
            return self._added(self.before, self.now)
        return None if {RENDAH, SETAHUN} & set(self.rules) else self.before

    @property
    def _tw(self) -> int:
        return self.bahan.triwulan.nomor

    def _added(self, before: Decimal | None, now: Decimal | None) -> Decimal | None:
        tahun = self.bahan.triwulan.tahun
        if now is None or (before is None and _first_year(self.h.indikator, tahun) != tahun):
            return None
        return now if before is None else total((before, now))


def _first_year(i: Indikator, tahun: int) -> int:
    return (i.tahun_renstra or tahun) - TAHUN_RENSTRA + 1


@dataclass(frozen=True, slots=True)
class Uang:
    """The money of one row: of these branches, up to a triwulan."""

    cabang: Sequence[Cabang]
    tw: int

    @property
    def pagu(self) -> Decimal | None:
        """Column 8."""
        return sum_of(self.cabang).pagu

    @property
    def spent(self) -> Decimal | None:
        """Column 13: the sum of columns 9 to 12."""
        return _sum(self.of_quarter(q) for q in range(1, self.tw + 1))

    def of_quarter(self, tw: int) -> Decimal | None:
        """One of columns 9 to 12."""
        return _sum(spent_in(cabang, tw) for cabang in self.cabang)


def pair(kinerja: Angka, uang: Decimal | None) -> Pasangan:
    """Kinerja with its money, whole and in thousands."""
    ribuan = None if uang is None else bulatkan(uang.scaleb(-3), 0)
    return Pasangan(kinerja, rupiah(uang), Angka(ribuan, 0))


def _sum(figures: Iterable[Decimal | None]) -> Decimal | None:
    given = [figure for figure in figures if figure is not None]
    return total(given) if given else None
