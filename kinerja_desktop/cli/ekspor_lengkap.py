"""``kinerja ekspor-lengkap --ke FOLDER``: everything of the office as JSON, CSV and files."""

import argparse
from pathlib import Path

from kinerja_desktop.cli import _login, _output
from kinerja_desktop.cli._parser import Subparsers


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("ekspor-lengkap", help="tulis seluruh data dan berkas kantor dalam bentuk terbuka")
    parser.add_argument("--ke", metavar="FOLDER", type=Path, required=True, help="folder baru atau kosong")
    _login.add_login(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the folder, and tell what is in it."""
    from kinerja_desktop.cli._session import session
    from kinerja_desktop.services import full_export
    from kinerja_desktop.services.context import FreshFor

    with session(args, FreshFor.EXPORT) as ctx:
        made = full_export.export_all(ctx, args.ke.absolute(), tick=_tell)
    for name in made.rusak:
        _output.tell(f"Berkas {name} ikut diekspor, tetapi isinya berubah sejak disimpan. Jalankan kinerja periksa.")
    if args.json:
        _output.show_json(
            {
                "folder": str(made.folder),
                "tabel": made.tabel,
                "baris": made.baris,
                "berkas": made.berkas,
                "ukuran": made.ukuran,
                "rusak": list(made.rusak),
            }
        )
    else:
        _output.show(f"Selesai: {made.tabel} tabel, {made.baris} baris, {made.berkas} berkas di {made.folder}.")
        _output.show("Folder ini memuat nama dan NIP pegawai. Simpan di tempat terkunci.")
    return 0


def _tell(n: int, total: int, what: str) -> None:
    """The first file and every hundredth: a long list of files is no news."""
    if what.startswith("tabel") or n % 100 == 0:
        _output.tell(f"{n} dari {total}: {what}")
