"""A Buku Kinerja read into the office: first what it would change, then all of it in one transaction.

Realisasi goes into the draft of an open berkas (``workbook_held``). A value unlike one that was handed in to the
Kabid or approved is a fault. A year without any berkas gets it as Riwayat too, marked "diimpor". People and
letterhead are changed only by who is Admin as well; for others those rows are told as rejected.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from kinerja_desktop.domain.aturan import Aturan
from kinerja_desktop.domain.buku import BukuKinerja, TeksTriwulan
from kinerja_desktop.domain.capaian import calculate_indikator
from kinerja_desktop.domain.errors import FileRefused, Kesalahan
from kinerja_desktop.domain.indikator import TANPA_TEKS, Indikator, Rencana, Riwayat
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.pegawai import Instansi, Pegawai
from kinerja_desktop.domain.realisasi import Isi, IsiIndikator, RealisasiTahun
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.satuan import storable
from kinerja_desktop.domain.workflow import Jenis
from kinerja_desktop.services import auth, people, planning, settings, trail, workbook_held
from kinerja_desktop.services.changes import NOTHING, Change, Changes
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.workbook_merge import Perubahan, Tindakan, compare, merge, merge_anggaran
from kinerja_desktop.storage.unit_of_work import Unit

_TEXTS = ("nama", "kabupaten", "provinsi", "alamat", "tempat", "jabatan_pimpinan")


@dataclass(frozen=True, slots=True)
class HasilImpor:
    """What a workbook changes. ``kesalahan`` keep it out as a whole; ``tersimpan`` only after it was applied."""

    tahun: int
    perubahan: tuple[Perubahan, ...]
    peringatan: tuple[str, ...]
    kesalahan: tuple[Kesalahan, ...] = ()
    tersimpan: bool = False
    changes: Changes = NOTHING

    def jumlah(self, tindakan: Tindakan) -> int:
        """How many rows this becomes of."""
        return sum(p.tindakan is tindakan for p in self.perubahan)

    @property
    def ringkasan(self) -> str:
        """One line: "3 akan ditambah, 1 diubah, 40 tetap, 0 ditolak"."""
        will = "" if self.tersimpan else "akan "
        rest = ", ".join(f"{self.jumlah(t)} {t.value}" for t in (Tindakan.UBAH, Tindakan.TETAP, Tindakan.TOLAK))
        return f"{self.jumlah(Tindakan.TAMBAH)} {will}ditambah, {rest}"


@permits(Role.KASUBAG_PERENCANAAN)
def import_workbook(ctx: Context, path: Path, *, uji: bool = False) -> HasilImpor:
    """Read a workbook and apply it, or with ``uji`` only tell what it would change.

    Raises FileRefused with every fault; in a trial the faults of the office's own data stand in the result, so
    that they are told together with the changes.
    """
    from kinerja_desktop.exchange.buku_kinerja import baca

    return import_buku(ctx, baca(path), path.name, uji=uji)


@permits(Role.KASUBAG_PERENCANAAN)
def import_buku(ctx: Context, buku: BukuKinerja, berkas: str, *, uji: bool = False) -> HasilImpor:
    """Apply a workbook that was read already; see ``import_workbook``."""
    with ctx.office.store.unit() as unit:
        job = _Job(unit, ctx, buku, berkas, ctx.now())
        job.run()
        if job.kesalahan and not uji:
            raise FileRefused(tuple(job.kesalahan))
        if not uji:
            unit.commit()
    told, faults = tuple(job.perubahan), tuple(job.kesalahan)
    changes = NOTHING if uji else frozenset({Change.PLAN, Change.DRAFT, Change.PEOPLE, Change.SETTINGS})
    return HasilImpor(buku.rencana.tahun, told, buku.peringatan, faults, not uji, changes)


@dataclass(slots=True)
class _Job:
    """One import on one transaction. A trial runs it too and then leaves without a commit."""

    unit: Unit
    ctx: Context
    buku: BukuKinerja
    berkas: str
    now: datetime
    perubahan: list[Perubahan] = field(default_factory=list)
    kesalahan: list[Kesalahan] = field(default_factory=list)

    @property
    def tahun(self) -> int:
        return self.buku.rencana.tahun

    def run(self) -> None:
        admin = any(a.role is Role.ADMIN for a in auth.actors_of(self.unit, self.ctx.actor.id, self.now.date()))
        self._instansi(admin=admin)
        self._seksi()
        self._pegawai(admin=admin)
        self._plan()
        self._figures()

    # letterhead and people

    def _instansi(self, *, admin: bool) -> None:
        ours, theirs = settings.instansi_given(self.unit), self.buku.instansi
        new = {name: getattr(theirs, name) for name in _TEXTS if getattr(theirs, name)}
        told = compare("Instansi", theirs.nama, ours, replace(ours, **new))
        if self._may(told, admin=admin):
            for name in _differing(ours, new):
                settings.put(self.unit, self.ctx.actor, self.now, f"instansi.{name}", new[name])

    def _seksi(self) -> None:
        ours = {s.kode: s for s in self.unit.people.seksi()}
        for seksi in self.buku.seksi:
            told = compare("Seksi", seksi.kode, ours.get(seksi.kode), seksi)
            if self._may(told, admin=True):
                people.put_seksi(self.unit, self.ctx.actor, self.now, seksi)

    def _pegawai(self, *, admin: bool) -> None:
        ours = {_person_key(p): p for p in self.unit.people.all()}
        for theirs in self.buku.pegawai:
            old = ours.get(_person_key(theirs))
            new = _person(old, theirs)
            if self._may(compare("Pegawai", theirs.nama, old, new), admin=admin):
                people.put_person(self.unit, self.ctx.actor, self.now, new)

    def _may(self, told: Perubahan, *, admin: bool) -> bool:
        """Tell the row; True where it is to be written."""
        changes = told.tindakan in (Tindakan.TAMBAH, Tindakan.UBAH)
        if changes and not admin:
            told = replace(told, tindakan=Tindakan.TOLAK, uraian="hanya Admin yang dapat mengubah ini")
        self.perubahan.append(told)
        return changes and admin

    # the plan

    def _plan(self) -> None:
        before = planning.rencana_of(self.unit, self.tahun)
        money = self.unit.planning.anggaran(self.tahun)
        after = self._merged(before)
        lines = merge_anggaran(money, self.buku.anggaran)
        _, told = merge("Anggaran", money, self.buku.anggaran, lambda row: row.kode)
        self.perubahan += told
        if planning.fixed_on(self.unit, self.tahun):
            self._check_fixed(before, after)
        self._check_seksi(after.indikator)
        if (after, lines) != (before, money):
            isi = {"sumber": self.berkas}
            planning.put_plan(self.unit, self.ctx.actor, self.now, after, lines, isi=isi)

    def _merged(self, before: Rencana) -> Rencana:
        theirs = self.buku.rencana
        said = tuple(_with_lineage(planning.find(before, i.kode), i) for i in theirs.indikator)
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

    def _check_fixed(self, before: Rencana, after: Rencana) -> None:
        for new in after.indikator:
            old = planning.find(before, new.kode)
            if old is None or old.target != new.target:
                sebab = f"Rencana kinerja {self.tahun} sudah ditetapkan, targetnya tidak dapat diubah."
                sel = self.buku.sel("Indikator", new.kode, *_changed_targets(old, new), "kode")
                self._fault("Indikator", sel, new.kode, sebab, "Tulis target baru pada lembar Versi.")

    def _check_seksi(self, indikator: Iterable[Indikator]) -> None:
        known = {s.kode for s in self.unit.people.seksi()}
        for i in indikator:
            if i.seksi is not None and i.seksi not in known:
                sel = self.buku.sel("Indikator", i.kode, "seksi")
                sebab = f"Seksi indikator {i.kode} tidak ada di kantor ini."
                self._fault("Indikator", sel, i.seksi, sebab, _CURE_SEKSI)

    def _fault(self, lembar: str, sel: str | None, nilai: str, sebab: str, saran: str) -> None:
        self.kesalahan.append(Kesalahan(self.berkas, lembar, sel, nilai, sebab, saran))

    # figures and words

    def _figures(self) -> None:
        for tw in (1, 2, 3, 4):
            rows = _rows_of(self.buku, tw)
            for seksi, mine in _by_seksi(planning.rencana_of(self.unit, self.tahun), rows).items():
                self._quarter(tw, seksi, mine)
        if not self.unit.cases.listing(tahun=self.tahun, limit=1):
            self._as_history()

    def _quarter(self, tw: int, seksi: str | None, rows: Sequence[IsiIndikator]) -> None:
        case = self.unit.cases.find(Jenis.BERKAS, self.tahun, tw, seksi) if seksi else None
        old = workbook_held.held(self.unit, self.tahun, tw)
        if case is not None and not workbook_held.waits(case):
            old = workbook_held.content(self.unit, case)
        told = [_compare_figure(tw, old.of(row.kode), row) for row in rows]
        self.perubahan += told
        changed = [_over(old.of(row.kode), row) for row, t in zip(rows, told, strict=True) if _changes(t)]
        if not changed:
            return
        if case is None or workbook_held.waits(case):
            self._hold(tw, changed)
        elif workbook_held.draft_kind(case) is not None:
            workbook_held.put_draft(self.unit, case, changed, self.ctx.actor.id, self.now)
        else:
            self._refuse(tw, case.status.value, changed, old)

    def _hold(self, tw: int, rows: Sequence[IsiIndikator]) -> None:
        workbook_held.put_held(self.unit, self.tahun, tw, rows)
        kunci = workbook_held.held_key(self.tahun)
        teks = self.unit.settings.get(kunci)
        isi = {"triwulan": tw, "indikator": [row.kode for row in rows]}
        trail.record(self.unit, self.ctx.actor, self.now, trail.Kind.SETTING, kunci, isi=isi, sidik=teks)

    def _refuse(self, tw: int, status: str, rows: Iterable[IsiIndikator], old: Isi) -> None:
        for row in rows:
            unlike = (name for name in _SAID if getattr(row, name) != getattr(old.of(row.kode), name))
            nama = next(unlike, _SAID[0])
            nilai = _shown(getattr(row, nama))
            sel = self.buku.sel("Realisasi", row.kode, f"{nama}_tw{tw}", nama)
            sebab = f"Laporan Triwulan {tw} untuk indikator {row.kode} berkeadaan «{status}» dengan isi yang lain."
            self._fault("Realisasi", sel, nilai, sebab, "Samakan dengan laporan itu, atau kosongkan selnya.")

    def _as_history(self) -> None:
        """Riwayat of a year that no berkas was opened for, in its own plan and in those after it."""
        aturan = settings.aturan(self.unit)
        own = planning.rencana_of(self.unit, self.tahun)
        rows = list(_history(own, self.buku.realisasi, aturan))
        for year in self.unit.planning.years():
            if year >= self.tahun and rows:
                self._add_history(year, rows)

    def _add_history(self, year: int, rows: Sequence[Riwayat]) -> None:
        rencana = planning.rencana_of(self.unit, year)
        kode = {i.kode for i in rencana.indikator}
        kept = [r for r in rencana.riwayat if not (r.diimpor and r.tahun == self.tahun)]
        given = {(r.kode, r.tahun) for r in kept}
        new = [r for r in rows if r.kode in kode and (r.kode, r.tahun) not in given]
        after = replace(rencana, riwayat=(*kept, *new))
        if after != rencana:
            anggaran = self.unit.planning.anggaran(year)
            isi = {"riwayat": self.tahun, "sumber": self.berkas}
            planning.put_plan(self.unit, self.ctx.actor, self.now, after, anggaran, isi=isi)


_CURE_SEKSI = "Tambahkan seksi itu pada lembar Seksi."


def _with_lineage(ours: Indikator | None, theirs: Indikator) -> Indikator:
    """The workbook's row; what it is silent about, the lineage and the actions, stays: no workbook reopens a row."""
    names = ("aksi", "tidak_dipakai_sejak", "alasan_tidak_dipakai", "menggantikan")
    silent = [name for name in names if getattr(theirs, name) in (None, TANPA_TEKS)]
    return theirs if ours is None else replace(theirs, **{name: getattr(ours, name) for name in silent})


