"""Papers are found, opened as they were filed, and told apart from changed ones."""

import subprocess
from dataclasses import replace
from datetime import date

import pytest

from kinerja_desktop.domain.errors import DataDamaged, NotAScan, NotFound, OtherSeksi, WrongRole
from kinerja_desktop.domain.kode_periksa import make_kode
from kinerja_desktop.domain.retensi import retensi_of
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.segel import read_segel
from kinerja_desktop.exchange.pindaian import read_codes
from kinerja_desktop.services import archive, office_papers, quarterly, scans, verification
from kinerja_desktop.services.archive import Saringan
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.printing import page_count
from kinerja_desktop.services.verification import Putusan
from kinerja_desktop.storage.records import Paper
from tests.office import HASAN, OPENING, RAHMA, SITI, TW2, Kantor

KODE = make_kode(123_456)


def pdf(kode: str, text: str) -> bytes:
    """Bytes that look like a filed paper: metadata with the code, then a long body."""
    body = "".join(f"{n} 0 obj << {text} >> endobj\n" for n in range(200))
    return f"%PDF-1.7\n<pdf:Keywords>{kode}</pdf:Keywords>\n{body}%%EOF\n".encode()


PDF = pdf(KODE, "Laporan")


def paper(**changed: object) -> Paper:
    """A paper as a printed Laporan Triwulan leaves it."""
    plain = Paper(
        id="p1",
        case_id=None,
        jenis="laporan_triwulan",
        judul="Laporan Kinerja Triwulan I Tahun 2026",
        tahun=2026,
        triwulan=1,
        seksi=None,
        nomor="000.7.2.8/012/KEC-KLR/IV/2026",
        tanggal=date(2026, 4, 15),
        kode=KODE,
        versi=1,
        status="sah",
        sha256="",
        halaman=5,
        tempat_simpan="",
        pindaian_sha256=None,
        dibuat=OPENING,
    )
    return replace(plain, **changed)  # type: ignore[arg-type]  # a table of fields


def file(kantor: Kantor, *papers: tuple[Paper, bytes]) -> None:
    with kantor.store.unit() as unit:
        for one, content in papers:
            unit.papers.put(replace(one, sha256=kantor.store.archive.put(content)))
        unit.commit()


@pytest.fixture
def filed(kantor: Kantor) -> Kantor:
    """An office with a quarterly report and one seksi's paper."""
    slip = paper(
        id="p2", jenis="lembar_disposisi", judul="Lembar Disposisi", seksi="PEL", kode=make_kode(7), nomor=None
    )
    file(kantor, (paper(), PDF), (slip, pdf(make_kode(7), "Lembar")))
    return kantor


def test_an_empty_archive_says_what_comes_in(kantor: Kantor) -> None:
    view = archive.load(kantor.ctx(RAHMA))
    assert view.keterangan == "Belum ada arsip. Dokumen masuk ke sini setelah disetujui atau ditetapkan."


