"""Which place of the help belongs to a widget: the nearest one around it that has one.

From inside to outside a widget is looked up by its object name, a field by its label, a dialog by its title, then
everything by the name of its class; the page of a tab, which is reached last, by the key of the tab. A new field,
dialog or page: a line below. A test asks for a place of every dialog.
"""

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QApplication, QWidget

from kinerja_desktop.domain.petunjuk import Tempat
from kinerja_desktop.services.settings_declared import BY_KEY
from kinerja_desktop.ui.planning.fields import KOLOM
from kinerja_desktop.ui.role_tabs import TABS
from kinerja_desktop.ui.widgets.dialog import Dialog

START = Tempat("mulai")

_OF_GROUP = {
    "Umum": "Isian Umum pada kartu",
    "Target": "Target",
    "Kartu": "Isian Kartu pada kartu",
    "Rencana Aksi": "Rencana aksi pada kartu",
}
"""Headings of the help about the fields of an indikator, by their group."""

OF_NAME: Mapping[str, str] = {
    "ekspor_lengkap": "paket#Ekspor Lengkap",
    "hasil_cari": "jendela#Mencari",
    "daftar_arsip": "arsip#Mencari dokumen",
    "lembar": "lembar_pemulihan#Salah ketik kata",
    **dict.fromkeys((f"arsip/{kunci}" for kunci in ("jenis", "keadaan", "tahun", "unit")), "arsip#Mencari dokumen"),
    **{f"rencana_kinerja/{one.kunci}": f"rencana_kinerja#{_OF_GROUP[one.kelompok]}" for one in KOLOM},
    "cadangan/daftar_salinan": "cadangan#Cadangan otomatis",
    "disposisi/catatan": "disposisi#Meneruskan kepada analis",
    "disposisi/disposisi_menunggu": "disposisi#Meneruskan kepada analis",
    "disposisi/pilihan_berkas": "disposisi#Meneruskan kepada analis",
    "kalender/tahun": "kalender#Mencocokkan hari libur",
    "kotak_tugas/daftar_tugas": "kotak_tugas#Mengerjakan tugas",
    "kotak_tugas/susun_daftar": "kotak_tugas#Menyusun daftar",
    "kotak_tugas/triwulan": "kotak_tugas#Memilih daftar",
    **dict.fromkeys(("laporan_seksi/lembar", "laporan_seksi/pilihan_berkas"), "laporan_seksi#Memeriksa bahan"),
    **dict.fromkeys(
        ("laporan_tahunan/masa", "laporan_tahunan/bab", "laporan_tahunan/paragraf"), "laporan_tahunan#Menyusun LKjIP"
    ),
    "kalimat_program": "laporan_triwulan#Kalimat perlu dibaca ulang",
    "laporan_triwulan/masa": "laporan_triwulan#Menyusun",
    **dict.fromkeys(("lembar_kerja/lembar", "lembar_kerja/pilihan_berkas"), "lembar_kerja#Mengisi angka"),
    "pemantauan/triwulan": "pemantauan#Melihat alur",
    "pengaturan/cari": "pengaturan#Mengubah pengaturan",
    "pemeriksaan/menunggu": "pemeriksaan#Memeriksa angka",
    "pengguna/cari": "pengguna#Menambah pegawai",
    "pengguna/daftar_pegawai": "pengguna#Isian pegawai",
    "pengguna/tampilkan_ditutup": "pengguna#Pegawai tidak dihapus",
    **dict.fromkeys((f"penugasan/{name}" for name in ("triwulan", "unit", "pilih_semua")), "penugasan#Menugaskan"),
    "rencana_kinerja/tahun_rencana": "rencana_kinerja#Membuka tahun baru",
    "rencana_kinerja/target": "rencana_kinerja#Target",
    "rencana_kinerja/versi": "rencana_kinerja#Perubahan",
}
"""By object name, that of its tab before it where several tabs have one; that of a setting is its group."""

