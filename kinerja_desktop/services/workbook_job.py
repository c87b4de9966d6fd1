"""What a Buku Kinerja changes in the office, worked out on one transaction; then written in one go.

Realisasi goes into the draft of an open berkas (``workbook_held``). A value unlike one that was handed in to the
Kabid or approved is a fault. A year without any berkas gets it as Riwayat too, marked "diimpor". People and
letterhead are changed only by who is Admin as well; for others those rows are told as rejected. What grants a role is
done by two, as on the screen (``granting``).

What the office holds is compared in the one form of its letters (``domain.huruf``), which those of the workbook have:
texts from before that rule are no change.

Every sheet is compared first; what nothing can refuse any more (plan, budget, figures) is written last, by ``write``,
which a trial leaves out. To take in another sheet: its comparison in ``compare``.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from functools import partial

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.aturan import Aturan
from kinerja_desktop.domain.buku import BukuKinerja, PeringatanSel, TeksTriwulan, baris_pegawai
from kinerja_desktop.domain.capaian import of_year
from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.errors import IsianSalah, Kesalahan, LastAdmin, SebabIsian, StillHolds
from kinerja_desktop.domain.huruf import composed
from kinerja_desktop.domain.indikator import TANPA_TEKS, Indikator, Rencana, Riwayat, Target, pokok_berubah
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.pegawai import Instansi, Pegawai
from kinerja_desktop.domain.realisasi import IsiIndikator, RealisasiTahun
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.satuan import storable
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Jenis, Status
from kinerja_desktop.services import auth, holding, people, planning, settings, workbook_held
from kinerja_desktop.services.context import Actor
from kinerja_desktop.services.workbook_doubts import doubts
from kinerja_desktop.services.workbook_merge import (
    COLUMN_OF,
    Perubahan,
    Tindakan,
    anggaran_keeping,
    compare,
    indikator_keeping,
    merge,
    merge_anggaran,
    paired_people,
    person_keeping,
    rejected,
    without_grant,
)
from kinerja_desktop.services.workbook_words import in_words
from kinerja_desktop.storage.records import Case
from kinerja_desktop.storage.unit_of_work import Unit

_TEXTS = ("nama", "kabupaten", "provinsi", "alamat", "tempat", "jabatan_pimpinan", "kode_unit")
QUARTERS = (1, 2, 3, 4)
Row = tuple[str, str]
"""Our name of a sheet, and what names a row in it."""
_OTHER_KIND = {
    True: (
        "latihan: ya",
        "Buku kerja ini diekspor dari kantor latihan. Isinya karangan dan tidak boleh masuk ke data kantor.",
        "Pilih buku kerja kantor ini.",
    ),
    False: (
        "latihan: tidak",
        "Buku kerja ini diekspor dari kantor yang sebenarnya. Kantor latihan tidak menerima datanya.",
        "Pilih buku kerja latihan, atau kembali ke kantor Anda.",
    ),
}
"""By whether a practice office wrote the workbook: what is seen, why it is refused, what to do."""
_APPROVED = (Status.APPROVED, Status.HANDED_OVER)
_REPORTED = (
    "padahal laporan seksinya sudah disetujui. Dokumen yang sudah ditetapkan tetap memuat target lama; "
    "dokumen berikutnya memakai target baru."
)
_NEW_TARGET = "Tulis target baru pada lembar Versi."
_NO_TARGET = "Kosongkan target di lembar Indikator, lalu tulis target itu pada lembar Versi."
Place = tuple[str, str | None]
"""Sheet and address in the file."""
Content = Mapping[str, IsiIndikator]
"""What is said of each indikator, by kode."""


@dataclass(slots=True)
class Job:
    """One import on one transaction: ``compare`` finds changes, faults and warnings, ``write`` stores the changes."""

    unit: Unit
    actor: Actor
    now: datetime
    buku: BukuKinerja
    berkas: str
    founding: bool = False
    """Whether the office is being made of this workbook: then whoever makes it brings in people and letterhead too."""
    by_two: Callable[[Pegawai | None, Pegawai], bool] = lambda *_: False
    """Whether a second official has to agree to what becomes of a person (``granting``)."""
    hold: Callable[[Pegawai | None, Pegawai], str | None] = lambda *_: None
    """Called before people are stored: who stood for it, as the record tells; it may refuse."""
    granting: bool = True
    """Whether rows that need a second official are taken in at all."""
    doubting: bool = True
    """Whether the plan that would come of it is looked at: in a trial, unless rows with a fault were left out of it."""
    perubahan: list[Perubahan] = field(default_factory=list)
    kesalahan: list[Kesalahan] = field(default_factory=list)
    peringatan: list[PeringatanSel] = field(default_factory=list)
    _last: list[Callable[[], None]] = field(default_factory=list)
    """What ``write`` does."""
    _refused: set[tuple[str, str]] = field(default_factory=set)
    """Rows with a fault, as ``perubahan`` names them."""
    _kept_out: frozenset[Row] = field(init=False)
    """Rows that the reader found a fault in: what the office can say against them is told, nothing is counted."""
    _reworded: list[str] = field(default_factory=list)
    """Kode of indikator of a fixed plan that something signed changes of."""
    _waiting: dict[int, list[IsiIndikator]] = field(default_factory=dict)
    """Rows by quarter whose berkas is not open yet."""

    def __post_init__(self) -> None:
        self._kept_out = frozenset(row for row, asal in self.buku.letak.items() if asal.ditolak)

    @property
    def tahun(self) -> int:
        return self.buku.rencana.tahun

    def compare(self) -> None:
        """Tell every row of the workbook; without a year there is nothing to compare its plan with.

        Who has no account yet and seksi are entered already, to be checked there.
        """
        self._hold_apart()
        admin = self.founding or any(a.role is Role.ADMIN for a in self._roles())
        self._instansi(admin=admin)
        self._seksi()
        self._pegawai(admin=admin)
        if self.tahun:
            self._compare_plan()
        told = (p for p in self.perubahan if (p.lembar, p.kunci) not in self._kept_out)
        self.perubahan = [rejected(p) if (p.lembar, p.kunci) in self._refused else p for p in told]

    def _roles(self) -> Iterable[Actor]:
        return auth.actors_of(self.unit, self.actor.id, self.now.date())

    def _compare_plan(self) -> None:
        before, money = planning.rencana_of(self.unit, self.tahun), composed(self.unit.planning.anggaran(self.tahun))
        given = anggaran_keeping(money, self.buku.anggaran, self.buku.kolom.get("Anggaran"))
        after, lines = self._merged(before), merge_anggaran(money, given)
        self.perubahan += merge("Anggaran", money, given, lambda row: row.kode)[1]
        self._check(before, after, given)
        self._figures(after)
        after = self._with_history(after)
        if self.doubting and not self.kesalahan:
            self.peringatan += doubts((before, money), (after, lines), self._at)
        if (after, lines) != (before, money):
            self._last.append(partial(self._put_plan, after, lines, {"sumber": self.berkas, **self._why()}))

    def write(self) -> None:
        """Store what was compared."""
        for deed in self._last:
            deed()
        if self._waiting:
            workbook_held.put_held(self.unit, self.actor, self.now, self.tahun, self._waiting)

    def _why(self) -> Mapping[str, object]:
        """The name of the file is the reason for what it changes of a signed plan."""
        said = {planning.REWORDED: self._reworded, **planning.given(f"Impor dari berkas {self.berkas}")}
        return said if self._reworded else {}

    def _put_plan(self, rencana: Rencana, lines: Sequence[BarisAnggaran], isi: Mapping[str, object]) -> None:
        planning.put_plan(self.unit, self.actor, self.now, rencana, tuple(lines), isi=isi)

    def _hold_apart(self) -> None:
        """What was exported by a practice office stays out of a real one, and the other way round."""
        practice, theirs = settings.is_practice(self.unit), self.buku.latihan
        if theirs is not None and theirs is not practice:
            self.kesalahan.append(Kesalahan(self.berkas, "Instansi", None, *_OTHER_KIND[theirs]))

    # letterhead and people

    def _instansi(self, *, admin: bool) -> None:
        ours, theirs = composed(settings.instansi_given(self.unit)), self.buku.instansi
        if _differs(ours.nama, theirs.nama):
            teks = f"buku kerja ini dari «{theirs.nama}», sedangkan kantor ini «{ours.nama}»; periksa berkasnya"
            self.peringatan.append(PeringatanSel("Instansi", None, teks))
        new = {name: getattr(theirs, name) for name in _TEXTS if getattr(theirs, name)}
        if not new:
            return
        told = compare("Instansi", theirs.nama, ours, replace(ours, **new))
        if self._may(told, admin=admin):
            for name in _differing(ours, new):
                settings.put(self.unit, self.actor, self.now, f"instansi.{name}", new[name])

    def _seksi(self) -> None:
        ours = {s.kode: s for s in composed(self.unit.people.seksi())}
        for seksi in self.buku.seksi:
            told = compare("Seksi", seksi.kode, ours.get(seksi.kode), seksi)
            if self._may(told, admin=True):
                people.put_seksi(self.unit, self.actor, self.now, seksi)

    def _pegawai(self, *, admin: bool) -> None:
        kolom, taken = self.buku.kolom.get("Pegawai"), []
        had_admin = holding.has_admin(self.unit, self.now.date())
        for old, theirs in paired_people(composed(self.unit.people.all()), self.buku.pegawai):
            new = _person(old, theirs, kolom)
            told, baris = compare("Pegawai", theirs.nama, old, new), baris_pegawai(theirs)
            wrong = _changes(told) and admin and self._is_wrong(new, baris)
            if ("Pegawai", baris) in self._kept_out:
                continue
            if wrong:
                self.perubahan.append(rejected(told))
            elif self._may(self._by_two(told, old, new) if admin else told, admin=admin):
                taken.append((old, new))
        stood = [self.hold(old, new) for old, new in taken]  # before anybody is stored: none of these stands for others
        for (_, new), kedua in zip(taken, stood, strict=True):
            people.put_person(self.unit, self.actor, self.now, new, kedua=kedua)
        self._check_left([(old, new) for old, new in taken if old is not None], had_admin=had_admin)

    def _check_left(self, changed: Sequence[tuple[Pegawai, Pegawai]], *, had_admin: bool) -> None:
        """As on the screen, once all rows are in: nobody leaves a task that none could do, and an Admin stays."""
        today = self.now.date()
        for old, new in changed:
            try:
                people.check_leaving(self.unit, old, new, today)
            except StillHolds as held:
                sebab = f"{new.nama} masih memegang {held.tugas} tugas yang tidak dapat dikerjakan orang lain."
                self._refuse_person(new, sebab, "Tetapkan dahulu penggantinya, atau kembalikan peran dan tanggalnya.")
        try:
            if had_admin:
                people.check_admin_left(self.unit, today)
        except LastAdmin:
            for old, new in changed:
                if Role.ADMIN in old.peran and old != new:
                    sebab = "Sesudah impor ini tidak ada lagi Admin yang berakun."
                    self._refuse_person(new, sebab, "Tetapkan dahulu Admin lain yang berakun.")

    def _refuse_person(self, person: Pegawai, sebab: str, saran: str) -> None:
        at = self._at("Pegawai", baris_pegawai(person), "nama")
        self._refuse_row("Pegawai", person.nama, at, person.nama, sebab, saran)

    def _by_two(self, told: Perubahan, old: Pegawai | None, new: Pegawai) -> Perubahan:
        asked = replace(told, berdua=_changes(told) and self.by_two(old, new))
        return asked if self.granting else without_grant(asked)

    def _is_wrong(self, person: Pegawai, baris: str) -> bool:
        """Tell every fault of a person's row that only the office can find; the reader told of unusable cells."""
        told = self._told_of("Pegawai", baris)
        found = [isian for isian in people.faults(self.unit, person) if isian.kunci not in told]
        for isian in found:
            at = self._at("Pegawai", baris, isian.kunci, "nama")
            said = getattr(person, isian.kunci)
            self._fault(at, in_words(said) if said else person.nama, *_person_fault(isian))
        wrong_nip = not {"nip", "status"} & set(told) and not people.has_right_nip(person)
        if wrong_nip:
            at = self._at("Pegawai", baris, "nip", "nama")
            self._fault(at, person.nip or "", f"NIP {person.nama} tidak sah.", "Tulis 18 angka NIP-nya.")
        return wrong_nip or bool(found)

    def _may(self, told: Perubahan, *, admin: bool) -> bool:
        """Tell the row; True where it is to be written."""
        changes = _changes(told)
        if changes and not admin:
            told = replace(told, tindakan=Tindakan.TOLAK, alasan="hanya Admin yang dapat mengubah ini")
        self.perubahan.append(told)
        return changes and admin

    # the plan

    def _merged(self, before: Rencana) -> Rencana:
        theirs = self.buku.rencana
        kept = indikator_keeping(before.indikator, theirs.indikator, self._kolom_of)
        ours = {i.kode: i for i in before.indikator}
        said = tuple(_with_lineage(ours.get(i.kode), i) for i in kept)
        indikator, told = merge("Indikator", before.indikator, said, lambda i: i.kode)
        self.perubahan += told
        versi, told = merge("Versi", before.versi, theirs.versi, lambda v: (v.versi, v.berlaku_mulai))
        self.perubahan += told
        skala, told = merge("Skala", before.skala, theirs.skala, lambda s: (s.satuan, s.teks))
        self.perubahan += told
        riwayat, told = merge("Riwayat", before.riwayat, theirs.riwayat, lambda r: (r.kode, r.tahun))
        self.perubahan += told
        sasaran, told = merge("Sasaran", before.sasaran, theirs.sasaran, lambda s: s.teks)
        self.perubahan += told
        ordered = tuple(sorted(versi, key=lambda v: v.berlaku_mulai))
        return Rencana(self.tahun, indikator, ordered, skala, riwayat, sasaran)

    def _check(self, before: Rencana, after: Rencana, lines: Iterable[BarisAnggaran]) -> None:
        if planning.fixed_on(self.unit, self.tahun):
            self._check_fixed({i.kode: i for i in before.indikator}, after)
        self._check_approved(before, after)
        self._check_seksi("Indikator", after.indikator)
        self._check_seksi("Anggaran", lines)

    def _check_approved(self, before: Rencana, after: Rencana) -> None:
        """A version may begin in a triwulan that was reported, as on the screen; nobody should do so unknowingly."""
        done: dict[int, set[str | None]] = {}
        for case in self.unit.cases.listing(jenis=Jenis.BERKAS, tahun=self.tahun):
            if case.triwulan and case.status in _APPROVED:
                done.setdefault(case.triwulan, set()).add(case.seksi)
        for tw, seksi in sorted(done.items()):
            triwulan = Triwulan(self.tahun, tw)
            old, new = (r.semua_target_pada(triwulan.last_day) for r in (before, after))
            mine = (i.kode for i in before.indikator if i.seksi in seksi)
            moved = [kode for kode in mine if old[kode].triwulan[tw - 1] != new[kode].triwulan[tw - 1]]
            if moved:
                teks = f"target {triwulan.label} indikator {deretan(moved)} berubah, {_REPORTED}"
                self.peringatan.append(PeringatanSel("Versi", None, teks))

    def _check_seksi(self, lembar: str, rows: Iterable[Indikator | BarisAnggaran]) -> None:
        known = {None, *(s.kode for s in self.unit.people.seksi())}
        for row in rows:
            if row.seksi not in known and "seksi" not in self._told_of(lembar, row.kode):
                sebab = f"Seksi {lembar.lower()} {row.kode} tidak ada di kantor ini."
                at = self._at(lembar, row.kode, "seksi")
                self._refuse_row(lembar, row.kode, at, row.seksi or "", sebab, "Tambahkan seksi itu pada lembar Seksi.")

    def _check_fixed(self, before: Mapping[str, Indikator], after: Rencana) -> None:
        """As the office itself takes it: a new indikator comes without a murni target, a version gives it one."""
        for new in after.indikator:
            old = before.get(new.kode)
            if targets := _changed_targets(old.target if old else Target(), new.target):
                kolom, nilai = next((said for said in targets if said[1] is not None), targets[0])
                sebab = f"Rencana kinerja {self.tahun} sudah ditetapkan, targetnya tidak dapat diubah."
                at = self._at("Indikator", new.kode, kolom, "kode")
                self._refuse_row("Indikator", new.kode, at, _shown(nilai), sebab, _NEW_TARGET if old else _NO_TARGET)
            elif old and (changed := pokok_berubah(old, new)):
                self._reworded.append(new.kode)
                teks = (
                    f"{deretan(changed)} indikator {new.kode} berubah, padahal rencana {self.tahun} sudah ditetapkan. "
                    "Nama berkas ini dicatat sebagai alasannya."
                )
                at = self._at("Indikator", new.kode, *map(_column_of, changed), "kode")
                self.peringatan.append(PeringatanSel(*at, teks))

    def _kolom_of(self, kode: str) -> Collection[str] | None:
        """Columns that say something of an indikator; None where no file was read."""
        kolom, told = self.buku.kolom.get("Indikator"), self._told_of("Indikator", kode)
        return kolom if kolom is None or not told else set(kolom) - set(told)

    def _told_of(self, lembar: str, kunci: str) -> Collection[str]:
        """Columns of a row that the reader found a fault in."""
        asal = self.buku.letak.get((lembar, kunci))
        return () if asal is None else asal.salah

    def _refuse_row(self, lembar: str, kunci: str, place: Place, nilai: str, *why: str) -> None:
        self._refused.add((lembar, kunci))
        self._fault(place, nilai, *why)

    def _fault(self, place: Place, nilai: str, sebab: str, saran: str) -> None:
        self.kesalahan.append(Kesalahan(self.berkas, *place, nilai, sebab, saran))

    def _at(self, lembar: str, kode: str, *kolom: str) -> Place:
        """Where a row says something: the first of these columns that is filled there."""
        asal = self.buku.letak.get((lembar, kode))
        return (lembar, None) if asal is None else (asal.lembar, asal.sel(*kolom))

    # figures and words

    def _figures(self, after: Rencana) -> None:
        seksi_of = {i.kode: i.seksi for i in after.indikator}
        berkas = {(c.triwulan, c.seksi): c for c in self.unit.cases.listing(jenis=Jenis.BERKAS, tahun=self.tahun)}
        for tw in QUARTERS:
            waiting = {i.kode: i for i in composed(workbook_held.held(self.unit, self.tahun, tw)).indikator}
            for seksi, mine in _by_seksi(seksi_of, _rows_of(self.buku, tw)).items():
                self._quarter(tw, berkas.get((tw, seksi)), mine, waiting)

    def _quarter(self, tw: int, case: Case | None, rows: Sequence[IsiIndikator], waiting: Content) -> None:
        is_open = case is not None and not workbook_held.waits(case)
        old = waiting
        if case and is_open:
            old = {i.kode: i for i in composed(workbook_held.content(self.unit, case)).indikator}
        told = [_compare_figure(tw, old.get(row.kode), row) for row in rows]
        pairs = tuple(zip(rows, told, strict=True))
        self.perubahan += [t for row, t in pairs if ("Realisasi", row.kode) not in self._kept_out]
        changed = [_over(old.get(row.kode), row) for row, t in pairs if _changes(t)]
        if not changed:
            return
        if case is None or not is_open:
            self._waiting.setdefault(tw, []).extend(changed)
        elif workbook_held.draft_kind(case) is not None:
            self._last.append(partial(self._put_draft, case, changed))
        else:
            self._refuse(tw, case.status.value, changed, old)

    def _put_draft(self, case: Case, rows: Sequence[IsiIndikator]) -> None:
        workbook_held.put_draft(self.unit, case, rows, self.actor.id, self.now)

    def _refuse(self, tw: int, status: str, rows: Iterable[IsiIndikator], old: Content) -> None:
        for row in rows:
            before = old.get(row.kode, IsiIndikator(row.kode))
            nama = next((name for name in _SAID if getattr(row, name) != getattr(before, name)), _SAID[0])
            sebab = f"Laporan Triwulan {tw} untuk indikator {row.kode} berkeadaan «{status}» dengan isi yang lain."
            saran = "Samakan dengan laporan itu, atau kosongkan selnya."
            at = self._at("Realisasi", row.kode, f"{nama}_tw{tw}", nama)
            self._refuse_row("Realisasi", _figure_key(tw, row.kode), at, _shown(getattr(row, nama)), sebab, saran)

    # riwayat

    def _with_history(self, after: Rencana) -> Rencana:
        """The plan with the Riwayat of a year that no berkas was opened for; later plans get it too."""
        if self.unit.cases.listing(tahun=self.tahun, limit=1):
            return after
        rows = tuple(_history(after, self.buku.realisasi, settings.aturan(self.unit)))
        for year in self.unit.planning.years():
            if year > self.tahun and rows:
                self._add_history(year, rows)
        return _joined(after, self.tahun, rows) if rows else after

    def _add_history(self, year: int, rows: Sequence[Riwayat]) -> None:
        before = planning.rencana_of(self.unit, year)
        after = _joined(before, self.tahun, rows)
        if after != before:
            lines = self.unit.planning.anggaran(year)
            isi = {"riwayat": self.tahun, "sumber": self.berkas}
            self._last.append(partial(self._put_plan, after, lines, isi))


