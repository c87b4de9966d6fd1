"""Whose work lies in the bundle and under which licence: one text for each origin, and which file stands under which.

An origin is a package of the lock, Python itself, the loader of PyInstaller, or a package of Debian whose library
PyInstaller copied. Each brings its texts along (wheel, Python's folder, Debian's copyright file); what none of them
tells stands in ``resources/lisensi/`` and its line in ADDED. A file of no known origin, or an origin without a text,
ends the build. `kinerja.spec` calls this; nothing of the program does.
"""

import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path
from shutil import which
from urllib.parse import quote

from packaging.utils import canonicalize_name

_OWN = Path(__file__).parent / "lisensi"
_DEBIAN_DOCS = Path("/usr/share/doc")
_DEBIAN_COMMON = Path("/usr/share/common-licenses")
_COMMON = re.compile(r"/usr/share/common-licenses/([\w+-]+(?:\.\d+)*)")
_LICENCE = re.compile(r"(licen[cs]es?/|licen[cs]e[^/]*$|copying[^/]*$|notice[^/]*$)", re.IGNORECASE)
_LIBRARY = re.compile(r"\.(so(\.[\d.]+)?|dll|pyd)$|\.abi3\.so[\d.]*$", re.IGNORECASE)
_QT_TEXTS = (("psycopg", "LICENSE.txt"), ("pikepdf", "GPL-3.0.txt"))
"""Where the LGPL-3 and the GPL-3, on which it rests, stand in packages of the lock: wheels of Qt bring no text."""
ADDED = {
    "python": "python",
    "qtawesome": "phosphor",
    "pyside6-essentials": "qt",
    "pyside6-pdf": "qt",
    "shiboken6": "qt",
}
"""Own text of ``resources/lisensi/`` by origin: what is built in and told by nobody."""
LIST = "daftar.txt"
_UNTOLD = "lihat teks lisensi"


@dataclass(frozen=True, slots=True)
class Origin:
    """Somebody's work as a whole; ``purl`` is its name among all software, ``licence`` what it calls its licence."""

    name: str
    version: str
    purl: str
    licence: str
    texts: tuple[str, ...]


def libraries(bundle: Path) -> Sequence[Path]:
    """What the system loads into the program (.so, .dll, .pyd), without second names for the same file."""
    return sorted(path for path in bundle.rglob("*") if _LIBRARY.search(path.name) and not path.is_symlink())


def origins(sources: Iterable[Path]) -> Mapping[Path, Origin]:
    """The origin of each file, by the place from which it is copied; own files of the checkout are not asked for.

    Raises LookupError for a file of nobody or an origin without a text.
    """
    places = {source: source.resolve() for source in sources}
    packages = _package_files()
    debian = _debian_owners({path for path in (*places, *places.values()) if path not in packages})
    named = {source: _owner(source, real, packages, debian) for source, real in places.items()}
    known = {name: _origin(name) for name in sorted(set(named.values()))}
    return {source: known[name] for source, name in named.items()}


def write(folder: Path, files: Mapping[str, Origin], everyone: Iterable[Origin]) -> None:
    """One text for each origin, and the list of files with the name of their text."""
    folder.mkdir(parents=True, exist_ok=True)
    for origin in everyone:
        head = f"{origin.name} {origin.version}\n{origin.licence}\n"
        (folder / f"{origin.name}.txt").write_text("\n\n".join([head, *origin.texts]), encoding="utf-8")
        for name in sorted(_common_named(origin)):
            (folder / f"umum-{name}.txt").write_text(_read(_DEBIAN_COMMON / name), encoding="utf-8")
    rows = sorted(f"{name}: {origin.name}.txt\n" for name, origin in files.items())
    (folder / LIST).write_text("".join(rows), encoding="utf-8")


def without_text(bundle: Path, folder: Path) -> Sequence[str]:
    """Libraries of a finished bundle that the list of texts does not name, or names with a text that is not there."""
    rows = (line.partition(": ") for line in (folder / LIST).read_text("utf-8").splitlines())
    told = {name: folder / text for name, _, text in rows}
    names = (path.relative_to(bundle).as_posix() for path in libraries(bundle))
    return sorted(name for name in names if name not in told or not told[name].is_file())


@cache
def _package_files() -> Mapping[Path, str]:
    """Every file of every installed package."""
    roots = ((package, Path(str(package.locate_file(""))).resolve()) for package in distributions())
    return {
        root / file: f"pypi {canonicalize_name(package.name)}"
        for package, root in roots
        for file in package.files or ()
    }


