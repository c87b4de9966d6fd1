"""The commands on one practice office: made, checked, verified, exported, imported, reported."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kinerja_desktop import cli, paths
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.realisasi import RealisasiTahun
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange.buku_kinerja import baca, tulis
from kinerja_desktop.exchange.lembar_pemulihan import read_sheet
from kinerja_desktop.services import auth, opening, workbook_sources
from kinerja_desktop.services.context import Context
from kinerja_desktop.storage import high_water
from tests.exchange import foreign
from tests.exchange.hostile import package
from tests.exchange.hostile.bombs import million_rows
from tests.practice_book import BUKU, four


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice office from a small workbook, with its papers; made once, by the command."""
    place = tmp_path_factory.mktemp("latihan")
    tulis(BUKU, place / "buku.xlsx")
    keys = os.environ.get(paths.KEY_VARIABLE)
    os.environ[paths.KEY_VARIABLE] = str(place / "kunci")
    try:
        assert cli.run(cli.read(["contoh", "--ke", str(place / "kantor"), "--buku", str(place / "buku.xlsx")])) == 0
    finally:
        os.environ.pop(paths.KEY_VARIABLE) if keys is None else os.environ.update({paths.KEY_VARIABLE: keys})
    for name in ("andi", "rahma", "joko", "budi"):
        (place / f"sandi-{name}").write_text(f"latihan-{name}\n", encoding="utf-8")
    return place


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(made, tmp_path / "salinan"))


def kinerja(place: Path, *arguments: str, who: str = "") -> int:
    """Run a command on the office in this process; the exit code."""
    login = ["--pengguna", who, "--sandi-dari", str(place / f"sandi-{who}")] if who else []
    return cli.run(cli.read(["--data", str(place / "kantor"), *arguments, *login]))


