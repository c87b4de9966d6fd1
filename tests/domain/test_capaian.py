"""A whole year: means per sasaran, level and office; counts; quarters."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.aturan import ATURAN_BAKU, Aturan
from kinerja_desktop.domain.capaian import TANPA_SASARAN, Hasil, average, calculate
from kinerja_desktop.domain.indikator import Akumulasi, Indikator, Polaritas, Rencana, Rumus, Target, Tingkat
from kinerja_desktop.domain.realisasi import RealisasiTahun
from kinerja_desktop.domain.rumus import measure_pair

D = Decimal


def plain(kode: str, tingkat: Tingkat = Tingkat.SASARAN, sasaran: str | None = None) -> Indikator:
    """One with a target of 100 in every quarter, whose capaian is its realisasi."""
    hundred = D(100)
    target = Target(hundred, (hundred, hundred, hundred, hundred))
    return Indikator(kode, f"Indikator {kode}", tingkat, sasaran, target=target)


def year(*pairs: tuple[Indikator, str | None], aturan: Aturan = ATURAN_BAKU) -> Hasil:
    """Realisasi of TW IV by indikator; the other quarters are empty."""
    realisasi = [RealisasiTahun(i.kode, (None, None, None, None if r is None else D(r))) for i, r in pairs]
    return calculate(Rencana(2026, tuple(i for i, _ in pairs)), realisasi, aturan=aturan)


def test_means_per_sasaran_level_and_office() -> None:
    summary = year(
        (plain("1", sasaran="Layanan"), "90"),
        (plain("2", sasaran="Layanan"), "95.01"),
        (plain("3", sasaran="Desa"), "120"),
        (plain("4"), "40"),
        (plain("5", Tingkat.PROGRAM, "Desa"), "10"),
        (plain("6", Tingkat.TUJUAN), "99"),
    ).ringkasan

    assert [(r.nama, str(r.nilai), r.kategori) for r in summary.sasaran] == [
        ("Layanan", "92.51", "Sangat Tinggi"),
        ("Desa", "120.00", "Sangat Tinggi"),
        (TANPA_SASARAN, "40.00", "Sangat Rendah"),
    ]
    assert [(t, str(r.nilai)) for t, r in summary.tingkat] == [
        (Tingkat.TUJUAN, "99.00"),
        (Tingkat.SASARAN, "86.25"),
        (Tingkat.PROGRAM, "10.00"),
    ]
    assert (str(summary.kantor.nilai), summary.kantor.kategori) == ("86.25", "Tinggi")
    assert (summary.kantor.jumlah, summary.kantor.bernilai) == (4, 4)
    assert (summary.bertarget, summary.tercapai) == (4, 1)


def test_without_a_sasaran_the_highest_level_that_has_a_value_speaks() -> None:
    summary = year(
        (plain("1"), None), (plain("2", Tingkat.KEGIATAN), "80"), (plain("3", Tingkat.SUB_KEGIATAN), "20")
    ).ringkasan

    assert summary.tingkat_kantor is Tingkat.KEGIATAN
    assert summary.kantor.nilai == D("80.00")


def test_without_any_value_the_mean_has_a_reason() -> None:
    summary = year((plain("1"), None), (plain("2", Tingkat.PROGRAM), None)).ringkasan

    assert summary.tingkat_kantor is Tingkat.SASARAN
    assert summary.kantor.nilai is None
    assert summary.kantor.kategori is None
    assert str(summary.kantor.alasan) == "belum ada indikator yang bernilai lengkap"
    assert summary.sasaran[0].alasan is not None


def test_what_is_incomplete_enters_no_mean() -> None:
    target = Target(D(100), (D(25), D(25), D(25), D(25)))
    half = Indikator("2", "Jumlah", akumulasi=Akumulasi.AKUMULASI, target=target)

    summary = year((plain("1"), "80"), (half, "25")).ringkasan

    assert summary.kantor.nilai == D("80.00")
    assert (summary.kantor.jumlah, summary.kantor.bernilai) == (2, 1)


def test_the_cap_holds_in_means_and_never_in_rows() -> None:
    hasil = year((plain("1"), "180"), (plain("2"), "80"), aturan=Aturan(batas_atas=D(110)))

    assert hasil.of("1").tahun.nilai == D("180.00")
    assert hasil.ringkasan.kantor.nilai == D("95.00")


def test_means_are_made_of_printed_figures() -> None:
    thirds = [measure_pair(Rumus.P1, D(3), D(1), ATURAN_BAKU)] * 2 + [measure_pair(Rumus.P1, D(3), D(2), ATURAN_BAKU)]

    assert average("", thirds, ATURAN_BAKU).nilai == D("44.44")  # (33.33 + 33.33 + 66.67) / 3


def test_a_quarter_has_its_own_means_and_counts() -> None:
    yearly = Indikator("2", "Nilai", akumulasi=Akumulasi.TAHUNAN, target=Target(D(70)))
    low = Indikator(
        "3",
        "Gangguan",
        polaritas=Polaritas.NEGATIF,
        akumulasi=Akumulasi.AKUMULASI,
        rumus=Rumus.N1,
        target=Target(D(11), (D(3), D(3), D(3), D(2))),
    )
    realisasi = [RealisasiTahun("1", (D(90), D(95), None, None)), RealisasiTahun("3", (D(2), D(3), None, None))]
    hasil = calculate(Rencana(2026, (plain("1"), yearly, low)), realisasi)

    second = hasil.ringkasan_sd(2)

    assert second.tw == 2
    assert second.kantor.nilai == D("105.84")  # (95.00 + 116.67) / 2 = 105.835
    assert (second.kantor.jumlah, second.kantor.bernilai) == (3, 2)
    assert (second.bertarget, second.tercapai) == (2, 1)
    assert hasil.ringkasan_sd(3).kantor.nilai is None


def test_an_indikator_without_realisasi_rows_is_measured_all_the_same() -> None:
    hasil = calculate(Rencana(2026, (plain("1"),)), [RealisasiTahun("asing")])

    assert str(hasil.of("1").tahun.alasan) == "belum ada data triwulan 4"


@given(st.lists(st.decimals(0, 10**6, places=2), min_size=1, max_size=20))
def test_a_mean_lies_between_its_figures(realisasi: list[Decimal]) -> None:
    nilai = average("", (measure_pair(Rumus.P1, D(100), r, ATURAN_BAKU) for r in realisasi), ATURAN_BAKU).nilai

    assert nilai is not None
    assert min(realisasi) <= nilai <= max(realisasi)
