"""The table of the sheet, row by row: what stands in the yellow cells, what happened to the locked ones.

Rows are known by their key in the first column, wherever they stand. What a figure or a text may be is told by
``buku_kinerja.values``, so that both workbooks refuse with the same sentences.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kinerja_desktop.domain.buku_lembar import ANGKA, Bagian, BarisBuku, BukuLembar, IsianTerbaca, Nilai, baku
from kinerja_desktop.domain.errors import Kesalahan
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.realisasi import MIN_ALASAN, panjang_alasan
from kinerja_desktop.exchange.buku_kinerja.columns import Bentuk, Kolom
from kinerja_desktop.exchange.buku_kinerja.findings import Fault
from kinerja_desktop.exchange.buku_kinerja.values import key, read_value, shown
from kinerja_desktop.exchange.lembar_kerja import layout
from kinerja_desktop.exchange.xlsx import Baris, Halaman
from kinerja_desktop.exchange.xlsx.cells import Jenis, Sel, address

_SHOWN = 80
Ingatan = Mapping[str, tuple[Nilai, ...]]


@dataclass(slots=True)
class Temuan:
    """Faults and warnings of one file, in the order in which they were found; ``on`` names the sheet they are at."""

    berkas: str
    lembar: str | None = None
    kesalahan: list[Kesalahan] = field(default_factory=list)
    peringatan: list[Kesalahan] = field(default_factory=list)

    def on(self, lembar: str) -> "Temuan":
        """The same lists, told at a sheet."""
        return replace(self, lembar=lembar)

    def fault(self, sel: str | None, nilai: str | None, sebab: str, saran: str) -> None:
        """Note what keeps the workbook out."""
        self.kesalahan.append(self._told(sel, nilai, sebab, saran))

    def warn(self, sel: str | None, nilai: str | None, sebab: str) -> None:
        """Note what was understood, or is only odd."""
        self.peringatan.append(self._told(sel, nilai, sebab, ""))

    def _told(self, sel: str | None, nilai: str | None, sebab: str, saran: str) -> Kesalahan:
        short = nilai if nilai is None or len(nilai) <= _SHOWN else f"{nilai[:_SHOWN]}…"
        return Kesalahan(self.berkas, self.lembar, sel, short, sebab, saran)


def content(sel: Sel | None) -> Nilai:
    """What a cell says, to be compared with what it said before; a formula without result is not nothing."""
    if sel is None:
        return None
    return sel.angka if sel.jenis is Jenis.ANGKA else sel.teks or sel.jenis.value


def read_table(page: Halaman, remembered: Ingatan, buku: BukuLembar, found: Temuan) -> tuple[IsianTerbaca, ...]:
    """Every open cell that is unlike what it was at the export."""
    return tuple(_Table(page, remembered, buku, found).read())


class _Table:
    """One reading of the table."""

    def __init__(self, page: Halaman, remembered: Ingatan, buku: BukuLembar, found: Temuan) -> None:
        self._page, self._remembered, self._found = page, remembered, found
        self._columns = tuple(enumerate(layout.kolom(buku), 1))
        self._rows = {baris.kode.strip(): baris for baris in buku.baris}
        self._titles = {key(str(row[0])) for row in remembered.values()}
        self._seen: list[str] = []

    def read(self) -> Iterator[IsianTerbaca]:
        head = self._head()
        if head == 0 or not self._heads_stand(head):
            return
        body = [row for row in self._page.baris if _number(row) > head]
        for row in body:
            yield from self._row(row)
        self._check_rows()
        self._check_merged(head, max((_number(row) for row in body), default=head))

    # the head

    def _head(self) -> int:
        """Number of the row of heads, 0 where there is none."""
        names = [kolom.kepala for _, kolom in self._columns[:2]]
        for row in self._page.baris:
            if [row[column].teks if column in row else "" for column in (1, 2)] == names:
                return _number(row)
        sebab = "Baris judul kolom («No.», «Indikator kinerja») tidak ditemukan."
        self._found.fault(None, None, sebab, "Kembalikan baris itu, atau ekspor lembar baru.")
        return 0

    def _heads_stand(self, head: int) -> bool:
        cells = next(row for row in self._page.baris if _number(row) == head)
        before = len(self._found.kesalahan)
        for column, kolom in self._columns:
            sel = cells.get(column)
            if sel is None or " ".join(sel.teks.split()) != kolom.kepala:
                saran = f"Judul kolom ini seharusnya «{kolom.kepala}». Kembalikan susunan kolomnya."
                nilai = None if sel is None else shown(sel)
                self._found.fault(address(head, column), nilai, "Kolom bergeser atau berganti judul.", saran)
        return len(self._found.kesalahan) == before

    # rows

    def _row(self, row: Baris) -> Iterator[IsianTerbaca]:
        kode = row[1].teks if 1 in row else ""
        if kode not in self._remembered:
            self._outside(row, kode)
        elif kode in self._seen:
            saran = "Hapus baris salinannya, lalu simpan lagi."
            self._found.fault(row[1].alamat, kode, f"Baris {kode} ada dua kali.", saran)
        else:
            self._seen.append(kode)
            yield from self._cells(row, self._remembered[kode], self._rows[kode])

    def _outside(self, row: Baris, kode: str) -> None:
        """A row that is none of an indikator: the heading of a sasaran, or something added."""
        inside = [row[column] for column, _ in self._columns if column in row]
        if not inside or (len(inside) == 1 and key(kode) in self._titles):
            return
        typed = [row[column] for column, kolom in self._columns if kolom.bagian is not None and column in row]
        sel = (typed or inside)[0]
        saran = "Pindahkan isinya ke baris indikatornya, lalu hapus baris ini."
        self._found.fault(sel.alamat, shown(sel), "Baris ini bukan baris indikator dari lembar ini.", saran)

    def _check_rows(self) -> None:
        missing = [kode for kode in self._remembered if kode not in self._seen]
        for kode in missing:
            saran = "Kembalikan baris itu beserta nomornya, atau ekspor lembar baru."
            self._found.fault(None, None, f"Baris indikator {kode} tidak ada.", saran)
        if not missing and self._seen != list(self._remembered):
            self._found.warn(None, None, "Urutan baris berubah; setiap baris dibaca menurut nomornya.")

    def _check_merged(self, head: int, last: int) -> None:
        for place in self._page.gabungan:
            numbers = [int(number) for number in re.findall(r"[0-9]+", place)]
            if numbers and min(numbers) <= last and max(numbers) >= head:
                sebab = f"Sel {place} digabung, sehingga isinya tidak pasti milik baris mana."
                self._found.fault(place.partition(":")[0], None, sebab, "Pisahkan sel itu, lalu isi satu per satu.")

    # cells

    def _cells(self, row: Baris, remembered: Sequence[Nilai], baris: BarisBuku) -> Iterator[IsianTerbaca]:
        number, now = _number(row), dict[Bagian, Nilai]()
        for column, kolom in self._columns:
            sel, before = row.get(column), remembered[column]
            if kolom.bagian is None or not layout.terbuka(baris, kolom):
                self._check_locked(address(number, column), sel, before)
                continue
            now[kolom.bagian] = before
            if baku(content(sel)) == baku(before):
                continue
            try:
                nilai = self._read(kolom.bagian, sel, baris)
            except Fault as fault:
                assert sel is not None
                self._found.fault(sel.alamat, shown(sel), fault.sebab, fault.saran)
                continue
            now[kolom.bagian] = nilai
            yield IsianTerbaca(baris.kode, kolom.bagian, address(number, column), before, nilai)
        self._look(number, now)

    def _check_locked(self, alamat: str, sel: Sel | None, before: Nilai) -> None:
        if baku(content(sel)) != baku(before):
            old = layout.tampil(before)
            saran = f"Kembalikan menjadi «{old}»." if old else "Kosongkan kembali sel ini."
            nilai = None if sel is None else shown(sel)
            self._found.fault(alamat, nilai, "Sel ini terkunci, tetapi isinya berubah.", saran)

    def _read(self, bagian: Bagian, sel: Sel | None, baris: BarisBuku) -> Nilai:
        if sel is None:
            return None
        if bagian not in ANGKA:
            return str(read_value(Kolom(bagian.label), sel, {}, None)[0])
        return self._figure(sel, baris if bagian is Bagian.REALISASI else replace(baris, satuan="", skala=()))

    def _figure(self, sel: Sel, baris: BarisBuku) -> Decimal | None:
        scale = {(key(baris.satuan), key(teks)): nilai for teks, nilai in baris.skala}
        try:
            nilai, note = read_value(Kolom("realisasi", Bentuk.ANGKA), sel, scale, baris.satuan)
        except Fault as fault:
            raise _of_scale(fault, sel, baris) from fault
        if nilai is None:
            return None
        figure = Decimal(nilai)
        if sel.jenis is Jenis.TEKS and (key(baris.satuan), key(sel.teks)) not in scale:
            why = " Titik dianggap tanda desimal." if note else ""
            self._found.warn(sel.alamat, sel.teks, f"Angka ini tersimpan sebagai teks; dibaca: {_plain(figure)}.{why}")
        return figure

    def _look(self, number: int, now: Mapping[Bagian, Nilai]) -> None:
        """A reason beside a figure is not used; one that is too short will not do."""
        alasan = now.get(Bagian.ALASAN_KOSONG)
        if not isinstance(alasan, str) or not alasan:
            return
        column = next(column for column, kolom in self._columns if kolom.bagian is Bagian.ALASAN_KOSONG)
        if any(now.get(bagian) is not None for bagian in ANGKA):
            self._found.warn(address(number, column), None, "Baris ini berisi angka, jadi alasan ini tidak dipakai.")
        elif panjang_alasan(alasan) < MIN_ALASAN:
            sebab = f"Alasan ini terlalu pendek untuk diajukan; tulis paling sedikit {MIN_ALASAN} huruf."
            self._found.warn(address(number, column), alasan, sebab)


def _of_scale(fault: Fault, sel: Sel, baris: BarisBuku) -> Fault:
    """Where a unit has a scale, a text that is no figure was to be one of its predicates."""
    if not baris.skala or sel.jenis is not Jenis.TEKS:
        return fault
    words = ", ".join(teks for teks, _ in baris.skala)
    return Fault(f"«{sel.teks}» tidak ada pada skala {baris.satuan}.", f"Pilih salah satu: {words}.")


def _plain(nilai: Decimal) -> str:
    """A figure without thousands signs: what was read, beyond doubt."""
    return format_angka(nilai).replace(".", "")


def _number(row: Baris) -> int:
    return next(iter(row.values())).baris
