"""A small office for tests: three seksi, the people of the SOP, a plan with figures, a clock that tests move.

``Kantor`` stands on a real store in memory. ``ctx`` gives a context for a person and role, ``at`` moves the
clock, the other methods do one step of the SOP through the services. Names and NIPs are invented.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.indikator import (
    Akumulasi,
    Indikator,
    Rencana,
    Rumus,
    Seksi,
    Target,
    Tingkat,
)
from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.domain.kalender import KalenderTahun
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Action, Jenis, Keadaan, replay
from kinerja_desktop.services import (
    assignment,
    collection,
    disposition,
    review,
    section_report,
)
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Actor, Confirmations, Context, FreshFor, Office
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.records import Case

WITA = Zona.WITA.tzinfo
TW1, TW2, TW3, TW4 = Triwulan.of_year(2026)
OPENING = datetime(2026, 7, 10, 7, 30, tzinfo=WITA)
"""Friday on which the data of TW II are ordered."""
SEKSI = (Seksi("PEL", "Seksi Pelayanan"), Seksi("PEM", "Seksi Pemerintahan"), Seksi("TRA", "Seksi Ketenteraman"))

ANDI, SITI, BUDI, DEWI, HASAN, RAHMA, WAHYU, TUTI, JOKO = (
    Pegawai("Andi Umpama, S.IP.", "Camat", (Role.KABID, Role.CAMAT), nip="197001011995011991", id="andi"),
    Pegawai(
        "Siti Misalnya, S.Sos.", "Kasi Pelayanan", (Role.KASUBAG,), nip="197502022000022992", seksi="PEL", id="siti"
    ),
    Pegawai("Budi Contoh", "Pengolah Data", (Role.ANALIS,), nip="198503032010031993", seksi="PEL", id="budi"),
    Pegawai("Dewi Ibarat", "Pengadministrasi", (Role.ANALIS,), nip="198804042012042994", seksi="PEL", id="dewi"),
    Pegawai(
        "Hasan Perumpamaan, S.Sos.",
        "Kasi Pemerintahan",
        (Role.KASUBAG, Role.ANALIS),
        nip="197405051999051995",
        seksi="PEM",
        id="hasan",
    ),
    Pegawai(
        "Rahma Teladan, S.E.",
        "Kasubag Perencanaan",
        (Role.KASUBAG_PERENCANAAN,),
        nip="198006062005062996",
        id="rahma",
    ),
    Pegawai(
        "Wahyu Andaikata, S.H.",
        "Kasi Ketenteraman",
        (Role.KASUBAG,),
        nip="197607072001071997",
        seksi="TRA",
        id="wahyu",
    ),
    Pegawai("Tuti Seumpama", "Pengelola Data", (Role.ANALIS,), nip="199008082015082998", seksi="TRA", id="tuti"),
    Pegawai("Joko Permisalan", "Pranata Komputer", (Role.ADMIN,), nip="199209092018091999", id="joko"),
)
PEOPLE = (ANDI, SITI, BUDI, DEWI, HASAN, RAHMA, WAHYU, TUTI, JOKO)


def _figure(teks: str | None) -> Decimal | None:
    return None if teks is None else Decimal(teks)


def target(tahun: str | None, *triwulan: str | None) -> Target:
    """A target from texts; the four quarters may be left out."""
    four = tuple(map(_figure, triwulan or (None,) * 4))
    return Target(_figure(tahun), (four[0], four[1], four[2], four[3]))


_LAYANAN = "Meningkatnya kualitas pelayanan administrasi kecamatan"
_PUAS = "Meningkatnya kepuasan masyarakat"
_A, _P, _R, _T = Akumulasi.AKUMULASI, Akumulasi.POSISI_AKHIR, Akumulasi.RATA_RATA, Akumulasi.TAHUNAN


def _row(  # noqa: PLR0917  # one line of a table, column by column
    kode: str,
    nama: str,
    sasaran: str,
    satuan: str,
    akumulasi: Akumulasi,
    goal: Target,
    *,
    seksi: str = "PEL",
    rumus: Rumus = Rumus.P1,
    bukti: bool = False,
) -> Indikator:
    return Indikator(
        kode,
        nama,
        Tingkat.SASARAN,
        sasaran,
        satuan,
        rumus.polaritas,
        akumulasi,
        rumus,
        goal,
        seksi,
        bukti_wajib=bukti,
    )


INDIKATOR = (
    _row("1.1", "Persentase permohonan tepat waktu", _LAYANAN, "%", _P, target("95", "92", "94", "94", "95")),
    _row("1.2", "Jumlah dokumen kependudukan", _LAYANAN, "dokumen", _A, target("4800", *["1200"] * 4)),
    _row("1.3", "Jumlah surat keterangan", _LAYANAN, "surat", _A, target("2000", *["500"] * 4)),
    _row("1.4", "Pengaduan belum selesai", _LAYANAN, "pengaduan", _P, target("4", *["4"] * 4), rumus=Rumus.N1),
    _row("2.1", "Jumlah pelayanan keliling", _PUAS, "kegiatan", _A, target("12", *["3"] * 4), bukti=True),
    _row("2.2", "Indeks Kepuasan Masyarakat", _PUAS, "indeks", _T, target("83")),
    _row("3.1", "Desa dengan profil lengkap", "Tertatanya desa", "%", _P, target("80", *["80"] * 4), seksi="PEM"),
    _row("4.1", "Jumlah patroli", "Terjaganya ketenteraman", "kali", _A, target("48", *["12"] * 4), seksi="TRA"),
)
PLAN = Rencana(2026, INDIKATOR)
BUDGET = (
    BarisAnggaran(
        "01",
        Tingkat.PROGRAM,
        "Program Pelayanan",
        Decimal(400_000_000),
        (Decimal(80_000_000), Decimal(100_000_000), None, None),
        "PEL",
        ("1.1", "1.2"),
    ),
)
REASON = "Angka belum sama dengan register."
FIGURES: Mapping[str, str] = {
    "1.1": "91.85",
    "1.2": "1287",
    "1.3": "512",
    "1.4": "3",
    "2.1": "3",
    "3.1": "78",
    "4.1": "13",
}
"""What is handed in where a test says nothing else; no warning, two rows below target."""


def give_password(office: Office, pegawai_id: str) -> None:
    """Somebody has just given his password for every kind of act that asks for it."""
    for untuk in FreshFor:
        office.confirmed.remember(pegawai_id, untuk)


@dataclass
class Kantor:
    """An office in memory and the steps of the SOP on it."""

    store: Store = field(default_factory=Store.memory)
    clock: SetClock = field(default_factory=lambda: SetClock(OPENING))
    rencana: Rencana = PLAN
    people: tuple[Pegawai, ...] = PEOPLE
    pemeriksa: Pegawai = ANDI
    confirmed: Confirmations = field(default_factory=Confirmations)
    is_new: bool = True
    """False for a store that has these people and this plan already."""

    def __post_init__(self) -> None:
        if not self.is_new:
            return
        with self.store.unit() as unit:
            for kunci, teks in (("instansi.nama", "Kecamatan Kelara"), ("instansi.kode_unit", "KEC-KLR")):
                unit.settings.put(kunci, teks)
            for tahun in range(2024, 2030):
                unit.calendar.put(KalenderTahun(tahun, (), dikonfirmasi=True))
            for seksi in SEKSI:
                unit.people.put_seksi(seksi)
            for person in self.people:
                unit.people.put(person)
            unit.planning.put_rencana(self.rencana)
            unit.planning.put_anggaran(self.rencana.tahun, BUDGET)
            unit.commit()

    @property
    def office(self) -> Office:
        """The office as services take it."""
        return Office(self.store, self.clock, confirmed=self.confirmed)

    def at(self, bulan: int, hari: int, jam: int, menit: int = 0, *, tahun: int = 2026) -> datetime:
        """Move the clock and return the moment."""
        self.clock.waktu = datetime(tahun, bulan, hari, jam, menit, tzinfo=WITA)
        return self.clock.waktu

    def ctx(self, pegawai: Pegawai, role: Role | None = None) -> Context:
        """A person acting in a role (his first one if none is named), who has just given his password."""
        acting = role or pegawai.peran[0]
        seksi = pegawai.seksi if acting.of_seksi else None
        give_password(self.office, pegawai.id)
        return Context(self.office, Actor(pegawai.id, pegawai.nama, pegawai.jabatan_tercetak, acting, seksi))

    def kasubag(self, seksi: str) -> Context:
        """The Kasubag of a seksi."""
        return self.ctx({"PEL": SITI, "PEM": HASAN, "TRA": WAHYU}[seksi], Role.KASUBAG)

    def analis(self, seksi: str) -> Context:
        """The first analyst of a seksi."""
        return self.ctx({"PEL": BUDI, "PEM": HASAN, "TRA": TUTI}[seksi], Role.ANALIS)

    @property
    def kabid(self) -> Context:
        """The Kabid."""
        return self.ctx(self.pemeriksa, Role.KABID)

    # what is stored

    def case(self, seksi: str | None = "PEL", triwulan: Triwulan = TW2, jenis: Jenis = Jenis.BERKAS) -> Case:
        """A stored case."""
        with self.store.read() as unit:
            found = unit.cases.find(jenis, triwulan.tahun, triwulan.nomor, seksi)
        assert found is not None, (seksi, triwulan)
        return found

    def keadaan(self, case: Case) -> Keadaan:
        """Replay of a case."""
        with self.store.read() as unit:
            return replay(case.jenis, unit.journal.acts(case.id))

    # steps

    def assign(self, *seksi: str, triwulan: Triwulan = TW2) -> None:
        """Step 1 for these seksi (all of them if none is named)."""
        wanted = seksi or tuple(s.kode for s in SEKSI)
        note = assignment.CatatanPenugasan(assignment.subject(triwulan))
        with self.store.read() as unit:
            cases = {s: unit.cases.find(Jenis.BERKAS, triwulan.tahun, triwulan.nomor, s) for s in wanted}
        seen = {s: case.versi if case is not None else 0 for s, case in cases.items()}
        result = assignment.assign(self.kabid, triwulan, wanted, catatan=note, seen=seen)
        assert not result.gagal, result.gagal

    def order(self, seksi: str = "PEL", triwulan: Triwulan = TW2) -> None:
        """Step 2 to the first analyst."""
        case = self.case(seksi, triwulan)
        disposition.order(self.kasubag(seksi), case.id, [self.analis(seksi).actor.id], seen=case.versi)

    def fill(self, seksi: str = "PEL", triwulan: Triwulan = TW2, **figures: str | None) -> int:
        """Type figures into the draft of step 3 (``k1_3="512"``) and return its version."""
        case = self.case(seksi, triwulan)
        typed = {name[1:].replace("_", "."): teks for name, teks in figures.items()}
        rows = [self._filled(i, typed) for i in self.rencana.indikator if i.seksi == seksi]
        view = collection.load(self.analis(seksi), case.id)
        return collection.save_draft(self.analis(seksi), case.id, rows, seen=view.versi_draf).versi

    def attach(self, seksi: str, kode: str, *bukti: Bukti) -> None:
        """Name evidence at a row of the draft of step 3, in place of what it named."""
        ctx, case = self.analis(seksi), self.case(seksi)
        view = collection.load(ctx, case.id)
        collection.save_draft(ctx, case.id, [replace(view.isi.of(kode), bukti=bukti)], seen=view.versi_draf)

    def _filled(self, indikator: Indikator, typed: Mapping[str, str | None]) -> IsiIndikator:
        figure = _figure(typed.get(indikator.kode, FIGURES.get(indikator.kode)))
        reason = "Belum ada data dari loket." if figure is None else None
        return IsiIndikator(
            indikator.kode,
            figure,
            alasan_kosong=reason,
            faktor_penghambat="Printer loket rusak dua hari.",
            bukti=(Bukti("Register Juni 2026"),),
        )

    def submit_bahan(self, seksi: str = "PEL", triwulan: Triwulan = TW2, **figures: str | None) -> None:
        """Step 3: fill and hand in."""
        version = self.fill(seksi, triwulan, **figures)
        case = self.case(seksi, triwulan)
        collection.submit_bahan(self.analis(seksi), case.id, seen=case.versi, seen_draf=version)

    def submit(self, seksi: str = "PEL", triwulan: Triwulan = TW2) -> None:
        """Step 4 with every note ticked."""
        case = self.case(seksi, triwulan)
        ctx = self.kasubag(seksi)
        view = section_report.load(ctx, case.id)
        notes = view.pengembalian.catatan if view.pengembalian else ()
        rows = [_ticked(view.isi.of(n.kode), n.id) for n in notes if n.kode is not None]
        general = [n.id for n in notes if n.kode is None]
        saved = section_report.save_draft(ctx, case.id, rows, perbaikan=general, seen=view.versi_draf)
        section_report.submit(ctx, case.id, seen=case.versi, seen_draf=saved.versi)

    def send_back(self, seksi: str = "PEL", triwulan: Triwulan = TW2, *notes: tuple[str | None, str]) -> None:
        """Step 5: return with a reason and notes."""
        case = self.case(seksi, triwulan)
        written = [section_report.CatatanBaru(kode, teks) for kode, teks in notes]
        review.return_for_correction(self.kabid, case.id, REASON, written, seen=case.versi)

    def approve(self, seksi: str = "PEL", triwulan: Triwulan = TW2) -> None:
        """Step 5: approve."""
        case = self.case(seksi, triwulan)
        review.approve(self.kabid, case.id, centang=tuple(review.Centang), seen=case.versi)

    def hand_over(self, seksi: str = "PEL", triwulan: Triwulan = TW2) -> None:
        """Step 5, second half."""
        case = self.case(seksi, triwulan)
        section_report.hand_over(self.kasubag(seksi), case.id, seen=case.versi)

    def play(self, seksi: str = "PEL", triwulan: Triwulan = TW2, until: Action = Action.HAND_OVER) -> Case:
        """Everything from step 1 up to and with an act, without a return."""
        steps: tuple[tuple[Action, Callable[[], None]], ...] = (
            (Action.ASSIGN, lambda: self.assign(seksi, triwulan=triwulan)),
            (Action.ORDER, lambda: self.order(seksi, triwulan)),
            (Action.SUBMIT_BAHAN, lambda: self.submit_bahan(seksi, triwulan)),
            (Action.SUBMIT, lambda: self.submit(seksi, triwulan)),
            (Action.APPROVE, lambda: self.approve(seksi, triwulan)),
            (Action.HAND_OVER, lambda: self.hand_over(seksi, triwulan)),
        )
        for action, step in steps:
            step()
            if action is until:
                break
        return self.case(seksi, triwulan)


def _ticked(isi: IsiIndikator, note: str) -> IsiIndikator:
    return replace(isi, perbaikan=(*isi.perbaikan, note))
