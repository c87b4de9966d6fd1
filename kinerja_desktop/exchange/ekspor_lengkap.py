"""The files of a full export: every table as JSON and CSV, and a text that says what stands in each.

What goes in is decided by ``services.full_export``; here only how a table is written and described.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from textwrap import wrap
from typing import Final

from kinerja_desktop.domain.tabel import Kolom, Nilai, Tabel
from kinerja_desktop.domain.tanggal import format_tanggal, format_waktu
from kinerja_desktop.exchange.csv_text import guarded
from kinerja_desktop.exchange.manifest import Anggota

DATA: Final = "data"
BACA_SAYA: Final = "BACA-SAYA.txt"
MANIFES: Final = "manifes.json"
FORMAT: Final = 1
TEKS: Final = "teks"
"""How a column of free words is told; such cells alone are guarded against formulas."""
_TOGETHER: Final = 500
_WIDTH: Final = 94
_BOM: Final = b"\xef\xbb\xbf"
"""So that Excel reads the letters right."""

Baris = Mapping[str, Nilai]


@dataclass(frozen=True, slots=True)
class Asal:
    """Where an export comes from: the office, the program, the moment, the head of its history."""

    kantor: str
    kantor_id: str
    program: str
    skema: int
    dibuat: datetime
    urut: int
    kepala: str
    latihan: bool


def json_pieces(tabel: Tabel, rows: Iterable[Baris]) -> Iterator[bytes]:
    """The table as one JSON document, a row on each line."""
    columns = [kolom.nama for kolom in tabel.kolom]
    yield f'{{"tabel": {_json(tabel.nama)}, "kolom": {_json(columns)}, "baris": ['.encode()
    between = "\n"
    for together in _pieces(rows):
        yield (between + ",\n".join(map(_json, together))).encode()
        between = ",\n"
    yield b"\n]}\n"


def csv_pieces(tabel: Tabel, rows: Iterable[Baris]) -> Iterator[bytes]:
    """The table as CSV: UTF-8, semicolons, heads in the first line."""
    yield _BOM + _lines([[kolom.nama for kolom in tabel.kolom]])
    for together in _pieces(rows):
        yield _lines([_cell(kolom, row[kolom.nama]) for kolom in tabel.kolom] for row in together)


def _cell(kolom: Kolom, value: Nilai) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    return guarded(value) if isinstance(value, str) and kolom.ragam == TEKS else str(value)


def _lines(rows: Iterable[Sequence[str]]) -> bytes:
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=";", lineterminator="\r\n").writerows(rows)
    return target.getvalue().encode()


def _pieces(rows: Iterable[Baris]) -> Iterator[list[Baris]]:
    together: list[Baris] = []
    for row in rows:
        together.append(row)
        if len(together) == _TOGETHER:
            yield together
            together = []
    if together:
        yield together


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def manifest_bytes(asal: Asal, isi: Sequence[Anggota]) -> bytes:
    """What the export holds, each file with its digest."""
    told = {**asdict(asal), "dibuat": asal.dibuat.isoformat(), "format": FORMAT, "berkas": [asdict(a) for a in isi]}
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


# --- the description -----------------------------------------------------------------------------


def description(asal: Asal, tabel: Sequence[Tabel], counts: Mapping[str, int], files: Mapping[str, int]) -> str:
    """The text that goes with an export. ``counts`` are rows by table, ``files`` stored files by folder."""
    return _described(_head(asal, files), tabel, counts)


def rescue_description(
    asal: Asal, tahun: int, tabel: Sequence[Tabel], counts: Mapping[str, int], files: Mapping[str, int]
) -> str:
    """The text that goes with the yearly rescue copy."""
    return _described(_rescue_head(asal, tahun, files), tabel, counts)


def _described(head: str, tabel: Sequence[Tabel], counts: Mapping[str, int]) -> str:
    parts = [head, *(_table_text(t, counts[t.nama]) for t in tabel)]
    return "\r\n".join("\n\n".join(parts).splitlines()) + "\r\n"


def _rescue_head(asal: Asal, tahun: int, files: Mapping[str, int]) -> str:
    practice = "\nINI KANTOR LATIHAN; isinya bukan data sungguhan.\n" if asal.latihan else ""
    stored = "\n".join(f"  {folder + '/':<18}{_FILES[folder]} ({n} berkas)" for folder, n in files.items())
    day = f"{format_tanggal(asal.dibuat)} pukul {format_waktu(asal.dibuat)}"
    return f"""SALINAN PENYELAMATAN {tahun} {asal.kantor.upper()}
