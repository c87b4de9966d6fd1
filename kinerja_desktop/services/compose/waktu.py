"""How the seksi's reports came about: version used, returns, times of the steps against their norms."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

from kinerja_desktop.domain.errors import NotFound
from kinerja_desktop.domain.kalender import Kalender
from kinerja_desktop.domain.ketepatan import Waktu, times
from kinerja_desktop.domain.laporan import BarisSeksi, BarisWaktu
from kinerja_desktop.domain.norma import NormaHariKerja
from kinerja_desktop.domain.tanggal import format_singkat, format_tanggal
from kinerja_desktop.domain.tenggat import format_lama
from kinerja_desktop.domain.workflow import Action, Jenis, Keadaan, Langkah, replay
from kinerja_desktop.services.compose.bahan import Bahan, BerkasSeksi

LANGKAH = (Langkah.TUGAS, Langkah.PERINTAH, Langkah.BAHAN, Langkah.LAPORAN, Langkah.PERIKSA)
Steps: TypeAlias = Mapping[Langkah, Sequence[Waktu]]
"""The passages of each of these steps that are over; none of a step that never was."""


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


# --- times ---------------------------------------------------------------------------------------


def time_rows(bahan: Bahan) -> tuple[BarisWaktu, ...]:
    """Times of steps 1 to 5 per seksi: the norm marks a cell, the plan of the quarter gives the result."""
    jadwal = plan(bahan)
    if not any(b.keadaan for b in bahan.berkas):
        return ()
    return (_plan_row(jadwal), *(_time_row(b, bahan, jadwal) for b in bahan.berkas))


def plan(bahan: Bahan) -> Mapping[Langkah, datetime]:
    """The last moment of each step in days: norms of minutes end on the day on which their file may arrive."""
    kalender, day, ends = bahan.kalender, bahan.mulai.date(), {}
    for langkah in (*LANGKAH, Langkah.LAPORAN_TRIWULAN, Langkah.LAPORAN_TAHUNAN):
        norma = bahan.revisi.norma[langkah]
        day = kalender.add_workdays(day, norma.hari if isinstance(norma, NormaHariKerja) else 0)
        ends[langkah] = kalender.closing(day)
    return ends


def berkas_of(bahan: Bahan, seksi: str) -> BerkasSeksi:
    """The berkas of one seksi. Raises NotFound for a seksi that reports nothing this year."""
    found = next((b for b in bahan.berkas if b.seksi.kode == seksi), None)
    if found is None:
        raise NotFound("Seksi", seksi)
    return found


def measured(b: BerkasSeksi, bahan: Bahan) -> tuple[Waktu, ...]:
    """Every passage of a seksi's berkas against its norm; step 1 runs from the opening of the day of orders."""
    return times(_keadaan(b), bahan.revisi.norma, bahan.kalender, bahan.sekarang, bahan.mulai)


def _keadaan(b: BerkasSeksi) -> Keadaan:
    """The state of a berkas; that of one which nobody ordered where none is stored."""
    return b.keadaan or replay(Jenis.BERKAS, ())


def _plan_row(jadwal: Mapping[Langkah, datetime]) -> BarisWaktu:
    cells = tuple(format_singkat(jadwal[langkah]) for langkah in LANGKAH)
    return BarisWaktu("Jadwal paling lambat", cells, (False,) * len(LANGKAH), 0, "", jadwal=True)


def _time_row(b: BerkasSeksi, bahan: Bahan, jadwal: Mapping[Langkah, datetime]) -> BarisWaktu:
    keadaan = _keadaan(b)
    steps = _finished(measured(b, bahan))
    cells = [_cell(steps[langkah], bahan.kalender) for langkah in LANGKAH]
    approved = keadaan.last(Action.APPROVE)
    late = approved is not None and bahan.kalender.is_late(jadwal[Langkah.PERIKSA], approved.pada)
    return BarisWaktu(
        seksi=b.seksi.nama,
        langkah=tuple(text for text, _ in cells),
        terlambat=tuple(is_late for _, is_late in cells),
        kembali=keadaan.pengembalian,
        hasil="belum selesai" if approved is None else against_plan(bahan, jadwal[Langkah.PERIKSA], approved.pada),
        lewat=late,
    )


def finished_steps(bahan: Bahan) -> tuple[tuple[str, Steps], ...]:
    """What the cells of the table of times tell, by name of seksi."""
    return tuple((b.seksi.nama, _finished(measured(b, bahan))) for b in bahan.berkas)


def _finished(passages: Iterable[Waktu]) -> Steps:
    done = [w for w in passages if w.selesai is not None]
    return {langkah: tuple(w for w in done if w.langkah is langkah) for langkah in LANGKAH}


def _cell(found: Sequence[Waktu], kalender: Kalender) -> tuple[str, bool]:
    """When a step was finished last, and whether any passage of it was late."""
    if not found:
        return "-", False
    last = found[-1].selesai
    assert last is not None
    return format_singkat(kalender.local(last)), any(w.terlambat for w in found)


def against_plan(bahan: Bahan, jadwal: datetime, selesai: datetime) -> str:
    """A finish against the plan: "tepat waktu", "terlambat 1 hari", "terlambat 20 menit" on the day itself."""
    if not bahan.kalender.is_late(jadwal, selesai):
        return "tepat waktu"
    return f"terlambat {late_words(bahan.kalender, jadwal, selesai).removesuffix(' kerja')}"


def late_words(kalender: Kalender, batas: datetime, selesai: datetime) -> str:
    """How long after a limit: "2 hari kerja", or on the day itself "1 jam 20 menit"."""
    days = kalender.workdays_late(batas, selesai)
    passed = kalender.local(selesai) - kalender.local(batas)
    return f"{days} hari kerja" if days else format_lama(int(passed.total_seconds()) // 60)


def approval_days(bahan: Bahan) -> tuple[datetime, ...]:
    """Moments of the approvals that count, in order."""
    acts = (b.keadaan.last(Action.APPROVE) for b in bahan.hadir if b.keadaan is not None)
    return tuple(sorted(a.pada for a in acts if a is not None))
