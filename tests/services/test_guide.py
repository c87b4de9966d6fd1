"""The help on paper: a handbook and one page for each role, the sheet for the wall, all from the same texts."""

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from kinerja_desktop.documents import panduan_pdf
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.norma import NormaMenit
from kinerja_desktop.domain.pegawai import Instansi
from kinerja_desktop.domain.petunjuk import Jenis
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Langkah
from kinerja_desktop.exchange.petunjuk import BATAS_SOP
from kinerja_desktop.services import guide
from kinerja_desktop.services.guide import Kantor
from tests.documents.reading import read_pages
from tests.guide_pictures import SHOTS, SIZE
from tests.office import ANDI
from tests.office import Kantor as Office


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("kertas", Kertas)
def test_the_guide_of_a_role_fills_one_page(role: Role, kertas: Kertas) -> None:
    (page,) = read_pages(guide.one_page(role, Kantor(Instansi("Kecamatan Contoh", ""), kertas=kertas)))
    words = [line for line in page.words if "Halaman" not in line.text]
    assert 0.75 < max(line.bottom for line in words) / page.height < 0.95


@pytest.mark.parametrize("role", Role)
def test_a_handbook_lists_every_subject_of_its_role_with_the_page_it_stands_on(role: Role) -> None:
    cover, contents, *pages = read_pages(guide.handbook(role, Kantor(Instansi("Kecamatan Contoh", "Kabupaten Contoh"))))
    assert "KECAMATAN CONTOH" in cover.text
    for subjek in guide.subjects():
        lines = [line for line in contents.words if line.text == subjek.judul]
        assert bool(lines) is subjek.concerns(role)
        for line in lines:
            number = next(p.text for p in contents.words if abs(p.top - line.top) < 1 and p.text.split()[-1].isdigit())
            assert subjek.judul in pages[int(number.split()[-1]) - 1].text


@pytest.mark.parametrize("kertas", Kertas)
def test_no_handbook_ends_on_an_empty_page(kertas: Kertas) -> None:
    """The Camat's filled its last A4 page to the end."""
    *_, last = read_pages(guide.handbook(Role.CAMAT, Kantor(Instansi("Kecamatan Contoh", ""), kertas=kertas)))
    assert len(last.words) > 5


def test_the_title_of_a_subject_stands_on_the_page_of_its_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in SHOTS:
        Image.new("1", SIZE).save(tmp_path / f"{name}.png")
    monkeypatch.setattr(panduan_pdf, "PICTURES", (str(tmp_path),))
    role = Role.KASUBAG_PERENCANAAN
    _, _, *pages = [page.text.splitlines() for page in read_pages(guide.handbook(role))]
    captions = {
        subjek.judul: blok.teks
        for subjek in guide.subjects()
        if subjek.concerns(role)
        for blok in subjek.bagian[0].blok
        if blok.jenis is Jenis.GAMBAR
    }
    assert len(captions) > 5
    for title, caption in captions.items():
        assert [title in page for page in pages if caption in page] == [True], title


def test_papers_of_the_help_hold_their_fonts_and_are_the_same_twice() -> None:
    made = guide.handbook(Role.ANALIS)
    assert made == guide.handbook(Role.ANALIS)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        fonts = [font for page in pdf.pages for font in page.obj.Resources.get("/Font", {}).values()]
        assert fonts
        assert all("/FontFile2" in font.get("/DescendantFonts", [font])[0].FontDescriptor for font in fonts)


def test_the_wall_says_the_limits_of_this_office() -> None:
    changed = tuple(
        (langkah, NormaMenit(45).label if langkah is Langkah.PERIKSA else words) for langkah, words in BATAS_SOP
    )
    (page,) = (page.text for page in read_pages(guide.wall_sheet(Kantor(batas=changed))))
    assert "45 menit" in page
    assert "1 jam" not in page
    assert all(f"{n}" in page for n in range(1, 7))


def test_an_office_tells_for_whom_it_prints() -> None:
    mine = guide.of_office(Office().ctx(ANDI))
    assert dict(mine.batas) == dict(BATAS_SOP)
    assert mine.instansi.nama


def test_all_of_them_are_written_into_a_folder(tmp_path: Path) -> None:
    told: list[str] = []
    written = guide.write_all(tmp_path / "panduan", [Role.KABID], told.append)
    assert [file.name for file in written] == [
        *("buku-panduan-kabid.pdf", "panduan-satu-halaman-kabid.pdf", "lembar-dinding-sop.pdf")
    ]
    assert all(file.read_bytes().startswith(b"%PDF") for file in written)
    assert len(told) == len(written)


def test_every_picture_of_the_texts_is_taken_and_none_for_nothing() -> None:
    named = {
        blok.nama
        for one in guide.subjects()
        for bagian in one.bagian
        for blok in bagian.blok
        if blok.jenis is Jenis.GAMBAR
    }
    assert named == set(SHOTS)