_PERSON_FAULTS: Mapping[tuple[str, SebabIsian], tuple[str, str]] = {
    ("seksi", SebabIsian.KOSONG): ("Peran ini memerlukan seksi.", "Isi kolom seksi."),
    ("seksi", SebabIsian.TIDAK_ADA): ("Seksi ini tidak ada di kantor.", "Tambahkan seksi itu pada lembar Seksi."),
    ("sampai", SebabIsian.TERBALIK): ("Tanggal sampai lebih awal daripada mulai.", "Perbaiki salah satu tanggalnya."),
}


def _person_fault(isian: IsianSalah) -> tuple[str, str]:
    """Cause and cure of a field of a person that cannot be taken."""
    plain = (f"Isian {isian.label} tidak dapat dipakai.", "Perbaiki isiannya.")
    return _PERSON_FAULTS.get((isian.kunci, isian.sebab), plain)


def _joined(rencana: Rencana, tahun: int, rows: Iterable[Riwayat]) -> Rencana:
    """A plan with these rows in place of those that an earlier import made of that year."""
    kode = {i.kode for i in rencana.indikator}
    kept = [r for r in rencana.riwayat if not (r.diimpor and r.tahun == tahun)]
    given = {(r.kode, r.tahun) for r in kept}
    new = [r for r in rows if r.kode in kode and (r.kode, r.tahun) not in given]
    return replace(rencana, riwayat=(*kept, *new))


