"""What a plan promises on a day, and what its sasaran are."""

from datetime import date
from decimal import Decimal

from kinerja_desktop.domain.capaian import calculate
from kinerja_desktop.domain.frozen import freeze, thaw
from kinerja_desktop.domain.indikator import Akumulasi, Indikator, Rencana, Sasaran, Target, VersiRencana
from kinerja_desktop.domain.realisasi import RealisasiTahun
from tests.domain.deret import four

D = Decimal
PROMISED = Target(D(100), four("25 25 25 25"))
CLOSED = Indikator("1", "Layanan", akumulasi=Akumulasi.AKUMULASI, target=PROMISED, tidak_dipakai_sejak=date(2026, 8, 1))


def test_a_closed_indikator_promises_nothing_from_that_day_on() -> None:
    changed = VersiRencana("Perubahan", date(2026, 9, 1), (("1", Target(D(80))),))
    rencana = Rencana(2026, (CLOSED,), (changed,))
    assert rencana.target_pada("1", date(2026, 7, 31)) == PROMISED
    assert rencana.target_pada("1", date(2026, 8, 1)) == Target()
    assert rencana.target_pada("1", date(2026, 12, 31)) == Target()


def test_figures_of_a_closed_indikator_stand_until_it_was_closed_and_enter_no_year() -> None:
    hasil = calculate(Rencana(2026, (CLOSED,)), [RealisasiTahun("1", (D(25), D(20), None, None))]).of("1")
    assert [t.sendiri.nilai for t in hasil.triwulan] == [D(100), D(80), None, None]
    assert hasil.tahun.nilai is None


def test_sasaran_are_those_written_down_then_those_that_indikator_name() -> None:
    rows = (Indikator("1", "A", sasaran="Kedua"), Indikator("2", "B", sasaran="Pertama"), Indikator("3", "C"))
    rencana = Rencana(2026, rows, sasaran=(Sasaran("Pertama", "Tujuan"),))
    assert rencana.semua_sasaran == (Sasaran("Pertama", "Tujuan"), Sasaran("Kedua"))


def test_what_was_added_later_is_frozen_only_where_it_says_something() -> None:
    assert "menggantikan" not in freeze(Indikator("1", "A"))
    said = Indikator("1", "A", menggantikan="0", aksi=("Survei", None, None, None))
    assert thaw(Indikator, freeze(said)) == said
    assert thaw(Indikator, freeze(Indikator("1", "A"))) == Indikator("1", "A")
