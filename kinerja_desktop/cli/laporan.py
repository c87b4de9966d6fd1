"""``kinerja laporan triwulan|tahunan``: a report as a file, fixed as it was filed, else with the mark DRAF."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_desktop.cli import _login, _output
from kinerja_desktop.cli._parser import Parser, Subparsers, plan_year

if TYPE_CHECKING:
    from kinerja_desktop.services.context import Context
    from kinerja_desktop.services.reports import LaporanView

FORMATS = ("pdf", "docx", "xlsx")


def register(subparsers: Subparsers) -> None:
    """Declare the command with its two kinds."""
    parser = subparsers.add_parser("laporan", help="buat berkas Laporan Triwulan atau LKjIP")
    kinds = parser.add_subparsers(title="Jenis", metavar="triwulan|tahunan", dest="jenis", required=True)
    quarter = kinds.add_parser("triwulan", help="Laporan Triwulan")
    quarter.add_argument("--triwulan", type=int, choices=(1, 2, 3, 4), required=True, help="nomor triwulan, 1 sampai 4")
    year = kinds.add_parser("tahunan", help="Laporan Kinerja tahunan (LKjIP)")
    for one in (quarter, year):
        _add_common(one)


def _add_common(parser: Parser) -> None:
    parser.add_argument("--tahun", type=plan_year, required=True, help="tahun laporan")
    parser.add_argument("--format", choices=FORMATS, required=True, help="bentuk berkas")
    parser.add_argument("--keluaran", metavar="FILE", type=Path, required=True, help="berkas yang ditulis")
    _login.add_login(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Render the report, write it whole or not at all, and tell what it still lacks."""
    from kinerja_desktop.cli._session import session
    from kinerja_desktop.exchange.atomic import write_bytes

    with session(args) as ctx:
        content, view = _made(ctx, args)
    write_bytes(args.keluaran, content)
    fixed = view.dokumen is not None
    for gap in () if fixed else view.kurang:
        _output.tell(f"Belum lengkap: {gap}")
    if args.json:
        document = {"berkas": str(args.keluaran), "keadaan": view.label, "draf": not fixed, "kurang": list(view.kurang)}
        _output.show_json(document)
    else:
        _output.show(f"{args.keluaran} ditulis{'' if fixed else ' sebagai DRAF'}; keadaan laporan: {view.label}.")
    return 0


def _made(ctx: "Context", args: argparse.Namespace) -> "tuple[bytes, LaporanView]":
    from kinerja_desktop.domain.triwulan import Triwulan
    from kinerja_desktop.services import annual, quarterly
    from kinerja_desktop.services.printing import Format

    fmt = Format(args.format)
    if args.jenis == "tahunan":
        return annual.export(ctx, args.tahun, fmt), annual.load(ctx, args.tahun)
    triwulan = Triwulan(args.tahun, args.triwulan)
    return quarterly.export(ctx, triwulan, fmt), quarterly.load(ctx, triwulan)
