"""The page of Arsip: find any paper in ten seconds, see its first page, print the same bytes again.

Papers are never deleted here; retention only tells. Its other sides are «Buat Dokumen» (``making``) and «Paket»
(``packets``); how a side is made says ``side``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QGridLayout, QStackedWidget, QWidget

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services import archive, slip_sheets
from kinerja_desktop.services.archive import ArsipView, BarisArsip, Kolom, Saringan, Susunan
from kinerja_desktop.services.changes import Change
from kinerja_desktop.services.printing import read_file
from kinerja_desktop.services.scans import HasilPindaian, file_scans
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.archive.making import MakingPage
from kinerja_desktop.ui.archive.packets import PACKET_MAKERS, PacketsPage
from kinerja_desktop.ui.archive.place import PlaceFields
from kinerja_desktop.ui.archive.side import MAKING, PACKETS, SHELF, SidePage, switch
from kinerja_desktop.ui.choosing import SCAN, choose_file, choose_files, choose_target
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.runner import Report
from kinerja_desktop.ui.theme import Ink, Space, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.chips import Chip, ChipSpec
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.fields import ComboBox, SearchField
from kinerja_desktop.ui.widgets.folding import FoldingRow
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.listing import ListColumn, Listing
from kinerja_desktop.ui.widgets.pdf_pages import PdfPages
from kinerja_desktop.ui.widgets.segments import Segmented
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.side_panel import SidePanel, Split
from kinerja_desktop.ui.work.copies import print_copy, save_copy
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.slip_sheets import print_filed, sheets_button

WAIT_MS = 200
_STANDING = {
    "sah": ChipSpec(Tone.SELESAI, Icon.DISETUJUI, "Sah"),
    "digantikan": ChipSpec(Tone.NETRAL, Icon.MUAT_ULANG, "Digantikan"),
    "ditarik": ChipSpec(Tone.KEMBALI, Icon.KEMBALIKAN, "Ditarik"),
}
_COLUMNS: tuple[ListColumn[BarisArsip], ...] = (
    ListColumn("Nomor", lambda b: b.nomor, 206),
    ListColumn("Dokumen", lambda b: b.judul),
    ListColumn("Unit", lambda b: b.unit, 170),
    ListColumn(
        "Tanggal",
        lambda b: format_tanggal(b.tanggal) if b.tanggal else "ditulis tangan",
        126,
        order=lambda b: b.tanggal.isoformat() if b.tanggal else "",
    ),
    ListColumn("Halaman", lambda b: str(b.halaman), 74, right=True, order=lambda b: b.halaman),
    ListColumn("Keadaan", lambda b: _STANDING[b.status].text, 92),
)
_ORDERS = (Kolom.NOMOR, Kolom.JUDUL, Kolom.UNIT, Kolom.TANGGAL, Kolom.HALAMAN, Kolom.STATUS)
"""What each column orders the whole list by, of which a page is seen."""
_FACTS: Mapping[str, Callable[[BarisArsip], str]] = {
    "Nomor": lambda b: b.nomor,
    "Klasifikasi": lambda b: b.klasifikasi,
    "Langkah SOP": lambda b: "" if b.langkah == "-" else b.langkah,
    "Masa": lambda b: b.periode,
    "Unit": lambda b: b.unit,
    "Versi": lambda b: str(b.versi),
    "Kode kertas": lambda b: b.kode,
    "Tempat simpan": lambda b: b.tempat_simpan or "belum dicatat",
    "Pindaian": lambda b: "ada" if b.dipindai else "belum ada",
    "Retensi": lambda b: b.retensi,
}
_KEYS = (
    ("Ctrl+F", "cari di arsip"),
    ("Enter", "buka dokumen"),
    ("Ctrl+P", "cetak salinan"),
)
_UNIT, _HALAMAN = 2, 4
_SIDES: Mapping[str, Callable[[Desk, Segmented], SidePage]] = {MAKING: MakingPage, PACKETS: PacketsPage}


def make(desk: Desk) -> "ArchivePage":
    """Build the page."""
    return ArchivePage(desk)


class ArchivePage(WorkPage):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._view: ArsipView | None = None
        self._page_no = 1
        self._search = SearchField("Cari arsip")
        self._year, self._kind, self._unit = ComboBox("Tahun"), ComboBox("Jenis"), ComboBox("Unit")
        self._state = ComboBox("Keadaan")
        for words, waiting in (("Semua keadaan", False), ("Menunggu berkas bertanda tangan", True)):
            self._state.addItem(words, waiting)
        self._count = Label(ink=Ink.TEXT_2)
        self._list: Listing[BarisArsip] = Listing("Daftar arsip", _COLUMNS, key=lambda b: b.id)
        self._list.setObjectName("daftar_arsip")
        self._empty = EmptyState()
        self._earlier, self._later = Button("Lebih baru", icon=Icon.KIRI), Button("Lebih lama", icon=Icon.KANAN)
        self._make_panel()
        choices = (self._year, self._kind, self._unit, self._state)
        tools = row(self._search, *choices, None, self._count, self._earlier, self._later)
        tools.setStretchFactor(self._search, 1)
        left = column(self._list, self._empty)
        left.setStretch(0, 1)
        self._split = Split(holder(left), self._panel, "arsip")
        packets = (PACKETS,) if self.ctx().actor.role in PACKET_MAKERS else ()
        self._keys = (SHELF, MAKING, *packets)
        self._switch = switch(SHELF, self._keys)
        head = FoldingRow(row(self._switch), tools)
        shelf = column(head, 8, self._split)
        shelf.setStretch(2, 1)
        self._sides: dict[str, SidePage] = {}
        self._sheets, sheet = QStackedWidget(), QWidget()
        self.setLayout(column(self._sheets))
        self._sheets.addWidget(sheet)
        sheet.setLayout(shelf)  # last: what moves is styled anew with everything in it
        self._switch.chosen.connect(self._leave_shelf)
        self._name_parts()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._connect()

    def _name_parts(self) -> None:
        for name, part in (
            ("cari", self._search),
            ("tahun", self._year),
            ("jenis", self._kind),
            ("unit", self._unit),
            ("keadaan", self._state),
            ("lebih_baru", self._earlier),
            ("lebih_lama", self._later),
            ("buka", self._open),
            ("cetak_salinan", self._print),
            ("simpan_pdf", self._save),
            ("tempat_simpan", self._place),
            ("tambah_pindaian", self._scan),
            ("buka_pindaian", self._open_scan),
            ("kenali_pindaian", self._recognise),
        ):
            part.setObjectName(name)
        for choice in self._choices():
            # a long name of a unit must not push the list of papers aside
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.view().setMinimumWidth(theme.px(320))
        self._fit_choices(narrow=False)

    def _fit_choices(self, *, narrow: bool) -> None:
        for choice, (wide, small) in (
            (self._year, (128, 128)),
            (self._kind, (140, 122)),
            (self._unit, (140, 118)),
            (self._state, (150, 138)),
        ):
            choice.setFixedWidth(theme.px(small if narrow else wide))

    def _make_panel(self) -> None:
        self._panel = SidePanel()
        self._title, self._standing = Label(style=TextStyle.CARD_TITLE, wrap=True), Chip()
        self._facts = QGridLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setVerticalSpacing(theme.px(6))
        self._facts.setHorizontalSpacing(theme.px(12))
        self._facts.setColumnStretch(1, 1)
        self._values = {label: self._fact(label) for label in _FACTS}
        for part in (self._title, self._standing, holder(self._facts)):
            self._panel.content.addWidget(part)
        self._open = Button("Buka", ButtonKind.PRIMARY, Icon.ARSIP, act=True)
        self._print = Button("Cetak Salinan", icon=Icon.CETAK)
        self._save = Button("Simpan PDF", icon=Icon.SIMPAN_PDF)
        self._place = Button("Tempat Simpan…", ButtonKind.LINK)
        self._scan = Button("Tambah Pindaian…", ButtonKind.LINK)
        self._open_scan = Button("Buka Pindaian", ButtonKind.LINK)
        self._recognise = Button("Kenali Pindaian…", ButtonKind.LINK)
        self._recognise.setToolTip("Pilih banyak pindaian sekaligus; setiap lembar dikenali dari kode QR-nya.")
        self._two = sheets_button(ButtonKind.LINK)
        links = column(
            row(self._place, self._scan, None), row(self._recognise, self._open_scan, None), row(self._two, None)
        )
        self._panel.set_foot(column(self._open, 8, row(self._print, self._save), 4, links))

    def _fact(self, label: str) -> tuple[Label, Label]:
        pair = Label(label, ink=Ink.TEXT_2), Label(wrap=True)
        at = self._facts.rowCount()
        for column_at, part in enumerate(pair):
            self._facts.addWidget(part, at, column_at, Qt.AlignmentFlag.AlignTop)
        return pair

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda _: self._wait.start())
        self._wait.timeout.connect(self._look_anew)
        for choice in (self._year, self._kind, self._unit, self._state):
            choice.activated.connect(lambda _: self._look_anew())
        self._earlier.clicked.connect(lambda: self._turn(-1))
        self._later.clicked.connect(lambda: self._turn(1))
        self._list.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self._look_anew())
        self._list.chosen.connect(self._show_paper)
        self._list.opened.connect(self._open_paper)
        QShortcut(QKeySequence("Ctrl+P"), self, self._print_paper)
        self._open.clicked.connect(self._open_paper)
        self._print.clicked.connect(self._print_paper)
        self._save.clicked.connect(self._save_paper)
        self._place.clicked.connect(self._ask_place)
        self._scan.clicked.connect(self._ask_scan)
        self._open_scan.clicked.connect(self._show_scan)
        self._recognise.clicked.connect(self._ask_scans)
        self._two.clicked.connect(self._print_slips)

    # --- the other sides -------------------------------------------------------------------------

    def _leave_shelf(self, key: str) -> None:
        self._switch.choose(SHELF)
        self._open_side(key)

    def _open_side(self, key: str) -> None:
        """Another side, built when it is first wanted."""
        if key == SHELF:
            self._open_shelf()
            return
        if key not in self._sides:
            self._sides[key] = made = _SIDES[key](self.desk, switch(key, self._keys))
            made.saved.connect(self.saved)
            made.changed.connect(self.changed)
            made.side_wanted.connect(self._open_side)
            made.set_narrow(narrow=self.narrow)
            self._sheets.addWidget(made)
        side = self._sides[key]
        self._sheets.setCurrentWidget(side)
        side.load()
        side.setFocus()

    def _open_shelf(self) -> None:
        self._sheets.setCurrentIndex(0)
        self._list.setFocus()

    def _other(self) -> SidePage | None:
        """The other side that lies open."""
        shown = self._sheets.currentWidget()
        return shown if isinstance(shown, SidePage) else None

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        """One page of what fits the filters; the other side reads itself when it is in front."""
        if (other := self._other()) is not None:
            other.load()
        wanted = Saringan(
            self._search.text().strip(),
            self._year.currentData(),
            self._kind.currentData(),
            self._unit.currentData(),
            menunggu=bool(self._state.currentData()),
        )
        self._view = view = archive.load(self.ctx(), wanted, self._page_no, self._order())
        if self._year.count() == 0:
            self._fill_choices(view)
        self._list.set_rows(view.baris)
        set_shown(self._list, shown=bool(view.baris))
        set_shown(self._empty, shown=not view.baris)
        self._empty.set_words(view.keterangan)
        self._count.setText(f"{view.jumlah} dari {view.semua}")
        last = -(-view.jumlah // archive.HALAMAN) or 1
        set_shown(self._earlier, shown=last > 1)
        set_shown(self._later, shown=last > 1)
        allow(self._earlier, "" if view.halaman > 1 else "Ini halaman pertama.")
        allow(self._later, "" if view.halaman < last else "Ini halaman terakhir.")

    def _order(self) -> Susunan | None:
        head = self._list.horizontalHeader()
        at = head.sortIndicatorSection()
        turun = head.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        return Susunan(_ORDERS[at], turun) if 0 <= at < len(_ORDERS) else None

    def _fill_choices(self, view: ArsipView) -> None:
        for choice, everything, items in (
            (self._year, "Semua tahun", [(str(t), t) for t in view.tahun]),
            (self._kind, "Semua jenis", [(nama, kode) for kode, nama in view.jenis]),
            (self._unit, "Semua unit", [(nama, kode) for kode, nama in view.seksi]),
        ):
            choice.addItem(everything, None)
            for text, key in items:
                choice.addItem(text, key)

    def _look_anew(self) -> None:
        self._page_no = 1
        self.load()

    def _turn(self, by: int) -> None:
        self._page_no += by
        self.load()

    def focus_filter(self) -> None:
        self._open_shelf()
        self._search.setFocus()

    def toggle_panel(self) -> None:
        other = self._other()
        if other is None:
            self._split.toggle()
        else:
            other.toggle_panel()

    def keys(self) -> Sequence[tuple[str, str]]:
        other = self._other()
        return _KEYS if other is None else other.keys()

    def caption(self) -> str:
        other = self._other()
        return "" if other is None else other.caption()

    def go_back(self) -> bool:
        """Esc leaves the other side, else it empties the search."""
        if (other := self._other()) is not None:
            return other.go_back()
        had = bool(self._search.text())
        self._search.clear()
        return had

    def show_item(self, item: str) -> None:
        """Look for a paper by its code or number, in everything."""
        self._open_shelf()
        for choice in (self._year, self._kind, self._unit, self._state):
            choice.setCurrentIndex(0)
        self._search.setText(item)
        self._wait.stop()
        self._look_anew()

    def standing(self) -> tuple[str, ...]:
        return (self._search.text(), *(choice.currentText() for choice in self._choices()))

    def stand(self, *standing: str) -> None:
        words, *chosen = standing
        self.show_item(words)
        for choice, text in zip(self._choices(), chosen, strict=True):
            choice.setCurrentIndex(max(0, choice.findText(text)))
        self._look_anew()

    def _choices(self) -> tuple[QComboBox, ...]:
        return (self._year, self._kind, self._unit, self._state)

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self._list.tools.hide_when_narrow((_UNIT, _HALAMAN), narrow=narrow)
        self._switch.set_narrow(narrow=narrow)
        self._fit_choices(narrow=narrow)
        for turn in (self._earlier, self._later):
            turn.set_words_shown(shown=not narrow)
        for side in self._sides.values():
            side.set_narrow(narrow=narrow)

    def areas(self) -> Sequence[QWidget]:
        other = self._other()
        return (self._list, self._panel) if other is None else other.areas()

    def _show_paper(self) -> None:
        paper = self._list.current()
        for act in (self._open, self._print, self._save, self._place, self._scan):
            allow(act, "" if paper is not None else "Pilih dokumen dahulu.")
        set_shown(self._open_scan, shown=paper is not None and paper.dipindai)
        set_shown(self._two, shown=paper is not None and slip_sheets.is_slip(paper.id))
        self._standing.set_spec(_STANDING[paper.status] if paper else None)
        self._title.setText(paper.judul if paper else "")
        for label, pair in self._values.items():
            text = _FACTS[label](paper) if paper else ""
            pair[1].setText(text)
            for part in pair:
                set_shown(part, shown=bool(text))

    # --- acts ------------------------------------------------------------------------------------

    def _bytes(self) -> bytes:
        paper = self._list.current()
        if paper is None:
            return b""
        try:
            return archive.open_paper(self.ctx(), paper.id)
        except KinerjaError as error:
            self.refuse(error)
            return b""

    def _open_paper(self) -> None:
        paper, pdf = self._list.current(), self._bytes()
        if paper is None or not pdf:
            return
        self._view_pages(paper, paper.judul, pdf)

    def _view_pages(self, paper: BarisArsip, heading: str, pdf: bytes) -> None:
        dialog = Dialog(self, heading, heading, about=f"Nomor {paper.nomor} · versi {paper.versi}")
        dialog.cancel.setText("Tutup")
        pages = PdfPages()
        dialog.add_giving(pages, self.height())
        dialog.setFixedSize(self.size() - QSize(theme.px(Space.PAGE) * 4, 0))  # a sheet is read, not asked about
        pages.set_pdf(pdf)
        dialog.exec()

    def _show_scan(self) -> None:
        paper = self._list.current()
        if paper is None or not paper.dipindai:
            return
        try:
            pdf = archive.open_scan(self.ctx(), paper.id)
        except KinerjaError as error:
            self.refuse(error)
            return
        self._view_pages(paper, f"Pindaian {paper.judul}", pdf)

    def _print_paper(self) -> None:
        if (other := self._other()) is not None:
            other.print_pages()
            return
        paper, pdf = self._list.current(), self._bytes()
        if paper is not None:
            print_copy(self, pdf, paper.nama_berkas, paper.id)

    def _print_slips(self) -> None:
        """Among the slips that the list shows; the chosen one and the other of its berkas are ticked."""
        chosen, view = self._list.current(), self._view
        if chosen is None or view is None:
            return
        oldest_first = [paper for paper in reversed(view.baris) if slip_sheets.is_slip(paper.id)]
        told = {one.id: f"{one.judul.removeprefix('Lembar Disposisi – ')} · {one.nomor}" for one in oldest_first}
        print_filed(self, told, [one for one in told if slip_sheets.of_one_berkas(one, chosen.id)])

    def _save_paper(self) -> None:
        paper, pdf = self._list.current(), self._bytes()
        if paper is None or not pdf:
            return
        chosen = choose_target(self, "Simpan Dokumen", paper.nama_berkas)
        if chosen:
            save_copy(self, pdf, chosen, paper.id)

    def _ask_place(self) -> None:
        paper = self._list.current()
        if paper is None:
            return
        dialog = Dialog(self, "Tempat Simpan", "Di mana lembar bertanda tangan disimpan?", about=paper.judul)
        place = PlaceFields(paper.tempat_simpan)
        dialog.body.addWidget(place)
        place.setFocus()
        dialog.add_act("Simpan")
        if dialog.exec():
            self.attempt(lambda: archive.set_place(self.ctx(), paper.id, place.text()))

    def _ask_scan(self) -> None:
        paper = self._list.current()
        chosen = choose_file(self, "Pindaian lembar bertanda tangan", SCAN)
        if paper is not None and chosen:
            self.attempt(lambda: archive.add_scan(self.ctx(), paper.id, read_file(chosen)))

    def _ask_scans(self) -> None:
        """Scans find their papers by the code on them; what was left is told with its reason."""
        files = choose_files(self, "Pindaian lembar bertanda tangan", SCAN)
        if not files:
            return
        ctx = self.ctx()

        def job(report: Report) -> HasilPindaian:
            def scans() -> Iterator[tuple[str, bytes]]:
                for number, file in enumerate(files):
                    report.progress(number, len(files), file.name)
                    yield file.name, read_file(file)

            return file_scans(ctx, scans())

        self.run_job("Mengenali pindaian", job, self._tell_scans, writes=True)

    def _tell_scans(self, done: HasilPindaian) -> None:
        self.changed.emit(frozenset({Change.PAPER}))
        heading = f"{len(done.terpasang)} pindaian terpasang, {len(done.tertinggal)} tertinggal"
        dialog = Dialog(self, "Kenali Pindaian", heading)
        dialog.cancel.setText("Tutup")
        for name, told in (*done.terpasang, *done.tertinggal):
            dialog.body.addWidget(Label(f"{name}: {told}", wrap=True))
        dialog.exec()
