"""``kinerja verifikasi KODE`` or ``verifikasi FILE.pdf``: whether a paper is ours, the last one, and unchanged."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_desktop import messages
from kinerja_desktop.cli import _output
from kinerja_desktop.cli._parser import Subparsers
from kinerja_desktop.domain.errors import FileMissing

if TYPE_CHECKING:
    from kinerja_desktop.services.context import Office
    from kinerja_desktop.services.verification import Hasil


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("verifikasi", help="periksa kode pada kertas atau sebuah PDF")
    parser.add_argument("dokumen", metavar="KODE|FILE.pdf", help="kode pada kertas, atau berkas PDF atau foto kertas")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Answer in a word and a sentence for each paper on it; 4 unless all of them are sah or digantikan."""
    from kinerja_desktop.cli._session import opened

    with opened(args) as office:
        hasil = _ask(office, args.dokumen)
    if args.json:
        _output.show_json(_document(hasil))
    else:
        for one in hasil.semua:
            _output.show(f"{one.putusan.value.upper()}  {_told(one)}")
            for name, value in one.angka:
                _output.show(f"  {name}: {value}")
    return 0 if all(one.putusan.baik for one in hasil.semua) else 4


def _ask(office: "Office", dokumen: str) -> "Hasil":
    from kinerja_desktop.services import verification

    path = Path(dokumen)
    if path.suffix.lower() != ".pdf" and not path.is_file():
        return verification.verify_kode(office, dokumen)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise FileMissing(str(path)) from error
    return verification.verify_file(office, content)


def _told(hasil: "Hasil") -> str:
    return messages.sentence(hasil.salah) if hasil.salah is not None else hasil.kalimat


def _document(hasil: "Hasil") -> dict[str, object]:
    paper = hasil.paper
    return {
        "status": hasil.putusan.value.lower(),
        "keterangan": _told(hasil),
        "kode": hasil.kode,
        "posisi": list(hasil.salah.posisi) if hasil.salah is not None else None,
        "dokumen": None
        if paper is None
        else {
            "jenis": paper.jenis,
            "judul": paper.judul,
            "tahun": paper.tahun,
            "triwulan": paper.triwulan,
            "nomor": paper.nomor,
            "versi": paper.versi,
            "tanggal": paper.tanggal.isoformat() if paper.tanggal else None,
        },
        "angka": dict(hasil.angka),
        "pengganti": hasil.pengganti.versi if hasil.pengganti is not None else None,
        "lain": [_document(one) for one in hasil.lain],
    }
