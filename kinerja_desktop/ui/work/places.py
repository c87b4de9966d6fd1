"""On which tab a step of the SOP is done. One more step: a line in `_PLACE`; keys are those of `role_tabs`."""

from collections.abc import Mapping

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Langkah
from kinerja_desktop.services.inbox import KotakTugas, Lingkup
from kinerja_desktop.ui.role_tabs import OF_ROLE

KOTAK_TUGAS, PENUGASAN, PEMERIKSAAN = "kotak_tugas", "penugasan", "pemeriksaan"
_COUNTED = (KOTAK_TUGAS, PENUGASAN, PEMERIKSAAN)
REPORTS = ("laporan_triwulan", "laporan_tahunan")
"""Tabs that are opened by the words of their period, not by the id of a case."""
HALAMAN = ":halaman"
"""After the id of a case: asks the tab to open the pages of the report."""

_PLACE: Mapping[Langkah, str] = {
    Langkah.TUGAS: PENUGASAN,
    Langkah.PERINTAH: "disposisi",
    Langkah.BAHAN: "lembar_kerja",
    Langkah.LAPORAN: "laporan_seksi",
    Langkah.PERIKSA: PEMERIKSAAN,
    Langkah.SERAH: "laporan_seksi",
    Langkah.LAPORAN_TRIWULAN: "laporan_triwulan",
    Langkah.LAPORAN_TAHUNAN: "laporan_tahunan",
}


def place_of(langkah: Langkah | None, role: Role) -> str:
    """Key of the tab where this role does that step; empty where it has none."""
    key = _PLACE[langkah] if langkah is not None else ""
    return key if has_tab(role, key) else ""


_LOOK: Mapping[Role, str] = {
    Role.KABID: PEMERIKSAAN,
    Role.KASUBAG: "laporan_seksi",
    Role.ANALIS: "lembar_kerja",
}


def look_at(role: Role, *, reported: bool) -> str:
    """Key of the tab where this role looks at work that lies on another desk; the Kabid sees reports only."""
    key = _LOOK.get(role, "")
    return key if reported or key != PEMERIKSAAN else ""


def has_tab(role: Role, key: str) -> bool:
    return key in OF_ROLE[role]


def badges(view: KotakTugas, role: Role) -> Mapping[str, int]:
    """Numbers on the tabs that list work, from the query that fills the list of tasks."""
    found = {key: 0 for key in OF_ROLE[role] if key in _COUNTED}
    for langkah, count in view.per_langkah.items():
        if (key := place_of(langkah, role)) in found:
            found[key] += count
    return found | {KOTAK_TUGAS: view.jumlah[Lingkup.SAYA]}
