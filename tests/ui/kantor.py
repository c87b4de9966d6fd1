"""A practice office in memory, played to any moment of the SOP: six seksi, and the sheet of Seksi Pelayanan.

Everything goes through the services that the window calls, so a page is tested on what it will meet. The people
are invented.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.indikator import (
    Akumulasi,
    Indikator,
    Polaritas,
    Rencana,
    Rumus,
    Seksi,
    Target,
)
from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.domain.lembar import ketik
from kinerja_desktop.domain.pegawai import Instansi, Pegawai
from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import (
    assignment,
    auth,
    calendar_table,
    collection,
    disposition,
    review,
    section_report,
    setup,
    trail,
)
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Context, Office
from kinerja_desktop.services.passwords import PRACTICE
from kinerja_desktop.services.section_work import CatatanBaru
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.unit_of_work import Unit
from tests.office import give_password

SANDI = "empat kata rahasia kantor"
TW1, TW2 = Triwulan(2026, 1), Triwulan(2026, 2)
_S1 = "Meningkatnya kualitas pelayanan administrasi kecamatan"
_S2 = "Meningkatnya kepuasan masyarakat"


def jam(bulan: int, hari: int, pukul: int, menit: int = 0, tahun: int = 2026) -> datetime:
    """A moment in the office's zone."""
    return datetime(tahun, bulan, hari, pukul, menit, tzinfo=Zona.WITA.tzinfo)


def _target(tiap: str, tahun: str) -> Target:
    quarter = Decimal(tiap)
    return Target(Decimal(tahun), (quarter, quarter, quarter, quarter))


def _pelayanan() -> tuple[Indikator, ...]:
    def one(kode: str, nama: str, satuan: str, target: Target, akumulasi: Akumulasi) -> Indikator:
        sasaran = _S1 if kode.startswith("1") else _S2
        return Indikator(
            kode, nama, sasaran=sasaran, satuan=satuan, akumulasi=akumulasi, target=target, seksi="pelayanan"
        )

    def less(indikator: Indikator) -> Indikator:
        return replace(indikator, polaritas=Polaritas.NEGATIF, rumus=Rumus.N1)

    a = Akumulasi
    return (
        one("1.1", "Persentase permohonan yang selesai tepat waktu", "%", _target("94.00", "94.00"), a.POSISI_AKHIR),
        one("1.2", "Jumlah dokumen kependudukan yang dilayani", "dokumen", _target("1200", "4800"), a.AKUMULASI),
        one("1.3", "Jumlah surat keterangan yang diterbitkan", "surat", _target("500", "2000"), a.AKUMULASI),
        less(one("1.4", "Rata-rata waktu penyelesaian permohonan", "hari", _target("3.00", "3.00"), a.RATA_RATA)),
        less(one("1.5", "Pengaduan masyarakat yang belum selesai", "pengaduan", _target("4", "4"), a.POSISI_AKHIR)),
        one("1.6", "Persentase loket yang memenuhi standar", "%", _target("80.00", "80.00"), a.POSISI_AKHIR),
        one("2.1", "Jumlah kegiatan pelayanan keliling", "kegiatan", _target("3", "12"), a.AKUMULASI),
        one("2.2", "Nilai survei kepuasan loket daring", "skor", _target("80.00", "80.00"), a.RATA_RATA),
        one("2.3", "Indeks Kepuasan Masyarakat", "indeks", Target(Decimal("82.50")), a.TAHUNAN),
    )


