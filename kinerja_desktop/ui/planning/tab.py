"""The page of Rencana Kinerja: what is measured and promised in a year, its versions, and fixing it.

Its parts are views of the same folder; the page reads the plan, keeps their lists, and leads from a finding of «Periksa
Rencana» to its field. What is done to one card is ``one_indikator``, workbooks in and out are ``workbooks``.
"""

from collections.abc import Callable

from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from kinerja_desktop.domain.errors import KinerjaError, PlanReasonNeeded
from kinerja_desktop.domain.indikator import Indikator
from kinerja_desktop.domain.periksa_rencana import penghalang
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services import plan_trend, plan_years, planning
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.plan_years import TawaranTahun
from kinerja_desktop.services.planning import RencanaView
from kinerja_desktop.services.workbook_import import HasilImpor
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.dialogs import Konfirmasi, confirm
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.planning import versions
from kinerja_desktop.ui.planning.cards import successor
from kinerja_desktop.ui.planning.comparing import show_comparison
from kinerja_desktop.ui.planning.copying import ask_copy
from kinerja_desktop.ui.planning.findings import count_words, strip_of
from kinerja_desktop.ui.planning.history import Answer
from kinerja_desktop.ui.planning.one_indikator import OneIndikator
from kinerja_desktop.ui.planning.parts import (
    ANGGARAN,
    INDIKATOR,
    PART_OF,
    PERIKSA,
    RIWAYAT,
    SEGMENTS,
    TARGET,
    PlanParts,
    counts,
)
from kinerja_desktop.ui.planning.trend import ON_PAPER
from kinerja_desktop.ui.planning.typed import TypedPlan
from kinerja_desktop.ui.planning.why import ask_why
from kinerja_desktop.ui.planning.workbooks import Workbooks
from kinerja_desktop.ui.runner import Calls
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.fields import ComboBox, fill
from kinerja_desktop.ui.widgets.labels import Label, WrappedLabel
from kinerja_desktop.ui.widgets.segments import Segmented
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.trash import TrashDialog

_SHOWN = 12
_KEYS = (
    ("Ctrl+N", "indikator baru"),
    ("Ctrl+S", "simpan"),
    ("F2, Enter", "ubah sel daftar"),
    ("Ctrl+V", "tempel dari Excel"),
    ("F8", "temuan berikutnya"),
)


def make(desk: Desk) -> "PlanningPage":
    """Build the page."""
    return PlanningPage(desk)


