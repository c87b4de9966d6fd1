"""Papers of reviewing the LKjIP: the checklist with what the history proves, and the statement.

The order of the checklist follows PermenPANRB 53/2014 Lampiran III in words of our own; the sentences of the statement
are the review team's, kept as a field. To add a proof: a line in ``_proofs``.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kinerja_desktop.domain.dokumen_reviu import BagianReviu, ButirReviu, KertasKerjaReviu
from kinerja_desktop.domain.huruf import folded
from kinerja_desktop.domain.isian import Isian
from kinerja_desktop.domain.laporan import Penandatangan, PernyataanReviu
from kinerja_desktop.domain.narasi import hitungan, sederet
from kinerja_desktop.domain.perbandingan import years
from kinerja_desktop.domain.workflow import DELIVERED, Jenis
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.naskah import signer
from kinerja_desktop.services.compose.office.kinds import Golongan, JenisDokumen, Per, Sumber

YA, TIDAK, TERBUKA = "Ya", "Tidak", "Belum dijawab"
BUTIR: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "I": (
        "Format",
        (
            "Laporan kinerja menampilkan data penting kantor.",
            "Laporan kinerja menyajikan target kinerja.",
            "Laporan kinerja menyajikan capaian kinerja secara memadai.",
            "Lampiran mendukung isi laporan.",
            "Laporan kinerja menyajikan upaya perbaikan pada masa mendatang.",
            "Laporan kinerja menyajikan akuntabilitas keuangan.",
        ),
    ),
    "II": (
        "Mekanisme Penyusunan",
        (
            "Laporan kinerja disusun oleh unit kerja yang bertugas menyusunnya.",
            "Informasi dalam laporan kinerja didukung data yang memadai.",
            "Ada mekanisme penyampaian data dari unit kerja kepada unit penyusun laporan.",
            "Penanggung jawab pengumpulan data ditetapkan pada setiap unit kerja.",
            "Data dalam laporan kinerja diyakini keandalannya.",
            "Analisis dalam laporan kinerja diketahui unit kerja yang bersangkutan.",
            "Laporan kinerja menggabungkan bahan dari unit kerja di bawahnya.",
        ),
    ),
    "III": (
        "Substansi",
        (
            "Tujuan dan sasaran sesuai dengan yang tercantum dalam Perjanjian Kinerja.",
            "Tujuan dan sasaran selaras dengan Renstra.",
            "Jika butir 1 atau 2 dijawab tidak, laporan memuat penjelasan yang memadai.",
            "Tujuan dan sasaran sesuai dengan indikator kinerja.",
            "Tujuan dan sasaran sesuai dengan Indikator Kinerja Utama.",
            "Jika butir 4 atau 5 dijawab tidak, laporan memuat penjelasan yang memadai.",
            "Capaian dibandingkan dengan tahun lalu, standar nasional, atau pembanding lain.",
            "Indikator Kinerja Utama dan indikator kinerja cukup untuk mengukur tujuan dan sasaran.",
            "Jika butir 8 dijawab tidak, laporan memuat penjelasan yang memadai.",
            "Indikator spesifik, terukur, dapat dicapai, relevan, dan berbatas waktu (SMART).",
        ),
    ),
}
"""Parts of the checklist with their statements."""


def _points() -> Iterator[tuple[str, str, str, str]]:
    """Part, its title, number within it and statement of every point."""
    for part, (judul, statements) in BUTIR.items():
        for number, pernyataan in enumerate(statements, start=1):
            yield part, judul, str(number), pernyataan


# --- the checklist -------------------------------------------------------------------------------


def checklist(x: Sumber) -> KertasKerjaReviu:
    """The Kertas Kerja of a year's LKjIP."""
    title = f"Kertas Kerja Reviu Laporan Kinerja {x.pokok.masa}"
    proofs = _proofs(x, x.bahan())
    made = [(part, _point(x, f"{part}.{no}", no, words, proofs)) for part, _, no, words in _points()]
    parts = tuple(
        BagianReviu(f"{part}. {judul}", tuple(point for of, point in made if of == part))
        for part, (judul, _) in BUTIR.items()
    )
    naskah = x.naskah(title, title, _lacking(x))
    return KertasKerjaReviu(naskah, "Sesuaikan dengan format Inspektorat.", parts, _reviewer(x))


def checklist_fields(x: Sumber) -> Sequence[Isian]:
    """An answer and a note for every point that the history leaves open, then who reviews."""
    proofs = _proofs(x, x.bahan())
    asked = [point for point in _points() if f"{point[0]}.{point[2]}" not in proofs]
    return (
        *(field for part, judul, no, words in asked for field in _answer(f"{part}.{no}", words, f"{part}. {judul}")),
        *_reviewer_fields(),
    )


def _answer(kunci: str, words: str, bagian: str) -> Sequence[Isian]:
    return (
        Isian(
            f"jawab:{kunci}",
            f"{kunci} {words}",
            bawaan=TERBUKA,
            pilihan=(TERBUKA, YA, TIDAK),
            bagian=bagian,
        ),
        Isian(f"catatan:{kunci}", f"Catatan {kunci}", bagian=bagian),
    )


def _point(x: Sumber, kunci: str, no: str, words: str, proofs: Mapping[str, str]) -> ButirReviu:
    if kunci in proofs:
        return ButirReviu(no, words, jawaban=True, catatan=f"Terbukti dari riwayat: {proofs[kunci]}.")
    answers = {YA: True, TIDAK: False}
    return ButirReviu(no, words, answers.get(x.isian[f"jawab:{kunci}"]), x.isian[f"catatan:{kunci}"].strip())


# --- proofs --------------------------------------------------------------------------------------


