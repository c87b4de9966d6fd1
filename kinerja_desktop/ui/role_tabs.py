"""Which tabs a role has, in which order; each page is imported after the first one is shown, or when it is opened.

To add a tab: its line in ``TABS`` and its key in the roles that see it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services.changes import Change
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.page import Page, TabSpec


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: its words, its icon, the folder whose ``tab.make`` builds the page, what it shows."""

    title: str
    icon: Icon
    folder: str
    kinds: frozenset[Change] = frozenset({Change.CASE})


_WORK = frozenset({Change.CASE, Change.DRAFT, Change.PLAN})
TABS: Mapping[str, Tab] = {
    "kotak_tugas": Tab("Kotak Tugas", Icon.KOTAK_TUGAS, "inbox", frozenset(Change)),
    "penugasan": Tab("Penugasan", Icon.PENUGASAN, "assignment", _WORK),
    "pemeriksaan": Tab("Pemeriksaan", Icon.PEMERIKSAAN, "review", _WORK | {Change.READ}),
    "pemantauan": Tab(
        "Pemantauan", Icon.PEMANTAUAN, "monitoring", frozenset({Change.CASE, Change.PLAN, Change.SETTINGS})
    ),
    "disposisi": Tab("Disposisi", Icon.DISPOSISI, "disposition", _WORK),
    "laporan_seksi": Tab("Laporan Seksi", Icon.LAPORAN_SEKSI, "compilation", _WORK),
    "lembar_kerja": Tab("Lembar Kerja", Icon.LEMBAR_KERJA, "entry", _WORK),
    "rencana_kinerja": Tab("Rencana Kinerja", Icon.RENCANA_KINERJA, "planning", frozenset({Change.PLAN})),
    "laporan_triwulan": Tab("Laporan Triwulan", Icon.LAPORAN_TRIWULAN, "quarterly", _WORK),
    "laporan_tahunan": Tab("Laporan Tahunan", Icon.LAPORAN_TAHUNAN, "annual", _WORK),
    "arsip": Tab("Arsip", Icon.ARSIP, "archive", frozenset({Change.PAPER})),
    "pengguna": Tab("Pengguna", Icon.PENGGUNA, "people", frozenset({Change.PEOPLE})),
    "kalender": Tab("Kalender", Icon.KALENDER, "calendar", frozenset({Change.CALENDAR})),
    "pengaturan": Tab("Pengaturan", Icon.PENGATURAN, "settings", frozenset({Change.SETTINGS})),
    "cadangan": Tab("Cadangan", Icon.CADANGAN, "backup", frozenset({Change.BACKUP})),
    "keutuhan": Tab("Periksa Keutuhan", Icon.PERIKSA, "integrity", frozenset()),
}

OF_ROLE: Mapping[Role, tuple[str, ...]] = {
    Role.KABID: ("kotak_tugas", "penugasan", "pemeriksaan", "pemantauan", "laporan_triwulan", "arsip"),
    Role.KASUBAG: ("kotak_tugas", "disposisi", "laporan_seksi", "arsip"),
    Role.ANALIS: ("kotak_tugas", "lembar_kerja", "arsip"),
    Role.KASUBAG_PERENCANAAN: (
        "kotak_tugas",
        "rencana_kinerja",
        "laporan_triwulan",
        "laporan_tahunan",
        "pemantauan",
        "arsip",
        "cadangan",
    ),
    Role.CAMAT: ("kotak_tugas", "pemantauan", "laporan_triwulan", "laporan_tahunan", "arsip"),
    Role.ADMIN: ("kotak_tugas", "pengguna", "kalender", "pengaturan", "cadangan", "keutuhan", "arsip"),
}


def tabs_for(role: Role, desk: Desk) -> list[TabSpec]:
    """The tabs of a role as the window takes them."""
    return [
        TabSpec(key, TABS[key].title, TABS[key].icon, _maker(TABS[key].folder, desk), kinds=frozenset(TABS[key].kinds))
        for key in OF_ROLE[role]
    ]


def load_tabs(role: Role) -> None:
    """Import the pages of a role, so that opening one does not wait for it; makes nothing, so any thread may do it."""
    for key in OF_ROLE[role]:
        _module(TABS[key].folder)


def _maker(folder: str, desk: Desk) -> Callable[[], Page]:
    def make() -> Page:
        page: Page = _module(folder).make(desk)
        return page

    return make


def _module(folder: str) -> ModuleType:
    return import_module(f"kinerja_desktop.ui.{folder}.tab")
