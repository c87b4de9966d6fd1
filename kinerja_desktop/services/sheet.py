"""The rows that analyst, Kasubag and Kabid look at: plan, earlier figures and pinned notes of one berkas.

Only reading. Earlier quarters come from settled reports alone, never from one still in work. What a row
makes of a figure is ``domain.lembar``. To add a known figure: a field of ``BarisLembar`` and its source here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from kinerja_desktop.domain.aturan import Aturan
from kinerja_desktop.domain.baris import BarisLembar
from kinerja_desktop.domain.capaian import RataRata, average
from kinerja_desktop.domain.errors import NotFound
from kinerja_desktop.domain.indikator import Akumulasi, Four, Indikator, Rencana, Tingkat
from kinerja_desktop.domain.lembar import Sel, evaluate, tidy
from kinerja_desktop.domain.realisasi import Catatan, Isi
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.urutan import in_order
from kinerja_desktop.domain.workflow import DECIDED, Act, Jenis
from kinerja_desktop.services import settings
from kinerja_desktop.services.cases import Berkas
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.history import spoken
from kinerja_desktop.services.snapshots import return_of
from kinerja_desktop.storage.unit_of_work import Unit


@dataclass(frozen=True, slots=True)
class TandaKembali:
    """The strip of a return: who, when, why, and the notes (``kode`` None: to the whole)."""

    oleh: str
    pada: datetime
    waktu_teks: str
    alasan: str
    catatan: tuple[Catatan, ...]


def rows(unit: Unit, berkas: Berkas, catatan: Iterable[Catatan] = ()) -> tuple[BarisLembar, ...]:
    """One row per indikator of the seksi, in the order of print. Raises NotFound without a plan."""
    return quarter_rows(unit, berkas.triwulan, berkas.seksi.kode, catatan)


def quarter_rows(
    unit: Unit, triwulan: Triwulan, seksi: str, catatan: Iterable[Catatan] = ()
) -> tuple[BarisLembar, ...]:
    """The rows of a seksi in a quarter, also before its berkas is ordered. Raises NotFound without a plan."""
    rencana = unit.planning.rencana(triwulan.tahun)
    if rencana is None:
        raise NotFound("Rencana kinerja", str(triwulan.tahun))
    known = _Known(rencana, triwulan, settings.aturan(unit), _earlier(unit, triwulan, seksi))
    notes = tuple(catatan)
    own = (i for i in rencana.indikator if i.seksi == seksi and i.dipakai(triwulan.last_day))
    listed = in_order(own, lambda i: i)
    return tuple(replace(known.row(i), catatan=tuple(c for c in notes if c.kode == i.kode)) for i in listed)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known before a quarter is filled; ``settled`` holds contents by quarter."""

    rencana: Rencana
    triwulan: Triwulan
    aturan: Aturan
    settled: Mapping[Triwulan, Isi]

    def row(self, indikator: Indikator) -> BarisLembar:
        quarters = [self._figure(indikator, t) for t in Triwulan.of_year(self.triwulan.tahun)]
        lalu: Four = (quarters[0], quarters[1], quarters[2], quarters[3])
        return BarisLembar(
            indikator=indikator,
            triwulan=self.triwulan.nomor,
            target=self.rencana.target_pada(indikator.kode, self.triwulan.last_day),
            lalu=lalu,
            nilai_lalu=self._last(indikator, lalu),
            tahun_lalu=self._figure(indikator, _year_before(self.triwulan)),
            skala=self.rencana.skala,
            aturan=self.aturan,
            riwayat=tuple(self._years(indikator)),
        )

    def _years(self, indikator: Indikator) -> Iterator[Decimal]:
        for row in self.rencana.riwayat:
            if row.kode == indikator.kode and row.tahun < self.triwulan.tahun and row.realisasi is not None:
                yield row.realisasi

    def _figure(self, indikator: Indikator, triwulan: Triwulan) -> Decimal | None:
        isi = self.settled.get(triwulan)
        return None if isi is None else isi.of(indikator.kode).realisasi

    def _last(self, indikator: Indikator, lalu: Four) -> Decimal | None:
        """The newest figure before this quarter; what is measured once a year looks at the year before."""
        before = Triwulan(self.triwulan.tahun - 1, 4)
        if indikator.akumulasi is Akumulasi.TAHUNAN:
            return self._figure(indikator, before) or self._history(indikator)
        this_year = [figure for figure in lalu[: self.triwulan.nomor - 1] if figure is not None]
        return this_year[-1] if this_year else self._figure(indikator, before)

    def _history(self, indikator: Indikator) -> Decimal | None:
        year = self.triwulan.tahun - 1
        own = (r for r in self.rencana.riwayat if (r.kode, r.tahun, r.indikator_lama) == (indikator.kode, year, None))
        return next((r.realisasi for r in own), None)


