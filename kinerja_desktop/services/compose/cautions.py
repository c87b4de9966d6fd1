"""What to look at before a paper is fixed or its act is done: who signs, the lambang, figures that are newer.

Sentences for the screen; none of them blocks. Who signs is read from the paper itself, so every signature of every
paper is looked at, as of the day that the paper bears. Which of its parts come from figures that go on changing is
said by ``ASAL``; a test asks for a line for every paper that gets a number. To add a caution: a function that yields
it, in ``of_signers`` or ``of_paper``. What is found on the finished pages stands in ``printing``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime

from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.dokumen_berkas import RekapPengembalian, RiwayatBerkas, TandaTerima
from kinerja_desktop.domain.dokumen_pengukuran import EvaluasiRenja, Pengukuran
from kinerja_desktop.domain.dokumen_rencana import DaftarIku, DaftarKartu, LembarRencanaAksi, PerjanjianKinerja
from kinerja_desktop.domain.dokumen_reviu import KertasKerjaReviu
from kinerja_desktop.domain.dokumen_serah_terima import BeritaAcaraSerahTerima
from kinerja_desktop.domain.dokumen_sop import DaftarBelum, DokumenSop, RekapWaktu
from kinerja_desktop.domain.laporan import BarisSeksi, Penandatangan, PernyataanReviu
from kinerja_desktop.domain.narasi import kalimat
from kinerja_desktop.domain.pegawai import Instansi, Pegawai, StatusPegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services.compose.bahan import BerkasSeksi
from kinerja_desktop.services.compose.naskah import signer
from kinerja_desktop.services.trail import Kind
from kinerja_desktop.storage.unit_of_work import Unit

ASAL: Mapping[type, Mapping[str, str]] = {
    PerjanjianKinerja: {"janji": "target rencana kinerja", "dana": "anggaran"},
    LembarRencanaAksi: {"rencana": "rencana aksi dan target triwulan"},
    DaftarIku: {"baris": "indikator kinerja utama"},
    DaftarKartu: {"kartu": "isi kartu indikator"},
    Pengukuran: {"capaian": "target, realisasi, atau capaian", "anggaran": "anggaran atau serapannya"},
    EvaluasiRenja: {"kelompok": "target, realisasi, atau anggaran"},
    KertasKerjaReviu: {"bagian": "hasil reviu"},
    PernyataanReviu: {},
    DokumenSop: {"bagan": "langkah SOP"},
    RekapWaktu: {"waktu": "waktu langkah seksi", "langkah6": "waktu Laporan Triwulan"},
    DaftarBelum: {"baris": "daftar seksi yang belum menyerahkan"},
    RekapPengembalian: {"kembali": "daftar pengembalian"},
    RiwayatBerkas: {"baris": "riwayat berkas"},
    TandaTerima: {"baris": "daftar yang diserahkan"},
    BeritaAcaraSerahTerima: {},
}
"""Parts of a paper that come from figures of the office, and how they are called; the reports have ``of_report``."""

_BELUM_ADA = "Catat pejabat yang baru pada tab Pengguna, atau beri keterangan Plt."


def of_paper(unit: Unit, paper: object, instansi: Instansi, day: date) -> tuple[str, ...]:
    """Cautions of a paper that somebody is about to fix."""
    return (*of_signers(unit, paper, instansi, day), *_lambang(instansi))


def of_signers(unit: Unit, paper: object, instansi: Instansi, day: date) -> tuple[str, ...]:
    """Everybody whose name stands below a signature: in office on the day of the paper, with a NIP."""
    people = unit.people.all()
    told = (sentence for one in signers(paper) for sentence in _signer(people, one, instansi, day))
    return tuple(dict.fromkeys(told))


def signers(paper: object) -> Iterator[Penandatangan]:
    """Who signs a paper; those of papers that are bound into it signed on a day of their own."""
    for field in fields(paper) if is_dataclass(paper) else ():
        value = getattr(paper, field.name)
        if isinstance(value, Penandatangan):
            yield value
        elif is_dataclass(value) and not hasattr(value, "naskah"):
            yield from signers(value)


# --- figures that are newer ----------------------------------------------------------------------


def of_fixed(fixed: object, now: object) -> tuple[str, ...]:
    """A paper that was fixed, beside the same paper as it would be now: which of its figures are others."""
    changed = [words for name, words in ASAL[type(fixed)].items() if getattr(fixed, name) != getattr(now, name)]
    if not changed:
        return ()
    told = kalimat(f"{deretan(changed)} berubah sesudah dokumen ini ditetapkan.")
    return (f"{told} Tekan Buat Versi Baru supaya isinya sama.",)


def of_report(fixed: Iterable[BarisSeksi], berkas: Iterable[BerkasSeksi]) -> tuple[str, ...]:
    """Cautions of a fixed report: a seksi's report was approved again since."""
    used = {row.seksi: row.versi for row in fixed}
    return tuple(
        f"Laporan {b.seksi.nama} disetujui lagi (versi {b.salinan.nomor}) sesudah laporan ini ditetapkan. Buka kembali "
        "dan susun ulang supaya angkanya sama."
        for b in berkas
        if b.salinan is not None and used.get(b.seksi.nama) != b.salinan.nomor
    )


