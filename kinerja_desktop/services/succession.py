"""Serah Terima Petugas: one official hands his post over to another, in one transaction with its berita acara.

The old row of Pengguna ends the day before, a row of the other begins on that day with the same jabatan, seksi and
roles, an account is opened where he has none, and the paper is numbered and archived. Nothing of it is kept where any
part is refused.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from kinerja_desktop.domain.dokumen_serah_terima import BeritaAcaraSerahTerima
from kinerja_desktop.domain.errors import Berdua, FieldsRefused, IsianSalah, SebabIsian, StaleWrite
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import archive, auth, drafts, granting, holding, password_help, people, printing, trail
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.compose import cautions
from kinerja_desktop.services.compose import succession as composing
from kinerja_desktop.services.compose.naskah import Terbit
from kinerja_desktop.services.context import Context, FreshFor, permits
from kinerja_desktop.services.filing import Tentang, file_paper, look_up, new_paper, sealed
from kinerja_desktop.services.hidden_signs import refuse_hidden
from kinerja_desktop.services.printing import Draf
from kinerja_desktop.services.succession_state import KeadaanSerah, Serah, read_state
from kinerja_desktop.storage.records import Paper
from kinerja_desktop.storage.unit_of_work import Unit


@dataclass(frozen=True, slots=True)
class Pengganti:
    """Somebody who may take over; ``akun`` is his user name, None where one must be opened."""

    pegawai: Pegawai
    akun: str | None


@dataclass(frozen=True, slots=True)
class TawaranSerah:
    """Posts that may be handed over, and people, each human being once."""

    jabatan: tuple[Pegawai, ...]
    pengganti: tuple[Pengganti, ...]


@dataclass(frozen=True, slots=True)
class HasilSerah:
    """The filed paper with its bytes; ``kode`` is the one-time code of an account that was opened, else empty.

    The bytes come along because an Admin who handed his own post over may not open the archive as Admin any more; so
    does ``catat_salinan``, which notes that they were printed or saved once more and tells which copy that is.
    """

    dokumen: Paper
    pdf: bytes
    kode: str
    changes: Changes
    catat_salinan: Callable[[], int]


@permits(Role.ADMIN)
def offered(ctx: Context) -> TawaranSerah:
    """Who may hand over and who may take over, by name."""
    today = ctx.today()
    with ctx.office.store.read() as unit:
        rows = sorted(unit.people.all(), key=lambda p: p.nama)
        posts = tuple(p for p in rows if p.peran and p.berlaku(today))
        there = [p for p in rows if p.sampai is None or p.sampai >= today]
        first = [p for n, p in enumerate(there) if not any(holding.same_person(p, q) for q in there[:n])]
        return TawaranSerah(posts, tuple(Pengganti(p, holding.account_name(unit, p)) for p in first))


@permits(Role.ADMIN)
def load(ctx: Context, lama: str) -> KeadaanSerah:
    """How a post stands now. Raises NotFound."""
    with ctx.office.store.read() as unit:
        return read_state(unit, ctx, unit.people.get(lama))


@permits(Role.ADMIN)
def check(ctx: Context, serah: Serah) -> None:
    """Raise FieldsRefused, NameTaken where this cannot be handed over so."""
    with ctx.office.store.read() as unit:
        _check(unit, ctx, serah)


@permits(Role.ADMIN)
def preview(ctx: Context, serah: Serah) -> Draf:
    """The berita acara as a draft, with what to look at before it is fixed. Raises FieldsRefused."""
    with ctx.office.store.read() as unit:
        _check(unit, ctx, serah)
        made = _compose(unit, ctx, serah, None)
        told = cautions.of_paper(unit, made, made.naskah.instansi, made.naskah.tanggal or ctx.today())
    return printing.lay_out(made, told)


@permits(Role.ADMIN, fresh=FreshFor.ROLES)
def hand_post_over(ctx: Context, serah: Serah, *, seen: int) -> HasilSerah:
    """End the old post, begin the new one, open the account, file the berita acara: all of it or nothing.

    ``seen`` is the version of the post on the screen. Raises FieldsRefused, NameTaken, StaleWrite, LastAdmin, and every
    fault of the disk.
    """
    with ctx.office.store.unit() as unit:  # not committed: the number is taken when the paper is filed
        _check(unit, ctx, serah)
        bakal = look_up(unit, composing.KIND, ctx.today(), 1)
        plain = _compose(unit, ctx, serah, bakal.terbit)
        made = sealed(unit, bakal, plain, str(ctx.today().year))
    pdf = printing.render(made)
    with ctx.office.store.unit() as unit:
        lama = unit.people.get(serah.lama)
        trail.check_seen(unit, lama.nama, seen, trail.Kind.PERSON, lama.id)
        if _compose(unit, ctx, serah, bakal.terbit) != plain:
            raise StaleWrite(lama.nama, seen, seen + 1)
        kode = _replace(unit, ctx, serah, lama)
        paper = new_paper(ctx, bakal, made.naskah, _about(ctx, serah, lama), printing.page_count(pdf))
        stored = file_paper(unit, ctx, bakal, pdf, paper, isi=made)
        unit.commit()
    return HasilSerah(stored, pdf, kode, frozenset({Change.PEOPLE, Change.PAPER}), partial(_note_copy, ctx, stored))


# --- parts ---------------------------------------------------------------------------------------


def _check(unit: Unit, ctx: Context, serah: Serah) -> None:
    lama, baru = unit.people.get(serah.lama), unit.people.get(serah.baru)
    faults = [*_faults(ctx, serah, lama, baru)]
    if serah.pengguna.strip() and holding.account_name(unit, baru) is not None:
        faults.append(IsianSalah("pengguna", "Nama pengguna", SebabIsian.GANDA))
    if faults:
        raise FieldsRefused(tuple(faults))
    drafts.check_length("Dasar", serah.dasar)
    refuse_hidden(("dasar", "Dasar", serah.dasar))
    if serah.pengguna.strip():
        auth.blank_account(unit, baru, serah.pengguna)


def _faults(ctx: Context, serah: Serah, lama: Pegawai, baru: Pegawai) -> Iterator[IsianSalah]:
    today = ctx.today()
    if not lama.peran or not lama.berlaku(today):
        yield IsianSalah("lama", "Yang menyerahkan", SebabIsian.TIDAK_ADA)
    if holding.same_person(lama, baru):
        yield IsianSalah("baru", "Yang menerima", SebabIsian.BUKAN_PILIHAN)
    if serah.mulai < today:
        yield IsianSalah("mulai", "Mulai bertugas", SebabIsian.SUDAH_LEWAT)
    elif lama.mulai is not None and serah.mulai <= lama.mulai:
        yield IsianSalah("mulai", "Mulai bertugas", SebabIsian.TERBALIK)


def _compose(unit: Unit, ctx: Context, serah: Serah, terbit: Terbit | None) -> BeritaAcaraSerahTerima:
    lama = unit.people.get(serah.lama)
    return composing.paper(unit, ctx, serah, _successor(unit, serah, lama), terbit)


def _successor(unit: Unit, serah: Serah, lama: Pegawai) -> Pegawai:
    """The row that holds the post from then on: his own while it has no role yet, else a second one beside it."""
    person = unit.people.get(serah.baru)
    name = auth.normal_name(serah.pengguna) if serah.pengguna.strip() else holding.account_name(unit, person)
    return replace(
        person,
        id="" if person.peran else person.id,
        jabatan=lama.jabatan,
        peran=lama.peran,
        seksi=lama.seksi,
        penugasan=serah.penugasan,
        pengguna=name or person.pengguna,
        mulai=serah.mulai,
        sampai=None,
    )


def _replace(unit: Unit, ctx: Context, serah: Serah, lama: Pegawai) -> str:
    """End the one, begin the other; returns the code of a new account. Raises SecondNeeded, LastAdmin."""
    now, last_day = ctx.now(), serah.mulai - timedelta(days=1)
    had_admin = holding.has_admin(unit, ctx.today())
    successor = _successor(unit, serah, lama)
    kedua = granting.second_of(unit, ctx, Berdua.PERAN, unit.people.get(serah.baru), successor)
    stored = people.put_person(unit, ctx.actor, now, successor, kedua=kedua)
    kode = ""
    if serah.pengguna.strip():
        account = auth.blank_account(unit, stored, serah.pengguna)
        kode = password_help.give_code(unit, ctx.office, ctx.actor, account, penolong=[ctx.actor.id, kedua])
        own = unit.people.get(serah.baru)
        if own.id != stored.id:  # both rows are the same human being's, NIP or not
            people.put_person(unit, ctx.actor, now, replace(own, pengguna=account.pengguna))
    people.put_person(unit, ctx.actor, now, replace(lama, sampai=last_day))
    if had_admin:
        people.check_admin_left(unit, ctx.today(), serah.mulai)
    return kode


def _note_copy(ctx: Context, paper: Paper) -> int:
    with ctx.office.store.unit() as unit:
        number = archive.count_copy(unit, ctx, paper)
        unit.commit()
    return number


def _about(ctx: Context, serah: Serah, lama: Pegawai) -> Tentang:
    """A post is handed over once on a day, so its paper has one version; day and jabatan name its file."""
    about = f"{composing.KIND}:{lama.id}:{serah.mulai.isoformat()}"
    named = f"{serah.mulai:%m%d}-{lama.jabatan.replace('/', '-')}"
    return Tentang(f"{about}/{named}/1", about, ctx.today().year)
