"""Papers that are only printed: Ringkasan untuk Camat, Lembar Kerja kosong."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from kinerja_desktop.domain.baris import BarisLembar
from kinerja_desktop.domain.dokumen_rapat import (
    BarisKosong,
    KelompokKosong,
    LembarKerjaKosong,
    RingkasanCamat,
    TitikTriwulan,
)
from kinerja_desktop.domain.indikator import Tingkat
from kinerja_desktop.domain.laporan import Angka, Batang
from kinerja_desktop.domain.narasi import hitungan, kalimat, kecilkan, sebutan
from kinerja_desktop.domain.numerals import format_persen
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.satuan import decimals_for
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Langkah
from kinerja_desktop.services import sheet
from kinerja_desktop.services.compose.anjuran import decisions
from kinerja_desktop.services.compose.bahan import Bahan, BerkasSeksi
from kinerja_desktop.services.compose.cells import Sel
from kinerja_desktop.services.compose.office.kinds import PEMBUAT, Golongan, JenisDokumen, Per, Sumber
from kinerja_desktop.services.compose.quarterly_paper import boxes
from kinerja_desktop.services.compose.report_end import ReportEnd, spelled
from kinerja_desktop.services.compose.tables import groups
from kinerja_desktop.services.compose.waktu import berkas_of, late_words, measured

_LINES = 5
"""Lines of a list on the one page."""
_LETTERS = 240
_BARS = 8

# --- Ringkasan untuk Camat -------------------------------------------------------------------------


def summary(x: Sumber) -> RingkasanCamat:
    """One page for a meeting: four figures, what is late, what is to be decided, three charts."""
    bahan = x.bahan()
    tw = bahan.triwulan.nomor
    title, level = f"Ringkasan Kinerja {x.pokok.masa}", bahan.hasil.ringkasan_sd(tw).tingkat_kantor
    late, decided = tuple(_late(bahan)), tuple(_decisions(bahan))
    told_late, told_decided = _told(late), _told(decided)
    return RingkasanCamat(
        naskah=x.naskah(title, title),
        kotak=boxes(bahan),
        terlambat=told_late,
        terlambat_lain=_rest(late, told_late, "Tidak ada langkah berjalan yang terlambat."),
        putusan=told_decided,
        putusan_lain=_rest(decided, told_decided, "Tidak ada yang perlu diputuskan."),
        sasaran=_lowest(
            Batang(judul, nilai, nilai is not None and nilai >= 100, rata_rata=True)
            for judul, nilai in _means(bahan, tw)
        ),
        tren=tuple(_point(bahan, quarter) for quarter in Triwulan.of_year(bahan.triwulan.tahun)),
        serapan=_lowest(
            Batang(_short(line.baris.uraian), line.cabang.nilai, tercapai=True)
            for line in bahan.hasil.anggaran_sd(tw).baris
            if line.baris.tingkat is Tingkat.PROGRAM
        ),
        tingkat=(level or Tingkat.SASARAN).label.lower(),
    )


_PROGRAM = re.compile(r"^program\s+", re.IGNORECASE)


def _short(program: str) -> str:
    """A program as the label of a bar: without that word; all capitals take more room than a label has."""
    name = _PROGRAM.sub("", program)
    return name.capitalize() if name.isupper() else name


def _means(bahan: Bahan, tw: int) -> Iterable[tuple[str, Decimal | None]]:
    """The groups of the level that the office's mean is made of, numbered as in the tables of the reports."""
    means = {m.nama: m for m in bahan.hasil.ringkasan_sd(tw).sasaran}
    level = bahan.hasil.ringkasan_sd(tw).tingkat_kantor
    shown = (k for k in groups(bahan) if k.tingkat is level and k.sasaran in means)
    return ((k.judul.removeprefix(f"{k.tingkat.label} "), means[k.sasaran].nilai) for k in shown)


