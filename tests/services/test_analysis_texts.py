"""The analyses of each sasaran are edited as the chapters are: kept, printed, flagged, given back, never lost."""

import re
from dataclasses import fields, replace
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook

from kinerja_desktop.domain.indikator import Rencana, Tingkat
from kinerja_desktop.domain.isi_laporan import IsiLaporan, Tulisan
from kinerja_desktop.domain.laporan import AnalisisSasaran, Lkjip
from kinerja_desktop.domain.telaah import Cacat
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import annual, integrity, quarterly, reports
from kinerja_desktop.services.compose.bab import ANALISIS
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.printing import Format
from kinerja_desktop.services.reports import BabLaporan
from tests.documents.reading import read_pages
from tests.office import RAHMA, Kantor
from tests.services.test_report_prose import change

OWN = ("Kalimat analisis yang disunting kantor karena lebih tepat.",)
KEY = "analisis/3.1/penyebab"
DESA = "Sasaran III: 5. Penyebab, kendala, dan upaya"


@pytest.fixture
def planner(kantor: Kantor) -> Context:
    return kantor.ctx(RAHMA)


def compiled(kantor: Kantor) -> None:
    """The LKjIP of 2026 is being compiled: every seksi handed over, every quarter is fixed."""
    kantor.at(1, 12, 8, tahun=2027)
    for quarter in Triwulan.of_year(2026):
        for seksi in ("PEL", "PEM", "TRA"):
            kantor.play(seksi, quarter)
        quarterly.fix(kantor.ctx(RAHMA), quarter, seen=quarterly.load(kantor.ctx(RAHMA), quarter).versi)


def part(planner: Context, kunci: str) -> BabLaporan:
    return next(bab for bab in annual.load(planner, 2026).bab if bab.kunci == kunci)


def edit(planner: Context, kunci: str, words: tuple[str, ...] = OWN, dasar: tuple[str, ...] | None = None) -> None:
    view = annual.load(planner, 2026)
    made = next((bab.dibuat for bab in view.bab if bab.kunci == kunci), ())
    isi = view.isi.typed_over(kunci, words, made if dasar is None else dasar)
    annual.save_draft(planner, 2026, isi, seen=view.versi_draf)


def replan(kantor: Kantor, **values: object) -> None:
    """The plan as it is changed behind the report's back; approved copies keep their words."""
    with kantor.store.unit() as unit:
        plan = unit.planning.rencana(2026)
        assert plan is not None
        unit.planning.put_rencana(replace(plan, **values))  # type: ignore[arg-type]
        unit.commit()


def plan_of(kantor: Kantor) -> Rencana:
    with kantor.store.read() as unit:
        plan = unit.planning.rencana(2026)
    assert plan is not None
    return plan


def words(analysis: AnalisisSasaran) -> list[str]:
    """Every paragraph of one sasaran."""
    texts = (getattr(analysis, f.name) for f in fields(analysis) if f.name in ANALISIS)
    return [text for paragraphs in texts for text in paragraphs]


def of_desa(report: Lkjip) -> AnalisisSasaran:
    return next(s for s in report.sasaran if s.judul.endswith("Tertatanya desa"))


def told(planner: Context, nama: str) -> list[Cacat]:
    return [t.cacat for t in annual.load(planner, 2026).telaah if t.bab == nama]


# --- what can be edited -----------------------------------------------------------------------------


def test_every_paragraph_of_every_analysis_can_be_edited_under_its_sasaran(kantor: Kantor, planner: Context) -> None:
    compiled(kantor)
    view = annual.load(planner, 2026)

    for analysis in annual.draft(planner, 2026).sasaran:
        offered = [bab for bab in view.bab if bab.kelompok == analysis.judul]
        assert [bab.judul for bab in offered] == list(ANALISIS.values())
        assert [text for bab in offered for text in bab.paragraf] == words(analysis)
    assert len({bab.kunci for bab in view.bab}) == len({bab.nama for bab in view.bab}) == len(view.bab)
    assert {bab.tulisan for bab in view.bab} == {Tulisan.PROGRAM}


