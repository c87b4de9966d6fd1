"""The year's plan: indikator with their targets, versions of the Perjanjian Kinerja, budget lines.

A plan is edited until it is fixed ("Tetapkan"); afterwards targets change only by a version (PK Perubahan)
that holds from a day on. An indikator that was used is never removed (``plan_usage``). Reading and writing of
workbooks stands in ``workbook_import`` and ``workbook_export``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any, TypeAlias

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.errors import (
    FieldsRefused,
    IndikatorInUse,
    IsianSalah,
    NotFound,
    Pemakaian,
    PlanFaulty,
    PlanFixed,
    PlanReasonNeeded,
    SebabIsian,
)
from kinerja_desktop.domain.huruf import composed
from kinerja_desktop.domain.indikator import Indikator, Rencana, Seksi, Target, VersiRencana, pokok_berubah
from kinerja_desktop.domain.periksa_rencana import Temuan, penghalang, periksa
from kinerja_desktop.domain.realisasi import MAKS_TEKS, panjang_alasan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.tanda import hides
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services import calendar_table, plan_lineage, plan_usage, trail
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Actor, Context, permits
from kinerja_desktop.storage.unit_of_work import Unit

PlanChange: TypeAlias = Callable[[Unit, Rencana], Rencana]
MURNI = "murni"
_LONGEST_NAME = 60
LEAST_REASON = 15
"""Letters of a reason, here and where an indikator is closed."""
_CHANGED: Changes = frozenset({Change.PLAN})
READERS = (Role.KASUBAG_PERENCANAAN, Role.KABID, Role.CAMAT, Role.KASUBAG, Role.ANALIS)


@dataclass(frozen=True, slots=True)
class RencanaView:
    """One year's plan for the screen.

    ``versi`` is what a write names as seen; ``ditetapkan`` since when the murni plan is fixed. ``pemakaian`` tells by
    kode what holds those that cannot be removed. ``temuan`` is what «Periksa Rencana» finds; ``berakhir`` the
    indikator of earlier plans that a new one may take over from. ``alasan`` tells by kode when, by whom and why a card
    of the fixed plan was last changed.
    """

    tahun: int
    tahun_ada: tuple[int, ...]
    rencana: Rencana
    anggaran: tuple[BarisAnggaran, ...]
    seksi: tuple[Seksi, ...]
    versi: int
    ditetapkan: date | None
    pemakaian: Mapping[str, Pemakaian]
    temuan: tuple[Temuan, ...]
    berakhir: tuple[Indikator, ...]
    ringkasan: str
    alasan: Mapping[str, str]


# --- services ----------------------------------------------------------------------------------


@permits(*READERS)
def years(ctx: Context) -> tuple[int, ...]:
    """Years that have a plan, oldest first."""
    with ctx.office.store.read() as unit:
        return tuple(sorted(unit.planning.years()))


@permits(*READERS)
def load(ctx: Context, tahun: int | None = None) -> RencanaView:
    """The plan of a year; of the newest one where none is named. An unknown year has an empty plan."""
    with ctx.office.store.read() as unit:
        known = tuple(sorted(unit.planning.years()))
        year = tahun or (known[-1] if known else ctx.today().year)
        rencana, anggaran = rencana_of(unit, year), unit.planning.anggaran(year)
        return RencanaView(
            tahun=year,
            tahun_ada=known,
            rencana=rencana,
            anggaran=anggaran,
            seksi=unit.people.seksi(),
            versi=version(unit, year),
            ditetapkan=fixed_on(unit, year),
            pemakaian=usage_of(unit, rencana),
            temuan=periksa(rencana, anggaran),
            berakhir=_ended(unit, rencana),
            ringkasan=_summary(rencana),
            alasan=_reasons(unit, year),
        )


def _reasons(unit: Unit, tahun: int) -> Mapping[str, str]:
    kalender = calendar_table.kalender(unit)
    rows = unit.journal.naming(trail.Kind.PLAN.value, str(tahun), "alasan")
    return {
        kode: f"Diubah {format_tanggal(kalender.local(row.pada))} oleh {row.nama}: {row.isi['alasan']}"
        for row in rows
        for kode in _changed_in(row.isi)
    }


def _changed_in(isi: Mapping[str, Any]) -> Sequence[str]:
    """Kode of the indikator that a record with a reason speaks of: of its card, or of all that it names."""
    kode: Sequence[str] = [isi["indikator"]["kode"]] if "indikator" in isi else isi.get(REWORDED, ())
    return kode


def _ended(unit: Unit, rencana: Rencana) -> tuple[Indikator, ...]:
    """Those that are closed in this plan or the one before: what a new indikator may take over from."""
    before = max((y for y in unit.planning.years() if y < rencana.tahun), default=None)
    plans = (rencana,) if before is None else (rencana, rencana_of(unit, before))
    found = {i.kode: i for plan in plans for i in plan.indikator if i.tidak_dipakai_sejak is not None}
    return tuple(found.values())


def _summary(rencana: Rencana) -> str:
    sasaran = {i.sasaran for i in rencana.indikator if i.sasaran}
    return f"{len(rencana.indikator)} indikator, {len(sasaran)} sasaran"


@permits(Role.KASUBAG_PERENCANAAN)
def save_indikator(ctx: Context, tahun: int, indikator: Indikator, seen: int, alasan: str = "") -> Changes:
    """Store a new indikator (at the end) or a changed one.

    Raises FieldsRefused, StaleWrite; in a fixed plan PlanFixed where its targets would change, PlanReasonNeeded where
    its name, unit or measuring would without an ``alasan``.
    """

    def change(unit: Unit, before: Rencana) -> Rencana:
        return _with_card(unit, before, indikator, alasan)

    return change_plan(ctx, tahun, seen, change, {"indikator": indikator, **given(alasan)})


@permits(Role.KASUBAG_PERENCANAAN)
def save_changed(  # noqa: PLR0917 - as save_indikator, with the version in its place
    ctx: Context, tahun: int, versi: str, indikator: Indikator, seen: int, alasan: str = ""
) -> Changes:
    """Store a card and its target as a changed plan has it: the murni target stays, or stays empty for a new one.

    Raises FieldsRefused, NotFound for an unknown version, StaleWrite, PlanReasonNeeded.
    """

    def change(unit: Unit, before: Rencana) -> Rencana:
        old = find(before, indikator.kode)
        murni = replace(indikator, target=old.target if old else Target())
        _need_version(before, versi)
        after = _with_card(unit, before, murni, alasan)
        return replace(after, versi=tuple(_retargeted(v, indikator) if v.versi == versi else v for v in after.versi))

    return change_plan(ctx, tahun, seen, change, {"indikator": indikator, "versi": versi, **given(alasan)})


REWORDED = "indikator_berubah"
"""Where a record names the kode of several indikator that something signed was changed of, for one reason."""


def given(alasan: str) -> dict[str, str]:
    """The reason as the record keeps it, nothing where there is none."""
    return {"alasan": alasan.strip()} if alasan.strip() else {}


@permits(Role.KASUBAG_PERENCANAAN)
def save_targets(ctx: Context, tahun: int, versi: str, target: Mapping[str, Target], seen: int) -> Changes:
    """Store targets by kode, of the murni plan or of a changed one; a version names only what differs in it.

    Raises PlanFixed where a fixed plan's murni targets would change, NotFound for an unknown version, StaleWrite.
    """

    def change(unit: Unit, before: Rencana) -> Rencana:
        targets = targets_in_force(before, versi)
        shown = (replace(i, target=targets[i.kode]) for i in before.indikator)
        changed = [replace(i, target=target[i.kode]) for i in shown if target.get(i.kode, i.target) != i.target]
        if versi != MURNI:
            _need_version(before, versi)
            return replace(before, versi=tuple(_with_all(v, changed) if v.versi == versi else v for v in before.versi))
        if changed and fixed_on(unit, tahun):
            raise PlanFixed(tahun)
        rows = before.indikator
        for row in changed:
            rows = with_row(rows, row)
        return replace(before, indikator=rows)

    return change_plan(ctx, tahun, seen, change, {"target": target, "versi": versi})


def _need_version(rencana: Rencana, versi: str) -> None:
    if all(v.versi != versi for v in rencana.versi):
        raise NotFound("Versi", versi)


def _with_all(versi: VersiRencana, changed: Iterable[Indikator]) -> VersiRencana:
    for i in changed:
        versi = _retargeted(versi, i)
    return versi


def _retargeted(versi: VersiRencana, i: Indikator) -> VersiRencana:
    others = tuple((kode, target) for kode, target in versi.target if kode != i.kode)
    return replace(versi, target=(*others, (i.kode, i.target)))


def _with_card(unit: Unit, before: Rencana, indikator: Indikator, alasan: str) -> Rencana:
    """The plan with a new or changed card. A fixed plan takes new ones without a murni target: a version gives it."""
    _check_indikator(unit, indikator)
    old = find(before, indikator.kode)
    if fixed_on(unit, before.tahun):
        _check_fixed(before.tahun, old or replace(indikator, target=Target()), indikator, alasan)
    after = replace(before, indikator=with_row(before.indikator, indikator))
    if indikator.menggantikan == (old.menggantikan if old else None):
        return after
    return replace(after, riwayat=plan_lineage.inherited(unit, after, indikator))


@permits(Role.KASUBAG_PERENCANAAN)
def move_indikator(ctx: Context, tahun: int, urutan: Iterable[str], seen: int) -> Changes:
    """Put the indikator into another order (all kode, in their new order). Raises NotFound, StaleWrite."""
    wanted = tuple(urutan)

    def change(_unit: Unit, before: Rencana) -> Rencana:
        rows = {i.kode: i for i in before.indikator}
        if set(wanted) != set(rows):
            raise NotFound(_INDIKATOR, ", ".join(sorted(set(wanted) ^ set(rows))))
        return replace(before, indikator=tuple(rows[kode] for kode in wanted))

    return change_plan(ctx, tahun, seen, change, {"urutan": wanted})


@permits(Role.KASUBAG_PERENCANAAN)
def remove_indikator(ctx: Context, tahun: int, kode: str, seen: int) -> Changes:
    """Take an indikator out that was never used. Raises NotFound, IndikatorInUse, StaleWrite.

    FieldsRefused where another one takes over from it, in this plan or a later one.
    """

    def change(unit: Unit, before: Rencana) -> Rencana:
        indikator = need(before, kode)
        held = usage_of(unit, before).get(kode)
        if held is not None:
            raise IndikatorInUse(indikator.nama, held)
        if plan_lineage.is_replaced(unit, tahun, kode):
            raise FieldsRefused((IsianSalah("kode", f"Indikator {kode}", SebabIsian.MASIH_DIPAKAI),))
        return without_row(before, kode)

    return change_plan(ctx, tahun, seen, change, {"dihapus": kode})


@permits(Role.KASUBAG_PERENCANAAN)
def open_version(ctx: Context, tahun: int, nama: str, mulai: date, seen: int) -> Changes:
    """Open a changed plan that says nothing yet.

    Raises FieldsRefused for a name or a day that another version has, and as ``save_version`` does.
    """

    def change(_unit: Unit, before: Rencana) -> Rencana:
        versi = VersiRencana(nama, mulai, ())
        _check_version(before, versi)
        faults = []
        if any(v.versi.casefold() == nama.casefold() for v in before.versi):
            faults.append(IsianSalah("versi", "Nama versi", SebabIsian.GANDA))
        if any(v.berlaku_mulai == mulai for v in before.versi):
            faults.append(IsianSalah("berlaku_mulai", "Tanggal berlaku", SebabIsian.GANDA))
        if faults:
            raise FieldsRefused(tuple(faults))
        return replace(before, versi=tuple(sorted([*before.versi, versi], key=lambda v: v.berlaku_mulai)))

    return change_plan(ctx, tahun, seen, change, {"versi": nama, "berlaku_mulai": mulai})


@permits(Role.KASUBAG_PERENCANAAN)
def save_version(ctx: Context, tahun: int, versi: VersiRencana, seen: int) -> Changes:
    """Store a changed plan (PK Perubahan): targets by kode, in force from a day on.

    Raises FieldsRefused for a day outside the year or an unknown kode, StaleWrite.
    """

    def change(_unit: Unit, before: Rencana) -> Rencana:
        _check_version(before, versi)
        others = [v for v in before.versi if v.versi != versi.versi]
        return replace(before, versi=tuple(sorted([*others, versi], key=lambda v: v.berlaku_mulai)))

    return change_plan(ctx, tahun, seen, change, {"versi": versi})


@permits(Role.KASUBAG_PERENCANAAN)
def save_anggaran(ctx: Context, tahun: int, anggaran: Iterable[BarisAnggaran], seen: int) -> Changes:
    """Store all budget lines of the year in their order. Raises FieldsRefused, StaleWrite."""
    rows = tuple(anggaran)
    _check_anggaran(rows)
    with ctx.office.store.unit() as unit:
        trail.check_seen(unit, _what(tahun), seen, trail.Kind.PLAN, str(tahun))
        put_plan(unit, ctx.actor, ctx.now(), rencana_of(unit, tahun), rows, isi={"anggaran": rows})
        unit.commit()
    return _CHANGED


@permits(Role.KASUBAG_PERENCANAAN)
def fix_plan(ctx: Context, tahun: int, seen: int) -> Changes:
    """Fix the murni plan: its targets then change only by a version.

    Raises NotFound for an empty plan, PlanFaulty where «Periksa Rencana» finds what is wrong, StaleWrite.
    """

    def change(unit: Unit, before: Rencana) -> Rencana:
        if not before.indikator:
            raise NotFound(_RENCANA, str(tahun))
        wrong = penghalang(periksa(before, unit.planning.anggaran(tahun)))
        if wrong:
            raise PlanFaulty(tahun, len(wrong), str(wrong[0]))
        unit.settings.put(fixed_key(tahun), ctx.today().isoformat())
        return before

    return change_plan(ctx, tahun, seen, change, {"ditetapkan": ctx.today()})


# --- for other services ------------------------------------------------------------------------

_INDIKATOR = "Indikator"
_RENCANA = "Rencana kinerja"


def rencana_of(unit: Unit, tahun: int) -> Rencana:
    """The year's plan, an empty one where there is none; its letters as arguments have them (``domain.huruf``)."""
    return composed(_stored(unit, tahun))


