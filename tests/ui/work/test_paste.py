import pytest

from kinerja_desktop.ui.work.paste import Pasted, Place, Read, lay, told

REALISASI = {4: "realisasi"}
PLACES = [
    Place("1.1", ("1.1", "Persentase", "94,00", "92,40", "91,85"), REALISASI),
    Place("1.2", ("1.2", "Jumlah", "1.200", "1.164", ""), REALISASI),
    Place("2.3", ("2.3", "Indeks", "–", "–", "–"), {}),
]


@pytest.mark.parametrize("column", [0, 1, 4])
def test_one_column_means_the_figures(column: int) -> None:
    taken = lay([["90"], ["1.300"]], PLACES, column, 4).taken
    assert taken == {"1.1": {"realisasi": "90"}, "1.2": {"realisasi": "1.300"}}


def test_one_column_on_a_column_that_takes_texts_stays_there() -> None:
    place = Place("1.1", ("1.1", "91", ""), {1: "realisasi", 2: "tindak_lanjut"})
    assert lay([["Tambah loket."]], [place], 2, 1).taken == {"1.1": {"tindak_lanjut": "Tambah loket."}}
    assert lay([["92", "Tambah loket."]], [place], 1, 1).taken == {
        "1.1": {"realisasi": "92", "tindak_lanjut": "Tambah loket."}
    }


def test_empty_cells_of_the_block_empty_the_figure() -> None:
    assert lay([["90"], [""]], PLACES, 4, 4).taken == {"1.1": {"realisasi": "90"}, "1.2": {"realisasi": ""}}


def test_a_locked_cell_is_skipped_and_what_lies_beyond_is_named() -> None:
    done = lay([["1"], ["2"], ["3"], ["4"]], PLACES, 4, 4)
    assert done == Pasted({"1.1": {"realisasi": "1"}, "1.2": {"realisasi": "2"}}, ["2.3 «3»"], ["«4»"])
    assert lay([["1", "x", ""]], PLACES, 4, 4).outside == ["«x»"], "wider than the grid"


def test_a_table_with_its_names_loses_nothing_that_is_there_already() -> None:
    done = lay([["Persentase", "94,00", "92,40", "93"], ["Lain", "1.200", "1.164", "5"]], PLACES, 1, 4)
    assert done == Pasted({"1.1": {"realisasi": "93"}, "1.2": {"realisasi": "5"}}, ["1.2 «Lain»"])


def test_the_sentence_names_what_is_to_be_known_and_nothing_else() -> None:
    plain = {"1.1": {"realisasi": "1"}, "1.2": {"realisasi": "2"}}
    assert told(Pasted(plain), Read()) == ""
    assert told(Pasted(plain, ["2.3 «3»"], ["«4»"]), Read(["1.6 «tujuh»"], ["1.2 = 1.234"])) == (
        "2 isian ditempel. 1 bukan angka dan ditandai (F8): 1.6 «tujuh». 1 sel terkunci dilewati: 2.3 «3». "
        "1 di luar tabel: «4»; salinannya masih ada, tempel di baris yang benar. 1 angka bertitik, dibaca: 1.2 = 1.234."
    )
    many = told(Pasted({}, [], [f"«{n}»" for n in range(7)]), Read())
    assert many.startswith("0 isian ditempel. 7 di luar tabel: «0», «1», «2», «3» dan 3 lagi;")
