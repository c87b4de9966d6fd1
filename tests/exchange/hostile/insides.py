"""What workbooks may not carry, XML that is none, and plans that lead astray."""

from collections.abc import Iterator
from functools import partial

from tests.exchange.hostile import package as p
from tests.exchange.hostile.expected import (
    ACCEPTED,
    DAMAGED,
    DTD,
    LINK,
    MACRO,
    NO_HEADS,
    NO_SHEET,
    NOT_XLSX,
    OBJECT,
    Kasus,
)
from tests.exchange.hostile.package import SHEET_2, book, indikator, relations, text, with_part, workbook


def cases() -> Iterator[Kasus]:
    """Every case of this group."""
    yield from _active()
    yield from _dtd()
    yield from _xml()
    yield from _plans()


# --- macros, links, objects --------------------------------------------------------------------------


def _related(kind: str, target: str, mode: str = "") -> bytes:
    more = f'<Relationship Id="x" Type="http://x/2006/relationships/{kind}" Target="{target}"{mode}/>'
    return book({p.RELATIONS: relations(*p.TWO_RELATIONS, more=more)})


def _sheet_relation(kind: str, target: str, mode: str = ' TargetMode="External"') -> bytes:
    more = f'<Relationship Id="x" Type="http://x/relationships/{kind}" Target="{target}"{mode}/>'
    return book({"xl/worksheets/_rels/sheet2.xml.rels": relations(more=more)})


def _override(content_type: str) -> bytes:
    return book({p.TYPES: p.content_types(f'<Override PartName="/xl/a.bin" ContentType="{content_type}"/>')})


def _active() -> Iterator[Kasus]:
    yield "macros", partial(with_part, "xl/vbaProject.bin"), MACRO
    yield "macros in other letters and another folder", partial(with_part, "data/VBAPROJECT.BIN"), MACRO
    yield "macros under another name", lambda: _related("vbaProject", "a.bin"), MACRO
    yield "macro content type", lambda: _override("application/vnd.ms-office.vbaProject"), MACRO
    yield "macro file renamed", lambda: book({p.TYPES: p.content_types(main="macroEnabled.main")}), MACRO
    yield "Excel 4 macro sheet", partial(with_part, "xl/macrosheets/sheet1.xml", "<a/>"), MACRO
    yield "Excel 4 macro relation", lambda: _related("xlMacrosheet", "a.xml"), MACRO
    yield "ActiveX", partial(with_part, "xl/activeX/activeX1.bin"), MACRO
    yield "ActiveX relation", lambda: _sheet_relation("control", "../a.xml", ""), MACRO
    yield "external link", partial(with_part, "xl/externalLinks/externalLink1.xml", "<externalLink/>"), LINK
    yield "external link under another name", lambda: _related("externalLink", "a.xml"), LINK
    yield (
        "DDE link",
        partial(with_part, "xl/externalLinks/e.xml", '<ddeLink ddeService="cmd"/>'),
        LINK,
    )
    yield "path of an external link", lambda: _sheet_relation("externalLinkPath", "file:///C:/a.xlsx"), LINK
    yield "picture from the network", lambda: _sheet_relation("image", "http://example.invalid/a.png"), LINK
    yield "template from the network", lambda: _sheet_relation("attachedTemplate", "file://server/a"), LINK
    yield "data connection", partial(with_part, "xl/connections.xml", "<connections/>"), LINK
    yield "query table", partial(with_part, "xl/queryTables/queryTable1.xml", "<queryTable/>"), LINK
    yield "embedded object", partial(with_part, "xl/embeddings/oleObject1.bin"), OBJECT
    yield "embedded object by relation", lambda: _sheet_relation("oleObject", "../a.bin", ""), OBJECT
    yield "embedded package by relation", lambda: _sheet_relation("package", "../a.docx", ""), OBJECT
    yield "link in a cell to click on", lambda: _sheet_relation("hyperlink", "https://example.invalid/"), ACCEPTED


