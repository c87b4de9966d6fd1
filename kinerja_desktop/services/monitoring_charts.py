"""Charts of Pemantauan: the drawings of the papers as SVG, each number with its place and with where it comes from.

The figures are those of ``monitoring_capaian``: one quarter that is approved whole. They are read while the office is
held; drawings are made after it was let go. To add a chart of the whole office: a function in ``_OFFICE``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from kinerja_desktop.domain.capaian import HasilIndikator, RataRata, members_of
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.laporan import Angka, TrenIndikator
from kinerja_desktop.domain.numerals import format_angka, roman
from kinerja_desktop.domain.perbandingan import years
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.rumus import SERATUS
from kinerja_desktop.domain.serapan import branches, branches_of, efficiency, sum_of
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import monitoring_origins as origins
from kinerja_desktop.services.cases import current_triwulan
from kinerja_desktop.services.compose.trends import MAKS_TREN, indikator_trend
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.monitoring_capaian import AngkaDisetujui, approved_figures

if TYPE_CHECKING:
    from kinerja_desktop.documents.charts import Picture


_ROWS = 8
MEAN, SPENT = "Rata-rata capaian", "Serapan anggaran"
"""How two numbers of the office are called, here and on the card that leads to them."""


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where a number stands in its picture: shares of its width and height, from the upper left corner."""

    kiri: float
    atas: float
    lebar: float
    tinggi: float


@dataclass(frozen=True, slots=True)
class AngkaGrafik:
    """A number that can be asked where it comes from (``asal``). Without ``tempat`` it stands beside the picture."""

    nama: str
    teks: str
    asal: tuple[str, ...]
    tempat: Tempat | None = None


@dataclass(frozen=True, slots=True)
class Grafik:
    """One chart. ``gambar`` is SVG of ``ukuran`` (points); without it ``kosong`` says why nothing is drawn."""

    judul: str
    keterangan: str
    gambar: str = ""
    ukuran: tuple[float, float] = (1, 1)
    angka: tuple[AngkaGrafik, ...] = ()
    kosong: str = ""


@dataclass(frozen=True, slots=True)
class PapanGrafik:
    """The charts of the office, and the indikator (kode, name) of which there is one each.

    ``triwulan`` None: no quarter is approved whole yet.
    """

    triwulan: Triwulan | None
    kantor: tuple[Grafik, ...] = ()
    indikator: tuple[tuple[str, str], ...] = ()


@permits(Role.KABID, Role.CAMAT, Role.KASUBAG_PERENCANAAN)
def board(ctx: Context, triwulan: Triwulan | None = None) -> PapanGrafik:
    """The charts of the office for a quarter, or for the newest before it that is approved whole."""
    found = _read(ctx, triwulan)
    if found is None:
        return PapanGrafik(None)
    leading = members_of(found.hasil.indikator, found.triwulan.nomor)
    listed = dict.fromkeys((h.indikator.kode, h.indikator.nama) for h in (*leading, *found.hasil.indikator))
    return PapanGrafik(found.triwulan, tuple(chart for make in _OFFICE for chart in make(found)), tuple(listed))


@permits(Role.KABID, Role.CAMAT, Role.KASUBAG_PERENCANAAN)
def indikator_chart(ctx: Context, triwulan: Triwulan, kode: str) -> Grafik:
    """One indikator over the years against its targets, beside it the quarters of this year."""
    found = _read(ctx, triwulan)
    h = None if found is None else next((h for h in found.hasil.indikator if h.indikator.kode == kode), None)
    if found is None or h is None:
        return Grafik(kode, "", kosong="Indikator ini tidak ada lagi dalam rencana kinerja. Muat ulang dengan F5.")
    return _over_time(found, h)


def _read(ctx: Context, triwulan: Triwulan | None) -> AngkaDisetujui | None:
    with ctx.office.store.read() as unit:
        return approved_figures(unit, triwulan or current_triwulan(ctx.today()))


def _about(found: AngkaDisetujui) -> str:
    return f"sampai dengan {found.triwulan.label_tahun}, sudah disetujui"


# --- the office ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    """A bar before it is drawn; ``nama`` is how it is called beside the chart."""

    label: str
    nama: str
    nilai: Decimal | None
    reached: bool
    asal: tuple[str, ...]


