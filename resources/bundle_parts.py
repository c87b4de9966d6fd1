"""What the bundle carries beside the program: licence texts, the list of packages in it, the icon, the version shown.

`kinerja.spec` calls these; nothing of the program does. One more part: a function that writes it below a folder given,
and its line in the spec and in `tests/resources/test_bundle.py`.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PIL import Image, ImageDraw

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
LOCK = PROJECT.with_name("requirements.lock")
_PINNED = re.compile(r"([\w.-]+)==([^\s;\\]+)")
_PUBLIC_KEY = re.compile(r"kinerja-rilis-publik [A-Za-z0-9+/]{43}=\s*")
_DIGEST = re.compile(r"sha256:([0-9a-f]{64})")
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)
_ACCENT = (0x0B, 0x5A, 0x78)
_LICENCE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_QT = ("pyside6-essentials", "pyside6-pdf", "shiboken6")
"""Their wheels name their licence and bring no text of it."""
_TEXTS_FOR_QT = (("psycopg", "LICENSE.txt"), ("pikepdf", "GPL-3.0.txt"))
"""Where the LGPL-3 and the GPL-3, on which it rests, stand in packages of the lock."""


def carried() -> Iterator[Distribution]:
    """Every package that the program needs at run time, by name, also those which others need."""
    found: dict[str, Distribution] = {}
    wanted = [Requirement(line) for line in tomllib.loads(PROJECT.read_text("utf-8"))["project"]["dependencies"]]
    while wanted:
        need = wanted.pop()
        name = canonicalize_name(need.name)
        if name not in found:
            found[name] = distribution(name)
            wanted += _needs(found[name], need.extras)
    yield from (found[name] for name in sorted(found))


def _needs(package: Distribution, extras: set[str]) -> Iterator[Requirement]:
    for need in map(Requirement, package.requires or ()):
        if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in extras or {""}):
            yield need


def write_licences(folder: Path) -> None:
    """One text file a package, with the name of its licence and its full text.

    Raises LookupError for a package without a text: what is passed on must carry it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for package in carried():
        name = canonicalize_name(package.name)
        texts = list(_licence_texts(package))
        if name in _QT:
            texts = [_text_of(*place) for place in _TEXTS_FOR_QT]
        if not texts:
            raise LookupError(name)
        told = package.metadata["License-Expression"] or package.metadata["License"] or ""
        head = f"{package.name} {package.version}\n{told.splitlines()[0] if told else ''}\n"
        (folder / f"{name}.txt").write_text("\n\n".join([head, *texts]), encoding="utf-8")


def write_bill(file: Path, version: str) -> None:
    """The list of all packages inside (CycloneDX 1.5, JSON): name, version, licence, and the hashes of the lock.

    Without the moment of the build, so that the same packages give the same bytes.
    """
    hashes = _locked_hashes()
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "kinerja-desktop", "version": version}},
        "components": [_component(package, hashes) for package in carried()],
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _component(package: Distribution, hashes: Mapping[str, Sequence[str]]) -> dict[str, object]:
    """Raises LookupError for a package of another version than the lock names."""
    name = canonicalize_name(package.name)
    return {
        "type": "library",
        "name": name,
        "version": package.version,
        "purl": f"pkg:pypi/{name}@{package.version}",
        "licenses": [{"license": {"name": _licence_named(package)}}],
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in hashes[f"{name}=={package.version}"]],
    }


def _licence_named(package: Distribution) -> str:
    """As the package says it: an expression, a text, or the words of its classifiers."""
    told = package.metadata["License-Expression"] or (package.metadata["License"] or "").partition("\n")[0]
    classes = (one.rpartition(" :: ")[2] for one in package.metadata.get_all("Classifier", []) if "License ::" in one)
    return told or ", ".join(classes) or "lihat teks lisensi"


def _locked_hashes() -> Mapping[str, Sequence[str]]:
    """SHA-256 of every file of a package that the lock allows, by «name==version»."""
    blocks = re.split(r"\n(?=\S)", LOCK.read_text("utf-8"))
    pinned = ((_PINNED.match(block), block) for block in blocks)
    return {f"{canonicalize_name(one[1])}=={one[2]}": _DIGEST.findall(block) for one, block in pinned if one}


def _licence_texts(package: Distribution) -> Iterator[str]:
    for file in package.files or ():
        if _LICENCE.search(file.name) and file.suffix not in {".py", ".pyc"}:
            yield file.locate().read_text(encoding="utf-8", errors="replace")  # type: ignore[attr-defined]


def _text_of(package: str, name: str) -> str:
    place = next(file for file in distribution(package).files or () if file.name == name)
    return Path(str(place.locate())).read_text(encoding="utf-8")


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