Dibuat {day} oleh Kinerja Desktop {asal.program}.
{practice}
Folder ini memuat data kantor dan dokumen tahun {tahun} dalam bentuk terbuka, supaya tetap dapat dibaca
bila program dan cadangan tidak dapat dibuka lagi. Isinya memuat nama dan NIP pegawai: jangan disalin
ke tempat yang tidak terkunci. Sandi, kunci cadangan, dan berkas bukti dukung tidak ikut.

ISI FOLDER
  {BACA_SAYA:<18}uraian ini
  {MANIFES:<18}daftar semua berkas dengan ukuran dan sidik SHA-256
  {DATA + "/":<18}setiap tabel sebagai NAMA.json
{stored}

{_JSON}

{_whole(asal)}

TABEL DAN KOLOM"""


def _head(asal: Asal, files: Mapping[str, int]) -> str:
    practice = "\nINI KANTOR LATIHAN; isinya bukan data sungguhan.\n" if asal.latihan else ""
    stored = "\n".join(f"  {folder + '/':<18}{_FILES[folder]} ({n} berkas)" for folder, n in files.items())
    day = f"{format_tanggal(asal.dibuat)} pukul {format_waktu(asal.dibuat)}"
    return f"""EKSPOR LENGKAP {asal.kantor.upper()}
Dibuat {day} oleh Kinerja Desktop {asal.program}.
{practice}
Folder ini memuat semua data dan semua berkas kantor dalam bentuk terbuka, supaya dapat dibaca
tanpa Kinerja Desktop. Isinya memuat nama dan NIP pegawai: simpan di tempat terkunci.
Sandi dan kunci cadangan tidak ikut.

ISI FOLDER
  {BACA_SAYA:<18}uraian ini
  {MANIFES:<18}daftar semua berkas dengan ukuran dan sidik SHA-256
  {DATA + "/":<18}setiap tabel dua kali: NAMA.json dan NAMA.csv
{stored}

{_JSON}

CARA MEMBACA CSV
  UTF-8, pemisah titik koma, baris pertama nama kolom. Sel kosong berarti tidak ada nilai.
  Pada kolom "teks", tanda petik tunggal (') di awal sel bukan bagian isi: hapus satu tanda itu
  bila sel diawali olehnya. Tanda itu mencegah Excel menjalankan isi sel sebagai rumus, dan
  menandai teks kosong.
  Di Excel: Data > Dari Teks/CSV, pilih UTF-8 dan titik koma, dan pilih jenis "Teks" untuk kolom
  yang memuat NIP atau kode.

{_whole(asal)}

TABEL DAN KOLOM"""


def _whole(asal: Asal) -> str:
    return f"""MEMERIKSA KEUTUHAN
  Sidik SHA-256 setiap berkas tertulis di {MANIFES}. Riwayat kantor (tabel journal) berantai:
  catatan terakhir bernomor {asal.urut} dengan sidik
  {asal.kepala or "(belum ada)"}."""


_JSON: Final = """CARA MEMBACA JSON
  UTF-8. "kolom" menyebut nama kolom, "baris" berisi semua baris. Angka pecahan ditulis sebagai
  teks dengan titik, supaya setiap angka di belakang koma utuh. null berarti tidak ada nilai;
  tidak ada nilai berbeda dengan nol dan berbeda dengan teks kosong."""
_FILES: Mapping[str, str] = {
    "dokumen": "dokumen PDF dan pindaian bertanda tangan, bernama jenis dan periodenya",
    "arsip": "dokumen PDF dan pindaian, bernama sidiknya; lihat tabel papers",
    "bukti": "berkas bukti dukung, bernama sidiknya; lihat kolom bukti pada tabel isi_indikator",
}


def _table_text(tabel: Tabel, count: int) -> str:
    skipped = f"\n  Tidak diekspor: {', '.join(tabel.dilewati)}." if tabel.dilewati else ""
    columns = "\n".join(map(_column_text, tabel.kolom))
    return f"{tabel.nama} ({count} baris)\n  {tabel.uraian}{skipped}\n{columns}"


def _column_text(kolom: Kolom) -> str:
    empty = "; boleh tanpa nilai" if kolom.boleh_kosong else ""
    words = wrap(f"Pilihan: {'; '.join(kolom.pilihan)}.", _WIDTH) if kolom.pilihan else []
    return "\n      ".join((f"    {kolom.nama}: {kolom.uraian} [{kolom.ragam}{empty}]", *words))
