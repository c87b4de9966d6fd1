"""What looks odd about a figure that an analyst typed; a reason of his confirms it.

Warnings never refuse a figure and never keep work back: they ask for a sentence, and whoever checks sees both.
Oddities of a whole year are ``peringatan``. To add one: a function of row, figure and capaian that returns title and
sentence, and its name in ``_CHECKS``.
"""

from collections.abc import Callable
from decimal import Decimal

from kinerja_desktop.domain.baris import BarisLembar
from kinerja_desktop.domain.indikator import Akumulasi, Polaritas
from kinerja_desktop.domain.numerals import format_angka, format_persen
from kinerja_desktop.domain.peringatan import BATAS_WAJAR, check_figure
from kinerja_desktop.domain.rumus import Capaian
from kinerja_desktop.domain.satuan import is_counted
from kinerja_desktop.domain.sel import JenisPesan, Pesan

KELIPATAN_JAUH = 2
"""A figure more than twice the last one, or less than half of it, is looked at."""
BATAS_KECIL = Decimal(10)
"""Below this, figures may double from one quarter to the next without a word."""
DEKAT_TARGET = Decimal(25)
"""A capaian within so many points of 100 needs no comparison with the last figure."""


CUKUP_RIWAYAT = 3
"""So many earlier figures make a range that a new one may lie outside of."""


def look_at(baris: BarisLembar, nilai: Decimal | None) -> tuple[Pesan, ...]:
    """What is odd about a figure; the last sentence asks, and a reason of the analyst answers all of them."""
    if nilai is None or baris.terkunci:
        return ()
    sendiri = baris.deret(nilai).in_quarter(baris.triwulan)
    found = [words for check in _CHECKS if (words := check(baris, nilai, sendiri)) is not None]
    asks = f" Periksa apakah {baris.tulis(nilai)} benar; jika benar, beri alasan."
    last = len(found) - 1
    return tuple(
        Pesan(JenisPesan.PERINGATAN, judul, f"{teks}{asks if at == last else ''}".strip())
        for at, (judul, teks) in enumerate(found)
    )


_Words = tuple[str, str] | None


def _too_high(baris: BarisLembar, _nilai: Decimal, sendiri: Capaian) -> _Words:
    if sendiri.nilai is None or sendiri.nilai <= BATAS_WAJAR:
        return None
    persen = format_persen(sendiri.nilai)
    positif = baris.indikator.polaritas is Polaritas.POSITIF
    judul = f"Angka ini {persen} dari target" if positif else f"Capaian angka ini {persen}"
    return judul, f"Nilai di atas {format_angka(BATAS_WAJAR)}% jarang terjadi."


def _outside(baris: BarisLembar, _nilai: Decimal, sendiri: Capaian) -> _Words:
    if sendiri.nilai is not None and sendiri.nilai > BATAS_WAJAR:
        return None
    teks = check_figure(baris.indikator, sendiri)
    return None if teks is None else ("Angka di luar rentang", teks)


def _negative(_baris: BarisLembar, nilai: Decimal, _sendiri: Capaian) -> _Words:
    return ("Angka negatif", "") if nilai < 0 else None


def _far(baris: BarisLembar, nilai: Decimal, sendiri: Capaian) -> _Words:
    """More than twice or less than half of the last figure, or of the same quarter last year."""
    if _near(sendiri):
        return None
    known = (("angka sebelumnya", "Sebelumnya", baris.nilai_lalu), (*_LAST_YEAR, baris.tahun_lalu))
    for name, when, last in known:
        if last is not None and _is_far(last, nilai):
            return f"Jauh dari {name}", f"{when} {baris.tulis(last)}."
    return None


_LAST_YEAR = ("triwulan yang sama tahun lalu", "Tahun lalu")


def _near(sendiri: Capaian) -> bool:
    """A figure close to its target is what was planned, whatever stood before."""
    return sendiri.nilai is not None and abs(sendiri.nilai - 100) <= DEKAT_TARGET


def _is_far(last: Decimal, now: Decimal) -> bool:
    small, large = sorted((abs(last), abs(now)))
    return last != 0 and large >= BATAS_KECIL and large > KELIPATAN_JAUH * small


def _out_of_range(baris: BarisLembar, nilai: Decimal, sendiri: Capaian) -> _Words:
    """Further outside of all earlier figures than these lie apart; plain rise and fall is no oddity."""
    known = baris.dikenal
    if len(known) < CUKUP_RIWAYAT or _near(sendiri) or _far(baris, nilai, sendiri) is not None:
        return None
    low, high = min(known), max(known)
    if low == high or low - (high - low) <= nilai <= high + (high - low):
        return None
    return "Di luar rentang angka selama ini", f"Selama ini {baris.tulis(low)} sampai {baris.tulis(high)}."


def _falls(baris: BarisLembar, nilai: Decimal, _sendiri: Capaian) -> _Words:
    """A count that runs through the year (posisi akhir) cannot become less; a percentage can."""
    indikator, before = baris.indikator, [f for f in baris.lalu[: baris.triwulan - 1] if f is not None]
    running = indikator.akumulasi is Akumulasi.POSISI_AKHIR and indikator.polaritas is Polaritas.POSITIF
    if not running or not is_counted(indikator, baris.skala) or not before or nilai >= before[-1]:
        return None
    told = f"Triwulan sebelumnya {baris.tulis(before[-1])}, padahal posisi akhir berjalan sepanjang tahun."
    return "Turun dari triwulan sebelumnya", told


_CHECKS: tuple[Callable[[BarisLembar, Decimal, Capaian], _Words], ...] = (
    _too_high,
    _outside,
    _negative,
    _far,
    _out_of_range,
    _falls,
)
