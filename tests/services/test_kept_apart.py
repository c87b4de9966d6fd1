"""Nothing that leaves a practice office passes for the office's own, and no workbook goes from one to the other."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTComponent, LTContainer

from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.errors import Berdua
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.exchange.buku_kinerja import baca, tulis
from kinerja_desktop.services import (
    auth,
    backup_keys,
    evidence_export,
    full_export,
    granting,
    lke_packet,
    office_papers,
    opening,
    practice_office,
    setup,
    upload_packet,
    workbook_export,
    workbook_first,
    workbook_import,
    workbook_sources,
)
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.compose import backups
from kinerja_desktop.services.context import Context, Office
from kinerja_desktop.services.printing import render
from kinerja_desktop.storage.database import Store
from tests.office import give_password
from tests.practice_book import BUKU

MARK = "LATIHAN"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice office with a whole year and every paper of it on the disk."""
    place = tmp_path_factory.mktemp("latihan")
    tulis(BUKU, place / "buku.xlsx")
    practice_office.make(place / "kantor", place / "buku.xlsx", lambda _: None)
    return place / "kantor"


@pytest.fixture(scope="module")
def office(folder: Path) -> Iterator[Office]:
    made = opening.open_office(folder)
    yield made
    made.store.close()


def acting(office: Office, role: Role) -> Context:
    today = office.clock.now().date()
    with office.store.read() as unit:
        person = unit.people.holders(role, today)[0]
        actor = next(a for a in auth.actors_of(unit, person.id, today) if a.role is role)
    give_password(office, person.id)
    return Context(office, actor)


@pytest.fixture
def planner(office: Office) -> Context:
    return acting(office, Role.KASUBAG_PERENCANAAN)


def turned(thing: LTComponent) -> Iterator[str]:
    """Letters that do not stand level, as a watermark's."""
    if isinstance(thing, LTChar):
        if thing.matrix[1]:
            yield thing.get_text()
    elif isinstance(thing, LTContainer):
        for inner in thing:
            yield from turned(inner)


def unmarked(name: str, content: bytes) -> list[str]:
    """Pages, or the whole file, on which nothing says LATIHAN."""
    if name.endswith(".pdf"):
        pages = enumerate(extract_pages(BytesIO(content), laparams=None), 1)
        return [f"{name}: {n}" for n, page in pages if MARK not in "".join(turned(page))]
    if name.endswith((".docx", ".xlsx")):
        with ZipFile(BytesIO(content)) as parts:
            said = any(MARK in parts.read(part).decode("utf-8", "replace") for part in parts.namelist())
        return [] if said else [name]
    return [] if MARK in content.decode("utf-8", "replace") else [name]


