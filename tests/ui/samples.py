"""Frames, pages and rows that tests of the window share; people and figures are invented."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.ui.frame import FrameModel, RoleLine, StatusText
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.page import Page, TabSpec
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.cards import column
from kinerja_desktop.ui.widgets.chips import ChipSpec
from kinerja_desktop.ui.widgets.grid.cells import Cell, CellState, ColumnKind, GridColumn, GridGroup, GridRow
from kinerja_desktop.ui.widgets.row_model import Content, ListGroup, ListRow

FRAME = FrameModel(
    kantor="Kecamatan Kelara",
    kabupaten="Kabupaten Jeneponto",
    nama="Andi Umpama, S.IP.",
    roles=(RoleLine("kabid", "Kabid (Camat)", 4), RoleLine("camat", "Camat", 1)),
    role="kabid",
    cadangan=StatusText("Cadangan: hari ini 12.05 · USB: 3 hari lalu"),
    waktu="Selasa, 14 Juli 2026 · 15.12 WITA",
)


class PlainPage(Page):
    """A page with one field that counts what the window asks of it."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName("Isian")
        self.other = QLineEdit()
        self.other.setAccessibleName("Saringan")
        self.setLayout(column(self.field, self.other))
        self.loads = 0
        self.missed: list[Changes] = []
        self.shown: list[str] = []
        self.panel_toggles = 0
        self.narrow = False
        self.steps = 0

    def load(self) -> None:
        self.loads += 1

    def refresh(self, changes: Changes) -> None:
        self.missed.append(changes)

    def show_item(self, item: str) -> None:
        self.shown.append(item)

    def go_back(self) -> bool:
        self.steps += 1
        return True

    def areas(self) -> Sequence[QWidget]:
        return (self.field, self.other)

    def set_narrow(self, *, narrow: bool) -> None:
        self.narrow = narrow

    def toggle_panel(self) -> None:
        self.panel_toggles += 1

    def focus_filter(self) -> None:
        self.other.setFocus()

    def keys(self) -> Sequence[tuple[str, str]]:
        return (("F8", "Isian berikutnya yang perlu dilihat"),)


def tab(key: str, title: str, icon: Icon, badge: int = 0, kinds: Changes = frozenset()) -> TabSpec:
    return TabSpec(key, title, icon, PlainPage, badge, kinds)


TABS = (
    tab("kotak", "Kotak Tugas", Icon.KOTAK_TUGAS, 4),
    tab("tugas", "Penugasan", Icon.PENUGASAN),
    tab("periksa", "Pemeriksaan", Icon.PEMERIKSAAN, 4, frozenset({Change.CASE})),
    tab("pantau", "Pemantauan", Icon.PEMANTAUAN, 0, frozenset({Change.PLAN})),
    tab("arsip", "Arsip", Icon.ARSIP),
)

WAITING = ChipSpec(Tone.BERJALAN, Icon.PEMERIKSAAN, "Menunggu Pemeriksaan")
AGAIN = ChipSpec(Tone.KEMBALI, Icon.MUAT_ULANG, "Diajukan Kembali (ke-2)", Shape.BOLD)
LATE = ChipSpec(Tone.SALAH, Icon.WAKTU, "terlambat 1 hari kerja")

TASKS: Content = (
    (
        ListGroup("lewat", "Terlambat", Tone.SALAH),
        (ListRow("a", "Periksa laporan Seksi Pemerintahan", chip=WAITING, due=LATE),),
    ),
    (
        ListGroup("kini", "Hari ini", Tone.PERHATIAN, "sampai 16.00"),
        (
            ListRow("b", "Periksa laporan Seksi Pelayanan", "Siti Misalnya, S.Sos. mengajukan kembali", AGAIN),
            ListRow("c", "Periksa laporan Seksi Trantib", "Rahmat Andaikata, S.E. mengajukan", WAITING, unread=True),
        ),
    ),
    (ListGroup("nanti", "Berikutnya"), ()),
)

COLUMNS = (
    GridColumn("no", "No.", 44, ColumnKind.NOMOR),
    GridColumn("nama", "Indikator kinerja", 220, ColumnKind.NAMA, stretches=True),
    GridColumn("target", "Target\nTW II", 76),
    GridColumn("tw2", "Realisasi\nTW II", 126, ColumnKind.ANGKA_UTAMA),
    GridColumn("capaian", "Capaian\nTW II (%)", 84, ColumnKind.ANGKA_UTAMA),
    GridColumn("kategori", "Kategori\nTW II", 118, ColumnKind.TEKS, hides=1),
    GridColumn("bukti", "Bukti", 56, ColumnKind.TEKS, hides=2),
)


def grid_row(key: str, nama: str, figure: Cell) -> GridRow:
    cells = {
        "no": Cell(key),
        "nama": Cell(nama, subtext="surat · akumulasi"),
        "target": Cell("500"),
        "tw2": figure,
        "capaian": Cell("162,40", CellState.DIHITUNG),
        "kategori": Cell("Sangat Tinggi", CellState.DIHITUNG, symbol=Icon.SANGAT_TINGGI),
        "bukti": Cell("1", symbol=Icon.BUKTI),
    }
    return GridRow(key, nama, cells)


def figure(text: str = "", state: CellState = CellState.DIISI, note: str = "") -> Cell:
    return Cell(text, state, editable=True, note=note, unit="surat")


ROWS = (
    GridGroup("Sasaran 1 · Meningkatnya kualitas pelayanan"),
    grid_row(
        "1.1", "Jumlah surat keterangan", figure("812", CellState.PERINGATAN, "Nilai di atas 150% jarang terjadi.")
    ),
    grid_row("1.2", "Jumlah dokumen", figure("1.287")),
    GridGroup("Sasaran 2 · Meningkatnya kepuasan", "rata-rata 66,67%"),
    grid_row("2.1", "Jumlah kegiatan keliling", figure(state=CellState.KOSONG)),
    grid_row("2.2", "Indeks Kepuasan Masyarakat", Cell("–", CellState.TERKUNCI)),
)
