"""The form of one person. Faults stand beside their fields; the dialog closes when the person is stored.

A stored NIP is masked until «Ubah» is pressed. Whoever changes what somebody may do gives the own password again.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import FieldsRefused, IsianSalah, KinerjaError, NipSalah, PasswordNeeded, WrongLogin
from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.nip import format_nip, mask_nip
from kinerja_desktop.domain.pangkat import Pangkat, pangkat_of
from kinerja_desktop.domain.pegawai import Pegawai, Penugasan, StatusPegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Space
from kinerja_desktop.ui.widgets.allowing import lock
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, holder
from kinerja_desktop.ui.widgets.date_field import DateField
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.widgets.kept_out import keep_out
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.tick import Tick
from kinerja_desktop.ui.work.password import PasswordAgain

Store = Callable[[Pegawai], None]
"""Stores a person. Raises refusals."""
_COLUMNS = 12


class PersonDialog(Dialog):
    """``store`` is called when Simpan is pressed; what it refuses is told in place and nothing typed is lost."""

    def __init__(
        self,
        parent: QWidget,
        person: Pegawai | None,
        seksi: Iterable[Seksi],
        password: PasswordAgain,
        store: Store,
    ) -> None:
        title = "Tambah Pegawai" if person is None else f"Ubah Pegawai – {person.nama}"
        super().__init__(parent, title, title)
        self._before, self._store, self._password = person, store, password
        self._make_fields(list(seksi))
        self._lay_out()
        self._fill(person or Pegawai("", "", ()))
        self._status.currentIndexChanged.connect(lambda _: self._offer_ranks(None))
        self.add_act("Simpan").setObjectName("simpan_pegawai")
        self.set_check(self._try)
        self._judge_password()
        self._nama.setFocus()

    def _make_fields(self, seksi: list[Seksi]) -> None:
        self._nama, self._nip, self._jabatan = QLineEdit(), QLineEdit(), QLineEdit()
        keep_out(self._nip)
        self._show_nip = Button("Ubah NIP", ButtonKind.LINK)
        self._show_nip.clicked.connect(self._reveal)
        self._status, self._rank = ComboBox("Status"), ComboBox("Pangkat")
        self._penugasan, self._seksi = ComboBox("Penugasan"), ComboBox("Seksi")
        self._mulai, self._sampai = DateField("Tanggal mulai", "mulai"), DateField("Tanggal selesai", "sampai")
        for choice in (self._status, self._rank, self._penugasan, self._seksi):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for status in StatusPegawai:
            self._status.addItem(status.value, status)
        for penugasan in Penugasan:
            self._penugasan.addItem(penugasan.value, penugasan)
        self._seksi.addItem("seluruh kantor", None)
        for one in seksi:
            self._seksi.addItem(one.nama, one.kode)
        self._ticks = {role: Tick(role.label) for role in Role}
        for role, tick in self._ticks.items():
            tick.setObjectName(f"peran_{role.value}")
            tick.toggled.connect(lambda _: self._judge_password())

    def _lay_out(self) -> None:
        ticks = QGridLayout()
        ticks.setContentsMargins(0, 0, 0, 0)
        ticks.setVerticalSpacing(0)
        for at, tick in enumerate(self._ticks.values()):
            ticks.addWidget(tick, at // 3, at % 3)
        self._fields = {
            "nama": FormField("Nama dan gelar", self._nama),
            "status": FormField("Status", self._status),
            "nip": FormField("NIP", self._nip, "18 angka", self._show_nip),
            "pangkat": FormField("Pangkat dan golongan", self._rank),
            "jabatan": FormField("Jabatan", self._jabatan),
            "penugasan": FormField("Penugasan", self._penugasan),
            "peran": FormField("Peran", holder(column(ticks))),
            "seksi": FormField("Seksi", self._seksi),
            "mulai": FormField("Mulai", self._mulai),
            "sampai": FormField("Sampai", self._sampai),
            "sandi": self._password,
        }
        self.add_giving(self._scrolled(_grid(self._fields)), 190)
        self.body.addWidget(self._fields["sandi"])
        for kunci, field in self._fields.items():
            field.control.setObjectName(kunci)

    def _scrolled(self, grid: QGridLayout) -> ScrollArea:
        area = _Area(holder(grid), sideways=False, bare=True)
        self._area = area
        return area

    # --- from and to a person --------------------------------------------------------------------

    def _fill(self, person: Pegawai) -> None:
        self._nama.setText(person.nama)
        self._jabatan.setText(person.jabatan)
        self._nip.setText(mask_nip(person.nip) if person.nip else "")
        lock(self._nip, "Tekan Ubah NIP untuk melihat dan mengubahnya." if person.nip else "")
        set_shown(self._show_nip, shown=bool(person.nip))
        self._status.setCurrentIndex(self._status.findText(person.status.value))
        self._penugasan.setCurrentIndex(self._penugasan.findText(person.penugasan.value))
        self._seksi.setCurrentIndex(max(0, self._seksi.findData(person.seksi)))
        self._offer_ranks(person)
        for role, tick in self._ticks.items():
            tick.setChecked(role in person.peran)
        self._mulai.set_day(person.mulai)
        self._sampai.set_day(person.sampai)

    def _offer_ranks(self, person: Pegawai | None) -> None:
        """The list of a status; what a person has already stays in it."""
        ranks = list(pangkat_of(_status_of(self._status)))
        held = (
            Pangkat(person.golongan or "", person.pangkat) if person and (person.golongan or person.pangkat) else None
        )
        if held is not None and held not in ranks:
            ranks.append(held)
        self._rank.clear()
        self._rank.addItem("belum diisi", None)
        for rank in ranks:
            self._rank.addItem(rank.label, rank)
        self._rank.setCurrentIndex(0 if held is None else ranks.index(held) + 1)

    def _reveal(self) -> None:
        """Show the whole NIP and let it be changed."""
        assert self._before is not None
        self._nip.setText(format_nip(self._before.nip or ""))
        lock(self._nip, "")
        set_shown(self._show_nip, shown=False)
        self._nip.setFocus()
        self._nip.selectAll()

    def _roles(self) -> tuple[Role, ...]:
        return tuple(role for role, tick in self._ticks.items() if tick.isChecked())

    def _judge_password(self) -> None:
        before = self._before.peran if self._before is not None else ()
        changed = set(self._roles()) != set(before)
        self._password.ask(wanted=changed)

    def person(self) -> Pegawai:
        """What is typed, as a person. Raises FieldsRefused for a day that cannot be read."""
        before = self._before or Pegawai("", "", ())
        rank = self._rank.currentData()
        return replace(
            before,
            nama=self._nama.text().strip(),
            jabatan=self._jabatan.text().strip(),
            nip=before.nip if self._nip.isReadOnly() else self._nip.text().strip() or None,
            status=_status_of(self._status),
            pangkat=rank.nama if rank else None,
            golongan=(rank.golongan or None) if rank else None,
            penugasan=Penugasan(self._penugasan.currentText()),
            peran=self._roles(),
            seksi=self._seksi.currentData(),
            mulai=self._mulai.day(),
            sampai=self._sampai.day(),
        )

    # --- storing ---------------------------------------------------------------------------------

    def _try(self) -> str:
        for field in self._fields.values():
            field.fault.set_text("")
        try:
            person = self.person()
            self._password.wanted_by(lambda: self._store(person))
        except FieldsRefused as refused:
            return self._tell_fields(refused.isian)
        except NipSalah as refused:
            return self._tell("nip", messages.sentence(refused))
        except (WrongLogin, PasswordNeeded):
            return "Belum ada yang disimpan."
        except KinerjaError as refused:
            return messages.sentence(refused)
        return ""

    def _tell_fields(self, faults: tuple[IsianSalah, ...]) -> str:
        for fault in reversed(faults):  # the first one gets the focus
            self._tell(fault.kunci, messages.sentence(FieldsRefused((fault,))))
        return f"{len(faults)} isian perlu diperbaiki. Belum ada yang disimpan."

    def _tell(self, kunci: str, sentence: str) -> str:
        field = self._fields[kunci]
        field.fault.set_text(sentence)
        field.control.setFocus()
        self._area.ensureWidgetVisible(field)
        return "1 isian perlu diperbaiki. Belum ada yang disimpan."


class _Area(ScrollArea):
    """As high as its form wants to be; it scrolls only where the dialog may not grow further."""

    def sizeHint(self) -> QSize:
        inner = self.widget()
        return QSize(super().sizeHint().width(), inner.sizeHint().height() if inner is not None else 0)


def _rank_of(person: Pegawai) -> Pangkat | None:
    return Pangkat(person.golongan or "", person.pangkat) if person.golongan or person.pangkat else None


def _status_of(choice: ComboBox) -> StatusPegawai:
    return StatusPegawai(choice.currentText())


_PLACES = (
    (("nama", 9), ("status", 3)),
    (("nip", 6), ("pangkat", 6)),
    (("jabatan", 9), ("penugasan", 3)),
    (("peran", 12),),
    (("seksi", 4), ("mulai", 4), ("sampai", 4)),
)
"""Rows of the form: field and how many of twelve columns it takes."""


def _grid(fields: dict[str, FormField]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, theme.px(Space.CONTROLS), 0)
    grid.setHorizontalSpacing(theme.px(Space.CARDS))
    grid.setVerticalSpacing(theme.px(Space.CONTROLS))
    for at, line in enumerate(_PLACES):
        left = 0
        for kunci, width in line:
            grid.addWidget(fields[kunci], at, left, 1, width, Qt.AlignmentFlag.AlignTop)
            left += width
    for column_no in range(_COLUMNS):
        grid.setColumnStretch(column_no, 1)
    return grid
