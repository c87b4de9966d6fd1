"""Frozen report objects: what one paper says, every figure final.

PDF, DOCX and XLSX writers take these and compute nothing, so papers cannot disagree. They are built by
``services`` from approved copies. To add a paper: its dataclass here, its builder in ``services``, one
writer per format in ``documents``.
"""

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from kinerja_desktop.domain.frozen import LATER
from kinerja_desktop.domain.indikator import Tingkat
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.pegawai import Instansi
from kinerja_desktop.domain.triwulan import Triwulan

TANPA_IKU = "Indikator Kinerja Utama belum ditandai pada rencana kinerja."
TANPA_RENSTRA = "Target akhir Renstra belum dicatat pada rencana kinerja."
TANPA_LANGKAH = "Langkah perbaikan belum ditetapkan karena tidak ada tindak lanjut yang dicatat unit kerja."
TANPA_ANALISIS = "Unit kerja belum menulis faktor dan tindak lanjut pada triwulan ini."
"""What stands where a table would be empty."""
PERJANJIAN_DI_BAB_II = "Target dan anggaran dalam perjanjian ini disajikan pada BAB II bagian C."


class Kosong(Enum):
    """How an absent figure is printed: none by rule, or data that is still missing."""

    TIDAK_BERLAKU = "-"
    BELUM_ADA = "n/a"


@dataclass(frozen=True, slots=True)
class Angka:
    """A figure ready for print. ``teks`` replaces it where a predicate is meant ("BB")."""

    nilai: Decimal | None
    desimal: int = 2
    kosong: Kosong = Kosong.TIDAK_BERLAKU
    teks: str | None = None
    lengkap: bool = True


@dataclass(frozen=True, slots=True)
class Penandatangan:
    """Who signs, frozen at the date of the paper. ``baris_jabatan`` are printed as they stand."""

    baris_jabatan: tuple[str, ...]
    nama: str
    pangkat: str | None = None
    nip: str | None = None


@dataclass(frozen=True, slots=True)
class Naskah:
    """What every paper has in common.

    ``nomor`` None with ``pola_nomor`` "000.7.2.8/{}/KEC-KLR/VII/2026" prints free width for the hand.
    ``tanggal`` None with ``bulan_tahun`` prints a blank day, without it a line for the whole date. ``draf``: no
    number, no code, watermark, ``kekurangan`` boxed above the title. ``paraf``: whose initials a box below the
    signature asks for. ``kode`` is the check code printed in the code zone; ``isi_qr`` what the QR beside it says, in
    capitals, digits and " $%*+-./:" alone (None: code, number and name of the paper).
    """

    instansi: Instansi
    judul: str
    jenis: str
    tahun: int
    tempat: str
    tanggal: date | None
    bulan_tahun: str
    nomor: str | None = None
    pola_nomor: str = ""
    versi: int = 1
    kode: str | None = None
    isi_qr: str | None = None
    draf: bool = False
    latihan: bool = False
    dicetak: datetime | None = None
    kertas: Kertas = Kertas.F4
    kekurangan: tuple[str, ...] = ()
    catatan_kalender: str | None = None
    paraf: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KotakAngka:
    """One of the big figures at the top of a report, with its words below."""

    angka: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class Batang:
    """One bar of a chart: ``tercapai`` full, else hatched; ``nilai`` None is not measured.

    ``rata_rata``: a mean of a sasaran, which is 100 or more but reaches no target.
    """

    label: str
    nilai: Decimal | None
    tercapai: bool
    rata_rata: bool = False


@dataclass(frozen=True, slots=True)
class BarisCapaian:
    """One indikator in a table of capaian; quarter figures are empty in the annual table.

    ``catatan`` are the numbers of footnotes raised at the name, ``target_murni`` the year's first target where a
    Perjanjian Kinerja Perubahan set another.
    """

    no: str
    kode: str
    nama: str
    satuan: str
    target_tahun: Angka
    target: Angka
    realisasi: Angka
    capaian: Angka
    target_sd: Angka
    realisasi_sd: Angka
    capaian_sd: Angka
    kategori: str
    penanggung_jawab: str
    catatan: tuple[int, ...] = ()
    target_murni: Angka | None = None


