"""The lists of a plan beside its indikator: sasaran with their tujuan, earlier years, predicate scales."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from kinerja_desktop.domain.errors import FieldsRefused, IsianSalah, SebabIsian
from kinerja_desktop.domain.indikator import Indikator, NilaiSkala, Rencana, Riwayat, Sasaran
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.tanda import hides
from kinerja_desktop.services import planning
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.storage.unit_of_work import Unit

SasaranLama = tuple[str | None, Sasaran]
"""A sasaran with the words that it had when it was shown; None for a new one."""


@permits(Role.KASUBAG_PERENCANAAN)
def save_sasaran(ctx: Context, tahun: int, baris: Sequence[SasaranLama], seen: int, alasan: str = "") -> Changes:
    """Store the sasaran; one that was reworded is reworded on its indikator too.

    Raises FieldsRefused (no words, twice, taken out while an indikator names it), StaleWrite; PlanReasonNeeded where a
    fixed plan would say another sasaran without an ``alasan``.
    """
    isi: dict[str, Any] = {"sasaran": [s for _, s in baris], **planning.given(alasan)}

    def change(unit: Unit, before: Rencana) -> Rencana:
        reworded = {old: s.teks for old, s in baris if old is not None}
        rows = tuple(replace(i, sasaran=reworded.get(i.sasaran or "", i.sasaran)) for i in before.indikator)
        after = replace(before, indikator=rows, sasaran=tuple(s for _, s in baris))
        _refuse(_faults_of_sasaran(after, before))
        if planning.fixed_on(unit, tahun):
            other = [new.kode for old, new in zip(before.indikator, rows, strict=True) if old != new]
            planning.need_reason(other, ("sasaran",), alasan)
            isi.update({planning.REWORDED: other} if other else {})
        return after

    return planning.change_plan(ctx, tahun, seen, change, isi)


def _faults_of_sasaran(after: Rencana, before: Rencana) -> Iterator[IsianSalah]:
    texts = [s.teks for s in after.sasaran]
    if any(not teks.strip() for teks in texts):
        yield IsianSalah("sasaran", "Sasaran", SebabIsian.KOSONG)
    if any(planning.too_long(teks) for s in after.sasaran for teks in (s.teks, s.tujuan or "")):
        yield IsianSalah("sasaran", "Sasaran dan tujuan", SebabIsian.TERLALU_PANJANG)
    if any(hides(teks) for s in after.sasaran for teks in (s.teks, s.tujuan or "")):
        yield IsianSalah("sasaran", "Sasaran dan tujuan", SebabIsian.TANDA_TERSEMBUNYI)
    if len(set(texts)) < len(texts):
        yield IsianSalah("sasaran", "Sasaran", SebabIsian.GANDA)
    lost = {s.teks for s in before.semua_sasaran} - set(texts)
    for teks in sorted(lost & {i.sasaran or "" for i in after.indikator}):
        yield IsianSalah("sasaran", f"Sasaran «{teks}»", SebabIsian.MASIH_DIPAKAI)


@permits(Role.KASUBAG_PERENCANAAN)
def save_riwayat(ctx: Context, tahun: int, baris: Sequence[Riwayat], seen: int) -> Changes:
    """Store target and realisasi of earlier years.

    Raises FieldsRefused (unknown kode, a year that is not earlier, the same year twice), StaleWrite.
    """
    rows = tuple(baris)

    def change(_unit: Unit, before: Rencana) -> Rencana:
        _refuse(_faults_of_riwayat(before.indikator, tahun, rows))
        own_year = tuple(r for r in before.riwayat if r.tahun >= tahun)
        return replace(before, riwayat=(*rows, *own_year))

    return planning.change_plan(ctx, tahun, seen, change, {"riwayat": rows})


def _faults_of_riwayat(indikator: Iterable[Indikator], tahun: int, rows: Sequence[Riwayat]) -> Iterator[IsianSalah]:
    known = {i.kode for i in indikator}
    for kode in dict.fromkeys(r.kode for r in rows if r.kode not in known):
        yield IsianSalah("riwayat", f"Indikator {kode or '(kosong)'}", SebabIsian.TIDAK_ADA)
    if any(not _EARLIEST <= r.tahun < tahun for r in rows):
        yield IsianSalah("riwayat", "Tahun riwayat", SebabIsian.LUAR_BATAS, (_EARLIEST, tahun - 1))
    if any(hides(r.indikator_lama or "") for r in rows):
        yield IsianSalah("riwayat", "Kode lama", SebabIsian.TANDA_TERSEMBUNYI)
    if len({(r.kode, r.tahun) for r in rows}) < len(rows):
        yield IsianSalah("riwayat", "Tahun riwayat satu indikator", SebabIsian.GANDA)


_EARLIEST = 1900


@permits(Role.KASUBAG_PERENCANAAN)
def save_skala(ctx: Context, tahun: int, baris: Sequence[NilaiSkala], seen: int) -> Changes:
    """Store the predicate scales. Raises FieldsRefused (no words, a predicate twice in its satuan), StaleWrite."""
    rows = tuple(baris)

    def change(_unit: Unit, before: Rencana) -> Rencana:
        keys = [(s.satuan.strip().casefold(), s.teks.strip().casefold()) for s in rows]
        faults = []
        if any(not unit or not teks for unit, teks in keys):
            faults.append(IsianSalah("skala", "Satuan dan predikat", SebabIsian.KOSONG))
        if any(hides(teks) for s in rows for teks in (s.satuan, s.teks)):
            faults.append(IsianSalah("skala", "Satuan dan predikat", SebabIsian.TANDA_TERSEMBUNYI))
        if len(set(keys)) < len(keys):
            faults.append(IsianSalah("skala", "Predikat", SebabIsian.GANDA))
        _refuse(faults)
        return replace(before, skala=rows)

    return planning.change_plan(ctx, tahun, seen, change, {"skala": rows})


def _refuse(faults: Iterable[IsianSalah]) -> None:
    listed = tuple(faults)
    if listed:
        raise FieldsRefused(listed)