SEKSI = (
    Seksi("pelayanan", "Seksi Pelayanan"),
    Seksi("pemerintahan", "Seksi Pemerintahan"),
    Seksi("pmd", "Seksi Pemberdayaan Masyarakat dan Desa"),
    Seksi("kesra", "Seksi Kesejahteraan Rakyat"),
    Seksi("trantib", "Seksi Ketenteraman dan Ketertiban Umum"),
    Seksi("umum", "Sub Bagian Umum"),
)
_KASI = {
    "pelayanan": ("Siti Misalnya, S.Sos.", "Kasi Pelayanan", "siti", "Budi Contoh", "budi"),
    "pemerintahan": ("Hasan Perumpamaan, S.Sos.", "Kasi Pemerintahan", "hasan", "Dewi Ibarat", "dewi"),
    "pmd": ("Rahmat Andaikata, S.E.", "Kasi PMD", "rahmat", "Joko Seumpama", "joko"),
    "kesra": ("Nurlina Umpamanya, S.Pd.", "Kasi Kesra", "nurlina", "Lina Kiranya", "lina"),
    "trantib": ("Tono Permisalan, S.H.", "Kasi Trantib", "tono", "Wati Sekiranya", "wati"),
    "umum": ("Rini Pemisalan, S.E.", "Kasubag Umum", "rini", "Yusuf Bilamana", "yusuf"),
}


def _nip(n: int) -> str:
    """An invented NIP that follows the rule: born in a year of its own, appointed in 2010."""
    return f"{1970 + n}0101201001199{n % 10}"


def _pegawai() -> tuple[Pegawai, ...]:
    staff = [
        person
        for n, (kode, (kasi, jabatan, masuk, analis, masuk_analis)) in enumerate(_KASI.items(), 1)
        for person in (
            Pegawai(kasi, jabatan, (Role.KASUBAG,), _nip(2 * n), seksi=kode, pengguna=masuk),
            Pegawai(analis, "Analis Data", (Role.ANALIS,), _nip(2 * n + 1), seksi=kode, pengguna=masuk_analis),
        )
    ]
    return (
        Pegawai("Andi Umpama, S.IP.", "Camat Kelara", (Role.KABID, Role.CAMAT), _nip(0), pengguna="andi"),
        Pegawai("Rahma Teladan, S.E.", "Kasubag Perencanaan", (Role.KASUBAG_PERENCANAAN,), _nip(1), pengguna="rahma"),
        *staff,
    )


def rencana(tahun: int) -> Rencana:
    """The plan: nine indikator of Seksi Pelayanan, one of each other seksi."""
    others = tuple(
        Indikator(
            f"{3 + n}.1",
            f"Persentase kegiatan {seksi.nama} yang terlaksana",
            sasaran=f"Terlaksananya tugas {seksi.nama}",
            satuan="%",
            target=_target("90.00", "90.00"),
            seksi=seksi.kode,
        )
        for n, seksi in enumerate(SEKSI[1:])
    )
    return Rencana(tahun, (*_pelayanan(), *others))


TW1_PELAYANAN = {
    "1.1": "92,40", "1.2": "1.164", "1.3": "488", "1.4": "3,20", "1.5": "6", "1.6": "75,00", "2.1": "3", "2.2": "81,20",
}  # fmt: skip
TW2_PELAYANAN = {
    "1.1": "91,85", "1.2": "1.287", "1.3": "812", "1.4": "2,80", "1.5": "3", "1.6": "80,00", "2.1": "2",
}  # fmt: skip
_PERIKSA_ULANG = "Sudah diperiksa: sesuai dengan register seksi triwulan ini."
_TANPA_DATA = "Survei daring belum dilaksanakan karena aplikasi diperbaiki."


def own_figures(seksi: str) -> dict[str, str]:
    """One figure for each indikator of a seksi."""
    return {i.kode: "88,50" for i in rencana(2026).indikator if i.seksi == seksi}