def agreed_target(line: BarisCapaian) -> Angka:
    """What an agreement promises: the target measured against, else that of the year."""
    return line.target if line.target.nilai is not None else line.target_tahun


@dataclass(frozen=True, slots=True)
class KelompokCapaian:
    """A sasaran (or a higher level) with its rows, mean and kategori."""

    judul: str
    rata_rata: Angka
    kategori: str
    baris: tuple[BarisCapaian, ...]


@dataclass(frozen=True, slots=True)
class TabelCapaian:
    """Groups, the office's mean (with its own label) and the footnotes in the fixed order."""

    kelompok: tuple[KelompokCapaian, ...]
    label_rata_rata: str
    rata_rata: Angka
    kategori: str
    catatan_kaki: tuple[str, ...]
    sumber: str


@dataclass(frozen=True, slots=True)
class BarisUang:
    """One budget line; rupiah without decimals unless given, ``serapan`` in per cent."""

    kode: str
    tingkat: Tingkat | None
    uraian: str
    pagu: Angka
    realisasi: Angka
    serapan: Angka


@dataclass(frozen=True, slots=True)
class TabelUang:
    """Budget lines with their total; ``catatan`` tells how totals are made and what is missing."""

    baris: tuple[BarisUang, ...]
    jumlah: BarisUang
    catatan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BarisAnalisis:
    """Words of a seksi about one indikator."""

    no: str
    nama: str
    faktor_pendukung: str
    faktor_penghambat: str
    tindak_lanjut: str
    tindak_lanjut_lalu: str = ""


@dataclass(frozen=True, slots=True)
class Rekomendasi:
    """One recommendation: verb first; who and until when."""

    teks: str
    penanggung_jawab: str
    batas_waktu: str


@dataclass(frozen=True, slots=True)
class BarisSeksi:
    """One seksi's report as annexed: which version was used, approved when and by whom."""

    seksi: str
    versi: int | None
    disetujui: str
    pemeriksa: str
    pengembalian: int
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class BarisBukti:
    """One piece of evidence in the list that is annexed; ``kode`` begins the digest of a stored file.

    ``peringatan`` says what is to be looked at in its day.
    """

    no: str
    nama: str
    jenis: str
    indikator: str
    seksi: str
    tanggal: str = ""
    kode: str = ""
    peringatan: str = field(default="", metadata=LATER)


@dataclass(frozen=True, slots=True)
class BarisWaktu:
    """Times of one seksi: texts of steps 1 to 5 with marks of lateness, returns, result.

    ``jadwal``: the row of the plan, not of a seksi; it is printed first and has no number. ``lewat``: the result
    lies after the plan.
    """

    seksi: str
    langkah: tuple[str, ...]
    terlambat: tuple[bool, ...]
    kembali: int
    hasil: str
    jadwal: bool = False
    lewat: bool = False


@dataclass(frozen=True, slots=True)
class BarisLaporanTriwulan:
    """Step 6 of a triwulan or of the year against its norm (from the day on which all was there) and against the plan.

    ``lewat``: norm or plan was passed.
    """

    nama: str
    norma: str
    diterima: str
    batas: str
    jadwal: str
    selesai: str
    hasil: str
    lewat: bool


@dataclass(frozen=True, slots=True)
class WaktuTriwulan:
    """Times of all seksi in one triwulan."""

    triwulan: str
    baris: tuple[BarisWaktu, ...]


@dataclass(frozen=True, slots=True)
class LaporanTriwulan:
    """The quarterly report (SOP step 6), chapters I to VII and lampiran."""

    naskah: Naskah
    triwulan: Triwulan
    pendahuluan: tuple[str, ...]
    kotak: tuple[KotakAngka, ...]
    ikhtisar: tuple[str, ...]
    batang: tuple[Batang, ...]
    pengantar_capaian: tuple[str, ...]
    capaian: TabelCapaian
    pengantar_anggaran: tuple[str, ...]
    anggaran: TabelUang
    analisis: tuple[BarisAnalisis, ...]
    rekomendasi: tuple[Rekomendasi, ...]
    penutup: tuple[str, ...]
    penandatangan: Penandatangan
    seksi: tuple[BarisSeksi, ...]
    bukti: tuple[BarisBukti, ...]
    waktu: tuple[BarisWaktu, ...]
    pengantar_analisis: tuple[str, ...] = ()
    teks_waktu: tuple[str, ...] = ()
    pengantar_rekomendasi: tuple[str, ...] = ()

    @property
    def menindaklanjuti(self) -> bool:
        """Whether anything is said of the follow-ups of the triwulan before; the first one of a year has none."""
        return any(line.tindak_lanjut_lalu.strip("- ") for line in self.analisis)


