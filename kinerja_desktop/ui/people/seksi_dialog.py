"""The seksi of the office: their list, one more, another name. A seksi is never deleted; its kode never changes."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import FieldsRefused, KinerjaError
from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.services.people import SeksiView
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.widgets.allowing import lock
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import row
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.widgets.listing import ListColumn, Listing

_COLUMNS: tuple[ListColumn[SeksiView], ...] = (
    ListColumn("Kode", lambda s: s.seksi.kode, 140),
    ListColumn("Nama", lambda s: s.seksi.nama),
)
_KODE_STAYS = "Kode seksi tidak berubah. Untuk kode lain, tambah seksi baru."


class SeksiDialog(Dialog):
    """``store`` stores a seksi with the number seen, and ``read`` lists them; refusals are told in place."""

    def __init__(
        self,
        parent: QWidget,
        read: Callable[[], Sequence[SeksiView]],
        store: Callable[[Seksi, int], None],
    ) -> None:
        super().__init__(parent, "Seksi", "Seksi kantor", sentence="Kode dipakai dalam buku kerja dan tidak berubah.")
        self._read, self._store = read, store
        self.cancel.setText("Tutup")
        self._list: Listing[SeksiView] = Listing("Daftar seksi", _COLUMNS)
        self._list.setObjectName("daftar_seksi")
        self._kode, self._nama = QLineEdit(), QLineEdit()
        self._kode.setObjectName("kode_seksi")
        self._nama.setObjectName("nama_seksi")
        self._fields = {"kode": FormField("Kode", self._kode), "nama": FormField("Nama seksi", self._nama)}
        fields = row(*self._fields.values())
        fields.setStretch(1, 1)
        self._add = Button("Seksi Baru", icon=Icon.TAMBAH, act=True)
        self._add.setObjectName("seksi_baru")
        self._add.clicked.connect(self._begin)
        self.body.addWidget(self._list.filter_line)
        self.add_giving(self._list, 160)
        self.body.addLayout(fields)
        self._save = Button("Simpan Seksi", ButtonKind.PRIMARY, act=True)
        self._save.setObjectName("simpan_seksi")
        self._save.clicked.connect(lambda: self.show_fault(self._try()))
        self.add_plain(self._save)
        self.add_plain(self._add)
        self._list.chosen.connect(self._show)
        self._list.set_rows(read())

    def _show(self) -> None:
        chosen = self._list.current()
        self._kode.setText(chosen.seksi.kode if chosen else "")
        self._nama.setText(chosen.seksi.nama if chosen else "")
        lock(self._kode, _KODE_STAYS if chosen else "")

    def _begin(self) -> None:
        self._list.clearSelection()
        self._list.setCurrentIndex(self._list.things.index(-1, -1))
        self._show()
        self._kode.setFocus()

    def _try(self) -> str:
        for field in self._fields.values():
            field.fault.set_text("")
        chosen = self._list.current()
        seksi = Seksi(self._kode.text().strip(), self._nama.text().strip())
        try:
            self._store(seksi, chosen.versi if chosen else 0)
        except FieldsRefused as refused:
            for fault in refused.isian:
                self._fields[fault.kunci].fault.set_text(messages.sentence(FieldsRefused((fault,))))
            return "Isi kode dan nama seksi."
        except KinerjaError as refused:
            return messages.sentence(refused)
        self._list.set_rows(self._read())
        return ""
