"""The LKjIP as one frozen object (SOP step 6), cover to lampiran.

Structure: PermenPANRB 53/2014 Lampiran II, as kecamatan print it. BAB I is the office's own text; what is
offered here is a start made of what the program knows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from kinerja_desktop.domain.capaian import TANPA_SASARAN, HasilIndikator
from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.indikator import Tingkat
from kinerja_desktop.domain.isi_laporan import Bab, IsiLaporan
from kinerja_desktop.domain.laporan import (
    Bagian,
    BarisCapaian,
    BarisRenstra,
    KelompokCapaian,
    Lkjip,
    Rekomendasi,
    RencanaAksi,
    WaktuTriwulan,
)
from kinerja_desktop.domain.narasi import (
    Penulis,
    Pola,
    dari_kata,
    hitungan,
    ikat,
    jalin,
    kalimat,
    kecilkan,
    kendala,
    sederet,
)
from kinerja_desktop.domain.numerals import format_angka, format_rupiah
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services.compose import anjuran, bab
from kinerja_desktop.services.compose import kalimat as teks
from kinerja_desktop.services.compose.annual_analysis import analyses
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.evidence import year_evidence
from kinerja_desktop.services.compose.keterlambatan import year_lateness
from kinerja_desktop.services.compose.naskah import Perihal, Pilihan, Ruang, Terbit, naskah, signer
from kinerja_desktop.services.compose.pegawai import people_tables, people_text
from kinerja_desktop.services.compose.pengukuran import measured_quarters
from kinerja_desktop.services.compose.quarterly_paper import shortcomings
from kinerja_desktop.services.compose.rencana import full_action_plan, iku_rows, plan_row
from kinerja_desktop.services.compose.report_end import ReportEnd
from kinerja_desktop.services.compose.tables import Kelompok, groups, mean_bars, told_in_full, year_table
from kinerja_desktop.services.compose.uang import budget_table, programme_table
from kinerja_desktop.services.compose.waktu import seksi_rows, time_rows

BAB: Mapping[str, str] = {
    "kata_pengantar": "Kata Pengantar",
    "ikhtisar": "Ikhtisar Eksekutif",
    "gambaran_umum": "I.A Gambaran Umum",
    "struktur": "I.B Struktur Organisasi",
    "tugas": "I.C Tugas dan Fungsi",
    "sumber_daya": "I.D Sumber Daya",
    "isu": "I.E Isu Strategis",
    "dasar_hukum": "I.F Dasar Hukum",
    "perencanaan": "II. Perencanaan Kinerja",
    "rencana_aksi": "II. Rencana Aksi",
    "capaian": "III.A Capaian Kinerja Organisasi",
    "hasil": "III.A Uraian Tabel 3.1",
    "anggaran": "III.B Realisasi Anggaran",
    "kesimpulan": "IV.A Kesimpulan",
    "langkah": "IV.B Langkah Perbaikan: uraian",
    "penutup": "IV.B Kalimat Penutup",
    "waktu": "Lampiran. Ketepatan Waktu",
}
"""Chapters whose paragraphs may be typed over; the analyses of the sasaran stand before ``SESUDAH_ANALISIS``."""

SESUDAH_ANALISIS = "anggaran"

TEKS_KANTOR = ("gambaran_umum", "struktur", "tugas", "isu", "dasar_hukum", "penutup")
"""Chapters of the office's own words: what was typed for the year before is where this year begins."""

DASAR_HUKUM = (
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah.",
    (
        "Peraturan Menteri PANRB Nomor 53 Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja, "
        "dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah."
    ),
    (
        "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017 tentang Tata Cara Perencanaan, Pengendalian, dan "
        "Evaluasi Pembangunan Daerah."
    ),
)
KECAMATAN = "Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan"