def _owner(source: Path, real: Path, packages: Mapping[Path, str], debian: Mapping[Path, str]) -> str:
    """Kind and name. Python last: on Debian all of its files, and on Windows its DLLs, lie below its prefix."""
    found = packages.get(real) or packages.get(source) or debian.get(real) or debian.get(source)
    if found:
        return found
    if real.is_relative_to(Path(sys.base_prefix).resolve()) and real.parts[1:2] != ("usr",):
        return "python"
    raise LookupError(source)


def _debian_owners(paths: Iterable[Path]) -> Mapping[Path, str]:
    """The Debian package of each path, where Debian it is; asked for with and without /usr, since both are the same."""
    if not which("dpkg-query"):
        return {}
    spelt = {spelling: path for path in paths for spelling in _spellings(path)}
    if not spelt:
        return {}
    asked = subprocess.run(["dpkg-query", "--search", *spelt], capture_output=True, text=True, check=False)  # noqa: S603, S607
    rows = (line.partition(": /") for line in asked.stdout.splitlines())
    return {spelt[f"/{path}"]: f"debian {owner.partition(':')[0]}" for owner, _, path in rows if f"/{path}" in spelt}


def _spellings(path: Path) -> Iterator[str]:
    told = path.as_posix().removeprefix("/usr")
    yield from (told, f"/usr{told}")


def _origin(owner: str) -> Origin:
    kind, _, name = owner.partition(" ")
    made = {"python": _python, "pypi": _package, "debian": _debian}[kind](name)
    if not "".join(made.texts).strip():
        raise LookupError(made.name)
    return made


def python() -> Origin:
    """The interpreter, whose own modules are packed together, so that none of them is a file of the bundle."""
    return _origin("python")


def loader() -> Origin:
    """What starts the bundle: the programs themselves are PyInstaller's loader with our modules behind it."""
    return _origin("pypi pyinstaller")


def _python(_: str) -> Origin:
    version = platform.python_version()
    places = (
        Path(os.__file__).with_name("LICENSE.txt"),
        Path(sys.base_prefix) / "LICENSE.txt",
        _DEBIAN_DOCS / f"python{sys.version_info.major}.{sys.version_info.minor}" / "copyright",
    )
    told = next((_read(place) for place in places if place.is_file()), "")
    texts = (told, _own("python")) if told else ()
    return Origin("python", version, f"pkg:generic/python@{version}", "PSF-2.0", texts)


def _package(name: str) -> Origin:
    package = distribution(name)
    texts = list(_texts_of(package))
    if ADDED.get(name) == "qt":
        texts = [_text_in(*place) for place in _QT_TEXTS]
    if texts and name in ADDED:
        texts.insert(0, _own(ADDED[name]))
    return Origin(name, package.version, f"pkg:pypi/{name}@{package.version}", _licence_named(package), tuple(texts))


def _debian(name: str) -> Origin:
    asked = ["dpkg-query", "--show", "--showformat=${Version}\n", name]
    version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()[0]  # noqa: S603
    text = _read(_DEBIAN_DOCS / name / "copyright")
    named = ", ".join(sorted(set(re.findall(r"^License: *(\S.*)$", text, re.MULTILINE))))
    purl = f"pkg:deb/debian/{quote(name)}@{quote(version, safe=':')}"
    return Origin(f"debian-{name}", version, purl, named or _UNTOLD, (text,))


def _common_named(origin: Origin) -> set[str]:
    """Texts that copyright files of Debian only point to."""
    if not origin.name.startswith("debian-"):
        return set()
    return {name for text in origin.texts for name in _COMMON.findall(text) if (_DEBIAN_COMMON / name).is_file()}


def _licence_named(package: Distribution) -> str:
    """As the package says it: an expression, a text, or the words of its classifiers."""
    told = package.metadata["License-Expression"] or (package.metadata["License"] or "").partition("\n")[0]
    classes = (one.rpartition(" :: ")[2] for one in package.metadata.get_all("Classifier", []) if "License ::" in one)
    return told or ", ".join(classes) or _UNTOLD


def _texts_of(package: Distribution) -> Iterator[str]:
    for file in package.files or ():
        if _LICENCE.search(file.as_posix()) and file.suffix not in {".py", ".pyc"}:
            yield _read(Path(str(package.locate_file(file))))


def _text_in(package: str, name: str) -> str:
    found = next(file for file in distribution(package).files or () if file.name == name)
    return _read(Path(str(distribution(package).locate_file(found))))


def _own(name: str) -> str:
    return _read(_OWN / f"{name}.txt")


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")
