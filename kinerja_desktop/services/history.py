"""The acts of a case told in words: "Diajukan Kembali (ke-2)", who, when, why.

Only telling: nothing is written. To add an act: its words in ``WORDS`` (a test holds the list complete).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from kinerja_desktop.domain.errors import OtherSeksi
from kinerja_desktop.domain.kalender import Kalender
from kinerja_desktop.domain.ketepatan import times
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.sop import RevisiSop
from kinerja_desktop.domain.tanggal import format_baris
from kinerja_desktop.domain.tenggat import format_lama
from kinerja_desktop.domain.workflow import Act, Action, Jenis, Keadaan, replay
from kinerja_desktop.services.calendar_table import kalender as office_kalender
from kinerja_desktop.services.cases import opening_of, revisi_of, seksi_named, triwulan_of
from kinerja_desktop.services.context import ALL_ROLES, Actor, Context, permits
from kinerja_desktop.services.snapshots import return_of
from kinerja_desktop.storage.records import Case
from kinerja_desktop.storage.unit_of_work import Unit


@dataclass(frozen=True, slots=True)
class Kejadian:
    """One act in words. ``oleh`` is "Siti Misalnya, S.Sos., Kasi Pelayanan" or "Anda, sebagai Kabid".

    ``teks`` is the reason or note in full, ``waktu_teks`` "hari ini 14.41", with a word where the PC's clock had been
    set back: the order is that of the numbers. ``ditarik``: taken back
    later. ``terlambat`` tells office time used where the act came after its limit ("1 jam 20 menit").
    """

    nomor: int
    action: Action
    judul: str
    oleh: str
    role: Role
    pada: datetime
    waktu_teks: str
    teks: str = ""
    catatan: tuple[tuple[str | None, str], ...] = ()
    ditarik: bool = False
    terlambat: str | None = None


@permits(*ALL_ROLES)
def told(ctx: Context, case_id: str) -> tuple[Kejadian, ...]:
    """All acts of a case, newest first. Raises NotFound, OtherSeksi."""
    with ctx.office.store.read() as unit:
        case = unit.cases.get(case_id)
        if ctx.actor.role.of_seksi and case.seksi not in (None, ctx.actor.seksi):
            raise OtherSeksi(seksi_named(unit, case.seksi or "").nama)
        return tell(unit, ctx, case, unit.journal.acts(case.id), office_kalender(unit))


@permits(*ALL_ROLES)
def clock_went_back(ctx: Context) -> datetime | None:
    """The moment of the newest record where it lies after now, else None; asked about once, never refused."""
    with ctx.office.store.read() as unit:
        last = unit.journal.last_time()
        return last if last is not None and last > ctx.now() else None


# --- telling -----------------------------------------------------------------------------------


def tell(unit: Unit, ctx: Context, case: Case, acts: tuple[Act, ...], kalender: Kalender) -> tuple[Kejadian, ...]:
    """All acts in words, newest first."""
    late = _late(unit, case, acts, kalender, revisi_of(unit, case))
    withdrawn = _withdrawn(acts)
    sekarang = kalender.local(ctx.now())
    rows = []
    for n, act in enumerate(acts):
        before = replay(case.jenis, acts[:n])
        rows.append(
            Kejadian(
                nomor=act.nomor,
                action=act.action,
                judul=title(act, before),
                oleh=who(act, ctx.actor),
                role=act.role,
                pada=act.pada,
                waktu_teks=spoken(act.pada, sekarang, kalender) + _doubt(act, acts[:n]),
                teks="\n".join(filter(None, (act.isi.get("alasan", ""), exception(act)))),
                catatan=_notes(act),
                ditarik=act.nomor in withdrawn,
                terlambat=late.get(act.nomor),
            )
        )
    return tuple(reversed(rows))


def _doubt(act: Act, before: tuple[Act, ...]) -> str:
    """An act that says it was done before an earlier one was dated by a clock that had been set back."""
    return " (jam komputer mundur)" if any(act.pada < earlier.pada for earlier in before) else ""


def moment(pada: datetime, sekarang: datetime, kalender: Kalender) -> str:
    """A moment for a row: "hari ini, 14.41"."""
    return format_baris(kalender.local(pada), sekarang=sekarang)


def spoken(pada: datetime, sekarang: datetime, kalender: Kalender) -> str:
    """A moment inside a sentence: "hari ini 14.41"."""
    return moment(pada, sekarang, kalender).replace(",", "")


def who(act: Act, actor: Actor) -> str:
    """Name and jabatan, or "Anda, sebagai Kabid" for the reader himself."""
    if act.oleh == actor.id:
        return f"Anda, sebagai {act.role.label}"
    return f"{act.nama}, {act.jabatan}" if act.jabatan else act.nama


def exception(act: Act) -> str:
    """That somebody approved his own report because nobody else could, with his reason; empty for other acts."""
    why = act.isi.get("pengecualian", "")
    return f"Laporan sendiri disetujui dengan pengecualian: {why.rstrip('.')}." if why else ""


def title(act: Act, before: Keadaan) -> str:
    """What the act did, in the words of the screens; ``before`` is the state that it met."""
    return _JUDUL[act.action](act, before)


def _again(first: str, again: str, times_before: int) -> str:
    return f"{again} (ke-{times_before})" if times_before else first


def _withdrawing(_act: Act, before: Keadaan) -> str:
    last = before.terakhir
    return "Ditarik" if last is None else f"Ditarik: {WORDS[last.action]}"


WORDS: Mapping[Action, str] = {
    Action.ASSIGN: "Ditugaskan",
    Action.ORDER: "Diperintahkan kepada Analis",
    Action.SUBMIT_BAHAN: "Bahan Diajukan",
    Action.RETURN_BAHAN: "Bahan Dikembalikan",
    Action.SUBMIT: "Diajukan",
    Action.APPROVE: "Disetujui",
    Action.RETURN: "Dikembalikan untuk Diperbaiki",
    Action.HAND_OVER: "Diserahkan ke Kasubag Perencanaan",
    Action.START: "Semua Laporan Seksi Diterima",
    Action.FORCE_START: "Disusun Tanpa Semua Seksi",
    Action.FIX: "Ditetapkan",
    Action.REOPEN: "Dibuka Kembali",
    Action.WITHDRAW: "Ditarik",
}


def _plain(act: Act, _before: Keadaan) -> str:
    return WORDS[act.action]


_JUDUL: Mapping[Action, Callable[[Act, Keadaan], str]] = {
    **dict.fromkeys(Action, _plain),
    Action.SUBMIT: lambda _, before: _again("Diajukan", "Diajukan Kembali", before.pengembalian),
    Action.SUBMIT_BAHAN: lambda _, before: _again(
        "Bahan Diajukan", "Bahan Diajukan Kembali", before.pengembalian_bahan
    ),
    Action.WITHDRAW: _withdrawing,
}


def _notes(act: Act) -> tuple[tuple[str | None, str], ...]:
    found = return_of(act)
    return () if found is None else tuple((c.kode, c.teks) for c in found.catatan)


def _withdrawn(acts: Iterable[Act]) -> frozenset[int]:
    """Numbers of the acts that a later one took out of force."""
    trail: list[int] = []
    gone = set()
    for act in acts:
        if act.action is Action.WITHDRAW:
            gone.add(trail.pop())
        else:
            trail.append(act.nomor)
    return frozenset(gone)


def _late(unit: Unit, case: Case, acts: tuple[Act, ...], kalender: Kalender, revisi: RevisiSop) -> Mapping[int, str]:
    """Office time used by the acts in force that came after their limit, by number."""
    keadaan = replay(case.jenis, acts)
    if not keadaan.berlaku:
        return {}
    measured = times(keadaan, revisi.norma, kalender, keadaan.berlaku[-1].pada, ordered_on(unit, case, kalender))
    ended = ((w.lintasan.nomor, w) for w in measured)
    return {nomor: format_lama(w.menit) for nomor, w in ended if nomor is not None and w.terlambat}


def ordered_on(unit: Unit, case: Case, kalender: Kalender) -> datetime | None:
    """When step 1 of a berkas began; None for reports of the office."""
    return opening_of(unit, kalender, triwulan_of(case)) if case.jenis is Jenis.BERKAS else None
