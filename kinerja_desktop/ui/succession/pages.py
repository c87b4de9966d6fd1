"""The pages of Serah Terima Petugas: who and when, what goes over, keys and accounts, the end."""

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from kinerja_desktop.domain.pegawai import Pegawai, Penugasan
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services.succession import Pengganti, TawaranSerah
from kinerja_desktop.services.succession_state import KeadaanSerah
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, empty, holder, row
from kinerja_desktop.ui.widgets.date_field import DateField
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.tick import Tick
from kinerja_desktop.ui.work.password import PasswordAgain


class WhoPage(QWidget):
    """Who hands over, who takes over, from when on, on what ground. ``new_asked`` wants a person who is not there."""

    new_asked = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.lama, self.baru, self._penugasan = (
            ComboBox("Yang menyerahkan"),
            ComboBox("Yang menerima"),
            ComboBox("Penugasan"),
        )
        self.mulai, self.dasar = DateField("Mulai bertugas", "mulai"), QLineEdit()
        self.mulai.set_day(today)
        for box in (self.lama, self.baru, self._penugasan):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for penugasan in Penugasan:
            self._penugasan.addItem(penugasan.value, penugasan.value)
        new = Button("Pegawai Baru…", ButtonKind.LINK)
        new.setObjectName("pegawai_baru_serah")
        new.clicked.connect(self.new_asked)
        new.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)  # the names need the room
        self.fields = {
            "lama": FormField("Yang menyerahkan", self.lama),
            "baru": FormField("Yang menerima", self.baru, "", new),
            "mulai": FormField("Mulai bertugas", self.mulai),
            "penugasan": FormField("Penugasan", self._penugasan),
            "dasar": FormField("Dasar", self.dasar, "nomor dan tanggal keputusan atau surat perintah"),
        }
        for kunci, field in self.fields.items():
            field.control.setObjectName(f"serah_{kunci}")
        pair = row(self.fields["mulai"], self.fields["penugasan"], space=12)
        self.setLayout(column(self.fields["lama"], self.fields["baru"], pair, self.fields["dasar"], None, space=4))

    def offer(self, tawaran: TawaranSerah, lama: str, baru: str) -> None:
        """Fill both lists, keeping what is chosen."""
        _fill(self.lama, tawaran.jabatan, lama)
        _fill(self.baru, [p.pegawai for p in tawaran.pengganti], baru)

    def penugasan(self) -> Penugasan:
        """How the post is held from now on."""
        return Penugasan(self._penugasan.currentData())


def _fill(box: ComboBox, people: Iterable[Pegawai], chosen: str) -> None:
    box.blockSignals(True)  # noqa: FBT003  # Qt's own signature
    box.clear()
    for person in people:
        box.addItem(f"{person.nama}, {person.jabatan_tercetak}", person.id)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)  # noqa: FBT003  # Qt's own signature


class TasksPage(ScrollArea):
    """What waits for the post, and what of the settings is the office's own choice."""

    def __init__(self) -> None:
        self._lines = column(space=4, edge=6)
        super().__init__(holder(self._lines), sideways=False, bare=True)

    def show_state(self, keadaan: KeadaanSerah) -> None:
        """Say both."""
        empty(self._lines)
        tasks = [f"{t.tugas}, {t.masa}. Batas: {t.batas}." for t in keadaan.tugas]
        self._add(f"Tugas yang beralih ({len(tasks)})", tasks, "Tidak ada tugas yang menunggu petugas ini.")
        settings = [f"{label}: {said}" for label, said in keadaan.setelan]
        head = f"Pengaturan yang berbeda dari bawaan ({len(settings)})"
        self._add(head, settings, "Semua pengaturan masih seperti bawaan program.")
        self._lines.addStretch(1)

    def _add(self, head: str, lines: list[str], nothing: str) -> None:
        self._lines.addWidget(Label(head, TextStyle.BODY_500, wrap=True))
        for line in lines or [nothing]:
            self._lines.addWidget(Label(line, ink=Ink.TEXT_2, wrap=True))


class KeysPage(QWidget):
    """Who keeps the recovery sheet, and how both log in. ``sheet_asked`` wants a new sheet."""

    sheet_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sheet, self._accounts = Label(wrap=True), Label(wrap=True)
        self.handed = Tick("Lembar pada petugas lama diserahkan kepada petugas baru")
        self.handed.setObjectName("lembar_diserahkan")
        new = Button("Buat Lembar Baru…", icon=Icon.CETAK)
        new.setObjectName("lembar_serah")
        new.clicked.connect(self.sheet_asked)
        self._name = QLineEdit()
        self._name.setObjectName("pengguna_serah")
        self.account = FormField("Nama pengguna petugas baru", self._name, "huruf kecil tanpa spasi")
        self.setLayout(column(self._sheet, self.handed, row(new, None), 4, self._accounts, self.account, None, space=6))

    def show_state(self, keadaan: KeadaanSerah, baru: Pengganti, mulai: date) -> None:
        """Say how it stands for these two."""
        kept = " dan ".join(f"{place} ({name or 'belum ada'})" for place, name in keadaan.penyimpan)
        self._sheet.setText(
            f"Lembar pemulihan bertanda kunci {keadaan.lembar} disimpan oleh {kept}."
            if keadaan.lembar
            else "Belum ada lembar pemulihan. Tanpa lembar itu cadangan hanya terbuka di komputer ini."
        )
        set_shown(self.handed, shown=keadaan.lembar is not None)
        until = format_tanggal(mulai - timedelta(days=1))
        old = f"Akun «{keadaan.akun}» kehilangan peran ini sesudah {until}. " if keadaan.akun else ""
        new = f"{baru.pegawai.nama} masuk dengan akun «{baru.akun}» miliknya." if baru.akun else ""
        self._accounts.setText(
            f"{old}{new or 'Petugas baru belum mempunyai akun; kodenya tampil sesudah serah terima.'}"
        )
        set_shown(self.account, shown=baru.akun is None)

    def pengguna(self) -> str:
        """The name of the account to open, empty where none is."""
        return "" if self.account.isHidden() else self._name.text().strip()


class EndPage(QWidget):
    """What is about to happen, the paper to look at, the own password. ``paper_asked`` wants the preview."""

    paper_asked = Signal()

    def __init__(self, password: PasswordAgain) -> None:
        super().__init__()
        self._told = Label(wrap=True)
        look = Button("Lihat Berita Acara…", icon=Icon.BERKAS_PDF)
        look.setObjectName("lihat_berita_acara")
        look.clicked.connect(self.paper_asked)
        self.setLayout(column(self._told, row(look, None), 4, password, None, space=8))

    def tell(self, sentence: str) -> None:
        """Say what «Serahkan» does."""
        self._told.setText(sentence)