def _with_lineage(ours: Indikator | None, theirs: Indikator) -> Indikator:
    """The workbook's row; what it is silent about, the lineage and the actions, stays: no workbook reopens a row."""
    names = ("aksi", "tidak_dipakai_sejak", "alasan_tidak_dipakai", "menggantikan")
    silent = [name for name in names if getattr(theirs, name) in (None, TANPA_TEKS)]
    return theirs if ours is None else replace(theirs, **{name: getattr(ours, name) for name in silent})


def _column_of(nama: str) -> str:
    """The column of a field of an indikator."""
    return COLUMN_OF.get(nama, nama)


def _changed_targets(old: Target, new: Target) -> list[tuple[str, Decimal | None]]:
    """Columns whose target is not the one that was fixed, and what the workbook says there."""
    fixed, said = (old.tahun, *old.triwulan), (new.tahun, *new.triwulan)
    names = ("target_tahun", *(f"target_tw{tw}" for tw in QUARTERS))
    return [(name, after) for name, before, after in zip(names, fixed, said, strict=True) if before != after]


def _shown(said: Decimal | str | None) -> str:
    return format_angka(said) if isinstance(said, Decimal) else said or ""


def _differs(ours: str, theirs: str) -> bool:
    """Whether two names are of two offices; a name that is missing is of none."""
    names = {" ".join(nama.casefold().split()) for nama in (ours, theirs)}
    return len(names - {""}) > 1


