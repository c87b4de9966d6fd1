"""The Evaluasi Hasil Renja: fifteen numbered columns of kinerja and money (Permendagri 86/2017, E.81).

Rows, foot and fields; how a figure follows the formulas or departs from them is ``renja_figures``. Money of the
Renstra and of earlier years is not in the plan and is never made up.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Final

from kinerja_desktop.domain.capaian import TANPA_SASARAN
from kinerja_desktop.domain.dokumen_pengukuran import BarisRenja, EvaluasiRenja, KelompokRenja, Pasangan
from kinerja_desktop.domain.indikator import Tingkat
from kinerja_desktop.domain.isian import Isian
from kinerja_desktop.domain.laporan import Angka, Kosong
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.rumus import DESIMAL_CAPAIAN, mean, measure_pair, to_decimal
from kinerja_desktop.domain.serapan import Cabang, branches, branches_of, unnamed
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.office.kinds import Sumber
from kinerja_desktop.services.compose.office.renja_figures import (
    BERSAMA,
    RULES,
    TAHUN_RENSTRA,
    TIADA,
    Kinerja,
    Uang,
    pair,
    quarters,
)
from kinerja_desktop.services.compose.quarterly_paper import shortcomings
from kinerja_desktop.services.compose.tables import Kelompok, groups

NILAI_AKHIR: Final = "Nilai pada tahun akhir Renstra"
SEPERIODE: Final = "Jumlah selama periode Renstra"
_MAKS_KALIMAT: Final = 5


# --- fields --------------------------------------------------------------------------------------


def renja_fields(x: Sumber) -> Sequence[Isian]:
    """What the foot says, and what the targets of the Renstra mean."""
    bahan = x.bahan()
    foot = "Kaki formulir"
    return (
        Isian(
            "target_renstra",
            "Target akhir Renstra indikator akumulasi",
            "Menentukan apakah realisasi antartahun dijumlahkan (kolom 14).",
            NILAI_AKHIR,
            pilihan=(NILAI_AKHIR, SEPERIODE),
            bagian="Cara menghitung",
        ),
        Isian("pendorong", "Faktor pendorong", bawaan=_said(bahan, "faktor_pendukung"), baris=3, bagian=foot),
        Isian("penghambat", "Faktor penghambat", bawaan=_said(bahan, "faktor_penghambat"), baris=3, bagian=foot),
        Isian("lanjut_tw", _NEXT_TW, bawaan=_said(bahan, "tindak_lanjut"), baris=3, bagian=foot),
        Isian("lanjut_renja", _NEXT_RENJA, baris=3, bagian=foot),
    )


_NEXT_TW: Final = "Tindak lanjut triwulan berikutnya"
_NEXT_RENJA: Final = "Tindak lanjut Renja berikutnya"


def _said(bahan: Bahan, what: str) -> str:
    """What the seksi said of this triwulan, as a start: each sentence once, the first few."""
    texts = (getattr(bahan.kata(i.kode, bahan.triwulan.nomor), what).strip() for i in bahan.rencana.indikator)
    once = list(dict.fromkeys(text.rstrip(".") for text in texts if text))
    return " ".join(f"{text}." for text in once[:_MAKS_KALIMAT])


# --- the paper -----------------------------------------------------------------------------------


def renja_evaluation(x: Sumber) -> EvaluasiRenja:
    """The form of a triwulan, figures up to it alone."""
    bahan = x.bahan()
    tops = branches(bahan.anggaran)
    entries = _entries(bahan, tops, seperiode=x.isian["target_renstra"] == SEPERIODE)
    used = [rule for rule in RULES if any(rule in entry.rules for entry in entries)]
    kelompok = tuple(_rows(bahan, entries, tops, used))
    return EvaluasiRenja(
        naskah=x.naskah(
            "Evaluasi terhadap Hasil Renja Perangkat Daerah",
            f"Evaluasi Hasil Renja {x.pokok.masa}",
            shortcomings(bahan),
        ),
        triwulan=bahan.triwulan,
        periode=_period(bahan),
        kepala=_heads(bahan),
        kelompok=kelompok,
        catatan=_notes(used, kelompok),
        kaki=_foot(x, bahan, kelompok),
        penandatangan=x.pimpinan,
    )


def _end_of_renstra(bahan: Bahan) -> int | None:
    return max((i.tahun_renstra for i in bahan.rencana.indikator if i.tahun_renstra), default=None)


def _period(bahan: Bahan) -> str:
    end = _end_of_renstra(bahan)
    renstra = f" · Renstra {end - TAHUN_RENSTRA + 1}–{end}" if end else ""
    tw = bahan.triwulan
    return f"Periode pelaksanaan: {tw.label} Tahun {tw.tahun}{renstra}"


def _heads(bahan: Bahan) -> tuple[str, ...]:
    tahun, end = bahan.triwulan.tahun, _end_of_renstra(bahan)
    return (
        f"Target Renstra\n{end or 'akhir'}",
        f"Realisasi Renstra s.d. {tahun - 1}",
        f"Target Renja\n{tahun}",
        *(f"Realisasi\nTriwulan {romawi}" for romawi in ("I", "II", "III", "IV")),
        f"Realisasi Renja\n{tahun}",
        f"Realisasi Renstra s.d. {tahun}",
        "Tingkat Capaian Renstra (%)",
    )


def _foot(x: Sumber, bahan: Bahan, kelompok: Iterable[KelompokRenja]) -> tuple[tuple[str, str], ...]:
    typed = (
        ("Faktor pendorong", "pendorong"),
        ("Faktor penghambat", "penghambat"),
        (_NEXT_TW, "lanjut_tw"),
        (_NEXT_RENJA, "lanjut_renja"),
    )
    words = ((head, x.isian[kunci].strip() or "-") for head, kunci in typed)
    return (("Rata-rata capaian dan predikat", _mean_words(bahan, kelompok)), *words)


def _mean_words(bahan: Bahan, kelompok: Iterable[KelompokRenja]) -> str:
    printed = [b.tingkat.kinerja.nilai for k in kelompok for b in k.baris]
    values = [nilai for nilai in printed if nilai is not None]
    exact = mean(map(bahan.aturan.dibatasi, values))
    if exact is None:
        return "K: -; Rp: -; predikat: belum dapat ditetapkan"
    nilai = to_decimal(exact, DESIMAL_CAPAIAN)
    last = bahan.triwulan.nomor == 4
    predikat = bahan.aturan.kategori(nilai) if last else "ditetapkan pada Triwulan IV"
    return f"K: {format_angka(nilai, 2)}% ({len(values)} indikator); Rp: -; predikat: {predikat}"


# --- rows ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Entry:
    """What one row is made of: an indikator with its branches of the budget and those not printed before.

    ``di_bawah`` is the program, kegiatan, or sub kegiatan that the plan names for it instead of a sasaran.
    """

    no: str
    sasaran: str
    di_bawah: str
    kinerja: Kinerja
    cabang: Sequence[Cabang]
    baru: Sequence[Cabang]

    @property
    def rules(self) -> tuple[str, ...]:
        shared = (BERSAMA,) if len(self.baru) < len(self.cabang) else ()
        return (*self.kinerja.rules, *shared)

    @property
    def program(self) -> str:
        """Column 3: the lines of the budget, after the name in the plan where none of them says it."""
        lines = [cabang.baris.uraian for cabang in self.cabang]
        told = any(self.di_bawah.casefold() in line.casefold() for line in lines)
        return ";\n".join(lines if told else filter(None, (self.di_bawah, *lines))) or "-"


def _entries(bahan: Bahan, tops: Sequence[Cabang], *, seperiode: bool) -> tuple[_Entry, ...]:
    listed = [(*_columns_of(k), no, h) for k in groups(bahan) for no, h in k.hasil]
    printed: list[Cabang] = []
    entries = []
    for sasaran, di_bawah, no, h in listed:
        own = branches_of(tops, (h.indikator.kode,))
        fresh = [cabang for cabang in own if cabang not in printed]
        printed += fresh
        entries.append(_Entry(no, sasaran, di_bawah, Kinerja(bahan, h, seperiode), own, fresh))
    return tuple(entries)


def _columns_of(k: Kelompok) -> tuple[str, str]:
    """Where a name of the plan stands: a sasaran in column 2, what lies below one in column 3."""
    if k.sasaran == TANPA_SASARAN:
        return "-", ""
    return (k.sasaran, "") if k.tingkat in (Tingkat.TUJUAN, Tingkat.SASARAN) else ("-", k.sasaran)


def _rows(bahan: Bahan, entries: Sequence[_Entry], tops: Sequence[Cabang], used: Sequence[str]) -> list[KelompokRenja]:
    """Indikator below their sasaran, then the budget lines that name none of them."""
    made = [(entry.sasaran, _row(bahan, entry, used)) for entry in entries]
    left = unnamed(tops, {i.kode for i in bahan.rencana.indikator})
    made += [("-", _money_row(bahan, str(no), cabang)) for no, cabang in enumerate(left, start=len(made) + 1)]
    runs = groupby(made, key=itemgetter(0))
    return [KelompokRenja(name, tuple(row for _, row in rows)) for name, rows in runs]


def _row(bahan: Bahan, entry: _Entry, used: Sequence[str]) -> BarisRenja:
    h, tw, k = entry.kinerja.h, bahan.triwulan.nomor, entry.kinerja
    cells, uang = k.cells, Uang(entry.baru, tw)
    tingkat = measure_pair(h.indikator.rumus, h.indikator.target_renstra, k.to_date, bahan.aturan).nilai
    this_year = cells.realisasi(h.triwulan[tw - 1].sd)
    return BarisRenja(
        no=entry.no,
        program=entry.program,
        indikator=h.indikator.nama,
        satuan=h.indikator.satuan or "-",
        target_renstra=Pasangan(cells.angka(h.indikator.target_renstra)),
        realisasi_lalu=Pasangan(cells.angka(k.before)),
        target=pair(cells.angka(k.target), uang.pagu),
        triwulan=quarters(tw, lambda q: pair(cells.realisasi(h.triwulan[q - 1].sendiri), uang.of_quarter(q))),
        realisasi=pair(this_year, uang.spent),
        kumulatif=Pasangan(this_year if k.repeated else cells.angka(k.to_date)),
        tingkat=Pasangan(Angka(tingkat)),
        catatan=tuple(number for number, rule in enumerate(used, start=1) if rule in entry.rules),
    )


def _money_row(bahan: Bahan, no: str, cabang: Cabang) -> BarisRenja:
    tw, nothing = bahan.triwulan.nomor, Angka(None)
    uang = Uang((cabang,), tw)
    return BarisRenja(
        no=no,
        program=cabang.baris.uraian,
        indikator="-",
        satuan="-",
        target_renstra=TIADA,
        realisasi_lalu=TIADA,
        target=pair(nothing, uang.pagu),
        triwulan=quarters(tw, lambda q: pair(nothing, uang.of_quarter(q))),
        realisasi=pair(nothing, uang.spent),
        kumulatif=TIADA,
        tingkat=TIADA,
    )


def _notes(used: Sequence[str], kelompok: Sequence[KelompokRenja]) -> tuple[str, ...]:
    """Numbered rules, then what the whole form lacks, and what "n/a" says where it is printed."""
    pairs = (pair for group in kelompok for row in group.baris for pair in row.pasangan)
    figures = (figure for pair in pairs for figure in (pair.kinerja, pair.ribuan) if figure.nilai is None)
    gaps = any(figure.kosong is Kosong.BELUM_ADA for figure in figures)
    whole = f"{_WHOLE} n/a: belum ada data." if gaps else _WHOLE
    return (*(f"{number}) {RULES[rule]}" for number, rule in enumerate(used, start=1)), whole)


_WHOLE: Final = (
    "Anggaran Renstra dan realisasi anggaran tahun sebelumnya belum tercatat, sehingga kolom 6, 7, 14, dan 15 Rp tidak "
    "diisi."
)
