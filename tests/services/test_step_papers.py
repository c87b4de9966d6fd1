"""Papers of steps 1 to 5: each act's paper is numbered and filed once, and says what the act said."""

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from pdfminer.high_level import extract_text

from kinerja_desktop.domain.errors import DataDamaged, OtherSeksi
from kinerja_desktop.domain.indikator import Akumulasi, Indikator
from kinerja_desktop.domain.realisasi import Isi, IsiIndikator
from kinerja_desktop.domain.segel import HALAMAN
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services import archive, assignment, filing, printing, step_papers, trail, verification
from kinerja_desktop.services.compose.step_papers import BAHAN, KEPUTUSAN, LAPORAN, LEMBAR, filled_words
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.verification import Putusan
from kinerja_desktop.storage.records import Paper
from kinerja_desktop.storage.unit_of_work import Unit
from tests.office import INDIKATOR, TW2, Kantor
from tests.services.test_archive import photographed

REASON = "Jumlah surat tidak sama dengan register."


def text_of(pdf: bytes) -> str:
    return " ".join(extract_text(BytesIO(pdf)).split())


def test_a_whole_quarter_brings_forth_its_papers_in_order(kantor: Kantor) -> None:
    case = kantor.play("PEL")

    assert [jenis for _, jenis in step_papers.papers_of(kantor.kabid, case.id)] == [
        LEMBAR,
        LEMBAR,
        BAHAN,
        KEPUTUSAN,
        LAPORAN,
    ]


def test_a_paper_is_numbered_once_and_comes_back_unchanged(kantor: Kantor) -> None:
    case = kantor.play("PEL")
    first = step_papers.print_paper(kantor.kabid, case.id, 1, LEMBAR)

    again = step_papers.print_paper(kantor.kabid, case.id, 1, LEMBAR)

    assert again == first
    other = step_papers.print_paper(kantor.kabid, case.id, 2, LEMBAR)
    assert other.paper.nomor != first.paper.nomor
    assert other.paper.kode != first.paper.kode


@pytest.mark.parametrize(
    ("jenis", "words"),
    [
        (LEMBAR, "LEMBAR DISPOSISI"),
        (BAHAN, "BAHAN LAPORAN DATA KINERJA"),
        (LAPORAN, "LAPORAN DATA KINERJA"),
        (KEPUTUSAN, "DISETUJUI"),
    ],
)
def test_each_paper_names_itself_and_the_seksi(kantor: Kantor, jenis: str, words: str) -> None:
    case = kantor.play("PEL")
    nomor = next(n for n, kind in step_papers.papers_of(kantor.kabid, case.id) if kind == jenis)

    told = text_of(step_papers.print_paper(kantor.kabid, case.id, nomor, jenis).pdf)

    assert words in told
    assert "pelayanan" in told.lower()


def test_a_bahan_without_a_note_has_no_empty_heading_before_its_signatures(kantor: Kantor) -> None:
    case = kantor.play("PEL")
    nomor = next(n for n, kind in step_papers.papers_of(kantor.kabid, case.id) if kind == BAHAN)

    paper = step_papers.print_paper(kantor.kabid, case.id, nomor, BAHAN)

    assert "Catatan Pengumpul Data" not in text_of(paper.pdf)
    assert paper.paper.halaman == 1


def test_the_bahan_counts_what_is_measured_in_its_triwulan() -> None:
    one, other = INDIKATOR[:2]
    yearly = replace(other, akumulasi=Akumulasi.TAHUNAN)
    isi = Isi((IsiIndikator(one.kode, Decimal(90)),))

    def told(listed: tuple[Indikator, ...], triwulan: Triwulan = TW2) -> str:
        return filled_words(isi, listed, triwulan)

    later = "diukur satu kali setahun dan diisi pada Triwulan IV."
    assert told((one, other)) == ": satu dari dua indikator terisi."
    assert told((one, yearly)) == f": satu dari satu indikator terisi. Satu indikator lain {later}"
    assert told((yearly,)) == f". Seluruh indikatornya {later}"
    assert told((yearly,), Triwulan(2026, 4)) == ": belum satu pun dari satu indikator terisi."


def test_a_subject_of_ones_own_stands_on_the_slip(kantor: Kantor) -> None:
    note = assignment.CatatanPenugasan("Penyusunan data kinerja semester pertama")
    assignment.assign(kantor.kabid, TW2, ["PEL"], catatan=note, seen={})
    case = kantor.case("PEL")

    told = text_of(step_papers.print_paper(kantor.kabid, case.id, 1, LEMBAR).pdf)

    assert note.hal in told


@pytest.mark.parametrize(("jenis", "order"), [(BAHAN, 2), (LAPORAN, 1)])
def test_what_answers_an_order_names_its_slip_by_number_and_date(kantor: Kantor, jenis: str, order: int) -> None:
    case = kantor.play("PEL")
    nomor = next(n for n, kind in step_papers.papers_of(kantor.kabid, case.id) if kind == jenis)
    slip = step_papers.print_paper(kantor.kabid, case.id, order, LEMBAR).paper

    told = text_of(step_papers.print_paper(kantor.kabid, case.id, nomor, jenis).pdf)

    assert f"disposisi nomor {slip.nomor} tanggal 10 Juli 2026" in told


