"""The LKjIP as one frozen object (SOP step 6), cover to lampiran.

Structure: PermenPANRB 53/2014 Lampiran II, as kecamatan print it. BAB I is the office's own text; what is
offered here is a start made of what the program knows.
"""

from collections.abc import Mapping, Sequence

from kinerja_desktop.domain.capaian import HasilIndikator
from kinerja_desktop.domain.isi_laporan import IsiLaporan
from kinerja_desktop.domain.laporan import (
    Angka,
    Bagian,
    Batang,
    KelompokCapaian,
    Lkjip,
    Rekomendasi,
)
from kinerja_desktop.domain.narasi import Penulis, Pola, deretan, hitungan, kalimat, sebutan
from kinerja_desktop.domain.numerals import format_angka, format_persen
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services.compose import kalimat as teks
from kinerja_desktop.services.compose.annual_analysis import analyse
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.naskah import Perihal, Pilihan, Ruang, Terbit, naskah, signer
from kinerja_desktop.services.compose.quarterly_paper import MAKS_BATANG, shortcomings
from kinerja_desktop.services.compose.rencana import action_plan, iku_rows, plan_row
from kinerja_desktop.services.compose.tables import groups, owner, year_table
from kinerja_desktop.services.compose.uang import budget_table
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
    "capaian": "III.A Capaian Kinerja Organisasi",
    "anggaran": "III.B Realisasi Anggaran",
    "kesimpulan": "IV.A Kesimpulan",
    "penutup": "IV. Penutup",
}
"""Chapters whose paragraphs may be typed over."""

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
    dibuat = made_chapters(bahan)
    tahun = bahan.triwulan.tahun
    perihal = Perihal(f"LAPORAN KINERJA TAHUN {tahun}", f"LKjIP Tahun {tahun}", tahun, pola_nomor)
    ruang = Ruang(bahan.instansi, bahan.latihan, bahan.sekarang)
    kelompok = groups(bahan)
    penulis = Penulis(tahun)
    ordered = [pair for k in kelompok for pair in k.hasil]
    return Lkjip(
        naskah=naskah(ruang, perihal, pilihan, terbit, shortcomings(bahan, alasan_kurang)),
        subjudul_sampul=_cover_line(bahan),
        kata_pengantar=isi.of("kata_pengantar", dibuat["kata_pengantar"]),
        ikhtisar=isi.of("ikhtisar", dibuat["ikhtisar"]),
        pendahuluan=_chapter_one(isi, dibuat),
        pengantar_perencanaan=isi.of("perencanaan", dibuat["perencanaan"]),
        renstra=tuple(plan_row(bahan, no, h) for no, h in ordered),
        iku=iku_rows(bahan),
        perjanjian=_agreement(bahan),
        anggaran_perjanjian=budget_table(bahan.hasil.anggaran_sd(4)),
        rencana_aksi=action_plan(bahan),
        pengantar_capaian=isi.of("capaian", dibuat["capaian"]),
        capaian=year_table(bahan),
        teks_capaian=teks.overview(bahan, None, f"pada tahun {tahun}"),
        batang=_bars(bahan),
        sasaran=tuple(analyse(bahan, k, penulis) for k in kelompok),
        teks_anggaran=isi.of("anggaran", dibuat["anggaran"]),
        anggaran=budget_table(bahan.hasil.anggaran),
        kesimpulan=isi.of("kesimpulan", dibuat["kesimpulan"]),
        langkah_perbaikan=improvements(bahan) if isi.rekomendasi is None else isi.rekomendasi,
        penutup=isi.of("penutup", dibuat["penutup"]),
        penandatangan=signer(bahan.pimpinan, bahan.instansi),
        seksi=seksi_rows(bahan),
        waktu=time_rows(bahan),
    )


def _cover_line(bahan: Bahan) -> str:
    ends = sorted({i.tahun_renstra for i in bahan.rencana.indikator if i.tahun_renstra})
    if not ends or ends[-1] < bahan.triwulan.tahun:
        return ""
    return f"Renstra sampai dengan tahun {ends[-1]}"


