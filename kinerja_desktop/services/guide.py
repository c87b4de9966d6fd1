"""The help of the program: its subjects, the search in them, what changed, and all of it on paper.

For everybody, before the log-in too: a subject says how something is done, never what was done. To add a paper: its
object in ``domain.panduan`` and a function below.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from kinerja_desktop import __version__
from kinerja_desktop.domain import petunjuk
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.laporan import Naskah
from kinerja_desktop.domain.panduan import BukuPanduan, LangkahDinding, Lembaran, LembarDinding, PanduanSatuHalaman
from kinerja_desktop.domain.pegawai import Instansi
from kinerja_desktop.domain.petunjuk import Subjek, Temuan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange import petunjuk as texts
from kinerja_desktop.exchange.atomic import naming
from kinerja_desktop.services import settings
from kinerja_desktop.services.context import ALL_ROLES, Context, permits
from kinerja_desktop.services.printing import render, save_file

_NAME = "Kinerja Desktop"
_FOOT = "Batas waktu dihitung dalam jam kerja kantor. Bila terlambat, tugasnya tetap dikerjakan. F1 membuka bantuan."


@dataclass(frozen=True, slots=True)
class Kantor:
    """For whom it is printed: an office with its paper and its limits, or nobody yet."""

    instansi: Instansi = field(default_factory=lambda: Instansi(_NAME, ""))
    kertas: Kertas = Kertas.F4
    batas: texts.Batas = texts.BATAS_SOP


@permits(*ALL_ROLES)
def of_office(ctx: Context) -> Kantor:
    """This office, for the papers below."""
    with ctx.office.store.read() as unit:
        norma = settings.revisions(unit)[-1].norma
        batas = tuple((langkah, one.label) for langkah, one in norma.items())
        return Kantor(settings.instansi(unit), settings.kertas(unit, laporan=True), batas)


# --- on the screen -----------------------------------------------------------------------------


def subjects() -> tuple[Subjek, ...]:
    """Every subject, in the order of the help."""
    return texts.all_subjek()


def subject(kunci: str) -> Subjek:
    """One subject, or the list of changes. Raises KeyError for a name that does not exist."""
    if kunci == changes().kunci:
        return changes()
    return {one.kunci: one for one in subjects()}[kunci]


def changes() -> Subjek:
    """What people notice of each version, newest first."""
    return texts.perubahan()


def search(cari: str) -> tuple[Temuan, ...]:
    """Where every one of these words stands, the best places first."""
    return petunjuk.search(subjects(), cari)


# --- on paper ----------------------------------------------------------------------------------


def subject_pages(kunci: str, kantor: Kantor | None = None) -> bytes:
    """One subject as it is printed from the screen."""
    one = subject(kunci)
    return render(Lembaran(_naskah(one.judul, kantor), (one,)))


def one_page(role: Role, kantor: Kantor | None = None) -> bytes:
    """What a role does, on one page."""
    one = subject(f"peran_{role.value}")
    return render(PanduanSatuHalaman(_naskah(one.judul, kantor), one))


def handbook(role: Role, kantor: Kantor | None = None) -> bytes:
    """All that concerns a role, in the order of the help, with the pages of its own role only."""
    mine = [one for one in subjects() if one.concerns(role)]
    groups = dict.fromkeys(one.kelompok for one in mine)
    bab = tuple((group, tuple(one for one in mine if one.kelompok == group)) for group in groups)
    return render(BukuPanduan(_naskah(f"Buku Panduan {role.label}", kantor), role.label, __version__, bab))


def wall_sheet(kantor: Kantor | None = None) -> bytes:
    """The SOP's steps with this office's limits, to hang on the wall."""
    sop = {one.kunci: one for one in texts.all_subjek((kantor or Kantor()).batas)}["sop"]
    steps = []
    for bagian in sop.bagian:
        name, _, head = bagian.judul.partition(": ")
        if head:
            words = tuple(piece for blok in bagian.blok for piece in blok.isi)
            steps.append(LangkahDinding(name.split()[-1], head[:1].upper() + head[1:], words))
    return render(LembarDinding(_naskah("SOP Pengumpulan Data Kinerja", kantor), tuple(steps), _FOOT))


NAMES: Mapping[str, Callable[..., bytes]] = {"buku-panduan": handbook, "panduan-satu-halaman": one_page}
WALL = "lembar-dinding-sop"
"""How files of these papers begin: what is of a role, and the sheet for all."""


def file_name(paper: str, role: Role | None = None) -> str:
    """Name of the file of a paper: small letters and hyphens."""
    return "-".join((paper, *(() if role is None else (role.value.replace("_", "-"),)))) + ".pdf"


def write_all(folder: Path, roles: Sequence[Role], tell: Callable[[str], None]) -> tuple[Path, ...]:
    """Write the papers of these roles into a folder, which is made. Raises DiskFull, ReadOnlyPlace."""
    made: list[tuple[str, Callable[[], bytes]]] = [
        (file_name(paper, role), partial(write, role)) for role in roles for paper, write in NAMES.items()
    ]
    with naming(folder):
        folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in (*made, (file_name(WALL), wall_sheet)):
        tell(f"Menulis {name}")
        save_file(folder / name, content())
        written.append(folder / name)
    return tuple(written)


def _naskah(judul: str, kantor: Kantor | None) -> Naskah:
    """The frame of a paper without number, date and code: it is no paper of the office."""
    own = kantor or Kantor()
    return Naskah(own.instansi, judul, judul, 0, own.instansi.tempat, None, "", kertas=own.kertas)
