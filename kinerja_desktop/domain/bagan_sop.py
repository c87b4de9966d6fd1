"""The flow chart of the SOP: its symbols and arrows, from the rows of a revision and the table of acts.

Places are row and column only; millimetres belong to ``documents``. Returns of bahan from Kasubag to Analis are no
arrow: the SOP leaves them to the seksi. To add a kind of symbol: a member of ``Bentuk``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.sop import PELAKSANA, LangkahSop, RevisiSop
from kinerja_desktop.domain.workflow import TABLE, Action, Jenis, Langkah


class Bentuk(Enum):
    """Shape of a symbol: start or end, activity, decision."""

    UJUNG = "ujung"
    KEGIATAN = "kegiatan"
    KEPUTUSAN = "keputusan"


class KeadaanSimbol(Enum):
    """How far a step of one berkas is; UMUM on the SOP itself, which speaks of no berkas."""

    UMUM = "umum"
    BELUM = "belum"
    BERJALAN = "berjalan"
    TERLAMBAT = "terlambat"
    SELESAI = "selesai"


@dataclass(frozen=True, slots=True)
class Simbol:
    """One symbol in its row and executor's column (both from 0); ``keterangan`` stands below it."""

    langkah: Langkah
    baris: int
    kolom: int
    bentuk: Bentuk
    teks: str = ""
    keadaan: KeadaanSimbol = KeadaanSimbol.UMUM
    keterangan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Panah:
    """The way from one symbol to another; exits of a decision carry "Ya" or "Tidak"."""

    dari: Langkah
    ke: Langkah
    label: str = ""


@dataclass(frozen=True, slots=True)
class BaganSop:
    """Executors with their local jabatan, the printed rows, symbols and arrows."""

    kolom: tuple[tuple[str, str], ...]
    baris: tuple[LangkahSop, ...]
    simbol: tuple[Simbol, ...]
    panah: tuple[Panah, ...]


_LABELS = {Action.APPROVE: "Ya", Action.RETURN: "Tidak"}
_COLUMNS = tuple(PELAKSANA)
_LAST = Langkah.LAPORAN_TRIWULAN


def bagan(revisi: RevisiSop, jabatan: Mapping[Role, str]) -> BaganSop:
    """The chart of a revision; ``jabatan`` are the local titles that stand in brackets."""
    arrows = tuple(dict.fromkeys(_arrows()))
    steps = tuple(dict.fromkeys(langkah for arrow in arrows for langkah in (arrow.dari, arrow.ke)))
    return BaganSop(
        tuple((title, jabatan.get(role, "")) for role, title in PELAKSANA.items()),
        revisi.langkah,
        tuple(_symbol(langkah, revisi, arrows, first=steps[0]) for langkah in steps),
        arrows,
    )


def with_states(chart: BaganSop, states: Mapping[Langkah, tuple[KeadaanSimbol, tuple[str, ...]]]) -> BaganSop:
    """The chart of one berkas: each symbol with its state and the words below it."""
    told = (replace(s, keadaan=states[s.langkah][0], keterangan=states[s.langkah][1]) for s in chart.simbol)
    return replace(chart, simbol=tuple(told))


def _arrows() -> Iterable[Panah]:
    rows = [t for t in TABLE if t.jenis is Jenis.BERKAS and t.action is not Action.RETURN_BAHAN]
    running = {t.to: t.langkah for t in TABLE if t.jenis is Jenis.BERKAS}
    for row in rows:
        source = running.get(row.status, Langkah.TUGAS)
        if source is not None:
            yield Panah(source, row.langkah or _LAST, _LABELS.get(row.action, ""))


def _symbol(langkah: Langkah, revisi: RevisiSop, arrows: Iterable[Panah], *, first: Langkah) -> Simbol:
    row = int(langkah.value[0]) - 1
    own = str(row + 1) == langkah.value
    role = revisi.langkah[row].pelaksana if own else _desk(langkah)
    exits = sum(arrow.dari is langkah for arrow in arrows)
    shape, words = Bentuk.KEGIATAN, ""
    if langkah is first or not exits:
        shape, words = Bentuk.UJUNG, "Mulai" if exits else "Selesai"
    elif exits > 1:
        shape, words = Bentuk.KEPUTUSAN, "Setuju?"
    return Simbol(langkah, row, _COLUMNS.index(role), shape, words)


def _desk(langkah: Langkah) -> Role:
    return next(t.desk for t in TABLE if t.langkah is langkah and t.desk is not None)
