"""Scans of signed sheets that find their papers by the code on them; one attached by hand is ``archive.add_scan``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kinerja_desktop.domain.errors import NotAScan
from kinerja_desktop.domain.segel import read_segel
from kinerja_desktop.services import archive
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.storage.records import Paper


@dataclass(frozen=True, slots=True)
class HasilPindaian:
    """What became of scans that were to find their papers by the code on them: filed as, or left with the reason."""

    terpasang: tuple[tuple[str, str], ...]
    tertinggal: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Lembar:
    """A scan that was recognised: its name and bytes, and the first page of the paper that stands on it."""

    nama: str
    isi: bytes
    halaman: int


@permits(*archive.FILERS)
def file_scans(ctx: Context, scans: Iterable[tuple[str, bytes]]) -> HasilPindaian:
    """File scans (name, content) beside the papers whose codes stand on them; the others are told with the reason.

    Photos of several pages of one paper become one scan, in the order of its pages.
    """
    from kinerja_desktop.exchange.pindaian import joined

    found: dict[str, tuple[Paper, list[_Lembar]]] = {}
    filed, left = [], []
    for name, content in scans:
        try:
            paper, page = _paper_on(ctx, name, content)
            _, sheets = found.setdefault(paper.id, (paper, []))
            sheets.append(_fitting(_Lembar(name, content, page), paper, sheets))
        except NotAScan:
            left.append((name, "bukan PDF atau JPG yang dapat dibaca"))
        except _Left as why:
            left.append((name, str(why)))
    for paper, sheets in found.values():
        sheets.sort(key=lambda sheet: sheet.halaman)
        if sheets:
            archive.add_scan(ctx, paper.id, joined([sheet.isi for sheet in sheets]))
        filed += [(sheet.nama, _told(paper, sheet.halaman)) for sheet in sheets]
    return HasilPindaian(tuple(filed), tuple(left))


class _Left(Exception):
    """Why a scan is not filed."""


def _fitting(sheet: _Lembar, paper: Paper, others: Sequence[_Lembar]) -> _Lembar:
    """The sheet, if its paper still waits for it. Raises _Left."""
    if paper.pindaian_sha256 is not None:
        raise _Left(f"{archive.title(paper)} sudah mempunyai pindaian")
    if any(other.halaman == sheet.halaman for other in others):
        raise _Left(f"halaman {sheet.halaman} {archive.title(paper)} sudah ada di antara pindaian ini")
    return sheet


def _told(paper: Paper, page: int) -> str:
    return (
        archive.title(paper)
        if paper.halaman == 1
        else f"{archive.title(paper)}, mulai halaman {page} dari {paper.halaman}"
    )


def _paper_on(ctx: Context, name: str, content: bytes) -> tuple[Paper, int]:
    """The paper whose QR stands on the sheets, and the first of its pages there. Raises NotAScan, _Left."""
    from kinerja_desktop.exchange.pindaian import read_codes

    read = [segel for words in read_codes(content, name) if (segel := read_segel(words)) is not None]
    with ctx.office.store.read() as unit:
        found = ((unit.papers.by_kode(segel.kode), segel) for segel in read)
        known = next(((paper, segel.halaman_dari(paper.halaman)) for paper, segel in found if paper is not None), None)
    if known is None:
        raise _Left("kode pada lembar tidak terbaca atau tidak dikenal")
    return known