_DOCTYPES = {
    "entity": '<!DOCTYPE a [<!ENTITY b "c">]>',
    "entity of a file": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
    "entity of the network": '<!DOCTYPE a [<!ENTITY b SYSTEM "http://example.invalid/">]>',
    "parameter entity": '<!DOCTYPE a [<!ENTITY % b SYSTEM "file:///etc/passwd"> %b;]>',
    "outer DTD": '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
    "bare": "<!DOCTYPE a>",
    "billion laughs": "<!DOCTYPE a [<!ENTITY b0 'lol'>"
    + "".join(f"<!ENTITY b{n} '{f'&b{n - 1};' * 10}'>" for n in range(1, 10))
    + "]>",
    "quadratic": f"<!DOCTYPE a [<!ENTITY b '{'x' * 50_000}'>]>",
}


def _dtd() -> Iterator[Kasus]:
    for what, doctype in _DOCTYPES.items():
        yield f"DTD: {what}", partial(book, {SHEET_2: f"{doctype}<worksheet>&b;&b9;</worksheet>"}), DTD
    for part in (p.TYPES, p.ROOT, p.WORKBOOK, p.RELATIONS, p.STRINGS, p.STYLES):
        yield f"DTD in {part}", partial(book, {part: f"{_DOCTYPES['entity']}<a>&b;</a>"}), DTD
    yield "DTD in a part that nobody reads", partial(book, {"docProps/app.xml": f"{_DOCTYPES['entity']}<a/>"}), DTD
    yield "DTD in UTF-16", lambda: book({SHEET_2: f"{_DOCTYPES['entity']}<worksheet/>".encode("utf-16")}), DTD
    yield "entity without a DTD", lambda: book({SHEET_2: indikator(name="&rahasia;")}), DAMAGED


# --- XML that is none --------------------------------------------------------------------------------


def _bytes_in(name: bytes) -> bytes:
    whole = indikator(name="NAMA").encode()
    return book({SHEET_2: whole.replace(b"NAMA", name)})


def _in_encoding(encoding: str, declared: str) -> bytes:
    return book({SHEET_2: indikator().replace('encoding="UTF-8"', f'encoding="{declared}"').encode(encoding)})


def _xml() -> Iterator[Kasus]:
    yield "no XML", lambda: book({SHEET_2: "bukan xml"}), DAMAGED
    yield "empty part", lambda: book({SHEET_2: ""}), DAMAGED
    yield "picture for a sheet", lambda: book({SHEET_2: b"\x89PNG\r\n\x1a\n"}), DAMAGED
    yield "two roots", lambda: book({SHEET_2: "<worksheet/><worksheet/>"}), DAMAGED
    yield "crossed tags", lambda: book({SHEET_2: "<worksheet><a><b></a></b></worksheet>"}), DAMAGED
    yield "attribute twice", lambda: book({SHEET_2: '<worksheet a="1" a="2"/>'}), DAMAGED
    yield "bytes that are no UTF-8", lambda: _bytes_in(b"\xff\xfe\xfd"), DAMAGED
    yield "overlong UTF-8", lambda: _bytes_in(b"\xc0\xaf"), DAMAGED
    yield "surrogate in UTF-8", lambda: _bytes_in(b"\xed\xa0\x80"), DAMAGED
    yield "NUL in the text", lambda: _bytes_in(b"a\x00b"), DAMAGED
    yield "control character by number", lambda: _bytes_in(b"&#1;"), DAMAGED
    yield "surrogate by number", lambda: _bytes_in(b"&#xD800;"), DAMAGED
    yield "byte order mark", lambda: book({SHEET_2: b"\xef\xbb\xbf" + indikator().encode()}), ACCEPTED
    yield "UTF-16", lambda: _in_encoding("utf-16", "UTF-16"), ACCEPTED
    yield "UTF-16 cut in half a letter", lambda: book({SHEET_2: indikator().encode("utf-16")[:-1]}), DAMAGED
    yield "encoding that lies", lambda: _in_encoding("utf-8", "UTF-16"), DAMAGED
    yield "encoding that is none", lambda: _in_encoding("utf-8", "rahasia"), DAMAGED
    yield "encoding by a codec of Python", lambda: _in_encoding("utf-8", "unicode_escape"), DAMAGED
    yield "UTF-7", lambda: _in_encoding("utf-7", "utf-7"), DAMAGED
    yield (
        "processing instructions",
        lambda: book({SHEET_2: indikator().replace("<sheetData>", "<?php x?><sheetData>")}),
        ACCEPTED,
    )
    yield "CDATA", lambda: book({SHEET_2: indikator(name=text("B2", "<![CDATA[<b>Nama</b>]]>"))}), ACCEPTED
    yield "unread part that is no XML", lambda: book({"docProps/app.xml": "<a"}), DAMAGED