def test_the_whole_list_is_ordered_and_not_the_page_that_is_seen(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = [paper(id=f"p{n}", nomor=f"000.1/{n}/X", halaman=n, kode=make_kode(n)) for n in (9, 10, 2, 1)]
    file(kantor, *((one, pdf(make_kode(one.halaman), "x")) for one in papers))
    monkeypatch.setattr(archive, "HALAMAN", 3)
    ctx = kantor.ctx(RAHMA)

    def pages(susunan: archive.Susunan) -> list[str]:
        return [row.id for page in (1, 2) for row in archive.load(ctx, None, page, susunan).baris]

    for kolom in (archive.Kolom.NOMOR, archive.Kolom.HALAMAN):
        assert pages(archive.Susunan(kolom)) == ["p1", "p2", "p9", "p10"]
        assert pages(archive.Susunan(kolom, turun=True)) == ["p10", "p9", "p2", "p1"]
    found = {frozenset(pages(archive.Susunan(kolom))) for kolom in archive.Kolom}
    assert found == {frozenset(one.id for one in papers)}


def test_papers_are_found_by_number_kind_and_unit(filed: Kantor) -> None:
    ctx = filed.ctx(RAHMA)
    assert archive.load(ctx).jumlah == 2
    assert [r.id for r in archive.load(ctx, Saringan("000.7.2.8/012")).baris] == ["p1"]
    assert [r.id for r in archive.load(ctx, Saringan(jenis="lembar_disposisi")).baris] == ["p2"]
    assert [r.unit for r in archive.load(ctx, Saringan(seksi="PEL")).baris] == ["Seksi Pelayanan"]
    assert archive.load(ctx, Saringan(tahun=2025)).baris == ()
    none = archive.load(ctx, Saringan("desa"))
    assert (none.jumlah, none.semua, none.keterangan) == (0, 2, "Tidak ada yang cocok dengan «desa». Hapus saringan.")


@pytest.mark.parametrize(
    ("cari", "found"),
    [
        ("seksi pelayanan", ["p2"]),
        ("triwulan kinerja 15 april", ["p1"]),
        ("tw i kinerja", ["p1"]),
        ("15/04/2026 laporan", ["p1"]),
        (KODE.replace("-", "").lower(), ["p1"]),
        ("langkah 1 dan 2", ["p2"]),
        ("000.7.2.8 kantor", ["p1"]),
        ("5 halaman pelayanan", ["p2"]),
        ("retensi sampai 2028", ["p2", "p1"]),
        ("100%", []),
    ],
)
def test_every_word_may_stand_anywhere_in_what_is_written_of_a_paper(
    filed: Kantor, cari: str, found: list[str]
) -> None:
    assert [r.id for r in archive.load(filed.ctx(RAHMA), Saringan(cari)).baris] == found


def test_an_empty_list_says_why_it_is_empty(filed: Kantor) -> None:
    def told(saringan: Saringan) -> str:
        return archive.load(filed.ctx(RAHMA), saringan).keterangan

    for paper_id in ("p1", "p2"):
        archive.add_scan(filed.ctx(RAHMA), paper_id, b"%PDF-1.4 pindaian")
    assert told(Saringan()) == ""
    assert told(Saringan(tahun=2025)) == "Tidak ada dokumen dengan pilihan ini. Hapus saringan."
    assert told(Saringan(menunggu=True)) == "Tidak ada dokumen yang menunggu berkas bertanda tangan."
    assert told(Saringan("desa", menunggu=True)) == "Tidak ada yang cocok dengan «desa». Hapus saringan."


def test_a_row_tells_what_the_list_shows(filed: Kantor) -> None:
    row = archive.load(filed.ctx(RAHMA), Saringan(jenis="laporan_triwulan")).baris[0]
    assert (row.jenis, row.periode, row.unit) == ("Laporan Triwulan", "Triwulan I 2026", "Kantor")
    assert (row.nama_berkas, row.retensi, row.dipindai) == ("laporan-triwulan-1-2026.pdf", "sampai 2028", False)


def test_a_seksi_sees_its_own_papers_and_the_offices(filed: Kantor) -> None:
    assert [r.id for r in archive.load(filed.ctx(HASAN)).baris] == ["p1"]
    assert archive.load(filed.ctx(SITI)).jumlah == 2
    with pytest.raises(OtherSeksi):
        archive.open_paper(filed.ctx(HASAN), "p2")


def test_the_filed_bytes_come_back_unchanged(filed: Kantor) -> None:
    assert archive.open_paper(filed.ctx(RAHMA), "p1") == PDF


def test_changed_bytes_are_not_handed_out(filed: Kantor) -> None:
    with filed.store.read() as unit:
        path = filed.store.archive.path(unit.papers.get("p1").sha256)
    path.write_bytes(PDF + b" ")
    with pytest.raises(DataDamaged) as refused:
        archive.open_paper(filed.ctx(RAHMA), "p1")
    assert "Laporan Kinerja Triwulan I Tahun 2026" in refused.value.findings[0]


def test_a_scan_and_the_place_of_the_sheet_are_noted(filed: Kantor) -> None:
    ctx = filed.ctx(RAHMA)
    with pytest.raises(NotFound):
        archive.open_scan(ctx, "p1")
    with pytest.raises(NotAScan):
        archive.add_scan(ctx, "p1", b"gambar")
    archive.add_scan(ctx, "p1", b"%PDF-1.4 pindaian")
    archive.set_place(ctx, "p1", " Lemari 2, map 3 ")

    row = archive.load(ctx, Saringan(jenis="laporan_triwulan")).baris[0]
    assert (row.dipindai, row.tempat_simpan) == (True, "Lemari 2, map 3")
    assert archive.open_scan(ctx, "p1") == b"%PDF-1.4 pindaian"
    with pytest.raises(WrongRole):
        archive.set_place(filed.kabid, "p1", "lain")


def test_retention_only_reminds() -> None:
    rule = retensi_of("laporan_triwulan")
    assert rule.teks(2026, date(2028, 12, 31)) == "sampai 2028"
    assert rule.teks(2026, date(2029, 1, 1)) == "masa simpan lewat, usulkan musnah"
    assert retensi_of("lkjip").berakhir(2026) == date(2031, 12, 31)


# --- verification ----------------------------------------------------------------------------------


def test_a_code_is_known_however_it_is_typed(filed: Kantor) -> None:
    hasil = verification.verify_kode(filed.office, f" {KODE.lower().replace('-', ' ')}")
    assert hasil.putusan is Putusan.SAH
    assert hasil.kalimat == "Laporan Kinerja Triwulan I Tahun 2026, versi 1, ditetapkan 15 April 2026."


def test_a_replaced_paper_names_its_successor(kantor: Kantor) -> None:
    old = paper(case_id="c", status="digantikan")
    new = paper(id="p9", case_id="c", versi=2, kode=make_kode(9))
    kantor.assign("PEL")
    case = kantor.case("PEL")
    file(kantor, (replace(old, case_id=case.id), PDF), (replace(new, case_id=case.id), pdf(make_kode(9), "Baru")))

    hasil = verification.verify_kode(kantor.office, KODE)
    assert hasil.putusan is Putusan.DIGANTIKAN
    assert hasil.kalimat.endswith("Digantikan oleh versi 2.")


def test_a_withdrawn_paper_is_said_to_be(kantor: Kantor) -> None:
    file(kantor, (paper(status="ditarik"), PDF))
    assert verification.verify_kode(kantor.office, KODE).putusan is Putusan.DITARIK
    assert verification.verify_file(kantor.office, PDF).putusan is Putusan.DITARIK


def test_a_slip_of_the_hand_is_told_with_its_place(filed: Kantor) -> None:
    wrong = ("3" if KODE[5] != "3" else "4").join((KODE[:5], KODE[6:]))
    hasil = verification.verify_kode(filed.office, wrong)
    assert hasil.putusan is Putusan.SALAH_KETIK
    assert hasil.salah is not None
    assert hasil.salah.posisi == (5,)


def test_a_right_code_of_another_office_is_unknown(filed: Kantor) -> None:
    assert verification.verify_kode(filed.office, make_kode(99)).putusan is Putusan.TIDAK_DIKENAL


def test_the_very_file_is_ours(filed: Kantor) -> None:
    assert verification.verify_file(filed.office, PDF).putusan is Putusan.SAH


@pytest.mark.parametrize(
    "changed",
    [
        PDF + b" ",
        PDF[:-1],
        PDF.replace(b"150 0 obj << Laporan", b"150 0 obj << laporan"),
        PDF.replace(KODE.encode(), b"0000-0000-0000"),
        PDF[len(PDF) // 3 :],
    ],
    ids=["byte added", "byte lost", "byte changed", "code blackened", "front third lost"],
)
def test_any_other_byte_is_told(filed: Kantor, changed: bytes) -> None:
    hasil = verification.verify_file(filed.office, changed)
    assert hasil.putusan is Putusan.ISI_BERBEDA
    assert hasil.paper is not None
    assert hasil.paper.id == "p1"


def test_a_foreign_file_is_unknown(filed: Kantor) -> None:
    assert verification.verify_file(filed.office, b"%PDF-1.4 surat lain").putusan is Putusan.TIDAK_DIKENAL
    assert verification.verify_file(filed.office, b"").putusan is Putusan.TIDAK_DIKENAL


def test_a_file_of_which_no_code_can_be_read_asks_for_the_code_by_hand(filed: Kantor) -> None:
    blurred = verification.verify_file(filed.office, b"%PDF-1.4 foto yang kabur")
    assert "Ketik kode" in blurred.kalimat
    other = verification.verify_file(filed.office, pdf(make_kode(99), "Surat"))
    assert make_kode(99) in other.kalimat


def test_a_changed_file_is_told_with_the_figures_that_it_must_show(kantor: Kantor) -> None:
    ctx = kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN)
    content = archive.open_paper(ctx, office_papers.fix(ctx, "iku", Pokok(2026)).id)
    ours, changed = (verification.verify_file(kantor.office, c) for c in (content, content + b" "))
    assert changed.putusan is Putusan.ISI_BERBEDA
    assert changed.angka == ours.angka != ()


def test_scans_find_their_papers_by_the_code_on_them(kantor: Kantor) -> None:
    ctx = kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN)
    fixed = office_papers.fix(ctx, "iku", Pokok(2026))
    sheet = photographed(archive.open_paper(ctx, fixed.id))
    waiting = Saringan(menunggu=True)
    assert [b.id for b in archive.load(ctx, waiting).baris] == [fixed.id]

    done = scans.file_scans(ctx, [("lembar.jpg", sheet), ("catatan.txt", b"catatan"), ("ulang.jpg", sheet)])

    assert done.terpasang == (("lembar.jpg", "Indikator Kinerja Utama Tahun 2026"),)
    assert [name for name, _ in done.tertinggal] == ["catatan.txt", "ulang.jpg"]
    assert archive.load(ctx, waiting).baris == ()
    assert archive.open_scan(ctx, fixed.id).startswith(b"%PDF-")


