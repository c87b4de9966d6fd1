"""What stands first in a backup: of which office, how far, made by what, and every file with its digest.

Kept as JSON under ``manifest.json``. A field that is added later gets a default here, so older backups stay readable;
a change that older programs must not read raises ``FORMAT``.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import BackupDamaged, NewerVersion, NotOurFile

NAME = "manifest.json"
FORMAT = 1
LARGEST = 1 << 26
_ISI = "cadangan Kinerja Desktop"
_STORED = re.compile(rf"({paths.EVIDENCE}|{paths.ARCHIVE})/([0-9a-f]{{64}})")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Cakupan(Enum):
    """How much of the office a backup holds."""

    LENGKAP = "lengkap"
    BASIS_DATA = "basis data"


@dataclass(frozen=True, slots=True)
class Anggota:
    """One file inside: its fixed name, bytes and SHA-256."""

    nama: str
    ukuran: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself.

    ``skema`` is the layout of its database, ``sampai`` the moment of its last journal line, ``urut`` and ``kepala``
    the head of its journal, ``komputer`` the PC where it was made. The first of ``anggota`` is the database.
    """

    kantor_id: str
    kantor_kode: str
    kantor_nama: str
    program: str
    skema: int
    dibuat: datetime
    sampai: datetime | None
    urut: int
    kepala: str
    komputer: str
    cakupan: Cakupan
    anggota: tuple[Anggota, ...]
    jumlah: Mapping[str, int] = field(default_factory=dict)
    format: int = FORMAT

    @property
    def ukuran(self) -> int:
        """Bytes of all files inside."""
        return self.size_of("")

    def size_of(self, nama: str) -> int:
        """Bytes of one file inside; of all where no name is given."""
        return sum(anggota.ukuran for anggota in self.anggota if nama in ("", anggota.nama))


def to_bytes(manifest: Manifest) -> bytes:
    """The text that stands in the backup."""
    fields = {**asdict(manifest), "isi": _ISI, "cakupan": manifest.cakupan.value, "dibuat": manifest.dibuat.isoformat()}
    fields["sampai"] = manifest.sampai.isoformat() if manifest.sampai else None
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, indent=1).encode()


def from_bytes(content: bytes, path: str) -> Manifest:
    """Read a manifest. Raises NotOurFile, NewerVersion, BackupDamaged."""
    fields = _fields(content, path)
    try:
        manifest = _manifest(fields)
    except (KeyError, TypeError, ValueError) as error:
        raise BackupDamaged(path, "Daftar isinya tidak terbaca.") from error
    if not _is_sound(manifest):
        raise BackupDamaged(path, "Daftar isinya memuat nama yang tidak dikenal.")
    return manifest


def _fields(content: bytes, path: str) -> dict[str, Any]:
    try:
        fields = json.loads(content)
    except ValueError as error:
        raise BackupDamaged(path, "Daftar isinya tidak terbaca.") from error
    if not isinstance(fields, dict) or fields.get("isi") != _ISI:
        raise NotOurFile(path)
    found = fields.get("format")
    if isinstance(found, int) and found > FORMAT:
        raise NewerVersion(path, found, FORMAT)
    return fields


def _manifest(fields: Mapping[str, Any]) -> Manifest:
    return Manifest(
        kantor_id=str(fields["kantor_id"]),
        kantor_kode=str(fields["kantor_kode"]),
        kantor_nama=str(fields["kantor_nama"]),
        program=str(fields["program"]),
        skema=int(fields["skema"]),
        dibuat=_moment(fields["dibuat"]),
        sampai=_moment(fields["sampai"]) if fields["sampai"] else None,
        urut=int(fields["urut"]),
        kepala=str(fields["kepala"]),
        komputer=str(fields["komputer"]),
        cakupan=Cakupan(fields["cakupan"]),
        anggota=tuple(Anggota(str(a["nama"]), int(a["ukuran"]), str(a["sha256"])) for a in fields["anggota"]),
        jumlah={str(name): int(count) for name, count in fields["jumlah"].items()},
        format=int(fields["format"]),
    )


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


def is_stored(nama: str) -> bool:
    """True for the name of a stored file: ``bukti/`` or ``arsip/`` and a SHA-256."""
    return _STORED.fullmatch(nama) is not None


def _is_sound(manifest: Manifest) -> bool:
    """The database first, then only stored files, each once, none of negative size."""
    names = [anggota.nama for anggota in manifest.anggota]
    return (
        names[:1] == [paths.DATABASE]
        and all(map(is_stored, names[1:]))
        and len(set(names)) == len(names)
        and all(a.ukuran >= 0 and _SHA256.fullmatch(a.sha256) for a in manifest.anggota)
    )
