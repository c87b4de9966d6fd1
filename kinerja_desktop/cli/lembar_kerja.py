"""``kinerja lembar-kerja --ke FILE`` and ``--baca FILE``: the Lembar Kerja as a workbook, taken along and read back."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_desktop import messages
from kinerja_desktop.cli import _login, _output
from kinerja_desktop.cli._parser import Subparsers
from kinerja_desktop.domain.errors import NoConflict, NoSheetWaits

if TYPE_CHECKING:
    from kinerja_desktop.services.context import Context
    from kinerja_desktop.services.worksheet import HasilLembar, Ubahan


_ALL = "SEMUA"


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("lembar-kerja", help="tulis lembar kerja analis ke Excel, atau baca kembali")
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--ke", metavar="FILE.xlsx", type=Path, help="buku kerja yang ditulis")
    way.add_argument("--baca", metavar="FILE.xlsx", type=Path, help="buku kerja yang dibaca ke dalam draf")
    parser.add_argument("--tahun", type=int, help="tahun disposisi (bawaan: yang paling mendesak)")
    parser.add_argument("--triwulan", type=int, choices=(1, 2, 3, 4), help="triwulan disposisi")
    parser.add_argument("--uji", action="store_true", help="hanya periksa; tidak ada yang disimpan")
    parser.add_argument(
        "--pakai-excel",
        metavar="SEL",
        nargs="+",
        default=[],
        help="sel yang berubah di layar dan di Excel, tetapi isinya diambil dari Excel; «semua» untuk semuanya",
    )
    parser.add_argument("--salinan", metavar="FILE.xlsx", type=Path, help="salinan dengan catatan di sel yang salah")
    _login.add_login(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write or read; 3 where the workbook has faults, and then nothing was changed."""
    from kinerja_desktop.cli._session import session

    with session(args) as ctx:
        return _write(ctx, args) if args.ke is not None else _read(ctx, args)


def _write(ctx: "Context", args: argparse.Namespace) -> int:
    from kinerja_desktop.services import worksheet

    found = (t for t in worksheet.waiting(ctx) if args.tahun in (None, t.tahun) and _in_quarter(t.triwulan, args))
    tugas = next(found, None)
    if tugas is None or tugas.case_id is None or tugas.triwulan is None:
        raise NoSheetWaits
    worksheet.export_worksheet(ctx, tugas.case_id, args.ke)
    if args.json:
        _output.show_json({"berkas": str(args.ke), "tahun": tugas.tahun, "triwulan": tugas.triwulan.nomor})
    else:
        _output.show(f"Lembar kerja {tugas.triwulan.label_tahun} ditulis ke {args.ke}.")
    return 0


def _in_quarter(triwulan: object, args: argparse.Namespace) -> bool:
    return args.triwulan in (None, getattr(triwulan, "nomor", None))


def _read(ctx: "Context", args: argparse.Namespace) -> int:
    from kinerja_desktop.services import worksheet

    hasil = worksheet.read_worksheet(ctx, worksheet.case_of(ctx, args.baca), args.baca)
    if args.salinan is not None:
        worksheet.note_copy(args.baca, args.salinan, (*hasil.kesalahan, *hasil.peringatan))
    chosen = _chosen(hasil, args.pakai_excel)
    saved = not hasil.kesalahan and not args.uji
    if saved:
        worksheet.apply_worksheet(ctx, hasil, {one.kunci for one in chosen})
    _tell(hasil, chosen, saved=saved, as_json=args.json)
    return 3 if hasil.kesalahan else 0


def _chosen(hasil: "HasilLembar", named: list[str]) -> list["Ubahan"]:
    """The conflicts that the workbook wins. Raises NoConflict for a cell that is none."""
    bentrok = {one.sel: one for one in hasil.bentrok}
    cells = [cell.upper() for cell in named]
    if _ALL in cells:
        return list(bentrok.values())
    wrong = next((cell for cell in cells if cell not in bentrok), None)
    if wrong is not None and not hasil.kesalahan:
        raise NoConflict(wrong, tuple(bentrok))
    return [bentrok[cell] for cell in cells if cell in bentrok]


def _tell(hasil: "HasilLembar", chosen: list["Ubahan"], *, saved: bool, as_json: bool) -> None:
    for warning in hasil.peringatan:
        _output.tell(f"Peringatan: {messages.fault_line(warning)}")
    for fault in hasil.kesalahan:
        _output.tell(messages.fault_line(fault))
    if as_json:
        _output.show_json(_document(hasil, chosen, saved=saved))
        return
    for one in hasil.ubahan:
        won = "isi Excel dipakai" if one in chosen else "isi layar tetap"
        both = f" (di layar juga berubah; {won})" if one.bentrok else ""
        _output.show(
            f"{one.sel} {one.kode} {one.bagian.label}: {one.layar or 'kosong'} → {one.excel or 'kosong'}{both}"
        )
    if len(hasil.bentrok) > len(chosen):
        _output.tell("Untuk memakai isi Excel pada sel yang juga berubah di layar: --pakai-excel SEL, atau semua.")
    _output.show(f"{hasil.ringkasan}; {'sudah disimpan ke draf' if saved else 'belum ada yang disimpan'}.")


def _document(hasil: "HasilLembar", chosen: list["Ubahan"], *, saved: bool) -> dict[str, object]:
    return {
        "berkas": hasil.berkas,
        "tersimpan": saved,
        "ringkasan": hasil.ringkasan,
        "ubahan": [_row(one) | {"dipakai": not one.bentrok or one in chosen} for one in hasil.ubahan],
        "peringatan": [_output.as_mapping(one) for one in hasil.peringatan],
        "kesalahan": [_output.as_mapping(one) for one in hasil.kesalahan],
    }


def _row(one: "Ubahan") -> dict[str, object]:
    return {
        "sel": one.sel,
        "kode": one.kode,
        "isian": one.bagian.value,
        "layar": one.layar,
        "excel": one.excel,
        "bentrok": one.bentrok,
    }