def _year_before(triwulan: Triwulan) -> Triwulan:
    return Triwulan(triwulan.tahun - 1, triwulan.nomor)


def _earlier(unit: Unit, triwulan: Triwulan, seksi: str) -> Mapping[Triwulan, Isi]:
    """Settled contents of the other quarters of the year, of the same quarter and TW IV a year before."""
    wanted = {*Triwulan.of_year(triwulan.tahun), _year_before(triwulan), Triwulan(triwulan.tahun - 1, 4)}
    found = {t: _settled(unit, t, seksi) for t in wanted if t < triwulan}
    return {t: isi for t, isi in found.items() if isi is not None}


def _settled(unit: Unit, triwulan: Triwulan, seksi: str) -> Isi | None:
    case = unit.cases.find(Jenis.BERKAS, triwulan.tahun, triwulan.nomor, seksi)
    return unit.figures.of(case.id) if case is not None and case.status in DECIDED else None


# --- with content ------------------------------------------------------------------------------


def cells(baris: Iterable[BarisLembar], isi: Isi) -> Mapping[str, Sel]:
    """Every row with its content evaluated, by kode."""
    return {row.kode: evaluate(row, isi.of(row.kode)) for row in baris}


def tidied(baris: Iterable[BarisLembar], isi: Isi) -> Isi:
    """The content as it is handed in."""
    return replace(isi, indikator=tuple(tidy(row, isi.of(row.kode)) for row in baris))


def open_general(catatan: Iterable[Catatan], isi: Isi) -> tuple[Catatan, ...]:
    """Notes to the whole that are not ticked yet."""
    return tuple(c for c in catatan if c.kode is None and c.id not in isi.perbaikan)


def leading_level(baris: Iterable[BarisLembar], sel: Mapping[str, Sel]) -> Tingkat | None:
    """The level that a mean is about: sasaran, else the highest with a value; None while there is no value."""
    valued = {row.indikator.tingkat for row in baris if sel[row.kode].sendiri.lengkap}
    return next((t for t in (Tingkat.SASARAN, *Tingkat) if t in valued), None)


def mean_of(baris: Iterable[BarisLembar], sel: Mapping[str, Sel], aturan: Aturan, nama: str = "") -> RataRata:
    """Mean capaian of the quarter over the rows of the leading level."""
    listed = tuple(baris)
    level = leading_level(listed, sel)
    chosen = [row for row in listed if level in (None, row.indikator.tingkat)]
    return average(nama, (sel[row.kode].sendiri for row in chosen), aturan)


def sign_of(ctx: Context, berkas: Berkas, act: Act | None) -> TandaKembali | None:
    """The strip for the act that returned the berkas, or None."""
    found = None if act is None else return_of(act)
    if act is None or found is None:
        return None
    sekarang = berkas.kalender.local(ctx.now())
    oleh = "Anda" if act.oleh == ctx.actor.id else act.nama
    return TandaKembali(oleh, act.pada, spoken(act.pada, sekarang, berkas.kalender), found.alasan, found.catatan)
