"""«Buat Dokumen»: choose a kind of paper and its period, fill its fields, look at the very PDF, fix and print it.

Which papers there are, and who may make them, is told by ``services.office_papers``.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from kinerja_desktop.domain.errors import KinerjaError, KnownFault
from kinerja_desktop.services import archive, office_papers, printing
from kinerja_desktop.services.compose.naskah import Pilihan
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.office_papers import BarisJenis, DokumenView, Tawaran
from kinerja_desktop.services.printing import Draf, Format
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.archive.fields import PaperFields
from kinerja_desktop.ui.archive.side import MAKING, SidePage
from kinerja_desktop.ui.choosing import choose_target
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.dialogs import Konfirmasi, confirm
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.runner import Report, watching
from kinerja_desktop.ui.theme import Height, Ink, Tone
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.fields import ComboBox, fill
from kinerja_desktop.ui.widgets.grouped_list import GroupedListView, RowDelegate
from kinerja_desktop.ui.widgets.row_model import ListGroup, ListRow
from kinerja_desktop.ui.widgets.segments import Segmented
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.word_cells import height_for, lines_in, paint_words
from kinerja_desktop.ui.work.copies import print_copy, save_copy
from kinerja_desktop.ui.work.report_preview import Pratinjau, ReportPreview

T = TypeVar("T")
_LIST_WIDTH, _LIST_NARROW, _INDENT = 262, 240, 6
_FIXED = "Dokumen ini sudah ditetapkan. Perubahan ditulis pada versi baru."
_GIVEN_UP = "Penyiapan halaman dibatalkan. Isian dan pilihan tetap."
_KEYS = (
    ("PgUp, PgDn", "halaman sebelum dan sesudah"),
    ("Ctrl+G", "pilih halaman"),
    ("Ctrl+P", "cetak"),
    ("Ctrl+S", "simpan PDF"),
)


class MakingPage(SidePage):
    """See the module."""

    def __init__(self, desk: Desk, switch: Segmented) -> None:
        super().__init__(desk, switch, MAKING)
        self._offer: Tawaran | None = None
        self._view: DokumenView | None = None
        self._anew: set[object] = set()
        self._kinds = GroupedListView("Jenis dokumen", _KindDelegate(self))
        self._kinds.setObjectName("jenis_dokumen")
        self._kinds.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._kinds.setFixedWidth(theme.px(_LIST_WIDTH))
        self._period, self._seksi = ComboBox("Masa dokumen"), ComboBox("Seksi")
        self._period.setObjectName("masa_dokumen")
        self._seksi.setObjectName("seksi_dokumen")
        self._fields = PaperFields()
        self._preview = ReportPreview("Buat Versi Baru", self._fields)
        self._empty = EmptyState()
        body = row(self._kinds, self._preview, self._empty, space=12)
        body.setStretch(1, 1)
        body.setStretch(2, 1)
        self._message = Button("Salin Pesan", icon=Icon.SALIN)
        self._message.setObjectName("salin_pesan")
        self._message.setToolTip("Salin pesan singkat untuk dikirim lewat percakapan.")
        whole = column(row(switch, 12, self._period, self._seksi, None, self._message), 8, body)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self._connect()

    def _connect(self) -> None:
        self._kinds.chosen.connect(lambda _: self._choose())
        self._period.activated.connect(lambda _: self._choose())
        self._seksi.activated.connect(lambda _: self._choose())
        self._fields.changed.connect(self._save)
        self._preview.choice_changed.connect(self._draw)
        self._preview.fix_asked.connect(self._fix)
        self._preview.reopen_asked.connect(self._begin_anew)
        self._preview.save_asked.connect(self._save_file)
        self._empty.pressed.connect(self._show)
        self._message.clicked.connect(self._copy_message)
        self._preview.print_asked.connect(self.print_pages)
        QShortcut(QKeySequence("Ctrl+S"), self, lambda: self._save_file(Format.PDF))

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        """Offer what this role may make; show the chosen paper."""
        self._offer = offer = office_papers.offered(self.ctx())
        nothing = not offer.triwulan
        for part in (self._kinds, self._period):
            set_shown(part, shown=not nothing)
        self._lay(pages=not nothing)
        if nothing:
            set_shown(self._seksi, shown=False)
            self._empty.set_words("Belum ada rencana kinerja. Dokumen dapat dibuat setelah rencana diisi.")
            return
        self._kinds.set_content(_grouped(offer.jenis))
        self._choose()

    def _kind(self) -> BarisJenis | None:
        key = self._kinds.current_key()
        return next((j for j in self._offer.jenis if j.kunci == key), None) if self._offer is not None else None

    def _choose(self) -> None:
        """Another kind, period or seksi: keep what was typed, fill the choices that this kind needs, show its paper."""
        self._fields.flush()
        kind, offer = self._kind(), self._offer
        if kind is None or offer is None:
            return
        if kind.per.tahunan:
            items: list[tuple[str, object]] = [(f"Tahun {t}", t) for t in offer.tahun]
        else:
            items = [(t.label_tahun, t) for t in offer.triwulan]
        fill(self._period, items, self._period.currentData())
        fill(self._seksi, [(nama, kode) for kode, nama in offer.seksi], self._seksi.currentData())
        set_shown(self._seksi, shown=kind.per.of_seksi)
        self._show()

    def _pokok(self, kind: BarisJenis) -> Pokok:
        chosen = self._period.currentData()
        seksi = self._seksi.currentData() if kind.per.of_seksi else None
        return Pokok(chosen, None, seksi) if kind.per.tahunan else Pokok(chosen.tahun, chosen.nomor, seksi)

    def _show(self) -> None:
        """Read the chosen paper and make its pages beside the window; a fixed one is shown as it was filed."""
        kind = self._kind()
        if kind is None:
            return
        ctx, kunci, pokok = self.ctx(), kind.kunci, self._pokok(kind)

        def job(report: Report) -> tuple[DokumenView, Draf]:
            view = office_papers.load(ctx, kunci, pokok)
            if view.dokumen is not None and self._is_fixed(view):
                return view, Draf(view.nama, archive.open_paper(ctx, view.dokumen.id), view.peringatan)
            with printing.watched(watching(report)):
                return view, office_papers.draft(ctx, kunci, pokok)

        self._lay(pages=True)
        self.run_job("Menyiapkan halaman", job, self._shown, cancelled=self._give_up)

    def _shown(self, found: tuple[DokumenView, Draf]) -> None:
        """What was read, unless another paper was chosen meanwhile."""
        (view, draft), kind = found, self._kind()
        if kind is None or (view.kunci, view.pokok) != (kind.kunci, self._pokok(kind)):
            return
        self._view = view
        self._fields.show_fields(view.isian, view.nilai)
        self._fields.set_locked(_FIXED if self._is_fixed(view) else "")
        set_shown(self._fields, shown=bool(view.isian))
        set_shown(self._message, shown=view.ada_pesan)
        self._preview.show_view(self._preview_of(view))
        if self._is_fixed(view) or self._preview.choice() == view.pilihan:
            self._preview.set_draft(draft)
        else:
            self._draw()  # read again while other choices than the first ones stand

    def _is_fixed(self, view: DokumenView) -> bool:
        return view.dokumen is not None and (view.kunci, view.pokok) not in self._anew

    def _preview_of(self, view: DokumenView) -> Pratinjau:
        fixed = view.dokumen if self._is_fixed(view) else None
        return Pratinjau(
            kunci=(view.kunci, view.pokok, fixed and fixed.versi),
            pilihan=view.pilihan if fixed is None else replace(view.pilihan, tanggal=fixed.tanggal),
            penandatangan=view.penandatangan,
            wakil=view.wakil,
            nomor_berikut=view.nomor_berikut,
            nomor=(fixed.nomor or "") if fixed is not None else "",
            tetap=fixed is not None,
            boleh_tetapkan=view.tetap and fixed is None,
            boleh_buka=fixed is not None,
            format=(Format.XLSX,) if view.excel else (),
        )

    def _draw(self) -> None:
        """Make the pages again: a field or a choice is another one."""
        view, ctx, pilihan = self._view, self.ctx(), self._preview.choice()
        if view is None:
            return

        def job(report: Report) -> Draf:
            with printing.watched(watching(report)):
                return office_papers.draft(ctx, view.kunci, view.pokok, pilihan)

        self.run_job("Menyiapkan halaman", job, self._preview.set_draft, cancelled=self._give_up)

    def _give_up(self) -> None:
        """Batal: pages of another paper, or of other choices, are not left beside what is chosen now."""
        self._view = None
        self._lay(pages=False)
        self._empty.set_words(_GIVEN_UP, act="Siapkan Halaman")

    def _lay(self, *, pages: bool) -> None:
        """Show the pages of the paper, or the sentence in their place."""
        set_shown(self._preview, shown=pages)
        set_shown(self._empty, shown=not pages)
        if not pages:
            set_shown(self._message, shown=False)

    # --- acts ------------------------------------------------------------------------------------

    def _save(self) -> None:
        view = self._view
        if view is None:
            return
        typed = self._fields.values()
        try:
            versi = office_papers.save(self.ctx(), view.kunci, view.pokok, typed, seen=view.versi_draf)
        except KinerjaError as error:
            self.refuse(error)
            if isinstance(error, KnownFault):
                self._fields.not_saved()
            return
        self._view = replace(view, nilai=typed, versi_draf=versi)
        self.saved.emit(StatusText(f"Tersimpan {self.ctx().now():%H.%M}", Tone.SELESAI))
        self._draw()

    def _fix(self, pilihan: Pilihan) -> None:
        self._fields.flush()
        view = self._view
        if view is None:
            return
        nomor = "yang menyusul" if pilihan.nomor_menyusul else view.nomor_berikut.format("…")
        question = f"Tetapkan {view.nama} dengan nomor {nomor}?"
        if not confirm(self, Konfirmasi("Tetapkan", question, "Sesudah ini isi dokumen tidak berubah.", "Tetapkan")):
            return
        ctx = self.ctx()

        def job(report: Report) -> None:
            with printing.watched(report.progress):
                office_papers.fix(ctx, view.kunci, view.pokok, pilihan)

        self.run_job("Menetapkan dan mengarsipkan dokumen", job, lambda _: self._fixed(view), writes=True)

    def _fixed(self, view: DokumenView) -> None:
        self._anew.discard((view.kunci, view.pokok))
        self.changed.emit(office_papers.CHANGED)
        self._show()
        self._preview.setFocus()

    def _begin_anew(self) -> None:
        """Work on the next version; the fixed one stands until that is fixed."""
        if self._view is not None:
            self._anew.add((self._view.kunci, self._view.pokok))
            self._show()
            self._preview.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed is left behind when another side or tab is opened."""
        super().hideEvent(event)
        self._fields.flush()

    # --- paper -----------------------------------------------------------------------------------

    def _file_name(self) -> str:
        assert self._view is not None
        return office_papers.file_name(self._view.kunci, self._view.pokok)

    def print_pages(self) -> None:
        if self._view is not None:
            print_copy(self, self._preview.pdf(), self._file_name(), self._filed_id(self._view))

    def _filed_id(self, view: DokumenView) -> str | None:
        """The filed paper whose bytes are shown; None for a draft."""
        return view.dokumen.id if view.dokumen is not None and self._is_fixed(view) else None

    def _copy_message(self) -> None:
        """The text for a chat goes to the clipboard, whole."""
        if self._view is None:
            return
        QGuiApplication.clipboard().setText(office_papers.message(self.ctx(), self._view.kunci, self._view.pokok))
        self.saved.emit(StatusText("Pesan disalin", Tone.SELESAI))

    def _save_file(self, fmt: Format) -> None:
        """The PDF that is shown, or a workbook of the same figures."""
        view, pdf = self._view, self._preview.pdf()
        if view is None or not pdf:
            return
        name = str(Path(self._file_name()).with_suffix(f".{fmt.value}"))
        chosen = choose_target(self, "Simpan Dokumen", name)
        if not chosen:
            return
        if fmt is Format.PDF:
            save_copy(self, pdf, chosen, self._filed_id(view))
            return
        try:
            workbook = office_papers.export(self.ctx(), view.kunci, view.pokok, fmt)
        except KinerjaError as error:
            self.refuse(error)
            return
        save_copy(self, workbook, chosen, None)

    # --- what the window asks --------------------------------------------------------------------

    def keys(self) -> Sequence[tuple[str, str]]:
        return _KEYS

    def areas(self) -> Sequence[QWidget]:
        return (self._kinds, self._preview)

    def toggle_panel(self) -> None:
        self._preview.toggle_panel()

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self._kinds.setFixedWidth(theme.px(_LIST_NARROW if narrow else _LIST_WIDTH))
        self._preview.set_narrow(narrow=narrow)


class _KindDelegate(RowDelegate):
    """The name of a kind alone."""

    def row_height(self, row: ListRow, width: int) -> int:
        return height_for(len(lines_in(row.title, width - theme.px(_INDENT))), theme.height(Height.CONTROL))

    def paint_row(self, painter: QPainter, box: QRect, row: ListRow) -> None:
        paint_words(painter, box.adjusted(theme.px(_INDENT), 0, 0, 0), row.title, theme.color(Ink.TEXT))


def _grouped(kinds: Sequence[BarisJenis]) -> list[tuple[ListGroup, list[ListRow]]]:
    headings = dict.fromkeys(kind.golongan for kind in kinds)
    listed = {h: [ListRow(k.kunci, k.nama) for k in kinds if k.golongan == h] for h in headings}
    return [(ListGroup(h, h, count=len(rows)), rows) for h, rows in listed.items()]