def document(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """The one JSON document on stdout."""
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


# --- bukti ---------------------------------------------------------------------------------------


def test_bukti_writes_the_evidence_of_a_quarter_with_its_list(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ask = ("bukti", "--tahun", "2026", "--triwulan", "1", "--ke", str(place))
    assert kinerja(place, *ask, "--json", who="rahma") == 0
    told = document(capsys)
    folder = Path(told["folder"])
    stored = [file for file in folder.rglob("*") if file.is_file() and file.parent != folder]
    assert len(stored) == told["berkas"] > 0
    assert {file.name for file in folder.iterdir() if file.is_file()} == {"daftar-bukti.pdf", "daftar-bukti.xlsx"}
    assert kinerja(place, *ask, who="budi") == 6
    beyond = place / "flashdisk" / "inspektorat"
    assert kinerja(place, *ask[:-1], str(beyond), who="rahma") == 0
    assert [folder.name for folder in beyond.iterdir()] == [folder.name]
    nothing = ("bukti", "--tahun", "2030", "--triwulan", "4", "--ke", str(place / "kosong" / "lagi"))
    assert kinerja(place, *nothing, who="rahma") == 3
    assert not (place / "kosong").exists()
    shutil.rmtree(place / "kantor" / "bukti")
    assert kinerja(place, *ask, who="rahma") == 4
    assert "hilang dari folder data" in capsys.readouterr().err


# --- contoh --------------------------------------------------------------------------------------


def test_contoh_leaves_an_office_its_papers_and_the_recovery_sheet(made: Path) -> None:
    kantor = made / "kantor"
    names = {path.name for path in (kantor / "dokumen" / "2026").iterdir()}

    reports = {f"laporan-triwulan-{n}-2026" for n in (1, 2, 3, 4)} | {"lkjip-2026"}
    assert {f"{name}.{end}" for name in reports for end in ("pdf", "docx", "xlsx")} <= names
    assert {name.split("-2026")[0][:-2] for name in names if "-pel-" in name} == {
        "lembar-disposisi",
        "bahan-laporan",
        "laporan-seksi",
        "laporan-disposisi",
    }
    assert (kantor / "lembar-pemulihan.txt").is_file()
    assert (kantor / paths.DATABASE).is_file()


def test_contoh_refuses_a_folder_with_an_office(place: Path) -> None:
    assert kinerja(place, "contoh", "--ke", str(place / "kantor")) == 3


def test_contoh_refuses_a_foreign_file_and_leaves_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "surat.xlsx").write_bytes(b"bukan buku kerja")
    arguments = ["contoh", "--ke", str(tmp_path / "k"), "--buku", str(tmp_path / "surat.xlsx"), "--json"]

    assert cli.run(cli.read(arguments)) == 3
    assert document(capsys)["kesalahan"][0]["berkas"] == "surat.xlsx"
    assert not (tmp_path / "k").exists()


def test_contoh_tells_every_person_who_cannot_be_stored_at_his_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ended = Pegawai("Orang Satu", "Staf", (Role.CAMAT,), mulai=date(2026, 5, 1), sampai=date(2026, 1, 1))
    people = (ended, Pegawai("Orang Dua", "Camat", (Role.CAMAT,), nip="12"))
    tulis(replace(BUKU, pegawai=(*BUKU.pegawai, *people)), tmp_path / "salah.xlsx")
    row = 2 + len(BUKU.pegawai)
    ask = ["contoh", "--ke", str(tmp_path / "k"), "--buku", str(tmp_path / "salah.xlsx"), "--json"]
    assert cli.run(cli.read(ask)) == 3
    found = document(capsys)["kesalahan"]
    assert [(k["lembar"], k["sel"]) for k in found] == [("Pegawai", f"K{row}"), ("Pegawai", f"B{row + 1}")]
    assert not (tmp_path / "k").exists()


# --- periksa and verifikasi ------------------------------------------------------------------------


def test_periksa_is_clean_and_red_after_a_row_was_edited(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kinerja(place, "periksa") == 0
    capsys.readouterr()
    with sqlite3.connect(place / "kantor" / paths.DATABASE) as db:
        db.execute("UPDATE isi_indikator SET realisasi = '999' WHERE kode = '2.1'")
    db.close()

    assert kinerja(place, "periksa", "--json") == 4
    told = document(capsys)
    assert not told["utuh"]
    assert "Berkas Seksi Pemerintahan TW 1 2026" in " ".join(told["temuan"])
    assert "999" not in json.dumps(told)  # it is passed on to a helper: no figure in it


def test_periksa_counts_its_warnings_in_its_last_word(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "kantor" / high_water.NAME).unlink()
    assert kinerja(place, "periksa") == 0
    told = capsys.readouterr()
    assert f"! Berkas {high_water.NAME}" in told.err
    assert told.out.startswith("Tidak ditemukan perubahan, tetapi ada 1 peringatan di atas yang perlu ditelusuri.")


def test_periksa_compares_the_history_with_a_copy_and_with_a_paper(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = opening.open_office(place / "kantor")
    with office.store.read() as unit:
        head = unit.journal.head()
    office.store.close()
    (tmp_path / "usb").mkdir()
    assert kinerja(place, "cadangkan", "--ke", str(tmp_path / "usb")) == 0
    (copy,) = (tmp_path / "usb").glob("*.kpb")
    mark = f"{head.seq}:{head.hash[:12].upper()}"

    assert kinerja(place, "periksa", "--jangkar", str(copy), "--jangkar", mark) == 0
    assert "Riwayat sama dengan 2 pembanding" in capsys.readouterr().out

    other = "1" if mark[-1] == "0" else "0"
    assert kinerja(place, "periksa", "--jangkar", mark[:-1] + other) == 4
    told = capsys.readouterr()
    assert "pernah ditulis ulang" in told.out + told.err
    assert kinerja(place, "periksa", "--jangkar", "bukan-apa-apa") == 3


def test_a_paper_is_verified_by_code_and_by_file(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = place / "kantor" / "dokumen" / "2026" / "laporan-triwulan-1-2026.pdf"
    assert kinerja(place, "verifikasi", str(report), "--json") == 0
    told = document(capsys)
    assert (told["status"], told["dokumen"]["jenis"]) == ("sah", "laporan_triwulan")
    kode = str(told["kode"])

    assert kinerja(place, "verifikasi", kode.lower()) == 0
    assert capsys.readouterr().out.startswith("SAH  Laporan Kinerja Triwulan I Tahun 2026")
    slip = kode[:-1] + ("3" if kode[-1] != "3" else "4")
    assert kinerja(place, "verifikasi", slip, "--json") == 4
    assert (document(capsys) | {"keterangan": ""})["posisi"] == [12]
    assert kinerja(place, "verifikasi", "3333-3333-3333") == 4
    assert "TIDAK DIKENAL" in capsys.readouterr().out


def test_a_changed_file_is_told_apart(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = bytearray((place / "kantor" / "dokumen" / "2026" / "lkjip-2026.pdf").read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / "palsu.pdf").write_bytes(content)

    assert kinerja(place, "verifikasi", str(tmp_path / "palsu.pdf")) == 4
    assert capsys.readouterr().out.startswith("ISI TIDAK COCOK")
    assert kinerja(place, "verifikasi", str(tmp_path / "hilang.pdf")) == 3


# --- ekspor and impor ------------------------------------------------------------------------------


def test_export_reads_back_to_the_same_data(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "keluar.xlsx"
    assert kinerja(place, "ekspor", str(out), who="rahma") == 0
    book = baca(out)
    assert (book.realisasi, book.anggaran, book.rencana) == (BUKU.realisasi, BUKU.anggaran, BUKU.rencana)
    capsys.readouterr()

    assert kinerja(place, "impor", str(out), "--uji", "--json", who="rahma") == 0
    told = document(capsys)
    assert (told["ditambah"], told["diubah"], told["ditolak"], told["tersimpan"]) == (0, 0, 0, False)


def test_a_figure_unlike_an_approved_one_is_refused(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = replace(BUKU, realisasi=(RealisasiTahun("2.1", four("51", None, None, None)),), pegawai=())
    tulis(changed, tmp_path / "lain.xlsx")

    for trial in (["--uji"], []):
        assert kinerja(place, "impor", str(tmp_path / "lain.xlsx"), *trial, "--json", who="rahma") == 3
        assert document(capsys)["kesalahan"][0]["lembar"] == "Realisasi"


def test_a_hostile_workbook_is_refused_with_reason_and_cure(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "makro.xlsx").write_bytes(package.with_part("xl/vbaProject.bin"))

    for trial in (["--uji"], []):
        assert kinerja(place, "impor", str(tmp_path / "makro.xlsx"), *trial, "--json", who="rahma") == 3
        [fault] = document(capsys)["kesalahan"]
        assert fault["sebab"] == "Berkas berisi makro."
        assert fault["saran"].startswith("Buka di Excel")
    assert kinerja(place, "hitung", str(tmp_path / "makro.xlsx")) == 3


def test_a_sheet_of_a_million_empty_rows_is_refused_within_two_seconds(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kosong.xlsx").write_bytes(million_rows())
    began = time.process_time()
    ask = ("impor", str(tmp_path / "kosong.xlsx"), "--json", "--salinan", str(tmp_path / "catatan.xlsx"))
    assert kinerja(place, *ask, who="rahma") == 3
    assert time.process_time() - began < 2
    assert not (tmp_path / "catatan.xlsx").exists(), "what is not opened is not copied either"
    [fault] = document(capsys)["kesalahan"]
    assert fault["sebab"].startswith("Lembar berisi lebih dari 20.000 baris")


def test_import_into_an_empty_folder_makes_an_office(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sandi-rahma").write_text("ayam jago di pagar", encoding="utf-8")
    buku = str(made / "buku.xlsx")
    assert kinerja(tmp_path, "impor", buku, "--uji", who="rahma") == 0
    assert not opening.has_office(tmp_path / "kantor")

    assert kinerja(tmp_path, "impor", buku, who="rahma") == 0
    assert f"Lembar pemulihan dibuat: {tmp_path / 'kantor' / 'lembar-pemulihan.txt'}" in capsys.readouterr().err
    assert len(read_sheet(tmp_path / "kantor" / "lembar-pemulihan.txt")) > 20
    assert kinerja(tmp_path, "periksa") == 0
    assert kinerja(tmp_path, "ekspor", str(tmp_path / "x.xlsx"), who="rahma") == 0
    assert replace(baca(tmp_path / "x.xlsx"), peringatan=()) == replace(baca(made / "buku.xlsx"), peringatan=())


def test_a_row_that_gives_a_role_is_left_out_where_a_second_official_would_have_to_agree(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = opening.open_office(place / "kantor")
    with office.store.unit() as unit:
        rahma = next(p for p in unit.people.all() if p.pengguna == "rahma")
        unit.people.put(replace(rahma, peran=(*rahma.peran, Role.ADMIN)))
        unit.commit()
    office.store.close()
    siti = next(p for p in BUKU.pegawai if p.pengguna == "siti")
    people = (Pegawai("Orang Baru", "Staf", (Role.CAMAT,)), replace(siti, pangkat="Penata", golongan="III/c"))
    tulis(replace(BUKU, pegawai=people, realisasi=()), tmp_path / "peran.xlsx")
    as_planner = ("--sebagai", "kasubag_perencanaan")

    for trial in (["--uji"], []):
        assert kinerja(place, "impor", str(tmp_path / "peran.xlsx"), *trial, *as_planner, who="rahma") == 0
        told = capsys.readouterr().out
        assert "Pegawai Orang Baru: ditolak (memberi peran tanpa persetujuan pejabat kedua; " in told
        assert f"Pegawai {siti.nama}: diubah" in told

    office = opening.open_office(place / "kantor")
    with office.store.read() as unit:
        stored = {p.nama: p.pangkat for p in unit.people.all()}
    office.store.close()
    assert stored[siti.nama] == "Penata"
    assert "Orang Baru" not in stored


@pytest.mark.parametrize("trial", [["--uji"], []], ids=["uji", "sungguh"])
def test_findings_are_written_into_a_copy(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], trial: list[str]
) -> None:
    out, copy = tmp_path / "keluar.xlsx", tmp_path / "catatan.xlsx"
    assert kinerja(place, "ekspor", str(out), who="rahma") == 0
    content = load_workbook(out)
    content["Indikator"]["C2"] = "bidang"
    content.save(out)
    before = out.read_bytes()

    assert kinerja(place, "impor", str(out), *trial, "--salinan", str(copy), who="rahma") == 3
    assert "1 catatan ditulis ke salinan" in capsys.readouterr().err
    assert out.read_bytes() == before
    note = load_workbook(copy)["Indikator"]["C2"].comment
    assert note is not None
    assert "«bidang» tidak dikenal" in note.text
    assert kinerja(place, "impor", str(out), *trial, "--salinan", str(out), who="rahma") == 3
    assert out.read_bytes() == before


def spoilt(path: Path) -> Path:
    """A workbook with faults of its cells, of its people and of its plan."""
    people = (
        Pegawai("Orang Satu", "Staf", (Role.ANALIS,)),
        Pegawai("Orang Dua", "Camat", (Role.CAMAT,), nip="12"),
        Pegawai("Orang Tiga", "Kabid", (Role.KABID,), mulai=date(2026, 5, 1), sampai=date(2026, 1, 1)),
        Pegawai("Orang Tiga", "Camat", (Role.CAMAT,)),
    )
    tulis(replace(BUKU, pegawai=people), path)
    content = load_workbook(path)
    content["Indikator"]["C2"] = "bidang"
    content["Realisasi"]["B3"] = "banyak"
    content.save(path)
    return path


SPOILT = [
    ("Indikator", "C2"),
    ("Realisasi", "B3"),
    ("Pegawai", "A2"),
    ("Pegawai", "B3"),
    ("Pegawai", "K4"),
]


@pytest.mark.parametrize("trial", [["--uji"], []], ids=["uji", "sungguh"])
@pytest.mark.parametrize("into", ["kantor", "folder kosong"])
def test_every_fault_is_told_at_once_with_and_without_trial_in_an_office_and_without_one(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], into: str, trial: list[str]
) -> None:
    file, copy = spoilt(tmp_path / "salah.xlsx"), tmp_path / "catatan.xlsx"
    if into == "kantor":
        with sqlite3.connect(place / "kantor" / paths.DATABASE) as db:  # the planner is Admin too
            db.execute("""UPDATE pegawai SET peran = '["KASUBAG_PERENCANAAN","ADMIN"]' WHERE pengguna = 'rahma'""")
        db.close()
        trial = [*trial, "--sebagai", "kasubag_perencanaan"]
    else:
        shutil.rmtree(place / "kantor")
        (place / "sandi-rahma").write_text("ayam jago di pagar", encoding="utf-8")

    assert kinerja(place, "impor", str(file), *trial, "--json", "--salinan", str(copy), who="rahma") == 3
    told = capsys.readouterr()
    found = json.loads(told.out)
    assert [(k["lembar"], k["sel"]) for k in found["kesalahan"]] == SPOILT
    assert not found["tersimpan"]
    assert found["ditolak"] >= len(SPOILT)
    assert f"{len(SPOILT) + len(found['peringatan'])} catatan ditulis ke salinan" in told.err
    assert all(load_workbook(copy)[lembar][sel].comment for lembar, sel in SPOILT)
    assert (place / "kantor").exists() is (into == "kantor")


def test_a_copy_that_cannot_be_written_keeps_the_workbook_out_and_is_told_once(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else the command would say that nothing was changed, and something was."""
    out = tmp_path / "keluar.xlsx"
    tulis(replace(BUKU, rencana=replace(BUKU.rencana, tahun=2031), realisasi=(), teks=(), pegawai=()), out)
    assert kinerja(place, "impor", str(out), "--json", "--salinan", str(out), who="rahma") == 3
    [fault] = document(capsys)["kesalahan"]
    assert fault["sebab"] == "Salinan bertanda akan menimpa berkas asli."
    assert kinerja(place, "impor", str(out), "--json", who="rahma") == 0
    assert document(capsys)["ditambah"]


def test_a_copy_that_would_hold_no_note_is_not_written_and_that_is_said(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, copy = tmp_path / "keluar.xlsx", tmp_path / "catatan.xlsx"
    assert kinerja(place, "ekspor", str(out), who="rahma") == 0

    assert kinerja(place, "impor", str(out), "--uji", "--salinan", str(copy), who="rahma") == 0
    assert "salinan bercatatan tidak ditulis" in capsys.readouterr().err
    assert not copy.exists()


def test_a_source_that_was_chosen_in_the_window_is_known_here(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = foreign.save(tmp_path / "lain.xlsx", tahun=2031)
    assert kinerja(place, "impor", str(file), "--uji", who="rahma") == 3
    assert "belum dikenal" in capsys.readouterr().err

    office = opening.open_office(place / "kantor")
    ctx = Context(office, auth.choose(auth.log_in(office, "rahma", "latihan-rahma"), None))
    asing = workbook_sources.look(ctx, file)
    assert asing is not None
    workbook_sources.remember(ctx, asing)
    office.store.close()

    assert kinerja(place, "impor", str(file), "--uji", "--json", who="rahma") == 0
    told = capsys.readouterr()
    assert "Susunan lain.xlsx sudah dikenal; dibaca sebagai data tahun 2031." in told.err
    assert json.loads(told.out)["ditambah"] == 7
    assert kinerja(place, "impor", str(file), "--tahun", "2032", who="rahma") == 0
    assert "Tahun 2032: 7 ditambah" in capsys.readouterr().out
    assert kinerja(place, "periksa") == 0


NYATA = sorted((Path(__file__).parents[1] / "data" / "nyata").glob("*.xlsx"))


@pytest.mark.parametrize("file", NYATA, ids=lambda file: file.stem)
def test_a_real_workbook_comes_in_goes_out_and_in_again_unchanged(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sandi-rahma").write_text("ayam jago di pagar", encoding="utf-8")
    out = str(tmp_path / "keluar.xlsx")
    assert kinerja(tmp_path, "impor", str(file), who="rahma") == 0
    assert kinerja(tmp_path, "ekspor", out, who="rahma") == 0
    capsys.readouterr()
    assert kinerja(tmp_path, "impor", out, "--json", "--sebagai", "kasubag_perencanaan", who="rahma") == 0
    told = document(capsys)
    assert (told["ditambah"], told["diubah"], told["ditolak"], told["peringatan"]) == (0, 0, 0, [])
    assert replace(baca(Path(out)), pegawai=()) == replace(baca(file), pegawai=())


# --- laporan -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("fmt", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("xlsx", b"PK")])
def test_a_report_is_handed_out_in_three_formats(place: Path, tmp_path: Path, fmt: str, begins: bytes) -> None:
    out = tmp_path / f"laporan.{fmt}"
    chosen = ("--tahun", "2026", "--triwulan", "2", "--format", fmt, "--keluaran", str(out))
    assert kinerja(place, "laporan", "triwulan", *chosen, who="rahma") == 0
    assert out.read_bytes().startswith(begins)


def test_the_fixed_report_is_the_filed_one(place: Path, tmp_path: Path) -> None:
    out = tmp_path / "lkjip.pdf"
    chosen = ("--tahun", "2026", "--format", "pdf", "--keluaran", str(out))
    assert kinerja(place, "laporan", "tahunan", *chosen, who="rahma") == 0
    assert out.read_bytes() == (place / "kantor" / "dokumen" / "2026" / "lkjip-2026.pdf").read_bytes()


def test_a_year_without_a_plan_is_refused(place: Path, tmp_path: Path) -> None:
    chosen = ("--tahun", "2031", "--format", "pdf", "--keluaran", str(tmp_path / "x.pdf"))
    assert kinerja(place, "laporan", "tahunan", *chosen, who="rahma") == 3
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("tahun", ["-5", "26", "99999999999"])
def test_a_year_that_is_none_is_a_wrong_call(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], tahun: str
) -> None:
    chosen = (f"--tahun={tahun}", "--format", "pdf", "--keluaran", str(tmp_path / "x.pdf"))
    with pytest.raises(SystemExit) as ended:
        kinerja(place, "laporan", "tahunan", *chosen, who="rahma")
    assert ended.value.code == 2
    assert "--tahun: tulis tahun empat angka, 1900 sampai 2199" in capsys.readouterr().err


# --- who may ---------------------------------------------------------------------------------------


def test_the_log_in_decides_by_exit_code(place: Path, tmp_path: Path) -> None:
    out = str(tmp_path / "x.xlsx")
    (place / "sandi-siapa").write_text("entah apa saja", encoding="utf-8")

    assert kinerja(place, "ekspor", out, who="siapa") == 6
    assert kinerja(place, "ekspor", out, who="andi") == 2
    assert kinerja(place, "ekspor", out, "--sebagai", "camat", who="andi") == 6
    assert kinerja(place, "ekspor", out, who="budi") == 6
    assert not Path(out).exists()


def test_a_role_that_is_no_role_or_not_his_is_said_so(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(place / "x.xlsx")

    with pytest.raises(SystemExit) as unknown:
        kinerja(place, "ekspor", out, "--sebagai", "raja", who="andi")
    assert unknown.value.code == 2
    assert kinerja(place, "ekspor", out, "--sebagai", "Kasubag Perencanaan", who="andi") == 6
    assert "tidak memegang peran Kasubag Perencanaan. Peran Anda: Kabid, Camat." in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["file", "below a file"])
def test_no_office_is_made_where_no_folder_can_be(tmp_path: Path, kind: str) -> None:
    (tmp_path / "berkas").write_text("bukan folder", encoding="utf-8")
    place = tmp_path / "berkas" if kind == "file" else tmp_path / "berkas" / "kantor"

    assert cli.run(cli.read(["contoh", "--ke", str(place)])) == 5


def test_a_folder_without_an_office_is_refused(tmp_path: Path) -> None:
    for command in (["periksa"], ["verifikasi", "3333-3333-3333"]):
        assert cli.run(cli.read(["--data", str(tmp_path / "kosong"), *command])) == 3
    assert not (tmp_path / "kosong").exists()


def test_an_office_that_is_open_elsewhere_is_left_alone(place: Path) -> None:
    office = opening.open_office(place / "kantor")
    command = [sys.executable, "-m", "kinerja_desktop", "--data", str(place / "kantor"), "periksa"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    office.store.close()

    assert ended.returncode == 5
    assert "sudah terbuka" in ended.stderr
    assert ended.stdout == ""


def test_periksa_runs_as_a_program_of_its_own(place: Path) -> None:
    command = [sys.executable, "-m", "kinerja_desktop", "periksa", "--data", str(place / "kantor"), "--json"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, json.loads(ended.stdout)["utuh"]) == (0, True)


def test_an_unfinished_report_is_a_draft_that_says_what_it_lacks(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sandi-rahma").write_text("ayam jago di pagar", encoding="utf-8")
    assert kinerja(tmp_path, "impor", str(made / "buku.xlsx"), who="rahma") == 0
    capsys.readouterr()
    out = tmp_path / "draf.pdf"
    chosen = ("--tahun", "2026", "--triwulan", "1", "--format", "pdf", "--keluaran", str(out), "--json")

    assert kinerja(tmp_path, "laporan", "triwulan", *chosen, who="rahma") == 0
    told = document(capsys)
    assert told["draf"]
    assert [line.partition(":")[0] for line in told["kurang"]] == ["Seksi Pelayanan", "Seksi Pemerintahan"]
    assert out.read_bytes().startswith(b"%PDF-")


# --- ekspor-lengkap ------------------------------------------------------------------------------


def test_ekspor_lengkap_writes_everything_once(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = place / "keluar"
    assert kinerja(place, "ekspor-lengkap", "--ke", str(out), "--json", who="rahma") == 0
    told = document(capsys)
    assert told["berkas"] == sum(len(list((out / area).iterdir())) for area in ("arsip", "bukti"))
    assert told["rusak"] == []
    assert (out / "BACA-SAYA.txt").is_file()
    assert kinerja(place, "ekspor-lengkap", "--ke", str(out), who="rahma") == 3


def test_ekspor_lengkap_is_for_the_planner_and_the_admin(place: Path) -> None:
    assert kinerja(place, "ekspor-lengkap", "--ke", str(place / "keluar"), who="budi") == 6
    assert not (place / "keluar").exists()