def test_every_generated_text_of_the_annual_report_can_be_edited(kantor: Kantor, planner: Context) -> None:
    compiled(kantor)
    view = annual.load(planner, 2026)
    isi = view.isi
    for bab in view.bab:
        isi = isi.typed_over(bab.kunci, (f"Disunting: {bab.kunci}.",), bab.dibuat)
    annual.save_draft(planner, 2026, isi, seen=view.versi_draf)

    pdf = "".join(page.text for page in read_pages(annual.export(planner, 2026, Format.PDF)))

    squeezed = re.sub(r"\s", "", pdf)
    assert [bab.kunci for bab in view.bab if f"Disunting:{bab.kunci}." not in squeezed] == []


def test_a_level_told_in_short_is_edited_as_a_whole(kantor: Kantor, planner: Context) -> None:
    change(kantor, "2.1", tingkat=Tingkat.SUB_KEGIATAN)
    compiled(kantor)
    edit(planner, "tingkat/sub_kegiatan/pengantar")

    short = annual.draft(planner, 2026).sasaran[-1]

    assert short == AnalisisSasaran("Capaian Sub Kegiatan", OWN)
    assert part(planner, "tingkat/sub_kegiatan/pengantar").nama == "Capaian Sub Kegiatan: Pengantar"


# --- edited, flagged, given back --------------------------------------------------------------------


def test_edited_words_are_printed_alike_in_every_format(kantor: Kantor, planner: Context) -> None:
    compiled(kantor)
    made = part(planner, KEY).dibuat
    edit(planner, KEY)

    pdf = " ".join(" ".join(page.text for page in read_pages(annual.export(planner, 2026, Format.PDF))).split())
    word = [p.text for p in Document(BytesIO(annual.export(planner, 2026, Format.DOCX))).paragraphs]
    book = load_workbook(BytesIO(annual.export(planner, 2026, Format.XLSX)))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]

    assert OWN[0] in pdf
    assert OWN[0] in word
    assert OWN[0] in cells
    assert not {*made} & {*word, *cells}


def test_edited_words_are_given_back_to_the_program(kantor: Kantor, planner: Context) -> None:
    compiled(kantor)
    before = annual.draft(planner, 2026).sasaran
    edit(planner, KEY)
    assert part(planner, KEY).tulisan is Tulisan.DISUNTING
    assert of_desa(annual.draft(planner, 2026)).penyebab == OWN

    view = annual.load(planner, 2026)
    annual.save_draft(planner, 2026, view.isi.given_back(KEY), seen=view.versi_draf)

    assert annual.draft(planner, 2026).sasaran == before
    assert part(planner, KEY).tulisan is Tulisan.PROGRAM


def test_edited_words_are_flagged_when_their_figures_change_until_they_are_said_to_fit(
    kantor: Kantor, planner: Context
) -> None:
    compiled(kantor)
    key = "analisis/3.1/target_realisasi"
    now = part(planner, key).dibuat
    edit(planner, key, now, tuple(re.sub(r"\d+,\d+", "1,11", text, count=1) for text in now))
    assert part(planner, key).tulisan is Tulisan.BERUBAH
    assert Cacat.BERUBAH in told(planner, part(planner, key).nama)

    view = annual.load(planner, 2026)
    annual.save_draft(planner, 2026, view.isi.still_fits(key, now), seen=view.versi_draf)

    assert part(planner, key).tulisan is Tulisan.DISUNTING
    assert told(planner, part(planner, key).nama) == []


def test_a_change_in_one_sasaran_flags_no_other(kantor: Kantor, planner: Context) -> None:
    """Wording varies between neighbours; what another sasaran says must not count as a change here."""
    change(kantor, "4.1", target=kantor.rencana.indikator[0].target)
    compiled(kantor)
    before = {bab.kunci: bab.dibuat for bab in annual.load(planner, 2026).bab if bab.kunci.startswith("analisis/4.1")}
    other = Kantor()
    change(other, "4.1", target=kantor.rencana.indikator[0].target)
    for kode in ("1.1", "1.2", "2.1", "3.1"):
        change(other, kode, target=kantor.rencana.indikator[1].target)
    compiled(other)

    after = {bab.kunci: bab.dibuat for bab in annual.load(other.ctx(RAHMA), 2026).bab if bab.kunci in before}

    assert after == before


def test_an_analysis_without_cause_or_without_words_is_told(kantor: Kantor, planner: Context) -> None:
    compiled(kantor)
    edit(planner, KEY, ("Pelayanan kepada masyarakat berjalan baik.",))
    assert told(planner, DESA) == [Cacat.TANPA_SEBAB]

    edit(planner, KEY, ())

    assert told(planner, DESA) == [Cacat.KOSONG]
    assert not of_desa(annual.draft(planner, 2026)).ringkas