def _stored(unit: Unit, tahun: int) -> Rencana:
    return unit.planning.rencana(tahun) or Rencana(tahun, ())


def find(rencana: Rencana, kode: str) -> Indikator | None:
    """The indikator of that kode."""
    return next((i for i in rencana.indikator if i.kode == kode), None)


def need(rencana: Rencana, kode: str) -> Indikator:
    """The indikator of that kode. Raises NotFound."""
    found = find(rencana, kode)
    if found is None:
        raise NotFound(_INDIKATOR, kode)
    return found


def version(unit: Unit, tahun: int) -> int:
    """The number that a write to this year's plan names as seen."""
    return trail.version(unit, trail.Kind.PLAN, str(tahun))


def fixed_on(unit: Unit, tahun: int) -> date | None:
    """Since when the murni plan of the year is fixed."""
    text = unit.settings.get(fixed_key(tahun))
    return date.fromisoformat(text) if text else None


@permits(Role.KASUBAG_PERENCANAAN)
def change_plan(ctx: Context, tahun: int, seen: int, change: PlanChange, isi: Mapping[str, Any]) -> Changes:
    """Change a plan in one transaction with one record. Raises StaleWrite and whatever ``change`` raises."""
    with ctx.office.store.unit() as unit:
        trail.check_seen(unit, _what(tahun), seen, trail.Kind.PLAN, str(tahun))
        after = change(unit, rencana_of(unit, tahun))
        put_plan(unit, ctx.actor, ctx.now(), after, linked(unit.planning.anggaran(tahun), after), isi=isi)
        unit.commit()
    return _CHANGED


