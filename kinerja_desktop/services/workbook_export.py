"""A year of the office as a Buku Kinerja, which import reads back to the same data.

Figures and words of a triwulan come from the newest content of its berkas, an unsubmitted draft over what was
handed in; where no berkas was opened yet, from what an earlier import left waiting (``workbook_held``).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from kinerja_desktop.domain.buku import BukuKinerja, TeksTriwulan
from kinerja_desktop.domain.errors import NotFound
from kinerja_desktop.domain.indikator import Four, Rencana
from kinerja_desktop.domain.komponen import MEDAN
from kinerja_desktop.domain.realisasi import IsiIndikator, RealisasiTahun
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Jenis
from kinerja_desktop.services import planning, settings, workbook_held
from kinerja_desktop.services.context import Context, FreshFor, permits
from kinerja_desktop.storage.unit_of_work import Unit

_RENCANA = "Rencana kinerja"
QUARTERS = (1, 2, 3, 4)


@permits(Role.KASUBAG_PERENCANAAN, fresh=FreshFor.EXPORT)
def export_workbook(ctx: Context, path: Path, tahun: int | None = None) -> int:
    """Write a year (the newest one where none is named) to ``path``; returns the year. Raises NotFound."""
    from kinerja_desktop.exchange.buku_kinerja import tulis

    with ctx.office.store.read() as unit:
        known = unit.planning.years()
        year = tahun or max(known, default=ctx.today().year)
        if year not in known:
            raise NotFound(_RENCANA, str(year))
        buku = buku_of(unit, year)
    tulis(buku, path)
    return year


def buku_of(unit: Unit, tahun: int) -> BukuKinerja:
    """Everything that the office knows of a year, as one workbook says it."""
    rencana = planning.rencana_of(unit, tahun)
    content = {tw: content_of(unit, tahun, tw) for tw in QUARTERS}
    return BukuKinerja(
        instansi=settings.instansi_given(unit),
        rencana=_without_own_year(rencana),
        realisasi=tuple(_realisasi(i.kode, content) for i in rencana.indikator),
        teks=tuple(_texts(rencana, content)),
        anggaran=unit.planning.anggaran(tahun),
        seksi=unit.people.seksi(),
        pegawai=unit.people.all(),
        latihan=settings.is_practice(unit),
    )


def _without_own_year(rencana: Rencana) -> Rencana:
    """The plan without the rows of Riwayat that an import made of this very year's Realisasi."""
    earlier = tuple(r for r in rencana.riwayat if not (r.diimpor and r.tahun == rencana.tahun))
    return replace(rencana, riwayat=earlier)


def _realisasi(kode: str, content: Mapping[int, Mapping[str, IsiIndikator]]) -> RealisasiTahun:
    said = [content[tw].get(kode, IsiIndikator(kode)) for tw in QUARTERS]
    return RealisasiTahun(kode, *(_four(said, name) for name in ("realisasi", *MEDAN)))


def _four(said: Iterable[IsiIndikator], name: str) -> Four:
    one, two, three, four = (getattr(isi, name) for isi in said)
    return (one, two, three, four)


def _texts(rencana: Rencana, content: Mapping[int, Mapping[str, IsiIndikator]]) -> Iterator[TeksTriwulan]:
    for indikator in rencana.indikator:
        for tw in QUARTERS:
            isi = content[tw].get(indikator.kode, IsiIndikator(indikator.kode))
            words = (isi.faktor_pendukung, isi.faktor_penghambat, isi.tindak_lanjut)
            if any(words):
                yield TeksTriwulan(indikator.kode, tw, *words)


def content_of(unit: Unit, tahun: int, tw: int) -> Mapping[str, IsiIndikator]:
    """The newest content of every indikator in a quarter, over all seksi, by kode."""
    found = {i.kode: i for i in workbook_held.held(unit, tahun, tw).indikator}
    for case in unit.cases.listing(jenis=Jenis.BERKAS, tahun=tahun, triwulan=tw):
        found |= {i.kode: i for i in workbook_held.content(unit, case).indikator}
    return found