def annual_paper(
    bahan: Bahan,
    isi: IsiLaporan,
    pilihan: Pilihan,
    *,
    pola_nomor: str,
    terbit: Terbit | None = None,
    alasan_kurang: str = "",
) -> Lkjip:
    """The whole report; ``bahan`` is that of TW IV. ``alasan_kurang``: why seksi are missing."""
    dibuat = made_chapters(bahan, isi)
    tahun = bahan.triwulan.tahun
    perihal = Perihal(f"LAPORAN KINERJA TAHUN {tahun}", f"LKjIP Tahun {tahun}", tahun, pola_nomor)
    ruang = Ruang(bahan.instansi, bahan.latihan, bahan.sekarang)
    kelompok = groups(bahan)
    return Lkjip(
        naskah=naskah(ruang, perihal, pilihan, terbit, shortcomings(bahan, alasan_kurang)),
        subjudul_sampul=_cover_line(bahan),
        kata_pengantar=isi.of("kata_pengantar", dibuat["kata_pengantar"]),
        ikhtisar=isi.of("ikhtisar", dibuat["ikhtisar"]),
        pendahuluan=_chapter_one(bahan, isi, dibuat),
        pengantar_perencanaan=isi.of("perencanaan", dibuat["perencanaan"]),
        renstra=_ends(bahan, kelompok),
        iku=iku_rows(bahan),
        perjanjian=_agreement(bahan),
        anggaran_perjanjian=programme_table(bahan.hasil.anggaran),
        rencana_aksi=(),
        pengantar_capaian=isi.of("capaian", dibuat["capaian"]),
        capaian=year_table(bahan, told_in_full(bahan)),
        teks_capaian=isi.of("hasil", dibuat["hasil"]),
        batang=mean_bars(bahan, None),
        sasaran=bab.in_words_of(isi, analyses(bahan, kelompok)),
        teks_anggaran=isi.of("anggaran", dibuat["anggaran"]),
        anggaran=budget_table(bahan.hasil.anggaran),
        kesimpulan=isi.of("kesimpulan", dibuat["kesimpulan"]),
        teks_langkah=isi.of("langkah", dibuat["langkah"]),
        langkah_perbaikan=_steps(bahan, isi),
        penutup=isi.of("penutup", dibuat["penutup"]),
        penandatangan=signer(bahan.pimpinan, bahan.instansi),
        seksi=seksi_rows(bahan),
        waktu=time_rows(bahan),
        waktu_sebelum=tuple(WaktuTriwulan(b.triwulan.label, time_rows(b)) for b in bahan.sebelum),
        waktu_laporan=tuple(end.row() for end in _report_ends(bahan, fixing=terbit is not None)),
        teks_waktu=isi.of("waktu", dibuat["waktu"]),
        bukti=year_evidence(bahan),
        rencana_aksi_lampiran=_action_plan(bahan),
        pernyataan_reviu=bahan.reviu,
        teks_rencana_aksi=isi.of("rencana_aksi", dibuat["rencana_aksi"]),
        pengukuran=measured_quarters(bahan),
        perjanjian_terikat=bahan.perjanjian,
    )


def _ends(bahan: Bahan, kelompok: Sequence[Kelompok]) -> tuple[BarisRenstra, ...]:
    """What the head promised and whatever else has a target at the end of the Renstra; nothing where none has one."""
    ordered = [(k.judul, no, h) for k in kelompok for no, h in k.hasil]
    if all(h.indikator.target_renstra is None for _, _, h in ordered):
        return ()
    promised = {i.kode for i in bahan.rencana.dijanjikan}
    return tuple(
        replace(plan_row(bahan, no, h), sasaran=judul)
        for judul, no, h in ordered
        if h.indikator.kode in promised or h.indikator.target_renstra is not None
    )


def _cover_line(bahan: Bahan) -> str:
    ends = sorted({i.tahun_renstra for i in bahan.rencana.indikator if i.tahun_renstra})
    if not ends or ends[-1] < bahan.triwulan.tahun:
        return ""
    return f"Renstra sampai dengan tahun {ends[-1]}"


# --- made text -----------------------------------------------------------------------------------


def chapters(bahan: Bahan, isi: IsiLaporan) -> tuple[Bab, ...]:
    """Everything whose words may be edited, in the order of the report."""
    told = bab.chapters(BAB, made_chapters(bahan, isi))
    at = list(BAB).index(SESUDAH_ANALISIS)
    return (*told[:at], *bab.analysis_chapters(analyses(bahan, groups(bahan), tabel=False), isi), *told[at:])


