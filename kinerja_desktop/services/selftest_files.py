"""Parts of the self-test: what the office hands to others as files, and what it takes in from them.

Each is a function that yields one `Langkah` for each thing it did, and has its place in `carried`.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kinerja_desktop.domain.errors import UpdateDamaged
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import (
    collection,
    evidence,
    full_export,
    lke_packet,
    update_package,
    workbook_import,
    worksheet,
)
from kinerja_desktop.services.context import Context, FreshFor, Office
from kinerja_desktop.services.practice_stage import confirm
from kinerja_desktop.services.selftest_step import Langkah, acting
from kinerja_desktop.services.update_package import Terpasang


def carried(office: Office, place: Path, tahun: int, workbook: Path) -> Iterator[Langkah]:
    """All of them, into files below ``place``; ``workbook`` is the one that the office was made of."""
    analis, case_id = _ordered(office)
    planner = next(acting(office, Role.KASUBAG_PERENCANAAN))
    yield _worksheet(analis, case_id, place / "lembar-kerja.xlsx")
    yield _evidence(analis, case_id, place)
    yield _trial(planner, workbook)
    yield _packet(planner, tahun, place)
    yield _full(planner, place / "ekspor-lengkap")
    yield _update(place)


def _ordered(office: Office) -> tuple[Context, str]:
    """An analyst on whose desk an order lies, and its berkas."""
    waiting = ((ctx, task.case_id) for ctx in acting(office, Role.ANALIS) for task in worksheet.waiting(ctx))
    return next((ctx, case_id) for ctx, case_id in waiting if case_id is not None)


def _worksheet(ctx: Context, case_id: str, file: Path) -> Langkah:
    worksheet.export_worksheet(ctx, case_id, file)
    found = worksheet.read_worksheet(ctx, case_id, file)
    same = not found.ubahan and not found.kesalahan and worksheet.case_of(ctx, file) == case_id
    told = "diekspor dan dibaca kembali tanpa perubahan" if same else "yang dibaca kembali bukan yang diekspor"
    return Langkah("Lembar Kerja Excel", told, same)


def _evidence(ctx: Context, case_id: str, place: Path) -> Langkah:
    """A page and a photo are taken in, named by a draft, and opened again."""
    from kinerja_desktop.documents.bukti_contoh import desk_photo, register_page

    today = ctx.today()
    made = {
        "register.pdf": register_page("Register", [("Permohonan", "1")]),
        "foto.jpg": desk_photo("Register", ["Permohonan: 1"], today),
    }
    for name, content in made.items():
        (place / name).write_bytes(content)
    kept = tuple(evidence.add_file(ctx, place / name) for name in made)
    view = collection.load(ctx, case_id)
    row = view.isi.of(next(iter(view.sel)))
    collection.save_draft(ctx, case_id, [replace(row, bukti=kept)], seen=view.versi_draf)
    size = sum(len(evidence.open_file(ctx, case_id, one)) for one in kept)
    same = size == sum(one.ukuran for one in kept)
    return Langkah("Bukti dukung", f"{len(kept)} berkas disimpan dan dibuka kembali", same)


def _trial(ctx: Context, workbook: Path) -> Langkah:
    found = workbook_import.check_workbook(ctx, workbook).hasil
    told = str(found.kesalahan[0].sebab) if found.kesalahan else f"dicoba: {found.ringkasan}"
    return Langkah("Impor buku kerja", told, not found.kesalahan)


def _packet(ctx: Context, tahun: int, place: Path) -> Langkah:
    made = lke_packet.write_packet(ctx, tahun, place)
    return Langkah("Paket Bukti LKE", f"{made.berkas} berkas ditulis dan dibaca ulang", made.berkas > 0)


def _full(ctx: Context, target: Path) -> Langkah:
    confirm(ctx, FreshFor.EXPORT)
    made = full_export.export_all(ctx, target)
    told = f"rusak: {', '.join(made.rusak)}" if made.rusak else f"{made.tabel} tabel dan {made.berkas} berkas"
    return Langkah("Ekspor lengkap", told, not made.rusak)


def _update(place: Path) -> Langkah:
    """A release signed with a key of its own is taken, and refused once a byte of its installer has changed."""
    from kinerja_desktop.exchange import paket_pembaruan as packages

    secret, public = packages.new_keys()
    installer = place / "pasang-swauji.exe"
    installer.write_bytes(b"MZ swauji")
    paket = packages.describe(installer, "1.1.0", 1, ["Swauji."])
    file = packages.write(place, paket, packages.read_key(secret, packages.SECRET))
    here = Terpasang("1.0.0", 1, packages.read_key(public, packages.PUBLIC))
    taken = update_package.examine(file, here=here).paket == paket
    installer.write_bytes(b"MZ swaujj")
    told = f"ditandatangani, dibaca, dan yang diubah ditolak; kunci rilis program ini: {update_package.key_told()}"
    return Langkah("Paket pembaruan", told, taken and _is_refused(file, here))


def _is_refused(file: Path, here: Terpasang) -> bool:
    try:
        update_package.examine(file, here=here)
    except UpdateDamaged:
        return True
    return False