_PERSON, _SIGNED = "pengguna#Isian pegawai", "cetak#Menetapkan"
_NOTE, _HELPERS, _FORM = "pemeriksaan#Memberi catatan", "sandi#Lupa sandi", "paket#Paket Unggah"
IN_DIALOG: Mapping[str, Mapping[str, str]] = {
    "ApproveDialog": {
        "bukti": "pemeriksaan#Memeriksa angka",
        "wajar": "istilah#Kategori",
        "faktor": "lembar_kerja#Faktor dan tindak lanjut",
    },
    "HelpDialog": {
        "lewat_lembar": "sandi#Bila dua pejabat tidak ada",
        **dict.fromkeys(("dua_pejabat", "penolong_1", "penolong_2"), _HELPERS),
    },
    "PersonDialog": dict.fromkeys(("pangkat", "status", "seksi"), _PERSON),
    "ReturnDialog": dict.fromkeys(("catatan_untuk", "isi_catatan"), _NOTE),
    "SuccessionDialog": {"pengguna_serah": "pengguna#Membuat akun"},
    "UploadFormDialog": dict.fromkeys(("tabel_isian", "tabel_berkas"), _FORM),
}
"""By class of a dialog and object name of a field in it, where its title or class would tell of the whole alone."""
OF_FIELD: Mapping[str, str] = {
    "Alasan pengecualian": "pemeriksaan#Laporan Anda sendiri",
    "Sandi Anda": "sandi#Sandi ditanya lagi",
    **dict.fromkeys(("Sandi pejabat kedua", "Pejabat kedua"), "pengguna#Peran diberikan dua orang"),
    **dict.fromkeys(("Nama dan gelar", "NIP", "Jabatan", "Peran", "Penugasan", "Mulai", "Sampai"), _PERSON),
    **dict.fromkeys(("Nomor surat", "Tanggal surat", "Tempat", "Penanda tangan"), _SIGNED),
    "Ukuran kertas": "cetak#Ukuran kertas salah",
    **dict.fromkeys(("Tanggal bukti", "Alasan tanggal bukti"), "bukti#Tanggal bukti"),
    "Tidak ada data karena": "lembar_kerja#Tidak ada data",
    "Kata pada lembar pemulihan": "lembar_pemulihan#Salah ketik kata",
    "Cari arsip": "arsip#Mencari dokumen",
    "Saring daftar ini": "kotak_tugas#Mencari tugas",
    "Ramadan, hari pertama": "kalender#Ramadan",
    "Ramadan, hari terakhir": "kalender#Ramadan",
}
"""By accessible name of a field, which is the label above it."""

OF_TITLE: Mapping[str, str] = {
    "Akhiri Indikator": "rencana_kinerja#Mengakhiri indikator",
    "Bandingkan Versi": "rencana_kinerja#Perubahan",
    "Beri Alasan": "lembar_kerja#Peringatan",
    "Berita Acara Uji Pemulihan": "cadangan#Menguji cadangan",
    "Buka Kembali": "laporan_triwulan#Membuka kembali",
    "Buka Tahun": "rencana_kinerja#Membuka tahun baru",
    "Daftar Tombol": "jendela#Bantuan",
    "Ekspor Lengkap": "paket#Ekspor Lengkap",
    "Ekspor Bukti Dukung": "pemantauan#Mengekspor bukti",
    "Hapus Indikator": "rencana_kinerja#Mengakhiri indikator",
    "Kantor Latihan": "mulai#Berlatih",
    "Jam komputer mundur": "listrik_padam#Jam komputer salah",
    "Isian belum tersimpan": "jendela#Baris bawah",
    "Keluar": "masuk#Keluar",
    "Kenali Pindaian": "arsip#Pindaian lembar bertanda tangan",
    "Keterangan Tanda": "lembar_kerja#Peringatan",
    "Laporan Sudah Berganti": "pemeriksaan#Laporan sudah berganti",
    "Lembar Pemulihan": "lembar_pemulihan#Membuat lembar",
    "Paket Bukti LKE": "paket#Paket Bukti LKE",
    "Paket Unggah": "paket#Paket Unggah",
    "Periksa Dokumen": "periksa_dokumen",
    "Perjanjian Kinerja Perubahan": "rencana_kinerja#Perubahan",
    "Printer tidak menjawab": "cetak#Printer tidak menjawab",
    "Riwayat Lengkap": "istilah#Berkas",
    "Susun Tanpa Semua Seksi": "laporan_triwulan#Seksi yang belum menyerahkan",
    "Tempat Simpan": "arsip#Tempat simpan",
    "Terapkan Tanpa Peran": "impor#Baris yang memberi peran",
    "Tetapkan": "istilah#Tetapkan",
    "Ubah Indikator": "rencana_kinerja#Kartu indikator",
}
"""Dialogs without a class of their own."""

