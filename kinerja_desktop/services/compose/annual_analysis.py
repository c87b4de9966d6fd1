"""BAB III.A of the LKjIP: the seven analyses of one sasaran, with tables, trend and text.

Order and headings: PermenPANRB 53/2014 Lampiran II. An analysis without data keeps its heading and says why, so that
nobody takes it for forgotten; a table stands where it has a figure to show.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kinerja_desktop.domain.capaian import TANPA_SASARAN, HasilIndikator, average
from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.indikator import Polaritas
from kinerja_desktop.domain.laporan import (
    AnalisisSasaran,
    Angka,
    BarisPembanding,
    BarisUang,
    Efisiensi,
    Kosong,
    TrenIndikator,
)
from kinerja_desktop.domain.narasi import (
    NBSP,
    Penulis,
    Pola,
    Uraian,
    hitungan,
    jarak,
    kalimat,
    kecilkan,
    paragraf_sebab,
    selisih,
)
from kinerja_desktop.domain.numerals import MINUS, bulatkan, format_angka, format_persen, format_rupiah
from kinerja_desktop.domain.perbandingan import (
    Arah,
    TerhadapTahunLalu,
    against_last_year,
    against_pembanding,
    against_renstra,
    pace,
    replaced_from,
    years,
)
from kinerja_desktop.domain.serapan import Cabang, Serapan, branches, branches_of, efficiency, sum_of
from kinerja_desktop.domain.telaah import MAKS_KATA
from kinerja_desktop.services.compose import kalimat as teks
from kinerja_desktop.services.compose.bab import Dianalisis, anchor_of_level, anchors_of
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.cells import Sel, persen, rata_rata
from kinerja_desktop.services.compose.tables import Kelompok, cells_of, told_in_full
from kinerja_desktop.services.compose.trends import MAKS_TREN, indikator_trend
from kinerja_desktop.services.compose.uang import absorbed

JAUH_DI_ATAS = 150
"""A capaian above this asks for another target."""


@dataclass(frozen=True, slots=True)
class _Sasaran:
    """One sasaran at work: its group, its branches of the budget, the writer of its sentences."""

    bahan: Bahan
    kelompok: Kelompok
    cabang: tuple[Cabang, ...]
    penulis: Penulis

    @property
    def label(self) -> str:
        """What sentences call it; indikator without a sasaran are a group of their own."""
        return "Kelompok" if self.kelompok.sasaran == TANPA_SASARAN else self.kelompok.tingkat.label

    @property
    def hasil(self) -> tuple[HasilIndikator, ...]:
        return tuple(h for _, h in self.kelompok.hasil)

    @property
    def sendiri(self) -> bool:
        """Whether its branches are its own lines of the budget: a program is not supported by itself."""
        return {c.baris.tingkat for c in self.cabang} == {self.kelompok.tingkat}


def analyses(bahan: Bahan, kelompok: Sequence[Kelompok], *, tabel: bool = True) -> tuple[Dianalisis, ...]:
    """All seven for each sasaran and program; the levels below, which are promised by the seksi, each in short.

    Without ``tabel`` the words alone, as they are edited: a whole year of tables takes longer than its words.
    """
    detailed = told_in_full(bahan)
    below = dict.fromkeys(k.tingkat for k in kelompok if k.tingkat not in detailed)
    return (
        *(Dianalisis(anchors_of(k), _analyse(bahan, k, tabel=tabel)) for k in kelompok if k.tingkat in detailed),
        *(
            Dianalisis(anchor_of_level(level), _in_short(bahan, [k for k in kelompok if k.tingkat is level]))
            for level in below
        ),
    )


def _in_short(bahan: Bahan, kelompok: Sequence[Kelompok]) -> AnalisisSasaran:
    """A level below the program: how many reached their target, and why those that did not are where they are."""
    label = kelompok[0].tingkat.label.lower()
    hasil = [h for k in kelompok for _, h in k.hasil]
    valued = [h for h in hasil if h.tahun.lengkap]
    reached = sum(h.tahun.tercapai for h in valued)
    stand = teks.how_many_reached(reached, len(valued), "indikator") if valued else "capaiannya belum dapat dihitung."
    count = hitungan(len(hasil), "indikator")
    opening = kalimat(f"Pada tingkat {label} terdapat {count}, yang angkanya disajikan pada lampiran.")
    told, penulis = [opening + f" {kalimat(stand)}"], Penulis(bahan.triwulan.tahun)
    for k in kelompok:
        s = _Sasaran(bahan, k, (), penulis)
        for h in s.hasil:
            if h.tahun.nilai is not None and not h.tahun.tercapai:
                told += [_result(s, h), *_cause(s, h)]
    return AnalisisSasaran(f"Capaian {label.title()}", tuple(told))


def _analyse(bahan: Bahan, kelompok: Kelompok, *, tabel: bool) -> AnalisisSasaran:
    """The seven analyses of one group. It has a writer of its own: no other sasaran changes the wording of this one."""
    codes = {h.indikator.kode for _, h in kelompok.hasil}
    penulis = Penulis(bahan.triwulan.tahun)
    s = _Sasaran(bahan, kelompok, branches_of(branches(bahan.anggaran), codes), penulis)
    efisiensi, teks_efisiensi = _efficiency(s)
    told = AnalisisSasaran(
        judul=kelompok.judul,
        pengantar=(_opening(s),),
        target_realisasi=tuple(_result(s, h) for h in s.hasil),
        teks_tren=_told(s, _trend_text),
        teks_renstra=_told(s, _renstra_text),
        teks_pembanding=_told(s, _other_text),
        penyebab=_causes(s),
        efisiensi=efisiensi,
        teks_efisiensi=teks_efisiensi,
        teks_program=(_program_text(s),),
    )
    return _with_tables(s, told) if tabel else told


def _with_tables(s: _Sasaran, told: AnalisisSasaran) -> AnalisisSasaran:
    """The rows beside the words, in which the writer has no part."""
    return replace(
        told,
        tren=_since_known(tuple(_trend(s, no, h) for no, h in s.kelompok.hasil)),
        renstra=_where_compared(_renstra_row(s, no, h) for no, h in s.kelompok.hasil),
        pembanding=_where_compared(_other_row(s, no, h) for no, h in s.kelompok.hasil),
        program=tuple(_program_row(line) for c in s.cabang for line in (c, *(c.anak if s.sendiri else ()))),
    )


def _where_compared(rows: Iterable[BarisPembanding]) -> tuple[BarisPembanding, ...]:
    """The rows of a table that has anything to compare with, else none."""
    listed = tuple(rows)
    return listed if any(row.pembanding.nilai is not None for row in listed) else ()


def _since_known(trends: tuple[TrenIndikator, ...]) -> tuple[TrenIndikator, ...]:
    """Trends from the first year of which any of them knows a figure; none where no year has one."""
    known = [
        y.tahun for t in trends for y in t.tahun if any(f.nilai is not None for f in (y.target, y.realisasi, y.capaian))
    ]
    return tuple(replace(t, tahun=tuple(y for y in t.tahun if y.tahun >= min(known))) for t in trends) if known else ()


def _told(s: _Sasaran, tell: Callable[[_Sasaran, HasilIndikator], str | Pola]) -> tuple[str, ...]:
    """A paragraph for each indikator that can be compared; those that cannot share one sentence for each reason."""
    texts: list[str] = []
    gaps: dict[Pola, list[HasilIndikator]] = {}
    for h in s.hasil:
        made = tell(s, h)
        if isinstance(made, Pola):
            gaps.setdefault(made, []).append(h)
        else:
            texts.append(made)
    tahun = s.bahan.triwulan.tahun
    for pola, missing in gaps.items():
        facts = {"siapa": _who(s, missing), "tahun": str(tahun), "lalu": str(tahun - 1)}
        texts.append(s.penulis.tulis(pola, s.kelompok.sasaran, **facts))
    return tuple(texts)


def _who(s: _Sasaran, some: Sequence[HasilIndikator]) -> str:
    if len(some) == len(s.hasil):
        return "indikator ini" if len(some) == 1 else f"semua indikator pada {s.label.lower()} ini"
    if len(some) == 1:
        return teks.nama_of(s.bahan, some[0])
    return f"{hitungan(len(some), 'indikator')} lainnya"


# --- opening and 1 -------------------------------------------------------------------------------


def _opening(s: _Sasaran) -> str:
    label, count = s.label, len(s.hasil)
    names = deretan(teks.nama_of(s.bahan, h) for h in s.hasil)
    told = kalimat(f"{label} ini diukur dengan {hitungan(count, 'indikator')}, yaitu {names}.")
    if len(told.split()) > MAKS_KATA:
        told = kalimat(f"{label} ini diukur dengan {hitungan(count, 'indikator')}, seperti disajikan pada Tabel 3.1.")
    lower = [h for h in s.hasil if h.indikator.polaritas is Polaritas.NEGATIF]
    return f"{told} Makin rendah angkanya, makin baik kinerjanya." if len(lower) == count else told


def _result(s: _Sasaran, h: HasilIndikator) -> str:
    sentence = teks.result_sentence(s.penulis, s.bahan, h, h.tahun, f"tahun {s.bahan.triwulan.tahun}")
    if h.tahun.nilai is not None and h.tahun.nilai > JAUH_DI_ATAS:
        return f"{sentence} {s.penulis.tulis(Pola.JAUH_DI_ATAS, h.indikator.kode)}"
    return sentence


# --- 2 -------------------------------------------------------------------------------------------


def _trend(s: _Sasaran, no: str, h: HasilIndikator) -> TrenIndikator:
    told = indikator_trend(s.bahan.hasil, no, h)
    return replace(told, perubahan=_changes(s, h, cells_of(s.bahan, h)))


def _changes(s: _Sasaran, h: HasilIndikator, sel: Sel) -> tuple[str, str, str]:
    """Change of target, realisasi and capaian against the year before, as printed."""
    last = against_last_year(s.bahan.hasil, h.indikator.kode)
    target = _gap(sel, h.tahun.target, last.lalu.target)
    realisasi = _gap(sel, h.tahun.realisasi, last.lalu.realisasi)
    poin = teks.poin(last.capaian.nilai) if last.capaian.nilai is not None else "n/a"
    return _signed(target, sel.desimal), _signed(realisasi, sel.desimal), poin


def _gap(sel: Sel, figure: Decimal | None, other: Decimal | None) -> Decimal | None:
    """How far two figures are apart as they are printed."""
    return None if figure is None or other is None else jarak(figure, other, sel.desimal)


def _signed(nilai: Decimal | None, desimal: int) -> str:
    if nilai is None:
        return "n/a"
    tanda = "+" if nilai > 0 else MINUS if nilai < 0 else ""
    return f"{tanda}{format_angka(abs(nilai), desimal)}"


def _trend_text(s: _Sasaran, h: HasilIndikator) -> str | Pola:
    last = against_last_year(s.bahan.hasil, h.indikator.kode)
    now, then = h.tahun.realisasi, last.lalu.realisasi
    nama = teks.nama_of(s.bahan, h)
    if last.indikator_lama is not None:
        facts = {"Sebutan": kalimat(nama), "lama": last.indikator_lama, "tahun": str(s.bahan.triwulan.tahun)}
        return s.penulis.tulis(Pola.DIGANTI, h.indikator.kode, **facts)
    if now is None:
        return Pola.MENUNGGU
    if then is None:
        return Pola.TAHUN_PERTAMA
    sentence = s.penulis.tulis(
        Pola.TETAP if now == then else Pola.NAIK if now > then else Pola.TURUN,
        h.indikator.kode,
        sebutan=nama,
        Sebutan=kalimat(nama),
        lalu=str(last.tahun),
        tahun=str(s.bahan.triwulan.tahun),
        R=teks.figure(s.bahan, h, now),
        R_lalu=teks.figure(s.bahan, h, then),
        selisih=teks.distance(s.bahan, h, now, then),
    )
    return f"{sentence}{_capaian_moved(s, h, last)}{_replaced_before(s, h)}"


def _replaced_before(s: _Sasaran, h: HasilIndikator) -> str:
    """Which of the years shown another indikator measured."""
    told = years(s.bahan.hasil, h.indikator.kode, MAKS_TREN)
    mulai, old = replaced_from(told), [y.indikator_lama for y in told if y.indikator_lama is not None]
    if mulai is None:
        return ""
    return f" {s.penulis.tulis(Pola.DIGANTI_DAHULU, h.indikator.kode, mulai=str(mulai), lama=old[-1] or '')}"


def _capaian_moved(s: _Sasaran, h: HasilIndikator, last: TerhadapTahunLalu) -> str:
    change = last.capaian
    if change.nilai is None or change.arah is None or h.tahun.nilai is None or last.lalu.nilai is None:
        return ""
    fell_behind = change.arah is Arah.LEBIH_RENDAH and last.realisasi.arah is Arah.LEBIH_TINGGI and last.target_naik
    pola = Pola.CAPAIAN_TERTINGGAL if fell_behind else Pola.CAPAIAN_BERGERAK
    told = s.penulis.tulis(
        Pola.CAPAIAN_TETAP if change.arah is Arah.SAMA else pola,
        h.indikator.kode,
        C=format_angka(h.tahun.nilai, 2),
        C_lalu=format_angka(last.lalu.nilai, 2),
        T=teks.figure(s.bahan, h, h.tahun.target or Decimal(0)),
        T_lalu=teks.figure(s.bahan, h, last.lalu.target or Decimal(0)),
        arah="naik" if change.arah is Arah.LEBIH_TINGGI else "turun",
        poin=f"{format_angka(abs(change.nilai), 2)}{NBSP}poin",
    )
    return f" {told}"


# --- 3 -------------------------------------------------------------------------------------------


def _renstra_row(s: _Sasaran, no: str, h: HasilIndikator) -> BarisPembanding:
    sel = cells_of(s.bahan, h)
    r = against_renstra(h, s.bahan.aturan)
    gap = _gap(sel, r.target, h.tahun.realisasi)
    return BarisPembanding(
        no,
        h.indikator.nama,
        h.indikator.satuan or "-",
        sel.angka(h.tahun.realisasi, Kosong.BELUM_ADA),
        sel.angka(r.target, Kosong.BELUM_ADA),
        persen(r.capaian),
        sel.jarak(abs(gap) if r.sisa and gap is not None else r.sisa),
        str(r.tahun or ""),
    )


def _renstra_text(s: _Sasaran, h: HasilIndikator) -> str | Pola:
    r = against_renstra(h, s.bahan.aturan)
    if r.target is None:
        return Pola.RENSTRA_TIADA
    if h.tahun.realisasi is None:
        return Pola.MENUNGGU
    if r.capaian.nilai is None:
        return Pola.RENSTRA_NOL
    facts = {
        "sebutan": teks.nama_of(s.bahan, h),
        "akhir": str(r.tahun or "akhir periode"),
        "tahun": str(s.bahan.triwulan.tahun),
        "TR": teks.figure(s.bahan, h, r.target),
        "R": teks.figure(s.bahan, h, h.tahun.realisasi),
        "CR": format_angka(r.capaian.nilai, 2),
    }
    kode, left = h.indikator.kode, (r.tahun or 0) - s.bahan.triwulan.tahun
    if r.tercapai and left > 0:
        told = "terlampaui" if h.tahun.realisasi != r.target else "tercapai"
        return s.penulis.tulis(Pola.RENSTRA_LEWAT, kode, tercapai=told, **facts)
    part_of = h.indikator.satuan != "%" and h.indikator.polaritas is Polaritas.POSITIF
    sentences = [s.penulis.tulis(Pola.RENSTRA if part_of else Pola.RENSTRA_PERSEN, kode, **facts)]
    if r.sisa and left > 0:
        word = "penurunan" if h.indikator.polaritas is Polaritas.NEGATIF else "kenaikan"
        sisa = f"{word} {teks.distance(s.bahan, h, h.tahun.realisasi, r.target)}"
        sentences.append(s.penulis.tulis(Pola.RENSTRA_SISA, kode, sisa=sisa, n=hitungan(left)))
        sentences += _outlook(s, h, facts["akhir"])
    return " ".join(sentences)


def _outlook(s: _Sasaran, h: HasilIndikator, akhir: str) -> tuple[str, ...]:
    """Where the straight line of the last years leads; nothing with fewer than three of them, or without a change."""
    laju, sel = pace(s.bahan.hasil, h.indikator.kode), cells_of(s.bahan, h)
    if (
        not laju.setahun
        or laju.tercapai is None
        or not bulatkan(laju.setahun, sel.desimal)
        or sel.angka(h.tahun.realisasi).teks
    ):
        return ()
    kata = "kenaikan" if laju.setahun > 0 else "penurunan"
    moved = selisih(laju.setahun, Decimal(0), h.indikator.satuan, sel.desimal)
    told = "tercapai paling lambat" if laju.tercapai else "belum tercapai pada"
    facts = {"laju": f"{kata} rata-rata {moved}", "tercapai": told, "akhir": akhir}
    return (s.penulis.tulis(Pola.RENSTRA_LAJU, h.indikator.kode, **facts),)


# --- 4 -------------------------------------------------------------------------------------------


def _other_row(s: _Sasaran, no: str, h: HasilIndikator) -> BarisPembanding:
    sel = cells_of(s.bahan, h)
    return BarisPembanding(
        no,
        h.indikator.nama,
        h.indikator.satuan or "-",
        sel.angka(h.tahun.realisasi, Kosong.BELUM_ADA),
        sel.angka(h.indikator.pembanding, Kosong.BELUM_ADA),
        sel.jarak(_gap(sel, h.tahun.realisasi, h.indikator.pembanding)),
        Angka(None),
        h.indikator.sumber_pembanding or "-",
    )


def _other_text(s: _Sasaran, h: HasilIndikator) -> str | Pola:
    other, now = h.indikator.pembanding, h.tahun.realisasi
    compared = against_pembanding(h)
    if other is None:
        return Pola.PEMBANDING_TIADA
    if now is None or compared.arah is None:
        return Pola.MENUNGGU
    return s.penulis.tulis(
        Pola.PEMBANDING_SAMA if compared.arah is Arah.SAMA else Pola.PEMBANDING,
        h.indikator.kode,
        sebutan=teks.nama_of(s.bahan, h),
        sumber=_source(h.indikator.sumber_pembanding),
        arah=compared.arah.value,
        mutu="lebih baik daripada" if compared.lebih_baik else "belum sebaik",
        R=teks.figure(s.bahan, h, now),
        P=teks.figure(s.bahan, h, other),
        selisih=teks.distance(s.bahan, h, now, other),
    )


def _source(typed: str | None) -> str:
    """A typed source inside a sentence, its year in brackets: "rata-rata IKM kecamatan (2025)"."""
    source = (typed or "angka pembanding").strip().rstrip(".").replace(": ", " ")
    name, comma, year = source.rpartition(", ")
    return kecilkan(f"{name} ({year})" if comma and year.isdigit() else source)


# --- 5 -------------------------------------------------------------------------------------------


def _causes(s: _Sasaran) -> tuple[str, ...]:
    paragraphs = [p for h in s.hasil for p in _cause(s, h)]
    return tuple(paragraphs) or ("Seksi belum menulis faktor pendukung, penghambat, dan tindak lanjut.",)


def _cause(s: _Sasaran, h: HasilIndikator) -> tuple[str, ...]:
    """The newest words that the seksi wrote of an indikator in this year."""
    kode = h.indikator.kode
    words = [s.bahan.kata(kode, q) for q in (4, 3, 2, 1)]
    uraian = Uraian(
        teks.nama_of(s.bahan, h),
        s.bahan.unit_of(h.indikator),
        pendukung=_newest(w.faktor_pendukung for w in words),
        penghambat=_newest(w.faktor_penghambat for w in words),
        tindak_lanjut=_newest(w.tindak_lanjut for w in words),
        perlu=h.tahun.nilai is not None and not h.tahun.tercapai,
        tercapai=h.tahun.tercapai,
    )
    return paragraf_sebab(s.penulis, kode, uraian)


def _newest(texts: Iterable[str]) -> str:
    return next((t for t in texts if t.strip()), "")


# --- 6 and 7 -------------------------------------------------------------------------------------


def _efficiency(s: _Sasaran) -> tuple[tuple[Efisiensi, ...], tuple[str, ...]]:
    mean = average(s.kelompok.sasaran, (h.tahun for h in s.hasil), s.bahan.aturan)
    serapan = sum_of(s.cabang)
    made = efficiency(mean.nilai, serapan.nilai)
    note = made.tingkat.value if made.tingkat else f"tidak diukur: {made.alasan.tercetak if made.alasan else ''}"
    measured = mean.nilai is not None or serapan.nilai is not None
    row = Efisiensi("1", s.kelompok.judul, rata_rata(mean.nilai), rata_rata(serapan.nilai), Angka(made.poin), note)
    return ((row,) if measured else ()), (_efficiency_text(s, mean.nilai, serapan, row),)


def _efficiency_text(s: _Sasaran, capaian: Decimal | None, serapan: Serapan, row: Efisiensi) -> str:
    if capaian is None or serapan.nilai is None:
        return kalimat(f"Efisiensi tidak dapat diukur karena {_why_unmeasured(s, serapan)}.")
    facts = {"C": format_angka(capaian, 2), "S": format_angka(serapan.nilai, 2), "tingkat": s.label.lower()}
    if row.tingkat.nilai is None:
        return s.penulis.tulis(Pola.TIDAK_DIUKUR, s.kelompok.sasaran, **facts)
    return s.penulis.tulis(
        Pola.EFISIEN, s.kelompok.sasaran, E=format_angka(row.tingkat.nilai, 2), label=row.keterangan, **facts
    )


def _why_unmeasured(s: _Sasaran, serapan: Serapan) -> str:
    """The office may have a budget and still none that stands behind this group."""
    if not s.cabang:
        return f"belum ada program yang dihubungkan dengan indikator {s.label.lower()} ini"
    if serapan.nilai is None and serapan.alasan:
        return serapan.alasan.tercetak
    return f"capaian {s.label.lower()} belum ada"


def _program_row(cabang: Cabang) -> BarisUang:
    b = cabang.baris
    return BarisUang(b.kode, b.tingkat, b.uraian, *absorbed(sum_of((cabang,))))


def _named(cabang: Cabang) -> str:
    """A budget line as sentences name it: with its level, which the name of a program mostly says itself."""
    name, level = cabang.baris.uraian, cabang.baris.tingkat.label.lower()
    return name if name.lower().startswith(level) else f"{level} {name}"


def _means(s: _Sasaran) -> str:
    """What supports it, or what it is carried out with where the branches are its own."""
    if s.sendiri:
        below = [anak.baris.tingkat for c in s.cabang for anak in c.anak]
        return f"dilaksanakan melalui {teks.banyaknya(below)}" if below else "mempunyai anggaran sendiri"
    names = deretan(_named(c) for c in s.cabang)
    short = len(names.split()) <= teks.MAKS_KATA_SEBUTAN
    return f"didukung oleh {names if short else teks.banyaknya(c.baris.tingkat for c in s.cabang)}"


def _program_text(s: _Sasaran) -> str:
    if not s.cabang:
        return f"Program pendukung belum dihubungkan dengan indikator {s.label.lower()} ini."
    label, total = s.label, sum_of(s.cabang)
    first = kalimat(f"{label} ini {_means(s)}.")
    if total.nilai is None or total.realisasi is None:
        return first
    return f"{first} " + kalimat(
        f"Realisasinya {format_rupiah(total.realisasi)} atau {format_persen(total.nilai)} dari pagu."
    )
