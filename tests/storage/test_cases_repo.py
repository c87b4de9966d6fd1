"""Cases, drafts and reads on both databases."""

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kinerja_desktop.domain.errors import NotFound, StaleWrite
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Jenis, Status
from kinerja_desktop.storage.database import Store
from tests.storage.conftest import Office
from tests.storage.samples import PAGI, case


def test_a_case_comes_back_as_it_was_put(office: Office) -> None:
    given = case(analis=("p1", "p2"))
    with office.unit() as unit:
        unit.cases.put(given)
        unit.commit()
    with office.read() as unit:
        assert unit.cases.get(given.id) == given
        with pytest.raises(NotFound):
            unit.cases.get("tidak-ada")


def test_putting_a_case_again_changes_it(office: Office) -> None:
    given = case()
    closed = replace(given, status=Status.HANDED_OVER, desk=None, langkah=None, batas=None, versi=6)
    with office.unit() as unit:
        unit.cases.put(given)
        unit.cases.put(closed)
        assert unit.cases.listing() == (closed,)


def test_a_case_is_found_by_what_it_is_about(office: Office) -> None:
    berkas = case("YAN")
    quarter = case(None, jenis=Jenis.LAPORAN_TRIWULAN)
    year = case(None, triwulan=None, jenis=Jenis.LAPORAN_TAHUNAN)
    with office.unit() as unit:
        for one in (berkas, quarter, year):
            unit.cases.put(one)
        assert unit.cases.find(Jenis.BERKAS, 2026, 1, "YAN") == berkas
        assert unit.cases.find(Jenis.LAPORAN_TRIWULAN, 2026, 1) == quarter
        assert unit.cases.find(Jenis.LAPORAN_TAHUNAN, 2026) == year
        assert unit.cases.find(Jenis.BERKAS, 2026, 1, "PEM") is None
        assert unit.cases.find(Jenis.LAPORAN_TRIWULAN, 2026, 2) is None


def test_where_the_cases_of_some_years_stand(office: Office) -> None:
    with office.unit() as unit:
        unit.cases.put(case("YAN"))
        unit.cases.put(case(None, jenis=Jenis.LAPORAN_TRIWULAN))
        unit.cases.put(replace(case("PEM", triwulan=2), tahun=2025, status=Status.NEW))
        assert unit.cases.statuses(Jenis.BERKAS, {2026}) == {(2026, 1, "YAN"): case("YAN").status}
        assert unit.cases.statuses(Jenis.BERKAS, {2025, 2026})[2025, 2, "PEM"] is Status.NEW
        assert unit.cases.statuses(Jenis.BERKAS, {2024}) == {}


def test_two_cases_about_the_same_are_impossible(office: Office) -> None:
    with office.unit() as unit:
        unit.cases.put(case(None, triwulan=None, jenis=Jenis.LAPORAN_TAHUNAN))
        with pytest.raises(IntegrityError):
            unit.cases.put(case(None, triwulan=None, jenis=Jenis.LAPORAN_TAHUNAN))


def test_a_listing_is_narrowed_by_everything_named_newest_period_first(office: Office) -> None:
    with office.unit() as unit:
        for tahun, triwulan, seksi, status, desk in (
            (2025, 4, "YAN", Status.HANDED_OVER, None),
            (2026, 1, "YAN", Status.ORDERED, Role.ANALIS),
            (2026, 1, "PEM", Status.SUBMITTED, Role.KABID),
            (2026, 2, "YAN", Status.ASSIGNED, Role.KASUBAG),
        ):
            unit.cases.put(case(seksi, tahun, triwulan, status=status, desk=desk))

        def listed(**wanted: object) -> list[tuple[int, int | None, str | None]]:
            found = unit.cases.listing(**wanted)  # type: ignore[arg-type]  # the table below names what there is
            return [(c.tahun, c.triwulan, c.seksi) for c in found]

        assert listed() == [(2026, 2, "YAN"), (2026, 1, "PEM"), (2026, 1, "YAN"), (2025, 4, "YAN")]
        assert listed(tahun=2026, triwulan=1) == [(2026, 1, "PEM"), (2026, 1, "YAN")]
        assert listed(seksi="YAN", status={Status.ORDERED, Status.HANDED_OVER}) == [(2026, 1, "YAN"), (2025, 4, "YAN")]
        assert listed(desk=Role.KABID) == [(2026, 1, "PEM")]
        assert listed(jenis=Jenis.LAPORAN_TAHUNAN) == []
        assert listed(status=()) == []
        assert listed(limit=1) == [(2026, 2, "YAN")]