def put_plan(
    unit: Unit,
    actor: Actor,
    pada: datetime,
    rencana: Rencana,
    anggaran: tuple[BarisAnggaran, ...],
    *,
    isi: Mapping[str, Any],
) -> None:
    """Store plan and budget of a year with one record; ``isi`` says what was changed.

    Papers of that year count its working days, so its calendar is proposed where it is missing.
    """
    calendar_table.ensure_years(unit, (rencana.tahun, rencana.tahun + 1), pada)
    unit.planning.put_rencana(composed(rencana))
    unit.planning.put_anggaran(rencana.tahun, composed(anggaran))
    sidik = content(unit, rencana.tahun)
    trail.record(unit, actor, pada, trail.Kind.PLAN, str(rencana.tahun), isi=isi, sidik=sidik)


def content(unit: Unit, tahun: int) -> tuple[object, ...]:
    """Everything that stands for a year's plan, as its records digest it."""
    return (
        unit.planning.versi(tahun),
        _stored(unit, tahun),
        unit.planning.anggaran(tahun),
        unit.planning.sebutan(tahun),
        unit.settings.get(fixed_key(tahun)),
    )


def usage_of(unit: Unit, rencana: Rencana) -> Mapping[str, Pemakaian]:
    """By kode what holds the indikator of a plan that cannot be removed."""
    return plan_usage.usage(unit, rencana, fixed=fixed_on(unit, rencana.tahun) is not None)


