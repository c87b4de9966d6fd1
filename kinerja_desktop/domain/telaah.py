"""Reading a report's text before it is fixed: phrases to avoid, long sentences, foreign figures, missing reasons.

Findings are hints for whoever wrote the text; none of them blocks. To add a phrase: a line in ``HINDARI``; to add a
check of one paragraph: a function in ``_CHECKS``.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from kinerja_desktop.domain.narasi import NBSP

MAKS_KATA = 30
"""Words of one sentence."""


class Cacat(Enum):
    """What was found; the value is how the list names it."""

    FRASA = "frasa"
    PANJANG = "kalimat panjang"
    ANGKA = "angka tidak dikenal"
    NAMA = "nama berbeda"
    TANPA_SEBAB = "tanpa sebab, upaya, atau perbandingan"
    BERUBAH = "angka berubah"
    TAHUN_LALU = "menyebut tahun lalu"
    KOSONG = "dikosongkan"
    LEPAS = "tidak dicetak"


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding: in which chapter, which words, what to do."""

    bab: str
    cacat: Cacat
    kutipan: str
    saran: str


HINDARI: Mapping[str, str] = {
    r"adalah merupakan": "adalah",
    r"di ?mana\b(?=\s+\w+)": "yang, tempat, atau kalimat baru",
    r"yang mana": "yang",
    r"diatas\b": "di atas",
    r"dibawah\b": "di bawah",
    r"di laksanakan": "dilaksanakan",
    r"mengalami (?:peningkatan|kenaikan)": "naik",
    r"mengalami penurunan": "turun",
    r"melakukan pembinaan": "membina",
    r"(?:melakukan|melaksanakan)(?: kegiatan)? (?:monitoring|pemantauan)": "memantau",
    r"dalam rangka untuk|guna untuk": "untuk",
    r"agar supaya": "agar",
    r"sejak dari": "sejak",
    r"dikarenakan|disebabkan karena": "karena",
    r"terdiri dari": "terdiri atas",
    r"tergantung kepada": "bergantung pada",
    r"berdasarkan pada": "berdasarkan",
    r"para \w+-\w+": "para dan kata tunggal",
    r"(?:banyak|beberapa) (\w+)-\1": "kata tunggal",
    r"prosentase": "persentase",
    r"\banalisa\b": "analisis",
    r"\b[Pp]ebruari\b": "Februari",
    r"\b[Nn]opember\b": "November",
    r"\bijin\b": "izin",
    r"kwalitas": "kualitas",
    r"obyektif": "objektif",
    r"menunjukan\b": "menunjukkan",
    r"\breview\b": "reviu",
    r"\bmonitoring\b": "pemantauan",
    r"\boutcome\b": "hasil",
    r"\bbaseline\b": "nilai awal",
    r"\bdeadline\b": "batas waktu",
    r"\bstakeholder\w*": "pemangku kepentingan",
    r"\bgap\b": "selisih",
    r"\bprogress?\b": "kemajuan",
    r"\bupdate\w*": "pemutakhiran",
    r"masih jauh dari sempurna|sekiranya|kiranya\b|senantiasa|segenap jajaran": "(hapus)",
    r"sangat optimal|cukup baik|relatif tinggi|signifikan": "angka dan kategorinya",
    r"dapat dilihat pada tabel di ?bawah ini": "disajikan pada Tabel dan nomornya",
    r"tersebut di ?atas|hal mana|oleh karenanya": "itu, atau karena itu",
}
"""Expression and what to write instead."""

_PHRASES = tuple((re.compile(rf"\b(?:{phrase})", re.IGNORECASE), saran) for phrase, saran in HINDARI.items())
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_FIGURE = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+")
"""Figures that a report measures carry a comma or thousands; years, counts and numbers of tables do not."""
_NUMBER = re.compile(
    rf"{_FIGURE.pattern}|\b(?:\d+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus)\b"
    r"(?:\s(?!dari\b|dan\b|atau\b)[A-Za-z]+)?",
    re.IGNORECASE,
)
_CAUSE = re.compile(r"karena|disebabkan|\bsebab|akibat", re.IGNORECASE)
_REASONS = re.compile(
    r"karena|\bsebab|disebabkan|akibat|berkat|didukung|dipengaruhi|faktor|kendala|terhambat|mengatasi|upaya|"
    r"\b(?:akan|telah) |dibandingkan|daripada|"
    r"\b(?:naik|turun|tetap)\b|melampaui|lebih (?:tinggi|rendah)|(?:dari|terhadap) target|belum|sehingga",
    re.IGNORECASE,
)

Check = Callable[[str, str], Iterator[Temuan]]


def read_text(bab: str, paragraf: Sequence[str]) -> tuple[Temuan, ...]:
    """Findings in one chapter: phrases and long sentences, paragraph by paragraph."""
    return tuple(found for text in paragraf for check in _CHECKS for found in check(bab, text))


def unknown_figures(bab: str, paragraf: Sequence[str], known: Collection[str]) -> tuple[Temuan, ...]:
    """Figures in a typed chapter that stand nowhere in the report's data."""
    seen = dict.fromkeys(figure for text in paragraf for figure in figures_in(text) if figure not in known)
    return tuple(
        Temuan(bab, Cacat.ANGKA, figure, "Angka ini tidak ada pada data laporan. Cocokkan dengan tabel.")
        for figure in seen
    )


