"""«Baca dari Excel»: what a workbook would change, what is wrong in it, and where a person must choose.

Faults come first and leave nothing to apply. A cell that was changed on the screen as well keeps what the screen
shows unless its tick says otherwise.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import Kesalahan, KinerjaError
from kinerja_desktop.services import worksheet
from kinerja_desktop.services.worksheet import HasilLembar, Ubahan
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.choosing import choose_target
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Height, Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.busy import BusyOverlay
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.listing import ListColumn, Listing
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.strips import Symbol
from kinerja_desktop.ui.widgets.tick import Tick
from kinerja_desktop.ui.work.page import WorkPage

_MOST = 60
"""Findings that are listed; the marked copy has all of them."""
_LETTERS = 200
_HEIGHT = 262
_NOTHING = "kosong"
_COLUMNS: tuple[ListColumn[Ubahan], ...] = (
    ListColumn("Sel", lambda u: u.sel, 52),
    ListColumn("No.", lambda u: u.kode, 56),
    ListColumn("Isian", lambda u: u.bagian.label, 150),
    ListColumn("Di layar", lambda u: _short(u.layar), 130),
    ListColumn("Di Excel", lambda u: _short(u.excel)),
)


class WorkbookDialog(Dialog):
    """``wanted`` are the changes to take over."""

    def __init__(self, page: WorkPage, path: Path, hasil: HasilLembar) -> None:
        super().__init__(page, "Baca dari Excel", hasil.berkas, sentence=_sentence(hasil))
        self._page, self._path, self._hasil = page, path, hasil
        self._ticks: dict[Ubahan, Tick] = {}
        self._stack: QVBoxLayout = column(space=10)
        self._fill()
        area = ScrollArea(holder(column(self._stack, None)), sideways=False)
        self.add_giving(area, _HEIGHT)
        self._busy = BusyOverlay(self)
        self._offer()

    def wanted(self) -> tuple[Ubahan, ...]:
        """Everything without conflict, and of the others what was ticked."""
        return tuple(u for u in self._hasil.ubahan if not u.bentrok or self._ticks[u].isChecked())

    # --- content ---------------------------------------------------------------------------------

    def _fill(self) -> None:
        hasil = self._hasil
        self._findings("Perlu diperbaiki di Excel", hasil.kesalahan, Icon.SALAH, Tone.SALAH)
        if not hasil.kesalahan:
            self._conflicts(hasil.bentrok)
            self._changes([u for u in hasil.ubahan if not u.bentrok])
        self._findings("Perhatikan", hasil.peringatan, Icon.PERINGATAN, Tone.PERHATIAN)

    def _heading(self, words: str, count: int) -> None:
        self._stack.addWidget(Label(f"{words} ({count})", TextStyle.BODY_500))

    def _findings(self, words: str, found: Sequence[Kesalahan], icon: Icon, tone: Tone) -> None:
        if not found:
            return
        self._heading(words, len(found))
        for one in found[:_MOST]:
            label = Label(messages.cell_line(one), wrap=True)
            line = row(column(2, Symbol(icon, tone), None), label, space=8)
            line.setStretchFactor(label, 1)
            self._stack.addLayout(line)
        if len(found) > _MOST:
            more = f"Masih ada {len(found) - _MOST} lagi. Semuanya tertulis pada salinan bertanda."
            self._stack.addWidget(Label(more, ink=Ink.TEXT_2, wrap=True))

    def _conflicts(self, found: Sequence[Ubahan]) -> None:
        if not found:
            return
        self._heading("Berubah di layar dan juga di Excel: pilih", len(found))
        for u in found:
            self._stack.addWidget(Label(f"{u.kode} {u.nama} · {u.bagian.label} ({u.sel})", wrap=True))
            words = (
                f"Di layar: {_short(u.layar)}. Di Excel: {_short(u.excel)}. Saat diekspor: {_short(u.awal)}.",
                "Pakai isi dari Excel",
            )
            self._ticks[u] = Tick(words[1])
            self._ticks[u].setAccessibleName(f"{words[1]}, {u.kode} {u.bagian.label}")
            self._stack.addWidget(Label(words[0], ink=Ink.TEXT_2, wrap=True))
            self._stack.addWidget(self._ticks[u])

    def _changes(self, found: Sequence[Ubahan]) -> None:
        if not found:
            return
        self._heading("Yang berubah", len(found))
        listing: Listing[Ubahan] = Listing("Yang berubah", _COLUMNS)
        listing.setObjectName("yang_berubah")
        listing.set_rows(found)
        rows = theme.height(Height.REVIEW_ROW) * len(found)
        listing.setFixedHeight(theme.height(Height.TABLE_HEAD) + rows + 4)
        listing.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._stack.addWidget(listing.filter_line)
        self._stack.addWidget(listing)

    # --- acts ------------------------------------------------------------------------------------

    def _offer(self) -> None:
        hasil = self._hasil
        if hasil.kesalahan or hasil.peringatan:
            copy = Button("Simpan Salinan Bertanda…", icon=Icon.CATATAN, act=True)
            copy.setObjectName("salinan_bertanda")
            copy.clicked.connect(self._save_copy)
            self.add_plain(copy)
        if hasil.ubahan and not hasil.kesalahan:
            self.add_act("Terapkan", icon=Icon.SETUJUI).setObjectName("terapkan")
        else:
            self.cancel.setText("Tutup")

    def _save_copy(self) -> None:
        name = str(self._path.with_name(f"{self._path.stem}-bertanda.xlsx"))
        target = choose_target(self, "Simpan Salinan Bertanda", name)
        if not target:
            return
        source = self._path
        notes = (*self._hasil.kesalahan, *self._hasil.peringatan)

        def done(_: None) -> None:
            self.show_done(f"Salinan bertanda tersimpan di {target}. Berkas asli tidak berubah.")

        def refused(error: KinerjaError) -> None:
            self.show_fault(messages.sentence(error))

        job = lambda _: worksheet.note_copy(source, target, notes)  # noqa: E731
        self._busy.run(self._page.desk.runner, "Menulis salinan bertanda…", job, done, refused)


def _sentence(hasil: HasilLembar) -> str:
    if hasil.kesalahan:
        return (
            f"Belum ada yang diubah: ada {len(hasil.kesalahan)} kesalahan. Perbaiki di Excel, simpan, lalu baca lagi."
        )
    if not hasil.ubahan:
        return "Tidak ada yang berubah: isi buku kerja ini sama dengan yang di layar."
    return f"{hasil.ringkasan[:1].upper()}{hasil.ringkasan[1:]}. Belum ada yang diubah sebelum Anda menekan Terapkan."


def _short(text: str) -> str:
    """A text in one line, its beginning where it is long."""
    line = " ".join(text.split())
    return (line if len(line) <= _LETTERS else f"{line[:_LETTERS]}…") or _NOTHING
