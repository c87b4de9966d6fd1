"""Roles in a workbook are given by two, as on the screen; whoever is not asked leaves those rows out."""

from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.errors import Berdua, FileRefused, PasswordNeeded, SecondNeeded, WorkbookOutdated
from kinerja_desktop.domain.pegawai import Instansi, Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import auth, granting, holding, planning, trail, workbook_import
from kinerja_desktop.services.context import Confirmations, Context, FreshFor
from kinerja_desktop.services.passwords import PRACTICE
from kinerja_desktop.services.workbook_import import HasilImpor, Pemeriksaan
from kinerja_desktop.services.workbook_merge import NO_SECOND, Perubahan, Tindakan
from tests.office import ANDI, DEWI, JOKO, OPENING, PLAN, RAHMA, SITI, Kantor

SANDI = "ayam jago di pagar"
NEW = Pegawai("Orang Baru", "Staf", (Role.CAMAT,))
NAMED = replace(PLAN, indikator=(replace(PLAN.indikator[0], sumber_data="Register loket"), *PLAN.indikator[1:]))
FILE = Path("buku.xlsx")


@pytest.fixture
def ctx(kantor: Kantor) -> Context:
    """A planner who is Admin as well, with a password given just now; Andi, Joko and Siti can log in too."""
    office = replace(kantor.office, latihan=True, confirmed=Confirmations())
    with office.store.unit() as unit:
        unit.people.put(replace(RAHMA, peran=(*RAHMA.peran, Role.ADMIN)))
        for name, person in {"rahma": RAHMA, "andi": ANDI, "joko": JOKO, "siti": SITI}.items():
            auth.open_account(unit, trail.PROGRAM, OPENING, person, pengguna=name, sandi=SANDI, cost=PRACTICE)
        unit.commit()
    office.confirmed.remember(RAHMA.id, FreshFor.ROLES)
    return replace(kantor.ctx(RAHMA), office=office)


def checked(ctx: Context, *people: Pegawai) -> Pemeriksaan:
    """A trial of these people and of one word of the plan."""
    book = BukuKinerja(Instansi("", ""), NAMED, pegawai=tuple(replace(p, id="") for p in people))
    return Pemeriksaan(FILE, book, workbook_import.import_buku(ctx, book, FILE.name, uji=True))


def rows(hasil: HasilImpor) -> dict[str, Perubahan]:
    return {p.kunci: p for p in hasil.perubahan if p.lembar == "Pegawai"}


def stored(ctx: Context) -> tuple[list[str], str | None]:
    """The names in the office, and the word of the plan."""
    with ctx.office.store.read() as unit:
        names = [p.nama for p in unit.people.all()]
    return names, planning.load(ctx, 2026).rencana.indikator[0].sumber_data


def second(ctx: Context, person: str) -> object:
    """Who stood for it, as the last record of this person tells."""
    with ctx.office.store.read() as unit:
        id_ = next(p.id for p in unit.people.all() if p.nama == person)
        return unit.journal.records(trail.Kind.PERSON.value, id_)[-1].isi.get("kedua")


def test_the_trial_tells_how_many_rows_grant_a_role(ctx: Context) -> None:
    more = replace(SITI, peran=(*SITI.peran, Role.KABID))
    trial = checked(ctx, NEW, more, replace(ANDI, pangkat="Pembina", golongan="IV/a")).hasil
    assert trial.berdua == 2
    assert {nama: row.berdua for nama, row in rows(trial).items()} == {
        NEW.nama: True,
        SITI.nama: True,
        ANDI.nama: False,
    }


def test_without_a_second_official_nothing_at_all_is_stored(ctx: Context) -> None:
    before, trial = stored(ctx), checked(ctx, NEW)
    with pytest.raises(SecondNeeded) as needed:
        workbook_import.apply_workbook(ctx, trial)
    assert {name for name, _ in needed.value.pejabat} == {"andi", "joko", "siti"}
    assert stored(ctx) == before


def test_with_one_all_is_stored_and_the_record_names_him(ctx: Context) -> None:
    trial = checked(ctx, NEW)
    auth.confirm_second(ctx, "andi", SANDI, Berdua.PERAN)
    workbook_import.apply_workbook(ctx, trial)
    names, word = stored(ctx)
    assert NEW.nama in names
    assert word == "Register loket"
    assert second(ctx, NEW.nama) == ANDI.id


def test_the_rest_comes_in_without_what_grants(ctx: Context) -> None:
    done = workbook_import.apply_workbook(ctx, checked(ctx, NEW, replace(ANDI, pangkat="Pembina")).tanpa_peran())
    names, word = stored(ctx)
    assert NEW.nama not in names
    assert word == "Register loket"
    assert rows(done)[NEW.nama].tindakan is Tindakan.TOLAK
    assert rows(done)[NEW.nama].uraian == NO_SECOND
    assert rows(done)[ANDI.nama].tindakan is Tindakan.UBAH


def test_nobody_stands_for_his_own_role_nor_for_others_by_this_very_workbook(ctx: Context) -> None:
    more = replace(ANDI, peran=(*ANDI.peran, Role.KASUBAG_PERENCANAAN))
    auth.confirm_second(ctx, "andi", SANDI, Berdua.PERAN)
    with pytest.raises(SecondNeeded):
        workbook_import.apply_workbook(ctx, checked(ctx, more, NEW))
    auth.confirm_second(ctx, "siti", SANDI, Berdua.PERAN)
    workbook_import.apply_workbook(ctx, checked(ctx, more, NEW))
    assert second(ctx, ANDI.nama) == SITI.id


