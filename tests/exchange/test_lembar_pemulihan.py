"""The recovery sheet: what it says, and that it is read back however it is typed."""

import os
import stat
from datetime import date
from pathlib import Path

import pytest

from kinerja_desktop.domain.errors import FileMissing
from kinerja_desktop.exchange.kata_pemulihan import words_of
from kinerja_desktop.exchange.kunci import Kunci
from kinerja_desktop.exchange.lembar_pemulihan import (
    LembarPemulihan,
    mark_of,
    read_sheet,
    text_of,
    words_in,
    write_sheet,
)

SECRET = bytes(range(32))
LEMBAR = LembarPemulihan("Kecamatan Contoh, Kabupaten Umpama", date(2026, 7, 14), words_of(SECRET))


def test_the_sheet_names_office_day_key_and_numbered_words() -> None:
    text = text_of(LEMBAR)

    assert "Kecamatan Contoh, Kabupaten Umpama" in text
    assert "14 Juli 2026" in text
    assert mark_of(Kunci.from_bytes(SECRET).publik) in text
    for n, word in enumerate(LEMBAR.kata, 1):
        assert f"{n}. {word}" in text
    assert all(len(line) <= 76 for line in text.splitlines())
    assert Kunci.from_bytes(SECRET).rahasia not in text


def test_a_sheet_is_read_back_whole(tmp_path: Path) -> None:
    file = write_sheet(LEMBAR, tmp_path / "lembar-pemulihan.txt")

    assert read_sheet(file) == LEMBAR.kata
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_words_alone_are_read_too(tmp_path: Path, newline: str) -> None:
    file = tmp_path / "kata.txt"
    file.write_bytes(b"\xef\xbb\xbf" + newline.join(LEMBAR.kata).encode())

    assert read_sheet(file) == LEMBAR.kata


@pytest.mark.parametrize("content", [None, b"\xff\xfea\x00"])
def test_what_cannot_be_read_is_refused(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "kata.txt"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(FileMissing):
        read_sheet(file)


def test_a_folder_is_no_sheet(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_sheet(tmp_path)


def test_sentences_around_the_words_do_not_matter() -> None:
    text = text_of(LEMBAR).replace("\n", "\r\n").lower()

    assert words_in(f"halo\n{text}\nselesai") == LEMBAR.kata
