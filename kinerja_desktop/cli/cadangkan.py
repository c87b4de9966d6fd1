"""``kinerja cadangkan --ke FOLDER``: one whole, checked backup file. No log-in."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_desktop.cli import _output
from kinerja_desktop.cli._parser import Subparsers

if TYPE_CHECKING:
    from kinerja_desktop.services.backup import HasilCadangan


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("cadangkan", help="buat satu cadangan kantor yang sudah diperiksa")
    parser.add_argument("--ke", metavar="FOLDER", type=Path, required=True, help="folder tujuan, misalnya flashdisk")
    parser.add_argument(
        "--apa-adanya", action="store_true", help="tanpa pemeriksaan kantor; hanya atas permintaan pembantu teknis"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Back up, and tell where it lies."""
    from kinerja_desktop.cli._backup_progress import telling
    from kinerja_desktop.cli._session import opened
    from kinerja_desktop.services.backup import back_up, sheet_lying_at
    from kinerja_desktop.services.backup_keys import has_sheet

    with opened(args) as office:
        made = back_up(office, args.ke.absolute(), tick=telling(), apa_adanya=args.apa_adanya)
        lembar = sheet_lying_at(office)
        if lembar is not None:
            _output.tell(f"Lembar pemulihan masih ada di {lembar}. {_output.SHEET_CARE}")
        elif not has_sheet(office):
            _output.tell(_NO_SHEET)
    if args.json:
        _output.show_json(_document(made, lembar))
    else:
        _output.show(f"Selesai dan sudah diperiksa: {made.berkas}")
    return 0


_NO_SHEET = (
    "Kantor ini belum mempunyai lembar pemulihan, jadi cadangan ini hanya terbuka di komputer ini. "
    "Buat lembarnya di tab Cadangan, lalu buat cadangan baru."
)


def _document(made: "HasilCadangan", lembar: Path | None) -> dict[str, object]:
    return {
        "berkas": str(made.berkas),
        "ukuran": made.ukuran,
        "anggota": made.anggota,
        "dibuat": made.dibuat.isoformat(),
        "sampai": made.sampai.isoformat() if made.sampai else None,
        "urut": made.urut,
        "kepala": made.kepala,
        "diperiksa": True,
        "lembar": str(lembar) if lembar else None,
    }
