"""Periksa Pembaruan: is the update on this stick genuine, whole, and newer than what is installed?

Nothing is installed here: who may is decided by Windows, and the installer refuses an older version by itself
(`resources/pemasang/kinerja.nsi`). A program that was built without the public key of its releases can tell nothing
and says so. What was found good is kept in the history; what was refused has changed nothing and leaves no record.
"""

from dataclasses import dataclass
from pathlib import Path

from kinerja_desktop import __version__
from kinerja_desktop.domain.errors import SebabPaket, SebabPembaruan, UpdateDamaged, UpdateRefused
from kinerja_desktop.domain.paket_pembaruan import PaketPembaruan, urutan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange import paket_pembaruan as packages
from kinerja_desktop.services import trail
from kinerja_desktop.services.context import Context, FreshFor, permits
from kinerja_desktop.services.progress import Tick, silent
from kinerja_desktop.storage.gate import SCHEMA_VERSION

_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Terpasang:
    """What the package is compared with: version and schema of this program, and the key of its releases."""

    versi: str
    skema: int
    kunci: bytes | None


@dataclass(frozen=True, slots=True)
class Pembaruan:
    """An update that may be installed. ``dari`` is the version of this program."""

    paket: PaketPembaruan
    pemasang: Path
    dari: str
    menyesuaikan: bool

    @property
    def putusan(self) -> str:
        """The answer in a sentence."""
        return (
            f"Pembaruan asli dan utuh. Versi {self.paket.versi} lebih baru daripada versi {self.dari} yang terpasang."
        )

    @property
    def data(self) -> str:
        """What becomes of the office's data."""
        if not self.menyesuaikan:
            return "Bentuk data kantor tidak berubah."
        return (
            "Data kantor disesuaikan ketika versi baru pertama kali dibuka. Sebelumnya program menyimpan salinan di "
            f"folder cadangan pada folder data. Sesudah itu versi {self.dari} tidak dapat lagi membuka data."
        )

    @property
    def langkah(self) -> tuple[str, ...]:
        """What to do, in order."""
        return (
            "Cadangkan ke flashdisk.",
            "Tutup Kinerja Desktop di semua pengguna Windows.",
            f"Jalankan {self.pemasang.name}.",
        )


def this_program() -> Terpasang:
    """What runs here. A file of a key that holds something else counts as none."""
    try:
        key = packages.release_key()
    except (OSError, ValueError):
        key = None
    return Terpasang(__version__, SCHEMA_VERSION, key)


def key_told() -> str:
    """Whether updates can be checked here, for a helper: the mark of the key, or that there is none."""
    key = this_program().kunci
    return "tidak ada" if key is None else packages.mark_of(key)


@permits(Role.ADMIN, fresh=FreshFor.UPDATE)
def check(ctx: Context, file: Path, tick: Tick = silent) -> Pembaruan:
    """What `examine` found, kept in the history with who looked. Raises what it raises."""
    found = examine(file, tick)
    isi = {"versi": found.paket.versi, "dari": found.dari, "pemasang": found.paket.berkas, "sha256": found.paket.sha256}
    with ctx.office.store.unit() as unit:
        trail.record(unit, ctx.actor, ctx.now(), trail.Kind.UPDATE, found.paket.versi, isi=isi)
        unit.commit()
    return found


def examine(file: Path, tick: Tick = silent, here: Terpasang | None = None) -> Pembaruan:
    """Check a package and the installer beside it, against this program unless ``here`` says otherwise.

    Raises FileMissing, NotOurFile, NewerVersion, UpdateDamaged, UpdateRefused.
    """
    here = here or this_program()
    if here.kunci is None:
        raise UpdateRefused(file.name, SebabPembaruan.TANPA_KUNCI, here.versi)
    paket = packages.read(file, here.kunci)
    _hold_newer(file, paket, here)
    installer = file.with_name(paket.berkas)
    if not installer.is_file():
        raise _refused(file, paket, here, SebabPembaruan.PEMASANG_HILANG)
    _hold_same(file, installer, paket, tick)
    return Pembaruan(paket, installer, here.versi, paket.skema > here.skema)


def _hold_newer(file: Path, paket: PaketPembaruan, here: Terpasang) -> None:
    offered, installed = urutan(paket.versi), urutan(here.versi)
    if offered < installed:
        raise _refused(file, paket, here, SebabPembaruan.LEBIH_LAMA)
    if offered == installed:
        raise _refused(file, paket, here, SebabPembaruan.SAMA)
    if paket.skema < here.skema:
        raise _refused(file, paket, here, SebabPembaruan.SKEMA_LAMA)


def _refused(file: Path, paket: PaketPembaruan, here: Terpasang, sebab: SebabPembaruan) -> UpdateRefused:
    return UpdateRefused(file.name, sebab, here.versi, paket.versi, paket.berkas)


def _hold_same(file: Path, installer: Path, paket: PaketPembaruan, tick: Tick) -> None:
    """The size first: a copy that broke off is told at once."""
    if packages.size(installer) != paket.ukuran:
        raise UpdateDamaged(file.name, SebabPaket.PEMASANG_UKURAN, paket.berkas)

    def told(done: int) -> None:
        tick(done // _MB, paket.ukuran // _MB, f"{done // _MB} dari {paket.ukuran // _MB} MB")

    if packages.digest(installer, told) != paket.sha256:
        raise UpdateDamaged(file.name, SebabPaket.PEMASANG_ISI, paket.berkas)
