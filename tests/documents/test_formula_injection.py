"""No writer of a workbook lets words become a formula: a test that goes through all of them."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_desktop.documents import xlsx
from kinerja_desktop.documents.outline import Daftar, Judul, Paragraf
from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.buku import BukuKinerja, TeksTriwulan
from kinerja_desktop.domain.indikator import Indikator, Rencana, Seksi, Tingkat
from kinerja_desktop.domain.pegawai import Instansi, Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.teks_sel import looks_like_formula
from kinerja_desktop.exchange.buku_kinerja import baca, tulis
from kinerja_desktop.exchange.daftar_tampak import DaftarTampak, as_xlsx
from kinerja_desktop.exchange.lembar_kerja import writer
from tests.documents.samples import laporan_triwulan
from tests.exchange import worksheets

ROOM = Path(xlsx.__file__).parents[1]
SIGNS = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
RESTS = ("1+1", "cmd|'/c calc'!A0", 'HYPERLINK("http://example.invalid";"klik")', "SUM(A1:A9)*0")
OTHERS = ("#REF!", "#N/A", "TRUE", "1E5", "'=1", " =1+1")
PAYLOADS = (*(sign + rest for sign in SIGNS for rest in RESTS), *OTHERS)


def _report(folder: Path, payload: str) -> Path:
    paper = laporan_triwulan()
    naskah = replace(paper.naskah, judul=payload, instansi=replace(paper.naskah.instansi, nama=payload))
    table = Daftar("Lembar", payload, (payload,), ((payload,),), catatan=(payload,))
    path = folder / "a.xlsx"
    path.write_bytes(xlsx.write(naskah, (Judul(payload), Paragraf(payload), table)))
    return path


def _book(payload: str) -> BukuKinerja:
    words = payload.strip()
    return BukuKinerja(
        Instansi(words, "Kabupaten Misal", alamat=words),
        Rencana(2026, (Indikator(words, words, sasaran=words, satuan=words, seksi=words, definisi=words),)),
        teks=(TeksTriwulan(words, 1, words, words, words),),
        anggaran=(BarisAnggaran(words, Tingkat.PROGRAM, words),),
        seksi=(Seksi(words, words),),
        pegawai=(Pegawai(words, words, (Role.ANALIS,), seksi=words),),
    )


def _year(folder: Path, payload: str) -> Path:
    path = folder / "a.xlsx"
    tulis(_book(payload), path)
    return path


def _worksheet(folder: Path, payload: str) -> Path:
    (group,) = worksheets.BUKU.kelompok[:1]
    rows = tuple(replace(row, nama=payload, definisi=payload, satuan=payload, terakhir=payload) for row in group.baris)
    path = folder / "a.xlsx"
    book = replace(worksheets.BUKU, kop=payload, judul=payload, kelompok=(replace(group, judul=payload, baris=rows),))
    writer.tulis(book, path)
    return path


def _list(folder: Path, payload: str) -> Path:
    path = folder / "daftar.xlsx"
    path.write_bytes(as_xlsx(DaftarTampak(payload, (payload,), ((payload,),), (payload,))))
    return path


WRITERS: Mapping[str, Callable[[Path, str], Path]] = {
    "documents/xlsx.py": _report,
    "exchange/buku_kinerja/writer.py": _year,
    "exchange/lembar_kerja/writer.py": _worksheet,
    "exchange/daftar_tampak.py": _list,
}
"""Every module that makes a workbook, and one made of nothing but a text. A new one belongs here."""


def _makes_workbooks(module: Path) -> bool:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Workbook") for node in ast.walk(tree))


def test_every_writer_is_known_here() -> None:
    found = {str(module.relative_to(ROOM).as_posix()) for module in ROOM.rglob("*.py") if _makes_workbooks(module)}

    assert found == WRITERS.keys()


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("module", WRITERS)
def test_words_stay_words(tmp_path: Path, module: str, payload: str) -> None:
    book = load_workbook(WRITERS[module](tmp_path, payload))

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    mine = [cell for cell in cells if cell.value == payload or cell.value == payload.strip()]

    assert mine
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert {cell.data_type for cell in mine} == {"s"}
    assert all(cell.quotePrefix for cell in mine if looks_like_formula(str(cell.value)))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_an_export_reads_back_to_the_same_words(tmp_path: Path, payload: str) -> None:
    book = _book(payload)
    tulis(book, tmp_path / "a.xlsx")

    again = baca(tmp_path / "a.xlsx")

    assert (again.rencana, again.seksi, again.teks) == (book.rencana, book.seksi, book.teks)
