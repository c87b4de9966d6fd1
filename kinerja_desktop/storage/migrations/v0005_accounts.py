"""Log-in: since when an account waits by a clock that nobody can set, and how long a one-time code is good."""

from alembic import op
from sqlalchemy import Column, Integer


def upgrade() -> None:
    for name in ("gagal_pada", "kode_sampai"):
        op.add_column("accounts", Column(name, Integer))
