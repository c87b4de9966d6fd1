"""What invented officials write in a practice year, where the workbook says nothing.

Sentences only; which one is taken is decided by the place in the plan, so that a year reads varied and comes
out the same every time. To add words: one more line in a list.
"""

from collections.abc import Sequence

from kinerja_desktop.domain.pegawai import Instansi

PENDUKUNG = (
    "Pencatatan data setiap pekan oleh petugas seksi.",
    "Laporan desa dan kelurahan yang masuk lebih awal.",
    "Jadwal kegiatan yang disusun sejak awal tahun.",
    "Daftar persyaratan yang ditempel di loket pelayanan.",
    "Pembagian tugas antarpetugas yang dievaluasi setiap bulan.",
)
PENGHAMBAT = (
    "Jaringan internet desa yang tidak stabil pada pekan terakhir.",
    "Jumlah petugas yang terbatas pada akhir bulan.",
    "Berkas warga yang belum lengkap saat diajukan.",
    "Jadwal kegiatan yang bergeser karena cuaca dan libur bersama.",
    "Pencairan anggaran kegiatan pada pertengahan triwulan.",
)
AKSI = (
    "Menyusun jadwal kegiatan per triwulan dan menunjuk petugas pencatat.",
    "Mencatat data setiap bulan dan mencocokkannya dengan laporan desa.",
    "Mengadakan rapat koordinasi setiap awal triwulan.",
    "Memantau pelaksanaan kegiatan bersama desa dan kelurahan.",
)
ALASAN_SISA = (
    "Sisa itu terjadi karena sebagian jabatan kosong sepanjang tahun dan nilai pengadaan lebih rendah daripada pagu."
)
ALASAN_BUKA = "Pagu kegiatan berubah sesudah pergeseran anggaran; tabel anggaran disusun ulang."
ALASAN_PERUBAHAN = "Target disesuaikan dengan hasil pengukuran sampai dengan triwulan lalu."
PEREVIU = {
    "nama_pereviu": "Bestari Andai, S.E.",
    "pangkat_pereviu": "Penata Tingkat I (III/d)",
    "nip_pereviu": "19800101 200501 2 999",
}
TINDAK_LANJUT = (
    "Mendata setiap pekan dan mengingatkan desa yang belum melapor.",
    "Mengatur ulang pembagian tugas petugas pada bulan yang padat.",
    "Menyebarkan daftar persyaratan lewat kantor desa dan kelurahan.",
    "Menjadwalkan ulang kegiatan yang tertunda pada awal triwulan berikutnya.",
    "Mengajukan jadwal pencairan anggaran lebih awal kepada bagian keuangan.",
)
TINDAK_LANJUT_LALU = (
    "Selesai: sudah dilaksanakan pada awal triwulan ini.",
    "Berjalan: sebagian desa sudah melapor tepat waktu.",
    "Selesai: pembagian tugas petugas sudah diatur ulang.",
    "Belum: menunggu jadwal dari dinas terkait.",
)
ALASAN_KOSONG = (
    "Data masih direkap oleh petugas lapangan dan akan dilaporkan pada triwulan berikutnya.",
    "Kegiatan belum dilaksanakan pada triwulan ini karena menunggu jadwal dari dinas terkait.",
    "Rekap bulan terakhir belum diterima dari petugas pencatat.",
)
ALASAN_PERINGATAN = (
    "Angka sesuai dengan buku register seksi dan rekap bulanan.",
    "Kegiatan terpusat pada triwulan ini sehingga angkanya jauh berbeda.",
    "Angka sudah dicocokkan bersama petugas lapangan; target disusun terlalu rendah.",
)
URAIAN = (
    "Pelaksanaan kegiatan pada triwulan ini mengikuti rencana aksi. Data dikumpulkan dari register seksi dan "
    "laporan desa, lalu dicocokkan dengan bukti dukung sebelum dilaporkan."
)
URAIAN_PERBAIKAN = "Angka yang diberi catatan sudah dicocokkan kembali dengan register seksi dan diperbaiki."
CATATAN_PENUGASAN = "Laporkan data sesuai register dan sertakan sebabnya bila target tidak tercapai."
CATATAN_DISPOSISI = "Kumpulkan data dari register seksi, cocokkan dengan laporan desa, dan catat sumbernya."
ALASAN_KEMBALI = "Satu angka tidak sama dengan rekap bulanan. Cocokkan dengan register, lalu ajukan kembali."
CATATAN_ANGKA = "Angka ini tidak sama dengan rekap bulanan. Periksa register dan perbaiki."
CATATAN_UMUM = "Jelaskan lebih rinci asal data pada uraian laporan."
ALASAN_BAHAN = "Faktor penghambat belum menyebut sebabnya. Lengkapi keterangannya, lalu serahkan kembali."
CATATAN_BAHAN = "Tulis sebab yang dapat ditindaklanjuti, bukan hanya akibatnya."
PENGECUALIAN = "Pada hari ini tidak ada pejabat lain yang memegang peran pemeriksa di kantor ini."
CATATAN_SETUJU = "Data lengkap dan dapat dipakai untuk Laporan Triwulan."


def pick(words: Sequence[str], *place: int) -> str:
    """One of the sentences, decided by a place in the plan."""
    return words[sum(n * weight for n, weight in zip(place, (1, 3, 7), strict=False)) % len(words)]


def local(said: str, instansi: Instansi) -> str:
    """The sentence as it is said in the office's region: people of a Kota speak of kelurahan, not of desa."""
    if not instansi.di_kota:
        return said
    return said.replace("desa dan kelurahan", "kelurahan").replace("desa", "kelurahan")


def password_of(pengguna: str) -> str:
    """The password of a practice log-in; it protects nothing and is printed."""
    return f"latihan-{pengguna}"
