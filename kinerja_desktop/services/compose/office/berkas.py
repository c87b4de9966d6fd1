"""Papers about berkas: Rekap Pengembalian of a triwulan, Riwayat Berkas and Tanda Terima of one seksi."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from kinerja_desktop.domain.dokumen_berkas import (
    BarisAlasan,
    BarisRiwayat,
    BarisTerima,
    Kembali,
    RekapPengembalian,
    RiwayatBerkas,
    TandaTerima,
)
from kinerja_desktop.domain.ketepatan import Waktu
from kinerja_desktop.domain.narasi import hitungan, kalimat
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.tanggal import format_hari_tanggal, format_tanggal, format_tanggal_ringkas, format_waktu
from kinerja_desktop.domain.tenggat import format_lama
from kinerja_desktop.domain.workflow import Act, Action, Jenis, replay
from kinerja_desktop.services.compose.bahan import Bahan, BerkasSeksi
from kinerja_desktop.services.compose.office.kinds import PEMBUAT, Golongan, JenisDokumen, Per, Sumber
from kinerja_desktop.services.compose.waktu import berkas_of, measured
from kinerja_desktop.services.history import title
from kinerja_desktop.services.snapshots import current_content, return_of

_ANSWERS = {Action.RETURN: Action.SUBMIT, Action.RETURN_BAHAN: Action.SUBMIT_BAHAN}
"""Each kind of return with the act that answers it."""
_DIGEST = 8
_OF_SEKSI = (*PEMBUAT, Role.KASUBAG)


def _moment(at: datetime, bahan: Bahan) -> str:
    local = bahan.kalender.local(at)
    return f"{format_tanggal_ringkas(local)}\n{format_waktu(local)}"


def _acts(x: Sumber, b: BerkasSeksi) -> tuple[Act, ...]:
    return x.unit.journal.acts(b.case.id) if b.case is not None else ()


# --- Rekap Pengembalian ----------------------------------------------------------------------------


def returns(x: Sumber) -> RekapPengembalian:
    """Every return in force of a triwulan, with its reasons and the day on which it was answered."""
    bahan = x.bahan()
    names = {i.kode: i.nama for i in bahan.rencana.indikator}
    found = [(b, act) for b in bahan.berkas if b.keadaan for act in b.keadaan.berlaku if act.action in _ANSWERS]
    told = f"Rekapitulasi Pengembalian Laporan {x.pokok.masa}"
    return RekapPengembalian(
        naskah=x.naskah(f"Rekapitulasi Pengembalian\nLaporan Data Kinerja {x.pokok.masa}", told),
        pembuka=(_counted(x.pokok.masa, [act for _, act in found]),),
        kembali=tuple(_return(x, bahan, b, act, names) for b, act in found),
        penandatangan=x.penandatangan(Role.KASUBAG_PERENCANAAN),
        mengetahui=x.pimpinan,
    )


def _counted(masa: str, acts: list[Act]) -> str:
    if not acts:
        return kalimat(f"Tidak ada laporan atau bahan yang dikembalikan pada {masa}.")
    reports = sum(act.action is Action.RETURN for act in acts)
    told = [(reports, "laporan oleh pemeriksa"), (len(acts) - reports, "bahan oleh kepala unit kerja")]
    parts = " dan ".join(f"{hitungan(n, 'kali')} pengembalian {what}" for n, what in told if n)
    return kalimat(f"Pada {masa} tercatat {parts}. Alasan dicetak sebagaimana ditulis pada saat pengembalian.")


def _return(x: Sumber, bahan: Bahan, b: BerkasSeksi, act: Act, names: Mapping[str, str]) -> Kembali:
    assert b.keadaan is not None
    acts = _acts(x, b)
    before = replay(Jenis.BERKAS, [a for a in acts if a.nomor <= act.nomor])
    what = f"laporan ke-{before.laporan_ke}" if act.action is Action.RETURN else "bahan"
    number = before.pengembalian if act.action is Action.RETURN else before.pengembalian_bahan
    answer = (a for a in b.keadaan.berlaku if a.nomor > act.nomor and a.action is _ANSWERS[act.action])
    answered = next(answer, None)
    return Kembali(
        f"{b.seksi.nama}: {what}, pengembalian ke-{number}",
        _moment(act.pada, bahan),
        _moment(answered.pada, bahan) if answered else "belum",
        tuple(_reasons(act, names)),
    )


def _reasons(act: Act, names: Mapping[str, str]) -> Iterable[BarisAlasan]:
    found = return_of(act)
    notes = found.catatan if found else ()
    whole = "Seluruh laporan" if act.action is Action.RETURN else "Seluruh bahan"
    general = (found.alasan if found else str(act.isi.get("alasan", "")), *(n.teks for n in notes if not n.kode))
    told = [
        (whole, "\n".join(general)),
        *((names.get(note.kode, note.kode), note.teks) for note in notes if note.kode),
    ]
    return (BarisAlasan(str(n), nama, alasan) for n, (nama, alasan) in enumerate(told, 1))


# --- Riwayat Berkas --------------------------------------------------------------------------------


def berkas_history(x: Sumber) -> RiwayatBerkas:
    """Every act on the berkas of a seksi, with time used against the norm."""
    bahan = x.bahan()
    b = berkas_of(bahan, x.pokok.seksi or "")
    acts = _acts(x, b)
    in_force = b.keadaan.berlaku if b.keadaan else ()
    used = {act.nomor: w for act, w in zip(in_force, measured(b, bahan), strict=False)}
    made = f"Riwayat Berkas {b.seksi.nama} {x.pokok.masa}"
    label = b.keadaan.label if b.keadaan else "Belum Ditugaskan"
    stands = f"keadaan terakhirnya {label.lower()}"
    told = f"tercatat dengan {hitungan(len(acts), 'tindakan')}; {stands}" if acts else "belum ditugaskan"
    return RiwayatBerkas(
        naskah=x.naskah(f"Riwayat Berkas Data Kinerja\n{b.seksi.nama} {x.pokok.masa}", made),
        pembuka=(kalimat(f"Berkas {b.seksi.nama} {x.pokok.masa} {told}."),),
        baris=tuple(_act_row(acts, n, bahan, used.get(act.nomor)) for n, act in enumerate(acts)),
        penandatangan=x.penandatangan(Role.KASUBAG_PERENCANAAN),
    )


def _act_row(acts: tuple[Act, ...], n: int, bahan: Bahan, waktu: Waktu | None) -> BarisRiwayat:
    act = acts[n]
    return BarisRiwayat(
        no=str(n + 1),
        waktu=_moment(act.pada, bahan),
        tindakan=title(act, replay(Jenis.BERKAS, acts[:n])),
        oleh=f"{act.nama}\n{act.jabatan}" if act.jabatan else act.nama,
        peran=act.role.label,
        dipakai=format_lama(waktu.menit) if waktu else "-",
        norma=bahan.revisi.norma[waktu.langkah].label if waktu else "-",
        lewat=waktu is not None and waktu.terlambat,
        sidik=act.hash[:_DIGEST] or "-",
    )


# --- Tanda Terima ----------------------------------------------------------------------------------


def receipt(x: Sumber) -> TandaTerima:
    """The receipt for the report of a seksi; before it is handed over its day stays open for the hand."""
    bahan = x.bahan()
    b = berkas_of(bahan, x.pokok.seksi or "")
    given = b.keadaan.last(Action.HAND_OVER) if b.keadaan else None
    day = format_hari_tanggal(bahan.kalender.local(given.pada)) if given else "." * 40
    return TandaTerima(
        naskah=x.naskah(
            f"Tanda Terima\nLaporan Data Kinerja {b.seksi.nama} {x.pokok.masa}",
            f"Tanda Terima Laporan {b.seksi.nama} {x.pokok.masa}",
            () if given else ("laporan belum diserahkan kepada Kasubag Perencanaan",),
        ),
        pembuka=(kalimat(f"Pada {day} telah diterima dari {b.seksi.nama} berkas {x.pokok.masa} berupa:"),),
        baris=tuple(_received(x, b)),
        penutup=("Tanda terima ini dibuat rangkap dua, masing-masing untuk yang menyerahkan dan yang menerima.",),
        penerima=x.penandatangan(Role.KASUBAG_PERENCANAAN),
        penyerah=x.penandatangan(Role.KASUBAG, b.seksi.kode),
    )


def _received(x: Sumber, b: BerkasSeksi) -> Iterable[BarisTerima]:
    evidence = {piece for i in current_content(b.keadaan).indikator for piece in i.bukti} if b.keadaan else set()
    yield BarisTerima("1", f"Laporan Data Kinerja {b.seksi.nama}", _sheets(x, b, "laporan_seksi"), _version(b))
    yield BarisTerima("2", "Laporan Disposisi", _sheets(x, b, "laporan_disposisi"), _number(x, b, "laporan_disposisi"))
    yield BarisTerima("3", "Bukti dukung", f"{len(evidence)} buah" if evidence else "-", "menurut daftar pada laporan")


def _version(b: BerkasSeksi) -> str:
    if b.salinan is None:
        return "-"
    return f"laporan ke-{b.salinan.nomor}, disetujui {format_tanggal(b.salinan.disetujui)}"


def _sheets(x: Sumber, b: BerkasSeksi, jenis: str) -> str:
    paper = x.unit.papers.current(b.case.id, jenis) if b.case else None
    return f"{paper.halaman} lembar" if paper else ".... lembar"


def _number(x: Sumber, b: BerkasSeksi, jenis: str) -> str:
    paper = x.unit.papers.current(b.case.id, jenis) if b.case else None
    return paper.nomor if paper and paper.nomor else "-"


BERKAS = (
    JenisDokumen("rekap_pengembalian", "Rekap Pengembalian", Golongan.SOP, Per.TRIWULAN, returns),
    JenisDokumen("riwayat_berkas", "Riwayat Berkas", Golongan.SOP, Per.SEKSI, berkas_history, _OF_SEKSI),
    JenisDokumen("tanda_terima", "Tanda Terima", Golongan.SOP, Per.SEKSI, receipt, _OF_SEKSI),
)