def test_photos_of_the_pages_of_one_paper_become_one_scan_in_their_order(kantor: Kantor) -> None:
    ctx = kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN)
    fixed = office_papers.fix(ctx, "perjanjian_kinerja", Pokok(2026))
    content = archive.open_paper(ctx, fixed.id)
    second, first = photographed(content, 2), photographed(content)

    done = scans.file_scans(ctx, [("b.jpg", second), ("a.jpg", first), ("a lagi.jpg", first)])

    assert [name for name, _ in done.terpasang] == ["a.jpg", "b.jpg"]
    assert [name for name, _ in done.tertinggal] == ["a lagi.jpg"]
    scan = archive.open_scan(ctx, fixed.id)
    assert page_count(scan) == 2
    read = filter(None, map(read_segel, read_codes(scan)))
    assert [segel.halaman_dari(page_count(content)) for segel in read] == [1, 2]


def photographed(pdf: bytes, page: int = 1) -> bytes:
    """One page as a scanner sees it."""
    drawn = subprocess.run(
        ["pdftoppm", "-r", "150", "-gray", "-f", str(page), "-l", str(page), "-jpeg", "-"],
        input=pdf,
        capture_output=True,
        check=True,
    )
    return drawn.stdout


def test_a_photo_of_a_paper_is_known_by_its_qr(kantor: Kantor) -> None:
    ctx = kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN)
    fixed = office_papers.fix(ctx, "iku", Pokok(2026))
    photo = photographed(archive.open_paper(ctx, fixed.id))
    told = verification.verify_file(kantor.office, photo)
    assert (told.putusan, told.kode) == (Putusan.SAH, fixed.kode)


