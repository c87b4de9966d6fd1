"""``python -m tests.golden.make``: the office of this program's schema, for the programs that come after it.

Run once with a release whose schema is new, on its commit; never again, and nothing it wrote is edited. It replaces the
files of the present schema in this folder; those of older schemas stay as their programs wrote them.
"""

import hashlib
import io
import json
import lzma
import os
import platform
import sqlite3
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from kinerja_desktop import __version__, paths
from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.exchange import lembar_pemulihan
from kinerja_desktop.services import backup, drill, opening, practice_office
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.monitoring_capaian import approved_figures
from kinerja_desktop.storage import high_water
from kinerja_desktop.storage.gate import SCHEMA_VERSION
from tests.disk_office import files_in

HERE = Path(__file__).parent
MOMENT = datetime(2026, 7, 10, 16, tzinfo=Zona.WITA.tzinfo)
"""In the middle of the second triwulan: the first is approved, drafts of the second wait."""

Told = Mapping[str, object]


def make(into: Path, scratch: Path) -> None:
    """Write the five files of the present schema.

    The copy is of an office without the papers of acts: it is packed without compression, and a third as large so.
    """
    name = into / f"skema-{SCHEMA_VERSION}"
    data = _office(scratch / "kantor", papers=True)
    _pack(data, name.with_suffix(".tar.xz"))
    office = opening.open_office(data)
    _write(name.with_suffix(".json"), {"program": __version__, **figures(office)})
    office.store.close()

    lean = _office(scratch / "tanpa-kertas", papers=False)
    sheet = (scratch / "tanpa-kertas" / lembar_pemulihan.NAME).read_text(encoding="utf-8")
    office = opening.open_office(lean)
    made = backup.back_up(office, _new(scratch / "salinan")).berkas
    office.store.close()
    made.replace(name.with_suffix(".kpb"))
    name.with_suffix(".lembar.txt").write_text(sheet, encoding="utf-8")
    stage = _new(scratch / "dibaca")
    words = drill.read_sheet(name.with_suffix(".lembar.txt"))
    drill.unpacked(name.with_suffix(".kpb"), drill.keys_for(name.with_suffix(".kpb"), words), stage, lambda *_: None)
    _write(name.with_suffix(".isi.json"), content(stage))


def figures(office: Office) -> dict[str, object]:
    """Realisasi, capaian and category of every indikator, means and money of Triwulan I."""
    with office.store.read() as unit:
        found = approved_figures(unit, Triwulan(2026, 1))
    assert found is not None
    whole, hasil = found.hasil.ringkasan_sd(1), found.hasil
    return {
        "indikator": {
            one.indikator.kode: [_plain(one.realisasi[0]), _plain(one.at(1).nilai), one.at(1).kategori]
            for one in hasil.indikator
        },
        "sasaran": [_plain(mean.nilai) for mean in whole.sasaran],
        "kantor": _plain(whole.kantor.nilai),
        "anggaran": _plain(hasil.anggaran_sd(1).jumlah.nilai),
    }


def content(data: Path) -> Told:
    """The columns and the digest of each row of every table of a data folder, and the SHA-256 of every file."""
    with closing(sqlite3.connect(data / paths.DATABASE)) as database:
        tables = [n for (n,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        told = {
            table: {
                "kolom": [name for _, name, *_ in database.execute(f"PRAGMA table_info({table})")],
                "baris": sorted(row_digest(row) for row in database.execute(f"SELECT * FROM {table}")),
            }
            for table in tables
            if table != "alembic_version" and not table.startswith("sqlite_")
        }
    files = {name: hashlib.sha256(stored).hexdigest() for name, stored in files_in(data).items()}
    return {"tabel": told, "berkas": files}


def row_digest(row: tuple[object, ...]) -> str:
    """Of one row, short enough for hundreds of them."""
    cells = [cell.hex() if isinstance(cell, bytes) else cell for cell in row]
    return hashlib.sha256(json.dumps(cells, ensure_ascii=False).encode()).hexdigest()[:16]


def _office(folder: Path, *, papers: bool) -> Path:
    practice_office.make(folder, None, lambda _: None, papers=papers, until=MOMENT)
    return folder


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _pack(data: Path, file: Path) -> None:
    """What an office is, in the order of the names; the sheet stays out, and so does what was printed into a folder."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for part in (paths.ARCHIVE, paths.EVIDENCE, paths.DATABASE, high_water.NAME):
            archive.add(data / part, part, filter=_nobody)
    file.write_bytes(lzma.compress(packed.getvalue(), preset=9 | lzma.PRESET_EXTREME))


def _nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without the account of whoever packs."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


def _write(file: Path, told: Told) -> None:
    file.write_text(json.dumps(told, ensure_ascii=False, indent=0), "utf-8")


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


if __name__ == "__main__":
    platform.node = lambda: "PC-KANTOR"  # a copy names its computer
    with tempfile.TemporaryDirectory() as scratch:
        os.environ[paths.KEY_VARIABLE] = str(Path(scratch) / "kunci")
        make(HERE, Path(scratch))
    sys.stdout.write(f"skema-{SCHEMA_VERSION}\n")
