"""Search over everything that one may see: tasks, archived papers, indikator, people, notes. At most a few of each.

Who acts for one seksi finds its work and its papers; the technical Admin finds no work.

To find one more kind of thing: a function in ``_FINDERS`` that answers with ``Temuan`` and names the tab by its key.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from kinerja_desktop.domain.huruf import composed, sought
from kinerja_desktop.domain.indikator import Indikator
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.realisasi import Pengembalian
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services.archive import period
from kinerja_desktop.services.context import ALL_ROLES, Context, permits
from kinerja_desktop.services.desk import read_desks
from kinerja_desktop.services.inbox_preview import heading
from kinerja_desktop.services.snapshots import decode_pengembalian
from kinerja_desktop.services.task_words import OF_JENIS
from kinerja_desktop.storage.unit_of_work import Unit

PALING_BANYAK = 5
"""Things of one kind that are shown; who wants more filters the list of that kind."""


@dataclass(frozen=True, slots=True)
class Temuan:
    """One thing found: its kind and two lines of words, and where it is opened (key of a tab, what to show there).

    ``tab`` names the tabs that can show it, the first that a role has is taken. ``rincian`` is what may be told of it
    to a role that has none of them: label and value.
    """

    jenis: str
    judul: str
    keterangan: str
    tab: tuple[str, ...]
    butir: str
    rincian: tuple[tuple[str, str], ...] = ()


@permits(*ALL_ROLES)
def find(ctx: Context, cari: str) -> tuple[Temuan, ...]:
    """What fits all words typed, in the order of ``_FINDERS``; nothing for less than two letters."""
    words = sought(cari).split()
    if len("".join(words)) < 2:
        return ()
    with ctx.office.store.read() as unit:
        return tuple(one for finder in _FINDERS for one in islice(finder(unit, ctx, words), PALING_BANYAK))


def _fits(words: list[str], *texts: str) -> bool:
    text = sought(" ".join(texts))
    return all(word in text for word in words)


def _papers(unit: Unit, ctx: Context, words: list[str]) -> Iterator[Temuan]:
    of_seksi = ctx.actor.role.of_seksi
    periods: dict[tuple[int, int | None], str] = {}
    for paper in unit.papers.all():
        mine = not of_seksi or paper.seksi in (None, ctx.actor.seksi)
        nomor, when = paper.nomor or "nomor menyusul", (paper.tahun, paper.triwulan)
        if when not in periods:
            periods[when] = period(paper)
        if mine and _fits(words, paper.judul, nomor, paper.kode or "", periods[when]):
            yield Temuan("Dokumen", paper.judul, f"{nomor} · {period(paper)}", ("arsip",), paper.kode or nomor)


def _tasks(unit: Unit, ctx: Context, words: list[str]) -> Iterator[Temuan]:
    """What lies on a desk now, whoever's desk it is."""
    desks = read_desks(unit, ctx)
    for item in (*desks.mine(ctx.actor), *desks.running(ctx.actor)):
        what, about = heading(item)
        where = f"di meja {item.desk.label}" if item.desk is not None else ""
        told = " · ".join(filter(None, (about, item.status.value, where)))
        if _fits(words, what, told):
            yield Temuan("Tugas", what, told, ("kotak_tugas",), item.key)


def _notes(unit: Unit, ctx: Context, words: list[str]) -> Iterator[Temuan]:
    """Reasons and notes of what was returned, approved or opened again, newest first."""
    if ctx.actor.role is Role.ADMIN:
        return
    names = {seksi.kode: seksi.nama for seksi in unit.people.seksi()}
    of_seksi = ctx.actor.seksi if ctx.actor.role.of_seksi else None
    for case, said in unit.journal.told_in_cases(_SAYING, ("alasan", "pengembalian"), seksi=of_seksi):
        where = names.get(case.seksi or "", case.seksi or OF_JENIS[case.jenis])
        when = f"Tahun {case.tahun}" if case.triwulan is None else Triwulan(case.tahun, case.triwulan).label_tahun
        for kode, teks in _sayings(said):
            told = f"{f'{kode} · ' if kode else ''}{where} · {when}"
            if _fits(words, teks, told):
                yield Temuan("Catatan", _around(teks, words), told, ("kotak_tugas",), case.id)


def _around(teks: str, words: list[str]) -> str:
    """The text from a little before the first word that was looked for, so that it is seen in a line."""
    line = composed(" ".join(teks.split()))
    first = min((at for word in words if (at := sought(line).find(word)) >= 0), default=0)
    if first <= _LEAD:
        return line
    return f"… {line[line.rfind(' ', 0, first - _LEAD // 2) + 1 :]}"


def _sayings(said: Mapping[str, str | None]) -> tuple[tuple[str | None, str], ...]:
    """What an act says: to the whole, and to single indikator by their kode."""
    returned = decode_pengembalian(json.loads(said["pengembalian"])) if said["pengembalian"] else Pengembalian("")
    reason = said["alasan"] or returned.alasan
    pinned = tuple((c.kode, c.teks) for c in returned.catatan)
    return ((None, reason), *pinned) if reason else pinned


def _indikator(unit: Unit, _ctx: Context, words: list[str]) -> Iterator[Temuan]:
    names = {seksi.kode: seksi.nama for seksi in unit.people.seksi()}
    for tahun, kode, nama, sasaran in unit.planning.written_of():
        if _fits(words, kode, nama, sasaran, str(tahun)):
            rencana = unit.planning.rencana(tahun)
            assert rencana is not None, tahun
            found = next(i for i in rencana.indikator if i.kode == kode)
            told = f"{kode} · {tahun} · {names.get(found.seksi or '', 'tanpa seksi')}"
            rincian = _of_indikator(found, tahun, names)
            yield Temuan("Indikator", nama, told, ("rencana_kinerja",), f"{tahun}:{kode}", rincian)


def _of_indikator(i: Indikator, tahun: int, names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    target = (
        "belum ditetapkan" if i.target.tahun is None else f"{format_angka(i.target.tahun)} {i.satuan or ''}".strip()
    )
    closed = i.tidak_dipakai_sejak
    told = (
        ("Kode", i.kode),
        ("Sasaran", i.sasaran or ""),
        ("Seksi", names.get(i.seksi or "", "tanpa seksi")),
        (f"Target {tahun}", target),
        ("Definisi", i.definisi or ""),
        ("Sumber data", i.sumber_data or ""),
        ("Tidak dipakai sejak", format_tanggal(closed) if closed else ""),
    )
    return tuple((label, value) for label, value in told if value)


def _people(unit: Unit, ctx: Context, words: list[str]) -> Iterator[Temuan]:
    today = ctx.today()
    for person in unit.people.all():
        left = person.sampai is not None and person.sampai < today
        if _fits(words, person.nama, person.jabatan_tercetak):
            told = f"{person.jabatan_tercetak} · ditutup" if left else person.jabatan_tercetak
            rincian = ("Jabatan", person.jabatan_tercetak), ("Peran", ", ".join(role.label for role in person.peran))
            yield Temuan("Orang", person.nama, told, ("pengguna",), person.id, rincian=rincian)


_LEAD = 24
"""Letters before a word that is looked for, which a line still shows."""
_SAYING = (Action.RETURN, Action.RETURN_BAHAN, Action.APPROVE, Action.REOPEN)
"""Acts in which somebody tells another why."""
_Finder = Callable[[Unit, Context, list[str]], Iterator[Temuan]]
_FINDERS: tuple[_Finder, ...] = (_papers, _tasks, _indikator, _people, _notes)
