"""«Halaman laporan»: the words of the section's report in reading order, as the paper will say them."""

from collections.abc import Iterator

from PySide6.QtWidgets import QScrollArea

from kinerja_desktop.services.review import BarisPeriksa, PemeriksaanView
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.labels import Label, Rule
from kinerja_desktop.ui.work.panel_parts import empty
from kinerja_desktop.ui.work.texts import FIELDS

_WIDTH = 780


class ReportWords(QScrollArea):
    """Scrolls by keys; shows the view it was given last."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(space=8)
        self._lines.setContentsMargins(*[theme.px(28)] * 4)
        page = Card(self._lines)
        page.setMaximumWidth(theme.px(_WIDTH))
        page.setMinimumWidth(theme.px(480))
        line = row(None, page, None, space=0)
        line.setStretch(1, 100)
        self.setWidget(holder(column(line, None)))
        self.setWidgetResizable(True)
        self.setAccessibleName("Halaman laporan")

    def show_view(self, view: PemeriksaanView) -> None:
        empty(self._lines)
        self._lines.addWidget(Label(view.judul, TextStyle.PANEL_TITLE, wrap=True))
        self._lines.addWidget(Label(view.keterangan_versi, ink=Ink.TEXT_2, wrap=True))
        if view.uraian.strip():
            self._lines.addWidget(Label(view.uraian, wrap=True))
        for group in view.kelompok:
            self._lines.addWidget(Rule())
            self._lines.addWidget(Label(group.judul, TextStyle.BODY_700, wrap=True))
            for baris in group.baris:
                for label in _of_row(baris):
                    self._lines.addWidget(label)
        self.verticalScrollBar().setValue(0)


def _of_row(periksa: BarisPeriksa) -> Iterator[Label]:
    baris, sel = periksa.baris, periksa.sel
    yield Label(f"{baris.kode} {baris.indikator.nama}", TextStyle.BODY_500, wrap=True)
    unit = baris.indikator.satuan or ""
    apart = "" if unit == "%" or not unit else " "
    figures = f"Target {sel.target}, realisasi {periksa.realisasi}{apart}{unit}"
    percent = "" if sel.sendiri.nilai is None else f", capaian {sel.capaian}% ({sel.kategori})"
    yield Label(f"{figures}{percent}.", ink=Ink.TEXT_2, wrap=True)
    if periksa.isi.alasan_kosong:
        yield Label(f"Tidak ada data: {periksa.isi.alasan_kosong}", wrap=True)
    for name, label in FIELDS.items():
        if said := getattr(periksa.isi, name).strip():
            yield Label(f"{label}: {said}", wrap=True)
