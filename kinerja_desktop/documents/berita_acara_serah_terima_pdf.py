"""Berita Acara Serah Terima: both parties, unfinished tasks, keys and copies, settings, signatures."""

from collections.abc import Sequence
from typing import Final

from reportlab.platypus import Flowable

from kinerja_desktop.documents.blocks import body, heading
from kinerja_desktop.documents.columns import Column, Kind, Row, Tabel, texts
from kinerja_desktop.documents.signature import Signer
from kinerja_desktop.documents.simple_paper import render_simple
from kinerja_desktop.documents.style import Sheet, portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.dokumen_serah_terima import BeritaAcaraSerahTerima

_PARTIES: Final = (
    Column("Hal", 31),
    Column("Pihak Pertama\n(yang menyerahkan)", 67),
    Column("Pihak Kedua\n(yang menerima)", 67),
)
_TASKS: Final = (
    Column("No", 8, Kind.CENTRED),
    Column("Tugas", 82),
    Column("Masa", 35),
    Column("Batas Waktu", 40),
)
_KEYS: Final = (Column("Kunci, akun, dan cadangan", 55), Column("Keadaan", 110))
_SETTINGS: Final = (Column("Pengaturan", 55), Column("Isi", 110))


def render(paper: BeritaAcaraSerahTerima) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    sheet = portrait(paper.naskah.kertas)
    tasks = [(str(n), t.tugas, t.masa, t.batas) for n, t in enumerate(paper.tugas, start=1)]
    content = [
        *body(paper.pembuka),
        _table(_PARTIES, [(p.hal, p.pertama, p.kedua) for p in paper.pihak], sheet),
        *body(paper.penyerahan),
        heading("Tugas yang Belum Selesai", "section"),
        *(_listed(_TASKS, tasks, paper.tanpa_tugas, sheet)),
        heading("Kunci, Akun, dan Cadangan", "section"),
        _table(_KEYS, paper.kunci, sheet),
        heading("Pengaturan yang Berbeda dari Bawaan", "section"),
        *(_listed(_SETTINGS, paper.setelan, paper.tanpa_setelan, sheet)),
    ]
    signers = [Signer(paper.menyerahkan, "Pihak Pertama,"), Signer(paper.menerima, "Pihak Kedua,")]
    if paper.mengetahui is not None:
        signers.append(Signer(paper.mengetahui, "Mengetahui,"))
    return render_simple(paper.naskah, content, *signers, closing=paper.penutup)


def _listed(
    columns: tuple[Column, ...], rows: Sequence[tuple[str, ...]], nothing: str, sheet: Sheet
) -> Sequence[Flowable]:
    return [_table(columns, rows, sheet)] if rows else body([nothing])


def _table(columns: tuple[Column, ...], rows: Sequence[tuple[str, ...]], sheet: Sheet) -> Flowable:
    return flow_table(Tabel(columns, tuple(Row(texts(*row)) for row in rows)), sheet)
