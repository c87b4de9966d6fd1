"""Reasons as papers print them."""

import pytest

from kinerja_desktop.domain.alasan import Alasan, Sebab


@pytest.mark.parametrize(
    ("alasan", "printed"),
    [
        (Alasan(Sebab.BELUM_ADA_DATA, (2,)), "belum ada data Triwulan II"),
        (Alasan(Sebab.BELUM_LENGKAP, (2, 3, 4)), "belum lengkap karena belum ada data Triwulan II, III, dan IV"),
        (Alasan(Sebab.TAHUNAN), "diukur sekali setahun, pada Triwulan IV"),
        (Alasan(Sebab.DIGANTI, tahun=2026), "indikator diganti mulai tahun 2026"),
    ],
)
def test_a_paper_names_quarters_as_its_headings_do(alasan: Alasan, printed: str) -> None:
    assert alasan.tercetak == printed
