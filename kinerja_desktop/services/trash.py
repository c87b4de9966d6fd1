"""What a person gave up of his unsubmitted work: told to him alone, and brought back to where it was.

It comes back where its place may still be filled by his role and holds nothing else now; words also where other words
took their place, which are given up in turn. What cannot come back is still told in full, to be copied. What stands
where it stood again is not told. What a screen held that was taken from its writer (``lay_aside``) is only told.

How long it is kept, and what is laid aside, say ``drafts`` and ``draft_texts``; how each kind of draft takes it back,
``trash_kinds``.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache, partial
from typing import Any, TypeAlias

from kinerja_desktop.domain.errors import KinerjaError, NotFound, StaleWrite
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import drafts, plan_drafts
from kinerja_desktop.services.calendar_table import kalender as office_kalender
from kinerja_desktop.services.cases import seksi_named
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.compose.bab import name_of
from kinerja_desktop.services.context import ALL_ROLES, Context, permits
from kinerja_desktop.services.draft_texts import (
    BAB,
    BUKTI,
    DASAR,
    FIGURES,
    KERTAS,
    LABELS,
    LAYAR,
    WHOLE,
    Texts,
    as_bukti,
    holds,
)
from kinerja_desktop.services.draft_texts import (
    place as place_of,
)
from kinerja_desktop.services.drafts import Terbuang
from kinerja_desktop.services.trash_kinds import JENIS, RAGAM, Jenis, Tempat
from kinerja_desktop.storage.unit_of_work import Unit

TERISI = "Tempatnya sudah berisi isian lain. Salin teksnya dari sini."
LEPAS = "Isian ini belum disimpan saat layarnya ditutup. Salin teksnya dari sini."
DITUKAR = "Tempatnya sudah berisi isian lain. Isian itu lalu disimpan di sini."
TERTUTUP = "Pekerjaan ini tidak dapat diisi sekarang. Salin teksnya dari sini."
_VERSI = " (versi sebelumnya)"
_ORDER = (*LABELS, BAB, DASAR)
_RENCANA = "rencana_kinerja"


@dataclass(frozen=True, slots=True)
class Potongan:
    """One text that was given up, and the place in its work where it stood."""

    tempat: str
    teks: str


@dataclass(frozen=True, slots=True)
class Buangan:
    """Something given up: of what, what it held, by whom and when, and until when it is kept.

    ``hari`` is the day on which this is told. ``tab`` and ``butir`` are where it stood, ``bagian`` the part of a plan.
    ``halangan`` says why it cannot be brought back now; empty where it can. ``akibat`` is what bringing it back does
    besides.
    """

    id: str
    asal: str
    isi: tuple[Potongan, ...]
    oleh: str
    pada: datetime
    sampai: datetime
    hari: date
    tab: str
    butir: str
    halangan: str = ""
    bagian: str = ""
    akibat: str = ""


@permits(*ALL_ROLES)
def load(ctx: Context) -> tuple[Buangan, ...]:
    """What the actor gave up and may still want, the newest first."""
    with ctx.office.store.read() as unit:
        local, place = office_kalender(unit).local, cache(partial(_place, unit, ctx))
        return tuple(
            replace(told, pada=local(one.pada), sampai=local(one.pada + drafts.SIMPAN_BUANGAN))
            for one in drafts.thrown(unit, ctx)
            if (told := _told(unit, ctx, one, place)) is not None
        )


@permits(*ALL_ROLES)
def bring_back(ctx: Context, buangan: str) -> Changes:
    """Put it back into its draft; what of it finds its place taken stays aside.

    Where all places are taken, its words and what stands there change places.

    Raises NotFound where it is gone, StaleWrite where nothing of it finds a place, and what keeps the draft from
    being written now.
    """
    with ctx.office.store.read() as unit:
        one = _found(unit, ctx, buangan)
    if one.kind == drafts.LAYAR:
        raise NotFound("Tempat isian ini", buangan)
    if _is_plan(one):
        tahun = plan_drafts.year_of(one.case_id)
        plan_drafts.bring_back(ctx, tahun, buangan, seen=plan_drafts.load(ctx, tahun).versi)
        return frozenset({Change.DRAFT, Change.PLAN})
    jenis = JENIS[one.kind]
    with ctx.office.store.read() as unit:
        tempat = jenis.place(unit, one.case_id)
        before, seen = jenis.read(unit, ctx, tempat)
    back = _free(jenis, before, _texts(one)) or _exchanged(jenis, before, _texts(one))
    if not back:
        raise StaleWrite(_asal(tempat, jenis, ""), 0, seen)
    now = jenis.fill(before, back)
    _lay_aside_instead(ctx, one, jenis.texts(before), jenis.texts(now))
    jenis.save(ctx, tempat, before, now, seen)
    with ctx.office.store.unit() as unit:
        drafts.take_back(unit, ctx, buangan)
        left = {place: texts for place, texts in _texts(one).items() if place not in back}
        if left:
            drafts.throw_away(unit, ctx, one.case_id, one.kind, {"teks": left})
        unit.commit()
    return frozenset({Change.DRAFT})


def _free(jenis: Jenis[Any], now: object, texts: Texts) -> Texts:
    return {place: some for place, some in texts.items() if jenis.is_free(now, place)}


def _exchanged(jenis: Jenis[Any], now: object, texts: Texts) -> Texts:
    """Words in whose very place other words stand; a figure is corrected where it is typed."""
    there = jenis.texts(now)
    return {place: some for place, some in texts.items() if place in there and place.partition(":")[0] not in FIGURES}


def _lay_aside_instead(ctx: Context, one: Terbuang, before: Texts, now: Texts) -> None:
    """What must make room, however short it is; first, so that nothing is lost where the rest fails."""
    touched = {place: list(texts) for place, texts in before.items() if place in _texts(one)}
    lost = {place: texts for place, texts in touched.items() if not holds(now, {place: texts})}
    if lost:
        with ctx.office.store.unit() as unit:
            drafts.throw_away(unit, ctx, one.case_id, one.kind, {"teks": lost})
            unit.commit()


@permits(*ALL_ROLES)
def lay_aside(ctx: Context, asal: str, isi: Mapping[str, str]) -> Changes:
    """Keep for the actor what he typed on a screen that is taken from him: texts by their labels, and where it was."""
    with ctx.office.store.unit() as unit:
        texts = {place_of(LAYAR, label): [teks] for label, teks in isi.items() if teks.strip()}
        drafts.throw_away(unit, ctx, drafts.LAYAR, drafts.LAYAR, {"asal": asal, "teks": texts})
        unit.commit()
    return frozenset({Change.DRAFT})


def _found(unit: Unit, ctx: Context, buangan: str) -> Terbuang:
    found = next((one for one in drafts.thrown(unit, ctx) if one.id == buangan), None)
    if found is None:
        raise NotFound("Isian yang dibuang", buangan)
    return found


# --- telling -------------------------------------------------------------------------------------


_Place: TypeAlias = Callable[[str, str], tuple[Tempat, object | None]]


def _place(unit: Unit, ctx: Context, case_id: str, kind: str) -> tuple[Tempat, object | None]:
    """The work that things were given up of, and what its draft holds now; None where it cannot be filled."""
    tempat = JENIS[kind].place(unit, case_id)
    try:
        return tempat, JENIS[kind].read(unit, ctx, tempat)[0]
    except KinerjaError:
        return tempat, None


def _told(unit: Unit, ctx: Context, one: Terbuang, place: _Place) -> Buangan | None:
    """As a person reads it; None where all of it stands in its place again."""
    if _is_plan(one):
        return _of_plan(ctx, one)
    if one.kind == drafts.LAYAR:
        pieces = tuple(Potongan(key.partition(":")[2], teks[0]) for key, teks in _texts(one).items())
        return _entry(ctx, one, one.isi["asal"], pieces, halangan=LEPAS)
    jenis = JENIS.get(one.kind)
    if jenis is None:
        return None
    halangan = akibat = ""
    try:
        tempat, now = place(one.case_id, one.kind)
    except NotFound:
        return _entry(ctx, one, one.case_id, tuple(_pieces(one, partial(_label, one.kind))), halangan=TERTUTUP)
    taken = [where for where in _texts(one) if now is not None and not jenis.is_free(now, where)]
    if now is None:
        halangan = TERTUTUP
    elif holds(jenis.texts(now), _texts(one)):
        return None
    elif len(taken) == len(_texts(one)):
        halangan, akibat = ("", DITUKAR) if _exchanged(jenis, now, _texts(one)) else (TERISI, "")
    halangan = _other_role(ctx, jenis.role) or halangan
    seksi = seksi_named(unit, tempat.seksi).nama if tempat.seksi else ""
    named = partial(jenis.label, now) if jenis.label is not None and now is not None else partial(_label, one.kind)
    told = _entry(ctx, one, _asal(tempat, jenis, seksi), tuple(_pieces(one, named, taken)), halangan=halangan)
    return replace(told, tab=jenis.tab, butir=tempat.butir, akibat=akibat if not halangan else "")


def _entry(ctx: Context, one: Terbuang, asal: str, pieces: tuple[Potongan, ...], *, halangan: str) -> Buangan:
    return Buangan(one.id, asal, pieces, ctx.actor.nama, one.pada, one.pada, ctx.today(), "", "", halangan)


def _of_plan(ctx: Context, one: Terbuang) -> Buangan:
    tahun, bagian = plan_drafts.year_of(one.case_id), one.kind.partition(":")[2]
    words = Potongan(bagian.partition(":")[0].capitalize(), plan_drafts.words_of(one.isi))
    halangan = _other_role(ctx, Role.KASUBAG_PERENCANAAN)
    told = _entry(ctx, one, f"Rencana Kinerja {tahun}", (words,), halangan=halangan)
    return replace(told, tab=_RENCANA, butir=one.case_id, bagian=bagian)


def _other_role(ctx: Context, role: Role | None) -> str:
    return "" if role in {None, ctx.actor.role} else f"Isian ini dibuang sebagai {role.label}. Ganti peran dahulu."


def _pieces(one: Terbuang, named: Callable[[str], str], taken: Collection[str] = ()) -> Iterator[Potongan]:
    """Words whose place is ``taken`` by other words are what stood there before."""
    for place, texts in sorted(_texts(one).items(), key=lambda kept: _in_order(kept[0])):
        name = place.partition(":")[0]
        if name == DASAR:
            continue
        before = _VERSI if place in taken and name not in FIGURES else ""
        yield from (Potongan(f"{named(place)}{before}", _shown(name, teks)) for teks in texts)


def _in_order(place: str) -> tuple[bool, str, int]:
    name, _, of = place.partition(":")
    return name in WHOLE, of, _ORDER.index(name)


def _label(kind: str, place: str) -> str:
    name, _, of = place.partition(":")
    if name == BAB:
        return name_of(of, RAGAM[kind].judul)
    return f"{of} {LABELS[name]}" if of and name != KERTAS else LABELS[name]


def _shown(name: str, teks: str) -> str:
    if name == BUKTI:
        return as_bukti(teks).nama
    return format_angka(Decimal(teks)) if name in FIGURES else teks


def _asal(tempat: Tempat, jenis: Jenis[Any], seksi: str) -> str:
    masa = tempat.masa.replace("Triwulan", "TW").removeprefix("Tahun ")
    return " ".join(filter(None, (tempat.nama or jenis.judul, seksi, masa)))


def _is_plan(one: Terbuang) -> bool:
    return one.kind.startswith(f"{drafts.RENCANA}:")


def _texts(one: Terbuang) -> Texts:
    kept: Texts = one.isi["teks"]
    return kept
