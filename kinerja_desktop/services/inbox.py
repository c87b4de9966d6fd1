"""Kotak Tugas: who wants what by when, and what to press.

One query (``desk``) feeds list, badge, title, role switch and the strip about other roles, so they cannot
differ, and it stays as fast in the twentieth year. Words of tasks stand in ``task_words``, what the panel
shows in ``inbox_preview``.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from kinerja_desktop.domain.errors import OtherSeksi
from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.ketepatan import times
from kinerja_desktop.domain.norma import Norma
from kinerja_desktop.domain.tanggal import format_tanggal, format_tanggal_waktu, format_waktu
from kinerja_desktop.domain.tenggat import Kelompok, Tenggat
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Act, Jenis, Keadaan, Langkah, Status, replay
from kinerja_desktop.services import auth, settings
from kinerja_desktop.services.cases import quarters_planned, revisi_of
from kinerja_desktop.services.changes import NOTHING, Change, Changes
from kinerja_desktop.services.context import ALL_ROLES, Actor, Context, permits
from kinerja_desktop.services.desk import Desks, Item, next_opening, read_desks
from kinerja_desktop.services.history import moment
from kinerja_desktop.services.inbox_preview import Potongan, Pratinjau, preview
from kinerja_desktop.services.task_words import LATE, OF_JENIS, button, sentence_of, task_title
from kinerja_desktop.storage.records import Case
from kinerja_desktop.storage.unit_of_work import Unit

__all__ = [
    "KelompokTugas",
    "KotakTugas",
    "Lingkup",
    "PeranLain",
    "Potongan",
    "Pratinjau",
    "Tugas",
    "counts",
    "load",
    "opened",
    "preview",
    "tasks",
    "where",
]


class Lingkup(Enum):
    """Scopes of the list; the value is the caption of its button."""

    SAYA = "Perlu Tindakan Saya"
    BERJALAN = "Sedang Berjalan"
    SELESAI = "Selesai"
    SEMUA = "Semua Unit"


@dataclass(frozen=True, slots=True)
class Tugas:
    """One row. ``key`` stays the same over reloads. ``case_id`` None: what was not ordered yet (step 1).

    ``judul`` "Periksa laporan Seksi Pemerintahan", ``kalimat`` "Hasan … mengajukan Senin 13 Juli,
    14.05", ``tombol`` "Periksa Laporan". ``tanda`` are small warnings ("bahan terlambat").
    """

    key: str
    case_id: str | None
    jenis: Jenis
    tahun: int
    triwulan: Triwulan | None
    seksi: Seksi | None
    status: Status
    chip: str
    langkah: Langkah | None
    judul: str
    kalimat: str
    tombol: str
    tenggat: Tenggat
    versi: int
    baru: bool = False
    tanda: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KelompokTugas:
    """A group with its rows; ``kelompok`` None where rows are not grouped by their limit.

    ``keterangan`` stands beside the count ("sampai 16.00").
    """

    judul: str
    kelompok: Kelompok | None
    keterangan: str
    tugas: tuple[Tugas, ...]


@dataclass(frozen=True, slots=True)
class PeranLain:
    """Tasks that wait for the same person in another role; ``contoh`` names the most urgent one."""

    actor: Actor
    jumlah: int
    contoh: str


@dataclass(frozen=True, slots=True)
class KotakTugas:
    """The whole screen without the preview.

    ``jumlah`` counts each scope. SAYA and BERJALAN hold open work of every quarter, SELESAI and SEMUA that
    of ``triwulan``. ``ringkasan`` "4 tugas menunggu Anda: 1 terlambat, 2 harus selesai hari ini."
    ``per_langkah`` counts SAYA by step, for badges of other tabs. ``sesudah_ini`` may be empty; ``kosong``
    is what an empty list says.
    """

    lingkup: Lingkup
    triwulan: Triwulan
    pilihan: tuple[Triwulan, ...]
    jumlah: Mapping[Lingkup, int]
    kelompok: tuple[KelompokTugas, ...]
    ringkasan: str
    sesudah_ini: str
    kosong: str
    peran_lain: tuple[PeranLain, ...]
    per_langkah: Mapping[Langkah, int]
    sekarang: datetime


# --- services ----------------------------------------------------------------------------------


@permits(*ALL_ROLES)
def load(ctx: Context, lingkup: Lingkup = Lingkup.SAYA, triwulan: Triwulan | None = None) -> KotakTugas:
    """The list with all its counts, for the actor's role."""
    with ctx.office.store.read() as unit:
        desks = read_desks(unit, ctx, triwulan)
        scopes = _scopes(desks, ctx.actor)
        mine = scopes[Lingkup.SAYA]
        opening = next_opening(unit, ctx, desks.kalender)
        report = _report_ahead(unit, desks, mine)
        return KotakTugas(
            lingkup=lingkup,
            triwulan=desks.triwulan,
            pilihan=quarters_planned(unit, ctx.today()),
            jumlah={scope: len(items) for scope, items in scopes.items()},
            kelompok=_groups(unit, ctx, desks, lingkup, scopes[lingkup]),
            ringkasan=_summary(desks, mine),
            sesudah_ini=f"Sesudah ini: {report or _next_order(desks, opening)}.",
            kosong=f"Tidak ada tugas untuk Anda. Berikutnya: {report or _next_data(opening)}.",
            peran_lain=_other_roles(unit, ctx, desks),
            per_langkah=_per_step(mine),
            sekarang=desks.sekarang,
        )