def with_row(rows: tuple[Indikator, ...], indikator: Indikator) -> tuple[Indikator, ...]:
    """The rows with a changed one in its place, or a new one at the end."""
    if any(i.kode == indikator.kode for i in rows):
        return tuple(indikator if i.kode == indikator.kode else i for i in rows)
    return (*rows, indikator)


def without_row(rencana: Rencana, kode: str) -> Rencana:
    """The plan without an indikator and what belongs to it."""
    return replace(
        rencana,
        indikator=tuple(i for i in rencana.indikator if i.kode != kode),
        versi=tuple(replace(v, target=tuple((k, t) for k, t in v.target if k != kode)) for v in rencana.versi),
        riwayat=tuple(r for r in rencana.riwayat if r.kode != kode),
    )


def linked(anggaran: tuple[BarisAnggaran, ...], rencana: Rencana) -> tuple[BarisAnggaran, ...]:
    """Budget lines without links to indikator that left the plan."""
    known = {i.kode for i in rencana.indikator}
    return tuple(replace(row, indikator=tuple(k for k in row.indikator if k in known)) for row in anggaran)


def fixed_key(tahun: int) -> str:
    """The setting that says since when the murni plan of the year is fixed."""
    return f"rencana.{tahun}.ditetapkan"


def _what(tahun: int) -> str:
    return f"Rencana kinerja {tahun}"


