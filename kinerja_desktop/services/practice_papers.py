"""The papers of a practice office: printed when their act was done, then written to a folder for looking at.

In an office somebody prints each paper when he needs it; here every act is followed by its print, so numbers run as
the year did.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import annual, archive, quarterly, step_papers
from kinerja_desktop.services.context import Actor, Context, Office
from kinerja_desktop.services.printing import Format
from kinerja_desktop.storage.records import Paper

_REPORTS = ("laporan_triwulan", "lkjip")
_OTHER_FORMATS = (Format.DOCX, Format.XLSX)


@dataclass(slots=True)
class Printer:
    """Prints the papers of a berkas that were not printed yet."""

    printed: set[tuple[str, int, str]] = field(default_factory=set)

    def print_new(self, ctx: Context, case_id: str) -> None:
        """Print and file what the newest acts give."""
        for number, jenis in step_papers.papers_of(ctx, case_id):
            if (case_id, number, jenis) not in self.printed:
                step_papers.print_paper(ctx, case_id, number, jenis)
                self.printed.add((case_id, number, jenis))


def write_papers(office: Office, folder: Path, tell: Callable[[str], None]) -> tuple[Path, ...]:
    """Write every filed paper to ``folder``/TAHUN, reports also as DOCX and XLSX; returns what was written."""
    from kinerja_desktop.exchange.atomic import write_bytes

    with office.store.read() as unit:
        papers = unit.papers.listing()
        planner = next(p for p in unit.people.all() if Role.KASUBAG_PERENCANAAN in p.peran)
    ctx = Context(office, Actor(planner.id, planner.nama, planner.jabatan, Role.KASUBAG_PERENCANAAN))
    written = []
    for path, content in _files(ctx, papers, folder):
        write_bytes(path, content)
        written.append(path)
    tell(f"{len(written)} dokumen ditulis ke {folder}")
    return tuple(written)


def _files(ctx: Context, papers: tuple[Paper, ...], folder: Path) -> Iterator[tuple[Path, bytes]]:
    for paper in papers:
        path = folder / str(paper.tahun) / archive.file_name(paper)
        path.parent.mkdir(parents=True, exist_ok=True)
        yield path, ctx.office.store.archive.read(paper.sha256)
        if paper.jenis in _REPORTS and paper.status == "sah":
            for fmt in _OTHER_FORMATS:
                yield path.with_suffix(f".{fmt.value}"), _report(ctx, paper, fmt)


def _report(ctx: Context, paper: Paper, fmt: Format) -> bytes:
    if paper.triwulan is None:
        return annual.export(ctx, paper.tahun, fmt)
    return quarterly.export(ctx, Triwulan(paper.tahun, paper.triwulan), fmt)