def test_an_order_whose_slip_was_not_printed_is_named_by_its_date(kantor: Kantor) -> None:
    case = kantor.play("PEL")
    nomor = next(n for n, kind in step_papers.papers_of(kantor.kabid, case.id) if kind == BAHAN)

    told = text_of(step_papers.print_paper(kantor.kabid, case.id, nomor, BAHAN).pdf)

    assert "disposisi tanggal 10 Juli 2026" in told


def test_a_return_prints_its_reason_and_notes(kantor: Kantor) -> None:
    kantor.play("PEL", until=Action.SUBMIT)
    kantor.send_back("PEL", TW2, ("1.1", REASON), (None, "Lengkapi uraian."))
    case = kantor.case("PEL")
    nomor, jenis = step_papers.papers_of(kantor.kabid, case.id)[-1]

    told = text_of(step_papers.print_paper(kantor.kabid, case.id, nomor, jenis).pdf)

    assert "DIKEMBALIKAN UNTUK DIPERBAIKI" in told
    assert REASON in told
    assert "Lengkapi uraian." in told
    assert told.count("Seluruh laporan") == 1


@pytest.mark.parametrize("jenis", [BAHAN, LAPORAN])
def test_evidence_names_what_it_proves_by_its_number_in_the_table(kantor: Kantor, jenis: str) -> None:
    case = kantor.play("TRA")
    nomor = next(n for n, kind in step_papers.papers_of(kantor.kabid, case.id) if kind == jenis)
    told = text_of(step_papers.print_paper(kantor.kabid, case.id, nomor, jenis).pdf)
    assert "Register Juni 2026" in told
    assert "Tanggal bukti belum diisi" in told
    assert "4.1" not in told, "a kode that no table of this paper shows"


def test_a_draft_of_the_report_is_marked_and_not_filed(kantor: Kantor) -> None:
    kantor.play("PEL", until=Action.SUBMIT)
    case = kantor.case("PEL")

    told = text_of(step_papers.draft_section_report(kantor.kabid, case.id))

    assert "belum ditetapkan" in told
    with kantor.store.read() as unit:
        assert unit.papers.count() == 0


def test_another_seksi_does_not_see_the_papers(kantor: Kantor) -> None:
    case = kantor.play("PEL")

    with pytest.raises(OtherSeksi):
        step_papers.papers_of(kantor.kasubag("PEM"), case.id)


def test_an_approval_lists_what_was_examined(kantor: Kantor) -> None:
    case = kantor.play("PEL")
    nomor = next(n for n, kind in step_papers.papers_of(kantor.kabid, case.id) if kind == KEPUTUSAN)

    told = text_of(step_papers.print_paper(kantor.kabid, case.id, nomor, KEPUTUSAN).pdf)

    reported = [i for i in INDIKATOR if i.seksi == "PEL"]
    assert all(i.nama.split()[-1] in told for i in reported)
    assert told.index("Isi Laporan") < told.index("Laporan diteruskan")
    assert "Kasubag Seksi" not in told


def test_data_that_is_missing_is_told_apart_from_none_by_rule_when_it_was_examined(
    kantor: Kantor, rendered: list[Any]
) -> None:
    """1.2 has a target and no figure, 2.2 is measured at the end of the year."""
    kantor.play("PEL", until=Action.ORDER)
    kantor.submit_bahan("PEL", TW2, k1_2=None)
    kantor.submit()
    kantor.send_back("PEL", TW2, ("1.2", REASON), ("2.2", REASON))
    case = kantor.case("PEL")
    step_papers.print_paper(kantor.kabid, case.id, *step_papers.papers_of(kantor.kabid, case.id)[-1])
    assert [row.isi for row in rendered[-1].baris] == ["-", "n/a", "-"]
    kantor.submit()
    kantor.approve()
    step_papers.print_paper(kantor.kabid, case.id, *step_papers.papers_of(kantor.kabid, case.id)[-2])
    assert [row.isi for row in rendered[-1].baris][1::4] == ["n/a", "-"]


def test_a_paper_whose_entry_was_changed_elsewhere_is_not_handed_out_as_valid(kantor: Kantor) -> None:
    case = kantor.play("PEL")
    filed = step_papers.print_paper(kantor.kabid, case.id, 1, LEMBAR).paper
    with kantor.store.raw() as connection:
        connection.execute("UPDATE papers SET nomor = '000/999' WHERE id = ?", (filed.id,))
        connection.commit()

    for hand_out in (
        lambda: step_papers.print_paper(kantor.kabid, case.id, 1, LEMBAR),
        lambda: archive.open_paper(kantor.kabid, filed.id),
        lambda: archive.note_copy(kantor.kabid, filed.id),
    ):
        with pytest.raises(DataDamaged) as refused:
            hand_out()
        assert refused.value.findings[0].startswith("Segel rusak")
    assert verification.verify_kode(kantor.office, filed.kode or "").putusan is Putusan.SEGEL_RUSAK
    assert (
        verification.verify_file(kantor.office, kantor.store.archive.read(filed.sha256)).putusan.value == "Segel rusak"
    )


