"""Papers about time: Rekap Ketepatan Waktu, Daftar Belum Menyerahkan with the message that goes with it."""

from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.dokumen_sop import BarisBelum, DaftarBelum, RekapWaktu
from kinerja_desktop.domain.isian import Isian
from kinerja_desktop.domain.narasi import Penulis, hitungan, kalimat
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.tanggal import format_hari_tanggal, format_tanggal, format_tanggal_ringkas, format_waktu
from kinerja_desktop.domain.workflow import Langkah
from kinerja_desktop.services.compose.bahan import Bahan, BerkasSeksi
from kinerja_desktop.services.compose.kalimat import date_range
from kinerja_desktop.services.compose.keterlambatan import kept_steps
from kinerja_desktop.services.compose.office.kinds import Golongan, JenisDokumen, Per, Sumber
from kinerja_desktop.services.compose.report_end import ReportEnd
from kinerja_desktop.services.compose.waktu import approval_days, plan, time_rows

MAKS_PESAN = 600
"""Signs of the message to the seksi: what a chat shows without "read more"."""

# --- Rekap Ketepatan Waktu -------------------------------------------------------------------------


def _recap_fields(_: Sumber) -> tuple[Isian, ...]:
    return (
        Isian("sebab", "Sebab keterlambatan", "Dicetak di bawah ikhtisar; kosongkan bila tidak ada.", baris=3),
        Isian("tindak_lanjut", "Tindak lanjut", "Langkah agar triwulan berikutnya tepat waktu.", baris=3),
    )


def punctuality(x: Sumber) -> RekapWaktu:
    """How the steps of a triwulan kept norm and plan; the two are never mixed."""
    bahan = x.bahan()
    sixth = ReportEnd.of_quarter(bahan)
    masa = x.pokok.masa
    return RekapWaktu(
        naskah=x.naskah(
            f"Rekapitulasi Ketepatan Waktu SOP\nPengumpulan Data Kinerja {masa}",
            f"Rekapitulasi Ketepatan Waktu SOP {masa}",
        ),
        pembuka=(" ".join((_began(bahan), _approved(bahan), sixth.sentence())),),
        waktu=time_rows(bahan),
        langkah6=sixth.row(),
        ikhtisar=(_summary(bahan, sixth), *(x.isian[kunci] for kunci in ("sebab", "tindak_lanjut"))),
        penandatangan=x.penandatangan(Role.KASUBAG_PERENCANAAN),
        mengetahui=x.pimpinan,
    )


def _began(bahan: Bahan) -> str:
    word = "dimulai" if bahan.mulai <= bahan.sekarang else "dijadwalkan mulai"
    return kalimat(f"Pengumpulan data {word} pada {format_hari_tanggal(bahan.mulai)}.")


def _approved(bahan: Bahan) -> str:
    days = approval_days(bahan)
    if not days:
        return "Belum ada laporan seksi yang disetujui dan diserahkan."
    count = hitungan(len(days), "laporan seksi")
    first = "Sebanyak " if count[:1].isdigit() else ""
    return kalimat(f"{first}{count} disetujui pada {date_range(days)}.")


def _summary(bahan: Bahan, sixth: ReportEnd) -> str:
    """Told from the cells of the tables, so that anyone can count them again."""
    sentences = (
        *kept_steps(Penulis(bahan.triwulan.tahun), bahan, sixth),
        sixth.late_sentence(),
        *_returned(bahan),
    )
    return " ".join(kalimat(s) for s in sentences if s)


def _returned(bahan: Bahan) -> tuple[str, ...]:
    found = [(b.seksi.nama, b.keadaan.pengembalian) for b in bahan.berkas if b.keadaan and b.keadaan.pengembalian]
    if not found:
        return ()
    told = deretan(f"{seksi} ({hitungan(kali, 'kali')})" for seksi, kali in found)
    return (f"Laporan dikembalikan untuk perbaikan kepada {told}.",)


# --- Daftar Belum Menyerahkan ----------------------------------------------------------------------


def missing_list(x: Sumber) -> DaftarBelum:
    """Which seksi have not handed over, as it stands at this hour."""
    bahan = x.bahan()
    masa = x.pokok.masa
    return DaftarBelum(
        naskah=x.naskah(
            f"Daftar Seksi yang Belum Menyerahkan\nLaporan Data Kinerja {masa}", f"Daftar Belum Menyerahkan {masa}"
        ),
        pembuka=(_standing(bahan),),
        baris=tuple(_missing_row(x, bahan, n, b) for n, b in enumerate(bahan.kurang, 1)),
        penutup=(x.isian["catatan"],),
        penandatangan=x.penandatangan(Role.KASUBAG_PERENCANAAN),
    )


