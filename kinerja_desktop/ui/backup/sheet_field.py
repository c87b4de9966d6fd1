"""The words of a recovery sheet: typed one after another, or read from a text file or a scan of the sheet."""

from PySide6.QtWidgets import QPlainTextEdit

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services.drill import read_sheet, typed_sheet
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.choosing import SHEET, choose_file
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.widgets.kept_out import keep_out


class SheetField(FormField):
    """A field for 24 words."""

    def __init__(self) -> None:
        self._edit = QPlainTextEdit()
        self._edit.setObjectName("lembar")
        self._edit.setFixedHeight(theme.px(72))
        self._edit.setTabChangesFocus(True)
        keep_out(self._edit)
        browse = Button("Pilih Berkas…", ButtonKind.LINK, Icon.PILIH_BERKAS)
        browse.setObjectName("pilih_lembar")
        browse.clicked.connect(self._browse)
        super().__init__("Kata pada lembar pemulihan", self._edit, "24 kata, dipisah spasi", browse)

    def words(self) -> tuple[str, ...]:
        """The words as typed; capitals, numbers and points do not matter."""
        return typed_sheet(self._edit.toPlainText())

    def _browse(self) -> None:
        chosen = choose_file(self, "Lembar pemulihan", SHEET)
        if not chosen:
            return
        self.fault.set_text("")
        try:
            self._edit.setPlainText(" ".join(read_sheet(chosen)))
        except KinerjaError as refused:
            self.fault.set_text(messages.sentence(refused))