OF_CLASS: Mapping[str, str] = {
    # around the pages
    "Header": "jendela#Kepala jendela",
    "HeaderSearch": "jendela#Mencari",
    "TabBand": "jendela#Tab",
    "StatusBar": "jendela#Baris bawah",
    "FilterLine": "jendela#Daftar",
    "LoginPage": "masuk#Masuk",
    "FirstStartPage": "mulai#Pertama kali dibuka",
    "AdminForm": "mulai#Pertama kali dibuka",
    "BringInPage": "pemulihan#Di komputer lain atau sesudah data hilang",
    "OwnPasswordDialog": "sandi#Mengganti sandi",
    "HelpDialog": "sandi#Lupa sandi",
    "CodeDialog": "sandi#Lupa sandi",
    "_PasswordDialog": "sandi#Sandi ditanya lagi",
    "UpdateDialog": "pembaruan#Memeriksa pembaruan",
    "BrokenPage": "bantuan_teknis#Kesalahan program",
    "BugDialog": "bantuan_teknis#Kesalahan program",
    # parts of pages
    "PreviewPanel": "kotak_tugas#Mengerjakan tugas",
    "SlipPanel": "penugasan#Menugaskan",
    "OrderCard": "disposisi#Meneruskan kepada analis",
    "SharingList": "disposisi#Meneruskan kepada analis",
    "FigurePanel": "lembar_kerja#Faktor dan tindak lanjut",
    "WarningCard": "lembar_kerja#Peringatan",
    "FormulaCard": "istilah#Capaian",
    "NotesToRepair": "istilah#Pengembalian",
    "GridView": "lembar_kerja#Mengisi angka",
    "WordsView": "laporan_seksi#Menulis uraian",
    "HandOverFooter": "laporan_seksi#Menyerahkan laporan",
    "ReportScreen": "pemeriksaan#Memeriksa angka",
    "ReviewPanel": "pemeriksaan#Memberi catatan",
    "DecisionFooter": "pemeriksaan#Menyetujui",
    "FlowView": "pemantauan#Melihat alur",
    "MatrixView": "pemantauan#Waktu per langkah",
    "BarsView": "pemantauan#Capaian",
    "ChartStage": "pemantauan#Capaian",
    "CardsView": "rencana_kinerja#Kartu indikator",
    "EditTable": "rencana_kinerja#Daftar",
    "FindingsView": "rencana_kinerja#Periksa Rencana",
    "HistoryView": "rencana_kinerja#Daftar",
    "ImportPage": "impor#Mengimpor",
    "ResultView": "impor#Kesalahan",
    "ReportEditor": "laporan_triwulan#Menyusun",
    "FindingsList": "laporan_triwulan#Kalimat perlu dibaca ulang",
    "RecommendationsView": "laporan_triwulan#Rekomendasi",
    "ReportPreview": "cetak#Menetapkan",
    "PdfPages": "cetak#Membaca halaman",
    "MakingPage": "dokumen#Membuat",
    "PacketsPage": "paket",
    "UploadPane": "paket#Paket Unggah",
    "LkePane": "paket#Paket Bukti LKE",
    "ExportPane": "paket#Ekspor Lengkap",
    "PersonPanel": "pengguna#Membuat akun",
    "MonthsView": "kalender#Mencocokkan hari libur",
    "CalendarPanel": "kalender#Mencocokkan hari libur",
    "PictureField": "pengaturan#Kantor",
    "StateChips": "cadangan#Seberapa sering",
    "DocumentCard": "periksa_dokumen#Memeriksa kertas",
    "DataCard": "keutuhan#Memeriksa",
    # dialogs
    "AccountDialog": "pengguna#Membuat akun",
    "AppearanceDialog": "jendela#Besar tulisan dan warna",
    "ApproveDialog": "pemeriksaan#Menyetujui",
    "CloseDialog": "pengguna#Pejabat berganti",
    "DamagedDialog": "listrik_padam#Isian rusak",
    "DayDialog": "kalender#Mencocokkan hari libur",
    "DraftPapersDialog": "cetak#Pratinjau sebelum langkah SOP",
    "EvidenceDialog": "bukti#Menambah bukti",
    "EvidenceViewer": "bukti#Melihat dan menghapus",
    "FiledPaperDialog": "cetak#Mencetak",
    "ForewarningDialog": "cetak#Yang perlu dilihat",
    "GoOnDialog": "keutuhan#Ada yang tidak cocok",
    "MoveDialog": "pindah_komputer#Langkahnya",
    "MeetingView": "pemantauan#Menampilkan di rapat",
    "NoDataDialog": "lembar_kerja#Tidak ada data",
    "LostMarkDialog": "keutuhan#Tanda riwayat hilang",
    "PersonDialog": "pengguna#Menambah pegawai",
    "PlaceDialog": "cadangan#Mencadangkan ke flashdisk",
    "PaperDialog": "cetak#Mencetak",
    "RestoreDialog": "pemulihan#Di komputer yang sama",
    "ReturnBahanDialog": "laporan_seksi#Mengembalikan bahan",
    "ReturnDialog": "pemeriksaan#Mengembalikan",
    "SecondDialog": "pengguna#Peran diberikan dua orang",
    "SeksiDialog": "pengguna#Seksi",
    "SheetDialog": "lembar_pemulihan#Membuat lembar",
    "SheetPaper": "lembar_pemulihan#Membuat lembar",
    "SheetQuestion": "lembar_pemulihan",
    "SheetsDialog": "cetak#Dua lembar per kertas",
    "SlipChoiceDialog": "cetak#Dua lembar per kertas",
    "SlipDialog": "cetak#Mencetak",
    "SuccessionDialog": "pengguna#Serah terima petugas",
    "TakeBackDialog": "penugasan#Menarik tugas",
    "TrashDialog": "jendela#Mengurungkan dan memulihkan",
    "UploadFormDialog": "paket#Paket Unggah",
    "WorkbookDialog": "lembar_kerja_excel#Membaca kembali",
}
"""By class: parts of pages, and dialogs."""

