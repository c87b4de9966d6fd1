"""The table of capaian of a triwulan or a year, with groups, means and footnotes."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from kinerja_desktop.domain.aturan import Celah
from kinerja_desktop.domain.capaian import TANPA_SASARAN, HasilIndikator, average, leading_level
from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.indikator import Akumulasi, NilaiSkala, Rumus, Tingkat
from kinerja_desktop.domain.laporan import Angka, BarisCapaian, Batang, KelompokCapaian, TabelCapaian
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.rumus import Capaian
from kinerja_desktop.domain.urutan import grouped
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.cells import Sel, missing, persen, rata_rata

TIDAK_ADA = Angka(None)


@dataclass(frozen=True, slots=True)
class Kelompok:
    """Indikator of one level and one sasaran in the order of the plan, with their running numbers."""

    judul: str
    sasaran: str
    tingkat: Tingkat
    hasil: tuple[tuple[str, HasilIndikator], ...]


def groups(bahan: Bahan, hasil: Iterable[HasilIndikator] | None = None) -> tuple[Kelompok, ...]:
    """The indikator in the order of print. Of a seksi (``hasil``) its own rows alone, below the office's headings."""
    wanted = None if hasil is None else {h.indikator.kode for h in hasil}
    number = count(1)
    out = []
    for found in grouped(bahan.hasil.indikator, lambda h: h.indikator):
        rows = tuple((str(next(number)), h) for h in found.isi if wanted is None or h.indikator.kode in wanted)
        if rows:
            out.append(Kelompok(found.judul, found.sasaran or TANPA_SASARAN, found.tingkat, rows))
    return tuple(out)


def numbers(bahan: Bahan) -> Mapping[str, str]:
    """The running number of every indikator in the tables of a report, by kode."""
    return {h.indikator.kode: no for k in groups(bahan) for no, h in k.hasil}


def called(level: Tingkat | None, among: Iterable[HasilIndikator]) -> str:
    """What the indikator of a level are called: with that level where there are others as well.

    Beside others of level sasaran, one that names no sasaran may be of any level: then those left out are named.
    """
    listed = tuple(among)
    others = left_out(level, listed)
    if level is None or not others:
        return "indikator"
    named = {bool(h.indikator.sasaran) for h in listed if h.indikator.tingkat is level}
    if level is Tingkat.SASARAN and len(named) > 1:
        return f"indikator di luar {others}"
    return f"indikator {level.label.lower()}"


def left_out(level: Tingkat | None, among: Iterable[HasilIndikator]) -> str:
    """The other levels, which no mean of this one counts: "tujuan dan program"; nothing where there are none."""
    found = {h.indikator.tingkat for h in among} - {level}
    return deretan(t.label.lower() for t in Tingkat if t in found)


def cells_of(bahan: Bahan, h: HasilIndikator) -> Sel:
    """Maker of cells for one indikator, with all its figures seen."""
    return cells_for(h, bahan.rencana.skala)


def cells_for(h: HasilIndikator, skala: tuple[NilaiSkala, ...]) -> Sel:
    """The same, from a result and the scales of its plan."""
    return Sel(h.desimal, h.indikator.satuan, skala)


# --- the table -----------------------------------------------------------------------------------


def quarter_table(bahan: Bahan, hasil: Sequence[HasilIndikator] | None = None) -> TabelCapaian:
    """Tabel 1 of a Laporan Triwulan, or of one seksi where ``hasil`` narrows it."""
    tw = bahan.triwulan.nomor
    siapa = bahan.instansi.nama if hasil is None else "seksi"
    return _table(bahan, tw, f"{siapa} sampai dengan {bahan.triwulan.singkat}", groups(bahan, hasil))


def year_table(bahan: Bahan, tingkat: Collection[Tingkat] | None = None) -> TabelCapaian:
    """Capaian of a year, of these levels alone where they are named (Tabel 3.1 of the LKjIP)."""
    shown = [k for k in groups(bahan) if tingkat is None or k.tingkat in tingkat]
    return _table(bahan, None, f"{bahan.instansi.nama} tahun {bahan.triwulan.tahun}", shown)


