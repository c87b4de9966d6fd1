"""Words of tasks: what a row asks for, who did what before, what the button says.

Only words; which tasks there are is ``inbox``. To add a step: its line in ``_TASKS``; an act: in ``_VERBS``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja_desktop.domain.workflow import Act, Action, Jenis, Keadaan, Langkah


@dataclass(frozen=True, slots=True)
class KataTugas:
    """Title of a task with ``{}`` for whose it is, the same after a return, and the button."""

    judul: str
    perbaikan: str
    tombol: str


_TASKS: Mapping[Langkah, KataTugas] = {
    Langkah.TUGAS: KataTugas("Tugaskan {}", "Tugaskan {}", "Buka Penugasan"),
    Langkah.PERINTAH: KataTugas("Teruskan disposisi {}", "Teruskan disposisi {}", "Buka Disposisi"),
    Langkah.BAHAN: KataTugas("Isi Lembar Kerja {}", "Perbaiki bahan {}", "Buka Lembar Kerja"),
    Langkah.LAPORAN: KataTugas("Susun laporan {}", "Perbaiki laporan {}", "Buka Laporan"),
    Langkah.PERIKSA: KataTugas("Periksa laporan {}", "Periksa laporan {}", "Periksa Laporan"),
    Langkah.SERAH: KataTugas("Serahkan laporan {}", "Serahkan laporan {}", "Buka Laporan"),
    Langkah.LAPORAN_TRIWULAN: KataTugas("Susun Laporan {}", "Susun kembali Laporan {}", "Buka Laporan Triwulan"),
    Langkah.LAPORAN_TAHUNAN: KataTugas("Susun Laporan {}", "Susun kembali Laporan {}", "Buka Laporan Tahunan"),
}

_VERBS: Mapping[Action, str] = {
    Action.ASSIGN: "menugaskan",
    Action.ORDER: "mengirim disposisi",
    Action.SUBMIT_BAHAN: "mengajukan bahan",
    Action.RETURN_BAHAN: "mengembalikan bahan",
    Action.SUBMIT: "mengajukan",
    Action.APPROVE: "menyetujui",
    Action.RETURN: "mengembalikan",
    Action.HAND_OVER: "menyerahkan",
    Action.START: "menyerahkan laporan seksi yang terakhir",
    Action.FORCE_START: "memulai tanpa semua seksi",
    Action.FIX: "menetapkan",
    Action.REOPEN: "membuka kembali",
    Action.WITHDRAW: "menarik",
}

_RETURNS = frozenset({Action.RETURN, Action.RETURN_BAHAN, Action.REOPEN})

LATE = {
    Langkah.PERINTAH: "disposisi terlambat",
    Langkah.BAHAN: "bahan terlambat",
    Langkah.LAPORAN: "laporan terlambat",
}
"""Flags of a row for steps before it that came after their limit."""

OF_JENIS = {
    Jenis.BERKAS: "Laporan Data Kinerja",
    Jenis.LAPORAN_TRIWULAN: "Laporan Triwulan",
    Jenis.LAPORAN_TAHUNAN: "Laporan Kinerja",
}
"""What a case becomes on paper."""


def task_title(keadaan: Keadaan, whose: str) -> str:
    """What the desk is asked for: "Periksa laporan Seksi Pelayanan"."""
    if keadaan.langkah is None:
        return f"Laporan {whose}"
    words = _TASKS[keadaan.langkah]
    return (words.perbaikan if is_repair(keadaan) else words.judul).format(whose)


def plain_title(langkah: Langkah, whose: str) -> str:
    """What a step asks for, however often it was returned: "Periksa laporan Seksi Pelayanan"."""
    return _TASKS[langkah].judul.format(whose)


def button(langkah: Langkah | None) -> str:
    """Caption of the primary act of a task."""
    return "Lihat Laporan" if langkah is None else _TASKS[langkah].tombol


def is_repair(keadaan: Keadaan) -> bool:
    """True where the desk has it because something was returned."""
    last = keadaan.terakhir
    return last is not None and last.action in _RETURNS


def sentence_of(act: Act, before: Keadaan, reader: str, when: str) -> str:
    """Who did what when: "Siti Misalnya, S.Sos. mengajukan kembali hari ini, 14.41"."""
    name = "Anda" if act.oleh == reader else act.nama
    again = " kembali" if _again(act, before) else ""
    return f"{name} {_VERBS[act.action]}{again} {when}"


def _again(act: Act, before: Keadaan) -> bool:
    repeated = {Action.SUBMIT: before.pengembalian, Action.SUBMIT_BAHAN: before.pengembalian_bahan}
    return repeated.get(act.action, 0) > 0
