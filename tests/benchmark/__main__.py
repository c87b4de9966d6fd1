"""Runs everything, or some parts, once and prints ratios: ``python -m tests.benchmark [--hanya BAGIAN ...]``.

Starts run in turn, so that a busy minute of the machine meets all of them; medians are printed. Absolute times are
those of this machine, ratios are what counts. The programs that are measured keep and use compiled modules, as an
installed program does, whatever this shell says: the warm-up compiles them.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from kinerja_desktop import paths

YEARS = (1, 5, 20)
KINDS = ("kosong", "masuk", "kotak")
PARTS = ("awal", "kerja", "tempel", "kertas", "impor", "detak")

Found = Mapping[str, float]


def main() -> int:
    """Make what is missing, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("--putaran", type=int, default=5, help="starts of each kind (default: %(default)s)")
    parser.add_argument("--bungkus", type=Path, help="a bundle, dist/kinerja-desktop, whose start is measured too")
    parser.add_argument("--hanya", nargs="+", choices=PARTS, default=PARTS, help="these parts alone")
    asked = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    os.environ[paths.KEY_VARIABLE] = str(Path(tempfile.gettempdir()) / "kinerja-tolok-ukur-kunci")
    from tests.benchmark.office import office_of, one_sheet_office

    folders = {years: office_of(years) for years in YEARS}
    for line in report(asked.hanya, folders, one_sheet_office(), asked.putaran):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    if asked.bungkus is not None:
        sys.stdout.write(bundle_start(asked.bungkus, folders[max(folders)], asked.putaran) + "\n")
    return 0


def report(parts: Sequence[str], folders: Mapping[int, Path], one_sheet: Path, rounds: int) -> Iterator[str]:
    """All lines of the parts, as each is measured."""
    from tests.benchmark import imports

    lines: Mapping[str, Callable[[], Iterator[str]]] = {
        "awal": lambda: starts(folders, rounds),
        "kerja": lambda: acts(folders, rounds),
        "tempel": lambda: blocks(one_sheet, rounds),
        "kertas": lambda: papers(rounds),
        "impor": imports.report,
        "detak": lambda: beats(folders[max(folders)]),
    }
    yield "Office: 8 seksi, 60 indikator. Medians; ratios within this run."
    for part in PARTS:
        if part in parts:
            yield from lines[part]()


# --- starts ----------------------------------------------------------------------------------------


def starts(folders: Mapping[int, Path], rounds: int) -> Iterator[str]:
    """The window against an empty one."""
    empty, found = _starts(folders, rounds)
    base, least = empty["dilukis"], empty["puncak"]
    yield f"\nempty PySide6 window, painted: {base:.0f} ms, resident {empty['kini']:.0f} MB, peak {least:.0f} MB"
    yield "years  log-in painted  inbox usable (password check apart)  resident with inbox  peak"
    for years, (login, inbox) in found.items():
        usable = inbox["kotak_siap"] - inbox["sandi"]
        yield (
            f"{years:5}  {login['dilukis'] / base:5.2f} x {login['dilukis']:4.0f} ms"
            f"  {usable / base:5.2f} x {usable:5.0f} ms  ({inbox['sandi']:.0f} ms)"
            f"  {inbox['kini'] / empty['kini']:16.2f} x {inbox['kini']:4.0f} MB  {inbox['puncak'] / least:.2f} x"
        )


def _starts(folders: Mapping[int, Path], rounds: int) -> tuple[Found, Mapping[int, tuple[Found, Found]]]:
    raw: dict[tuple[str, int], list[Found]] = defaultdict(list)
    for number in range(rounds + 1):
        for kind, years in [("kosong", 1), *((k, y) for y in folders for k in KINDS[1:])]:
            once = child(kind, folders[years])
            if number:  # the first round warms up the disk and compiles
                raw[kind, years].append(once)
    return _medians(raw["kosong", 1]), {
        years: (_medians(raw["masuk", years]), _medians(raw["kotak", years])) for years in folders
    }


def bundle_start(bundle: Path, folder: Path, rounds: int) -> str:
    """The window of the bundle against that of the checkout, as the screen sees them."""
    from tests.benchmark import bundle as bundles

    found = bundles.measure(bundle, folder, rounds)
    times = f"{found.bungkus:.0f} to {found.sumber:.0f} ms"
    return f"\nlog-in window on the screen, bundle to source: {found.bungkus / found.sumber:.2f} x  {times}"


