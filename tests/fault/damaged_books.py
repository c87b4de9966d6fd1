"""Workbooks made wrong at random: in their bytes, in one part (packed again, so that it is read), in the XML.

One more way to make them wrong: a function of a chance and the content, in ``WAYS``. The same seed makes the same
mutants.
"""

import random
import re
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

Way = Callable[[random.Random, bytes], bytes]

_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_ATTRIBUTE = re.compile(r'(\s[\w:]+=")([^"]*)(")')
_NASTY = (
    *("", "0", "-1", "1", "999999999", "9" * 40, "1E+999999999", "1E-999999999", "NaN", "-0", "0.1", "1e5", "46024"),
    *("A1", "D2", "XFE1", "A1048577", "A0", "s", "str", "inlineStr", "b", "e", "d", "n", "hidden", "external"),
    *("rId1", "rId999", "../x", "/xl/workbook.xml", "Indikator", "Realisasi", "kode", "tahun", "ya", "1.1;1.2"),
    *(
        "_x0000_",
        "_xD800_",
        "_x000D_",
        "&#x202E;",
        "&amp;",
        "=1+1",
        "-",
        "1.234,5",
        "82,5%",
        "12/13/2026",
        "31-12-9999",
    ),
    *("x" * 5000, "\N{LATIN SMALL LETTER A WITH ACUTE}", "\U0001f600"),
)
_BLOCK = 40


def mutant(chance: random.Random, content: bytes) -> tuple[str, bytes]:
    """One mutant and the way in which it was made."""
    name = chance.choices(list(WAYS), weights=[2, 3, 10])[0]
    return name, WAYS[name](chance, content)


def _hurt(chance: random.Random, content: bytes) -> bytes:
    """Single bytes changed, a block cut out, doubled or moved, the end cut off."""
    hurt = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        if not hurt:
            break
        at, other = chance.randrange(len(hurt)), chance.randrange(len(hurt))
        block = hurt[other : other + chance.randint(1, _BLOCK)]
        match chance.randrange(5):
            case 0 | 1:
                hurt[at] = chance.randrange(256)
            case 2:
                del hurt[at : at + chance.randint(1, _BLOCK)]
            case 3:
                hurt[at:at] = block
            case 4:
                hurt[at : at + len(block)] = block
    return bytes(hurt[: chance.randrange(len(hurt) + 1)] if chance.random() < 0.1 else hurt)


def _hurt_part(chance: random.Random, content: bytes) -> bytes:
    """One part hurt, dropped, put in place of another, or renamed."""
    parts = dict(_parts(content))
    name, other = _one_of(chance, parts), _one_of(chance, parts)
    match chance.randrange(8):
        case 0:
            del parts[name]
        case 1:
            parts[name] = parts[other]
        case 2:
            parts[f"{name}{chance.choice(('.bak', '/', 'x'))}"] = parts.pop(name)
        case _:
            parts[name] = _hurt(chance, parts[name])
    return _packed(chance, parts)


def _hurt_xml(chance: random.Random, content: bytes) -> bytes:
    """Tags and texts of one or two parts dropped, doubled, exchanged, or given other values."""
    parts = dict(_parts(content))
    for _ in range(chance.randint(1, 2)):
        name = _one_of(chance, parts)
        tokens = _TOKEN.findall(parts[name].decode("utf-8", "replace"))
        for _ in range(chance.randint(1, 3) if tokens else 0):
            at, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
            match chance.randrange(24):  # most leave it well formed, so that it reaches those who read cells
                case 0:
                    tokens[at] = ""
                case 1:
                    tokens[at] += tokens[at]
                case 2:
                    tokens[at], tokens[other] = tokens[other], tokens[at]
                case _:
                    tokens[at] = _other_value(chance, tokens[at])
        parts[name] = "".join(tokens).encode("utf-8", "replace")
    return _packed(chance, parts)


def _other_value(chance: random.Random, token: str) -> str:
    nasty = chance.choice(_NASTY) if chance.random() < 0.7 else str(chance.randrange(100))
    found = list(_ATTRIBUTE.finditer(token)) if token.startswith("<") else []
    if found:
        one = chance.choice(found)
        return f"{token[: one.start(2)]}{nasty}{token[one.end(2) :]}"
    return token if token.startswith("<") else nasty


WAYS: Mapping[str, Way] = {"bytes": _hurt, "parts": _hurt_part, "XML": _hurt_xml}


def _one_of(chance: random.Random, parts: Mapping[str, bytes]) -> str:
    """A part that is read, mostly a sheet."""
    sheets = [name for name in parts if "worksheets/sheet" in name]
    read = [name for name in parts if name.endswith((".xml", ".rels")) and "theme" not in name]
    return chance.choice(sheets if sheets and chance.random() < 0.6 else read or list(parts))


@cache
def _parts(content: bytes) -> Mapping[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(chance: random.Random, parts: Mapping[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", chance.choice((ZIP_DEFLATED, ZIP_STORED))) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()
