"""From a cell to a value: figures in Indonesian form, words of a list, days, yes and no.

One function per ``Bentuk``; each returns the value and, where it had to interpret, a note for the reader
of the warnings. What the value is for does not matter here. To add a form: a member of ``Bentuk`` and a
function in ``_READERS``.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias

from kinerja_desktop.domain.errors import AngkaSalah, NipSalah, SebabAngka
from kinerja_desktop.domain.nip import read_nip
from kinerja_desktop.domain.numerals import check_limits, format_angka, read_angka, seen
from kinerja_desktop.domain.pegawai import StatusPegawai
from kinerja_desktop.domain.realisasi import MAKS_TEKS
from kinerja_desktop.domain.tanda import hidden_sign
from kinerja_desktop.domain.tanggal import BULAN, format_tanggal
from kinerja_desktop.domain.triwulan import TAHUN_PERTAMA, TAHUN_TERAKHIR
from kinerja_desktop.exchange.buku_kinerja.columns import Bentuk, Kolom
from kinerja_desktop.exchange.buku_kinerja.findings import Fault
from kinerja_desktop.exchange.xlsx.cells import Jenis, Sel

Skala = Mapping[tuple[str, str], Decimal]
"""Figures of predicates by unit and text, both as ``key`` writes them."""
Value: TypeAlias = Any
"""What a cell holds, by the ``Bentuk`` of its column; ``rows`` knows which."""
Read = tuple[Value, str | None]
_NO_VALUE = frozenset({"-", "n/a"})
_LONGEST_NO_VALUE = 3
_DIGITS_OF_A_FLOAT = 15


def key(text: str | None) -> str:
    """A text for comparing: without case and outer blanks."""
    return (text or "").strip().casefold()


def shown(sel: Sel) -> str | None:
    """What a fault shows as the cell's content."""
    return format_tanggal(sel.tanggal) if sel.jenis is Jenis.TANGGAL else sel.teks or None


_TEKS, _ANGKA = Jenis.TEKS, Jenis.ANGKA  # looked up once: members of an Enum are slow to reach
Said: TypeAlias = str | tuple[str, bool | Jenis]
"""What two cells of a column must have in common to have the same value: a text, or what else stands there."""


def said(sel: Sel) -> Said:
    """What a cell says, whatever its place."""
    jenis = sel.jenis
    if jenis is _TEKS:
        return sel.teks
    return (sel.teks, sel.persen if jenis is _ANGKA else jenis)


def hangs_on_unit(kolom: Kolom, sel: Sel) -> bool:
    """Whether another unit in the row could make another value of the same cell: predicates are texts among figures."""
    return kolom.bentuk is Bentuk.ANGKA and sel.jenis is _TEKS


def read_value(kolom: Kolom, sel: Sel, skala: Skala, satuan: str | None) -> Read:
    """The value of a filled cell. Raises Fault."""
    if sel.jenis not in _USABLE:
        raise Fault(*_UNUSABLE[sel.jenis])
    if kolom.bentuk is Bentuk.ANGKA:
        return _angka(sel, skala, satuan)
    if kolom.bentuk is Bentuk.TEKS:
        return _teks(kolom, sel)
    if len(sel.teks) <= _LONGEST_NO_VALUE and key(sel.teks) in _NO_VALUE:
        return None, None
    return _READERS[kolom.bentuk](kolom, sel)


_FILL_FIGURE_OR_TEXT = "Hapus isinya atau ketik lagi nilainya."
_UNUSABLE: Mapping[Jenis, tuple[str, str]] = {
    Jenis.LOGIKA: ("Sel berisi nilai benar/salah (TRUE/FALSE).", _FILL_FIGURE_OR_TEXT),
    Jenis.GALAT: ("Sel berisi nilai galat.", "Perbaiki rumusnya di Excel, atau ketik nilainya."),
    Jenis.RUMUS_KOSONG: (
        "Rumus di sel ini belum mempunyai hasil.",
        "Buka dan simpan berkas di Excel agar rumusnya dihitung, atau ketik nilainya.",
    ),
    Jenis.BUKAN_BILANGAN: ("Isi sel bukan bilangan.", _FILL_FIGURE_OR_TEXT),
}
_USABLE = (Jenis.TEKS, Jenis.ANGKA, Jenis.TANGGAL)
_UNEXPECTED_DAY = Fault("Sel berisi tanggal, padahal bukan kolom tanggal.", "Ubah format selnya, lalu ketik lagi.")


