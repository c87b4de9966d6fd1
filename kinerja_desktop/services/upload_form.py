"""The kabupaten's web form as the office described it: read, changed on the screen, every version in the history.

The newest record is the form; there is no table beside the history that could say something else.
"""

from kinerja_desktop.domain.errors import FieldsRefused, IsianSalah, SebabIsian
from kinerja_desktop.domain.frozen import freeze, thaw
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.tanda import hides
from kinerja_desktop.domain.unggah import Berkas, Formulir, Isian, Masa, bawaan
from kinerja_desktop.services import trail
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.settings_declared import KLASIFIKASI
from kinerja_desktop.storage.unit_of_work import Unit

CHANGED: Changes = frozenset({Change.UPLOAD})
_LABEL = 200
_HURUF = (1, 100_000)
_MB = (1, 500)
_WHAT = "Formulir web"


def subject(masa: Masa) -> str:
    """Quarters share one form, years another."""
    return "formulir/tahun" if masa.nomor is None else "formulir/triwulan"


def form_of(unit: Unit, masa: Masa) -> Formulir:
    """The form of a period: as the office set it last, else as it is proposed."""
    newest = unit.journal.records(trail.Kind.UPLOAD.value, subject(masa), limit=1)
    return thaw(Formulir, newest[0].isi["formulir"]) if newest else bawaan(masa)


def version(unit: Unit, masa: Masa) -> int:
    """What a change names as seen."""
    return trail.version(unit, trail.Kind.UPLOAD, subject(masa))


@permits(Role.KASUBAG_PERENCANAAN)
def change_form(ctx: Context, masa: Masa, formulir: Formulir, *, seen: int) -> Changes:
    """Set the form for this and all such periods. Raises FieldsRefused with every wrong line, StaleWrite."""
    wrong = (*_wrong_fields(formulir), *_wrong_files(masa, formulir.berkas))
    if wrong:
        raise FieldsRefused(wrong)
    with ctx.office.store.unit() as unit:
        trail.check_seen(unit, _WHAT, seen, trail.Kind.UPLOAD, subject(masa))
        trail.record(unit, ctx.actor, ctx.now(), trail.Kind.UPLOAD, subject(masa), isi={"formulir": freeze(formulir)})
        unit.commit()
    return CHANGED


def read_limit(line: int, teks: str) -> int | None:
    """The letters that a line takes, None for an empty cell. Raises FieldsRefused."""
    return _whole(f"isian.{line}", f"Batas huruf baris {line}", teks) if teks.strip() else None


def read_size(teks: str) -> int:
    """The largest file in MB. Raises FieldsRefused."""
    return _whole("maks_mb", "Ukuran berkas", teks)


def _whole(kunci: str, label: str, teks: str) -> int:
    plain = teks.strip().replace(".", "")
    if not (plain.isascii() and plain.isdigit()):
        raise FieldsRefused((IsianSalah(kunci, label, SebabIsian.BUKAN_BULAT),))
    return int(plain)


def _wrong_fields(formulir: Formulir) -> tuple[IsianSalah, ...]:
    wrong = [fault for n, isian in enumerate(formulir.isian, 1) for fault in _wrong_field(n, isian)]
    if not _MB[0] <= formulir.maks_mb <= _MB[1]:
        wrong.append(IsianSalah("maks_mb", "Ukuran berkas", SebabIsian.LUAR_BATAS, _MB))
    return tuple(wrong)


def _wrong_field(n: int, isian: Isian) -> list[IsianSalah]:
    wrong = []
    if not isian.label.strip():
        wrong.append(IsianSalah(f"isian.{n}", f"Label baris {n}", SebabIsian.KOSONG))
    if len(isian.label) > _LABEL:
        wrong.append(IsianSalah(f"isian.{n}", f"Label baris {n}", SebabIsian.TERLALU_PANJANG))
    if hides(isian.label):
        wrong.append(IsianSalah(f"isian.{n}", f"Label baris {n}", SebabIsian.TANDA_TERSEMBUNYI))
    if isian.maks is not None and not _HURUF[0] <= isian.maks <= _HURUF[1]:
        wrong.append(IsianSalah(f"isian.{n}", f"Batas huruf baris {n}", SebabIsian.LUAR_BATAS, _HURUF))
    return wrong


def _wrong_files(masa: Masa, berkas: tuple[Berkas, ...]) -> tuple[IsianSalah, ...]:
    names = [one.nama(masa, "X").casefold() for one in berkas]
    found = ((n, _wrong_name(name, names[: n - 1])) for n, name in enumerate(names, 1))
    wrong = [IsianSalah(f"berkas.{n}", f"Nama berkas {n}", sebab) for n, sebab in found if sebab is not None]
    strangers = (n for n, one in enumerate(berkas, 1) if one.jenis not in KLASIFIKASI)
    return (*wrong, *(IsianSalah(f"berkas.{n}", f"Dokumen {n}", SebabIsian.BUKAN_PILIHAN) for n in strangers))


def _wrong_name(name: str, before: list[str]) -> SebabIsian | None:
    if not name:
        return SebabIsian.KOSONG
    if len(name) > _LABEL:
        return SebabIsian.TERLALU_PANJANG
    if hides(name):
        return SebabIsian.TANDA_TERSEMBUNYI
    if "{" in name or "}" in name:
        return SebabIsian.BUKAN_NAMA
    return SebabIsian.GANDA if name in before else None