def told_in_full(bahan: Bahan) -> frozenset[Tingkat]:
    """Levels that an annual report analyses one by one; those below are promised by the seksi."""
    named = (Tingkat.TUJUAN, Tingkat.SASARAN, Tingkat.PROGRAM, bahan.hasil.ringkasan.tingkat_kantor)
    return frozenset(level for level in named if level is not None)


def _table(bahan: Bahan, tw: int | None, kapan: str, kelompok: Sequence[Kelompok]) -> TabelCapaian:
    shown = [h for k in kelompok for _, h in k.hasil]
    notes = Notes(bahan, tw, shown)
    level = notes.level
    mean = average("", (h.at(tw) for h in shown if h.indikator.tingkat is level), bahan.aturan)
    return TabelCapaian(
        kelompok=tuple(_group(bahan, k, tw, notes) for k in kelompok),
        label_rata_rata=f"Rata-rata capaian {kapan} ({mean.bernilai} {called(level, shown)} bernilai)",
        rata_rata=rata_rata(mean.nilai),
        kategori=mean.kategori or "-",
        catatan_kaki=notes.texts(),
        sumber="Sumber: laporan data kinerja seksi yang telah disetujui, diolah.",
    )


def _group(bahan: Bahan, k: Kelompok, tw: int | None, notes: "Notes") -> KelompokCapaian:
    mean = average(k.sasaran, (h.at(tw) for _, h in k.hasil), bahan.aturan)
    rows = tuple(_row(bahan, no, h, tw, notes) for no, h in k.hasil)
    return KelompokCapaian(k.judul, rata_rata(mean.nilai), mean.kategori or "-", rows)


def _row(bahan: Bahan, no: str, h: HasilIndikator, tw: int | None, notes: "Notes") -> BarisCapaian:
    sel = cells_of(bahan, h)
    own = h.tahun if tw is None else h.triwulan[tw - 1].sendiri
    sd = h.at(tw)
    target = h.target if tw is None else h.triwulan[tw - 1].target
    return BarisCapaian(
        no=no,
        kode=h.indikator.kode,
        nama=h.indikator.nama,
        satuan=h.indikator.satuan or "-",
        target_tahun=sel.angka(target.tahun),
        target=sel.target(own),
        realisasi=sel.realisasi(own),
        capaian=persen(own),
        target_sd=sel.target(sd),
        realisasi_sd=sel.realisasi(sd),
        capaian_sd=persen(sd),
        kategori=sd.kategori or "-",
        penanggung_jawab=owner(bahan, h),
        catatan=notes.marks(h),
    )


def owner(bahan: Bahan, h: HasilIndikator) -> str:
    """Who answers for an indikator: as the card says, else the Kasubag of its seksi."""
    return h.indikator.penanggung_jawab or bahan.penanggung_jawab.get(h.indikator.seksi or "", "-")


def mean_bars(bahan: Bahan, tw: int | None) -> tuple[Batang, ...]:
    """Means of the sasaran (or what stands for them) of the level that the office's mean is made of."""
    level = (bahan.hasil.ringkasan if tw is None else bahan.hasil.ringkasan_sd(tw)).tingkat_kantor
    leading = (k for k in groups(bahan) if k.tingkat is level)
    means = ((k.judul, average(k.sasaran, (h.at(tw) for _, h in k.hasil), bahan.aturan).nilai) for k in leading)
    return tuple(Batang(judul, nilai, nilai >= 100, rata_rata=True) for judul, nilai in means if nilai is not None)


# --- footnotes -----------------------------------------------------------------------------------

_CELAH = {
    Celah.BATAS_BAWAH: "nilai di sela dua interval masuk kategori di bawahnya",
    Celah.BERSAMBUNG: "nilai di sela dua interval masuk kategori di atasnya",
    Celah.DIBULATKAN: "nilai dibulatkan ke bilangan bulat sebelum dikategorikan",
}


_LOWER = {
    Rumus.N1: "Capaian = (2 × target − realisasi) : target × 100, paling rendah 0",
    Rumus.N2: "Capaian = target : realisasi × 100",
}


