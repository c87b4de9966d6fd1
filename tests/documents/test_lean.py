"""What is left out of a page's drawing, and that nobody sees it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from kinerja_desktop.documents import laporan_triwulan_pdf, lkjip_pdf, paper_canvas
from kinerja_desktop.documents.lean import lean
from tests.documents.samples import laporan_triwulan, lkjip

RED, BLACK = "1 0 0 rg", "0 0 0 rg"


def text(words: str, *, colour: str = "", face: str = "/F1+0 9 Tf", end: str = "ET") -> str:
    said = f"{colour} " if colour else ""
    return f"BT 1 0 0 1 10 20 Tm {said}{face} 10.8 TL ({words}) Tj {end}"


def unsaid(words: str, end: str = "ET") -> str:
    return f"BT 1 0 0 1 10 20 Tm 10.8 TL ({words}) Tj {end}"


def test_a_colour_and_a_face_in_force_are_not_said_again() -> None:
    code = [RED, text("satu", colour=RED), RED, text("dua", colour=BLACK)]
    dua = text("dua", colour=BLACK).replace("/F1+0 9 Tf ", "")
    assert lean(code) == [BLACK, RED, text("satu"), dua]


def test_after_a_state_is_restored_its_own_colour_and_face_are_in_force() -> None:
    code = [text("satu"), "q", RED, text("dua", face="/F2+0 9 Tf"), "Q", BLACK, text("tiga"), RED]
    assert lean(code) == [BLACK, text("satu"), "q", RED, text("dua", face="/F2+0 9 Tf"), "Q", unsaid("tiga"), RED]


def test_a_state_kept_twice_is_kept_once() -> None:
    assert lean(["q", "1 0 0 1 5 5 cm", "q", RED, text("satu"), "Q", "Q"]) == [
        *(BLACK, "q", "1 0 0 1 5 5 cm", RED, text("satu"), "Q")
    ]
    apart = ["q", "q", RED, text("satu"), "Q", "n 0 0 5 5 re f*", "Q"]
    assert lean(apart) == [BLACK, *apart]


def test_the_way_to_a_line_that_does_not_come_is_left_out() -> None:
    assert lean([text("satu", end="T* -3.5 0 Td ET")]) == [BLACK, text("satu")]
    longer = text("satu", end="T* (dua) Tj T* ET")
    assert lean([longer]) == [BLACK, longer.replace(" T* ET", " ET")]


@pytest.mark.parametrize("words", ["q Q 1 0 0 rg /F2+0 9 Tf", r"\) Tj T* ET", r"garis \\", "Q", r"\("])
def test_words_that_look_like_drawing_stay(words: str) -> None:
    assert lean([text(words), text(words)])[1] == text(words)
    assert words in lean([text(words), text(words)])[2]


@pytest.mark.parametrize("other", ["/GS1 gs", "0.5 g", "%tanda%", "1 0 0 rg n 0 0 5 5 re f*"])
def test_after_a_line_of_another_form_everything_is_said_again(other: str) -> None:
    code = [RED, text("satu"), other, RED, text("dua")]
    assert lean(code) == [BLACK, *code]


@pytest.mark.parametrize("change", ["/F2+0 6 Tf", RED, "0.5 g"])
def test_after_a_change_within_a_text_everything_is_said_again(change: str) -> None:
    code = [text("satu", end=f"{change} (dua) Tj ET"), BLACK, text("tiga")]
    assert lean(code) == [BLACK, *code]


def test_a_line_with_states_of_its_own_leaves_the_page_as_it_is() -> None:
    code = [RED, "q 5 0 0 5 0 0 cm BI", "Q", RED]
    assert lean(code) == code


@pytest.mark.parametrize(
    "paper", [lambda: lkjip_pdf.lay_out(lkjip()), lambda: laporan_triwulan_pdf.lay_out(laporan_triwulan())]
)
@pytest.mark.usefixtures("qapp")
def test_pages_look_the_same(paper: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    short = paper()
    monkeypatch.setattr(paper_canvas, "lean", list)
    whole = paper()
    assert len(short) < len(whole)
    assert seen(short) == seen(whole)


def seen(pdf: bytes) -> list[QImage]:
    """The pages as a reader paints them."""
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(pdf))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return [document.render(page, QSize(430, 660)) for page in range(document.pageCount())]
