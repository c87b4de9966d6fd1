"""A report that was handed in, beside its earlier versions, notes and figures: what review and preview show.

Only reading and comparing; decisions are ``review``. To show more of a row: a field of ``BarisPeriksa``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kinerja_desktop.domain.aturan import Aturan, Celah
from kinerja_desktop.domain.baris import BarisLembar, group
from kinerja_desktop.domain.capaian import RataRata
from kinerja_desktop.domain.errors import WrongState
from kinerja_desktop.domain.lembar import Sel, evaluate
from kinerja_desktop.domain.numerals import format_angka, format_persen
from kinerja_desktop.domain.realisasi import Catatan, Isi, IsiIndikator, differences
from kinerja_desktop.domain.sel import CellState, JenisPesan
from kinerja_desktop.domain.workflow import Act, Action
from kinerja_desktop.services import settings, sheet
from kinerja_desktop.services.cases import Berkas
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.history import spoken
from kinerja_desktop.services.section_work import BedaAngka, told
from kinerja_desktop.services.snapshots import content_of, return_of
from kinerja_desktop.storage.unit_of_work import Unit

NO_DATA = "n/a"


@dataclass(frozen=True, slots=True)
class CatatanLalu:
    """A note of the last return, and whether the Kasubag ticked it as repaired."""

    catatan: Catatan
    oleh: str
    pada: datetime
    waktu_teks: str
    diperbaiki: bool


@dataclass(frozen=True, slots=True)
class VersiLaporan:
    """An indikator's figure in one version handed in: "Versi 2 (dikembalikan)", "3", "125,00%"."""

    nomor: int
    judul: str
    realisasi: str
    capaian: str


@dataclass(frozen=True, slots=True)
class BarisPeriksa:
    """One indikator under review. ``sebelum`` is the figure before the last return where it changed.

    ``realisasi`` is the figure for print ("n/a" where a reason stands for it). ``perlu_dilihat``: changed,
    noted, warned of, or without data.
    """

    baris: BarisLembar
    isi: IsiIndikator
    sel: Sel
    realisasi: str
    sebelum: BedaAngka | None
    tw_lalu: str
    tahun_lalu: str
    catatan_lalu: tuple[CatatanLalu, ...]
    versi: tuple[VersiLaporan, ...]
    perlu_dilihat: bool


@dataclass(frozen=True, slots=True)
class KelompokPeriksa:
    """A sasaran with its rows and mean ("98,17%")."""

    judul: str
    rata_rata: str
    baris: tuple[BarisPeriksa, ...]


@dataclass(frozen=True, slots=True)
class Syarat:
    """One line of the checklist above the decision."""

    teks: str
    terpenuhi: bool


@dataclass(frozen=True, slots=True)
class Diperiksa:
    """The newest report of a berkas with everything that it is compared with.

    ``nomor`` is its version. ``sebelum`` is the content that was returned last, None where nothing was;
    ``kembali`` the act that returned it.
    """

    berkas: Berkas
    act: Act
    nomor: int
    isi: Isi
    baris: tuple[BarisLembar, ...]
    sel: Mapping[str, Sel]
    rata_rata: RataRata
    perubahan: tuple[BedaAngka, ...]
    kembali: Act | None

    @property
    def catatan(self) -> tuple[Catatan, ...]:
        """Notes of the last return."""
        found = None if self.kembali is None else return_of(self.kembali)
        return () if found is None else found.catatan

    def done(self, catatan: Catatan) -> bool:
        """True where the Kasubag ticked the note."""
        ticked = self.isi.perbaikan if catatan.kode is None else self.isi.of(catatan.kode).perbaikan
        return catatan.id in ticked


