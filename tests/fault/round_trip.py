"""Any text comes back as it was given: from the database, a workbook, JSON, and from a page as far as its face goes.

The texts are those that Hypothesis thinks of. On paper, letters that the face lacks are named by their numbers and
signs that show nothing are left out (``documents.text.printable``); what is left must be read from the page. A
workbook brings letters back in their one form (``domain.huruf``).
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st
from pdfminer.high_level import extract_text
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import SimpleDocTemplate

from kinerja_desktop.documents.fonts import REGULAR, register_fonts
from kinerja_desktop.documents.text import paragraph, printable
from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.huruf import composed
from kinerja_desktop.domain.indikator import Rencana
from kinerja_desktop.exchange.buku_kinerja import baca, tulis
from kinerja_desktop.exchange.ekspor_lengkap import json_pieces
from kinerja_desktop.storage import dump
from tests.disk_office import BUKU
from tests.fault.rows import Faults, Row, scratch, timed
from tests.office import PLAN, SEKSI, Kantor

_TOGETHER = 50
"""So many texts in one office, one workbook, one paper."""
_LETTERS = st.characters(codec="utf-8", exclude_characters="\r")
"""Readers of XML make one sign of the two that end a line on Windows; all others are kept."""


def any_text(times: int, seed: int) -> Row:
    """So many texts."""

    def run() -> tuple[int, Iterable[str]]:
        faults, texts = Faults(), _texts(times, seed)
        register_fonts()
        with scratch() as work:
            for at in range(0, len(texts), _TOGETHER):
                faults += _changed(texts[at : at + _TOGETHER], work)
        return len(texts), faults

    return timed("any text: database, workbook, JSON, page and back", run)


def _texts(times: int, seed: int) -> Sequence[str]:
    """Texts as a field takes them, without what stands before and after the words."""
    found: list[str] = []

    @seeded(seed)
    @settings(max_examples=times, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(st.text(_LETTERS, max_size=200))
    def thought_of(text: str) -> None:
        found.append(text.strip() or f"kata {len(found)}")

    while len(found) < times:  # where it thinks of one twice it stops sooner
        seed += 1
        thought_of()
    return found[:times]


def _changed(texts: Sequence[str], work: Path) -> Iterator[str]:
    first = PLAN.indikator[0]
    rows = tuple(replace(first, kode=f"1.{n}", nama=f"Nama {n}", definisi=t) for n, t in enumerate(texts, 1))
    plan = Rencana(2026, rows)
    kantor = Kantor()
    with kantor.store.unit() as unit:
        unit.planning.put_rencana(plan)
        unit.commit()
    with kantor.store.read() as unit:
        stored = unit.planning.rencana(2026)
        assert stored is not None
        kept = [i.definisi for i in stored.indikator]
        (table,) = (t for t in dump.tables() if "definisi" in [kolom.nama for kolom in t.kolom])
        written = json.loads(b"".join(json_pieces(table, dump.rows(unit, table))))["baris"]
    book = work / "buku.xlsx"
    tulis(BukuKinerja(BUKU.instansi, plan, seksi=SEKSI), book)
    read = {
        "database": kept,
        "JSON": [row["definisi"] for row in sorted(written, key=lambda row: int(row["kode"].partition(".")[2]))],
        "workbook": [i.definisi for i in baca(book).rencana.indikator],
    }
    for place, found in read.items():
        given = composed(texts) if place == "workbook" else texts
        yield from (f"{place}: {old!r} is {new!r}" for old, new in zip(given, found, strict=True) if old != new)
    yield from _unlike_on_paper(texts)


def _unlike_on_paper(texts: Sequence[str]) -> Iterator[str]:
    page, style = BytesIO(), ParagraphStyle("teks", fontName=REGULAR, fontSize=9)
    SimpleDocTemplate(page).build([paragraph(f"«{n}» {text} »", style) for n, text in enumerate(texts)])
    printed = _close(extract_text(page))
    for n, text in enumerate(texts):
        if f"«{n}»{_close(printable(text))}»" not in printed:
            yield f"page: {text!r} is not read"


def _close(text: str) -> str:
    """Without room between letters, which a page gives as it needs, and hyphens that show at ends of lines alone."""
    return "".join(text.split()).replace("\N{SOFT HYPHEN}", "")
