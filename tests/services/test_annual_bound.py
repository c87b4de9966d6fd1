"""What the LKjIP binds in from other papers of its year: statement of the review, agreement, typed actions."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document

from kinerja_desktop.domain.indikator import VersiRencana
from kinerja_desktop.services import annual, office_papers, printing
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.printing import Format
from tests.documents.reading import read_pages
from tests.office import RAHMA, TW4, Kantor

YEAR = Pokok(2026)


@pytest.fixture
def planner(kantor: Kantor) -> Context:
    kantor.at(1, 12, 8, tahun=2027)
    for seksi in ("PEL", "PEM", "TRA"):
        kantor.play(seksi, TW4)
    return kantor.ctx(RAHMA)


def test_a_statement_that_was_only_typed_is_not_bound_in(planner: Context) -> None:
    office_papers.save(planner, "pernyataan_reviu", YEAR, {"nama_pereviu": "Drs. Contoh Pereviu"}, seen=0)
    assert annual.draft(planner, 2026).pernyataan_reviu is None


def test_the_fixed_statement_stands_behind_the_preface(planner: Context) -> None:
    office_papers.save(planner, "pernyataan_reviu", YEAR, {"nama_pereviu": "Drs. Contoh Pereviu"}, seen=0)
    office_papers.fix(planner, "pernyataan_reviu", YEAR)

    pages = [page.text for page in read_pages(annual.export(planner, 2026, Format.PDF))]
    word = "\n".join(p.text for p in Document(BytesIO(annual.export(planner, 2026, Format.DOCX))).paragraphs)

    (at,) = [n for n, text in enumerate(pages) if "CONTOH PEREVIU" in text]
    assert "PERNYATAAN TELAH DIREVIU" in pages[at]
    assert "KATA PENGANTAR" in pages[at - 1]
    assert "IKHTISAR EKSEKUTIF" in pages[at + 1]
    assert word.index("KATA PENGANTAR") < word.index("CONTOH PEREVIU") < word.index("IKHTISAR EKSEKUTIF")


def test_typed_actions_stand_in_the_annexed_rencana_aksi(planner: Context) -> None:
    office_papers.save(planner, "rencana_aksi", YEAR, {"aksi:3.1": "Mendata desa tanpa profil."}, seen=0)

    lines = [line for group in annual.draft(planner, 2026).rencana_aksi_lampiran for line in group.baris]
    text = " ".join(page.text for page in read_pages(annual.export(planner, 2026, Format.PDF)))

    assert [line.aksi for line in lines if line.aksi != "-"] == ["Mendata desa tanpa profil."]
    assert "tanpa profil." in text


def test_the_agreement_is_bound_in_once_it_was_fixed(planner: Context) -> None:
    assert annual.draft(planner, 2026).perjanjian_terikat is None
    office_papers.save(planner, "perjanjian_kinerja", YEAR, {"nama_kedua": "Contoh Bupati"}, seen=0)
    number = office_papers.fix(planner, "perjanjian_kinerja", YEAR).nomor

    bound = annual.draft(planner, 2026).perjanjian_terikat
    pages = [page.text for page in read_pages(annual.export(planner, 2026, Format.PDF))]
    word = "\n".join(p.text for p in Document(BytesIO(annual.export(planner, 2026, Format.DOCX))).paragraphs)

    assert bound is not None
    assert bound.naskah.nomor == number
    assert any("Lampiran 1. Perjanjian Kinerja" in text and "CONTOH BUPATI" in text for text in pages)
    assert f"Nomor: {number}" in word


def test_a_changed_agreement_is_bound_in_by_its_name(planner: Context) -> None:
    with planner.office.store.unit() as unit:
        plan = unit.planning.rencana(2026)
        assert plan is not None
        unit.planning.put_rencana(replace(plan, versi=(VersiRencana("Perubahan", date(2026, 8, 3), ()),)))
        unit.commit()
    typed = {"versi": "Perubahan, mulai 3 Agustus 2026"}
    office_papers.save(planner, "perjanjian_kinerja", YEAR, typed, seen=0)
    office_papers.fix(planner, "perjanjian_kinerja", YEAR)

    pages = " ".join(page.text for page in read_pages(annual.export(planner, 2026, Format.PDF)))
    word = [p.text for p in Document(BytesIO(annual.export(planner, 2026, Format.DOCX))).paragraphs]

    title = "Lampiran 1. Perjanjian Kinerja Perubahan Tahun 2026"
    assert title in " ".join(pages.split())
    assert title in word


def test_a_paper_without_charts_lists_no_figures_in_word(planner: Context) -> None:
    report = annual.draft(planner, 2026)
    bare = replace(report, batang=(), sasaran=tuple(replace(s, tren=()) for s in report.sasaran))
    headings = {p.text for p in Document(BytesIO(printing.render(bare, Format.DOCX))).paragraphs}
    assert "DAFTAR TABEL" in headings
    assert "DAFTAR GAMBAR" not in headings
