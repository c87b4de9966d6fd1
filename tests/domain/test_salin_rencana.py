"""What a new plan takes over from the last one, and what it says of the rest."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kinerja_desktop.domain.indikator import Indikator, NilaiSkala, Rencana, Riwayat, Sasaran, Target
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
    behind = told(Asal(PLAN, pegawai=people), disalin=False)
    assert behind["Indikator: 2 Patroli"] == "tidak dipakai sejak 1 Januari 2027: Diganti"
    assert "Pejabat: Orang 2026, Kasi" in behind
    assert not {"Pejabat: Orang 2020, Kasi", "Pejabat: Orang 2027, Kasi"} & set(behind)
    assert "Hasil 2026: realisasi setahun" in behind


def test_what_comes_along_is_counted() -> None:
    copied = told(Asal(PLAN), disalin=True)
    assert copied["Indikator: 1 Surat"] == "target Renstra tidak disalin karena berakhir 2026; seksi PEL tidak ada lagi"
    assert {"Skala predikat: 1 baris", "Tujuan dan sasaran: 1 baris", "Riwayat: 1 baris"} <= set(copied)


def test_a_person_may_leave_an_indikator_out() -> None:
    made = salin(Asal(PLAN), 2027, {"1"})
    assert made.rencana.indikator == ()
    assert Butir("Indikator", "1 Surat", disalin=False, keterangan="tidak dipilih", kode="1") in made.butir
