"""Paket Bukti LKE: the evaluator's criteria with what is there for them, what is missing, and making the folder."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from kinerja_desktop.domain.dokumen_lke import BarisKriteria
from kinerja_desktop.domain.numerals import format_ukuran
from kinerja_desktop.services import lke_packet
from kinerja_desktop.services.compose.bukti_lke import Kekurangan
from kinerja_desktop.services.lke_packet import HasilPaket, PaketView
from kinerja_desktop.ui.archive.pane import Pane, careful, good
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import WAIT, allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.fields import ComboBox, fill
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.listing import ListColumn, Listing
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.side_panel import SidePanel, Split
from kinerja_desktop.ui.widgets.strips import StripSpec
from kinerja_desktop.ui.work.place_dialog import Tempat

_ALL, _OPEN, _MISSING = "semua", "terbuka", "kurang"
_CRITERIA: tuple[ListColumn[BarisKriteria], ...] = (
    ListColumn("No", lambda b: b.nomor, 64),
    ListColumn("Kriteria", lambda b: b.teks),
    ListColumn("Keadaan", lambda b: b.keadaan, 130, ink=lambda b: Tone.SALAH if b.kurang else Ink.TEXT),
)
_LACKS: tuple[ListColumn[Kekurangan], ...] = (
    ListColumn("Yang belum ada", lambda k: k.apa),
    ListColumn("Yang harus dilakukan", lambda k: k.saran, 340),
)


class LkePane(Pane):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._view: PaketView | None = None
        self._year, self._about = ComboBox("Tahun evaluasi"), Label(ink=Ink.TEXT_2)
        self._shown = Segmented(
            (Segment(_ALL, "Semua kriteria"), Segment(_OPEN, "Belum lengkap"), Segment(_MISSING, "Yang belum ada")),
            "Yang ditampilkan",
        )
        self._make = Button("Buat Paket…", ButtonKind.PRIMARY, Icon.PILIH_BERKAS, act=True)
        self._criteria: Listing[BarisKriteria] = Listing("Kriteria", _CRITERIA, key=lambda b: b.nomor)
        self._lacks: Listing[Kekurangan] = Listing("Yang belum ada", _LACKS, key=lambda k: k.apa)
        self._empty = EmptyState()
        self._head, self._state = Label(style=TextStyle.CARD_TITLE, wrap=True), Label(style=TextStyle.BODY_500)
        self._lines = Label(wrap=True)
        for name, part in (
            ("tahun_lke", self._year),
            ("tampilan_lke", self._shown),
            ("buat_paket_lke", self._make),
            ("kriteria_lke", self._criteria),
            ("kurang_lke", self._lacks),
        ):
            part.setObjectName(name)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        panel = SidePanel()
        for part in (self._head, self._state, self._lines):
            panel.content.addWidget(part)
        self._lists = QStackedWidget()
        for listing in (self._criteria, self._lacks):
            self._lists.addWidget(holder(column(listing.filter_line, listing)))
        self._lists.addWidget(self._empty)
        self._split = Split(self._lists, panel, "lke")
        self.setFocusProxy(self._criteria)
        head = row(self._year, self._shown, 8, self._about, None, self._make)
        whole = column(head, self.told, self.job, self._split, space=8)
        whole.setStretch(3, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._year.activated.connect(lambda _: self.load())
        self._shown.chosen.connect(lambda _: self._show_rows())
        self._criteria.chosen.connect(self._show_criterion)
        self._lacks.chosen.connect(self._show_lack)
        self._make.clicked.connect(self._ask)
        self.job.ended.connect(lambda: allow(self._make, ""))

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        """The criteria of a year with what the archive holds for them."""
        years = lke_packet.years(self.ctx())
        chosen = self._year.currentData() or lke_packet.proposed(self.ctx())
        fill(self._year, [(f"Tahun {y}", y) for y in years], chosen)
        for part in (self._year, self._shown, self._make):
            set_shown(part, shown=bool(years))
        if not years:
            self._empty.set_words("Belum ada rencana kinerja. Paket dapat dibuat setelah rencana diisi.")
            self._lists.setCurrentWidget(self._empty)
            return
        ctx, tahun = self.ctx(), self._year.currentData()
        self.run_job("Membaca arsip", lambda _: lke_packet.load(ctx, tahun), self._shown_year)

    def _shown_year(self, view: PaketView) -> None:
        """What was read, unless another year was chosen meanwhile."""
        if view.tahun != self._year.currentData():
            return
        self._view = view
        unsigned = f", {view.tanpa_ttd} belum bertanda tangan" if view.tanpa_ttd else ""
        size = f", {format_ukuran(view.ukuran)}" if view.berkas else ""
        self._about.setText(f"{view.berkas} berkas{unsigned}{size}")
        self._about.setToolTip(view.peraturan)
        rows = _rows(view)
        counts = {_ALL: len(rows), _OPEN: sum(b.kurang for b in rows), _MISSING: len(view.kurang)}
        self._shown.set_counts(counts)
        self._lacks.set_rows(view.kurang)
        self._show_rows()

    def _show_rows(self) -> None:
        if self._view is None:
            return
        key = self._shown.key()
        rows = [b for b in _rows(self._view) if key == _ALL or b.kurang]
        self._criteria.set_rows(rows)
        wanted = (self._lacks, self._view.kurang) if key == _MISSING else (self._criteria, rows)
        self._empty.set_words("Semua dokumen yang dibuat program ini sudah ada.")
        self._lists.setCurrentWidget((wanted[1] and wanted[0].parentWidget()) or self._empty)
        if not wanted[1]:
            self._show_words("", "", ())
        elif key == _MISSING:
            self._show_lack()
        else:
            self._show_criterion()

    def _show_criterion(self) -> None:
        found = self._criteria.current()
        if found is not None:
            self._show_words(f"{found.nomor} {found.teks}", found.keadaan, found.bukti)
            self._state.set_ink(Tone.SALAH if found.kurang else Ink.TEXT_2)

    def _show_lack(self) -> None:
        found = self._lacks.current()
        if found is not None:
            self._show_words(found.apa, "Belum ada", (found.saran,))
            self._state.set_ink(Tone.SALAH)

    def _show_words(self, head: str, state: str, lines: Sequence[str]) -> None:
        self._head.setText(head)
        self._state.setText(state)
        self._lines.setText("\n\n".join(lines))

    # --- acts ------------------------------------------------------------------------------------

    def _ask(self) -> None:
        view, ctx = self._view, self.ctx()
        if view is None:
            return
        sentence = (
            f"Dibuat folder baru dengan {view.berkas} berkas, indeks, dan daftar yang belum ada. "
            f"Perlu {format_ukuran(view.ukuran)}."
        )
        question = Tempat("Paket Bukti LKE", "Buat paket di mana?", sentence, "Buat Paket", Icon.PILIH_BERKAS)
        self.write_to_place(
            question,
            "Membuat paket bukti.",
            lambda place, tick: lke_packet.write_packet(ctx, view.tahun, place, tick),
            _told,
        )
        allow(self._make, WAIT if self.job.is_running() else "")

    def areas(self) -> Sequence[QWidget]:
        return (self._shown, self._lists, self._make)

    def toggle_panel(self) -> None:
        self._split.toggle()

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self._shown.set_narrow(narrow=narrow)


def _rows(view: PaketView) -> list[BarisKriteria]:
    return [b for k in view.kelompok for b in k.baris]


def _told(made: HasilPaket) -> StripSpec:
    done = f"**Paket selesai dan sudah dibaca ulang.** {made.berkas} berkas di {made.folder}."
    if made.kurang:
        return careful(f"{done} {made.kurang} bukti belum ada; daftarnya ikut di dalam paket.")
    return good(done)
