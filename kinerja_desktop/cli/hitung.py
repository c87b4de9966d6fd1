"""``kinerja hitung BUKU.xlsx``: measure a workbook without an office, as JSON or as a table to read.

The JSON is a contract: figures are strings with a dot, null where there is none, and then ``alasan``.
Nothing is measured here; a new figure comes from ``domain.capaian`` and gets its key below.
"""

import argparse
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from textwrap import shorten
from typing import Any

from kinerja_desktop.cli import _output
from kinerja_desktop.cli._parser import Subparsers
from kinerja_desktop.domain.alasan import Alasan
from kinerja_desktop.domain.aturan import Aturan
from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.capaian import Hasil, HasilIndikator, HasilTriwulan, RataRata, calculate
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.peringatan import of_result
from kinerja_desktop.domain.rumus import Capaian
from kinerja_desktop.domain.serapan import Serapan

Document = dict[str, Any]
_EMPTY = "-"


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("hitung", help="hitung capaian dari sebuah Buku Kinerja, tanpa data kantor")
    parser.add_argument("buku", metavar="BUKU.xlsx", type=Path)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read, measure, print."""
    from kinerja_desktop.exchange.buku_kinerja import baca

    buku = baca(args.buku)
    hasil = calculate(buku.rencana, buku.realisasi, buku.anggaran)
    peringatan = (*buku.peringatan, *map(str, of_result(hasil)))
    if args.json:
        _output.show_json(document(buku, hasil, peringatan))
        return 0
    _output.show("\n".join(_lines(buku, hasil)))
    for teks in peringatan:
        _output.tell(f"Peringatan: {teks}")
    return 0


# --- the document ----------------------------------------------------------------------------------


def document(buku: BukuKinerja, hasil: Hasil, peringatan: Iterable[str]) -> Document:
    """Everything measured, in the keys of the contract."""
    summary = hasil.ringkasan
    return {
        "instansi": buku.instansi.nama,
        "tahun": buku.rencana.tahun,
        "aturan": _aturan(hasil.aturan),
        "indikator": [_indikator(h) for h in hasil.indikator],
        "sasaran": [{"sasaran": r.nama, **_mean(r), "kategori": r.kategori} for r in summary.sasaran],
        "tingkat": [{"tingkat": tingkat.value, **_mean(r)} for tingkat, r in summary.tingkat],
        **_mean(summary.kantor),
        "kategori": summary.kantor.kategori,
        "anggaran": {
            **_money(hasil.anggaran.jumlah),
            "baris": [{"kode": b.baris.kode, **_money(b.serapan)} for b in hasil.anggaran.baris],
        },
        "peringatan": list(peringatan),
    }


def _aturan(aturan: Aturan) -> Document:
    return {
        "pembulatan": "2 desimal, setengah ke atas",
        "batas_atas": _figure(aturan.batas_atas),
        "batas_bawah": _figure(aturan.batas_bawah),
        "skala": aturan.skala.nama,
        "celah": aturan.celah.value,
    }


def _indikator(hasil: HasilIndikator) -> Document:
    year = hasil.tahun
    return {
        "kode": hasil.indikator.kode,
        "indikator": hasil.indikator.nama,
        "tingkat": hasil.indikator.tingkat.value,
        **_measured(year),
        "kategori": year.kategori,
        "lengkap": year.lengkap,
        "alasan": _reason(year.alasan),
        "triwulan": [_quarter(t) for t in hasil.triwulan],
    }


def _quarter(hasil: HasilTriwulan) -> Document:
    own, until = hasil.sendiri, hasil.sd
    reasons = dict.fromkeys(teks for c in (own, until) if (teks := _reason(c.alasan)))
    return {
        "tw": hasil.tw,
        **_measured(own),
        **{f"{name}_sd": figure for name, figure in _measured(until).items()},
        "lengkap": until.lengkap,
        "alasan": "; ".join(reasons) or None,
    }


def _measured(capaian: Capaian) -> dict[str, str | None]:
    return {
        "target": _figure(capaian.target),
        "realisasi": _figure(capaian.realisasi),
        "capaian": _figure(capaian.nilai),
    }


def _mean(mean: RataRata) -> Document:
    return {"rata_rata": _figure(mean.nilai), "alasan": _reason(mean.alasan)}


def _money(serapan: Serapan) -> Document:
    return {
        "pagu": _figure(serapan.pagu),
        "realisasi": _figure(serapan.realisasi),
        "serapan": _figure(serapan.nilai),
        "alasan": _reason(serapan.alasan),
    }


def _figure(nilai: Decimal | None) -> str | None:
    return None if nilai is None else f"{nilai:f}"


def _reason(alasan: Alasan | None) -> str | None:
    return None if alasan is None else alasan.teks


# --- the table -------------------------------------------------------------------------------------

_ROW = "{:<8}  {:<44}  {:>14}  {:>14}  {:>9}  {}"
_MONEY = "{:<22}  {:<30}  {:>20}  {:>20}  {:>8}"
_KODE, _NAMA = 8, 44


def _lines(buku: BukuKinerja, hasil: Hasil) -> Iterator[str]:
    yield f"{buku.instansi.nama}, {buku.instansi.kabupaten} · Tahun {buku.rencana.tahun}"
    yield ""
    yield from _indikator_lines(hasil)
    yield ""
    yield from _quarter_lines(hasil)
    if hasil.anggaran.baris:
        yield ""
        yield from _money_lines(hasil)


def _indikator_lines(hasil: Hasil) -> Iterator[str]:
    yield _ROW.format("Kode", "Indikator", "Target", "Realisasi", "Capaian", "Kategori")
    means: Mapping[str, RataRata] = {r.nama: r for r in hasil.ringkasan.sasaran}
    for sasaran, mean in means.items():
        yield f"Sasaran: {sasaran} · rata-rata {_percent(mean.nilai)}"
        yield from (_indikator_line(h) for h in hasil.indikator if h.sasaran == sasaran)
    office = hasil.ringkasan.kantor
    yield (
        f"Rata-rata capaian: {_percent(office.nilai)} ({office.kategori or office.alasan}), "
        f"{office.bernilai} dari {office.jumlah} indikator tingkat {office.nama.lower()}"
    )


def _indikator_line(hasil: HasilIndikator) -> str:
    year = hasil.tahun
    kode, nama = shorten(hasil.indikator.kode, _KODE, placeholder="…"), hasil.indikator.nama
    figures = (_shown(year.target), _shown(year.realisasi), _percent(year.nilai))
    return _ROW.format(kode, shorten(nama, _NAMA, placeholder="…"), *figures, year.kategori or f"({year.alasan})")


def _quarter_lines(hasil: Hasil) -> Iterator[str]:
    for tw in (1, 2, 3, 4):
        summary = hasil.ringkasan_sd(tw)
        yield (
            f"s.d. Triwulan {tw}: rata-rata {_percent(summary.kantor.nilai)}, {summary.bertarget} indikator bertarget, "
            f"{summary.tercapai} mencapai target, serapan {_percent(hasil.anggaran_sd(tw).jumlah.nilai)}"
        )


def _money_lines(hasil: Hasil) -> Iterator[str]:
    yield _MONEY.format("Kode", "Uraian", "Pagu (Rp)", "Realisasi (Rp)", "Serapan")
    for line in hasil.anggaran.baris:
        yield _money_line(line.baris.kode, line.baris.uraian, line.serapan)
    yield _money_line("", "Jumlah (baris terbawah)", hasil.anggaran.jumlah)


def _money_line(kode: str, uraian: str, serapan: Serapan) -> str:
    figures = (_shown(serapan.pagu), _shown(serapan.realisasi), _percent(serapan.nilai))
    return _MONEY.format(shorten(kode, 22, placeholder="…"), shorten(uraian, 30, placeholder="…"), *figures)


def _shown(nilai: Decimal | None) -> str:
    return _EMPTY if nilai is None else format_angka(nilai)


def _percent(nilai: Decimal | None) -> str:
    return _EMPTY if nilai is None else format_angka(nilai, 2)
