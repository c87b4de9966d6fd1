"""Keys of backups: the office key on this PC, and the recovery key that exists on paper only.

Both are X25519 keys of the age format, so a technical helper opens a backup with any age program. The office key
stands in a file of its own outside the data folder, named by the office's id, readable by its owner alone; it is a
plain age identity file. A PC that gets a new office key keeps the old ones in the same file.
"""

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kinerja_desktop import paths
from kinerja_desktop.exchange.atomic import naming, write_text

_SUFFIX = ".kunci"
_PREFIX = "AGE-SECRET-KEY-1"
_OFFICE_ID = re.compile(r"[0-9a-f-]{8,64}")
PRACTICE = "(LATIHAN)"
"""Stands behind the name of a practice office in the file of its key."""
_NAMED = re.compile(r"# Kunci kantor Kinerja Desktop: (.*)")
_HEAD = """\
# Kunci kantor Kinerja Desktop: {nama}
# Berkas ini membuka cadangan kantor tersebut di komputer ini. Jangan disalin ke flashdisk; untuk komputer lain
# pakailah lembar pemulihan.
"""


@dataclass(frozen=True, slots=True)
class Kunci:
    """A key pair; ``rahasia`` is the age identity and never shown."""

    rahasia: str = field(repr=False)

    @classmethod
    def from_bytes(cls, secret: bytes) -> "Kunci":
        """The key whose secret number is these 32 bytes."""
        return cls(_bech32("age-secret-key-", secret).upper())

    @property
    def publik(self) -> str:
        """The age recipient: may be known to everybody."""
        from pyrage import x25519

        return str(x25519.Identity.from_str(self.rahasia).to_public())


def new_secret() -> bytes:
    """32 bytes for a new key."""
    return secrets.token_bytes(32)


# --- the office key on this PC -----------------------------------------------------------------


def key_file(kantor_id: str, folder: Path | None = None) -> Path:
    """Where the key of an office stands on this PC."""
    if not _OFFICE_ID.fullmatch(kantor_id):
        raise ValueError(kantor_id)  # ids are made by the program; a path may not be smuggled in
    return (folder or paths.key_folder()) / (kantor_id + _SUFFIX)


def office_keys(kantor_id: str, folder: Path | None = None) -> tuple[Kunci, ...]:
    """The keys of one office, newest first; none where this PC has no file."""
    return _read(key_file(kantor_id, folder))


def all_keys(folder: Path | None = None) -> tuple[Kunci, ...]:
    """Every key of this PC, for a backup whose office is not known before it is open."""
    place = folder or paths.key_folder()
    files = sorted(place.glob(f"*{_SUFFIX}")) if place.is_dir() else []
    return tuple(key for file in files for key in _read(file))


def known_offices(folder: Path | None = None) -> tuple[str, ...]:
    """Names of the real offices that this PC has keys of: their data was here once."""
    place = folder or paths.key_folder()
    files = sorted(place.glob(f"*{_SUFFIX}")) if place.is_dir() else []
    names = (_NAMED.match(file.read_text(encoding="utf-8", errors="replace")) for file in files)
    return tuple(dict.fromkeys(found[1] for found in names if found and not found[1].endswith(PRACTICE)))


def keep_office_key(kantor_id: str, nama: str, key: Kunci, folder: Path | None = None) -> Path:
    """Put a key first in the office's file. Raises KnownFault."""
    file = key_file(kantor_id, folder)
    with naming(file):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lines = [_HEAD.format(nama=" ".join(nama.split())), *_lines([key, *_read(file)])]
    write_text(file, "".join(lines), mode=0o600)
    return file


def name_office(kantor_id: str, nama: str, folder: Path | None = None) -> None:
    """Write the office's present name over its keys, where it got another one. Raises KnownFault."""
    file = key_file(kantor_id, folder)
    keys, told = _read(file), " ".join(nama.split())
    known = _NAMED.match(file.read_text(encoding="utf-8", errors="replace")) if keys else None
    if known is not None and known[1] != told:
        write_text(file, "".join([_HEAD.format(nama=told), *_lines(keys)]), mode=0o600)


def _lines(keys: Iterable[Kunci]) -> Iterable[str]:
    return (f"# public key: {key.publik}\n{key.rahasia}\n" for key in keys)


def _read(file: Path) -> tuple[Kunci, ...]:
    """A file that is gone or not ours opens nothing; the recovery sheet is the way on."""
    if not file.is_file():
        return ()
    with naming(file):
        lines = file.read_text(encoding="utf-8", errors="replace").split()
    return tuple(Kunci(line) for line in lines if line.startswith(_PREFIX) and _is_identity(line))


def _is_identity(line: str) -> bool:
    import pyrage

    try:
        pyrage.x25519.Identity.from_str(line)
    except pyrage.IdentityError:
        return False
    return True


# --- Bech32 (BIP 173), the spelling of age keys --------------------------------------------------

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def _bech32(kind: str, content: bytes) -> str:
    values = _fives(content)
    check = _polymod([*_spread(kind), *values, *[0] * 6]) ^ 1
    values += [check >> 5 * n & 31 for n in reversed(range(6))]
    return f"{kind}1{''.join(_LETTERS[value] for value in values)}"


def _fives(content: bytes) -> list[int]:
    """The bits in groups of five, filled up with zeros."""
    bits = "".join(f"{byte:08b}" for byte in content)
    bits += "0" * (-len(bits) % 5)
    return [int(bits[n : n + 5], 2) for n in range(0, len(bits), 5)]


def _spread(kind: str) -> list[int]:
    return [ord(letter) >> 5 for letter in kind] + [0] + [ord(letter) & 31 for letter in kind]


def _polymod(values: Iterable[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for n, generator in enumerate(_GENERATORS):
            check ^= generator if top >> n & 1 else 0
    return check
