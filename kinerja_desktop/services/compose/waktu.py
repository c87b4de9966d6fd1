"""How the seksi's reports came about: version used, returns, times of the steps against their norms."""

from collections.abc import Iterable
from datetime import datetime

from kinerja_desktop.domain.laporan import BarisBukti, BarisSeksi, BarisWaktu
from kinerja_desktop.domain.tanggal import format_singkat, format_tanggal
from kinerja_desktop.domain.tenggat import format_lama
from kinerja_desktop.domain.workflow import Action, Langkah, Lintasan, passages
from kinerja_desktop.services.compose.bahan import Bahan, BerkasSeksi

LANGKAH = (Langkah.TUGAS, Langkah.PERINTAH, Langkah.BAHAN, Langkah.LAPORAN, Langkah.PERIKSA)
_MINUTES = (Langkah.TUGAS, Langkah.PERINTAH, Langkah.PERIKSA)


def seksi_rows(bahan: Bahan) -> tuple[BarisSeksi, ...]:
    """One row per seksi of this triwulan."""
    return tuple(_seksi_row(b) for b in bahan.berkas)


def _seksi_row(b: BerkasSeksi) -> BarisSeksi:
    if b.salinan is None or b.keadaan is None:
        label = b.keadaan.label if b.keadaan else "Belum Ditugaskan"
        return BarisSeksi(b.seksi.nama, None, "-", "-", b.keadaan.pengembalian if b.keadaan else 0, label)
    return BarisSeksi(
        b.seksi.nama,
        b.salinan.nomor,
        format_tanggal(b.salinan.disetujui),
        b.salinan.kabid.nama,
        b.keadaan.pengembalian,
        "Disetujui",
    )


def evidence_rows(bahan: Bahan) -> tuple[BarisBukti, ...]:
    """Evidence that the approved reports of this triwulan name."""
    listed = [(b, i.kode, nama) for b in bahan.hadir if b.salinan for i in b.salinan.isi.indikator for nama in i.bukti]
    return tuple(
        BarisBukti(str(n), nama, evidence_kind(nama), kode, b.seksi.nama) for n, (b, kode, nama) in enumerate(listed, 1)
    )


def evidence_kind(nama: str) -> str:
    if nama.startswith(("http://", "https://")):
        return "Tautan"
    _, dot, ending = nama.rpartition(".")
    return f"Berkas {ending.upper()}" if dot and ending.isalnum() and len(ending) <= 4 else "Catatan"


# --- times ---------------------------------------------------------------------------------------


def time_rows(bahan: Bahan) -> tuple[BarisWaktu, ...]:
    """Times of steps 1 to 5 per seksi; step 1 runs from the opening of the day of orders."""
    rows = tuple(_time_row(b, bahan) for b in bahan.berkas if b.keadaan is not None)
    return (_plan_row(bahan), *rows) if rows else ()


def _plan_row(bahan: Bahan) -> BarisWaktu:
    """When each step should be done if every one takes its whole norm."""
    texts, came = [], bahan.mulai
    for langkah in LANGKAH:
        due = bahan.kalender.due(bahan.revisi.norma[langkah], came)
        texts.append("-" if due is None else format_singkat(due))
        came = due or came
    return BarisWaktu("Jadwal", tuple(texts), (False,) * len(LANGKAH), 0, "", jadwal=True)


def _time_row(b: BerkasSeksi, bahan: Bahan) -> BarisWaktu:
    assert b.keadaan is not None
    trail = passages(b.keadaan)
    cells = [_cell(langkah, trail, bahan) for langkah in LANGKAH]
    late = sum(is_late for _, is_late in cells)
    return BarisWaktu(
        seksi=b.seksi.nama,
        langkah=tuple(text for text, _ in cells),
        terlambat=tuple(is_late for _, is_late in cells),
        kembali=b.keadaan.pengembalian,
        hasil="Sesuai norma" if not late else f"{late} langkah lewat",
    )


def _cell(langkah: Langkah, trail: Iterable[Lintasan], bahan: Bahan) -> tuple[str, bool]:
    """The last finished passage of a step in words, and whether any passage of it was late."""
    done = [p for p in trail if p.langkah is langkah and p.selesai is not None]
    if not done:
        return "-", False
    late = any(bahan.kalender.is_late(_due(p, bahan), p.selesai) for p in done if p.selesai)
    last = done[-1]
    assert last.selesai is not None
    if langkah in _MINUTES:
        return format_lama(bahan.kalender.office_minutes_between(last.mulai or bahan.mulai, last.selesai)), late
    return format_singkat(last.selesai), late


def _due(p: Lintasan, bahan: Bahan) -> datetime | None:
    return bahan.kalender.due(bahan.revisi.norma[p.langkah], p.mulai or bahan.mulai)


def approval_days(bahan: Bahan) -> tuple[datetime, ...]:
    """Moments of the approvals that count, in order."""
    acts = (b.keadaan.last(Action.APPROVE) for b in bahan.hadir if b.keadaan is not None)
    return tuple(sorted(a.pada for a in acts if a is not None))
