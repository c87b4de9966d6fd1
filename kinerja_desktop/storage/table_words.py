"""What every table and column holds, in the words of the office: the description that a full export carries.

A test holds these words equal to ``tables``: to add a table or a column, say here what it is. ``SHARED`` are columns
that mean the same wherever they stand; a table's own word goes before.
"""

from collections.abc import Mapping
from types import MappingProxyType

SHARED: Mapping[str, str] = MappingProxyType(
    {
        "tahun": "Tahun anggaran.",
        "triwulan": "Triwulan 1 sampai 4; kosong untuk yang berlaku setahun.",
        "seksi": "Kode seksi (tabel seksi).",
        "urutan": "Urutan baris, mulai dari 0.",
        "kode": "Kode indikator (tabel indikator, pada tahun yang sama).",
        "case_id": "Berkas yang dimaksud (tabel cases).",
        "oleh": "Nomor pengenal pegawai (tabel pegawai).",
        "pada": "Saat kejadian.",
        "versi": "Versi.",
        "sidik": "Sidik SHA-256 baris itu.",
        "satuan": "Satuan indikator.",
        "target_tahun": "Target setahun.",
        "target_tw1": "Target Triwulan I.",
        "target_tw2": "Target Triwulan II.",
        "target_tw3": "Target Triwulan III.",
        "target_tw4": "Target Triwulan IV.",
    }
)

_BUKTI = "Bukti dukung. sha256 ialah nama berkasnya di folder bukti; kosong bila bukan berkas."
_PERBAIKAN = "Jawaban atas catatan pemeriksa, satu teks per catatan."

