"""Papers that may be made at any time: what can be made, filling the fields, preview, fixing, printing.

The papers of the SOP's acts are ``step_papers`` and ``reports``; here are the others, whose kinds stand in
``compose.office``. A fixed one is numbered and archived with its frozen object; fixing it again makes the next
version, and the older one is «digantikan».
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kinerja_desktop.domain.errors import NotFound, StaleWrite, WrongRole
from kinerja_desktop.domain.isian import Isian, filled
from kinerja_desktop.domain.laporan import Penandatangan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import archive, drafts, printing, settings
from kinerja_desktop.services.cases import quarters_planned, seksi_reporting
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.compose import cautions
from kinerja_desktop.services.compose.deputies import Wakil, deputies, signed
from kinerja_desktop.services.compose.naskah import Pilihan
from kinerja_desktop.services.compose.office.catalog import KATALOG
from kinerja_desktop.services.compose.office.kinds import JenisDokumen, Per, Pokok, Sumber
from kinerja_desktop.services.compose.typed import ISIAN, frozen_of, subject
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.draft_texts import Texts, in_paper
from kinerja_desktop.services.filing import Tentang, file_paper, look_up, new_paper, pattern_for_hand, period_of, sealed
from kinerja_desktop.services.printing import Bernaskah, Draf, Format
from kinerja_desktop.storage.records import Paper
from kinerja_desktop.storage.unit_of_work import Unit

MAKERS = tuple(role for role in Role if any(role in jenis.peran for jenis in KATALOG.values()))


@dataclass(frozen=True, slots=True)
class BarisJenis:
    """A kind that one may make, below its heading."""

    kunci: str
    nama: str
    golongan: str
    per: Per


@dataclass(frozen=True, slots=True)
class Kolom:
    """The fields of one paper and what stands in them, by their keys."""

    isian: tuple[Isian, ...]
    nilai: Mapping[str, str]

    def texts(self) -> Texts:
        """What a person typed, by its place in the trash."""
        return in_paper(self.isian, self.nilai)

    def label(self, place: str) -> str:
        """What the field of a place is called, below its heading where it has one."""
        field = next((f for f in self.isian if f.kunci == place.partition(":")[2]), None)
        return "Isian" if field is None else ": ".join(filter(None, (field.bagian, field.label)))


@dataclass(frozen=True, slots=True)
class Tawaran:
    """What can be made: kinds, and the periods and seksi to choose among, newest first."""

    jenis: tuple[BarisJenis, ...]
    triwulan: tuple[Triwulan, ...]
    seksi: tuple[tuple[str, str], ...]

    @property
    def tahun(self) -> tuple[int, ...]:
        """Years with a plan."""
        return tuple(dict.fromkeys(t.tahun for t in self.triwulan))


@dataclass(frozen=True, slots=True)
class DokumenView:
    """One paper before it is made: its fields with what stands in them, its choices, the one fixed last.

    ``versi_draf`` is what the next save names as seen. ``penandatangan`` is None where nobody signs;
    ``peringatan`` tells of the fixed one whether its figures are others by now.
    """

    kunci: str
    nama: str
    pokok: Pokok
    tetap: bool
    isian: tuple[Isian, ...]
    nilai: Mapping[str, str]
    versi_draf: int
    pilihan: Pilihan
    penandatangan: Penandatangan | None
    wakil: tuple[Wakil, ...]
    nomor_berikut: str
    dokumen: Paper | None
    peringatan: tuple[str, ...]
    excel: bool
    ada_pesan: bool


@permits(*MAKERS)
def offered(ctx: Context) -> Tawaran:
    """What the actor may make."""
    with ctx.office.store.read() as unit:
        planned = set(unit.planning.years())
        quarters = tuple(t for t in quarters_planned(unit, ctx.today()) if t.tahun in planned)
        seksi = seksi_reporting(unit, Triwulan(quarters[0].tahun, 1)) if quarters else ()
    own = [s for s in seksi if not ctx.actor.role.of_seksi or s.kode == ctx.actor.seksi]
    kinds = (j for j in KATALOG.values() if ctx.actor.role in j.peran)
    rows = tuple(BarisJenis(j.kunci, j.nama, j.golongan.value, j.per) for j in kinds)
    return Tawaran(rows, quarters, tuple((s.kode, s.nama) for s in own))


def kinds(*, tetap: bool) -> tuple[JenisDokumen, ...]:
    """All kinds that are fixed and archived, or all that are only printed."""
    return tuple(jenis for jenis in KATALOG.values() if jenis.tetap is tetap)


def subjects(jenis: JenisDokumen, triwulan: Triwulan, seksi: Iterable[str]) -> tuple[Pokok, ...]:
    """Everything that a kind is made about at the end of a triwulan; the year's papers with the last one."""
    if jenis.per.tahunan and triwulan.nomor != 4:
        return ()
    about = Pokok(triwulan.tahun, None if jenis.per.tahunan else triwulan.nomor)
    return tuple(replace(about, seksi=kode) for kode in seksi) if jenis.per.of_seksi else (about,)


