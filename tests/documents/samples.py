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
    BarisLaporanTriwulan,
    BarisPembanding,
    BarisPengukuran,
    BarisRencanaAksi,
    BarisRenstra,
    BarisSeksi,
    BarisUang,
    BarisWaktu,
    Batang,
    Efisiensi,
    KelompokCapaian,
    KelompokPengukuran,
    Kosong,
    KotakAngka,
    LaporanTriwulan,
    LembarDisposisi,
    Lkjip,
    Naskah,
    Penandatangan,
    Pihak,
    Rekomendasi,
    RencanaAksi,
    SalinanPerjanjian,
    TabelCapaian,
    TabelUang,
    TitikTahun,
    TrenIndikator,
    WaktuTriwulan,
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


LACKING = (
    "Laporan Seksi Pemerintahan belum diserahkan.",
    "Realisasi indikator 3 belum ada data; alasan belum diketik.",
)


def draft(paper: Naskah) -> Naskah:
    """The same paper before it was fixed."""
    printed = datetime(2026, 7, 14, 2, 42, tzinfo=UTC).astimezone(WITA)
    bare = replace(paper, nomor=None, kode=None, isi_qr=None, tanggal=None)
    return replace(bare, draf=True, dicetak=printed, kekurangan=LACKING)


def _row(no: str, nama: str, figures: str, kategori: str, jawab: str, *, catatan: tuple[int, ...] = ()) -> BarisCapaian:
    """``figures``: satuan, target of the year, six values; "-" none by rule, "?" missing."""
    satuan, target, *values = figures.split()
    desimal = _decimals(satuan)
    t, r, c, t_sd, r_sd, c_sd = (_read(text, 2 if place % 3 == 2 else desimal) for place, text in enumerate(values))
    year = n(target, desimal)
    return BarisCapaian(no, no, nama, satuan, year, t, r, c, t_sd, r_sd, c_sd, kategori, jawab, catatan)


