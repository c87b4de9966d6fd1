"""How states, limits, acts and kategori look: tone, symbol and word together, as chips.

Data instead of branches: one more state is one more line in its table (tests hold the tables complete).
"""

from collections.abc import Mapping

from kinerja_desktop.domain.aturan import Aturan
from kinerja_desktop.domain.tenggat import (
    JenisTenggat,
    Kelompok,
    Tenggat,
    kata_tenggat,
    keterangan_tenggat,
)
from kinerja_desktop.domain.workflow import Action, Status
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.chips import ChipSpec

Look = tuple[Tone, Icon, Shape]

_STATUS: Mapping[Status, Look] = {
    Status.NEW: (Tone.NETRAL, Icon.KOSONG, Shape.BOLD),
    Status.ASSIGNED: (Tone.BERJALAN, Icon.PENUGASAN, Shape.FILL),
    Status.ORDERED: (Tone.BERJALAN, Icon.LEMBAR_KERJA, Shape.FILL),
    Status.BAHAN_SUBMITTED: (Tone.BERJALAN, Icon.LAPORAN_SEKSI, Shape.FILL),
    Status.BAHAN_RETURNED: (Tone.KEMBALI, Icon.KEMBALIKAN, Shape.BOLD),
    Status.SUBMITTED: (Tone.BERJALAN, Icon.PEMERIKSAAN, Shape.FILL),
    Status.RETURNED: (Tone.KEMBALI, Icon.KEMBALIKAN, Shape.BOLD),
    Status.APPROVED: (Tone.SELESAI, Icon.DISETUJUI, Shape.FILL),
    Status.HANDED_OVER: (Tone.SELESAI, Icon.DISETUJUI, Shape.FILL),
    Status.WAITING: (Tone.NETRAL, Icon.WAKTU, Shape.BOLD),
    Status.OPEN: (Tone.BERJALAN, Icon.LAPORAN_TRIWULAN, Shape.FILL),
    Status.FIXED: (Tone.SELESAI, Icon.DISETUJUI, Shape.FILL),
}
_AGAIN: Look = (Tone.KEMBALI, Icon.MUAT_ULANG, Shape.BOLD)

_LIMIT: Mapping[Kelompok, Look] = {
    Kelompok.TERLAMBAT: (Tone.SALAH, Icon.WAKTU, Shape.FILL),
    Kelompok.HARI_INI: (Tone.PERHATIAN, Icon.WAKTU, Shape.BOLD),
    Kelompok.BERIKUTNYA: (Tone.NETRAL, Icon.NANTI, Shape.BOLD),
    Kelompok.TANPA_BATAS: (Tone.NETRAL, Icon.KURANG, Shape.BOLD),
}

_ACT: Mapping[Action, Look] = {
    Action.ASSIGN: (Tone.BERJALAN, Icon.PENUGASAN, Shape.REGULAR),
    Action.ORDER: (Tone.BERJALAN, Icon.DISPOSISI, Shape.REGULAR),
    Action.SUBMIT_BAHAN: (Tone.BERJALAN, Icon.LEMBAR_KERJA, Shape.REGULAR),
    Action.RETURN_BAHAN: (Tone.KEMBALI, Icon.KEMBALIKAN, Shape.BOLD),
    Action.SUBMIT: (Tone.BERJALAN, Icon.AJUKAN, Shape.REGULAR),
    Action.APPROVE: (Tone.SELESAI, Icon.DISETUJUI, Shape.FILL),
    Action.RETURN: (Tone.KEMBALI, Icon.KEMBALIKAN, Shape.BOLD),
    Action.HAND_OVER: (Tone.SELESAI, Icon.LAPORAN_TRIWULAN, Shape.REGULAR),
    Action.START: (Tone.BERJALAN, Icon.LAPORAN_TRIWULAN, Shape.REGULAR),
    Action.FORCE_START: (Tone.PERHATIAN, Icon.LAPORAN_TRIWULAN, Shape.REGULAR),
    Action.FIX: (Tone.SELESAI, Icon.DISETUJUI, Shape.FILL),
    Action.REOPEN: (Tone.KEMBALI, Icon.URUNGKAN, Shape.BOLD),
    Action.WITHDRAW: (Tone.NETRAL, Icon.URUNGKAN, Shape.REGULAR),
}
_ACT_AGAIN = "Kembali (ke-"
"""In the title of an act that hands something in once more."""

_BEST: Look = (Tone.SELESAI, Icon.SANGAT_TINGGI, Shape.BOLD)
_GOOD: Look = (Tone.SELESAI, Icon.TINGGI, Shape.BOLD)
_FAIR: Look = (Tone.PERHATIAN, Icon.KURANG, Shape.BOLD)
_POOR: Look = (Tone.SALAH, Icon.BUKA_KE_BAWAH, Shape.BOLD)
_WORST: Look = (Tone.SALAH, Icon.SANGAT_RENDAH, Shape.BOLD)


def status_chip(status: Status, label: str) -> ChipSpec:
    """A state with its word; a report handed in once more is told from a first one."""
    tone, icon, shape = _AGAIN if status is Status.SUBMITTED and label != status.value else _STATUS[status]
    return ChipSpec(tone, icon, label, shape)


def limit_chip(tenggat: Tenggat) -> ChipSpec:
    """First line of a limit, as rows show it."""
    tone, icon, shape = _LIMIT[tenggat.kelompok]
    return ChipSpec(tone, icon, kata_tenggat(tenggat), shape)


def head_chip(tenggat: Tenggat, *, brief: bool = False) -> ChipSpec | None:
    """A limit at the top of a work screen, with the minutes left of its last hour; nothing without a limit.

    ``brief``: without the minutes, which the tooltip tells.
    """
    if tenggat.jenis is JenisTenggat.TANPA_BATAS:
        return None
    chip = limit_chip(tenggat)
    left = keterangan_tenggat(tenggat) if tenggat.kelompok is Kelompok.HARI_INI and not brief else ""
    return ChipSpec(chip.tone, chip.icon, " · ".join(filter(None, (chip.text, left))), chip.shape)


def group_tone(kelompok: Kelompok | None) -> Tone:
    """Colour of the heading of a group of tasks; what lies later is grey."""
    return _LIMIT[kelompok][0] if kelompok is not None else Tone.NETRAL


def act_look(action: Action, judul: str) -> Look:
    """Symbol of an act in the history."""
    return _AGAIN if _ACT_AGAIN in judul else _ACT[action]


def kategori_place(kategori: str, aturan: Aturan) -> int:
    """Place of a kategori on the office's scale, 0 the best; -1 for a word that is not on it."""
    words = [pita.kategori for pita in aturan.skala.pita]
    return words.index(kategori) if kategori in words else -1


def kategori_look(kategori: str, aturan: Aturan) -> Look | None:
    """Symbol of a kategori by its place on the office's scale; None for a word that is not on it."""
    at, last = kategori_place(kategori, aturan), len(aturan.skala.pita) - 1
    if at < 0:
        return None
    if at in (0, last):
        return _WORST if at else _BEST
    middle = last / 2
    return _GOOD if at < middle else _FAIR if at == middle else _POOR
