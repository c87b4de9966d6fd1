"""Every table of the office as SQLAlchemy Core metadata; field names of the records are column names.

Neutral SQL only. Made and changed by ``migrations`` alone: a test holds both equal. To change a table: edit it here
and add a migration. References are checked at commit, so the order of writing within a unit is free.
"""

from decimal import Decimal

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from kinerja_desktop.domain.indikator import Akumulasi, Faktor, Polaritas, Rumus, Tingkat
from kinerja_desktop.domain.kalender import JenisLibur
from kinerja_desktop.domain.pegawai import Penugasan, StatusPegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Jenis, Langkah, Status
from kinerja_desktop.storage.column_types import (
    BuktiText,
    DateText,
    DecimalText,
    EnumsText,
    EnumText,
    JsonText,
    MomentText,
    TextsText,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _refers(target: str) -> ForeignKey:
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


# --- history -----------------------------------------------------------------------------------

journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("list_id", Text, nullable=False),
    Column("act_no", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("action", Text),
    Column("oleh", Text, nullable=False),
    Column("nama", Text, nullable=False),
    Column("jabatan", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("pada_teks", Text, nullable=False),
    Column("revisi_sop", Text, nullable=False),
    Column("schema", Integer, nullable=False),
    Column("payload", Text, nullable=False),
    Column("prev_list", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("prev_office", Text, nullable=False),
    Column("office", Text, nullable=False),
    UniqueConstraint("list_id", "act_no"),
    Index(None, "kind", "seq"),
    Index(None, "oleh", "seq"),
)

cases = Table(
    "cases",
    metadata,
    Column("id", Text, primary_key=True),
    Column("jenis", EnumText(Jenis), nullable=False),
    Column("tahun", Integer, nullable=False),
    Column("triwulan", Integer),
    Column("seksi", Text),
    Column("status", EnumText(Status), nullable=False),
    Column("desk", EnumText(Role)),
    Column("langkah", EnumText(Langkah)),
    Column("sejak", MomentText),
    Column("versi", Integer, nullable=False),
    Column("laporan_ke", Integer, nullable=False),
    Column("pengembalian", Integer, nullable=False),
    Column("pengembalian_bahan", Integer, nullable=False),
    Column("batas", MomentText),
    Column("revisi_sop", Text, nullable=False),
    Column("analis", TextsText, nullable=False),
    Column("subject", Text, nullable=False, unique=True),
    Index(None, "desk"),
    Index(None, "status"),
    Index(None, "tahun", "triwulan"),
)
"""``subject`` names kind, period and seksi in one text, for empty fields are never equal in a unique index."""

drafts = Table(
    "drafts",
    metadata,
    Column("case_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("isi", JsonText, nullable=False),
    Column("versi", Integer, nullable=False),
    Column("oleh", Text, nullable=False),
    Column("pada", MomentText, nullable=False),
    Column("sidik", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("case_id", "kind"),
)
"""``sidik``: see ``sealed``, which alone writes and reads this table and the next."""

reads = Table(
    "reads",
    metadata,
    Column("case_id", Text, _refers("cases.id"), nullable=False),
    Column("versi", Integer, nullable=False),
    Column("pegawai_id", Text, nullable=False),
    Column("pada", MomentText, nullable=False),
    Column("sidik", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("case_id", "versi", "pegawai_id"),
)

# --- contents that lists and grids read --------------------------------------------------------

isi = Table(
    "isi",
    metadata,
    Column("case_id", Text, _refers("cases.id"), primary_key=True),
    Column("catatan", Text, nullable=False),
    Column("uraian", Text, nullable=False),
    Column("perbaikan", TextsText, nullable=False),
)

isi_indikator = Table(
    "isi_indikator",
    metadata,
    Column("case_id", Text, _refers("isi.case_id"), nullable=False),
    Column("urutan", Integer, nullable=False),
    Column("kode", Text, nullable=False),
    Column("realisasi", DecimalText),
    Column("diketik", Text),
    Column("alasan_kosong", Text),
    Column("alasan_peringatan", Text),
    Column("faktor_pendukung", Text, nullable=False),
    Column("faktor_penghambat", Text, nullable=False),
    Column("tindak_lanjut", Text, nullable=False),
    Column("tindak_lanjut_lalu", Text, nullable=False),
    Column("bukti", BuktiText, nullable=False),
    Column("perbaikan", TextsText, nullable=False),
    Column("pembilang", DecimalText),
    Column("penyebut", DecimalText),
    Column("pembilang_diketik", Text),
    Column("penyebut_diketik", Text),
    PrimaryKeyConstraint("case_id", "urutan"),
)

# --- people ------------------------------------------------------------------------------------

seksi = Table(
    "seksi",
    metadata,
    Column("kode", Text, primary_key=True),
    Column("nama", Text, nullable=False),
    Column("urutan", Integer, nullable=False),
)

pegawai = Table(
    "pegawai",
    metadata,
    Column("id", Text, primary_key=True),
    Column("urutan", Integer, nullable=False),
    Column("nama", Text, nullable=False),
    Column("jabatan", Text, nullable=False),
    Column("peran", EnumsText(Role), nullable=False),
    Column("nip", Text),
    Column("status", EnumText(StatusPegawai), nullable=False),
    Column("pangkat", Text),
    Column("golongan", Text),
    Column("seksi", Text, _refers("seksi.kode")),
    Column("pengguna", Text),
    Column("mulai", DateText),
    Column("sampai", DateText),
    Column("penugasan", EnumText(Penugasan), nullable=False),
)

accounts = Table(
    "accounts",
    metadata,
    Column("pegawai_id", Text, _refers("pegawai.id"), primary_key=True),
    Column("pengguna", Text, nullable=False, unique=True),
    Column("sandi_hash", Text, nullable=False),
    Column("gagal", Integer, nullable=False),
    Column("tunggu_sampai", MomentText),
    Column("terakhir_masuk", MomentText),
    Column("gagal_pada", Integer),
    Column("kode_sampai", Integer),
)

# --- the office --------------------------------------------------------------------------------

settings = Table(
    "settings",
    metadata,
    Column("kunci", Text, primary_key=True),
    Column("teks", Text, nullable=False),
)

kalender_tahun = Table(
    "kalender_tahun",
    metadata,
    Column("tahun", Integer, primary_key=True, autoincrement=False),
    Column("ramadan_mulai", DateText),
    Column("ramadan_selesai", DateText),
    Column("dikonfirmasi", Boolean, nullable=False),
    Column("sumber", Text, nullable=False),
)

hari_libur = Table(
    "hari_libur",
    metadata,
    Column("tahun", Integer, _refers("kalender_tahun.tahun"), nullable=False),
    Column("urutan", Integer, nullable=False),
    Column("tanggal", DateText, nullable=False),
    Column("uraian", Text, nullable=False),
    Column("jenis", EnumText(JenisLibur), nullable=False),
    PrimaryKeyConstraint("tahun", "urutan"),
    UniqueConstraint("tahun", "tanggal"),
)

# --- the plan ----------------------------------------------------------------------------------


def _targets() -> tuple[Column[Decimal], ...]:
    names = ("target_tahun", "target_tw1", "target_tw2", "target_tw3", "target_tw4")
    return tuple(Column(name, DecimalText) for name in names)


rencana = Table(
    "rencana",
    metadata,
    Column("tahun", Integer, primary_key=True, autoincrement=False),
    Column("versi", Integer, nullable=False),
)

indikator = Table(
    "indikator",
    metadata,
    Column("tahun", Integer, _refers("rencana.tahun"), nullable=False),
    Column("urutan", Integer, nullable=False),
    Column("kode", Text, nullable=False),
    Column("nama", Text, nullable=False),
    Column("tingkat", EnumText(Tingkat), nullable=False),
    Column("sasaran", Text),
    Column("satuan", Text),
    Column("polaritas", EnumText(Polaritas), nullable=False),
    Column("akumulasi", EnumText(Akumulasi), nullable=False),
    Column("rumus", EnumText(Rumus), nullable=False),
    *_targets(),
    Column("seksi", Text),
    Column("iku", Boolean, nullable=False),
    Column("definisi", Text),
    Column("formulasi", Text),
    Column("sumber_data", Text),
    Column("frekuensi", Text),
    Column("penanggung_jawab", Text),
    Column("bukti_wajib", Boolean, nullable=False),
    Column("target_renstra", DecimalText),
    Column("tahun_renstra", Integer),
    Column("pembanding", DecimalText),
    Column("sumber_pembanding", Text),
    Column("komponen_pembilang", Text),
    Column("komponen_penyebut", Text),
    Column("komponen_faktor", EnumText(Faktor), nullable=False, server_default=Faktor.PERSEN.name),
    Column("aksi_tw1", Text),
    Column("aksi_tw2", Text),
    Column("aksi_tw3", Text),
    Column("aksi_tw4", Text),
    Column("tidak_dipakai_sejak", DateText),
    Column("alasan_tidak_dipakai", Text),
    Column("menggantikan", Text),
    PrimaryKeyConstraint("tahun", "urutan"),
    UniqueConstraint("tahun", "kode"),
)

sasaran = Table(
    "sasaran",
    metadata,
    Column("tahun", Integer, _refers("rencana.tahun"), nullable=False),
    Column("urutan", Integer, nullable=False),
    Column("teks", Text, nullable=False),
    Column("tujuan", Text),
    PrimaryKeyConstraint("tahun", "urutan"),
)

versi_rencana = Table(
    "versi_rencana",
    metadata,
    Column("tahun", Integer, _refers("rencana.tahun"), nullable=False),
    Column("urutan", Integer, nullable=False),
    Column("versi", Text, nullable=False),
    Column("berlaku_mulai", DateText, nullable=False),
    PrimaryKeyConstraint("tahun", "urutan"),
)

target_versi = Table(
    "target_versi",
    metadata,
    Column("tahun", Integer, _refers("rencana.tahun"), nullable=False),
    Column("versi_ke", Integer, nullable=False),
    Column("urutan", Integer, nullable=False),
    Column("kode", Text, nullable=False),
    *_targets(),
    PrimaryKeyConstraint("tahun", "versi_ke", "urutan"),
)

skala = Table(
    "skala",
    metadata,
    Column("tahun", Integer, _refers("rencana.tahun"), nullable=False),
    Column("urutan", Integer, nullable=False),
    Column("satuan", Text, nullable=False),
    Column("teks", Text, nullable=False),
    Column("nilai", DecimalText, nullable=False),
    PrimaryKeyConstraint("tahun", "urutan"),
)

riwayat = Table(
    "riwayat",
    metadata,
    Column("rencana_tahun", Integer, _refers("rencana.tahun"), nullable=False),
    Column("urutan", Integer, nullable=False),
    Column("kode", Text, nullable=False),
    Column("tahun", Integer, nullable=False),
    Column("target", DecimalText),
    Column("realisasi", DecimalText),
    Column("diimpor", Boolean, nullable=False),
    Column("indikator_lama", Text),
    PrimaryKeyConstraint("rencana_tahun", "urutan"),
)

anggaran = Table(
    "anggaran",
    metadata,
    Column("tahun", Integer, _refers("rencana.tahun"), nullable=False),
    Column("urutan", Integer, nullable=False),
    Column("kode", Text, nullable=False),
    Column("tingkat", EnumText(Tingkat), nullable=False),
    Column("uraian", Text, nullable=False),
    Column("pagu", DecimalText),
    Column("realisasi_tw1", DecimalText),
    Column("realisasi_tw2", DecimalText),
    Column("realisasi_tw3", DecimalText),
    Column("realisasi_tw4", DecimalText),
    Column("seksi", Text),
    Column("indikator", TextsText, nullable=False),
    PrimaryKeyConstraint("tahun", "urutan"),
)

sebutan = Table(
    "sebutan",
    metadata,
    Column("tahun", Integer, _refers("rencana.tahun"), nullable=False),
    Column("kode", Text, nullable=False),
    Column("teks", Text, nullable=False),
    PrimaryKeyConstraint("tahun", "kode"),
)

# --- papers ------------------------------------------------------------------------------------

papers = Table(
    "papers",
    metadata,
    Column("id", Text, primary_key=True),
    Column("case_id", Text),
    Column("jenis", Text, nullable=False),
    Column("judul", Text, nullable=False),
    Column("tahun", Integer, nullable=False),
    Column("triwulan", Integer),
    Column("seksi", Text),
    Column("nomor", Text),
    Column("tanggal", DateText),
    Column("kode", Text),
    Column("versi", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("halaman", Integer, nullable=False),
    Column("tempat_simpan", Text, nullable=False),
    Column("pindaian_sha256", Text),
    Column("dibuat", MomentText, nullable=False),
    Index(None, "case_id", "jenis"),
    Index(None, "kode"),
    Index(None, "sha256"),
    Index(None, "tahun", "jenis"),
)

numbers = Table(
    "numbers",
    metadata,
    Column("kunci", Text, primary_key=True),
    Column("nilai", Integer, nullable=False),
)
