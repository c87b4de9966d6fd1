"""What a row of a workbook says or changes, in the words of the screens, as lists of an import show it.

Pure. A field that is not called by its own name with blanks: a line in ``_LABELS``.
"""

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from datetime import date
from decimal import Decimal
from enum import Enum

from kinerja_desktop.domain.indikator import Target
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.tanggal import format_tanggal

_LABELS = {
    "iku": "IKU",
    "nip": "NIP",
    "bukti_wajib": "bukti dukung wajib",
    "target_renstra": "target akhir Renstra",
    "tahun_renstra": "tahun akhir Renstra",
    "pembanding": "angka pembanding",
    "komponen_pembilang": "pembilang",
    "komponen_penyebut": "penyebut",
    "komponen_faktor": "hasil bagi",
    "aksi": "rencana aksi",
    "diimpor": "dari impor",
    "pengguna": "nama pengguna",
}
_BY_QUARTER = ("triwulan", "realisasi", "aksi")
_ROMAWI = ("I", "II", "III", "IV")
_NOTHING = (None, "", ())


def difference(old: object, new: object) -> str:
    """What differs, each as "satuan: orang → surat"."""
    before, after = dict(_parts(old)), dict(_parts(new))
    changed = (name for name in before | after if before.get(name) != after.get(name))
    return "; ".join(f"{name}: {in_words(before.get(name))} → {in_words(after.get(name))}" for name in changed)


def content(row: object) -> str:
    """What a new row says, each as "satuan: orang": everything but its kode that is not as it is by itself."""
    said = (f for f in fields(row) if f.name != "kode" and not _is_unsaid(f, getattr(row, f.name)))  # type: ignore[arg-type]  # rows are dataclasses
    leaves = (leaf for f in said for leaf in _leaves(f.name, _label(f.name), getattr(row, f.name)))
    return "; ".join(f"{name}: {in_words(value)}" for name, value in leaves if value not in _NOTHING)


def _is_unsaid(where: Field[object], value: object) -> bool:
    by_itself = where.default if where.default_factory is MISSING else where.default_factory()
    return value in (*_NOTHING, by_itself)


def _parts(row: object) -> Iterator[tuple[str, object]]:
    for f in fields(row):  # type: ignore[arg-type]  # rows are dataclasses
        yield from _leaves(f.name, _label(f.name), getattr(row, f.name))


def _leaves(name: str, label: str, value: object) -> Iterator[tuple[str, object]]:
    """A field, or each quarter of one that is kept by quarter, each target of a changed plan."""
    if isinstance(value, Target):
        yield f"{label} tahun", value.tahun
        yield from _leaves("triwulan", label, value.triwulan)
    elif isinstance(value, tuple) and name in _BY_QUARTER:
        yield from ((f"{label} TW {tw}", part) for tw, part in zip(_ROMAWI, value, strict=True))
    elif isinstance(value, tuple) and name == "target":
        for kode, target in value:
            yield from _leaves(name, f"{label} {kode}", target)
    else:
        yield label, value


def _label(name: str) -> str:
    return _LABELS.get(name, name.replace("_", " "))


def in_words(value: object) -> str:
    """A value for a list: figures and days in Indonesian form, absent ones as "kosong"."""
    match value:
        case None | "" | ():
            words = "kosong"
        case bool():
            words = "ya" if value else "tidak"
        case Decimal():
            words = format_angka(value)
        case date():
            words = format_tanggal(value)
        case Enum():
            words = str(getattr(value, "label", value.value))
        case tuple():
            words = ", ".join(map(in_words, value))
        case _:
            words = str(value)
    return words
