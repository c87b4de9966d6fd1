"""``kinerja impor BUKU.xlsx [--uji]``: a workbook read into the office, or an office made from it."""

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_desktop import messages
from kinerja_desktop.cli import _login, _output
from kinerja_desktop.cli._parser import Subparsers, plan_year
from kinerja_desktop.domain.roles import Role

if TYPE_CHECKING:
    from kinerja_desktop.services.workbook_import import HasilImpor


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("impor", help="baca buku kerja Excel ke dalam data kantor")
    parser.add_argument("buku", metavar="BUKU.xlsx", type=Path, help="buku kerja yang dibaca")
    parser.add_argument("--uji", action="store_true", help="hanya periksa; tidak ada yang disimpan")
    parser.add_argument(
        "--salinan",
        metavar="FILE.xlsx",
        type=Path,
        help="tulis temuan sebagai catatan sel ke salinan ini; berkas asli tidak diubah",
    )
    parser.add_argument("--tahun", type=plan_year, help="tahun isi buku kerja yang susunannya lain")
    _login.add_login(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Import, and tell what became of every row; 3 where faults kept the workbook out.

    The copy with notes is written before anything is stored: where it cannot be, nothing was changed.
    """
    from kinerja_desktop.services import opening

    hasil = _into_office(args) if opening.has_office(args.data) else _new_office(args)
    _tell(hasil, as_json=args.json)
    return 3 if hasil.kesalahan else 0


def _write_notes(args: argparse.Namespace, hasil: "HasilImpor") -> None:
    from kinerja_desktop.services import workbook_notes

    if not args.salinan:
        return
    if not (hasil.kesalahan or hasil.peringatan):
        _output.tell("Tidak ada kesalahan dan peringatan; salinan bercatatan tidak ditulis.")
    else:
        notes = workbook_notes.write_notes(args.buku, args.salinan, hasil)
        _output.tell(f"{notes} catatan ditulis ke salinan {args.salinan}. Berkas asli tidak diubah.")


def _into_office(args: argparse.Namespace) -> "HasilImpor":
    from kinerja_desktop.cli._session import session
    from kinerja_desktop.services import workbook_import, workbook_sources
    from kinerja_desktop.services.context import FreshFor

    with session(args, FreshFor.ROLES) as ctx:
        tata_letak = workbook_sources.known_layout(ctx, args.buku, args.tahun)
        if tata_letak is not None:
            _output.tell(f"Susunan {args.buku.name} sudah dikenal; dibaca sebagai data tahun {tata_letak.tahun}.")
        elif not workbook_sources.is_ours(args.buku):
            _output.tell(_UNKNOWN_SOURCE)
        found = partial(_write_notes, args)
        return workbook_import.import_workbook(ctx, args.buku, uji=args.uji, tata_letak=tata_letak, found=found)


_UNKNOWN_SOURCE = (
    "Susunan buku kerja ini belum dikenal. Cocokkan kolomnya sekali di layar Rencana Kinerja, Impor Buku Kerja; "
    "sesudah itu perintah ini mengenalinya."
)


def _new_office(args: argparse.Namespace) -> "HasilImpor":
    from kinerja_desktop.exchange import lembar_pemulihan
    from kinerja_desktop.services import setup, workbook_first

    planner = (Role.KASUBAG_PERENCANAAN,)
    first = setup.FirstAccount(args.pengguna, _login.read_password(args), peran=planner)
    found = partial(_write_notes, args)
    hasil = workbook_first.import_as_office(args.data, args.buku, first, uji=args.uji, found=found)
    if hasil.tersimpan:
        _output.tell(f"Lembar pemulihan dibuat: {args.data / lembar_pemulihan.NAME}. {_output.SHEET_CARE}")
    return hasil


def _tell(hasil: "HasilImpor", *, as_json: bool) -> None:
    for warning in hasil.peringatan:
        _output.tell(f"Peringatan: {warning}")
    for fault in hasil.kesalahan:
        _output.tell(messages.fault_line(fault))
    if as_json:
        _output.show_json(_document(hasil))
        return
    for row in hasil.perubahan:
        if row.tindakan.value != "tetap":
            _output.show(f"{row.lembar} {row.kunci}: {row.tindakan.value}{f' ({row.uraian})' if row.uraian else ''}")
    done = "sudah disimpan" if hasil.tersimpan else "belum ada yang disimpan"
    year = f"Tahun {hasil.tahun}" if hasil.tahun else "Tahun tidak terbaca"
    _output.show(f"{year}: {hasil.ringkasan}; {done}.")


def _document(hasil: "HasilImpor") -> dict[str, object]:
    from kinerja_desktop.services.workbook_merge import Tindakan

    return {
        "tahun": hasil.tahun,
        "tersimpan": hasil.tersimpan,
        **{tindakan.value: hasil.jumlah(tindakan) for tindakan in Tindakan},
        "perubahan": [
            {"lembar": p.lembar, "kunci": p.kunci, "tindakan": p.tindakan.value, "uraian": p.uraian}
            for p in hasil.perubahan
        ],
        "peringatan": list(map(str, hasil.peringatan)),
        "kesalahan": [_output.as_mapping(fault) for fault in hasil.kesalahan],
    }
