"""Playing the whole year of a practice office, act by act, through the services that the window calls.

Every act happens at its own time inside office hours, and doing one plans those that follow. A year holds what
offices meet: a report returned with notes and repaired, bahan sent back, a hand-in taken back, a step that comes
late. Nothing is forced. To add a turn: a deed that plans the next one, and its place in ``Script``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial

from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.indikator import Seksi, VersiRencana
from kinerja_desktop.domain.isi_laporan import IsiLaporan
from kinerja_desktop.domain.isian import Isian
from kinerja_desktop.domain.periksa_rencana import penghalang
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.telaah import Cacat
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import (
    annual,
    assignment,
    calendar_table,
    collection,
    disposition,
    office_papers,
    planning,
    quarterly,
    review,
    section_report,
)
from kinerja_desktop.services import practice_words as words
from kinerja_desktop.services.cases import seksi_reporting
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.compose.office.kinds import Golongan, JenisDokumen, Pokok
from kinerja_desktop.services.context import Context, FreshFor, Office
from kinerja_desktop.services.practice_evidence import with_files
from kinerja_desktop.services.practice_fill import Filler
from kinerja_desktop.services.practice_papers import Printer, fix_change, fix_kinds
from kinerja_desktop.services.practice_stage import Stage, confirm
from kinerja_desktop.services.progress import Tick, silent
from kinerja_desktop.services.reports import LaporanView
from kinerja_desktop.services.section_report import CatatanBaru

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Script:
    """What happens where: triwulan, and place of the seksi in the office's order (-1 is the last).

    ``tengah`` is the triwulan in whose middle the play stops: its steps come on its first day, and on the next morning
    each seksi rests before the deed that ``menunggu`` names, so that work waits on every desk.
    """

    kembali: tuple[int, int] = (1, 0)
    bahan_kembali: tuple[int, int] = (4, -1)
    ditarik: tuple[int, int] = (2, 0)
    terlambat: tuple[int, int] = (3, 0)
    tengah: int = 0
    menunggu: tuple[str, ...] = ()


WHOLE_YEAR = Script()
MIDDLE = Script(
    kembali=(2, 4),
    bahan_kembali=(2, 5),
    ditarik=(1, 0),
    terlambat=(1, 1),
    tengah=2,
    menunggu=("hand_over", "decide", "collect", "report", "repair", "collect_again"),
)
"""The second triwulan on its second morning; the report of the first one was opened again for a correction."""


@dataclass(slots=True)
class Year:
    """A practice year in play. ``serah`` counts the seksi that handed over, per triwulan."""

    stage: Stage
    buku: BukuKinerja
    tell: Tell
    script: Script = field(default_factory=Script)
    serah: dict[int, int] = field(default_factory=dict)
    printer: Printer | None = None

    def local(self, said: str) -> str:
        """A sentence as it is said in the office's region."""
        return words.local(said, self.buku.instansi)

    def here(self, turn: tuple[int, int], tw: int, place: int, seksi: int) -> bool:
        """True where a turn of the script belongs."""
        return turn[0] == tw and turn[1] % seksi == place


def play(
    office: Office,
    clock: SetClock,
    buku: BukuKinerja,
    tell: Tell,
    *,
    papers: bool = False,
    until: datetime | None = None,
    script: Script = WHOLE_YEAR,
    watch: Tick = silent,
) -> Stage:
    """Play all four quarters and the annual report; the clock stands at the last act afterwards.

    With ``papers`` each act's paper is printed and filed at once; the reports always are. With ``until`` the play
    stops at that moment, in the middle of whatever lies on the desks, and so it does where the script has a middle.
    ``watch`` hears the days played and may raise to leave.
    """
    with office.store.read() as unit:
        kalender = calendar_table.kalender(unit)
    year = Year(Stage(office, clock, kalender), buku, tell, script, printer=Printer() if papers else None)
    begun = clock.waktu
    stage = year.stage
    _prepare(year)
    for triwulan in Triwulan.of_year(buku.rencana.tahun):
        with office.store.read() as unit:
            mulai = calendar_table.tanggal_penugasan(unit, triwulan)
        stage.at(stage.on(mulai.date(), 0, 6), partial(_assign, year, triwulan))
        if triwulan.nomor == script.tengah:
            until = stage.on(mulai.date(), 1, _MORNING)
            stage.at(stage.on(mulai.date(), 0, _NOON), partial(_open_again, year, triwulan.previous))
    days = ((until or stage.on(date(buku.rencana.tahun + 1, 2, 1), 0, 0)) - begun).days
    stage.before_each = lambda: watch(min((clock.waktu - begun).days, days), days, "")
    stage.run(until)
    return stage


