"""The words of a section's report in reading order, while it is still being written."""

from collections.abc import Iterator

from kinerja_desktop.domain.baris import BarisLembar
from kinerja_desktop.domain.lembar import Sel
from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.cards import Card, column, empty, holder, row
from kinerja_desktop.ui.widgets.labels import Label, Rule
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.work.sheet import Sheet
from kinerja_desktop.ui.work.texts import FIELDS

_WIDTH, _LEAST, _EDGE = 780, 480, 28


class ReportWords(ScrollArea):
    """Scrolls by keys; shows what it was given last."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(space=8)
        edge = theme.px(_EDGE)
        self._lines.setContentsMargins(edge, edge, edge, edge)
        page = Card(self._lines)
        page.setMaximumWidth(theme.px(_WIDTH))
        page.setMinimumWidth(theme.px(_LEAST))
        line = row(None, page, None, space=0)
        line.setStretch(1, 100)
        self.setWidget(holder(column(line, None)))
        self.setAccessibleName("Halaman laporan")

    def show_words(self, title: str, about: str, sheet: Sheet) -> None:
        empty(self._lines)
        self._lines.addWidget(Label(title, TextStyle.PANEL_TITLE, wrap=True))
        self._lines.addWidget(Label(about, ink=Ink.TEXT_2, wrap=True))
        if sheet.isi.uraian.strip():
            self._lines.addWidget(Label(sheet.isi.uraian, wrap=True))
        for group in sheet.kelompok:
            self._lines.addWidget(Rule())
            self._lines.addWidget(Label(group.judul, TextStyle.BODY_700, wrap=True))
            for baris in group.baris:
                for label in _of_row(baris, sheet.isi.of(baris.kode), sheet.sel[baris.kode]):
                    self._lines.addWidget(label)
        self.verticalScrollBar().setValue(0)


def with_unit(text: str, unit: str | None) -> str:
    """«91,85%», «512 surat»; a dash has no unit."""
    if text in ("", "–"):
        return text
    return f"{text}{unit}" if unit == "%" else " ".join(filter(None, (text, unit)))


def _figures(baris: BarisLembar, isi: IsiIndikator, sel: Sel) -> str:
    """«Target 95,50%, realisasi 95,10%, capaian 99,58% (Sangat Tinggi).»; a figure that is not there is not written."""
    if baris.terkunci:
        return "Diukur sekali setahun, pada Triwulan IV."
    unit = baris.indikator.satuan
    target = f"Target {with_unit(sel.target, unit)}" if sel.sendiri.target is not None else "Tanpa target"
    if isi.realisasi is None:
        return f"{target}, belum ada realisasi."
    percent = "" if sel.sendiri.nilai is None else f", capaian {sel.capaian}% ({sel.kategori})"
    return f"{target}, realisasi {with_unit(baris.tulis(isi.realisasi), unit)}{percent}."


def _of_row(baris: BarisLembar, isi: IsiIndikator, sel: Sel) -> Iterator[Label]:
    indikator = baris.indikator
    yield Label(f"{baris.kode} {indikator.nama}", TextStyle.BODY_500, wrap=True)
    yield Label(_figures(baris, isi, sel), ink=Ink.TEXT_2, wrap=True)
    if isi.alasan_kosong and isi.realisasi is None:
        yield Label(f"Tidak ada data: {isi.alasan_kosong}", wrap=True)
    for name, label in FIELDS.items():
        if said := getattr(isi, name).strip():
            yield Label(f"{label}: {said}", wrap=True)
