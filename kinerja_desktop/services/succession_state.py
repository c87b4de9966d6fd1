"""What goes over when one official takes over another's post: open tasks, copies, keys, settings, accounts.

Reading alone; the act is ``succession``, the paper ``compose.succession``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kinerja_desktop.domain.pegawai import Pegawai, Penugasan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.tanggal import format_tanggal, format_waktu
from kinerja_desktop.domain.tenggat import Kelompok
from kinerja_desktop.exchange.lembar_pemulihan import mark_of
from kinerja_desktop.services import auth, backup_sheet, backup_status, holding, settings, trail
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.desk import Desks, Item, read_desks
from kinerja_desktop.services.drill import TRIED
from kinerja_desktop.services.inbox import whose
from kinerja_desktop.services.settings import SettingView
from kinerja_desktop.services.settings_declared import Ragam
from kinerja_desktop.services.task_words import plain_title
from kinerja_desktop.storage.unit_of_work import Unit


@dataclass(frozen=True, slots=True)
class Serah:
    """What was chosen. ``lama`` is the post (a row of Pengguna), ``baru`` a row of who takes it over from ``mulai`` on.

    ``pengguna`` is the name of the account to open where he has none; ``lembar`` says that a recovery sheet goes
    from hand to hand; ``dasar`` is the decree or order in the office's own words.
    """

    lama: str
    baru: str
    mulai: date
    penugasan: Penugasan = Penugasan.DEFINITIF
    pengguna: str = ""
    dasar: str = ""
    lembar: bool = False


@dataclass(frozen=True, slots=True)
class TugasSerah:
    """A task that waits for the post; ``batas`` in words, with a remark where it has passed."""

    tugas: str
    masa: str
    batas: str


@dataclass(frozen=True, slots=True)
class UjiTerakhir:
    """The last drill of a copy, and whether it could be restored whole."""

    pada: datetime
    utuh: bool


@dataclass(frozen=True, slots=True)
class KeadaanSerah:
    """How things stand on the day. ``usb`` is the last copy on a flashdisk, ``berubah``: something changed after it.

    ``lembar`` is the mark of the recovery sheet, None where there is none; ``penyimpan`` its two keepers, where a name
    is empty nobody holds the role. ``memegang``: this post is one of them. ``versi`` is what the act names as seen.
    """

    lama: Pegawai
    akun: str | None
    tugas: tuple[TugasSerah, ...]
    setelan: tuple[tuple[str, str], ...]
    usb: datetime | None
    berubah: bool
    uji: UjiTerakhir | None
    lembar: str | None
    penyimpan: tuple[tuple[str, str], ...]
    memegang: bool
    versi: int


KEEPERS = (("pimpinan kantor", Role.CAMAT), ("Kasubag Perencanaan", Role.KASUBAG_PERENCANAAN))
"""Who keeps the recovery sheet, by role."""


def read_state(unit: Unit, ctx: Context, lama: Pegawai) -> KeadaanSerah:
    """Everything about a post as it stands now."""
    usb, changed = backup_status.last_usb(unit)
    publik = unit.settings.get(backup_sheet.SHEET_KEY)
    return KeadaanSerah(
        lama=lama,
        akun=holding.account_name(unit, lama),
        tugas=tuple(open_tasks(unit, ctx, lama)),
        setelan=tuple((view.setelan.label, said(view)) for view in _changed(unit)),
        usb=usb,
        berubah=changed,
        uji=_last_drill(unit),
        lembar=mark_of(publik) if publik else None,
        penyimpan=tuple((place, _holder(unit, role, ctx.today())) for place, role in KEEPERS),
        memegang=any(role in lama.peran for _, role in KEEPERS),
        versi=trail.version(unit, trail.Kind.PERSON, lama.id),
    )


def open_tasks(unit: Unit, ctx: Context, lama: Pegawai) -> Iterator[TugasSerah]:
    """What waits for the roles of this post, most urgent first."""
    desks = read_desks(unit, ctx)
    found: dict[str, Item] = {}
    for actor in auth.actors_of(unit, lama.id, ctx.today()):
        if actor.id == lama.id:  # his other posts are not handed over
            found.update({item.key: item for item in desks.mine(actor)})
    for item in found.values():
        if item.langkah is not None:
            period = item.triwulan.label_tahun if item.triwulan else f"Tahun {item.tahun}"
            yield TugasSerah(plain_title(item.langkah, whose(item)), period, _limit(desks, item))


def _limit(desks: Desks, item: Item) -> str:
    if item.batas is None:
        return "tidak dibatasi"
    at = desks.kalender.local(item.batas)
    late = " (terlambat)" if desks.tenggat(item).kelompok is Kelompok.TERLAMBAT else ""
    return f"{format_tanggal(at)} pukul {format_waktu(at)}{late}"


def _changed(unit: Unit) -> Iterator[SettingView]:
    """What differs from the defaults, without the office's own name and address, which the letterhead says."""
    return (view for view in settings.changed(unit) if not view.setelan.kunci.startswith(_LETTERHEAD))


_LETTERHEAD = "instansi."


def said(view: SettingView) -> str:
    """A setting as a paper says it: the label of a choice, a number with its unit."""
    chosen, what = view.teks, view.setelan
    if what.ragam is Ragam.PILIHAN:
        chosen = dict(what.pilihan).get(chosen, chosen)
    return f"{chosen} {what.satuan}".strip() or "dikosongkan"


def _last_drill(unit: Unit) -> UjiTerakhir | None:
    last = next(iter(unit.journal.records(trail.Kind.BACKUP.value, TRIED, limit=1)), None)
    return UjiTerakhir(last.pada, bool(last.isi["utuh"])) if last else None


def _holder(unit: Unit, role: Role, day: date) -> str:
    return next((p.nama for p in unit.people.holders(role, day)), "")