# --- made text -----------------------------------------------------------------------------------


def made_chapters(bahan: Bahan) -> Mapping[str, tuple[str, ...]]:
    """Paragraphs made from the figures and the office's data, by chapter key."""
    tahun, nama = bahan.triwulan.tahun, bahan.instansi.nama
    return {
        "kata_pengantar": _preface(bahan),
        "ikhtisar": _summary(bahan),
        "gambaran_umum": (_general(bahan),),
        "struktur": (_structure(bahan),),
        "tugas": (
            kalimat(
                f"{nama} melaksanakan tugas dan fungsi menurut Peraturan {bahan.instansi.kepala_daerah} tentang "
                f"susunan organisasi. Rincian tugas setiap seksi dilaporkan melalui indikator pada BAB II."
            ),
        ),
        "sumber_daya": (
            kalimat(f"Anggaran tahun {tahun} disajikan pada BAB II dan realisasinya pada BAB III bagian B."),
        ),
        "isu": (_issues(bahan),),
        "dasar_hukum": DASAR_HUKUM,
        "perencanaan": (
            kalimat(
                f"Kinerja tahun {tahun} diukur dengan {hitungan(len(bahan.rencana.indikator), 'indikator')} yang "
                f"ditetapkan dalam Rencana Strategis dan Perjanjian Kinerja."
            ),
        ),
        "capaian": (
            kalimat(
                f"Capaian kinerja diukur dengan membandingkan realisasi setiap indikator dengan target dalam "
                f"Perjanjian Kinerja Tahun {tahun}. Kategori capaian mengikuti {bahan.aturan.skala.nama}. "
                f"Hasil pengukuran {hitungan(len(bahan.rencana.indikator), 'indikator')} disajikan pada Tabel 3.1."
            ),
        ),
        "anggaran": (teks.budget_sentence(bahan.hasil.anggaran.jumlah, f"Pada tahun {tahun},"),),
        "kesimpulan": _conclusion(bahan),
        "penutup": (
            kalimat(
                f"Laporan ini disusun dari data yang telah diperiksa dan menjadi dasar perbaikan kinerja tahun "
                f"{tahun + 1}."
            ),
        ),
    }