def _differing(ours: Instansi, new: Mapping[str, str]) -> Iterator[str]:
    return (name for name, teks in new.items() if getattr(ours, name) != teks)


def _person(old: Pegawai | None, theirs: Pegawai, kolom: Collection[str] | None) -> Pegawai:
    name = auth.normal_name(theirs.pengguna) if theirs.pengguna else None
    if old is None:
        return replace(theirs, pengguna=name)
    return replace(person_keeping(old, theirs, kolom), pengguna=name or old.pengguna)


def _rows_of(buku: BukuKinerja, tw: int) -> tuple[IsiIndikator, ...]:
    """What the workbook says of each indikator in a quarter; only what it says."""
    figures = {r.kode: r for r in buku.realisasi if _speaks(r, tw)}
    words = {t.kode: t for t in buku.teks if t.triwulan == tw}
    said = figures.keys() | words.keys()
    return tuple(_row(i.kode, tw, figures, words) for i in buku.rencana.indikator if i.kode in said)


def _speaks(row: RealisasiTahun, tw: int) -> bool:
    """Whether a row says a figure of that quarter."""
    at = tw - 1
    return not (row.triwulan[at] is row.pembilang[at] is row.penyebut[at] is None)


_NO_WORDS, _NO_FIGURES = TeksTriwulan("", 1), RealisasiTahun("")


