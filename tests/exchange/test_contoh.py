"""The bundled practice office: whole, plainly invented, and rich enough to show every kind of figure."""

from decimal import Decimal
from pathlib import Path

import pytest

from kinerja_desktop import paths
from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.capaian import calculate
from kinerja_desktop.domain.contoh import lengkapi
from kinerja_desktop.domain.indikator import Akumulasi, Rumus, Tingkat
from kinerja_desktop.domain.komponen import quotient
from kinerja_desktop.domain.nip import warnings_of
from kinerja_desktop.domain.peringatan import of_result
from kinerja_desktop.domain.serapan import branches
from kinerja_desktop.exchange.buku_kinerja import baca

NYATA = Path(__file__).parent.parent / "data" / "nyata"


@pytest.fixture(scope="module")
def contoh() -> BukuKinerja:
    return baca(paths.resource("contoh", "kecamatan-kelara-2026.xlsx"))


def test_it_is_read_without_a_word_and_complete(contoh: BukuKinerja) -> None:
    assert contoh.peringatan == ()
    assert lengkapi(contoh, contoh) == contoh
    assert len(contoh.seksi) == 6
    assert {i.seksi for i in contoh.rencana.indikator} == {s.kode for s in contoh.seksi}


def test_every_kind_of_figure_is_in_it(contoh: BukuKinerja) -> None:
    plan = contoh.rencana.indikator

    assert {i.akumulasi for i in plan} == set(Akumulasi)
    assert {i.rumus for i in plan} == set(Rumus)
    assert {i.tingkat for i in plan} >= {Tingkat.SASARAN, Tingkat.PROGRAM}
    assert all(i.definisi and i.formulasi and i.sumber_data and i.target_renstra for i in plan)
    assert contoh.rencana.versi
    assert contoh.rencana.skala
    assert {r.tahun for r in contoh.rencana.riwayat} == {2023, 2024, 2025}


def test_one_percentage_shows_the_figures_that_it_was_counted_from(contoh: BukuKinerja) -> None:
    (divided,) = (i for i in contoh.rencana.indikator if i.komponen is not None)
    (said,) = (r for r in contoh.realisasi if r.kode == divided.kode)
    counted = zip(said.pembilang, said.penyebut, strict=True)
    assert tuple(quotient(divided.komponen_faktor, p, q) for p, q in counted) == said.triwulan


def test_one_figure_is_missing_and_one_is_above_150(contoh: BukuKinerja) -> None:
    hasil = calculate(contoh.rencana, contoh.realisasi, contoh.anggaran)

    assert [str(p) for p in of_result(hasil)] == [
        "1.5: capaian triwulan 2 162,40% di atas 150%; periksa target dan realisasinya."
    ]
    assert str(hasil.of("1.3").triwulan[1].sd.alasan) == "belum ada data triwulan 2"
    assert all(h.tahun.lengkap for h in hasil.indikator)
    assert hasil.of("3.1").tahun.target == Decimal(10)


def test_money_agrees_with_its_own_indikator(contoh: BukuKinerja) -> None:
    hasil = calculate(contoh.rencana, contoh.realisasi, contoh.anggaran)

    spent = [hasil.anggaran_sd(tw).jumlah.nilai for tw in (1, 2, 3, 4)]
    assert spent == list(hasil.of("5.3").realisasi)
    assert len(branches(contoh.anggaran)) == 6
    assert {k for baris in contoh.anggaran for k in baris.indikator} == {i.kode for i in contoh.rencana.indikator}


def test_every_measured_quarter_has_its_words(contoh: BukuKinerja) -> None:
    spoken = {(t.kode, t.triwulan) for t in contoh.teks}
    yearly = {i.kode for i in contoh.rencana.indikator if i.akumulasi is Akumulasi.TAHUNAN}

    assert spoken == {
        (i.kode, tw) for i in contoh.rencana.indikator for tw in (1, 2, 3, 4) if tw == 4 or i.kode not in yearly
    }
    assert all(t.faktor_pendukung and t.faktor_penghambat and t.tindak_lanjut for t in contoh.teks)


def test_people_are_invented_and_their_nip_well_formed(contoh: BukuKinerja) -> None:
    assert all(not warnings_of(p.nip, p.status) for p in contoh.pegawai if p.nip)
    assert all(p.nip[14:].startswith(("199", "299", "198", "298")) for p in contoh.pegawai if p.nip)
    assert len({p.pengguna for p in contoh.pegawai}) == len(contoh.pegawai)


@pytest.mark.parametrize("path", sorted(NYATA.glob("*.xlsx")), ids=lambda path: path.stem)
def test_published_figures_become_an_office_with_it(path: Path, contoh: BukuKinerja) -> None:
    found = lengkapi(baca(path), contoh)

    assert len(found.seksi) == 1
    assert {i.seksi for i in found.rencana.indikator} == {found.seksi[0].kode}
    assert found.realisasi == baca(path).realisasi
