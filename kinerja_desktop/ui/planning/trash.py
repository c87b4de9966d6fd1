"""What was typed into a plan and given up: a list to choose from, and «Pulihkan isian»."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.tanggal import format_tanggal, format_tanggal_waktu
from kinerja_desktop.services.plan_drafts import Buangan
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.planning.parts import INDIKATOR
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.listing import ListColumn, Listing
from kinerja_desktop.ui.work.refusals import galat_of

_SENTENCE = (
    "Isian kembali sebagai isian yang belum disimpan; rencana belum berubah. "
    "Yang diketik pada bagian itu sesudahnya menggantikan tempatnya di daftar ini."
)


class TrashDialog(Dialog):
    """``bring_back`` is asked with the chosen one and may raise a refusal, which is told above the acts."""

    def __init__(
        self,
        parent: QWidget,
        thrown: Sequence[Buangan],
        titles: Mapping[str, str],
        bring_back: Callable[[Buangan], object],
    ) -> None:
        super().__init__(parent, "Pulihkan Isian", "Pulihkan isian yang dibuang", sentence=_SENTENCE)
        self._bring_back = bring_back
        columns: tuple[ListColumn[Buangan], ...] = (
            ListColumn("Bagian", lambda b: titles[b.bagian.partition(":")[0]], 86),
            ListColumn("Isi", _words),
            ListColumn("Dibuang", _thrown_at, 140, order=lambda b: b.pada.isoformat()),
            ListColumn("Disimpan sampai", lambda b: format_tanggal(b.sampai.date()), 130, order=_until),
        )
        self._list: Listing[Buangan] = Listing("Isian yang dibuang", columns, key=lambda b: b.id)
        self._list.setObjectName("daftar_buangan")
        self._list.setMinimumHeight(theme.px(180))
        self.body.addWidget(self._list.filter_line)
        self.body.addWidget(self._list, 1)
        self._whole = Label(wrap=True)
        self._whole.setObjectName("isi_buangan")
        self.body.addWidget(self._whole)
        self._list.chosen.connect(self._tell_whole)
        self._list.set_rows(thrown)
        self.add_act("Pulihkan Isian").setObjectName("pulihkan_isian")
        self.set_check(self._do)
        self._list.opened.connect(self._act)
        self._list.setFocus()

    def _tell_whole(self) -> None:
        """All that was typed into the chosen one: the list has one line for it."""
        chosen = self._list.current()
        self._whole.setText(f"Isi: {_words(chosen)}" if chosen is not None else "")

    def _do(self) -> str:
        chosen = self._list.current()
        if chosen is None:
            return "Pilih isian yang dipulihkan."
        try:
            self._bring_back(chosen)
        except KinerjaError as error:
            return galat_of(error).sentence
        return ""


def _words(one: Buangan) -> str:
    """Which indikator or rows were typed into; the first words of them."""
    if one.bagian.partition(":")[0] == INDIKATOR:
        return ", ".join(texts.get("nama", "").strip() or kode for kode, texts in one.isi.items())
    before = one.isi["dasar"]
    told = [words for n, texts in one.isi["baris"] if (words := _changed([] if n is None else before[n], texts))]
    gone = len(before) - sum(n is not None for n, _ in one.isi["baris"])
    return "; ".join([*told, *([f"{gone} baris dihapus"] if gone else [])])


def _changed(before: Sequence[str], texts: Sequence[str]) -> str:
    """The cells of a row that were typed into."""
    return " ".join(text for at, text in enumerate(texts) if text and text not in before[at : at + 1])


def _thrown_at(one: Buangan) -> str:
    return format_tanggal_waktu(one.pada, sekarang=one.sampai.date())


def _until(one: Buangan) -> str:
    return one.sampai.isoformat()