def test_a_sasaran_emptied_of_all_words_keeps_its_tables(kantor: Kantor, planner: Context) -> None:
    compiled(kantor)
    for bagian in ANALISIS:
        edit(planner, f"analisis/3.1/{bagian}", ())

    desa = of_desa(annual.draft(planner, 2026))

    assert words(desa) == []
    assert desa.tren
    assert not desa.ringkas


# --- the plan changes -------------------------------------------------------------------------------


def reworded(kantor: Kantor) -> dict[str, object]:
    plan = plan_of(kantor)
    rows = (replace(i, sasaran="Makin tertatanya desa" if i.kode == "3.1" else i.sasaran) for i in plan.indikator)
    return {"indikator": tuple(rows)}


def reordered(kantor: Kantor) -> dict[str, object]:
    return {"indikator": tuple(reversed(plan_of(kantor).indikator))}


def with_one_before(kantor: Kantor) -> dict[str, object]:
    plan = plan_of(kantor)
    newer = replace(next(i for i in plan.indikator if i.kode == "3.1"), kode="3.0", nama="Desa dengan peta batas")
    return {"indikator": (newer, *plan.indikator)}


@pytest.mark.parametrize("changed", [reworded, reordered, with_one_before])
def test_edited_words_stay_with_their_sasaran_however_the_plan_changes(
    kantor: Kantor, planner: Context, changed: object
) -> None:
    compiled(kantor)
    edit(planner, KEY)
    replan(kantor, **changed(kantor))  # type: ignore[operator]

    report = annual.draft(planner, 2026)

    (where,) = [s for s in report.sasaran if s.penyebab == OWN]
    assert where.judul.endswith("ertatanya desa")
    assert [bab.kunci for bab in annual.load(planner, 2026).bab if bab.diketik] == [KEY]


def test_words_of_a_sasaran_that_is_gone_are_kept_told_and_not_printed(kantor: Kantor, planner: Context) -> None:
    compiled(kantor)
    edit(planner, KEY)
    whole = plan_of(kantor)
    replan(kantor, indikator=tuple(i for i in whole.indikator if i.kode != "3.1"))

    gone = part(planner, KEY)

    assert (gone.tulisan, gone.paragraf) == (Tulisan.LEPAS, OWN)
    assert gone.nama == "Tidak dicetak: 5. Penyebab, kendala, dan upaya (indikator 3.1)"
    assert told(planner, gone.nama) == [Cacat.LEPAS]
    assert OWN[0] not in [text for s in annual.draft(planner, 2026).sasaran for text in words(s)]
    replan(kantor, indikator=whole.indikator)
    assert of_desa(annual.draft(planner, 2026)).penyebab == OWN


# --- the report is fixed ----------------------------------------------------------------------------


def test_edited_words_are_frozen_with_the_report_and_the_check_is_clean(kantor: Kantor, planner: Context) -> None:
    compiled(kantor)
    before = faults(kantor)
    edit(planner, KEY)
    edit(planner, "analisis/99.9/teks_tren", ("Kalimat sasaran lama.",), ("lama",))
    annual.fix(planner, 2026, seen=annual.load(planner, 2026).versi)
    assert faults(kantor) == before
    replan(kantor, **reworded(kantor))

    fixed = reports.fixed_report(planner, reports.TAHUNAN, reports.at_december(2026))

    assert isinstance(fixed, Lkjip)
    assert of_desa(fixed).penyebab == OWN
    assert "Kalimat sasaran lama." not in [text for s in fixed.sasaran for text in words(s)]
    assert part(planner, KEY).tulisan is Tulisan.DISUNTING


def faults(kantor: Kantor) -> list[str]:
    """What the check finds; the office of these tests was never founded, so something always is."""
    return [temuan for bagian in integrity.examine(kantor.office).bagian for temuan in bagian.temuan]


def test_what_was_edited_before_analyses_could_be_is_read_as_it_was() -> None:
    isi = IsiLaporan((("penutup", OWN),), dasar=(("penutup", ("dulu",)),))

    assert isi.still_fits("penutup", ("kini",)).dasar == (("penutup", ("kini",)),)
    assert isi.of("penutup", ()) == OWN