TABLES: Mapping[str, tuple[str, Mapping[str, str]]] = MappingProxyType(
    {
        "journal": (
            "Riwayat kantor: setiap tindakan dan setiap perubahan, berurutan, tidak pernah diubah.",
            {
                "seq": "Nomor urut di seluruh kantor, mulai dari 1.",
                "list_id": "Hal yang dicatat: nomor berkas (tabel cases), atau jenis/hal untuk perubahan lain.",
                "act_no": "Nomor urut di dalam hal itu.",
                "kind": "Jenis berkas atau jenis perubahan.",
                "action": "Tindakan pada berkas; kosong untuk perubahan lain.",
                "nama": "Nama pelaku pada saat itu.",
                "jabatan": "Jabatan pelaku pada saat itu.",
                "role": "Peran pelaku dalam SOP.",
                "pada_teks": "Saat kejadian.",
                "revisi_sop": "Revisi SOP yang berlaku untuk tindakan itu.",
                "schema": "Nomor bentuk catatan, untuk menghitung ulang sidik.",
                "payload": "Isi tindakan atau perubahan sebagai JSON, huruf demi huruf seperti disidik.",
                "prev_list": "Sidik catatan sebelumnya pada hal yang sama.",
                "hash": "Sidik SHA-256 catatan ini.",
                "prev_office": "Sidik seluruh riwayat sebelum catatan ini.",
                "office": "Sidik seluruh riwayat sampai catatan ini.",
            },
        ),
        "cases": (
            "Berkas menurut keadaan terakhirnya: laporan satu seksi satu triwulan, Laporan Triwulan, dan LKjIP.",
            {
                "id": "Nomor pengenal berkas.",
                "jenis": "Jenis berkas.",
                "status": "Keadaan berkas.",
                "desk": "Peran yang memegang berkas sekarang; kosong bila tidak ada.",
                "langkah": "Langkah SOP yang sedang berjalan.",
                "sejak": "Sejak kapan langkah itu berjalan.",
                "versi": "Jumlah tindakan pada berkas.",
                "laporan_ke": "Berapa kali laporan diajukan.",
                "pengembalian": "Berapa kali laporan dikembalikan.",
                "pengembalian_bahan": "Berapa kali bahan dikembalikan.",
                "batas": "Batas waktu langkah yang sedang berjalan.",
                "revisi_sop": "Revisi SOP yang berlaku untuk berkas ini.",
                "analis": "Nomor pengenal pegawai yang ditugaskan sebagai analis.",
                "subject": "Jenis, tahun, triwulan, dan seksi dalam satu teks.",
            },
        ),
        "drafts": (
            "Isian yang sudah diketik tetapi belum diajukan atau ditetapkan.",
            {
                "case_id": 'Berkas atau dokumen yang dimaksud; "buangan/" di depannya: isian yang dibuang.',
                "kind": 'Jenis isian; isian yang dibuang bernomor sesudah "@".',
                "isi": "Isi isian.",
                "versi": "Berapa kali isian disimpan.",
            },
        ),
        "reads": (
            "Siapa sudah membuka berkas versi berapa.",
            {"versi": "Versi berkas yang dibuka.", "pegawai_id": "Nomor pengenal pegawai (tabel pegawai)."},
        ),
        "isi": (
            "Isi terakhir laporan seksi, bagian umum.",
            {"catatan": "Catatan pengantar.", "uraian": "Uraian umum.", "perbaikan": _PERBAIKAN},
        ),
        "isi_indikator": (
            "Isi terakhir laporan seksi, satu baris per indikator.",
            {
                "realisasi": "Realisasi triwulan itu; kosong berarti tidak ada data.",
                "diketik": "Realisasi seperti yang diketik.",
                "alasan_kosong": "Alasan bila tidak ada data.",
                "alasan_peringatan": "Alasan bila angka terlihat janggal.",
                "faktor_pendukung": "Faktor pendukung.",
                "faktor_penghambat": "Faktor penghambat.",
                "tindak_lanjut": "Tindak lanjut.",
                "tindak_lanjut_lalu": "Pelaksanaan tindak lanjut triwulan lalu.",
                "bukti": _BUKTI,
                "pembilang": "Data dasar: pembilang realisasi.",
                "penyebut": "Data dasar: penyebut realisasi.",
                "pembilang_diketik": "Pembilang seperti yang diketik.",
                "penyebut_diketik": "Penyebut seperti yang diketik.",
                "perbaikan": _PERBAIKAN,
            },
        ),
        "seksi": ("Seksi dan subbagian kantor.", {"kode": "Kode seksi.", "nama": "Nama seksi."}),
        "pegawai": (
            "Pegawai dan jabatannya; yang sudah pindah tetap tercatat.",
            {
                "id": "Nomor pengenal pegawai.",
                "nama": "Nama dengan gelar.",
                "jabatan": "Jabatan.",
                "peran": "Peran dalam SOP.",
                "nip": "NIP, 18 angka; kosong untuk Non-ASN.",
                "status": "Status kepegawaian.",
                "pangkat": "Pangkat.",
                "golongan": "Golongan.",
                "pengguna": "Nama pengguna untuk masuk.",
                "mulai": "Hari pertama menjabat; kosong berarti sejak semula.",
                "sampai": "Hari terakhir menjabat; kosong berarti masih menjabat.",
                "penugasan": "Definitif, Plt., Plh., atau Pj.",
            },
        ),
        "accounts": (
            "Akun untuk masuk ke program. Sandi tidak ikut diekspor.",
            {
                "pegawai_id": "Nomor pengenal pegawai (tabel pegawai).",
                "pengguna": "Nama pengguna.",
                "sandi_hash": "Turunan sandi.",
                "gagal": "Percobaan masuk yang gagal berturut-turut.",
                "tunggu_sampai": "Sampai kapan akun menunggu sesudah sandi salah, menurut jam komputer waktu itu.",
                "terakhir_masuk": "Saat masuk terakhir.",
                "gagal_pada": "Milidetik sejak komputer dinyalakan pada sandi salah terakhir.",
                "kode_sampai": "Jumlah catatan masuk sampai kode sekali pakai berlaku; kosong bila sandi sendiri.",
            },
        ),
        "settings": (
            "Pengaturan kantor.",
            {"kunci": "Nama pengaturan.", "teks": "Isi pengaturan; gambar ditulis sebagai base64."},
        ),
        "kalender_tahun": (
            "Kalender kerja per tahun.",
            {
                "ramadan_mulai": "Hari pertama Ramadan.",
                "ramadan_selesai": "Hari terakhir Ramadan.",
                "dikonfirmasi": "Apakah kalender sudah dicocokkan dengan keputusan pemerintah.",
                "sumber": "Sumber kalender.",
            },
        ),
        "hari_libur": (
            "Hari libur dan cuti bersama.",
            {"tanggal": "Tanggal.", "uraian": "Nama hari.", "jenis": "Jenis hari."},
        ),
        "rencana": ("Tahun yang mempunyai rencana kinerja.", {"versi": "Berapa kali rencana disimpan."}),
        "indikator": (
            "Indikator kinerja dengan target murni.",
            {
                "kode": "Kode indikator.",
                "nama": "Nama indikator.",
                "tingkat": "Tingkat: tujuan, sasaran, program, kegiatan, atau sub kegiatan.",
                "sasaran": "Sasaran yang diukur.",
                "polaritas": "Makin tinggi atau makin rendah makin baik.",
                "akumulasi": "Cara triwulan dijumlahkan menjadi tahun.",
                "rumus": "Rumus capaian.",
                "iku": "Apakah termasuk Indikator Kinerja Utama.",
                "definisi": "Definisi operasional.",
                "formulasi": "Cara menghitung.",
                "sumber_data": "Sumber data.",
                "frekuensi": "Frekuensi pengukuran.",
                "penanggung_jawab": "Penanggung jawab data.",
                "bukti_wajib": "Apakah bukti wajib dilampirkan.",
                "target_renstra": "Target akhir Renstra.",
                "tahun_renstra": "Tahun akhir Renstra.",
                "pembanding": "Nilai pembanding dari luar kantor.",
                "sumber_pembanding": "Sumber nilai pembanding.",
                "komponen_pembilang": "Nama pembilang, bila realisasi dihitung dari data dasar.",
                "komponen_penyebut": "Nama penyebut, bila realisasi dihitung dari data dasar.",
                "komponen_faktor": "Hasil bagi dikalikan 100 (persen) atau tidak (rasio).",
                "aksi_tw1": "Rencana aksi Triwulan I.",
                "aksi_tw2": "Rencana aksi Triwulan II.",
                "aksi_tw3": "Rencana aksi Triwulan III.",
                "aksi_tw4": "Rencana aksi Triwulan IV.",
                "tidak_dipakai_sejak": "Hari pertama indikator ini tidak dipakai lagi.",
                "alasan_tidak_dipakai": "Mengapa tidak dipakai lagi.",
                "menggantikan": "Kode indikator yang digantikannya.",
            },
        ),
        "sasaran": (
            "Sasaran dan tujuan yang didukungnya.",
            {"teks": "Kalimat sasaran.", "tujuan": "Tujuan yang didukung."},
        ),
        "versi_rencana": (
            "Versi target sesudah murni (Perjanjian Kinerja Perubahan).",
            {"versi": "Nama versi.", "berlaku_mulai": "Hari pertama versi ini berlaku."},
        ),
        "target_versi": (
            "Target menurut versi perubahan.",
            {"versi_ke": "Urutan versi (tabel versi_rencana)."},
        ),
        "skala": (
            "Predikat yang dipakai sebagai realisasi dan nilainya.",
            {"teks": "Predikat, seperti BB.", "nilai": "Nilai predikat."},
        ),
        "riwayat": (
            "Target dan realisasi tahun-tahun sebelum tahun rencana.",
            {
                "rencana_tahun": "Tahun rencana yang memuat riwayat ini.",
                "tahun": "Tahun yang diceritakan.",
                "target": "Target tahun itu.",
                "realisasi": "Realisasi tahun itu.",
                "diimpor": "Apakah berasal dari buku kerja yang diimpor.",
                "indikator_lama": "Kode indikator lain yang mengukur tahun itu.",
            },
        ),
        "anggaran": (
            "Baris anggaran dengan realisasi keuangan.",
            {
                "kode": "Kode rekening atau kode program.",
                "tingkat": "Tingkat: program, kegiatan, atau sub kegiatan.",
                "uraian": "Uraian.",
                "pagu": "Pagu dalam rupiah.",
                "realisasi_tw1": "Realisasi keuangan dalam Triwulan I.",
                "realisasi_tw2": "Realisasi keuangan dalam Triwulan II.",
                "realisasi_tw3": "Realisasi keuangan dalam Triwulan III.",
                "realisasi_tw4": "Realisasi keuangan dalam Triwulan IV.",
                "indikator": "Kode indikator yang didukung.",
            },
        ),
        "sebutan": ("Sebutan pendek indikator pada laporan.", {"teks": "Sebutan."}),
        "papers": (
            "Daftar arsip: setiap dokumen yang pernah ditetapkan.",
            {
                "id": "Nomor pengenal dokumen.",
                "case_id": "Berkas atau pokok yang dimaksud.",
                "jenis": "Jenis dokumen.",
                "judul": "Nama dokumen.",
                "nomor": "Nomor surat; kosong bila ditulis tangan.",
                "tanggal": "Tanggal surat.",
                "kode": "Kode periksa pada kertas.",
                "versi": "Versi dokumen.",
                "status": "sah, digantikan, atau ditarik.",
                "sha256": "Sidik PDF; berkasnya arsip/SIDIK.pdf.",
                "halaman": "Jumlah halaman.",
                "tempat_simpan": "Tempat lembar bertanda tangan disimpan.",
                "pindaian_sha256": "Sidik pindaian lembar bertanda tangan; berkasnya arsip/SIDIK.pdf.",
                "dibuat": "Saat dokumen masuk arsip.",
            },
        ),
        "numbers": (
            "Nomor surat terakhir.",
            {"kunci": "Klasifikasi dan tahun.", "nilai": "Nomor terakhir yang dipakai."},
        ),
    }
)
