"""Reports of an invented office, as the papers of these tests print them: people, numbers and dates are fictional."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

from kinerja_desktop.domain.indikator import Tingkat
from kinerja_desktop.domain.laporan import (
    AnalisisSasaran,
    Angka,
    Bagian,
    BarisAnalisis,
    BarisBukti,
    BarisCapaian,
    BarisPembanding,
    BarisRencanaAksi,
    BarisRenstra,
    BarisSeksi,
    BarisUang,
    BarisWaktu,
    Batang,
    Efisiensi,
    KelompokCapaian,
    Kosong,
    KotakAngka,
    LaporanTriwulan,
    LembarDisposisi,
    Lkjip,
    Naskah,
    Penandatangan,
    Rekomendasi,
    RencanaAksi,
    TabelCapaian,
    TabelUang,
    TitikTahun,
    TrenIndikator,
)
from kinerja_desktop.domain.pegawai import Instansi
from kinerja_desktop.domain.triwulan import Triwulan

WITA = timezone(timedelta(hours=8), "WITA")

KELARA = Instansi(
    nama="Kecamatan Kelara",
    kabupaten="Kabupaten Jeneponto",
    provinsi="Sulawesi Selatan",
    alamat="Jl. Poros Kelara\N{EN DASH}Malakaji, Tolo, 92371",
    tempat="Tolo",
    jabatan_pimpinan="CAMAT KELARA",
    kode_unit="KEC-KLR",
)

CAMAT = Penandatangan(
    ("CAMAT KELARA,",), "H. UMPAMA TELADAN, S.STP., M.Si.", "Pembina (IV/a)", "NIP 19700101 199501 1 991"
)
KASI = Penandatangan(
    ("KASI PELAYANAN UMUM,",), "SITTI PERCONTOH, S.Sos.", "Penata Tk. I (III/d)", "NIP 19800101 200501 2 992"
)
KASUBAG = Penandatangan(
    ("KASUBAG PERENCANAAN", "DAN KEUANGAN,"), "NURHAYATI IBARAT, S.E.", "Penata (III/c)", "NIP 19850101 201001 2 993"
)

QR = "KLR1/LTW/2026-2/R5WN7CJX4HQE/000.7.2.8-027/V1/16.07.2026/96.45/46.93/SHA256:" + "9F2C" * 12


def n(value: str | None, desimal: int = 2, kosong: Kosong = Kosong.TIDAK_BERLAKU) -> Angka:
    """A figure from its digits."""
    return Angka(None if value is None else Decimal(value), desimal, kosong)


NONE = n(None)
MISSING = n(None, kosong=Kosong.BELUM_ADA)


def naskah(jenis: str = "Laporan Kinerja Triwulan II Tahun 2026", **changes: object) -> Naskah:
    """The common part of a paper that was fixed and numbered."""
    base = Naskah(
        instansi=KELARA,
        judul=jenis.upper(),
        jenis=jenis,
        tahun=2026,
        tempat="Tolo",
        tanggal=date(2026, 7, 16),
        bulan_tahun="Juli 2026",
        nomor="000.7.2.8/027/KEC-KLR/VII/2026",
        pola_nomor="000.7.2.8/{}/KEC-KLR/VII/2026",
        kode="R5WN-7CJX-4HQE",
        isi_qr=QR,
    )
    return replace(base, **changes)  # type: ignore[arg-type]  # any field may be changed by its name


DRAFT = {
    "nomor": None,
    "kode": None,
    "isi_qr": None,
    "draf": True,
    "tanggal": None,
    "dicetak": datetime(2026, 7, 14, 2, 42, tzinfo=UTC).astimezone(WITA),
    "kekurangan": (
        "Laporan Seksi Pemerintahan belum diserahkan.",
        "Realisasi indikator 3 belum ada data; alasan belum diketik.",
    ),
}


def _row(
    no: str, nama: str, satuan: str, desimal: int, target: str, figures: str, kategori: str, jawab: str, **more: object
) -> BarisCapaian:
    """``figures``: six values parted by spaces; "-" none by rule, "?" missing."""
    quarter = [_read(text, desimal if place % 3 != 2 else 2) for place, text in enumerate(figures.split())]
    made = BarisCapaian(no, no, nama, satuan, n(target, desimal), *quarter, kategori, jawab)
    return replace(made, **more)  # type: ignore[arg-type]  # any field may be changed by its name


def _read(text: str, desimal: int) -> Angka:
    return {"-": NONE, "?": MISSING}.get(text) or n(text, desimal)


YANUM = "Kasi Pelayanan Umum"
PMD = "Kasi Pemberdayaan Masyarakat dan Desa"
RENKEU = "Kasubag Perencanaan dan Keuangan"
TRANTIB = "Kasi Ketenteraman dan Ketertiban Umum"

CAPAIAN_TW = TabelCapaian(
    kelompok=(
        KelompokCapaian(
            "Sasaran I. Meningkatnya kualitas pelayanan publik kecamatan",
            n("99.11"),
            "Sangat Tinggi",
            (
                _row(
                    "1", "Indeks Kepuasan Masyarakat (IKM)", "Indeks", 2, "83", "- - - - - -", "", YANUM, catatan=(4,)
                ),
                _row(
                    "2",
                    "Persentase layanan administrasi yang selesai tepat waktu",
                    "%",
                    2,
                    "95.5",
                    "95.5 95.1 99.58 95.5 94.65 99.11",
                    "Sangat Tinggi",
                    YANUM,
                ),
                _row(
                    "3",
                    "Persentase pengaduan masyarakat yang selesai ditindaklanjuti",
                    "%",
                    2,
                    "92",
                    "90 ? ? 90 ? ?",
                    "",
                    YANUM,
                    catatan=(3,),
                ),
            ),
        ),
        KelompokCapaian(
            "Sasaran II. Meningkatnya tata kelola pemerintahan desa dan kelurahan",
            n("85"),
            "Tinggi",
            (
                _row(
                    "4",
                    "Persentase desa yang menyampaikan laporan realisasi APBDes tepat waktu",
                    "%",
                    2,
                    "100",
                    "100 80 80 100 80 80",
                    "Tinggi",
                    PMD,
                ),
                _row(
                    "5",
                    "Persentase usulan Musrenbang kecamatan yang diakomodasi dalam RKPD",
                    "%",
                    2,
                    "45",
                    "- - - - - -",
                    "",
                    RENKEU,
                    catatan=(4,),
                ),
                _row(
                    "6",
                    "Jumlah lembaga kemasyarakatan desa dan kelurahan yang dibina",
                    "Lembaga",
                    0,
                    "44",
                    "12 10 83.33 20 18 90",
                    "Tinggi",
                    PMD,
                ),
            ),
        ),
        KelompokCapaian(
            "Sasaran III. Terpeliharanya ketenteraman dan ketertiban umum",
            n("116.67"),
            "Sangat Tinggi",
            (
                _row(
                    "7",
                    "Jumlah gangguan ketenteraman dan ketertiban umum",
                    "Kejadian",
                    0,
                    "11",
                    "3 3 100 6 5 116.67",
                    "Sangat Tinggi",
                    TRANTIB,
                    catatan=(2,),
                ),
            ),
        ),
        KelompokCapaian(
            "Sasaran IV. Meningkatnya akuntabilitas kinerja kecamatan",
            NONE,
            "",
            (_row("8", "Nilai SAKIP kecamatan", "Nilai", 2, "70", "- - - - - -", "", RENKEU, catatan=(4,)),),
        ),
    ),
    label_rata_rata="Rata-rata capaian kecamatan s.d. Triwulan II (4 indikator bernilai)",
    rata_rata=n("96.45"),
    kategori="Sangat Tinggi",
    catatan_kaki=(
        "1) Capaian = realisasi : target × 100, dibulatkan dua desimal (setengah ke atas), dicetak apa adanya tanpa batas "
        "atas. Kategori menurut Permendagri 86/2017; nilai di sela dua interval masuk kategori di bawahnya.",
        "2) Makin rendah makin baik. Capaian = (2 × target \N{MINUS SIGN} realisasi) : target × 100, paling rendah 0. Nilai "
        "di atas 100 berarti kejadian lebih sedikit daripada batas yang ditargetkan.",
        "3) Belum ada data: register pengaduan bulan Juni belum selesai dicocokkan. Tidak dihitung dalam rata-rata.",
        "4) Diukur satu kali setahun; nilai dicetak pada Triwulan IV.",
    ),
    sumber="Sumber: laporan data kinerja seksi Triwulan II Tahun 2026 yang telah disetujui.",
)

ANGGARAN = TabelUang(
    baris=(
        BarisUang(
            "7.01.01",
            Tingkat.PROGRAM,
            "Program Penunjang Urusan Pemerintahan Daerah",
            n("1186500000", 0),
            n("604195000", 0),
            n("50.92"),
        ),
        BarisUang(
            "7.01.01.2.01",
            Tingkat.KEGIATAN,
            "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah",
            n("82400000", 0),
            n("38710000", 0),
            n("46.98"),
        ),
        BarisUang(
            "7.01.01.2.01.0006",
            Tingkat.SUB_KEGIATAN,
            "Koordinasi dan Penyusunan Laporan Capaian Kinerja dan Ikhtisar Realisasi Kinerja SKPD",
            n("82400000", 0),
            n("38710000", 0),
            n("46.98"),
        ),
        BarisUang(
            "7.01.02",
            Tingkat.PROGRAM,
            "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik",
            n("236400000", 0),
            n("104195000", 0),
            n("44.08"),
        ),
        BarisUang(
            "7.01.03",
            Tingkat.PROGRAM,
            "Program Pemberdayaan Masyarakat Desa dan Kelurahan",
            n("342600000", 0),
            n("162595000", 0),
            n("47.46"),
        ),
        BarisUang(
            "7.01.04",
            Tingkat.PROGRAM,
            "Program Koordinasi Ketenteraman dan Ketertiban Umum",
            n("126700000", 0),
            n("58500000", 0),
            n("46.17"),
        ),
        BarisUang(
            "7.01.06",
            Tingkat.PROGRAM,
            "Program Pembinaan dan Pengawasan Pemerintahan Desa",
            n(None, 0),
            n("78075000", 0),
            NONE,
        ),
    ),
    jumlah=BarisUang("", None, "Jumlah", n("2147000000", 0), n("1007560000", 0), n("46.93")),
    catatan=("1) Jumlah memuat baris tingkat terendah pada setiap cabang. Serapan tanpa pagu tidak dihitung.",),
)

BATANG = (
    Batang("Persentase layanan administrasi yang selesai tepat waktu", Decimal("99.11"), False),
    Batang("Persentase desa yang menyampaikan laporan realisasi APBDes tepat waktu", Decimal("80"), False),
    Batang("Jumlah lembaga kemasyarakatan desa dan kelurahan yang dibina", Decimal("90"), False),
    Batang("Jumlah gangguan ketenteraman dan ketertiban umum", Decimal("116.67"), True),
)

ANALISIS = tuple(
    BarisAnalisis(line.no, line.nama, pendukung, penghambat, lanjut, lalu)
    for line, (pendukung, penghambat, lanjut, lalu) in zip(
        [line for group in CAPAIAN_TW.kelompok for line in group.baris],
        (
            ("Survei disiapkan sejak Juni bersama lima kelurahan.", "", "Menyebar kuesioner pada Oktober.", "Selesai."),
            (
                "Loket dibuka dua shift pada hari pasar dan berkas diperiksa di muka oleh petugas penerima.",
                "Jaringan kabupaten terputus enam hari pada Mei.",
                "Menyediakan formulir cadangan dan mengunggah berkas pada hari yang sama setelah jaringan pulih.",
                "Selesai pada 12 Mei 2026.",
            ),
            (
                "",
                "Register pengaduan bulan Juni belum selesai dicocokkan.",
                "Mencocokkan register paling lambat 31 Juli 2026.",
                "",
            ),
            (
                "Lembar kerja APBDes dibagikan pada awal triwulan.",
                "Dua desa terlambat karena pergantian bendahara.",
                "Mendampingi dua desa paling lambat 14 Agustus 2026.",
                "Berjalan; satu dari tiga desa selesai.",
            ),
            ("", "", "", ""),
            (
                "Jadwal pembinaan disepakati bersama lurah.",
                "Dua pertemuan bertepatan dengan panen.",
                "Memindahkan dua pertemuan ke Agustus.",
                "Selesai.",
            ),
            (
                "Ronda terpadu berjalan di lima kelurahan.",
                "Anggota Linmas terbatas.",
                "Melatih 20 anggota baru pada Triwulan III.",
                "Berjalan.",
            ),
            ("", "", "", ""),
        ),
        strict=True,
    )
)

SEKSI = (
    BarisSeksi("Pelayanan Umum", 1, "14 Juli 2026 13.40", "H. Umpama Teladan, S.STP., M.Si.", 0),
    BarisSeksi("Pemerintahan", 2, "15 Juli 2026 09.20", "H. Umpama Teladan, S.STP., M.Si.", 1, "Diperbaiki satu kali"),
    BarisSeksi("Pemberdayaan Masyarakat dan Desa", 1, "14 Juli 2026 11.15", "H. Umpama Teladan, S.STP., M.Si.", 0),
    BarisSeksi("Ketenteraman dan Ketertiban Umum", 1, "14 Juli 2026 08.25", "H. Umpama Teladan, S.STP., M.Si.", 0),
    BarisSeksi("Kesejahteraan Rakyat", None, "", "", 0, "Belum menyerahkan"),
)

BUKTI = (
    BarisBukti(
        "1",
        "Register layanan administrasi April\N{EN DASH}Juni 2026",
        "Register",
        "Layanan tepat waktu",
        "Pelayanan Umum",
    ),
    BarisBukti(
        "2",
        "Rekapitulasi penyampaian laporan realisasi APBDes",
        "Rekapitulasi",
        "Laporan APBDes",
        "Pemberdayaan Masyarakat dan Desa",
    ),
    BarisBukti(
        "3", "Register kejadian ketenteraman", "Register", "Gangguan ketenteraman", "Ketenteraman dan Ketertiban Umum"
    ),
)

WAKTU = (
    BarisWaktu(
        "Jadwal paling lambat",
        ("10 Juli", "10 Juli", "13 Juli\n16.00", "14 Juli\n16.00", "14 Juli\n16.00"),
        (False,) * 5,
        0,
        "",
        jadwal=True,
    ),
    BarisWaktu(
        "Pelayanan Umum",
        ("10 Juli\n08.10", "10 Juli\n09.05", "13 Juli\n15.20", "14 Juli\n11.30", "14 Juli\n13.40"),
        (False,) * 5,
        0,
        "tepat waktu",
    ),
    BarisWaktu(
        "Pemerintahan",
        ("10 Juli\n08.10", "10 Juli\n08.40", "13 Juli\n10.15", "14 Juli\n14.50", "15 Juli\n09.20"),
        (False, False, False, False, True),
        1,
        "terlambat\n1 hari",
    ),
    BarisWaktu(
        "Pemberdayaan Masyarakat dan Desa",
        ("10 Juli\n08.10", "10 Juli\n10.30", "13 Juli\n14.05", "14 Juli\n10.10", "14 Juli\n11.15"),
        (False,) * 5,
        0,
        "tepat waktu",
    ),
)


def laporan_triwulan(**changes: object) -> LaporanTriwulan:
    """A quarterly report; ``changes`` are fields of the report."""
    report = LaporanTriwulan(
        naskah=naskah(),
        triwulan=Triwulan(2026, 2),
        pendahuluan=(
            "Laporan ini disusun berdasarkan SOP Pengumpulan Data Kinerja Kecamatan Kelara dan Perjanjian Kinerja Camat "
            "Kelara Tahun\N{NO-BREAK SPACE}2026. Isinya memuat target, realisasi, capaian, dan realisasi anggaran sampai dengan "
            "30\N{NO-BREAK SPACE}Juni\N{NO-BREAK SPACE}2026 sebagai bahan pengendalian bagi pimpinan dan bahan evaluasi hasil Renja.",
            "Data berasal dari laporan data kinerja lima seksi yang telah diperiksa dan disetujui Camat pada "
            "14\N{EN DASH}15\N{NO-BREAK SPACE}Juli\N{NO-BREAK SPACE}2026. Satu laporan, yaitu dari Seksi Pemerintahan, dikembalikan satu kali untuk "
            "perbaikan dan disetujui pada 15\N{NO-BREAK SPACE}Juli\N{NO-BREAK SPACE}2026.",
        ),
        kotak=(
            KotakAngka("5 dari 8", "indikator memiliki target\npada triwulan ini"),
            KotakAngka("96,45%", "rata-rata capaian s.d. TW II\n(Sangat Tinggi)"),
            KotakAngka("1 dari 4", "indikator bernilai mencapai\ntarget s.d. TW II"),
            KotakAngka("46,93%", "realisasi anggaran\ns.d. TW II"),
        ),
        ikhtisar=(
            "Lima dari delapan indikator memiliki target pada Triwulan\N{NO-BREAK SPACE}II; tiga indikator lainnya diukur satu kali pada "
            "akhir tahun. Dari empat indikator yang sudah bernilai, satu indikator mencapai target sampai dengan Triwulan\N{NO-BREAK SPACE}II "
            "dan tiga belum. Capaian tertinggi ada pada jumlah gangguan ketenteraman dan ketertiban umum (116,67%), sedangkan "
            "capaian terendah ada pada ketepatan laporan realisasi APBDes (80,00%).",
            "Satu indikator, yaitu persentase pengaduan masyarakat yang selesai ditindaklanjuti, belum memiliki data karena "
            "register pengaduan bulan Juni belum selesai dicocokkan. Data disampaikan paling lambat 31\N{NO-BREAK SPACE}Juli\N{NO-BREAK SPACE}2026 dan "
            "dimuat dalam laporan triwulan berikutnya.",
            "Dua dari tiga rekomendasi Triwulan\N{NO-BREAK SPACE}I telah dilaksanakan. Satu rekomendasi, yaitu pendampingan penyusunan "
            "laporan realisasi APBDes di dua desa, dilanjutkan pada Triwulan\N{NO-BREAK SPACE}III dan dilaporkan kembali pada Oktober 2026.",
        ),
        batang=BATANG,
        pengantar_capaian=(
            "Rincian capaian setiap indikator disajikan pada Tabel\N{NO-BREAK SPACE}1 di halaman berikut. Angka berlatar abu-abu bertanda "
            "\N{LEFT DOUBLE QUOTATION MARK}n/a\N{RIGHT DOUBLE QUOTATION MARK} berarti data belum ada dan tidak dihitung dalam rata-rata.",
        ),
        capaian=CAPAIAN_TW,
        pengantar_anggaran=(
            "Sampai dengan Triwulan\N{NO-BREAK SPACE}II, anggaran terserap 46,93% dari pagu Rp2.147.000.000. Rinciannya disajikan pada Tabel\N{NO-BREAK SPACE}2.",
        ),
        anggaran=ANGGARAN,
        analisis=ANALISIS,
        rekomendasi=(
            Rekomendasi("Mendampingi dua desa menyusun laporan realisasi APBDes.", PMD, "14 Agustus 2026"),
            Rekomendasi("Mencocokkan register pengaduan bulan Juni dengan berkas loket.", YANUM, "31 Juli 2026"),
            Rekomendasi(
                "Menyusun jadwal ronda terpadu musim panen bersama sepuluh desa dan kelurahan.", TRANTIB, "Triwulan III"
            ),
        ),
        penutup=(
            "Laporan ini disusun dari data yang telah diperiksa dan menjadi dasar perbaikan kinerja pada triwulan berikutnya.",
            "Demikian laporan ini disampaikan kepada Bupati Jeneponto c.q. Kepala Bappeda sebagai pertanggungjawaban kinerja "
            "sampai dengan Triwulan\N{NO-BREAK SPACE}II Tahun\N{NO-BREAK SPACE}2026.",
        ),
        penandatangan=CAMAT,
        seksi=SEKSI,
        bukti=BUKTI,
        waktu=WAKTU,
    )
    return replace(report, **changes)  # type: ignore[arg-type]  # any field may be changed by its name
