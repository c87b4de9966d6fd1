"""Periksa Pembaruan: only a genuine, whole, newer release passes, and the history keeps who looked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kinerja_desktop import messages, paths
from kinerja_desktop.domain.errors import PasswordNeeded, SebabPaket, SebabPembaruan, UpdateDamaged, UpdateRefused
from kinerja_desktop.domain.paket_pembaruan import urutan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import trail, update_package
from kinerja_desktop.services.context import Context, FreshFor
from kinerja_desktop.services.update_package import Terpasang, examine
from tests.office import JOKO, Kantor
from tests.releases import CHANGES, INSTALLER, PUBLIC, PUBLIC_TEXT, release

HERE = Terpasang("1.1.0", 6, PUBLIC)


def refusal(file: Path, here: Terpasang = HERE) -> UpdateRefused:
    with pytest.raises(UpdateRefused) as refused:
        examine(file, here=here)
    return refused.value


def test_a_newer_release_is_told_with_what_becomes_of_the_data(tmp_path: Path) -> None:
    found = examine(release(tmp_path, "1.2.0", 7), here=HERE)
    assert "1.2.0" in found.putusan
    assert "1.1.0" in found.putusan
    assert found.menyesuaikan
    assert "salinan" in found.data
    assert found.paket.perubahan == CHANGES
    assert found.pemasang == tmp_path / INSTALLER
    assert INSTALLER in found.langkah[-1]

    same_shape = examine(release(tmp_path, "1.1.1", 6), here=HERE)
    assert not same_shape.menyesuaikan
    assert "tidak berubah" in same_shape.data


@pytest.mark.parametrize(
    ("versi", "skema", "sebab"),
    [
        ("1.0.9", 6, SebabPembaruan.LEBIH_LAMA),
        ("1.1.0", 6, SebabPembaruan.SAMA),
        ("1.2.0", 5, SebabPembaruan.SKEMA_LAMA),
    ],
)
def test_what_does_not_lead_forward_is_refused(tmp_path: Path, versi: str, skema: int, sebab: SebabPembaruan) -> None:
    told = refusal(release(tmp_path, versi, skema))
    assert told.sebab is sebab
    assert f"versi {versi}" in messages.sentence(told)


def test_a_lost_installer_is_named(tmp_path: Path) -> None:
    file = release(tmp_path)
    (tmp_path / INSTALLER).unlink()
    told = refusal(file)
    assert told.sebab is SebabPembaruan.PEMASANG_HILANG
    assert INSTALLER in messages.sentence(told)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def swap(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1] + b"x")


@pytest.mark.parametrize(("harm", "sebab"), [(cut, SebabPaket.PEMASANG_UKURAN), (swap, SebabPaket.PEMASANG_ISI)])
def test_an_installer_that_is_not_the_released_one_is_not_run(
    tmp_path: Path, harm: Callable[[Path], None], sebab: SebabPaket
) -> None:
    file = release(tmp_path)
    harm(tmp_path / INSTALLER)
    with pytest.raises(UpdateDamaged) as refused:
        examine(file, here=HERE)
    assert refused.value.sebab is sebab
    assert "Jangan jalankan" in messages.sentence(refused.value)


def test_a_program_without_a_key_says_so(tmp_path: Path) -> None:
    told = refusal(release(tmp_path), Terpasang("1.1.0", 6, None))
    assert told.sebab is SebabPembaruan.TANPA_KUNCI
    assert "tanpa kunci rilis" in messages.sentence(told)


def test_the_key_is_that_of_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    assert update_package.this_program().kunci is None
    assert update_package.key_told() == "tidak ada"
    file = tmp_path.joinpath(*paths.RELEASE_KEY)
    file.parent.mkdir()
    file.write_text("lain", encoding="utf-8")
    assert update_package.this_program().kunci is None
    file.write_text(PUBLIC_TEXT, encoding="utf-8")
    assert update_package.this_program().kunci == PUBLIC


def test_the_version_of_this_program_can_be_compared() -> None:
    assert urutan(update_package.this_program().versi) > (0, 0, 0)


def test_progress_is_told_by_megabytes_and_can_be_left(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    file = release(tmp_path)
    examine(file, lambda *parts: told.append(parts), HERE)
    assert told[-1] == (3, 3, "3 dari 3 MB")

    class Left(Exception):
        pass

    def leave(*_: object) -> None:
        raise Left

    with pytest.raises(Left):
        examine(file, leave, HERE)


# --- in the office -------------------------------------------------------------------------------


@pytest.fixture
def admin(kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> Context:
    monkeypatch.setattr(update_package, "this_program", lambda: HERE)
    return kantor.ctx(JOKO, Role.ADMIN)


def records(ctx: Context) -> list[tuple[str, str]]:
    with ctx.office.store.read() as unit:
        return [(row.nama, row.isi["versi"]) for row in unit.journal.records(trail.Kind.UPDATE.value)]


def test_the_password_is_asked_for_anew(admin: Context, tmp_path: Path) -> None:
    admin.office.confirmed.forget()
    with pytest.raises(PasswordNeeded):
        update_package.check(admin, release(tmp_path))


def test_the_history_keeps_who_found_an_update_good(admin: Context, tmp_path: Path) -> None:
    admin.office.confirmed.remember(admin.actor.id, FreshFor.UPDATE)
    update_package.check(admin, release(tmp_path, "1.2.0", 7))
    assert records(admin) == [(JOKO.nama, "1.2.0")]
    with pytest.raises(UpdateRefused):
        update_package.check(admin, release(tmp_path, "1.0.0", 6))
    assert records(admin) == [(JOKO.nama, "1.2.0")]
