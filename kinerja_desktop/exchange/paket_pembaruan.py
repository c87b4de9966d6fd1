"""The package of an update, «Kinerja-Desktop-1.2.0.kpu»: a small signed file that lies beside the installer.

    kinerja-pembaruan 1
    kunci 3f9a0c1122334455
    tanda Zm9v…
                                  (an empty line)
    {"versi": "1.2.0", …}

Signed with Ed25519 (PyNaCl, libsodium) are the first line and everything behind the empty one, as they stand there, so
that nothing is written anew before it is compared. «kunci» is the beginning of the SHA-256 of the public key and only
tells which key is wanted. A change that older programs must not read raises ``FORMAT``.
"""

import base64
import json
import re
from collections.abc import Callable, Collection
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import FileMissing, NewerVersion, NotOurFile, SebabPaket, UpdateDamaged
from kinerja_desktop.domain.paket_pembaruan import PaketPembaruan, urutan
from kinerja_desktop.exchange.atomic import write_bytes

FORMAT = 1
LARGEST = 1 << 20
PUBLIC, SECRET = "kinerja-rilis-publik ", "kinerja-rilis-rahasia "
"""How the one line of a key file begins; the rest is the key, in base 64."""
_KEY_BYTES = 32
_MAGIC = "kinerja-pembaruan "
_HEAD = re.compile(rb"kinerja-pembaruan (\d{1,6})\nkunci ([0-9a-f]{16})\ntanda ([A-Za-z0-9+/=]{88})\n\n")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_BARE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._ -]{0,120}")
_CHUNK = 1 << 20
_MOST_LINES, _LONGEST = 200, 400


def mark_of(key: bytes) -> str:
    """What tells one public key from another."""
    return sha256(key).hexdigest()[:16]


def release_key() -> bytes | None:
    """The public key that this program was built with; None where it was built without one.

    Raises ValueError for a file that holds something else.
    """
    try:
        text = paths.resource(*paths.RELEASE_KEY).read_text(encoding="ascii")
    except FileNotFoundError:
        return None
    return read_key(text, PUBLIC)


def read_key(text: str, kind: str) -> bytes:
    """The key in the text of a key file. Raises ValueError, also where it is a key of the other kind."""
    key = base64.b64decode(text.removeprefix(kind).strip(), validate=True) if text.startswith(kind) else b""
    if len(key) != _KEY_BYTES:
        raise ValueError("bukan berkas kunci rilis jenis ini")
    return key


def new_keys() -> tuple[str, str]:
    """The texts of two new key files: the secret one, with which releases are signed, and the public one."""
    from nacl.signing import SigningKey  # here, because a start needs none

    secret = SigningKey.generate()
    return _key_text(SECRET, bytes(secret)), _key_text(PUBLIC, bytes(secret.verify_key))


def _key_text(kind: str, key: bytes) -> str:
    return f"{kind}{base64.b64encode(key).decode()}\n"


def write(folder: Path, paket: PaketPembaruan, secret: bytes) -> Path:
    """Sign a package and put it beside its installer. Raises KnownFault, ValueError for what `read` would refuse."""
    from nacl.signing import SigningKey

    _hold_sound(paket)
    key = SigningKey(secret)
    body = json.dumps(asdict(paket), ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"
    signature = base64.b64encode(key.sign(_signed(FORMAT, body)).signature).decode()
    head = f"{_MAGIC}{FORMAT}\nkunci {mark_of(bytes(key.verify_key))}\ntanda {signature}\n\n"
    write_bytes(folder / paket.nama, head.encode() + body)
    return folder / paket.nama


def read(file: Path, key: bytes) -> PaketPembaruan:
    """A package that was signed with ``key``; nothing of it is believed before that.

    Raises FileMissing, NotOurFile, NewerVersion, UpdateDamaged.
    """
    content = _content(file)
    head = _HEAD.match(content)
    if head is None:
        if not content.startswith(_MAGIC.encode()):
            raise NotOurFile(str(file))
        raise UpdateDamaged(file.name, SebabPaket.RUSAK)
    form, marked, signature = int(head[1]), head[2].decode(), head[3]
    if form > FORMAT:
        raise NewerVersion(str(file), form, FORMAT)
    if marked != mark_of(key):
        raise UpdateDamaged(file.name, SebabPaket.KUNCI_LAIN)
    body = content[head.end() :]
    if not _is_signed(key, _signed(form, body), signature):
        raise UpdateDamaged(file.name, SebabPaket.RUSAK)
    try:
        paket = _paket(json.loads(body))
        _hold_sound(paket)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UpdateDamaged(file.name, SebabPaket.RUSAK) from error
    return paket


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise FileMissing(str(file)) from error
    if len(content) > LARGEST:
        raise NotOurFile(str(file))
    return content


def _signed(form: int, body: bytes) -> bytes:
    return f"{_MAGIC}{form}\n".encode() + body


def _is_signed(key: bytes, content: bytes, signature: bytes) -> bool:
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(key).verify(content, base64.b64decode(signature, validate=True))
    except (BadSignatureError, ValueError):
        return False
    return True


def _paket(fields: dict[str, Any]) -> PaketPembaruan:
    return PaketPembaruan(
        versi=str(fields["versi"]),
        skema=int(fields["skema"]),
        berkas=str(fields["berkas"]),
        ukuran=int(fields["ukuran"]),
        sha256=str(fields["sha256"]),
        perubahan=tuple(map(str, fields["perubahan"])),
    )


def _hold_sound(paket: PaketPembaruan) -> None:
    """Raise ValueError for a package that nobody may act upon, whoever signed it: the name leads to no other folder."""
    urutan(paket.versi)
    sound = (
        paket.skema > 0
        and paket.ukuran > 0
        and _SHA256.fullmatch(paket.sha256)
        and _BARE.fullmatch(paket.berkas)
        and len(paket.perubahan) <= _MOST_LINES
        and all(0 < len(line) <= _LONGEST and line.isprintable() for line in paket.perubahan)
    )
    if not sound:
        raise ValueError(paket.berkas)


Pieces = Callable[[int], object]
"""Told the bytes read so far; what it raises ends the reading."""


def digest(file: Path, told: Pieces = lambda _: None) -> str:
    """SHA-256 of a large file. Raises FileMissing."""
    found, done = sha256(), 0
    try:
        with file.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                found.update(chunk)
                done += len(chunk)
                told(done)
    except OSError as error:
        raise FileMissing(str(file)) from error
    return found.hexdigest()


def size(file: Path) -> int:
    """Its bytes. Raises FileMissing."""
    try:
        return file.stat().st_size
    except OSError as error:
        raise FileMissing(str(file)) from error


def describe(installer: Path, versi: str, skema: int, perubahan: Collection[str]) -> PaketPembaruan:
    """The package of an installer that is there. Raises FileMissing."""
    return PaketPembaruan(versi, skema, installer.name, size(installer), digest(installer), tuple(perubahan))
