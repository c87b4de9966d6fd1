"""Sentences made from figures: patterns by state, chosen the same way at every print.

A pattern is data below ``POLA``; the state that chooses it is worked out by the caller from unrounded
figures, comparison words ("naik", "lebih tinggi") are parameters and never typed into a pattern for a
figure that could be the other way round. To add a way of saying something: one string; to add a state:
a member of ``Pola`` with its strings.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, auto
from functools import cache
from itertools import pairwise
from zlib import crc32

from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.numerals import bulatkan, format_angka, terbilang
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
    JAUH_DI_ATAS = auto()
    TANPA_DATA = auto()
    TANPA_TARGET = auto()
    TANPA_KEDUANYA = auto()
    TARGET_NOL = auto()
    NAIK = auto()
    TURUN = auto()
    TETAP = auto()
    CAPAIAN_BERGERAK = auto()
    CAPAIAN_TETAP = auto()
    CAPAIAN_TERTINGGAL = auto()
    TAHUN_PERTAMA = auto()
    DIGANTI = auto()
    DIGANTI_DAHULU = auto()
    MENUNGGU = auto()
    RENSTRA = auto()
    RENSTRA_PERSEN = auto()
    RENSTRA_SISA = auto()
    RENSTRA_LEWAT = auto()
    RENSTRA_LAJU = auto()
    RENSTRA_TIADA = auto()
    RENSTRA_NOL = auto()
    PEMBANDING = auto()
    PEMBANDING_SAMA = auto()
    PEMBANDING_TIADA = auto()
    EFISIEN = auto()
    TIDAK_DIUKUR = auto()
    ANGGARAN = auto()
    ANGGARAN_TIADA = auto()
    ANGGARAN_TANPA_PAGU = auto()
    SEBAB = auto()
    DUKUNGAN = auto()
    DUKUNGAN_KLAUSA = auto()
    KENDALA = auto()
    KENDALA_AWAL = auto()
    KENDALA_NYA = auto()
    KENDALA_NYA_KLAUSA = auto()
    UPAYA = auto()
    UPAYA_AWAL = auto()
    UPAYA_TELAH = auto()
    UPAYA_BENDA = auto()
    UPAYA_TIADA = auto()
    SEBAB_KLAUSA = auto()
    KENDALA_KLAUSA = auto()
    KENDALA_AWAL_KLAUSA = auto()
    UPAYA_KLAUSA = auto()
    LANGKAH_BELUM = auto()
    LANGKAH_TEPAT = auto()
    LANGKAH_DIHITUNG = auto()
    LANGKAH_LAMBAT_SEMUA = auto()
    LANGKAH_LAMBAT = auto()
    LANGKAH_LAMBAT_DI = auto()
    LANGKAH_LAMBAT_BANYAK = auto()
    LANGKAH_LAMBAT_PADA = auto()
    SERAH_LAMBAT = auto()
    SERAH_LAMBAT_BANYAK = auto()
    LAPORAN_LAMBAT = auto()
    LAPORAN_TEPAT = auto()
    LAPORAN_BELUM = auto()
    SARAN = auto()
    SARAN_KLAUSA = auto()
    SARAN_BENDA = auto()
    SARAN_TIADA = auto()
    SARAN_LALU = auto()
    SARAN_TAK_PERLU = auto()
    SARAN_MENUNGGU = auto()
    RINGKASAN = auto()
    PENUTUP = auto()


POLA: Mapping[Pola, tuple[str, ...]] = {
    Pola.DI_ATAS: (
        "{Sebutan} {periode} sebesar {R}, melampaui target {T}, sehingga capaiannya {C}% ({kategori}).",
        "Target {sebutan} sebesar {T} terlampaui: realisasi {periode} sebesar {R} dengan capaian {C}% ({kategori}).",
        "Dengan realisasi {R} dan target {T}, {sebutan} mencatat capaian {C}% dan masuk kategori {kategori}.",
    ),
    Pola.TEPAT: (
        "{Sebutan} {periode} sebesar {R}, sama dengan target, sehingga capaiannya {C}% ({kategori}).",
        "Target {sebutan} {periode} sebesar {T} terpenuhi seluruhnya dengan capaian {C}% ({kategori}).",
        "Realisasi {sebutan} sesuai dengan target, yaitu {T}; capaiannya {C}% ({kategori}).",
    ),
    Pola.DI_BAWAH: (
        "{Sebutan} {periode} sebesar {R}, {selisih} di bawah target {T}, sehingga capaiannya {C}% ({kategori}).",
        (
            "Target {sebutan} sebesar {T} belum tercapai. Realisasi {periode} sebesar {R} dengan capaian {C}% "
            "({kategori})."
        ),
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
    Pola.JAUH_DI_ATAS: (
        "Capaian ini jauh di atas target sehingga target tahun berikutnya perlu ditinjau kembali.",
        "Karena capaiannya jauh di atas target, target tahun berikutnya perlu ditinjau kembali.",
    ),
    Pola.TANPA_DATA: (
        "Realisasi {sebutan} belum tersedia karena {alasan}. Indikator ini tidak dihitung dalam rata-rata capaian.",
        "Capaian {sebutan} tidak dapat dihitung karena {alasan}.",
    ),
    Pola.TANPA_TARGET: (
        "Realisasi {sebutan} {periode} sebesar {R}. Capaiannya tidak dihitung karena target belum ditetapkan.",
        "Target {sebutan} belum ditetapkan sehingga capaiannya tidak dihitung; realisasi {periode} sebesar {R}.",
    ),
    Pola.TANPA_KEDUANYA: (
        "Target dan realisasi {sebutan} {periode} belum dicatat sehingga capaiannya tidak dihitung.",
        "Capaian {sebutan} tidak dihitung karena target dan realisasi {periode} belum dicatat.",
    ),
    Pola.TARGET_NOL: (
        "Target {sebutan} {periode} nol sehingga capaian tidak dihitung; realisasinya sebesar {R}.",
        "Realisasi {sebutan} {periode} sebesar {R}. Karena targetnya nol, capaian tidak dihitung.",
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
    Pola.CAPAIAN_BERGERAK: (
        "Capaiannya {arah} {poin}, dari {C_lalu}% menjadi {C}%.",
        "Capaian bergerak dari {C_lalu}% menjadi {C}%, {arah} {poin}.",
        "Dengan demikian, capaian {arah} {poin} menjadi {C}%.",
    ),
    Pola.CAPAIAN_TETAP: ("Capaiannya tidak berubah, yaitu {C}%.", "Capaian tetap {C}%."),
    Pola.CAPAIAN_TERTINGGAL: (
        "Realisasi naik, tetapi capaian turun {poin} karena target naik dari {T_lalu} menjadi {T}.",
        "Karena target naik dari {T_lalu} menjadi {T}, capaian turun {poin} meskipun realisasi naik.",
    ),
    Pola.TAHUN_PERTAMA: (
        "Data {siapa} tahun {lalu} belum tersedia sehingga belum dapat dibandingkan.",
        "Realisasi {siapa} tahun {lalu} belum tercatat; angka tahun {tahun} dipakai sebagai nilai awal.",
        "Tahun {tahun} menjadi tahun pertama pencatatan {siapa}; realisasinya dipakai sebagai nilai awal.",
    ),
    Pola.DIGANTI: (
        (
            "{Sebutan} menggantikan indikator {lama} mulai tahun {tahun}. Angka tahun sebelumnya diukur dengan "
            "indikator lama, sehingga tidak dibandingkan langsung."
        ),
        (
            "Mulai tahun {tahun}, indikator {lama} diganti dengan ukuran yang sekarang. {Sebutan} karena itu belum "
            "dibandingkan dengan tahun sebelumnya."
        ),
    ),
    Pola.DIGANTI_DAHULU: (
        "Angka sebelum tahun {mulai} diukur dengan indikator lama ({lama}).",
        "Sebelum tahun {mulai} yang diukur ialah indikator lama ({lama}).",
    ),
    Pola.MENUNGGU: (
        "Perbandingan {siapa} belum dapat disajikan karena realisasi tahun {tahun} belum tersedia.",
        "Karena realisasi tahun {tahun} belum tersedia, {siapa} belum dapat dibandingkan.",
    ),
    Pola.RENSTRA: (
        (
            "Target akhir Renstra {sebutan} tahun {akhir} sebesar {TR}. Realisasi sampai dengan tahun {tahun} "
            "mencapai {CR}% dari target itu."
        ),
        "Realisasi {sebutan} tahun {tahun} mencapai {CR}% dari target akhir Renstra tahun {akhir}, yaitu {TR}.",
    ),
    Pola.RENSTRA_PERSEN: (
        (
            "Target akhir Renstra {sebutan} tahun {akhir} sebesar {TR}. Realisasi sampai dengan tahun {tahun} "
            "sebesar {R}, dengan capaian {CR}% terhadap target itu."
        ),
        (
            "Dengan realisasi {R}, {sebutan} mencatat capaian {CR}% terhadap target akhir Renstra tahun {akhir} "
            "sebesar {TR}."
        ),
    ),
    Pola.RENSTRA_SISA: (
        "Untuk mencapai target itu, masih diperlukan {sisa} dalam {n} tahun.",
        "Masih diperlukan {sisa} dalam {n} tahun untuk mencapainya.",
    ),
    Pola.RENSTRA_LEWAT: (
        (
            "Target akhir Renstra {sebutan} sebesar {TR} telah {tercapai} pada tahun {tahun}; target tahun "
            "berikutnya perlu disesuaikan."
        ),
        (
            "Dengan realisasi {R}, target akhir Renstra {sebutan} sebesar {TR} telah {tercapai}. Target tahun "
            "berikutnya perlu disesuaikan."
        ),
    ),
    Pola.RENSTRA_LAJU: (
        "Dengan {laju} setiap tahun, target akhir Renstra diperkirakan {tercapai} tahun {akhir}.",
        "Menurut {laju} setiap tahun, target itu diperkirakan {tercapai} tahun {akhir}.",
    ),
    Pola.RENSTRA_TIADA: (
        "Target akhir Renstra {siapa} belum dicatat sehingga belum dapat dibandingkan.",
        "Perbandingan {siapa} belum dapat disajikan karena target akhir Renstra belum dicatat.",
    ),
    Pola.RENSTRA_NOL: ("Perbandingan {siapa} tidak dihitung karena target akhir Renstra nol.",),
    Pola.PEMBANDING: (
        "Realisasi {sebutan} {R} {arah} {selisih} daripada {sumber} sebesar {P}.",
        "Adapun {sumber} sebesar {P}; realisasi {sebutan} {R}, {selisih} {arah}.",
        "Jika dibandingkan dengan {sumber} sebesar {P}, {sebutan} {mutu} angka itu; selisihnya {selisih}.",
    ),
    Pola.PEMBANDING_SAMA: (
        "Realisasi {sebutan} sama dengan {sumber}, yaitu {P}.",
        "Dengan realisasi {R}, {sebutan} setara dengan {sumber}.",
    ),
    Pola.PEMBANDING_TIADA: (
        (
            "Untuk {siapa} belum ada standar nasional atau angka pembanding resmi sehingga perbandingan tidak "
            "dapat disajikan."
        ),
        "Angka pembanding untuk {siapa} belum ditemukan pada sumber resmi sehingga perbandingan tidak disajikan.",
        "Perbandingan tidak disajikan karena {siapa} belum memiliki standar nasional atau angka pembanding resmi.",
    ),
    Pola.EFISIEN: (
        "Capaian {C}% diperoleh dengan serapan anggaran {S}%, sehingga tingkat efisiensinya {E} poin ({label}).",
        "Target terpenuhi dengan anggaran terpakai {S}% dari pagu; selisih capaian dan serapan {E} poin ({label}).",
        "Penggunaan anggaran {label}: capaian {C}% dengan serapan {S}% (selisih {E} poin).",
    ),
    Pola.TIDAK_DIUKUR: (
        "Efisiensi tidak diukur karena target belum tercapai (capaian {C}%).",
        "Anggaran terserap {S}%, tetapi efisiensi belum dapat dinyatakan karena capaian masih {C}%.",
        "Sisa anggaran tidak dinyatakan sebagai efisiensi karena capaian {tingkat} ({C}%) belum mencapai 100%.",
    ),
    Pola.ANGGARAN: (
        "{Awal}, dari pagu {pagu} terealisasi {realisasi} atau {S}%.",
        "{Awal}, realisasi anggaran sebesar {realisasi} ({S}% dari pagu {pagu}).",
        "{Awal}, anggaran terserap {S}% dari pagu {pagu}; sisanya {sisa}.",
    ),
    Pola.ANGGARAN_TIADA: ("{Awal}, serapan anggaran tidak dihitung karena {alasan}.",),
    Pola.ANGGARAN_TANPA_PAGU: ("{Awal}, anggaran terealisasi {realisasi}. Serapannya tidak dihitung karena {alasan}.",),
    Pola.SEBAB: (
        "Capaian {sebutan} terutama disebabkan oleh {faktor}.",
        "Faktor yang paling berpengaruh pada {sebutan} ialah {faktor}.",
        "Capaian {sebutan} ditopang oleh {faktor}.",
    ),
    Pola.DUKUNGAN: (
        "Faktor pendukung {sebutan} ialah {faktor}.",
        "Pencapaian {sebutan} didukung oleh {faktor}.",
    ),
    Pola.DUKUNGAN_KLAUSA: ("Pencapaian {sebutan} terbantu karena {faktor}.",),
    Pola.KENDALA: (
        "Kendala yang dihadapi ialah {faktor}.",
        "Pelaksanaan terhambat oleh {faktor}.",
        "Di sisi lain, {faktor} menjadi kendala.",
    ),
    Pola.KENDALA_AWAL: (
        "Kendala pada {sebutan} ialah {faktor}.",
        "Pencapaian {sebutan} terhambat oleh {faktor}.",
    ),
    Pola.KENDALA_NYA: ("Kendalanya ialah {faktor}.",),
    Pola.KENDALA_NYA_KLAUSA: ("Kendalanya timbul karena {faktor}.",),
    Pola.UPAYA: (
        "Untuk mengatasinya, {unit} akan {faktor}.",
        "Sebagai tindak lanjut, {unit} akan {faktor}.",
    ),
    Pola.UPAYA_AWAL: ("Untuk {sebutan}, {unit} akan {faktor}.",),
    Pola.UPAYA_TELAH: ("Untuk mengatasinya, {unit} {faktor}.", "Atas hal itu, {unit} {faktor}."),
    Pola.UPAYA_BENDA: ("Tindak lanjut yang ditetapkan ialah {faktor}.", "Tindak lanjutnya berupa {faktor}."),
    Pola.UPAYA_TIADA: ("Tindak lanjut belum ditetapkan.",),
    Pola.SEBAB_KLAUSA: (
        "Capaian {sebutan} diperoleh karena {faktor}.",
        "Capaian {sebutan} diperoleh terutama karena {faktor}.",
    ),
    Pola.KENDALA_KLAUSA: (
        "Kendala timbul karena {faktor}.",
        "Pelaksanaan terhambat karena {faktor}.",
    ),
    Pola.KENDALA_AWAL_KLAUSA: (
        "Pencapaian {sebutan} terhambat karena {faktor}.",
        "Kendala pada {sebutan} timbul karena {faktor}.",
    ),
    Pola.UPAYA_KLAUSA: ("Sebagai tindak lanjut, {faktor}.",),
    Pola.LANGKAH_BELUM: ("Belum ada langkah yang selesai pada {masa}.",),
    Pola.LANGKAH_TEPAT: (
        "Seluruh langkah yang selesai pada {masa} sesuai norma.",
        "Pada {masa} seluruh langkah yang selesai sesuai norma.",
    ),
    Pola.LANGKAH_DIHITUNG: (
        (
            "Dari {jumlah} langkah yang selesai pada {masa}, {tepat} langkah ({persen}) sesuai norma dan {lambat} "
            "langkah terlambat."
        ),
        (
            "Pada {masa}, {tepat} dari {jumlah} langkah yang selesai ({persen}) sesuai norma; {lambat} langkah "
            "terlambat."
        ),
    ),
    Pola.LANGKAH_LAMBAT_SEMUA: ("Dari {jumlah} langkah yang selesai pada {masa}, belum ada yang sesuai norma.",),
    Pola.LANGKAH_LAMBAT: (
        "Langkah {n} di {seksi} selesai {lama} setelah batas waktu.",
        "Di {seksi}, langkah {n} selesai {lama} setelah batas waktu.",
    ),
    Pola.LANGKAH_LAMBAT_DI: ("Langkah {n} melewati norma di {seksi}.",),
    Pola.LANGKAH_LAMBAT_BANYAK: ("Langkah {n} melewati norma di {seksi}, seperti ditandai pada tabel.",),
    Pola.LANGKAH_LAMBAT_PADA: ("Langkah yang terlambat terdapat pada {masa}.",),
    Pola.SERAH_LAMBAT: (
        "Laporan {siapa} disetujui pada {tanggal}, {lama} setelah jadwal {batas}.",
        "Menurut jadwal, laporan {siapa} selesai {batas}, tetapi baru disetujui {lama} kemudian, yaitu {tanggal}.",
    ),
    Pola.SERAH_LAMBAT_BANYAK: ("{Jumlah} disetujui setelah jadwalnya.",),
    Pola.LAPORAN_LAMBAT: (
        "{nama} ditetapkan {lama} setelah jadwal {batas}.",
        "{nama}, yang dijadwalkan {batas}, ditetapkan {lama} kemudian.",
    ),
    Pola.LAPORAN_TEPAT: ("Semua Laporan Triwulan ditetapkan tidak melewati jadwal.",),
    Pola.LAPORAN_BELUM: ("{nama} belum ditetapkan.",),
    Pola.SARAN: (
        "{Unit} {tindakan}{kapan} agar {sebutan} mencapai {T}.",
        "Agar {sebutan} mencapai {T}, {unit} {tindakan}{kapan}.",
    ),
    Pola.SARAN_KLAUSA: ("Agar {sebutan} mencapai {T}, {tindakan}{kapan}.",),
    Pola.SARAN_BENDA: (
        "Tindak lanjut untuk {sebutan} ialah {tindakan}{kapan}.",
        "Agar {sebutan} mencapai {T}, {unit} melaksanakan {tindakan}{kapan}.",
    ),
    Pola.SARAN_TIADA: ("Tindak lanjut untuk {siapa} belum ditetapkan.",),
    Pola.SARAN_TAK_PERLU: (
        "Tidak ada indikator di bawah target {masa} sehingga rekomendasi perbaikan tidak ditetapkan.",
    ),
    Pola.SARAN_MENUNGGU: (
        "Belum ada capaian yang dapat dihitung {masa} sehingga rekomendasi perbaikan belum dapat disusun.",
    ),
    Pola.SARAN_LALU: ("Dari {n} tindak lanjut {masa} yang dilaporkan, {hasil}.",),
    Pola.RINGKASAN: (
        (
            "Rata-rata capaian kinerja {instansi} {periode} sebesar {C}% ({kategori}). {Jumlah} mencapai atau "
            "melampaui target."
        ),
        "{Jumlah} mencapai atau melampaui target {periode}. Rata-rata capaian kinerjanya {C}% ({kategori}).",
    ),
    Pola.PENUTUP: (
        "Laporan ini disusun dari data yang telah diperiksa dan menjadi dasar perbaikan kinerja tahun {berikut}.",
        "Demikian laporan ini disampaikan kepada {penerima} sebagai pertanggungjawaban kinerja tahun {tahun}.",
    ),
}


@dataclass(slots=True)
class Penulis:
    """Writes sentences for one paper; no two neighbours of one state get the same wording.

    The wording number follows from the key (indikator code) and the year, so a paper printed again
    says the same.
    """

    tahun: int
    _last: dict[Pola, str] = field(default_factory=dict)

    def tulis(self, pola: Pola, kunci: str, **fakta: str) -> str:
        """One sentence of ``pola``; ``fakta`` fill its slots, written out and with their units."""
        choices = [c for c in POLA[pola] if not _stutters(c, fakta)] or POLA[pola]
        number = crc32(f"{kunci}/{self.tahun}".encode()) % len(choices)
        if self._last.get(pola) == choices[number]:
            number = (number + 1) % len(choices)
        self._last[pola] = choices[number]
        return kalimat(choices[number].format_map(fakta))


_BEFORE_SLOT = re.compile(r"\b(\w+) {(\w+)}")
_BEGINNING = 3
"""Words of a name in which the word before it may not come again."""


def _stutters(choice: str, fakta: Mapping[str, str]) -> bool:
    """True for "Realisasi {sebutan}" where the name itself is "persentase realisasi anggaran"."""
    return any(word in fakta.get(slot, "").lower().split()[:_BEGINNING] for word, slot in _before_slots(choice))


@cache
def _before_slots(choice: str) -> tuple[tuple[str, str], ...]:
    """The word before each slot of a wording: the wordings are few and asked for every sentence."""
    return tuple((word.lower(), slot) for word, slot in _BEFORE_SLOT.findall(choice))


_BRACKETED = re.compile(r"\s*\([^()]*\)\s*")
_SPACES = re.compile(r"[ \t]+")
_DOUBLE_STOP = re.compile(r"(?<!\.)\.\.$")
"""A sentence that ends in an abbreviation ("A.Md.") has one stop."""
_TIED = re.compile(
    r"\b(Triwulan|TW|[Tt]ahun|Tabel|Gambar|Nomor|BAB|pukul|Rp) (?=[0-9IVX])|(?<=[0-9]) (?=poin\b|indikator\b)"
    r"|[≥≤×÷] (?=[0-9])"
)


def kalimat(teks: str) -> str:
    """A sentence ready for a paper: capital first letter, ties that no line break may cut."""
    bersih = _DOUBLE_STOP.sub(".", _SPACES.sub(" ", teks).strip())
    return ikat(bersih[:1].upper() + bersih[1:])


_COUNTED = re.compile(
    r"(?<![\w.,/])[0-9]{1,3}(?:\.[0-9]{3})*(?:,[0-9]+)? "
    r"(?=[a-z])(?!(?:dan|dari|dengan|di|ke|menjadi|pada|sampai|sehingga|untuk|yang)\b)"
)
_TITLE = re.compile(r"(?<=,) (?=(?:[SM]\.[A-Z]|A\.Md|Ph\.D))")
"""Before a title of a name: it stands on the line of the name that it belongs to."""
_DATE = re.compile(rf"\b[0-9]{{1,2}} (?:{'|'.join(BULAN)})(?: [0-9]{{4}})?\b")


def ikat(teks: str) -> str:
    """Tie what no line break may cut ("Triwulan II", "16,67 poin", "10 kejadian", "14 Juli 2026"), typed or made."""
    tied = teks
    for pattern in (_TIED, _COUNTED, _TITLE):
        tied = pattern.sub(lambda m: m.group(0).rstrip(" ") + NBSP, tied)
    return _DATE.sub(lambda m: m.group(0).replace(" ", NBSP), tied)


def sebutan(nama: str) -> str:
    """Short name of an indikator inside a sentence: no bracketed acronym, small first letter."""
    return kecilkan(_BRACKETED.sub(" ", nama).strip().rstrip("."))


_ORDER = re.compile(r"Me[a-z]+kan")


def kecilkan(teks: str) -> str:
    """Lower the first letter unless the text begins with a name or an acronym; "Menghadirkan" never begins one."""
    first, _, rest = teks.partition(" ")
    second = rest.partition(" ")[0]
    named = second[:1].isupper() and second[1:].islower() and not _ORDER.fullmatch(first)
    if first[1:] != first[1:].lower() or named:
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


def jarak(a: Decimal, b: Decimal, desimal: int) -> Decimal:
    """First figure minus the second, both as they are printed, so that a reader who subtracts gets the same."""
    return bulatkan(a, desimal) - bulatkan(b, desimal)


def selisih(a: Decimal, b: Decimal, satuan: str | None, desimal: int) -> str:
    """Distance of two printed figures with its unit; of two percentages it is points."""
    far = abs(jarak(a, b, desimal))
    if (satuan or "").strip() in ("%", "persen", "Persen"):
        return f"{format_angka(far, max(desimal, 2))}{NBSP}poin"
    return dengan_satuan(far, satuan, desimal)


def hitungan(n: int, kata: str = "") -> str:
    """A counter in words where it is one word, else in digits: "lima indikator", "13 indikator"."""
    return f"{terbilang(n)} {kata}".strip()


def sederet(*jumlah: int) -> tuple[str, ...]:
    """Counters of one sentence: all in words, or all in digits where one of them needs them."""
    words = tuple(terbilang(n) for n in jumlah)
    digits = any(word[:1].isdigit() and n for n, word in zip(jumlah, words, strict=True))
    return tuple(format_angka(Decimal(n)) for n in jumlah) if digits else words


def dari_kata(teks: str) -> str:
    """No sentence begins with a digit: "Sebanyak 13 indikator ..."."""
    return kalimat(f"Sebanyak {teks}" if teks[:1].isdigit() else teks)


def jalin(teks: str) -> str | None:
    """A typed text made fit for the slot of a sentence, or None where it must stay on its own.

    Lines become "a, b, dan c"; the last stop is dropped, the first letter lowered unless a name. A text
    of several sentences, of more than 40 words, or one that speaks of "hal ini" stays as it was typed.
    """
    lines = [line.strip(" \t-•;") for line in teks.splitlines() if line.strip(" \t-•;")]
    parts = [line.rstrip(" .") for line in lines]
    whole = deretan(kecilkan(p) for p in parts)
    if not whole or len(whole.split()) > MAKS_KATA_SISIPAN or any(". " in p or _OWN.match(p) for p in parts):
        return None
    return whole


@dataclass(frozen=True, slots=True)
class Uraian:
    """What a seksi wrote of one indikator.

    ``unit`` acts; ``perlu``: the target is missed, so a follow-up is due; ``tercapai``: it is reached, so what helped
    is the cause of a capaian. Elsewhere it only helped.
    """

    sebutan: str
    unit: str
    pendukung: str = ""
    penghambat: str = ""
    tindak_lanjut: str = ""
    perlu: bool = False
    tercapai: bool = True


_LINK = re.compile(
    r"(?:yang|untuk|guna|agar|supaya|dalam|dari|dengan|dan|serta|atau|oleh|pada|di|ke|bagi|terhadap|tentang|secara|"
    r"upaya|cara|kegiatan|program|proses|kemampuan|kewajiban|kesediaan|kesempatan)$"
)
"""Behind these a verb belongs to a noun: "upaya meningkatkan", "petugas yang melayani"."""
_PREDICATE = re.compile(
    r"(?:masih|belum|tidak|sudah|telah|sedang|akan|harus|perlu|dapat|bisa|sering|jarang|selalu|kurang|berjalan|"
    r"berlangsung|berubah|bertambah|berkurang|berhenti|bertepatan|berfungsi|berpartisipasi|bekerja|terjadi|terlambat|"
    r"terputus|terhambat|terkendala|tertunda|terhenti|rusak|habis|naik|turun)$"
)
_FINITE = re.compile(
    r"(?!dinas|dini|diri|digital|dialog|dimensi|dinamika|diskusi|disiplin|disposisi|distribusi|diklat|mereka|mental|"
    r"menteri|merek|metode|menara|merata|menurut|mengenai|melalui|menjelang)(?:me[mnlrw][a-z]{4,}|di[a-z]{4,})$(?<!nya)"
)
_BECAUSE = re.compile(r"^(?:dikarenakan|disebabkan (?:oleh|karena)|oleh karena|karena) ")
_OWN = re.compile(r"(?:hal|kondisi|keadaan|capaian|realisasi) (?:ini|itu|tersebut)\b|(?:ini|itu) ", re.IGNORECASE)


def klausa(teks: str) -> bool:
    """True where a typed text tells what somebody does or is ("warga masih enggan datang"), which "oleh" cannot join.

    Read from the words that a predicate begins with. What is taken for a clause by mistake still reads right, because
    "karena" joins nouns as well.
    """
    words = re.findall(r"[a-z-]+", teks.lower())
    return any(
        not _LINK.match(before) and (_PREDICATE.match(word) or _FINITE.match(word))
        for before, word in pairwise(("", *words))
    )


def kendala(penulis: Penulis, kunci: str, faktor: str, sebutan: str = "") -> str:
    """An obstacle as a sentence, naming the indikator where the sentence before it does not."""
    told = _BECAUSE.sub("", faktor)
    if not sebutan:
        return penulis.tulis(Pola.KENDALA_NYA_KLAUSA if klausa(told) else Pola.KENDALA_NYA, kunci, faktor=told)
    pola, told = _obstacle(faktor, after=False)
    return penulis.tulis(pola, kunci, faktor=told, sebutan=sebutan)


def paragraf_sebab(penulis: Penulis, kunci: str, uraian: Uraian) -> tuple[str, ...]:
    """Cause, obstacle and effort of one indikator as paragraphs; own sentences stay untouched."""
    woven: list[str] = []
    own: list[str] = []
    cause = _cause if uraian.tercapai else _help
    told = ((cause, uraian.pendukung), (_obstacle, uraian.penghambat), (_effort, uraian.tindak_lanjut))
    for choose, teks in told:
        fit = jalin(teks)
        if fit is not None:
            pola, faktor = choose(fit, after=bool(woven))
            woven.append(penulis.tulis(pola, kunci, sebutan=uraian.sebutan, unit=uraian.unit, faktor=faktor))
        elif teks.strip():
            own.append(kalimat(teks.strip()))
    if uraian.perlu and woven and not uraian.tindak_lanjut.strip():
        woven.append(penulis.tulis(Pola.UPAYA_TIADA, kunci))
    return ((" ".join(woven),) if woven else ()) + tuple(own)


def _cause(faktor: str, *, after: bool) -> tuple[Pola, str]:  # noqa: ARG001  # one shape for the three
    told = _BECAUSE.sub("", faktor)
    return (Pola.SEBAB_KLAUSA if klausa(told) else Pola.SEBAB), told


def _help(faktor: str, *, after: bool) -> tuple[Pola, str]:  # noqa: ARG001  # one shape for the three
    told = _BECAUSE.sub("", faktor)
    return (Pola.DUKUNGAN_KLAUSA if klausa(told) else Pola.DUKUNGAN), told


def _obstacle(faktor: str, *, after: bool) -> tuple[Pola, str]:
    told = _BECAUSE.sub("", faktor)
    if klausa(told):
        return (Pola.KENDALA_KLAUSA if after else Pola.KENDALA_AWAL_KLAUSA), told
    return (Pola.KENDALA if after else Pola.KENDALA_AWAL), told


def _effort(faktor: str, *, after: bool) -> tuple[Pola, str]:
    """A verb is done by the seksi, a noun is named, a clause stands by itself; what is done keeps its "telah"."""
    planned = faktor.removeprefix("akan ")
    if planned.startswith(("telah ", "sudah ")):
        return Pola.UPAYA_TELAH, planned
    if kata_kerja(planned):
        return (Pola.UPAYA if after else Pola.UPAYA_AWAL), planned
    return (Pola.UPAYA_KLAUSA if klausa(planned) else Pola.UPAYA_BENDA), planned


_VERB = re.compile(r"(?!(?:berkas|berita|beras|merek|menara)\b)(?:me[mnlrwy]|ber)[a-z]{3,}")


def kata_kerja(teks: str) -> bool:
    """True where a follow-up begins with what is done ("menata", "berkoordinasi")."""
    return _VERB.match(teks) is not None