@dataclass(frozen=True, slots=True)
class BarisPegawai:
    """A unit or a golongan with its counts, in the order of the heads."""

    uraian: str
    jumlah: tuple[Angka, ...]


@dataclass(frozen=True, slots=True)
class TabelPegawai:
    """People of the office, counted; ``kepala`` names the first column and the counts. The last row is the total."""

    judul: str
    kepala: tuple[str, ...]
    baris: tuple[BarisPegawai, ...]
    sumber: str


@dataclass(frozen=True, slots=True)
class Bagian:
    """A titled stretch of text, every string one paragraph, and the tables below it."""

    judul: str
    paragraf: tuple[str, ...]
    tabel: tuple[TabelPegawai, ...] = ()


@dataclass(frozen=True, slots=True)
class BarisRenstra:
    """One row of the Renstra and IKU tables of BAB II."""

    no: str
    sasaran: str
    indikator: str
    satuan: str
    target_renstra: Angka
    tahun_renstra: str
    alasan: str
    sumber_data: str
    penanggung_jawab: str


@dataclass(frozen=True, slots=True)
class BarisRencanaAksi:
    """One row of the Rencana Aksi: the year's target and its four quarters.

    What is done, the budget lines for it and their money stand on the paper of its own alone.
    """

    no: str
    nama: str
    satuan: str
    target_tahun: Angka
    triwulan: tuple[Angka, Angka, Angka, Angka]
    penanggung_jawab: str
    aksi: str = "-"
    program: str = "-"
    anggaran: Angka = Angka(None)


@dataclass(frozen=True, slots=True)
class RencanaAksi:
    """Rows of the Rencana Aksi below their sasaran."""

    sasaran: str
    baris: tuple[BarisRencanaAksi, ...]


@dataclass(frozen=True, slots=True)
class TitikTahun:
    """One year of a trend; absent figures leave a gap.

    ``putus``: another indikator measured the year before, so no line leads from there.
    """

    tahun: int
    target: Angka
    realisasi: Angka
    capaian: Angka
    putus: bool = field(default=False, metadata=LATER)


@dataclass(frozen=True, slots=True)
class BarisPembanding:
    """An indikator against something else: Renstra end or a national figure.

    ``pembanding``, ``hasil`` (capaian or selisih) and ``sisa`` carry their own emptiness.
    """

    no: str
    nama: str
    satuan: str
    realisasi: Angka
    pembanding: Angka
    hasil: Angka
    sisa: Angka
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class TrenIndikator:
    """An indikator over the years and over this year's quarters, with its chart words."""

    no: str
    nama: str
    satuan: str
    makin_rendah: bool
    tahun: tuple[TitikTahun, ...]
    perubahan: tuple[str, str, str]
    triwulan: tuple[Angka, ...]
    target_triwulan: tuple[Angka, ...]
    keterangan_triwulan: str
    sumber: str

    @property
    def bergrafik(self) -> bool:
        """Whether a chart of it is drawn: quarters or two years show it move, and not all is nought."""
        years = [y.realisasi for y in self.tahun if y.realisasi.nilai is not None]
        figures = (*years, *(y.target for y in self.tahun), *self.triwulan)
        says_something = any(f.nilai is not None and f.nilai != 0 for f in figures)
        return bool(self.tahun) and (self.ada_triwulan or len(years) > 1) and says_something

    @property
    def bertahun(self) -> bool:
        """Whether the years are drawn: one of them alone would be a mark without a line."""
        return sum(y.realisasi.nilai is not None or y.target.nilai is not None for y in self.tahun) > 1

    @property
    def ada_triwulan(self) -> bool:
        """Whether any quarter has a realisasi."""
        return any(value.nilai is not None for value in self.triwulan)


