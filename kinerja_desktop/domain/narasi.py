"""Sentences made from figures: patterns by state, chosen the same way at every print.

A pattern is data below ``POLA``; the state that chooses it is worked out by the caller from unrounded
figures, comparison words ("naik", "lebih tinggi") are parameters and never typed into a pattern for a
figure that could be the other way round. To add a way of saying something: one string; to add a state:
a member of ``Pola`` with its strings.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, auto
from zlib import crc32

from kinerja_desktop.domain.numerals import format_angka, terbilang
from kinerja_desktop.domain.tanggal import BULAN

NBSP = "\N{NO-BREAK SPACE}"
MAKS_KATA_SISIPAN = 40


class Pola(Enum):
    """A state of figures that is told in one sentence."""

    DI_ATAS = auto()
    TEPAT = auto()
    DI_BAWAH = auto()
    RENDAH_BAIK = auto()
    RENDAH_LEWAT = auto()
    NAIK = auto()
    TURUN = auto()
    TETAP = auto()
    TAHUN_PERTAMA = auto()
    TANPA_DATA = auto()
    RENSTRA = auto()
    RENSTRA_PERSEN = auto()
    RENSTRA_SISA = auto()
    RENSTRA_LEWAT = auto()
    RENSTRA_TIADA = auto()
    PEMBANDING = auto()
    PEMBANDING_TIADA = auto()
    EFISIEN = auto()
    TIDAK_DIUKUR = auto()
    ANGGARAN = auto()
    SEBAB = auto()
    KENDALA = auto()
    UPAYA = auto()
    RINGKASAN = auto()


POLA: Mapping[Pola, tuple[str, ...]] = {
    Pola.DI_ATAS: (
        "{Sebutan} {periode} sebesar {R}, melampaui target {T}, sehingga capaiannya {C}% ({kategori}).",
        "Target {sebutan} sebesar {T} terlampaui: realisasi {periode} {R} dengan capaian {C}% ({kategori}).",
        "Dengan realisasi {R} dan target {T}, {sebutan} mencatat capaian {C}% dan masuk kategori {kategori}.",
    ),
    Pola.TEPAT: (
        "{Sebutan} {periode} sebesar {R}, sama dengan target, sehingga capaiannya {C}% ({kategori}).",
        "Target {sebutan} {periode} sebesar {T} terpenuhi seluruhnya dengan capaian {C}% ({kategori}).",
        "Realisasi {sebutan} sesuai dengan target, yaitu {T}; capaiannya {C}% ({kategori}).",
    ),
    Pola.DI_BAWAH: (
        "{Sebutan} {periode} sebesar {R}, {selisih} di bawah target {T}, sehingga capaiannya {C}% ({kategori}).",
        "Target {sebutan} sebesar {T} belum tercapai. Realisasi {periode} {R} dengan capaian {C}% ({kategori}).",
        "Dengan realisasi {R} dan target {T}, capaian {sebutan} {C}% ({kategori}); kekurangannya {selisih}.",
    ),
    Pola.RENDAH_BAIK: (
        (
            "{Sebutan} tercatat {R}, lebih rendah daripada batas {T}, sehingga capaiannya {C}% ({kategori}). "
            "Makin rendah angkanya, makin baik kinerjanya."
        ),
        "Batas {sebutan} paling banyak {T}. Realisasi {R} berada di bawah batas itu dengan capaian {C}% ({kategori}).",
        "{Sebutan} dapat ditekan menjadi {R}, {selisih} di bawah batas {T}; capaiannya {C}% ({kategori}).",
    ),
    Pola.RENDAH_LEWAT: (
        "{Sebutan} tercatat {R}, {selisih} di atas batas {T}, sehingga capaiannya {C}% ({kategori}).",
        "Batas {sebutan} sebesar {T} terlampaui; realisasi {R} dan capaiannya {C}% ({kategori}).",
        "Dengan realisasi {R} dan batas {T}, capaian {sebutan} hanya {C}% ({kategori}).",
    ),
    Pola.NAIK: (
        "Dibandingkan dengan tahun {lalu}, {sebutan} naik {selisih}, dari {R_lalu} menjadi {R}.",
        "Realisasi {sebutan} {selisih} lebih tinggi daripada tahun {lalu} ({R_lalu}).",
        "Pada tahun {lalu} {sebutan} tercatat {R_lalu}. Tahun {tahun} naik {selisih} menjadi {R}.",
    ),
    Pola.TURUN: (
        "Dibandingkan dengan tahun {lalu}, {sebutan} turun {selisih}, dari {R_lalu} menjadi {R}.",
        "Realisasi {sebutan} {selisih} lebih rendah daripada tahun {lalu} ({R_lalu}).",
        "Setelah mencapai {R_lalu} pada tahun {lalu}, {sebutan} turun {selisih} menjadi {R}.",
    ),
    Pola.TETAP: (
        "{Sebutan} tetap {R}, sama dengan tahun {lalu}.",
        "Tidak ada perubahan dari tahun {lalu}: {sebutan} tetap {R}.",
        "Selama dua tahun berturut-turut {sebutan} bertahan pada {R}.",
    ),
    Pola.TAHUN_PERTAMA: (
        "Data {sebutan} tahun sebelumnya belum tersedia sehingga belum dapat dibandingkan.",
        "Realisasi {sebutan} tahun {lalu} belum tercatat; angka tahun {tahun} dipakai sebagai nilai awal.",
    ),
    Pola.TANPA_DATA: (
        "Realisasi {sebutan} belum tersedia karena {alasan}. Indikator ini tidak dihitung dalam rata-rata capaian.",
        "Capaian {sebutan} tidak dapat dihitung karena {alasan}.",
    ),
    Pola.RENSTRA: (
        (
            "Target akhir Renstra {sebutan} tahun {akhir} sebesar {TR}. Realisasi sampai dengan tahun {tahun} "
            "mencapai {CR}% dari target itu."
        ),
    ),
    Pola.RENSTRA_PERSEN: (
        (
            "Target akhir Renstra {sebutan} tahun {akhir} sebesar {TR}. Realisasi sampai dengan tahun {tahun} "
            "{R}, dengan capaian {CR}% terhadap target itu."
        ),
    ),
    Pola.RENSTRA_SISA: ("Untuk mencapai target akhir Renstra sebesar {TR}, masih diperlukan {sisa} dalam {n} tahun.",),
    Pola.RENSTRA_LEWAT: (
        (
            "Target akhir Renstra {sebutan} sebesar {TR} telah terlampaui pada tahun {tahun}; target tahun "
            "berikutnya perlu disesuaikan."
        ),
    ),
    Pola.RENSTRA_TIADA: ("Target akhir Renstra {sebutan} belum dicatat sehingga belum dapat dibandingkan.",),
    Pola.PEMBANDING: (
        "Realisasi {sebutan} {R} {arah} {selisih} daripada {sumber} sebesar {P}.",
        "Angka {sumber} sebesar {P}; realisasi {sebutan} {R}, {selisih} {arah}.",
    ),
    Pola.PEMBANDING_TIADA: (
        (
            "Indikator {sebutan} belum memiliki standar nasional atau angka pembanding resmi sehingga "
            "perbandingan tidak dapat disajikan."
        ),
        "Angka pembanding untuk {sebutan} belum ditemukan pada sumber resmi.",
    ),
    Pola.EFISIEN: (
        "Capaian {C}% diperoleh dengan serapan anggaran {S}%, sehingga tingkat efisiensinya {E} poin ({label}).",
        "Target terpenuhi dengan anggaran terpakai {S}% dari pagu; selisih capaian dan serapan {E} poin ({label}).",
    ),
    Pola.TIDAK_DIUKUR: (
        "Efisiensi tidak diukur karena target belum tercapai (capaian {C}%).",
        "Anggaran terserap {S}%, tetapi efisiensi belum dapat dinyatakan karena capaian masih {C}%.",
        "Sisa anggaran tidak dinyatakan sebagai efisiensi karena capaian sasaran belum mencapai 100%.",
    ),
    Pola.ANGGARAN: ("Dari pagu {pagu}, terealisasi {realisasi} atau {S}%.",),
    Pola.SEBAB: (
        "Capaian {sebutan} terutama disebabkan oleh {faktor}.",
        "Faktor yang paling berpengaruh pada {sebutan} ialah {faktor}.",
        "Capaian {sebutan} ditopang oleh {faktor}.",
    ),
    Pola.KENDALA: (
        "Kendala yang dihadapi ialah {faktor}.",
        "Pelaksanaan terhambat oleh {faktor}.",
        "Di sisi lain, {faktor} masih menjadi kendala.",
    ),
    Pola.UPAYA: (
        "Tindak lanjutnya, {faktor}.",
        "Untuk mengatasinya, langkah yang ditetapkan ialah {faktor}.",
    ),
    Pola.RINGKASAN: (
        (
            "Rata-rata capaian kinerja {instansi} {periode} sebesar {C}% ({kategori}). {A} dari {n} indikator "
            "mencapai atau melampaui target."
        ),
        (
            "Dari {n} indikator yang bernilai, {a} indikator mencapai target dan {b} belum. Rata-rata "
            "capaiannya {C}% ({kategori})."
        ),
    ),
}


@dataclass(slots=True)
class Penulis:
    """Writes sentences for one paper; no two neighbours of one state get the same wording.

    The wording number follows from the key (indikator code) and the year, so a paper printed again
    says the same.
    """

    tahun: int
    _last: dict[Pola, int] = field(default_factory=dict)

    def tulis(self, pola: Pola, kunci: str, **fakta: str) -> str:
        """One sentence of ``pola``; ``fakta`` fill its slots, written out and with their units."""
        choices = POLA[pola]
        number = crc32(f"{kunci}/{self.tahun}".encode()) % len(choices)
        if len(choices) > 1 and self._last.get(pola) == number:
            number = (number + 1) % len(choices)
        self._last[pola] = number
        return kalimat(choices[number].format_map(fakta))


_BRACKETED = re.compile(r"\s*\([^()]*\)\s*")
_SPACES = re.compile(r"[ \t]+")
_TIED = re.compile(
    r"\b(Triwulan|TW|[Tt]ahun|Tabel|Gambar|Nomor|BAB|pukul|Rp) (?=[0-9IVX])|(?<=[0-9]) (?=poin\b|indikator\b)"
)


def kalimat(teks: str) -> str:
    """A sentence ready for a paper: capital first letter, ties that no line break may cut."""
    bersih = _SPACES.sub(" ", teks).strip()
    return ikat(bersih[:1].upper() + bersih[1:])


_COUNTED = re.compile(
    r"(?<![\w.,/])[0-9]{1,3}(?:\.[0-9]{3})*(?:,[0-9]+)? "
    r"(?=[a-z])(?!(?:dan|dari|dengan|di|ke|menjadi|pada|sampai|sehingga|untuk|yang)\b)"
)
_DATE = re.compile(rf"\b[0-9]{{1,2}} (?:{'|'.join(BULAN)})(?: [0-9]{{4}})?\b")


def ikat(teks: str) -> str:
    """Tie what no line break may cut ("Triwulan II", "16,67 poin", "10 kejadian", "14 Juli 2026"), typed or made."""
    tied = teks
    for pattern in (_TIED, _COUNTED):
        tied = pattern.sub(lambda m: m.group(0).rstrip(" ") + NBSP, tied)
    return _DATE.sub(lambda m: m.group(0).replace(" ", NBSP), tied)


def sebutan(nama: str) -> str:
    """Short name of an indikator inside a sentence: no bracketed acronym, small first letter."""
    return kecilkan(_BRACKETED.sub(" ", nama).strip().rstrip("."))


def kecilkan(teks: str) -> str:
    """Lower the first letter unless the text begins with a name or an acronym."""
    first, _, rest = teks.partition(" ")
    second = rest.partition(" ")[0]
    if first[1:] != first[1:].lower() or (second[:1].isupper() and second[1:].islower()):
        return teks
    return teks[:1].lower() + teks[1:]


_BARE_UNITS = {"indeks", "nilai", "skor", "level", "predikat", "angka", "rasio", "opini"}


def dengan_satuan(nilai: Decimal, satuan: str | None, desimal: int) -> str:
    """A figure with its unit for running text: "93,75%", "12 kejadian", "83,00"."""
    angka = format_angka(nilai, desimal)
    unit = (satuan or "").strip()
    if unit in ("%", "persen", "Persen"):
        return f"{angka}%"
    if not unit or unit.lower() in _BARE_UNITS:
        return angka
    return f"{angka}{NBSP}{kecilkan(unit)}"


def selisih(a: Decimal, b: Decimal, satuan: str | None, desimal: int) -> str:
    """Distance of two figures with its unit; of two percentages it is points."""
    jarak = abs(a - b)
    if (satuan or "").strip() in ("%", "persen", "Persen"):
        return f"{format_angka(jarak, max(desimal, 2))}{NBSP}poin"
    return dengan_satuan(jarak, satuan, desimal)


def hitungan(n: int, kata: str = "") -> str:
    """A counter in words where it is one word, else in digits: "lima indikator", "13 indikator"."""
    return f"{terbilang(n)} {kata}".strip()


def deretan(butir: Iterable[str]) -> str:
    """Join items as Indonesians do: "a", "a dan b", "a, b, dan c"."""
    items = [b for b in butir if b]
    if len(items) <= 1:
        return "".join(items)
    if len(items) == 2:
        return f"{items[0]} dan {items[1]}"
    return f"{', '.join(items[:-1])}, dan {items[-1]}"


def jalin(teks: str) -> str | None:
    """A typed text made fit for the slot of a sentence, or None where it must stay on its own.

    Lines become "a, b, dan c"; the last stop is dropped, the first letter lowered unless a name. A text
    of several sentences or of more than 40 words stays as it was typed.
    """
    lines = [line.strip(" \t-•;") for line in teks.splitlines() if line.strip(" \t-•;")]
    parts = [line.rstrip(" .") for line in lines]
    whole = deretan(kecilkan(p) for p in parts)
    if not whole or len(whole.split()) > MAKS_KATA_SISIPAN or any(". " in p for p in parts):
        return None
    return whole


def paragraf_sebab(
    penulis: Penulis, kunci: str, nama: str, *, pendukung: str, penghambat: str, tindak_lanjut: str
) -> tuple[str, ...]:
    """Cause, obstacle and effort of one indikator as paragraphs; own sentences stay untouched."""
    woven: list[str] = []
    own: list[str] = []
    for pola, teks in ((Pola.SEBAB, pendukung), (Pola.KENDALA, penghambat), (Pola.UPAYA, tindak_lanjut)):
        if not teks.strip():
            continue
        fit = jalin(teks)
        if fit is None:
            own.append(kalimat(teks.strip()))
        else:
            woven.append(penulis.tulis(pola, kunci, sebutan=sebutan(nama), faktor=fit))
    return ((" ".join(woven),) if woven else ()) + tuple(own)