def _changed_targets(old: Indikator | None, new: Indikator) -> Iterator[str]:
    """Columns whose target is not the one that was fixed."""
    if old is not None:
        pairs = zip(old.target.triwulan, new.target.triwulan, strict=True)
        yield from () if old.target.tahun == new.target.tahun else ("target_tahun",)
        yield from (f"target_tw{tw}" for tw, (before, after) in enumerate(pairs, 1) if before != after)


def _shown(said: Decimal | str | None) -> str:
    return format_angka(said) if isinstance(said, Decimal) else said or ""


def _differing(ours: Instansi, new: Mapping[str, str]) -> Iterator[str]:
    return (name for name, teks in new.items() if getattr(ours, name) != teks)


def _person_key(p: Pegawai) -> tuple[object, ...]:
    """What makes a row of Pegawai the same: the human being in this jabatan since this day."""
    return (p.nip or p.nama, p.jabatan, p.mulai)


def _person(old: Pegawai | None, theirs: Pegawai) -> Pegawai:
    name = auth.normal_name(theirs.pengguna) if theirs.pengguna else None
    return replace(theirs, id="" if old is None else old.id, pengguna=name or (old.pengguna if old else None))


def _rows_of(buku: BukuKinerja, tw: int) -> tuple[IsiIndikator, ...]:
    """What the workbook says of each indikator in a quarter; only what it says."""
    figures = {r.kode: r for r in buku.realisasi}
    words = {t.kode: t for t in buku.teks if t.triwulan == tw}
    rows = (_row(i.kode, tw, figures, words) for i in buku.rencana.indikator)
    return tuple(row for row in rows if row != IsiIndikator(row.kode))