# --- single acts -----------------------------------------------------------------------------------


def acts(folders: Mapping[int, Path], rounds: int) -> Iterator[str]:
    """What a person waits for inside the window, over the years."""
    turns = [
        {years: child("kerja", folder) | child("isian", folder) for years, folder in folders.items()}
        for _ in range(max(1, rounds // 2))
    ]
    found = {years: _medians(turn[years] for turn in turns) for years in folders}
    first, last = min(folders), max(folders)
    yield f"\n{'act, painted':28}" + "".join(f"{years:>5} years" for years in folders) + f"   {last} to {first}"
    for name in found[first]:
        if " " in name:
            times = "".join(f"{found[years][name]:8.0f} ms" for years in folders)
            yield f"{name:28}{times}   {found[last][name] / found[first][name]:.2f} x"


def blocks(folder: Path, rounds: int) -> Iterator[str]:
    """A block pasted into a Lembar Kerja of 60 rows, painted and kept."""
    found = _medians(child("tempel", folder) for _ in range(max(1, rounds // 2)))
    yield f"\n{'block into 60 rows, kept':28}"
    yield from (f"{name:28}{found[name]:8.0f} ms" for name in found if " " in name)


def beats(folder: Path) -> Iterator[str]:
    """How long the window is away at most while long work is done beside it."""
    from tests.benchmark import heartbeat

    busy = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    yield f"\nlargest gap in the life of the window, wanted at most {heartbeat.LIMIT_MS} ms; {busy}"
    for one in heartbeat.measure(folder, child):
        yield f"{one.karya:28}{one.celah:8.0f} ms  ({one.kerja:.0f} ms own work; in all {one.lama:.0f} ms)"


# --- papers ----------------------------------------------------------------------------------------


def papers(rounds: int) -> Iterator[str]:
    """Both reports against ReportLab alone; a whole LKjIP against LibreOffice, in the preview and on a printer."""
    from tests.benchmark import reports

    yield "\nreport against ReportLab building the bare flowables, wanted 1.30 x (pages; PDF/A step, wanted 0.50 x)"
    for years in (1, 20):
        for one in reports.measure(years):
            yield (
                f"{years:5} years  {one.nama:40} {one.tata_letak / one.polos:.2f} x"
                f"  {one.tata_letak:.0f} to {one.polos:.0f} ms"
                f"  ({one.halaman} pages; PDF/A {one.arsip:.0f} ms, {one.arsip / one.polos:.2f} x)"
            )
    whole = reports.against_office_suite()
    yield f"\nLKjIP of {whole.halaman} pages to a PDF/A file: {whole.kami:.0f} ms; to a DOCX file: {whole.docx:.0f} ms"
    if whole.libreoffice is not None:
        longer = whole.libreoffice / whole.kami
        yield f"LibreOffice, that DOCX file to PDF: {whole.libreoffice:.0f} ms, {longer:.2f} x as long, wanted 2.00 x"
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder) / "lkjip.pdf"
        paper.write_bytes(whole.berkas)
        shown = _medians(child("pratinjau", paper) for _ in range(max(1, rounds // 2)))
        printed = child("cetak", paper)
    yield f"page 1 of it in the preview: {shown['halaman_1']:.0f} ms after the file is ready, wanted 150 ms"
    yield (
        f"printed at 300 dpi: {printed['halaman']:.0f} pages, the picture of one {printed['gambar']:.0f} MB; peak"
        f" after page 1 {printed['puncak_1']:.0f} MB, after all {printed['puncak_semua']:.0f} MB; wanted: no page more"
    )


# --- helpers ---------------------------------------------------------------------------------------


def child(kind: str, folder: Path) -> dict[str, float]:
    """One start; what it found."""
    command = [sys.executable, "-m", "tests.benchmark.child", kind, str(time.monotonic()), str(folder)]
    installed = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=installed)
    if not done.stdout:
        raise SystemExit(f"{kind}: {done.stderr}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _medians(found: Iterable[Found]) -> dict[str, float]:
    every = list(found)
    return {name: median(one[name] for one in every) for name in every[0]}


if __name__ == "__main__":
    sys.exit(main())
