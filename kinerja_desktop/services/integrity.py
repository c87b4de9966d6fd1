"""Whether everything stored is what was written: pages, history, projections, records, files. Nothing is repaired.

Where the database itself is not what was written, `watch` stops all writing: what is stored stays as evidence. An
office goes on from a good copy (``restore``), or an Admin says with his reason that it goes on as it is (`accept`);
what he accepted stays in the history and in every later check, as known.

Storage looks at pages, chains, cases and files and tells facts (``storage.check``), which get their sentences in
``integrity_words``; here the other tables are compared with what the records of the history say they hold. To
check one more kind of thing: a line in ``_THINGS``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import (
    Berdua,
    DataDamaged,
    KinerjaError,
    ReadOnlyOffice,
    ReasonTooShort,
    WritingStopped,
)
from kinerja_desktop.domain.realisasi import MIN_ALASAN, panjang_alasan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.segel import Jangkar
from kinerja_desktop.domain.tanggal import format_tanggal, format_waktu
from kinerja_desktop.services import (
    anchors,
    auth,
    evidence,
    granting,
    integrity_words,
    lost_mark,
    plan_lineage,
    planning,
    trail,
)
from kinerja_desktop.services.acting import rebuilt
from kinerja_desktop.services.anchors import Kecocokan
from kinerja_desktop.services.archive import title
from kinerja_desktop.services.context import ALL_ROLES, Context, Office, permits
from kinerja_desktop.services.snapshots import current_content
from kinerja_desktop.services.trail import Kind
from kinerja_desktop.storage.check import NO_SUCH_SHAPE, Finding, Part, Reason, check_office
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.faults import UNREADABLE
from kinerja_desktop.storage.records import JournalRow
from kinerja_desktop.storage.unit_of_work import Unit

PAGES, BUKTI, DOKUMEN, JANGKAR = "Halaman basis data", "Bukti dukung", "Dokumen", "Pembanding luar"
ISIAN = "Isian belum diajukan"
OF_FILES = frozenset((BUKTI, DOKUMEN))
"""Parts that hold files beside the database."""
BESIDE = OF_FILES | {ISIAN}
"""Parts that stop nobody: the record itself is whole. A draft that is damaged is not used (``damaged``)."""
_KNOWN = "Perubahan di luar program dapat diketahui, bukan dicegah."
Progress = Callable[[str, int], None]
"""Called with the name of a part that is done and how many things it held."""
PARTS = 8
"""How many parts the whole check has."""


def silent(_part: str, _number: int) -> None:
    """Progress for who does not ask for it."""


@dataclass(frozen=True, slots=True)
class Bagian:
    """One part of the check: its name, how many things it holds, and what was found, each in a sentence.

    ``diketahui`` are findings that an Admin accepted before.
    """

    nama: str
    jumlah: int
    temuan: tuple[str, ...]
    diketahui: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """The whole check."""

    bagian: tuple[Bagian, ...]
    peringatan: tuple[str, ...] = ()
    """What is no finding and stops nobody, but should be asked about."""
    ditelusuri: tuple[str, ...] = ()
    """What was asked about, with what came of it."""

    @property
    def temuan(self) -> tuple[str, ...]:
        """All findings, in the order of the parts."""
        return tuple(t for b in self.bagian for t in b.temuan)

    @property
    def diketahui(self) -> tuple[str, ...]:
        """What was found and accepted before."""
        return tuple(t for b in self.bagian for t in b.diketahui)

    @property
    def utuh(self) -> bool:
        """True where no difference was found but those that are known."""
        return not self.temuan

    @property
    def menghentikan(self) -> tuple[str, ...]:
        """Findings about the record itself. A file that is missing can be put back, a draft is typed again."""
        return tuple(t for b in self.bagian if b.nama not in BESIDE for t in b.temuan)

    @property
    def batas(self) -> str:
        """How far this check reaches, said with every result."""
        number = next((b.jumlah for b in self.bagian if b.nama == JANGKAR), 0)
        if number:
            return f"{_KNOWN} Riwayat sama dengan {number} pembanding di luar basis data (cadangan atau kertas)."
        return (
            f"{_KNOWN} Tanpa pembanding di luar basis data, seperti cadangan di USB atau tanda riwayat pada kertas, "
            "tidak dapat dibuktikan bahwa seluruh riwayat tidak pernah ditulis ulang."
        )

    @property
    def terbaca(self) -> bool:
        """False where pages or the shape of the database are damaged: then only a good copy helps."""
        return not self.bagian[0].temuan


@permits(*ALL_ROLES)
def check(ctx: Context, progress: Progress = silent) -> Pemeriksaan:
    """Check the office from the window."""
    return watch(ctx.office, progress)


def watch(office: Office, progress: Progress = silent) -> Pemeriksaan:
    """Check everything, with the anchors in all copies at hand, and stop writing where the database is not as written.

    Called after every start.
    """
    lost_mark.note(office)
    found = examine(office, progress, anchors.of_copies(office))
    _LAST[office.store] = found, office.clock.now()
    office.store.notes_damaged = any(part.temuan for part in found.bagian if part.nama == ISIAN)
    if found.menghentikan and not isinstance(office.store.stopped, ReadOnlyOffice):
        office.store.stop(partial(WritingStopped, found.menghentikan))
    return found


def examine(office: Office, progress: Progress = silent, jangkar: Sequence[Jangkar] = ()) -> Pemeriksaan:
    """Check everything; the first bad row of each part stands first. The office is free for others meanwhile.

    ``jangkar`` are those that the history is compared with.
    """
    try:
        still = replace(office, store=office.store.aside())
    except DataDamaged:
        return Pemeriksaan((Bagian(PAGES, 1, ("Halaman basis data rusak; basis data tidak dapat disalin.",)),))
    done = []
    for part in _parts(still, jangkar):
        progress(part.nama, part.jumlah)
        done.append(part)
    if done[0].nama == PAGES and done[0].temuan:
        return Pemeriksaan(tuple(done))
    lost = lost_mark.told(still)
    known = tuple(one.kalimat for one in lost if one.hasil)
    return Pemeriksaan(tuple(done), tuple(one.kalimat for one in lost if not one.hasil), known)


@permits(*ALL_ROLES)
def last_check(ctx: Context) -> tuple[Pemeriksaan, datetime] | None:
    """The last check since the office was opened, and when it was made."""
    return last_of(ctx.office)


def last_of(office: Office) -> tuple[Pemeriksaan, datetime] | None:
    """The same for `diagnosis`, which tells how many findings there were."""
    return _LAST.get(office.store)


_LAST: WeakKeyDictionary[Store, tuple[Pemeriksaan, datetime]] = WeakKeyDictionary()


@permits(Role.ADMIN)
def accept(ctx: Context, alasan: str) -> Pemeriksaan:
    """Go on with an office as it is found, with the reason for it. Nothing is repaired; the findings become history.

    By two, like a restore: what is found may be a role that somebody wrote himself. Raises SecondNeeded,
    ReasonTooShort, WritingStopped where pages are damaged, ReadOnlyOffice.
    """
    if panjang_alasan(alasan) < MIN_ALASAN:
        raise ReasonTooShort(panjang_alasan(alasan), MIN_ALASAN)
    store, why = ctx.office.store, ctx.office.store.stopped
    if isinstance(why, ReadOnlyOffice):
        raise why
    found = examine(ctx.office)
    if not found.terbaca:
        raise WritingStopped(found.temuan)
    mark = store.mark
    with store.going_on(), store.unit() as unit:
        kedua = granting.second_of(unit, ctx, Berdua.LANJUT)
        told = {"temuan": found.temuan, "alasan": alasan.strip(), "kedua": kedua}
        isi = {**told, "urut": mark.seq, "kepala": mark.hash}
        trail.record(unit, ctx.actor, ctx.now(), Kind.FINDINGS, "", isi=isi)
        unit.commit()
    return watch(ctx.office)


@permits(Role.ADMIN)
def hold_second(ctx: Context) -> None:
    """Raise SecondNeeded where going on still wants a second official."""
    with ctx.office.store.read() as unit:
        granting.hold_second(unit, ctx, Berdua.LANJUT)


def _known(unit: Unit) -> frozenset[str]:
    """What an Admin accepted."""
    return frozenset(told for row in unit.journal.records(Kind.FINDINGS.value) for told in row.isi["temuan"])


def _parts(office: Office, jangkar: Sequence[Jangkar]) -> Iterator[Bagian]:
    found = check_office(office.store, current_content)
    if any(f.part is Part.PAGES for f in found):  # nothing more can be read
        yield Bagian(PAGES, 1, tuple(integrity_words.sentence(None, f) for f in found))
        return
    with office.store.read() as unit:
        known = _known(unit)
        told = {part: tuple(integrity_words.sentence(unit, f) for f in found if f.part is part) for part in Part}
        looks = (*_looks(unit, office, found, told), (JANGKAR, lambda: _anchored(unit, jangkar)))
        for nama, look in looks:
            try:
                jumlah, temuan = look()
                yield Bagian(
                    nama, jumlah, tuple(t for t in temuan if t not in known), tuple(t for t in temuan if t in known)
                )
            except NO_SUCH_SHAPE:
                if not told[Part.SCHEMA]:
                    raise  # our own query is wrong, not the file
                yield Bagian(nama, 0, ("Bagian ini tidak dapat dibaca, karena susunan tabelnya berubah.",))


_Looked = tuple[int, tuple[str, ...]]
"""How many things a part holds, and what was found."""


def _looks(
    unit: Unit, office: Office, found: Sequence[Finding], told: Mapping[Part, tuple[str, ...]]
) -> Iterator[tuple[str, Callable[[], _Looked]]]:
    """The parts in their order, each read when it is its turn."""

    def data() -> _Looked:
        records = _last_records(unit)
        return len(records), (*_of_records(unit, records), *_lineage(unit))

    def proofs() -> _Looked:
        named = evidence.referenced(unit)
        missing = _missing_evidence(unit, office, named)
        return len(named), (*missing, *_of_files(unit, found, paths.EVIDENCE))

    yield PAGES, lambda: (1, (*told[Part.SCHEMA], *told[Part.REFERENCE], *told[Part.CELL]))
    yield "Rantai riwayat", lambda: (unit.journal.head().seq, (*told[Part.CHAIN], *told[Part.TAIL]))
    yield (
        "Berkas SOP",
        lambda: (len(unit.journal.case_ids()), (*told[Part.CASE], *told[Part.CONTENT], *_seals(unit))),
    )
    yield "Data kantor", data
    yield ISIAN, lambda: (unit.drafts.count(), told[Part.BESIDE])
    yield BUKTI, proofs
    yield DOKUMEN, lambda: (unit.papers.count(), (*_of_files(unit, found, paths.ARCHIVE), *_counters(unit)))


def _anchored(unit: Unit, jangkar: Sequence[Jangkar]) -> _Looked:
    """How many anchors tell of this history, and those that tell of another one."""
    judged = [(one, anchors.compare(unit, one)) for one in jangkar]
    head = unit.journal.head().seq
    wrong = [(one, what) for one, what in judged if what in (Kecocokan.BERBEDA, Kecocokan.BELUM_SAMPAI)]
    fitting = sum(what is Kecocokan.COCOK for _, what in judged)
    return fitting, tuple(anchors.sentence(one, what, head) for one, what in wrong)


def _of_files(unit: Unit, found: Iterable[Finding], folder: str) -> Iterator[str]:
    """What was found about the files of one folder."""
    of_folder = (f for f in found if f.part is Part.FILE and f.where.startswith(f"{folder}/"))
    return (integrity_words.sentence(unit, f) for f in of_folder)


def _missing_evidence(unit: Unit, office: Office, named: Iterable[str]) -> Iterator[str]:
    """Files that a draft or an act names and that are not there; those that were changed are found by their digest."""
    gone = (digest for digest in named if not office.store.evidence.has(digest))
    findings = (Finding(Part.FILE, Reason.MISSING, f"{paths.EVIDENCE}/{digest}") for digest in gone)
    return (integrity_words.sentence(unit, f) for f in findings)


_UNREADABLE = (*UNREADABLE, KinerjaError)
"""What reading a row raises whose values were changed: no field can hold them, or a rule of the domain forbids them."""


_SEALED = ("tahun", "triwulan", "seksi", "batas", "analis")
"""What each act seals besides the state that it leads to."""


def _seals(unit: Unit) -> Iterator[str]:
    """What storage does not replay; what cannot be read it has told already."""
    for case_id in sorted(unit.journal.case_ids(), key=str):
        try:
            case, acts = unit.cases.get(case_id), unit.journal.acts(case_id)
            expected = rebuilt(case, acts)
        except _UNREADABLE:
            continue
        if any(getattr(case, name) != getattr(expected, name) for name in _SEALED):
            what = integrity_words.case_name(unit, expected)
            yield f"{what}: seksi, triwulan, batas waktu, atau analis tidak sama dengan riwayatnya."


def _lineage(unit: Unit) -> Iterator[str]:
    """Every indikator that has figures or was replaced still stands in its plan. Unreadable plans are told already."""
    try:
        for tahun, kode, old in plan_lineage.missing_links(unit):
            yield f"Rencana {tahun}: indikator {kode} menggantikan {old}, yang tidak ada pada rencana mana pun."
        for tahun, kode in plan_lineage.lost_rows(unit):
            yield f"Rencana {tahun}: indikator {kode} sudah berisi realisasi, tetapi tidak ada pada rencana."
    except _UNREADABLE:
        return


# --- records: tables as last recorded ------------------------------------------------------------

Records = Mapping[tuple[Kind, str], tuple[str, datetime]]


def _last_records(unit: Unit) -> Records:
    """The newest digest of every recorded thing, and when it was recorded."""
    last: dict[tuple[Kind, str], tuple[str, datetime]] = {}
    kinds = {kind.value: kind for kind in Kind}
    for row, isi in _records(unit, "sidik"):
        if row.kind in kinds:
            last[_changed_by(kinds[row.kind], row.subject_id)] = (isi["sidik"], row.pada)
    return last


def _records(unit: Unit, key: str) -> Iterator[tuple[JournalRow, Mapping[str, Any]]]:
    """Every record that says something under the key and can be read; the chain has told of the others."""
    for row in unit.journal.walk(key=key):
        try:
            _, _, isi = row.pada, row.subject_id, row.isi
            said = key in isi
        except _UNREADABLE:
            continue
        if row.action is None and said and isinstance(isi, Mapping):
            yield row, isi


def _changed_by(kind: Kind, subject: str) -> tuple[Kind, str]:
    """The thing that a record tells of: a try to log in changes an account, or the tries of all unknown names."""
    if kind is not Kind.LOGIN:
        return kind, subject
    return (Kind.ACCOUNT, subject) if subject else (Kind.SETTING, auth.STRANGERS)


def _of_records(unit: Unit, records: Records) -> Iterator[str]:
    for kind, things in _THINGS.items():
        try:
            present = dict(things(unit))
        except _UNREADABLE:
            yield f"{kind.value.capitalize()}: ada baris yang tidak dapat dibaca."
            continue
        recorded = {subject: told for (k, subject), told in records.items() if k is kind}
        yield from _of_kind(unit, kind, present, recorded)
        if kind in _IN_ORDER and [s for s in present if s in recorded] != [s for s in recorded if s in present]:
            yield f"{kind.value.capitalize()}: urutannya tidak sama dengan urutan pencatatannya."


_IN_ORDER = (Kind.PERSON, Kind.SEKSI)
"""Kinds that are listed in the order in which they were entered."""


def _of_kind(
    unit: Unit, kind: Kind, present: Mapping[str, str], recorded: Mapping[str, tuple[str, datetime]]
) -> Iterator[str]:
    for subject in dict.fromkeys((*recorded, *present)):
        what = f"{kind.value.capitalize()} {_shown(unit, kind, subject)}"
        if subject not in recorded:
            yield f"{what}: ada tanpa catatan riwayat."
            continue
        digest, pada = recorded[subject]
        when = f"{format_tanggal(pada)}, {format_waktu(pada)}"
        if subject not in present:
            yield f"{what}: tercatat {when}, tetapi sekarang tidak ada."
        elif present[subject] != digest:
            yield f"{what}: isinya tidak sama dengan catatan terakhir ({when})."


Things = Iterable[tuple[str, str]]
"""Key and digest of every thing of a kind, as it stands now."""


def _settings(unit: Unit) -> Things:
    of_plans = {planning.fixed_key(y) for y in unit.planning.years()}
    return ((k, trail.digest(t)) for k, t in unit.settings.all().items() if k not in of_plans)


def _years(unit: Unit) -> Things:
    return ((str(y), trail.digest(unit.calendar.get(y))) for y in unit.calendar.years())


def _people(unit: Unit) -> Things:
    return ((p.id, trail.digest(p)) for p in unit.people.all())


def _sections(unit: Unit) -> Things:
    return ((s.kode, trail.digest(s)) for s in unit.people.seksi())


def _accounts(unit: Unit) -> Things:
    accounts = (unit.accounts.by_pengguna(name) for name in unit.accounts.names())
    return ((a.pegawai_id, trail.digest(a)) for a in accounts if a is not None)


def _plans(unit: Unit) -> Things:
    return ((str(y), trail.digest(planning.content(unit, y))) for y in unit.planning.years())


def _papers(unit: Unit) -> Things:
    return ((p.id, trail.digest(p)) for p in unit.papers.listing())


_THINGS: Mapping[Kind, Callable[[Unit], Things]] = {
    Kind.SETTING: _settings,
    Kind.CALENDAR: _years,
    Kind.PERSON: _people,
    Kind.SEKSI: _sections,
    Kind.ACCOUNT: _accounts,
    Kind.PLAN: _plans,
    Kind.PAPER: _papers,
}


def _counters(unit: Unit) -> Iterator[str]:
    """The counter of every kind of number stands at the last number that a paper took."""
    taken: dict[str, int] = {}
    for row, isi in _records(unit, "urut"):
        if row.kind == Kind.PAPER.value:
            taken |= isi["urut"]
    given = unit.numbers.all()
    for kunci in dict.fromkeys((*taken, *given)):
        stands, used = given.get(kunci, 0), taken.get(kunci, 0)
        if stands != used:
            yield f"Penghitung nomor surat {kunci} menunjuk {stands}; nomor terakhir yang dipakai dokumen {used}."


def _shown(unit: Unit, kind: Kind, subject: str) -> str:
    """What people call a thing: names instead of ids, as long as they can be read."""
    try:
        return _called(unit, kind, subject)
    except _UNREADABLE:
        return subject


def _called(unit: Unit, kind: Kind, subject: str) -> str:
    if kind in (Kind.PERSON, Kind.ACCOUNT):
        return next((p.nama for p in unit.people.all() if p.id == subject), subject)
    if kind is Kind.PAPER:
        found = next((p for p in unit.papers.listing() if p.id == subject), None)
        return title(found) if found else subject
    return subject
