"""The help of the program as pieces: subjects of headings, paragraphs, steps, keys, pictures.

One text file is one subject; the window, the printed handbook and the search read the same pieces. The markup is a
small part of Markdown, a line at a time:

    # Judul                     the subject's name, once, first
    ## Bagian                   a heading that F1 and links can go to
    words, over several lines   a paragraph; an empty line ends it
    1. words                    a step;  - words  a point
    > words                     what must not go wrong
    ![Keterangan](nama)         a picture by its name
    **tebal**  `Ctrl+K`  [kata](subjek) or [kata](subjek#Bagian)

A mark of another kind is refused, so that no mark is ever printed as it stands. To add one: a member of ``Jenis`` or
``Gaya``, its line in ``_BLOCKS`` or ``_MARKS``, and how it looks in ``ui.guide.page`` and ``documents.panduan_pdf``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from kinerja_desktop.domain.roles import Role


class Gaya(Enum):
    """How a piece of a line is meant."""

    BIASA = "biasa"
    TEBAL = "tebal"
    TOMBOL = "tombol"
    TAUTAN = "tautan"


class Jenis(Enum):
    """What a block is."""

    PARAGRAF = "paragraf"
    LANGKAH = "langkah"
    BUTIR = "butir"
    INGAT = "ingat"
    GAMBAR = "gambar"


@dataclass(frozen=True, slots=True)
class Tempat:
    """A place in the help: a subject, and a heading of it or its beginning."""

    subjek: str
    bagian: str = ""

    @classmethod
    def read(cls, teks: str) -> "Tempat":
        """As links and lists of places write it: ``subjek`` or ``subjek#Bagian``."""
        subjek, _, bagian = teks.partition("#")
        return cls(subjek, bagian)


@dataclass(frozen=True, slots=True)
class Potongan:
    """Words of one look; ``ke`` is where a link goes."""

    teks: str
    gaya: Gaya = Gaya.BIASA
    ke: Tempat | None = None


@dataclass(frozen=True, slots=True)
class Blok:
    """A paragraph, step, point or warning; of a picture ``nama``, with its caption as words."""

    jenis: Jenis
    isi: tuple[Potongan, ...]
    nama: str = ""

    @property
    def teks(self) -> str:
        """The words alone."""
        return "".join(potongan.teks for potongan in self.isi)


@dataclass(frozen=True, slots=True)
class Bagian:
    """What stands below one heading; the first of a subject has none."""

    judul: str
    blok: tuple[Blok, ...]


@dataclass(frozen=True, slots=True)
class Subjek:
    """One subject. ``peran`` are the roles whose handbook holds it, empty for every role."""

    kunci: str
    judul: str
    bagian: tuple[Bagian, ...]
    kelompok: str = ""
    peran: frozenset[Role] = frozenset()

    def concerns(self, role: Role) -> bool:
        """Whether it belongs to the work of this role."""
        return not self.peran or role in self.peran

    def places(self) -> Iterator[Tempat]:
        """Every place of it that can be gone to."""
        return (Tempat(self.kunci, bagian.judul) for bagian in self.bagian)

    def links(self) -> Iterator[Tempat]:
        """Where its words lead."""
        pieces = (piece for part in self.bagian for blok in part.blok for piece in blok.isi)
        return (piece.ke for piece in pieces if piece.ke is not None)


class MarkupSalah(ValueError):
    """A help text is not written as above; people never meet it, for a test reads every text."""


# --- reading -----------------------------------------------------------------------------------

_BLOCKS = (
    (re.compile(r"\d+\. (?P<isi>.+)"), Jenis.LANGKAH),
    (re.compile(r"- (?P<isi>.+)"), Jenis.BUTIR),
    (re.compile(r"> (?P<isi>.+)"), Jenis.INGAT),
    (re.compile(r"!\[(?P<isi>[^\]]+)\]\((?P<nama>[a-z0-9-]+)\)"), Jenis.GAMBAR),
)
_MARKS = re.compile(r"\*\*(?P<tebal>[^*]+)\*\*|`(?P<tombol>[^`]+)`|\[(?P<tautan>[^\]]+)\]\((?P<ke>[^)]+)\)")
_STRAY = re.compile(r"\*\*|`|\]\(|^#|!\[")