@permits(*ALL_ROLES)
def tasks(ctx: Context, *lingkup: Lingkup) -> tuple[tuple[Tugas, ...], ...]:
    """The rows of each of these scopes alone, as the list has them, from one look at the desks."""
    with ctx.office.store.read() as unit:
        desks = read_desks(unit, ctx)
        scopes = _scopes(desks, ctx.actor)
        items = {item.key: item for scope in lingkup for item in scopes[scope]}
        rows = {row.key: row for row in _rows(unit, ctx, desks, items.values())}
        grouped = (_grouped(desks, tuple(rows[item.key] for item in scopes[scope]), scope) for scope in lingkup)
        return tuple(tuple(task for group in groups for task in group.tugas) for groups in grouped)


@permits(*ALL_ROLES)
def where(ctx: Context, key: str) -> tuple[Lingkup, Triwulan] | None:
    """The scope and the quarter in which a task is listed for the actor; None where no list of his has it."""
    with ctx.office.store.read() as unit:
        now = read_desks(unit, ctx)
        return _listed(now, ctx.actor, key) or _listed(_desks_of_case(unit, ctx, key), ctx.actor, key)


def _desks_of_case(unit: Unit, ctx: Context, key: str) -> Desks:
    """The desks as they are listed with the quarter of a stored case. Raises NotFound."""
    case = unit.cases.get(key)
    return read_desks(unit, ctx, Triwulan(case.tahun, case.triwulan or 4))


def _listed(desks: Desks, actor: Actor, key: str) -> tuple[Lingkup, Triwulan] | None:
    scopes = _scopes(desks, actor).items()
    return next(((scope, desks.triwulan) for scope, items in scopes if any(i.key == key for i in items)), None)


@permits(*ALL_ROLES)
def counts(ctx: Context) -> Mapping[Actor, int]:
    """Tasks waiting for this person in each of his roles today (role switch, tray)."""
    with ctx.office.store.read() as unit:
        desks = read_desks(unit, ctx)
        return {actor: len(desks.mine(actor)) for actor in auth.actors_of(unit, ctx.actor.id, ctx.today())}


@permits(*ALL_ROLES)
def opened(ctx: Context, case_id: str) -> Changes:
    """Note that the actor opened it as it stands now: "dibaca". Nothing happens to the history.

    An office in which writing was stopped is read without a note. Raises OtherSeksi.
    """
    if ctx.office.store.stopped is not None:
        return NOTHING
    with ctx.office.store.unit() as unit:
        case = unit.cases.get(case_id)
        if ctx.actor.role.of_seksi and case.seksi not in (None, ctx.actor.seksi):
            raise OtherSeksi(case.seksi)
        first = unit.reads.mark(case.id, case.versi, ctx.actor.id, ctx.now())
        unit.commit()
    return frozenset({Change.READ}) if first else NOTHING


# --- scopes ------------------------------------------------------------------------------------


def _scopes(desks: Desks, actor: Actor) -> Mapping[Lingkup, tuple[Item, ...]]:
    return {
        Lingkup.SAYA: desks.mine(actor),
        Lingkup.BERJALAN: desks.running(actor),
        Lingkup.SELESAI: desks.done(actor),
        Lingkup.SEMUA: desks.everything(actor),
    }