def test_every_paper_tells_its_place_in_the_history(kantor: Kantor) -> None:
    case = kantor.play("PEL")
    printed = step_papers.print_paper(kantor.kabid, case.id, 1, LEMBAR)
    mark = re.search(r"riwayat (\d+:[0-9A-F]{12})", text_of(printed.pdf))
    assert mark is not None
    assert verification.verify_kode(kantor.office, mark[1]).putusan is Putusan.RIWAYAT_COCOK


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every report object that is rendered."""
    seen: list[Any] = []
    render = printing.render

    def kept(report: step_papers.StepPaper) -> bytes:
        seen.append(report)
        return render(report)

    monkeypatch.setattr(printing, "render", kept)
    return seen


def printed(kantor: Kantor, jenis: str) -> step_papers.Printed:
    case = kantor.play("PEL")
    nomor = next(n for n, kind in step_papers.papers_of(kantor.kabid, case.id) if kind == jenis)
    return step_papers.print_paper(kantor.kabid, case.id, nomor, jenis)


def forged(words: str) -> str:
    """The words of a QR with the digest of another content."""
    *before, isi, head = words.split(" ")
    return " ".join((*before, isi[::-1], head))


@pytest.mark.parametrize("jenis", [LEMBAR, BAHAN, LAPORAN, KEPUTUSAN])
def test_the_words_of_a_qr_are_told_from_those_of_another_content(
    kantor: Kantor, rendered: list[Any], jenis: str
) -> None:
    printed(kantor, jenis)
    words = rendered[-1].naskah.isi_qr.replace(HALAMAN, "1/1")

    assert verification.verify_kode(kantor.office, words).putusan is Putusan.SAH
    assert verification.verify_kode(kantor.office, forged(words)).putusan is Putusan.ISI_BERBEDA


def test_a_report_rendered_again_with_one_changed_figure_is_told(kantor: Kantor, rendered: list[Any]) -> None:
    printed(kantor, LAPORAN)
    report = rendered[-1]
    figure = replace(report.capaian.rata_rata, nilai=Decimal("99.99"), teks=None)
    plain = replace(report, capaian=replace(report.capaian, rata_rata=figure))
    plain = replace(plain, naskah=replace(plain.naskah, isi_qr=None))
    *before, _, head = report.naskah.isi_qr.split(" ")
    words = " ".join((*before, trail.digest(plain)[:20].upper(), head))
    changed = replace(plain, naskah=replace(plain.naskah, isi_qr=words))

    told = [verification.verify_file(kantor.office, photographed(printing.render(r))) for r in (report, changed)]

    assert [t.putusan for t in told] == [Putusan.SAH, Putusan.ISI_BERBEDA]


def without_its_content(
    unit: Unit, ctx: Context, bakal: filing.Bakal, pdf: bytes, paper: Paper, *, isi: object
) -> Paper:
    """Filed as earlier programs did it, which kept no content with the papers of steps 1 to 5."""
    del isi
    return filing.file_paper(unit, ctx, bakal, pdf, paper)


def test_a_paper_filed_without_its_content_is_compared_with_what_its_filed_sheet_says(
    kantor: Kantor, rendered: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(step_papers, "file_paper", without_its_content)
    filed = printed(kantor, LAPORAN).paper
    words = rendered[-1].naskah.isi_qr.replace(HALAMAN, "1/1")

    assert verification.verify_kode(kantor.office, words).putusan is Putusan.SAH
    assert verification.verify_kode(kantor.office, forged(words)).putusan is Putusan.ISI_BERBEDA

    kantor.store.archive.path(filed.sha256).unlink()
    told = verification.verify_kode(kantor.office, words)
    assert told.putusan is Putusan.TIDAK_DIKENAL
    assert "tidak dapat dibandingkan" in told.kalimat


def test_a_shortened_digest_proves_nothing(kantor: Kantor, rendered: list[Any]) -> None:
    printed(kantor, LEMBAR)
    *before, isi, head = rendered[-1].naskah.isi_qr.replace(HALAMAN, "1/1").split(" ")

    told = [verification.verify_kode(kantor.office, " ".join((*before, short, head))) for short in (isi[:1], "")]

    assert [t.putusan for t in told] == [Putusan.ISI_BERBEDA] * 2


def test_a_genuine_report_names_the_figures_that_it_must_show(kantor: Kantor) -> None:
    filed = printed(kantor, LAPORAN)

    told = verification.verify_kode(kantor.office, filed.paper.kode or "").angka

    shown = text_of(filed.pdf)
    assert [name.removeprefix("Realisasi ") for name, _ in told if name.startswith("Realisasi ")] == [
        i.nama for i in INDIKATOR if i.seksi == "PEL"
    ]
    assert all(value.split(" (")[0] in shown for _, value in told[:-1])
    assert told[-1][0] == "Penanda tangan"
    assert told[-1][1].casefold() in shown.casefold()