class Notes:
    """Footnotes in their fixed order; each kind gets a number only where it is needed."""

    def __init__(self, bahan: Bahan, tw: int | None, hasil: Sequence[HasilIndikator]) -> None:
        self._bahan = bahan
        self._tw = tw
        self._hasil = hasil
        self.level = leading_level(hasil, tw)
        self._kinds = [self._formula, self._subtracted, self._divided, self._missing, self._yearly, self._scales]

    def texts(self) -> tuple[str, ...]:
        """The footnotes as printed, numbered."""
        told = [t for t in (kind() for kind in self._kinds) if t]
        return tuple(f"{n}) {text}" for n, text in enumerate(told, 1))

    def marks(self, h: HasilIndikator) -> tuple[int, ...]:
        """Numbers raised at the name of an indikator."""
        used = [kind for kind in self._kinds if kind()]
        numbers = {kind: n for n, kind in enumerate(used, 1)}
        own = (
            (self._subtracted, h.indikator.rumus is Rumus.N1),
            (self._divided, h.indikator.rumus is Rumus.N2),
            (self._missing, self._awaited(h)),
            (self._yearly, self._is_yearly(h)),
            (self._scales, any(s.satuan == h.indikator.satuan for s in self._bahan.rencana.skala)),
        )
        return tuple(numbers[kind] for kind, concerned in own if concerned and kind in numbers)

    def _at(self, h: HasilIndikator) -> Capaian:
        return h.at(self._tw)

    def _awaited(self, h: HasilIndikator) -> bool:
        at = self._at(h)
        return missing(at).value == "n/a" or (at.nilai is not None and not at.lengkap)

    def _is_yearly(self, h: HasilIndikator) -> bool:
        return h.indikator.akumulasi is Akumulasi.TAHUNAN and self._tw not in (None, 4)

    def _formula(self) -> str:
        aturan = self._bahan.aturan
        batas = aturan.batas_atas
        cap = "tanpa batas atas" if batas is None else f"dalam rata-rata paling tinggi {format_angka(batas)}"
        siapa = "kecamatan" if self._bahan.instansi.nama.startswith("Kecamatan") else "kantor"
        others = left_out(self.level, self._hasil)
        without = f"; rata-rata keseluruhan tidak menghitung indikator {others}" if others else ""
        return (
            f"Capaian = realisasi : target × 100, dibulatkan dua desimal (setengah ke atas), {cap}. Capaian sasaran "
            f"dan {siapa} adalah rata-rata hitung capaian indikator yang bernilai{without}. Kategori menurut "
            f"{aturan.skala.nama}; {_CELAH[aturan.celah]}."
        )

    def _subtracted(self) -> str:
        return self._lower(Rumus.N1)

    def _divided(self) -> str:
        return self._lower(Rumus.N2)

    def _lower(self, rumus: Rumus) -> str:
        used = any(h.indikator.rumus is rumus for h in self._hasil)
        return f"Makin rendah makin baik. {_LOWER[rumus]}." if used else ""

    def _missing(self) -> str:
        reasons: dict[str, list[str]] = {}
        for h in self._hasil:
            if self._awaited(h):
                reasons.setdefault(self._reason(h), []).append(h.indikator.nama)
        if not reasons:
            return ""
        told = "; ".join(f"{deretan(names)}: {reason}" for reason, names in reasons.items())
        return f"Belum ada data atau belum lengkap. {told}. Tidak dihitung dalam rata-rata."

    def _reason(self, h: HasilIndikator) -> str:
        tw = self._tw or 4
        given = [self._bahan.kata(h.indikator.kode, q).alasan_kosong for q in range(tw, 0, -1)]
        typed = next((g for g in given if g), None)
        alasan = self._at(h).alasan
        return (typed or (alasan.tercetak if alasan else "belum ada data")).strip().rstrip(".")

    def _yearly(self) -> str:
        if any(self._is_yearly(h) for h in self._hasil):
            return "Diukur satu kali setahun; nilai dicetak pada Triwulan IV."
        return ""

    def _scales(self) -> str:
        used = {h.indikator.satuan for h in self._hasil}
        scales = [s for s in self._bahan.rencana.skala if s.satuan in used]
        units = dict.fromkeys(s.satuan for s in scales)
        told = [
            f"{unit}: " + ", ".join(f"{s.teks} = {format_angka(s.nilai)}" for s in scales if s.satuan == unit)
            for unit in units
        ]
        return f"Skala predikat. {'; '.join(told)}." if told else ""
