"""An indikator over the years as a drawing for the screen: the one that the LKjIP prints, from the plan's Riwayat."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kinerja_desktop.domain.capaian import calculate
from kinerja_desktop.domain.indikator import Indikator, Polaritas, Rencana
from kinerja_desktop.domain.perbandingan import TahunCapaian, replaced_from, years
from kinerja_desktop.domain.rumus import measure_pair
from kinerja_desktop.domain.satuan import decimals_for, format_value
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services import planning
from kinerja_desktop.services.context import Context, permits

_YEARS = 6


@dataclass(frozen=True, slots=True)
class Tren:
    """The drawing as SVG, and in words where the line is broken or ends; ``kosong`` says why nothing is drawn."""

    gambar: str = ""
    catatan: str = ""
    kosong: str = ""


@permits(*planning.READERS)
def trend(ctx: Context, tahun: int, kode: str, ukuran: tuple[float, float]) -> Tren:
    """The years of one indikator up to ``tahun``; empty for an unknown one.

    Of ``tahun`` itself the target alone is known, unless its results came in as a workbook.
    """
    with ctx.office.store.read() as unit:
        rencana = planning.rencana_of(unit, tahun)
    indikator = planning.find(rencana, kode)
    if indikator is None:
        return Tren()
    told = _told(rencana, kode)
    mulai = replaced_from(told)
    figures = ((y, y.capaian.realisasi, y.capaian.target) for y in told)
    known = [y for y, realisasi, target in figures if (realisasi, target) != (None, None) or y.tahun == mulai]
    if len(known) > 1:
        return Tren(_drawn(rencana, indikator, known, ukuran), _remark(indikator, told))
    return Tren("", _remark(indikator, told), _alone(rencana, indikator, known))


def _alone(rencana: Rencana, i: Indikator, known: Sequence[TahunCapaian]) -> str:
    """One year is no line: its figures in words."""
    figure = _figures(rencana, i, known)
    for y in known:
        said = (("target", y.capaian.target), ("realisasi", y.capaian.realisasi))
        words = ", ".join(f"{name} {figure(nilai)}" for name, nilai in said if nilai is not None)
        return f"Baru ada angka tahun {y.tahun}: {words}. Grafik digambar mulai dari dua tahun."
    return "Belum ada angka tahun-tahun sebelumnya."


def _figures(rencana: Rencana, i: Indikator, known: Sequence[TahunCapaian]) -> Callable[[Decimal | None], str]:
    """How a figure of these years is written."""
    digits = decimals_for(i, (f for y in known for f in (y.capaian.target, y.capaian.realisasi)))
    return lambda nilai: "" if nilai is None else format_value(i, rencana.skala, nilai, digits)


def _told(rencana: Rencana, kode: str) -> tuple[TahunCapaian, ...]:
    hasil = calculate(rencana, ())
    told = years(hasil, kode, _YEARS)
    imported = next((r for r in rencana.riwayat if r.kode == kode and r.tahun == rencana.tahun and r.diimpor), None)
    if imported is None:
        return told
    rumus = hasil.of(kode).indikator.rumus
    own = measure_pair(rumus, imported.target, imported.realisasi, hasil.aturan)
    return (*told[:-1], replace(told[-1], capaian=own))


def _remark(i: Indikator, told: tuple[TahunCapaian, ...]) -> str:
    mulai = replaced_from(told)
    old = [y.indikator_lama for y in told if y.indikator_lama is not None]
    remarks = []
    if mulai is not None:
        remarks.append(f"Indikator diganti mulai {mulai}; angka sebelumnya dari indikator {old[-1]}.")
    if i.tidak_dipakai_sejak is not None:
        remarks.append(f"Tidak dipakai sejak {format_tanggal(i.tidak_dipakai_sejak)}.")
    return " ".join(remarks)


def _drawn(rencana: Rencana, i: Indikator, known: list[TahunCapaian], ukuran: tuple[float, float]) -> str:
    from kinerja_desktop.documents.charts import to_svg
    from kinerja_desktop.documents.charts.trend import TrendPoint, trend_chart
    from kinerja_desktop.documents.fonts import register_fonts

    register_fonts()
    figure, mulai = _figures(rencana, i, known), replaced_from(known)
    points = [
        TrendPoint(
            str(y.tahun),
            y.capaian.realisasi,
            figure(y.capaian.realisasi),
            y.capaian.target,
            figure(y.capaian.target),
            broken=y.tahun == mulai,
        )
        for y in known
    ]
    lower = i.polaritas is Polaritas.NEGATIF
    return to_svg(trend_chart(f"{i.kode} ({i.satuan or '–'})", points, lower_is_better=lower, size=ukuran))
