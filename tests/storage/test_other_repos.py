"""People, settings, calendar, plan, contents, papers and numbers on both databases: what goes in comes out."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.errors import NotFound, StaleWrite
from kinerja_desktop.domain.indikator import Rencana, Seksi, Tingkat
from kinerja_desktop.domain.kalender import HariLibur, JenisLibur, KalenderTahun
from kinerja_desktop.domain.realisasi import Isi, IsiIndikator
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Jenis, Status
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.records import Account
from tests.storage.conftest import Office
from tests.storage.samples import ANDI, ISI, PAGI, RENCANA, SITI, case, paper

DECEMBER = date(2026, 12, 31)

# --- people ------------------------------------------------------------------------------------


def test_people_come_back_in_the_order_of_entry_with_an_id(office: Office) -> None:
    with office.unit() as unit:
        unit.people.put_seksi(Seksi("YAN", "Pelayanan"))
        andi, siti = unit.people.put(ANDI), unit.people.put(SITI)
        assert replace(siti, id="") == SITI
        assert unit.people.put(replace(andi, jabatan="Plt. Camat")).id == andi.id
        assert [p.jabatan for p in unit.people.all()] == ["Plt. Camat", "Kasi Pelayanan"]
        assert unit.people.get(siti.id) == siti
        with pytest.raises(NotFound):
            unit.people.get("tidak-ada")
        unit.commit()


def test_a_role_is_held_on_a_day_and_where_it_belongs_to_a_seksi_there(office: Office) -> None:
    with office.unit() as unit:
        unit.people.put_seksi(Seksi("YAN", "Pelayanan"))
        unit.people.put(ANDI)
        unit.people.put(SITI)
        held, on = unit.people.holders, date(2026, 6, 30)
        assert [p.nama for p in held(Role.KASUBAG, on)] == ["Siti Misalnya"]
        assert [p.nama for p in held(Role.KASUBAG, on, "YAN")] == ["Siti Misalnya"]
        assert held(Role.KASUBAG, on, "PEM") == ()
        assert held(Role.KASUBAG, date(2026, 7, 1)) == ()
        assert [p.nama for p in held(Role.KABID, on, "YAN")] == ["Andi Umpama"]
        unit.commit()


def test_a_person_of_an_unknown_seksi_is_refused_at_the_end_of_the_unit(office: Office) -> None:
    with office.unit() as unit:
        unit.people.put(SITI)
        with pytest.raises(IntegrityError):
            unit.commit()


def test_seksi_keep_their_order(office: Office) -> None:
    with office.unit() as unit:
        for kode in ("YAN", "PEM", "SEK"):
            unit.people.put_seksi(Seksi(kode, kode.title()))
        unit.people.put_seksi(Seksi("YAN", "Pelayanan Umum"))
        assert [s.kode for s in unit.people.seksi()] == ["YAN", "PEM", "SEK"]
        assert unit.people.seksi()[0].nama == "Pelayanan Umum"


def test_accounts_are_found_by_name_and_by_person(office: Office) -> None:
    with office.unit() as unit:
        andi = unit.people.put(ANDI)
        account = Account(andi.id, "andi", "$argon2id$", 0, None, None)
        unit.accounts.put(account)
        waiting = replace(account, gagal=4, tunggu_sampai=PAGI, terakhir_masuk=PAGI)
        unit.accounts.put(waiting)
        assert unit.accounts.by_pengguna("andi") == unit.accounts.by_pegawai(andi.id) == waiting
        assert unit.accounts.by_pengguna("siti") is None
        assert unit.accounts.names() == ("andi",)
        with pytest.raises(IntegrityError):
            unit.accounts.put(replace(account, pegawai_id="lain"))


def test_what_a_unit_writes_it_reads_again(office: Office) -> None:
    with office.unit() as unit:
        assert (unit.people.seksi(), unit.people.all(), unit.calendar.all()) == ((), (), ())
        assert unit.planning.seksi_of(RENCANA.tahun, DECEMBER) == frozenset()
        for kode in {i.seksi for i in RENCANA.indikator if i.seksi} | {"YAN"}:
            unit.people.put_seksi(Seksi(kode, kode.title()))
        siti = unit.people.put(SITI)
        unit.planning.put_rencana(RENCANA)
        unit.calendar.put(KalenderTahun(2026, ()))
        assert unit.people.all() == (siti,)
        assert "YAN" in {s.kode for s in unit.people.seksi()}
        assert [table.tahun for table in unit.calendar.all()] == [2026]
        assert unit.planning.seksi_of(RENCANA.tahun, DECEMBER) == {i.seksi for i in RENCANA.indikator if i.seksi}


# --- the office --------------------------------------------------------------------------------


def test_settings_are_texts_by_key(office: Office) -> None:
    with office.unit() as unit:
        assert unit.settings.get("kantor.nama") is None
        unit.settings.put("kantor.nama", "Kecamatan Umpama")
        unit.settings.put("kantor.nama", "Kecamatan Teladan")
        unit.settings.put("kertas", "")
        assert unit.settings.all() == {"kantor.nama": "Kecamatan Teladan", "kertas": ""}
        assert unit.settings.get("kertas") == ""
        unit.settings.put("kertas", "F4")
        assert unit.settings.get("kertas") == "F4"


def test_a_year_of_holidays_is_replaced_whole(office: Office) -> None:
    new_year = HariLibur(date(2026, 1, 1), "Tahun Baru", JenisLibur.LIBUR_NASIONAL)
    local = HariLibur(date(2026, 5, 1), "Hari jadi", JenisLibur.LOKAL)
    table = KalenderTahun(2026, (new_year, local), date(2026, 2, 18), date(2026, 3, 19), sumber="SKB")
    confirmed = KalenderTahun(2026, (local,), dikonfirmasi=True)
    with office.unit() as unit:
        unit.calendar.put(table)
        assert unit.calendar.get(2026) == table
        unit.calendar.put(confirmed)
        unit.calendar.put(KalenderTahun(2025, ()))
        assert unit.calendar.get(2026) == confirmed
        assert unit.calendar.years() == (2025, 2026)
        assert unit.calendar.all() == (KalenderTahun(2025, ()), confirmed)
        assert unit.calendar.get(2027) is None


def test_running_numbers_run_by_key_and_return_with_the_unit(office: Office) -> None:
    with office.unit() as unit:
        assert [unit.numbers.next("050/2026") for _ in range(3)] == [1, 2, 3]
        unit.commit()
    with office.unit() as unit:
        assert (unit.numbers.next("050/2026"), unit.numbers.next("050/2027")) == (4, 1)
    with office.unit() as unit:
        assert unit.numbers.next("050/2026") == 4


# --- the plan ----------------------------------------------------------------------------------


def test_a_plan_comes_back_with_every_digit_and_every_gap(office: Office) -> None:
    with office.unit() as unit:
        unit.planning.put_rencana(RENCANA)
        unit.commit()
    with office.read() as unit:
        found = unit.planning.rencana(2026)
        assert found == RENCANA
        assert str(found.riwayat[0].realisasi) == "86.250"
        assert unit.planning.rencana(2025) is None
        assert unit.planning.indikator_of(2026, "YAN", DECEMBER) == RENCANA.indikator[:1]
        assert unit.planning.seksi_of(2026, DECEMBER) == {"YAN", "PEM"}
        assert unit.planning.seksi_of(2025, DECEMBER) == frozenset()
        assert unit.planning.years() == (2026,)


def test_a_closed_indikator_is_asked_of_nobody_from_that_day_on(office: Office) -> None:
    closed = replace(RENCANA.indikator[0], tidak_dipakai_sejak=date(2026, 9, 1))
    with office.unit() as unit:
        unit.planning.put_rencana(replace(RENCANA, indikator=(closed, *RENCANA.indikator[1:])))
        june, september = date(2026, 6, 30), date(2026, 9, 1)
        assert unit.planning.seksi_of(2026, june) == {"YAN", "PEM"}
        assert unit.planning.seksi_of(2026, september) == {"PEM"}
        assert unit.planning.indikator_of(2026, "YAN", june) == (closed,)
        assert unit.planning.indikator_of(2026, "YAN", september) == ()


def test_a_plan_is_replaced_whole_and_refuses_a_stale_write(office: Office) -> None:
    smaller = Rencana(2026, RENCANA.indikator[1:])
    with office.unit() as unit:
        assert unit.planning.versi(2026) == 0
        assert unit.planning.put_rencana(RENCANA, seen=0) == 1
        assert unit.planning.put_rencana(smaller, seen=1) == 2
        assert unit.planning.rencana(2026) == smaller
        with pytest.raises(StaleWrite) as stale:
            unit.planning.put_rencana(RENCANA, seen=1)
        assert (stale.value.seen, stale.value.current) == (1, 2)


def test_budget_lines_keep_order_gaps_and_corrections(office: Office) -> None:
    lines = (
        BarisAnggaran("1", Tingkat.PROGRAM, "Pelayanan", Decimal("100000000.00")),
        BarisAnggaran("1", Tingkat.KEGIATAN, "Kode sama", None, (Decimal(5), None, Decimal("-1.50"), None), "YAN"),
        BarisAnggaran("0.9", Tingkat.SUB_KEGIATAN, "Rincian", Decimal(0), indikator=("S1.1", "P1.1")),
    )
    with office.unit() as unit:
        unit.planning.put_anggaran(2026, lines)
        assert unit.planning.anggaran(2026) == lines
        unit.planning.put_anggaran(2026, lines[:1])
        assert unit.planning.anggaran(2026) == lines[:1]
        assert unit.planning.versi(2026) == 2
        assert unit.planning.anggaran(2025) == ()


def test_names_for_sentences_are_kept_by_kode(office: Office) -> None:
    with office.unit() as unit:
        unit.planning.put_sebutan(2026, {"S1.1": "kepuasan masyarakat", "P1.1": "waktu surat"})
        unit.planning.put_sebutan(2026, {"S1.1": "kepuasan warga"})
        assert unit.planning.sebutan(2026) == {"S1.1": "kepuasan warga"}
        assert unit.planning.sebutan(2025) == {}


# --- contents ----------------------------------------------------------------------------------


def test_a_content_comes_back_and_is_replaced_whole(office: Office) -> None:
    one = case()
    shorter = Isi((IsiIndikator("P1.1", Decimal(0)),))
    with office.unit() as unit:
        unit.cases.put(one)
        assert unit.figures.of(one.id) is None
        unit.figures.put(one.id, ISI)
        assert unit.figures.of(one.id) == ISI
        unit.figures.put(one.id, shorter)
        assert unit.figures.of(one.id) == shorter
        unit.figures.put(one.id, Isi(()))
        assert unit.figures.of(one.id) == Isi(())
        unit.commit()


def test_only_decided_figures_are_listed_by_quarter_and_grid(office: Office) -> None:
    with office.unit() as unit:
        for triwulan, seksi, status in (
            (2, "YAN", Status.APPROVED),
            (1, "YAN", Status.HANDED_OVER),
            (1, "PEM", Status.SUBMITTED),
            (3, "YAN", Status.HANDED_OVER),
        ):
            one = case(seksi, 2026, triwulan, status=status)
            unit.cases.put(one)
            unit.figures.put(one.id, ISI)
        report = case(None, 2026, 1, jenis=Jenis.LAPORAN_TRIWULAN, status=Status.FIXED)
        unit.cases.put(report)
        unit.figures.put(report.id, ISI)
        found = unit.figures.approved(2026, 2)
        assert [(f.triwulan, f.kode, f.realisasi) for f in found] == [
            (1, "S1.1", Decimal("91.20")),
            (1, "P1.1", None),
            (2, "S1.1", Decimal("91.20")),
            (2, "P1.1", None),
        ]
        assert unit.figures.approved(2026, 4, "PEM") == ()
        assert unit.figures.approved(2025) == ()


# --- papers ------------------------------------------------------------------------------------


def test_papers_are_found_by_code_digest_and_case(office: Office) -> None:
    old = paper(status="digantikan", versi=1, kode="LAMA", sha256="b" * 64)
    new = paper(versi=2, kode="BARU", pindaian_sha256="c" * 64)
    with office.unit() as unit:
        unit.papers.put(old)
        unit.papers.put(new)
        assert unit.papers.get(old.id) == old
        assert unit.papers.by_kode("LAMA") == old
        assert unit.papers.by_sha("b" * 64) == old
        assert unit.papers.by_sha("c" * 64) == new
        assert unit.papers.by_kode("X") is None
        assert unit.papers.current("k1", "laporan_triwulan") == new
        assert unit.papers.current("k2", "laporan_triwulan") is None
        with pytest.raises(NotFound):
            unit.papers.get("tidak-ada")


def test_papers_are_listed_newest_first_in_pages(office: Office) -> None:
    with office.unit() as unit:
        for n in range(5):
            unit.papers.put(paper(judul=f"Laporan {n}", tahun=2025 + n % 2, seksi="YAN" if n else None))
        titles = [p.judul for p in unit.papers.listing()]
        assert titles == ["Laporan 3", "Laporan 1", "Laporan 4", "Laporan 2", "Laporan 0"]
        assert [p.judul for p in unit.papers.listing(offset=1, limit=2)] == titles[1:3]
        assert [p.judul for p in unit.papers.listing(offset=4)] == titles[4:]
        assert [p.judul for p in unit.papers.listing(tahun=2026)] == ["Laporan 3", "Laporan 1"]
        assert (unit.papers.count(), unit.papers.count(seksi="YAN"), unit.papers.count(status="ditarik")) == (5, 4, 0)


def test_settings_are_kept_from_unit_to_unit_until_one_is_written(tmp_path: Path) -> None:
    store = Store.open(tmp_path, create=True)
    with store.unit() as unit:
        unit.settings.put("zona", "WITA")
        unit.commit()
    with store.read() as unit:
        assert unit.settings.get("zona") == "WITA"
    with store.unit() as unit:
        unit.settings.put("zona", "WIB")
        assert unit.settings.get("zona") == "WIB"
        unit.settings.put("zona", "WIT")
        assert unit.settings.get("zona") == "WIT"  # and rolled back
    with store.read() as unit:
        assert unit.settings.get("zona") == "WITA"
    with store.unit() as unit:
        unit.settings.put("zona", "WIT")
        unit.commit()
    with store.read() as unit:
        assert unit.settings.get("zona") == "WIT"
    store.close()


def test_papers_are_kept_from_unit_to_unit_until_one_is_written(office: Office) -> None:
    old, new = paper(judul="Lama", tahun=2025), paper(judul="Baru", tahun=2026)
    with office.unit() as unit:
        unit.papers.put(old)
        unit.commit()
    with office.unit() as unit:
        assert unit.papers.all() == (old,)
        unit.papers.put(new)
        assert unit.papers.all() == (new, old)  # and rolled back
    with office.unit() as unit:
        assert unit.papers.all() == (old,)
        unit.papers.put(replace(old, status="ditarik"))
        unit.commit()
    with office.unit() as unit:
        assert [one.status for one in unit.papers.all()] == ["ditarik"]