def _missing_fields(_: Sumber) -> tuple[Isian, ...]:
    return (Isian("catatan", "Catatan", "Dicetak di bawah daftar; kosongkan bila tidak ada.", baris=3),)


def _standing(bahan: Bahan) -> str:
    total, left = len(bahan.berkas), len(bahan.kurang)
    hour = f"Keadaan pada {format_hari_tanggal(bahan.sekarang)} pukul {_hour(bahan)}"
    if not left:
        whose = f"seluruh {hitungan(total, 'seksi')}" if total > 1 else "seksi"
        return kalimat(f"{hour}: laporan {whose} telah diserahkan. Tidak ada seksi yang belum menyerahkan.")
    return kalimat(
        f"{hour}: {hitungan(total - left) if total > left else 'belum ada'} dari {hitungan(total, 'seksi')} telah "
        f"menyerahkan laporan. Batas waktu adalah jadwal penyerahan menurut SOP."
    )


def _hour(bahan: Bahan) -> str:
    return f"{format_waktu(bahan.sekarang)} {bahan.kalender.zona.name}"


def _missing_row(x: Sumber, bahan: Bahan, n: int, b: BerkasSeksi) -> BarisBelum:
    due = plan(bahan)[Langkah.PERIKSA]
    late = bahan.kalender.workdays_late(due, bahan.sekarang)
    label = b.keadaan.label if b.keadaan else "Belum Ditugaskan"
    return BarisBelum(
        str(n),
        b.seksi.nama,
        label,
        f"{format_tanggal_ringkas(due)}\n{format_waktu(due)}",
        str(late or "-"),
        _where(x, b),
    )


def _where(x: Sumber, b: BerkasSeksi) -> str:
    """On whose desk the berkas lies, and how often it came back."""
    desk = b.keadaan.desk if b.keadaan else Role.KABID
    if desk is None:
        return "-"
    found = x.pejabat(desk, b.seksi.kode if desk.of_seksi else None)
    times = b.keadaan.pengembalian if b.keadaan else 0
    returned = f"; dikembalikan {hitungan(times, 'kali')}" if times else ""
    return f"Berkas pada {found.jabatan_tercetak if found else desk.label}{returned}"


def reminder(bahan: Bahan) -> str:
    """The message to the seksi, for a chat: thanks before the request, a line per seksi, at most 600 signs."""
    due = plan(bahan)[Langkah.PERIKSA]
    head = f"Yth. Bapak/Ibu Kasi. {_thanks(bahan)}"
    if not bahan.kurang:
        return head
    until = f"{format_tanggal(due)} pukul {format_waktu(due)}"
    passed = bahan.kalender.is_late(due, bahan.sekarang)
    ask = f"Jadwalnya {until}; mohon segera diselesaikan." if passed else f"Mohon diserahkan paling lambat {until}."
    now = f"Sampai {format_tanggal(bahan.sekarang)} pukul {_hour(bahan)} masih ditunggu:"
    room = MAKS_PESAN - len(f"{head}\n{now}\n\n{ask}")
    return "\n".join((head, now, *_fitting([_line(b) for b in bahan.kurang], room), ask))


def _thanks(bahan: Bahan) -> str:
    data = f"data kinerja {bahan.triwulan.label} Tahun {bahan.triwulan.tahun}"
    if bahan.hadir:
        return f"Terima kasih kepada {hitungan(len(bahan.hadir), 'seksi')} yang telah menyerahkan laporan {data}."
    return f"Terima kasih atas kerja samanya mengumpulkan {data}."


def _line(b: BerkasSeksi) -> str:
    return f"- {b.seksi.nama}: {(b.keadaan.label if b.keadaan else 'Belum Ditugaskan').lower()}"


def _fitting(lines: list[str], room: int) -> list[str]:
    """As many lines as there is room for, and how many more there are."""
    for shown in range(len(lines), -1, -1):
        more = [f"- dan {hitungan(len(lines) - shown, 'seksi')} lain"] if shown < len(lines) else []
        kept = [*lines[:shown], *more]
        if len("\n".join(kept)) <= room:
            return kept
    return []


KETEPATAN = (
    JenisDokumen(
        "rekap_waktu", "Rekap Ketepatan Waktu SOP", Golongan.SOP, Per.TRIWULAN, punctuality, isian=_recap_fields
    ),
    JenisDokumen(
        "belum_menyerahkan",
        "Daftar Belum Menyerahkan",
        Golongan.SOP,
        Per.TRIWULAN,
        missing_list,
        isian=_missing_fields,
        pesan=lambda x: reminder(x.bahan()),
    ),
)
