"""A large workbook taken in, against openpyxl reading the cells of the same file; and a trial full of faults.

Times are those of the processor alone, so that a busy machine changes them little; each is the least of some rounds, in
which openpyxl and the import take turns. openpyxl reads in its ordinary way, and streaming (``read_only``), which skips
nothing either.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.indikator import Indikator, Rencana, Riwayat, Target
from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.domain.pegawai import Instansi, Pegawai
from kinerja_desktop.domain.realisasi import RealisasiTahun
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange.buku_kinerja import tulis
from kinerja_desktop.services import auth, setup, workbook_import
from kinerja_desktop.services.clock import SystemClock
from kinerja_desktop.services.context import Context
from tests.benchmark.office import SEKSI

INDIKATOR, TAHUN, YEARS, FAULTS = 1000, 2026, 5, 500
ROUNDS = 5
_FIRST = setup.FirstAccount("rahma", "ayam jago di pagar")


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds of the processor."""

    sel: int
    openpyxl: float
    openpyxl_alir: float
    uji: float
    terap: float
    salah: float
    jumlah_salah: int


def measure() -> Measured:
    """Everything, on one file and offices made for it."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        good, bad = folder / "besar.xlsx", folder / "salah.xlsx"
        tulis(large(), good)
        tulis(replace(large(), realisasi=()), bad)
        spoil(bad)
        rounds = [_round(folder / f"{n}", good) for n in range(ROUNDS)]
        whole, streamed = (min(column) for column in list(zip(*rounds, strict=True))[:2])
        ctx = office(folder / "salah")
        faulty = least(lambda: workbook_import.check_workbook(ctx, bad))
        found = len(workbook_import.check_workbook(ctx, bad).hasil.kesalahan)
        ctx.office.store.close()
        trial, applied = min((taken for _, _, taken in rounds), key=sum)
        return Measured(cells(good), whole, streamed, trial, applied, faulty, found)


def report() -> Iterator[str]:
    """The lines of this part."""
    found = measure()
    ours = found.uji + found.terap
    yield f"\nimport of {INDIKATOR} indikator with {YEARS} years of history, {found.sel} cells, processor time"
    yield f"trial {found.uji:.0f} ms, then applied {found.terap:.0f} ms: {ours:.0f} ms"
    yield f"openpyxl reading those cells: {found.openpyxl:.0f} ms, import {ours / found.openpyxl:.2f} x"
    yield f"openpyxl streaming them: {found.openpyxl_alir:.0f} ms, import {ours / found.openpyxl_alir:.2f} x"
    yield f"trial of {INDIKATOR * YEARS} rows with {found.jumlah_salah} faults: {found.salah:.0f} ms"


# --- the workbook ----------------------------------------------------------------------------------


def large() -> BukuKinerja:
    """The plan of a year with the target and realisasi of the five years before, and two quarters of figures."""
    indikator = tuple(map(_indikator, range(INDIKATOR)))
    earlier = range(TAHUN - YEARS, TAHUN)
    history = (Riwayat(i.kode, y, Decimal(90), Decimal(f"{80 + n % 15}.{n % 9}5")) for n, i in enumerate(indikator)
               for y in earlier)  # fmt: skip
    return BukuKinerja(
        Instansi("Kecamatan Kelara", "Kabupaten Jeneponto", "Sulawesi Selatan"),
        Rencana(TAHUN, indikator, riwayat=tuple(history)),
        realisasi=tuple(RealisasiTahun(i.kode, (Decimal(79), Decimal("84.25"), None, None)) for i in indikator),
        seksi=SEKSI,
    )


def _indikator(n: int) -> Indikator:
    return Indikator(
        f"{n // 50 + 1}.{n % 50 + 1}",
        f"Persentase kegiatan ke-{n} yang terlaksana sesuai dengan rencana kerja kecamatan",
        sasaran=f"Meningkatnya mutu pekerjaan kelompok {n % 12 + 1}",
        satuan="%",
        target=Target(Decimal(90 + n % 10), (Decimal(80), Decimal(85), Decimal("87.5"), Decimal(90 + n % 10))),
        seksi=SEKSI[n % len(SEKSI)].kode,
        definisi=f"Bagian kegiatan ke-{n} yang selesai pada waktunya",
        formulasi="jumlah terlaksana dibagi jumlah direncanakan kali 100",
        sumber_data=f"Laporan kegiatan {SEKSI[n % len(SEKSI)].nama}",
        frekuensi="triwulanan",
        penanggung_jawab="Kepala Seksi",
    )


def spoil(path: Path) -> None:
    """Make every tenth row of Riwayat unreadable."""
    book = load_workbook(path)
    for row in range(2, 2 + INDIKATOR * YEARS, INDIKATOR * YEARS // FAULTS):
        book["Riwayat"].cell(row, 4, "delapan puluh")
    book.save(path)


# --- measuring -------------------------------------------------------------------------------------


def cells(path: Path, *, read_only: bool = False) -> int:
    """Every cell of a workbook read by openpyxl; how many hold something."""
    book = load_workbook(path, data_only=True, read_only=read_only)
    rows = (row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True))
    return sum(value is not None for row in rows for value in row)


def _round(folder: Path, path: Path) -> tuple[float, float, tuple[float, float]]:
    """Both in turn, so that what slows the machine for a while slows both."""
    whole, streamed = clocked(lambda: cells(path)), clocked(lambda: cells(path, read_only=True))
    return whole, streamed, take_in(folder, path)


def take_in(folder: Path, path: Path) -> tuple[float, float]:
    """The trial and the import of a workbook in a new office on the disk."""
    ctx = office(folder)
    before = time.process_time()
    checked = workbook_import.check_workbook(ctx, path)
    between = time.process_time()
    done = workbook_import.apply_workbook(ctx, checked)
    after = time.process_time()
    assert done.tersimpan
    assert done.perubahan == checked.hasil.perubahan
    ctx.office.store.close()
    return (between - before) * 1000, (after - between) * 1000


def office(folder: Path) -> Context:
    """An office without a plan, and its planner."""
    clock = SystemClock(Zona.WITA.tzinfo)
    people = (Pegawai("Rahma Teladan, S.E.", "Kasubag Perencanaan", (Role.KASUBAG_PERENCANAAN,), pengguna="rahma"),)
    buku = BukuKinerja(Instansi("Kecamatan Kelara", "Kabupaten Jeneponto"), Rencana(TAHUN, ()), pegawai=people)
    made = setup.create_office(folder, buku, [_FIRST], clock=clock, latihan=True)
    with made.store.read() as unit:
        account = unit.accounts.by_pengguna("rahma")
        assert account is not None
        actors = auth.actors_of(unit, account.pegawai_id, clock.now().date())
    return Context(made, replace(actors[0], role=Role.KASUBAG_PERENCANAAN))


def least(act: Callable[[], object]) -> float:
    """Milliseconds of the processor for an act, the least of some rounds."""
    return min(clocked(act) for _ in range(ROUNDS))


def clocked(act: Callable[[], object]) -> float:
    """Milliseconds of the processor for an act, done once."""
    before = time.process_time()
    act()
    return (time.process_time() - before) * 1000
