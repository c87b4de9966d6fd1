"""BAB III.A of the LKjIP: the seven analyses of one sasaran, with tables, trend and text.

Order and headings: PermenPANRB 53/2014 Lampiran II. An analysis without data keeps its table with the
reason, so that nobody takes it for forgotten.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kinerja_desktop.domain.capaian import HasilIndikator, average
from kinerja_desktop.domain.indikator import Akumulasi, Polaritas
from kinerja_desktop.domain.laporan import (
    AnalisisSasaran,
    Angka,
    BarisPembanding,
    BarisUang,
    Efisiensi,
    Kosong,
    TitikTahun,
    TrenIndikator,
)
from kinerja_desktop.domain.narasi import (
    NBSP,
    Penulis,
    Pola,
    dengan_satuan,
    deretan,
    hitungan,
    kalimat,
    paragraf_sebab,
    sebutan,
    selisih,
)
from kinerja_desktop.domain.numerals import MINUS, format_angka, format_persen, format_rupiah
from kinerja_desktop.domain.perbandingan import (
    Arah,
    Selisih,
    against_last_year,
    against_pembanding,
    against_renstra,
    years,
)
from kinerja_desktop.domain.serapan import Cabang, Serapan, branches, branches_of, efficiency, sum_of
from kinerja_desktop.services.compose import kalimat as teks
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.cells import Sel, persen, rata_rata
from kinerja_desktop.services.compose.tables import Kelompok, cells_of
from kinerja_desktop.services.compose.uang import rupiah

MAKS_TREN = 4


@dataclass(frozen=True, slots=True)
class _Sasaran:
    """One sasaran at work: its group, its branches of the budget, the writer of its sentences."""

    bahan: Bahan
    kelompok: Kelompok
    cabang: tuple[Cabang, ...]
    penulis: Penulis

    @property
    def hasil(self) -> tuple[HasilIndikator, ...]:
        return tuple(h for _, h in self.kelompok.hasil)


def analyse(bahan: Bahan, kelompok: Kelompok, penulis: Penulis) -> AnalisisSasaran:
    """The seven analyses of one group."""
    codes = {h.indikator.kode for _, h in kelompok.hasil}
    s = _Sasaran(bahan, kelompok, branches_of(branches(bahan.anggaran), codes), penulis)
    efisiensi, teks_efisiensi = _efficiency(s)
    return AnalisisSasaran(
        judul=kelompok.judul,
        pengantar=(_opening(s),),
        target_realisasi=tuple(_result(s, h) for h in s.hasil),
        tren=tuple(_trend(s, no, h) for no, h in kelompok.hasil),
        teks_tren=tuple(_trend_text(s, h) for h in s.hasil),
        renstra=tuple(_renstra_row(s, no, h) for no, h in kelompok.hasil),
        teks_renstra=tuple(_renstra_text(s, h) for h in s.hasil),
        pembanding=tuple(_other_row(s, no, h) for no, h in kelompok.hasil),
        teks_pembanding=tuple(_other_text(s, h) for h in s.hasil),
        penyebab=_causes(s),
        efisiensi=efisiensi,
        teks_efisiensi=teks_efisiensi,
        program=tuple(_program_row(c) for c in s.cabang),
        teks_program=(_program_text(s),),
    )


# --- opening and 1 -------------------------------------------------------------------------------


def _opening(s: _Sasaran) -> str:
    names = deretan(sebutan(h.indikator.nama) for h in s.hasil)
    count = hitungan(len(s.hasil), "indikator")
    lower = [h for h in s.hasil if h.indikator.polaritas is Polaritas.NEGATIF]
    if len(s.hasil) == 1:
        tail = " Makin rendah angkanya, makin baik kinerjanya." if lower else ""
        return kalimat(f"{s.kelompok.tingkat.label} ini diukur dengan satu indikator, yaitu {names}.{tail}")
    if len(s.hasil) > 4:
        return kalimat(f"{s.kelompok.tingkat.label} ini diukur dengan {count}, seperti disajikan pada Tabel 3.1.")
    return kalimat(f"{s.kelompok.tingkat.label} ini diukur dengan {count}, yaitu {names}.")


def _result(s: _Sasaran, h: HasilIndikator) -> str:
    sentence = teks.result_sentence(s.penulis, s.bahan, h, h.tahun, f"tahun {s.bahan.triwulan.tahun}")
    if h.tahun.nilai is not None and h.tahun.nilai > 150:
        return f"{sentence} Capaian ini jauh di atas target sehingga target tahun berikutnya perlu ditinjau kembali."
    return sentence


# --- 2 -------------------------------------------------------------------------------------------


def _trend(s: _Sasaran, no: str, h: HasilIndikator) -> TrenIndikator:
    sel = cells_of(s.bahan, h)
    points = tuple(
        TitikTahun(
            y.tahun,
            sel.angka(y.capaian.target, Kosong.BELUM_ADA),
            sel.angka(y.capaian.realisasi, Kosong.BELUM_ADA),
            Angka(y.capaian.nilai, 2, Kosong.BELUM_ADA),
        )
        for y in years(s.bahan.hasil, h.indikator.kode, MAKS_TREN)
    )
    quarterly = h.indikator.akumulasi is not Akumulasi.TAHUNAN
    return TrenIndikator(
        no=no,
        nama=h.indikator.nama,
        satuan=h.indikator.satuan or "-",
        makin_rendah=h.indikator.polaritas is Polaritas.NEGATIF,
        tahun=points,
        perubahan=_changes(s, h, sel),
        triwulan=tuple(sel.angka(f, Kosong.BELUM_ADA) for f in h.realisasi) if quarterly else (),
        target_triwulan=tuple(sel.angka(q.target.triwulan[q.tw - 1]) for q in h.triwulan) if quarterly else (),
        keterangan_triwulan=_year_words(h, sel) if quarterly else "",
        sumber=h.indikator.sumber_data or "",
    )


def _year_words(h: HasilIndikator, sel: Sel) -> str:
    if h.tahun.realisasi is None or h.tahun.target is None:
        return ""
    batas = "batas" if h.indikator.polaritas is Polaritas.NEGATIF else "target"
    reached, promised = (format_angka(f, sel.desimal) for f in (h.tahun.realisasi, h.tahun.target))
    return f"setahun: {reached} dari {batas} {promised}"


def _changes(s: _Sasaran, h: HasilIndikator, sel: Sel) -> tuple[str, str, str]:
    """Change of target, realisasi and capaian against the year before, as printed."""
    last = against_last_year(s.bahan.hasil, h.indikator.kode)
    target = None
    if h.tahun.target is not None and last.lalu.target is not None:
        target = h.tahun.target - last.lalu.target
    poin = teks.poin(last.capaian.nilai) if last.capaian.nilai is not None else "n/a"
    return _signed(target, sel.desimal), _signed(last.realisasi.nilai, sel.desimal), poin


def _signed(nilai: Decimal | None, desimal: int) -> str:
    if nilai is None:
        return "n/a"
    tanda = "+" if nilai > 0 else MINUS if nilai < 0 else ""
    return f"{tanda}{format_angka(abs(nilai), desimal)}"


def _trend_text(s: _Sasaran, h: HasilIndikator) -> str:
    last = against_last_year(s.bahan.hasil, h.indikator.kode)
    now, then = h.tahun.realisasi, last.lalu.realisasi
    nama = sebutan(h.indikator.nama)
    facts = {"sebutan": nama, "Sebutan": kalimat(nama), "lalu": str(last.tahun), "tahun": str(s.bahan.triwulan.tahun)}
    if now is None or then is None:
        return s.penulis.tulis(Pola.TAHUN_PERTAMA, h.indikator.kode, **facts)
    unit, desimal = h.indikator.satuan, cells_of(s.bahan, h).desimal
    pola = Pola.TETAP if now == then else Pola.NAIK if now > then else Pola.TURUN
    sentence = s.penulis.tulis(
        pola,
        h.indikator.kode,
        **facts,
        R=dengan_satuan(now, unit, desimal),
        R_lalu=dengan_satuan(then, unit, desimal),
        selisih=selisih(now, then, unit, desimal),
    )
    return f"{sentence}{_capaian_moved(last.capaian)}"


def _capaian_moved(change: Selisih) -> str:
    if change.nilai is None or change.arah is None:
        return ""
    if change.arah is Arah.SAMA:
        return " Capaian tidak berubah."
    word = "naik" if change.arah is Arah.LEBIH_TINGGI else "turun"
    return f" Capaian {word} {format_angka(abs(change.nilai), 2)}{NBSP}poin."


# --- 3 -------------------------------------------------------------------------------------------


def _renstra_row(s: _Sasaran, no: str, h: HasilIndikator) -> BarisPembanding:
    sel = cells_of(s.bahan, h)
    r = against_renstra(h, s.bahan.aturan)
    return BarisPembanding(
        no,
        h.indikator.nama,
        h.indikator.satuan or "-",
        sel.angka(h.tahun.realisasi, Kosong.BELUM_ADA),
        sel.angka(r.target, Kosong.BELUM_ADA),
        persen(r.capaian),
        sel.angka(r.sisa),
        str(r.tahun or ""),
    )


def _renstra_text(s: _Sasaran, h: HasilIndikator) -> str:
    r = against_renstra(h, s.bahan.aturan)
    nama = sebutan(h.indikator.nama)
    unit, desimal = h.indikator.satuan, cells_of(s.bahan, h).desimal
    if r.target is None or h.tahun.realisasi is None or r.capaian.nilai is None:
        alasan = r.alasan.teks if r.alasan else "data belum lengkap"
        return kalimat(f"Perbandingan {nama} dengan target akhir Renstra belum dapat disajikan: {alasan}.")
    facts = {
        "sebutan": nama,
        "akhir": str(r.tahun or "akhir periode"),
        "tahun": str(s.bahan.triwulan.tahun),
        "TR": dengan_satuan(r.target, unit, desimal),
        "R": dengan_satuan(h.tahun.realisasi, unit, desimal),
        "CR": format_angka(r.capaian.nilai, 2),
    }
    if r.tercapai and r.tahun is not None and r.tahun > s.bahan.triwulan.tahun:
        return s.penulis.tulis(Pola.RENSTRA_LEWAT, h.indikator.kode, **facts)
    first = s.penulis.tulis(Pola.RENSTRA_PERSEN, h.indikator.kode, **facts)
    left = (r.tahun or 0) - s.bahan.triwulan.tahun
    if r.sisa and left > 0:
        need = s.penulis.tulis(
            Pola.RENSTRA_SISA,
            h.indikator.kode,
            TR=facts["TR"],
            sisa=_gap(r.sisa, h, desimal),
            n=hitungan(left),
        )
        return f"{first} {need}"
    return first


def _gap(sisa: Decimal, h: HasilIndikator, desimal: int) -> str:
    word = "penurunan" if h.indikator.polaritas is Polaritas.NEGATIF else "kenaikan"
    return f"{word} {selisih(sisa, Decimal(0), h.indikator.satuan, desimal)}"


# --- 4 -------------------------------------------------------------------------------------------


def _other_row(s: _Sasaran, no: str, h: HasilIndikator) -> BarisPembanding:
    sel = cells_of(s.bahan, h)
    return BarisPembanding(
        no,
        h.indikator.nama,
        h.indikator.satuan or "-",
        sel.angka(h.tahun.realisasi, Kosong.BELUM_ADA),
        sel.angka(h.indikator.pembanding, Kosong.BELUM_ADA),
        sel.angka(against_pembanding(h).nilai),
        Angka(None),
        h.indikator.sumber_pembanding or "-",
    )


def _other_text(s: _Sasaran, h: HasilIndikator) -> str:
    nama = sebutan(h.indikator.nama)
    other, now = h.indikator.pembanding, h.tahun.realisasi
    compared = against_pembanding(h)
    if other is None or now is None or compared.arah is None:
        return s.penulis.tulis(Pola.PEMBANDING_TIADA, h.indikator.kode, sebutan=nama)
    unit, desimal = h.indikator.satuan, cells_of(s.bahan, h).desimal
    source = h.indikator.sumber_pembanding or "angka pembanding"
    if compared.arah is Arah.SAMA:
        return kalimat(f"Realisasi {nama} sama dengan {source}, yaitu {dengan_satuan(other, unit, desimal)}.")
    return s.penulis.tulis(
        Pola.PEMBANDING,
        h.indikator.kode,
        sebutan=nama,
        sumber=source,
        arah=compared.arah.value,
        R=dengan_satuan(now, unit, desimal),
        P=dengan_satuan(other, unit, desimal),
        selisih=selisih(now, other, unit, desimal),
    )


# --- 5 -------------------------------------------------------------------------------------------


def _causes(s: _Sasaran) -> tuple[str, ...]:
    paragraphs = [p for h in s.hasil for p in _cause(s, h)]
    return tuple(paragraphs) or ("Seksi belum menulis faktor pendukung, penghambat, dan tindak lanjut.",)


def _cause(s: _Sasaran, h: HasilIndikator) -> tuple[str, ...]:
    """The newest words that the seksi wrote of an indikator in this year."""
    kode = h.indikator.kode
    words = [s.bahan.kata(kode, q) for q in (4, 3, 2, 1)]
    return paragraf_sebab(
        s.penulis,
        kode,
        h.indikator.nama,
        pendukung=_newest(w.faktor_pendukung for w in words),
        penghambat=_newest(w.faktor_penghambat for w in words),
        tindak_lanjut=_newest(w.tindak_lanjut for w in words),
    )


def _newest(texts: Iterable[str]) -> str:
    return next((t for t in texts if t.strip()), "")


# --- 6 and 7 -------------------------------------------------------------------------------------


def _efficiency(s: _Sasaran) -> tuple[tuple[Efisiensi, ...], tuple[str, ...]]:
    mean = average(s.kelompok.sasaran, (h.tahun for h in s.hasil), s.bahan.aturan)
    serapan = sum_of(s.cabang)
    made = efficiency(mean.nilai, serapan.nilai)
    note = made.tingkat.value if made.tingkat else f"tidak diukur: {made.alasan.teks if made.alasan else ''}"
    row = Efisiensi("1", s.kelompok.judul, rata_rata(mean.nilai), rata_rata(serapan.nilai), Angka(made.poin), note)
    return (row,), (_efficiency_text(s, mean.nilai, serapan, row),)


def _efficiency_text(s: _Sasaran, capaian: Decimal | None, serapan: Serapan, row: Efisiensi) -> str:
    if capaian is None or serapan.nilai is None:
        why = serapan.alasan.teks if serapan.nilai is None and serapan.alasan else "capaian sasaran belum ada"
        return kalimat(f"Efisiensi tidak dapat diukur karena {why}.")
    facts = {"C": format_angka(capaian, 2), "S": format_angka(serapan.nilai, 2)}
    if row.tingkat.nilai is None:
        return s.penulis.tulis(Pola.TIDAK_DIUKUR, s.kelompok.sasaran, **facts)
    return s.penulis.tulis(
        Pola.EFISIEN, s.kelompok.sasaran, E=format_angka(row.tingkat.nilai, 2), label=row.keterangan, **facts
    )


def _program_row(cabang: Cabang) -> BarisUang:
    s = sum_of((cabang,))
    b = cabang.baris
    return BarisUang(b.kode, b.tingkat, b.uraian, rupiah(s.pagu), rupiah(s.realisasi), Angka(s.nilai, 2))


def _program_text(s: _Sasaran) -> str:
    if not s.cabang:
        return "Program pendukung belum dihubungkan dengan indikator sasaran ini."
    names = deretan(c.baris.uraian for c in s.cabang[:3])
    total = sum_of(s.cabang)
    if total.nilai is None or total.realisasi is None:
        return kalimat(f"Sasaran ini didukung oleh {names}.")
    return kalimat(
        f"Sasaran ini didukung oleh {names} dengan realisasi {format_rupiah(total.realisasi)} "
        f"({format_persen(total.nilai)} dari pagu)."
    )