def test_who_ends_in_the_same_workbook_has_to_agree_all_the_same(ctx: Context) -> None:
    """Else one would end everybody who could, and then grant alone."""
    ended = [replace(p, sampai=OPENING.date()) for p in (ANDI, JOKO, SITI)]
    with pytest.raises(SecondNeeded):
        workbook_import.apply_workbook(ctx, checked(ctx, *ended, NEW))


def test_alone_where_nobody_else_ever_could_and_the_record_says_so(ctx: Context) -> None:
    with ctx.office.store.unit() as unit:
        for person in (ANDI, JOKO, SITI):
            account = unit.accounts.by_pegawai(person.id)
            assert account is not None
            unit.accounts.put(replace(account, kode_sampai=40))  # he has made no password of his own yet
        unit.commit()
    trial = checked(ctx, NEW)
    assert trial.hasil.berdua == 0
    workbook_import.apply_workbook(ctx, trial)
    assert second(ctx, NEW.nama) == granting.ALONE


def test_what_takes_a_role_away_wants_the_own_password_alone(ctx: Context) -> None:
    ctx.office.confirmed.forget()
    trial = checked(ctx, replace(SITI, sampai=OPENING.date().replace(month=12)))
    assert trial.hasil.berdua == 0
    with pytest.raises(PasswordNeeded):
        workbook_import.apply_workbook(ctx, trial)
    auth.confirm_password(ctx, SANDI, FreshFor.ROLES)
    workbook_import.apply_workbook(ctx, trial)


def test_an_office_that_changed_meanwhile_is_tried_again(ctx: Context) -> None:
    """A row that granted nothing when it was looked at is not granted unseen."""
    trial = checked(ctx, SITI)
    with ctx.office.store.unit() as unit:
        unit.people.put(replace(SITI, peran=()))
        unit.commit()
    with pytest.raises(WorkbookOutdated):
        workbook_import.apply_workbook(ctx, trial)


def stays(ctx: Context) -> bool:
    with ctx.office.store.read() as unit:
        return holding.has_admin(unit, ctx.today())


@pytest.mark.parametrize(
    "gone",
    [
        replace(RAHMA, peran=(Role.KASUBAG_PERENCANAAN,)),
        replace(RAHMA, peran=(*RAHMA.peran, Role.ADMIN), sampai=OPENING.date().replace(day=1)),
        replace(RAHMA, peran=(*RAHMA.peran, Role.ADMIN), sampai=OPENING.date()),
    ],
    ids=["without the role", "ended", "ends today"],
)
def test_no_workbook_takes_the_last_admin_away(ctx: Context, gone: Pegawai) -> None:
    """As on the screen, and told in the trial already."""
    with ctx.office.store.unit() as unit:
        unit.people.put(replace(JOKO, peran=()))
        unit.commit()
    book = BukuKinerja(Instansi("", ""), NAMED, pegawai=(replace(gone, id=""),))
    with pytest.raises(FileRefused) as refused:
        workbook_import.apply_workbook(ctx, checked(ctx, gone))
    assert "Admin" in refused.value.kesalahan[0].sebab
    with pytest.raises(FileRefused):
        workbook_import.import_buku(ctx, book, FILE.name)
    assert stays(ctx)
    assert stored(ctx)[1] != "Register loket"


def test_an_admin_may_go_where_another_one_stays(ctx: Context) -> None:
    workbook_import.apply_workbook(ctx, checked(ctx, replace(JOKO, sampai=OPENING.date().replace(day=1))))
    assert stays(ctx)


def test_an_admin_may_go_where_the_same_workbook_brings_another(ctx: Context) -> None:
    """Whatever the order of its rows."""
    with ctx.office.store.unit() as unit:
        unit.people.put(replace(JOKO, peran=()))
        unit.commit()
    people = (replace(RAHMA, peran=(Role.KASUBAG_PERENCANAAN,)), replace(JOKO, peran=(Role.ADMIN,)))
    trial = checked(ctx, *people)
    auth.confirm_second(ctx, "andi", SANDI, Berdua.PERAN)
    workbook_import.apply_workbook(ctx, trial)
    assert stays(ctx)


def test_nobody_is_ended_by_a_workbook_while_a_task_waits_for_him_alone(ctx: Context, kantor: Kantor) -> None:
    kantor.assign("PEL")
    ended = replace(SITI, sampai=OPENING.date())
    trial = checked(ctx, ended).hasil
    assert [k.sebab for k in trial.kesalahan] == [
        f"{SITI.nama} masih memegang 1 tugas yang tidak dapat dikerjakan orang lain."
    ]
    with ctx.office.store.unit() as unit:
        unit.people.put(replace(DEWI, peran=(Role.KASUBAG,), sampai=OPENING.date()))
        unit.commit()
    assert checked(ctx, ended).hasil.kesalahan  # Dewi ends that day too
    assert checked(ctx, ended, replace(DEWI, peran=(Role.KASUBAG,))).hasil.kesalahan == ()
