"""What the bundle carries beside the program: the list of all that is in it, the icon, the version shown.

`kinerja.spec` calls these; nothing of the program does. One more part: a function that writes it below a folder given,
and its line in the spec and in `tests/resources/test_bundle.py`. Licence texts: `licences.py`.
"""

import json
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from packaging.utils import canonicalize_name
from PIL import Image, ImageDraw

LOCK = Path(__file__).parents[1] / "requirements.lock"
_PINNED = re.compile(r"([\w.-]+)==([^\s;\\]+)")
_PUBLIC_KEY = re.compile(r"kinerja-rilis-publik [A-Za-z0-9+/]{43}=\s*")
_DIGEST = re.compile(r"sha256:([0-9a-f]{64})")
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)
LARGEST = 230_000_000
_UNTOUCHED = re.compile(r"\.libs/|/PySide6/|/shiboken6/")
_ACCENT = (0x0B, 0x5A, 0x78)


class Part(Protocol):
    """Somebody's work in the bundle, as `licences.Origin` tells it."""

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def purl(self) -> str: ...
    @property
    def licence(self) -> str: ...


def write_bill(file: Path, version: str, inside: Iterable[Part]) -> None:
    """The list of all that is inside (CycloneDX 1.5, JSON): name, version, licence, and for packages the lock's hashes.

    Without the moment of the build, so that the same parts give the same bytes. Raises LookupError for a package of
    another version than the lock names.
    """
    hashes = _locked_hashes()
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "kinerja-desktop", "version": version}},
        "components": [_component(part, hashes) for part in sorted(inside, key=lambda part: part.name)],
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _component(part: Part, hashes: Mapping[str, Sequence[str]]) -> dict[str, object]:
    told: dict[str, object] = {
        "type": "library",
        "name": part.name,
        "version": part.version,
        "purl": part.purl,
        "licenses": [{"license": {"name": part.licence}}],
    }
    if part.purl.startswith("pkg:pypi/"):
        allowed = hashes[f"{part.name}=={part.version}"]
        told["hashes"] = [{"alg": "SHA-256", "content": digest} for digest in allowed]
    return told


def _locked_hashes() -> Mapping[str, Sequence[str]]:
    """SHA-256 of every file of a package that the lock allows, by «name==version»."""
    blocks = re.split(r"\n(?=\S)", LOCK.read_text("utf-8"))
    pinned = ((_PINNED.match(block), block) for block in blocks)
    return {f"{canonicalize_name(one[1])}=={one[2]}": _DIGEST.findall(block) for one, block in pinned if one}


def write_icon(file: Path) -> None:
    """The three bars of the window's icon as .ico or .png, by the name's ending; units of sixteenths."""
    largest = ICON_SIZES[-1]
    image = Image.new("RGBA", (largest, largest))
    unit = largest // 16
    for at, tall in enumerate((6, 10, 14)):
        left = (1 + at * 5) * unit
        ImageDraw.Draw(image).rectangle((left, (15 - tall) * unit, left + 4 * unit - 1, 15 * unit - 1), _ACCENT)
    file.parent.mkdir(parents=True, exist_ok=True)
    image.save(file, sizes=[(size, size) for size in ICON_SIZES])


def version_numbers(version: str) -> tuple[int, int, int, int]:
    """The four numbers that Windows wants: «1.2.3» and «1.2.3.dev4» are both 1, 2, 3, 0."""
    major, minor, patch = re.match(r"(\d+)\.(\d+)\.(\d+)", version).groups()  # type: ignore[union-attr]
    return int(major), int(minor), int(patch), 0


def write_version_resource(file: Path, version: str, description: str) -> None:
    """What PyInstaller writes into the programs on Windows: shown under Properties, asked for by virus scanners."""
    numbers = version_numbers(version)
    told = {
        "FileDescription": description,
        "FileVersion": version,
        "ProductName": "Kinerja Desktop",
        "ProductVersion": version,
    }
    lines = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in told.items())
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, OS=0x40004, fileType=1),\n"
        f"  kids=[StringFileInfo([StringTable('042104B0', [{lines}])]),\n"
        f"        VarFileInfo([VarStruct('Translation', [0x0421, 1200])])])\n",  # Indonesian, Unicode
        encoding="utf-8",
    )


def write_release_key(file: Path, given: Path) -> None:
    """The public key of releases, which `kinerja_desktop.exchange.paket_pembaruan` reads.

    Raises ValueError for anything else, above all for the secret one.
    """
    text = given.read_text(encoding="ascii")
    if not _PUBLIC_KEY.fullmatch(text):
        raise ValueError(f"bukan kunci publik rilis: {given}")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="ascii")


def write_list(folder: Path, name: str) -> None:
    """Digest, size and path of every file of the finished bundle, for `services.program_files`."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != name)
    rows = ((path, path.read_bytes()) for path in files)
    lines = (
        f"{sha256(content).hexdigest()} {len(content)} {path.relative_to(folder).as_posix()}\n"
        for path, content in rows
    )
    (folder / name).write_text("".join(lines), encoding="utf-8")


def strip_symbols(folder: Path, libraries: Iterable[Path]) -> None:
    """Take out what only a debugger reads, a fifth of the whole where Python was built here; binutils must be there.

    Libraries that wheels brought in a folder of their own are left alone: they were moved by a tool after which
    stripping breaks them. So is Qt, which comes bare and whose files should stay those that were published.
    """
    wanted = [path for path in libraries if not _UNTOUCHED.search(path.relative_to(folder).as_posix())]
    subprocess.run(["strip", "--strip-debug", *wanted], check=True)  # noqa: S603, S607


def hold_size(folder: Path) -> None:
    """Raises ValueError where the bundle is larger than a flash disk and an old PC should be asked for."""
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    if size > LARGEST:
        raise ValueError(f"the bundle has {size / 1e6:.1f} MB, more than {LARGEST / 1e6:.0f}")