class PlanningPage(WorkPage):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._view: RencanaView | None = None
        self._versi = planning.MURNI
        """The version that is shown; the choice may be a step ahead of it."""
        self._year, self._version = ComboBox("Tahun"), ComboBox("Versi Perjanjian Kinerja")
        self._parts = Segmented(SEGMENTS, "Bagian rencana")
        self._state = WrappedLabel(ink=Ink.TEXT_2)
        self._next_year = Button("Tahun", icon=Icon.TAMBAH)
        self._import = Button("Impor Buku Kerja…", icon=Icon.PILIH_BERKAS, brief="Impor…")
        self._export = Button("Ekspor…", icon=Icon.SIMPAN_PDF, brief="Ekspor…")
        self._compare = Button("Bandingkan Versi", ButtonKind.LINK, Icon.DOKUMEN)
        self._trash = Button("Pulihkan Isian…", ButtonKind.LINK, Icon.URUNGKAN)
        self._change = Button("Perubahan…", icon=Icon.UBAH, brief="Perubahan…")
        self._fix = Button("Tetapkan", ButtonKind.PRIMARY, Icon.DISETUJUI)
        self._warnings = Strip()
        self._again = Strip()
        self._screens, self._sheet = QStackedWidget(), QWidget()
        self._screens.addWidget(self._sheet)
        self.setLayout(column(self._screens))
        self._plan = PlanParts(self._ask_trend, self._sheet)
        self._typed = TypedPlan(self, self._plan)
        self._cards = self._plan.cards
        self._workbooks = Workbooks(self, self._screens)
        self._one = OneIndikator(self, self._cards, lambda: (self._view, self._versi))
        self._name_parts()
        self._lay_out()
        self._connect()

    def _name_parts(self) -> None:
        for name, part in (
            ("tahun_rencana", self._year),
            ("versi", self._version),
            ("bagian", self._parts),
            ("tambah_tahun", self._next_year),
            ("tetapkan", self._fix),
            ("perubahan", self._change),
            ("bandingkan", self._compare),
            ("buangan", self._trash),
            ("impor", self._import),
            ("ekspor", self._export),
            ("periksa_rencana", self._warnings),
            ("isian_dipulihkan", self._again),
        ):
            part.setObjectName(name)

    def _lay_out(self) -> None:
        title = Label("Rencana Kinerja", TextStyle.SCREEN_TITLE)
        choice = (self._year, self._next_year, self._version)
        acts = (self._import, self._export, self._change, self._fix)
        head = row(title, 8, *choice, self._state, *acts)
        head.setStretchFactor(self._state, 1)
        strips = column(self._warnings, self._again, space=8)
        whole = column(head, 8, strips, 8, row(self._parts, None, self._trash, self._compare), 8, self._plan)
        whole.setStretch(6, 1)
        self._sheet.setLayout(whole)

    def _connect(self) -> None:
        self._year.activated.connect(lambda _: self._turn_year())
        self._version.activated.connect(lambda _: self._turn_version())
        self._parts.chosen.connect(self._turn_part)
        self._trash.clicked.connect(self._ask_thrown)
        self._typed.laid_aside.connect(self._tell_thrown)
        self._again.linked.connect(lambda: self._open_part(self._typed.found[0]))
        self._warnings.linked.connect(lambda: self._open_part(PERIKSA))
        self._plan.findings.asked.connect(self._go_to_finding)
        self._plan.history.take_asked.connect(self._take_results)
        for key, view in self._plan.lists().items():
            view.save_asked.connect(lambda key=key: self._store_list(key))
        for asked, act in (
            (self._one.told, self._tell_card),
            (self._one.results_wanted, self._take_results),
            (self._one.follows, self._begin_successor),
            (self._workbooks.imported, self._show_imported),
            (self._workbooks.closed, self._show_plan_again),
            (self._fix.clicked, self._fix_plan),
            (self._change.clicked, self._open_version),
            (self._compare.clicked, self._compare_versions),
            (self._next_year.clicked, self._offer_year),
            (self._import.clicked, self._workbooks.choose),
            (self._export.clicked, self._write_workbook),
        ):
            asked.connect(act)
        QShortcut(QKeySequence("Ctrl+N"), self, self._add_here)
        QShortcut(QKeySequence("Ctrl+S"), self, self._store_here)
        QShortcut(QKeySequence("F8"), self, self._next_finding)

    # --- reading ---------------------------------------------------------------------------------

    def load(self) -> None:
        """The plan behind an import is read once, when the import is left."""
        if self._workbooks.importing is None:
            super().load()

    def read(self) -> None:
        """The plan of the chosen year."""
        self._view = view = planning.load(self.ctx(), self._year.currentData())
        fill(self._year, [(str(tahun), tahun) for tahun in view.tahun_ada or (view.tahun,)], view.tahun)
        fill(self._version, versions.choices(view.rencana), self._version.currentData())
        self._versi = self._version.currentData() or planning.MURNI
        self._tell_state(view)
        self._parts.set_counts(counts(view))
        typed = self._typed.read(view.tahun, self._versi)
        self._plan.show_view(view, self._versi, self._parts.key(), typed)
        self._tell_found()
        self._tell_thrown()

    def _tell_state(self, view: RencanaView) -> None:
        fixed, wrong = view.ditetapkan, penghalang(view.temuan)
        self._state.set_text(f"ditetapkan {format_tanggal(fixed)}" if fixed else "belum ditetapkan")
        self._warnings.set_spec(strip_of(view.temuan) if view.rencana.indikator else None)
        set_shown(self._fix, shown=fixed is None)
        cure = f"Perbaiki {len(wrong)} kesalahan pada Periksa Rencana dahulu." if wrong else ""
        allow(self._fix, cure if view.rencana.indikator else "Isi indikator dahulu.")
        set_shown(self._change, shown=fixed is not None)
        set_shown(self._compare, shown=bool(view.rencana.versi))
        set_shown(self._next_year, shown=bool(view.tahun_ada))

    def _tell_found(self) -> None:
        """Name the parts that were typed into before and not stored, until each was looked at."""
        if INDIKATOR in self._typed.found and self._parts.key() == INDIKATOR:
            self._cards.choose_typed()
        found = self._typed.found = [key for key in self._typed.found if key != self._parts.key()]
        named = ", ".join(s.text for s in SEGMENTS if s.key in found)
        text = f"Ada isian yang belum disimpan: **{named}**. Periksa, lalu simpan atau buang."
        self._again.set_spec(StripSpec(Tone.BERJALAN, Icon.INFO, text, "Lihat") if found else None)

    def _tell_thrown(self) -> None:
        """What was given up can be brought back as long as it is kept."""
        set_shown(self._trash, shown=bool(self._typed.thrown()))

    def _ask_thrown(self) -> None:
        brought: list[str] = []
        typed = self._typed
        dialog = TrashDialog(self, typed.thrown(), lambda one: brought.append(typed.bring_back(one)))
        dialog.exec()
        dialog.deleteLater()
        if brought:
            self._open_part(brought[0])
            self._cards.choose_typed()

    def _turn_part(self, key: str) -> None:
        self._plan.turn_to(key)
        self._tell_found()

    def _open_part(self, key: str) -> None:
        self._parts.choose(key)
        self._turn_part(key)
        self._plan.sheet(key).setFocus()

    def _turn_year(self) -> None:
        """Another year; what is typed into lists is kept first."""
        if not self._keep_lists():
            self._year.setCurrentIndex(self._year.findData(self._view.tahun if self._view else None))
            return
        self._version.clear()
        self.load()

    def _turn_version(self) -> None:
        """Another version; targets typed for the one before are kept in that one first."""
        if self._plan.targets.is_dirty() and not self._store_list(TARGET):
            self._version.setCurrentIndex(self._version.findData(self._versi))
            self._open_part(TARGET)
            return
        self.load()

    def _ask_trend(self, kode: str, answer: Answer) -> None:
        """The drawing of an indikator's years, made beside the window."""
        view, ctx = self._view, self.ctx()
        if view is not None:
            job = lambda _: plan_trend.trend(ctx, view.tahun, kode, ON_PAPER)  # noqa: E731
            self.desk.runner.start(job, Calls(answer, self.refuse))

    def toggle_panel(self) -> None:
        self._cards.toggle_panel()

    def areas(self) -> tuple[QWidget, ...]:
        if self._workbooks.importing is not None:
            return self._workbooks.importing.areas()
        part = self._parts.key()
        return self._cards.areas() if part == INDIKATOR else (self._plan.sheet(part),)

    def keys(self) -> tuple[tuple[str, str], ...]:
        return _KEYS

    def show_item(self, item: str) -> None:
        """Choose an indikator by «tahun:kode», or only a year's plan by the name of its drafts («rencana-2026»)."""
        tahun, _, kode = item.removeprefix("rencana-").partition(":")
        self._year.setCurrentIndex(self._year.findData(int(tahun)))
        self._turn_year()
        if not kode:
            return
        self._parts.choose(INDIKATOR)
        self._plan.turn_to(INDIKATOR)
        self._cards.list.choose(lambda i: i.kode == kode)

    def standing(self) -> tuple[str, ...]:
        tahun, chosen = self._year.currentData(), self._cards.list.current()
        kode = chosen.kode if chosen is not None else ""
        return (f"{tahun}:{kode}", self._parts.key()) if tahun else ()

    def stand(self, *standing: str) -> None:
        indikator, part = standing
        self.show_item(indikator)
        if self._parts.offers(part):
            self._parts.choose(part)
            self._turn_part(part)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page, locking and closing keep what was typed in the last second."""
        super().hideEvent(event)
        self._typed.flush()

    def tick(self) -> None:
        self._typed.flush()

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        for tool in (self._import, self._export, self._change, self._next_year):
            tool.set_words_shown(shown=not narrow)
        self._parts.set_narrow(narrow=narrow)
        self._cards.set_narrow(narrow=narrow)

    def _next_finding(self) -> None:
        self._plan.fill(PERIKSA)
        self._plan.findings.next()

    def _go_to_finding(self) -> None:
        """Open the part, the version and the field where a finding is put right."""
        found, view = self._plan.findings.current(), self._view
        if found is None or view is None:
            return
        part = PART_OF.get(found.medan, INDIKATOR)
        if found.versi and found.versi != self._versi:
            self._version.setCurrentIndex(self._version.findData(found.versi))
            self._turn_version()
        self._open_part(part)
        if part == ANGGARAN:
            self._plan.budget.choose(found.kode or "")
        elif part == INDIKATOR and found.kode is not None:
            self._cards.show_field(found.kode, found.medan)

    # --- cards -----------------------------------------------------------------------------------

    def _add_here(self) -> None:
        if self._parts.key() == INDIKATOR:
            self._cards.begin(Indikator("", ""))

    def _store_here(self) -> None:
        part = self._parts.key()
        if part == INDIKATOR:
            self._one.store()
        elif part in self._plan.lists():
            self._store_list(part)

    def _tell_card(self, changes: Changes) -> None:
        self._typed.settle(INDIKATOR)
        self._tell(changes)

    def _tell(self, changes: Changes) -> None:
        self.saved.emit(StatusText(f"Tersimpan {self.ctx().now():%H.%M}", Tone.SELESAI))
        self.changed.emit(changes)
        self.load()

    def _begin_successor(self, old: Indikator, tahun: int) -> None:
        self._year.setCurrentIndex(self._year.findData(tahun))
        self._turn_year()
        self._cards.begin(successor(old))

    def _do(self, deed: Callable[[], Changes]) -> None:
        if self.attempt(deed):
            self.load()

    # --- lists -----------------------------------------------------------------------------------

    def _store_list(self, key: str, alasan: str = "") -> bool:
        """Keep the rows of a list; False where they cannot be kept, with the reason below them."""
        view = self._view
        if view is None:
            return False
        told: list[Changes] = []
        deed = self._plan.deed(key, self.ctx(), view, alasan)
        try:
            kept: bool = self._plan.lists()[key].keep(lambda: told.append(deed()))
        except PlanReasonNeeded as needed:
            why = ask_why(self, needed)
            return why is not None and self._store_list(key, why)
        except KinerjaError as error:
            self.refuse(error)
            return False
        for changes in told:
            self._typed.settle(key)
            self._tell(changes)
        return kept

    def _take_results(self) -> None:
        view, ctx = self._view, self.ctx()
        if view is None:
            return
        if self._plan.history.list.is_dirty() and not self._store_list(RIWAYAT):
            return
        self.run_job(
            f"Mengambil hasil {view.tahun - 1}",
            lambda _: plan_years.take_over(ctx, view.tahun),
            self._tell_results,
            writes=True,
        )

    def _tell_results(self, changes: Changes) -> None:
        if changes:
            self._tell(changes)
        else:
            self.saved.emit(StatusText("Tidak ada hasil baru dari laporan yang disetujui.", Tone.NETRAL))

    # --- the whole plan --------------------------------------------------------------------------

    def _keep_lists(self) -> bool:
        """Store what is typed into lists; False where one cannot be kept, which is then in sight."""
        for key, view in self._plan.lists().items():
            if view.is_dirty() and not self._store_list(key):
                self._open_part(key)
                return False
        return True

    def _fix_plan(self) -> None:
        for key in self._typed.found:  # typed before and not looked at since: it belongs to what is fixed
            self._plan.fill(key)
        if not self._keep_lists():
            return
        view = self._view
        if view is None:
            return
        sentence = "Sesudah ini target hanya berubah melalui Perjanjian Kinerja Perubahan."
        if view.temuan:
            sentence += f" Masih ada {count_words(view.temuan)} pada Periksa Rencana; rencana tetap dapat ditetapkan."
        if typed := self._cards.ketikan():
            sentence += f" Isian pada {len(typed)} kartu indikator belum disimpan dan tidak ikut ditetapkan."
        question = Konfirmasi("Tetapkan", f"Tetapkan rencana kinerja {view.tahun}?", sentence, "Tetapkan")
        if confirm(self, question):
            self._do(lambda: planning.fix_plan(self.ctx(), view.tahun, view.versi))

    def _open_version(self) -> None:
        view = self._view
        if view is None:
            return
        versi = versions.ask_version(self, view.rencana, self.ctx().today())
        if versi is None:
            return
        nama, mulai = versi.versi, versi.berlaku_mulai
        if self.attempt(lambda: planning.open_version(self.ctx(), view.tahun, nama, mulai, view.versi)):
            self.load()
            self._version.setCurrentIndex(self._version.findData(versi.versi))
            self.load()

    def _compare_versions(self) -> None:
        if self._view is not None:
            show_comparison(self, self._view.rencana)

    def _offer_year(self) -> None:
        """Work out what the next year's plan would take over, then ask."""
        view, ctx = self._view, self.ctx()
        if view is not None and view.tahun_ada:
            tahun = view.tahun_ada[-1] + 1
            self.run_job(f"Menyiapkan salinan untuk {tahun}", lambda _: plan_years.offer(ctx, tahun), self._begin_year)

    def _begin_year(self, tawaran: TawaranTahun) -> None:
        tanpa, ctx = ask_copy(self, tawaran), self.ctx()
        if tanpa is not None:
            self.run_job(
                f"Membuka {tawaran.tahun}",
                lambda _: plan_years.begin_year(ctx, tawaran.tahun, tanpa),
                lambda changes: self._show_year(tawaran.tahun, changes),
                writes=True,
            )

    def _show_year(self, tahun: int, changes: Changes) -> None:
        self._year.addItem(str(tahun), tahun)
        self._year.setCurrentIndex(self._year.count() - 1)
        self._turn_year()
        self.changed.emit(changes)

    # --- workbooks -------------------------------------------------------------------------------

    def _show_plan_again(self) -> None:
        """Where the workbook was asked for, with what came in."""
        self._import.setFocus()
        self.load()

    def _show_imported(self, done: HasilImpor) -> None:
        """The year of the workbook is shown next; it may be a new one."""
        if self._year.findData(done.tahun) < 0:
            self._year.addItem(str(done.tahun), done.tahun)
        self._year.setCurrentIndex(self._year.findData(done.tahun))
        self._version.clear()
        self.changed.emit(done.changes)

    def go_back(self) -> bool:
        return self._workbooks.close()

    def _write_workbook(self) -> None:
        if self._view is not None:
            self._workbooks.write(self._view.tahun, unsaved=self._typed.waits(self._view.tahun))
