"""The first shape: history, projections, people, the office, the plan, papers; and the guards of the journal.

Frozen as it was: later changes of ``tables`` are steps of their own.
"""

from alembic import op
from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _text_or_none(name: str) -> Column[str]:
    return Column(name, Text)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, autoincrement=False)


def _number_or_none(name: str) -> Column[int]:
    return Column(name, Integer)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


def _refers(name: str, column: str, target: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint([column], [target], name=name, initially="DEFERRED", deferrable=True)


FIRST = MetaData()

Table(
    "cases",
    FIRST,
    _text("id"),
    _text("jenis"),
    _number("tahun"),
    _number_or_none("triwulan"),
    _text_or_none("seksi"),
    _text("status"),
    _text_or_none("desk"),
    _text_or_none("langkah"),
    _text_or_none("sejak"),
    _number("versi"),
    _number("laporan_ke"),
    _number("pengembalian"),
    _number("pengembalian_bahan"),
    _text_or_none("batas"),
    _text("revisi_sop"),
    _text("analis"),
    _text("subject"),
    PrimaryKeyConstraint("id", name="pk_cases"),
    UniqueConstraint("subject", name="uq_cases_subject"),
    Index("ix_cases_desk", "desk"),
    Index("ix_cases_status", "status"),
    Index("ix_cases_tahun_triwulan", "tahun", "triwulan"),
)
Table(
    "drafts",
    FIRST,
    _text("case_id"),
    _text("kind"),
    _text("isi"),
    _number("versi"),
    _text("oleh"),
    _text("pada"),
    PrimaryKeyConstraint("case_id", "kind", name="pk_drafts"),
)
Table(
    "journal",
    FIRST,
    _number("seq"),
    _text("list_id"),
    _number("act_no"),
    _text("kind"),
    _text_or_none("action"),
    _text("oleh"),
    _text("nama"),
    _text("jabatan"),
    _text("role"),
    _text("pada_teks"),
    _text("revisi_sop"),
    _number("schema"),
    _text("payload"),
    _text("prev_list"),
    _text("hash"),
    _text("prev_office"),
    _text("office"),
    PrimaryKeyConstraint("seq", name="pk_journal"),
    UniqueConstraint("list_id", "act_no", name="uq_journal_list_id_act_no"),
    Index("ix_journal_kind_seq", "kind", "seq"),
    Index("ix_journal_oleh_seq", "oleh", "seq"),
)
Table(
    "kalender_tahun",
    FIRST,
    _number("tahun"),
    _text_or_none("ramadan_mulai"),
    _text_or_none("ramadan_selesai"),
    _flag("dikonfirmasi"),
    _text("sumber"),
    PrimaryKeyConstraint("tahun", name="pk_kalender_tahun"),
)
Table(
    "numbers",
    FIRST,
    _text("kunci"),
    _number("nilai"),
    PrimaryKeyConstraint("kunci", name="pk_numbers"),
)
Table(
    "papers",
    FIRST,
    _text("id"),
    _text_or_none("case_id"),
    _text("jenis"),
    _text("judul"),
    _number("tahun"),
    _number_or_none("triwulan"),
    _text_or_none("seksi"),
    _text_or_none("nomor"),
    _text_or_none("tanggal"),
    _text_or_none("kode"),
    _number("versi"),
    _text("status"),
    _text("sha256"),
    _number("halaman"),
    _text("tempat_simpan"),
    _text_or_none("pindaian_sha256"),
    _text("dibuat"),
    PrimaryKeyConstraint("id", name="pk_papers"),
    Index("ix_papers_case_id_jenis", "case_id", "jenis"),
    Index("ix_papers_kode", "kode"),
    Index("ix_papers_sha256", "sha256"),
    Index("ix_papers_tahun_jenis", "tahun", "jenis"),
)
Table(
    "rencana",
    FIRST,
    _number("tahun"),
    _number("versi"),
    PrimaryKeyConstraint("tahun", name="pk_rencana"),
)
Table(
    "seksi",
    FIRST,
    _text("kode"),
    _text("nama"),
    _number("urutan"),
    PrimaryKeyConstraint("kode", name="pk_seksi"),
)
Table(
    "settings",
    FIRST,
    _text("kunci"),
    _text("teks"),
    PrimaryKeyConstraint("kunci", name="pk_settings"),
)
Table(
    "anggaran",
    FIRST,
    _number("tahun"),
    _number("urutan"),
    _text("kode"),
    _text("tingkat"),
    _text("uraian"),
    _text_or_none("pagu"),
    _text_or_none("realisasi_tw1"),
    _text_or_none("realisasi_tw2"),
    _text_or_none("realisasi_tw3"),
    _text_or_none("realisasi_tw4"),
    _text_or_none("seksi"),
    _text("indikator"),
    _refers("fk_anggaran_tahun", "tahun", "rencana.tahun"),
    PrimaryKeyConstraint("tahun", "urutan", name="pk_anggaran"),
)
Table(
    "hari_libur",
    FIRST,
    _number("tahun"),
    _number("urutan"),
    _text("tanggal"),
    _text("uraian"),
    _text("jenis"),
    _refers("fk_hari_libur_tahun", "tahun", "kalender_tahun.tahun"),
    PrimaryKeyConstraint("tahun", "urutan", name="pk_hari_libur"),
    UniqueConstraint("tahun", "tanggal", name="uq_hari_libur_tahun_tanggal"),
)
Table(
    "indikator",
    FIRST,
    _number("tahun"),
    _number("urutan"),
    _text("kode"),
    _text("nama"),
    _text("tingkat"),
    _text_or_none("sasaran"),
    _text_or_none("satuan"),
    _text("polaritas"),
    _text("akumulasi"),
    _text("rumus"),
    _text_or_none("target_tahun"),
    _text_or_none("target_tw1"),
    _text_or_none("target_tw2"),
    _text_or_none("target_tw3"),
    _text_or_none("target_tw4"),
    _text_or_none("seksi"),
    _flag("iku"),
    _text_or_none("definisi"),
    _text_or_none("formulasi"),
    _text_or_none("sumber_data"),
    _text_or_none("frekuensi"),
    _text_or_none("penanggung_jawab"),
    _flag("bukti_wajib"),
    _text_or_none("target_renstra"),
    _number_or_none("tahun_renstra"),
    _text_or_none("pembanding"),
    _text_or_none("sumber_pembanding"),
    _refers("fk_indikator_tahun", "tahun", "rencana.tahun"),
    PrimaryKeyConstraint("tahun", "urutan", name="pk_indikator"),
    UniqueConstraint("tahun", "kode", name="uq_indikator_tahun_kode"),
)
Table(
    "isi",
    FIRST,
    _text("case_id"),
    _text("catatan"),
    _text("uraian"),
    _text("perbaikan"),
    _refers("fk_isi_case_id", "case_id", "cases.id"),
    PrimaryKeyConstraint("case_id", name="pk_isi"),
)
Table(
    "pegawai",
    FIRST,
    _text("id"),
    _number("urutan"),
    _text("nama"),
    _text("jabatan"),
    _text("peran"),
    _text_or_none("nip"),
    _text("status"),
    _text_or_none("pangkat"),
    _text_or_none("golongan"),
    _text_or_none("seksi"),
    _text_or_none("pengguna"),
    _text_or_none("mulai"),
    _text_or_none("sampai"),
    _text("penugasan"),
    _refers("fk_pegawai_seksi", "seksi", "seksi.kode"),
    PrimaryKeyConstraint("id", name="pk_pegawai"),
)
Table(
    "reads",
    FIRST,
    _text("case_id"),
    _number("versi"),
    _text("pegawai_id"),
    _text("pada"),
    _refers("fk_reads_case_id", "case_id", "cases.id"),
    PrimaryKeyConstraint("case_id", "versi", "pegawai_id", name="pk_reads"),
)
Table(
    "riwayat",
    FIRST,
    _number("rencana_tahun"),
    _number("urutan"),
    _text("kode"),
    _number("tahun"),
    _text_or_none("target"),
    _text_or_none("realisasi"),
    _flag("diimpor"),
    _refers("fk_riwayat_rencana_tahun", "rencana_tahun", "rencana.tahun"),
    PrimaryKeyConstraint("rencana_tahun", "urutan", name="pk_riwayat"),
)
Table(
    "sebutan",
    FIRST,
    _number("tahun"),
    _text("kode"),
    _text("teks"),
    _refers("fk_sebutan_tahun", "tahun", "rencana.tahun"),
    PrimaryKeyConstraint("tahun", "kode", name="pk_sebutan"),
)
Table(
    "skala",
    FIRST,
    _number("tahun"),
    _number("urutan"),
    _text("satuan"),
    _text("teks"),
    _text("nilai"),
    _refers("fk_skala_tahun", "tahun", "rencana.tahun"),
    PrimaryKeyConstraint("tahun", "urutan", name="pk_skala"),
)
Table(
    "target_versi",
    FIRST,
    _number("tahun"),
    _number("versi_ke"),
    _number("urutan"),
    _text("kode"),
    _text_or_none("target_tahun"),
    _text_or_none("target_tw1"),
    _text_or_none("target_tw2"),
    _text_or_none("target_tw3"),
    _text_or_none("target_tw4"),
    _refers("fk_target_versi_tahun", "tahun", "rencana.tahun"),
    PrimaryKeyConstraint("tahun", "versi_ke", "urutan", name="pk_target_versi"),
)
Table(
    "versi_rencana",
    FIRST,
    _number("tahun"),
    _number("urutan"),
    _text("versi"),
    _text("berlaku_mulai"),
    _refers("fk_versi_rencana_tahun", "tahun", "rencana.tahun"),
    PrimaryKeyConstraint("tahun", "urutan", name="pk_versi_rencana"),
)
Table(
    "accounts",
    FIRST,
    _text("pegawai_id"),
    _text("pengguna"),
    _text("sandi_hash"),
    _number("gagal"),
    _text_or_none("tunggu_sampai"),
    _text_or_none("terakhir_masuk"),
    _refers("fk_accounts_pegawai_id", "pegawai_id", "pegawai.id"),
    PrimaryKeyConstraint("pegawai_id", name="pk_accounts"),
    UniqueConstraint("pengguna", name="uq_accounts_pengguna"),
)
Table(
    "isi_indikator",
    FIRST,
    _text("case_id"),
    _number("urutan"),
    _text("kode"),
    _text_or_none("realisasi"),
    _text_or_none("diketik"),
    _text_or_none("alasan_kosong"),
    _text_or_none("alasan_peringatan"),
    _text("faktor_pendukung"),
    _text("faktor_penghambat"),
    _text("tindak_lanjut"),
    _text("tindak_lanjut_lalu"),
    _text("bukti"),
    _text("perbaikan"),
    _refers("fk_isi_indikator_case_id", "case_id", "isi.case_id"),
    PrimaryKeyConstraint("case_id", "urutan", name="pk_isi_indikator"),
)

Table("alembic_version", FIRST, Column("version_num", Text, primary_key=True))


_SQLITE_GUARDS = (
    "CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    # INSERT OR REPLACE deletes without a trigger where recursive_triggers is off, as in foreign tools
    """CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
    WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)
    OR EXISTS (SELECT 1 FROM journal WHERE list_id = NEW.list_id AND act_no = NEW.act_no)
    BEGIN SELECT RAISE(ABORT, 'append-only'); END""",
)
_POSTGRESQL_GUARDS = (
    """CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    "CREATE TRIGGER journal_no_change BEFORE UPDATE OR DELETE ON journal FOR EACH ROW EXECUTE FUNCTION refuse()",
    "CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION refuse()",
)
GUARDS = {"sqlite": _SQLITE_GUARDS, "postgresql": _POSTGRESQL_GUARDS}


def upgrade() -> None:
    """Make everything."""
    FIRST.create_all(op.get_bind(), checkfirst=False)
    for guard in GUARDS[op.get_bind().dialect.name]:
        op.execute(guard)
