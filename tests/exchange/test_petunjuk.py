"""The help that travels with the program: whole, without dead ends, in the office's own words."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import kinerja_desktop
from kinerja_desktop import __version__, paths
from kinerja_desktop.domain.petunjuk import Gaya, Subjek, Tempat
from kinerja_desktop.domain.sop import SOP_2022
from kinerja_desktop.domain.workflow import Langkah
from kinerja_desktop.exchange.petunjuk import all_subjek, perubahan

NOT_OURS = (
    *("login", "logout", "password", "kata kunci", "backup", "restore", "save", "file", "user", "upload", "download"),
    *("error", "bug", "folder sharing", "inbox", "dashboard", "reset", "submit", "approve", "review", "deadline"),
    *("kamu", "silakan", "silahkan", "maaf", "sukses", "harap", "mohon", "klik", "mouse", "keyboard", "browser"),
)
"""Words that the office does not use, or that belong to another thing."""


def subjects() -> Iterator[Subjek]:
    yield from all_subjek()
    yield perubahan()


def words_of(subjek: Subjek) -> str:
    return "\n".join([subjek.judul, *(t for b in subjek.bagian for t in (b.judul, *(x.teks for x in b.blok)))])


def test_every_file_is_listed_once_and_every_listed_subject_has_its_file() -> None:
    files = {file.stem for file in paths.resource("bantuan").glob("*.md")}
    listed = [subjek.kunci for subjek in subjects()]
    assert sorted(listed) == sorted(files)
    assert len({subjek.judul for subjek in subjects()}) == len(listed)


def test_every_link_leads_to_a_place() -> None:
    places = {place for subjek in subjects() for place in (Tempat(subjek.kunci), *subjek.places())}
    assert [(s.kunci, link) for s in subjects() for link in s.links() if link not in places] == []


@pytest.mark.parametrize("subjek", list(subjects()), ids=lambda s: s.kunci)
def test_words_are_those_of_the_office(subjek: Subjek) -> None:
    words = words_of(subjek)
    assert "!" not in words
    assert not re.search(r"(?<!\w)anda(?!\w)", words)
    assert [w for w in NOT_OURS if re.search(rf"(?<!\w){w}(?!\w)", words.casefold())] == []


@pytest.mark.parametrize("subjek", all_subjek(), ids=lambda s: s.kunci)
def test_sentences_are_short(subjek: Subjek) -> None:
    sentences = [s for part in subjek.bagian for blok in part.blok for s in re.split(r"(?<=[.:;?])\s", blok.teks)]
    assert [s for s in sentences if len(s.split()) > 25] == []


def test_no_line_was_taken_for_the_beginning_of_something() -> None:
    blocks = [blok.teks for subjek in subjects() for part in subjek.bagian for blok in part.blok]
    assert [words for words in blocks if words[0].islower()] == []


def test_no_heading_stands_twice_in_a_subject() -> None:
    for subjek in subjects():
        heads = [part.judul for part in subjek.bagian]
        assert len(set(heads)) == len(heads), subjek.kunci


def test_limits_are_those_of_the_sop() -> None:
    sop = next(subjek for subjek in all_subjek() if subjek.kunci == "sop")
    words = words_of(sop)
    assert "{" not in words
    for langkah in Langkah:
        assert SOP_2022.norma[langkah].label in words


def test_the_newest_version_that_is_told_of_is_this_one() -> None:
    assert perubahan().bagian[0].judul == f"Versi {__version__}"


@cache
def said_by_the_program() -> str:
    """Every text in the program's code, one a line."""
    files = Path(kinerja_desktop.__file__).parent.rglob("*.py")
    nodes = (node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    return "\n".join(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


@pytest.mark.parametrize("subjek", all_subjek(), ids=lambda s: s.kunci)
def test_buttons_and_keys_that_are_named_exist(subjek: Subjek) -> None:
    """What stands bold is what stands on the screen; whoever renames a button finds its help text here."""
    limits = {norma.label for norma in SOP_2022.norma.values()}
    named = {
        piece.teks.replace(" & ", " && ")
        for part in subjek.bagian
        for blok in part.blok
        for piece in blok.isi
        if piece.gaya in (Gaya.TEBAL, Gaya.TOMBOL)
    }
    assert {words for words in named - limits - {"Ctrl+7"} if words not in said_by_the_program()} == set()


def test_each_change_is_a_paragraph_of_its_own() -> None:
    """Bold words begin what changed; two changes in one paragraph are an empty line forgotten."""
    for bagian in perubahan().bagian:
        for blok in bagian.blok:
            begun = [piece.teks for piece in blok.isi[1:] if piece.gaya is Gaya.TEBAL and piece.teks.endswith(".")]
            assert begun == [], bagian.judul