def examine(unit: Unit, berkas: Berkas) -> Diperiksa:
    """The newest report in force. Raises WrongState where none was handed in."""
    act = berkas.keadaan.last(Action.SUBMIT)
    isi = None if act is None else content_of(act)
    if act is None or isi is None:
        raise WrongState(Action.APPROVE.value, berkas.keadaan.label)
    kembali, sebelum = _returned_before(berkas, act)
    notes = None if kembali is None else return_of(kembali)
    baris = sheet.rows(unit, berkas, () if notes is None else notes.catatan)
    sel = sheet.cells(baris, isi)
    return Diperiksa(
        berkas=berkas,
        act=act,
        nomor=_number(berkas, act),
        isi=isi,
        baris=baris,
        sel=sel,
        rata_rata=sheet.mean_of(baris, sel, settings.aturan(unit), berkas.seksi.nama),
        perubahan=() if sebelum is None else told(baris, differences(sebelum, isi)),
        kembali=kembali,
    )


def _returned_before(berkas: Berkas, act: Act) -> tuple[Act | None, Isi | None]:
    """The last return before this report, and the content that it returned."""
    earlier = [a for a in berkas.keadaan.berlaku if a.nomor < act.nomor]
    kembali = next((a for a in reversed(earlier) if a.action is Action.RETURN), None)
    if kembali is None:
        return None, None
    sent = next(a for a in reversed(earlier) if a.action is Action.SUBMIT and a.nomor < kembali.nomor)
    return kembali, content_of(sent)


def _number(berkas: Berkas, act: Act) -> int:
    """Version of a report: its place among all that were handed in, taken back or not."""
    return sum(a.action is Action.SUBMIT and a.nomor <= act.nomor for a in berkas.acts)


# --- rows --------------------------------------------------------------------------------------


def groups(ctx: Context, found: Diperiksa) -> tuple[KelompokPeriksa, ...]:
    """Rows under their sasaran with everything that stands beside them."""
    changed = {b.kode: b for b in found.perubahan}
    notes = notes_of(ctx, found)
    versions = _versions(found)
    return tuple(
        KelompokPeriksa(
            kelompok.judul,
            _mean(found, kelompok.baris),
            tuple(_row(found, row, changed.get(row.kode), notes, versions) for row in kelompok.baris),
        )
        for kelompok in group(found.baris)
    )


def _mean(found: Diperiksa, baris: tuple[BarisLembar, ...]) -> str:
    mean = sheet.mean_of(baris, found.sel, baris[0].aturan)
    return "–" if mean.nilai is None else format_persen(mean.nilai)


def _row(
    found: Diperiksa,
    row: BarisLembar,
    beda: BedaAngka | None,
    notes: Iterable[CatatanLalu],
    versions: Iterable[tuple[int, str, Isi]],
) -> BarisPeriksa:
    sel = found.sel[row.kode]
    own = tuple(note for note in notes if note.catatan.kode == row.kode)
    warned = any(p.jenis is JenisPesan.PERINGATAN for p in sel.pesan)
    return BarisPeriksa(
        baris=row,
        isi=found.isi.of(row.kode),
        sel=sel,
        realisasi=NO_DATA if sel.state is CellState.TIDAK_ADA_DATA else sel.teks,
        sebelum=beda,
        tw_lalu=row.tulis(row.lalu[row.triwulan - 2]) if row.triwulan > 1 else "–",
        tahun_lalu=row.tulis(row.tahun_lalu),
        catatan_lalu=own,
        versi=tuple(_version(row, *one) for one in versions),
        perlu_dilihat=beda is not None or bool(own) or warned or sel.state is CellState.TIDAK_ADA_DATA,
    )


def _versions(found: Diperiksa) -> tuple[tuple[int, str, Isi], ...]:
    """Number, heading and content of every report in force, oldest first."""
    berkas = found.berkas
    handed = [(a, content_of(a)) for a in berkas.keadaan.berlaku if a.action is Action.SUBMIT]
    return tuple((_number(berkas, a), _heading(found, a), isi) for a, isi in handed if isi is not None)


