"""The SOP on paper and the running SOP of a seksi: what is printed, and the state of each step."""

from kinerja_desktop.domain.bagan_sop import KeadaanSimbol
from kinerja_desktop.domain.dokumen_sop import SopBerjalan
from kinerja_desktop.domain.workflow import Action, Langkah
from kinerja_desktop.services import office_papers
from kinerja_desktop.services.compose.office.kinds import Pokok
from tests.documents.reading import read_pages
from tests.office import Kantor
from tests.services.composing import PLANNER, composed

SELESAI, BERJALAN, TERLAMBAT, BELUM = (
    KeadaanSimbol.SELESAI,
    KeadaanSimbol.BERJALAN,
    KeadaanSimbol.TERLAMBAT,
    KeadaanSimbol.BELUM,
)


def states(kantor: Kantor) -> dict[Langkah, tuple[KeadaanSimbol, tuple[str, ...]]]:
    """State and words of each symbol for Seksi Pelayanan in TW II."""
    made = composed(kantor, SopBerjalan, "sop_berjalan", Pokok(2026, 2, "PEL"))
    return {s.langkah: (s.keadaan, s.keterangan) for s in made.bagan.simbol}


def test_the_sop_has_its_identity_and_its_chart(kantor: Kantor) -> None:
    first, second = read_pages(office_papers.export(kantor.ctx(*PLANNER), "sop", Pokok(2026)))
    assert (round(first.width), round(first.height)) == (330, 215)
    for words in ("Nomor SOP", "Februari 2022", "Disahkan Oleh", "Dasar Hukum", "Kualifikasi Pelaksana", "Keterkaitan"):
        assert words in first.text
    for words in ("Mulai", "Setuju?", "Ya", "Tidak", "Selesai", "Merekomendasikan", "Analisis Data", "(Camat)"):
        assert words in second.text


def test_who_approves_the_sop_has_room_for_pen_and_stamp(kantor: Kantor) -> None:
    page, _ = read_pages(office_papers.export(kantor.ctx(*PLANNER), "sop", Pokok(2026)))
    row = page.find("Tgl. Revisi").top - page.find("Tgl. Pembuatan").top
    assert page.find("Nama SOP").top - page.find("Tgl. Efektif").top - row >= 35
    assert page.find("CAMAT KELARA,").left - page.find("Februari 2022").left >= 34


def test_the_number_of_the_sop_is_what_was_typed(kantor: Kantor) -> None:
    ctx = kantor.ctx(*PLANNER)
    office_papers.save(ctx, "sop", Pokok(2026), {"nomor_sop": "800/12/SOP"}, seen=0)
    first, second = read_pages(office_papers.export(ctx, "sop", Pokok(2026)))
    assert "800/12/SOP" in first.text
    assert "800/12/SOP" in second.text


def test_before_the_order_step_one_runs_or_is_late(kantor: Kantor) -> None:
    kantor.at(7, 10, 7, 35)
    assert states(kantor)[Langkah.PERINTAH] == (BELUM, ())
    kantor.assign("PEL")
    found = states(kantor)
    assert found[Langkah.TUGAS] == (SELESAI, ("10 Jul 07.35",))
    assert found[Langkah.PERINTAH] == (BERJALAN, ("sejak 10 Jul 07.35",))


def test_a_step_past_its_norm_is_late_and_says_how_long(kantor: Kantor) -> None:
    kantor.assign("PEL")
    kantor.order()
    kantor.at(7, 15, 9)
    assert states(kantor)[Langkah.BAHAN] == (TERLAMBAT, ("sejak 10 Jul 07.30", "terlambat 2 hari"))


def test_after_a_return_the_steps_behind_have_to_come_again(kantor: Kantor) -> None:
    kantor.play(until=Action.SUBMIT)
    kantor.send_back()
    found = states(kantor)
    assert found[Langkah.LAPORAN][0] is BERJALAN
    assert found[Langkah.PERIKSA] == (BELUM, ())


def test_when_handed_over_only_the_quarter_is_left(kantor: Kantor) -> None:
    kantor.play()
    found = states(kantor)
    assert {state for state, _ in (found[step] for step in found if step is not Langkah.LAPORAN_TRIWULAN)} == {SELESAI}
    assert found[Langkah.LAPORAN_TRIWULAN] == (BELUM, ())
