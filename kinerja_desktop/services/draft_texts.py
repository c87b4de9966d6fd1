"""The texts, figures and evidence in a draft by their place, and which of them a change gave up.

A place is a name and, behind a colon, what it belongs to: "faktor_pendukung:1.3". Most places hold one text; evidence,
the notes to the whole and the recommendations hold several. A piece of evidence is told as JSON; its file stays kept
whatever becomes of the piece. To add a kind of draft: a function that tells its texts, and a line in ``trash_kinds``.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.frozen import freeze, thaw
from kinerja_desktop.domain.isian import Isian
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
BUKTI = "bukti"
HAL, PESAN = "hal", "pesan"
KERTAS = "kertas"
"""A field of a paper that may be made at any time; its key follows."""
URAIAN, ALASAN, CATATAN, BAB, REKOMENDASI = "uraian", "alasan", "catatan", "bab", "rekomendasi"
DASAR = "dasar"
LAYAR = "layar"
"""A field of a dialog, or of a tab that waited for «Simpan»; its label follows."""
"""What the figures said where a chapter was typed over; it goes and comes with the chapter."""
WHOLE: Mapping[str, str] = {
    URAIAN: "Uraian laporan",
    ALASAN: "Alasan pengembalian",
    CATATAN: "Catatan pemeriksaan",
    REKOMENDASI: "Rekomendasi",
}
LABELS: Mapping[str, str] = {**FIGURES, **WORDS, BUKTI: "Bukti", **WHOLE, HAL: "Hal", PESAN: "Catatan", KERTAS: "Isian"}
"""What a place is called before people, but the chapters, which have names of their own."""
LEAST = 10
"""Letters of a text that is worth keeping when it is given up; figures and evidence always are."""
MANY = 25
"""Letters of the words that go in one save where a text was typed over, not mended."""


def place(name: str, of: str = "") -> str:
    """The key of a place."""
    return f"{name}:{of}"


def in_content(isi: Isi) -> Texts:
    """Of a Lembar Kerja or a seksi's report."""
    found: dict[str, Sequence[str]] = {
        place(name, row.kode): (teks,) for row in isi.indikator for name, teks in _in_row(row)
    }
    found |= {place(BUKTI, row.kode): tuple(map(of_bukti, row.bukti)) for row in isi.indikator if row.bukti}
    return found | ({place(URAIAN): (isi.uraian,)} if isi.uraian.strip() else {})


def of_bukti(bukti: Bukti) -> str:
    """A piece of evidence as a text of its place."""
    return json.dumps(freeze(bukti), ensure_ascii=False)


def as_bukti(teks: str) -> Bukti:
    """The piece of evidence that ``of_bukti`` told."""
    return thaw(Bukti, json.loads(teks))


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


def in_slip(hal: str, catatan: str) -> Texts:
    """Of an order before it is sent."""
    return {place(name): (teks,) for name, teks in ((HAL, hal), (PESAN, catatan)) if teks.strip()}


def in_paper(fields: Iterable[Isian], nilai: Mapping[str, str]) -> Texts:
    """Of the fields of a paper: what a person typed, not what stands there at first or was chosen among words."""
    typed = ((field, nilai[field.kunci]) for field in fields if not field.pilihan)
    return {place(KERTAS, field.kunci): (teks,) for field, teks in typed if teks.strip() and teks != field.bawaan}


def given_up(before: Texts, now: Texts) -> dict[str, list[str]]:
    """What stood in a place before and stands nowhere in it now: emptied, taken out, or typed over."""
    lost: dict[str, list[str]] = {}
    for key, texts in before.items():
        left = now.get(key, ())
        name, fewer = _name(key), len(left) < len(texts)
        gone = [teks for teks in texts if not stands(name, teks, left) and _is_lost(name, teks, left, fewer=fewer)]
        if gone:
            lost[key] = gone
    under = (place(DASAR, key.partition(":")[2]) for key in lost if _name(key) == BAB)
    return lost | {key: list(before[key]) for key in under if key in before}


def _is_lost(name: str, teks: str, left: Sequence[str], *, fewer: bool) -> bool:
    """A figure that is only corrected is not, nor are words that are mended."""
    if name == BUKTI:
        return fewer or _is_replaced(as_bukti(teks), tuple(map(as_bukti, left)))
    if name in FIGURES and fewer:
        return True
    if name == DASAR:
        return False
    if fewer:
        return len(teks.strip()) >= LEAST
    return name not in FIGURES and all(_is_typed_over(teks, other) for other in left)


def _is_replaced(piece: Bukti, left: Sequence[Bukti]) -> bool:
    """A file is another one; an address or words may only have been mended."""
    return bool(piece.sha256) or all(_is_typed_over(piece.nama, other.nama) for other in left)


def _is_typed_over(before: str, now: str) -> bool:
    """Words may move and others come between them; a held Backspace takes few letters from one save to the next."""
    if before.startswith(now) or before.endswith(now):
        return len(before) - len(now) >= LEAST
    gone = Counter(before.split()) - Counter(now.split())
    return sum(len(word) * times for word, times in gone.items()) >= MANY


def stands(name: str, teks: str, now: Sequence[str]) -> bool:
    """Whether it is among these; a piece of evidence is by its name and file, whatever else is said of it."""
    if name != BUKTI:
        return teks in now
    piece = as_bukti(teks)
    return any((piece.nama, piece.sha256) == (other.nama, other.sha256) for other in map(as_bukti, now))


def holds(now: Texts, texts: Texts) -> bool:
    """Whether all of it stands in its place, words as they are or among more of them."""
    return all(_is_held(place, teks, now.get(place, ())) for place, some in texts.items() for teks in some)


def _is_held(key: str, teks: str, now: Sequence[str]) -> bool:
    name = _name(key)
    return stands(name, teks, now) or (name not in FIGURES and any(teks in longer for longer in now))


def _name(key: str) -> str:
    return key.partition(":")[0]
