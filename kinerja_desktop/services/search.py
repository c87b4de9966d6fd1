"""Search over everything that one may see: archived papers, indikator of all years, people. At most a few of each.

To find one more kind of thing: a function in ``_FINDERS`` that answers with ``Temuan`` and names the tab by its key.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from kinerja_desktop.services.archive import period
from kinerja_desktop.services.context import ALL_ROLES, Context, permits
from kinerja_desktop.storage.unit_of_work import Unit

PALING_BANYAK = 6
"""Things of one kind that are shown; who wants more filters the list of that kind."""


@dataclass(frozen=True, slots=True)
class Temuan:
    """One thing found: its kind and two lines of words, and where it is opened (key of a tab, what to show there).

    ``tab`` names the tabs that can show it, the first that a role has is taken.
    """

    jenis: str
    judul: str
    keterangan: str
    tab: tuple[str, ...]
    butir: str


@permits(*ALL_ROLES)
def find(ctx: Context, cari: str) -> tuple[Temuan, ...]:
    """What fits all words typed, in the order papers, indikator, people; nothing for less than two letters."""
    words = cari.casefold().split()
    if len("".join(words)) < 2:
        return ()
    with ctx.office.store.read() as unit:
        return tuple(one for finder in _FINDERS for one in islice(finder(unit, ctx, words), PALING_BANYAK))


def _fits(words: list[str], *texts: str) -> bool:
    text = " ".join(texts).casefold()
    return all(word in text for word in words)


def _papers(unit: Unit, ctx: Context, words: list[str]) -> Iterator[Temuan]:
    of_seksi = ctx.actor.role.of_seksi
    for paper in unit.papers.all():
        mine = not of_seksi or paper.seksi in (None, ctx.actor.seksi)
        nomor = paper.nomor or "nomor menyusul"
        if mine and _fits(words, paper.judul, nomor, paper.kode or "", period(paper)):
            yield Temuan("Dokumen", paper.judul, f"{nomor} · {period(paper)}", ("arsip",), paper.kode or nomor)


def _indikator(unit: Unit, _ctx: Context, words: list[str]) -> Iterator[Temuan]:
    names = {seksi.kode: seksi.nama for seksi in unit.people.seksi()}
    for tahun in sorted(unit.planning.years(), reverse=True):
        rencana = unit.planning.rencana(tahun)
        for i in rencana.indikator if rencana is not None else ():
            if _fits(words, i.kode, i.nama, i.sasaran or "", str(tahun)):
                told = f"{i.kode} · {tahun} · {names.get(i.seksi or '', 'tanpa seksi')}"
                yield Temuan("Indikator", i.nama, told, ("rencana_kinerja",), f"{tahun}:{i.kode}")


def _people(unit: Unit, ctx: Context, words: list[str]) -> Iterator[Temuan]:
    today = ctx.today()
    for person in unit.people.all():
        left = person.sampai is not None and person.sampai < today
        if _fits(words, person.nama, person.jabatan_tercetak):
            told = f"{person.jabatan_tercetak} · ditutup" if left else person.jabatan_tercetak
            yield Temuan("Orang", person.nama, told, ("pengguna",), person.id)


_Finder = Callable[[Unit, Context, list[str]], Iterator[Temuan]]
_FINDERS: tuple[_Finder, ...] = (_papers, _indikator, _people)
