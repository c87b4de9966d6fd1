"""Sentences for people about what was refused, what is safe and what to do.

The only place outside papers where an error becomes Indonesian words; window and command line both
read it. To add one: a line in ``_SENTENCES`` for the new error class. Rules of style: active, formal,
what - why - cure, at most 25 words a sentence, no English, no exclamation mark.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kinerja_desktop.domain import errors as e
from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.error_codes import code_of
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.tanggal import format_tanggal, format_waktu


def sentence(error: e.KinerjaError) -> str:
    """What to tell somebody about ``error``: one to three sentences."""
    return _SENTENCES[type(error)](error)


def with_code(error: e.KinerjaError) -> str:
    """The sentence, and the code where a technical helper may have to be asked."""
    helped = isinstance(error, e.KnownFault | e.IntegrityFailed)
    return f"{sentence(error)} Kode {code_of(error)}." if helped else sentence(error)


def bug(report: Path | None, kode: str) -> str:
    """What to tell somebody when the program itself was wrong; None where no disk took the report."""
    told = f"Terjadi kesalahan program. Yang sudah tersimpan tetap aman. Kode {kode}."
    if report is None:
        return f"{told} Berkas rincian tidak dapat ditulis. Sebutkan kodenya kepada pembantu teknis."
    return f"{told} Kirim berkas rincian ini kepada pembantu teknis; isinya tidak memuat angka atau nama: {report}"


def fault_line(fault: e.Kesalahan) -> str:
    """One fault of a foreign file in one line: place, value, why, cure."""
    value = f" Terbaca «{fault.nilai}»." if fault.nilai else ""
    return f"{_place(fault)}: {fault.sebab}{value} {fault.saran}".rstrip()


def cell_line(fault: e.Kesalahan) -> str:
    """One finding of a file that lies open before the reader: cell, why, cure, and what stands there."""
    value = f" Terbaca «{fault.nilai}»." if fault.nilai and fault.nilai not in fault.sebab else ""
    place = f"{fault.sel}: " if fault.sel else ""
    return f"{place}{fault.sebab}{value} {fault.saran}".rstrip()


def known_types() -> frozenset[type]:
    """The error classes that have a sentence (a test compares them with ``domain.errors``)."""
    return frozenset(_SENTENCES)


def _role(value: str) -> str:
    return Role(value).label


def _kesalahan(error: e.FileRefused) -> str:
    first = error.kesalahan[0]
    more = len(error.kesalahan) - 1
    rest = f" Masih ada {more} kesalahan lain." if more else ""
    return f"{_place(first)}: {first.sebab} {first.saran}{rest} Belum ada yang disimpan."


def _place(fault: e.Kesalahan) -> str:
    sheet = fault.lembar and f'lembar "{fault.lembar}"'
    return ", ".join(part for part in (fault.berkas, sheet, fault.sel) if part)


_MAKS_KUTIPAN = 30
_SEBAB_ANGKA = {
    e.SebabAngka.BUKAN_ANGKA: "«{}» bukan angka. Tulis seperti 1.234,5.",
    e.SebabAngka.ADA_HURUF: "Hanya angka. Tulis 80, bukan 80 persen; 1.500.000, bukan 1,5 juta.",
    e.SebabAngka.KOMA_SEBELUM_TITIK: (
        "«{}» memakai koma untuk ribuan. Tulis titik untuk ribuan dan koma untuk desimal, seperti 1.234,5."
    ),
    e.SebabAngka.TITIK_TIDAK_TERATUR: "Titik pada «{}» tidak membagi ribuan. Untuk desimal tulis koma, seperti 82,5.",
    e.SebabAngka.TERLALU_BESAR: "Paling banyak 15 angka di depan koma. Periksa angka dan satuannya.",
    e.SebabAngka.TERLALU_RINCI: "Paling banyak 6 angka di belakang koma. Bulatkan dahulu.",
    e.SebabAngka.BUKAN_PREDIKAT: "«{}» tidak ada pada skala satuan ini. Tulis predikat yang tersedia, seperti BB.",
}


def _angka(error: e.AngkaSalah) -> str:
    """A pasted text may be long; the field still shows all of it."""
    teks = error.teks.strip()
    kutipan = teks if len(teks) <= _MAKS_KUTIPAN else f"{teks[:_MAKS_KUTIPAN]}…"
    return _SEBAB_ANGKA[error.sebab].format(kutipan)


_TEMPAT = {
    "jaringan": ("berada di jaringan", "Data dapat rusak saat jaringan terputus atau dibuka dari dua komputer."),
    "awan": (
        "disalin terus-menerus oleh program penyimpanan awan",
        "Salinan yang dibuat di tengah penyimpanan dapat merusak data. Simpan cadangan saja di sana.",
    ),
    "lepasan": ("berada di media lepasan, seperti stik USB", "Data hilang saat media dicabut di tengah penyimpanan."),
}
"""Why a place is not safe, and what may happen there."""

_SEBAB_NIP = {
    e.SebabNip.BUKAN_ANGKA: "NIP hanya berisi angka. Hapus huruf atau tanda lain.",
    e.SebabNip.PANJANG: "NIP harus 18 angka; terisi {}.",
    e.SebabNip.TIDAK_PUNYA: "Pegawai Non-ASN tidak mempunyai NIP. Kosongkan NIP atau ganti statusnya.",
}
_BERDUA = {
    e.Berdua.PERAN: "Peran diberikan oleh dua orang. Minta seorang pejabat lain mengetik sandinya. "
    "Belum ada yang disimpan.",
    e.Berdua.AKUN: "Akun dibuat oleh dua orang. Minta seorang pejabat lain mengetik sandinya. Belum ada yang disimpan.",
    e.Berdua.LEMBAR: "Lembar pemulihan dibuat oleh dua orang. Minta seorang pejabat lain mengetik sandinya. "
    "Lembar belum dibuat.",
    e.Berdua.LANJUT: "Data yang berubah di luar program diterima oleh dua orang. Minta seorang pejabat lain mengetik "
    "sandinya. Keputusan belum dicatat.",
    e.Berdua.PEMULIHAN: "Data kantor dipulihkan oleh dua orang. Minta seorang pejabat lain mengetik sandinya di "
    "jendela program, atau gunakan lembar pemulihan kantor. Belum ada yang dipulihkan.",
}
_SEBAB_BANTUAN = {
    e.SebabBantuan.SAMA: "Kedua penolong harus dua orang yang berbeda. Pilih orang lain sebagai penolong kedua.",
    e.SebabBantuan.DIRI_SENDIRI: "{} tidak dapat menolong dirinya sendiri. Pilih dua orang lain.",
    e.SebabBantuan.BUKAN_PEJABAT: "{} hari ini tidak memegang peran yang boleh menolong. Pilih pejabat lain.",
    e.SebabBantuan.TANPA_PIMPINAN: (
        "Salah satu penolong harus Camat, Kabid, Kasubag Perencanaan, atau Admin. Pilih orang lain selain {}."
    ),
}
_SEBAB_KALENDER = {
    e.SebabKalender.DUA_KALI: "{} tercatat dua kali dalam kalender {}. Hapus salah satunya.",
    e.SebabKalender.LUAR_TAHUN: "{} tidak termasuk kalender {}. Perbaiki tahunnya.",
    e.SebabKalender.RAMADAN: (
        "{} tidak cocok sebagai hari pertama atau terakhir Ramadan {}. Isi keduanya, yang pertama lebih dahulu."
    ),
}


_SEBAB_KODE = {
    e.SebabKode.BUKAN_TANDA: "Kode salah ketik: huruf {} tidak dipakai dalam kode.",
    e.SebabKode.PANJANG: "Kode salah ketik: terisi {} huruf, seharusnya 12.",
    e.SebabKode.SALAH_KETIK: "Kode salah ketik: huruf {}.",
}


def _kode(error: e.KodeSalah) -> str:
    if not error.posisi:
        return "Kode salah ketik di beberapa tempat. Ketik ulang dari kertas."
    return f"{_SEBAB_KODE[error.sebab].format(deretan(_ordinals(error)))} Periksa lagi pada kertas."


_SEBAB_ISIAN = {
    e.SebabIsian.KOSONG: "{} harus diisi.",
    e.SebabIsian.TERLALU_PANJANG: "{} terlalu panjang. Ringkas dahulu.",
    e.SebabIsian.BUKAN_BULAT: "{} harus bilangan bulat, seperti 15.",
    e.SebabIsian.LUAR_BATAS: "{} harus antara {} dan {}.",
    e.SebabIsian.BUKAN_PILIHAN: "{} tidak ada dalam pilihan. Pilih dari daftar.",
    e.SebabIsian.BUKAN_JAM: "{} tidak terbaca. Tulis seperti 07.30-12.00, 13.00-16.00.",
    e.SebabIsian.BUKAN_POLA: "{} harus memuat {{urut}} satu kali, seperti {{urut:03}}.",
    e.SebabIsian.BUKAN_NAMA: "{} hanya boleh memuat {{tahun}}, {{tw}}, dan {{unit}} dalam kurung kurawal.",
    e.SebabIsian.TIDAK_ADA: "{} tidak ada di kantor ini. Pilih dari daftar.",
    e.SebabIsian.TERBALIK: "{} mendahului tanggal mulai. Perbaiki tanggalnya.",
    e.SebabIsian.SUDAH_LEWAT: "{} sudah lewat. Pilih hari ini atau sesudahnya; riwayat kerja tidak diubah mundur.",
    e.SebabIsian.LUAR_TAHUN: "{} tidak termasuk tahun rencana. Perbaiki tahunnya.",
    e.SebabIsian.GANDA: "{} tercatat dua kali. Hapus atau ubah salah satunya.",
    e.SebabIsian.TERLALU_PENDEK: "{} paling sedikit 15 huruf.",
    e.SebabIsian.BERANGKA: "{} jatuh sebelum akhir triwulan yang sudah berisi realisasi. Pilih tanggal sesudahnya.",
    e.SebabIsian.MASIH_DIPAKAI: "{} masih dipakai. Ganti dahulu pada indikator yang memakainya.",
    e.SebabIsian.TANDA_TERSEMBUNYI: (
        "{} memuat tanda tak terlihat yang dapat mengubah bacaannya. Hapus isinya, lalu ketik ulang tanpa menempel."
    ),
    e.SebabIsian.BUKAN_TANGGAL: "{} tidak terbaca. Tulis tanggal, bulan, dan tahun, seperti 1-7-2026.",
    e.SebabIsian.BUKAN_GAMBAR: "{} harus gambar PNG atau JPEG, paling besar 1 MB.",
}


def _ordinals(error: e.KodeSalah) -> list[str]:
    """Places as "ke-6"; a length as it is."""
    lead = "" if error.sebab is e.SebabKode.PANJANG else "ke-"
    return [f"{lead}{n}" for n in error.posisi]


def _isian(isian: e.IsianSalah) -> str:
    return _SEBAB_ISIAN[isian.sebab].format(isian.label, *isian.batas)


def _lembar(error: e.LembarSalah) -> str:
    if error.sebab is e.SebabLembar.JUMLAH:
        return (
            f"Lembar pemulihan berisi 24 kata; terbaca {error.jumlah}. Cari kata yang terlewat atau tertulis dua kali."
        )
    if error.sebab is e.SebabLembar.TIDAK_DIKENAL:
        meant = f" Mungkin «{error.usul}»." if error.usul else ""
        return f"Kata ke-{error.posisi} pada lembar pemulihan, «{error.kata}», tidak dikenal.{meant} Cocokkan lagi."
    if error.posisi:
        return f"Kata ke-{error.posisi} pada lembar pemulihan salah tulis. Cocokkan dengan lembar."
    return "Kata-kata lembar pemulihan dikenal, tetapi ada yang salah atau tertukar. Cocokkan lagi dengan lembar."


_NOT_INSTALLED = "Yang terpasang tetap versi {x.terpasang}."
_SEBAB_PEMBARUAN = {
    e.SebabPembaruan.TANPA_KUNCI: (
        "Program ini dibuat tanpa kunci rilis, jadi keaslian {x.paket} tidak dapat diperiksa. Mintalah pemasang "
        "langsung dari pembuat program, dan jangan memasang dari asal lain."
    ),
    e.SebabPembaruan.LEBIH_LAMA: (
        "{x.paket} berisi versi {x.versi}, lebih lama daripada versi {x.terpasang} yang terpasang. Versi lama tidak "
        f"dipasang di atas versi baru. {_NOT_INSTALLED}"
    ),
    e.SebabPembaruan.SAMA: "{x.paket} berisi versi {x.versi}, yang sudah terpasang. Tidak ada yang diperbarui.",
    e.SebabPembaruan.SKEMA_LAMA: (
        "{x.paket} berisi versi {x.versi} untuk bentuk data yang lebih lama, jadi tidak dapat membuka data kantor ini. "
        f"{_NOT_INSTALLED} Minta paket yang benar."
    ),
    e.SebabPembaruan.PEMASANG_HILANG: (
        "Pemasang {x.berkas} tidak ada di samping {x.paket}. Salin keduanya ke satu folder, lalu periksa lagi."
    ),
}
_DO_NOT_RUN = "Jangan jalankan pemasangnya. Mintalah salinan baru dari pembuat program."
_SEBAB_PAKET = {
    e.SebabPaket.KUNCI_LAIN: f"{{x.paket}} tidak ditandatangani pembuat program ini. {_DO_NOT_RUN}",
    e.SebabPaket.RUSAK: f"{{x.paket}} rusak atau pernah diubah; tanda tangannya tidak cocok. {_DO_NOT_RUN}",
    e.SebabPaket.PEMASANG_UKURAN: (
        f"Ukuran {{x.berkas}} tidak sama dengan yang dirilis; mungkin penyalinannya terputus. {_DO_NOT_RUN}"
    ),
    e.SebabPaket.PEMASANG_ISI: f"Isi {{x.berkas}} tidak sama dengan yang dirilis. {_DO_NOT_RUN}",
}
_SEBAB_BUKTI = {
    e.SebabBukti.TIDAK_ADA: "«{}» tidak ada lagi di tempatnya. Colokkan lagi USB-nya atau pilih lagi.",
    e.SebabBukti.FOLDER: "«{}» adalah folder. Buka folder itu, lalu pilih berkas di dalamnya.",
    e.SebabBukti.TIDAK_TERBACA: "«{}» tidak dapat dibaca. Tutup berkas itu di program lain, lalu pilih lagi.",
    e.SebabBukti.KOSONG: "«{}» kosong (0 byte). Salin ulang dari asalnya.",
    e.SebabBukti.TERLALU_BESAR: "«{}» terlalu besar. Paling besar 5 MB, foto 40 MB. Perkecil atau bagi dahulu.",
    e.SebabBukti.JENIS: "«{}» bukan PDF, gambar, atau dokumen Office. Simpan sebagai PDF, lalu pilih hasilnya.",
    e.SebabBukti.HEIC: (
        "«{}» berformat HEIC. Kirim fotonya lewat WhatsApp supaya menjadi JPG, atau sebelum memotret dengan iPhone "
        "pilih Pengaturan, Kamera, Format, Paling Kompatibel."
    ),
    e.SebabBukti.MAKRO: "«{}» berisi makro. Simpan sebagai PDF atau tanpa makro (.docx, .xlsx), lalu pilih hasilnya.",
    e.SebabBukti.TIDAK_COCOK: "Isi «{}» tidak sesuai dengan akhiran namanya. Simpan ulang dari program asalnya.",
    e.SebabBukti.RUSAK: "«{}» rusak atau tidak utuh. Salin ulang dari asalnya, atau pindai lagi.",
    e.SebabBukti.BERSANDI: "«{}» dikunci dengan sandi. Hapus sandinya, simpan, lalu pilih lagi.",
    e.SebabBukti.GAMBAR_RAKSASA: "Gambar «{}» terlalu besar untuk dibuka. Foto ulang dengan resolusi lebih rendah.",
}


_MB = 1_000_000


def _shortened(nama: str) -> str:
    """A long name without its middle: beginning and ending tell which file it is."""
    return nama if len(nama) <= 2 * _MAKS_KUTIPAN else f"{nama[:_MAKS_KUTIPAN]}…{nama[-_MAKS_KUTIPAN // 2 :]}"


def _disk_full(error: e.DiskFull) -> str:
    if error.kurang:
        return (
            f"Ruang di {error.path} kurang {-(-error.kurang // _MB)} MB. Hapus berkas lain atau pakai tempat lain. "
            "Yang sudah tersimpan tetap aman."
        )
    if error.dilepas:
        return (
            f"Ruang disk penuh ({error.path}). Yang sudah tersimpan tetap aman. Ruang darurat 32 MB sudah dilepas: "
            "simpan sekali lagi sekarang, lalu kosongkan paling sedikit 600 MB."
        )
    return (
        f"Data tidak dapat disimpan karena ruang disk penuh ({error.path}). Yang sudah tersimpan tetap aman. "
        "Kosongkan paling sedikit 200 MB, lalu coba lagi."
    )


_PEMAKAIAN: dict[e.Pemakaian, str] = {
    e.Pemakaian.RENCANA_LALU: "sudah ada di rencana tahun sebelumnya",
    e.Pemakaian.DITETAPKAN: "sudah ada di rencana yang ditetapkan",
    e.Pemakaian.DISPOSISI: "sudah diminta dalam disposisi",
    e.Pemakaian.DRAF: "sudah mulai diisi di lembar kerja",
    e.Pemakaian.REALISASI: "sudah berisi realisasi",
}

_SENTENCES: dict[type, Callable[[Any], str]] = {
    e.RoleNotChosen: lambda x: (
        f"Anda memegang beberapa peran: {', '.join(_role(c) for c in x.choices)}. Pilih salah satu."
    ),
    e.PasswordNotGiven: lambda x: (
        "Sandi tidak dapat ditanyakan di sini. Sebutkan berkasnya dengan --sandi-dari BERKAS."
    ),
    e.NoConflict: lambda x: (
        f"Sel {x.sel} tidak berubah di kedua tempat. Yang dapat dipilih: {', '.join(x.bentrok) or 'tidak ada'}."
    ),
    e.FileRefused: _kesalahan,
    e.ReasonTooShort: lambda x: (
        f"Alasan masih kurang {x.minimum - x.letters} huruf. Tulis paling sedikit {x.minimum} huruf."
    ),
    e.TextTooLong: lambda x: (
        f"{x.what} berisi {x.letters} huruf, paling banyak {x.maximum}. Ringkas dahulu, lalu simpan lagi."
    ),
    e.Incomplete: lambda x: f"Belum dapat diajukan: {'; '.join(x.missing)}.",
    e.ChecksMissing: lambda x: f"Tandai dahulu yang sudah Anda periksa: {'; '.join(x.missing)}.",
    e.NoHolder: lambda x: (
        f"{x.where} belum punya {_role(x.role)} yang berlaku pada {format_tanggal(x.tanggal)}. "
        "Tetapkan pejabatnya, lalu kirim lagi."
    ),
    e.NotFound: lambda x: f"{x.what} {x.key} tidak ada di kantor ini. Periksa tulisannya.",
    e.NoSheetWaits: lambda _: (
        "Tidak ada lembar kerja yang menunggu Anda. Lembar kerja ada setelah Kasubag meneruskan disposisi kepada Anda."
    ),
    e.NoOffice: lambda x: (
        f"Folder {x.folder} belum berisi data kantor. Pilih folder lain, atau siapkan kantor lebih dahulu."
    ),
    e.FileMissing: lambda x: f"Berkas {x.path} tidak ada atau tidak dapat dibaca. Periksa nama dan tempatnya.",
    e.NotAScan: lambda x: f"{x.path} bukan PDF atau JPG yang dapat dibaca. Pindai lagi, lalu pilih hasilnya.",
    e.NoEvidence: lambda x: (
        f"Belum ada bukti dukung yang diajukan pada {x.triwulan}. Bukti ada setelah Analis mengajukan bahan."
    ),
    e.BuktiDitolak: lambda x: _SEBAB_BUKTI[x.sebab].format(_shortened(x.berkas)),
    e.UpdateRefused: lambda x: _SEBAB_PEMBARUAN[x.sebab].format(x=x),
    e.NotOurFile: lambda x: (
        f"Berkas {x.path} rusak, atau bukan berkas Kinerja Desktop. Pakai berkas yang benar, atau salinannya yang lain."
    ),
    e.StaleWrite: lambda x: (
        f"{x.what} sudah berganti: Anda membaca versi {x.seen}, kini ada versi {x.current}. "
        "Tulisan Anda tetap ada. Buka versi yang baru, lalu ulangi."
    ),
    e.WorkbookOutdated: lambda x: (
        f"Data kantor berubah sesudah {x.berkas} diperiksa, jadi belum ada yang disimpan. Periksa berkasnya lagi."
    ),
    e.PasswordTooWeak: lambda x: f"Sandi terlalu pendek. Tulis paling sedikit {x.minimum} huruf.",
    e.PasswordCommon: lambda x: "Sandi ini mudah ditebak orang lain. Tulis kalimat pendek yang hanya Anda tahu.",
    e.AngkaSalah: _angka,
    e.NipSalah: lambda x: _SEBAB_NIP[x.sebab].format(x.panjang),
    e.TriwulanSalah: lambda x: f"«{x.teks}» bukan triwulan. Tulis seperti TW II 2026.",
    e.KalenderKosong: lambda x: f"Kalender {x.tahun} belum diisi. Admin mengisinya di tab Kalender.",
    e.KalenderSalah: lambda x: _SEBAB_KALENDER[x.sebab].format(format_tanggal(x.tanggal), x.tahun),
    e.JamKerjaSalah: lambda x: (
        f"Jam kerja {format_waktu(x.buka)}–{format_waktu(x.tutup)} dengan istirahat "
        f"{format_waktu(x.istirahat_mulai)}–{format_waktu(x.istirahat_selesai)} tidak berurutan. Perbaiki jamnya."
    ),
    e.PolaSalah: lambda x: f"Pola nomor «{x.pola}» tidak dapat dipakai. Tulis {{urut}} satu kali, seperti {{urut:03}}.",
    e.KodeSalah: _kode,
    e.FieldsRefused: lambda x: " ".join(map(_isian, x.isian)),
    e.PlanFixed: lambda x: (
        f"Rencana kinerja {x.tahun} sudah ditetapkan. Ubah target lewat Perjanjian Kinerja Perubahan."
    ),
    e.PlanReasonNeeded: lambda x: (
        f"Rencana kinerja sudah ditetapkan. Tulis alasan mengubah {deretan(x.medan)} indikator {x.kode}, "
        f"paling sedikit {x.minimum} huruf."
    ),
    e.PlanFaulty: lambda x: (
        f"Rencana kinerja {x.tahun} masih memuat {x.jumlah} kesalahan, jadi belum dapat ditetapkan. "
        f"Perbaiki dahulu, mulai dari {x.pertama.rstrip('.')}."
    ),
    e.IndikatorInUse: lambda x: (
        f"{x.nama} {_PEMAKAIAN[x.pakai]}, jadi tidak dapat dihapus. Pakai Akhiri, dengan tanggal sesudah triwulan yang "
        "sudah berjalan; di sana penggantinya dapat langsung dibuat."
    ),
    e.NameTaken: lambda x: f"Nama pengguna {x.pengguna} sudah dipakai. Pilih nama lain.",
    e.StillHolds: lambda x: f"{x.nama} masih memegang {x.tugas} tugas. Tetapkan penggantinya sebelum menutup.",
    e.LastAdmin: lambda x: "Kantor harus mempunyai Admin. Tetapkan Admin lain lebih dahulu.",
    e.LembarSalah: _lembar,
    e.OtherOffice: lambda x: (
        f"Cadangan {x.path} milik {x.found}, sedangkan folder ini berisi {x.expected}. "
        "Pulihkan ke folder yang kosong. Data sekarang tidak berubah."
    ),
    e.FolderTaken: lambda x: f"Folder {x.folder} sudah berisi data kantor atau sisanya. Pilih folder yang kosong.",
    e.PlaceTaken: lambda x: (
        f"Di {x.path} sudah ada isinya, jadi tidak ditimpa. Pindahkan isinya atau pilih tempat lain, lalu ulangi."
    ),
    e.DataDamaged: lambda x: (
        f"Keutuhan data tidak terpenuhi: {x.findings[0] if x.findings else 'isi file tidak dapat dibaca.'} "
        "Jangan ubah apa pun; hubungi pembantu teknis."
    ),
    e.WritingStopped: lambda x: (
        f"Penyimpanan dihentikan karena ada perubahan di luar program: {x.findings[0]} "
        "Membaca dan mencetak ulang tetap dapat. Admin menanganinya di tab Periksa Keutuhan."
    ),
    e.DraftDamaged: lambda _: (
        "Isian di sini tidak sama dengan yang disimpan: ada yang berubah di luar program, misalnya karena disk rusak. "
        "Isian itu tidak dipakai dan tidak hilang. Penyimpannya atau Admin melihatnya lewat pemberitahuan «Isian "
        "rusak» di atas halaman, lalu menyisihkannya."
    ),
    e.BackupDamaged: lambda x: (
        f"Cadangan {x.path} rusak: {x.detail} Data sekarang tidak berubah. Pakai cadangan lain, atau buat yang baru."
    ),
    e.UpdateDamaged: lambda x: _SEBAB_PAKET[x.sebab].format(x=x),
    e.KeyMissing: lambda x: (
        f"Cadangan {x.path} tidak dapat dibuka dengan kunci yang ada. Gunakan lembar pemulihan kantor yang membuatnya."
    ),
    e.DiskFull: _disk_full,
    e.OutputLost: lambda _: (
        "Hasil perintah ini tidak tertulis seluruhnya: tempat keluarannya penuh, ditutup, atau tidak dapat ditulisi. "
        "Yang sudah tersimpan di folder data tetap aman. Arahkan keluaran ke tempat lain, lalu ulangi."
    ),
    e.HeldByOther: lambda x: (
        f"Kinerja Desktop sudah terbuka di komputer ini{f' oleh {x.oleh}' if x.oleh else ''}. Pindah ke jendela itu, "
        f"atau tutup dahulu. Datanya di {x.folder}."
    ),
    e.ReadOnlyPlace: lambda x: f"Tempat {x.path} tidak dapat ditulisi. Pilih tempat lain.",
    e.ReadOnlyOffice: lambda x: (
        f"Data kantor di {x.folder} hanya dapat dibaca karena foldernya tidak dapat ditulisi. Membaca dan mencetak "
        "tetap dapat. Minta pembantu teknis membuka izin tulis folder itu, lalu buka lagi program ini."
    ),
    e.FolderClosed: lambda x: (
        f"Folder data {x.folder} tidak terbuka bagi akun komputer Anda. Minta administrator Windows memasukkan akun "
        "itu ke kelompok «Kinerja». Sesudahnya keluar dari Windows, lalu masuk lagi."
    ),
    e.NewerVersion: lambda x: (
        f"{x.path} dibuat oleh versi program yang lebih baru (format {x.found}, program ini mengenal "
        f"sampai {x.known}). Pasang versi yang baru. Tidak ada yang diubah."
    ),
    e.PlaceGone: lambda x: (
        f"Tempat {x.path} tidak ada, atau hilang sebelum selesai karena USB dicabut. Yang ada di sana tetap utuh. "
        "Periksa nama foldernya atau colokkan lagi, lalu ulangi."
    ),
    e.UnsafePlace: lambda x: (
        f"Folder {x.folder} tidak aman untuk data kantor karena {_TEMPAT[x.why][0]}. {_TEMPAT[x.why][1]} "
        "Pakai folder di disk komputer ini, seperti C:\\Kinerja; data yang sudah ada dipindahkan ke sana."
    ),
    e.OutOfMemory: lambda _: (
        "Memori komputer tidak cukup untuk pekerjaan ini, jadi tidak ada yang berubah. "
        "Yang sudah tersimpan tetap aman. Tutup program lain, lalu ulangi."
    ),
    e.StorageFault: lambda x: (
        f"Disk menolak pekerjaan ini ({x.path}). Yang sudah tersimpan tetap aman. Ulangi sekali lagi; bila tetap "
        f"ditolak, hubungi pembantu teknis. Rincian: {x.detail}."
    ),
    e.WrongLogin: lambda x: "Nama pengguna atau sandi tidak cocok. Periksa huruf besar, lalu coba lagi.",
    e.TooManyTries: lambda x: f"Terlalu banyak percobaan. Coba lagi pukul {x.until:%H.%M}, atau tekan «Lupa sandi».",
    e.AccountLocked: lambda x: (
        f"Akun ini dikunci sesudah {x.gagal} kali sandi salah. Tekan «Lupa sandi» untuk meminta kode baru."
    ),
    e.PasswordMustChange: lambda x: (
        "Kode sekali pakai hanya untuk membuat sandi sendiri. Masuk dulu lewat jendela Kinerja Desktop."
    ),
    e.CodeExpired: lambda x: "Kode ini sudah tidak berlaku. Minta kode baru lewat «Lupa sandi».",
    e.PasswordNeeded: lambda x: "Ketik sandi Anda untuk meneruskan. Belum ada yang diubah.",
    e.SecondNeeded: lambda x: _BERDUA[x.untuk],
    e.HelperWrong: lambda x: f"Sandi {x.nama} tidak cocok. Periksa huruf besar, lalu coba lagi.",
    e.HelpRefused: lambda x: _SEBAB_BANTUAN[x.sebab].format(x.nama),
    e.RoleEnded: lambda x: (
        f"Peran {_role(x.role)} Anda sudah berakhir. Isian terakhir tetap tersimpan; pilih peran lain atau masuk lagi."
    ),
    e.WrongRole: lambda x: (
        f"Peran {_role(x.role)} tidak dapat melakukan ini."
        + (f" Yang dapat: {', '.join(_role(r) for r in x.allowed)}." if x.allowed else "")
    ),
    e.RoleNotHeld: lambda x: (
        f"Anda tidak memegang peran {_role(x.role)}. Peran Anda: {', '.join(_role(r) for r in x.allowed)}."
    ),
    e.OtherSeksi: lambda x: f"Pekerjaan ini milik {x.seksi}. Anda hanya dapat mengerjakan unit Anda sendiri.",
    e.WrongState: lambda x: (
        f"Langkah ini tidak dapat dilakukan sekarang karena keadaannya «{x.status}». Muat ulang daftar tugas."
    ),
    e.OwnReport: lambda x: (
        "Anda yang membuat laporan ini, jadi tidak dapat menyetujuinya. Minta pejabat lain, atau catat pengecualian."
    ),
    e.NotLoggedIn: lambda x: (
        f"Folder {x.folder} berisi data kantor, jadi hanya Admin yang dapat memulihkan. Masuk dengan --pengguna NAMA."
    ),
    e.NoRole: lambda x: f"{x.nama} tidak memegang peran yang berlaku hari ini. Hubungi Admin.",
    e.NotYours: lambda x: f"Hanya {x.giver} yang dapat menarik langkah ini.",
    e.NotYetOpen: lambda x: (
        f"{x.what} baru dibuka {format_tanggal(x.mulai)} pukul {format_waktu(x.mulai)}. "
        "Anda dapat menyiapkan catatannya sekarang."
    ),
    e.NotOrdered: lambda x: (
        f"Disposisi ini ditujukan kepada {', '.join(x.analis)}. Minta Kasubag mengirim disposisi kepada Anda."
    ),
    e.AlreadyRead: lambda x: (
        f"Keputusan ini sudah dibuka oleh {x.oleh}, jadi tidak dapat ditarik lagi. Hubungi penerimanya."
    ),
    e.NoExceptionNeeded: lambda x: (
        f"Laporan sendiri diperiksa pejabat lain selama ada: {', '.join(x.others)}. Minta salah satunya memeriksa."
        if x.others
        else "Laporan ini bukan laporan Anda sendiri, jadi disetujui tanpa pengecualian. Kosongkan alasan pengecualian."
    ),
}
