"""Settings of one group as a page of Penyiapan Awal: what is right is kept while it is typed, the rest waits here."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import FieldsRefused
from kinerja_desktop.services import readiness, settings
from kinerja_desktop.services.compose.letterhead import letterhead
from kinerja_desktop.services.settings_checks import check_settings
from kinerja_desktop.services.settings_declared import Kelompok
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.first_steps.kop import KopPreview
from kinerja_desktop.ui.first_steps.step import Step
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.settings.form import SettingForm
from kinerja_desktop.ui.theme import Space, Tone
from kinerja_desktop.ui.widgets.cards import column
from kinerja_desktop.ui.work.keeper import Keeper

_STAND_INS = (settings.KANTOR_BARU.nama, settings.KANTOR_BARU.kabupaten)


class SettingsStep(Step):
    """The form of a group. What is refused keeps its sentence beside its field and is never lost."""

    def __init__(self, desk: Desk, group: Kelompok) -> None:
        super().__init__()
        self.desk, self._group = desk, group
        self.form = SettingForm()
        self.form.setObjectName(f"isian_{group.name.casefold()}")
        self._keeper = Keeper(self, self._store, lambda: desk.context().office.store.busy)
        self._keeper.told.connect(self._tell)
        self.form.edited.connect(self._keeper.touch)
        self.whole = column(self.form, space=Space.CONTROLS)
        self.whole.setStretchFactor(self.form, 1)
        self.setLayout(self.whole)

    def load(self) -> None:
        view = settings.list_settings(self.desk.context())
        mine = [one for one in view.daftar if one.setelan.kelompok is self._group]
        self.form.set_rows(mine, {})
        self.form.show_group(self._group)

    def _tell(self, status: StatusText) -> None:
        wrong = sum(one.is_changed() for one in self.form.rows.values()) if not self._keeper.is_dirty() else 0
        self.saved.emit(StatusText(f"{wrong} isian salah, belum tersimpan", Tone.SALAH) if wrong else status)

    def keep(self) -> bool:
        """Everything stored, or every wrong field with its sentence."""
        self._keeper.flush()
        wrong = [one for one in self.form.rows.values() if one.is_changed()]
        if wrong:
            self.form.ensureWidgetVisible(wrong[0])
            wrong[0].widget.setFocus()
        return not wrong

    def _store(self) -> datetime:
        """Store what may stand as it was typed; the others are told and wait."""
        ctx, typed = self.desk.context(), self.form.changed_texts()
        refused = self._refused(typed)
        for kunci, one in self.form.rows.items():
            one.set_fault(refused.get(kunci, ""))
        right = {kunci: text for kunci, text in typed.items() if kunci not in refused}
        if right:
            changes = settings.change_settings(ctx, right, settings.list_settings(ctx).versi)
            self.load()
            self.changed.emit(changes)
        return ctx.now()

    def _refused(self, typed: Mapping[str, str]) -> dict[str, str]:
        try:
            check_settings(typed)
        except FieldsRefused as refused:
            return {fault.kunci: messages.sentence(FieldsRefused((fault,))) for fault in refused.isian}
        return {}

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page, another tab, the end of the program: what may stand is stored."""
        self._keeper.flush()
        super().hideEvent(event)

    def set_narrow(self, *, narrow: bool) -> None:
        self.form.set_narrow(narrow=narrow)

    def areas(self) -> tuple[SettingForm]:
        return (self.form,)


class IdentityStep(SettingsStep):
    """The office's name, address, lambang, and above them the letterhead that they make."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Kelompok.KANTOR)
        self._kop = KopPreview(desk.runner, self._drawing)
        self.form.edited.connect(self._kop.touch)
        self.whole.insertWidget(0, self._kop)

    def load(self) -> None:
        super().load()
        for kunci in ("instansi.nama", "instansi.kabupaten"):
            self.form.rows[kunci].widget.installEventFilter(self)
        self._kop.touch()

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self._kop.set_narrow(narrow=narrow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A name that only stands in for one is typed over, wherever the field was pressed."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QLineEdit) and watched.text() in _STAND_INS:
            QTimer.singleShot(0, watched, watched.selectAll)
        return False

    def _drawing(self) -> Callable[[], bytes]:
        ctx, typed = self.desk.context(), self.form.changed_texts()
        return lambda: letterhead(ctx, typed)


class LimitsStep(SettingsStep):
    """Limits of the SOP and office hours: going on says that they were looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Kelompok.SOP)

    def keep(self) -> bool:
        if not super().keep():
            return False
        self.changed.emit(readiness.sop_seen(self.desk.context()))
        return True
