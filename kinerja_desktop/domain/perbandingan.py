"""A year's figure against something else: earlier years, the end of Renstra, a national or other figure.

Every comparison says its direction and whether that is better, so that no sentence has to guess. What is
compared is the realisasi of the year as ``capaian`` measured it. To add a comparison: a function that
returns frozen facts with a reason where there is nothing to compare.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from kinerja_desktop.domain.alasan import Alasan, Sebab
from kinerja_desktop.domain.aturan import Aturan
from kinerja_desktop.domain.capaian import Hasil, HasilIndikator
from kinerja_desktop.domain.indikator import Polaritas, Riwayat
from kinerja_desktop.domain.rumus import DESIMAL_BESARAN, Capaian, measure_pair, to_decimal, total


class Arah(Enum):
    """Where a figure stands beside another one."""

    LEBIH_TINGGI = "lebih tinggi"
    SAMA = "sama"
    LEBIH_RENDAH = "lebih rendah"


@dataclass(frozen=True, slots=True)
class Selisih:
    """``nilai`` = figure minus the other one, in the indikator's unit, or None with ``alasan``.

    ``lebih_baik`` follows the polarity; None where both are equal or one is absent.
    """

    nilai: Decimal | None = None
    arah: Arah | None = None
    lebih_baik: bool | None = None
    alasan: Alasan | None = None


def difference(figure: Decimal, other: Decimal, polaritas: Polaritas) -> Selisih:
    """Compare two figures of one unit."""
    if figure == other:
        return Selisih(Decimal(0), Arah.SAMA)
    higher = figure > other
    nilai = total((figure, other.copy_negate()))
    return Selisih(
        nilai, Arah.LEBIH_TINGGI if higher else Arah.LEBIH_RENDAH, higher is (polaritas is Polaritas.POSITIF)
    )


def _compare(hasil: HasilIndikator, other: Decimal | None, absent: Alasan) -> Selisih:
    figure = hasil.tahun.realisasi
    if figure is None:
        return Selisih(alasan=hasil.tahun.alasan or Alasan(Sebab.TANPA_REALISASI))
    return Selisih(alasan=absent) if other is None else difference(figure, other, hasil.indikator.polaritas)


def against_target(hasil: HasilIndikator) -> Selisih:
    """Realisasi of the year beside its target."""
    return _compare(hasil, hasil.tahun.target, Alasan(Sebab.TANPA_TARGET_TAHUN))


def against_pembanding(hasil: HasilIndikator) -> Selisih:
    """Realisasi of the year beside a national or other figure."""
    return _compare(hasil, hasil.indikator.pembanding, Alasan(Sebab.TANPA_PEMBANDING))


# --- Renstra -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TerhadapRenstra:
    """Realisasi of the year against the target at the end of Renstra (``tahun``).

    ``sisa`` is what is still to be gained (of a low-is-better figure: to be lowered), 0 where reached.
    """

    target: Decimal | None
    tahun: int | None
    capaian: Capaian
    sisa: Decimal | None = None
    tercapai: bool = False
    alasan: Alasan | None = None


def against_renstra(hasil: HasilIndikator, aturan: Aturan) -> TerhadapRenstra:
    """Measure the year's realisasi with the indikator's own formula against the end of Renstra."""
    indikator, realisasi = hasil.indikator, hasil.tahun.realisasi
    target, tahun = indikator.target_renstra, indikator.tahun_renstra
    capaian = measure_pair(indikator.rumus, target, realisasi, aturan)
    if target is None:
        return TerhadapRenstra(target, tahun, capaian, alasan=Alasan(Sebab.TANPA_RENSTRA))
    if realisasi is None:
        return TerhadapRenstra(target, tahun, capaian, alasan=hasil.tahun.alasan)
    gap = difference(realisasi, target, indikator.polaritas)
    assert gap.nilai is not None  # both figures are there
    sisa = gap.nilai.copy_abs() if gap.lebih_baik is False else Decimal(0)
    return TerhadapRenstra(target, tahun, capaian, sisa, gap.lebih_baik is not False, capaian.alasan)


# --- years ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TahunCapaian:
    """One year of an indikator, measured by its present formula.

    ``indikator_lama`` is the kode of the indikator that gave the figures, where it was another one then: such years
    are shown beside the others, and compared with none of them.
    """

    tahun: int
    capaian: Capaian
    indikator_lama: str | None = None


def years(hasil: Hasil, kode: str, jumlah: int = 4) -> tuple[TahunCapaian, ...]:
    """The last ``jumlah`` years up to this one, in order; a year without data has a reason, not a figure."""
    this = hasil.of(kode)
    past = {r.tahun: r for r in hasil.rencana.riwayat if r.kode == kode}
    earlier = range(hasil.rencana.tahun - jumlah + 1, hasil.rencana.tahun)
    measured = (
        TahunCapaian(tahun, _past(hasil, this, tahun, past.get(tahun)), _old(past.get(tahun))) for tahun in earlier
    )
    return (*measured, TahunCapaian(hasil.rencana.tahun, this.tahun))


def _old(riwayat: Riwayat | None) -> str | None:
    return None if riwayat is None else riwayat.indikator_lama


def replaced_from(tahun: Iterable[TahunCapaian]) -> int | None:
    """The first year that the indikator itself measured, where another one did before."""
    old = [y.tahun for y in tahun if y.indikator_lama is not None]
    return max(old) + 1 if old else None


def _past(hasil: Hasil, this: HasilIndikator, tahun: int, riwayat: Riwayat | None) -> Capaian:
    rumus = this.indikator.rumus
    if riwayat is None or (riwayat.target is None and riwayat.realisasi is None):
        return Capaian(rumus, alasan=Alasan(Sebab.BELUM_ADA_DATA_TAHUN, tahun=tahun))
    return measure_pair(rumus, riwayat.target, riwayat.realisasi, hasil.aturan)


@dataclass(frozen=True, slots=True)
class TerhadapTahunLalu:
    """This year beside the year before: realisasi in the unit, capaian in points, each with its reason.

    ``target_naik`` tells of a target that rose: realisasi may rise while capaian falls. ``indikator_lama`` is the
    kode of the one that measured last year, where it was another one: then nothing is compared.
    """

    tahun: int
    lalu: Capaian
    realisasi: Selisih
    capaian: Selisih
    target_naik: bool
    indikator_lama: str | None = None


def against_last_year(hasil: Hasil, kode: str) -> TerhadapTahunLalu:
    """Compare with the year before."""
    (before, now), this = years(hasil, kode, 2), hasil.of(kode)
    if before.indikator_lama is not None:
        other = Alasan(Sebab.DIGANTI, tahun=now.tahun)
        lalu = Capaian(this.indikator.rumus, alasan=other)
        return TerhadapTahunLalu(
            before.tahun,
            lalu,
            Selisih(alasan=other),
            Selisih(alasan=other),
            target_naik=False,
            indikator_lama=before.indikator_lama,
        )
    absent = before.capaian.alasan or Alasan(Sebab.BELUM_ADA_DATA_TAHUN, tahun=before.tahun)
    old, new = before.capaian.asal_target.exact, now.capaian.asal_target.exact
    return TerhadapTahunLalu(
        before.tahun,
        before.capaian,
        _compare(this, before.capaian.realisasi, absent),
        _points(now.capaian, before.capaian, absent),
        old is not None and new is not None and new > old,
    )


def _points(now: Capaian, before: Capaian, absent: Alasan) -> Selisih:
    if now.nilai is None:
        return Selisih(alasan=now.alasan)
    return Selisih(alasan=absent) if before.nilai is None else difference(now.nilai, before.nilai, Polaritas.POSITIF)


@dataclass(frozen=True, slots=True)
class Laju:
    """Mean change of realisasi in a year and where it leads at the end of Renstra (a straight line)."""

    setahun: Decimal | None = None
    perkiraan: Decimal | None = None
    tercapai: bool | None = None
    alasan: Alasan | None = None


def pace(hasil: Hasil, kode: str) -> Laju:
    """Straight line through the first and last known year; only with three years of data or more of its own."""
    own = (y for y in years(hasil, kode, 5) if y.indikator_lama is None)
    known = [(y.tahun, f) for y in own if (f := y.capaian.realisasi) is not None]
    indikator = hasil.of(kode).indikator
    if len(known) < 3:
        return Laju(alasan=Alasan(Sebab.KURANG_TAHUN))
    (first, start), (last, end) = known[0], known[-1]
    slope = (Fraction(end) - Fraction(start)) / (last - first)
    setahun = to_decimal(slope, DESIMAL_BESARAN)
    if indikator.target_renstra is None or indikator.tahun_renstra is None:
        return Laju(setahun, alasan=Alasan(Sebab.TANPA_RENSTRA))
    reach = to_decimal(Fraction(end) + slope * (indikator.tahun_renstra - last), DESIMAL_BESARAN)
    gap = difference(reach, indikator.target_renstra, indikator.polaritas)
    return Laju(setahun, reach, gap.lebih_baik is not False)
