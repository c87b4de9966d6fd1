"""The recovery sheet as a text file: the words that open an office's backups on any PC, and what to do with them.

It is written once, when the key is made; the program keeps no copy. Reading takes the whole sheet or only the words,
typed by hand. The words stand between two marks, so that the sentences around them may change.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kinerja_desktop.domain.errors import FileMissing
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.exchange import kata_pemulihan
from kinerja_desktop.exchange.atomic import write_text
from kinerja_desktop.exchange.kunci import Kunci
from kinerja_desktop.exchange.pindaian import is_scan, read_codes

NAME = "lembar-pemulihan.txt"

_BEGIN, _END = "KATA PEMULIHAN MULAI", "KATA PEMULIHAN SELESAI"
_BETWEEN = re.compile(rf"{_BEGIN}(.*?){_END}", re.DOTALL | re.IGNORECASE)
_LARGEST, _LARGEST_SCAN = 100_000, 40_000_000
_PER_LINE = 4

_SHEET = """\
LEMBAR PEMULIHAN KINERJA DESKTOP
================================

Kantor       : {nama}
Dibuat       : {tanggal}
Tanda kunci  : {tanda}

Lembar ini membuka semua cadangan kantor ini di komputer mana pun.
Siapa yang memegang lembar ini dapat membaca seluruh isi cadangan
dan memberi kode kepada siapa pun yang lupa sandi.

KERJAKAN SEKARANG
1. Cetak lembar ini dua kali.
2. Simpan satu lembar pada pimpinan kantor dan satu lembar pada Kasubag
   Perencanaan, masing-masing di tempat terkunci.
3. Hapus berkas ini dari komputer. Program tidak menyimpan kata-kata ini.

----- {begin} -----

{words}

----- {end} -----

CARA MEMAKAI DI KOMPUTER LAIN
1. Pasang Kinerja Desktop dan colokkan flashdisk yang berisi cadangan.
2. Pada Penyiapan Awal tekan «Pulihkan dari Cadangan», pilih berkas
   cadangannya, lalu ketik ke-24 kata di atas, berurutan. Huruf besar,
   nomor, dan spasi tidak berpengaruh.

Lewat baris perintah: tulis kata-kata itu ke dalam kata.txt, lalu
   kinerja uji-pulih CADANGAN.kpb --lembar kata.txt
   kinerja pulihkan CADANGAN.kpb --lembar kata.txt
dan hapus kata.txt.

BILA SANDI LUPA DAN TIDAK ADA DUA PEJABAT YANG DAPAT MENOLONG
Pada layar Masuk tekan Lupa sandi, lalu Pakai lembar pemulihan.

Bila lembar ini hilang atau dibaca orang lain, buat kunci baru dan cetak
lembar yang baru. Cadangan lama tetap hanya terbuka dengan lembar lama.
"""


@dataclass(frozen=True, slots=True)
class LembarPemulihan:
    """A sheet before it is written; ``kata`` are its 24 words."""

    nama: str
    tanggal: date
    kata: tuple[str, ...]

    @property
    def kunci(self) -> Kunci:
        """The recovery key that the words spell."""
        return Kunci.from_bytes(kata_pemulihan.secret_of(self.kata))


def mark_of(publik: str) -> str:
    """Short mark of a key by which a sheet and a backup are recognised as belonging together: "7T2P-Q5XH"."""
    end = publik[-8:].upper()
    return f"{end[:4]}-{end[4:]}"


def text_of(lembar: LembarPemulihan) -> str:
    """The whole sheet, narrow enough for A4 in a fixed-width font."""
    return _SHEET.format(
        nama=lembar.nama,
        tanggal=format_tanggal(lembar.tanggal),
        tanda=mark_of(lembar.kunci.publik),
        begin=_BEGIN,
        end=_END,
        words=_table(lembar.kata),
    )


def _table(words: tuple[str, ...]) -> str:
    """Four words a line, numbered in the order of reading."""
    cells = [f"{n:2}. {word:<10}" for n, word in enumerate(words, 1)]
    return "\n\n".join("  " + "  ".join(cells[n : n + _PER_LINE]).rstrip() for n in range(0, len(cells), _PER_LINE))


def write_sheet(lembar: LembarPemulihan, file: Path) -> Path:
    """Write the sheet, readable by its owner alone. Raises KnownFault."""
    write_text(file, text_of(lembar), mode=0o600)
    return file


def read_sheet(file: Path) -> tuple[str, ...]:
    """The words of a sheet, of a file that holds only them, or of the QR on a scan. Raises FileMissing, NotAScan."""
    try:
        with file.open("rb") as opened:
            content = opened.read(_LARGEST)
            if is_scan(content):
                return words_in(" ".join(read_codes(content + opened.read(_LARGEST_SCAN), str(file))))
            text = content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise FileMissing(str(file)) from error
    return words_in(text)


def words_in(text: str) -> tuple[str, ...]:
    """The words between the marks, or all words where there are no marks."""
    marked = _BETWEEN.search(text)
    return kata_pemulihan.read_words(marked.group(1).strip(" -\r\n") if marked else text)