@dataclass
class Kantor:
    """The office and its clock. People are named by their user names."""

    office: Office
    clock: SetClock

    def now(self, waktu: datetime) -> None:
        self.clock.waktu = waktu

    def ctx(self, pengguna: str, role: Role) -> Context:
        """Somebody acting in a role today."""
        with self.office.store.read() as unit:
            person = next(p for p in unit.people.all() if p.pengguna == pengguna)
            actors = auth.actors_of(unit, person.id, self.clock.waktu.date())
        return Context(self.office, next(actor for actor in actors if actor.role is role))

    def let_in(self, *people: str) -> None:
        """Accounts for people of the scene, which has one for its first alone."""
        with self.office.store.unit() as unit:
            for person in [p for p in unit.people.all() if p.pengguna in people]:
                name = str(person.pengguna)
                if unit.accounts.by_pengguna(name) is None:
                    auth.open_account(
                        unit, trail.PROGRAM, self.clock.waktu, person, pengguna=name, sandi=SANDI, cost=PRACTICE
                    )
            unit.commit()

    def let_in_analis(self) -> str:
        """An account for the analyst; under which name he logs in."""
        who = self.analis().actor.id
        with self.office.store.read() as unit:
            name = unit.people.get(who).pengguna
        assert name is not None
        self.let_in(name)
        return name

    def head(self) -> int:
        """Number of the newest record: unchanged where nothing was written to the history."""
        with self.office.store.read() as unit:
            return unit.journal.head().seq

    def give_role(self, pengguna: str, role: Role = Role.KASUBAG, seksi: str = "trantib") -> None:
        """One more post for somebody, whose holder leaves it."""
        with self.office.store.unit() as unit:
            self._close(unit, role, seksi)
            person = next(p for p in unit.people.all() if p.pengguna == pengguna)
            unit.people.put(replace(person, id="", pengguna=pengguna, jabatan="Plt.", peran=(role,), seksi=seksi))
            unit.commit()

    def add_analyst(self, nama: str, seksi: str) -> None:
        """One more analyst of a seksi."""
        with self.office.store.unit() as unit:
            unit.people.put(
                Pegawai(nama, "Analis Data", (Role.ANALIS,), seksi=seksi, pengguna=nama.split(maxsplit=1)[0].lower())
            )
            unit.commit()

    def close_post(self, role: Role, seksi: str) -> None:
        """Nobody holds the role in that seksi any more."""
        with self.office.store.unit() as unit:
            self._close(unit, role, seksi)
            unit.commit()

    def _close(self, unit: Unit, role: Role, seksi: str) -> None:
        for held in (p for p in unit.people.all() if role in p.peran and p.seksi == seksi):
            unit.people.put(replace(held, sampai=self.clock.waktu.date() - timedelta(days=1)))

    def kabid(self) -> Context:
        return self.ctx("andi", Role.KABID)

    def kasubag(self, seksi: str = "pelayanan") -> Context:
        return self.ctx(_KASI[seksi][2], Role.KASUBAG)

    def analis(self, seksi: str = "pelayanan") -> Context:
        return self.ctx(_KASI[seksi][4], Role.ANALIS)

    def confirm_calendar(self) -> None:
        """The Admin confirms the years of the calendar."""
        ctx = self.ctx("andi", Role.ADMIN)
        for tahun in (2026, 2027):
            calendar_table.confirm_year(ctx, tahun, calendar_table.load(ctx, tahun).versi)

    # --- acts, each at its time -----------------------------------------------------------------

    def assign(self, triwulan: Triwulan, waktu: datetime, seksi: Sequence[str] = ()) -> None:
        """Step 1 for some seksi, or all."""
        self.now(waktu)
        ctx = self.kabid()
        view = assignment.load(ctx, triwulan)
        chosen = [line.seksi.kode for line in view.baris if not seksi or line.seksi.kode in seksi]
        seen = {line.seksi.kode: line.versi for line in view.baris}
        done = assignment.assign(ctx, triwulan, chosen, catatan=view.catatan, seen=seen)
        assert not done.gagal, done.gagal

    def case(self, triwulan: Triwulan = TW2, seksi: str = "pelayanan") -> str:
        """Id of a berkas that was ordered."""
        line = next(b for b in assignment.load(self.kabid(), triwulan).baris if b.seksi.kode == seksi)
        assert line.case_id is not None
        return line.case_id

    def order(self, waktu: datetime, triwulan: Triwulan = TW2, seksi: str = "pelayanan") -> None:
        """Step 2."""
        self.now(waktu)
        ctx, case_id = self.kasubag(seksi), self.case(triwulan, seksi)
        view = disposition.load(ctx, case_id)
        disposition.order(ctx, case_id, [a.id for a in view.analis], seen=view.kepala.versi)

    def type(
        self, waktu: datetime, figures: dict[str, str], triwulan: Triwulan = TW2, seksi: str = "pelayanan"
    ) -> None:
        """Type figures into the Lembar Kerja without handing it in."""
        self.now(waktu)
        ctx, case_id = self.analis(seksi), self.case(triwulan, seksi)
        view = collection.load(ctx, case_id)
        rows = [b for k in view.kelompok for b in k.baris if b.kode in figures]
        typed = [ketik(b, view.isi.of(b.kode), figures[b.kode]) for b in rows]
        collection.save_draft(ctx, case_id, typed, seen=view.versi_draf)

    def put(self, rows: Sequence[IsiIndikator], seksi: str = "pelayanan") -> None:
        """Whole contents of rows into the Lembar Kerja."""
        ctx, case_id = self.analis(seksi), self.case(TW2, seksi)
        collection.save_draft(ctx, case_id, rows, seen=collection.load(ctx, case_id).versi_draf)

    def complete(self, triwulan: Triwulan = TW2, seksi: str = "pelayanan") -> None:
        """Give what is still missing: reasons for empty cells and warnings, ticks on notes."""
        ctx, case_id = self.analis(seksi), self.case(triwulan, seksi)
        view = collection.load(ctx, case_id)
        rows = []
        for baris in (b for k in view.kelompok for b in k.baris):
            isi, sel = view.isi.of(baris.kode), view.sel[baris.kode]
            isi = replace(isi, perbaikan=tuple(n.id for n in baris.catatan), faktor_penghambat="Printer loket rusak.")
            if sel.belum_diisi:
                isi = replace(isi, alasan_kosong=_TANPA_DATA)
            if sel.peringatan:
                isi = replace(isi, alasan_peringatan=_PERIKSA_ULANG)
            rows.append(isi)
        collection.save_draft(ctx, case_id, rows, seen=view.versi_draf)

    def hand_in_bahan(self, waktu: datetime, triwulan: Triwulan = TW2, seksi: str = "pelayanan") -> None:
        """Step 3."""
        self.now(waktu)
        ctx, case_id = self.analis(seksi), self.case(triwulan, seksi)
        view = collection.load(ctx, case_id)
        collection.submit_bahan(ctx, case_id, seen=view.kepala.versi, seen_draf=view.versi_draf)

    def return_bahan(self, waktu: datetime, alasan: str, catatan: Sequence[CatatanBaru] = ()) -> None:
        """Bahan of Seksi Pelayanan back to its analyst."""
        self.now(waktu)
        ctx, case_id = self.kasubag(), self.case()
        seen = section_report.load(ctx, case_id).kepala.versi
        section_report.return_bahan(ctx, case_id, alasan, catatan, seen=seen)

    def submit(
        self,
        waktu: datetime,
        triwulan: Triwulan = TW2,
        seksi: str = "pelayanan",
        *,
        figures: dict[str, str] | None = None,
        by: str = "",
    ) -> None:
        """Step 4, perhaps with figures changed by the Kasubag; all notes are ticked."""
        self.now(waktu)
        ctx = self.ctx(by, Role.KASUBAG) if by else self.kasubag(seksi)
        case_id = self.case(triwulan, seksi)
        view = section_report.load(ctx, case_id)
        rows = []
        for baris in (b for k in view.kelompok for b in k.baris):
            isi = view.isi.of(baris.kode)
            if figures and baris.kode in figures:
                isi = replace(ketik(baris, isi, figures[baris.kode]), alasan_peringatan=_PERIKSA_ULANG)
            rows.append(replace(isi, perbaikan=tuple(n.id for n in baris.catatan)))
        general = tuple(n.id for n in view.pengembalian.catatan if n.kode is None) if view.pengembalian else ()
        saved = section_report.save_draft(
            ctx, case_id, rows, uraian="Data dikumpulkan dari register seksi.", perbaikan=general, seen=view.versi_draf
        )
        section_report.submit(ctx, case_id, seen=view.kepala.versi, seen_draf=saved.versi)

    def give_back(
        self, waktu: datetime, alasan: str, catatan: Sequence[CatatanBaru] = (), seksi: str = "pelayanan"
    ) -> None:
        """Step 5: return."""
        self.now(waktu)
        ctx, case_id = self.kabid(), self.case(TW2, seksi)
        review.return_for_correction(ctx, case_id, alasan, catatan, seen=review.load(ctx, case_id).kepala.versi)

    def approve(self, waktu: datetime, triwulan: Triwulan = TW2, seksi: str = "pelayanan") -> None:
        """Step 5: approve."""
        self.now(waktu)
        ctx, case_id = self.kabid(), self.case(triwulan, seksi)
        seen = review.load(ctx, case_id).kepala.versi
        give_password(self.office, ctx.actor.id)
        review.approve(ctx, case_id, centang=tuple(review.Centang), seen=seen)

    def hand_over(self, waktu: datetime, triwulan: Triwulan = TW2, seksi: str = "pelayanan") -> None:
        self.now(waktu)
        ctx, case_id = self.kasubag(seksi), self.case(triwulan, seksi)
        section_report.hand_over(ctx, case_id, seen=section_report.load(ctx, case_id).kepala.versi)

    # --- longer ways ----------------------------------------------------------------------------

    def report(self, seksi: str, bahan: datetime, laporan: datetime, figures: dict[str, str] | None = None) -> None:
        """Steps 2 to 4 of a seksi in TW II, ordered on 10 July."""
        self.order(jam(7, 10, 8, 12), seksi=seksi)
        self.type(bahan - timedelta(minutes=9), figures or own_figures(seksi), seksi=seksi)
        self.complete(seksi=seksi)
        self.hand_in_bahan(bahan, seksi=seksi)
        self.submit(laporan, seksi=seksi)

    def first_quarter(self, seksi: Sequence[str] = ("pelayanan",)) -> None:
        """TW I of all or some seksi, approved and handed over."""
        self.assign(TW1, jam(4, 10, 8))
        for kode in seksi:
            self.order(jam(4, 10, 8, 10), TW1, kode)
            self.type(jam(4, 10, 9), TW1_PELAYANAN if kode == "pelayanan" else own_figures(kode), TW1, kode)
            self.complete(TW1, kode)
            self.hand_in_bahan(jam(4, 10, 10), TW1, kode)
            self.submit(jam(4, 13, 9), TW1, kode)
            self.approve(jam(4, 13, 9, 40), TW1, kode)
            self.hand_over(jam(4, 13, 9, 50), TW1, kode)


def found() -> Kantor:
    """The office on its first day of 2026."""
    clock = SetClock(jam(1, 5, 8))
    store = Store.memory()
    instansi = Instansi(
        "Kecamatan Kelara", "Kabupaten Jeneponto", "Sulawesi Selatan", tempat="Tolo", jabatan_pimpinan="Camat Kelara"
    )
    buku = BukuKinerja(instansi, rencana(2026), seksi=SEKSI, pegawai=_pegawai())
    setup.found(store, buku, [setup.FirstAccount("andi", SANDI)], clock=clock, latihan=True)
    kantor = Kantor(Office(store, clock, latihan=True), clock)
    kantor.confirm_calendar()
    return kantor
