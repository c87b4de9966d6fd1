"""How the journal is chained: what each hash is taken over. Pure; no SQL.

Two chains run through the same lines. The **list chain** binds the lines of one case (or of one thing that records
are about); the **office chain** binds all lines of the office in their order:

    hash   = sha256( canonical JSON of ["kinerja/baris/1", list_id, act_no, kind, action, oleh, nama, jabatan, role,
                     pada, revisi_sop, schema, payload, prev_list] )
    office = sha256( canonical JSON of ["kinerja/kantor/1", seq, hash, prev_office] )

``payload`` enters as the very text that is stored, ``pada`` as its stored text, ``action`` as null for a record;
``prev_list`` and ``prev_office`` are "" on the first line of a list and of the office. Canonical JSON: keys sorted,
no spaces, UTF-8, letters unescaped. ``schema`` numbers this layout: a new layout gets a new number and lines
already written keep theirs.
"""

import hashlib

from kinerja_desktop.storage.canonical import canonical_line
from kinerja_desktop.storage.records import JournalRow

SCHEMA = 1
START = ""


def line_hash(row: JournalRow) -> str:
    """The hash that closes the line's own list; the line's own hashes are not looked at."""
    fields = (
        "kinerja/baris/1",
        row.list_id,
        row.act_no,
        row.kind,
        row.action,
        row.oleh,
        row.nama,
        row.jabatan,
        row.role,
        row.pada_teks,
        row.revisi_sop,
        row.schema,
        row.payload,
        row.prev_list,
    )
    return _digest(fields)


def office_hash(seq: int, hash_: str, prev_office: str) -> str:
    """The hash of the office journal up to and with this line."""
    return _digest(("kinerja/kantor/1", seq, hash_, prev_office))


def _digest(fields: tuple[object, ...]) -> str:
    return hashlib.sha256(canonical_line(fields).encode()).hexdigest()