# --- plans that lead astray --------------------------------------------------------------------------


def _planned(*targets: tuple[str, str, str]) -> bytes:
    return book({p.RELATIONS: relations(*targets)})


_ONE = p.TWO_RELATIONS[0]


def _plans() -> Iterator[Kasus]:
    yield "no relations at all", lambda: book({p.ROOT: None}), NOT_XLSX
    yield "no relations of the plan", lambda: book({p.RELATIONS: None}), DAMAGED
    yield "no plan", lambda: book({p.WORKBOOK: None}), DAMAGED
    yield "relations without the plan", lambda: book({p.ROOT: relations()}), DAMAGED
    yield "sheet that is not there", lambda: book({SHEET_2: None}), DAMAGED
    yield "sheet without relation", lambda: _planned(_ONE), DAMAGED
    yield "sheet outside", lambda: _planned(_ONE, ("rId2", "worksheet", "../../../etc/passwd")), DAMAGED
    yield "sheet of the disk", lambda: _planned(_ONE, ("rId2", "worksheet", "file:///etc/passwd")), DAMAGED
    yield "absolute target", lambda: _planned(_ONE, ("rId2", "worksheet", "/xl/worksheets/sheet2.xml")), ACCEPTED
    yield "plan as its own sheet", lambda: _planned(_ONE, ("rId2", "worksheet", "workbook.xml")), NO_HEADS
    yield (
        "relations as a sheet",
        lambda: _planned(_ONE, ("rId2", "worksheet", "_rels/workbook.xml.rels")),
        NO_HEADS,
    )
    yield "two sheets in one part", lambda: _planned(_ONE, ("rId2", "worksheet", _ONE[2])), DAMAGED
    yield (
        "no styles and no texts",
        lambda: book({p.STYLES: None, p.STRINGS: None, p.RELATIONS: relations(*p.TWO_RELATIONS)}),
        ACCEPTED,
    )
    yield "styles that are not there", lambda: book({p.STYLES: None}), DAMAGED
    yield "content types that are not there", lambda: book({p.TYPES: None}), ACCEPTED
    yield "content types of something else", lambda: book({p.TYPES: p.content_types(main="document.main")}), ACCEPTED
    yield "sheet name twice", lambda: book({p.WORKBOOK: workbook((*p.TWO_SHEETS, ("Indikator", "rId2")))}), DAMAGED
    yield "sheet name twice in other letters", lambda: _twin("INDIKATOR"), "Lembar INDIKATOR ada dua kali."
    yield "sheet name twice but for a blank", lambda: _twin("Indikator "), "Lembar Indikator  ada dua kali."
    yield "sheet name with signs", lambda: _twin("a&#10;b&#x202E;c[]:*?/"), ACCEPTED
    yield "sheet name of 5,000 letters", lambda: _twin("a" * 5000), ACCEPTED
    yield "hidden sheets", lambda: book({p.WORKBOOK: workbook(p.TWO_SHEETS, state=' state="hidden"')}), ACCEPTED
    yield (
        "very hidden sheets",
        lambda: book({p.WORKBOOK: workbook(p.TWO_SHEETS, state=' state="veryHidden"')}),
        ACCEPTED,
    )
    yield "no sheet", lambda: book({p.WORKBOOK: workbook(())}), "Lembar Instansi tidak ada."
    yield "only one sheet", lambda: book({p.WORKBOOK: workbook(p.TWO_SHEETS[:1])}), NO_SHEET
    yield "sheet without cells", lambda: book({SHEET_2: "<worksheet/>"}), NO_HEADS
    yield "comments", partial(with_part, "xl/comments1.xml", "<comments><text>=1</text></comments>"), ACCEPTED
    yield (
        "pivot cache",
        partial(with_part, "xl/pivotCache/definition1.xml", "<pivotCacheDefinition/>"),
        ACCEPTED,
    )


def _twin(name: str) -> bytes:
    plan = workbook((*p.TWO_SHEETS, (name, "rId9")))
    targets = relations(*p.TWO_RELATIONS, ("rId9", "worksheet", "worksheets/sheet9.xml"))
    return book({p.WORKBOOK: plan, p.RELATIONS: targets, "xl/worksheets/sheet9.xml": indikator()})
