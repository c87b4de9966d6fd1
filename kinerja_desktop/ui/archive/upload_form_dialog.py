"""«Ubah Formulir»: the fields of the web form in their order, its files with their names, and what it takes."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QStackedWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import FieldsRefused, KinerjaError
from kinerja_desktop.domain.unggah import SEBUTAN, Ambil, Berkas, Formulir, Isian, bawaan
from kinerja_desktop.services import upload_form
from kinerja_desktop.services.changes import NOTHING, Changes
from kinerja_desktop.services.filing import PER_ACT
from kinerja_desktop.services.settings_declared import KLASIFIKASI
from kinerja_desktop.services.upload_packet import UnggahView
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.edit_table import EditColumn, EditTable
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.widgets.tick import Tick
from kinerja_desktop.ui.work.page import WorkPage

_FIELDS, _FILES = "isian", "berkas"
_DOKUMEN = {kode: nama for kode, (_, nama) in KLASIFIKASI.items() if kode not in PER_ACT}
_TOLD = 3
"""Wrong lines that are told at once; the others follow when these are put right."""


class UploadFormDialog(Dialog):
    """Stores the form itself when «Simpan» is pressed; `changes` is what that changed."""

    def __init__(self, page: WorkPage, view: UnggahView) -> None:
        which = "tahunan" if view.masa.nomor is None else "triwulan"
        super().__init__(page, "Ubah Formulir", f"Formulir {which} pada sistem web kabupaten")
        self._page, self._view = page, view
        self._changes: Changes = NOTHING
        codes = tuple(dict.fromkeys(b.milik.partition(" ")[0] for b in view.baris if b.milik != "Kantor"))
        self._owners = {**{words: key for key, words in SEBUTAN.items()}, **{code: code for code in codes}}
        self._side = Segmented((Segment(_FIELDS, "Isian"), Segment(_FILES, "Berkas PDF")), "Bagian formulir")
        self._fields = EditTable("Isian formulir", self._field_columns())
        self._files = EditTable("Berkas formulir", _FILE_COLUMNS)
        self._limit, self._point = QLineEdit(), Tick("Angka memakai titik desimal")
        for name, part in (
            ("bagian_formulir", self._side),
            ("tabel_isian", self._fields),
            ("tabel_berkas", self._files),
            ("maks_mb", self._limit),
            ("titik_desimal", self._point),
        ):
            part.setObjectName(name)
        self._lay_out()
        self.show_form(view.formulir)
        self.add_plain(self._act_button("Kembalikan Usulan", "usulan", self._propose))
        self.add_act("Simpan", icon=Icon.SETUJUI).setObjectName("simpan_formulir")
        self.set_check(self._store)

    def _field_columns(self) -> tuple[EditColumn, ...]:
        return (
            EditColumn("Tulisan pada formulir"),
            EditColumn("Untuk", 128, choices=tuple(self._owners)),
            EditColumn("Isinya", 150, choices=tuple(a.value for a in Ambil)),
            EditColumn("Maks. huruf", 98, right=True),
        )

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(holder(column(self._fields.filter_line, self._fields, self._fields.tools.order_line)))
        about = Label("{tahun}, {tw}, dan {unit} diganti dengan tahun, triwulan, dan kode unit.", ink=Ink.TEXT_2)
        self._limit.setFixedWidth(theme.px(64))
        self._limit.setAccessibleName("Ukuran terbesar tiap berkas, dalam MB")
        limit = row(Label("Ukuran terbesar tiap berkas", buddy=self._limit), self._limit, Label("MB"), None)
        self._stack.addWidget(
            holder(column(self._files.filter_line, self._files, self._files.tools.order_line, 4, about, 6, limit))
        )
        for table in (self._fields, self._files):
            table.setMinimumHeight(theme.px(150))
        moves = (
            self._act_button("Tambah", "tambah_baris", lambda: self._table().add_row()),
            self._act_button("Hapus", "hapus_baris", lambda: self._table().remove_row()),
            self._act_button("Naik", "naik", lambda: self._table().move_row(-1)),
            self._act_button("Turun", "turun", lambda: self._table().move_row(1)),
        )
        self.body.addLayout(row(self._side, None, *moves))
        self.body.addWidget(self._stack)
        self.body.addWidget(self._point)
        self._side.chosen.connect(lambda key: self._stack.setCurrentIndex(int(key == _FILES)))

    @staticmethod
    def _act_button(words: str, name: str, deed: Callable[[], object]) -> Button:
        made = Button(words, ButtonKind.LINK)
        made.setObjectName(name)
        made.clicked.connect(deed)
        return made

    def _table(self) -> EditTable:
        return self._files if self._side.key() == _FILES else self._fields

    # --- the form --------------------------------------------------------------------------------

    def show_form(self, formulir: Formulir) -> None:
        """Show a form; nothing is stored."""
        words = {key: shown for shown, key in self._owners.items()}
        self._fields.set_texts(
            [(i.label, words.get(i.indikator, i.indikator), i.ambil.value, str(i.maks or "")) for i in formulir.isian]
        )
        self._files.set_texts([(_DOKUMEN.get(b.jenis, b.jenis), b.pola) for b in formulir.berkas])
        self._limit.setText(str(formulir.maks_mb))
        self._point.setChecked(formulir.titik)

    def changes(self) -> Changes:
        """What was changed."""
        return self._changes

    def _propose(self) -> None:
        self.show_form(bawaan(self._view.masa))

    def _store(self) -> str:
        try:
            form = self._typed()
            masa, seen = self._view.masa, self._view.versi
            self._changes = upload_form.change_form(self._page.ctx(), masa, form, seen=seen)
        except FieldsRefused as refused:
            return _sentences(refused)
        except KinerjaError as refused:
            return messages.sentence(refused)
        return ""

    def _typed(self) -> Formulir:
        """What stands in the tables. Raises FieldsRefused for what is no whole number."""
        kinds = {name: kind for kind, name in _DOKUMEN.items()}
        isian = tuple(
            Isian(label, self._owners.get(of, of), Ambil(what), upload_form.read_limit(n, maks))
            for n, (label, of, what, maks) in enumerate(self._fields.texts(), 1)
        )
        berkas = tuple(Berkas(kinds.get(name, name), pola) for name, pola in self._files.texts())
        return Formulir(isian, berkas, upload_form.read_size(self._limit.text()), self._point.isChecked())


_FILE_COLUMNS = (
    EditColumn("Dokumen", 230, choices=tuple(_DOKUMEN.values())),
    EditColumn("Nama berkas, tanpa .pdf"),
)


def _sentences(refused: FieldsRefused) -> str:
    told = [messages.sentence(FieldsRefused((fault,))) for fault in refused.isian[:_TOLD]]
    more = len(refused.isian) - len(told)
    return " ".join((*told, *([f"Masih ada {more} yang lain."] if more > 0 else ())))
