"""Pembilang and penyebut through the SOP: kept in acts, printed on the Bahan Laporan, out to a workbook and back."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from pdfminer.high_level import extract_text

from kinerja_desktop.domain.frozen import freeze, thaw
from kinerja_desktop.domain.indikator import Faktor, Indikator
from kinerja_desktop.domain.realisasi import Isi, IsiIndikator
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.exchange.buku_kinerja import baca, tulis
from kinerja_desktop.services import collection, step_papers, workbook_export, workbook_import
from kinerja_desktop.services.compose.step_papers import BAHAN
from kinerja_desktop.services.snapshots import decode_isi, encode_isi
from tests.office import RAHMA, Kantor

RAW = IsiIndikator("1.3", Decimal(400), pembilang=Decimal(1200), penyebut=Decimal(3))


@pytest.fixture
def divided(kantor: Kantor) -> Kantor:
    """The plan divides what 1.3 promises, and an analyst has counted it."""
    with kantor.store.unit() as unit:
        plan = unit.planning.rencana(2026)
        assert plan is not None
        named = {"komponen_pembilang": "Surat terbit", "komponen_penyebut": "Petugas", "komponen_faktor": Faktor.RASIO}
        rows = tuple(replace(i, **named) if i.kode == "1.3" else i for i in plan.indikator)  # type: ignore[arg-type]  # names of fields
        unit.planning.put_rencana(replace(plan, indikator=rows))
        unit.settings.put("instansi.kabupaten", "Kabupaten Jeneponto")
        unit.commit()
    kantor.play("PEL", until=Action.ORDER)
    version = kantor.fill("PEL")
    kept = [RAW, IsiIndikator("1.2", alasan_kosong="Kegiatan belum dilaksanakan: menunggu dana.")]
    case = kantor.case("PEL")
    known = {i.kode for i in kantor.rencana.indikator if i.seksi == "PEL"}
    collection.save_draft(kantor.analis("PEL"), case.id, [row for row in kept if row.kode in known], seen=version)
    return kantor


def hand_in(kantor: Kantor) -> None:
    case = kantor.case("PEL")
    view = collection.load(kantor.analis("PEL"), case.id)
    collection.submit_bahan(kantor.analis("PEL"), case.id, seen=case.versi, seen_draf=view.versi_draf)


def test_they_are_kept_in_the_act_and_in_its_projection(divided: Kantor) -> None:
    hand_in(divided)
    case = divided.case("PEL")
    with divided.store.read() as unit:
        projected = unit.figures.of(case.id)
    assert projected is not None
    assert (projected.of("1.3").pembilang, projected.of("1.3").penyebut) == (Decimal(1200), Decimal(3))
    act = divided.keadaan(case).last(Action.SUBMIT_BAHAN)
    assert act is not None
    assert decode_isi(act.isi["isi"]) == projected


def test_a_content_of_before_is_still_read() -> None:
    plain = encode_isi(Isi((IsiIndikator("1.3", Decimal(5)),)))
    assert set(plain["nilai"]["indikator"][0]) == {"kode", "realisasi"}
    assert decode_isi(plain).of("1.3").pembilang is None


def test_a_plan_without_them_is_digested_as_before() -> None:
    plain = freeze(Indikator("1", "Jumlah surat"))
    assert not {name for name in plain if name.startswith("komponen")}
    assert thaw(Indikator, plain) == Indikator("1", "Jumlah surat")
    divided = Indikator("1", "Persentase", komponen_pembilang="a", komponen_penyebut="b")
    assert thaw(Indikator, freeze(divided)) == divided


def test_the_bahan_laporan_prints_what_a_figure_was_made_of(divided: Kantor) -> None:
    hand_in(divided)
    case = divided.case("PEL")
    nomor = next(n for n, kind in step_papers.papers_of(divided.kabid, case.id) if kind == BAHAN)
    pdf = step_papers.print_paper(divided.kabid, case.id, nomor, BAHAN).pdf
    told = " ".join(extract_text(BytesIO(pdf)).split())
    assert "Keterangan Angka" in told
    assert "tidak ada data. Kegiatan belum dilaksanakan: menunggu dana." in told
    assert "Surat terbit 1.200 ÷ Petugas 3 = 400,00." in told, "as in the table"


def test_a_workbook_brings_them_back(divided: Kantor, tmp_path: Path) -> None:
    out, again = tmp_path / "keluar.xlsx", tmp_path / "lagi.xlsx"
    workbook_export.export_workbook(divided.ctx(RAHMA), out)
    book = baca(out)
    (row,) = (r for r in book.realisasi if r.kode == "1.3")
    assert (row.pembilang[1], row.penyebut[1], row.triwulan[1]) == (Decimal(1200), Decimal(3), Decimal(400))
    (named,) = (i for i in book.rencana.indikator if i.kode == "1.3")
    assert named.komponen_faktor is Faktor.RASIO
    tulis(book, again)
    assert replace(baca(again), peringatan=()) == replace(book, peringatan=())
    imported = workbook_import.import_buku(divided.ctx(RAHMA), book, "buku.xlsx", uji=True)
    assert imported.ringkasan.startswith("0 akan ditambah, 0 diubah")


def test_a_workbook_with_raw_figures_alone_is_calculated_and_a_wrong_quotient_told(
    divided: Kantor, tmp_path: Path
) -> None:
    out = tmp_path / "keluar.xlsx"
    workbook_export.export_workbook(divided.ctx(RAHMA), out)
    book = baca(out)

    def with_figure(figure: Decimal | None) -> None:
        rows = tuple(replace(r, triwulan=(None, figure, None, None)) if r.kode == "1.3" else r for r in book.realisasi)
        tulis(replace(book, realisasi=rows), out)

    with_figure(None)
    assert next(r for r in baca(out).realisasi if r.kode == "1.3").triwulan[1] == 400
    with_figure(Decimal(7))
    wrong = baca(out)
    assert next(r for r in wrong.realisasi if r.kode == "1.3").triwulan[1] == 400
    assert any("realisasi 7 diganti dengan 400 dari pembilang dan penyebut" in told for told in wrong.peringatan)
