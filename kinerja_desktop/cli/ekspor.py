"""``kinerja ekspor BUKU.xlsx``: a year of the office as a workbook that ``impor`` reads back."""

import argparse
from pathlib import Path

from kinerja_desktop.cli import _login, _output
from kinerja_desktop.cli._parser import Subparsers, plan_year


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("ekspor", help="tulis data satu tahun ke buku kerja Excel")
    parser.add_argument("buku", metavar="BUKU.xlsx", type=Path, help="buku kerja yang ditulis")
    parser.add_argument("--tahun", type=plan_year, help="tahun rencana (bawaan: yang terbaru)")
    _login.add_login(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the workbook."""
    from kinerja_desktop.cli._session import session
    from kinerja_desktop.services import workbook_export
    from kinerja_desktop.services.context import FreshFor

    with session(args, FreshFor.EXPORT) as ctx:
        tahun = workbook_export.export_workbook(ctx, args.buku, args.tahun)
    if args.json:
        _output.show_json({"berkas": str(args.buku), "tahun": tahun})
    else:
        _output.show(f"Data tahun {tahun} ditulis ke {args.buku}.")
    return 0
