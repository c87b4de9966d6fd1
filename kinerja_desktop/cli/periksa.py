"""``kinerja periksa``: whether the office is still what was written into it. No log-in, nothing is changed."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_desktop.cli import _output
from kinerja_desktop.cli._parser import Subparsers

if TYPE_CHECKING:
    from kinerja_desktop.domain.segel import Jangkar

_NAMES = "Temuan dapat memuat nama pegawai dan nama berkas bukti; tidak memuat angka kinerja, NIP, atau sandi."
"""Said to whoever passes the answer on; `kinerja info` names nobody."""
_NOTHING = "Tidak ditemukan perubahan"


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("periksa", help="periksa keutuhan data kantor")
    parser.add_argument(
        "--jangkar",
        metavar="TANDA|BERKAS",
        action="append",
        default=[],
        help="bandingkan riwayat dengan tanda pada kertas (350:9F3A…) atau cadangan",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check everything and tell; 4 where a difference was found, 0 also where only warnings are told."""
    from kinerja_desktop.cli._session import opened
    from kinerja_desktop.services import program_files
    from kinerja_desktop.services.integrity import examine

    jangkar = [_anchor(given) for given in args.jangkar]
    with opened(args) as office:
        result = examine(office, lambda part, number: _output.tell(f"{part}: {number} diperiksa"), jangkar)
    for finding in result.temuan:
        _output.tell(f"✕ {finding}")
    program = program_files.examine(program_files.installed())
    warnings = (*result.peringatan, *([program.kalimat] if program and program.kalimat else []))
    for warning in warnings:
        _output.tell(f"! {warning}")
    if args.json:
        _output.show_json(
            {
                "utuh": result.utuh,
                "peringatan": list(result.peringatan),
                "temuan": list(result.temuan),
                "diketahui": list(result.diketahui),
                "batas": result.batas,
                "memuat": _NAMES,
                "bagian": [{"nama": b.nama, "jumlah": b.jumlah, "temuan": len(b.temuan)} for b in result.bagian],
            }
        )
    elif result.utuh:
        _output.show(_good(len(result.diketahui), len(warnings)))
    else:
        _output.show(f"{len(result.temuan)} temuan. Jangan ubah apa pun; hubungi pembantu teknis.")
    if not args.json:
        _output.show(result.batas)
    return 0 if result.utuh else 4


def _good(known: int, warnings: int) -> str:
    """Nothing new was found; a warning proves nothing, so it is no failure, but the last word does not hide it."""
    found = f"Tidak ditemukan perubahan baru; {known} temuan lama sudah diterima Admin" if known else _NOTHING
    return f"{found}, tetapi ada {warnings} peringatan di atas yang perlu ditelusuri." if warnings else f"{found}."


def _anchor(given: str) -> "Jangkar":
    """A mark as it is typed from a paper, or a copy. Raises FileMissing for anything else."""
    from kinerja_desktop.domain.segel import read_jangkar
    from kinerja_desktop.services.anchors import of_file

    return read_jangkar(given, "Tanda pada kertas") or of_file(Path(given))