# --- figures -------------------------------------------------------------------------------------

_ROUND = (
    "Bulatkan: ketik misalnya 82,33, atau pakai rumus =ROUND(angka;2), lalu simpan lagi. "
    "Sel Excel dapat menampilkan digit yang lebih sedikit daripada yang disimpannya."
)
_FIGURE_FAULTS: Mapping[SebabAngka, tuple[str, str]] = {
    SebabAngka.BUKAN_ANGKA: ("Isi sel bukan angka.", "Tulis angka, misalnya 82,5, atau kosongkan."),
    SebabAngka.ADA_HURUF: ("Ada huruf di sel angka.", "Tulis angkanya saja, misalnya 80, atau kosongkan."),
    SebabAngka.KOMA_SEBELUM_TITIK: (
        "Angka ditulis dengan koma sebelum titik.",
        "Tulis titik untuk ribuan dan koma untuk desimal: 1.234,5.",
    ),
    SebabAngka.TITIK_TIDAK_TERATUR: (
        "Letak titik pada angka tidak teratur.",
        "Tulis titik setiap tiga angka: 1.234.567,89.",
    ),
    SebabAngka.TERLALU_BESAR: ("Angka lebih dari 15 digit di depan koma.", "Periksa angka dan satuannya."),
    SebabAngka.TERLALU_RINCI: ("Angka lebih dari 6 digit di belakang koma.", _ROUND),
}


def _angka(sel: Sel, skala: Skala, satuan: str | None) -> Read:
    try:
        if sel.jenis is Jenis.ANGKA:
            figure = sel.angka
            check_limits(figure, sel.teks)
            return figure, None
        if sel.jenis is Jenis.TANGGAL:
            raise _UNEXPECTED_DAY
        return _written(sel.teks, skala, satuan)
    except AngkaSalah as error:
        raise Fault(*_FIGURE_FAULTS[error.sebab]) from error


def _written(teks: str, skala: Skala, satuan: str | None) -> Read:
    predicate = skala.get((key(satuan), key(teks))) if skala else None
    if predicate is not None:
        return predicate, None
    read = read_angka(teks)
    note = f"«{teks}» dibaca: {read.dibaca}. Titik dianggap tanda desimal." if read.peringatan else None
    return read.nilai, note


_NO_YEAR = Fault("Tahun tidak dikenal.", f"Tulis tahun empat angka, {TAHUN_PERTAMA} sampai {TAHUN_TERAKHIR}.")


def _tahun(_kolom: Kolom, sel: Sel) -> Read:
    try:
        figure, _ = _angka(sel, {}, None)
    except Fault:  # its cure speaks of figures
        raise _NO_YEAR from None
    if figure is None:
        return None, None
    if figure != int(figure) or not TAHUN_PERTAMA <= figure <= TAHUN_TERAKHIR:
        raise _NO_YEAR
    return int(figure), None


# --- words ---------------------------------------------------------------------------------------

_TURNED = "teks ini memuat tanda tak terlihat yang dapat mengubah bacaannya ({}); ketik ulang teksnya."
_TYPE_ANEW = "Hapus isi sel, lalu ketik ulang tanpa menempel."


def _teks(kolom: Kolom, sel: Sel) -> Read:
    if sel.jenis is Jenis.TANGGAL:
        raise _UNEXPECTED_DAY
    teks = sel.teks if sel.jenis is Jenis.TEKS else format_angka(sel.angka).replace(".", "")
    if len(teks) > MAKS_TEKS:
        raise Fault(f"Teks berisi {len(teks)} huruf, paling banyak {MAKS_TEKS}.", "Ringkas teksnya.")
    if kolom.bentuk is not Bentuk.TEKS or not (sign := hidden_sign(teks)):
        return teks, None
    if not kolom.uraian:
        raise Fault(f"Isi sel memuat tanda tak terlihat yang dapat mengubah bacaannya ({sign}).", _TYPE_ANEW)
    return teks, _TURNED.format(sign)


