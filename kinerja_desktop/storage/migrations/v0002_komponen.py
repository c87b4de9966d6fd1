"""Raw figures (pembilang, penyebut): which ones the plan asks for, and what a berkas says of them."""

from alembic import op
from sqlalchemy import Column, Text


def upgrade() -> None:
    for name in ("komponen_pembilang", "komponen_penyebut"):
        op.add_column("indikator", Column(name, Text))
    op.add_column("indikator", Column("komponen_faktor", Text, nullable=False, server_default="PERSEN"))
    for name in ("pembilang", "penyebut", "pembilang_diketik", "penyebut_diketik"):
        op.add_column("isi_indikator", Column(name, Text))
