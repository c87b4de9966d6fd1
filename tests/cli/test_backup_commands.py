"""``cadangkan``, ``uji-pulih`` and ``pulihkan`` as people call them: files, exit codes, sentences, ``--json``."""

import json
import shutil
from pathlib import Path

import pytest

from kinerja_desktop import paths
from kinerja_desktop.__main__ import main
from kinerja_desktop.services import backup_keys, integrity, opening
from tests.disk_office import PASSWORD, USER, files_in, make_office


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    make_office(folder).store.close()
    return folder


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


@pytest.fixture
def sheet(data: Path) -> Path:
    office = opening.open_office(data)
    made = backup_keys.write_sheet(office, data)
    office.store.close()
    return made


@pytest.fixture
def file(data: Path, sheet: Path, usb: Path) -> Path:
    """A copy that opens with the sheet too."""
    assert sheet.exists()
    assert main(["cadangkan", "--data", str(data), "--ke", str(usb)]) == 0
    return next(usb.iterdir())


@pytest.fixture
def password(tmp_path: Path) -> Path:
    kept = tmp_path / "sandi.txt"
    kept.write_text(f"{PASSWORD}\n", encoding="utf-8")
    return kept


def test_a_backup_is_one_file_and_one_sentence(data: Path, usb: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cadangkan", "--data", str(data), "--ke", str(usb)]) == 0

    told = capsys.readouterr()
    (made,) = usb.iterdir()
    assert told.out == f"Selesai dan sudah diperiksa: {made}\n"
    assert "Membaca ulang" in told.err
    assert "belum mempunyai lembar pemulihan" in told.err
    assert not (data / "lembar-pemulihan.txt").exists()
    parts = [line.removeprefix("Memeriksa ") for line in told.err.splitlines() if line.startswith("Memeriksa bagian")]
    assert parts[: integrity.PARTS] == [f"bagian {n} dari {integrity.PARTS}" for n in range(1, integrity.PARTS + 1)]


def test_a_sheet_that_was_never_locked_away_is_told(
    data: Path, sheet: Path, usb: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--json", "cadangkan", "--data", str(data), "--ke", str(usb)]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["lembar"] == str(sheet)
    assert f"Lembar pemulihan masih ada di {sheet}." in told.err


def test_a_backup_in_json(data: Path, usb: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "cadangkan", "--data", str(data), "--ke", str(usb)]) == 0

    made = json.loads(capsys.readouterr().out)
    assert Path(made["berkas"]) == next(usb.iterdir())
    assert made["diperiksa"] is True
    assert len(made["kepala"]) == 64


def test_the_folder_must_be_named(data: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["cadangkan", "--data", str(data)])
    assert ended.value.code == 2


@pytest.mark.parametrize(("place", "code"), [("tidak/ada/di/sini", 5), ("berkas.txt", 5)])
def test_a_bad_place_is_told(data: Path, tmp_path: Path, place: str, code: int) -> None:
    (tmp_path / "berkas.txt").touch()
    assert main(["cadangkan", "--data", str(data), "--ke", str(tmp_path / place)]) == code


def test_no_office_no_backup(tmp_path: Path, usb: Path) -> None:
    assert main(["cadangkan", "--data", str(tmp_path / "kosong"), "--ke", str(usb)]) == 3
    assert list(usb.iterdir()) == []


def test_an_open_office_is_held(data: Path, usb: Path) -> None:
    office = opening.open_office(data)
    assert main(["cadangkan", "--data", str(data), "--ke", str(usb)]) == 5
    office.store.close()


def test_a_drill_needs_neither_office_nor_log_in(file: Path, sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["uji-pulih", str(file)]) == 0
    assert "dapat dipulihkan; tidak ditemukan perubahan" in capsys.readouterr().out

    shutil.rmtree(paths.key_folder())
    assert main(["uji-pulih", str(file)]) == 4
    assert "Gunakan lembar pemulihan" in capsys.readouterr().err
    assert main(["--json", "uji-pulih", str(file), "--lembar", str(sheet)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["utuh"], told["temuan"], told["kantor"]) == (True, [], "Kecamatan Contoh")


def test_a_damaged_backup_is_refused_by_both(file: Path, tmp_path: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)

    assert main(["uji-pulih", str(file)]) == 4
    assert main(["pulihkan", str(file), "--data", str(tmp_path / "baru")]) == 4
    assert not (tmp_path / "baru" / "kinerja.db").exists()


def test_a_mistyped_sheet_is_told_by_its_word(
    file: Path, sheet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = sheet.read_text(encoding="utf-8")
    (tmp_path / "kata.txt").write_text(text.replace(" 7. ", " 7. xx"), encoding="utf-8")

    assert main(["uji-pulih", str(file), "--lembar", str(tmp_path / "kata.txt")]) == 3
    assert "Kata ke-7" in capsys.readouterr().err
    assert main(["uji-pulih", str(file), "--lembar", str(tmp_path / "tidak-ada.txt")]) == 3


def test_an_empty_folder_is_restored_with_the_sheet_and_passes_periksa(
    file: Path, sheet: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(paths.key_folder())
    target = tmp_path / "baru"

    assert main(["pulihkan", str(file), "--lembar", str(sheet), "--data", str(target)]) == 0
    assert "sudah dipulihkan" in capsys.readouterr().out
    assert main(["periksa", "--data", str(target)]) == 0
    assert files_in(target) == files_in(data)


def test_over_an_office_only_the_admin_restores(
    file: Path, data: Path, password: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pulihkan", str(file), "--data", str(data)]) == 6
    assert "--pengguna" in capsys.readouterr().err
    wrong = password.with_name("lain.txt")
    wrong.write_text("bukan ini\n", encoding="utf-8")
    assert main(["pulihkan", str(file), "--data", str(data), "--pengguna", USER, "--sandi-dari", str(wrong)]) == 6

    login = ["--pengguna", USER, "--sandi-dari", str(password)]
    assert main(["--json", "pulihkan", str(file), "--data", str(data), *login]) == 0

    done = json.loads(capsys.readouterr().out)
    assert Path(done["pengaman"]).is_file()
    assert main(["periksa", "--data", str(data)]) == 0


def test_a_wrecked_office_is_restored_with_the_sheet(file: Path, sheet: Path, data: Path, tmp_path: Path) -> None:
    kept = shutil.copy(sheet, tmp_path / "kertas.txt")
    with (data / paths.DATABASE).open("r+b") as database:
        database.seek(100)
        database.write(b"rusak" * 10_000)

    assert main(["pulihkan", str(file), "--data", str(data)]) == 4
    assert main(["pulihkan", str(file), "--lembar", str(kept), "--data", str(data)]) == 0
    assert main(["periksa", "--data", str(data)]) == 0