def made_chapters(bahan: Bahan, isi: IsiLaporan) -> Mapping[str, tuple[str, ...]]:
    """Paragraphs made from the figures, the office's data and the steps as they stand, by chapter key."""
    tahun = bahan.triwulan.tahun
    made = {
        "kata_pengantar": _preface(bahan),
        "ikhtisar": _summary(bahan),
        "gambaran_umum": _general(bahan),
        "struktur": (_structure(bahan),),
        "tugas": _duties(bahan),
        "sumber_daya": (*people_text(bahan), _money_given(bahan)),
        "isu": (_issues(bahan),),
        "dasar_hukum": tuple(map(ikat, (*((f"{KECAMATAN}.",) if _is_kecamatan(bahan) else ()), *DASAR_HUKUM))),
        "perencanaan": _planning(bahan),
        "rencana_aksi": _action_text(bahan),
        "capaian": (
            kalimat(
                f"Capaian kinerja diukur dengan membandingkan realisasi setiap indikator dengan target dalam "
                f"Perjanjian Kinerja Tahun {tahun}. Kategori capaian mengikuti {bahan.aturan.skala.nama}. "
                f"Hasil pengukuran {_told_here(bahan)} disajikan pada Tabel 3.1. Target dan realisasi setiap triwulan "
                f"disajikan pada lampiran Pengukuran Kinerja Tahun {tahun}."
            ),
        ),
        "hasil": teks.overview(bahan, None, f"pada tahun {tahun}"),
        "anggaran": (_money_told(bahan, Penulis(tahun)),),
        "kesimpulan": _conclusion(bahan),
        "langkah": anjuran.told(bahan, None, _steps(bahan, isi), "Tabel 4.1", f"pada tahun {tahun}"),
        "penutup": (_closing(bahan),),
        "waktu": year_lateness(bahan),
    }
    return {kunci: bahan.lalu.get(kunci, teks) if kunci in TEKS_KANTOR else teks for kunci, teks in made.items()}


def _is_kecamatan(bahan: Bahan) -> bool:
    return bahan.instansi.nama.startswith("Kecamatan")


def _money(bahan: Bahan, penulis: Penulis) -> str:
    return teks.budget_sentence(penulis, bahan.hasil.anggaran.jumlah, f"Pada tahun {bahan.triwulan.tahun}")


def _money_told(bahan: Bahan, penulis: Penulis) -> str:
    """The money of the year, and where much of it was left."""
    return f"{_money(bahan, penulis)} {anjuran.money_left_sentence(bahan, None)}".rstrip()


def _closing(bahan: Bahan) -> str:
    tahun = bahan.triwulan.tahun
    facts = {"tahun": str(tahun), "berikut": str(tahun + 1), "penerima": bahan.instansi.kepala_daerah}
    return Penulis(tahun).tulis(Pola.PENUTUP, bahan.instansi.nama, **facts)


def _preface(bahan: Bahan) -> tuple[str, ...]:
    tahun, nama = bahan.triwulan.tahun, bahan.instansi.nama
    return (
        kalimat(
            f"Laporan Kinerja {nama} Tahun {tahun} disusun sebagai pertanggungjawaban atas pelaksanaan Perjanjian "
            f"Kinerja Tahun {tahun} kepada {bahan.instansi.kepala_daerah}."
        ),
        kalimat(
            "Data laporan dikumpulkan setiap triwulan menurut SOP Pengumpulan Data Kinerja. Setiap angka berasal dari "
            f"laporan seksi yang telah diperiksa dan disetujui {bahan.pemeriksa}."
        ),
        kalimat(
            f"Laporan ini diharapkan menjadi bahan perbaikan perencanaan dan pelaksanaan kinerja tahun {tahun + 1}."
        ),
    )


def _summary(bahan: Bahan) -> tuple[str, ...]:
    """Duty and year, result, best and weakest, money, what comes next."""
    penulis = Penulis(bahan.triwulan.tahun)
    return (
        _duty(bahan),
        _result(bahan, penulis, "ikhtisar"),
        *_best_and_weakest(bahan, penulis),
        *teks.missing_sentences(bahan, None),
        *anjuran.undecided(bahan, None),
        _money_told(bahan, penulis),
        *_next_year(bahan),
    )


