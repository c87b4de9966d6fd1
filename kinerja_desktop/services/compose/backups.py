"""What the papers about backups say: the recovery sheet and the berita acara of a drill. Neither is filed.

The sheet may not be: it holds the key. The berita acara speaks of one moment and is signed by hand.
"""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from kinerja_desktop.domain.dokumen_cadangan import BagianUji, BeritaAcaraUji, LembarPemulihanCetak
from kinerja_desktop.domain.laporan import Naskah
from kinerja_desktop.domain.narasi import hitungan
from kinerja_desktop.domain.numerals import format_angka, format_ukuran
from kinerja_desktop.domain.tanggal import format_hari_tanggal, format_tanggal, format_waktu
from kinerja_desktop.exchange.lembar_pemulihan import LembarPemulihan, mark_of
from kinerja_desktop.services import settings
from kinerja_desktop.services.compose.bahan import head_of_office
from kinerja_desktop.services.compose.naskah import Perihal, Pilihan, Ruang, naskah, signer
from kinerja_desktop.services.context import ALL_ROLES, Context, permits
from kinerja_desktop.services.drill import HasilUji
from kinerja_desktop.storage.unit_of_work import Unit

_SHEET, _DRILL = "Lembar Pemulihan Cadangan", "Berita Acara Uji Pemulihan Cadangan"
_KEEPERS = ("Pimpinan Kantor", "Kasubag Perencanaan")
_PENGANTAR = (
    (
        "Dua puluh empat kata di bawah ini membuka semua cadangan kantor ini di komputer mana pun. Tanpa lembar ini "
        "cadangan hanya terbuka di komputer kantor. Siapa yang memegangnya dapat membaca seluruh isi cadangan; simpan "
        "di tempat terkunci dan jangan difoto."
    ),
)
_LANGKAH = (
    "Pasang Kinerja Desktop, lalu colokkan flashdisk yang berisi cadangan (berkas berakhiran .kpb).",
    "Pada Penyiapan Awal tekan “Pulihkan dari Cadangan” dan pilih berkas cadangan itu.",
    (
        "Ketik ke-24 kata berurutan, atau pilih hasil pindaian lembar ini supaya QR-nya dibaca. Huruf besar dan nomor "
        "tidak berpengaruh."
    ),
    (
        "Bila lembar ini hilang atau dibaca orang lain: buat lembar baru pada tab Cadangan dan buat cadangan baru. "
        "Cadangan lama tetap hanya terbuka dengan lembar lama."
    ),
)
_FINDINGS = 3
"""How many findings the page has room for; the others are counted."""


@permits(*ALL_ROLES)
def sheet_paper(ctx: Context, lembar: LembarPemulihan) -> LembarPemulihanCetak:
    """The recovery sheet, twice: for the head of the office and for the Kasubag Perencanaan."""
    with ctx.office.store.read() as unit:
        paper = _naskah(unit, ctx, _SHEET)
    facts = (
        ("Kantor", lembar.nama),
        ("Dibuat", format_tanggal(lembar.tanggal)),
        ("Tanda kunci", mark_of(lembar.kunci.publik)),
    )
    return LembarPemulihanCetak(paper, _KEEPERS, _PENGANTAR, facts, lembar.kata, _LANGKAH)


@permits(*ALL_ROLES)
def drill_paper(ctx: Context, hasil: HasilUji) -> BeritaAcaraUji:
    """What a drill found, ready to be signed by who made it and by the head of the office."""
    with ctx.office.store.read() as unit:
        paper = _naskah(unit, ctx, _DRILL)
        instansi = paper.instansi
        tester = signer(unit.people.get(ctx.actor.id), instansi)
        head = signer(head_of_office(unit, ctx.today(), instansi), instansi)
    now = ctx.now()
    opening = (
        f"Pada hari {format_hari_tanggal(now.date())} pukul {format_waktu(now)} {now.tzname()} telah dilakukan uji "
        f"pemulihan atas salinan data kinerja {instansi.nama}. Salinan dibuka, dipulihkan ke tempat sementara, dan "
        "diperiksa seluruhnya; data yang sedang dipakai tidak disentuh, dan tempat sementara sudah dihapus."
    )
    return BeritaAcaraUji(
        naskah=paper,
        pembuka=(opening,),
        keterangan=_facts(ctx, hasil),
        bagian=tuple(_part(b.nama, b.jumlah, b.temuan) for b in hasil.bagian),
        simpulan=(_verdict(hasil),),
        penguji=tester,
        mengetahui=head,
    )


def _naskah(unit: Unit, ctx: Context, judul: str) -> Naskah:
    instansi, day = settings.instansi(unit), ctx.today()
    ruang = Ruang(instansi, ctx.office.latihan, ctx.now())
    pilihan = Pilihan(kertas=settings.kertas(unit, laporan=False), tanggal=day)
    return replace(naskah(ruang, Perihal(judul, judul, day.year, ""), pilihan, None), draf=False)


def _facts(ctx: Context, hasil: HasilUji) -> tuple[tuple[str, str], ...]:
    isi, zone = hasil.isi, ctx.now().tzinfo
    reached = _moment(isi.sampai.astimezone(zone)) if isi.sampai else "belum ada catatan"
    return (
        ("Nama berkas", hasil.berkas.name),
        ("Dibuat", f"{_moment(isi.dibuat.astimezone(zone))} pada komputer {isi.komputer or 'tidak dikenal'}"),
        ("Memuat data sampai", reached),
        ("Isi", f"{isi.cakupan.value}, {len(isi.anggota)} berkas, {format_ukuran(isi.ukuran)}"),
        ("Catatan riwayat terakhir", f"nomor {_count(isi.urut)}, sidik {isi.kepala[:16] or '-'}"),
    )


def _count(number: int) -> str:
    return format_angka(Decimal(number))


def _moment(when: datetime) -> str:
    return f"{format_tanggal(when)} pukul {format_waktu(when)}"


def _part(nama: str, jumlah: int, temuan: tuple[str, ...]) -> BagianUji:
    if not temuan:
        return BagianUji(nama, _count(jumlah), "sesuai")
    return BagianUji(nama, _count(jumlah), f"{_count(len(temuan))} temuan")


def _verdict(hasil: HasilUji) -> str:
    if hasil.utuh:
        return "Salinan ini DAPAT DIPULIHKAN. Tidak ditemukan perubahan pada isinya."
    told = " ".join(hasil.temuan[:_FINDINGS])
    more = len(hasil.temuan) - _FINDINGS
    rest = f" Masih ada {hitungan(more, 'temuan lain')}." if more > 0 else ""
    return f"Salinan ini TIDAK DAPAT DIPULIHKAN secara utuh dan jangan dipakai sebelum diperiksa: {told}{rest}"