def unmarked_in(folder: Path) -> list[str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    assert files
    return [line for path in files for line in unmarked(path.name, path.read_bytes())]


def test_every_paper_of_a_year_is_marked_on_every_page(folder: Path) -> None:
    kinds = {path.suffix for path in (folder / "dokumen").rglob("*.*")}
    assert {".pdf", ".docx", ".xlsx"} <= kinds
    assert unmarked_in(folder / "dokumen") == []


def test_the_recovery_sheet_and_what_is_kept_of_it_are_marked(office: Office) -> None:
    admin = acting(office, Role.ADMIN)
    office.confirmed.remember(acting(office, Role.CAMAT).actor.id, Berdua.LEMBAR)
    sheet, _ = granting.new_sheet(admin)
    assert unmarked("lembar.pdf", render(backups.sheet_paper(admin, sheet))) == []
    assert MARK in backup_keys.sheet_text(sheet)


def test_a_workbook_of_the_plan_is_marked(planner: Context, tmp_path: Path) -> None:
    workbook_export.export_workbook(planner, tmp_path / "buku.xlsx")
    assert all(sheet.oddHeader and sheet.oddHeader.center.text for sheet in load_workbook(tmp_path / "buku.xlsx"))
    assert baca(tmp_path / "buku.xlsx").latihan is True


def test_packets_for_others_are_marked(planner: Context, tmp_path: Path) -> None:
    for name in ("unggah", "lke", "bukti"):
        (tmp_path / name).mkdir()
    upload_packet.write_files(planner, upload_packet.periods(planner)[0], tmp_path / "unggah")
    lke_packet.write_packet(planner, 2026, tmp_path / "lke")
    evidence_export.export(planner, Triwulan(2026, 1), tmp_path / "bukti")
    own = [path for path in tmp_path.rglob("*") if path.suffix in {".txt", ".xlsx"} or path.name == "daftar-bukti.pdf"]
    assert {path.suffix for path in own} == {".txt", ".pdf", ".xlsx"}
    assert [line for path in own for line in unmarked(path.name, path.read_bytes())] == []


def test_a_message_for_a_chat_is_marked(planner: Context) -> None:
    kinds = [jenis for tetap in (True, False) for jenis in office_papers.kinds(tetap=tetap) if jenis.pesan is not None]
    assert kinds
    for jenis in kinds:
        pokok = office_papers.subjects(jenis, Triwulan(2026, 2), ["PEL"])[0]
        assert MARK in office_papers.message(planner, jenis.kunci, pokok)


def test_the_way_out_says_what_it_is_of(office: Office, tmp_path: Path) -> None:
    admin = acting(office, Role.ADMIN)
    full_export.export_all(admin, tmp_path / "lengkap")
    notes = list((tmp_path / "lengkap").rglob("*.txt"))
    assert any(MARK in path.read_text("utf-8-sig") for path in notes)


# --- workbooks -----------------------------------------------------------------------------------


def founded(buku: BukuKinerja, *, latihan: bool) -> Context:
    store, clock = Store.memory(), SetClock(practice_office.first_morning(BUKU))
    accounts = [setup.FirstAccount(str(p.pengguna), "empat kata rahasia kantor") for p in buku.pegawai]
    setup.found(store, buku, accounts, clock=clock, latihan=latihan)
    return acting(Office(store, clock, latihan), Role.KASUBAG_PERENCANAAN)


@pytest.mark.parametrize("latihan", [True, False], ids=["latihan ke kantor", "kantor ke latihan"])
def test_an_export_of_one_is_refused_by_the_other_in_a_sentence(tmp_path: Path, *, latihan: bool) -> None:
    source, target = founded(BUKU, latihan=latihan), founded(BUKU, latihan=not latihan)
    file = tmp_path / "buku.xlsx"
    workbook_export.export_workbook(source, file)
    with target.office.store.read() as unit:
        before = unit.journal.head()
    (fault,) = workbook_import.import_workbook(target, file).kesalahan
    assert fault.lembar == "Instansi"
    assert ("kantor latihan" if latihan else "kantor yang sebenarnya") in fault.sebab
    with target.office.store.read() as unit:
        assert unit.journal.head() == before


def test_choosing_the_columns_by_hand_does_not_let_it_in(tmp_path: Path) -> None:
    file = tmp_path / "buku.xlsx"
    workbook_export.export_workbook(founded(BUKU, latihan=True), file)
    real = founded(BUKU, latihan=False)
    foreign = workbook_sources.look(real, file, always=True)
    assert foreign is not None
    assert workbook_import.import_workbook(real, file, tata_letak=workbook_sources.layout_of(foreign)).kesalahan


def test_its_own_export_and_a_workbook_made_by_hand_come_in(tmp_path: Path) -> None:
    for latihan in (True, False):
        ctx, file = founded(BUKU, latihan=latihan), tmp_path / f"{latihan}.xlsx"
        workbook_export.export_workbook(ctx, file)
        assert not workbook_import.import_workbook(ctx, file).kesalahan
        tulis(BUKU, file)
        assert baca(file).latihan is None
        assert not workbook_import.import_workbook(ctx, file).kesalahan


def test_no_real_office_is_founded_of_a_practice_workbook(tmp_path: Path) -> None:
    file = tmp_path / "buku.xlsx"
    workbook_export.export_workbook(founded(BUKU, latihan=True), file)
    first = setup.FirstAccount("rahma", "empat kata rahasia kantor")
    assert workbook_first.import_as_office(tmp_path / "kantor", file, first).kesalahan
    assert not opening.has_office(tmp_path / "kantor")
