"""Which kinds of things a service changed, so that open screens know whether to load again."""

from enum import Enum


class Change(Enum):
    """A kind of thing; a screen names the kinds that it shows."""

    CASE = "berkas"
    READ = "dibaca"
    DRAFT = "draf"
    PLAN = "rencana"
    PEOPLE = "pegawai"
    CALENDAR = "kalender"
    SETTINGS = "pengaturan"
    PAPER = "dokumen"
    BACKUP = "cadangan"
    UPLOAD = "unggahan"


Changes = frozenset[Change]
NOTHING: Changes = frozenset()
