"""The flow chart from the SOP's rows and the table of acts: one start, one end, two exits of the decision."""

from kinerja_desktop.domain.bagan_sop import Bentuk, bagan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.sop import SOP_2022
from kinerja_desktop.domain.workflow import Langkah

CHART = bagan(SOP_2022, {Role.KABID: "Camat"})


def test_there_is_one_start_and_one_end() -> None:
    ends = [s.teks for s in CHART.simbol if s.bentuk is Bentuk.UJUNG]
    assert ends == ["Mulai", "Selesai"]
    assert [a.dari for a in CHART.panah].count(Langkah.TUGAS) == 1
    assert Langkah.TUGAS not in {a.ke for a in CHART.panah}
    assert Langkah.LAPORAN_TRIWULAN not in {a.dari for a in CHART.panah}


def test_the_decision_has_a_yes_onward_and_a_no_back_to_the_kasubag() -> None:
    exits = {a.label: a.ke for a in CHART.panah if a.dari is Langkah.PERIKSA}
    assert exits == {"Ya": Langkah.SERAH, "Tidak": Langkah.LAPORAN}
    (decision,) = (s for s in CHART.simbol if s.bentuk is Bentuk.KEPUTUSAN)
    assert (decision.baris, decision.kolom) == (4, 0)


def test_every_row_has_a_symbol_in_the_column_of_its_executor() -> None:
    columns = [next(s.kolom for s in CHART.simbol if s.baris == row) for row in range(6)]
    assert columns == [0, 1, 2, 1, 0, 3]


def test_columns_carry_the_approved_titles_with_the_local_jabatan() -> None:
    assert CHART.kolom[0] == ("Kabid", "Camat")
    assert CHART.kolom[2] == ("Analisis Data", "")
