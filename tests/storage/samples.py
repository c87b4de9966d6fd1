"""Values that tests of storage put in: obviously fictional people, a plan, contents, papers."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.ids import new_id
from kinerja_desktop.domain.indikator import (
    Akumulasi,
    Indikator,
    NilaiSkala,
    Polaritas,
    Rencana,
    Riwayat,
    Rumus,
    Sasaran,
    Target,
    Tingkat,
    VersiRencana,
)
from kinerja_desktop.domain.pegawai import Pegawai, Penugasan, StatusPegawai
from kinerja_desktop.domain.realisasi import Isi, IsiIndikator
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Action, Jenis, Keadaan, Langkah, Status, replay
from kinerja_desktop.storage.records import Case, NewAct, Paper
from kinerja_desktop.storage.unit_of_work import Unit

WITA = timezone(timedelta(hours=8))
PAGI = datetime(2026, 4, 10, 8, 0, tzinfo=WITA)
BUKTI = (Bukti("Rekap survei", date(2026, 6, 28)), Bukti("Rekap"))

ANDI = Pegawai("Andi Umpama", "Camat", (Role.CAMAT, Role.KABID), nip="19700101 199501 1 991")
SITI = Pegawai(
    "Siti Misalnya",
    "Kasi Pelayanan",
    (Role.KASUBAG, Role.ANALIS),
    status=StatusPegawai.PPPK,
    seksi="YAN",
    pengguna="siti",
    mulai=date(2025, 1, 1),
    sampai=date(2026, 6, 30),
    penugasan=Penugasan.PLT,
)

RENCANA = Rencana(
    2026,
    (
        Indikator(
            "S1.1",
            "Indeks Kepuasan Masyarakat",
            Tingkat.SASARAN,
            sasaran="Pelayanan yang baik",
            satuan="indeks",
            target=Target(Decimal("90.50"), (None, Decimal(88), None, Decimal("90.50"))),
            seksi="YAN",
            iku=True,
            definisi="Rata-rata survei",
            target_renstra=Decimal(91),
            tahun_renstra=2029,
        ),
        Indikator(
            "P1.1",
            "Waktu penyelesaian surat",
            Tingkat.PROGRAM,
            polaritas=Polaritas.NEGATIF,
            akumulasi=Akumulasi.RATA_RATA,
            rumus=Rumus.N1,
            seksi="PEM",
            bukti_wajib=True,
            aksi=("Menata loket", None, None, "Survei"),
            tidak_dipakai_sejak=date(2027, 1, 1),
            alasan_tidak_dipakai="Diganti ukuran yang lebih tepat",
            menggantikan="P0.9",
        ),
    ),
    (VersiRencana("Perubahan", date(2026, 9, 1), (("S1.1", Target(Decimal(92))), ("P1.1", Target()))),),
    (NilaiSkala("predikat", "BB", Decimal("70.01")),),
    (Riwayat("S1.1", 2024, Decimal(85), Decimal("86.250"), diimpor=True, indikator_lama="S0"),),
    (Sasaran("Pelayanan yang baik", "Warga terlayani"),),
)

ISI = Isi(
    (
        IsiIndikator(
            "S1.1",
            Decimal("91.20"),
            faktor_pendukung="Loket baru",
            bukti=BUKTI,
        ),
        IsiIndikator("P1.1", None, diketik="belum", alasan_kosong="Survei belum selesai", perbaikan=("c1", "c2")),
    ),
    catatan="Lengkap",
    uraian="Pelayanan berjalan.",
    perbaikan=("c9",),
)


def case(seksi: str | None = "YAN", tahun: int = 2026, triwulan: int | None = 1, **changed: object) -> Case:
    """A berkas that waits for the Kasubag."""
    base = Case(
        id=new_id(),
        jenis=Jenis.BERKAS,
        tahun=tahun,
        triwulan=triwulan,
        seksi=seksi,
        status=Status.ASSIGNED,
        desk=Role.KASUBAG,
        langkah=Langkah.PERINTAH,
        sejak=PAGI,
        versi=1,
        laporan_ke=0,
        pengembalian=0,
        pengembalian_bahan=0,
        batas=PAGI + timedelta(minutes=15),
        revisi_sop="SOP Februari 2022",
    )
    return replace(base, **changed)  # type: ignore[arg-type]  # the tests name fields that there are


def new_act(case_id: str, action: Action = Action.ASSIGN, *, menit: int = 0, **isi: object) -> NewAct:
    """An act some minutes after opening time."""
    role = {Action.ORDER: Role.KASUBAG, Action.SUBMIT_BAHAN: Role.ANALIS}.get(action, Role.KABID)
    pada = PAGI + timedelta(minutes=menit)
    return NewAct(case_id, Jenis.BERKAS, action, "p1", "Andi Umpama", "Camat", role, pada, isi, "SOP Februari 2022")


STEPS = (Action.ASSIGN, Action.ORDER, Action.SUBMIT_BAHAN)


def advance(unit: Unit, before: Case, content: Isi = ISI) -> Case:
    """The next of the first three steps of a berkas, with everything that is written beside the act."""
    action = STEPS[before.versi]
    isi = {"rows": len(content.indikator)} if action is Action.SUBMIT_BAHAN else {}
    unit.journal.append(new_act(before.id, action, menit=5 * before.versi, **isi))
    state = replay(before.jenis, unit.journal.acts(before.id))
    now = {name: getattr(state, name) for name in ("status", "desk", "langkah", "sejak", "versi")}
    done = replace(before, **now)
    unit.cases.put(done)
    unit.figures.put(done.id, decode(state))
    return done


def decode(keadaan: Keadaan) -> Isi:
    """The content in force: as many rows of ``ISI`` as the act says."""
    act = keadaan.last(Action.SUBMIT_BAHAN)
    return Isi(()) if act is None else replace(ISI, indikator=ISI.indikator[: act.isi["rows"]])


def played(unit: Unit, seksi: str) -> Case:
    """A berkas after its first three steps."""
    done = case(seksi, versi=0)
    for _ in STEPS:
        done = advance(unit, done)
    return done


def paper(**changed: object) -> Paper:
    """A filed quarterly report."""
    base = Paper(
        id=new_id(),
        case_id="k1",
        jenis="laporan_triwulan",
        judul="Laporan Triwulan I",
        tahun=2026,
        triwulan=1,
        seksi=None,
        nomor="050/12/KEC/2026",
        tanggal=date(2026, 4, 13),
        kode="ABCD",
        versi=1,
        status="sah",
        sha256="a" * 64,
        halaman=12,
        tempat_simpan="Lemari 2",
        pindaian_sha256=None,
        dibuat=PAGI,
    )
    return replace(base, **changed)  # type: ignore[arg-type]  # the tests name fields that there are