def _told(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The first lines; a single one more, in the room of the words that it is left out, where all are short."""
    all_fit = len(lines) <= _LINES + 1 and sum(map(len, lines)) <= _LINES * _LETTERS
    return lines if all_fit else lines[:_LINES]


def _rest(lines: Sequence[str], told: Sequence[str], nothing: str) -> str:
    """What stands below a list: that there is nothing, or how much there is besides."""
    if not lines:
        return nothing
    more = len(lines) - len(told)
    return f"Masih ada {hitungan(more, 'hal')} lain." if more > 0 else ""


def _late(bahan: Bahan) -> Iterable[str]:
    """What runs now and has passed its norm."""
    for b in bahan.berkas:
        for w in measured(b, bahan):
            if w.selesai is None and w.terlambat and w.batas:
                lama = spelled(late_words(bahan.kalender, w.batas, bahan.sekarang))
                yield _line(f"Langkah {w.langkah.value} terlambat {lama} di {b.seksi.nama}.")
    sixth = ReportEnd.of_quarter(bahan)
    if sixth.waktu and sixth.selesai is None and sixth.waktu.terlambat and sixth.waktu.batas:
        lama = spelled(late_words(bahan.kalender, sixth.waktu.batas, bahan.sekarang))
        yield kalimat(f"{sixth.nama}: penyusunan terlambat {lama}.")


def _decisions(bahan: Bahan) -> Iterable[str]:
    """What waits for the head: orders to give, reports to examine, gaps of the plan, then the lowest indikator."""
    if bahan.mulai <= bahan.sekarang:
        yield from (_line(f"Menugaskan {b.seksi.nama}.") for b in bahan.berkas if _at(b, Langkah.TUGAS))
    yield from (_line(f"Memeriksa laporan {b.seksi.nama}.") for b in bahan.berkas if _at(b, Langkah.PERIKSA))
    yield from _gaps(bahan)
    tw = bahan.triwulan.nomor
    valued = [(at.nilai, h) for h in bahan.hasil.indikator if (at := h.at(tw)).lengkap and not at.tercapai]
    for nilai, h in sorted(((n, h) for n, h in valued if n is not None), key=lambda pair: pair[0]):
        planned = bahan.kata(h.indikator.kode, tw).tindak_lanjut.strip()
        what = "Menyetujui tindak lanjut" if planned else "Menetapkan tindak lanjut"
        told = f": {kecilkan(planned.rstrip('.'))}." if planned else "."
        yield _line(f"{what} {sebutan(h.indikator.nama)} (capaian {format_persen(nilai)}){told}")


def _gaps(bahan: Bahan) -> Iterable[str]:
    """What keeps a plan from being measured or spent, in the words of the reports; programs without pagu."""
    tw = bahan.triwulan.nomor
    yield from (_line(f"{decision}.") for decision in decisions(bahan, tw))
    lines = bahan.hasil.anggaran_sd(tw).baris
    unfunded = sum(line.cabang.pagu is None for line in lines if line.baris.tingkat is Tingkat.PROGRAM)
    if unfunded:
        yield _line(f"Melengkapi pagu {hitungan(unfunded, 'program')} agar serapannya dapat dihitung.")


def _at(b: BerkasSeksi, langkah: Langkah) -> bool:
    return (b.keadaan.langkah if b.keadaan else Langkah.TUGAS) is langkah


def _point(bahan: Bahan, quarter: Triwulan) -> TitikTriwulan:
    """Quarters that are not over yet stay empty."""
    nilai = bahan.hasil.ringkasan_sd(quarter.nomor).kantor.nilai if quarter <= bahan.triwulan else None
    return TitikTriwulan(quarter.singkat, Angka(nilai, 2))


def _lowest(bars: Iterable[Batang]) -> tuple[Batang, ...]:
    """Every bar in its order, or where they are too many those with the lowest values."""
    listed = [bar for bar in bars if bar.nilai is not None]
    kept = sorted(listed, key=lambda bar: bar.nilai or Decimal(0))[:_BARS]
    return tuple(bar for bar in listed if bar in kept)


def _line(text: str) -> str:
    """A line of a list, or its beginning up to a whole word with three dots."""
    plain = kalimat(" ".join(text.split()))
    if len(plain) <= _LETTERS:
        return plain
    return plain[: _LETTERS - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "\N{HORIZONTAL ELLIPSIS}"


# --- Lembar Kerja kosong ---------------------------------------------------------------------------


def empty_sheet(x: Sumber) -> LembarKerjaKosong:
    """The Lembar Kerja of a seksi to fill by pen."""
    bahan = x.bahan()
    seksi = berkas_of(bahan, x.pokok.seksi or "").seksi
    title = f"Lembar Kerja Data Kinerja {seksi.nama} {x.pokok.masa}"
    rows = {row.kode: row for row in sheet.quarter_rows(x.unit, x.pokok.triwulan, seksi.kode)}
    own = [h for h in bahan.hasil.indikator if h.indikator.kode in rows]
    return LembarKerjaKosong(
        naskah=replace(
            x.naskah(f"Lembar Kerja Data Kinerja\n{seksi.nama} {x.pokok.masa}", title), tanggal=None, bulan_tahun=""
        ),
        pembuka=(
            kalimat(
                f"Isi realisasi {x.pokok.masa} sampai dengan {format_tanggal(x.pokok.triwulan.last_day)}, sebut sumber "
                "dan bukti dukungnya, lalu pindahkan ke Lembar Kerja pada komputer dengan urutan yang sama."
            ),
        ),
        kelompok=tuple(
            KelompokKosong(k.judul, tuple(_empty_row(no, rows[h.indikator.kode]) for no, h in k.hasil))
            for k in groups(bahan, own)
        ),
        pengumpul=x.penandatangan(Role.ANALIS, seksi.kode),
        penerima=x.penandatangan(Role.KASUBAG, seksi.kode),
    )


def _empty_row(no: str, row: BarisLembar) -> BarisKosong:
    target = row.target.triwulan[row.triwulan - 1]
    sel = Sel(decimals_for(row.indikator, (target, row.nilai_lalu)), row.indikator.satuan, row.skala)
    return BarisKosong(
        no=no,
        nama=row.indikator.nama,
        satuan=row.indikator.satuan or "-",
        target=sel.angka(target),
        terakhir=sel.angka(row.nilai_lalu),
        sumber=row.indikator.sumber_data or "",
        terkunci="diukur pada TW IV" if row.terkunci else "",
    )


RAPAT = (
    JenisDokumen(
        "lembar_kerja_kosong",
        "Lembar Kerja Kosong",
        Golongan.RAPAT,
        Per.SEKSI,
        empty_sheet,
        (*PEMBUAT, Role.KASUBAG, Role.ANALIS),
        tetap=False,
    ),
    JenisDokumen("ringkasan_camat", "Ringkasan untuk Camat", Golongan.RAPAT, Per.TRIWULAN, summary, tetap=False),
)
