"""Dialog of the evidence of one indikator: files chosen, dropped or pasted, addresses, words where a paper lies.

Every change is told at once and goes into the draft with the rest of the sheet, so closing loses nothing and Urungkan
takes it back. Files are looked at and made small beside the window.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.errors import BuktiDitolak, KinerjaError
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import evidence
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.choosing import ANY, choose_files
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.runner import Report, hold_cancelled
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.card_tools import CardTools
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.evidence_lines import LISTED, TOLD
from kinerja_desktop.ui.work.evidence_row import EvidenceRow
from kinerja_desktop.ui.work.job_card import JobCard

ROOM = 150
_WHAT = "PDF, gambar, atau dokumen Office sampai 5 MB; foto dikecilkan. Perubahan langsung disimpan."
_EMPTY = "Belum ada bukti."
_DROP = "Seret berkas ke sini, atau tekan Tambah Berkas."
_NOTHING = "Belum ada gambar atau berkas yang disalin. Salin dahulu dengan Ctrl+C, lalu tekan Tempel."
_KIND = "Bukti dukung (*.pdf *.jpg *.jpeg *.png *.webp *.bmp *.doc *.docx *.xls *.xlsx *.ppt *.pptx *.odt *.ods *.odp)"

Take = Callable[[Context], Bukti]
"""Takes one file or picture in."""


@dataclass(frozen=True, slots=True)
class Ditambah:
    """What became of files that were chosen together: the pieces, and the sentence for each that was refused."""

    bukti: tuple[Bukti, ...]
    ditolak: tuple[str, ...]


class EvidenceDialog(Dialog):
    """``changed`` carries all pieces after each change, ``opened`` the one to look at."""

    changed = Signal(tuple)
    opened = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        heading: str,
        triwulan: Triwulan,
        bukti: Sequence[Bukti],
        *,
        editable: bool,
    ) -> None:
        super().__init__(
            parent, "Bukti Dukung", heading, about=triwulan.label_tahun, sentence=_WHAT if editable else ""
        )
        self._desk, self._triwulan, self._editable = desk, triwulan, editable
        self._rows: list[EvidenceRow] = []
        self._told = tuple(bukti)
        self.cancel.setText("Tutup")
        self._job = JobCard(desk.runner)
        self._stack, self._empty = column(space=10), EmptyState(_EMPTY, _DROP if editable else "")
        self._refused, self._removed = Strip(), Strip()
        self._refused.linked.connect(lambda: self._say(()))
        self._gone: Bukti | None = None
        self._removed.linked.connect(self._take_back)
        self._inner = holder(column(self._refused, self._removed, 6, self._stack, self._empty, None))
        self._area = ScrollArea(self._inner, sideways=False)
        self._area.setObjectName("daftar_bukti")
        self._cards = CardTools(self._area, LISTED, self._stack, self._filled, TOLD)
        if editable:
            self.body.addLayout(self._tools())
            self.setAcceptDrops(True)
            QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self).activated.connect(self.paste)
        else:
            self.body.addLayout(row(None, self._list_menu()))
        self.body.addWidget(self._cards.filter_line)
        self.add_giving(self._area, ROOM)
        self.body.addWidget(self._job)
        for one in bukti:
            self._add_row(one)
        self._cards.arrange()
        self._show_empty()
        (self.findChild(Button, "tambah_berkas") or self.cancel).setFocus()

    def _tools(self) -> QHBoxLayout:
        add = Button("Tambah Berkas…", icon=Icon.PILIH_BERKAS)
        paste = Button("Tempel", icon=Icon.SALIN)
        words = Button("Tautan atau Catatan", icon=Icon.TAMBAH)
        for name, button, act in (
            ("tambah_berkas", add, self._choose),
            ("tempel_bukti", paste, self.paste),
            ("tambah_bukti", words, self.add_words),
        ):
            button.setObjectName(name)
            button.clicked.connect(act)
        return row(add, paste, words, None, self._list_menu())

    def _list_menu(self) -> Button:
        """Order, filter, copying and exporting, for whoever does not know the right button."""
        made = Button("Daftar", ButtonKind.LINK, Icon.BUKA_KE_BAWAH)
        made.setObjectName("menu_bukti")
        made.setAccessibleDescription("Urutkan, saring, salin, atau ekspor daftar bukti")
        made.clicked.connect(lambda: self._cards.open_menu(made))
        return made

    def _filled(self) -> list[EvidenceRow]:
        """Lines that tell something; one that waits for words stays last."""
        return [line for line in self._rows if line.bukti().nama]

    def bukti(self) -> tuple[Bukti, ...]:
        """All pieces; a line without words is none."""
        return tuple(piece for line in self._rows if (piece := line.bukti()).nama)

    # --- adding ----------------------------------------------------------------------------------

    def _choose(self) -> None:
        self.add_files(choose_files(self, "Tambah Bukti Dukung", _KIND, ANY))

    def add_files(self, files: Sequence[Path]) -> None:
        """Take these in, one after another; those that are refused are told together."""
        self._take_in([(file.name, partial(evidence.add_file, path=file)) for file in files])

    def paste(self) -> None:
        """What lies on the clipboard: files, a picture, an address."""
        held: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None where nothing was ever copied
        if held is None or not self._take_mime(held):
            self._say([_NOTHING])

    def _take_mime(self, held: QMimeData) -> bool:
        if files := dropped_files(held):
            self.add_files(files)
        elif held.hasImage():
            content = _as_png(held.imageData())
            self._take_in([("gambar", partial(evidence.add_picture, content=content))])
        elif held.text().strip().startswith(("http://", "https://")):
            self._add_row(Bukti(held.text().strip())).focus()
            self._tell()
        else:
            return False
        return True

    def _take_in(self, wanted: Sequence[tuple[str, Take]]) -> None:
        if not wanted or self._job.is_running():
            return
        self._say(())
        ctx = self._desk.context()

        def job(report: Report) -> Ditambah:
            taken, refused = [], []
            for number, (name, take) in enumerate(wanted):
                report.progress(number, len(wanted), f"{number + 1} dari {len(wanted)}: {name}")
                hold_cancelled(report)
                try:
                    taken.append(take(ctx))
                except BuktiDitolak as error:
                    refused.append(messages.sentence(error))
            return Ditambah(tuple(taken), tuple(refused))

        self._job.run("Menambah bukti.", job, self._show_taken, self._refuse)

    def _show_taken(self, done: Ditambah) -> None:
        told, fresh = list(done.ditolak), list[EvidenceRow]()
        for one in done.bukti:
            same = next((b for b in self.bukti() if b.sha256 == one.sha256), None)
            if same is None:
                fresh.append(self._add_row(one))
            else:
                told.append(f"«{one.nama}» sudah ada di daftar sebagai «{same.nama}».")
        self._say(told)
        if fresh and isinstance(self.focusWidget(), Button):  # who writes meanwhile goes on writing
            fresh[0].focus()
        self._tell()

    def _refuse(self, error: KinerjaError) -> None:
        self._say([messages.sentence(error)])

    def _say(self, told: Sequence[str]) -> None:
        """What was not taken, above the list: many files bring many sentences, and the list scrolls."""
        words = "\n".join(told)
        self._refused.set_spec(StripSpec(Tone.SALAH, Icon.SALAH, words, "Tutup", Shape.FILL) if told else None)
        self._area.verticalScrollBar().setValue(0)
        self.fit_soon()

    def add_words(self) -> None:
        """One more line to write into; an empty one that is there already is used."""
        blank = next((line for line in self._rows if not line.bukti().nama), None)
        (blank or self._add_row(Bukti(""))).focus()

    # --- the list --------------------------------------------------------------------------------

    def _add_row(self, bukti: Bukti) -> EvidenceRow:
        line = EvidenceRow(bukti, self._triwulan, editable=self._editable)
        line.edited.connect(self._tell)
        line.dropped.connect(lambda: self._drop(line))
        line.opened.connect(lambda: self.opened.emit(line.bukti()))
        line.passed.connect(lambda: self._go_on(line))
        self._rows.append(line)
        self._stack.addWidget(line)
        self._show_empty()
        return line

    def _go_on(self, line: EvidenceRow) -> None:
        """Enter in words: to a next line, from an empty one to the foot."""
        if line.bukti().nama:
            self.add_words()
        else:
            self.cancel.setFocus()

    def _drop(self, line: EvidenceRow) -> None:
        self._rows.remove(line)
        line.hide()
        line.deleteLater()
        self._offer_back(line.bukti())
        self._show_empty()
        self._tell()

    def _offer_back(self, gone: Bukti | None) -> None:
        """Say what was removed, with the way back: the press may have been a slip."""
        self._gone = gone if gone is not None and gone.nama else None
        words = f"«{self._gone.nama}» dikeluarkan dari daftar." if self._gone else ""
        self._removed.set_spec(StripSpec(Tone.NETRAL, Icon.INFO, words, "Kembalikan") if words else None)

    def _take_back(self) -> None:
        assert self._gone is not None  # the link is there with it alone
        line = self._add_row(self._gone)
        self._offer_back(None)
        line.focus()
        self._tell()

    def _show_empty(self) -> None:
        set_shown(self._empty, shown=not self._rows)
        self._cards.filter_line.tell()
        self.fit_soon()

    def _fit(self) -> None:
        """The list takes what its content asks for, as far as the dialog may grow."""
        inner = self._inner.layout()
        assert inner is not None
        wanted = inner.totalHeightForWidth(self._area.viewport().width()) + 2
        self._giving[self._area] = max(theme.px(ROOM), wanted)
        super()._fit()

    def _tell(self) -> None:
        if self.bukti() != self._told:
            self._told = self.bukti()
            self.changed.emit(self._told)

    # --- dropping and closing --------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        held = event.mimeData()
        if held.hasUrls() or held.hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._take_mime(event.mimeData()):
            event.acceptProposedAction()

    def reject(self) -> None:
        """Closing keeps what stands in the fields; while files are being taken in it stays open."""
        if self._job.is_running():
            return
        self._tell()
        super().reject()


def dropped_files(held: QMimeData) -> list[Path]:
    """Files that were dropped or copied in another program."""
    return [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]


def _as_png(image: object) -> bytes:
    assert isinstance(image, QImage)
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(target, "PNG")  # type: ignore[call-overload]
    return bytes(target.data().data())
