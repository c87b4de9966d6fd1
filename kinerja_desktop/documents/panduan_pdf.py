"""The help on paper: a handbook, a few subjects of it, the sheet for the wall.

Words come as pieces of ``domain.petunjuk``; pictures by name from ``resources/bantuan/layar``, where
``python -m tests.guide_pictures`` puts them, and are left out where there are none.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from itertools import chain
from pathlib import Path
from typing import Final

from PIL import Image as PillowImage
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, Frame, Image, KeepTogether, Spacer

from kinerja_desktop import paths
from kinerja_desktop.documents.blocks import draw_words, heading
from kinerja_desktop.documents.contents import CONTENTS, ContentsList
from kinerja_desktop.documents.fonts import BOLD, REGULAR
from kinerja_desktop.documents.furniture import draw_double_rule, draw_lambang
from kinerja_desktop.documents.page import (
    BARE,
    COVER,
    FORM,
    PLAIN,
    Chapter,
    Layout,
    NumberFromHere,
    form_sheet,
    render_pages,
    turn,
)
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.style import ACCENT, GRID, GROUP_FILL, WHITE, landscape, mm, portrait, text_style
from kinerja_desktop.documents.text import marked_paragraph, paragraph
from kinerja_desktop.domain.panduan import BukuPanduan, LangkahDinding, Lembaran, LembarDinding, PanduanSatuHalaman
from kinerja_desktop.domain.petunjuk import Bagian, Blok, Gaya, Jenis, Potongan, Subjek

PICTURES: Final = ("bantuan", "layar")
_ROOM_FOR_A_SUBJECT, _ROOM_FOR_A_CHAPTER, _CHAPTER_HEAD = 55 * mm, 100 * mm, 15 * mm
_PICTURE_WIDE: Final = 0.92
_LARGEST_STEP: Final = 12
"""Of twentieths above the size of the handbook, which makes 17 pt."""
_SPARE: Final = 1.0
"""So that no sum of heights is short by a hair."""
_GAP, _PAD = 6 * mm, 5 * mm
_SIDE: Final = 12 * mm
_COLUMNS: Final = 3
_WALL_SIZES: Final = (14.0, 13.0, 12.0, 11.0, 10.0)
_WALL_LEADING: Final = 1.38


@singledispatch
def render(paper: Lembaran | PanduanSatuHalaman | BukuPanduan | LembarDinding) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    raise TypeError(type(paper))


@render.register
def _(paper: Lembaran) -> bytes:
    story = _ended(flowable for subjek in paper.subjek for flowable in _subject(subjek, contents=False))
    layout = Layout(first=BARE, running=(paper.naskah.judul, "Kinerja Desktop"))
    return archive_form(render_pages(paper.naskah, story, layout), paper.naskah)


@render.register
def _(paper: PanduanSatuHalaman) -> bytes:
    words = [_title(paper.subjek, level=None), *chain.from_iterable(map(_part, paper.subjek.bagian))]
    return archive_form(render_pages(paper.naskah, [_Filling(words)], Layout(first=BARE)), paper.naskah)


@render.register
def _(paper: BukuPanduan) -> bytes:
    story = [
        _Cover(paper),
        *turn(PLAIN),
        Chapter("Daftar Isi"),
        heading("DAFTAR ISI", "bab", level=None),
        ContentsList(CONTENTS),
        NumberFromHere(),
        *turn(PLAIN),
        *_ended(flowable for group, subjects in paper.bab for flowable in _chapter(group, subjects)),
    ]
    layout = Layout(first=COVER, running=(paper.naskah.judul, ""), contents=True)
    return archive_form(render_pages(paper.naskah, story, layout), paper.naskah)


@render.register
def _(paper: LembarDinding) -> bytes:
    layout = Layout(first=FORM, turned=True, page_numbers=False)
    return archive_form(render_pages(paper.naskah, [_Wall(paper)], layout), paper.naskah)


# --- subjects ----------------------------------------------------------------------------------


def _chapter(group: str, subjects: Sequence[Subjek]) -> Iterator[Flowable]:
    yield CondPageBreak(max(_ROOM_FOR_A_CHAPTER, _room(subjects[0]) + _CHAPTER_HEAD))
    yield Chapter(group)
    yield heading(group.upper(), "bab")
    for subjek in subjects:
        yield from _subject(subjek, contents=True)


def _subject(subjek: Subjek, *, contents: bool) -> Iterator[Flowable]:
    yield CondPageBreak(_room(subjek))
    yield _title(subjek, level=1 if contents else None)
    for bagian in subjek.bagian:
        yield from _part(bagian)
    yield Spacer(1, 4 * mm)


def _title(subjek: Subjek, *, level: int | None) -> Flowable:
    return heading(subjek.judul, "part", level=level)


def _room(subjek: Subjek) -> float:
    """What must be free for a subject to begin here: its title stays with the picture that follows it."""
    pictures = [_picture_file(blok) for blok in subjek.bagian[0].blok if blok.jenis is Jenis.GAMBAR]
    return _ROOM_FOR_A_SUBJECT + sum(_picture_size(file)[1] for file in pictures if file.is_file())


def _ended(parts: Iterable[Flowable]) -> list[Flowable]:
    """Without the white below the last subject, which would begin an empty page where its own is full."""
    return [*parts][:-1]


def _part(bagian: Bagian) -> Iterator[Flowable]:
    if bagian.judul:
        yield heading(bagian.judul, "section", level=None)
    number = 0
    for blok in bagian.blok:
        number = number + 1 if blok.jenis is Jenis.LANGKAH else 0
        yield from _block(blok, number)


def _block(blok: Blok, number: int) -> Iterator[Flowable]:
    words = _words(blok.isi)
    if blok.jenis is Jenis.GAMBAR:
        yield from _picture(blok)
    elif blok.jenis is Jenis.INGAT:
        yield marked_paragraph([("Ingat: ", True), *words], text_style("guide_care"))
    elif blok.jenis is Jenis.PARAGRAF:
        yield marked_paragraph(words, text_style("guide"))
    else:
        sign = f"{number}." if blok.jenis is Jenis.LANGKAH else "\N{BULLET}"
        yield marked_paragraph(words, text_style("guide_listed"), bullet=sign)


def _words(pieces: Sequence[Potongan]) -> list[tuple[str, bool]]:
    return [(piece.teks, piece.gaya in (Gaya.TEBAL, Gaya.TOMBOL)) for piece in pieces]


def _picture(blok: Blok) -> Iterator[Flowable]:
    file = _picture_file(blok)
    if file.is_file():
        image = Image(str(file), *_picture_size(file))
        yield KeepTogether([image, paragraph(blok.teks, text_style("figure_words")), Spacer(1, 3 * mm)])


def _picture_file(blok: Blok) -> Path:
    return paths.resource(*PICTURES, f"{blok.nama}.png")


def _picture_size(file: Path) -> tuple[float, float]:
    with PillowImage.open(file) as opened:
        wide, high = opened.size
    width = _portrait_width() * _PICTURE_WIDE
    return width, width * high / wide


def _portrait_width() -> float:
    """Room for a picture on every upright sheet, in points."""
    from kinerja_desktop.domain.kertas import Kertas

    return portrait(Kertas.A4).text_width * mm


# --- one page ----------------------------------------------------------------------------------


class _Filling(Flowable):
    """Words for one page, to be read from the desk: as large as it holds them, and no larger than _LARGEST_STEP."""

    def __init__(self, words: Sequence[Flowable]) -> None:
        super().__init__()
        self.words, self.scale = words, 1.0

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        steps = (1 + step / 20 for step in range(_LARGEST_STEP, 0, -1))
        self.scale = next((scale for scale in steps if self._high(aw / scale) * scale <= ah), 1.0)
        self.width, self.height = aw, self._high(aw / self.scale) * self.scale
        return self.width, self.height

    def _high(self, wide: float) -> float:
        """Height of the words in their own size on lines of this width."""
        high = gap = 0.0
        for one in self.words:
            high += (max(gap, one.getSpaceBefore()) if high else 0.0) + one.wrap(wide, 0)[1]
            gap = one.getSpaceAfter()
        return high

    def draw(self) -> None:
        self.canv.scale(self.scale, self.scale)
        wide, high = self.width / self.scale, self.height / self.scale
        Frame(0, -_SPARE, wide, high + _SPARE, 0, 0, 0, 0).addFromList([*self.words], self.canv)


# --- cover -------------------------------------------------------------------------------------


class _Cover(Flowable):
    """Lambang and office where there is one, the title with its bar, the version at the foot."""

    def __init__(self, paper: BukuPanduan) -> None:
        super().__init__()
        self.paper, sheet = paper, portrait(paper.naskah.kertas)
        self.width = sheet.text_width * mm
        self.height = (sheet.height - sheet.kop - sheet.bottom) * mm

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        return self.width, self.height

    def draw(self) -> None:
        office = self.paper.naskah.instansi
        draw_lambang(self.canv, office, (0, self.height - 62 * mm), (26 * mm, 32 * mm))
        y = self.height - (76 if office.lambang else 40) * mm
        for words, face, size in ((office.kabupaten, REGULAR, 13.0), (office.nama, BOLD, 18.0)):
            if words:
                draw_words(self.canv, words.upper(), 0, y, font=face, size=size)
                y -= 9 * mm
        draw_double_rule(self.canv, 0, self.width, y + 3 * mm)
        y -= 24 * mm
        self.canv.setFillColor(ACCENT)
        self.canv.rect(0, y - 34 * mm, 3.5 * mm, 44 * mm, stroke=0, fill=1)
        for words, face, size, step in (
            ("Buku Panduan", BOLD, 34.0, 13.0),
            (self.paper.peran, BOLD, 22.0, 11.0),
            ("SOP Pengumpulan Data Kinerja dengan Kinerja Desktop", REGULAR, 12.0, 0.0),
        ):
            draw_words(self.canv, words, 9 * mm, y, font=face, size=size)
            y -= step * mm
        draw_words(self.canv, f"Kinerja Desktop versi {self.paper.versi}", 0, 4 * mm, size=11)


# --- wall --------------------------------------------------------------------------------------


class _Wall(Flowable):
    """Steps in boxes, three in a row, read as a line of text is."""

    def __init__(self, paper: LembarDinding) -> None:
        super().__init__()
        self.paper = paper
        sheet = form_sheet(landscape(paper.naskah.kertas), paper.naskah)
        self.width, self.height = sheet.text_width * mm, sheet.text_height * mm

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        return self.width, self.height

    def draw(self) -> None:
        top = self.height - 9 * mm
        draw_words(self.canv, self.paper.naskah.judul, 0, top, font=BOLD, size=24)
        office = paragraph(self.paper.naskah.instansi.nama, text_style("wall"))
        office.wrap(self.width, self.height)
        office.drawOn(self.canv, 0, top - 9 * mm)
        foot = paragraph(self.paper.kaki, text_style("wall"))
        _, low = foot.wrap(self.width, self.height)
        foot.drawOn(self.canv, 0, 0)
        self._boxes(top - 14 * mm, low + 3 * mm)

    def _boxes(self, top: float, foot: float) -> None:
        rows = -(-len(self.paper.langkah) // _COLUMNS)
        wide = (self.width - (_COLUMNS - 1) * _GAP) / _COLUMNS
        high = (top - foot - (rows - 1) * _GAP) / rows
        style = _largest(self.paper.langkah, wide - 2 * _PAD, high - _SIDE - 1.2 * _PAD)
        for at, step in enumerate(self.paper.langkah):
            x, y = at % _COLUMNS * (wide + _GAP), top - (at // _COLUMNS + 1) * high - at // _COLUMNS * _GAP
            self._box(step, (x, y, wide, high), style)

    def _box(self, step: LangkahDinding, place: tuple[float, float, float, float], style: ParagraphStyle) -> None:
        x, y, wide, high = place
        self.canv.setFillColor(GROUP_FILL)
        self.canv.setStrokeColor(GRID)
        self.canv.setLineWidth(0.7)
        self.canv.rect(x, y, wide, high, stroke=1, fill=1)
        self.canv.setFillColor(ACCENT)
        self.canv.rect(x, y + high - _SIDE, _SIDE, _SIDE, stroke=0, fill=1)
        self.canv.setFillColor(WHITE)
        self.canv.setFont(BOLD, 22)
        self.canv.drawCentredString(x + _SIDE / 2, y + high - _SIDE + 3.4 * mm, step.nomor)
        head = paragraph(step.judul, text_style("wall_head"))
        _, tall = head.wrap(wide - _SIDE - 2 * _PAD, high)
        head.drawOn(self.canv, x + _SIDE + _PAD / 2, y + high - (_SIDE + tall) / 2)
        words = marked_paragraph(_words(step.isi), style)
        _, tall = words.wrap(wide - 2 * _PAD, high)
        words.drawOn(self.canv, x + _PAD, y + high - _SIDE - _PAD / 2 - tall)


def _largest(steps: Sequence[LangkahDinding], wide: float, high: float) -> ParagraphStyle:
    """The largest type in which the words of every step stay in their box; the smallest where none does."""
    styles = [
        ParagraphStyle(f"wall {size}", text_style("wall"), fontSize=size, leading=size * _WALL_LEADING)
        for size in _WALL_SIZES
    ]
    tall = ((style, max(marked_paragraph(_words(s.isi), style).wrap(wide, high)[1] for s in steps)) for style in styles)
    return next((style for style, needed in tall if needed <= high), styles[-1])
