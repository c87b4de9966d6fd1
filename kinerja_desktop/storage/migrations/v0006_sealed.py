"""What is typed and who opened what: a digest of each row. Rows of before are taken as they lie there."""

from alembic import op
from sqlalchemy import Column, Text, and_, column, select, table, update

from kinerja_desktop.storage.sealed import RawBytes, digest

_TABLES = {
    "drafts": ("case_id", "kind", "isi", "versi", "oleh", "pada"),
    "reads": ("case_id", "versi", "pegawai_id", "pada"),
}


def upgrade() -> None:
    connection = op.get_bind()
    for name, columns in _TABLES.items():
        op.add_column(name, Column("sidik", Text, nullable=False, server_default=""))
        rows = table(name, *map(column, (*columns, "sidik")))
        shown = [RawBytes(rows.c[one]).label(one) for one in columns]
        for row in connection.execute(select(*shown)).all():
            try:
                sidik = digest([cell.decode() for cell in row])
            except (AttributeError, UnicodeDecodeError):  # empty, or no text any more: the check tells of it
                continue
            same = and_(*(RawBytes(rows.c[one]) == cell for one, cell in zip(columns, row, strict=True)))
            connection.execute(update(rows).where(same).values(sidik=sidik))