def file_name(kunci: str, pokok: Pokok) -> str:
    """Name of an unfixed paper as a file."""
    return archive.name_of_file(kunci, pokok.nomor, pokok.tahun, pokok.seksi)


@permits(*MAKERS)
def load(ctx: Context, kunci: str, pokok: Pokok) -> DokumenView:
    """The screen of one paper. Raises NotFound without a plan."""
    jenis = _allowed(ctx, kunci, pokok)
    with ctx.office.store.read() as unit:
        x = _source(unit, ctx, jenis, pokok)
        draft = unit.drafts.get(_subject(jenis, pokok), ISIAN)
        made = _compose(jenis, x)
        signer = getattr(made, "penandatangan", None)
        fixed = unit.papers.current(_subject(jenis, pokok), kunci)
        return DokumenView(
            kunci=kunci,
            nama=jenis.nama,
            pokok=pokok,
            tetap=jenis.tetap,
            isian=tuple(jenis.isian(x)),
            nilai=x.isian,
            versi_draf=drafts.version(draft),
            pilihan=x.pilihan,
            penandatangan=signer,
            wakil=deputies(unit, x.instansi, ctx.today()) if signer == x.pimpinan else (),
            nomor_berikut=x.pola,
            dokumen=fixed,
            peringatan=_newer(unit, made, fixed),
            excel=jenis.excel,
            ada_pesan=jenis.pesan is not None,
        )


@permits(*MAKERS)
def draft(ctx: Context, kunci: str, pokok: Pokok, pilihan: Pilihan | None = None) -> Draf:
    """The paper as it would be now, with what to look at before it is fixed or printed."""
    jenis = _allowed(ctx, kunci, pokok)
    with ctx.office.store.read() as unit:
        x = _source(unit, ctx, jenis, pokok, pilihan)
        made = _compose(jenis, x)
        day = x.pilihan.tanggal or ctx.today()
        told = cautions.of_paper(unit, made, x.instansi, day) if jenis.tetap else ()
    return printing.lay_out(made, told)


@permits(*MAKERS)
def save(ctx: Context, kunci: str, pokok: Pokok, nilai: Mapping[str, str], *, seen: int) -> int:
    """Keep what was typed; returns the draft's new version. Raises StaleWrite, TextTooLong."""
    jenis = _allowed(ctx, kunci, pokok)
    with ctx.office.store.unit() as unit:
        before, _ = fields_of(unit, ctx, kunci, pokok)
        fields = before.isian
        for field in fields:
            drafts.check_length(field.label, nilai.get(field.kunci, ""))
        known = {field.kunci: nilai[field.kunci] for field in fields if field.kunci in nilai}
        about = _subject(jenis, pokok)
        kept = drafts.save(unit, ctx, about, ISIAN, {"nilai": known}, seen=seen)
        now = Kolom(fields, filled(fields, known))
        drafts.lay_aside(unit, ctx, about, ISIAN, before=before.texts(), now=now.texts())
        unit.commit()
    return kept.versi


def fields_of(unit: Unit, ctx: Context, kunci: str, pokok: Pokok) -> tuple[Kolom, int]:
    """The fields of a paper with what stands in them, and the version of that. Raises NotFound, WrongRole."""
    jenis = _allowed(ctx, kunci, pokok)
    x = _source(unit, ctx, jenis, pokok)
    return Kolom(tuple(jenis.isian(x)), x.isian), drafts.version(unit.drafts.get(_subject(jenis, pokok), ISIAN))


def name_of_kind(kunci: str) -> str:
    """What a kind of paper is called; its key where there is none such any more."""
    return KATALOG[kunci].nama if kunci in KATALOG else kunci


@permits(*MAKERS)
def export(ctx: Context, kunci: str, pokok: Pokok, fmt: Format = Format.PDF, pilihan: Pilihan | None = None) -> bytes:
    """The paper as it would be now: a draft, or what is only ever printed."""
    jenis = _allowed(ctx, kunci, pokok)
    with ctx.office.store.read() as unit:
        made = _compose(jenis, _source(unit, ctx, jenis, pokok, pilihan))
    return printing.render(made, fmt)


