"""Lembar Disposisi printed together: each keeps its number, its bytes and the count of its copies."""

import pytest

from kinerja_desktop.domain.errors import OtherSeksi
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services import archive, slip_sheets, step_papers, withdrawal
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