def of_plan(unit: Unit, tahun: int, sejak: datetime, langkah: str) -> tuple[str, ...]:
    """The plan that a paper of the SOP takes its targets from was changed after the step before; its money apart."""
    rows = unit.journal.records(Kind.PLAN.value, str(tahun))
    changed = [row.pada for row in rows if row.pada > sejak and set(row.isi) - {"sidik"} != {"anggaran"}]
    if not changed:
        return ()
    day = format_tanggal(changed[-1].astimezone(sejak.tzinfo).date())
    return (f"Rencana kinerja {tahun} diubah {day}, sesudah {langkah}. Target pada kertas ini mengikuti yang terbaru.",)


# --- who signs -----------------------------------------------------------------------------------


def _signer(people: tuple[Pegawai, ...], one: Penandatangan, instansi: Instansi, day: date) -> Iterator[str]:
    if not one.nama.strip(". "):
        yield _nobody(people, one, instansi, day)
        return
    rows = [p for p in people if p.nama == one.nama]
    posts = [p for p in rows if signer(p, instansi).baris_jabatan[-1] == one.baris_jabatan[-1]] or rows
    if posts and not any(p.berlaku(day) for p in posts):
        yield _out_of_office(posts, day)
    if any(p.status is not StatusPegawai.NON_ASN for p in posts) and not one.nip:
        yield f"NIP {one.nama} belum diisi. Isi pada tab Pengguna supaya tercetak."


def _out_of_office(posts: list[Pegawai], day: date) -> str:
    ended = [p for p in posts if p.sampai is not None and p.sampai < day]
    if ended:
        last = max(ended, key=lambda p: p.sampai or day)
        return f"Masa jabatan {last.nama} berakhir {format_tanggal(last.sampai or day)}. {_BELUM_ADA}"
    first = min(posts, key=lambda p: p.mulai or day)
    return (
        f"{first.nama} baru bertugas mulai {format_tanggal(first.mulai or day)}, sesudah tanggal dokumen ini. "
        "Periksa tanggalnya."
    )


def _nobody(people: tuple[Pegawai, ...], one: Penandatangan, instansi: Instansi, day: date) -> str:
    title = one.baris_jabatan[-1].rstrip(",")
    before = [p for p in people if p.peran and title in _titles(p, instansi)]
    ended = [p for p in before if p.sampai is not None and p.sampai < day]
    if ended:
        return _out_of_office(ended, day)
    if not before and title and title != instansi.jabatan_pimpinan.upper():
        return f"Nama {title} belum diisi."
    return f"Belum ada pejabat penanda tangan yang berlaku pada {format_tanggal(day)}. {_BELUM_ADA}"


def _titles(person: Pegawai, instansi: Instansi) -> set[str]:
    """Words under which a person may be missed above a signature; the head of the office also under its own."""
    head = {"", instansi.jabatan_pimpinan.upper()} if Role.CAMAT in person.peran else set()
    own = signer(person, instansi).baris_jabatan[-1].rstrip(",")
    return {own, *(role.label.upper() for role in person.peran), *head}


def _lambang(instansi: Instansi) -> Iterator[str]:
    if instansi.lambang is None:
        yield "Lambang daerah belum dipasang; kop dicetak tanpa gambar. Admin memasangnya pada tab Pengaturan."
