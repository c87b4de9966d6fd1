"""Why there is no figure: one of a few reasons that offices give, and what is to be added in words.

The reason is kept and printed as one sentence, «Kegiatan belum dilaksanakan: ditunda ke Agustus 2026.». It is no
figure and no zero; what it means for capaian is ``akumulasi``. To add a reason: a line in ``SEBAB``.
"""

from typing import Final

SEBAB: Final = (
    "Kegiatan belum dilaksanakan",
    "Data dari instansi lain belum diterima",
    "Survei atau penilaian belum selesai",
    "Tidak ada yang dapat diukur pada triwulan ini",
    "Dokumen sumber rusak atau hilang",
)
LAINNYA: Final = "Sebab lain"
"""Chosen where none of them fits; the words are then the whole reason."""
PILIHAN: Final = (*SEBAB, LAINNYA)
_BETWEEN: Final = ": "


def said(sebab: str, kata: str) -> str:
    """The whole reason."""
    words = kata.strip()
    if sebab == LAINNYA:
        return words
    return _BETWEEN.join(filter(None, (sebab, words)))


def parted(alasan: str) -> tuple[str, str]:
    """Sebab and words of a reason that was given before; ("", "") of none."""
    if not alasan:
        return "", ""
    sebab, _, words = alasan.partition(_BETWEEN)
    return (sebab, words) if sebab in SEBAB else (LAINNYA, alasan)