def _per_step(items: Iterable[Item]) -> Mapping[Langkah, int]:
    found: dict[Langkah, int] = {}
    for item in items:
        if item.langkah is not None:
            found[item.langkah] = found.get(item.langkah, 0) + 1
    return found


def _other_roles(unit: Unit, ctx: Context, desks: Desks) -> tuple[PeranLain, ...]:
    actors = auth.actors_of(unit, ctx.actor.id, ctx.today())
    waiting = [(actor, items) for actor in actors if actor != ctx.actor and (items := desks.mine(actor))]
    heads = unit.journal.heads([items[0].case.id for _, items in waiting if items[0].case is not None])
    return tuple(
        PeranLain(actor, len(items), _row(Context(ctx.office, actor), desks, items[0], heads).judul)
        for actor, items in waiting
    )


def _groups(
    unit: Unit, ctx: Context, desks: Desks, lingkup: Lingkup, items: tuple[Item, ...]
) -> tuple[KelompokTugas, ...]:
    return _grouped(desks, _rows(unit, ctx, desks, items), lingkup)


# --- rows --------------------------------------------------------------------------------------


def _rows(unit: Unit, ctx: Context, desks: Desks, items: Collection[Item]) -> tuple[Tugas, ...]:
    heads = unit.journal.heads([item.case.id for item in items if item.case is not None])
    return _unread(unit, ctx, tuple(_row(ctx, desks, item, heads) for item in items))


def _row(ctx: Context, desks: Desks, item: Item, heads: Mapping[str, tuple[Act, ...]]) -> Tugas:
    if item.case is None:
        return _order_row(desks, item)
    acts = heads[item.case.id]
    keadaan = replay(item.jenis, acts)
    mine = desks.waits_for(item, ctx.actor)
    return Tugas(
        key=item.key,
        case_id=item.case.id,
        jenis=item.jenis,
        tahun=item.tahun,
        triwulan=item.triwulan,
        seksi=item.seksi,
        status=item.status,
        chip=keadaan.label,
        langkah=item.langkah,
        judul=task_title(keadaan, whose(item)) if mine else _plain_title(item),
        kalimat=_sentence(ctx, desks, item.jenis, acts, keadaan),
        tombol=button(item.langkah if mine else None),
        tenggat=desks.tenggat(item),
        versi=item.case.versi,
        tanda=_flags(desks, item.case, keadaan),
    )


def _order_row(desks: Desks, item: Item) -> Tugas:
    started = item.sejak is not None and item.triwulan is not None
    return Tugas(
        key=item.key,
        case_id=None,
        jenis=item.jenis,
        tahun=item.tahun,
        triwulan=item.triwulan,
        seksi=item.seksi,
        status=item.status,
        chip=item.status.value,
        langkah=item.langkah,
        judul=f"Tugaskan penyusunan data {whose(item)}" if started else _plain_title(item),
        kalimat=f"{len(item.belum)} unit belum ditugaskan" if started else "Belum ada disposisi",
        tombol=button(item.langkah),
        tenggat=desks.tenggat(item),
        versi=0,
    )


def whose(item: Item) -> str:
    """Whom or what a task is about: a seksi, a quarter, a year."""
    if item.seksi is not None:
        return item.seksi.nama
    return item.triwulan.label_tahun if item.triwulan is not None else f"Kinerja {item.tahun}"


def _plain_title(item: Item) -> str:
    return f"Laporan {whose(item)}" if item.jenis is Jenis.BERKAS else f"{OF_JENIS[item.jenis]} {_period(item)}"


def _period(item: Item) -> str:
    return str(item.tahun) if item.triwulan is None else f"{item.triwulan.romawi} {item.tahun}"


def _sentence(ctx: Context, desks: Desks, jenis: Jenis, acts: tuple[Act, ...], keadaan: Keadaan) -> str:
    last = keadaan.terakhir
    if last is None:
        return "Belum ada disposisi"
    before = replay(jenis, acts[: last.nomor - 1])
    return sentence_of(last, before, ctx.actor.id, moment(last.pada, desks.sekarang, desks.kalender))


