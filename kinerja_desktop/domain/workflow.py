"""The SOP as ONE table: which act is open in which status, for whom, and whose desk comes next.

Buttons, inbox, command line, papers and tests read ``TABLE``; nothing else compares a status. A case
(berkas, Laporan Triwulan, LKjIP) is a list of acts; ``replay`` turns it into a ``Keadaan``. To add an
act: a member of ``Action``, its rows in ``TABLE``, its sentence where acts are told.

Source: SOP "Pengumpulan Data Kinerja" of Kecamatan Kelara, steps 1 to 6.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from typing import Any

from kinerja_desktop.domain.errors import NotYours, WrongRole, WrongState
from kinerja_desktop.domain.roles import Role


class Jenis(Enum):
    """Kind of list of acts."""

    BERKAS = "berkas"
    LAPORAN_TRIWULAN = "laporan_triwulan"
    LAPORAN_TAHUNAN = "laporan_tahunan"


class Status(Enum):
    """Where a case stands; the value is its word on screens and papers."""

    NEW = "Belum Ditugaskan"
    ASSIGNED = "Menunggu Disposisi"
    ORDERED = "Bahan Dikumpulkan"
    BAHAN_SUBMITTED = "Bahan Diterima"
    BAHAN_RETURNED = "Bahan Perlu Perbaikan"
    SUBMITTED = "Menunggu Pemeriksaan"
    RETURNED = "Perlu Perbaikan"
    APPROVED = "Disetujui"
    HANDED_OVER = "Diserahkan"
    WAITING = "Menunggu Laporan Seksi"
    OPEN = "Disusun"
    FIXED = "Ditetapkan"


class Action(Enum):
    """What somebody does; the value stands in the history, ``label`` on buttons."""

    ASSIGN = "menugaskan"
    ORDER = "memerintahkan"
    SUBMIT_BAHAN = "menyerahkan_bahan"
    RETURN_BAHAN = "mengembalikan_bahan"
    SUBMIT = "mengajukan"
    APPROVE = "menyetujui"
    RETURN = "mengembalikan"
    HAND_OVER = "menyerahkan"
    START = "memulai"
    FORCE_START = "menyusun_tanpa_semua"
    FIX = "menetapkan"
    REOPEN = "membuka_kembali"
    WITHDRAW = "menarik"

    @property
    def label(self) -> str:
        """Caption of the button that does it."""
        return _LABELS[self]


_LABELS = {
    Action.ASSIGN: "Disposisikan",
    Action.ORDER: "Disposisikan",
    Action.SUBMIT_BAHAN: "Ajukan Bahan",
    Action.RETURN_BAHAN: "Kembalikan Bahan",
    Action.SUBMIT: "Ajukan Laporan",
    Action.APPROVE: "Setujui",
    Action.RETURN: "Kembalikan untuk Diperbaiki",
    Action.HAND_OVER: "Serahkan ke Kasubag Perencanaan",
    Action.START: "Mulai",
    Action.FORCE_START: "Susun Tanpa Semua Seksi",
    Action.FIX: "Tetapkan",
    Action.REOPEN: "Buka Kembali",
    Action.WITHDRAW: "Tarik",
}


_FINAL = frozenset({Action.FIX})
"""Acts that are undone by an act of their own with a reason, never by withdrawing."""
_REPORTS = frozenset({Action.SUBMIT, Action.FIX})
"""Acts that hand in or fix one more version of a report."""
DECISIONS = frozenset({Action.APPROVE, Action.RETURN})
"""Acts that may be taken back only until their receiver opened them."""


class Langkah(Enum):
    """A step whose time runs on somebody's desk; the SOP's norm for it stands in ``sop``."""

    TUGAS = "1"
    PERINTAH = "2"
    BAHAN = "3"
    LAPORAN = "4"
    PERIKSA = "5"
    SERAH = "5b"
    LAPORAN_TRIWULAN = "6"
    LAPORAN_TAHUNAN = "6b"


class Note(Enum):
    """Whether an act takes words: none, if wanted, or not without (a reason of 15 letters or more)."""

    NONE = 0
    OPTIONAL = 1
    REQUIRED = 2


@dataclass(frozen=True, slots=True)
class Transition:
    """One row: in ``status`` a ``role`` may do ``action``; then ``to``, on ``desk``, ``langkah`` runs."""

    jenis: Jenis
    status: Status
    action: Action
    role: Role
    to: Status
    desk: Role | None
    langkah: Langkah | None
    note: Note = Note.NONE


def _rows() -> Iterable[Transition]:
    berkas, quarter, year = Jenis.BERKAS, Jenis.LAPORAN_TRIWULAN, Jenis.LAPORAN_TAHUNAN
    s, a, r, step = Status, Action, Role, Langkah
    need, may = Note.REQUIRED, Note.OPTIONAL
    planner = r.KASUBAG_PERENCANAAN
    yield Transition(berkas, s.NEW, a.ASSIGN, r.KABID, s.ASSIGNED, r.KASUBAG, step.PERINTAH, may)
    yield Transition(berkas, s.ASSIGNED, a.ORDER, r.KASUBAG, s.ORDERED, r.ANALIS, step.BAHAN, may)
    yield Transition(berkas, s.ORDERED, a.SUBMIT_BAHAN, r.ANALIS, s.BAHAN_SUBMITTED, r.KASUBAG, step.LAPORAN, may)
    yield Transition(
        berkas, s.BAHAN_RETURNED, a.SUBMIT_BAHAN, r.ANALIS, s.BAHAN_SUBMITTED, r.KASUBAG, step.LAPORAN, may
    )
    yield Transition(berkas, s.BAHAN_SUBMITTED, a.RETURN_BAHAN, r.KASUBAG, s.BAHAN_RETURNED, r.ANALIS, step.BAHAN, need)
    yield Transition(berkas, s.RETURNED, a.RETURN_BAHAN, r.KASUBAG, s.BAHAN_RETURNED, r.ANALIS, step.BAHAN, need)
    yield Transition(berkas, s.BAHAN_SUBMITTED, a.SUBMIT, r.KASUBAG, s.SUBMITTED, r.KABID, step.PERIKSA, may)
    yield Transition(berkas, s.RETURNED, a.SUBMIT, r.KASUBAG, s.SUBMITTED, r.KABID, step.PERIKSA, may)
    yield Transition(berkas, s.SUBMITTED, a.RETURN, r.KABID, s.RETURNED, r.KASUBAG, step.LAPORAN, need)
    yield Transition(berkas, s.SUBMITTED, a.APPROVE, r.KABID, s.APPROVED, r.KASUBAG, step.SERAH, may)
    yield Transition(berkas, s.APPROVED, a.HAND_OVER, r.KASUBAG, s.HANDED_OVER, None, None, may)
    for jenis, langkah in ((quarter, step.LAPORAN_TRIWULAN), (year, step.LAPORAN_TAHUNAN)):
        starter = r.KASUBAG if jenis is quarter else planner
        yield Transition(jenis, s.WAITING, a.START, starter, s.OPEN, planner, langkah)
        yield Transition(jenis, s.WAITING, a.FORCE_START, planner, s.OPEN, planner, langkah, need)
        yield Transition(jenis, s.OPEN, a.FIX, planner, s.FIXED, None, None)
        yield Transition(jenis, s.FIXED, a.REOPEN, planner, s.OPEN, planner, langkah, need)


TABLE: tuple[Transition, ...] = tuple(_rows())
_BY_KEY = {(t.jenis, t.status, t.action): t for t in TABLE}

INITIAL = {
    Jenis.BERKAS: Status.NEW,
    Jenis.LAPORAN_TRIWULAN: Status.WAITING,
    Jenis.LAPORAN_TAHUNAN: Status.WAITING,
}

ON_DESK = frozenset(t.to for t in TABLE if t.desk is not None)
"""Statuses in which a case lies on somebody's desk: what a list of open work reads."""
DECIDED = frozenset(t.to for t in TABLE if t.action is Action.APPROVE or t.desk is None)
"""Statuses in which the content is settled: approved, handed over, fixed."""
DELIVERED = frozenset(t.to for t in TABLE if t.action is Action.HAND_OVER)
"""Statuses in which a berkas counts for step 6."""


