"""A quarter's evidence leaves the office as a folder with its list: whole, safe to open, nothing left out silently."""

import hashlib
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.errors import DiskFull, NoEvidence, PlaceGone, WrongRole
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import collection, evidence, evidence_export, office_papers
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.printing import Format
from kinerja_desktop.storage.database import Store
from tests.documents.reading import read_pages
from tests.evidence_files import pdf, photo, put
from tests.office import RAHMA, TW2, Kantor


@pytest.fixture
def kantor(tmp_path: Path) -> Iterator[Kantor]:
    """Seksi Pelayanan handed in two files and words, Pemberdayaan has a file in its draft only."""
    made = Kantor(Store.open(tmp_path / "data", create=True))
    made.assign("PEL", "PEM")
    made.order("PEL")
    made.order("PEM")
    made.at(7, 13, 10)
    made.fill("PEL")
    ctx = made.analis("PEL")
    files = (
        evidence.add_file(ctx, put(tmp_path, "Register surat.pdf", pdf())),
        evidence.add_file(ctx, put(tmp_path, "IMG_1.jpg", photo((800, 600)))),
        Bukti('=HYPERLINK("http://jahat","klik")'),
    )
    made.attach("PEL", "1.3", *files)
    made.attach("PEM", "3.1", evidence.add_file(made.analis("PEM"), put(tmp_path, "rahasia.pdf", pdf("draf"))))
    case = made.case("PEL")
    collection.submit_bahan(ctx, case.id, seen=case.versi, seen_draf=collection.load(ctx, case.id).versi_draf)
    yield made
    made.store.close()


@pytest.fixture
def planner(kantor: Kantor) -> Context:
    return kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN)


def written(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


def test_files_lie_by_seksi_and_indikator_under_the_numbers_of_the_list(planner: Context, usb: Path) -> None:
    told: list[str] = []
    done = evidence_export.export(planner, TW2, usb, lambda n, m, name: told.append(f"{n}/{m} {name}"))
    files = written(done.folder)
    assert done.folder == usb / "bukti-dukung-2-2026"
    numbered = [name for name in files if "/" in name]
    assert [name.rpartition("/")[2] for name in numbered] == ["3 Register surat.pdf", "4 IMG_1.jpg"]
    assert all(name.startswith("Seksi Pelayanan/1.3 ") for name in numbered)
    assert set(files) - set(numbered) == {"daftar-bukti.pdf", "daftar-bukti.xlsx"}
    assert files[numbered[0]] == pdf()
    assert (done.berkas, done.tertinggal) == (2, ())
    assert told == ["0/2 Register surat.pdf", "1/2 IMG_1.jpg"]


def test_the_list_names_everything_that_was_handed_in_and_runs_no_formula(planner: Context, usb: Path) -> None:
    files = written(evidence_export.export(planner, TW2, usb).folder)
    sheet = load_workbook(BytesIO(files["daftar-bukti.xlsx"]))["Bukti"]
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    listed = [row for row in rows if str(row[0]).isdecimal()]
    assert [row[0] for row in listed] == [str(n) for n in range(1, len(listed) + 1)]
    assert (listed[2][1], listed[2][2], listed[2][5]) == ("Register surat.pdf", "Berkas PDF", "1.3")
    assert listed[2][4] == hashlib.sha256(pdf()).hexdigest()[:8]
    assert listed[0][7] == "Tanggal bukti belum diisi"
    assert listed[2][7] == "Tanggal di luar Triwulan II 2026"
    risky = next(cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=HYPERLINK"))
    assert risky.data_type == "s"
    text = " ".join(page.text for page in read_pages(files["daftar-bukti.pdf"]))
    assert "Register surat.pdf" in text
    assert "rahasia.pdf" not in text
    assert "Tanggal bukti belum diisi" in text


def test_a_second_export_stands_beside_the_first(planner: Context, usb: Path) -> None:
    first = evidence_export.export(planner, TW2, usb).folder
    second = evidence_export.export(planner, TW2, usb).folder
    assert second.name == f"{first.name} (2)"
    assert written(first) == written(second)


def test_what_is_gone_or_changed_is_named_and_the_rest_goes_out(
    kantor: Kantor, planner: Context, usb: Path, tmp_path: Path
) -> None:
    shutil.rmtree(tmp_path / "data" / "bukti")
    put(tmp_path, "lagi.pdf", pdf())
    evidence.add_file(kantor.analis("PEL"), tmp_path / "lagi.pdf")
    done = evidence_export.export(planner, TW2, usb)
    assert done.tertinggal == ("Berkas bukti «IMG_1.jpg» hilang dari folder data.",)
    assert done.berkas == 1


def test_nothing_is_left_after_a_cancel(planner: Context, usb: Path) -> None:
    def cancel(n: int, _m: int, _name: str) -> None:
        if n:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        evidence_export.export(planner, TW2, usb, cancel)
    assert list(usb.iterdir()) == []


def test_a_full_stick_is_told_before_anything_is_written(
    planner: Context, usb: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(usb)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    with pytest.raises(DiskFull) as full:
        evidence_export.export(planner, TW2, usb)
    assert full.value.kurang > 0
    assert list(usb.iterdir()) == []


def test_a_stick_that_is_gone_is_told(planner: Context, usb: Path) -> None:
    with pytest.raises(PlaceGone):
        evidence_export.export(planner, TW2, usb / "tidak-ada")


def test_a_quarter_without_evidence_is_told(planner: Context, usb: Path) -> None:
    with pytest.raises(NoEvidence):
        evidence_export.export(planner, TW2.next, usb)
    assert list(usb.iterdir()) == []


def test_a_seksi_exports_nothing(kantor: Kantor, usb: Path) -> None:
    with pytest.raises(WrongRole):
        evidence_export.export(kantor.kasubag("PEL"), TW2, usb)


def test_the_list_is_offered_as_a_paper_too(planner: Context) -> None:
    made = office_papers.export(planner, "daftar_bukti", Pokok(2026, 2), Format.PDF)
    text = read_pages(made)[0].text
    assert "DAFTAR BUKTI DUKUNG TRIWULAN II TAHUN 2026" in text
    assert "dari satu unit" in text.replace("\N{NO-BREAK SPACE}", " ")
