"""What changed plans change: every target that differs between the murni plan and its versions, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kinerja_desktop.domain.indikator import Indikator, Rencana, Target


@dataclass(frozen=True, slots=True)
class BedaTarget:
    """One target of one indikator: what the murni plan and then each version says, in their order.

    ``triwulan`` is 1 to 4, or None for the year.
    """

    kode: str
    nama: str
    satuan: str
    triwulan: int | None
    nilai: tuple[Decimal | None, ...]


def beda_versi(rencana: Rencana) -> tuple[BedaTarget, ...]:
    """Targets that are not the same in all versions; a version that is silent on an indikator keeps the one before."""
    return tuple(found for i in rencana.indikator for found in _of_indikator(rencana, i))


def _of_indikator(rencana: Rencana, i: Indikator) -> Iterator[BedaTarget]:
    said = [i.target]
    for versi in rencana.versi:
        said.append(dict(versi.target).get(i.kode, said[-1]))
    for triwulan in (None, 1, 2, 3, 4):
        nilai = tuple(_figure(target, triwulan) for target in said)
        if len(set(nilai)) > 1:
            yield BedaTarget(i.kode, i.nama, i.satuan or "", triwulan, nilai)


def _figure(target: Target, triwulan: int | None) -> Decimal | None:
    return target.tahun if triwulan is None else target.triwulan[triwulan - 1]