def _heading(found: Diperiksa, act: Act) -> str:
    word = "sekarang" if act.nomor == found.act.nomor else "dikembalikan"
    return f"Versi {_number(found.berkas, act)} ({word})"


def _version(row: BarisLembar, nomor: int, judul: str, isi: Isi) -> VersiLaporan:
    sel = evaluate(row, isi.of(row.kode))
    percent = sel.sendiri.nilai
    return VersiLaporan(nomor, judul, sel.teks, sel.capaian if percent is None else format_persen(percent))


def notes_of(ctx: Context, found: Diperiksa) -> tuple[CatatanLalu, ...]:
    """Notes of the last return with their state; where this report is the one that was returned, those on it."""
    last = found.berkas.keadaan.terakhir
    kembali = last if last is not None and last.action is Action.RETURN else found.kembali
    returned = None if kembali is None else return_of(kembali)
    if kembali is None or returned is None:
        return ()
    kalender = found.berkas.kalender
    when = spoken(kembali.pada, kalender.local(ctx.now()), kalender)
    oleh = "Anda" if kembali.oleh == ctx.actor.id else kembali.nama
    return tuple(CatatanLalu(c, oleh, kembali.pada, when, found.done(c)) for c in returned.catatan)


# --- summing up -----------------------------------------------------------------------------------


def explain_mean(found: Diperiksa, aturan: Aturan) -> str:
    """Say "7 dari 9 indikator terhitung; tanpa batas atas; kategori menurut batas bawah".

    Where the report has rows of several levels, the level that the mean is about is named.
    """
    mean, mixed = found.rata_rata, len({row.indikator.tingkat for row in found.baris}) > 1
    level = sheet.leading_level(found.baris, found.sel) if mixed else None
    what = "indikator" if level is None else f"indikator {level.value.replace('_', ' ')}"
    cap = "tanpa batas atas" if aturan.batas_atas is None else f"batas atas {format_angka(aturan.batas_atas)}"
    return f"{mean.bernilai} dari {mean.jumlah} {what} terhitung; {cap}; {_CELAH[aturan.celah]}"


_CELAH = {
    Celah.BATAS_BAWAH: "kategori menurut batas bawah",
    Celah.BERSAMBUNG: "kategori bersambung",
    Celah.DIBULATKAN: "kategori sesudah dibulatkan",
}


_NAMED = 3
"""How many kode the checklist names."""


def checklist(found: Diperiksa) -> tuple[Syarat, ...]:
    """What the program can say about completeness; the decision stays with the Kabid."""
    sel = tuple(found.sel.values())
    measured = [row.kode for row in found.baris if not row.terkunci and found.isi.of(row.kode).realisasi is not None]
    bare = [kode for kode in measured if not found.isi.of(kode).bukti]
    proven = f"Bukti ada pada {len(measured) - len(bare)} dari {len(measured)}"
    filled = not any(s.belum_diisi or s.galat for s in sel)
    lines = [
        Syarat("Semua indikator terisi atau beralasan", filled),
        Syarat(f"{proven}; belum {_some(bare)}" if bare else proven, not bare),
    ]
    odd = [i.kode for i in found.isi.indikator if any(b.peringatan(found.berkas.triwulan) for b in i.bukti)]
    if odd:
        lines.append(Syarat(f"Tanggal bukti perlu dilihat: {_some(odd)}", terpenuhi=False))
    if found.catatan:
        done = sum(found.done(note) for note in found.catatan)
        total = len(found.catatan)
        lines.append(Syarat(f"{done} dari {total} catatan selesai", done == total))
    return tuple(lines)


def _some(kode: Sequence[str]) -> str:
    """«1.4, 2.1, dan 3 lain»: a line has room for a few."""
    more = f", dan {len(kode) - _NAMED} lain" if len(kode) > _NAMED else ""
    return f"{', '.join(kode[:_NAMED])}{more}"
