"""What a workbook may not carry: macros, links to other files, objects of other programs.

Told by the name of a part, by the kind of a relationship and by a content type, because each of the three can lie.
To refuse one more kind: its word in the table it shows itself by.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kinerja_desktop.exchange.xlsx.parts import Parts, Walker


@dataclass(frozen=True, slots=True)
class Larangan:
    """Why a workbook is not opened, and what to do."""

    sebab: str
    saran: str


MAKRO = Larangan(
    "Berkas berisi makro.", "Buka di Excel, simpan sebagai Buku Kerja Excel (.xlsx) tanpa makro, lalu coba lagi."
)
TAUTAN = Larangan(
    "Berkas tertaut ke berkas atau sumber data lain.",
    "Putuskan tautannya di Excel (Data, Edit Links atau Queries & Connections), lalu simpan lagi.",
)
OBJEK = Larangan("Berkas memuat objek dari program lain.", "Hapus objek itu dari lembarnya, lalu simpan lagi.")

_NAMES: Mapping[str, Larangan] = {
    "vbaproject": MAKRO,
    "/macrosheets/": MAKRO,
    "/activex/": MAKRO,
    "/externallinks/": TAUTAN,
    "/connections.xml": TAUTAN,
    "/querytables/": TAUTAN,
    "/embeddings/": OBJEK,
}
_RELATIONS: Mapping[str, Larangan] = {
    "vbaproject": MAKRO,
    "xlmacrosheet": MAKRO,
    "xlintlmacrosheet": MAKRO,
    "control": MAKRO,
    "externallink": TAUTAN,
    "externallinkpath": TAUTAN,
    "connections": TAUTAN,
    "querytable": TAUTAN,
    "oleobject": OBJEK,
    "package": OBJEK,
}
_CONTENT: Mapping[str, Larangan] = {
    "macroenabled": MAKRO,
    "macrosheet": MAKRO,
    "vbaproject": MAKRO,
    "activex": MAKRO,
    "externallink": TAUTAN,
    "oleobject": OBJEK,
}


def in_names(names: Iterable[str]) -> Larangan | None:
    """The first reason that shows in the names of parts."""
    return next((found for name in names for found in _spoken_of(name.casefold(), _NAMES)), None)


def declared(parts: Parts) -> Larangan | None:
    """The first reason that relationships and content types declare. Raises Damaged."""
    look = _Declarations()
    for name in parts.xml:
        if name.casefold().endswith(".rels") or name.casefold() == "[content_types].xml":
            parts.walk(name, look)
    return next(iter(look.found), None)


def _spoken_of(text: str, words: Mapping[str, Larangan]) -> Iterator[Larangan]:
    return (larangan for word, larangan in words.items() if word in text)


class _Declarations(Walker):
    """Relationships and content types. A link in a cell (hyperlink) is a text to click on, nothing is fetched."""

    def __init__(self) -> None:
        self.found: list[Larangan] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            kind = attributes.get("Type", "").rpartition("/")[2].casefold()
            if kind in _RELATIONS:
                self.found.append(_RELATIONS[kind])
            elif attributes.get("TargetMode", "").casefold() == "external" and kind != "hyperlink":
                self.found.append(TAUTAN)
        elif tag in ("Override", "Default"):
            self.found.extend(_spoken_of(attributes.get("ContentType", "").casefold(), _CONTENT))
