"""Ekspor Lengkap: what it is, what goes in, and the act, behind the own password."""

from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.numerals import format_ukuran
from kinerja_desktop.services import full_export
from kinerja_desktop.services.context import FreshFor
from kinerja_desktop.services.full_export import HasilEkspor
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.archive.pane import Pane, careful, good
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.allowing import WAIT, allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, column, row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.strips import StripSpec
from kinerja_desktop.ui.work.password import ask_password
from kinerja_desktop.ui.work.place_dialog import Tempat

_TITLE = "Ekspor Lengkap"
_WHAT = (
    "Semua data kantor dan seluruh riwayatnya ditulis sebagai JSON dan CSV, bersama dokumen, pindaian, dan bukti. "
    "Berkas BACA-SAYA.txt menerangkan setiap tabel dan kolom, dan manifes menyebut sidik setiap berkas."
)
_WHEN = (
    "Pakailah bila kantor pindah ke program lain, atau bila data diminta dalam bentuk terbuka. Untuk berjaga-jaga "
    "terhadap kerusakan pakailah tab Cadangan: cadangan terkunci, sedangkan ekspor ini dapat dibaca siapa saja."
)
_CARE = "Folder ini memuat nama dan NIP pegawai. Sandi dan kunci cadangan tidak ikut. Simpan di tempat terkunci."


class ExportPane(Pane):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._room = Label(ink=Ink.TEXT_2)
        self._start = Button("Ekspor Lengkap…", ButtonKind.PRIMARY, Icon.SIMPAN_PDF, act=True)
        self._start.setObjectName("ekspor_lengkap")
        words = column(
            Label(_TITLE, TextStyle.SCREEN_TITLE),
            8,
            Label(_WHAT, wrap=True),
            8,
            Label(_WHEN, ink=Ink.TEXT_2, wrap=True),
            8,
            Label(_CARE, TextStyle.BODY_500, wrap=True),
            16,
            row(self._start, 8, self._room, None),
            edge=20,
        )
        card = Card(words)
        card.setMaximumWidth(theme.px(760))
        line = row(card, None)
        line.setStretch(0, 1)
        self.setLayout(column(self.told, self.job, line, None, space=8))
        self.setFocusProxy(self._start)
        self._start.clicked.connect(self._ask)
        self.job.ended.connect(lambda: allow(self._start, ""))

    def read(self) -> None:
        """How much room it takes."""
        self._room.setText(f"Perlu ruang paling banyak {format_ukuran(full_export.room_for(self.ctx()))}.")

    def areas(self) -> tuple[QWidget, ...]:
        return (self._start,)

    def _ask(self) -> None:
        if ask_password(self, self.ctx, FreshFor.EXPORT, _TITLE, _CARE):
            self._write()

    def _write(self) -> None:
        ctx, name = self.ctx(), full_export.name_of(self.ctx())
        question = Tempat(_TITLE, "Tulis ke mana?", f"Dibuat folder baru «{name}». {_CARE}", "Ekspor", Icon.SIMPAN_PDF)
        self.write_to_place(
            question,
            "Menulis ekspor lengkap.",
            lambda place, tick: full_export.export_all(ctx, place / name, tick),
            _told,
        )
        if self.job.is_running():
            self.job.setFocus()  # the act that rests cannot keep it
            allow(self._start, WAIT)


def _told(made: HasilEkspor) -> StripSpec:
    done = (
        f"**Selesai dan sudah dibaca ulang.** {made.tabel} tabel, {made.baris} baris, dan {made.berkas} berkas "
        f"({format_ukuran(made.ukuran)}) di {made.folder}."
    )
    if made.rusak:
        return careful(f"{done} {len(made.rusak)} berkas isinya berubah sejak disimpan; jalankan Periksa Keutuhan.")
    return good(done)
