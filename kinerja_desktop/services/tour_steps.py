"""The ten-minute guide through the practice office, as data: for each role what to look at and what to press.

A step is done when the office says so: a tab was in front, an act or a record of this person came after the guide was
begun, or something lies typed. To add a step: a line in ``STEPS``. Wording: look first, then press; words of buttons
stand between « and ».
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services import drafts
from kinerja_desktop.services.trail import Kind


@dataclass(frozen=True, slots=True)
class Panduan:
    """One step. ``tab`` is where it is done; the rest says what makes it done, any of it."""

    kunci: str
    judul: str
    lihat: str
    tekan: str
    tab: str
    tindakan: tuple[Action, ...] = ()
    catatan: tuple[Kind, ...] = ()
    draf: str = ""
    """Without any of the three the step is done once its tab was in front."""
    panel: str = ""
    """The tab whose side panel is pressed in: opened when that tab is in front, as with large text it waits closed."""


_TUGAS = "kotak_tugas"

_ARSIP = Panduan(
    "arsip",
    "Temukan dokumen",
    "Arsip menyimpan semua dokumen bernomor; kode pada kaki halaman membuktikan keasliannya.",
    "Buka tab «Arsip». Di sana dokumen yang dipilih terbuka dengan «Buka» pada panel.",
    "arsip",
    panel="arsip",
)

STEPS: Mapping[Role, tuple[Panduan, ...]] = {
    Role.KABID: (
        Panduan(
            "tugas",
            "Buka tugas yang menunggu",
            "Kotak Tugas menunjukkan siapa meminta apa, sampai kapan. Baris tebal belum dibuka.",
            "Pilih tugas «Periksa laporan», lalu tekan tombol pada panel.",
            "pemeriksaan",
            panel=_TUGAS,
        ),
        Panduan(
            "putus",
            "Periksa, lalu putuskan",
            "Bandingkan realisasi dengan target dan bukti. Angka yang perlu diperhatikan bertanda.",
            "Tekan «Setujui…» bila benar; bila tidak, «Kembalikan untuk Diperbaiki…» dengan alasan.",
            "pemeriksaan",
            tindakan=(Action.APPROVE, Action.RETURN),
        ),
        Panduan(
            "pantau",
            "Lihat siapa yang terlambat",
            "Matriks menunjukkan langkah setiap seksi dan waktunya terhadap batas SOP.",
            "Buka tab «Pemantauan», lalu pilih sebuah sel untuk membaca penjelasannya.",
            "pemantauan",
        ),
        Panduan(
            "tugaskan",
            "Kenali penugasan",
            "Di sini data setiap triwulan diminta dari semua seksi sekaligus, dengan satu catatan.",
            "Buka tab «Penugasan»; Triwulan II sudah ditugaskan, jadi cukup dilihat.",
            "penugasan",
        ),
        Panduan(
            "triwulan",
            "Lihat Laporan Triwulan",
            "Laporan disusun dari laporan seksi yang Anda setujui; tidak ada angka yang diketik ulang.",
            "Buka tab «Laporan Triwulan».",
            "laporan_triwulan",
        ),
        _ARSIP,
    ),
    Role.KASUBAG: (
        Panduan(
            "tugas",
            "Buka tugas yang menunggu",
            "Kotak Tugas menunjukkan siapa meminta apa, sampai kapan.",
            "Pilih tugas Anda, lalu tekan tombol pada panel. Bila kosong, buka tab «Laporan Seksi».",
            "laporan_seksi",
            panel=_TUGAS,
        ),
        Panduan(
            "ajukan",
            "Ajukan atau serahkan laporan",
            "Baca angka analis, lengkapi uraian; yang dikembalikan Kabid disertai alasan di atas tabel.",
            "Tekan «Ajukan Laporan», atau «Serahkan» bila sudah disetujui. Bila tidak ada, tekan «Lewati Langkah».",
            "laporan_seksi",
            tindakan=(Action.SUBMIT, Action.HAND_OVER, Action.RETURN_BAHAN),
            panel="laporan_seksi",
        ),
        Panduan(
            "disposisi",
            "Lihat perintah kepada analis",
            "Disposisi dari Kabid diteruskan di sini; Lembar Disposisi dicetak dari layar yang sama.",
            "Buka tab «Disposisi».",
            "disposisi",
        ),
        _ARSIP,
    ),
    Role.ANALIS: (
        Panduan(
            "tugas",
            "Buka Lembar Kerja",
            "Kotak Tugas menunjukkan apa yang diminta dan batas waktunya.",
            "Pilih tugas «Isi Lembar Kerja», lalu tekan tombol pada panel. Bila kosong, buka tab «Lembar Kerja».",
            "lembar_kerja",
            panel=_TUGAS,
        ),
        Panduan(
            "isi",
            "Isi satu angka",
            "Kolom Capaian dan Kategori dihitung sendiri. Isian tersimpan sesaat sesudah diketik.",
            "Ketik realisasi pada satu baris, lalu pilih sel lain. Bila tidak ada tugas, tekan «Lewati Langkah».",
            "lembar_kerja",
            tindakan=(Action.SUBMIT_BAHAN,),
            draf=drafts.BAHAN,
        ),
        Panduan(
            "ajukan",
            "Ajukan bahan",
            "Di samping tombol tertulis apa yang masih kurang; «Berikutnya (F8)» membawa Anda ke sana.",
            "Lengkapi semua baris, lalu tekan «Ajukan Bahan». Bila salah, masih dapat ditarik.",
            "lembar_kerja",
            tindakan=(Action.SUBMIT_BAHAN,),
        ),
        _ARSIP,
    ),
    Role.KASUBAG_PERENCANAAN: (
        Panduan(
            "tugas",
            "Buka laporan yang dibuka kembali",
            "Laporan Triwulan I dibuka kembali karena pagu berubah; tugasnya ada di Kotak Tugas.",
            "Pilih tugas «Susun kembali Laporan Triwulan I», lalu tekan tombol pada panel.",
            "laporan_triwulan",
            panel=_TUGAS,
        ),
        Panduan(
            "tetapkan",
            "Tetapkan laporan",
            "Setiap bab sudah tersusun dari angka yang disetujui; kalimatnya boleh Anda ubah.",
            "Tekan «Susun Laporan», baca semua halaman, lalu tekan «Tetapkan dan Beri Nomor».",
            "laporan_triwulan",
            tindakan=(Action.FIX,),
        ),
        Panduan(
            "rencana",
            "Kenali rencana kinerja",
            "Indikator, target triwulan, dan anggaran; yang sudah ditetapkan hanya berubah dengan alasan.",
            "Buka tab «Rencana Kinerja», lalu pilih sebuah indikator.",
            "rencana_kinerja",
        ),
        Panduan(
            "pantau",
            "Lihat seksi yang belum menyerahkan",
            "Matriks menunjukkan langkah setiap seksi; Triwulan II masih berjalan.",
            "Buka tab «Pemantauan».",
            "pemantauan",
        ),
        Panduan(
            "cadangan",
            "Lihat keadaan cadangan",
            "Cadangan otomatis dibuat setiap hari; yang menyelamatkan kantor adalah salinan pada flashdisk.",
            "Buka tab «Cadangan».",
            "cadangan",
        ),
        _ARSIP,
    ),
    Role.CAMAT: (
        Panduan(
            "pantau",
            "Lihat keadaan kantor",
            "Satu layar: langkah setiap seksi, capaian setiap sasaran, dan serapan anggaran.",
            "Buka tab «Pemantauan».",
            "pemantauan",
        ),
        Panduan(
            "triwulan",
            "Baca Laporan Triwulan",
            "Yang Anda tanda tangani adalah lembar dari laporan yang sudah ditetapkan.",
            "Buka tab «Laporan Triwulan».",
            "laporan_triwulan",
        ),
        Panduan(
            "tahunan",
            "Lihat Laporan Tahunan",
            "LKjIP disusun dari empat triwulan; isinya mengikuti angka yang sudah disetujui.",
            "Buka tab «Laporan Tahunan».",
            "laporan_tahunan",
        ),
        _ARSIP,
    ),
    Role.ADMIN: (
        Panduan(
            "pengguna",
            "Kenali pegawai dan peran",
            "Pegawai yang pindah ditutup, tidak dihapus; dokumen lama tetap memuat namanya.",
            "Buka tab «Pengguna», lalu pilih seorang pegawai.",
            "pengguna",
        ),
        Panduan(
            "kalender",
            "Lihat kalender kantor",
            "Batas waktu dihitung dari hari kerja; hari libur dicocokkan dengan keputusan setiap tahun.",
            "Buka tab «Kalender».",
            "kalender",
        ),
        Panduan(
            "atur",
            "Ubah satu pengaturan",
            "Kop, nomor, batas SOP, dan jam kerja diatur di sini; setiap perubahan tercatat.",
            "Buka tab «Pengaturan», ubah misalnya alamat kantor, lalu tekan «Simpan».",
            "pengaturan",
            catatan=(Kind.SETTING,),
        ),
        Panduan(
            "cadangan",
            "Lihat cadangan dan lembar pemulihan",
            "Lembar pemulihan membuka cadangan di komputer lain; tanpa lembar itu data tidak terbuka.",
            "Buka tab «Cadangan».",
            "cadangan",
        ),
        Panduan(
            "keutuhan",
            "Periksa keutuhan data",
            "Pemeriksaan menemukan perubahan yang tidak dibuat lewat program.",
            "Buka tab «Periksa Keutuhan», lalu tekan «Periksa Sekarang».",
            "keutuhan",
        ),
        _ARSIP,
    ),
}