def _duty(bahan: Bahan) -> str:
    tahun, listed = bahan.triwulan.tahun, teks.leading(bahan, None)
    named = {h.sasaran for h in listed} - {TANPA_SASARAN}
    n, m = sederet(len(listed), len(named))
    on = f" pada {m} {listed[0].indikator.tingkat.label.lower()}" if named else ""
    measured = f"Kinerja diukur dengan {n} indikator{on}."
    return (
        kalimat(
            f"Laporan ini mempertanggungjawabkan pelaksanaan Perjanjian Kinerja {bahan.instansi.nama} Tahun {tahun} "
            f"kepada {bahan.instansi.kepala_daerah}."
        )
        + f" {kalimat(measured)}"
    )


def _result(bahan: Bahan, penulis: Penulis, kunci: str) -> str:
    r, tahun = bahan.hasil.ringkasan, bahan.triwulan.tahun
    if r.kantor.nilai is None:
        why = "belum ada indikator yang bernilai lengkap" if r.bertarget else "belum ada indikator yang bertarget"
        return kalimat(f"Rata-rata capaian kinerja tahun {tahun} belum dapat dihitung karena {why}.")
    return penulis.tulis(
        Pola.RINGKASAN,
        f"{bahan.instansi.nama}/{kunci}",
        instansi=bahan.instansi.nama,
        periode=f"tahun {tahun}",
        C=format_angka(r.kantor.nilai, 2),
        kategori=r.kantor.kategori or "-",
        Jumlah=teks.reached_of(r.tercapai, r.kantor.bernilai, teks.of_level(bahan, None)),
    )


def _best_and_weakest(bahan: Bahan, penulis: Penulis) -> tuple[str, ...]:
    told, low = teks.extremes(bahan, None), teks.weakest(bahan, None)
    if not told:
        return ()
    if low is None or low.tahun.tercapai:
        return (" ".join(told),)
    why = jalin(bahan.kata(low.indikator.kode, 4).faktor_penghambat)
    more = (kendala(penulis, low.indikator.kode, why),) if why else ()
    return (" ".join((*told, *more)),)


def _next_year(bahan: Bahan) -> tuple[str, ...]:
    led = {h.sasaran for h in teks.leading(bahan, None)} - {TANPA_SASARAN}
    valued = [(m.nilai, m.nama) for m in bahan.hasil.ringkasan.sasaran if m.nilai is not None and m.nama in led]
    if not valued:
        return ()
    mean, nama = min(valued)
    tahun = bahan.triwulan.tahun + 1
    first = f"Pada tahun {tahun} perbaikan dipusatkan pada sasaran {kecilkan(nama)}."
    if mean >= 100 and not _below(bahan):
        first = f"Pada tahun {tahun} capaian dipertahankan dengan perhatian pada sasaran {kecilkan(nama)}."
    return (" ".join((kalimat(first), *_step(bahan, nama))),)


def _step(bahan: Bahan, sasaran: str) -> tuple[str, ...]:
    """The follow-up of the weakest indikator of a sasaran that has one."""
    rows = sorted((h for h in _below(bahan) if h.sasaran == sasaran), key=lambda h: h.tahun.nilai or 0)
    told = (jalin(bahan.kata(h.indikator.kode, 4).tindak_lanjut) for h in rows)
    return tuple(kalimat(f"Langkahnya ialah {fit}.") for fit in told if fit)[:1]


def _general(bahan: Bahan) -> tuple[str, ...]:
    i, tahun = bahan.instansi, bahan.triwulan.tahun
    region = ", ".join(part for part in (i.kabupaten, f"Provinsi {i.provinsi}" if i.provinsi else "") if part)
    seat = f" Kantornya beralamat di {i.alamat}." if i.alamat else ""
    return (
        kalimat(f"{i.nama} merupakan perangkat daerah di {region}.{seat}"),
        kalimat(
            f"Laporan ini memuat target, realisasi, dan capaian kinerja tahun {tahun} beserta anggarannya. BAB II "
            f"menyajikan rencana, BAB III menyajikan hasil, dan BAB IV menyajikan langkah perbaikan."
        ),
    )