_MORNING, _NOON = 5, 200
"""Office minutes after opening."""


def _open_again(year: Year, triwulan: Triwulan) -> None:
    """The Kasubag Perencanaan takes the report of the quarter before back for a correction."""
    ctx = year.stage.acting(Role.KASUBAG_PERENCANAAN)
    quarterly.reopen(ctx, triwulan, words.ALASAN_BUKA, seen=quarterly.load(ctx, triwulan).versi)


def _prepare(year: Year) -> None:
    """The Admin confirms the calendars that follow a decree, the planner fixes the year's plan."""
    admin = year.stage.acting(Role.ADMIN)
    for kalender in year.stage.kalender.daftar_tahun:
        if calendar_table.is_decreed(kalender):
            view = calendar_table.load(admin, kalender.tahun)
            calendar_table.confirm_year(admin, kalender.tahun, view.versi)
    ctx = year.stage.acting(Role.KASUBAG_PERENCANAAN)
    tahun = year.buku.rencana.tahun
    plan = planning.load(ctx, tahun)
    wrong = penghalang(plan.temuan)
    if wrong:
        year.tell(f"Rencana kinerja {tahun} dipakai tanpa ditetapkan: {len(wrong)} kesalahan, pertama {wrong[0]}")
    else:
        planning.fix_plan(ctx, tahun, plan.versi)
    _type_fields(year, "rencana_aksi", lambda isian, n: "" if isian.bawaan else year.local(words.pick(words.AKSI, n)))
    _fix_papers(year, Triwulan(tahun, 4), lambda jenis: jenis.golongan is Golongan.PERENCANAAN)
    for versi in year.buku.rencana.versi:
        year.stage.at(year.stage.on(versi.berlaku_mulai, 0, _NOON), partial(_change_agreement, year, versi))


def _change_agreement(year: Year, versi: VersiRencana) -> None:
    """The Perjanjian Kinerja Perubahan on the first day of a changed plan, where papers are made at all."""
    if year.printer is not None:
        seksi = [s.kode for s in year.buku.seksi]
        fix_change(year.stage.acting, year.buku.rencana, versi, seksi, words.ALASAN_PERUBAHAN)


def _type_fields(year: Year, kunci: str, said: Callable[[Isian, int], str]) -> None:
    """Type into the fields of a paper of the year what is ``said``, where papers are made at all."""
    if year.printer is not None:
        ctx, pokok = year.stage.acting(Role.KASUBAG_PERENCANAAN), Pokok(year.buku.rencana.tahun)
        fields = office_papers.load(ctx, kunci, pokok).isian
        typed = {f.kunci: teks for n, f in enumerate(fields) if (teks := said(f, n))}
        office_papers.save(ctx, kunci, pokok, typed, seen=0)


def _fix_papers(year: Year, triwulan: Triwulan, wanted: Callable[[JenisDokumen], bool]) -> None:
    """Fix the papers that the office would make at this time of the year, where papers are made at all."""
    if year.printer is not None:
        kinds = [jenis for jenis in office_papers.kinds(tetap=True) if wanted(jenis)]
        with year.stage.office.store.read() as unit:
            seksi = [s.kode for s in seksi_reporting(unit, triwulan)]
        fix_kinds(year.stage.acting, kinds, triwulan, seksi)


