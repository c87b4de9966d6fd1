"""A workbook of figures made into an office that can play its year: people and titles are borrowed.

Borrowed people are those of the bundled example and, where they do not suffice, more invented names;
whoever the workbook itself names stays and comes first. Playing the year is the business of ``services``.
To add names: a line in ``NAMA``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.pegawai import Instansi, Pegawai, Penugasan, StatusPegawai
from kinerja_desktop.domain.roles import Role

_KECAMATAN = "Kecamatan "
_OFFICE_ROLES = (Role.CAMAT, Role.KABID, Role.KASUBAG_PERENCANAAN, Role.ADMIN)
_SEKSI_ROLES = (Role.KASUBAG, Role.ANALIS)
_ENDS_AFTER = (3, 31)
"""The annual report is made in the first months of the next year; until then every role is needed."""

NAMA = (
    "Rina Amsal",
    "Hamzah Tamsilan",
    "Nurdin Gambaran",
    "Sitti Perlambang",
    "Arif Lukisan",
    "Mariati Ibarat",
    "Zainal Bayangan",
    "Hasnah Teladanwati",
    "Yusuf Contohan",
    "Rahmat Seandainya",
    "Wahyu Misalkan",
    "Lina Upama",
)
"""Plainly invented names for seksi beyond those of the example."""


def lengkapi(buku: BukuKinerja, contoh: BukuKinerja) -> BukuKinerja:
    """The same book with a seksi for every indikator and somebody for every role, all year round.

    Without seksi of its own it gets one, and all indikator fall to it; an indikator or a person of an
    unknown seksi falls to the first one.
    """
    seksi = buku.seksi or (_borrowed_seksi(buku.instansi, contoh),)
    codes = {s.kode for s in seksi}
    plan = tuple(i if i.seksi in codes else replace(i, seksi=seksi[0].kode) for i in buku.rencana.indikator)
    people = tuple(_in_known_seksi(person, seksi) for person in buku.pegawai)
    at_work = [s for s in seksi if any(i.seksi == s.kode for i in plan)]
    return replace(
        buku,
        rencana=replace(buku.rencana, indikator=plan),
        anggaran=tuple(_of_known_seksi(baris, codes) for baris in buku.anggaran),
        seksi=seksi,
        pegawai=_Staff(buku, contoh, people).complete(at_work),
    )


def _in_known_seksi(person: Pegawai, seksi: tuple[Seksi, ...]) -> Pegawai:
    if any(person.seksi == s.kode for s in seksi):
        return person
    works_there = any(role.of_seksi for role in person.peran)
    return replace(person, seksi=seksi[0].kode if works_there else None)


def _of_known_seksi(baris: BarisAnggaran, codes: set[str]) -> BarisAnggaran:
    return baris if baris.seksi is None or baris.seksi in codes else replace(baris, seksi=None)


def _borrowed_seksi(instansi: Instansi, contoh: BukuKinerja) -> Seksi:
    """One unit that every office has, under the code of the example's first seksi."""
    kode = contoh.seksi[0].kode
    return Seksi(kode, "Sekretariat Kecamatan" if instansi.nama.startswith(_KECAMATAN) else "Sekretariat")


def jabatan_pimpinan(instansi: Instansi) -> str:
    """Title of the head in running text: "Camat Setu", "Kepala Dinas Kesehatan"."""
    if instansi.nama.startswith(_KECAMATAN):
        return f"Camat {instansi.nama.removeprefix(_KECAMATAN)}"
    return f"Kepala {instansi.nama}"