def _row(kode: str, tw: int, figures: Mapping[str, RealisasiTahun], words: Mapping[str, TeksTriwulan]) -> IsiIndikator:
    said, found = words.get(kode, _NO_WORDS), figures.get(kode, _NO_FIGURES)
    return IsiIndikator(
        kode,
        realisasi=found.triwulan[tw - 1],
        pembilang=found.pembilang[tw - 1],
        penyebut=found.penyebut[tw - 1],
        faktor_pendukung=said.faktor_pendukung,
        faktor_penghambat=said.faktor_penghambat,
        tindak_lanjut=said.tindak_lanjut,
    )


def _by_seksi(
    seksi_of: Mapping[str, str | None], rows: Iterable[IsiIndikator]
) -> Mapping[str | None, list[IsiIndikator]]:
    groups: dict[str | None, list[IsiIndikator]] = {}
    for row in rows:
        groups.setdefault(seksi_of.get(row.kode), []).append(row)
    return groups


_SAID = ("realisasi", "pembilang", "penyebut", "faktor_pendukung", "faktor_penghambat", "tindak_lanjut")


def _over(old: IsiIndikator | None, row: IsiIndikator) -> IsiIndikator:
    """The old content with what the workbook says; an empty cell says nothing, raw figures of another one go."""
    if old is None:
        return row
    said = {name: getattr(row, name) for name in _SAID if getattr(row, name) not in (None, "")}
    merged = replace(old, **said)
    if row.realisasi is None:
        return merged
    merged = replace(merged, diketik=None, pembilang_diketik=None, penyebut_diketik=None)
    other = row.realisasi != old.realisasi and row.pembilang is None and row.penyebut is None
    return replace(merged, pembilang=None, penyebut=None) if other else merged


def _compare_figure(tw: int, old: IsiIndikator | None, row: IsiIndikator) -> Perubahan:
    before = None if old is None or old == IsiIndikator(old.kode) else old
    return compare("Realisasi", _figure_key(tw, row.kode), before, _over(old, row))


def _figure_key(tw: int, kode: str) -> str:
    """What names the figures of a quarter in lists."""
    return f"{kode} TW {tw}"


def _changes(told: Perubahan) -> bool:
    return told.tindakan in (Tindakan.TAMBAH, Tindakan.UBAH)


def _history(rencana: Rencana, realisasi: Iterable[RealisasiTahun], aturan: Aturan) -> Iterator[Riwayat]:
    """Target and realisasi of the whole year, by the version in force on 31 December."""
    for kode, year in of_year(rencana, realisasi, aturan):
        if year.realisasi is not None:
            yield Riwayat(kode, rencana.tahun, storable(year.target), storable(year.realisasi), diimpor=True)
