"""People come, change and are closed; nobody is deleted and nobody leaves tasks behind."""

from dataclasses import replace
from datetime import date

import pytest

from kinerja_desktop.domain.errors import FieldsRefused, LastAdmin, NipSalah, StaleWrite, StillHolds, WrongRole
from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.pegawai import Pegawai, StatusPegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import people
from kinerja_desktop.services.context import Context
from tests.office import ANDI, HASAN, JOKO, SITI, Kantor


@pytest.fixture
def admin(kantor: Kantor) -> Kantor:
    """An office whose Admin can log in."""
    people.open_account(cheap(kantor), JOKO.id, "joko")
    return kantor


def cheap(kantor: Kantor) -> Context:
    """The Admin's context, with cheap hashing."""
    return replace(kantor.ctx(JOKO), office=replace(kantor.office, latihan=True))


def version(kantor: Kantor, person: Pegawai) -> int:
    return next(row.versi for row in people.list_people(kantor.ctx(JOKO)) if row.pegawai.id == person.id)


def test_a_new_person_is_stored_with_a_clean_nip(admin: Kantor) -> None:
    new = Pegawai(
        "Rina Ibarat", "Kasi PMD", (Role.KASUBAG,), nip="19800101 200501 2 001", seksi="PEM", mulai=date(2026, 8, 1)
    )
    stored = people.save_person(admin.ctx(JOKO), new, 0)

    with admin.store.read() as unit:
        assert unit.people.get(stored.id).nip == "198001012005012001"
        assert unit.people.holders(Role.KASUBAG, date(2026, 7, 31), "PEM") == (HASAN,)
        assert len(unit.people.holders(Role.KASUBAG, date(2026, 8, 1), "PEM")) == 2


@pytest.mark.parametrize(
    ("change", "kunci"),
    [
        ({"nama": " "}, "nama"),
        ({"jabatan": ""}, "jabatan"),
        ({"seksi": None}, "seksi"),
        ({"seksi": "XYZ"}, "seksi"),
        ({"mulai": date(2026, 5, 1), "sampai": date(2026, 4, 1)}, "sampai"),
    ],
)
def test_a_person_who_cannot_be_is_refused_field_by_field(admin: Kantor, change: dict[str, object], kunci: str) -> None:
    with pytest.raises(FieldsRefused) as caught:
        people.save_person(admin.ctx(JOKO), replace(SITI, id="", **change), 0)  # type: ignore[arg-type]  # a table of fields
    assert [fault.kunci for fault in caught.value.isian] == [kunci]


def test_a_nip_of_the_wrong_length_is_refused(admin: Kantor) -> None:
    with pytest.raises(NipSalah):
        people.save_person(admin.ctx(JOKO), replace(SITI, id="", nip="1975"), 0)
    with pytest.raises(NipSalah):
        people.save_person(admin.ctx(JOKO), replace(SITI, id="", status=StatusPegawai.NON_ASN), 0)


def test_an_odd_nip_is_only_warned_of(admin: Kantor) -> None:
    stored = people.save_person(admin.ctx(JOKO), replace(SITI, id="", nip="197513022000022000"), 0)

    row = next(r for r in people.list_people(admin.ctx(JOKO)) if r.pegawai.id == stored.id)
    assert row.peringatan


def test_somebody_is_closed_and_still_there(admin: Kantor) -> None:
    people.close_person(admin.ctx(JOKO), HASAN.id, date(2026, 7, 9), version(admin, HASAN))

    row = next(r for r in people.list_people(admin.ctx(JOKO)) if r.pegawai.id == HASAN.id)
    assert row.ditutup
    with admin.store.read() as unit:
        assert unit.people.holders(Role.KASUBAG, date(2026, 7, 10), "PEM") == ()


def test_who_holds_a_task_that_nobody_else_could_do_is_not_closed(admin: Kantor) -> None:
    admin.assign("PEL")
    assert next(r for r in people.list_people(admin.ctx(JOKO)) if r.pegawai.id == SITI.id).tugas == 1

    with pytest.raises(StillHolds) as refused:
        people.close_person(admin.ctx(JOKO), SITI.id, date(2026, 7, 10), version(admin, SITI))
    assert (refused.value.nama, refused.value.tugas) == (SITI.nama, 1)

    people.save_person(admin.ctx(JOKO), Pegawai("Pengganti", "Plh. Kasi", (Role.KASUBAG,), seksi="PEL"), 0)
    people.close_person(admin.ctx(JOKO), SITI.id, date(2026, 7, 10), version(admin, SITI))


def test_a_role_cannot_be_taken_from_under_a_task_either(admin: Kantor) -> None:
    admin.assign("PEL")
    with pytest.raises(StillHolds):
        people.save_person(admin.ctx(JOKO), replace(SITI, peran=(Role.ANALIS,)), version(admin, SITI))


def test_the_last_admin_stays(admin: Kantor) -> None:
    with pytest.raises(LastAdmin):
        people.close_person(admin.ctx(JOKO), JOKO.id, date(2026, 7, 10), version(admin, JOKO))


def test_a_stale_person_is_refused(admin: Kantor) -> None:
    seen = version(admin, ANDI)
    people.save_person(admin.ctx(JOKO), replace(ANDI, pangkat="Pembina"), seen)
    with pytest.raises(StaleWrite):
        people.save_person(admin.ctx(JOKO), replace(ANDI, pangkat="Pembina Tk. I"), seen)


def test_a_seksi_is_renamed_under_its_kode(admin: Kantor) -> None:
    people.save_seksi(admin.ctx(JOKO), Seksi("PEL", "Seksi Pelayanan Umum"), 0)

    names = {row.seksi.kode: row.seksi.nama for row in people.list_seksi(admin.ctx(JOKO))}
    assert names["PEL"] == "Seksi Pelayanan Umum"
    with pytest.raises(FieldsRefused):
        people.save_seksi(admin.ctx(JOKO), Seksi("", ""), 0)


def test_only_the_admin_sees_people(kantor: Kantor) -> None:
    with pytest.raises(WrongRole):
        people.list_people(kantor.kabid)


def test_of_two_who_end_on_one_day_the_second_leaves_no_task_either(admin: Kantor) -> None:
    admin.assign("PEL")
    twin = replace(SITI, id="", nama="Pengganti Sementara", nip=None)
    stored = people.save_person(admin.ctx(JOKO), twin, 0)
    people.close_person(admin.ctx(JOKO), stored.id, date(2026, 7, 10), 1)
    with pytest.raises(StillHolds):
        people.close_person(admin.ctx(JOKO), SITI.id, date(2026, 7, 10), version(admin, SITI))


def test_who_hands_a_task_to_a_successor_of_tomorrow_may_end_today(admin: Kantor) -> None:
    admin.assign("PEL")
    people.save_person(admin.ctx(JOKO), replace(SITI, id="", nama="Penerus", nip=None, mulai=date(2026, 7, 11)), 0)
    people.close_person(admin.ctx(JOKO), SITI.id, date(2026, 7, 10), version(admin, SITI))
