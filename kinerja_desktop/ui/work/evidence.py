"""Dialog of the evidence of one indikator: names of papers, places, or addresses, one per line."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kinerja_desktop.domain.realisasi import MAKS_TEKS
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind, IconButton
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import dotted
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea


class EvidenceDialog(Dialog):
    """`bukti` gives the lines that are not empty, in order."""

    def __init__(self, parent: QWidget, kode: str, nama: str, bukti: Sequence[str], *, editable: bool) -> None:
        super().__init__(
            parent,
            "Bukti Dukung",
            f"{kode} {nama}",
            sentence="Tulis nama dokumen dan tempatnya, atau alamat berkasnya. Satu bukti satu baris.",
        )
        self._editable = editable
        self._lines: list[QLineEdit] = []
        self._stack: QVBoxLayout = column(space=8)
        area = ScrollArea(holder(column(self._stack, None)))
        area.setMinimumHeight(theme.px(170))
        self.body.addWidget(area)
        for one in bukti:
            self._add_line(one)
        if editable:
            self._offer()
        elif not bukti:
            self.body.addWidget(Label("Tidak ada bukti.", ink=Ink.TEXT_2))

    def _offer(self) -> None:
        more = Button("Tambah bukti", ButtonKind.LINK, Icon.TAMBAH)
        more.setObjectName("tambah_bukti")
        more.clicked.connect(self._add_empty)
        self.body.addLayout(row(more, None))
        self._save = self.add_act("Simpan Bukti")
        self._save.setObjectName("simpan_bukti")
        self.set_check(self._too_long)
        if not self._lines:
            self._add_empty()

    def _too_long(self) -> str:
        long = max((len(text) for text in self.bukti()), default=0)
        return f"Satu bukti paling banyak {dotted(MAKS_TEKS)} huruf. Ringkas dahulu." if long > MAKS_TEKS else ""

    def bukti(self) -> tuple[str, ...]:
        return tuple(text for line in self._lines if (text := line.text().strip()))

    def _add_empty(self) -> None:
        self._add_line("").setFocus()

    def _go_on(self, field: QLineEdit) -> None:
        """Enter: to the next line, which is made where a text stands, and from an empty last line to the act."""
        further = self._lines[self._lines.index(field) + 1 :]
        if further:
            further[0].setFocus()
        elif field.text().strip():
            self._add_empty()
        else:
            self._save.setFocus()

    def _add_line(self, text: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setReadOnly(not self._editable)
        field.setAccessibleName(f"Bukti {len(self._lines) + 1}")
        field.setPlaceholderText("misalnya: Register surat TW II, lemari 2")
        remove = IconButton(Icon.TUTUP, "Hapus bukti ini")
        line = holder(row(field, remove, space=4))
        remove.setVisible(self._editable)
        remove.clicked.connect(lambda: self._drop(field, line))
        if self._editable:
            field.returnPressed.connect(lambda: self._go_on(field))
        self._lines.append(field)
        self._stack.addWidget(line)
        return field

    def _drop(self, field: QLineEdit, line: QWidget) -> None:
        self._lines.remove(field)
        line.hide()
        line.deleteLater()
