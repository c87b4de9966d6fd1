"""Serah Terima Petugas: one post goes over whole, with its paper, or not at all."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from kinerja_desktop.domain.errors import (
    FieldsRefused,
    KinerjaError,
    LastAdmin,
    NameTaken,
    PasswordMustChange,
    PasswordNeeded,
    RoleEnded,
    StaleWrite,
    WrongRole,
)
from kinerja_desktop.domain.pegawai import Pegawai, Penugasan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services import (
    archive,
    auth,
    backup_sheet,
    inbox,
    integrity,
    people,
    succession,
    trail,
    verification,
)
from kinerja_desktop.services.context import Confirmations, Context, Office
from kinerja_desktop.services.succession import HasilSerah
from kinerja_desktop.services.succession_state import Serah
from tests.disk_office import admin_of
from tests.documents.reading import read_pages
from tests.office import ANDI, BUDI, JOKO, RAHMA, SITI, TUTI, Kantor

TODAY, TOMORROW = date(2026, 7, 10), date(2026, 7, 11)
SERAH = Serah(
    SITI.id, TUTI.id, TODAY, Penugasan.PLT, pengguna="tuti", dasar="SPT Camat Nomor 12 Tahun 2026", lembar=True
)


@pytest.fixture
def admin(kantor: Kantor) -> Context:
    """The Admin of an office, who can log in; hashing is cheap."""
    ctx = replace(kantor.ctx(JOKO), office=replace(kantor.office, latihan=True))
    people.open_account(ctx, JOKO.id, "joko")
    return ctx


def hand_over(admin: Context, serah: Serah) -> HasilSerah:
    return succession.hand_post_over(admin, serah, seen=succession.load(admin, serah.lama).versi)


def rows_of(kantor: Kantor) -> tuple[Pegawai, ...]:
    with kantor.store.read() as unit:
        return unit.people.all()


def words_on(admin: Context, paper_id: str) -> str:
    return " ".join(" ".join(page.text for page in read_pages(archive.open_paper(admin, paper_id))).split())


def test_the_post_ends_the_day_before_and_begins_for_the_other(kantor: Kantor, admin: Context) -> None:
    hand_over(admin, SERAH)

    with kantor.store.read() as unit:
        assert unit.people.get(SITI.id).sampai == date(2026, 7, 9)
        (now,) = unit.people.holders(Role.KASUBAG, TODAY, "PEL")
    assert (now.nama, now.jabatan_tercetak, now.seksi) == (TUTI.nama, "Plt. Kasi Pelayanan", "PEL")


def test_who_takes_over_keeps_his_own_post_and_logs_in_for_both(kantor: Kantor, admin: Context) -> None:
    done = hand_over(admin, SERAH)

    with pytest.raises(PasswordMustChange):
        auth.log_in(admin.office, "tuti", done.kode)
    with kantor.store.read() as unit:
        held = auth.actors_of(unit, TUTI.id, TODAY)
    assert [v.pengguna for v in people.list_people(admin) if v.pegawai.nama == TUTI.nama] == ["tuti", "tuti"]
    assert {(a.role, a.seksi) for a in held} == {(Role.KASUBAG, "PEL"), (Role.ANALIS, "TRA")}


def test_somebody_without_a_role_gets_the_post_on_his_own_row(kantor: Kantor, admin: Context) -> None:
    new = people.save_person(admin, Pegawai("Nadia Seandainya", "Pelaksana", ()), 0)

    hand_over(admin, replace(SERAH, baru=new.id, pengguna="nadia"))

    (row,) = [p for p in rows_of(kantor) if p.nama == "Nadia Seandainya"]
    assert (row.id, row.jabatan, row.peran, row.mulai) == (new.id, "Kasi Pelayanan", (Role.KASUBAG,), TODAY)


def test_open_tasks_go_over_and_stand_on_the_paper(kantor: Kantor, admin: Context) -> None:
    kantor.play(until=Action.SUBMIT_BAHAN)
    (task,) = succession.load(admin, SITI.id).tugas
    assert (task.tugas, task.masa) == ("Susun laporan Seksi Pelayanan", "Triwulan II 2026")

    done = hand_over(admin, SERAH)

    text = words_on(admin, done.dokumen.id)
    for words in ("Susun laporan Seksi Pelayanan", SITI.nama, TUTI.nama, "SPT Camat Nomor 12 Tahun 2026", "Kasubag"):
        assert words in text
    (post,) = [p for p in rows_of(kantor) if p.nama == TUTI.nama and Role.KASUBAG in p.peran]
    assert inbox.load(kantor.ctx(post)).jumlah[inbox.Lingkup.SAYA] == 1


def test_the_paper_is_numbered_archived_signed_by_both_and_known_by_the_head(admin: Context) -> None:
    done = hand_over(admin, SERAH)

    text = words_on(admin, done.dokumen.id)
    assert done.dokumen.nomor is not None
    assert done.dokumen.nomor in text
    assert archive.load(admin).baris[0].jenis == "Berita Acara Serah Terima"
    for words in ("SITI MISALNYA", "TUTI SEUMPAMA", "ANDI UMPAMA", "Mengetahui", "tidak ada yang diserahkan"):
        assert words in text


def test_a_sheet_that_goes_from_hand_to_hand_stands_on_the_paper(kantor: Kantor, admin: Context) -> None:
    with kantor.store.unit() as unit:
        unit.settings.put(backup_sheet.SHEET_KEY, "age1contoh")
        unit.commit()

    assert "diserahkan kepada Pihak Kedua" in words_on(admin, hand_over(admin, SERAH).dokumen.id)


def test_nobody_knows_of_it_where_the_head_hands_over_himself(admin: Context) -> None:
    done = hand_over(admin, Serah(ANDI.id, RAHMA.id, TODAY, Penugasan.PLH))

    assert "Mengetahui" not in words_on(admin, done.dokumen.id)


def test_a_day_to_come_leaves_the_old_one_in_force_until_then(kantor: Kantor, admin: Context) -> None:
    hand_over(admin, replace(SERAH, mulai=TOMORROW))

    with kantor.store.read() as unit:
        assert [p.nama for p in unit.people.holders(Role.KASUBAG, TODAY, "PEL")] == [SITI.nama]
        assert [p.nama for p in unit.people.holders(Role.KASUBAG, TOMORROW, "PEL")] == [TUTI.nama]


def test_changed_settings_are_told_without_what_the_letterhead_says(kantor: Kantor, admin: Context) -> None:
    with kantor.store.unit() as unit:
        unit.settings.put("kertas.lambang", "hitam")
        unit.commit()

    assert succession.load(admin, SITI.id).setelan == (("Warna lambang", "Hitam putih"),)


REFUSED = {
    "the same person": (replace(SERAH, baru=SITI.id), FieldsRefused),
    "a day that is over": (replace(SERAH, mulai=date(2026, 7, 9)), FieldsRefused),
    "somebody without a post": (replace(SERAH, lama="tiada"), KinerjaError),
    "a user name that is taken": (replace(SERAH, pengguna="joko"), NameTaken),
    "an Admin who cannot log in": (Serah(JOKO.id, BUDI.id, TODAY), LastAdmin),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_leaves_no_trace(kantor: Kantor, admin: Context, case: str) -> None:
    serah, error = REFUSED[case]
    with kantor.store.read() as unit:
        before = (unit.people.all(), unit.accounts.names(), unit.papers.all(), unit.journal.head())
        seen = trail.version(unit, trail.Kind.PERSON, serah.lama)

    with pytest.raises(error):
        succession.hand_post_over(admin, serah, seen=seen)

    with kantor.store.read() as unit:
        assert (unit.people.all(), unit.accounts.names(), unit.papers.all(), unit.journal.head()) == before


def test_the_admin_may_hand_his_own_post_over(kantor: Kantor, admin: Context) -> None:
    hand_over(admin, Serah(JOKO.id, BUDI.id, TODAY, pengguna="budi"))

    with kantor.store.read() as unit:
        assert [p.nama for p in unit.people.holders(Role.ADMIN, TODAY)] == [BUDI.nama]


def test_a_post_that_changed_meanwhile_is_not_handed_over(admin: Context) -> None:
    seen = succession.load(admin, SITI.id).versi
    people.save_person(admin, replace(SITI, pangkat="Penata", golongan="III/c"), seen)

    with pytest.raises(StaleWrite):
        succession.hand_post_over(admin, SERAH, seen=seen)


def test_only_an_admin_who_gave_his_password_may(kantor: Kantor, admin: Context) -> None:
    without = replace(admin, office=replace(admin.office, confirmed=Confirmations()))
    act = partial(succession.hand_post_over, serah=SERAH, seen=0)
    with pytest.raises(PasswordNeeded):
        act(without)
    with pytest.raises(WrongRole):
        act(kantor.ctx(RAHMA))


def test_looking_at_the_paper_changes_nothing(kantor: Kantor, admin: Context) -> None:
    before = rows_of(kantor)

    (first, *_) = read_pages(succession.preview(admin, SERAH).pdf)

    assert "BERITA ACARA SERAH TERIMA" in first.text
    assert rows_of(kantor) == before


def test_the_paper_is_known_by_its_code_and_named_by_day_and_post(admin: Context) -> None:
    done = hand_over(admin, SERAH)

    assert verification.verify_kode(admin.office, done.dokumen.kode or "").putusan is verification.Putusan.SAH
    assert archive.file_name(done.dokumen) == "serah-terima-2026-0710-kasi-pelayanan.pdf"


def test_the_check_of_the_office_finds_nothing_afterwards(office: Office) -> None:
    ctx = admin_of(office)
    there = succession.offered(ctx)
    lama = next(post for post in there.jabatan if Role.ADMIN not in post.peran)
    baru = next(one for one in there.pengganti if one.pegawai.nama != lama.nama)

    hand_over(ctx, Serah(lama.id, baru.pegawai.id, ctx.today(), pengguna="" if baru.akun else "pengganti"))

    assert integrity.examine(office).temuan == ()


def test_copies_are_noted_although_the_own_post_went_over(admin: Context) -> None:
    made = hand_over(admin, replace(SERAH, lama=JOKO.id))
    with pytest.raises(RoleEnded):
        archive.note_copy(admin, made.dokumen.id)

    assert [made.catat_salinan() for _ in range(2)] == [1, 2]
