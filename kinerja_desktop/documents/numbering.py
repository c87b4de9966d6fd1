"""Captions: running numbers of tables and figures inside one chapter ("Tabel 3.1"), and the titles that files share."""

import re
from collections.abc import Sequence

from kinerja_desktop.domain.laporan import Batang, LaporanTriwulan, TrenIndikator


class Numbering:
    """Gives captions in the order in which they are asked for."""

    def __init__(self, bab: int) -> None:
        self._bab = bab
        self._tables = 0
        self._figures = 0

    def table(self, title: str) -> str:
        """Caption of the next table."""
        self._tables += 1
        return f"Tabel {self._bab}.{self._tables} {title}"

    def figure(self, title: str) -> str:
        """Caption of the next figure."""
        self._figures += 1
        return f"Gambar {self._bab}.{self._figures} {title}"


_SMALL = frozenset({"atau", "bagi", "dalam", "dan", "dari", "dengan", "di", "ke", "oleh", "pada", "untuk", "yang"})


def title_case(text: str) -> str:
    """A name as captions write it: capitals but for small words."""
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in text.split(" "))


def span_of(trend: TrenIndikator) -> str:
    """The years of a trend: "2022–2025"."""
    first, last = trend.tahun[0].tahun, trend.tahun[-1].tahun
    return str(last) if first == last else f"{first}\N{EN DASH}{last}"


def trend_title(trend: TrenIndikator) -> str:
    """What the figure of a trend is called: in the list of figures each is found by its indikator."""
    return f"{title_case(trend.nama)} Tahun {span_of(trend)}"


def mean_level(bars: Sequence[Batang]) -> str:
    """What the bars of means stand for, as their labels name it: "Sasaran I. ..." or "Program I. ..."."""
    return level_of(bars[0].label) if bars else "Sasaran"


def level_of(title: str) -> str:
    """What a group of indikator is, as its title names it."""
    named = _LEVEL.match(title)
    return title_case(named[1]) if named else "Sasaran"


_LEVEL = re.compile(r"([A-Z][a-z ]+) [IVXLC]+\. ")


def bars_caption(report: LaporanTriwulan) -> str:
    """Caption of the figure of a Laporan Triwulan."""
    what = mean_level(report.batang) if any(bar.rata_rata for bar in report.batang) else "Indikator"
    triwulan = report.triwulan
    return f"Gambar 1. Capaian {what} sampai dengan {triwulan.label} Tahun {triwulan.tahun} (%)"
