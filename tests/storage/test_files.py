"""Files by digest: written once, read back whole or not at all."""

import errno
import hashlib
import os
from pathlib import Path

import pytest

from kinerja_desktop.domain.errors import DataDamaged, DiskFull, NotFound
from kinerja_desktop.storage.files import Blobs, is_digest

CONTENT = b"%PDF-1.7 isi"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


def test_a_file_is_named_by_its_digest_and_stored_once(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / "arsip")
    assert blobs.put(CONTENT) == DIGEST
    first = (tmp_path / "arsip" / DIGEST).stat()
    assert blobs.put(CONTENT) == DIGEST
    assert (tmp_path / "arsip" / DIGEST).stat() == first
    assert blobs.read(DIGEST) == CONTENT
    assert blobs.path(DIGEST).read_bytes() == CONTENT
    assert list(blobs.names()) == [DIGEST]


def test_a_changed_file_is_not_handed_out(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    (tmp_path / blobs.put(CONTENT)).write_bytes(CONTENT + b"!")
    assert blobs.has(DIGEST)
    assert not blobs.intact(DIGEST)
    with pytest.raises(DataDamaged):
        blobs.read(DIGEST)


def test_putting_the_right_bytes_again_repairs_a_changed_file(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    (tmp_path / blobs.put(CONTENT)).write_bytes(b"")
    blobs.put(CONTENT)
    assert blobs.read(DIGEST) == CONTENT


@pytest.mark.parametrize("name", ["", "0" * 64, "../../etc/passwd", "A" * 64])
def test_what_is_not_there_is_not_found(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFound):
        Blobs(tmp_path).read(name)


def test_a_full_disk_leaves_no_piece(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "penuh")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        Blobs(tmp_path).put(CONTENT)
    assert list(tmp_path.iterdir()) == []


def test_pieces_and_foreign_files_are_not_listed(tmp_path: Path) -> None:
    (tmp_path / "x.part").write_bytes(b"")
    (tmp_path / "catatan.txt").write_bytes(b"")
    assert list(Blobs(tmp_path).names()) == []
    assert list(Blobs(tmp_path / "tidak-ada").names()) == []


def test_a_digest_is_64_hexadecimal_digits() -> None:
    assert is_digest(DIGEST)
    assert not is_digest(DIGEST.upper())
    assert not is_digest(DIGEST[:-1])
