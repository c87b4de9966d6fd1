"""What is told before a paper is fixed, and who signs on the day that it bears."""

from dataclasses import replace
from datetime import date

from kinerja_desktop.domain.pegawai import Penugasan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import office_papers, quarterly
from kinerja_desktop.services.compose.naskah import Pilihan
from kinerja_desktop.services.compose.office.kinds import Pokok
from tests.documents.reading import read_pages
from tests.office import ANDI, PEOPLE, RAHMA, TW2, Kantor

PLANNER = (RAHMA, Role.KASUBAG_PERENCANAAN)
YEAR = Pokok(2026)
ENDED = replace(ANDI, sampai=date(2026, 6, 30))
ACTING = replace(
    ANDI,
    id="maya",
    nama="Maya Perumpama, S.Sos.",
    peran=(Role.KABID, Role.CAMAT),
    penugasan=Penugasan.PLT,
    mulai=date(2026, 7, 1),
    nip=None,
)


def office(*heads: object) -> Kantor:
    others = tuple(p for p in PEOPLE if p is not ANDI)
    return Kantor(people=(*heads, *others))  # type: ignore[arg-type]  # people of this test


def told(kantor: Kantor) -> str:
    return " ".join(office_papers.load(kantor.ctx(*PLANNER), "iku", YEAR).peringatan)


def test_a_missing_lambang_is_told(kantor: Kantor) -> None:
    assert "Lambang daerah belum dipasang" in told(kantor)
    assert "NIP" not in told(kantor)


def test_a_term_that_ended_is_told_with_its_day() -> None:
    assert "Masa jabatan Andi Umpama, S.IP. berakhir 30 Juni 2026." in told(office(ENDED))


def test_a_signer_without_nip_is_told() -> None:
    assert "NIP Maya Perumpama, S.Sos. belum diisi." in told(office(ENDED, ACTING))


def test_the_paper_is_signed_by_who_heads_the_office_on_its_day() -> None:
    ctx = office(ENDED, ACTING).ctx(*PLANNER)

    def signed(day: date) -> str:
        pdf = office_papers.export(ctx, "iku", YEAR, pilihan=Pilihan(tanggal=day))
        return " ".join(page.text for page in read_pages(pdf))

    assert "ANDI UMPAMA" in signed(date(2026, 6, 30))
    assert "MAYA PERUMPAMA" in signed(date(2026, 7, 1))
    assert "Plt. CAMAT" in signed(date(2026, 7, 1))


def test_a_quarterly_draft_is_signed_by_who_heads_the_office_on_its_day() -> None:
    ctx = office(ENDED, ACTING).ctx(*PLANNER)
    assert quarterly.draft(ctx, TW2, Pilihan(tanggal=date(2026, 6, 30))).penandatangan.nama == ENDED.nama
    assert quarterly.draft(ctx, TW2, Pilihan(tanggal=date(2026, 7, 10))).penandatangan.nama == ACTING.nama
