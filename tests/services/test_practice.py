"""A practice year is played by the very services: every role, every seksi, four quarters, the annual report."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.errors import FolderTaken
from kinerja_desktop.domain.indikator import Akumulasi, Target, VersiRencana
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Act, Action, Jenis, Status
from kinerja_desktop.exchange.buku_kinerja import tulis
from kinerja_desktop.services import (
    calendar_table,
    integrity,
    opening,
    practice,
    practice_office,
    setup,
    workbook_export,
)
from kinerja_desktop.services.clock import PracticeClock, SetClock
from kinerja_desktop.services.context import Office
from kinerja_desktop.storage.database import Store
from tests.practice_book import BUKU, INDIKATOR, PEGAWAI, SENDIRI


def played(buku: BukuKinerja, until: datetime | None = None, *, papers: bool = False) -> Office:
    clock = SetClock(practice_office.first_morning(buku))
    store = Store.memory()
    accounts = [setup.FirstAccount(str(p.pengguna), f"latihan-{p.pengguna}") for p in buku.pegawai]
    setup.found(store, buku, accounts, clock=clock, latihan=True)
    office = Office(store, clock, latihan=True)
    practice.play(office, clock, buku, lambda _: None, papers=papers, until=until)
    return office


@pytest.fixture(scope="module")
def office() -> Office:
    """The small example, played once for all tests that only look."""
    return played(BUKU)


def acts(office: Office, jenis: Jenis = Jenis.BERKAS) -> list[Act]:
    with office.store.read() as unit:
        return [act for case in unit.cases.listing(jenis=jenis) for act in unit.journal.acts(case.id)]


def test_every_case_of_the_year_is_finished(office: Office) -> None:
    with office.store.read() as unit:
        ends = [(c.jenis, c.triwulan, c.status) for c in unit.cases.listing()]
    assert sorted(ends, key=str) == sorted(
        [
            *((Jenis.BERKAS, tw, Status.HANDED_OVER) for tw in (1, 2, 3, 4) for _ in range(2)),
            *((Jenis.LAPORAN_TRIWULAN, tw, Status.FIXED) for tw in (1, 2, 3, 4)),
            (Jenis.LAPORAN_TAHUNAN, None, Status.FIXED),
        ],
        key=str,
    )


def test_what_offices_meet_in_a_year_is_met(office: Office) -> None:
    done = {act.action for act in acts(office)}
    assert {Action.RETURN, Action.RETURN_BAHAN, Action.WITHDRAW} <= done
    assert Action.FORCE_START not in {act.action for act in acts(office, Jenis.LAPORAN_TRIWULAN)}
    assert {act.nama for act in acts(office)} == {p.nama for p in PEGAWAI} - {"Rahma Teladan, S.E.", "Joko Permisalan"}


def test_acts_happen_inside_office_hours_and_one_comes_late(office: Office) -> None:
    late = []
    with office.store.read() as unit:
        kalender = calendar_table.kalender(unit)
    for act in acts(office) + acts(office, Jenis.LAPORAN_TAHUNAN):
        assert kalender.add_office_minutes(act.pada, 0) == kalender.local(act.pada)
    with office.store.read() as unit:
        for case in unit.cases.listing(jenis=Jenis.BERKAS):
            limit = None
            for act in unit.journal.acts(case.id):
                if kalender.is_late(limit, act.pada):
                    late.append((case.triwulan, case.seksi, act.action))
                limit = datetime.fromisoformat(act.isi["batas"]) if act.isi["batas"] else None
    assert late == [(3, "PEL", Action.SUBMIT_BAHAN)]


def test_the_year_starts_on_the_days_of_the_sop(office: Office) -> None:
    days = sorted({act.pada.date().isoformat() for act in acts(office) if act.action is Action.ASSIGN})
    assert days == ["2026-04-10", "2026-07-10", "2026-10-12", "2027-01-11"]


def test_figures_and_words_are_those_of_the_workbook(office: Office) -> None:
    with office.store.read() as unit:
        book = workbook_export.buku_of(unit, 2026)
        first = workbook_export.content_of(unit, 2026, 1)["1.1"]
        gap = workbook_export.content_of(unit, 2026, 3)["1.1"]
        high = workbook_export.content_of(unit, 2026, 2)["1.1"]
    assert book.realisasi == BUKU.realisasi
    assert first.faktor_penghambat == "Printer loket rusak dua pekan."
    assert [piece.label for piece in first.bukti] == ["Catatan", "Berkas PDF", "Berkas JPG"]
    assert all(office.store.evidence.intact(piece.sha256) for piece in first.bukti if piece.sha256)
    assert gap.alasan_kosong
    assert (high.realisasi, bool(high.alasan_peringatan)) == (Decimal(312), True)


def test_what_is_measured_once_a_year_follows_nothing_up(office: Office) -> None:
    """It had no row in Triwulan III to say what would be done."""
    with office.store.read() as unit:
        rows = workbook_export.content_of(unit, 2026, 4)
    yearly = {i.kode for i in INDIKATOR if i.akumulasi is Akumulasi.TAHUNAN}
    told = {kode for kode, row in rows.items() if row.tindak_lanjut_lalu}
    assert told
    assert yearly
    assert not told & yearly


def test_a_slip_was_found_by_the_kabid_and_put_right(office: Office) -> None:
    with office.store.read() as unit:
        case = unit.cases.find(Jenis.BERKAS, 2026, 1, "PEL")
        assert case is not None
        handed = [
            a.isi["isi"]["nilai"]["indikator"][0]["realisasi"] for a in unit.journal.acts(case.id) if "isi" in a.isi
        ]
    assert handed[0] == "91"
    assert handed[-1] == "90"


def test_five_reports_are_filed_and_everything_is_sound(office: Office) -> None:
    with office.store.read() as unit:
        papers = sorted((p.jenis, p.triwulan, p.nomor) for p in unit.papers.listing(tahun=2026))
    assert [p[:2] for p in papers] == [("laporan_triwulan", n) for n in (1, 2, 3, 4)] + [("lkjip", None)]
    assert integrity.examine(office).temuan == ()


def test_a_changed_plan_gets_its_agreements_on_its_first_day() -> None:
    changed = VersiRencana("Perubahan", date(2026, 2, 2), (("1.1", Target(Decimal(420))),))
    buku = replace(BUKU, rencana=replace(BUKU.rencana, versi=(changed,)))
    office = played(buku, datetime(2026, 2, 3, tzinfo=UTC), papers=True)
    with office.store.read() as unit:
        made = [paper for paper in unit.papers.listing() if "Perubahan" in paper.judul]
    assert {(paper.judul, paper.status) for paper in made} == {
        ("Perjanjian Kinerja Perubahan Tahun 2026", "sah"),
        ("Perjanjian Kinerja Perubahan Seksi Pelayanan Tahun 2026", "sah"),
    }, "not of Seksi Pemerintahan: none of its targets changed"
    assert {paper.tanggal for paper in made} == {date(2026, 2, 2)}


def test_one_person_with_every_role_records_both_steps_and_the_exception() -> None:
    office = played(SENDIRI, until=datetime(2026, 6, 30, tzinfo=UTC))
    approvals = [act for act in acts(office) if act.action is Action.APPROVE]

    assert {act.role for act in acts(office)} == {Role.KABID, Role.KASUBAG, Role.ANALIS}
    assert len(approvals) == 1
    assert all(act.isi.get("pengecualian") for act in approvals)


def test_people_of_a_city_speak_of_kelurahan() -> None:
    city = replace(BUKU, instansi=replace(BUKU.instansi, kabupaten="Kota Tangerang Selatan"))
    office = played(city, until=datetime(2026, 4, 30, tzinfo=UTC))
    with office.store.read() as unit:
        written = str(workbook_export.content_of(unit, 2026, 1))
    said = written + str([act.isi for act in acts(office)])

    assert "laporan kelurahan" in said
    assert "desa" not in said.replace("Tertatanya pemerintahan desa", "")  # a sasaran of the workbook


# --- on the disk -----------------------------------------------------------------------------------


def test_a_bare_workbook_makes_an_office_whose_clock_runs_on(tmp_path: Path) -> None:
    bare = BukuKinerja(
        replace(BUKU.instansi, provinsi="Banten"), replace(BUKU.rencana, tahun=2023, indikator=INDIKATOR[:1])
    )
    tulis(bare, tmp_path / "satu.xlsx")
    made = practice_office.make(tmp_path / "kantor", tmp_path / "satu.xlsx", lambda _: None, papers=False)

    office = opening.open_office(tmp_path / "kantor")
    assert office.latihan
    assert isinstance(office.clock, PracticeClock)
    assert made.jam <= office.clock.now() < made.jam.replace(hour=23)
    assert office.clock.now().utcoffset() == made.jam.utcoffset()
    assert {role for m in made.masuk for role in m.peran} == {role.value for role in Role}
    assert made.lembar.is_file()
    with office.store.read() as unit:
        table = unit.calendar.get(2023)
    assert table is not None
    assert not table.dikonfirmasi
    office.store.close()
    with pytest.raises(FolderTaken):
        practice_office.make(tmp_path / "kantor", None, lambda _: None)
