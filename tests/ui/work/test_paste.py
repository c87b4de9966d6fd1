import pytest

from kinerja_desktop.ui.work.paste import Pasted, Place, lay, told

PLACES = [
    Place("1.1", ("1.1", "Persentase", "94,00", "92,40", "91,85"), 4),
    Place("1.2", ("1.2", "Jumlah", "1.200", "1.164", ""), 4),
    Place("2.3", ("2.3", "Indeks", "–", "–", "–"), None),
]


@pytest.mark.parametrize("column", [0, 1, 4])
def test_one_column_always_means_the_figures(column: int) -> None:
    assert lay([["90"], ["1.300"]], PLACES, column, 4).taken == {"1.1": "90", "1.2": "1.300"}


def test_empty_cells_of_the_block_empty_the_figure() -> None:
    assert lay([["90"], [""]], PLACES, 4, 4).taken == {"1.1": "90", "1.2": ""}


def test_a_locked_row_and_rows_beyond_the_sheet_are_named() -> None:
    done = lay([["1"], ["2"], ["3"], ["4"]], PLACES, 4, 4)
    assert done == Pasted({"1.1": "1", "1.2": "2"}, ["3", "4"])


def test_a_table_with_its_names_loses_nothing_that_is_there_already() -> None:
    done = lay([["Persentase", "94,00", "92,40", "93"], ["Lain", "1.200", "1.164", "5"]], PLACES, 1, 4)
    assert done == Pasted({"1.1": "93", "1.2": "5"}, ["Lain"])


def test_the_sentence_names_what_found_no_place() -> None:
    assert told(Pasted({"1.1": "1"})) == ""
    assert told(Pasted({}, [str(n) for n in range(7)])).startswith(
        "0 isian ditempel; 7 tidak mendapat tempat: «0», «1», «2», «3», «4» dan 2 lagi."
    )
