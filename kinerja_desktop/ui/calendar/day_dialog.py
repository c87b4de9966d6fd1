"""One day off: date, what it is for, its kind. Nothing is stored here; the page takes what was typed."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import FieldsRefused, IsianSalah, SebabIsian
from kinerja_desktop.domain.kalender import HariLibur, JenisLibur
from kinerja_desktop.services.hidden_signs import hidden_in
from kinerja_desktop.ui.widgets.cards import row
from kinerja_desktop.ui.widgets.date_field import DateField
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.form_field import FormField


class DayDialog(Dialog):
    """``taken`` are the days of the year that the list has already."""

    def __init__(
        self, parent: QWidget, tahun: int, taken: frozenset[date], libur: HariLibur | None, day: date | None = None
    ) -> None:
        title = "Tambah Hari Libur" if libur is None else "Ubah Hari Libur"
        super().__init__(parent, title, f"{title} {tahun}")
        self._tahun, self._taken = tahun, taken
        self._day, self._uraian, self._jenis = DateField("Tanggal", "tanggal"), QLineEdit(), ComboBox("Jenis")
        self._uraian.setObjectName("uraian")
        self._jenis.setObjectName("jenis")
        for jenis in JenisLibur:
            self._jenis.addItem(jenis.label, jenis.value)
        self._day.set_day(libur.tanggal if libur else day)
        self._uraian.setText(libur.uraian if libur else "")
        self._jenis.setCurrentIndex(self._jenis.findData((libur.jenis if libur else JenisLibur.LOKAL).value))
        self._fields = {
            "tanggal": FormField("Tanggal", self._day, f"misalnya 17 Agustus {tahun}"),
            "jenis": FormField("Jenis", self._jenis),
            "uraian": FormField("Uraian", self._uraian, "misalnya Hari Jadi Kabupaten"),
        }
        top = row(self._fields["tanggal"], self._fields["jenis"])
        top.setStretch(0, 1)
        self.body.addLayout(top)
        self.body.addWidget(self._fields["uraian"])
        self.add_act("Masukkan ke Daftar").setObjectName("masukkan")
        self.set_check(self._try)
        (self._uraian if day is not None else self._day).setFocus()

    def libur(self) -> HariLibur:
        """What is typed. Raises FieldsRefused."""
        day = self._day.day()
        faults = []
        if day is None:
            faults.append(IsianSalah("tanggal", "Tanggal", SebabIsian.KOSONG))
        elif day.year != self._tahun:
            faults.append(IsianSalah("tanggal", "Tanggal", SebabIsian.LUAR_TAHUN))
        elif day in self._taken:
            faults.append(IsianSalah("tanggal", "Tanggal ini", SebabIsian.GANDA))
        if not self._uraian.text().strip():
            faults.append(IsianSalah("uraian", "Uraian", SebabIsian.KOSONG))
        faults += hidden_in(("uraian", "Uraian", self._uraian.text()))
        if faults or day is None:
            raise FieldsRefused(tuple(faults))
        return HariLibur(day, self._uraian.text().strip(), JenisLibur(self._jenis.currentData()))

    def _try(self) -> str:
        for field in self._fields.values():
            field.fault.set_text("")
        try:
            self.libur()
        except FieldsRefused as refused:
            for fault in reversed(refused.isian):
                self._tell(fault)
            return "Perbaiki isian yang bertanda."
        return ""

    def _tell(self, fault: IsianSalah) -> None:
        outside = fault.sebab is SebabIsian.LUAR_TAHUN
        told = f"Tulis tanggal dalam tahun {self._tahun}." if outside else messages.sentence(FieldsRefused((fault,)))
        self._fields[fault.kunci].fault.set_text(told)
        self._fields[fault.kunci].control.setFocus()
