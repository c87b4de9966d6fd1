"""What looks odd about a figure that an analyst typed; a reason of his confirms it.

Warnings never refuse a figure, they ask for a sentence. Oddities of a whole year are ``peringatan``. To add
one: a function of row, figure and capaian that returns title and sentence, and its name in ``_CHECKS``.
"""

from collections.abc import Callable
from decimal import Decimal

from kinerja_desktop.domain.baris import BarisLembar
from kinerja_desktop.domain.indikator import Polaritas
from kinerja_desktop.domain.numerals import format_angka, format_persen
from kinerja_desktop.domain.peringatan import BATAS_WAJAR, check_figure
from kinerja_desktop.domain.rumus import Capaian
from kinerja_desktop.domain.sel import JenisPesan, Pesan

KELIPATAN_JAUH = 2
"""A figure more than twice the last one, or less than half of it, is looked at."""
BATAS_KECIL = Decimal(10)
"""Below this, figures may double from one quarter to the next without a word."""
DEKAT_TARGET = Decimal(25)
"""A capaian within so many points of 100 needs no comparison with the last figure."""


def look_at(baris: BarisLembar, nilai: Decimal | None) -> tuple[Pesan, ...]:
    """What is odd about a figure; a reason of the analyst confirms it."""
    if nilai is None or baris.terkunci:
        return ()
    sendiri = baris.deret(nilai).in_quarter(baris.triwulan)
    found = (check(baris, nilai, sendiri) for check in _CHECKS)
    return tuple(Pesan(JenisPesan.PERINGATAN, *words) for words in found if words is not None)


_Words = tuple[str, str] | None


def _asks(baris: BarisLembar, nilai: Decimal) -> str:
    return f"Periksa apakah {baris.tulis(nilai)} benar; jika benar, beri alasan."


def _too_high(baris: BarisLembar, nilai: Decimal, sendiri: Capaian) -> _Words:
    if sendiri.nilai is None or sendiri.nilai <= BATAS_WAJAR:
        return None
    persen = format_persen(sendiri.nilai)
    positif = baris.indikator.polaritas is Polaritas.POSITIF
    judul = f"Angka ini {persen} dari target" if positif else f"Capaian angka ini {persen}"
    return judul, f"Nilai di atas {format_angka(BATAS_WAJAR)}% jarang terjadi. {_asks(baris, nilai)}"


def _outside(baris: BarisLembar, _nilai: Decimal, sendiri: Capaian) -> _Words:
    if sendiri.nilai is not None and sendiri.nilai > BATAS_WAJAR:
        return None
    teks = check_figure(baris.indikator, sendiri)
    return None if teks is None else ("Angka di luar rentang", f"{teks} Jika benar, beri alasan.")


def _negative(baris: BarisLembar, nilai: Decimal, _sendiri: Capaian) -> _Words:
    return ("Angka negatif", _asks(baris, nilai)) if nilai < 0 else None


def _far(baris: BarisLembar, nilai: Decimal, sendiri: Capaian) -> _Words:
    last = baris.nilai_lalu
    near = sendiri.nilai is not None and abs(sendiri.nilai - 100) <= DEKAT_TARGET
    if last is None or near or not _is_far(last, nilai):
        return None
    return "Jauh dari angka sebelumnya", f"Sebelumnya {baris.tulis(last)}. {_asks(baris, nilai)}"


def _is_far(last: Decimal, now: Decimal) -> bool:
    small, large = sorted((abs(last), abs(now)))
    return last != 0 and large >= BATAS_KECIL and large > KELIPATAN_JAUH * small


_CHECKS: tuple[Callable[[BarisLembar, Decimal, Capaian], _Words], ...] = (_too_high, _outside, _negative, _far)
