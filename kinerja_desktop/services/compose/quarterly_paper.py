"""The Laporan Triwulan as one frozen object (SOP step 6), chapters I to VII and lampiran."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from kinerja_desktop.domain.capaian import HasilIndikator
from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.indikator import Tingkat
from kinerja_desktop.domain.isi_laporan import Bab, IsiLaporan
from kinerja_desktop.domain.laporan import (
    BarisAnalisis,
    Batang,
    Kosong,
    KotakAngka,
    LaporanTriwulan,
    Rekomendasi,
)
from kinerja_desktop.domain.narasi import (
    Penulis,
    Uraian,
    dari_kata,
    hitungan,
    kalimat,
    kecilkan,
    paragraf_sebab,
    sederet,
)
from kinerja_desktop.domain.numerals import format_persen
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Keadaan, Status
from kinerja_desktop.services.compose import anjuran, bab
from kinerja_desktop.services.compose import kalimat as teks
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.cells import missing
from kinerja_desktop.services.compose.evidence import quarter_evidence
from kinerja_desktop.services.compose.keterlambatan import quarter_lateness
from kinerja_desktop.services.compose.naskah import Perihal, Pilihan, Ruang, Terbit, naskah, signer
from kinerja_desktop.services.compose.tables import groups, mean_bars, quarter_table
from kinerja_desktop.services.compose.uang import budget_table
from kinerja_desktop.services.compose.waktu import approval_days, seksi_rows, time_rows

BAB: Mapping[str, str] = {
    "pendahuluan": "I. Pendahuluan",
    "ikhtisar": "II. Ikhtisar Capaian",
    "capaian": "III. Capaian Kinerja",
    "anggaran": "IV. Realisasi Anggaran",
    "analisis": "V. Analisis",
    "rekomendasi": "VI. Rekomendasi: uraian",
    "penutup": "VII. Penutup",
    "waktu": "Lampiran C. Ketepatan Waktu",
}
"""Chapters whose paragraphs may be typed over; the tables of V and VI are made of what stands elsewhere."""

MAKS_BATANG = 9
"""More bars than these would not stand on the first page of every sheet; sasaran are shown instead."""


def quarterly_paper(
    bahan: Bahan,
    isi: IsiLaporan,
    pilihan: Pilihan,
    *,
    pola_nomor: str,
    terbit: Terbit | None = None,
    alasan_kurang: str = "",
) -> LaporanTriwulan:
    """The whole report. ``alasan_kurang`` is why it was compiled with seksi missing."""
    dibuat = made_chapters(bahan, isi, alasan_kurang)
    tw = bahan.triwulan
    perihal = Perihal(
        f"LAPORAN KINERJA {tw.label.upper()} TAHUN {tw.tahun}",
        f"Laporan Kinerja {tw.label} Tahun {tw.tahun}",
        tw.tahun,
        pola_nomor,
    )
    ruang = Ruang(bahan.instansi, bahan.latihan, bahan.sekarang)
    return LaporanTriwulan(
        naskah=naskah(ruang, perihal, pilihan, terbit, shortcomings(bahan, alasan_kurang)),
        triwulan=tw,
        pendahuluan=isi.of("pendahuluan", dibuat["pendahuluan"]),
        kotak=(*boxes(bahan), *filled_boxes(bahan)),
        ikhtisar=isi.of("ikhtisar", dibuat["ikhtisar"]),
        batang=bars(bahan),
        pengantar_capaian=isi.of("capaian", dibuat["capaian"]),
        capaian=quarter_table(bahan),
        pengantar_anggaran=isi.of("anggaran", dibuat["anggaran"]),
        anggaran=budget_table(bahan.hasil.anggaran_sd(tw.nomor)),
        pengantar_analisis=isi.of("analisis", dibuat["analisis"]),
        analisis=analysis_rows(bahan),
        pengantar_rekomendasi=isi.of("rekomendasi", dibuat["rekomendasi"]),
        rekomendasi=_recommendations(bahan, isi),
        penutup=isi.of("penutup", dibuat["penutup"]),
        penandatangan=signer(bahan.pimpinan, bahan.instansi),
        seksi=seksi_rows(bahan),
        bukti=quarter_evidence(bahan),
        waktu=time_rows(bahan),
        teks_waktu=isi.of("waktu", dibuat["waktu"]),
    )


def chapters(bahan: Bahan, isi: IsiLaporan, alasan_kurang: str = "") -> tuple[Bab, ...]:
    """Everything whose words may be edited, in the order of the report."""
    return bab.chapters(BAB, made_chapters(bahan, isi, alasan_kurang))


def made_chapters(bahan: Bahan, isi: IsiLaporan, alasan_kurang: str = "") -> Mapping[str, tuple[str, ...]]:
    """Paragraphs made from the figures and from the recommendations as they stand, by chapter key."""
    tw = bahan.triwulan
    until = format_tanggal(tw.last_day)
    rekomendasi = _recommendations(bahan, isi)
    starts = f" Rekomendasi pada bagian VI dilaksanakan mulai {tw.next.label} Tahun {tw.next.tahun}."
    begins = starts if rekomendasi else ""
    return {
        "pendahuluan": (_basis(bahan, until), _origin(bahan), *_without(bahan, alasan_kurang)),
        "ikhtisar": (
            *teks.overview(bahan, tw.nomor, f"sampai dengan {tw.label}"),
            *teks.missing_sentences(bahan, tw.nomor),
            *anjuran.undecided(bahan, tw.nomor),
            *_filled_now(bahan),
        ),
        "capaian": (_table_told(bahan),),
        "anggaran": (_money(bahan, until),),
        "analisis": (*_weakest(bahan), *_factors_told(bahan)),
        "rekomendasi": (
            *anjuran.followed_up(bahan),
            *anjuran.told(bahan, tw.nomor, rekomendasi, "Tabel 4", f"sampai dengan {tw.label}"),
        ),
        "waktu": quarter_lateness(bahan),
        "penutup": (
            kalimat(
                f"Laporan ini disusun dari data yang telah diperiksa dan disampaikan kepada {bahan.tujuan} sebagai "
                f"bahan pengendalian dan evaluasi.{begins}"
            ),
        ),
    }


def _money(bahan: Bahan, until: str) -> str:
    tw = bahan.triwulan
    spent = teks.budget_sentence(Penulis(tw.tahun), bahan.hasil.anggaran_sd(tw.nomor).jumlah, f"Sampai dengan {until}")
    return f"{spent} {anjuran.money_left_sentence(bahan, tw.nomor)}".rstrip()


def shortcomings(bahan: Bahan, alasan: str = "") -> tuple[str, ...]:
    """What is missing, one line each, for the box above the title and for the screen."""
    lines = tuple(f"{b.seksi.nama}: {_standing(b.keadaan)}" for b in bahan.kurang)
    reason = (f"Alasan disusun tanpa seksi itu: {alasan}",) if lines and alasan else ()
    unsigned = () if bahan.ditandatangani else ("penanda tangan: belum ada pejabat yang berlaku hari ini",)
    loose = sum(i.seksi is None for i in bahan.rencana.indikator)
    ownerless = (f"{loose} indikator belum mempunyai seksi",) if loose else ()
    return (*lines, *reason, *ownerless, *unsigned)


def _standing(keadaan: Keadaan | None) -> str:
    """What is missing of a seksi: the decision, or after it the handing over."""
    if keadaan is not None and keadaan.status is Status.APPROVED:
        return "laporan sudah disetujui, belum diserahkan"
    return f"laporan belum disetujui ({(keadaan.label if keadaan else Status.NEW.value).lower()})"


# --- I -------------------------------------------------------------------------------------------


def _basis(bahan: Bahan, until: str) -> str:
    pimpinan = bahan.instansi.jabatan_pimpinan.title() or "pimpinan"
    return kalimat(
        f"Laporan ini disusun berdasarkan SOP Pengumpulan Data Kinerja {bahan.instansi.nama} dan Perjanjian Kinerja "
        f"{pimpinan} Tahun {bahan.triwulan.tahun}. Isinya memuat target, realisasi, capaian, dan realisasi anggaran "
        f"sampai dengan {until} sebagai bahan pengendalian bagi pimpinan dan bahan evaluasi hasil Renja."
    )


def _origin(bahan: Bahan) -> str:
    moments = approval_days(bahan)
    if not moments:
        return "Belum ada laporan data kinerja seksi yang disetujui."
    return kalimat(
        f"Data berasal dari laporan data kinerja {hitungan(len(moments), 'seksi')} yang telah diperiksa dan "
        f"disetujui {bahan.pemeriksa} pada {teks.date_range(moments)}. {_returns(bahan)}"
    )


def _returns(bahan: Bahan) -> str:
    returned = [(b.seksi.nama, b.keadaan.pengembalian) for b in bahan.hadir if b.keadaan and b.keadaan.pengembalian]
    if not returned:
        return "Tidak ada laporan yang dikembalikan."
    told = deretan(f"{nama} ({hitungan(kali, 'kali')})" for nama, kali in returned)
    count = hitungan(len(returned), "laporan")
    return dari_kata(f"{count} dikembalikan untuk perbaikan sebelum disetujui, yaitu dari {told}.")


def _without(bahan: Bahan, alasan: str) -> tuple[str, ...]:
    if not bahan.kurang:
        return ()
    names = deretan(b.seksi.nama for b in bahan.kurang)
    why = f" karena {kecilkan(alasan.strip().rstrip('.'))}" if alasan else ""
    return (
        kalimat(
            f"Laporan {names} belum diserahkan ketika laporan ini disusun{why}. Angkanya belum dimuat dan tidak "
            f"dihitung dalam rata-rata."
        ),
    )


# --- II ------------------------------------------------------------------------------------------


def boxes(bahan: Bahan) -> tuple[KotakAngka, ...]:
    """The four figures of the quarter: with target, mean, target reached, money."""
    tw = bahan.triwulan
    r = bahan.hasil.ringkasan_sd(tw.nomor)
    total = sum(h.indikator.tingkat is r.tingkat_kantor for h in bahan.hasil.indikator)
    serapan = bahan.hasil.anggaran_sd(tw.nomor).jumlah
    why = f" ({serapan.alasan})" if serapan.alasan else ""
    kategori = f" ({r.kantor.kategori})" if r.kantor.kategori else ""
    jenis = teks.of_level(bahan, tw.nomor)
    return (
        KotakAngka(f"{r.bertarget} dari {total}", f"{jenis} memiliki target s.d. {tw.singkat}"),
        KotakAngka(_percent(r.kantor.nilai), f"rata-rata capaian s.d. {tw.singkat}{kategori}"),
        KotakAngka(_of(r.tercapai, r.kantor.bernilai), f"{jenis} bernilai mencapai target s.d. {tw.singkat}"),
        KotakAngka(_percent(serapan.nilai), f"realisasi anggaran s.d. {tw.singkat}{why}"),
    )


def filled_boxes(bahan: Bahan) -> tuple[KotakAngka, ...]:
    """How far the data has come, level by level, where no capaian can be shown although there are figures."""
    tw = bahan.triwulan
    used = [h for h in bahan.hasil.indikator if h.indikator.dipakai(tw.last_day)]
    filled = [h for h in used if any(figure is not None for figure in h.realisasi[: tw.nomor])]
    if bars(bahan) or not filled:
        return ()
    there, done = (Counter(h.indikator.tingkat for h in listed) for listed in (used, filled))
    return tuple(
        KotakAngka(f"{done[t]} dari {there[t]}", f"indikator {t.label.lower()} berisi realisasi s.d. {tw.singkat}")
        for t in Tingkat
        if there[t]
    )


def _filled_now(bahan: Bahan) -> tuple[str, ...]:
    """How many figures this triwulan itself brought, where the boxes tell no more than those up to its end."""
    if not filled_boxes(bahan):
        return ()
    tw = bahan.triwulan
    used = [h for h in bahan.hasil.indikator if h.indikator.dipakai(tw.last_day)]
    now = sum(h.realisasi[tw.nomor - 1] is not None for h in used)
    if now:
        some, all_of_them = sederet(now, len(used))
        return (kalimat(f"Realisasi {tw.label} diisi untuk {some} dari {all_of_them} indikator."),)
    before = f"{tw.label} sama dengan keadaan sampai dengan {Triwulan(tw.tahun, tw.nomor - 1).label}"
    return (kalimat(f"Realisasi {tw.label} belum diisi, sehingga angka sampai dengan {before}."),)


def _of(some: int, all_of_them: int) -> str:
    return f"{some} dari {all_of_them}" if all_of_them else "n/a"


def _percent(nilai: Decimal | None) -> str:
    return "n/a" if nilai is None else format_persen(nilai)


def bars(bahan: Bahan) -> tuple[Batang, ...]:
    """Bars of Gambar 1: indikator of the leading level with a value, or their sasaran where too many."""
    tw = bahan.triwulan.nomor
    r = bahan.hasil.ringkasan_sd(tw)
    valued = [h for h in bahan.hasil.indikator if h.indikator.tingkat is r.tingkat_kantor and h.at(tw).lengkap]
    if len(valued) <= MAKS_BATANG:
        return tuple(Batang(h.indikator.nama, h.at(tw).nilai, h.at(tw).tercapai) for h in valued)
    return mean_bars(bahan, tw)


# --- III -----------------------------------------------------------------------------------------


def _table_told(bahan: Bahan) -> str:
    """Where the figures stand, and what "n/a" says where it is printed."""
    tw = bahan.triwulan.nomor
    passages = ((h.triwulan[tw - 1].sendiri, h.at(tw)) for h in bahan.hasil.indikator)
    gaps = any(at.nilai is None and missing(at) is Kosong.BELUM_ADA for pair in passages for at in pair)
    marked = " Tanda “n/a” pada latar abu-abu berarti data belum ada dan tidak dihitung dalam rata-rata."
    return kalimat(f"Rincian capaian setiap indikator disajikan pada Tabel 1.{marked if gaps else ''}")


# --- V and VI ------------------------------------------------------------------------------------


def _weakest(bahan: Bahan) -> tuple[str, ...]:
    """Why the weakest indikator is where it is, and what its seksi will do."""
    tw = bahan.triwulan
    low = teks.weakest(bahan, tw.nomor)
    if low is None or low.at(tw.nomor).tercapai:
        return ()
    kata, unit = bahan.kata(low.indikator.kode, tw.nomor), bahan.unit_of(low.indikator)
    told = Uraian(
        teks.nama_of(bahan, low), unit, penghambat=kata.faktor_penghambat, tindak_lanjut=kata.tindak_lanjut, perlu=True
    )
    return paragraf_sebab(Penulis(tw.tahun), low.indikator.kode, told)


def _factors_told(bahan: Bahan) -> tuple[str, ...]:
    if not analysis_rows(bahan):
        return ()
    return (kalimat("Faktor pendukung, faktor penghambat, dan tindak lanjut setiap indikator disajikan pada Tabel 3."),)


def analysis_rows(bahan: Bahan, hasil: Sequence[HasilIndikator] | None = None) -> tuple[BarisAnalisis, ...]:
    """Words of the seksi about every indikator (of ``hasil`` alone) that they said something of."""
    rows = [(no, h) for k in groups(bahan, hasil) for no, h in k.hasil]
    return tuple(row for no, h in rows if (row := _analysis(bahan, no, h)) is not None)


def _analysis(bahan: Bahan, no: str, h: HasilIndikator) -> BarisAnalisis | None:
    tw = bahan.triwulan.nomor
    kata = bahan.kata(h.indikator.kode, tw)
    if not (kata.faktor_pendukung or kata.faktor_penghambat or kata.tindak_lanjut):
        return None
    before = bahan.kata(h.indikator.kode, tw - 1).tindak_lanjut if tw > 1 else ""
    then = kata.tindak_lanjut_lalu or (f"Rencana: {before}" if before else "")
    return BarisAnalisis(
        no,
        h.indikator.nama,
        kata.faktor_pendukung or "-",
        kata.faktor_penghambat or "-",
        kata.tindak_lanjut or "-",
        then or "-",
    )


def offered_recommendations(bahan: Bahan) -> tuple[Rekomendasi, ...]:
    """Follow-ups of the indikator below target as recommendations for the next triwulan."""
    return anjuran.offered(bahan, bahan.triwulan.nomor, format_tanggal(bahan.triwulan.next.last_day))


def _recommendations(bahan: Bahan, isi: IsiLaporan) -> tuple[Rekomendasi, ...]:
    return offered_recommendations(bahan) if isi.rekomendasi is None else isi.rekomendasi