def _achieved(found: AngkaDisetujui) -> Iterator[Grafik]:
    rows = [_row_of_mean(found, m, reached=m.nilai is not None and m.nilai >= SERATUS) for m in _means(found)]
    yield from _bars("Capaian per sasaran", found, rows, ("100 atau lebih", "di bawah 100", "100%"))


def _spent(found: AngkaDisetujui) -> Iterator[Grafik]:
    """Two bars of each sasaran: what was reached, and which share of its money was spent for it."""
    if not found.hasil.baris_anggaran:
        how = "Kasubag Perencanaan mengisinya pada tab Rencana Kinerja, bagian Anggaran."
        kosong = f"Belum ada baris anggaran tahun {found.triwulan.tahun}. {how}"
        yield Grafik("Anggaran dan kinerja", _about(found), angka=_beside(found), kosong=kosong)
        return
    rows = [row for mean in _means(found) for row in _pair(found, mean)]
    yield from _bars("Anggaran dan kinerja", found, rows, ("capaian kinerja", "serapan anggaran", "100%"))


_OFFICE: tuple[Callable[[AngkaDisetujui], Iterator[Grafik]], ...] = (_achieved, _spent)


def _means(found: AngkaDisetujui) -> tuple[RataRata, ...]:
    return found.hasil.ringkasan_sd(found.triwulan.nomor).sasaran


def _row_of_mean(found: AngkaDisetujui, mean: RataRata, *, reached: bool) -> _Row:
    return _Row(mean.nama, mean.nama, mean.nilai, reached, origins.of_mean(found, mean, mean.nama))


def _pair(found: AngkaDisetujui, mean: RataRata) -> tuple[_Row, _Row]:
    codes = [h.indikator.kode for h in found.hasil.indikator if h.sasaran == mean.nama]
    own = branches_of(branches(found.hasil.baris_anggaran), codes)
    money = sum_of(own, found.triwulan.nomor)
    gain = origins.of_efficiency(mean.nilai, money.nilai)
    achieved = _row_of_mean(found, mean, reached=True)
    asal = (*origins.of_money(found, own, money), gain) if own else (origins.NO_LINES,)
    return (
        replace(achieved, asal=(*achieved.asal, gain)),
        _Row("serapan anggaran", f"Serapan anggaran: {mean.nama}", money.nilai, reached=False, asal=asal),
    )


def _bars(judul: str, found: AngkaDisetujui, rows: Sequence[_Row], words: tuple[str, str, str]) -> Iterator[Grafik]:
    """The bars of the papers; after eight rows another chart goes on, so that they are read on a small screen."""
    from kinerja_desktop.documents.charts import picture
    from kinerja_desktop.documents.charts.bars import Bar, bar_chart
    from kinerja_desktop.documents.fonts import register_fonts

    register_fonts()
    for start in range(0, len(rows), _ROWS):
        part = rows[start : start + _ROWS]
        drawn = picture(bar_chart([Bar(r.label, r.nilai, _figure(r.nilai), r.reached) for r in part], words=words))
        numbers = {str(n): AngkaGrafik(r.nama, _figure(r.nilai, "%"), r.asal) for n, r in enumerate(part)}
        chart = Grafik(f"{judul} (lanjutan)" if start else judul, _about(found))
        yield _with_drawing(chart, drawn, numbers, _beside(found))


def _beside(found: AngkaDisetujui) -> tuple[AngkaGrafik, ...]:
    """What stands beside the charts of the office: its mean, its share of money spent, its efficiency."""
    tw = found.triwulan.nomor
    mean, money = found.hasil.ringkasan_sd(tw).kantor, found.hasil.anggaran_sd(tw).jumlah
    gain = efficiency(mean.nilai, money.nilai)
    tops = branches(found.hasil.baris_anggaran)
    return (
        AngkaGrafik(MEAN, _figure(mean.nilai, "%"), origins.of_mean(found, mean)),
        AngkaGrafik(SPENT, _figure(money.nilai, "%"), origins.of_money(found, tops, money)),
        AngkaGrafik("Efisiensi", _figure(gain.poin, " poin"), _of_gain(mean.nilai, money.nilai)),
    )


