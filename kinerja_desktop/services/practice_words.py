"""What invented officials write in a practice year, where the workbook says nothing.

Sentences only; which one is taken is decided by the place in the plan, so that a year reads varied and comes
out the same every time. To add words: one more line in a list.
"""

from collections.abc import Sequence

PENDUKUNG = (
    "Petugas seksi mencatat data setiap pekan sehingga angka triwulan ini lengkap pada waktunya.",
    "Desa dan kelurahan mengirim laporannya lebih awal dan koordinasi berjalan baik.",
    "Jadwal kegiatan disusun sejak awal tahun dan dijalankan sesuai rencana.",
    "Warga cepat memperoleh keterangan karena persyaratan ditempel di loket.",
    "Pembagian tugas antarpetugas jelas dan dievaluasi setiap bulan.",
)
PENGHAMBAT = (
    "Sebagian laporan dari lapangan datang terlambat karena jaringan internet tidak stabil.",
    "Jumlah petugas terbatas sehingga pekerjaan menumpuk pada akhir bulan.",
    "Sebagian berkas warga belum lengkap dan harus dilengkapi lebih dahulu.",
    "Beberapa kegiatan bergeser karena cuaca dan libur bersama.",
    "Anggaran kegiatan baru dapat dicairkan pada pertengahan triwulan.",
)
TINDAK_LANJUT = (
    "Melakukan pendataan setiap pekan dan mengingatkan desa yang belum melapor.",
    "Mengatur ulang pembagian tugas petugas pada bulan yang padat.",
    "Menyebarkan daftar persyaratan lewat kantor desa dan kelurahan.",
    "Menjadwalkan ulang kegiatan yang tertunda pada awal triwulan berikutnya.",
    "Mengajukan jadwal pencairan anggaran lebih awal kepada bagian keuangan.",
)
TINDAK_LANJUT_LALU = (
    "Selesai: sudah dilaksanakan pada awal triwulan ini.",
    "Berjalan: sebagian desa sudah melapor tepat waktu.",
    "Selesai: pembagian tugas petugas sudah diatur ulang.",
    "Belum: menunggu jadwal dari kabupaten.",
)
ALASAN_KOSONG = (
    "Data masih direkap oleh petugas lapangan dan akan dilaporkan pada triwulan berikutnya.",
    "Kegiatan belum dilaksanakan pada triwulan ini karena menunggu jadwal dari kabupaten.",
    "Belum ada pengukuran pada triwulan ini; hasil survei belum diterima dari tim penilai.",
)
ALASAN_PERINGATAN = (
    "Sudah diperiksa: angka sesuai dengan buku register seksi dan rekap bulanan.",
    "Sudah diperiksa: kegiatan terpusat pada triwulan ini sehingga angkanya jauh berbeda.",
    "Sudah diperiksa bersama petugas lapangan; target disusun terlalu rendah.",
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
