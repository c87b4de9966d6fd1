"""Making an office that can play its year out of a workbook of figures."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.contoh import lengkapi
from kinerja_desktop.domain.indikator import Indikator, Rencana, Seksi, Tingkat
from kinerja_desktop.domain.nip import warnings_of
from kinerja_desktop.domain.pegawai import Instansi, Pegawai
from kinerja_desktop.domain.roles import Role

EXAMPLE = BukuKinerja(
    Instansi("Kecamatan Kelara", "Kabupaten Jeneponto"),
    Rencana(2026, (Indikator("1", "Indeks", seksi="UMK"),)),
    seksi=(Seksi("UMK", "Subbagian Umum dan Keuangan"),),
    pegawai=(
        Pegawai("Andi Umpama", "Camat Kelara", (Role.KABID, Role.CAMAT), pengguna="andi"),
        Pegawai("Rahma Teladan", "Kepala Subbagian Perencanaan", (Role.KASUBAG_PERENCANAAN,), pengguna="rahma"),
        Pegawai("Hasan Perumpamaan", "Kepala Subbagian", (Role.KASUBAG,), seksi="UMK", pengguna="hasan"),
        Pegawai("Nur Andaian", "Pengelola Keuangan", (Role.ANALIS,), seksi="UMK", pengguna="nur"),
        Pegawai("Dewi Ibarat", "Pranata Komputer", (Role.ADMIN, Role.ANALIS), seksi="UMK", pengguna="dewi"),
    ),
)


def book(nama: str, *codes: str | None, tahun: int = 2023, **fields: object) -> BukuKinerja:
    plan = tuple(Indikator(str(n), f"Indikator {n}", seksi=code) for n, code in enumerate(codes, 1))
    return replace(BukuKinerja(Instansi(nama, "Kota Contoh"), Rencana(tahun, plan)), **fields)  # type: ignore[arg-type]


def holders(buku: BukuKinerja, role: Role, seksi: str | None = None, day: date | None = None) -> list[Pegawai]:
    on = day or date(buku.rencana.tahun, 7, 10)
    return [p for p in buku.pegawai if role in p.peran and p.berlaku(on) and seksi in (None, p.seksi)]


def assert_playable(buku: BukuKinerja) -> None:
    """Somebody for every role on every day until the annual report; every indikator has a seksi."""
    codes = {s.kode for s in buku.seksi}
    used = {i.seksi for i in buku.rencana.indikator}
    assert used <= codes
    day = date(buku.rencana.tahun, 1, 1)
    while day <= date(buku.rencana.tahun + 1, 3, 31):
        for role in (Role.KABID, Role.CAMAT, Role.KASUBAG_PERENCANAAN, Role.ADMIN):
            assert holders(buku, role, day=day), (role, day)
        for seksi in used:
            for role in (Role.KASUBAG, Role.ANALIS):
                assert holders(buku, role, seksi, day), (role, seksi, day)
        day += timedelta(days=30)
    users = [p.pengguna for p in buku.pegawai if p.pengguna]
    assert len(users) == len(set(users))


def test_a_bare_book_borrows_everybody_with_titles_that_fit() -> None:
    found = lengkapi(book("Kecamatan Setu", None, "X"), EXAMPLE)

    assert_playable(found)
    assert found.seksi == (Seksi("UMK", "Sekretariat Kecamatan"),)
    assert {i.seksi for i in found.rencana.indikator} == {"UMK"}
    assert [(p.nama, p.jabatan, p.peran) for p in found.pegawai] == [
        ("Andi Umpama", "Camat Setu", (Role.KABID, Role.CAMAT)),
        ("Rahma Teladan", "Kepala Subbagian Perencanaan", (Role.KASUBAG_PERENCANAAN,)),
        ("Dewi Ibarat", "Pranata Komputer", (Role.ADMIN,)),
        ("Hasan Perumpamaan", "Kepala Sekretariat Kecamatan", (Role.KASUBAG,)),
        ("Nur Andaian", "Pengelola Data Kinerja", (Role.ANALIS,)),
    ]


def test_another_kind_of_office_has_a_kepala() -> None:
    found = lengkapi(book("Dinas Kesehatan", None), EXAMPLE)

    [head] = holders(found, Role.CAMAT)
    assert head.jabatan == "Kepala Dinas Kesehatan"
    assert found.seksi[0].nama == "Sekretariat"


def test_many_seksi_get_more_invented_people() -> None:
    seksi = tuple(Seksi(f"S{n}", f"Bidang {n}") for n in range(1, 21))

    found = lengkapi(book("Dinas Contoh", *(s.kode for s in seksi), seksi=seksi), EXAMPLE)

    assert_playable(found)
    names = [p.nama for p in found.pegawai]
    assert len(names) == len(set(names)) == 43
    assert [p.jabatan for p in holders(found, Role.KASUBAG, "S7")] == ["Kepala Bidang 7"]
    assert all(not warnings_of(p.nip, p.status) for p in found.pegawai if p.nip)


def test_a_seksi_without_indikator_needs_nobody() -> None:
    seksi = (Seksi("A", "Seksi A"), Seksi("B", "Seksi B"))

    found = lengkapi(book("Kecamatan Setu", "A", seksi=seksi), EXAMPLE)

    assert found.seksi == seksi
    assert not holders(found, Role.KASUBAG, "B")


def test_own_people_stay_and_only_gaps_are_filled() -> None:
    own = (
        Pegawai("Camat Sendiri", "Camat Setu", (Role.CAMAT,), pengguna="andi"),
        Pegawai("Kasi Sendiri", "Kasi", (Role.KASUBAG, Role.ANALIS), seksi="A", sampai=date(2023, 8, 31)),
    )
    seksi = (Seksi("A", "Seksi A"),)

    found = lengkapi(book("Kecamatan Setu", "A", seksi=seksi, pegawai=own), EXAMPLE)

    assert_playable(found)
    assert [p.nama for p in holders(found, Role.KABID)] == ["Camat Sendiri"]
    assert [p.nama for p in holders(found, Role.KASUBAG, "A", date(2023, 8, 31))] == ["Kasi Sendiri"]
    [after] = holders(found, Role.KASUBAG, "A", date(2023, 9, 1))
    assert (after.nama, after.mulai, after.sampai) == ("Hasan Perumpamaan", date(2023, 9, 1), None)


def test_people_and_money_of_an_unknown_seksi_fall_to_the_first_or_to_none() -> None:
    own = (
        Pegawai("Analis Sendiri", "Staf", (Role.ANALIS,), seksi="X"),
        Pegawai("A", "Camat", (Role.CAMAT,), seksi="X"),
    )
    money = (BarisAnggaran("1", Tingkat.PROGRAM, "Program", seksi="X"),)

    found = lengkapi(book("Kecamatan Setu", "X", pegawai=own, anggaran=money), EXAMPLE)

    assert_playable(found)
    assert [p.nama for p in holders(found, Role.ANALIS, "UMK")] == ["Analis Sendiri"]
    assert (found.pegawai[1].seksi, found.anggaran[0].seksi) == (None, None)


def test_a_complete_book_stays_as_it_is() -> None:
    assert lengkapi(EXAMPLE, EXAMPLE) == EXAMPLE


@pytest.mark.parametrize("tahun", [2020, 2199])
def test_any_year_can_be_played(tahun: int) -> None:
    assert_playable(lengkapi(book("Kecamatan Setu", None, tahun=tahun), EXAMPLE))