def _row(kode: str, tw: int, figures: Mapping[str, RealisasiTahun], words: Mapping[str, TeksTriwulan]) -> IsiIndikator:
    said, found = words.get(kode, TeksTriwulan(kode, 1)), figures.get(kode, RealisasiTahun(kode))
    return IsiIndikator(
        kode,
        realisasi=found.triwulan[tw - 1],
        pembilang=found.pembilang[tw - 1],
        penyebut=found.penyebut[tw - 1],
        faktor_pendukung=said.faktor_pendukung,
        faktor_penghambat=said.faktor_penghambat,
        tindak_lanjut=said.tindak_lanjut,
    )


def _by_seksi(rencana: Rencana, rows: Iterable[IsiIndikator]) -> Mapping[str | None, list[IsiIndikator]]:
    seksi = {i.kode: i.seksi for i in rencana.indikator}
    groups: dict[str | None, list[IsiIndikator]] = {}
    for row in rows:
        groups.setdefault(seksi.get(row.kode), []).append(row)
    return groups


_SAID = ("realisasi", "pembilang", "penyebut", "faktor_pendukung", "faktor_penghambat", "tindak_lanjut")


def _over(old: IsiIndikator, row: IsiIndikator) -> IsiIndikator:
    """The old content with what the workbook says; an empty cell says nothing, raw figures of another one go."""
    said = {name: getattr(row, name) for name in _SAID if getattr(row, name) not in (None, "")}
    merged = replace(old, **said)
    if row.realisasi is None:
        return merged
    merged = replace(merged, diketik=None, pembilang_diketik=None, penyebut_diketik=None)
    other = row.realisasi != old.realisasi and row.pembilang is None and row.penyebut is None
    return replace(merged, pembilang=None, penyebut=None) if other else merged


def _compare_figure(tw: int, old: IsiIndikator, row: IsiIndikator) -> Perubahan:
    before = None if old == IsiIndikator(old.kode) else old
    return compare("Realisasi", f"{row.kode} TW {tw}", before, _over(old, row))


def _changes(told: Perubahan) -> bool:
    return told.tindakan in (Tindakan.TAMBAH, Tindakan.UBAH)


def _history(rencana: Rencana, realisasi: Iterable[RealisasiTahun], aturan: Aturan) -> Iterator[Riwayat]:
    """Target and realisasi of the whole year, by the version in force on 31 December."""
    for row in realisasi:
        indikator = planning.find(rencana, row.kode)
        if indikator is None:
            continue
        year = calculate_indikator(rencana, indikator, row.triwulan, aturan).tahun
        if year.realisasi is not None:
            yield Riwayat(row.kode, rencana.tahun, storable(year.target), storable(year.realisasi), diimpor=True)
