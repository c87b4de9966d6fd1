"""A small workbook for practice offices in tests: two seksi, five indikator, a whole year of figures."""

from dataclasses import replace
from decimal import Decimal

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.buku import BukuKinerja, TeksTriwulan
from kinerja_desktop.domain.indikator import Akumulasi, Four, Indikator, Rencana, Rumus, Seksi, Target, Tingkat
from kinerja_desktop.domain.pegawai import Instansi, Pegawai
from kinerja_desktop.domain.realisasi import RealisasiTahun
from kinerja_desktop.domain.roles import Role

SEKSI = (Seksi("PEL", "Seksi Pelayanan"), Seksi("PEM", "Seksi Pemerintahan"))
PEGAWAI = (
    Pegawai("Andi Umpama, S.IP.", "Camat Kelara", (Role.KABID, Role.CAMAT), pengguna="andi"),
    Pegawai("Rahma Teladan, S.E.", "Kasubag Perencanaan", (Role.KASUBAG_PERENCANAAN,), pengguna="rahma"),
    Pegawai("Joko Permisalan", "Pranata Komputer", (Role.ADMIN,), pengguna="joko"),
    Pegawai("Siti Misalnya, S.Sos.", "Kasi Pelayanan", (Role.KASUBAG,), seksi="PEL", pengguna="siti"),
    Pegawai("Budi Contoh", "Pengelola Data", (Role.ANALIS,), seksi="PEL", pengguna="budi"),
    Pegawai("Hasan Perumpamaan", "Kasi Pemerintahan", (Role.KASUBAG, Role.ANALIS), seksi="PEM", pengguna="hasan"),
)


def four(*teks: str | None) -> Four:
    """Four figures from texts."""
    one, two, three, last = (None if t is None else Decimal(t) for t in teks)
    return (one, two, three, last)


LAYANAN = "Meningkatnya kualitas pelayanan"
INDIKATOR = (
    Indikator(
        "1.1",
        "Jumlah surat keterangan",
        sasaran=LAYANAN,
        satuan="surat",
        akumulasi=Akumulasi.AKUMULASI,
        target=Target(Decimal(400), four("100", "100", "100", "100")),
        seksi="PEL",
        bukti_wajib=True,
    ),
    Indikator(
        "1.2",
        "Indeks Kepuasan Masyarakat",
        sasaran=LAYANAN,
        satuan="indeks",
        akumulasi=Akumulasi.TAHUNAN,
        target=Target(Decimal(83), four(None, None, None, "83")),
        seksi="PEL",
    ),
    Indikator(
        "2.1",
        "Desa dengan profil lengkap",
        sasaran="Tertatanya pemerintahan desa",
        satuan="%",
        target=Target(Decimal(80), four("50", "60", "70", "80")),
        seksi="PEM",
    ),
    Indikator(
        "2.2",
        "Pengaduan belum selesai",
        sasaran="Tertatanya pemerintahan desa",
        satuan="pengaduan",
        polaritas=Rumus.N1.polaritas,
        rumus=Rumus.N1,
        target=Target(Decimal(4), four("4", "4", "4", "4")),
        seksi="PEM",
    ),
)
BUKU = BukuKinerja(
    Instansi("Kecamatan Kelara", "Kabupaten Jeneponto", "Sulawesi Selatan", "Jl. Poros Kelara-Malakaji", "Tolo"),
    Rencana(2026, INDIKATOR),
    realisasi=(
        RealisasiTahun("1.1", four("90", "312", None, "101")),
        RealisasiTahun("1.2", four(None, None, None, "82.4")),
        RealisasiTahun("2.1", four("50", "55", "70", "78")),
        RealisasiTahun("2.2", four("3", "0", "6", "4")),
    ),
    teks=(TeksTriwulan("1.1", 1, faktor_penghambat="Printer loket rusak dua pekan."),),
    anggaran=(
        BarisAnggaran("01", Tingkat.PROGRAM, "Program Pelayanan", Decimal(40_000_000), four("1", "2", "3", None)),
    ),
    seksi=SEKSI,
    pegawai=PEGAWAI,
)
"""One figure far above its target, one missing, one below it; words for one row."""

SENDIRI = replace(
    BUKU,
    pegawai=(
        Pegawai("Andi Umpama", "Camat", tuple(r for r in Role if r is not Role.ADMIN), seksi="PEL", pengguna="andi"),
        Pegawai("Joko Permisalan", "Pranata Komputer", (Role.ADMIN,), pengguna="joko"),
    ),
    seksi=SEKSI[:1],
    rencana=Rencana(2026, INDIKATOR[:2]),
)
"""One person holds every role of the SOP."""
