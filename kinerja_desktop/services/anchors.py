"""The history compared with what is kept of it outside the database: on papers, in backups.

Whoever can write the file can write all of its history anew and chain it again; an anchor that he does not have shows
it. Where the history begins anew, because an older copy was restored or an Admin accepted a lost end, older anchors of
the part that was left behind prove nothing and are told apart.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from enum import Enum
from pathlib import Path

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.segel import Jangkar
from kinerja_desktop.exchange import cadangan, flashdisk, kunci
from kinerja_desktop.services import opening
from kinerja_desktop.services.backup_names import copies_in
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.trail import Kind
from kinerja_desktop.storage.unit_of_work import Unit


class Kecocokan(Enum):
    """What an anchor says of the history."""

    COCOK = "cocok"
    BERBEDA = "berbeda"
    BELUM_SAMPAI = "belum_sampai"
    DITINGGALKAN = "ditinggalkan"


def compare(unit: Unit, jangkar: Jangkar) -> Kecocokan:
    """Whether the history has what the anchor remembers."""
    kepala = unit.journal.office_at(jangkar.urut)
    if kepala is not None and jangkar.cocok(kepala):
        return Kecocokan.COCOK
    if any(begun <= jangkar.urut for begun in _begun_anew(unit)):
        return Kecocokan.DITINGGALKAN
    return Kecocokan.BELUM_SAMPAI if kepala is None else Kecocokan.BERBEDA


def _begun_anew(unit: Unit) -> Iterator[int]:
    """Places from which the history is another one than before."""
    for kind in (Kind.RESTORE, Kind.FINDINGS):
        yield from (row.seq for row in unit.journal.records(kind.value))


def sentence(jangkar: Jangkar, found: Kecocokan, head: int) -> str:
    """What an anchor proves, for the list of the check."""
    at = f"{jangkar.asal or 'Pembanding'} ({jangkar})"
    return _SENTENCES[found].format(at, _count(jangkar.urut), _count(head))


_SENTENCES = {
    Kecocokan.COCOK: "{0} sama dengan riwayat kantor ini sampai catatan ke-{1}.",
    Kecocokan.BERBEDA: "{0} tidak sama dengan riwayat: catatan sampai ke-{1} pernah ditulis ulang sesudah itu.",
    Kecocokan.BELUM_SAMPAI: "{0} memuat riwayat sampai catatan ke-{1}, kini hanya ke-{2}: data ini lebih lama.",
    Kecocokan.DITINGGALKAN: "{0} berasal dari riwayat sebelum pemulihan, jadi tidak dapat dibandingkan.",
}


def _count(n: int) -> str:
    return format_angka(Decimal(n))


def of_copies(office: Office) -> tuple[Jangkar, ...]:
    """The anchors in this office's copies: those beside the database and those on flash disks that are plugged in."""
    with office.store.read() as unit:
        identity = opening.identity(unit)
    keys = kunci.office_keys(identity.id)
    local = () if office.store.folder is None else (office.store.folder / paths.BACKUPS,)
    return tuple(_anchors((*local, *(disk.tempat for disk in flashdisk.plugged_in())), keys, identity.id))


def of_file(file: Path) -> Jangkar:
    """The anchor in one copy. Raises what reading its list of contents raises."""
    manifest = cadangan.peek(file, kunci.all_keys())
    return Jangkar(manifest.urut, manifest.kepala, f"Cadangan {file.name}")


def _anchors(places: Sequence[Path], keys: Sequence[kunci.Kunci], office_id: str) -> Iterator[Jangkar]:
    """What cannot be read is passed over: the list of copies tells what is wrong with it."""
    for place in places:
        with suppress(KinerjaError):
            for file in copies_in(place):
                with suppress(KinerjaError):
                    manifest = cadangan.peek(file, keys)
                    if manifest.kantor_id == office_id:
                        yield Jangkar(manifest.urut, manifest.kepala, f"Cadangan {file.name}")
