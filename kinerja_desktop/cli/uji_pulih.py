"""``kinerja uji-pulih FILE [--lembar FILE]``: the restore drill; leaves nothing. No log-in."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_desktop.cli import _output
from kinerja_desktop.cli._parser import Subparsers

if TYPE_CHECKING:
    from kinerja_desktop.exchange.manifest import Manifest


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("uji-pulih", help="uji pemulihan sebuah cadangan; tidak ada yang diubah")
    parser.add_argument("cadangan", metavar="FILE", type=Path, help="cadangan yang diuji")
    parser.add_argument("--lembar", metavar="FILE", type=Path, help="lembar pemulihan, bila kuncinya tidak di sini")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Restore into a scratch place and tell what the check found; 4 where it found something."""
    from kinerja_desktop.cli._backup_progress import telling
    from kinerja_desktop.services.drill import drill, read_sheet

    words = None if args.lembar is None else read_sheet(args.lembar)
    result = drill(args.cadangan.absolute(), words, tick=telling())
    for part in result.bagian:
        _output.tell(f"{part.nama}: {part.jumlah} diperiksa")
    for finding in result.temuan:
        _output.tell(f"✕ {finding}")
    if args.json:
        parts = [{"nama": b.nama, "jumlah": b.jumlah, "temuan": len(b.temuan)} for b in result.bagian]
        found = {"utuh": result.utuh, "temuan": list(result.temuan), "bagian": parts}
        _output.show_json({"berkas": str(result.berkas), **found, **facts(result.isi)})
    else:
        _output.show(_sentence(result.isi, utuh=result.utuh))
    return 0 if result.utuh else 4


def facts(isi: "Manifest") -> dict[str, object]:
    """What a backup says of itself, as ``--json`` tells it."""
    return {
        "kantor": isi.kantor_nama,
        "kode": isi.kantor_kode,
        "cakupan": isi.cakupan.value,
        "dibuat": isi.dibuat.isoformat(),
        "sampai": isi.sampai.isoformat() if isi.sampai else None,
        "urut": isi.urut,
        "kepala": isi.kepala,
        "komputer": isi.komputer,
        "program": isi.program,
        "jumlah": dict(isi.jumlah),
    }


def _sentence(isi: "Manifest", *, utuh: bool) -> str:
    from kinerja_desktop.domain.tanggal import format_tanggal, format_waktu

    until = f", memuat data sampai {format_tanggal(isi.sampai)} {format_waktu(isi.sampai)}" if isi.sampai else ""
    verdict = (
        "dapat dipulihkan; tidak ditemukan perubahan" if utuh else "berisi temuan; jangan dipakai sebelum diperiksa"
    )
    return f"Cadangan {isi.kantor_nama}{until}, {verdict}."
