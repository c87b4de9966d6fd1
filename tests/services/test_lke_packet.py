"""Paket Bukti LKE: final papers by readable names, an index that names the criteria, a list of what is missing."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.errors import DiskFull, PlaceTaken
from kinerja_desktop.exchange.lke import katalog
from kinerja_desktop.services import archive, collection, evidence, lke_packet, office_papers, plan_years, step_papers
from kinerja_desktop.services.compose.office.catalog import KATALOG
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.lke_packet import DAFTAR_KURANG, INDEKS, PaketView
from kinerja_desktop.services.settings_declared import KLASIFIKASI
from tests.documents.reading import read_pages
from tests.evidence_files import pdf, put
from tests.office import RAHMA, Kantor


@pytest.fixture
def planner(kantor: Kantor) -> Context:
    """TW II of one seksi played, its slips printed, the SOP and the cards fixed."""
    case = kantor.play("PEL")
    ctx = kantor.ctx(RAHMA)
    for nomor, jenis in step_papers.papers_of(ctx, case.id):
        step_papers.print_paper(ctx, case.id, nomor, jenis)
    for jenis in ("sop", "kartu_indikator"):
        office_papers.fix(ctx, jenis, Pokok(2026))
    office_papers.fix(ctx, "rekap_waktu", Pokok(2026, 2))
    return ctx


def state(view: PaketView, nomor: str) -> tuple[str, tuple[str, ...]]:
    return next((b.keadaan, b.bukti) for k in view.kelompok for b in k.baris if b.nomor == nomor)


# --- the sheet as data ---------------------------------------------------------------------------


def test_the_sheet_has_its_weights_and_every_criterion_its_words() -> None:
    sheet = katalog()
    assert [k.bobot for k in sheet.komponen] == ["30", "30", "15", "25"]
    assert [len(s.kriteria) for k in sheet.komponen for s in k.sub] == [6, 11, 8, 3, 7, 10, 6, 9, 7, 3, 5, 5]
    assert all(k.teks.endswith(".") for k in sheet.kriteria)
    assert all(k.jenis or k.luar for k in sheet.kriteria)
    assert sheet.sumber


def test_every_kind_that_is_named_exists_and_lies_in_one_folder() -> None:
    sheet = katalog()
    named = {jenis for k in sheet.kriteria for jenis in k.jenis}
    assert named == set(sheet.jenis)
    assert len(sheet.jenis) == len(set(sheet.jenis))
    assert named <= {*KLASIFIKASI, *KATALOG}
    assert all(jenis in KATALOG or lke_packet._per(jenis) for jenis in named)


def test_the_year_in_which_work_began_is_looked_at_first(planner: Context) -> None:
    plan_years.begin_year(planner, 2027, frozenset())
    assert lke_packet.years(planner) == (2027, 2026)
    assert lke_packet.proposed(planner) == 2026


# --- before it is made ---------------------------------------------------------------------------


def test_each_criterion_says_what_is_there_for_it(planner: Context) -> None:
    view = lke_packet.load(planner, 2026)
    assert state(view, "2.a.1") == (
        "Ada",
        (
            "SOP Pengumpulan Data Kinerja: folder 2, belum bertanda tangan.",
            "Kartu Indikator: folder 3, belum bertanda tangan.",
        ),
    )
    assert state(view, "2.a.3")[0] == "Sebagian"
    assert state(view, "1.a.5") == ("Belum ada", ("Rencana Aksi: belum ada.",))
    assert state(view, "1.a.2") == ("Disiapkan kantor", ("Lengkapi sendiri: RPJPD kabupaten.",))


def test_what_is_missing_says_where_it_is_made(planner: Context) -> None:
    told = {k.apa: k.saran for k in lke_packet.load(planner, 2026).kurang}
    assert told["Laporan Triwulan I 2026"].startswith("Tetapkan di tab")
    assert "Buat Dokumen" in told["Rencana Aksi 2026"]
    assert "cetak" in told["Lembar Disposisi Triwulan II 2026, Seksi Pemerintahan"]
    assert "Lembar Disposisi Triwulan II 2026, Seksi Pelayanan" not in told
    assert not [apa for apa in told if "Triwulan III" in apa]  # it has not ended yet


# --- the folder ----------------------------------------------------------------------------------


@pytest.fixture
def packet(planner: Context, tmp_path: Path) -> Path:
    return lke_packet.write_packet(planner, 2026, tmp_path).folder


def test_the_folder_holds_readable_names_and_marks_what_is_not_signed(packet: Path, planner: Context) -> None:
    names = {p.relative_to(packet).as_posix() for p in packet.rglob("*") if p.is_file()}
    assert f"{INDEKS}.pdf" in names
    assert "2 SOP/SOP Pengumpulan Data Kinerja 2026 (belum bertanda tangan).pdf" in names
    within = "4 Disposisi dan laporan seksi/Triwulan II 2026"
    assert f"{within}/Lembar Disposisi Seksi Pelayanan (belum bertanda tangan).pdf" in names
    assert f"{within}/Lembar Disposisi Seksi Pelayanan ke-2 (belum bertanda tangan).pdf" in names
    assert len(names) == lke_packet.load(planner, 2026).berkas + 3


def test_the_signed_scan_goes_before_the_print(planner: Context, tmp_path: Path) -> None:
    (sop,) = archive.load(planner, archive.Saringan(jenis="sop")).baris
    archive.add_scan(planner, sop.id, b"%PDF-1.4 pindaian")
    made = lke_packet.write_packet(planner, 2026, tmp_path)
    found = made.folder / "2 SOP" / "SOP Pengumpulan Data Kinerja 2026.pdf"
    assert found.read_bytes() == b"%PDF-1.4 pindaian"


def test_the_index_names_criteria_missing_and_contents(packet: Path) -> None:
    text = "\n".join(page.text for page in read_pages((packet / f"{INDEKS}.pdf").read_bytes()))
    assert "INDEKS BUKTI EVALUASI AKIP TAHUN 2026" in text
    assert "Tabel 1. Kriteria dan Buktinya" in text
    assert "Tabel 2. Yang Belum Ada" in text
    assert "Tabel 3. Isi Paket" in text
    assert "PermenPANRB Nomor 88 Tahun 2021" in text
    assert "DRAF" not in text
    assert "«" not in text, "papers quote as Indonesians print: “…”"
    for kriteria in katalog().kriteria:
        assert kriteria.nomor in text
    assert "/KEC-KLR/VII/2026" in text, "a number stands on one line"


def test_the_workbook_says_the_same(packet: Path, planner: Context) -> None:
    book = openpyxl.load_workbook(BytesIO((packet / f"{INDEKS}.xlsx").read_bytes()))
    assert book.sheetnames == ["Uraian", "Kriteria", "Yang Belum Ada", "Isi paket"]
    rows = list(book["Kriteria"].iter_rows(min_row=3, values_only=True))
    numbers = [row[0] for row in rows if row[1]]
    assert numbers == [k.nomor for k in katalog().kriteria]
    missing = [row for row in book["Yang Belum Ada"].iter_rows(min_row=3, values_only=True) if row[0]]
    assert len(missing) == len(lke_packet.load(planner, 2026).kurang)


def test_the_list_of_what_is_missing_is_plain_text_too(packet: Path) -> None:
    text = (packet / DAFTAR_KURANG).read_text(encoding="utf-8-sig")
    assert "Rencana Aksi 2026" in text
    assert "1.a.2 RPJPD kabupaten." in text


def test_the_history_tells_of_the_packet_and_it_is_not_overwritten(packet: Path, planner: Context) -> None:
    with planner.office.store.read() as unit:
        assert unit.journal.records("ekspor")[-1].isi["folder"] == packet.name
    with pytest.raises(PlaceTaken):
        lke_packet.write_packet(planner, 2026, packet.parent)


def with_evidence(kantor: Kantor, tmp_path: Path) -> Bukti:
    """Seksi Pelayanan hands a register of the quarter in with its figures, and words without a day."""
    kantor.assign("PEL")
    kantor.order("PEL")
    kantor.fill("PEL")
    ctx, case = kantor.analis("PEL"), kantor.case("PEL")
    piece = replace(evidence.add_file(ctx, put(tmp_path, "Register surat.pdf", pdf())), tanggal=date(2026, 6, 30))
    kantor.attach("PEL", "1.3", piece)
    collection.submit_bahan(ctx, case.id, seen=case.versi, seen_draf=collection.load(ctx, case.id).versi_draf)
    return piece


def test_evidence_lies_below_its_quarter_beside_the_list_that_numbers_it(kantor: Kantor, tmp_path: Path) -> None:
    with_evidence(kantor, tmp_path)
    ctx = kantor.ctx(RAHMA)
    view = lke_packet.load(ctx, 2026)
    made = lke_packet.write_packet(ctx, 2026, tmp_path)
    within = made.folder / "9 Bukti dukung" / "Triwulan II 2026"
    (register,) = (f for f in within.rglob("*.pdf") if f.parent != within)
    assert register.read_bytes() == pdf()
    assert register.parent.name.startswith("1.3 ")
    list_text = "".join(p.text for p in read_pages((within / "Daftar Bukti Dukung Triwulan II 2026.pdf").read_bytes()))
    assert f"{register.name.partition(' ')[0]} Register surat.pdf" in list_text.replace("\n", " ")
    assert "Tanggal bukti belum diisi" in list_text
    assert made.berkas == view.berkas == 2
    assert "Daftar Bukti Dukung: folder 9, 1 berkas bukti, 1 belum ada." in state(view, "2.b.3")[1]
    index = "\n".join(page.text for page in read_pages((made.folder / f"{INDEKS}.pdf").read_bytes()))
    assert "Daftar Bukti Dukung Triwulan II 2026.pdf, beserta" in index


def test_evidence_that_is_damaged_is_named_and_the_packet_goes_out(kantor: Kantor, tmp_path: Path) -> None:
    piece = with_evidence(kantor, tmp_path)
    kantor.store.evidence.path(piece.sha256).write_bytes(b"lain")
    ctx = kantor.ctx(RAHMA)
    told = {k.apa: k.saran for k in lke_packet.load(ctx, 2026).kurang}
    assert "Periksa Keutuhan" in told["Berkas bukti “Register surat.pdf”, Triwulan II 2026"]
    made = lke_packet.write_packet(ctx, 2026, tmp_path)
    assert not [f for f in made.folder.rglob("*.pdf") if "Register" in f.name]


def test_a_full_stick_is_told_before_anything_is_written(
    planner: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lke_packet, "_INDEX_ROOM", 1 << 60)
    with pytest.raises(DiskFull):
        lke_packet.write_packet(planner, 2026, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_office_without_any_paper_gets_an_index_of_what_to_do(kantor: Kantor, tmp_path: Path) -> None:
    made = lke_packet.write_packet(kantor.ctx(RAHMA), 2026, tmp_path)
    assert made.berkas == 0
    assert made.kurang > 10
    assert len(list(made.folder.iterdir())) == 3