def _flags(desks: Desks, case: Case, keadaan: Keadaan) -> tuple[str, ...]:
    """Steps before this one that were done after their limit; the newest passage of each counts."""
    measured = times(keadaan, desks.revisi[case.revisi_sop].norma, desks.kalender, desks.sekarang)
    newest = {w.langkah: w.terlambat for w in measured if w.selesai is not None}
    return tuple(words for langkah, words in LATE.items() if newest.get(langkah, False))


def _unread(unit: Unit, ctx: Context, rows: tuple[Tugas, ...]) -> tuple[Tugas, ...]:
    """Mark what the actor has not opened in its present version."""
    unread = unit.reads.unread([row.case_id for row in rows if row.case_id is not None], ctx.actor.id)
    return tuple(replace(row, baru=row.case_id in unread) for row in rows)


# --- groups and sentences ----------------------------------------------------------------------


def _grouped(desks: Desks, rows: tuple[Tugas, ...], lingkup: Lingkup) -> tuple[KelompokTugas, ...]:
    if lingkup in (Lingkup.SELESAI, Lingkup.SEMUA):
        return (KelompokTugas(lingkup.value, None, "", rows),) if rows else ()
    by_group = {k: tuple(row for row in rows if row.tenggat.kelompok is k) for k in Kelompok}
    closing = {Kelompok.HARI_INI: _closing(desks)}
    return tuple(KelompokTugas(k.value, k, closing.get(k, ""), found) for k, found in by_group.items() if found)


def _closing(desks: Desks) -> str:
    today = desks.sekarang.date()
    return f"sampai {format_waktu(desks.kalender.closing(today))}" if desks.kalender.is_workday(today) else ""


def _summary(desks: Desks, mine: tuple[Item, ...]) -> str:
    """Say "4 tugas menunggu Anda: 1 terlambat, 2 harus selesai hari ini."."""
    if not mine:
        return ""
    groups = [desks.tenggat(item).kelompok for item in mine]
    late, today = groups.count(Kelompok.TERLAMBAT), groups.count(Kelompok.HARI_INI)
    parts = [f"{late} terlambat"] if late else []
    parts += [f"{today} harus selesai hari ini"] if today else []
    tail = f": {', '.join(parts)}" if parts else ""
    return f"{len(mine)} tugas menunggu Anda{tail}."


def _last_report(desks: Desks, norma: Mapping[Langkah, Norma]) -> datetime:
    """When the last report of the quarter is due if the steps before it take their whole norm; not before now."""
    found = [desks.sekarang]
    for item in desks.quarter:
        if item.langkah in _BEFORE_REPORT and item.batas is not None:
            at = item.batas
            for langkah in _BEFORE_REPORT[_BEFORE_REPORT.index(item.langkah) + 1 :]:
                at = desks.kalender.due(norma[langkah], at) or at
            found.append(at)
    return max(found)


_BEFORE_REPORT = (Langkah.PERINTAH, Langkah.BAHAN, Langkah.LAPORAN)


def _report_ahead(unit: Unit, desks: Desks, mine: tuple[Item, ...]) -> str:
    """The quarter's report, and until when, while berkas are under way; empty where it is none of the next things.

    To whoever has that report among his tasks already it is no more to come.
    """
    quarter = desks.triwulan
    report = next((item.case for item in desks.quarter if item.jenis is Jenis.LAPORAN_TRIWULAN), None)
    begun = any(item.case is not None for item in desks.quarter)
    at_it = any(item.jenis is Jenis.LAPORAN_TRIWULAN and item.triwulan == quarter for item in mine)
    norma = (revisi_of(unit, report) if report else settings.revisi_sop(unit, quarter.last_day)).norma
    due = (report and report.batas) or desks.kalender.due(norma[Langkah.LAPORAN_TRIWULAN], _last_report(desks, norma))
    if at_it or not begun or due is None or (report and report.laporan_ke):
        return ""
    return f"{format_tanggal(due)} sampai {format_waktu(due)}, Kasubag Perencanaan menyusun Laporan {quarter.label}"


def _next_order(desks: Desks, opening: tuple[Triwulan, datetime]) -> str:
    triwulan, mulai = opening
    return f"{format_tanggal_waktu(mulai, sekarang=desks.sekarang.date())}, penugasan data {triwulan.label_tahun}"


def _next_data(opening: tuple[Triwulan, datetime]) -> str:
    triwulan, mulai = opening
    return f"{format_tanggal(mulai)}, data {triwulan.label}"
