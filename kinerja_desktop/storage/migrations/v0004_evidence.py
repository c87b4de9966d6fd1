"""Evidence was a text; now it has a day, a reason, and of a file its digest and size."""

import json

from alembic import op
from sqlalchemy import text

_READ = text("SELECT case_id, urutan, bukti FROM isi_indikator WHERE bukti <> '[]'")
_WRITE = text("UPDATE isi_indikator SET bukti = :bukti WHERE case_id = :case_id AND urutan = :urutan")


def upgrade() -> None:
    """Give each text of the projection the shape that the history is read into; the history itself stays."""
    connection = op.get_bind()
    for row in connection.execute(_READ).mappings().all():
        names = json.loads(row["bukti"])
        pieces = [{"alasan": "", "nama": nama, "sha256": "", "tanggal": None, "ukuran": 0} for nama in names]
        written = json.dumps(pieces, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        connection.execute(_WRITE, {**row, "bukti": written})
