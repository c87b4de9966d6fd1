"""The evaluator's sheet as data: ``resources/lke``, one file per regulation.

To follow a new regulation: one more file of the same shape, and its name in ``_BERLAKU``. Which of our papers serve a
criterion stands in that file, beside it.
"""

import json
from functools import cache
from typing import Any, Final

from kinerja_desktop import paths
from kinerja_desktop.domain.dokumen_lke import KatalogLke, Komponen, Kriteria, SubKomponen

_BERLAKU: Final = "permenpanrb-88-2021.json"


@cache
def katalog() -> KatalogLke:
    """The sheet in force."""
    data: dict[str, Any] = json.loads(paths.resource("lke", _BERLAKU).read_text(encoding="utf-8"))
    return KatalogLke(
        peraturan=data["peraturan"],
        sumber=tuple(data["sumber"]),
        komponen=tuple(map(_komponen, data["komponen"])),
        folder=tuple((folder["nama"], tuple(folder["jenis"])) for folder in data["folder"]),
    )


def _komponen(data: dict[str, Any]) -> Komponen:
    return Komponen(data["nomor"], data["nama"], data["bobot"], tuple(map(_sub, data["sub"])))


def _sub(data: dict[str, Any]) -> SubKomponen:
    """Criteria are numbered within their part: «2.a.3»."""
    found = enumerate(data["kriteria"], 1)
    kriteria = tuple(Kriteria(f"{data['nomor']}.{n}", k["teks"], tuple(k["jenis"]), k["luar"]) for n, k in found)
    return SubKomponen(data["nomor"], data["nama"], data["bobot"], kriteria)
