"""The recommendations of a report: offered by the program until somebody types, then kept as typed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.laporan import Rekomendasi
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.edit_table import EditColumn, EditTable
from kinerja_desktop.ui.widgets.labels import Label

_COLUMNS = (EditColumn("Rekomendasi"), EditColumn("Penanggung jawab", 190), EditColumn("Batas waktu", 150))


class RecommendationsView(QWidget):
    """``edited`` carries the rows as typed, None when they are given back to the program."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._table = EditTable("Rekomendasi", _COLUMNS)
        self._table.setObjectName("rekomendasi")
        self._origin = Label(ink=Ink.TEXT_2)
        self._add, self._remove = Button("Tambah Baris", icon=Icon.TAMBAH), Button("Hapus Baris", icon=Icon.KURANG)
        self._add.setObjectName("tambah_rekomendasi")
        self._remove.setObjectName("hapus_rekomendasi")
        self._give_back = Button("Kembalikan ke rekomendasi dari angka", ButtonKind.LINK)
        self._give_back.setObjectName("kembalikan_rekomendasi")
        title = row(Label("Rekomendasi", TextStyle.BODY_500), Label("apa, siapa, sampai kapan", ink=Ink.TEXT_2), None)
        foot = row(self._add, self._remove, 8, self._origin, None, self._give_back)
        whole = column(title, 6, self._table.filter_line, self._table, self._table.tools.order_line, 8, foot)
        whole.setStretch(3, 1)
        self.setLayout(whole)
        self.setFocusProxy(self._table)
        self._table.edited.connect(lambda: self.edited.emit(self.rows()))
        self._add.clicked.connect(self._table.add_row)
        self._remove.clicked.connect(self._table.remove_row)
        self._give_back.clicked.connect(lambda: self.edited.emit(None))

    def show_rows(self, rows: Sequence[Rekomendasi], *, typed: bool, writable: bool) -> None:
        """Show what stands in the report."""
        self._table.set_texts([(r.teks, r.penanggung_jawab, r.batas_waktu) for r in rows], writable=writable)
        self.tell_origin(typed=typed, writable=writable)

    def tell_origin(self, *, typed: bool, writable: bool) -> None:
        """Say whose words these are; only typed ones can be given back."""
        self._origin.setText("Disunting." if typed else "Ditulis program dari angka yang disetujui.")
        self._give_back.setVisible(typed and writable)
        self._add.setVisible(writable)
        self._remove.setVisible(writable)

    def rows(self) -> tuple[Rekomendasi, ...]:
        """What is typed; rows without a word are left out."""
        return tuple(Rekomendasi(*texts) for texts in self._table.texts() if any(texts))
