"""Files that an analyst of a practice year adds: a page of a register and a photo of it, made at that moment.

They come in by the way that the window takes, so a practice office shows everything that evidence can be.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import evidence
from kinerja_desktop.services.context import Context

_BEFORE_END = timedelta(days=2)


def with_files(
    ctx: Context, rows: Sequence[IsiIndikator], triwulan: Triwulan, nama: dict[str, str]
) -> list[IsiIndikator]:
    """The rows, the first one with a figure proved by files. ``nama`` are names of indikator by kode."""
    first = next((row for row in rows if row.realisasi is not None), None)
    if first is None or any(piece.sha256 for piece in first.bukti):
        return list(rows)
    files = tuple(_files(ctx, first, triwulan, nama[first.kode]))
    return [replace(row, bukti=(*row.bukti, *files)) if row is first else row for row in rows]


def _files(ctx: Context, row: IsiIndikator, triwulan: Triwulan, nama: str) -> Iterator[Bukti]:
    from kinerja_desktop.documents.bukti_contoh import desk_photo, register_page

    assert row.realisasi is not None
    day = triwulan.last_day - _BEFORE_END
    much = format_angka(row.realisasi)
    title = f"Register {triwulan.label_tahun}"
    with TemporaryDirectory(prefix="kinerja-bukti-") as folder:
        page = register_page(title, [(nama, much)])
        yield _added(ctx, Path(folder) / f"{title}.pdf", page, day)
        photo = desk_photo(f"{title}\nIndikator {row.kode}", [nama, f"Jumlah: {much}"], day)
        yield _added(ctx, Path(folder) / f"IMG_{day:%Y%m%d}_0915.jpg", photo, day)


def _added(ctx: Context, path: Path, content: bytes, day: date) -> Bukti:
    path.write_bytes(content)
    moment = datetime.combine(day, time(9, 15), ctx.now().tzinfo).timestamp()
    os.utime(path, (moment, moment))
    return evidence.add_file(ctx, path)
