"""``kinerja periksa-pembaruan FILE``: whether an update is genuine, whole and newer. No log-in, no installing."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_desktop.cli import _output
from kinerja_desktop.cli._parser import Subparsers

if TYPE_CHECKING:
    from kinerja_desktop.services.progress import Tick
    from kinerja_desktop.services.update_package import Pembaruan


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("periksa-pembaruan", help="periksa paket pembaruan dan pemasang di sampingnya")
    parser.add_argument("paket", metavar="FILE", type=Path, help="paket pembaruan (.kpu)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check, and tell what changes and what to do; a refusal is raised."""
    from kinerja_desktop.services.update_package import examine

    found = examine(args.paket.absolute(), _telling())
    if args.json:
        _output.show_json(_document(found))
        return 0
    _output.show(found.putusan)
    for line in found.paket.perubahan:
        _output.show(f"  - {line}")
    _output.show(found.data)
    for number, step in enumerate(found.langkah, 1):
        _output.show(f"{number}. {step}")
    return 0


_STEPS = 4


def _telling() -> "Tick":
    """A watcher that says each quarter of the reading."""
    told: set[int] = set()

    def tell(done: int, total: int, what: str) -> None:
        step = done * _STEPS // total if total else _STEPS
        if step not in told:
            told.add(step)
            _output.tell(f"Membaca pemasang: {what}")

    return tell


def _document(found: "Pembaruan") -> dict[str, object]:
    return {
        "sah": True,
        "versi": found.paket.versi,
        "dari": found.dari,
        "skema": found.paket.skema,
        "menyesuaikan_data": found.menyesuaikan,
        "pemasang": str(found.pemasang),
        "ukuran": found.paket.ukuran,
        "sha256": found.paket.sha256,
        "perubahan": list(found.paket.perubahan),
    }
