"""What a new plan takes over from the last one, and what it says of the rest."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.indikator import Indikator, NilaiSkala, Rencana, Riwayat, Sasaran, Target, Tingkat
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.salin_rencana import Asal, Butir, salin

D = Decimal
ROW = Indikator("1", "Surat", seksi="PEL", target=Target(D(5)), target_renstra=D(9), tahun_renstra=2026)
GONE = Indikator("2", "Patroli", seksi="TRA", tidak_dipakai_sejak=date(2027, 1, 1), alasan_tidak_dipakai="Diganti")
PLAN = Rencana(
    2026,
    (ROW, GONE),
    skala=(NilaiSkala("predikat", "A", D(85)),),
    riwayat=(Riwayat("1", 2025, D(4), D(4)), Riwayat("2", 2025, D(1), D(1)), Riwayat("1", 2026, D(1), D(1))),
    sasaran=(Sasaran("Pelayanan yang baik"),),
)


def told(asal: Asal, *, disalin: bool) -> dict[str, str]:
    return {f"{b.bagian}: {b.nama}": b.keterangan for b in salin(asal, 2027).butir if b.disalin is disalin}


def test_a_card_comes_along_without_what_was_of_its_year() -> None:
    new = salin(Asal(PLAN, seksi=frozenset({"PEL"})), 2027).rencana
    assert new.indikator == (replace(ROW, target=Target(), target_renstra=None, tahun_renstra=None),)
    assert (new.tahun, new.skala, new.sasaran, new.versi) == (2027, PLAN.skala, PLAN.sasaran, ())


def test_results_go_before_what_was_typed_for_their_year() -> None:
    hasil = (Riwayat("1", 2026, D(5), D(6)), Riwayat("2", 2026, D(1), D(1)))
    new = salin(Asal(PLAN, hasil=hasil), 2027).rencana
    assert new.riwayat == (Riwayat("1", 2025, D(4), D(4)), Riwayat("1", 2026, D(5), D(6)))


def test_what_stays_behind_is_told_with_its_reason() -> None:
    people = tuple(
        Pegawai(f"Orang {year}", "Kasi", (Role.KASUBAG,), sampai=date(year, 12, 31)) for year in (2020, 2026, 2027)
    )
    behind = told(Asal(replace(PLAN, riwayat=()), pegawai=people), disalin=False)
    assert behind["Indikator: 2 Patroli"] == "tidak dipakai sejak 1 Januari 2027: Diganti"
    assert "Pejabat: Orang 2026, Kasi" in behind
    assert not {"Pejabat: Orang 2020, Kasi", "Pejabat: Orang 2027, Kasi"} & set(behind)
    assert "Hasil 2026: realisasi setahun" in behind


def test_what_comes_along_is_counted() -> None:
    copied = told(Asal(PLAN), disalin=True)
    assert "Indikator: 1 Surat" in copied
    assert {"Skala predikat: 1 baris", "Tujuan dan sasaran: 1 baris", "Riwayat: 1 baris"} <= set(copied)


def test_a_person_may_leave_an_indikator_out() -> None:
    made = salin(Asal(PLAN), 2027, {"1"})
    assert made.rencana.indikator == ()
    assert Butir("Indikator", "1 Surat", disalin=False, keterangan="tidak dipilih", kode="1") in made.butir


def test_what_a_card_loses_is_told_line_by_line() -> None:
    behind = told(Asal(PLAN), disalin=False)
    assert behind["Target Renstra: 1 Surat"] == "berakhir 2026; isi target Renstra yang baru"
    assert behind["Seksi: 1 Surat, seksi PEL"] == "seksi PEL tidak ada lagi; pilih penggantinya"
    assert "Seksi: 1 Surat, seksi PEL" not in told(Asal(PLAN, seksi=frozenset({"PEL"})), disalin=False)


def test_each_result_that_is_not_there_yet_is_told() -> None:
    plan = replace(PLAN, indikator=(ROW, replace(ROW, kode="3", nama="Desa"), replace(ROW, kode="4", nama="Kas")))
    asal = Asal(plan, hasil=(Riwayat("3", 2026, D(5), D(6)),), seksi=frozenset({"PEL"}))
    behind = [b for b in salin(asal, 2027).butir if b.bagian == "Hasil 2026" and not b.disalin]
    assert [b.nama for b in behind] == ["4 Kas"], "what was typed for 1 goes along, 3 has its result"
    assert "belum lengkap" in behind[0].keterangan
    copied = told(asal, disalin=True)
    assert {"Hasil 2026: 1 baris", "Riwayat: 1 baris"} <= set(copied)
    assert copied["Hasil 2026: 1 baris diketik"] == "seperti pada bagian Riwayat"


def test_a_budget_line_tells_the_links_and_the_seksi_that_it_loses() -> None:
    line = BarisAnggaran("01", Tingkat.PROGRAM, "Program Umum", D(5), seksi="TRA", indikator=("1", "2"))
    made = salin(Asal(PLAN, anggaran=(line,), seksi=frozenset({"PEL"})), 2027)
    assert (made.anggaran[0].indikator, made.anggaran[0].seksi) == (("1",), None)
    behind = {f"{b.bagian}: {b.nama}": b.keterangan for b in made.butir if not b.disalin}
    assert behind["Kaitan anggaran: 01 Program Umum, indikator 2 Patroli"] == "indikatornya tidak disalin"
    assert behind["Seksi: anggaran 01 Program Umum, seksi TRA"] == "seksi TRA tidak ada lagi; pilih penggantinya"
