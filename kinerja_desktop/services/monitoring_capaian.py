"""Capaian of the office on the screen of Pemantauan: of one quarter whose reports are all approved.

Approved and draft figures are never mixed. The figures are those that the papers print, from the same copies.
"""

from dataclasses import dataclass
from decimal import Decimal

from kinerja_desktop.domain.aturan import Aturan
from kinerja_desktop.domain.capaian import Hasil, RataRata, Ringkasan, calculate
from kinerja_desktop.domain.indikator import Akumulasi
from kinerja_desktop.domain.numerals import format_angka, format_persen
from kinerja_desktop.domain.rumus import SERATUS
from kinerja_desktop.domain.serapan import NilaiEfisiensi, efficiency
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import DECIDED, Action, Jenis
from kinerja_desktop.services import settings
from kinerja_desktop.services.acting import keadaan_of
from kinerja_desktop.services.cases import seksi_reporting
from kinerja_desktop.services.compose.bahan import figures_of, frozen_plan
from kinerja_desktop.services.snapshots import Salinan, decode_salinan
from kinerja_desktop.storage.unit_of_work import Unit


@dataclass(frozen=True, slots=True)
class BarisSasaran:
    """One bar: ``nilai`` None is not measured, and ``keterangan`` says why ("diukur TW IV")."""

    judul: str
    nilai: Decimal | None
    teks: str
    kategori: str
    tercapai: bool
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class CapaianKantor:
    """Capaian up to one quarter, of its approved reports; ``triwulan`` None where there is none yet.

    ``disetujui`` of ``jumlah`` reports of the quarter asked for are approved; ``keterangan`` says so where
    an earlier quarter stands here instead. ``aturan`` is the scale of the kategori.
    """

    triwulan: Triwulan | None
    sasaran: tuple[BarisSasaran, ...]
    rata_rata: str
    kategori: str
    serapan: str
    efisiensi: str
    keterangan: str
    disetujui: int
    jumlah: int
    aturan: Aturan


def office_capaian(unit: Unit, quarter: Triwulan) -> CapaianKantor:
    """The newest quarter up to this one, in its year or the year before, that is approved whole."""
    approved, total = _approved(unit, quarter)
    found, aturan = approved_figures(unit, quarter), settings.aturan(unit)
    if found is None:
        why = _missing(quarter, None, approved, total)
        return CapaianKantor(None, (), "–", "", "–", "", why, approved, total, aturan)
    shown, hasil = found.triwulan, found.hasil
    summary, budget = hasil.ringkasan_sd(shown.nomor), hasil.anggaran_sd(shown.nomor).jumlah
    return CapaianKantor(
        triwulan=shown,
        sasaran=tuple(_bar(hasil, mean, shown) for mean in summary.sasaran),
        rata_rata=_percent(summary.kantor.nilai),
        kategori=summary.kantor.kategori or "",
        serapan=_percent(budget.nilai),
        efisiensi=_efficiency(summary, efficiency(summary.kantor.nilai, budget.nilai)),
        keterangan="" if shown == quarter else _missing(quarter, shown, approved, total),
        disetujui=approved,
        jumlah=total,
        aturan=aturan,
    )


@dataclass(frozen=True, slots=True)
class AngkaDisetujui:
    """What was measured from approved reports alone, up to and with ``triwulan``."""

    triwulan: Triwulan
    hasil: Hasil


def approved_figures(unit: Unit, quarter: Triwulan) -> AngkaDisetujui | None:
    """The figures of the newest quarter up to this one that is approved whole; None where there is none yet."""
    shown = next((t for t in _backwards(quarter) if _is_whole(unit, t)), None)
    return None if shown is None else AngkaDisetujui(shown, _measured(unit, shown))


def _backwards(quarter: Triwulan) -> tuple[Triwulan, ...]:
    found = [quarter]
    while len(found) < len(Triwulan.of_year(quarter.tahun)) * 2:
        found.append(found[-1].previous)
    return tuple(found)


def _approved(unit: Unit, quarter: Triwulan) -> tuple[int, int]:
    """How many seksi of the quarter are approved, of how many that report."""
    decided = unit.cases.listing(jenis=Jenis.BERKAS, tahun=quarter.tahun, triwulan=quarter.nomor, status=DECIDED)
    reporting = {s.kode for s in seksi_reporting(unit, quarter)}
    return len({case.seksi for case in decided} & reporting), len(reporting)


def _is_whole(unit: Unit, quarter: Triwulan) -> bool:
    approved, total = _approved(unit, quarter)
    return total > 0 and approved == total


def _measured(unit: Unit, quarter: Triwulan) -> Hasil:
    copies = [copy for t in Triwulan.of_year(quarter.tahun) if t <= quarter for copy in _copies(unit, t)]
    rencana = unit.planning.rencana(quarter.tahun)
    assert rencana is not None  # a quarter that is whole has seksi with indikator
    budget = unit.planning.anggaran(quarter.tahun)
    return calculate(frozen_plan(rencana, copies), figures_of(copies), budget, settings.aturan(unit))


def _copies(unit: Unit, quarter: Triwulan) -> tuple[Salinan, ...]:
    decided = unit.cases.listing(jenis=Jenis.BERKAS, tahun=quarter.tahun, triwulan=quarter.nomor, status=DECIDED)
    approvals = (keadaan_of(unit, case).last(Action.APPROVE) for case in decided)
    return tuple(decode_salinan(act.isi["salinan"]) for act in approvals if act is not None)


# --- words -------------------------------------------------------------------------------------


def _missing(quarter: Triwulan, shown: Triwulan | None, approved: int, total: int) -> str:
    why = f"baru {approved} dari {total} laporan disetujui" if total else "rencana kinerjanya belum berisi indikator"
    words = f"Capaian {quarter.label} belum ada karena {why}."
    return words if shown is None else f"{words} Yang ditampilkan {shown.label_tahun}."


def _bar(hasil: Hasil, mean: RataRata, quarter: Triwulan) -> BarisSasaran:
    reached = mean.nilai is not None and mean.nilai >= SERATUS
    teks = "–" if mean.nilai is None else format_angka(mean.nilai, 2)
    why = "" if mean.nilai is not None else _why_none(hasil, mean, quarter)
    return BarisSasaran(mean.nama, mean.nilai, teks, mean.kategori or "", reached, why)


def _why_none(hasil: Hasil, mean: RataRata, quarter: Triwulan) -> str:
    own = [h.indikator for h in hasil.indikator if h.sasaran == mean.nama]
    yearly = all(i.akumulasi is Akumulasi.TAHUNAN for i in own)
    return "diukur TW IV" if yearly and quarter.nomor < len(Triwulan.of_year(quarter.tahun)) else str(mean.alasan)


def _percent(nilai: Decimal | None) -> str:
    return "–" if nilai is None else format_persen(nilai)


def _efficiency(summary: Ringkasan, found: NilaiEfisiensi) -> str:
    if found.poin is None or found.tingkat is None:
        return f"Efisiensi tidak dapat diukur: {found.alasan}." if summary.kantor.nilai is not None else ""
    return f"Efisiensi {format_angka(found.poin, 2)} poin, {found.tingkat.value}."
