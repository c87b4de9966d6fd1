"""A copy of a workbook with everything that its trial found, each at its cell; the file itself stays as it is."""

from pathlib import Path

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.workbook_import import HasilImpor

_SUFFIX = " - catatan"


def proposed(path: Path) -> Path:
    """Where the copy goes unless another place is chosen: beside the file."""
    return path.with_name(f"{path.stem}{_SUFFIX}.xlsx")


@permits(Role.KASUBAG_PERENCANAAN)
def save_notes(_ctx: Context, path: Path, target: Path, hasil: HasilImpor) -> int:
    """Write the copy; returns how many notes it carries. Raises what ``write_notes`` raises."""
    return write_notes(path, target, hasil)


def write_notes(path: Path, target: Path, hasil: HasilImpor) -> int:
    """Write a copy of ``path`` with the faults and warnings of its trial.

    Raises FileRefused where ``target`` is the file itself or no copy can be made of it, and the faults of the disk.
    """
    from kinerja_desktop.exchange import catatan_sel

    catatan_sel.write_notes(path, target, hasil.kesalahan, hasil.peringatan, _heads(path, hasil))
    return len(hasil.kesalahan) + len(hasil.peringatan)


def _heads(path: Path, hasil: HasilImpor) -> tuple[str, ...]:
    faults, odd = len(hasil.kesalahan), len(hasil.peringatan)
    rows = f" {hasil.ringkasan}." if hasil.perubahan else ""
    return (
        f"Hasil pemeriksaan {path.name}",
        f"{faults} kesalahan, {odd} peringatan.{rows}",
        "Perbaiki sel yang bertanda merah, simpan, lalu periksa lagi. Sel bertanda kuning dibaca apa adanya."
        if faults
        else "Tidak ada kesalahan. Sel bertanda kuning dibaca apa adanya; periksa sekali lagi.",
    )
