"""Footnotes below the table of capaian: each formula has its own number, raised where it was used."""

from decimal import Decimal
from types import SimpleNamespace
from typing import cast

from kinerja_desktop.domain.aturan import ATURAN_BAKU
from kinerja_desktop.domain.capaian import calculate
from kinerja_desktop.domain.indikator import Indikator, Polaritas, Rencana, Rumus, Target
from kinerja_desktop.domain.realisasi import RealisasiTahun
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import quarterly
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.tables import Notes
from tests.office import RAHMA, TW2, Kantor


def indikator(kode: str, rumus: Rumus) -> Indikator:
    polaritas = Polaritas.POSITIF if rumus is Rumus.P1 else Polaritas.NEGATIF
    return Indikator(kode, f"Indikator {kode}", polaritas=polaritas, rumus=rumus, target=Target(Decimal(10)))


def notes(*rumus: Rumus) -> tuple[Notes, list[tuple[int, ...]]]:
    """The notes of a year with one indikator for each formula, and the marks of each."""
    rencana = Rencana(2026, tuple(indikator(str(n), r) for n, r in enumerate(rumus, 1)))
    figures = [RealisasiTahun(i.kode, (Decimal(8),) * 4) for i in rencana.indikator]
    hasil = calculate(rencana, figures).indikator
    office = SimpleNamespace(aturan=ATURAN_BAKU, instansi=SimpleNamespace(nama="Kecamatan Uji"), rencana=rencana)
    made = Notes(cast("Bahan", office), None, hasil)
    return made, [made.marks(h) for h in hasil]


def test_two_formulas_for_lower_is_better_have_two_numbers() -> None:
    made, marks = notes(Rumus.P1, Rumus.N1, Rumus.N2)

    assert marks == [(), (2,), (3,)]
    assert "(2 × target" in made.texts()[1]
    assert "target : realisasi" in made.texts()[2]


def test_indikator_that_miss_data_for_one_reason_are_told_together(kantor: Kantor) -> None:
    for seksi in ("PEM", "TRA"):
        kantor.play(seksi)
    report = quarterly.draft(kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN), TW2)
    (note,) = (n for n in report.capaian.catatan_kaki if "Belum ada data" in n)
    assert "Persentase permohonan tepat waktu dan Pengaduan belum selesai: belum ada data Triwulan II" in note
    assert "Jumlah patroli: belum lengkap karena belum ada data Triwulan I." in note


def test_a_formula_that_nobody_uses_takes_no_number() -> None:
    made, marks = notes(Rumus.N2)

    assert marks == [(2,)]
    assert len(made.texts()) == 2
