"""``kinerja periksa``: whether the office is still what was written into it. No log-in, nothing is changed."""

import argparse

from kinerja_desktop.cli import _output
from kinerja_desktop.cli._parser import Subparsers


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("periksa", help="periksa keutuhan data kantor")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check everything and tell; 4 where a difference was found."""
    from kinerja_desktop.cli._session import opened
    from kinerja_desktop.services.integrity import examine

    with opened(args) as office:
        result = examine(office, lambda part, number: _output.tell(f"{part}: {number} diperiksa"))
    for finding in result.temuan:
        _output.tell(f"✕ {finding}")
    if args.json:
        _output.show_json(
            {
                "utuh": result.utuh,
                "temuan": list(result.temuan),
                "bagian": [{"nama": b.nama, "jumlah": b.jumlah, "temuan": len(b.temuan)} for b in result.bagian],
            }
        )
    elif result.utuh:
        _output.show("Tidak ditemukan perubahan.")
    else:
        _output.show(f"{len(result.temuan)} temuan. Jangan ubah apa pun; hubungi pembantu teknis.")
    return 0 if result.utuh else 4
