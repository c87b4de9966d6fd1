"""What holds an indikator in a year's plan: it may be ended then, and is never removed.

What may go is a slip of the pen: it was never part of a fixed plan, no order asks for it, nobody typed a word for it,
and no earlier plan has it. To let one more thing hold it: a line in ``usage`` and its ``Pemakaian``.
"""

import json
from collections.abc import Iterator, Mapping

from kinerja_desktop.domain.errors import Pemakaian
from kinerja_desktop.domain.indikator import Rencana
from kinerja_desktop.domain.realisasi import Isi, IsiIndikator
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import INITIAL, Action, Jenis
from kinerja_desktop.services import drafts, workbook_held
from kinerja_desktop.storage.records import Case
from kinerja_desktop.storage.unit_of_work import Unit


def usage(unit: Unit, rencana: Rencana, *, fixed: bool) -> Mapping[str, Pemakaian]:
    """By kode what holds each indikator of the plan, the strongest reason; those that may be removed are not named."""
    planned = [i.kode for i in rencana.indikator]
    found = dict.fromkeys(unit.planning.kode_before(rencana.tahun), Pemakaian.RENCANA_LALU)
    found |= dict.fromkeys(planned if fixed else (), Pemakaian.DITETAPKAN)
    found |= at_work(unit, rencana.tahun)
    return {kode: found[kode] for kode in planned if kode in found}


def at_work(unit: Unit, tahun: int) -> Mapping[str, Pemakaian]:
    """By kode what the work of the year itself says of it: ordered, typed, handed in."""
    found = dict.fromkeys(_ordered(unit, tahun), Pemakaian.DISPOSISI)
    found |= dict.fromkeys((k for t in Triwulan.of_year(tahun) for k in typed(unit, t)), Pemakaian.DRAF)
    return found | dict.fromkeys((kode for _, kode in unit.figures.measured(tahun)), Pemakaian.REALISASI)


def _ordered(unit: Unit, tahun: int) -> Iterator[str]:
    """Kode that the orders in force name; an order that was taken back asks for nothing."""
    sent = {case.id for case in _berkas(unit, tahun) if case.status is not INITIAL[Jenis.BERKAS]}
    for about, said in unit.journal.told_in_cases((Action.ASSIGN,), ("indikator",), tahun=tahun):
        if about.id in sent:
            sent.remove(about.id)  # only the newest order of a berkas holds
            yield from json.loads(said["indikator"] or "[]")


def typed(unit: Unit, triwulan: Triwulan) -> Iterator[str]:
    """Kode that somebody typed something for and has not handed in, and those that a workbook's figures wait for."""
    yield from _said(workbook_held.held(unit, triwulan.tahun, triwulan.nomor))
    for case in _berkas(unit, triwulan.tahun, triwulan.nomor):
        for isi in drafts.figures(unit, case.id):
            yield from _said(isi)


def _berkas(unit: Unit, tahun: int, tw: int | None = None) -> tuple[Case, ...]:
    return unit.cases.listing(jenis=Jenis.BERKAS, tahun=tahun, triwulan=tw)


def _said(isi: Isi) -> Iterator[str]:
    return (row.kode for row in isi.indikator if row != IsiIndikator(row.kode))
