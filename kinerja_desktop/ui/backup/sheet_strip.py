"""What there is to do about the recovery sheet, and the making of one: printed twice, never shown again."""

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services import backup, backup_keys
from kinerja_desktop.services.compose import backups
from kinerja_desktop.services.context import FreshFor
from kinerja_desktop.services.printing import render
from kinerja_desktop.ui.backup.sheet_dialog import SheetDialog
from kinerja_desktop.ui.dialogs import Konfirmasi, confirm
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.password import ask_password

_ANOTHER = Konfirmasi(
    "Lembar Pemulihan",
    "Buat lembar pemulihan baru",
    "Lembar yang lama tetap membuka cadangan yang sudah ada; simpan keduanya. Cadangan berikutnya hanya terbuka dengan "
    "lembar baru. Buat lembar baru bila lembar lama hilang atau dibaca orang lain.",
    "Buat Lembar Baru",
)
_OPENS = "Siapa yang memegang lembar ini dapat membuka semua cadangan kantor."


class SheetStrip(Strip):
    """Shown where there is no sheet, or where it lies beside what it should protect."""

    def __init__(self, page: WorkPage) -> None:
        super().__init__()
        self._page = page
        self.linked.connect(self.make)

    def may_make(self) -> bool:
        """True for who makes recovery sheets."""
        return self._page.ctx().actor.role in backup_keys.MAKERS

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

    def ask(self) -> None:
        """Make one; another one leaves the old copies to the old sheet, and that is asked about."""
        if self.is_missing() or confirm(self._page, _ANOTHER):
            self.make()

    def make(self) -> None:
        """Make one and show it, to whoever gives his password again."""
        if not ask_password(self._page, FreshFor.RESTORE, "Lembar Pemulihan", _OPENS):
            return
        ctx = self._page.ctx()
        try:
            sheet, changes = backup_keys.new_sheet(ctx)
        except KinerjaError as error:
            self._page.refuse(error)
            return
        pdf = render(backups.sheet_paper(ctx, sheet))
        dialog = SheetDialog(self._page, pdf, backup_keys.sheet_text(sheet))
        dialog.exec()
        dialog.deleteLater()
        self._page.load()
        self._page.changed.emit(changes)


def _hint(text: str, link: str) -> StripSpec:
    return StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, text, link)
