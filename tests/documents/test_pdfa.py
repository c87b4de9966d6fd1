"""The archive form: embedded fonts, approved by the validator, the same bytes every time."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import pdfa
from PIL import Image

from kinerja_desktop.documents import laporan_triwulan_pdf, lembar_disposisi_pdf, lkjip_pdf
from tests.documents.reading import read_pages
from tests.documents.samples import laporan_triwulan, lembar_disposisi, lkjip

PAPERS: dict[str, Callable[[], bytes]] = {
    "laporan triwulan": lambda: laporan_triwulan_pdf.render(laporan_triwulan()),
    "lkjip": lambda: lkjip_pdf.render(lkjip()),
    "lembar disposisi": lambda: lembar_disposisi_pdf.render(lembar_disposisi()),
}
EVERY = pytest.mark.parametrize("paper", PAPERS)


@EVERY
def test_two_prints_are_the_same_bytes(paper: str) -> None:
    assert PAPERS[paper]() == PAPERS[paper]()


def test_no_file_of_the_disk_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails there would end the program in the middle of an act."""
    made = PAPERS["lembar disposisi"]()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tidak ada"))
    assert PAPERS["lembar disposisi"]() == made


def test_another_process_prints_the_same_bytes() -> None:
    script = (
        "from hashlib import sha256\n"
        "from kinerja_desktop.documents.laporan_triwulan_pdf import render\n"
        "from tests.documents.samples import laporan_triwulan\n"
        "print(sha256(render(laporan_triwulan())).hexdigest())"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == sha256(PAPERS["laporan triwulan"]()).hexdigest()


@EVERY
def test_validator_approves(paper: str) -> None:
    with pikepdf.open(BytesIO(PAPERS[paper]())) as pdf:
        report = pdfa.check(pdf, "2b")
        assert report.verdict == "pass", report


@EVERY
def test_every_font_is_embedded_and_ours(paper: str) -> None:
    with pikepdf.open(BytesIO(PAPERS[paper]())) as pdf:
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
        names = {str(font.BaseFont).split("+")[-1] for font in fonts}
        assert all(name.startswith(("Arimo", "RobotoMono-Bold")) for name in names)
        assert all("/FontFile2" in font.FontDescriptor for font in fonts if "/FontDescriptor" in font)


def test_paper_names_itself_its_office_and_its_language() -> None:
    with pikepdf.open(BytesIO(PAPERS["lkjip"]())) as pdf:
        assert str(pdf.docinfo.Title) == "LKjIP Tahun 2025 - Kecamatan Kelara"
        assert str(pdf.docinfo.Author) == "Kecamatan Kelara"
        assert str(pdf.docinfo.Subject) == f"Nomor {lkjip().naskah.nomor}"
        assert str(pdf.Root.Lang) == "id-ID"
        assert str(pdf.docinfo.CreationDate).startswith("D:20260212")


def test_bookmarks_lead_to_a_place_on_a_page() -> None:
    with pikepdf.open(BytesIO(PAPERS["laporan triwulan"]())) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        assert titles[:3] == ["I. PENDAHULUAN", "II. IKHTISAR CAPAIAN", "III. CAPAIAN KINERJA"]
        places = [item.destination for item in outline.root]
        assert all(isinstance(place, pikepdf.Array) and place[1] == pikepdf.Name.XYZ for place in places)


def test_viewers_count_the_annual_report_as_it_is_printed() -> None:
    made = PAPERS["lkjip"]()
    printed = [page.label.removeprefix("Halaman ").partition(" dari ")[0] for page in read_pages(made)]
    with pikepdf.open(BytesIO(made)) as pdf:
        assert [page.label for page in pdf.pages] == ["Sampul", *printed[1:]]


@pytest.mark.parametrize("paper", ["laporan triwulan", "lembar disposisi"])
def test_other_papers_need_no_labels(paper: str) -> None:
    with pikepdf.open(BytesIO(PAPERS[paper]())) as pdf:
        assert "/PageLabels" not in pdf.Root


def test_lambang_with_transparency_is_archived() -> None:
    image = BytesIO()
    Image.new("RGBA", (40, 48), (200, 30, 30, 120)).save(image, "PNG")
    report = laporan_triwulan()
    office = replace(report.naskah.instansi, lambang=image.getvalue())
    made = laporan_triwulan_pdf.render(replace(report, naskah=replace(report.naskah, instansi=office)))
    with pikepdf.open(BytesIO(made)) as pdf:
        assert len(pdf.pages[0].get_images()) == 1