def _of_gain(capaian: Decimal | None, serapan: Decimal | None) -> tuple[str, ...]:
    return origins.of_efficiency(capaian, serapan), origins.EFFICIENCY_RULE


def _figure(nilai: Decimal | None, unit: str = "") -> str:
    return "–" if nilai is None else f"{format_angka(nilai, 2)}{unit}"


# --- an indikator over time ----------------------------------------------------------------------


def _over_time(found: AngkaDisetujui, h: HasilIndikator) -> Grafik:
    from kinerja_desktop.documents.charts import picture
    from kinerja_desktop.documents.fonts import register_fonts
    from kinerja_desktop.documents.pictures import in_one, trend_charts
    from kinerja_desktop.documents.style import portrait

    satuan = h.indikator.satuan or "tanpa satuan"
    chart = Grafik(f"{h.indikator.kode} {h.indikator.nama}", f"{satuan}, {_about(found)}")
    trend = _so_far(indikator_trend(found.hasil, "", h), found.triwulan.nomor, whole=h.tahun.lengkap)
    told = _years(found, h)
    if not trend.bergrafik:
        return replace(chart, angka=_known(told), kosong=_NO_LINE)
    register_fonts()
    sheet = portrait(Kertas.A4)
    drawn = picture(in_one(trend_charts(trend, sheet), sheet))
    beside = () if trend.bertahun else _known(told)
    return _with_drawing(chart, drawn, {**told, **_quarters(found, h)}, beside)


_NO_LINE = "Grafik digambar mulai dari realisasi satu triwulan atau dua tahun."


def _so_far(trend: TrenIndikator, tw: int, *, whole: bool) -> TrenIndikator:
    """Of a year that still runs the target alone, since its quarters so far are no figure of a year.

    Quarters that are not approved yet are left blank.
    """
    quarters = tuple(f if n < tw else replace(f, teks="") for n, f in enumerate(trend.triwulan))
    if whole or not trend.tahun:
        return replace(trend, triwulan=quarters)
    now = replace(trend.tahun[-1], realisasi=Angka(None))
    return replace(trend, tahun=(*trend.tahun[:-1], now), triwulan=quarters, keterangan_triwulan="")


def _years(found: AngkaDisetujui, h: HasilIndikator) -> Mapping[str, AngkaGrafik]:
    told = {}
    for y in years(found.hasil, h.indikator.kode, MAKS_TREN):
        running = y.tahun == found.triwulan.tahun and not h.tahun.lengkap
        realisasi, target = None if running else y.capaian.realisasi, y.capaian.target
        name, figure = ("Target", target) if realisasi is None and target is not None else ("Realisasi", realisasi)
        told[str(y.tahun)] = AngkaGrafik(
            f"{name} tahun {y.tahun}", origins.value(found.hasil, h, figure), origins.of_year(found, h, y)
        )
    return told


def _known(told: Mapping[str, AngkaGrafik]) -> tuple[AngkaGrafik, ...]:
    """What stands beside a chart that does not draw the years."""
    return tuple(number for number in told.values() if number.teks != "–")


def _quarters(found: AngkaDisetujui, h: HasilIndikator) -> Mapping[str, AngkaGrafik]:
    return {
        f"TW {roman(q.tw)}": AngkaGrafik(
            f"Realisasi Triwulan {roman(q.tw)} {found.triwulan.tahun}",
            origins.value(found.hasil, h, h.realisasi[q.tw - 1]),
            origins.of_quarter(found, h, q.tw),
        )
        for q in h.triwulan
    }


# --- drawing -------------------------------------------------------------------------------------


def _with_drawing(
    chart: Grafik, drawn: "Picture", numbers: Mapping[str, AngkaGrafik], beside: tuple[AngkaGrafik, ...] = ()
) -> Grafik:
    """The chart with its picture, and each number at the place where the picture shows it."""
    where = drawn.places
    placed = tuple(replace(n, tempat=Tempat(*where[key])) for key, n in numbers.items() if key in where)
    return replace(chart, gambar=drawn.svg, ukuran=drawn.size, angka=(*placed, *beside))
