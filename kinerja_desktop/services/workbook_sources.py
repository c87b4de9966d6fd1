"""Workbooks of other sources: what their columns are, chosen once by a person and known again by their heads.

What was chosen lies with the office (setting ``KEY``, with its record in the history), so that window and command line
know the same sources. How heads are found and compared stands in ``exchange.buku_kinerja.layout``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kinerja_desktop.domain.errors import FileRefused, Kesalahan
from kinerja_desktop.domain.huruf import composed
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import TAHUN_PERTAMA, TAHUN_TERAKHIR
from kinerja_desktop.exchange.buku_kinerja import TataLetak, columns, layout
from kinerja_desktop.exchange.buku_kinerja.columns import Lembar
from kinerja_desktop.exchange.buku_kinerja.layout import SUBJECTS, Kepala, Sheets, Tabel, Tables
from kinerja_desktop.exchange.buku_kinerja.values import shown
from kinerja_desktop.exchange.lembar_kerja import layout as lembar_kerja
from kinerja_desktop.exchange.xlsx import read_xlsx, sheet_names
from kinerja_desktop.exchange.xlsx.cells import Jenis, Sel, column_letters
from kinerja_desktop.services import trail
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Context, permits

__all__ = ["SUBJECTS", "BukuAsing", "Lembar", "Tabel", "Tables", "known_layout", "look", "remember"]

KEY = "impor.susunan"
_OF_AN_ANALYST = (
    "Berkas ini lembar kerja analis, bukan Buku Kinerja.",
    "Analisnya membaca berkas ini di tab Lembar Kerja, dengan tombol Baca dari Excel.",
)
_SAMPLE_ROWS = 40


@dataclass(frozen=True, slots=True)
class BukuAsing:
    """A workbook that is no Buku Kinerja: its sheets, and what its columns may be. ``diingat``: chosen before."""

    path: Path
    sheets: Sheets
    tables: Tables
    tahun: int
    diingat: bool = False

    def contoh(self, lembar: str) -> tuple[tuple[str, ...], tuple[tuple[int, tuple[str, ...]], ...]]:
        """The top of a sheet as it looks: letters of the columns, and each row with its number."""
        rows = self.sheets.get(lembar, ())[:_SAMPLE_ROWS]
        last = max((position for row in rows for position in row), default=0)
        letters = tuple(map(column_letters, range(1, last + 1)))
        lines = []
        for row in rows:
            texts = (_as_seen(row[position]) if position in row else "" for position in range(1, last + 1))
            lines.append((next(iter(row.values())).baris, tuple(texts)))
        return letters, tuple(lines)

    def tabel(self, subject: Lembar, lembar: str, judul: int, akhir: int) -> Tabel | None:
        """One of our sheets under other heads, with the columns that their words propose; None without heads there."""
        kepala = layout.heads(lembar, self.sheets.get(lembar, ()), judul, akhir)
        return None if kepala is None else Tabel(kepala, layout.propose(kepala, subject))

    def sample_of(self, kepala: Kepala, at: int) -> str:
        """The first filled cell below a head."""
        position = kepala.kolom[at]
        below = (row for row in self.sheets[kepala.lembar] if next(iter(row.values())).baris >= kepala.data)
        return next((_as_seen(row[position]) for row in below if position in row), "")


def _as_seen(sel: Sel) -> str:
    """A cell as its reader sees it in a spreadsheet; a figure with a comma."""
    text = shown(sel) or ""
    return text.replace(".", ",") if sel.jenis is Jenis.ANGKA else text


def is_ours(path: Path) -> bool:
    """True for a Buku Kinerja, by its compulsory sheets. Raises FileRefused, for the workbook of an analyst too."""
    names = {nama.strip().casefold() for nama in sheet_names(path)}
    if lembar_kerja.TERSEMBUNYI in names:
        raise FileRefused((Kesalahan(path.name, None, None, None, *_OF_AN_ANALYST),))
    return all(lembar.nama.casefold() in names for lembar in columns.SEMUA if lembar.wajib)


@permits(Role.KASUBAG_PERENCANAAN)
def look(ctx: Context, path: Path, *, always: bool = False) -> BukuAsing | None:
    """A workbook of another source with what is known or guessed of it; None for a Buku Kinerja, but for ``always``.

    A file may carry our names of sheets and yet other columns, or its heads in another row. Raises FileRefused.
    """
    if not always and is_ours(path):
        return None
    sheets = {nama: rows for nama, rows in read_xlsx(path, lambda _: True).items() if rows}
    if not sheets:
        sebab = "Tidak ada satu baris pun di berkas ini."
        raise FileRefused((Kesalahan(path.name, None, None, None, sebab, "Pilih berkas lain yang berisi data."),))
    known = layout.recall(sheets, _kept(ctx))
    tables = known or layout.guess(sheets)
    tahun = layout.year_in(sheets, tables) or _year(ctx)
    return BukuAsing(path, sheets, tables, tahun, bool(known))


@permits(Role.KASUBAG_PERENCANAAN)
def known_layout(ctx: Context, path: Path, tahun: int | None = None) -> TataLetak | None:
    """The layout that was chosen for files like this one; None for a Buku Kinerja and for an unknown source."""
    asing = look(ctx, path)
    return layout_of(asing, tahun) if asing is not None and asing.diingat else None


def layout_of(asing: BukuAsing, tahun: int | None = None) -> TataLetak:
    """As the reader takes it."""
    return layout.tata_letak(asing.tables, tahun or asing.tahun)


def missing(asing: BukuAsing) -> Mapping[str, tuple[str, ...]]:
    """Compulsory columns that nothing was chosen for, by our sheets; the first one of these must be there."""
    subjects = {lembar.nama: lembar for lembar in SUBJECTS}
    first = SUBJECTS[0]
    found = {nama: layout.missing(subjects[nama], tabel.kolom) for nama, tabel in asing.tables.items()}
    if first.nama not in asing.tables:
        found[first.nama] = layout.missing(first, {})
    return {nama: names for nama, names in found.items() if names}


def with_table(asing: BukuAsing, subject: str, tabel: Tabel | None) -> BukuAsing:
    """The workbook with another choice for one of our sheets; None takes it out."""
    tables = {nama: t for nama, t in asing.tables.items() if nama != subject}
    if tabel is not None:
        tables[subject] = tabel
    return replace(asing, tables=tables)


def with_year(asing: BukuAsing, tahun: int) -> BukuAsing:
    """The workbook as one of another year."""
    return replace(asing, tahun=tahun)


@permits(Role.KASUBAG_PERENCANAAN)
def remember(ctx: Context, asing: BukuAsing) -> Changes:
    """Keep what was chosen for files with these heads."""
    kept = _kept(ctx)
    chosen = {**kept, **layout.remember(asing.tables)}
    if chosen == kept:
        return frozenset()
    with ctx.office.store.unit() as unit:
        teks = json.dumps(chosen, sort_keys=True, ensure_ascii=False)
        unit.settings.put(KEY, teks)
        isi = {"sumber": composed(asing.path.name), "lembar": sorted(asing.tables)}
        trail.record(unit, ctx.actor, ctx.now(), trail.Kind.SETTING, KEY, isi=isi, sidik=teks)
        unit.commit()
    return frozenset({Change.SETTINGS})


def _kept(ctx: Context) -> layout.Remembered:
    with ctx.office.store.read() as unit:
        kept: layout.Remembered = json.loads(unit.settings.get(KEY) or "{}")
    return kept


def _year(ctx: Context) -> int:
    """The newest year that has a plan, else this one."""
    with ctx.office.store.read() as unit:
        return max(unit.planning.years(), default=ctx.today().year)


def is_year(tahun: int) -> bool:
    """Whether a plan may be of this year."""
    return TAHUN_PERTAMA <= tahun <= TAHUN_TERAKHIR