def _proofs(x: Sumber, bahan: Bahan) -> Mapping[str, str]:
    """What the history proves, by point; only what holds for every seksi is said of all of them."""
    handed = x.unit.cases.listing(jenis=Jenis.BERKAS, tahun=x.pokok.tahun, status=DELIVERED)
    returns = sum(case.pengembalian for case in handed)
    known = [b.case for b in bahan.berkas if b.case is not None and b.case.analis]
    complete = bool(bahan.hadir) and not bahan.kurang
    reports, units = hitungan(len(handed), "laporan"), hitungan(len(known), "seksi")
    examined, times = sederet(len(handed), returns)
    sent_back = f"{times} kali dikembalikan" if returns else "tidak ada yang dikembalikan"
    asked = (
        (
            "II.3",
            bool(handed),
            f"{reports} seksi diserahkan melalui SOP Pengumpulan Data Kinerja",
        ),
        (
            "II.4",
            bool(known) and len(known) == len(bahan.berkas),
            f"pengumpul data ditunjuk pada {units}",
        ),
        ("II.5", complete, f"{examined} laporan diperiksa dan disetujui, {sent_back}"),
        ("II.6", complete, f"analisis diajukan oleh kepala seksi pada {reports}"),
        ("II.7", complete, f"laporan {hitungan(len(bahan.hadir), 'seksi')} dipakai pada Triwulan IV"),
        ("III.7", *_compared(bahan)),
    )
    return {kunci: words for kunci, proved, words in asked if proved}


def _compared(bahan: Bahan) -> tuple[bool, str]:
    measured = [h.indikator for h in bahan.hasil.indikator if h.tahun.realisasi is not None]
    before = sum(years(bahan.hasil, i.kode, 2)[0].capaian.realisasi is not None for i in measured)
    others = sum(i.pembanding is not None for i in measured)
    counts = zip((before, others), sederet(before, others), ("tahun lalu", "standar atau daerah lain"), strict=True)
    told = (f"{words} indikator dibandingkan dengan {what}" for n, words, what in counts if n)
    return bool(before or others), ", ".join(told)


# --- the statement -------------------------------------------------------------------------------


def statement(x: Sumber) -> PernyataanReviu:
    """The Pernyataan Telah Direviu of a year's LKjIP."""
    name = f"Pernyataan Telah Direviu {x.pokok.masa}"
    below = (x.instansi.nama, f"Tahun Anggaran {x.pokok.tahun}")
    paragraphs = tuple(line.strip() for line in x.isian["pernyataan"].splitlines() if line.strip())
    return PernyataanReviu(x.naskah("Pernyataan Telah Direviu", name, _lacking(x)), below, paragraphs, _reviewer(x))


def statement_fields(x: Sumber) -> Sequence[Isian]:
    """The sentences and who signs them."""
    nama, tahun = x.instansi.nama, x.pokok.tahun
    usual = (
        f"Kami telah mereviu Laporan Kinerja {nama} Tahun Anggaran {tahun} sesuai dengan pedoman reviu atas laporan "
        f"kinerja. Substansi informasi dalam laporan kinerja menjadi tanggung jawab manajemen {nama}.\n"
        "Reviu bertujuan memberikan keyakinan terbatas bahwa laporan kinerja telah disajikan secara akurat, andal, "
        "dan valid.\n"
        "Berdasarkan reviu kami, tidak ditemukan hal yang menimbulkan keraguan atas keandalan informasi yang "
        "disajikan dalam laporan kinerja ini."
    )
    words = "Sesuaikan dengan kalimat resmi Inspektorat; satu baris menjadi satu alinea."
    return (Isian("pernyataan", "Pernyataan", words, usual, baris=8, bagian="Pernyataan"), *_reviewer_fields())


# --- the reviewer --------------------------------------------------------------------------------


def _reviewer_fields() -> Sequence[Isian]:
    part = "Pereviu"
    return (
        Isian("jabatan_pereviu", "Jabatan", bawaan="Ketua Tim Reviu", bagian=part),
        Isian("nama_pereviu", "Nama", "Lengkap dengan gelar.", bagian=part),
        Isian("pangkat_pereviu", "Pangkat dan golongan", bagian=part),
        Isian("nip_pereviu", "NIP", bagian=part),
    )


def _reviewer(x: Sumber) -> Penandatangan:
    """Who reviews, as typed; pangkat and NIP of the office's own people are known and need not be typed again."""
    jabatan, nama, pangkat, nip = (x.isian[f"{what}_pereviu"].strip() for what in ("jabatan", "nama", "pangkat", "nip"))
    own = next((signer(p, x.instansi) for p in x.unit.people.all() if folded(p.nama) == folded(nama)), None)
    return Penandatangan(
        (f"{jabatan.upper()},",),
        nama or "." * 40,
        pangkat or (own.pangkat if own else None),
        f"NIP {nip}" if nip else own.nip if own else None,
    )


def _lacking(x: Sumber) -> tuple[str, ...]:
    nameless = x.terbit is None and not x.isian["nama_pereviu"].strip()
    return ("Nama pereviu belum diisi.",) if nameless else ()


REVIU = (
    JenisDokumen(
        "kertas_kerja_reviu",
        "Kertas Kerja Reviu",
        Golongan.PENGUKURAN,
        Per.TAHUN,
        checklist,
        isian=checklist_fields,
    ),
    JenisDokumen(
        "pernyataan_reviu",
        "Pernyataan Telah Direviu",
        Golongan.PENGUKURAN,
        Per.TAHUN,
        statement,
        isian=statement_fields,
    ),
)
"""Papers of reviewing the LKjIP."""