def _decimals(satuan: str) -> int:
    return 0 if satuan in ("Lembaga", "Kejadian") else 2


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
                _row("1", "Indeks Kepuasan Masyarakat (IKM)", "Indeks 83 - - - - - -", "", YANUM, catatan=(4,)),
                _row(
                    "2",
                    "Persentase layanan administrasi yang selesai tepat waktu",
                    "% 95.5 95.5 95.1 99.58 95.5 94.65 99.11",
                    "Sangat Tinggi",
                    YANUM,
                ),
                _row(
                    "3",
                    "Persentase pengaduan masyarakat yang selesai ditindaklanjuti",
                    "% 92 90 ? ? 90 ? ?",
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
                    "% 100 100 80 80 100 80 80",
                    "Tinggi",
                    PMD,
                ),
                _row(
                    "5",
                    "Persentase usulan Musrenbang kecamatan yang diakomodasi dalam RKPD",
                    "% 45 - - - - - -",
                    "",
                    RENKEU,
                    catatan=(4,),
                ),
                _row(
                    "6",
                    "Jumlah lembaga kemasyarakatan desa dan kelurahan yang dibina",
                    "Lembaga 44 12 10 83.33 20 18 90",
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
                    "Kejadian 11 3 3 100 6 5 116.67",
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
            (_row("8", "Nilai SAKIP kecamatan", "Nilai 70 - - - - - -", "", RENKEU, catatan=(4,)),),
        ),
    ),
    label_rata_rata="Rata-rata capaian kecamatan s.d. Triwulan II (4 indikator bernilai)",
    rata_rata=n("96.45"),
    kategori="Sangat Tinggi",
    catatan_kaki=(
        (
            "1) Capaian = realisasi : target × 100, dibulatkan dua desimal (setengah ke atas), "
            "dicetak apa adanya tanpa batas atas. Kategori menurut Permendagri 86/2017; nilai di "
            "sela dua interval masuk kategori di bawahnya."
        ),
        (
            "2) Makin rendah makin baik. Capaian = (2 × target \N{MINUS SIGN} realisasi) : target × 100, "
            "paling rendah 0. Nilai di atas 100 berarti kejadian lebih sedikit daripada batas "
            "yang ditargetkan."
        ),
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
    Batang("Persentase desa yang menyampaikan laporan realisasi APBDes tepat waktu", Decimal(80), False),
    Batang("Jumlah lembaga kemasyarakatan desa dan kelurahan yang dibina", Decimal(90), False),
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


WAKTU_LAPORAN = (
    BarisLaporanTriwulan(
        *("Laporan Triwulan IV", "1 hari kerja", "14 Jan 13.40", "15 Jan 16.00", "15 Jan 16.00", "15 Jan 11.20"),
        "sesuai norma; sesuai jadwal",
        lewat=False,
    ),
    BarisLaporanTriwulan(
        *("LKjIP Tahun 2025", "15 hari kerja", "15 Jan 11.20", "5 Feb 16.00", "5 Feb 16.00", "6 Feb 09.00"),
        "melewati norma; 1 hari setelah jadwal",
        lewat=True,
    ),
)


def laporan_triwulan(**changes: object) -> LaporanTriwulan:
    """A quarterly report; ``changes`` are fields of the report."""
    report = LaporanTriwulan(
        naskah=naskah(),
        triwulan=Triwulan(2026, 2),
        pendahuluan=(
            (
                "Laporan ini disusun berdasarkan SOP Pengumpulan Data Kinerja Kecamatan Kelara dan "
                "Perjanjian Kinerja Camat Kelara Tahun 2026. Isinya memuat target, realisasi, "
                "capaian, dan realisasi anggaran sampai dengan 30 Juni 2026 sebagai bahan "
                "pengendalian bagi pimpinan dan bahan evaluasi hasil Renja."
            ),
            (
                "Data berasal dari laporan data kinerja lima seksi yang telah diperiksa dan disetujui "
                "Camat pada 14\N{EN DASH}15 Juli 2026. Satu laporan, yaitu dari Seksi Pemerintahan, "
                "dikembalikan satu kali untuk perbaikan dan disetujui pada 15 Juli 2026."
            ),
        ),
        kotak=(
            KotakAngka("5 dari 8", "indikator memiliki target\npada triwulan ini"),
            KotakAngka("96,45%", "rata-rata capaian s.d. TW II\n(Sangat Tinggi)"),
            KotakAngka("1 dari 4", "indikator bernilai mencapai\ntarget s.d. TW II"),
            KotakAngka("46,93%", "realisasi anggaran\ns.d. TW II"),
        ),
        ikhtisar=(
            (
                "Lima dari delapan indikator memiliki target pada Triwulan II; tiga indikator lainnya "
                "diukur satu kali pada akhir tahun. Dari empat indikator yang sudah bernilai, satu "
                "indikator mencapai target sampai dengan Triwulan II dan tiga belum. Capaian "
                "tertinggi ada pada jumlah gangguan ketenteraman dan ketertiban umum (116,67%), "
                "sedangkan capaian terendah ada pada ketepatan laporan realisasi APBDes (80,00%)."
            ),
            (
                "Satu indikator, yaitu persentase pengaduan masyarakat yang selesai ditindaklanjuti, "
                "belum memiliki data karena register pengaduan bulan Juni belum selesai dicocokkan. "
                "Data disampaikan paling lambat 31 Juli 2026 dan dimuat dalam laporan triwulan "
                "berikutnya."
            ),
            (
                "Dua dari tiga rekomendasi Triwulan I telah dilaksanakan. Satu rekomendasi, yaitu "
                "pendampingan penyusunan laporan realisasi APBDes di dua desa, dilanjutkan pada "
                "Triwulan III dan dilaporkan kembali pada Oktober 2026."
            ),
        ),
        batang=BATANG,
        pengantar_capaian=(
            (
                "Rincian capaian setiap indikator disajikan pada Tabel 1 di halaman berikut. Angka "
                "berlatar abu-abu bertanda n/a berarti data belum ada dan tidak dihitung dalam "
                "rata-rata."
            ),
        ),
        capaian=CAPAIAN_TW,
        pengantar_anggaran=(
            (
                "Sampai dengan Triwulan II, anggaran terserap 46,93% dari pagu Rp2.147.000.000. "
                "Rinciannya disajikan pada Tabel 2."
            ),
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
            (
                "Laporan ini disusun dari data yang telah diperiksa dan menjadi dasar perbaikan "
                "kinerja pada triwulan berikutnya."
            ),
            (
                "Demikian laporan ini disampaikan kepada Bupati Jeneponto c.q. Kepala Bappeda sebagai "
                "pertanggungjawaban kinerja sampai dengan Triwulan II Tahun 2026."
            ),
        ),
        penandatangan=CAMAT,
        seksi=SEKSI,
        bukti=BUKTI,
        waktu=WAKTU,
    )
    return replace(report, **changes)  # type: ignore[arg-type]  # any field may be changed by its name


def lembar_disposisi(**changes: object) -> LembarDisposisi:
    """The slip of step 1; ``changes`` are its fields."""
    slip = LembarDisposisi(
        naskah=replace(
            naskah("Lembar Disposisi \N{EN DASH} Langkah 1 SOP"),
            judul="LEMBAR DISPOSISI",
            tanggal=date(2026, 7, 10),
            nomor="000.7.2.8/021/KEC-KLR/VII/2026",
            kode="K7QM-4TXP-9RWD",
        ),
        langkah=1,
        surat_dari="Camat Kelara",
        nomor_surat="\N{EN DASH} (perintah internal)",
        tanggal_surat=date(2026, 7, 10),
        diterima=date(2026, 7, 10),
        nomor_agenda="021/VII/2026",
        sifat="Segera",
        hal="Penyusunan Laporan Data Kinerja Seksi Pelayanan Umum, Triwulan II Tahun 2026",
        diteruskan=((YANUM, True), ("Kasi Pemerintahan", False), (PMD, False), (TRANTIB, False), (RENKEU, False)),
        harap=(
            ("Susun laporan data kinerja seksi", True),
            ("Kumpulkan bahan dan bukti dukung", False),
            ("Tanggapan dan saran", False),
            ("Koordinasikan dengan unit terkait", False),
            ("Untuk diketahui dan diarsipkan", False),
        ),
        indikator=tuple(line.nama for line in CAPAIAN_TW.kelompok[0].baris),
        batas_waktu="Selasa, 14 Juli 2026",
        catatan="Lampirkan bukti dukung setiap indikator. Indikator tanpa data wajib diberi alasan.",
        penandatangan=CAMAT,
    )
    return replace(slip, **changes)  # type: ignore[arg-type]  # any field may be changed by its name


def lembar_perintah(**changes: object) -> LembarDisposisi:
    """The slip of step 2."""
    first = lembar_disposisi()
    slip = replace(
        first,
        naskah=replace(
            first.naskah,
            jenis="Lembar Disposisi \N{EN DASH} Langkah 2 SOP",
            nomor="000.7.2.8/022/KEC-KLR/VII/2026",
            kode="M3HV-8KDZ-2PLA",
        ),
        langkah=2,
        surat_dari=YANUM,
        nomor_agenda="022/VII/2026",
        hal="Pengumpulan Bahan Laporan Data Kinerja Seksi Pelayanan Umum, Triwulan II Tahun 2026",
        diteruskan=(("Nur Misalnya, A.Md. (pengumpul data)", True), ("Baso Ibarat (pengadministrasi)", False)),
        harap=(
            ("Kumpulkan bahan dan bukti dukung", True),
            ("Koordinasikan dengan desa/kelurahan", False),
            ("Untuk diketahui dan diarsipkan", False),
        ),
        batas_waktu="Senin, 13 Juli 2026, pukul 16.00 WITA",
        catatan="Isi lembar kerja, lalu serahkan bersama register layanan dan rekap pengaduan.",
        penandatangan=KASI,
    )
    return replace(slip, **changes)  # type: ignore[arg-type]  # any field may be changed by its name


# --- the annual report -------------------------------------------------------------------------

_NAMES = [line.nama for group in CAPAIAN_TW.kelompok for line in group.baris]
_UNITS = [line.satuan for group in CAPAIAN_TW.kelompok for line in group.baris]


def _year(no: int, figures: str, kategori: str, catatan: tuple[int, ...] = ()) -> BarisCapaian:
    """``figures``: target, realisasi, capaian."""
    target, realisasi, capaian = figures.split()
    desimal = _decimals(_UNITS[no - 1])
    t, r, c = n(target, desimal), n(realisasi, desimal), n(capaian)
    return BarisCapaian(str(no), str(no), _NAMES[no - 1], _UNITS[no - 1], t, t, r, c, t, r, c, kategori, YANUM, catatan)


ST, TINGGI = "Sangat Tinggi", "Tinggi"

CAPAIAN_TAHUN = TabelCapaian(
    kelompok=(
        KelompokCapaian(
            "I. Meningkatnya kualitas pelayanan publik kecamatan",
            n("101.17"),
            ST,
            (
                _year(1, "82 84.16 102.63", ST),
                _year(2, "95 93.4 98.32", ST),
                _year(3, "90 92.31 102.57", ST),
            ),
        ),
        KelompokCapaian(
            "II. Meningkatnya tata kelola pemerintahan desa dan kelurahan",
            n("87.71"),
            TINGGI,
            (
                _year(4, "100 80 80", TINGGI),
                _year(5, "40 31.25 78.13", TINGGI),
                _year(6, "40 42 105", ST),
            ),
        ),
        KelompokCapaian(
            "III. Terpeliharanya ketenteraman dan ketertiban umum",
            n("116.67"),
            ST,
            (_year(7, "12 10 116.67", ST, (2,)),),
        ),
        KelompokCapaian(
            "IV. Meningkatnya akuntabilitas kinerja kecamatan", n("97.65"), ST, (_year(8, "68 66.4 97.65", ST),)
        ),
    ),
    label_rata_rata="Rata-rata capaian kecamatan (8 indikator)",
    rata_rata=n("97.62"),
    kategori=ST,
    catatan_kaki=(
        (
            "1) Realisasi : target × 100, dibulatkan dua desimal, tanpa batas atas. Capaian "
            "sasaran dan kecamatan adalah rata-rata hitung capaian indikator. Nilai di sela dua "
            "interval kategori masuk kategori di bawahnya."
        ),
        "2) Makin rendah makin baik: (2 × target \N{MINUS SIGN} realisasi) : target × 100.",
    ),
    sumber="Sumber: data Kecamatan Kelara, diolah.",
)


def _trend(
    no: int, years: str, changes: tuple[str, str, str], quarters: str = "", *, lower: bool = False
) -> TrenIndikator:
    """``years``: target/realisasi/capaian from 2022 on; ``quarters``: value/target of the four."""
    desimal = _decimals(_UNITS[no - 1])
    points = []
    for place, triple in enumerate(years.split()):
        t, r, c = triple.split("/")
        points.append(TitikTahun(2022 + place, _read(t, desimal), _read(r, desimal), _read(c, 2)))
    pairs = [pair.split("/") for pair in quarters.split()]
    return TrenIndikator(
        str(no),
        _NAMES[no - 1],
        _UNITS[no - 1],
        lower,
        tuple(points),
        changes,
        tuple(_read(value, desimal) for value, _ in pairs),
        tuple(_read(target, desimal) for _, target in pairs),
        "jumlah setahun: 10 dari batas 12" if lower else "",
        "register kejadian Seksi Ketenteraman dan Ketertiban Umum, diolah" if lower else "data seksi, diolah",
    )


def _renstra_row(no: int, target: str, hasil: str, sisa: str, realisasi: str) -> BarisPembanding:
    desimal = _decimals(_UNITS[no - 1])
    figures = (n(realisasi, desimal), n(target, desimal), n(hasil), n(sisa, desimal))
    return BarisPembanding(str(no), _NAMES[no - 1], _UNITS[no - 1], *figures)


SASARAN_I = AnalisisSasaran(
    judul="Sasaran I. Meningkatnya kualitas pelayanan publik kecamatan",
    pengantar=("Sasaran ini diukur dengan tiga indikator.",),
    target_realisasi=(
        (
            "Indeks kepuasan masyarakat tahun 2025 sebesar 84,16, melampaui target 82,00, "
            "sehingga capaiannya 102,63% (Sangat Tinggi). Persentase layanan administrasi yang "
            "selesai tepat waktu 93,40% dengan target 95,00%."
        ),
    ),
    tren=(
        _trend(1, "79/80.1/101.39 80/81.25/101.56 81/83/102.47 82/84.16/102.63", ("+1,00", "+1,16", "+0,16 poin")),
        _trend(2, "-/-/- 93/91.2/98.06 94/92.75/98.67 95/93.4/98.32", ("+1,00", "+0,65", "\N{MINUS SIGN}0,35 poin")),
        _trend(3, "-/-/- -/-/- 88/?/? 90/92.31/102.57", ("+2,00", "-", "-"), "88/88 90.5/89 91/90 92.31/90"),
    ),
    teks_tren=("Dibandingkan dengan tahun 2024, indeks kepuasan masyarakat naik 1,16, dari 83,00 menjadi 84,16.",),
    renstra=(
        _renstra_row(1, "88", "95.64", "3.84", "84.16"),
        _renstra_row(2, "98", "95.31", "4.6", "93.4"),
        _renstra_row(3, "95", "97.17", "2.69", "92.31"),
    ),
    teks_renstra=("Target akhir Renstra tahun 2029 belum tercapai pada tiga indikator.",),
    pembanding=(
        BarisPembanding(
            "1", _NAMES[0], "Indeks", n("84.16"), n("82.87"), n("1.29"), NONE, "IKM Kabupaten Jeneponto 2025 (contoh)"
        ),
        BarisPembanding("2", _NAMES[1], "%", n("93.4"), MISSING, MISSING, NONE, ""),
    ),
    teks_pembanding=("Realisasi 84,16 lebih tinggi 1,29 daripada IKM kabupaten sebesar 82,87.",),
    penyebab=("Capaian ini terutama disebabkan oleh loket dua shift pada hari pasar.",),
    efisiensi=(
        Efisiensi(
            "1", "Meningkatnya kualitas pelayanan publik kecamatan", n("101.17"), n("94.1"), n("7.07"), "efisien"
        ),
    ),
    teks_efisiensi=(
        "Capaian 101,17% diperoleh dengan serapan anggaran 94,10%, sehingga tingkat efisiensinya 7,07 poin.",
    ),
    program=(
        BarisUang(
            "7.01.02",
            Tingkat.PROGRAM,
            "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik",
            n("212400000", 0),
            n("199868400", 0),
            n("94.1"),
        ),
    ),
    teks_program=("Sasaran ini didukung satu program.",),
)

SASARAN_III = AnalisisSasaran(
    judul="Sasaran III. Terpeliharanya ketenteraman dan ketertiban umum",
    pengantar=(
        (
            "Sasaran ini diukur dengan satu indikator, yaitu jumlah gangguan ketenteraman dan "
            "ketertiban umum. Makin rendah angkanya, makin baik kinerjanya."
        ),
    ),
    target_realisasi=(
        (
            "Jumlah gangguan tercatat 10 kejadian, lebih rendah daripada batas 12 kejadian yang "
            "ditargetkan, sehingga capaiannya 116,67% (Sangat Tinggi). Capaian ini ditopang oleh "
            "ronda terpadu di lima kelurahan dan mediasi sengketa lahan di dua desa."
        ),
    ),
    tren=(
        _trend(
            7,
            "15/16/93.33 14/15/92.86 13/13/100 12/10/116.67",
            ("\N{MINUS SIGN}1", "\N{MINUS SIGN}3", "+16,67 poin"),
            "2/3 2/3 4/3 2/3",
            lower=True,
        ),
    ),
    teks_tren=(
        (
            "Dibandingkan dengan tahun 2024, jumlah gangguan turun 3 kejadian, dari 13 menjadi 10 "
            "kejadian, dan capaian naik 16,67 poin. Penurunan berlangsung setiap tahun sejak "
            "2022. Realisasi tertinggi terjadi pada Triwulan III, bertepatan dengan musim panen "
            "dan pesta rakyat di tiga desa."
        ),
    ),
    renstra=(),
    teks_renstra=(
        (
            "Target akhir Renstra tahun 2029 ditetapkan paling banyak 6 kejadian. Realisasi tahun "
            "2025 masih 4 kejadian di atas batas itu sehingga capaian terhadap target akhir "
            "Renstra baru 33,33%. Jumlah gangguan perlu turun rata-rata 1 kejadian setiap tahun."
        ),
    ),
    pembanding=(),
    teks_pembanding=(
        (
            "Indikator ini belum memiliki standar nasional atau angka pembanding resmi sehingga "
            "perbandingan tidak dapat disajikan."
        ),
    ),
    penyebab=(
        (
            "Penurunan gangguan terutama disebabkan oleh ronda terpadu yang berjalan di lima "
            "kelurahan sejak Februari 2025 dan oleh penyelesaian dua sengketa lahan melalui "
            "mediasi. Kendala yang masih dihadapi ialah jumlah anggota Linmas yang terbatas, "
            "yaitu 24 orang untuk sepuluh desa dan kelurahan. Untuk mengatasinya, pada Triwulan "
            "II Tahun 2026 Seksi Ketenteraman dan Ketertiban Umum akan melatih 20 anggota baru "
            "dan menambah jadwal patroli pada musim panen."
        ),
    ),
    efisiensi=(),
    teks_efisiensi=(
        "Capaian 116,67% diperoleh dengan serapan anggaran 97,20%, sehingga tingkat efisiensinya 19,47 poin.",
    ),
    program=(),
    teks_program=("Sasaran ini didukung Program Koordinasi Ketenteraman dan Ketertiban Umum.",),
)

_LONG = (
    "Kecamatan Kelara terletak di bagian utara Kabupaten Jeneponto dengan luas 43,95 km² "
    "atau 5,86% dari luas kabupaten. Wilayahnya terdiri atas lima kelurahan dan lima desa "
    "dengan pusat pemerintahan di Tolo. Sebagian besar penduduk bekerja di bidang "
    "pertanian dan perdagangan hasil kebun."
)


def _renstra_line(no: int, target: str) -> BarisRenstra:
    desimal = _decimals(_UNITS[no - 1])
    return BarisRenstra(
        str(no),
        "Meningkatnya kualitas pelayanan publik kecamatan",
        _NAMES[no - 1],
        _UNITS[no - 1],
        n(target, desimal),
        "2029",
        "Nilai survei kepuasan menurut PermenPANRB 14/2017, yaitu jumlah nilai unsur dibagi jumlah unsur.",
        "Hasil survei dan register layanan",
        YANUM,
    )


def lkjip(**changes: object) -> Lkjip:
    """An annual report; ``changes`` are fields of the report."""
    report = Lkjip(
        naskah=replace(
            naskah("LKjIP Tahun 2025"),
            judul="LAPORAN KINERJA TAHUN 2025",
            tahun=2025,
            nomor="000.8.6.3/004/KEC-KLR/II/2026",
            kode="T8XN-5QCE-7JHK",
            tanggal=date(2026, 2, 12),
            bulan_tahun="Februari 2026",
        ),
        subjudul_sampul="Tahun pertama Renstra 2025\N{EN DASH}2029",
        kata_pengantar=(
            (
                "Laporan Kinerja Kecamatan Kelara Tahun 2025 disusun untuk mempertanggungjawabkan "
                "pelaksanaan Perjanjian Kinerja Tahun 2025 kepada Bupati Jeneponto."
            ),
            (
                "Data laporan dikumpulkan setiap triwulan menurut SOP Pengumpulan Data Kinerja. "
                "Setiap angka berasal dari laporan seksi yang telah diperiksa dan disetujui Camat."
            ),
            "Laporan ini menjadi bahan perbaikan perencanaan dan pelaksanaan kinerja tahun 2026.",
        ),
        ikhtisar=(
            (
                "Rata-rata capaian kinerja Kecamatan Kelara tahun 2025 sebesar 97,62% (Sangat "
                "Tinggi). Empat dari delapan indikator mencapai atau melampaui target."
            ),
            (
                "Anggaran terserap 94,83% dari pagu. Pada tahun 2026 perbaikan dipusatkan pada tata "
                "kelola desa dan kelurahan."
            ),
        ),
        pendahuluan=tuple(
            Bagian(f"{letter}. {title}", (_LONG, _LONG))
            for letter, title in zip(
                "ABCDEF",
                (
                    "Gambaran Umum",
                    "Struktur Organisasi",
                    "Tugas dan Fungsi",
                    "Sumber Daya",
                    "Isu Strategis",
                    "Dasar Hukum",
                ),
                strict=True,
            )
        ),
        pengantar_perencanaan=("Kinerja tahun 2025 diukur dengan delapan indikator dalam Perjanjian Kinerja.",),
        renstra=tuple(_renstra_line(no, "88") for no in range(1, 9)),
        iku=tuple(_renstra_line(no, "88") for no in (1, 8)),
        perjanjian=CAPAIAN_TAHUN.kelompok,
        anggaran_perjanjian=ANGGARAN,
        rencana_aksi=(),
        pengantar_capaian=(
            (
                "Capaian kinerja diukur dengan membandingkan realisasi setiap indikator dengan target "
                "dalam Perjanjian Kinerja Tahun 2025. Kategori capaian mengikuti Permendagri Nomor 86 "
                "Tahun 2017. Hasil pengukuran delapan indikator disajikan pada Tabel 3.1."
            ),
        ),
        capaian=CAPAIAN_TAHUN,
        teks_capaian=(
            (
                "Rata-rata capaian kinerja Kecamatan Kelara Tahun 2025 sebesar 97,62% dengan kategori "
                "Sangat Tinggi. Empat dari delapan indikator mencapai atau melampaui target, "
                "sedangkan empat indikator lainnya belum mencapai target. Dari empat sasaran, Sasaran "
                "II memperoleh capaian terendah (87,71%, Tinggi) karena ketepatan laporan realisasi "
                "APBDes dan akomodasi usulan Musrenbang masih di bawah target."
            ),
        ),
        batang=tuple(
            Batang(group.judul, group.rata_rata.nilai, (group.rata_rata.nilai or Decimal(0)) >= 100, rata_rata=True)
            for group in CAPAIAN_TAHUN.kelompok
        ),
        sasaran=(SASARAN_I, SASARAN_III),
        teks_anggaran=("Dari pagu Rp2.147.000.000, terealisasi Rp1.007.560.000 atau 46,93%.",),
        anggaran=ANGGARAN,
        kesimpulan=("Rata-rata capaian kinerja tahun 2025 sebesar 97,62% (Sangat Tinggi).",),
        langkah_perbaikan=(
            Rekomendasi("Mendampingi dua desa menyusun laporan realisasi APBDes.", PMD, "31 Maret 2026"),
            Rekomendasi("Melatih 20 anggota Linmas.", TRANTIB, "30 Juni 2026"),
        ),
        penutup=("Laporan ini menjadi dasar perbaikan kinerja tahun 2026.",),
        penandatangan=CAMAT,
        seksi=SEKSI,
        waktu=WAKTU,
        bukti=BUKTI,
        rencana_aksi_lampiran=action_annex(),
        waktu_sebelum=tuple(WaktuTriwulan(f"Triwulan {n}", WAKTU) for n in ("I", "II", "III")),
        waktu_laporan=WAKTU_LAPORAN,
        teks_waktu=("Pada tahun 2025, 58 dari 60 langkah yang selesai (96,67%) sesuai norma; dua langkah terlambat.",),
        teks_langkah=("Seksi Pemberdayaan mendampingi dua desa paling lambat 31 Maret 2026.",),
        teks_rencana_aksi=("Rencana Aksi Tahun 2025 disajikan pada lampiran.",),
        pengukuran=tuple(_measured(group) for group in CAPAIAN_TAHUN.kelompok),
        perjanjian_terikat=_agreed(),
    )
    return replace(report, **changes)  # type: ignore[arg-type]  # any field may be changed by its name


def _measured(group: KelompokCapaian) -> KelompokPengukuran:
    rows = tuple(
        BarisPengukuran(
            b.no,
            b.nama,
            b.satuan,
            b.target,
            (NONE, NONE, b.target, b.target),
            (NONE, NONE, n(None, kosong=Kosong.BELUM_ADA), b.realisasi),
            b.realisasi,
            b.capaian,
        )
        for b in group.baris
    )
    return KelompokPengukuran(group.judul, rows)


def _agreed() -> SalinanPerjanjian:
    paper = replace(naskah("Perjanjian Kinerja Tahun 2025"), nomor="000.7.2/001/KEC-KLR/I/2025", tahun=2025)
    other = Pihak("PIHAK CONTOH", "Bupati Jeneponto", Penandatangan(("BUPATI JENEPONTO,",), "PIHAK CONTOH"))
    return SalinanPerjanjian(
        paper,
        "Yang bertanda tangan di bawah ini:",
        Pihak(CAMAT.nama, "Camat Kelara", CAMAT),
        other,
        ("Pihak pertama mewujudkan target kinerja.", "Pihak kedua memberi bimbingan."),
    )


def action_annex() -> tuple[RencanaAksi, ...]:
    """A plan of action of one line."""
    line = BarisRencanaAksi("1", "Indeks Kepuasan Masyarakat", "Indeks", n("83"), (NONE, NONE, NONE, n("83")), YANUM)
    planned = replace(line, aksi="Survei dua kali setahun", program="Program Pelayanan", anggaran=n("4500", 0))
    return (RencanaAksi("Sasaran I. Pelayanan", (planned,)),)