# --- step 1 ------------------------------------------------------------------------------------


def _assign(year: Year, triwulan: Triwulan) -> None:
    ctx = year.stage.acting(Role.KABID)
    view = assignment.load(ctx, triwulan)
    seksi = [line.seksi.kode for line in view.baris]
    seen = {line.seksi.kode: line.versi for line in view.baris}
    note = replace(view.catatan, catatan=words.CATATAN_PENUGASAN)
    done = assignment.assign(ctx, triwulan, seksi, catatan=note, seen=seen)
    for failed in done.gagal:
        raise failed.sebab
    year.tell(f"{triwulan.label_tahun}: {len(seksi)} seksi ditugaskan")
    for place, line in enumerate(assignment.load(ctx, triwulan).baris):
        assert line.case_id is not None
        berkas = Berkas(year, triwulan, line.seksi, line.case_id, place, len(seksi), view.mulai.date())
        berkas.handed(ctx)
        berkas.begin()


# --- steps 2 to 5 of one seksi -----------------------------------------------------------------


@dataclass(slots=True)
class Berkas:
    """One seksi's quarter in play: each deed does one act and plans the next."""

    year: Year
    triwulan: Triwulan
    seksi: Seksi
    case_id: str
    place: int
    among: int
    mulai: date

    def _here(self, turn: tuple[int, int]) -> bool:
        return self.year.here(turn, self.triwulan.nomor, self.place, self.among)

    def _as(self, role: Role) -> Context:
        return self.year.stage.acting(role, self.seksi.kode if role.of_seksi else None)

    def handed(self, ctx: Context) -> None:
        """Print what the act just done gives."""
        if self.year.printer is not None:
            self.year.printer.print_new(ctx, self.case_id)

    def begin(self) -> None:
        """Plan the order of the Kasubag."""
        self._soon(3 + self.place % 10, self.order)

    def _then(self, hari: int, menit: int, deed: Callable[[], None]) -> None:
        self._plan(self.year.stage.on(self.mulai, hari, menit + 7 * self.place), deed)

    def _soon(self, menit: int, deed: Callable[[], None]) -> None:
        self._plan(self.year.stage.soon(menit), deed)

    def _plan(self, moment: datetime, deed: Callable[[], None]) -> None:
        """Plan a deed, unless this seksi rests before it."""
        rests = self.year.script.menunggu[self.place : self.place + 1] if self._in_middle else ()
        if deed.__name__ not in rests:
            self.year.stage.at(moment, deed)

    @property
    def _in_middle(self) -> bool:
        return self.triwulan.nomor == self.year.script.tengah

    def order(self) -> None:
        """Step 2: the Kasubag orders the analysts of his seksi."""
        ctx = self._as(Role.KASUBAG)
        view = disposition.load(ctx, self.case_id)
        disposition.order(
            ctx,
            self.case_id,
            [a.id for a in view.analis],
            catatan=self.year.local(words.CATATAN_DISPOSISI),
            seen=view.kepala.versi,
        )
        self.handed(ctx)
        late, first = self._here(self.year.script.terlambat), 0 if self._in_middle else 1
        self._then(first + late, 60, self.collect)

    def collect(self) -> None:
        """Step 3: the analyst fills the sheet and hands the bahan in."""
        ctx = self._as(Role.ANALIS)
        self._fill_bahan(ctx)
        if self._here(self.year.script.ditarik):
            self._soon(4, self.take_back)
        elif self._here(self.year.script.bahan_kembali):
            self._soon(90, self.send_back)
        else:
            self._plan_report()

    def _fill_bahan(self, ctx: Context) -> None:
        view = collection.load(ctx, self.case_id)
        filler = Filler(self.year.buku, self.triwulan, self.place, slip=self._here(self.year.script.kembali))
        ticked = tuple(n.id for n in view.pengembalian.catatan) if view.pengembalian else ()
        asked = [baris for k in view.kelompok for baris in k.baris]
        filled = [filler.row(baris, view.isi.of(baris.kode)) for baris in asked]
        rows = with_files(ctx, filled, self.triwulan, {baris.kode: baris.indikator.nama for baris in asked})
        saved = collection.save_draft(ctx, self.case_id, rows, perbaikan=ticked, seen=view.versi_draf)
        collection.submit_bahan(ctx, self.case_id, seen=view.kepala.versi, seen_draf=saved.versi)
        self.handed(ctx)

    def _plan_report(self) -> None:
        if self._in_middle:
            self._then(0, 300, self.report)
        else:
            self._then(2 + self._here(self.year.script.terlambat), 20, self.report)

    def take_back(self) -> None:
        """The analyst takes the bahan back, looks again, and hands it in once more."""
        ctx = self._as(Role.ANALIS)
        collection.withdraw(ctx, self.case_id, seen=collection.load(ctx, self.case_id).kepala.versi)
        self._soon(12, self.collect_again)

    def collect_again(self) -> None:
        """The analyst hands in again what was taken back or sent back."""
        self._fill_bahan(self._as(Role.ANALIS))
        self._plan_report()

    def send_back(self) -> None:
        """The Kasubag sends bahan back to the analyst with a reason."""
        ctx = self._as(Role.KASUBAG)
        view = section_report.load(ctx, self.case_id)
        note = CatatanBaru(None, words.CATATAN_BAHAN)
        section_report.return_bahan(ctx, self.case_id, words.ALASAN_BAHAN, [note], seen=view.kepala.versi)
        self._soon(45, self.collect_again)

    def report(self) -> None:
        """Step 4: the Kasubag writes the seksi's report and hands it to the Kabid."""
        ctx = self._as(Role.KASUBAG)
        view = section_report.load(ctx, self.case_id)
        saved = section_report.save_draft(ctx, self.case_id, uraian=self.year.local(words.URAIAN), seen=view.versi_draf)
        section_report.submit(ctx, self.case_id, seen=view.kepala.versi, seen_draf=saved.versi)
        self._soon(25, self.decide)

    def decide(self) -> None:
        """Step 5: the Kabid returns the report once where the script says so, else approves it."""
        ctx = self._as(Role.KABID)
        view = review.load(ctx, self.case_id)
        if self._here(self.year.script.kembali) and view.kembali_ke == 1:
            notes = self._notes(view)
            review.return_for_correction(ctx, self.case_id, words.ALASAN_KEMBALI, notes, seen=view.kepala.versi)
            self.handed(ctx)
            self._soon(100, self.repair)
            return
        confirm(ctx, FreshFor.APPROVE)
        review.approve(
            ctx,
            self.case_id,
            centang=tuple(review.Centang),
            catatan=words.CATATAN_SETUJU,
            pengecualian=words.PENGECUALIAN if view.laporan_sendiri else "",
            seen=view.kepala.versi,
        )
        self.handed(ctx)
        self._soon(10, self.hand_over)

    def _notes(self, view: review.PemeriksaanView) -> list[CatatanBaru]:
        rows = [row for group in view.kelompok for row in group.baris if row.isi.realisasi is not None]
        pinned = [CatatanBaru(rows[0].baris.kode, words.CATATAN_ANGKA)] if rows else []
        return [*pinned, CatatanBaru(None, words.CATATAN_UMUM)]

    def repair(self) -> None:
        """The Kasubag puts the figure right, ticks the notes, and hands the report in again."""
        ctx = self._as(Role.KASUBAG)
        view = section_report.load(ctx, self.case_id)
        notes = view.pengembalian.catatan if view.pengembalian else ()
        noted: Mapping[str, tuple[str, ...]] = {
            kode: tuple(n.id for n in notes if n.kode == kode) for kode in {n.kode for n in notes if n.kode}
        }
        filler = Filler(self.year.buku, self.triwulan, self.place)
        rows = [
            replace(filler.row(baris, view.isi.of(baris.kode)), perbaikan=noted[baris.kode])
            for group in view.kelompok
            for baris in group.baris
            if baris.kode in noted
        ]
        general = tuple(n.id for n in notes if n.kode is None)
        uraian = f"{self.year.local(words.URAIAN)} {words.URAIAN_PERBAIKAN}"
        saved = section_report.save_draft(
            ctx, self.case_id, rows, uraian=uraian, perbaikan=general, seen=view.versi_draf
        )
        section_report.submit(ctx, self.case_id, seen=view.kepala.versi, seen_draf=saved.versi)
        self._soon(20, self.decide)

    def hand_over(self) -> None:
        """The Kasubag passes the approved report on; the last seksi starts the Laporan Triwulan."""
        ctx = self._as(Role.KASUBAG)
        view = section_report.load(ctx, self.case_id)
        section_report.hand_over(ctx, self.case_id, seen=view.kepala.versi)
        year, tw = self.year, self.triwulan.nomor
        year.serah[tw] = year.serah.get(tw, 0) + 1
        if year.serah[tw] == self.among:
            year.tell(f"{self.triwulan.label_tahun}: {self.among} laporan seksi disetujui dan diserahkan")
            today = year.stage.clock.waktu.date()
            year.stage.at(year.stage.on(today, 1, 100), partial(_fix_quarter, year, self.triwulan))


