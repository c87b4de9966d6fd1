"""What there is to do about the recovery sheet, and the making of one."""

from kinerja_desktop.services import backup, backup_keys, backup_sheet
from kinerja_desktop.ui.backup.sheet_dialog import SheetDialog
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.page import WorkPage


class SheetStrip(Strip):
    """Shown where there is no sheet, or where it lies beside what it should protect."""

    def __init__(self, page: WorkPage) -> None:
        super().__init__()
        self._page = page
        self.linked.connect(self.make)

    def may_make(self) -> bool:
        """True for who makes recovery sheets."""
        return self._page.ctx().actor.role in backup_sheet.MAKERS

    def is_missing(self) -> bool:
        """True while the office has none."""
        return not backup_keys.has_sheet(self._page.ctx().office)

    def refresh(self) -> None:
        """Show how it stands."""
        left = backup.sheet_left_here(self._page.ctx())
        if self.is_missing():
            text = "Belum ada **lembar pemulihan**. Tanpa lembar itu cadangan hanya terbuka di komputer ini."
            self.set_spec(_hint(text, "Buat Lembar…" if self.may_make() else ""))
        elif left is not None:
            text = (
                f"**Lembar pemulihan** masih ada di komputer ini ({left}). "
                "Cetak dan kunci di lemari, lalu hapus berkasnya."
            )
            self.set_spec(_hint(text, ""))
        else:
            self.set_spec(None)

    def make(self) -> None:
        """Walk the way to one: the first, or another one that leaves the old copies to the old sheet."""
        dialog = SheetDialog(self._page)
        dialog.exec()
        changes = dialog.changes
        dialog.deleteLater()
        if changes:
            self._page.load()
            self._page.changed.emit(changes)


def _hint(text: str, link: str) -> StripSpec:
    return StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, text, link)
