"""One order for every sheet and paper: levels of the plan from the highest, sasaran as the plan first names them."""

from kinerja_desktop.domain.indikator import Indikator, Tingkat
from kinerja_desktop.domain.urutan import grouped, in_order

PLAN = (
    Indikator("1", "Kepuasan", Tingkat.SASARAN, "Layanan"),
    Indikator("2", "Berkas tepat waktu", Tingkat.PROGRAM, "Program Pelayanan"),
    Indikator("3", "Kesejahteraan", Tingkat.TUJUAN, "Sejahtera"),
    Indikator("4", "Desa tertib", Tingkat.SASARAN, "Desa"),
    Indikator("5", "Pengaduan", Tingkat.SASARAN, "Layanan"),
    Indikator("6", "Lepas", Tingkat.SASARAN),
    Indikator("7", "Rapat", Tingkat.KEGIATAN),
)


def same(indikator: Indikator) -> Indikator:
    return indikator


def test_levels_follow_the_renstra_and_sasaran_the_plan() -> None:
    assert [i.kode for i in in_order(PLAN, same)] == ["3", "1", "5", "4", "6", "2", "7"]


def test_headings_are_numbered_within_their_level_and_name_the_level_once() -> None:
    assert [k.judul for k in grouped(PLAN, same)] == [
        "Tujuan I. Sejahtera",
        "Sasaran I. Layanan",
        "Sasaran II. Desa",
        "Indikator tanpa sasaran",
        "Program I. Pelayanan",
        "Indikator kegiatan tanpa sasaran",
    ]
    assert grouped(PLAN, same)[1].judul_layar == "Sasaran 1 · Layanan"
