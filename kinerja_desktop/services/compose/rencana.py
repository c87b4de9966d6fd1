"""Rows of the planning tables: Renstra, Indikator Kinerja Utama, Rencana Aksi; for the LKjIP and by themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from kinerja_desktop.domain.capaian import HasilIndikator, calculate_indikator
from kinerja_desktop.domain.indikator import Indikator, Rencana, Tingkat
from kinerja_desktop.domain.laporan import BarisRencanaAksi, BarisRenstra, RencanaAksi
from kinerja_desktop.domain.serapan import Cabang, branches, branches_of, sum_of
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.tables import cells_of, groups, owner
from kinerja_desktop.services.compose.uang import rupiah


def iku_rows(bahan: Bahan) -> tuple[BarisRenstra, ...]:
    """The indikator that are marked as IKU, in the order of print."""
    return tuple(plan_row(bahan, no, h) for k in groups(bahan) for no, h in k.hasil if h.indikator.iku)


def plan_row(bahan: Bahan, no: str, h: HasilIndikator) -> BarisRenstra:
    """One row of the Renstra and IKU tables."""
    i = h.indikator
    sel = cells_of(bahan, h)
    return BarisRenstra(
        no=no,
        sasaran=h.sasaran,
        indikator=i.nama,
        satuan=i.satuan or "-",
        target_renstra=sel.angka(i.target_renstra),
        tahun_renstra=str(i.tahun_renstra or "-"),
        alasan=_why(i),
        sumber_data=i.sumber_data or "-",
        penanggung_jawab=owner(bahan, h),
    )


def _why(i: Indikator) -> str:
    return ". ".join(t.strip().rstrip(".") for t in (i.definisi, i.formulasi) if t) or "-"


def planned_actions(i: Indikator) -> str:
    """What the plan says is done for an indikator, triwulan by triwulan."""
    told = zip(("I", "II", "III", "IV"), i.aksi, strict=True)
    return "\n".join(f"TW {romawi}: {teks.strip()}" for romawi, teks in told if teks and teks.strip())


def full_action_plan(bahan: Bahan, aksi: Mapping[str, str], pada: date | None = None) -> tuple[RencanaAksi, ...]:
    """The action plan with what is done and the budget lines for it.

    ``aksi`` is what was typed for the paper, by kode; for the others the plan says it. ``pada``: as the plan stood
    on that day, else as it stood at the end of the year.
    """
    tops, listed = branches(bahan.anggaran), groups(bahan)
    told = {**{h.indikator.kode: planned_actions(h.indikator) for k in listed for _, h in k.hasil}, **aksi}
    return tuple(
        RencanaAksi(
            group.sasaran,
            tuple(
                _with_means(line, h.indikator, tops, told) for line, (_, h) in zip(group.baris, k.hasil, strict=True)
            ),
        )
        for group, k in zip(_action_plan(bahan, pada or date.max), listed, strict=True)
    )


def _with_means(
    line: BarisRencanaAksi, i: Indikator, tops: Sequence[Cabang], aksi: Mapping[str, str]
) -> BarisRencanaAksi:
    """The row with its budget lines; where none is linked, what the plan names for it instead of a sasaran."""
    found = branches_of(tops, (i.kode,))
    named = "" if i.tingkat in (Tingkat.TUJUAN, Tingkat.SASARAN) else i.sasaran or ""
    return replace(
        line,
        aksi=aksi.get(i.kode, "").strip() or "-",
        program="\n".join(c.baris.uraian for c in found) or named or "-",
        anggaran=rupiah(sum_of(found).pagu),
    )


def _action_plan(bahan: Bahan, pada: date) -> tuple[RencanaAksi, ...]:
    """Every indikator below its sasaran, with the targets of the year and its quarters."""
    rencana = bahan.rencana
    then = replace(rencana, versi=tuple(v for v in rencana.versi if v.berlaku_mulai <= pada))
    return tuple(
        RencanaAksi(k.judul, tuple(_action_row(bahan, then, no, h) for no, h in k.hasil)) for k in groups(bahan)
    )


def _action_row(bahan: Bahan, then: Rencana, no: str, found: HasilIndikator) -> BarisRencanaAksi:
    h = calculate_indikator(then, found.indikator, found.realisasi, bahan.aturan)
    sel = cells_of(bahan, found)
    first, second, third, fourth = (sel.angka(q.target.triwulan[q.tw - 1]) for q in h.triwulan)
    return BarisRencanaAksi(
        no=no,
        nama=h.indikator.nama,
        satuan=h.indikator.satuan or "-",
        target_tahun=sel.angka(h.target.tahun if h.target.tahun is not None else h.tahun.target),
        triwulan=(first, second, third, fourth),
        penanggung_jawab=owner(bahan, h),
    )