@permits(*MAKERS)
def message(ctx: Context, kunci: str, pokok: Pokok) -> str:
    """The short text for a chat that goes with a paper. Raises NotFound where its kind has none."""
    jenis = _allowed(ctx, kunci, pokok)
    if jenis.pesan is None:
        raise NotFound("Pesan", jenis.nama)
    with ctx.office.store.read() as unit:
        return jenis.pesan(_source(unit, ctx, jenis, pokok)) + settings.practice_mark(unit)


@permits(*MAKERS)
def fix(ctx: Context, kunci: str, pokok: Pokok, pilihan: Pilihan | None = None) -> Paper:
    """Fix, number and archive it: render once, file the bytes, keep the object in the history.

    Raises NotFound without a plan or for a kind that is only printed, StaleWrite, and every fault of the disk;
    nothing is kept then.
    """
    jenis = _allowed(ctx, kunci, pokok)
    if not jenis.tetap:
        raise NotFound("Nomor untuk dokumen", jenis.nama)
    about = _subject(jenis, pokok)
    with ctx.office.store.unit() as unit:  # not committed: the number is taken when the paper is filed
        x = _source(unit, ctx, jenis, pokok, pilihan)
        older = unit.papers.current(about, kunci)
        bakal = look_up(
            unit,
            kunci,
            x.pilihan.tanggal or ctx.today(),
            older.versi + 1 if older else 1,
            menyusul=x.pilihan.nomor_menyusul,
        )
        made = sealed(
            unit, bakal, _compose(jenis, replace(x, terbit=bakal.terbit)), period_of(pokok.triwulan, pokok.nomor)
        )
    pdf = printing.render(made)
    tentang = Tentang(f"{about}:{bakal.terbit.versi}", about, pokok.tahun, pokok.nomor, pokok.seksi)
    paper = new_paper(ctx, bakal, made.naskah, tentang, printing.page_count(pdf))
    with ctx.office.store.unit() as unit:
        current = unit.papers.current(about, kunci)
        if current != older:
            raise StaleWrite(jenis.nama, older.versi if older else 0, current.versi if current else 0)
        stored = file_paper(unit, ctx, bakal, pdf, paper, isi=made)
        unit.commit()
    return stored


CHANGED: Changes = frozenset({Change.PAPER})
"""What fixing a paper changes."""


# --- parts ---------------------------------------------------------------------------------------


def _allowed(ctx: Context, kunci: str, pokok: Pokok) -> JenisDokumen:
    """The kind, where the actor may make it about this. Raises NotFound, WrongRole."""
    jenis = KATALOG.get(kunci)
    if jenis is None:
        raise NotFound("Jenis dokumen", kunci)
    elsewhere = ctx.actor.role.of_seksi and pokok.seksi != ctx.actor.seksi
    if ctx.actor.role not in jenis.peran or elsewhere:
        raise WrongRole(ctx.actor.role.value, tuple(r.value for r in jenis.peran))
    return jenis


def _newer(unit: Unit, made: Bernaskah, fixed: Paper | None) -> tuple[str, ...]:
    """Whether the figures of the fixed paper are others by now."""
    frozen = None if fixed is None else frozen_of(unit, type(made), fixed.id)
    return () if frozen is None else cautions.of_fixed(frozen, made)


def _subject(jenis: JenisDokumen, pokok: Pokok) -> str:
    """Stands for the paper where others name their berkas: one line of versions per subject."""
    return subject(jenis.kunci, pokok.tahun, pokok.nomor, pokok.seksi)


def _source(unit: Unit, ctx: Context, jenis: JenisDokumen, pokok: Pokok, pilihan: Pilihan | None = None) -> Sumber:
    chosen = pilihan or Pilihan(
        settings.kertas(unit, laporan=jenis.laporan), settings.instansi(unit).tempat, ctx.today()
    )
    pola = pattern_for_hand(unit, jenis.kunci, chosen.tanggal or ctx.today()) if jenis.tetap else ""
    x = Sumber(unit, ctx, pokok, chosen, pola=pola, lepas=not jenis.tetap)
    draft = unit.drafts.get(_subject(jenis, pokok), ISIAN)
    typed = draft.isi["nilai"] if draft is not None else {}
    return replace(x, isian=filled(jenis.isian(x), typed))


def _compose(jenis: JenisDokumen, x: Sumber) -> Bernaskah:
    """The paper, signed by whom it was chosen to be signed."""
    return signed(jenis.compose(x), x.unit, x.instansi, x.pilihan, x.pilihan.tanggal or x.ctx.today())