def test_each_reprint_is_noted_as_the_next_copy(kantor: Kantor) -> None:
    ctx = kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN)
    fixed = office_papers.fix(ctx, "iku", Pokok(2026))
    before = archive.open_paper(ctx, fixed.id)
    assert [archive.note_copy(ctx, fixed.id) for _ in range(2)] == [1, 2]
    assert archive.open_paper(ctx, fixed.id) == before


def test_a_paper_is_found_by_where_its_sheet_lies(filed: Kantor) -> None:
    ctx = filed.ctx(RAHMA)
    archive.set_place(ctx, "p1", "Lemari 2, map 3")
    assert [b.id for b in archive.load(ctx, Saringan("map 3")).baris] == ["p1"]


def test_a_paper_is_found_by_who_signs_it(kantor: Kantor) -> None:
    ctx = kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN)
    for seksi in ("PEL", "PEM", "TRA"):
        kantor.play(seksi)
    view = quarterly.load(ctx, TW2)
    fixed = (quarterly.fix(ctx, TW2, view.pilihan, seen=view.versi), office_papers.fix(ctx, "iku", Pokok(2026)))
    name = view.penandatangan.nama
    assert {b.id for b in archive.load(ctx, Saringan(name)).baris} == {paper.id for paper in fixed}
    assert archive.load(ctx, Saringan(f"{name}x")).baris == ()
