"""Doing one act of the SOP: check, append to the history, write the projection, set the limit.

Every step of every case passes ``perform``; no other module appends acts. What stands in an act's
``isi`` is made by the caller through ``snapshots``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from kinerja_desktop.domain.errors import OtherSeksi, ReasonTooShort, StaleWrite, TextTooLong, WrongRole
from kinerja_desktop.domain.ids import new_id
from kinerja_desktop.domain.kalender import Kalender
from kinerja_desktop.domain.realisasi import MAKS_TEKS, MIN_ALASAN, panjang_alasan
from kinerja_desktop.domain.sop import RevisiSop
from kinerja_desktop.domain.workflow import (
    INITIAL,
    Act,
    Action,
    Jenis,
    Keadaan,
    Note,
    check,
    replay,
)
from kinerja_desktop.services.context import Actor, Context
from kinerja_desktop.services.snapshots import current_content
from kinerja_desktop.storage.records import Case, NewAct
from kinerja_desktop.storage.unit_of_work import Unit


def new_case(jenis: Jenis, tahun: int, triwulan: int | None, seksi: str | None, revisi: RevisiSop) -> Case:
    """A case without acts; it is stored by its first act."""
    return Case(
        id=new_id(),
        jenis=jenis,
        tahun=tahun,
        triwulan=triwulan,
        seksi=seksi,
        status=INITIAL[jenis],
        desk=None,
        langkah=None,
        sejak=None,
        versi=0,
        laporan_ke=0,
        pengembalian=0,
        pengembalian_bahan=0,
        batas=None,
        revisi_sop=revisi.tanda,
    )


def keadaan_of(unit: Unit, case: Case) -> Keadaan:
    """Replay of a case's acts."""
    return replay(case.jenis, unit.journal.acts(case.id))


def perform(
    unit: Unit,
    ctx: Context,
    case: Case,
    action: Action,
    *,
    seen: int,
    isi: Mapping[str, Any],
    alasan: str = "",
    kalender: Kalender,
    revisi: RevisiSop,
) -> Case:
    """Append ``action`` to ``case`` and return its new projection.

    ``seen`` is the number of acts that the caller's screen knew. ``alasan`` stands in the act under
    "alasan". Raises StaleWrite, WrongState, WrongRole, NotYours, OtherSeksi, ReasonTooShort, TextTooLong.
    """
    acts = unit.journal.acts(case.id)
    keadaan = replay(case.jenis, acts)
    if seen != keadaan.versi:
        raise StaleWrite("Berkas ini", seen, keadaan.versi)
    row = check(keadaan, action, ctx.actor.role, ctx.actor.id)
    now = ctx.now()
    _check_person(unit, ctx.actor, case, now)
    if row is not None:
        _check_reason(row.note, alasan)
    new = _new_act(ctx.actor, case, action, now, {**isi, "alasan": alasan})
    after = replay(case.jenis, (*acts, _numbered(new, len(acts) + 1)))
    done = project(case, after, kalender, revisi)
    unit.journal.append(_sealed(new, done))
    unit.cases.put(done)
    unit.figures.put(done.id, current_content(after))
    return done


def _numbered(new: NewAct, nomor: int) -> Act:
    """The act as it will stand in the history, to see where it leads before it is written."""
    return Act(nomor, new.action, new.oleh, new.nama, new.jabatan, new.role, new.pada, new.isi, new.revisi_sop)


def _sealed(new: NewAct, done: Case) -> NewAct:
    """The act with the limit that it set (calendars change later, what was promised does not) and whose it is."""
    batas = None if done.batas is None else done.batas.isoformat()
    return replace(new, isi={**new.isi, "batas": batas, "milik": list(_owner(done))})


def _owner(case: Case) -> tuple[int, int | None, str | None]:
    """Year, triwulan and seksi that a case is about."""
    return (case.tahun, case.triwulan, case.seksi)


def project(case: Case, keadaan: Keadaan, kalender: Kalender, revisi: RevisiSop) -> Case:
    """The row that lists read, from the replayed state; the limit follows the case's own SOP revision."""
    batas = None
    if keadaan.langkah is not None and keadaan.sejak is not None:
        batas = kalender.due(revisi.norma[keadaan.langkah], keadaan.sejak)
    return _row(case, keadaan, batas)


def rebuilt(case: Case, acts: Sequence[Act]) -> Case:
    """The row that a case's acts say it must have, for the check of integrity. Raises WrongState."""
    batas = acts[-1].isi["batas"]
    row = _row(case, replay(case.jenis, acts), datetime.fromisoformat(batas) if batas else None)
    tahun, triwulan, seksi = acts[0].isi["milik"]
    return replace(row, revisi_sop=acts[0].revisi_sop, tahun=tahun, triwulan=triwulan, seksi=seksi)


def _row(case: Case, keadaan: Keadaan, batas: datetime | None) -> Case:
    return replace(
        case,
        status=keadaan.status,
        desk=keadaan.desk,
        langkah=keadaan.langkah,
        sejak=keadaan.sejak,
        versi=keadaan.versi,
        laporan_ke=keadaan.laporan_ke,
        pengembalian=keadaan.pengembalian,
        pengembalian_bahan=keadaan.pengembalian_bahan,
        batas=batas,
        analis=_ordered(keadaan),
    )


def _ordered(keadaan: Keadaan) -> tuple[str, ...]:
    """The analysts named in step 2."""
    order = keadaan.last(Action.ORDER)
    return () if order is None else tuple(order.isi["analis"])


def _new_act(actor: Actor, case: Case, action: Action, now: datetime, isi: Mapping[str, Any]) -> NewAct:
    return NewAct(
        case_id=case.id,
        jenis=case.jenis,
        action=action,
        oleh=actor.id,
        nama=actor.nama,
        jabatan=actor.jabatan,
        role=actor.role,
        pada=now,
        isi=isi,
        revisi_sop=case.revisi_sop,
    )


def _check_person(unit: Unit, actor: Actor, case: Case, now: datetime) -> None:
    """Hold that the role is still this person's today, and that the seksi is his."""
    held = unit.people.holders(actor.role, now.date())
    if actor.id not in {p.id for p in held}:
        raise WrongRole(actor.role.value)
    if actor.role.of_seksi and case.seksi is not None and actor.seksi != case.seksi:
        raise OtherSeksi(case.seksi)


def _check_reason(note: Note, alasan: str) -> None:
    letters = len(alasan.strip())
    if note is Note.REQUIRED and panjang_alasan(alasan) < MIN_ALASAN:
        raise ReasonTooShort(panjang_alasan(alasan), MIN_ALASAN)
    if letters > MAKS_TEKS:
        raise TextTooLong("Alasan", letters, MAKS_TEKS)
