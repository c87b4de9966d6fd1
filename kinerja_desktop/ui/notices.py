"""What is told over every page: a stop of writing, a lost mark, damaged and recovered drafts, a wrong clock.

The main window shows strips by their keys; which ones, in which words and where each leads, is decided here. One more
notice of the office alone: a sentence of ``services.frame``. One with a way of its own: a method of ``Notices``.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from kinerja_desktop import __version__, messages
from kinerja_desktop.domain.tanggal import format_waktu
from kinerja_desktop.services import auth, drafts, recovery
from kinerja_desktop.services.context import Actor, Context
from kinerja_desktop.services.frame import Bingkai, Pemberitahuan, clock_doubt
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.role_tabs import TABS
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.strips import StripSpec
from kinerja_desktop.ui.work.places import has_tab

if TYPE_CHECKING:
    from kinerja_desktop.ui.damaged_drafts import DamagedStrips
    from kinerja_desktop.ui.integrity.lost_mark import LostMarkStrip

_UPDATED, _STOPPED = "diperbarui", "berhenti"
_CHECK = "keutuhan"
"""The tab of the check."""
_HOW = "Baca petunjuk"
_OF_DRAFT = {
    drafts.PENUGASAN: "penugasan",
    drafts.DISPOSISI: "disposisi",
    drafts.BAHAN: "lembar_kerja",
    drafts.LAPORAN: "laporan_seksi",
    drafts.PEMERIKSAAN: "pemeriksaan",
    drafts.RENCANA: "rencana_kinerja",
}
"""Where a draft is seen, by its kind without the part."""
_NAMED = 6


class Notices:
    """The strips of one main window, for whoever sits there in the role of ``context``."""

    def __init__(self, main: MainWindow, context: Callable[[], Context]) -> None:
        self._main, self._context = main, context
        self._told: tuple[StripSpec, ...] = ()
        self._stopped: StripSpec | None = None
        self._held: tuple[Actor, ...] = ()
        self._damaged: DamagedStrips | None = None
        self._mark: LostMarkStrip | None = None
        self._recovered: tuple[recovery.Dipulihkan, ...] = ()

    def show(self, shown: Bingkai, session: auth.Session) -> None:
        """Follow what the frame tells of the office, and what the log-in told of the clock."""
        self._held = tuple(one.actor for one in shown.peran)
        self._show_stop(shown)
        self._show_damaged(shown)
        self._show_lost_mark(shown)
        notices = (*self._clock_doubt(session), *shown.pemberitahuan)
        specs = tuple(self._spec(one, Tone.PERHATIAN, Icon.PERINGATAN) for one in notices)
        if specs == self._told:
            return
        for number in range(max(len(self._told), len(specs))):
            if number < len(specs):
                self._main.show_strip(_notice_key(number), specs[number], partial(self._mend, notices[number]))
            else:
                self._main.show_strip(_notice_key(number), None)
        self._told = specs

    def _clock_doubt(self, session: auth.Session) -> tuple[Pemberitahuan, ...]:
        last = session.jam_mundur
        if last is None or self._context().now() >= last:
            return ()
        return (clock_doubt(last, self._context().today()),)

    def _spec(self, told: Pemberitahuan, tone: Tone, icon: Icon, shape: Shape = Shape.REGULAR) -> StripSpec:
        """The way to where it is mended, for whoever can; else whom to ask, or how it is done outside the program."""
        if told.tab and self._who_has(told.tab) is not None:
            return StripSpec(tone, icon, told.kalimat, f"Buka {TABS[told.tab].title}", shape)
        words = f"{told.kalimat} {told.minta}".rstrip()
        return StripSpec(tone, icon, words, _HOW if told.petunjuk else "", shape)

    def _who_has(self, tab: str) -> Actor | None:
        """The role in front if it has the tab, else another one of the same person."""
        now = self._context().actor
        return next((one for one in (now, *self._held) if has_tab(one.role, tab)), None)

    def _mend(self, told: Pemberitahuan) -> None:
        """Go where it is mended, in the role that can."""
        actor = self._who_has(told.tab) if told.tab else None
        if actor is None:
            self._tell_how(told)
            return
        if not self._has_tab(told.tab):
            self._main.role_wanted.emit(actor)
        if self._has_tab(told.tab):  # not where something typed held the role
            self._main.open_tab(told.tab)

    def _tell_how(self, told: Pemberitahuan) -> None:
        from kinerja_desktop.domain.petunjuk import Tempat  # here, because a start need not wait for the help
        from kinerja_desktop.ui.guide.asking import show_place

        if told.petunjuk:
            show_place(self._main, Tempat.read(told.petunjuk))

    def _show_stop(self, shown: Bingkai) -> None:
        """Nothing is written any more: said over every page, with the way to the check for who has it."""
        why = "" if shown.berhenti is None else messages.with_code(shown.berhenti)
        told = Pemberitahuan(why, _CHECK, "" if "Admin" in why else "Minta Admin membuka Periksa Keutuhan.")
        strip = self._spec(told, Tone.SALAH, Icon.SALAH, Shape.FILL) if why else None
        if strip != self._stopped:
            self._stopped = strip
            self._main.show_strip(_STOPPED, strip, partial(self._mend, told))

    def _show_damaged(self, shown: Bingkai) -> None:
        """Drafts that changed since they were saved: hardly ever any, so their strips are loaded only then."""
        if shown.rusak and self._damaged is None:
            from kinerja_desktop.ui.damaged_drafts import DamagedStrips

            self._damaged = DamagedStrips(self._main, self._context)
        if self._damaged is not None:
            self._damaged.show(shown.rusak)

    def _show_lost_mark(self, shown: Bingkai) -> None:
        """The mark of the history was gone: as rare, and told in the same way."""
        if shown.tanda_hilang is not None and self._mark is None:
            from kinerja_desktop.ui.integrity.lost_mark import LostMarkStrip

            self._mark = LostMarkStrip(self._main, self._context)
        if self._mark is not None:
            self._mark.show(shown.tanda_hilang)

    def show_recovered(self, found: tuple[recovery.Dipulihkan, ...]) -> None:
        """What a session that broke off had kept, each with the way to it, until it was opened."""
        for number in range(len(self._recovered)):
            self._main.show_strip(_recovered_key(number), None)
        self._recovered = found
        for number, one in enumerate(found):
            link = "Buka" if self._has_tab(_tab_of(one)) else "Tutup"
            spec = StripSpec(Tone.PERHATIAN, Icon.MUAT_ULANG, _recovered_words(one), link)
            self._main.show_strip(_recovered_key(number), spec, partial(self._open_recovered, number, one))

    def _open_recovered(self, number: int, one: recovery.Dipulihkan) -> None:
        self._main.show_strip(_recovered_key(number), None)
        if self._has_tab(tab := _tab_of(one)):
            self._main.open_tab(tab, one.case_id)

    def show_updated(self, look: Callable[[], object], *, newer: bool) -> None:
        """The program is newer than at this person's log-in before: said until it was looked at or he leaves."""

        def looked() -> None:
            self._main.show_strip(_UPDATED, None)
            look()

        words = f"Program diperbarui ke versi {__version__}."
        spec = StripSpec(Tone.BERJALAN, Icon.INFO, words, "Lihat yang berubah")
        self._main.show_strip(_UPDATED, spec if newer else None, looked)

    def _has_tab(self, key: str) -> bool:
        return has_tab(self._context().actor.role, key)


def _notice_key(number: int) -> str:
    return f"pemberitahuan-{number}"


def _recovered_key(number: int) -> str:
    return f"dipulihkan-{number}"


def _tab_of(one: recovery.Dipulihkan) -> str:
    return _OF_DRAFT.get(one.kind.partition(":")[0], "")


def _recovered_words(one: recovery.Dipulihkan) -> str:
    """Say it: «3 isian dipulihkan dari 10.41 (Lembar Kerja): 1.1, 1.3, 2.4. Periksa sebelum diajukan.»."""
    more = f", dan {len(one.kode) - _NAMED} lain" if len(one.kode) > _NAMED else ""
    named = f": {', '.join(one.kode[:_NAMED])}{more}" if one.kode else ""
    where = TABS[_tab_of(one)].title if _tab_of(one) else "Arsip"
    return f"**{one.isian} isian dipulihkan** dari {format_waktu(one.pada)} ({where}){named}. Periksa sebelum diajukan."
