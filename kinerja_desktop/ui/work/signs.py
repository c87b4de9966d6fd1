"""«Keterangan tanda»: each state of a cell as it looks in the grid, and how it is left. One more state: a line here."""

from PySide6.QtWidgets import QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.grid.cells import Cell, CellState, ColumnKind, GridColumn, GridRow
from kinerja_desktop.ui.widgets.grid.model import GridModel
from kinerja_desktop.ui.widgets.grid.view import GridView

_COLUMNS = (
    GridColumn("tanda", "Tanda", 126, ColumnKind.ANGKA_UTAMA),
    GridColumn("arti", "Arti", 300, ColumnKind.NAMA, stretches=True),
)
_SIGNS = (
    (CellState.KOSONG, "", "Belum diisi", "Isi angka, atau beri alasan tidak ada data."),
    (CellState.DIISI, "512", "Diisi", "Angka dapat diubah sampai bahan diajukan."),
    (CellState.PERINGATAN, "812", "Peringatan", "Periksa; jika benar, beri alasan. Tidak menghalangi."),
    (CellState.SALAH, "80 persen", "Isian salah", "Tulis angkanya saja. Hanya menghalangi Ajukan Bahan."),
    (CellState.TIDAK_ADA_DATA, "", "Tidak ada data", "Alasannya tercatat. Hilang bila angka diisi."),
    (CellState.DIKEMBALIKAN, "2,80", "Dikembalikan", "Baca catatannya, perbaiki, lalu tandai."),
    (CellState.TERKUNCI, "488", "Terkunci", "Sudah diajukan, atau tidak diukur pada triwulan ini."),
    (CellState.DIHITUNG, "66,94", "Dihitung", "Dari pembilang dan penyebut di sebelahnya."),
    (CellState.BELUM_LENGKAP, "50,00", "Dihitung, belum lengkap", "Satu triwulan di dalamnya belum berisi."),
)


def signs_dialog(parent: QWidget) -> Dialog:
    """The list of signs."""
    dialog = Dialog(parent, "Keterangan Tanda", "Keterangan tanda")
    dialog.cancel.setText("Tutup")
    model = GridModel(_COLUMNS)
    model.set_rows([_row(*sign) for sign in _SIGNS])
    grid = GridView(model, "Keterangan tanda", frozen=0)
    model.setParent(grid)
    grid.setMinimumHeight(theme.height(theme.Height.TABLE_HEAD) + len(_SIGNS) * theme.height(theme.Height.GRID_ROW) + 4)
    for part in (grid, grid.tools.order_line):
        dialog.body.addWidget(part)
    return dialog


def _row(state: CellState, text: str, name: str, meaning: str) -> GridRow:
    return GridRow(state.name, name, {"tanda": Cell(text, state), "arti": Cell(name, subtext=meaning)})
