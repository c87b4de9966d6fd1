"""A subject of the help as a page that is read: headings, steps, keys and links in the letters of the theme."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from urllib.parse import quote, unquote

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextBrowser

from kinerja_desktop.domain.petunjuk import Blok, Gaya, Jenis, Potongan, Subjek, Tempat
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone

_LISTS = {Jenis.LANGKAH: "ol", Jenis.BUTIR: "ul"}


class GuidePage(QTextBrowser):
    """Shows one subject; ``linked`` asks for another place."""

    linked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName("Isi bantuan")
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self.document().setDocumentMargin(theme.px(16))
        self.setFont(theme.font(TextStyle.BODY))

    def show_place(self, subjek: Subjek, bagian: str = "") -> None:
        """Show a subject from one of its headings on."""
        self.setHtml(_html(subjek))
        if bagian:
            self.scrollToAnchor(_anchor(bagian))
        else:
            self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow are the window's; Qt would look for a history of its own."""
        if event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _follow(self, url: QUrl) -> None:
        self.linked.emit(Tempat.read(unquote(url.toString())))


def _html(subjek: Subjek) -> str:
    body = "".join((_heading(part.judul) if part.judul else "") + "".join(_blocks(part.blok)) for part in subjek.bagian)
    return f'<style>{_style()}</style><p class="judul">{escape(subjek.judul)}</p>{body}'


def _heading(words: str) -> str:
    return f'<p class="bagian"><a name="{_anchor(words)}"></a>{escape(words)}</p>'


def _blocks(blok: Sequence[Blok]) -> Iterator[str]:
    for jenis, group in groupby(blok, key=lambda one: one.jenis):
        lines = ["".join(map(_piece, one.isi)) for one in group]
        if jenis in _LISTS:
            yield f"<{_LISTS[jenis]}>{''.join(f'<li>{line}</li>' for line in lines)}</{_LISTS[jenis]}>"
        elif jenis is not Jenis.GAMBAR:  # pictures are for paper: the screen itself lies beside the help
            kind = ' class="ingat"' if jenis is Jenis.INGAT else ""
            yield "".join(f"<p{kind}>{'▲ ' if kind else ''}{line}</p>" for line in lines)


def _piece(piece: Potongan) -> str:
    words = escape(piece.teks)
    if piece.gaya is Gaya.TEBAL:
        return f"<b>{words}</b>"
    if piece.gaya is Gaya.TOMBOL:
        return f'<span class="tombol">&nbsp;{words.replace(" ", "&nbsp;")}&nbsp;</span>'
    if piece.ke is not None:
        where = quote("#".join(filter(None, (piece.ke.subjek, piece.ke.bagian))))
        return f'<a href="{where}">{words}</a>'
    return words


def _anchor(words: str) -> str:
    return quote(words)


def _style() -> str:
    def hue(ink: Ink | Tone) -> str:
        return theme.color(ink).name()

    def size(style: TextStyle) -> str:
        return f"{theme.font(style).pointSizeF():.1f}pt"

    gap, least = theme.px(8), theme.px(4)
    return (
        f"p {{ margin-top: 0; margin-bottom: {gap}px; line-height: 135%; }}"  # before what differs from it
        f".judul {{ font-size: {size(TextStyle.SCREEN_TITLE)}; font-weight: 500; margin-bottom: {gap}px; }}"
        f".bagian {{ font-size: {size(TextStyle.PANEL_TITLE)}; font-weight: 500; margin-top: {2 * gap}px;"
        f" margin-bottom: {least}px; }}"
        f"ol, ul {{ margin-top: 0; margin-bottom: {gap}px; margin-left: {3 * gap}px; -qt-list-indent: 0; }}"
        f"li {{ margin-bottom: {least}px; line-height: 135%; }}"
        f"a {{ color: {hue(Ink.ACCENT)}; }}"
        f".tombol {{ background-color: {theme.ground(Tone.NETRAL).name()}; color: {hue(Ink.TEXT)}; }}"
        f".ingat {{ color: {hue(Tone.PERHATIAN)}; background-color: {theme.ground(Tone.PERHATIAN).name()};"
        " padding: 4px; }"
    )