def without_reason(bab: str, paragraf: Sequence[str]) -> tuple[Temuan, ...]:
    """Typed paragraphs of an analysis that tell no cause, no effort and no comparison."""
    return tuple(
        Temuan(bab, Cacat.TANPA_SEBAB, _short(text), "Tambahkan sebab, upaya, atau perbandingannya.")
        for text in paragraf
        if not _REASONS.search(text)
    )


def emptied(bab: str, paragraf: Sequence[str]) -> tuple[Temuan, ...]:
    """A typed chapter of which nothing is left: its heading would stand alone."""
    if paragraf:
        return ()
    return (Temuan(bab, Cacat.KOSONG, "tanpa kalimat", "Tulis isinya, atau kembalikan ke kalimat dari angka."),)


def without_place(bab: str, paragraf: Sequence[str]) -> tuple[Temuan, ...]:
    """Typed words whose place in the report is gone."""
    saran = "Sasaran atau programnya tidak ada lagi dalam laporan ini. Pindahkan tulisannya, atau buang."
    return (Temuan(bab, Cacat.LEPAS, _short("".join(paragraf[:1])), saran),)


def tells_cause(paragraf: Sequence[str]) -> bool:
    """Whether a text says why."""
    return any(_CAUSE.search(text) for text in paragraf)


def changed_figures(bab: str, lama: Sequence[str], baru: Sequence[str]) -> tuple[Temuan, ...]:
    """Figures, counts and days that a typed chapter was written on and that the data says otherwise now.

    ``lama`` is what was made from the figures then, ``baru`` what is made now. Old stands beside new; where sentences
    came or went, those that are gone are quoted.
    """
    before, after = ([n for text in texts for n in _numbers_in(text)] for texts in (lama, baru))
    if len(before) == len(after):
        pairs = dict.fromkeys((old, new) for old, new in zip(before, after, strict=True) if old != new)
        found = [Temuan(bab, Cacat.BERUBAH, f"{old} menjadi {new}", "Baca ulang dan sesuaikan.") for old, new in pairs]
        if found:
            return tuple(found)
    gone = dict.fromkeys(s for s in _sentences(lama) if s not in _sentences(baru))
    return tuple(Temuan(bab, Cacat.BERUBAH, _short(s), "Kalimat ini tidak sesuai lagi dengan data.") for s in gone)


def _sentences(texts: Sequence[str]) -> list[str]:
    return [sentence for text in texts for sentence in _SENTENCE.split(text)]


def _numbers_in(text: str) -> list[str]:
    """Measured figures, and counts and days with the word that they belong to: "tiga langkah", "13 Oktober"."""
    return [found[0].replace(NBSP, " ") for found in _NUMBER.finditer(text)]


def other_names(bab: str, paragraf: Sequence[str], officials: Collection[str]) -> tuple[Temuan, ...]:
    """Names that begin like an official's and go on otherwise: "Andi Umpama, S.E." for "Andi Umpama, S.IP."."""
    found = []
    for official in officials:
        name, comma, _ = official.partition(",")
        if not comma:
            continue
        for text in paragraf:
            for match in re.finditer(rf"{re.escape(name)}, ?[A-Z][\w.]*(?:, ?[A-Z][\w.]*)*", text):
                told = match[0].rstrip(".,")
                if told != official.rstrip(".,"):
                    found.append(Temuan(bab, Cacat.NAMA, told, f"Pada daftar pegawai tertulis {official}."))
    return tuple(found)


def old_year(bab: str, paragraf: Sequence[str], terbawa: Collection[str], tahun: int) -> tuple[Temuan, ...]:
    """Paragraphs carried over word for word from the year before that still name it; a regulation of that year may.

    ``terbawa`` are the paragraphs of last year, ``tahun`` is the year of the report.
    """
    named = re.compile(rf"(?<!\d){tahun - 1}(?!\d)")
    return tuple(
        Temuan(
            bab,
            Cacat.TAHUN_LALU,
            f"alinea {number}: {_short(text)}",
            f"Alinea ini terbawa dari laporan tahun {tahun - 1} dan masih menyebut tahun itu. Sesuaikan isinya.",
        )
        for number, text in enumerate(paragraf, 1)
        if text in terbawa and named.search(_REGULATION.sub("", text))
    )


_REGULATION = re.compile(r"Nomor\s+\S+\s+Tahun\s+\d{4}", re.IGNORECASE)


def figures_in(text: str) -> list[str]:
    """The measured figures of a text as they are printed."""
    return _FIGURE.findall(text)


def _phrases(bab: str, text: str) -> Iterator[Temuan]:
    for phrase, saran in _PHRASES:
        for match in phrase.finditer(text):
            yield Temuan(bab, Cacat.FRASA, match[0], f"Tulis: {saran}.")


def _long_sentences(bab: str, text: str) -> Iterator[Temuan]:
    for sentence in _SENTENCE.split(text):
        count = len(sentence.split())
        if count > MAKS_KATA:
            yield Temuan(bab, Cacat.PANJANG, _short(sentence), f"Kalimat ini {count} kata; bagi menjadi dua.")


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57].rstrip()}…"


_CHECKS: tuple[Check, ...] = (_phrases, _long_sentences)
