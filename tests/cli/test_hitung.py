"""``kinerja hitung`` on published figures of real offices, its JSON and its refusals."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from kinerja_desktop import cli

NYATA = Path(__file__).parent.parent / "data" / "nyata"
BOOKS = sorted(path.stem for path in NYATA.glob("*.xlsx"))


def hitung(capsys: pytest.CaptureFixture[str], book: Path, *options: str) -> tuple[int, str, str]:
    code = cli.run(cli.read(["hitung", str(book), *options]))
    out, err = capsys.readouterr()
    return code, out, err


def as_json(capsys: pytest.CaptureFixture[str], book: Path) -> dict[str, Any]:
    code, out, _ = hitung(capsys, book, "--json")
    assert code == 0
    found: dict[str, Any] = json.loads(out)
    return found


def expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((NYATA / f"{name}.harapan.json").read_text(encoding="utf-8"))
    return found


def test_all_books_are_here() -> None:
    assert len(BOOKS) == 13


@pytest.mark.parametrize("name", BOOKS)
def test_every_field_of_every_expectation(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    want, got = expected(name), as_json(capsys, NYATA / f"{name}.xlsx")

    assert (got["instansi"], got["tahun"]) == (want["instansi"], want["tahun"])
    assert got["rata_rata"] == want["rata_rata"]
    assert [i["kode"] for i in got["indikator"]] == [i["kode"] for i in want["indikator"]]
    for mine, theirs in zip(got["indikator"], want["indikator"], strict=True):
        for field in ("indikator", "tingkat", "capaian", "kategori"):
            assert mine[field] == theirs[field], (mine["kode"], field)
        assert mine["lengkap"] is bool(theirs["lengkap"]), mine["kode"]
        for quarter in theirs["triwulan"]:
            own = mine["triwulan"][quarter["tw"] - 1]
            assert {field: own[field] for field in quarter} == quarter, mine["kode"]


@pytest.mark.parametrize("name", BOOKS)
def test_money_of_every_expectation(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    want, got = expected(name), as_json(capsys, NYATA / f"{name}.xlsx")["anggaran"]

    total = want["anggaran_jumlah"] or {"pagu": None, "realisasi": None, "serapan": None}
    assert {field: got[field] for field in total} == total
    lines = [{field: line[field] for field in ("kode", "pagu", "realisasi")} for line in want["anggaran"]]
    assert [{field: line[field] for field in ("kode", "pagu", "realisasi")} for line in got["baris"]] == lines


@pytest.mark.parametrize("name", BOOKS)
def test_what_the_source_printed_is_met_where_its_arithmetic_is_right(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    got = {i["kode"]: i["capaian"] for i in as_json(capsys, NYATA / f"{name}.xlsx")["indikator"]}

    for indikator in expected(name)["indikator"]:
        if indikator["source_status"] == "ok":
            printed = Decimal(indikator["published_value"])
            digits = max(0, -int(printed.as_tuple().exponent))
            assert abs(Decimal(got[indikator["kode"]]) - printed) <= Decimal(1).scaleb(-digits) / 2, indikator


@pytest.mark.parametrize("name", BOOKS)
def test_what_is_absent_has_a_reason(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    got = as_json(capsys, NYATA / f"{name}.xlsx")

    for indikator in got["indikator"]:
        assert (indikator["alasan"] is None) == indikator["lengkap"]
        assert [quarter["tw"] for quarter in indikator["triwulan"]] == [1, 2, 3, 4]
        for quarter in indikator["triwulan"]:
            whole = quarter["lengkap"] and quarter["capaian"] is not None
            assert (quarter["alasan"] is None) == whole
    for line in (got["anggaran"], *got["anggaran"]["baris"]):
        assert (line["alasan"] is None) == (line["serapan"] is not None)


def test_the_keys_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    got = as_json(capsys, NYATA / "banyuwangi-kec-muncar-2023.xlsx")

    assert got["aturan"] == {
        "pembulatan": "2 desimal, setengah ke atas",
        "batas_atas": None,
        "batas_bawah": "0",
        "skala": "Permendagri 86/2017",
        "celah": "batas bawah",
    }
    assert got["indikator"][0].keys() == {
        *("kode", "indikator", "tingkat", "target", "realisasi", "capaian", "kategori", "lengkap", "alasan"),
        "triwulan",
    }
    assert got["indikator"][0]["target"] == "90.62"
    assert got["sasaran"][-1]["sasaran"] == "(tanpa sasaran)"
    assert [t["tingkat"] for t in got["tingkat"]] == ["tujuan", "sasaran"]
    assert got["kategori"] == "Sangat Tinggi"
    assert got["peringatan"] == []


def test_warnings_of_file_and_figures_stand_together(capsys: pytest.CaptureFixture[str]) -> None:
    [warning, *_] = as_json(capsys, NYATA / "jombang-inspektorat-unit-irban-pembangunan-2022.xlsx")["peringatan"]

    assert warning == "I009: target tahun 89 tidak sama dengan jumlah target triwulan (99,98)."


def test_a_table_to_read_with_warnings_apart(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = hitung(capsys, NYATA / "jombang-inspektorat-unit-irban-pembangunan-2022.xlsx")

    assert code == 0
    assert "Rata-rata capaian: 10,78 (Sangat Rendah), 10 dari 11 indikator tingkat sasaran" in out
    assert "(belum lengkap: belum ada data triwulan 1)" in out
    assert err == "Peringatan: I009: target tahun 89 tidak sama dengan jumlah target triwulan (99,98).\n"


def test_a_table_without_any_figure(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = hitung(capsys, NYATA / "tangsel-kec-setu-2023.xlsx")

    assert code == 0
    assert "(target tahunan belum ditetapkan)" in out


def test_every_fault_is_told_and_nothing_else_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = Workbook()
    book.active.title = "Instansi"  # type: ignore[union-attr]
    book.create_sheet("Indikator").append(["kode", "indikator", "tingkat"])
    book["Indikator"].append(["1", "Nama", "bidang"])
    book.save(tmp_path / "buruk.xlsx")

    code, out, err = hitung(capsys, tmp_path / "buruk.xlsx", "--json")

    assert code == 3
    faults = json.loads(out)["kesalahan"]
    assert {fault["berkas"] for fault in faults} == {"buruk.xlsx"}
    assert all(fault.keys() == {"berkas", "lembar", "sel", "nilai", "sebab", "saran"} for fault in faults)
    [level] = [fault for fault in faults if fault["sel"] == "C2"]
    assert (level["lembar"], level["nilai"]) == ("Indikator", "bidang")
    assert len(err.splitlines()) == len(faults)
