"""The texts and figures in a draft by their place, and which of them a change gave up.

A place is a name and, behind a colon, what it belongs to: "faktor_pendukung:1.3". Most places hold one text; the notes
to the whole and the recommendations hold several. To add a kind of draft: a branch in ``texts``.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kinerja_desktop.domain.realisasi import Isi, IsiIndikator, Pengembalian

if TYPE_CHECKING:  # what a report is made of is not loaded before there is one
    from kinerja_desktop.domain.isi_laporan import IsiLaporan

Texts = Mapping[str, Sequence[str]]

REALISASI = "realisasi"
FIGURES: Mapping[str, str] = {REALISASI: "Realisasi", "pembilang": "Pembilang", "penyebut": "Penyebut"}
WORDS: Mapping[str, str] = {
    "alasan_kosong": "Alasan tidak ada data",
    "alasan_peringatan": "Alasan peringatan",
    "faktor_pendukung": "Faktor pendukung",
    "faktor_penghambat": "Faktor penghambat",
    "tindak_lanjut": "Tindak lanjut",
    "tindak_lanjut_lalu": "Tindak lanjut triwulan lalu",
}
URAIAN, ALASAN, CATATAN, BAB, REKOMENDASI = "uraian", "alasan", "catatan", "bab", "rekomendasi"
DASAR = "dasar"
"""What the figures said where a chapter was typed over; it goes and comes with the chapter."""
WHOLE: Mapping[str, str] = {
    URAIAN: "Uraian laporan",
    ALASAN: "Alasan pengembalian",
    CATATAN: "Catatan pemeriksaan",
    REKOMENDASI: "Rekomendasi",
}
LEAST = 10
"""Letters of a text that is worth keeping when it is given up; figures always are."""


def place(name: str, of: str = "") -> str:
    """The key of a place."""
    return f"{name}:{of}"


def in_content(isi: Isi) -> Texts:
    """Of a Lembar Kerja or a seksi's report."""
    found = {place(name, row.kode): (teks,) for row in isi.indikator for name, teks in _in_row(row)}
    return found | ({place(URAIAN): (isi.uraian,)} if isi.uraian.strip() else {})


def _in_row(row: IsiIndikator) -> Iterator[tuple[str, str]]:
    """A realisasi that is made of raw figures comes back with them."""
    raw = row.pembilang is not None or row.penyebut is not None
    for name in FIGURES:
        figure = getattr(row, name)
        if figure is not None and not (raw and name == REALISASI):
            yield name, str(figure)
    for name in WORDS:
        teks = getattr(row, name)
        if teks and teks.strip():
            yield name, teks


def in_return(pengembalian: Pengembalian) -> Texts:
    """Of the notes of who checks, and the reason of a return."""
    found: dict[str, list[str]] = defaultdict(list)
    for note in pengembalian.catatan:
        found[place(CATATAN, note.kode or "")].append(note.teks)
    if pengembalian.alasan.strip():
        found[place(ALASAN)].append(pengembalian.alasan)
    return found


def in_report(isi: "IsiLaporan") -> Texts:
    """Of a Laporan Triwulan or LKjIP: what was typed over. A recommendation is its three cells, one a line."""
    found: dict[str, Sequence[str]] = {
        place(name, kunci): ("\n".join(teks),)
        for name, pairs in ((BAB, isi.paragraf), (DASAR, isi.dasar))
        for kunci, teks in pairs
        if teks
    }
    rows = tuple(f"{r.teks}\n{r.penanggung_jawab}\n{r.batas_waktu}" for r in isi.rekomendasi or ())
    return found | ({place(REKOMENDASI): rows} if rows else {})


def given_up(before: Texts, now: Texts) -> dict[str, list[str]]:
    """What stood in a place before and stands nowhere in it now; a text that was only changed is not given up."""
    lost: dict[str, list[str]] = {}
    for key, texts in before.items():
        left = now.get(key, ())
        gone = [teks for teks in texts if teks not in left and _is_worth(key, teks)] if len(left) < len(texts) else []
        if gone:
            lost[key] = gone
    return lost


def _is_worth(key: str, teks: str) -> bool:
    return key.partition(":")[0] in FIGURES or len(teks.strip()) >= LEAST


def holds(now: Texts, texts: Texts) -> bool:
    """Whether all of it stands in its place, words as they are or among more of them."""
    return all(_stands(place, teks, now.get(place, ())) for place, some in texts.items() for teks in some)


def _stands(key: str, teks: str, now: Sequence[str]) -> bool:
    return teks in now or (key.partition(":")[0] not in FIGURES and any(teks in longer for longer in now))
