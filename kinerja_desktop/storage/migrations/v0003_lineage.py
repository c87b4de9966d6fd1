"""Indikator are closed and replaced, carry their actions by triwulan, and sasaran stand by themselves."""

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, Text

_OF_INDIKATOR = (
    "aksi_tw1",
    "aksi_tw2",
    "aksi_tw3",
    "aksi_tw4",
    "tidak_dipakai_sejak",
    "alasan_tidak_dipakai",
    "menggantikan",
)


def upgrade() -> None:
    """Add the columns and the table."""
    for name in _OF_INDIKATOR:
        op.add_column("indikator", Column(name, Text))
    op.add_column("riwayat", Column("indikator_lama", Text))
    op.create_table(
        "sasaran",
        Column("tahun", Integer, nullable=False),
        Column("urutan", Integer, nullable=False),
        Column("teks", Text, nullable=False),
        Column("tujuan", Text),
        ForeignKeyConstraint(
            ["tahun"], ["rencana.tahun"], name="fk_sasaran_tahun_rencana", initially="DEFERRED", deferrable=True
        ),
        PrimaryKeyConstraint("tahun", "urutan", name="pk_sasaran"),
    )
