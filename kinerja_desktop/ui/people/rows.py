"""What the list of people shows: columns, words for roles and dates, what a filter finds."""

from collections.abc import Mapping

from kinerja_desktop.domain.huruf import sought
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.tanggal import format_tanggal, format_tanggal_singkat
from kinerja_desktop.services.people import PegawaiView
from kinerja_desktop.ui.widgets.listing import ListColumn

BY_SEKSI = Mapping[str, str]
"""Names of seksi by kode."""


def roles_of(pegawai: Pegawai) -> str:
    """«Kabid, Camat»."""
    return ", ".join(role.label for role in pegawai.peran) or "tanpa peran"


def in_force(pegawai: Pegawai) -> str:
    """«sejak 1 Juli 2026», «1 Juli 2026 – 31 Desember 2026», «tanpa batas»."""
    begin, end = (None if day is None else format_tanggal(day) for day in (pegawai.mulai, pegawai.sampai))
    if begin and end:
        return f"{begin} – {end}"
    if end:
        return f"sampai {end}"
    return f"sejak {begin}" if begin else "tanpa batas"


def _briefly(view: PegawaiView) -> str:
    person = view.pegawai
    days = [f"{format_tanggal_singkat(day)} {day.year}" if day else "…" for day in (person.mulai, person.sampai)]
    span = " – ".join(days) if person.mulai or person.sampai else "tanpa batas"
    return f"○ ditutup, {span}" if view.ditutup else span


def columns(names: BY_SEKSI) -> tuple[ListColumn[PegawaiView], ...]:
    """Jabatan and seksi share the spare room; the rest is as wide as its words."""

    def unit(view: PegawaiView) -> str:
        return names.get(view.pegawai.seksi or "", "")

    return (
        ListColumn("Nama", lambda v: v.pegawai.nama, 200),
        ListColumn("Jabatan", lambda v: v.pegawai.jabatan_tercetak),
        ListColumn("Seksi", unit),
        ListColumn("Peran", lambda v: roles_of(v.pegawai), 150),
        ListColumn("Berlaku", _briefly, 130, order=lambda v: str(v.pegawai.sampai or "9999")),
        ListColumn("Akun", lambda v: v.pengguna or "belum ada", 90),
    )


def found(view: PegawaiView, needle: str) -> bool:
    """Whether a filter finds somebody by name, jabatan, role or account."""
    person = view.pegawai
    words = (person.nama, person.jabatan_tercetak, roles_of(person), view.pengguna or "", person.seksi or "")
    return sought(needle.strip()) in sought(" ".join(words))
