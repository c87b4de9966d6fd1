"""A release: the keys it is signed with, and the signed package that goes onto the stick beside its installer.

    python resources/release.py kunci FOLDER
    python resources/release.py paket --kunci FOLDER/kunci-rahasia.txt pasang-kinerja-desktop.exe

The first is done once; the secret key stays with whoever makes releases, away from the checkout, and the public one is
given to `pyinstaller kinerja.spec` in KINERJA_KUNCI_RILIS. The second reads version, schema and what changed from this
checkout, so it is run on the commit of the release.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # what is released is this checkout, not a program installed beside it

from kinerja_desktop import __version__  # noqa: E402
from kinerja_desktop.domain.petunjuk import Subjek  # noqa: E402
from kinerja_desktop.exchange import paket_pembaruan as packages  # noqa: E402
from kinerja_desktop.exchange.petunjuk import perubahan  # noqa: E402
from kinerja_desktop.storage.gate import SCHEMA_VERSION  # noqa: E402

SECRET, PUBLIC = "kunci-rahasia.txt", "kunci-publik.txt"


def make_keys(folder: Path) -> None:
    """Two new files. Raises FileExistsError: releases that offices wait for are signed with the old ones."""
    folder.mkdir(parents=True, exist_ok=True)
    secret, public = packages.new_keys()
    for name, text, mode in ((SECRET, secret, 0o600), (PUBLIC, public, 0o644)):
        with (folder / name).open("x", encoding="ascii") as file:
            (folder / name).chmod(mode)
            file.write(text)


def changes(versi: str, told: Subjek) -> Iterator[str]:
    """What people notice of a version, as the help says it, a line each. Raises LookupError where it says nothing."""
    bagian = next((part for part in told.bagian if part.judul == f"Versi {versi}"), None)
    if bagian is None or not bagian.blok:
        raise LookupError(f"perubahan.md: Versi {versi}")
    yield from (" ".join(blok.teks.split()) for blok in bagian.blok)


def make_package(installer: Path, secret_file: Path, versi: str = __version__) -> Path:
    """Sign the package of an installer, beside it. Raises ValueError for a file that is no secret key."""
    secret = packages.read_key(secret_file.read_text(encoding="ascii"), packages.SECRET)
    paket = packages.describe(installer, versi, SCHEMA_VERSION, list(changes(__version__, perubahan())))
    return packages.write(installer.parent, paket, secret)


def main(arguments: Sequence[str]) -> None:
    """Read the command line and do it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    todo = parser.add_subparsers(dest="todo", required=True)
    todo.add_parser("kunci").add_argument("folder", type=Path)
    paket = todo.add_parser("paket")
    paket.add_argument("pemasang", type=Path)
    paket.add_argument("--kunci", type=Path, required=True)
    paket.add_argument("--versi", default=__version__, help="another version, for a trial of the check")
    args = parser.parse_args(arguments)
    if args.todo == "kunci":
        make_keys(args.folder)
    else:
        sys.stdout.write(f"{make_package(args.pemasang.absolute(), args.kunci, args.versi)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