@dataclass(frozen=True, slots=True)
class Act:
    """One entry of a case's history. ``oleh`` is the pegawai's id; name and jabatan as on that day.

    ``isi`` is the act's whole new content as plain JSON values (see ``services.snapshots``).
    """

    nomor: int
    action: Action
    oleh: str
    nama: str
    jabatan: str
    role: Role
    pada: datetime
    isi: Mapping[str, Any] = field(default_factory=dict)
    revisi_sop: str = ""
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Keadaan:
    """Result of a replay.

    ``versi`` counts all acts (the number that a write names as seen); ``laporan_ke`` counts reports
    handed in, also those taken back, so that no two contents ever bear one number; ``pengembalian`` counts
    returns by the checker, ``pengembalian_bahan`` those by the Kasubag.
    ``sejak`` is when the case came to ``desk``; ``berlaku`` are the acts in force, without withdrawn ones.
    """

    jenis: Jenis
    status: Status
    desk: Role | None = None
    langkah: Langkah | None = None
    sejak: datetime | None = None
    versi: int = 0
    laporan_ke: int = 0
    pengembalian: int = 0
    pengembalian_bahan: int = 0
    berlaku: tuple[Act, ...] = ()

    @property
    def label(self) -> str:
        """Word for the state, telling a report handed in again from a first one."""
        if self.status is Status.SUBMITTED and self.pengembalian:
            return f"Diajukan Kembali (ke-{self.pengembalian})"
        return self.status.value

    @property
    def terakhir(self) -> Act | None:
        """The act that made the present state."""
        return self.berlaku[-1] if self.berlaku else None

    def last(self, *actions: Action) -> Act | None:
        """The newest act in force of one of these kinds."""
        return next((a for a in reversed(self.berlaku) if a.action in actions), None)


