"""``kinerja panduan --ke FOLDER``: the handbooks, the guides of one page and the sheet for the wall as PDF."""

import argparse
from pathlib import Path

from kinerja_desktop.cli import _output
from kinerja_desktop.cli._parser import Subparsers
from kinerja_desktop.domain.roles import Role


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("panduan", help="tulis buku panduan, panduan satu halaman, dan lembar dinding")
    parser.add_argument("--ke", metavar="FOLDER", type=Path, required=True, help="folder tujuan")
    parser.add_argument("--peran", choices=[role.value for role in Role], help="hanya untuk peran ini")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write them; they are of no office."""
    from kinerja_desktop.services import guide

    roles = [role for role in Role if args.peran in (None, role.value)]
    written = guide.write_all(args.ke, roles, _output.tell)
    if args.json:
        _output.show_json({"berkas": [str(file) for file in written]})
    else:
        _output.show(f"{len(written)} berkas ditulis ke {args.ke}")
    return 0
