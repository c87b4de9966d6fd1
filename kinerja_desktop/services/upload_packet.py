"""Paket Unggah: what is typed into the kabupaten's web form, in its order, with ticks «sudah diunggah», and its files.

The program never reaches that form; it hands values and files to whoever does. A tick keeps the digest of what was
uploaded, so a figure that changed later is seen. Ticks are records of the history alone: the newest one counts.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from itertools import groupby
from pathlib import Path

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.unggah import MB, Berkas, Formulir, Masa
from kinerja_desktop.exchange.names import safe_name
from kinerja_desktop.exchange.whole_folder import hold_free, whole_folder
from kinerja_desktop.services import opening, settings, trail, upload_form
from kinerja_desktop.services.cases import quarters_planned
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.compose.bahan import read_bahan
from kinerja_desktop.services.compose.unggah import Terisi, filled_form
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.final_papers import BerkasAkhir, final_papers
from kinerja_desktop.services.progress import Tick, silent
from kinerja_desktop.services.settings_declared import KLASIFIKASI
from kinerja_desktop.storage.unit_of_work import Unit

PLANNER = Role.KASUBAG_PERENCANAAN
CHANGED: Changes = frozenset({Change.UPLOAD})
ISIAN = "isian formulir.txt"
"""Name of the file that carries the values to the PC with a line."""
_SHORT = 16


@dataclass(frozen=True, slots=True)
class Tanda:
    """Who ticked, when; ``sama`` False where the value changed since."""

    oleh: str
    pada: datetime
    sama: bool


@dataclass(frozen=True, slots=True)
class BarisUnggah:
    """One field: its running number, its label on the form, whose it is, what goes in, its tick.

    ``lengkap``: False for a figure that an earlier triwulan is missing in.
    """

    no: int
    kunci: str
    label: str
    milik: str
    nilai: str
    maks: int | None
    tanda: Tanda | None
    lengkap: bool = True

    @property
    def sidik(self) -> str:
        """Digest of the value."""
        return _digest(self.nilai)

    @property
    def kelebihan(self) -> int:
        """Letters beyond what the form takes."""
        return 0 if self.maks is None else max(0, len(self.nilai) - self.maks)


class KeadaanBerkas(Enum):
    """How a file of the form stands; the value is its words on the screen."""

    SIAP = "siap"
    TANPA_TTD = "siap, belum bertanda tangan"
    TERLALU_BESAR = "terlalu besar"
    BELUM_ADA = "belum ada"


@dataclass(frozen=True, slots=True)
class BarisBerkas:
    """One file of the form: kind of paper, agreed name, state, size in bytes, what to do, its tick.

    ``sidik`` is the digest of the file, empty where there is none.
    """

    kunci: str
    sidik: str
    dokumen: str
    nama: str
    keadaan: KeadaanBerkas
    ukuran: int
    saran: str
    tanda: Tanda | None


@dataclass(frozen=True, slots=True)
class UnggahView:
    """A period of the form. ``versi`` is what a change of the form names as seen."""

    masa: Masa
    formulir: Formulir
    versi: int
    baris: tuple[BarisUnggah, ...]
    berkas: tuple[BarisBerkas, ...]

    @property
    def kemajuan(self) -> tuple[int, int]:
        """Fields and files that are uploaded as they stand now, and all that there is to upload."""
        ticks = [b.tanda for b in self.baris if b.nilai or b.tanda]
        ticks += [b.tanda for b in self.berkas if b.keadaan is not KeadaanBerkas.BELUM_ADA or b.tanda]
        return sum(tick is not None and tick.sama for tick in ticks), len(ticks)


@dataclass(frozen=True, slots=True)
class HasilBerkas:
    """A finished folder: the files in it, and what was left out with the reason."""

    folder: Path
    berkas: tuple[str, ...]
    tertinggal: tuple[str, ...]


@permits(PLANNER)
def periods(ctx: Context) -> tuple[Masa, ...]:
    """Quarters and years with a plan, newest first, each year after its quarters."""
    with ctx.office.store.read() as unit:
        planned = set(unit.planning.years())
        quarters = [t for t in quarters_planned(unit, ctx.today()) if t.tahun in planned]
    years = dict.fromkeys(t.tahun for t in quarters)
    return tuple(m for y in years for m in (*(Masa(t.tahun, t.nomor) for t in quarters if t.tahun == y), Masa(y)))


@permits(PLANNER)
def load(ctx: Context, masa: Masa) -> UnggahView:
    """The form of a period with its values, files and ticks. Raises NotFound without a plan."""
    with ctx.office.store.read() as unit:
        return _view(unit, ctx, masa)


def _view(unit: Unit, ctx: Context, masa: Masa) -> UnggahView:
    formulir = upload_form.form_of(unit, masa)
    ticks = _ticks(unit, masa)
    filled = filled_form(read_bahan(unit, ctx, masa.triwulan), masa, formulir)
    return UnggahView(
        masa=masa,
        formulir=formulir,
        versi=upload_form.version(unit, masa),
        baris=tuple(_row(n, field, ticks) for n, field in enumerate(filled, 1)),
        berkas=tuple(_file_row(found, ticks) for found in _files(unit, ctx, masa, formulir)),
    )


def _row(n: int, field: Terisi, ticks: "Ticks") -> BarisUnggah:
    milik = f"{field.kode} {field.nama}" if field.kode else "Kantor"
    tick = _tick(ticks, field.kunci, _digest(field.nilai))
    return BarisUnggah(n, field.kunci, field.isian.label, milik, field.nilai, field.isian.maks, tick, field.lengkap)


# --- ticks ---------------------------------------------------------------------------------------

Ticks = Mapping[str, tuple[str, str, datetime]]
"""Digest of what was uploaded, who, when; by key of the field."""


def _ticks(unit: Unit, masa: Masa) -> Ticks:
    found: dict[str, tuple[str, str, datetime]] = {}
    for row in unit.journal.records(trail.Kind.UPLOAD.value, masa.kunci):
        for kunci, digest in row.isi["tanda"].items():
            if digest:
                found[kunci] = (digest, row.nama, row.pada)
            else:
                found.pop(kunci, None)
    return found


def _tick(ticks: Ticks, kunci: str, digest: str) -> Tanda | None:
    if kunci not in ticks:
        return None
    then, oleh, pada = ticks[kunci]
    return Tanda(oleh, pada, then == digest)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_SHORT]


@permits(PLANNER)
def mark(ctx: Context, masa: Masa, sidik: Mapping[str, str], *, diunggah: bool) -> Changes:
    """Tick fields and files as uploaded, or take their ticks away.

    ``sidik`` names each with the digest of what was shown of it: that is what was uploaded, whatever stands now.
    """
    told = {kunci: digest if diunggah else "" for kunci, digest in sidik.items()}
    if told:
        with ctx.office.store.unit() as unit:
            trail.record(unit, ctx.actor, ctx.now(), trail.Kind.UPLOAD, masa.kunci, isi={"tanda": told})
            unit.commit()
    return CHANGED


@permits(PLANNER)
def ticked(ctx: Context, view: UnggahView) -> UnggahView:
    """The same form with the ticks as they stand now; values are not read again."""
    with ctx.office.store.read() as unit:
        ticks = _ticks(unit, view.masa)
    return replace(
        view,
        baris=tuple(replace(b, tanda=_tick(ticks, b.kunci, b.sidik)) for b in view.baris),
        berkas=tuple(replace(b, tanda=_tick(ticks, b.kunci, b.sidik)) for b in view.berkas),
    )


# --- files ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _File:
    """One file that the form asks for, and the paper that it is, if there is one in force."""

    berkas: Berkas
    nama: str
    maks: int
    akhir: BerkasAkhir | None

    @property
    def kunci(self) -> str:
        return f"berkas|{self.berkas.jenis}"

    @property
    def digest(self) -> str:
        return self.akhir.sha256[:_SHORT] if self.akhir else ""

    @property
    def keadaan(self) -> KeadaanBerkas:
        if self.akhir is None:
            return KeadaanBerkas.BELUM_ADA
        if self.akhir.ukuran > self.maks:
            return KeadaanBerkas.TERLALU_BESAR
        return KeadaanBerkas.SIAP if self.akhir.bertanda_tangan else KeadaanBerkas.TANPA_TTD


def _files(unit: Unit, ctx: Context, masa: Masa, formulir: Formulir) -> tuple[_File, ...]:
    code = settings.instansi(unit).kode_unit
    return tuple(
        _File(
            berkas,
            f"{safe_name(berkas.nama(masa, code))}.pdf",
            formulir.maks_mb * MB,
            next(iter(reversed(final_papers(unit, ctx, berkas.jenis, masa.tahun, masa.nomor))), None),
        )
        for berkas in formulir.berkas
    )


def _file_row(file: _File, ticks: Ticks) -> BarisBerkas:
    name = KLASIFIKASI[file.berkas.jenis][1]
    return BarisBerkas(
        kunci=file.kunci,
        sidik=file.digest,
        dokumen=name,
        nama=file.nama,
        keadaan=file.keadaan,
        ukuran=file.akhir.ukuran if file.akhir else 0,
        saran=_advice(file),
        tanda=_tick(ticks, file.kunci, file.digest),
    )


def _advice(file: _File) -> str:
    return {
        KeadaanBerkas.SIAP: "",
        KeadaanBerkas.TANPA_TTD: "Pindai lembar yang sudah ditandatangani, lalu pasang di Arsip.",
        KeadaanBerkas.TERLALU_BESAR: (
            f"Formulir menerima paling besar {file.maks // MB} MB. Pindai lagi dengan 150 titik per inci, hitam putih."
        ),
        KeadaanBerkas.BELUM_ADA: "Tetapkan dokumen ini lebih dahulu.",
    }[file.keadaan]


def _folder_name(unit: Unit, masa: Masa) -> str:
    return f"paket-unggah-{opening.identity(unit).kode.lower()}-{masa.kunci}"


@permits(PLANNER)
def write_files(ctx: Context, masa: Masa, place: Path, tick: Tick = silent) -> HasilBerkas:
    """Write the final papers under their agreed names into a new folder at a place, with the values beside them.

    What is missing or too large is left out and told. Raises PlaceTaken, PlaceGone, DiskFull, ReadOnlyPlace.
    """
    with ctx.office.store.read() as unit:
        view = _view(unit, ctx, masa)
        files = _files(unit, ctx, masa, view.formulir)
        target = place / _folder_name(unit, masa)
        kantor = settings.instansi(unit).nama + settings.practice_mark(unit)
    hold_free(target)
    ready = [f for f in files if f.keadaan in (KeadaanBerkas.SIAP, KeadaanBerkas.TANPA_TTD)]
    values = values_text(kantor, view).encode("utf-8-sig")
    needed = len(values) + sum(f.akhir.ukuran for f in ready if f.akhir)
    with whole_folder(target, needed, len(ready) + 1) as folder:
        for n, file in enumerate(ready):
            tick(n, len(ready), file.nama)
            assert file.akhir is not None
            folder.add(file.nama, ctx.office.store.archive.read(file.akhir.sha256))
        folder.add(ISIAN, values)
    left = tuple(
        f"{b.dokumen}: {b.keadaan.value}. {b.saran}" for b in view.berkas if b.nama not in {f.nama for f in ready}
    )
    _note(ctx, target.name, len(ready))
    return HasilBerkas(target, tuple(f.nama for f in ready), left)


def _note(ctx: Context, folder: str, files: int) -> None:
    with ctx.office.store.unit() as unit:
        trail.record(
            unit, ctx.actor, ctx.now(), trail.Kind.EXPORT, "paket_unggah", isi={"folder": folder, "berkas": files}
        )
        unit.commit()


def values_text(kantor: str, view: UnggahView) -> str:
    """The values in the form's order as plain text, for the PC on which the form is open."""
    head = (
        f"ISIAN FORMULIR WEB\n{kantor}, {view.masa.label}\n\n"
        "Urut seperti pada formulir. Salin teks di bawah setiap judul. (kosong) berarti tidak diisi."
    )
    parts = [head]
    for owner, fields in groupby(view.baris, key=lambda b: b.milik):
        parts.append(f"=== {owner} ===")
        parts += [f"[{b.no}] {b.label}{_doubt(b)}\n{b.nilai or '(kosong)'}" for b in fields]
    return "\r\n".join("\n\n".join(parts).splitlines()) + "\r\n"


def _doubt(b: BarisUnggah) -> str:
    if not b.lengkap:
        return " – BELUM LENGKAP, ada triwulan tanpa realisasi"
    return f" – LEWAT {b.kelebihan} HURUF dari {b.maks}" if b.kelebihan else ""
