"""A release as it lies on a stick: an installer and the signed package beside it, with a key made for the test."""

from dataclasses import replace
from pathlib import Path

from kinerja_desktop.domain.paket_pembaruan import PaketPembaruan
from kinerja_desktop.exchange import paket_pembaruan as packages

SECRET_TEXT, PUBLIC_TEXT = packages.new_keys()
SECRET = packages.read_key(SECRET_TEXT, packages.SECRET)
PUBLIC = packages.read_key(PUBLIC_TEXT, packages.PUBLIC)
INSTALLER = "pasang-kinerja-desktop.exe"
CHANGES = ("Tabel isian dapat diurutkan.", "Lebih cepat.")


def release(folder: Path, versi: str = "9.0.0", skema: int = 99, *, secret: bytes = SECRET, **other: object) -> Path:
    """Its package; ``other`` are fields of the package that tell something else than what lies there."""
    folder.mkdir(parents=True, exist_ok=True)
    installer = folder / INSTALLER
    installer.write_bytes(b"MZ" + bytes(3_000_000))
    paket: PaketPembaruan = packages.describe(installer, versi, skema, CHANGES)
    return packages.write(folder, replace(paket, **other), secret)  # type: ignore[arg-type]  # fields by name