# --- checks ------------------------------------------------------------------------------------


def _check_indikator(unit: Unit, i: Indikator) -> None:
    faults = [
        IsianSalah(kunci, label, SebabIsian.KOSONG)
        for kunci, label, teks in (("kode", "Kode", i.kode), ("nama", "Indikator", i.nama))
        if not teks.strip()
    ]
    if i.seksi is not None and i.seksi not in {seksi.kode for seksi in unit.people.seksi()}:
        faults.append(IsianSalah("seksi", "Seksi", SebabIsian.TIDAK_ADA))
    if i.menggantikan is not None and not _may_be_replaced(unit, i.menggantikan, i.kode):
        faults.append(IsianSalah("menggantikan", "Indikator yang digantikan", SebabIsian.TIDAK_ADA))
    if i.rumus.polaritas is not i.polaritas:
        faults.append(IsianSalah("rumus", "Rumus", SebabIsian.BUKAN_PILIHAN))
    raw = {"komponen_pembilang": i.komponen_pembilang, "komponen_penyebut": i.komponen_penyebut}
    if any(raw.values()):
        faults += [IsianSalah(k, _RAW_LABELS[k], SebabIsian.KOSONG) for k, teks in raw.items() if not teks]
    faults += [IsianSalah(k, "Isian ini", SebabIsian.TERLALU_PANJANG) for k, teks in _texts(i) if too_long(teks)]
    faults += [
        IsianSalah(k, _NAMES[k], SebabIsian.TANDA_TERSEMBUNYI) for k, teks in _texts(i) if k in _NAMES and hides(teks)
    ]
    if faults:
        raise FieldsRefused(tuple(faults))