@dataclass(frozen=True, slots=True)
class Efisiensi:
    """Capaian against absorption of one sasaran, in points; guarded below 100 per cent."""

    no: str
    sasaran: str
    capaian: Angka
    serapan: Angka
    tingkat: Angka
    keterangan: str


@dataclass(frozen=True, slots=True)
class AnalisisSasaran:
    """The seven analyses of PermenPANRB 53/2014 Lampiran II for one sasaran, in their order.

    A level below the program is told in short: its opening alone.
    """

    judul: str
    pengantar: tuple[str, ...]
    target_realisasi: tuple[str, ...] = ()
    tren: tuple[TrenIndikator, ...] = ()
    teks_tren: tuple[str, ...] = ()
    renstra: tuple[BarisPembanding, ...] = ()
    teks_renstra: tuple[str, ...] = ()
    pembanding: tuple[BarisPembanding, ...] = ()
    teks_pembanding: tuple[str, ...] = ()
    penyebab: tuple[str, ...] = ()
    efisiensi: tuple[Efisiensi, ...] = ()
    teks_efisiensi: tuple[str, ...] = ()
    program: tuple[BarisUang, ...] = ()
    teks_program: tuple[str, ...] = ()

    @property
    def ringkas(self) -> bool:
        """Whether the opening is all that is told; one whose words were emptied by hand still has its tables."""
        told = (f.name for f in fields(self) if f.name not in {"judul", "pengantar"})
        return not any(getattr(self, name) for name in told)


@dataclass(frozen=True, slots=True)
class PernyataanReviu:
    """The statement that the report was reviewed; ``subjudul`` stands below the title."""

    naskah: Naskah
    subjudul: tuple[str, ...]
    paragraf: tuple[str, ...]
    penandatangan: Penandatangan


@dataclass(frozen=True, slots=True)
class Pihak:
    """A party of an agreement: as the text names it and as it signs."""

    nama: str
    jabatan: str
    tanda_tangan: Penandatangan


@dataclass(frozen=True, slots=True)
class SalinanPerjanjian:
    """The statement of a fixed Perjanjian Kinerja as a report binds it in."""

    naskah: Naskah
    pembuka: str
    pertama: Pihak
    kedua: Pihak
    pernyataan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BarisPengukuran:
    """One indikator with target and realisasi of each triwulan and of the year."""

    no: str
    nama: str
    satuan: str
    target_tahun: Angka
    target: tuple[Angka, Angka, Angka, Angka]
    realisasi: tuple[Angka, Angka, Angka, Angka]
    realisasi_tahun: Angka
    capaian: Angka


@dataclass(frozen=True, slots=True)
class KelompokPengukuran:
    """Rows of the measuring of a year below their sasaran."""

    judul: str
    baris: tuple[BarisPengukuran, ...]


