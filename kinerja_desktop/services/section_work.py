"""What the Kasubag works on in step 4: draft joined with the newest bahan, notes to repair, words still due.

Read by the screen and by the acts of ``section_report``; nothing is written here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_desktop.domain.baris import BarisLembar
from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.ids import new_id
from kinerja_desktop.domain.lembar import Sel
from kinerja_desktop.domain.realisasi import (
    Beda,
    Catatan,
    Isi,
    IsiIndikator,
    Pengembalian,
    differences,
    merge,
)
from kinerja_desktop.domain.workflow import Act, Action
from kinerja_desktop.services import drafts, sheet
from kinerja_desktop.services.cases import Berkas
from kinerja_desktop.services.collection import check_rows
from kinerja_desktop.services.snapshots import (
    Plain,
    content_of,
    decode_isi,
    encode_pengembalian,
    last_with_content,
    return_of,
)
from kinerja_desktop.storage.records import Draft
from kinerja_desktop.storage.unit_of_work import Unit


@dataclass(frozen=True, slots=True)
class BedaAngka:
    """A figure that differs between two contents, ready to show as "812 → 512"."""

    kode: str
    dari: Decimal | None
    ke: Decimal | None
    dari_teks: str
    ke_teks: str


@dataclass(frozen=True, slots=True)
class CatatanBaru:
    """A note that somebody is writing; ``kode`` None pins it to the whole report."""

    kode: str | None
    teks: str


@dataclass(frozen=True, slots=True)
class Work:
    """What the Kasubag works on: draft joined with the newest bahan. ``baru`` came with that bahan."""

    isi: Isi
    dari: int
    draft: Draft | None
    baru: tuple[Beda, ...] = ()


def work_of(unit: Unit, berkas: Berkas) -> Work:
    source = last_with_content(berkas.keadaan)
    draft = unit.drafts.get(berkas.case.id, drafts.LAPORAN)
    if source is None:
        return Work(Isi(()), 0, None)
    newest = decode_isi(source.isi["isi"])
    if draft is None:
        return Work(newest, source.nomor, None)
    mine = decode_isi(draft.isi["isi"])
    if draft.isi["dari"] == source.nomor:
        return Work(mine, source.nomor, draft)
    base = _content_at(berkas, draft.isi["dari"])
    return Work(merge(base, mine, newest), source.nomor, draft, differences(base, newest))


def _content_at(berkas: Berkas, nomor: int) -> Isi:
    """What the act of that number handed on, in force or not."""
    return next((content_of(act) or Isi(()) for act in berkas.acts if act.nomor == nomor), Isi(()))


def returned_by_kabid(berkas: Berkas) -> Act | None:
    """The Kabid's return that is being repaired, or None."""
    last = berkas.keadaan.last(Action.RETURN, Action.SUBMIT)
    return last if last is not None and last.action is Action.RETURN else None


def notes_of(returned: Act | None) -> tuple[Catatan, ...]:
    found = None if returned is None else return_of(returned)
    return () if found is None else found.catatan


def told(baris: Iterable[BarisLembar], found: Iterable[Beda]) -> tuple[BedaAngka, ...]:
    """Differences with their texts, for the rows that exist."""
    rows = {row.kode: row for row in baris}
    return tuple(
        BedaAngka(b.kode, b.dari, b.ke, rows[b.kode].tulis(b.dari), rows[b.kode].tulis(b.ke))
        for b in found
        if b.kode in rows
    )


def without_words(baris: Iterable[BarisLembar], sel: Mapping[str, Sel], isi: Isi) -> tuple[str, ...]:
    """Indikator below their target of which nothing was said."""
    return tuple(row.kode for row in baris if _below(sel[row.kode]) and not _said(isi.of(row.kode)))


def _below(sel: Sel) -> bool:
    return sel.sendiri.nilai is not None and not sel.sendiri.tercapai


def _said(isi: IsiIndikator) -> bool:
    return any(teks.strip() for teks in (isi.faktor_pendukung, isi.faktor_penghambat, isi.tindak_lanjut))


def word_gap(kode: Sequence[str]) -> tuple[str, ...]:
    return (f"uraian {deretan(kode)} kosong",) if kode else ()


def pin(unit: Unit, berkas: Berkas, alasan: str, catatan: Iterable[CatatanBaru]) -> Plain:
    """A return as an act carries it; each note gets its id. Raises NotFound, TextTooLong."""
    written = tuple(note for note in catatan if note.teks.strip())
    named = tuple(IsiIndikator(note.kode) for note in written if note.kode is not None)
    check_rows(sheet.rows(unit, berkas), named, Isi(()))
    for note in written:
        drafts.check_length("Catatan", note.teks)
    notes = tuple(Catatan(new_id(), note.kode, note.teks.strip()) for note in written)
    return encode_pengembalian(Pengembalian(alasan.strip(), notes))