def _kode(kolom: Kolom, sel: Sel) -> Read:
    """A key as text; a number cell gives its digits with a dot, as codes are written ("1.2").

    Signs that nobody sees would make two of what looks like one code.
    """
    teks = sel.teks if sel.jenis is Jenis.ANGKA else seen(_teks(kolom, sel)[0]).strip()
    return (tuple(_parts(teks)) if kolom.banyak else teks or None), None


def _parts(teks: str) -> Iterator[str]:
    return (part for raw in teks.split(";") if (part := raw.strip()))


def _pilihan(kolom: Kolom, sel: Sel) -> Read:
    teks = _teks(kolom, sel)[0]
    chosen = tuple(_chosen(kolom, part) for part in (_parts(teks) if kolom.banyak else (teks,)))
    if kolom.banyak:
        return tuple(dict.fromkeys(chosen)), None
    return chosen[0], None


_BETWEEN_WORDS = re.compile(r"[\s_\-]+")


def _chosen(kolom: Kolom, teks: str) -> Enum:
    def plain(word: str) -> str:
        return _BETWEEN_WORDS.sub("_", word.strip().casefold().rstrip("."))

    for choice in kolom.pilihan:
        if plain(str(choice.value)) == plain(teks):
            return choice
    words = ", ".join(str(choice.value).replace("_", " ") for choice in kolom.pilihan)
    raise Fault(f"«{teks}» tidak dikenal di kolom {kolom.nama}.", f"Pilih salah satu: {words}.")


def _ya_tidak(kolom: Kolom, sel: Sel) -> Read:
    teks = key(_teks(kolom, sel)[0])
    if teks not in ("ya", "tidak"):
        raise Fault(f"Kolom {kolom.nama} hanya menerima ya atau tidak.", "Tulis ya atau tidak, atau kosongkan.")
    return teks == "ya", None


def _nip(kolom: Kolom, sel: Sel) -> Read:
    """A NIP as 18 digits; one that is none stays as typed, with a note."""
    if sel.jenis is Jenis.ANGKA and len(sel.teks) > _DIGITS_OF_A_FLOAT:
        raise Fault(
            "NIP tersimpan sebagai angka sehingga digit terakhirnya sudah hilang.",
            "Ubah format selnya menjadi Teks, lalu ketik lagi NIP-nya.",
        )
    teks = _teks(kolom, sel)[0]
    try:
        return read_nip(teks, StatusPegawai.PNS), None
    except NipSalah:
        return teks, "NIP tidak terdiri atas 18 angka; periksa kembali."


# --- days ----------------------------------------------------------------------------------------

_DAY = re.compile(r"(?P<day>[0-9]{1,2})(?:[/.-]|\s+)(?P<month>[0-9]{1,2}|[a-z]+)(?:[/.-]|\s+)(?P<year>[0-9]{4})")
_ISO_DAY = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_MONTHS = {nama.casefold(): number for number, nama in enumerate(BULAN, 1)}


def _tanggal(_kolom: Kolom, sel: Sel) -> Read:
    if sel.jenis is Jenis.TANGGAL:
        return sel.tanggal, None
    teks = key(sel.teks)
    found = _ISO_DAY.fullmatch(teks) or _DAY.fullmatch(teks)
    day = None if found is None else _day(found["year"], found["month"], found["day"])
    if day is None:
        raise Fault("Tanggal tidak dapat dibaca.", "Tulis misalnya 1 Oktober 2026 atau 2026-10-01.")
    return day, None


def _day(year: str, month: str, day: str) -> date | None:
    number = _MONTHS.get(month) or (int(month) if month.isdecimal() else 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


_READERS: Mapping[Bentuk, Callable[[Kolom, Sel], Read]] = {
    Bentuk.KODE: _kode,
    Bentuk.TAHUN: _tahun,
    Bentuk.TANGGAL: _tanggal,
    Bentuk.PILIHAN: _pilihan,
    Bentuk.YA_TIDAK: _ya_tidak,
    Bentuk.NIP: _nip,
}