_PAGES_OF_TWO = frozenset({"GridView", "EditTable"})
"""Grids that several tabs share: the place of the tab goes before theirs unless it is the tab that they tell of."""


def place_of(widget: QWidget | None, tab: str = "") -> Tempat:
    """The place for what has the focus; ``tab`` is the key of the tab in front, where a page is shown."""
    page = TABS.get(tab)
    for one in _around(widget):
        name = one.objectName()
        told = _of_setting(one) or _in_dialog(one) or OF_NAME.get(f"{tab}/{name}") or OF_NAME.get(name)
        told = told or OF_FIELD.get(one.accessibleName())
        told = told or _of_dialog(one) or OF_CLASS.get(type(one).__name__)
        if told is None:
            continue
        place = Tempat.read(told)
        if type(one).__name__ not in _PAGES_OF_TWO or page is None or place.subjek == tab:
            return place
    return START if page is None else Tempat(tab)


def focused() -> QWidget | None:
    """What the person is at: the focus, else the window in front."""
    return QApplication.focusWidget() or QApplication.activeWindow()


def _of_setting(widget: QWidget) -> str | None:
    setelan = BY_KEY.get(widget.objectName())
    return None if setelan is None else f"pengaturan#{setelan.kelompok.value}"


def _in_dialog(widget: QWidget) -> str | None:
    return IN_DIALOG.get(type(widget.window()).__name__, {}).get(widget.objectName())


def _of_dialog(widget: QWidget) -> str | None:
    return OF_TITLE.get(widget.windowTitle()) if isinstance(widget, Dialog) else None


def _around(widget: QWidget | None) -> Iterator[QWidget]:
    """The widget and what holds it, up to its window; a dialog's own window lies behind it and is asked last."""
    while widget is not None:
        yield widget
        widget = widget.parentWidget()
