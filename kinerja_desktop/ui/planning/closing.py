"""The question before an indikator is closed: from which day on, why, and whether another one takes over."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import FieldsRefused, KinerjaError
from kinerja_desktop.domain.indikator import Indikator
from kinerja_desktop.services.plan_closing import Penutupan
from kinerja_desktop.services.planning import LEAST_REASON
from kinerja_desktop.ui.theme import TextStyle
from kinerja_desktop.ui.widgets.cards import column, holder
from kinerja_desktop.ui.widgets.date_field import DateField
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import CounterTextEdit
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.tick import Tick

_SENTENCE = (
    "Indikator tidak dihapus: angka, dokumen, dan riwayatnya tetap ada. Triwulan yang berakhir pada atau sesudah "
    "tanggal ini tidak memintanya lagi."
)


def ask_closing(
    parent: QWidget, indikator: Indikator, sejak: date, close: Callable[[Penutupan], object]
) -> date | None:
    """Ask and close. The day from which on another indikator is to take over, None where none is.

    ``close`` does it; what it refuses is said in the dialog, and everything typed stays.
    """
    dialog = Dialog(parent, "Akhiri Indikator", f"Akhiri {indikator.kode} {indikator.nama}", sentence=_SENTENCE)
    day = DateField("Tidak dipakai sejak", "sejak")
    day.set_day(sejak)
    reason = CounterTextEdit(
        "Alasan", limit=500, least=LEAST_REASON, hint=f"wajib, paling sedikit {LEAST_REASON} huruf", rows=2, most=4
    )
    reason.field.setObjectName("alasan_akhir")
    follow = Tick("Ganti dengan indikator lain sesudah ini")
    follow.setObjectName("ganti")
    dialog.body.addWidget(holder(column(Label("Tidak dipakai sejak", TextStyle.BODY_500, buddy=day), 4, day)))
    dialog.body.addWidget(reason)
    dialog.body.addWidget(follow)
    dialog.add_act("Akhiri Indikator").setObjectName("akhiri_sekarang")

    closed: list[date] = []

    def check() -> str:
        try:
            chosen = day.day()
            if chosen is None:
                return "Tanggal harus diisi."
            close(Penutupan(indikator.kode, chosen, reason.text()))
            closed.append(chosen)
        except (FieldsRefused, KinerjaError) as error:
            return messages.sentence(error)
        return ""

    dialog.set_check(check)
    reason.field.fit()
    reason.setFocus()
    done = bool(dialog.exec()) and follow.isChecked()
    dialog.deleteLater()
    return closed[-1] if done else None
