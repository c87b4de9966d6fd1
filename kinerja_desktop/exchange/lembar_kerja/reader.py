"""Read the workbook of an analyst back: is it this order's, does its sheet stand, what was filled in.

It is read by ``exchange.xlsx`` as every foreign workbook, and compared with the order as the office has it now
(``buku``). What is wrong with the whole ends the reading; what is wrong with cells is told all at once (``table``).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kinerja_desktop.domain.buku_lembar import BukuLembar, LembarTerbaca, Nilai, TandaLembar, baku
from kinerja_desktop.domain.errors import FileRefused
from kinerja_desktop.exchange.lembar_kerja import layout
from kinerja_desktop.exchange.lembar_kerja.table import Temuan, content, read_table
from kinerja_desktop.exchange.xlsx import Baris, Halaman, read_pages
from kinerja_desktop.exchange.xlsx.cells import Sel
from kinerja_desktop.exchange.xlsx.gate import refuse

_EXPORT = "Ekspor lembar baru dari tab Lembar Kerja, lalu salin isian sel kuning ke sana."


def baca_tanda(path: Path, kantor: str) -> TandaLembar:
    """Whose workbook it is. Raises FileRefused for one that is not ours, or of another office than ``kantor``."""
    tanda = _opened(path).tanda
    if tanda.kantor != kantor:
        raise refuse(path, _elsewhere(tanda), _OF_THIS_OFFICE)
    return tanda


def baca(path: Path, buku: BukuLembar) -> LembarTerbaca:
    """Everything that was filled in, and every fault. Raises FileRefused for a file that is no such workbook."""
    opened, found = _opened(path), Temuan(path.name)
    _check_order(opened, buku.tanda, found)
    if not found.kesalahan:
        _check_plan(opened.ingatan, buku, found)
    name = "" if found.kesalahan else _own_page(opened, found)
    page = opened.pages.get(name)
    isian = () if page is None else read_table(page, opened.ingatan, buku, found.on(name))
    return LembarTerbaca(name, isian, tuple(found.kesalahan), tuple(found.peringatan))


# --- the hidden sheet ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Opened:
    """A workbook of ours: the order, what its hidden sheet remembers of each row, its other sheets."""

    tanda: TandaLembar
    ingatan: Mapping[str, tuple[Nilai, ...]]
    pages: Mapping[str, Halaman | None]


def _opened(path: Path) -> _Opened:
    pages = read_pages(path, lambda _: True)
    hidden = next((name for name, page in pages.items() if _mark(page).startswith(_FAMILY)), None)
    page = None if hidden is None else pages[hidden]
    if page is None:
        raise refuse(path, "Buku kerja ini bukan lembar kerja dari Kinerja Desktop.", "Pilih hasil «Ekspor ke Excel».")
    if _mark(page) != layout.FORMAT:
        raise refuse(path, "Lembar kerja ini dibuat oleh versi program yang lain.", _EXPORT)
    try:
        return _Opened(*_memory(page), {name: other for name, other in pages.items() if name != hidden})
    except ValueError as error:
        raise _forgotten(path) from error


_FAMILY = layout.FORMAT.rpartition("-")[0] + "-"


def _mark(page: Halaman | None) -> str:
    first = page.baris[0] if page is not None and page.baris else {}
    return first[1].teks if 1 in first else ""


def _forgotten(path: Path) -> FileRefused:
    return refuse(path, "Catatan tersembunyi di buku kerja ini berubah, sehingga pemiliknya tidak pasti.", _EXPORT)


def _memory(page: Halaman) -> tuple[TandaLembar, Mapping[str, tuple[Nilai, ...]]]:
    """What the hidden sheet says, where its seal holds. Raises ValueError."""
    rows = {_number(row): row for row in page.baris}
    *sign, seal = (layout.tampil(content(rows.get(n, {}).get(1))) for n in range(2, layout.ROW_SEAL + 1))
    remembered = [
        tuple(content(row.get(column)) for column in range(1, layout.LEBAR_INGATAN + 1))
        for number, row in sorted(rows.items())
        if number >= layout.FIRST_ROW and 1 in row
    ]
    if seal != layout.segel(sign, remembered):
        raise ValueError
    return layout.tanda_dari(sign), {layout.kunci(row): row for row in remembered}


def _number(row: Baris) -> int:
    return next(iter(row.values())).baris


# --- whose it is -----------------------------------------------------------------------------------


_OF_THIS_OFFICE = "Pilih lembar dari kantor ini."


def _elsewhere(tanda: TandaLembar) -> str:
    return f"Lembar ini dari kantor lain: {tanda.instansi}, {tanda.tentang}."


def _check_order(opened: _Opened, ours: TandaLembar, found: Temuan) -> None:
    """The first thing that is unlike says enough."""
    theirs = opened.tanda
    if theirs.kantor != ours.kantor:
        found.fault(None, None, _elsewhere(theirs), _OF_THIS_OFFICE)
    elif theirs.berkas != ours.berkas:
        sebab = f"Lembar ini untuk {theirs.tentang}, sedangkan yang dibuka {ours.tentang}."
        found.fault(None, None, sebab, f"Pilih lembar {ours.tentang}, atau buka triwulan yang sesuai.")
    elif theirs.versi != ours.versi:
        sebab = f"Lembar ini versi lama: sesudah diekspor, bahan {ours.tentang} sudah diajukan atau dikembalikan."
        found.fault(None, None, sebab, _EXPORT)


_PLAN = {4: "Satuan", 5: "Target", layout.LEBAR_INGATAN - 1: "Data dasar"}
"""Places of the remembered row that belong to the plan: where they changed, a figure may mean something else."""


def _check_plan(remembered: Mapping[str, tuple[Nilai, ...]], buku: BukuLembar, found: Temuan) -> None:
    now = {layout.kunci(row): row for row in layout.ingatan(buku)}
    words = [f"indikator {kode} ditambahkan" for kode in now if kode not in remembered]
    words += [f"indikator {kode} dihapus" for kode in remembered if kode not in now]
    for kode in (k for k in now if k in remembered):
        words += _moved(kode, remembered[kode], now[kode])
    for text in words:
        found.fault(None, None, f"Lembar ini versi lama: sesudah diekspor, {text}.", _EXPORT)


def _moved(kode: str, before: Sequence[Nilai], after: Sequence[Nilai]) -> Iterable[str]:
    for at, what in _PLAN.items():
        if baku(before[at]) != baku(after[at]):
            yield f"{what.lower()} {kode} berubah dari {_shown(before[at])} menjadi {_shown(after[at])}"


def _shown(nilai: Nilai) -> str:
    return "kosong" if nilai in (None, "") else layout.tampil(nilai)


# --- which sheet -----------------------------------------------------------------------------------


def _own_page(opened: _Opened, found: Temuan) -> str:
    """Name of the one sheet that carries this order's code; empty where there is none or more than one."""
    codes = {name: _code(page) for name, page in opened.pages.items() if page is not None}
    own = [name for name, code in codes.items() if code == opened.tanda.kode]
    if len(own) > 1:
        names = " dan ".join(f"«{name}»" for name in own)
        sebab = f"Lembar ini ada {len(own)} kali: {names}. Tidak pasti mana yang berlaku."
        found.fault(None, None, sebab, "Hapus salinan yang tidak dipakai, lalu simpan lagi.")
        return ""
    if not own:
        _tell_missing({name: code for name, code in codes.items() if code}, found)
        return ""
    if own[0] != layout.LEMBAR:
        found.on(own[0]).warn(None, None, f"Nama lembar berubah dari «{layout.LEMBAR}»; lembar ini tetap dibaca.")
    for name in opened.pages:
        if name != own[0]:
            found.on(name).warn(None, None, "Lembar tambahan ini tidak dibaca.")
    return own[0]


def _tell_missing(foreign: Mapping[str, str], found: Temuan) -> None:
    for name in foreign:
        found.on(name).fault(None, None, "Lembar ini disalin dari buku kerja lain.", _EXPORT)
    if not foreign:
        found.fault(None, None, f"Lembar «{layout.LEMBAR}» tidak ada di buku kerja ini.", _EXPORT)


def _code(page: Halaman) -> str:
    """The code that is printed on a sheet; empty on a sheet that is none of ours."""
    cells = (sel for row in page.baris for sel in row.values())
    return next((_after(sel) for sel in cells if sel.teks.startswith(layout.KODE)), "")


def _after(sel: Sel) -> str:
    return sel.teks.removeprefix(layout.KODE).strip()
