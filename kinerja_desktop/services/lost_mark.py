"""The mark beside the database was gone, or an older one stood in its place: recorded once, told until looked into.

Nobody is stopped by it: the history itself is whole as far as it goes, only its end cannot be vouched for (``storage.
high_water``). The Admin, who can ask and compare, is told over every page; what he found out becomes history too, and
from there on only the check names it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kinerja_desktop.domain.errors import ReasonTooShort
from kinerja_desktop.domain.realisasi import MIN_ALASAN, panjang_alasan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.tanggal import format_tanggal, format_waktu
from kinerja_desktop.services import trail
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Context, Office, permits
from kinerja_desktop.storage.high_water import NAME
from kinerja_desktop.storage.unit_of_work import Unit

_FOUND_OUT = "hasil"


@dataclass(frozen=True, slots=True)
class TandaHilang:
    """The history reached ``urut`` when the mark was missed; ``hasil`` is what an Admin found out, by whom and when."""

    urut: int
    pada: datetime
    hasil: str = ""

    @property
    def kalimat(self) -> str:
        """What happened, what it means, and what to do; or what came of it."""
        told = (
            f"Berkas {NAME} di folder data tidak ada atau tertinggal saat kantor dibuka pada "
            f"{format_tanggal(self.pada)}, {format_waktu(self.pada)}. Ia mengingat sampai mana riwayat berjalan, "
            f"sehingga tidak dapat dipastikan bahwa catatan sesudah nomor {self.urut} tidak dibuang."
        )
        if self.hasil:
            return f"{told} {self.hasil}"
        return f"{told} Tanyakan siapa yang memindahkan atau menghapusnya, lalu bandingkan dengan cadangan di USB."


def note(office: Office) -> None:
    """Record once that the mark beside the database was gone when the office was opened; from there on it has one."""
    store = office.store
    if not store.mark_lost or store.stopped is not None:
        return
    with store.unit() as unit:
        isi = {"urut": unit.journal.head().seq}
        trail.record(unit, trail.PROGRAM, office.clock.now(), trail.Kind.MARK, "", isi=isi)
        store.begin_mark_anew()
        unit.commit()


def told(office: Office) -> tuple[TandaHilang, ...]:
    """Each time that it was missed, in order; the last one also where it could not be recorded."""
    with office.store.read() as unit:
        lost = tuple(_lost(unit))
        if office.store.mark_lost:
            lost = (*lost, TandaHilang(unit.journal.head().seq, office.clock.now()))
    return lost


def waiting(unit: Unit, ctx: Context) -> TandaHilang | None:
    """What the actor has to look into; None for whoever cannot."""
    if ctx.actor.role is not Role.ADMIN:
        return None
    return next((one for one in _lost(unit) if not one.hasil), None)


@permits(Role.ADMIN)
def found_out(ctx: Context, hasil: str) -> Changes:
    """Keep in the history what was found out about a mark that was gone. Raises ReasonTooShort."""
    if panjang_alasan(hasil) < MIN_ALASAN:
        raise ReasonTooShort(panjang_alasan(hasil), MIN_ALASAN)
    with ctx.office.store.unit() as unit:
        trail.record(unit, ctx.actor, ctx.now(), trail.Kind.MARK, "", isi={_FOUND_OUT: hasil.strip()})
        unit.commit()
    return frozenset({Change.SETTINGS})


def _lost(unit: Unit) -> Iterator[TandaHilang]:
    rows = unit.journal.records(trail.Kind.MARK.value, "")
    for at, row in enumerate(rows):
        if _FOUND_OUT in row.isi:
            continue
        after = next((one for one in rows[at:] if _FOUND_OUT in one.isi), None)
        found = ""
        if after is not None:
            day = f"{format_tanggal(after.pada)}, {format_waktu(after.pada)}"
            found = f"Ditelusuri {after.nama}, {day}: {after.isi[_FOUND_OUT]}"
        yield TandaHilang(row.isi["urut"], row.pada, found)