# --- step 6 ------------------------------------------------------------------------------------


def _fix_quarter(year: Year, triwulan: Triwulan) -> None:
    """Step 6: the Kasubag Perencanaan fixes the Laporan Triwulan; after TW IV he turns to the year."""
    ctx = year.stage.acting(Role.KASUBAG_PERENCANAAN)
    view = quarterly.load(ctx, triwulan)
    if (told := _money_told(view)) is not None:
        quarterly.save_draft(ctx, triwulan, told, seen=view.versi_draf)
    quarterly.fix(ctx, triwulan, seen=view.versi)
    year.tell(f"Laporan {triwulan.label_tahun} ditetapkan")
    _fix_papers(year, triwulan, lambda jenis: not jenis.per.tahunan)
    if triwulan.nomor == 4:
        today = year.stage.clock.waktu.date()
        year.stage.at(year.stage.on(today, 9, 200), partial(_fix_year, year, triwulan.tahun))


def _fix_year(year: Year, tahun: int) -> None:
    """The report is reviewed before it is fixed, so that it carries the statement of the review."""
    ctx = year.stage.acting(Role.KASUBAG_PERENCANAAN)
    for kunci in _REVIEW:
        _type_fields(year, kunci, lambda isian, _: words.PEREVIU.get(isian.kunci, ""))
    _fix_papers(year, Triwulan(tahun, 4), lambda jenis: jenis.kunci in _REVIEW)
    view = annual.load(ctx, tahun)
    if (told := _money_told(view)) is not None:
        annual.save_draft(ctx, tahun, told, seen=view.versi_draf)
    annual.fix(ctx, tahun, seen=view.versi)
    year.tell(f"Laporan Kinerja {tahun} ditetapkan")
    _fix_papers(
        year,
        Triwulan(tahun, 4),
        lambda jenis: jenis.per.tahunan and jenis.golongan is not Golongan.PERENCANAAN and jenis.kunci not in _REVIEW,
    )


def _money_told(view: LaporanView) -> IsiLaporan | None:
    """Why money was left, typed where reading the text asks for it."""
    bab = next(b for b in view.bab if b.kunci == "anggaran")
    if not any(t.bab == bab.judul and t.cacat is Cacat.TANPA_SEBAB for t in view.telaah):
        return None
    return view.isi.typed_over(bab.kunci, (f"{bab.dibuat[0]} {words.ALASAN_SISA}", *bab.dibuat[1:]), bab.dibuat)


_REVIEW = ("kertas_kerja_reviu", "pernyataan_reviu")
"""Papers that the review of an LKjIP leaves behind."""