def _structure(bahan: Bahan) -> str:
    names = [b.seksi.nama for b in bahan.berkas]
    head = bahan.instansi.jabatan_pimpinan.title()
    if len(names) < 2:
        return kalimat(f"{bahan.instansi.nama} dipimpin oleh {head}. Data kinerja dilaporkan oleh {deretan(names)}.")
    count = hitungan(len(names), "unit kerja")
    return kalimat(
        f"{bahan.instansi.nama} dipimpin oleh {head}. Data kinerja dilaporkan oleh {count}, yaitu {deretan(names)}."
    )


def _duties(bahan: Bahan) -> tuple[str, ...]:
    nama, kepala = bahan.instansi.nama, bahan.instansi.kepala_daerah
    local = kalimat(f"Rincian tugas setiap unit kerja mengikuti Peraturan {kepala} tentang susunan organisasi.")
    if not _is_kecamatan(bahan):
        return (kalimat(f"{nama} melaksanakan urusan pemerintahan yang menjadi kewenangannya. {local}"),)
    return (
        kalimat(
            f"Tugas camat ditetapkan dalam {KECAMATAN}. Camat menyelenggarakan urusan pemerintahan umum serta "
            f"mengoordinasikan pemberdayaan masyarakat, ketenteraman dan ketertiban umum, dan penegakan peraturan "
            f"daerah."
        ),
        kalimat(
            f"Camat juga mengoordinasikan pemeliharaan sarana pelayanan umum, membina dan mengawasi desa atau "
            f"kelurahan, serta melaksanakan kewenangan yang dilimpahkan {kepala}. {local}"
        ),
    )


def _money_given(bahan: Bahan) -> str:
    pagu = bahan.hasil.anggaran.jumlah.pagu
    if pagu is None:
        return kalimat(f"Pagu anggaran tahun {bahan.triwulan.tahun} belum dicatat.")
    return kalimat(
        f"Anggaran tahun {bahan.triwulan.tahun} sebesar {format_rupiah(pagu)}. Pembagiannya disajikan pada BAB II "
        f"bagian C, rincian dan realisasinya pada BAB III bagian B."
    )


def _planning(bahan: Bahan) -> tuple[str, ...]:
    tahun = bahan.triwulan.tahun
    first = kalimat(
        f"Kinerja tahun {tahun} diukur dengan {teks.by_level(bahan.hasil.indikator, bahan.hasil.indikator)} yang "
        f"ditetapkan dalam Rencana Strategis dan Perjanjian Kinerja."
    )
    murni = {i.kode: i.target.tahun for i in bahan.rencana.dijanjikan}
    changed = sum(murni.get(h.indikator.kode) not in {None, h.target.tahun} for h in bahan.hasil.indikator)
    if not changed:
        return (first,)
    return (
        first,
        dari_kata(
            f"{hitungan(changed, 'indikator')} berubah targetnya dalam Perjanjian Kinerja Perubahan. Capaian diukur "
            f"terhadap target yang berlaku pada {format_tanggal(bahan.triwulan.last_day)}."
        ),
    )


def _issues(bahan: Bahan) -> str:
    tahun, penulis = bahan.triwulan.tahun, Penulis(bahan.triwulan.tahun)
    concerned = _below(bahan) or bahan.hasil.indikator
    told = ((h, jalin(bahan.kata(h.indikator.kode, 4).faktor_penghambat)) for h in concerned)
    sentences = [
        kendala(penulis, h.indikator.kode, faktor, teks.full_name_of(bahan, h)) for h, faktor in told if faktor
    ]
    if not sentences:
        return kalimat(f"Unit kerja tidak melaporkan kendala yang memengaruhi kinerja tahun {tahun}.")
    first = kalimat(f"Isu strategis diambil dari kendala yang dilaporkan unit kerja pada tahun {tahun}.")
    return " ".join((first, *sentences[:MAKS_ISU]))


MAKS_ISU = 5


def _below(bahan: Bahan) -> tuple[HasilIndikator, ...]:
    return tuple(h for h in bahan.hasil.indikator if h.tahun.nilai is not None and not h.tahun.tercapai)


