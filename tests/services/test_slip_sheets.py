"""Lembar Disposisi printed together: each keeps its number, its bytes and the count of its copies."""

import subprocess
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from kinerja_desktop.documents.slip_sheets import two_up
from kinerja_desktop.domain.errors import OtherSeksi
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services import archive, slip_sheets, step_papers, verification, withdrawal
from kinerja_desktop.services.verification import Putusan
from tests.documents.reading import read_pages
from tests.office import SEKSI, TW2, Kantor


def test_the_slips_of_all_seksi_are_offered_step_by_step(kantor: Kantor) -> None:
    kantor.assign()
    kantor.order("PEL")

    offered = slip_sheets.of_quarter(kantor.kabid, TW2)

    assert [(slip.seksi, slip.langkah, slip.nomor) for slip in offered] == [
        *((seksi.nama, 1, "") for seksi in SEKSI),
        ("Seksi Pelayanan", 2, ""),
    ]


def test_a_seksi_is_offered_its_own(kantor: Kantor) -> None:
    kantor.assign()
    case = kantor.case("PEM")
    assert [slip.seksi for slip in slip_sheets.of_quarter(kantor.kasubag("PEL"), TW2)] == ["Seksi Pelayanan"]
    with pytest.raises(OtherSeksi):
        slip_sheets.of_case(kantor.kasubag("PEL"), case.id)


def test_filing_numbers_what_has_no_number_yet_and_changes_no_byte_of_the_others(kantor: Kantor) -> None:
    case = kantor.play("PEL", until=Action.ORDER)
    first, second = slip_sheets.of_case(kantor.kabid, case.id)
    printed = step_papers.print_paper(kantor.kabid, case.id, first.act, "lembar_disposisi")

    ids = slip_sheets.file_slips(kantor.kabid, (first, second))
    pdf = slip_sheets.sheets(kantor.kabid, ids)

    assert ids == (first.id, second.id)
    assert archive.open_paper(kantor.kabid, first.id) == printed.pdf
    numbered = slip_sheets.of_case(kantor.kabid, case.id)
    assert [slip.nomor[10:13] for slip in numbered] == ["001", "002"]
    page = read_pages(pdf)[0]
    assert all(slip.nomor in page.text for slip in numbered)


def test_a_slip_of_an_order_that_was_taken_back_is_not_offered(kantor: Kantor) -> None:
    case = kantor.play("PEL", until=Action.ORDER)
    withdrawal.withdraw(kantor.kasubag("PEL"), case.id, seen=case.versi)

    assert [slip.langkah for slip in slip_sheets.of_case(kantor.kabid, case.id)] == [1]


# --- Periksa Dokumen: a sheet of slips that was saved as PDF or scanned -------------------------------


def test_each_slip_on_a_saved_sheet_has_its_own_answer(kantor: Kantor) -> None:
    codes, sheet = saved(kantor)
    answers = verification.verify_file(kantor.office, sheet).semua
    assert [(one.kode, one.putusan) for one in answers] == [(kode, Putusan.SAH) for kode in codes]
    assert all(one.angka for one in answers)


def test_a_slip_that_was_taken_back_is_told_beside_one_that_stands(kantor: Kantor) -> None:
    codes, sheet = saved(kantor)
    case = kantor.case("PEL")
    withdrawal.withdraw(kantor.kasubag("PEL"), case.id, seen=case.versi)
    answers = verification.verify_file(kantor.office, sheet).semua
    assert [(one.kode, one.putusan) for one in answers] == list(zip(codes, (Putusan.SAH, Putusan.DITARIK), strict=True))


@pytest.mark.parametrize("changed", [0, 1])
def test_a_changed_slip_is_told_and_its_neighbour_stays_right(kantor: Kantor, changed: int) -> None:
    codes, _ = saved(kantor)
    files = [filed(kantor, kode) for kode in codes]
    files[changed] = redrawn(files[changed])
    answers = verification.verify_file(kantor.office, two_up(files)).semua
    expected = [Putusan.SAH, Putusan.SAH]
    expected[changed] = Putusan.ISI_BERBEDA
    assert [(one.kode, one.putusan) for one in answers] == list(zip(codes, expected, strict=True))


def cover(page: pikepdf.Page, pdf: pikepdf.Pdf) -> None:
    """White over a figure, drawn on the sheet."""
    page.contents_add(pikepdf.Stream(pdf, b"q 1 1 1 rg 100 800 60 20 re f Q"))


def note(page: pikepdf.Page, pdf: pikepdf.Pdf) -> None:
    """A comment as PDF readers lay it over a page."""
    made = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[100, 800, 160, 820])
    page.obj.Annots = pikepdf.Array([pdf.make_indirect(made)])


@pytest.mark.parametrize("over", [cover, note])
def test_what_is_laid_over_a_sheet_makes_it_foreign(
    kantor: Kantor, over: Callable[[pikepdf.Page, pikepdf.Pdf], None]
) -> None:
    codes, sheet = saved(kantor)
    target = BytesIO()
    with pikepdf.open(BytesIO(sheet)) as pdf:
        over(pdf.pages[0], pdf)
        pdf.save(target)
    answers = verification.verify_file(kantor.office, target.getvalue()).semua
    assert [(one.kode, one.putusan) for one in answers] == [(kode, Putusan.ISI_BERBEDA) for kode in codes]


def test_a_scan_of_a_sheet_answers_for_both(kantor: Kantor) -> None:
    codes, sheet = saved(kantor)
    command = ["pdftoppm", "-r", "150", "-gray", "-jpeg", "-"]
    photo = subprocess.run(command, input=sheet, capture_output=True, check=True).stdout
    answers = verification.verify_file(kantor.office, photo).semua
    assert sorted((one.kode, one.putusan) for one in answers) == sorted((kode, Putusan.SAH) for kode in codes)


def saved(kantor: Kantor) -> tuple[tuple[str, ...], bytes]:
    """The codes of the two slips of a berkas, and both on one sheet."""
    case = kantor.play("PEL", until=Action.ORDER)
    ids = slip_sheets.file_slips(kantor.kabid, slip_sheets.of_case(kantor.kabid, case.id))
    with kantor.office.store.read() as unit:
        codes = tuple(unit.papers.get(one).kode or "" for one in ids)
    return codes, slip_sheets.sheets(kantor.kabid, ids)


def filed(kantor: Kantor, kode: str) -> bytes:
    with kantor.office.store.read() as unit:
        paper = unit.papers.by_kode(kode)
    assert paper is not None
    return kantor.store.archive.read(paper.sha256)


def redrawn(slip: bytes) -> bytes:
    """The same slip with one more stroke on it."""
    target = BytesIO()
    with pikepdf.open(BytesIO(slip)) as pdf:
        page = pdf.pages[0]
        page.contents_coalesce()
        page.obj.Contents = pdf.make_stream(page.obj.Contents.read_bytes() + b" 10 10 20 20 re S")
        pdf.save(target)
    return target.getvalue()