def _preface(bahan: Bahan) -> tuple[str, ...]:
    tahun, nama = bahan.triwulan.tahun, bahan.instansi.nama
    return (
        kalimat(
            f"Laporan Kinerja {nama} Tahun {tahun} disusun untuk mempertanggungjawabkan pelaksanaan Perjanjian Kinerja "
            f"Tahun {tahun} kepada {bahan.instansi.kepala_daerah}."
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
    tahun = bahan.triwulan.tahun
    kantor = bahan.hasil.ringkasan.kantor
    if kantor.nilai is None:
        first = kalimat(f"Rata-rata capaian kinerja tahun {tahun} belum dapat dihitung karena data belum lengkap.")
    else:
        reached = bahan.hasil.ringkasan.tercapai
        first = Penulis(tahun).tulis(
            Pola.RINGKASAN,
            bahan.instansi.nama,
            instansi=bahan.instansi.nama,
            periode=f"tahun {tahun}",
            C=format_angka(kantor.nilai, 2),
            kategori=kantor.kategori or "-",
            A=hitungan(reached).capitalize(),
            a=hitungan(reached),
            b=hitungan(kantor.bernilai - reached),
            n=hitungan(kantor.bernilai),
        )
    return (
        first,
        *teks.overview(bahan, None, f"pada tahun {tahun}"),
        *teks.missing_sentences(bahan, None),
        teks.budget_sentence(bahan.hasil.anggaran.jumlah, f"Pada tahun {tahun},"),
        *_next_year(bahan),
    )


def _next_year(bahan: Bahan) -> tuple[str, ...]:
    valued = [m for m in bahan.hasil.ringkasan.sasaran if m.nilai is not None]
    if not valued:
        return ()
    weakest = min(valued, key=lambda m: m.nilai if m.nilai is not None else 0)
    return (kalimat(f"Pada tahun {bahan.triwulan.tahun + 1} perbaikan dipusatkan pada sasaran {weakest.nama}."),)


def _general(bahan: Bahan) -> str:
    i = bahan.instansi
    seat = f" dan beralamat di {i.alamat}" if i.alamat else ""
    return kalimat(f"{i.nama} merupakan perangkat daerah {i.kabupaten}{seat}.")


def _structure(bahan: Bahan) -> str:
    names = deretan(b.seksi.nama for b in bahan.berkas)
    return kalimat(f"Unit kerja yang melaporkan data kinerja terdiri atas {names}.")


def _issues(bahan: Bahan) -> str:
    obstacles = [
        f"{sebutan(h.indikator.nama)} ({bahan.kata(h.indikator.kode, 4).faktor_penghambat.strip().rstrip('.')})"
        for h in _below(bahan)
        if bahan.kata(h.indikator.kode, 4).faktor_penghambat.strip()
    ]
    if not obstacles:
        return "Isu strategis ditulis oleh kantor dari hasil evaluasi tahun sebelumnya."
    return kalimat(f"Isu yang memengaruhi kinerja tahun ini ialah {deretan(obstacles[:5])}.")


def _below(bahan: Bahan) -> tuple[HasilIndikator, ...]:
    return tuple(h for h in bahan.hasil.indikator if h.tahun.nilai is not None and not h.tahun.tercapai)


def _conclusion(bahan: Bahan) -> tuple[str, ...]:
    kantor = bahan.hasil.ringkasan.kantor
    tahun = bahan.triwulan.tahun
    if kantor.nilai is None:
        return (kalimat(f"Hasil pengukuran tahun {tahun} belum lengkap."),)
    below = len(_below(bahan))
    tail = (
        f"{hitungan(below, 'indikator')} perlu perhatian; langkah perbaikannya disajikan pada bagian B"
        if below
        else "semua indikator yang bernilai mencapai target"
    )
    return (
        kalimat(
            f"Rata-rata capaian kinerja {bahan.instansi.nama} tahun {tahun} sebesar {format_persen(kantor.nilai)} "
            f"({kantor.kategori}). {kalimat(tail)}."
        ),
        teks.budget_sentence(bahan.hasil.anggaran.jumlah, f"Pada tahun {tahun},"),
    )


# --- BAB I and II --------------------------------------------------------------------------------


def _chapter_one(isi: IsiLaporan, dibuat: Mapping[str, tuple[str, ...]]) -> tuple[Bagian, ...]:
    keys = ("gambaran_umum", "struktur", "tugas", "sumber_daya", "isu", "dasar_hukum")
    titles = ("Gambaran Umum", "Struktur Organisasi", "Tugas dan Fungsi", "Sumber Daya", "Isu Strategis", "Dasar Hukum")
    return tuple(
        Bagian(f"{letter}. {title}", isi.of(key, dibuat[key]))
        for letter, title, key in zip("ABCDEF", titles, keys, strict=True)
    )


def _agreement(bahan: Bahan) -> tuple[KelompokCapaian, ...]:
    """Targets of the Perjanjian Kinerja: the year's table, read for its targets alone."""
    return year_table(bahan).kelompok


# --- BAB III and IV ------------------------------------------------------------------------------


def _bars(bahan: Bahan) -> tuple[Batang, ...]:
    """Gambar 3.1: means of the sasaran that have one."""
    means: Sequence[tuple[str, Angka]] = [(k.judul, k.rata_rata) for k in year_table(bahan).kelompok]
    return tuple(
        Batang(judul, mean.nilai, mean.nilai >= 100, rata_rata=True)
        for judul, mean in means[:MAKS_BATANG]
        if mean.nilai is not None
    )


def improvements(bahan: Bahan) -> tuple[Rekomendasi, ...]:
    """Follow-ups of the indikator below target, as steps for the coming year."""
    until = format_tanggal(bahan.triwulan.next.last_day)
    told = [(h, bahan.kata(h.indikator.kode, 4).tindak_lanjut.strip()) for h in _below(bahan)]
    return tuple(Rekomendasi(kalimat(t), owner(bahan, h), until) for h, t in told if t)