@pytest.mark.parametrize(
    "wanted", ["desk = 'KABID'", "status IN ('ORDERED', 'SUBMITTED')", "tahun = 2026 AND triwulan = 1"]
)
def test_lists_of_open_work_read_an_index_not_every_year(wanted: str) -> None:
    with Store.memory().read() as unit:
        plan = unit.connection.execute(text(f"EXPLAIN QUERY PLAN SELECT * FROM cases WHERE {wanted}")).all()
    assert "USING INDEX" in plan[0][-1]


def test_a_draft_counts_its_versions_and_refuses_a_stale_write(office: Office) -> None:
    with office.unit() as unit:
        assert unit.drafts.get("k1", "bahan") is None
        first = unit.drafts.put("k1", "bahan", {"indikator": [{"kode": "1", "realisasi": "2.50"}]}, 0, "p1", PAGI)
        assert unit.drafts.get("k1", "bahan") == first
        second = unit.drafts.put("k1", "bahan", {}, 1, "p2", PAGI)
        assert (first.versi, second.versi, second.oleh) == (1, 2, "p2")
        with pytest.raises(StaleWrite) as stale:
            unit.drafts.put("k1", "bahan", {"baru": "x"}, 1, "p1", PAGI)
        assert (stale.value.seen, stale.value.current) == (1, 2)
        assert unit.drafts.get("k1", "bahan") == second


def test_drafts_of_one_case_are_apart_and_can_be_dropped(office: Office) -> None:
    with office.unit() as unit:
        unit.drafts.put("k1", "bahan", {"a": "1"}, 0, "p1", PAGI)
        unit.drafts.put("k1", "laporan", {"a": "2"}, 0, "p1", PAGI)
        unit.drafts.delete("k1", "bahan")
        unit.drafts.delete("k1", "bahan")
        kept = unit.drafts.get("k1", "laporan")
        assert unit.drafts.get("k1", "bahan") is None
        assert kept is not None
        assert kept.isi == {"a": "2"}
        with pytest.raises(StaleWrite):
            unit.drafts.put("k1", "bahan", {}, 1, "p1", PAGI)


def test_a_draft_holds_no_float(office: Office) -> None:
    with office.unit() as unit, pytest.raises(TypeError, match=r"0\.5"):
        unit.drafts.put("k1", "bahan", {"nilai": 0.5}, 0, "p1", PAGI)


def test_who_opened_a_version_is_kept_once(office: Office) -> None:
    one, two = case("YAN", versi=3), case("PEM", versi=1)
    with office.unit() as unit:
        unit.cases.put(one)
        unit.cases.put(two)
        unit.reads.mark(one.id, 2, "p1", PAGI)
        unit.reads.mark(two.id, 1, "p1", PAGI)
        unit.reads.mark(two.id, 1, "p1", PAGI)
        unit.reads.mark(two.id, 1, "p2", PAGI)
        assert unit.reads.readers(two.id, 1) == {"p1", "p2"}
        assert unit.reads.readers(one.id, 3) == frozenset()
        assert unit.reads.unread([one.id, two.id], "p1") == {one.id}
        assert unit.reads.unread([one.id, two.id], "p3") == {one.id, two.id}
        assert unit.reads.unread([], "p3") == frozenset()
        assert unit.reads.unread([one.id, *map(str, range(3000)), two.id, one.id], "p3") == {one.id, two.id}
