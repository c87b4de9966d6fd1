"""Pengukuran Kinerja of a triwulan and of a year: capaian, money, what is missing."""

from io import BytesIO

from openpyxl import load_workbook

from kinerja_desktop.domain.dokumen_pengukuran import Pengukuran
from kinerja_desktop.domain.indikator import Rencana
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import office_papers
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.printing import Format
from tests.documents.reading import Page, read_pages
from tests.office import INDIKATOR, RAHMA, Kantor
from tests.services.composing import composed


def pages(kantor: Kantor, kunci: str, pokok: Pokok) -> tuple[Page, ...]:
    return read_pages(office_papers.export(kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN), kunci, pokok))


def test_a_triwulan_lies_on_landscape_sheets_with_capaian_and_money(kantor: Kantor) -> None:
    kantor.play("PEL")
    made = pages(kantor, "pengukuran_triwulan", Pokok(2026, 2))
    text = "\n".join(page.text for page in made)
    assert all(page.width > page.height for page in made)
    assert "PENGUKURAN KINERJA TRIWULAN II TAHUN 2026" in text
    assert "1.287" in text
    assert "180.000.000" in text
    assert "Seksi Pemerintahan: laporan belum disetujui" in made[0].text


def test_rows_are_numbered_as_they_are_printed_also_where_the_plan_mixes_its_sasaran() -> None:
    mixed = (*INDIKATOR[::2], *INDIKATOR[1::2])
    made = composed(Kantor(rencana=Rencana(2026, mixed)), Pengukuran, "pengukuran_tahunan", Pokok(2026))
    assert [b.no for k in made.capaian.kelompok for b in k.baris] == [str(n) for n in range(1, len(mixed) + 1)]


def test_a_year_stands_upright(kantor: Kantor) -> None:
    made = pages(kantor, "pengukuran_tahunan", Pokok(2026))
    assert all(page.width < page.height for page in made)
    assert "Realisasi Anggaran Tahun 2026" in "\n".join(page.text for page in made)


def test_the_workbook_of_a_triwulan_has_capaian_and_money_as_numbers(kantor: Kantor) -> None:
    kantor.play("PEL")
    ctx = kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN)
    made = office_papers.export(ctx, "pengukuran_triwulan", Pokok(2026, 2), Format.XLSX)
    book = load_workbook(BytesIO(made))
    assert 1287 in [cell.value for row in book["Capaian"].iter_rows() for cell in row]
    assert 180_000_000 in [cell.value for row in book["Anggaran"].iter_rows() for cell in row]