def _conclusion(bahan: Bahan) -> tuple[str, ...]:
    penulis, below = Penulis(bahan.triwulan.tahun), _below(bahan)
    first = _result(bahan, penulis, "kesimpulan")
    if bahan.hasil.ringkasan.kantor.nilai is None:
        return (first, *anjuran.undecided(bahan, None))
    if below:
        told = teks.by_level(below, bahan.hasil.indikator)
        tail = dari_kata(f"{told} perlu perhatian; langkahnya disajikan pada bagian B.")
        first = f"{first} {tail}"
    return (first, _money(bahan, penulis))


# --- BAB I and II --------------------------------------------------------------------------------


def _chapter_one(bahan: Bahan, isi: IsiLaporan, dibuat: Mapping[str, tuple[str, ...]]) -> tuple[Bagian, ...]:
    keys = ("gambaran_umum", "struktur", "tugas", "sumber_daya", "isu", "dasar_hukum")
    titles = ("Gambaran Umum", "Struktur Organisasi", "Tugas dan Fungsi", "Sumber Daya", "Isu Strategis", "Dasar Hukum")
    return tuple(
        Bagian(f"{letter}. {title}", isi.of(key, dibuat[key]), people_tables(bahan) if key == "sumber_daya" else ())
        for letter, title, key in zip("ABCDEF", titles, keys, strict=True)
    )


def _agreement(bahan: Bahan) -> tuple[KelompokCapaian, ...]:
    """What the head promised, from the year's table, with the first target where another is in force."""
    first = {i.kode: i.target.tahun for i in bahan.rencana.dijanjikan}
    groups = (
        replace(group, baris=tuple(_with_first(line, first[line.kode]) for line in group.baris if line.kode in first))
        for group in year_table(bahan).kelompok
    )
    return tuple(group for group in groups if group.baris)


def _with_first(line: BarisCapaian, murni: Decimal | None) -> BarisCapaian:
    if murni is None or murni == line.target_tahun.nilai:
        return line
    return replace(line, target_murni=replace(line.target_tahun, nilai=murni, teks=None))


def _action_plan(bahan: Bahan) -> tuple[RencanaAksi, ...]:
    """The Rencana Aksi of the levels that BAB III analyses; those below have it in a paper of their own."""
    plan = zip(groups(bahan), full_action_plan(bahan, bahan.aksi), strict=True)
    return tuple(rows for k, rows in plan if k.tingkat in told_in_full(bahan))


def _action_text(bahan: Bahan) -> tuple[str, ...]:
    tahun = bahan.triwulan.tahun
    left = {h.indikator.tingkat for h in bahan.hasil.indikator} - told_in_full(bahan)
    below = deretan(level.label.lower() for level in Tingkat if level in left)
    more = f" Rencana aksi {below} tercantum dalam dokumen Rencana Aksi Tahun {tahun}." if below else ""
    return (
        kalimat(
            f"Rencana Aksi Tahun {tahun} membagi target setahun ke dalam empat triwulan serta memuat langkah, program, "
            f"anggaran, dan penanggung jawab. Isinya bagi {_told_here(bahan)} disajikan pada lampiran.{more}"
        ),
    )


def _told_here(bahan: Bahan) -> str:
    """The indikator of the levels that BAB III analyses, counted."""
    shown = [h for h in bahan.hasil.indikator if h.indikator.tingkat in told_in_full(bahan)]
    return teks.by_level(shown, bahan.hasil.indikator)


# --- BAB III and IV ------------------------------------------------------------------------------


def improvements(bahan: Bahan) -> tuple[Rekomendasi, ...]:
    """Follow-ups of the indikator below target, as steps for the coming year."""
    return anjuran.offered(bahan, None, format_tanggal(bahan.triwulan.next.last_day))


def _steps(bahan: Bahan, isi: IsiLaporan) -> tuple[Rekomendasi, ...]:
    return improvements(bahan) if isi.rekomendasi is None else isi.rekomendasi


# --- lampiran ------------------------------------------------------------------------------------


def _report_ends(bahan: Bahan, *, fixing: bool) -> tuple[ReportEnd, ...]:
    """The four Laporan Triwulan and this report itself."""
    quarters = (ReportEnd.of_quarter(quarter) for quarter in (*bahan.sebelum, bahan))
    return (*quarters, ReportEnd.of_year(bahan, fixing=fixing))