def replay(jenis: Jenis, acts: Iterable[Act]) -> Keadaan:
    """Work out the state from the whole history.

    A withdrawal takes the newest act out of force, so status, desk and clock are again what they were
    before it. Raises WrongState where the history does not follow the table.
    """
    trail = [_initial(jenis)]
    number = reports = 0
    for act in acts:
        number += 1
        reports += act.action in _REPORTS
        if act.action is Action.WITHDRAW:
            if len(trail) == 1:
                raise WrongState(act.action.value, trail[-1].status.value)
            trail.pop()
        else:
            trail.append(_after(trail[-1], act))
    return replace(trail[-1], versi=number, laporan_ke=reports)


def _initial(jenis: Jenis) -> Keadaan:
    desk = {Jenis.BERKAS: Role.KABID}.get(jenis)
    langkah = {Jenis.BERKAS: Langkah.TUGAS}.get(jenis)
    return Keadaan(jenis, INITIAL[jenis], desk, langkah)


def _after(before: Keadaan, act: Act) -> Keadaan:
    row = transition(before, act.action)
    return replace(
        before,
        status=row.to,
        desk=row.desk,
        langkah=row.langkah,
        sejak=act.pada,
        pengembalian=before.pengembalian + (act.action is Action.RETURN),
        pengembalian_bahan=before.pengembalian_bahan + (act.action is Action.RETURN_BAHAN),
        berlaku=(*before.berlaku, act),
    )


def transition(keadaan: Keadaan, action: Action) -> Transition:
    """The row that ``action`` follows now. Raises WrongState where there is none."""
    row = _BY_KEY.get((keadaan.jenis, keadaan.status, action))
    if row is None:
        raise WrongState(action.value, keadaan.label)
    return row


def allowed(keadaan: Keadaan, role: Role) -> tuple[Transition, ...]:
    """Rows that this role may follow now (withdrawing apart: see ``may_withdraw``)."""
    return tuple(t for t in TABLE if (t.jenis, t.status, t.role) == (keadaan.jenis, keadaan.status, role))


def check(keadaan: Keadaan, action: Action, role: Role, oleh: str) -> Transition | None:
    """Refuse an act that is not open: WrongState, WrongRole, or NotYours for a withdrawal.

    Returns the row, or None for a withdrawal.
    """
    if action is Action.WITHDRAW:
        _check_withdraw(keadaan, role, oleh)
        return None
    row = transition(keadaan, action)
    if row.role is not role:
        raise WrongRole(role.value, (row.role.value,))
    return row


def _check_withdraw(keadaan: Keadaan, role: Role, oleh: str) -> None:
    last = keadaan.terakhir
    if last is None or last.action in _FINAL:
        raise WrongState(Action.WITHDRAW.value, keadaan.label)
    if not _gave(last, role, oleh):
        raise NotYours(last.nama)


def _gave(act: Act, role: Role, oleh: str) -> bool:
    """START follows from hand-overs, so whoever takes one back in that role takes START back with it."""
    return act.role is role and (act.oleh == oleh or act.action is Action.START)


def may_withdraw(keadaan: Keadaan, role: Role, oleh: str) -> bool:
    """True while this person may take back the newest act: nobody acted upon it yet."""
    last = keadaan.terakhir
    return last is not None and last.action not in _FINAL and _gave(last, role, oleh)


@dataclass(frozen=True, slots=True)
class Lintasan:
    """One passage of a case over a desk: step, when it came and left, and by which act (``nomor`` is the act's)."""

    langkah: Langkah
    role: Role
    mulai: datetime | None
    selesai: datetime | None
    oleh: str | None
    action: Action | None
    nomor: int | None = None


def passages(keadaan: Keadaan) -> tuple[Lintasan, ...]:
    """Every passage in force, the present one last with ``selesai`` None (for times against norms)."""
    state = _initial(keadaan.jenis)
    out = []
    for act in keadaan.berlaku:
        if state.langkah is not None and state.desk is not None:
            out.append(Lintasan(state.langkah, state.desk, state.sejak, act.pada, act.nama, act.action, act.nomor))
        state = _after(state, act)
    if state.langkah is not None and state.desk is not None:
        out.append(Lintasan(state.langkah, state.desk, state.sejak, None, None, None))
    return tuple(out)
