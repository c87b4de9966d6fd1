"""``kinerja bukti``: the evidence of a triwulan as a folder, with its list."""

import argparse
from pathlib import Path

from kinerja_desktop.cli import _login, _output
from kinerja_desktop.cli._parser import Subparsers


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("bukti", help="ekspor bukti dukung satu triwulan beserta daftarnya")
    parser.add_argument("--tahun", type=int, required=True, help="tahun rencana")
    parser.add_argument("--triwulan", type=int, choices=(1, 2, 3, 4), required=True, help="nomor triwulan, 1 sampai 4")
    parser.add_argument(
        "--ke", metavar="FOLDER", type=Path, required=True, help="tempat folder bukti ditulis; dibuat bila belum ada"
    )
    _login.add_login(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the folder; 4 where a file is gone or was changed."""
    from kinerja_desktop.cli._session import session
    from kinerja_desktop.domain.triwulan import Triwulan
    from kinerja_desktop.services import evidence_export, setup
    from kinerja_desktop.services.undoing import whole_or_nothing

    with session(args) as ctx, whole_or_nothing(args.ke):
        setup.make_folder(args.ke)
        done = evidence_export.export(ctx, Triwulan(args.tahun, args.triwulan), args.ke)
    for told in done.tertinggal:
        _output.tell(told)
    if args.json:
        _output.show_json({"folder": str(done.folder), "berkas": done.berkas, "tertinggal": list(done.tertinggal)})
    else:
        _output.show(f"{done.berkas} berkas bukti dan daftarnya ditulis ke {done.folder}.")
    return 4 if done.tertinggal else 0
