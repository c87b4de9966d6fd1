"""Which tabs a role has, in which order; each page is imported after the first one is shown, or when it is opened.

To add a tab: its line in ``TABS`` and its key in the roles that see it. Of its services, those that take long to load
are named there too: a thread loads them, and the page alone is left to the thread of the window.
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
    """A tab: its words, its icon, the folder whose ``tab.make`` builds the page, what it shows, services it needs."""

    title: str
    icon: Icon
    folder: str
    kinds: frozenset[Change] = frozenset({Change.CASE})
    services: tuple[str, ...] = ()


_WORK = frozenset({Change.CASE, Change.DRAFT, Change.PLAN})
TABS: Mapping[str, Tab] = {
    "kotak_tugas": Tab("Kotak Tugas", Icon.KOTAK_TUGAS, "inbox", frozenset(Change)),
    "penugasan": Tab("Penugasan", Icon.PENUGASAN, "assignment", _WORK, ("assignment",)),
    "pemeriksaan": Tab("Pemeriksaan", Icon.PEMERIKSAAN, "review", _WORK | {Change.READ}, ("review",)),
    "pemantauan": Tab(
        "Pemantauan",
        Icon.PEMANTAUAN,
        "monitoring",
        frozenset({Change.CASE, Change.PLAN, Change.SETTINGS}),
        ("history", "evidence_export", "monitoring_charts"),
    ),
    "disposisi": Tab("Disposisi", Icon.DISPOSISI, "disposition", _WORK, ("disposition",)),
    "laporan_seksi": Tab("Laporan Seksi", Icon.LAPORAN_SEKSI, "compilation", _WORK, ("section_report",)),
    "lembar_kerja": Tab("Lembar Kerja", Icon.LEMBAR_KERJA, "entry", _WORK, ("worksheet", "printing")),
    "rencana_kinerja": Tab(
        "Rencana Kinerja",
        Icon.RENCANA_KINERJA,
        "planning",
        frozenset({Change.PLAN}),
        ("plan_trend", "plan_drafts", "plan_lists", "workbook_import"),
    ),
    "laporan_triwulan": Tab("Laporan Triwulan", Icon.LAPORAN_TRIWULAN, "quarterly", _WORK, ("quarterly", "trash")),
    "laporan_tahunan": Tab("Laporan Tahunan", Icon.LAPORAN_TAHUNAN, "annual", _WORK, ("annual",)),
    "arsip": Tab(
        "Arsip",
        Icon.ARSIP,
        "archive",
        frozenset({Change.PAPER}),
        ("archive", "full_export", "lke_packet", "backup_copies", "upload_packet"),
    ),
    "pengguna": Tab("Pengguna", Icon.PENGGUNA, "people", frozenset({Change.PEOPLE}), ("people", "drill")),
    "kalender": Tab("Kalender", Icon.KALENDER, "calendar", frozenset({Change.CALENDAR})),
    "pengaturan": Tab("Pengaturan", Icon.PENGATURAN, "settings", frozenset({Change.SETTINGS})),
    "cadangan": Tab("Cadangan", Icon.CADANGAN, "backup", frozenset({Change.BACKUP}), ("backup", "printing")),
    "keutuhan": Tab("Periksa Keutuhan", Icon.PERIKSA, "integrity", frozenset(), ("verification",)),
}

_SEARCH = "search"
"""What the field of the header asks, over every tab."""

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


def load_services(role: Role) -> None:
    """Import what search and pages of a role need and has nothing of Qt; for a thread beside that of the window."""
    for name in (_SEARCH, *(name for key in OF_ROLE[role] for name in TABS[key].services)):
        import_module(f"kinerja_desktop.services.{name}")


def load_tab(key: str) -> None:
    """Import a page, so that opening it does not wait for that. Only in the thread of the window: see ``start``."""
    _module(TABS[key].folder)


def _maker(folder: str, desk: Desk) -> Callable[[], Page]:
    def make() -> Page:
        page: Page = _module(folder).make(desk)
        return page

    return make


def _module(folder: str) -> ModuleType:
    return import_module(f"kinerja_desktop.ui.{folder}.tab")