@dataclass(frozen=True, slots=True)
class Lkjip:
    """The annual report (SOP step 6), cover to lampiran.

    ``waktu`` are the times of TW IV, ``waktu_sebelum`` those of the quarters before, ``waktu_laporan`` the times of the
    reports themselves; ``pernyataan_reviu`` and ``perjanjian_terikat`` are bound in once they were fixed. ``capaian``
    holds the levels that BAB III analyses, ``pengukuran`` all. ``rencana_aksi`` is printed in BAB II where
    ``teks_rencana_aksi`` does not point at the lampiran.
    """

    naskah: Naskah
    subjudul_sampul: str
    kata_pengantar: tuple[str, ...]
    ikhtisar: tuple[str, ...]
    pendahuluan: tuple[Bagian, ...]
    pengantar_perencanaan: tuple[str, ...]
    renstra: tuple[BarisRenstra, ...]
    iku: tuple[BarisRenstra, ...]
    perjanjian: tuple[KelompokCapaian, ...]
    anggaran_perjanjian: TabelUang
    rencana_aksi: tuple[RencanaAksi, ...]
    pengantar_capaian: tuple[str, ...]
    capaian: TabelCapaian
    teks_capaian: tuple[str, ...]
    batang: tuple[Batang, ...]
    sasaran: tuple[AnalisisSasaran, ...]
    teks_anggaran: tuple[str, ...]
    anggaran: TabelUang
    kesimpulan: tuple[str, ...]
    langkah_perbaikan: tuple[Rekomendasi, ...]
    penutup: tuple[str, ...]
    penandatangan: Penandatangan
    seksi: tuple[BarisSeksi, ...]
    waktu: tuple[BarisWaktu, ...]
    bukti: tuple[BarisBukti, ...] = ()
    rencana_aksi_lampiran: tuple[RencanaAksi, ...] = ()
    pernyataan_reviu: PernyataanReviu | None = None
    waktu_sebelum: tuple[WaktuTriwulan, ...] = ()
    waktu_laporan: tuple[BarisLaporanTriwulan, ...] = ()
    teks_waktu: tuple[str, ...] = ()
    teks_langkah: tuple[str, ...] = ()
    teks_rencana_aksi: tuple[str, ...] = field(default=(), metadata=LATER)
    pengukuran: tuple[KelompokPengukuran, ...] = field(default=(), metadata=LATER)
    perjanjian_terikat: SalinanPerjanjian | None = field(default=None, metadata=LATER)

    @property
    def bergambar(self) -> bool:
        """Whether any chart is drawn."""
        return bool(self.batang) or any(trend.bergrafik for analysis in self.sasaran for trend in analysis.tren)


@dataclass(frozen=True, slots=True)
class LembarDisposisi:
    """The slip of step 1 or 2: who orders whom to do what until when."""

    naskah: Naskah
    langkah: int
    surat_dari: str
    nomor_surat: str
    tanggal_surat: date
    diterima: date
    nomor_agenda: str
    sifat: str
    hal: str
    diteruskan: tuple[tuple[str, bool], ...]
    harap: tuple[tuple[str, bool], ...]
    indikator: tuple[str, ...]
    batas_waktu: str
    catatan: str
    penandatangan: Penandatangan


@dataclass(frozen=True, slots=True)
class BarisBahan:
    """One indikator as the analyst hands it over; ``bukti`` counts its pieces of evidence in words."""

    no: str
    nama: str
    satuan: str
    target: Angka
    realisasi: Angka
    sumber_data: str
    bukti: str


@dataclass(frozen=True, slots=True)
class BarisPemeriksaan:
    """What was examined: what it is about, what the report said, why it came back where it did."""

    no: str
    nama: str
    isi: str
    alasan: str
    satuan: str = field(default="", metadata=LATER)


@dataclass(frozen=True, slots=True)
class LaporanDisposisi:
    """The paper of step 5: approved and where it goes, or returned and why."""

    naskah: Naskah
    seksi: str
    triwulan: Triwulan
    hasil: str
    disetujui: bool
    pengembalian_ke: int
    pembuka: tuple[str, ...]
    baris: tuple[BarisPemeriksaan, ...]
    penutup: tuple[str, ...]
    pemeriksa: Penandatangan
    penerima: Penandatangan


@dataclass(frozen=True, slots=True)
class BahanLaporan:
    """The paper of step 3: figures and evidence as the analyst hands them over."""

    naskah: Naskah
    seksi: str
    triwulan: Triwulan
    pembuka: tuple[str, ...]
    baris: tuple[BarisBahan, ...]
    bukti: tuple[BarisBukti, ...]
    catatan: str
    penyerah: Penandatangan
    penerima: Penandatangan
    keterangan: tuple[str, ...] = field(default=(), metadata=LATER)
    """What is said of single figures: the raw ones, why there is none, why an odd one is right."""


@dataclass(frozen=True, slots=True)
class LaporanSeksi:
    """The paper of step 4: a seksi's Laporan Data Kinerja."""

    naskah: Naskah
    seksi: str
    triwulan: Triwulan
    dasar: tuple[str, ...]
    capaian: TabelCapaian
    analisis: tuple[BarisAnalisis, ...]
    bukti: tuple[BarisBukti, ...]
    uraian: tuple[str, ...]
    penyusun: Penandatangan
    menyetujui: Penandatangan
