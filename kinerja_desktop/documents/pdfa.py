"""The archive form of a paper: PDF/A-2b, checked when written, the same bytes for the same paper.

Takes finished pages and changes nothing that is seen. The check is that of pikepdf; a paper that it does not
approve is a fault of the program and raises. Everything happens in memory: pikepdf's own ``pdfa.save`` goes by a file
on the disk, and where that fails its library ends the whole program.
"""

import re
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Final

import pikepdf
from pikepdf import pdfa

from kinerja_desktop.domain.laporan import Naskah

FLAVOUR: Final = "2b"
_METADATA_DATE: Final = re.compile(rb"(<xmp:MetadataDate>)[^<]*(</xmp:MetadataDate>)")
_NO_DATE: Final = datetime(2000, 1, 1, tzinfo=UTC)


def archive_form(pages: bytes, naskah: Naskah) -> bytes:
    """Turn the pages into PDF/A-2b. Its dates are those of the paper, never those of the clock."""
    target = BytesIO()
    with pikepdf.open(BytesIO(pages)) as pdf:
        for page in pdf.pages:
            if "/Trans" in page.obj:
                del page.obj["/Trans"]
        _set_dates(pdf, _moment(naskah))
        pdf.docinfo["/Subject"] = f"Nomor {naskah.nomor}" if naskah.nomor else naskah.jenis
        if naskah.kode is not None:
            pdf.docinfo["/Keywords"] = naskah.kode  # so that a changed file still tells which paper it was
        pdfa.prepare(pdf, FLAVOUR)
        _fix_metadata_date(pdf, _moment(naskah))
        settings = pdfa.resolve_save_kwargs(FLAVOUR, deterministic_id=True)
        pdf.save(target, **settings)
    made = target.getvalue()
    report = pdfa.validate_written(BytesIO(made), FLAVOUR, save_kwargs=settings)
    if not report.passed:
        raise pdfa.PdfaError(report)
    return made


def _moment(naskah: Naskah) -> datetime:
    if naskah.dicetak is not None:
        return naskah.dicetak.astimezone(UTC)
    if naskah.tanggal is not None:
        return datetime.combine(naskah.tanggal, time(), UTC)
    return _NO_DATE


def _set_dates(pdf: pikepdf.Pdf, moment: datetime) -> None:
    stamp = f"D:{moment:%Y%m%d%H%M%S}+00'00'"
    pdf.docinfo["/CreationDate"] = stamp
    pdf.docinfo["/ModDate"] = stamp


def _fix_metadata_date(pdf: pikepdf.Pdf, moment: datetime) -> None:
    """The library notes the moment of its work; the paper's own date stands there instead."""
    stream = pdf.Root.Metadata
    stamp = moment.isoformat().encode()
    stream.write(_METADATA_DATE.sub(rb"\g<1>" + stamp + rb"\g<2>", stream.read_bytes()))


def page_count(pdf: bytes) -> int:
    """How many pages a finished paper has."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def is_archive_form(pdf: bytes) -> bool:
    """Whether the checker approves a finished paper as PDF/A-2b."""
    return bool(pdfa.validate_written(BytesIO(pdf), FLAVOUR).passed)