class _Staff:
    """The people of an office while they are completed."""

    def __init__(self, buku: BukuKinerja, contoh: BukuKinerja, people: tuple[Pegawai, ...]) -> None:
        self._instansi = buku.instansi
        self._first = date(buku.rencana.tahun, 1, 1)
        self._last = date(buku.rencana.tahun + 1, *_ENDS_AFTER)
        self._people = list(people)
        self._spare = chain(contoh.pegawai, _invented())

    def complete(self, seksi: Iterable[Seksi]) -> tuple[Pegawai, ...]:
        self._let_the_head_check()
        for role in _OFFICE_ROLES:
            self._fill(role, None)
        for unit in seksi:
            for role in _SEKSI_ROLES:
                self._fill(role, unit)
        return tuple(self._people)

    def _let_the_head_check(self) -> None:
        """A head whom the workbook names checks too, where it names nobody for that."""
        if not any(Role.KABID in p.peran for p in self._people):
            self._people = [
                replace(p, peran=(*p.peran, Role.KABID)) if Role.CAMAT in p.peran else p for p in self._people
            ]

    def _fill(self, role: Role, unit: Seksi | None) -> None:
        for mulai, sampai in self._gaps(role, unit):
            self._people.append(self._borrow(role, unit, mulai, sampai))

    def _gaps(self, role: Role, unit: Seksi | None) -> Iterator[tuple[date, date]]:
        """Stretches of the year's work in which nobody holds the role."""
        held = [p for p in self._people if role in p.peran and (unit is None or p.seksi == unit.kode)]
        begin: date | None = None
        for offset in range((self._last - self._first).days + 1):
            day = self._first + timedelta(days=offset)
            if any(p.berlaku(day) for p in held):
                if begin is not None:
                    yield begin, day - timedelta(days=1)
                begin = None
            elif begin is None:
                begin = day
        if begin is not None:
            yield begin, self._last

    def _borrow(self, role: Role, unit: Seksi | None, mulai: date, sampai: date) -> Pegawai:
        """Somebody new for a gap; the head checks too where that is open as well."""
        person = self._next(role)
        roles = (Role.KABID, Role.CAMAT) if role is Role.CAMAT and self._nobody_checks() else (role,)
        return replace(
            person,
            jabatan=self._title(role, unit),
            peran=roles,
            seksi=None if unit is None else unit.kode,
            mulai=None if mulai == self._first else mulai,
            sampai=None if sampai == self._last else sampai,
            penugasan=Penugasan.DEFINITIF,
            pengguna=self._free_name(person),
        )

    def _nobody_checks(self) -> bool:
        return not any(Role.KABID in p.peran for p in self._people)

    def _next(self, role: Role) -> Pegawai:
        """The next spare person, of the example those first who have this role there."""
        spare = list(_take_until_fit(self._spare, role))
        self._spare = chain(spare[:-1], self._spare)
        return spare[-1]

    def _title(self, role: Role, unit: Seksi | None) -> str:
        if unit is not None:
            return f"Kepala {unit.nama}" if role is Role.KASUBAG else "Pengelola Data Kinerja"
        return {
            Role.KASUBAG_PERENCANAAN: "Kepala Subbagian Perencanaan",
            Role.ADMIN: "Pranata Komputer",
        }.get(role, jabatan_pimpinan(self._instansi))

    def _free_name(self, person: Pegawai) -> str:
        wanted = person.pengguna or person.nama.partition(" ")[0].casefold()
        taken = {p.pengguna for p in self._people}
        return next(name for name in _numbered(wanted) if name not in taken)


def _take_until_fit(spare: Iterator[Pegawai], role: Role) -> Iterator[Pegawai]:
    """Spare people up to the first who has the role, or whose role is free to choose."""
    for person in spare:
        yield person
        if role in person.peran or not person.peran:
            return


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}{number}"
        number += 1


def _invented() -> Iterator[Pegawai]:
    """More and more people; their NIP are plainly invented, too."""
    number = 0
    while True:
        nama = NAMA[number % len(NAMA)]
        turn = number // len(NAMA)
        serial = f"{1 + number % 999:03}"
        yield Pegawai(
            nama if turn == 0 else f"{nama} {turn + 1}",
            "",
            (),
            nip=f"19800101200501{1 + number % 2}{serial}",
            status=StatusPegawai.PNS,
            pangkat="Penata",
            golongan="III/c",
        )
        number += 1
