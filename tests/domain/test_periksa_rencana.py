"""What «Periksa Rencana» finds, how heavy it weighs, and which field it leads to."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.indikator import (
    Akumulasi,
    Indikator,
    NilaiSkala,
    Polaritas,
    Rencana,
    Rumus,
    Sasaran,
    Target,
    Tingkat,
    VersiRencana,
)
from kinerja_desktop.domain.periksa_rencana import Berat, Temuan, penghalang, periksa
from tests.domain.deret import four

D = Decimal
WHOLE = Indikator(
    "1",
    "Persentase pengaduan yang selesai",
    sasaran="Pelayanan yang baik",
    satuan="%",
    target=Target(D(90), four("70 80 85 90")),
    seksi="PEL",
    iku=True,
    definisi="Pengaduan yang dijawab",
    formulasi="selesai : masuk",
    sumber_data="Register pengaduan",
    penanggung_jawab="Kasi Pelayanan",
)


def found(*rows: Indikator, **plan: object) -> list[tuple[str | None, str, Berat]]:
    rencana = replace(Rencana(2027, rows), **plan)  # type: ignore[arg-type]  # fields of the plan
    return [(t.kode, t.medan, t.berat) for t in periksa(rencana)]


def test_a_whole_plan_has_nothing_to_tell() -> None:
    money = (
        BarisAnggaran("P", Tingkat.PROGRAM, "Program", D(10), indikator=("1",)),
        BarisAnggaran("K", Tingkat.KEGIATAN, "Kegiatan", D(10)),
    )
    assert periksa(Rencana(2027, (WHOLE,)), money) == ()


SUMMED = replace(WHOLE, satuan="orang", akumulasi=Akumulasi.AKUMULASI)


@pytest.mark.parametrize(
    ("wrong", "medan"),
    [
        (replace(WHOLE, seksi=None), "seksi"),
        (replace(WHOLE, target=Target()), "tahun"),
        (replace(SUMMED, target=Target(D(100), four("25 25 25 20"))), "tahun"),
        (replace(WHOLE, satuan="predikat", akumulasi=Akumulasi.AKUMULASI, target=Target(D(1))), "akumulasi"),
    ],
)
def test_what_is_wrong_keeps_the_plan_from_being_fixed(wrong: Indikator, medan: str) -> None:
    plan = Rencana(2027, (wrong,), skala=(NilaiSkala("predikat", "A", D(85)),))
    assert [(t.kode, t.medan) for t in penghalang(periksa(plan))] == [("1", medan)]


@pytest.mark.parametrize(
    ("i", "told"),
    [
        (replace(WHOLE, akumulasi=Akumulasi.AKUMULASI, target=Target(D(100), four("25 25 25 25"))), True),
        (replace(WHOLE, satuan=None, akumulasi=Akumulasi.AKUMULASI, target=Target(D(100))), True),
        (replace(WHOLE, satuan="orang", akumulasi=Akumulasi.AKUMULASI, target=Target(D(100))), False),
        (replace(WHOLE, akumulasi=Akumulasi.RATA_RATA), False),
    ],
)
def test_percentages_that_are_added_up_are_doubted(i: Indikator, told: bool) -> None:
    assert (("1", "akumulasi", Berat.PERINGATAN) in found(i)) is told


def test_a_plan_without_indikator_is_wrong() -> None:
    closed = replace(WHOLE, tidak_dipakai_sejak=date(2027, 5, 1))
    assert found(closed)[0] == (None, "rencana", Berat.SALAH)


@pytest.mark.parametrize(
    ("odd", "medan"),
    [
        (replace(WHOLE, satuan=" "), "satuan"),
        (replace(WHOLE, sumber_data=None), "sumber_data"),
        (replace(WHOLE, definisi=None, penanggung_jawab=None), "definisi"),
        (replace(WHOLE, penanggung_jawab=None), "penanggung_jawab"),
        (replace(WHOLE, sasaran=None), "sasaran"),
        (replace(WHOLE, target=Target(D(90))), "tw1"),
        (replace(WHOLE, target=Target(D(120), four("70 80 85 120"))), "satuan"),
        (replace(WHOLE, target=Target(D(85), four("70 90 80 85"))), "tw4"),
        (replace(WHOLE, target=Target(D(85), four("70 80 85 90"))), "tahun"),
        (replace(WHOLE, akumulasi=Akumulasi.RATA_RATA, target=Target(D(85), four("80 80 80 80"))), "tahun"),
        (replace(WHOLE, akumulasi=Akumulasi.TAHUNAN), "akumulasi"),
        (replace(WHOLE, target_renstra=D(95), tahun_renstra=2026), "tahun_renstra"),
        (replace(WHOLE, target_renstra=D(95)), "target_renstra"),
        (replace(WHOLE, target_renstra=D(105), tahun_renstra=2029), "target_renstra"),
    ],
)
def test_what_is_doubtful_is_told_and_blocks_nothing(odd: Indikator, medan: str) -> None:
    told = set(found(odd))
    assert ("1", medan, Berat.PERINGATAN) in told
    assert all(berat is Berat.PERINGATAN for _, _, berat in told)


@pytest.mark.parametrize(
    "nama",
    ["Jumlah rapat koordinasi", "Terlaksananya musrenbang", "Desa yang dibina", "Meningkatnya mutu layanan"],
)
def test_activities_are_told_where_outcomes_belong(nama: str) -> None:
    assert found(replace(WHOLE, nama=nama)) == [("1", "nama", Berat.PERINGATAN)]
    assert found(replace(WHOLE, nama=nama, tingkat=Tingkat.KEGIATAN)) == []


def test_lower_is_better_may_fall() -> None:
    falling = replace(WHOLE, satuan="hari", polaritas=Polaritas.NEGATIF, rumus=Rumus.N1)
    assert found(replace(falling, target=Target(D(3), four("5 4 4 3")))) == []


def test_the_same_name_twice_is_told_at_the_second() -> None:
    twin = replace(WHOLE, kode="2", nama="  persentase pengaduan yang  SELESAI")
    assert found(WHOLE, twin) == [("2", "nama", Berat.PERINGATAN)]


def test_no_iku_and_no_indikator_of_a_sasaran_are_told() -> None:
    sasaran = (Sasaran("Pelayanan yang baik", "Warga terlayani"), Sasaran("Desa yang tertib"))
    assert found(replace(WHOLE, iku=False), sasaran=sasaran) == [
        (None, "rencana", Berat.PERINGATAN),
        (None, "sasaran_rencana", Berat.PERINGATAN),
        (None, "sasaran_rencana", Berat.PERINGATAN),
    ]


def test_a_changed_plan_is_looked_at_too_and_its_target_counts() -> None:
    late = replace(SUMMED, target=Target())
    wrong = VersiRencana("Perubahan", date(2027, 9, 1), (("1", Target(D(100), four("25 25 25 20"))),))
    (told,) = told_of = periksa(Rencana(2027, (late,), (wrong,)))
    assert (told.medan, told.versi, told.berat) == ("tahun", "Perubahan", Berat.SALAH)
    assert penghalang(told_of) == ()


def test_a_successor_of_one_that_is_still_in_use_is_wrong() -> None:
    new = replace(WHOLE, kode="2", nama="Persentase pengaduan yang selesai tepat waktu", menggantikan="1")
    assert found(WHOLE, new) == [("2", "menggantikan", Berat.SALAH)]
    closed = replace(WHOLE, tidak_dipakai_sejak=date(2027, 7, 1))
    assert found(closed, new) == []


def test_budget_lines_are_looked_at() -> None:
    money = (
        BarisAnggaran("P", Tingkat.PROGRAM, "Program", D(10), indikator=("9",)),
        BarisAnggaran("K", Tingkat.KEGIATAN, "Kegiatan", D(9)),
    )
    told = periksa(Rencana(2027, (WHOLE,)), money)
    assert [(t.kode, t.medan) for t in told] == [("P", "anggaran"), ("P", "anggaran")]


def test_a_finding_reads_as_one_line() -> None:
    told = Temuan(Berat.SALAH, "1", "seksi", "Seksi belum ditentukan.", "Tidak ada yang diminta.", "Pilih seksi.")
    assert str(told) == "1: Seksi belum ditentukan. Tidak ada yang diminta. Pilih seksi."
