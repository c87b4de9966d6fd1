"""Lateness told in sentences, of a triwulan and of a year.

Steps are counted from the cells of the tables of times, so that anyone can count them again; the norm judges a step,
the plan the end of a report, and the two are never mixed. The wording stands in ``domain.narasi``.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.ketepatan import Waktu
from kinerja_desktop.domain.narasi import Penulis, Pola, hitungan, kalimat, sederet
from kinerja_desktop.domain.numerals import format_persen
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.domain.workflow import Action, Langkah
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.report_end import ReportEnd, spelled
from kinerja_desktop.services.compose.waktu import LANGKAH, Steps, finished_steps, late_words, plan

NAMED = 3
"""More late seksi than these are counted, not named."""


def quarter_lateness(bahan: Bahan) -> tuple[str, ...]:
    """Steps against their norm, reports against the plan, what was typed about it; nothing before the first order."""
    penulis = Penulis(bahan.triwulan.tahun)
    first = (*kept_steps(penulis, bahan), *_late_reports(penulis, [bahan]))
    return _paragraphs(first, [bahan])


def year_lateness(bahan: Bahan) -> tuple[str, ...]:
    """The same over the four triwulan, and how their reports kept the plan; ``bahan`` is that of TW IV."""
    penulis, quarters = Penulis(bahan.triwulan.tahun), (*bahan.sebelum, bahan)
    found = [_counted(finished_steps(quarter)) for quarter in quarters]
    done, late = (sum(pair[place] for pair in found) for place in (0, 1))
    where = [(quarter.triwulan.label, n) for quarter, (_, n) in zip(quarters, found, strict=True) if n]
    first = (
        _kept(penulis, f"tahun {bahan.triwulan.tahun}", done, late),
        *((_where(penulis, where),) if where and done > late else ()),
        *_late_reports(penulis, quarters),
        *_late_ends(penulis, quarters),
    )
    return _paragraphs(first, quarters)


def _paragraphs(told: Iterable[str], quarters: Sequence[Bahan]) -> tuple[str, ...]:
    if not any(b.keadaan for quarter in quarters for b in quarter.berkas):
        return ()
    causes = (kalimat(quarter.sebab_lambat) for quarter in quarters if quarter.sebab_lambat)
    return (" ".join(told), *causes)


def kept_steps(penulis: Penulis, bahan: Bahan, sixth: ReportEnd | None = None) -> Iterator[str]:
    """How the steps of a triwulan kept their norm, with step 6 where it is given; then a sentence for each late one."""
    steps = finished_steps(bahan)
    done, late = _counted(steps)
    if sixth is not None:
        done, late = done + (sixth.selesai is not None), late + sixth.late
    yield _kept(penulis, bahan.triwulan.label, done, late)
    yield from _late_steps(penulis, bahan, steps)


def _counted(steps: Sequence[tuple[str, Steps]]) -> tuple[int, int]:
    """Steps 1 to 5 that are finished, and those of them that passed their norm."""
    cells = [cell for _, of_seksi in steps for cell in of_seksi.values() if cell]
    return len(cells), sum(any(w.terlambat for w in cell) for cell in cells)


def _kept(penulis: Penulis, masa: str, done: int, late: int) -> str:
    """How many steps of a period kept their norm."""
    n, tepat, lambat = sederet(done, done - late, late)
    facts = {"masa": masa, "jumlah": n, "tepat": tepat, "lambat": lambat}
    if not done:
        return penulis.tulis(Pola.LANGKAH_BELUM, masa, **facts)
    if not late:
        return penulis.tulis(Pola.LANGKAH_TEPAT, masa, **facts)
    if done == late:
        return penulis.tulis(Pola.LANGKAH_LAMBAT_SEMUA, masa, **facts)
    share = format_persen(Decimal(100 * (done - late)) / done)
    return penulis.tulis(Pola.LANGKAH_DIHITUNG, masa, persen=share, **facts)


def _late_steps(penulis: Penulis, bahan: Bahan, steps: Sequence[tuple[str, Steps]]) -> Iterator[str]:
    """A sentence for each step that passed its norm: in which seksi and by how much."""
    for langkah in LANGKAH:
        late = [(nama, lama) for nama, of_seksi in steps if (lama := _lateness(of_seksi[langkah], bahan))]
        if len(late) > NAMED:
            seksi = hitungan(len(late), "seksi")
            yield penulis.tulis(Pola.LANGKAH_LAMBAT_BANYAK, langkah.value, n=langkah.value, seksi=seksi)
        elif len(late) == 1:
            ((seksi, lama),) = late
            yield penulis.tulis(Pola.LANGKAH_LAMBAT, langkah.value, n=langkah.value, seksi=seksi, lama=spelled(lama))
        elif late:
            told = deretan(f"{seksi} ({spelled(lama)})" for seksi, lama in late)
            yield penulis.tulis(Pola.LANGKAH_LAMBAT_DI, langkah.value, n=langkah.value, seksi=told)


def _lateness(passages: Iterable[Waktu], bahan: Bahan) -> str:
    late = [w for w in passages if w.terlambat]
    words = [late_words(bahan.kalender, w.batas, w.selesai) for w in late if w.batas and w.selesai]
    return words[-1] if words else ""


def _where(penulis: Penulis, found: Iterable[tuple[str, int]]) -> str:
    told = deretan(f"{label} ({hitungan(n, 'langkah')})" for label, n in found)
    return penulis.tulis(Pola.LANGKAH_LAMBAT_PADA, "setahun", masa=told)


def _late_reports(penulis: Penulis, quarters: Sequence[Bahan]) -> Iterator[str]:
    """Reports of seksi that were approved after the day of the plan."""
    late = [told for quarter in quarters for told in _after_plan(quarter, named=len(quarters) > 1)]
    if len(late) > NAMED:
        yield penulis.tulis(Pola.SERAH_LAMBAT_BANYAK, "serah", Jumlah=hitungan(len(late), "laporan seksi"))
        return
    for siapa, tanggal, lama, batas in late:
        yield penulis.tulis(Pola.SERAH_LAMBAT, siapa, siapa=siapa, tanggal=tanggal, lama=spelled(lama), batas=batas)


def _after_plan(bahan: Bahan, *, named: bool) -> Iterator[tuple[str, str, str, str]]:
    """Whose report, when it was approved, how long after the plan, and the plan's day."""
    due = plan(bahan)[Langkah.PERIKSA]
    for b in bahan.berkas:
        approved = b.keadaan.last(Action.APPROVE) if b.keadaan else None
        if approved is not None and bahan.kalender.is_late(due, approved.pada):
            when = format_tanggal(bahan.kalender.local(approved.pada))
            of = f" {bahan.triwulan.label}" if named else ""
            yield b.seksi.nama + of, when, late_words(bahan.kalender, due, approved.pada), format_tanggal(due)


def _late_ends(penulis: Penulis, quarters: Iterable[Bahan]) -> Iterator[str]:
    """How the Laporan Triwulan kept the plan."""
    ends = [ReportEnd.of_quarter(quarter) for quarter in quarters]
    late = [end for end in ends if end.after_plan]
    open_ = [end.nama for end in ends if end.selesai is None]
    for end in late:
        facts = {"nama": end.nama, "lama": spelled(end.after_plan), "batas": format_tanggal(end.jadwal)}
        yield penulis.tulis(Pola.LAPORAN_LAMBAT, end.nama, **facts)
    if open_:
        yield penulis.tulis(Pola.LAPORAN_BELUM, "laporan", nama=deretan(open_))
    elif not late:
        yield penulis.tulis(Pola.LAPORAN_TEPAT, "laporan")
