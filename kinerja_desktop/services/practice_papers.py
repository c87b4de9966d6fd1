"""The papers of a practice office: printed when their act was done, then written to a folder for looking at.

In an office somebody prints each paper when he needs it; here every act is followed by its print, so numbers run as
the year did.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from kinerja_desktop.domain.indikator import Rencana, VersiRencana
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import annual, archive, office_papers, quarterly, step_papers
from kinerja_desktop.services.compose.office import agreement
from kinerja_desktop.services.compose.office.kinds import JenisDokumen, Pokok
from kinerja_desktop.services.context import Context, Office
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


Acting = Callable[[Role, str | None], Context]
"""Finds who acts in a role, for a seksi where the role is held for one."""


def fix_kinds(acting: Acting, kinds: Iterable[JenisDokumen], triwulan: Triwulan, seksi: Sequence[str]) -> None:
    """Fix papers that may be made at any time, each about everything that it is made about in a triwulan."""
    for jenis in kinds:
        for pokok in office_papers.subjects(jenis, triwulan, seksi):
            office_papers.fix(_maker(acting, jenis, pokok), jenis.kunci, pokok)


def fix_change(acting: Acting, rencana: Rencana, versi: VersiRencana, seksi: Sequence[str], alasan: str) -> None:
    """Fix the Perjanjian Kinerja Perubahan of the head, and of every seksi whose targets a version changes."""
    changed = {kode for kode, _ in versi.target}
    with_change = {i.seksi for i in rencana.indikator if i.kode in changed}
    about = [(agreement.KUNCI, Pokok(rencana.tahun))]
    about += [(agreement.SEKSI, Pokok(rencana.tahun, seksi=kode)) for kode in seksi if kode in with_change]
    for kunci, pokok in about:
        ctx = acting(Role.KASUBAG_PERENCANAAN, None)
        typed = {"versi": agreement.choice_of(versi), "alasan": alasan}
        office_papers.save(ctx, kunci, pokok, typed, seen=office_papers.load(ctx, kunci, pokok).versi_draf)
        office_papers.fix(ctx, kunci, pokok)


def _maker(acting: Acting, jenis: JenisDokumen, pokok: Pokok) -> Context:
    role = jenis.peran[0]
    return acting(role, pokok.seksi if role.of_seksi else None)


def write_papers(office: Office, acting: Acting, folder: Path, tell: Callable[[str], None]) -> tuple[Path, ...]:
    """Write every filed paper to ``folder``/TAHUN, reports also as DOCX and XLSX, and what is only printed.

    Returns what was written.
    """
    from kinerja_desktop.exchange.atomic import write_bytes

    with office.store.read() as unit:
        papers = unit.papers.listing()
    ctx = acting(Role.KASUBAG_PERENCANAAN, None)
    written = []
    for path, content in chain(_files(ctx, papers, folder), _loose(acting, ctx, folder)):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, content)
        written.append(path)
    tell(f"{len(written)} dokumen ditulis ke {folder}")
    return tuple(written)


def _files(ctx: Context, papers: tuple[Paper, ...], folder: Path) -> Iterator[tuple[Path, bytes]]:
    for paper in papers:
        path = folder / str(paper.tahun) / archive.file_name(paper)
        yield path, ctx.office.store.archive.read(paper.sha256)
        if paper.jenis in _REPORTS and paper.status == "sah":
            for fmt in _OTHER_FORMATS:
                yield path.with_suffix(f".{fmt.value}"), _report(ctx, paper, fmt)


def _loose(acting: Acting, ctx: Context, folder: Path) -> Iterator[tuple[Path, bytes]]:
    """What is only printed, about every quarter that was played."""
    offered = office_papers.offered(ctx)
    for triwulan in reversed(offered.triwulan):
        for jenis in office_papers.kinds(tetap=False):
            for pokok in office_papers.subjects(jenis, triwulan, [kode for kode, _ in offered.seksi]):
                maker = _maker(acting, jenis, pokok)
                path = folder / str(pokok.tahun) / office_papers.file_name(jenis.kunci, pokok)
                yield path, office_papers.export(maker, jenis.kunci, pokok)


def _report(ctx: Context, paper: Paper, fmt: Format) -> bytes:
    if paper.triwulan is None:
        return annual.export(ctx, paper.tahun, fmt)
    return quarterly.export(ctx, Triwulan(paper.tahun, paper.triwulan), fmt)
