"""Final papers as files that leave the office: the signed scan where there is one, else the print without signature.

Paket Unggah and Paket Bukti LKE take their papers here.
"""

from dataclasses import dataclass

from kinerja_desktop.services.context import Context
from kinerja_desktop.storage.files import Blobs
from kinerja_desktop.storage.records import Paper
from kinerja_desktop.storage.unit_of_work import Unit


@dataclass(frozen=True, slots=True)
class BerkasAkhir:
    """One final paper as a file: which bytes, how many, signed or not."""

    dokumen: Paper
    sha256: str
    ukuran: int

    @property
    def bertanda_tangan(self) -> bool:
        """True for the scan of the signed sheet."""
        return self.sha256 == self.dokumen.pindaian_sha256


def final_papers(
    unit: Unit, ctx: Context, jenis: str, tahun: int, triwulan: int | None = None
) -> tuple[BerkasAkhir, ...]:
    """Papers of a kind in force, in the order in which they were made; ``triwulan`` None takes those of all."""
    found = unit.papers.listing(jenis=jenis, tahun=tahun, triwulan=triwulan, status="sah")
    files = (file_of(ctx.office.store.archive, paper) for paper in reversed(found))
    return tuple(file for file in files if file is not None)


def file_of(archive: Blobs, paper: Paper) -> BerkasAkhir | None:
    """The file of a paper; None where neither scan nor print is there any more (the integrity check tells that)."""
    digests = (digest for digest in (paper.pindaian_sha256, paper.sha256) if digest is not None)
    there = next((digest for digest in digests if archive.has(digest)), None)
    return None if there is None else BerkasAkhir(paper, there, archive.path(there).stat().st_size)
