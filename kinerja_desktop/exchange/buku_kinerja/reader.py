"""From a workbook to a BukuKinerja: every fault of the whole file at once, or the book with its warnings.

Cells become values in ``values``, rows objects in ``rows``; here stand the checks across rows and
sheets: codes that repeat or are unknown, versions, the quarter that a text belongs to. A row with a fault is named in
``ditolak``, so that a trial can tell of the others. Where an office can find more faults in it (seksi, people,
indikator, figures) it stands in the book all the same, marked in ``letak``. To read one more sheet: a method of
``_Reader`` and its line in ``book``.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.buku import BarisAsal, BukuKinerja, PeringatanSel, baris_pegawai
from kinerja_desktop.domain.errors import FileRefused, Kesalahan
from kinerja_desktop.domain.indikator import (
    Indikator,
    Komponen,
    NilaiSkala,
    Rencana,
    Riwayat,
    Sasaran,
    Seksi,
    Target,
    VersiRencana,
)
from kinerja_desktop.domain.komponen import PEMBILANG, PENYEBUT, quotient
from kinerja_desktop.domain.numerals import bulatkan, format_angka
from kinerja_desktop.domain.pegawai import Instansi, Pegawai
from kinerja_desktop.domain.satuan import decimals_of
from kinerja_desktop.exchange.buku_kinerja import columns, rows
from kinerja_desktop.exchange.buku_kinerja.columns import KATA, KUNCI_INSTANSI, LATIHAN, Bentuk, Kolom, Lembar
from kinerja_desktop.exchange.buku_kinerja.findings import Fault, Findings
from kinerja_desktop.exchange.buku_kinerja.table import Isian, Susunan, Tabel, arrange, find
from kinerja_desktop.exchange.buku_kinerja.values import Skala, Value, key, read_value, shown
from kinerja_desktop.exchange.hasil_pemeriksaan import SUMMARY
from kinerja_desktop.exchange.xlsx import Baris, Halaman, read_pages
from kinerja_desktop.exchange.xlsx.cells import column_letters
from kinerja_desktop.exchange.xlsx.parts import OnProgress

_TAHUN = Kolom("tahun", Bentuk.TAHUN)
_REGION_WORDS = ("Kabupaten ", "Kota ", "Kab. ")
_AS_SAID = {"ya": True, "tidak": False}
_TELL_EVERY = 100
_NAMED = 8
"""Hidden rows or columns, or merged cells, that a warning names."""

Watch: TypeAlias = Callable[[int, int, str], None]
"""Told how far the reading is, n of m; may raise to leave it."""


def silent(_n: int, _m: int, _text: str) -> None:
    """Progress for who does not ask for it."""


@dataclass(frozen=True, slots=True)
class Bacaan:
    """What was read of a file. With ``kesalahan`` the book is not whole, holds rows in ``ditolak``, is never stored."""

    buku: BukuKinerja
    kesalahan: tuple[Kesalahan, ...] = ()
    peringatan: tuple[PeringatanSel, ...] = ()
    ditolak: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TataLetak:
    """How a foreign workbook is laid out: where the table of each of our sheets lies, and the year that it speaks of.

    Without a table of Instansi the letterhead stays as the office has it. ``tak_terpakai`` are the heads, by sheet of
    the file, that nobody chose a column for.
    """

    tahun: int
    susunan: Mapping[str, Susunan]
    tak_terpakai: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def baca(path: Path) -> BukuKinerja:
    """Read a Buku Kinerja. Raises FileRefused with every fault; warnings stand in ``peringatan``."""
    bacaan = periksa(path)
    if bacaan.kesalahan:
        raise FileRefused(bacaan.kesalahan)
    return bacaan.buku


def periksa(path: Path, tata_letak: TataLetak | None = None, watch: Watch = silent) -> Bacaan:
    """Read all rows, with every fault told. Raises FileRefused for what is no workbook that may be opened."""
    return _read_own(path, watch) if tata_letak is None else _read_foreign(path, tata_letak, watch)


def _read_own(path: Path, watch: Watch) -> Bacaan:
    pages = read_pages(path, lambda nama: key(nama) in columns.BY_NAME, _opening(watch))
    findings = Findings(path.name)
    found = _sheets(pages, findings)
    if _ask_for_sheets(found, findings) == _COMPULSORY:  # then what lies in its other sheets is not ours either
        nothing = BukuKinerja(Instansi("", ""), Rencana(0, ()))
        return Bacaan(nothing, tuple(findings.kesalahan), tuple(findings.peringatan))
    tables = {}
    for lembar in columns.SEMUA:
        asal, filled = found.get(key(lembar.nama), (lembar.nama, ()))
        if filled or (lembar.wajib and key(lembar.nama) in found):
            tables[lembar.nama] = find(lembar, asal, filled, findings), filled
    return _Reader(tables, findings, watch).read()


def _sheets(pages: Mapping[str, Halaman | None], findings: Findings) -> Mapping[str, tuple[str, tuple[Baris, ...]]]:
    """Our sheets as the file names them, with their rows."""
    found: dict[str, tuple[str, tuple[Baris, ...]]] = {}
    for nama, page in pages.items():
        if page is not None:
            if key(nama) in found:
                findings.fault(nama, None, None, Fault(f"Lembar {nama} ada dua kali.", "Hapus salah satunya."))
            found[key(nama)] = nama, page.baris
            _tell_unseen(nama, page, findings)
            _tell_merged(nama, page.gabungan if page.baris else (), findings)
        elif nama != SUMMARY:
            findings.warn(nama, None, "lembar ini tidak dikenal dan tidak dibaca.")
    return found


def _read_foreign(path: Path, tata_letak: TataLetak, watch: Watch) -> Bacaan:
    wanted = {susunan.asal for susunan in tata_letak.susunan.values()}

    def asked(nama: str) -> bool:
        return nama in wanted or key(nama) == key(columns.INSTANSI.nama)

    read = {nama: page for nama, page in read_pages(path, asked, _opening(watch)).items() if page}
    said = (_said(page.baris) for nama, page in read.items() if key(nama) == key(columns.INSTANSI.nama))
    pages = {nama: page for nama, page in read.items() if nama in wanted}
    tables = {lembar: (s, pages[s.asal].baris if s.asal in pages else ()) for lembar, s in tata_letak.susunan.items()}
    findings = Findings(path.name)
    for nama, page in pages.items():
        _tell_unseen(nama, page, findings)
        own = [susunan for susunan in tata_letak.susunan.values() if susunan.asal == nama]
        hiding = (area for area in page.gabungan if any(susunan.loses_in(area) for susunan in own))
        _tell_merged(nama, tuple(hiding), findings)
    for lembar, heads in tata_letak.tak_terpakai.items():
        findings.warn(lembar, None, f"kolom yang tidak dipilih dan tidak dibaca: {', '.join(f'«{h}»' for h in heads)}.")
    return _Reader(tables, findings, watch, tata_letak.tahun, next(said, None)).read()


def _said(baris: Iterable[Baris]) -> bool | None:
    """What a sheet Instansi says of the office that exported it, also where its other sheets are read as foreign."""
    for row in baris:
        words = [key(row[position].teks) for position in sorted(row)]
        if words[:1] == [LATIHAN]:
            return _AS_SAID.get("".join(words[1:2]))
    return None


def _tell_unseen(nama: str, page: Halaman, findings: Findings) -> None:
    """Warn where a person sees something else than is read: hidden rows, columns and sheets, merged cells."""
    if page.tersembunyi and page.baris:
        findings.warn(nama, None, "lembar ini tersembunyi di Excel, tetapi ikut dibaca. Tampilkan dan periksa isinya.")
    hidden = (
        ("baris", page.baris_tersembunyi, str),
        ("kolom", page.kolom_tersembunyi, column_letters),
    )
    for what, places, shown_as in hidden:
        if places:
            named = _named(map(shown_as, places))
            teks = f"{len(places)} {what} tersembunyi ikut dibaca ({what} {named}). Tampilkan dan periksa isinya."
            findings.warn(nama, None, teks)


def _tell_merged(nama: str, areas: Sequence[str], findings: Findings) -> None:
    """Warn of merged cells: they show one content for several cells, but only the first one holds it."""
    if areas:
        teks = f"ada sel gabungan ({_named(areas)}); isinya hanya dibaca untuk sel pertamanya. "
        findings.warn(nama, None, teks + "Pisahkan sel itu, lalu isi satu per satu.")


def _named(places: Iterable[str]) -> str:
    first = list(islice(places, _NAMED + 1))
    return ", ".join(first[:_NAMED]) + (", …" if len(first) > _NAMED else "")


def _opening(watch: Watch) -> OnProgress:
    return lambda done, total: watch(done, total, "Membuka berkas")


_COMPULSORY = tuple(lembar for lembar in columns.SEMUA if lembar.wajib)


def _ask_for_sheets(found: Collection[str], findings: Findings) -> tuple[Lembar, ...]:
    """Faults for the compulsory sheets that are missing, which are returned."""
    missing = tuple(lembar for lembar in _COMPULSORY if key(lembar.nama) not in found)
    for lembar in missing:
        saran = f"Tambahkan lembar {lembar.nama}, atau pilih Buku Kinerja yang benar."
        findings.fault(lembar.nama, None, None, Fault(f"Lembar {lembar.nama} tidak ada.", saran))
    return missing


class _Reader:
    """One reading of the tables that were found."""

    def __init__(
        self,
        tables: Mapping[str, tuple[Susunan, tuple[Baris, ...]]],
        findings: Findings,
        watch: Watch,
        tahun: int | None = None,
        latihan: bool | None = None,  # noqa: FBT001  # said by the file, or nothing
    ) -> None:
        self._tables = tables
        self._findings = findings
        self._watch = watch
        self._tahun = tahun
        self._done, self._all = 0, sum(len(filled) for _, filled in tables.values())
        self._skala: Skala = {}
        self._satuan: dict[str, str | None] = {}
        self._komponen: Mapping[str, Komponen] = {}
        self._seksi: frozenset[str] = frozenset()
        self._kept_out: set[str] = set()
        """Codes of indikator with a fault: what else is said of them is kept out too."""
        self._letak: dict[tuple[str, str], BarisAsal] = {}
        self._latihan = latihan

    def read(self) -> Bacaan:
        """Read all tables."""
        buku, found = self._book(), self._findings
        return Bacaan(buku, tuple(found.kesalahan), tuple(found.peringatan), tuple(found.ditolak))

    def _book(self) -> BukuKinerja:
        instansi, tahun = self._read_instansi()
        skala = self._read_skala()
        self._skala = {(key(s.satuan), key(s.teks)): s.nilai for s in skala}
        seksi = self._read_seksi()
        indikator = self._read_indikator()
        self._komponen = {i.kode: i.komponen for i in indikator if i.komponen is not None}
        versi, riwayat = self._read_versi(tahun), self._read_riwayat(tahun)
        realisasi, anggaran, pegawai = self._read_realisasi(), self._read_anggaran(), self._read_pegawai()
        sasaran = self._read_sasaran()
        return BukuKinerja(
            instansi,
            Rencana(tahun, indikator, versi, skala, riwayat, sasaran),
            tuple(r.realisasi for r in realisasi),
            tuple(teks for r in realisasi for teks in r.teks),
            anggaran,
            seksi,
            pegawai,
            tuple(map(str, self._findings.peringatan)),
            self._letak,
            {nama: frozenset(susunan.posisi) for nama, (susunan, _) in self._tables.items()},
            self._latihan,
        )

    def _rows(self, lembar: Lembar) -> Iterator[Isian]:
        """Rows of a sheet; none where it is absent or holds nothing at all."""
        if lembar.nama not in self._tables:
            return
        tabel: Tabel = arrange(lembar, *self._tables[lembar.nama], self._findings, self._skala)
        for isian in tabel.rows():
            if self._done % _TELL_EVERY == 0:
                self._watch(self._done, self._all, f"Memeriksa lembar {tabel.susunan.asal}")
            self._done += 1
            yield isian

    # --- the office --------------------------------------------------------------------------------

    def _read_instansi(self) -> tuple[Instansi, int]:
        """Letterhead and year; without such a table the year that was named for a foreign workbook, else none."""
        if columns.INSTANSI.nama not in self._tables:
            return Instansi("", ""), self._tahun or 0
        texts: dict[str, str] = {}
        tahun: int | None = None
        seen: set[Hashable] = set()
        for isian in self._rows(columns.INSTANSI):
            kunci = key(isian.value("Kunci"))
            self._unique(isian, "Kunci", kunci, seen)
            if kunci == "tahun":
                tahun = self._year(isian)
            elif kunci in KUNCI_INSTANSI or kunci == LATIHAN:
                texts[kunci] = isian.value("Nilai") or ""
            elif kunci:
                isian.warn("Kunci", f"kunci «{kunci}» tidak dikenal dan tidak dibaca.")
        self._latihan = _AS_SAID.get(key(texts.get(LATIHAN)))
        missing = [nama for nama in ("nama", "kabupaten") if not texts.get(nama)]
        for nama in (*missing, *(("tahun",) if "tahun" not in seen else ())):
            saran = f"Tambahkan baris {nama} dengan nilainya di lembar Instansi."
            self._findings.fault("Instansi", None, None, Fault(f"Nilai {nama} wajib diisi.", saran))
        if texts.get("kabupaten") and not texts["kabupaten"].startswith(_REGION_WORDS):
            self._findings.warn("Instansi", None, "kabupaten ditulis tanpa kata Kabupaten atau Kota di depannya.")
        nama, kabupaten, provinsi, alamat, tempat, jabatan, kode = (texts.get(nama, "") for nama in KUNCI_INSTANSI)
        return Instansi(nama, kabupaten, provinsi, alamat, tempat, jabatan, kode), tahun or 0

    def _year(self, isian: Isian) -> int | None:
        sel = isian.sel.get("Nilai")
        if sel is None:
            isian.fault("Nilai", "Nilai tahun wajib diisi.", "Tulis tahun anggarannya, misalnya 2026.")
            return None
        try:
            tahun = read_value(_TAHUN, sel, {}, None)[0]
        except Fault as fault:
            self._findings.fault(isian.tabel.susunan.asal, sel.alamat, shown(sel), fault)
            return None
        if tahun is None:
            isian.fault("Nilai", "Nilai tahun wajib diisi.", "Tulis tahun anggarannya, misalnya 2026.")
        return int(tahun or 0)

    def _read_seksi(self) -> tuple[Seksi, ...]:
        seen: set[Hashable] = set()
        found = []
        for isian in self._rows(columns.SEKSI):
            seksi = rows.seksi(isian.values())
            self._unique(isian, "kode", seksi.kode, seen)
            isian.keep(seksi.kode)
            if seksi.kode and isian.is_right("kode"):
                self._place(isian, seksi.kode)
                found.append(seksi)
        self._seksi = frozenset(str(kode) for kode in seen)
        return tuple(found)

    def _read_pegawai(self) -> tuple[Pegawai, ...]:
        seen: set[Hashable] = set()
        found = []
        for isian in self._rows(columns.PEGAWAI):
            pegawai = rows.pegawai(isian.values())
            if pegawai.nama and pegawai.jabatan:
                self._unique(isian, "nama", (pegawai.nip, baris_pegawai(pegawai)), seen)
            self._known_seksi(isian, pegawai.seksi)
            isian.keep(pegawai.nama)
            self._place(isian, baris_pegawai(pegawai))
            found.append(pegawai)
        return tuple(found)

    # --- the plan ----------------------------------------------------------------------------------

    def _read_skala(self) -> tuple[NilaiSkala, ...]:
        seen: set[Hashable] = set()
        found = []
        for isian in self._rows(columns.SKALA):
            cells = isian.values()
            self._unique(isian, "teks", (key(cells["satuan"]), key(cells["teks"])), seen)
            if isian.keep(f"{cells['satuan']} {cells['teks']}"):
                found.append(NilaiSkala(cells["satuan"] or "", cells["teks"] or "", cells["nilai"]))
        return tuple(found)

    def _read_sasaran(self) -> tuple[Sasaran, ...]:
        seen: set[Hashable] = set()
        found = []
        for isian in self._rows(columns.SASARAN):
            sasaran = rows.sasaran(isian.values())
            self._unique(isian, "sasaran", sasaran.teks, seen)
            found.append(sasaran)
        return tuple(found)

    def _read_indikator(self) -> tuple[Indikator, ...]:
        seen: set[Hashable] = set()
        found = []
        for isian in self._rows(columns.INDIKATOR):
            satuan = isian.value("satuan")
            indikator = rows.indikator(isian.values(satuan, {"satuan": satuan}))
            self._unique(isian, "kode", indikator.kode, seen)
            self._known_seksi(isian, indikator.seksi)
            if indikator.kode:
                self._satuan.setdefault(indikator.kode, satuan)
            if indikator.rumus.polaritas is not indikator.polaritas:
                sebab = f"Rumus {indikator.rumus.value} tidak sesuai dengan polaritas {indikator.polaritas.value}."
                isian.fault("rumus", sebab, "Gunakan P1 untuk positif, N1 atau N2 untuk negatif.")
            if bool(indikator.komponen_pembilang) is not bool(indikator.komponen_penyebut):
                named = "pembilang" if indikator.komponen_pembilang else "penyebut"
                isian.warn(named, "tidak dipakai karena pembilang dan penyebut harus terisi keduanya.")
            if not isian.keep(indikator.kode):
                self._kept_out.add(indikator.kode)
            if indikator.kode and isian.is_right("kode"):
                self._place(isian, indikator.kode)
                found.append(indikator)
        if not seen and columns.INDIKATOR.nama in self._tables:
            fault = Fault("Tidak ada satu pun indikator.", "Isi paling sedikit satu baris di lembar Indikator.")
            self._findings.fault("Indikator", None, None, fault)
        return tuple(found)

    def _read_versi(self, tahun: int) -> tuple[VersiRencana, ...]:
        begins: dict[str, date | None] = {}
        targets: dict[str, list[tuple[str, Target]]] = {}
        seen: set[Hashable] = set()
        for isian in self._rows(columns.VERSI):
            baris = rows.versi(self._coded(isian))
            self._unique(isian, "kode", (baris.versi, baris.kode), seen)
            if begins.setdefault(baris.versi, baris.berlaku_mulai) != baris.berlaku_mulai:
                sebab = f"Versi {baris.versi} mempunyai dua tanggal berlaku."
                isian.fault("berlaku_mulai", sebab, "Samakan tanggal semua baris versi itu.")
            if not isian.keep(f"{baris.versi} {baris.kode}"):
                continue
            targets.setdefault(baris.versi, []).append((baris.kode, baris.target))
        found = [
            VersiRencana(v, day, tuple(targets[v])) for v, day in begins.items() if day is not None and v in targets
        ]
        self._look_at_days(found, tahun)
        return tuple(sorted(found, key=lambda versi: versi.berlaku_mulai))

    def _look_at_days(self, found: list[VersiRencana], tahun: int) -> None:
        days = [versi.berlaku_mulai for versi in found]
        if len(set(days)) < len(days):
            self._findings.warn("Versi", None, "dua versi mulai berlaku pada hari yang sama; yang terakhir dipakai.")
        for versi in found:
            if versi.berlaku_mulai.year != tahun:
                self._findings.warn("Versi", None, f"versi {versi.versi} tidak mulai berlaku pada tahun {tahun}.")

    def _read_riwayat(self, tahun: int) -> tuple[Riwayat, ...]:
        seen: set[Hashable] = set()
        found = []
        for isian in self._rows(columns.RIWAYAT):
            riwayat = rows.riwayat(self._coded(isian))
            self._unique(isian, "tahun", (riwayat.kode, riwayat.tahun), seen)
            if riwayat.tahun >= tahun > 0:
                isian.warn("tahun", f"tahun {riwayat.tahun} bukan tahun sebelum {tahun}.")
            if isian.keep(f"{riwayat.kode} {riwayat.tahun}"):
                found.append(riwayat)
        return tuple(found)

    # --- figures -----------------------------------------------------------------------------------

    def _read_realisasi(self) -> list[rows.BarisRealisasi]:
        seen: set[Hashable] = set()
        found = []
        for isian in self._rows(columns.REALISASI):
            cells = self._coded(isian)
            self._divide(isian, cells)
            self._place_words(isian, cells)
            baris = rows.realisasi(cells)
            self._unique(isian, "kode", baris.realisasi.kode, seen)
            isian.keep(baris.realisasi.kode)
            if baris.realisasi.kode and isian.is_right("kode"):
                self._place(isian, baris.realisasi.kode)
                found.append(baris)
        return found

    def _divide(self, isian: Isian, cells: dict[str, Value]) -> None:
        """A realisasi follows its raw figures where the plan names them; one that says otherwise is told."""
        komponen = self._komponen.get(str(cells["kode"]))
        for tw in (1, 2, 3, 4) if komponen is not None else ():
            assert komponen is not None
            name, given = f"realisasi_tw{tw}", cells[f"realisasi_tw{tw}"]
            nilai = quotient(komponen.faktor, cells[f"{PEMBILANG}_tw{tw}"], cells[f"{PENYEBUT}_tw{tw}"])
            if nilai is None:
                continue
            if given is not None and bulatkan(nilai, decimals_of(given)) != given:
                made = f"{format_angka(nilai)} dari pembilang dan penyebut"
                isian.warn(name, f"realisasi {format_angka(given)} diganti dengan {made}.")
            cells[name] = nilai

    def _place_words(self, isian: Isian, cells: dict[str, Value]) -> None:
        """A text without a quarter belongs to the last quarter that has a realisasi."""
        filled = [tw for tw in (1, 2, 3, 4) if cells[f"realisasi_tw{tw}"] is not None]
        for kata in KATA:
            if not cells[kata]:
                continue
            nama = f"{kata}_tw{filled[-1] if filled else 4}"
            if not filled:
                isian.warn(kata, "belum ada realisasi, jadi teks ini dicatat pada triwulan 4.")
            if cells[nama]:
                isian.warn(kata, f"teks ini tidak dipakai karena kolom {nama} sudah terisi.")
            else:
                cells[nama] = cells[kata]

    def _read_anggaran(self) -> tuple[BarisAnggaran, ...]:
        seen: set[Hashable] = set()
        found = []
        for isian in self._rows(columns.ANGGARAN):
            baris = rows.anggaran(isian.values())
            self._unique(isian, "kode", baris.kode, seen)
            self._known_seksi(isian, baris.seksi)
            for kode in baris.indikator:
                self._known_kode(isian, "indikator", kode)
            if isian.keep(baris.kode):
                self._place(isian, baris.kode)
                found.append(baris)
        return tuple(found)

    def _place(self, isian: Isian, kode: str) -> None:
        self._letak[isian.tabel.lembar.nama, kode] = isian.place()

    # --- codes -------------------------------------------------------------------------------------

    def _coded(self, isian: Isian) -> dict[str, Value]:
        """Values of a row that speaks of an indikator, its figures read by that indikator's unit."""
        kode = isian.value("kode")
        if kode:
            self._known_kode(isian, "kode", kode)
        if kode in self._kept_out:
            isian.keep_out()
        return isian.values(self._satuan.get(kode), {"kode": kode})

    def _known_kode(self, isian: Isian, kolom: str, kode: str) -> None:
        if self._satuan and kode not in self._satuan:
            isian.fault(kolom, f"Kode {kode} tidak ada di lembar Indikator.", "Samakan kodenya, atau hapus barisnya.")

    def _known_seksi(self, isian: Isian, kode: str | None) -> None:
        """Without rows in Seksi only the office can say which there are."""
        if kode and self._seksi and kode not in self._seksi:
            isian.fault(
                "seksi", f"Seksi «{kode}» tidak ada di lembar Seksi.", "Samakan kodenya, atau tambahkan seksinya."
            )

    def _unique(self, isian: Isian, kolom: str, value: Hashable, seen: set[Hashable]) -> None:
        if value in seen and value != "":
            isian.fault(kolom, "Isian ini sudah ada di baris sebelumnya.", "Hapus atau ubah salah satunya.")
        seen.add(value)
