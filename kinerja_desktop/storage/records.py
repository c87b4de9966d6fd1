"""What storage hands out and takes where ``domain`` has no word for it: frozen values, no SQL.

To add one: a frozen dataclass whose field names are the column names of its table in ``tables``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from kinerja_desktop.domain.frozen import LATER
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Action, Jenis, Langkah, Status


@dataclass(frozen=True, slots=True)
class Case:
    """Projection of one list of acts; ``seksi`` is a kode.

    ``desk`` and ``langkah`` are None where nobody has it; ``batas`` is when the running step ends, worked out when
    the act was done. ``versi`` counts acts, ``laporan_ke`` reports handed in. ``analis`` are pegawai ids.
    """

    id: str
    jenis: Jenis
    tahun: int
    triwulan: int | None
    seksi: str | None
    status: Status
    desk: Role | None
    langkah: Langkah | None
    sejak: datetime | None
    versi: int
    laporan_ke: int
    pengembalian: int
    pengembalian_bahan: int
    batas: datetime | None
    revisi_sop: str
    analis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SubjectOfCase:
    """What a case is about, without where it stands."""

    id: str
    jenis: Jenis
    tahun: int
    triwulan: int | None
    seksi: str | None


@dataclass(frozen=True, slots=True)
class Draft:
    """Work that was not handed in yet, beside the history. ``versi`` is what the next save names as seen."""

    case_id: str
    kind: str
    isi: Mapping[str, Any]
    versi: int
    oleh: str
    pada: datetime


@dataclass(frozen=True, slots=True)
class NewAct:
    """An act before it is numbered and chained; ``isi`` holds plain JSON values without floats."""

    case_id: str
    jenis: Jenis
    action: Action
    oleh: str
    nama: str
    jabatan: str
    role: Role
    pada: datetime
    isi: Mapping[str, Any]
    revisi_sop: str


@dataclass(frozen=True, slots=True)
class Account:
    """What somebody logs in with.

    ``gagal`` counts wrong tries in a row, ``gagal_pada`` is when the last one was, in milliseconds since the PC was
    switched on; ``tunggu_sampai`` is what the PC's clock said about it, which nothing goes by. ``kode_sampai`` is set
    while ``sandi_hash`` is of a one-time code: the number of log-in records up to which it is good.
    """

    pegawai_id: str
    pengguna: str
    sandi_hash: str
    gagal: int
    tunggu_sampai: datetime | None
    terakhir_masuk: datetime | None
    gagal_pada: int | None = field(default=None, metadata=LATER)
    kode_sampai: int | None = field(default=None, metadata=LATER)


StatusPaper = Literal["sah", "digantikan", "ditarik"]
"""Standing of a printed paper, in the words of ``verifikasi``."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One printed paper in the archive.

    ``jenis`` is the kind of paper ("laporan_triwulan"), ``kode`` the check code on it, ``sha256`` the digest of its
    PDF in the archive, ``pindaian_sha256`` that of the signed scan.
    """

    id: str
    case_id: str | None
    jenis: str
    judul: str
    tahun: int
    triwulan: int | None
    seksi: str | None
    nomor: str | None
    tanggal: date | None
    kode: str | None
    versi: int
    status: StatusPaper
    sha256: str
    halaman: int
    tempat_simpan: str
    pindaian_sha256: str | None
    dibuat: datetime


@dataclass(frozen=True, slots=True)
class Figure:
    """One decided figure of a berkas: approved, handed over or fixed."""

    case_id: str
    tahun: int
    triwulan: int
    seksi: str
    kode: str
    realisasi: Decimal | None
    alasan_kosong: str | None


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One line of the office journal, word for word as stored: an act of a case or a record of another change.

    ``kind`` is the case's jenis or the record's kind, ``action`` is None for a record. ``hash`` closes the line's own
    list, ``office`` the journal up to here; the ``prev_`` ones name the line before.
    """

    seq: int
    list_id: str
    act_no: int
    kind: str
    action: str | None
    oleh: str
    nama: str
    jabatan: str
    role: str
    pada_teks: str
    revisi_sop: str
    schema: int
    payload: str
    prev_list: str
    hash: str
    prev_office: str
    office: str

    @property
    def pada(self) -> datetime:
        """When it was done."""
        return datetime.fromisoformat(self.pada_teks)

    @property
    def isi(self) -> Mapping[str, Any]:
        """The content as plain JSON values."""
        content: Mapping[str, Any] = json.loads(self.payload)
        return content

    @property
    def subject_id(self) -> str:
        """The id of the thing that a record is about, or of the case that an act belongs to."""
        return self.list_id if self.action is not None else self.list_id.partition("/")[2]


@dataclass(frozen=True, slots=True)
class Head:
    """Where the journal ends: "kepala riwayat". ``seq`` 0 and ``hash`` "" while it is empty."""

    seq: int
    hash: str


EMPTY = Head(0, "")
