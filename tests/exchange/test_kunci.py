"""Keys: words of the recovery sheet, and the office key's own file."""

import os
import random
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import LembarSalah, SebabLembar
from kinerja_desktop.exchange import kunci
from kinerja_desktop.exchange.kata_pemulihan import find_slip, read_words, secret_of, words_of
from kinerja_desktop.exchange.kunci import Kunci

SECRET = bytes(range(32))
OFFICE = "01890000-0000-7000-8000-000000000001"
WORDS = paths.resource("kata_pemulihan.txt").read_text(encoding="ascii").split()
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def slips(word: str) -> set[str]:
    """What one slip of the finger makes of a word."""
    cuts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    made = {a + b[1:] for a, b in cuts if b}
    made |= {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    made |= {a + letter + b[skip:] for a, b in cuts for letter in LETTERS for skip in (0, 1)}
    return made - {word}


def test_the_list_is_2048_words_of_which_none_is_a_slip_of_another() -> None:
    known = set(WORDS)
    assert len(WORDS) == len(known) == 2048
    assert sorted(WORDS) == WORDS
    assert all(4 <= len(word) <= 8 and word.isalpha() and word.islower() for word in WORDS)
    assert not [word for word in WORDS if slips(word) & known]


def test_the_words_of_a_secret_never_change() -> None:
    """Sheets on paper are read with them for ever."""
    assert " ".join(words_of(SECRET)) == (
        "abadi angsur kursus angsur heboh aksi bugar bungalo arwana jemari gaya bonceng "
        "adat lihat gusi lampau beliau portal ancam dokar perabot bagus klub terkam"
    )


@given(st.binary(min_size=32, max_size=32))
def test_words_give_the_secret_back(secret: bytes) -> None:
    assert secret_of(words_of(secret)) == secret


def test_capitals_spacing_numbers_and_points_do_not_matter() -> None:
    words = words_of(SECRET)
    lines = "\n".join(f"  {n}. {word.upper()} ," for n, word in enumerate(words, 1))
    glued = " ".join(f"{n}){word.title()}" for n, word in enumerate(words, 1))

    assert read_words(lines) == read_words(glued) == read_words("  ".join(words)) == words


def test_an_unknown_word_is_named_by_place_with_what_it_may_mean() -> None:
    words = list(words_of(SECRET))
    right = words[6]
    words[6] = right[:-1] + "q"

    with pytest.raises(LembarSalah) as refused:
        secret_of(words)

    assert (refused.value.sebab, refused.value.posisi) == (SebabLembar.TIDAK_DIKENAL, 7)
    assert (refused.value.kata, refused.value.usul) == (words[6], right)


@pytest.mark.parametrize("count", [0, 12, 23, 25])
def test_a_wrong_number_of_words_is_told(count: int) -> None:
    with pytest.raises(LembarSalah) as refused:
        secret_of((*words_of(SECRET), "abadi")[:count])

    assert (refused.value.sebab, refused.value.jumlah) == (SebabLembar.JUMLAH, count)


def test_known_words_in_a_wrong_place_do_not_fit() -> None:
    words = list(words_of(SECRET))
    words[3], words[4] = words[4], words[3]

    with pytest.raises(LembarSalah) as refused:
        secret_of(words)

    assert (refused.value.sebab, refused.value.posisi) == (SebabLembar.TIDAK_COCOK, 0)


@pytest.mark.parametrize("place", [1, 9, 24])
def test_one_known_but_wrong_word_is_found_by_what_the_secret_opens(place: int) -> None:
    words = list(words_of(SECRET))
    words[place - 1] = random.Random(place).choice([w for w in WORDS if w != words[place - 1]])

    assert find_slip(words, lambda secret: secret == SECRET) == place


def test_two_wrong_words_are_not_guessed_at() -> None:
    words = list(words_of(SECRET))
    words[0], words[1] = WORDS[17], WORDS[18]

    assert find_slip(words, lambda secret: secret == SECRET) is None


def test_a_key_is_spelt_as_age_spells_it() -> None:
    from pyrage import x25519

    key = Kunci.from_bytes(SECRET)

    assert str(x25519.Identity.from_str(key.rahasia)) == key.rahasia
    assert key.publik.startswith("age1")
    assert key.rahasia not in repr(key)


def test_the_office_key_lies_outside_the_data_readable_by_its_owner_alone() -> None:
    key = Kunci.from_bytes(kunci.new_secret())

    file = kunci.keep_office_key(OFFICE, "Kecamatan\nContoh", key)

    assert file == paths.key_folder() / f"{OFFICE}.kunci"
    assert not file.is_relative_to(paths.data_folder())
    assert kunci.office_keys(OFFICE) == kunci.all_keys() == (key,)
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert [f.name for f in file.parent.iterdir()] == [file.name]


def test_a_new_office_key_keeps_the_old_ones() -> None:
    old, new = (Kunci.from_bytes(kunci.new_secret()) for _ in range(2))
    kunci.keep_office_key(OFFICE, "Kecamatan Contoh", old)
    kunci.keep_office_key(OFFICE, "Kecamatan Contoh", new)

    assert kunci.office_keys(OFFICE) == (new, old)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"AGE-SECRET-KEY-1ABC\n", b"bukan kunci\n"])
def test_a_file_that_is_no_key_opens_nothing(content: bytes) -> None:
    file = kunci.key_file(OFFICE)
    file.parent.mkdir(parents=True)
    file.write_bytes(content)

    assert kunci.office_keys(OFFICE) == ()


@pytest.mark.parametrize("name", ["../lain", "a/b", "", "KUNCI"])
def test_no_path_hides_in_an_office_id(name: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        kunci.key_file(name)


def test_no_key_folder_is_no_key(tmp_path: Path) -> None:
    assert kunci.all_keys(tmp_path / "tidak-ada") == ()