def _may_be_replaced(unit: Unit, old: str, new: str) -> bool:
    """It was planned once, and did not itself take over from the new one."""
    return old != new and plan_lineage.was_planned(unit, old) and new not in plan_lineage.predecessors(unit, old)


def _texts(i: Indikator) -> Iterator[tuple[str, str]]:
    """The words of a card by the names of their fields."""
    yield from ((f.name, teks) for f in fields(i) if isinstance(teks := getattr(i, f.name), str))
    yield from ((f"aksi{n}", teks) for n, teks in enumerate(i.aksi, 1) if teks)


def too_long(teks: str) -> bool:
    """True for more letters than a workbook brings back."""
    return len(teks) > MAKS_TEKS


_RAW_LABELS = {"komponen_pembilang": "Pembilang", "komponen_penyebut": "Penyebut"}
_NAMES = {"kode": "Kode", "nama": "Indikator", "sasaran": "Sasaran", "satuan": "Satuan", **_RAW_LABELS}
"""Fields of a card that are names: they hold no sign that nobody sees."""


def _check_fixed(tahun: int, old: Indikator, new: Indikator, alasan: str) -> None:
    """What was signed stays: its targets here, its words unless somebody says why."""
    if new.target != old.target:
        raise PlanFixed(tahun)
    need_reason((new.kode,), pokok_berubah(old, new), alasan)


def need_reason(kode: Sequence[str], medan: tuple[str, ...], alasan: str) -> None:
    """Refuse to change what a fixed plan says of these indikator without a reason. Raises PlanReasonNeeded."""
    if kode and medan and panjang_alasan(alasan) < LEAST_REASON:
        raise PlanReasonNeeded(", ".join(kode), medan, LEAST_REASON)


def _check_version(rencana: Rencana, versi: VersiRencana) -> None:
    faults = []
    nama = versi.versi.strip()
    if not nama or nama.casefold() == MURNI:
        faults.append(IsianSalah("versi", "Nama versi", SebabIsian.GANDA if nama else SebabIsian.KOSONG))
    if len(nama) > _LONGEST_NAME:
        faults.append(IsianSalah("versi", "Nama versi", SebabIsian.TERLALU_PANJANG))
    if hides(nama):
        faults.append(IsianSalah("versi", "Nama versi", SebabIsian.TANDA_TERSEMBUNYI))
    if versi.berlaku_mulai.year != rencana.tahun:
        faults.append(IsianSalah("berlaku_mulai", "Tanggal berlaku", SebabIsian.LUAR_TAHUN))
    if any(find(rencana, kode) is None for kode, _ in versi.target):
        faults.append(IsianSalah("target", "Indikator", SebabIsian.TIDAK_ADA))
    if faults:
        raise FieldsRefused(tuple(faults))


def _check_anggaran(rows: tuple[BarisAnggaran, ...]) -> None:
    blank = any(not row.kode.strip() or not row.uraian.strip() for row in rows)
    twice = len({row.kode for row in rows}) < len(rows)
    faults = [IsianSalah("anggaran", "Kode dan uraian anggaran", SebabIsian.KOSONG)] if blank else []
    faults += [IsianSalah("anggaran", "Kode anggaran", SebabIsian.GANDA)] if twice else []
    told = {SebabIsian.TERLALU_PANJANG: too_long, SebabIsian.TANDA_TERSEMBUNYI: hides}
    words = [teks for row in rows for teks in (row.kode, row.uraian)]
    faults += [
        IsianSalah("anggaran", "Kode dan uraian anggaran", why) for why, is_so in told.items() if any(map(is_so, words))
    ]
    if faults:
        raise FieldsRefused(tuple(faults))


def targets_in_force(rencana: Rencana, versi: str) -> Mapping[str, Target]:
    """Target of every indikator under the named version, by kode, for the screen's choice of version."""
    targets = first = {i.kode: i.target for i in rencana.indikator}
    for other in rencana.versi:
        targets = targets | dict(other.target)
        if other.versi == versi:
            return targets
    return first