def read_subjek(kunci: str, teks: str, kelompok: str = "", peran: frozenset[Role] = frozenset()) -> Subjek:
    """A subject from its file. Raises MarkupSalah."""
    judul, bagian = "", [("", list[Blok]())]
    for paragraph in _paragraphs(teks):
        if paragraph.startswith("# ") and not judul:
            judul = paragraph[2:]
        elif paragraph.startswith("## "):
            bagian.append((paragraph[3:], []))
        else:
            bagian[-1][1].append(_block(kunci, paragraph))
    if not judul:
        raise MarkupSalah(f"{kunci}: tanpa judul")
    parts = tuple(Bagian(head, tuple(blok)) for head, blok in bagian if head or blok)
    return Subjek(kunci, judul, parts, kelompok, peran)


def _paragraphs(teks: str) -> Iterator[str]:
    """Lines that belong together as one: a line that begins a block ends the one before."""
    gathered: list[str] = []
    for line in map(str.strip, [*teks.splitlines(), ""]):
        if gathered and (not line or line.startswith("#") or any(head.match(line) for head, _ in _BLOCKS)):
            yield " ".join(gathered)
            gathered = []
        if line:
            gathered.append(line)
        if line.startswith("#"):
            yield gathered.pop()


def _block(kunci: str, paragraph: str) -> Blok:
    for head, jenis in _BLOCKS:
        found = head.fullmatch(paragraph)
        if found is not None:
            named = found.groupdict()
            return Blok(jenis, _pieces(kunci, named["isi"]), named.get("nama", ""))
    return Blok(Jenis.PARAGRAF, _pieces(kunci, paragraph))


def _pieces(kunci: str, words: str) -> tuple[Potongan, ...]:
    words = words.replace("…**.", "…**")  # the name of a button that ends with dots ends its sentence too
    made, at = list[Potongan](), 0
    for found in _MARKS.finditer(words):
        made += [Potongan(words[at : found.start()]), _marked(found)]
        at = found.end()
    made.append(Potongan(words[at:]))
    for piece in made:
        if piece.gaya is Gaya.BIASA and _STRAY.search(piece.teks):
            raise MarkupSalah(f"{kunci}: {piece.teks}")
    return tuple(piece for piece in made if piece.teks)


def _marked(found: re.Match[str]) -> Potongan:
    named = found.groupdict()
    if named["tautan"]:
        return Potongan(named["tautan"], Gaya.TAUTAN, Tempat.read(named["ke"]))
    return Potongan(named["tebal"], Gaya.TEBAL) if named["tebal"] else Potongan(named["tombol"], Gaya.TOMBOL)


# --- searching ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Temuan:
    """A place where all words that were looked for stand, with some of its words."""

    tempat: Tempat
    judul: str
    kutipan: str


def search(subjek: Sequence[Subjek], cari: str) -> tuple[Temuan, ...]:
    """Parts in which every word begins a word: those with it in their heading first, in the order of the help."""
    needles = [word.casefold() for word in cari.split()]
    found = [hit for one in subjek for hit in _hits(one, needles)] if needles else []
    return tuple(hit for _, hit in sorted(found, key=lambda one: one[0]))


def _hits(subjek: Subjek, needles: Sequence[str]) -> Iterator[tuple[int, Temuan]]:
    for bagian in subjek.bagian:
        heads, words = f"{subjek.judul} {bagian.judul}", " ".join(blok.teks for blok in bagian.blok)
        if not _has(f"{heads} {words}", needles):
            continue
        rank = 0 if _has(bagian.judul or subjek.judul, needles) else 1 if _has(heads, needles) else 2
        yield rank, Temuan(Tempat(subjek.kunci, bagian.judul), bagian.judul or subjek.judul, _quoted(words, needles))


def _has(words: str, needles: Sequence[str]) -> bool:
    told = words.casefold()
    return all(re.search(rf"(?<!\w){re.escape(needle)}", told) for needle in needles)


_BEFORE, _SHOWN = 20, 90


def _quoted(words: str, needles: Sequence[str]) -> str:
    """Some words about the first that was looked for."""
    at = max(0, min((i for n in needles if (i := words.casefold().find(n)) >= 0), default=0) - _BEFORE)
    start = 0 if at == 0 else words.find(" ", at) + 1
    shown = words[start : start + _SHOWN].strip()
    return f"{'… ' if start else ''}{shown}{' …' if start + _SHOWN < len(words) else ''}"
