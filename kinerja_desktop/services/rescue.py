"""The yearly rescue copy: what the office holds as JSON and that year's papers as PDF, in plain files.

It lies beside the database, for the day on which neither program nor backup opens any more. It is made once a year by
itself, at a start after the LKjIP of the year was fixed, in April at the latest, and never changed. Evidence is not
repeated, it lies beside it in ``bukti``; hashes of passwords and keys stay out. What tables mean is said as in a full
export (``full_export``).
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from kinerja_desktop import paths
from kinerja_desktop.exchange import ekspor_lengkap as files
from kinerja_desktop.exchange.whole_folder import NewFolder, whole_folder
from kinerja_desktop.services import archive, full_export, trail
from kinerja_desktop.services.backup import data_of
from kinerja_desktop.services.context import Office
from kinerja_desktop.storage import dump
from kinerja_desktop.storage.files import Blobs
from kinerja_desktop.storage.records import Paper
from kinerja_desktop.storage.unit_of_work import Unit

DOKUMEN = "dokumen"
LKJIP = "lkjip"
_LATEST_MONTH = 4
_TIMES_THE_DATABASE = 4
"""JSON repeats the name of every value."""


def keep_yearly(office: Office) -> Path | None:
    """Make the rescue copy of last year unless it is there or too early; None where nothing was made.

    Called once after each start. Raises DiskFull before anything is written, ReadOnlyPlace, StorageFault.
    """
    year = _due(office)
    if year is None:
        return None
    target = folder_of(office, year)
    target.parent.mkdir(exist_ok=True)
    _write(office, year, target)
    with office.store.unit() as unit:
        isi = {"tahun": year, "folder": target.name}
        trail.record(unit, trail.PROGRAM, office.clock.now(), trail.Kind.EXPORT, paths.RESCUE, isi=isi)
        unit.commit()
    return target


def folder_of(office: Office, year: int) -> Path:
    """Where the rescue copy of a year lies."""
    return data_of(office) / paths.RESCUE / str(year)


def _due(office: Office) -> int | None:
    today = office.clock.now().date()
    year = today.year - 1
    if folder_of(office, year).exists():
        return None
    with office.store.read() as unit:
        if year not in unit.planning.years():
            return None
        fixed = any(True for _ in unit.papers.listing(jenis=LKJIP, tahun=year))
    return year if fixed or today.month >= _LATEST_MONTH else None


def _write(office: Office, year: int, target: Path) -> None:
    store = office.store
    with store.read() as unit:
        papers = [paper for paper in unit.papers.listing() if paper.tahun == year]
        size = (data_of(office) / paths.DATABASE).stat().st_size * _TIMES_THE_DATABASE
        size += sum(path.stat().st_size for _, path in _pdfs(papers, store.archive))
        with whole_folder(target, size, len(dump.tables()) + 2 * len(papers)) as folder:
            counts = _write_tables(unit, folder)
            for name, path in _pdfs(papers, store.archive):
                folder.copy(f"{DOKUMEN}/{name}", path)
            asal = full_export.origin(unit, office.clock.now())
            written = {DOKUMEN: sum(a.nama.startswith(DOKUMEN) for a in folder.isi)}
            folder.add(files.BACA_SAYA, files.rescue_description(asal, year, dump.tables(), counts, written).encode())
            folder.add(files.MANIFES, files.manifest_bytes(asal, folder.isi))


def _write_tables(unit: Unit, folder: NewFolder) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for tabel in dump.tables():
        counts[tabel.nama] = dump.count(unit, tabel)
        folder.write(f"{files.DATA}/{tabel.nama}.json", files.json_pieces(tabel, dump.rows(unit, tabel)))
    return counts


def _pdfs(papers: list[Paper], stored: Blobs) -> Iterator[tuple[str, Path]]:
    """Every paper and every signed scan under a name that people read; a number where two would be called alike."""
    taken: set[str] = set()
    for paper in papers:
        name = archive.file_name(paper)
        if name in taken:
            name = f"{name.removesuffix('.pdf')}-{len(taken)}.pdf"
        taken.add(name)
        if stored.has(paper.sha256):
            yield name, stored.path(paper.sha256)
        if paper.pindaian_sha256 and stored.has(paper.pindaian_sha256):
            yield f"{name.removesuffix('.pdf')}-bertanda-tangan.pdf", stored.path(paper.pindaian_sha256)
