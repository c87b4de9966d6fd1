"""``kinerja contoh --ke FOLDER [--buku BUKU.xlsx]``: a practice office with its whole year and all its papers."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_desktop.cli import _output
from kinerja_desktop.cli._parser import Subparsers

if TYPE_CHECKING:
    from kinerja_desktop.services.practice_office import KantorLatihan


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("contoh", help="buat kantor latihan, jalankan setahun penuh, cetak semua dokumen")
    parser.add_argument("--ke", metavar="FOLDER", type=Path, required=True, help="folder kantor latihan")
    parser.add_argument("--buku", metavar="BUKU.xlsx", type=Path, help="buku kerja (bawaan: contoh yang tersedia)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make it and tell what was made and who may log in."""
    from kinerja_desktop.services import practice_office

    made = practice_office.make(args.ke.expanduser().absolute(), args.buku, _output.tell)
    for warning in made.peringatan:
        _output.tell(f"Peringatan: {warning}")
    if args.json:
        _output.show_json(_document(made))
    else:
        _output.show(_text(made))
    return 0


def _text(made: "KantorLatihan") -> str:
    lines = [
        f"Kantor latihan {made.nama}, tahun {made.tahun}, ada di {made.folder}.",
        f"Dokumen: {len(made.dokumen)} berkas di {made.folder / 'dokumen'}.",
        f"Lembar pemulihan: {made.lembar}.",
        "",
        "Masuk untuk latihan (pengguna, sandi, nama, jabatan, peran):",
        *(f"  {m.pengguna}  {m.sandi}  {m.nama}, {m.jabatan} ({', '.join(m.peran)})" for m in made.masuk),
        "",
        f'Buka dengan: kinerja-desktop --data "{made.folder}"',
    ]
    return "\n".join(lines)


def _document(made: "KantorLatihan") -> dict[str, object]:
    return {
        "folder": str(made.folder),
        "instansi": made.nama,
        "tahun": made.tahun,
        "jam": made.jam.isoformat(),
        "dokumen": [str(path) for path in made.dokumen],
        "lembar_pemulihan": str(made.lembar),
        "masuk": [
            {"pengguna": m.pengguna, "sandi": m.sandi, "nama": m.nama, "jabatan": m.jabatan, "peran": list(m.peran)}
            for m in made.masuk
        ],
        "peringatan": list(made.peringatan),
    }
