"""The papers about backups: a recovery sheet that a scanner reads back, a berita acara of one page."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_desktop.domain.errors import NotAScan
from kinerja_desktop.exchange.lembar_pemulihan import read_sheet
from kinerja_desktop.services import backup, drill, granting
from kinerja_desktop.services.compose import backups
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.integrity import Bagian
from kinerja_desktop.services.printing import page_count, render
from tests.disk_office import admin_of
from tests.documents.reading import read_pages


def test_the_sheet_is_one_page_for_each_keeper(office: Office) -> None:
    sheet, _ = granting.new_sheet(admin_of(office))

    pages = read_pages(render(backups.sheet_paper(admin_of(office), sheet)))

    assert len(pages) == 2
    for page, keeper in zip(pages, ("PIMPINAN KANTOR", "KASUBAG PERENCANAAN"), strict=True):
        assert keeper in page.text
        assert all(word in page.text for word in sheet.kata)


def test_a_scan_of_the_sheet_gives_its_words_back(office: Office, tmp_path: Path) -> None:
    sheet, _ = granting.new_sheet(admin_of(office))
    (tmp_path / "lembar.pdf").write_bytes(render(backups.sheet_paper(admin_of(office), sheet)))
    scanner = ["pdftoppm", "-r", "150", "-gray", "-l", "1", "-singlefile", "-jpeg", "lembar.pdf", "pindaian"]
    subprocess.run(scanner, cwd=tmp_path, check=True)

    assert read_sheet(tmp_path / "pindaian.jpg") == sheet.kata


def test_a_damaged_scan_is_refused(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0 rusak")
    with pytest.raises(NotAScan):
        read_sheet(tmp_path / "foto.jpg")


def test_the_berita_acara_says_what_was_tried_and_found_on_one_page(office: Office, usb: Path) -> None:
    made = backup.back_up(office, usb)

    pdf = render(backups.drill_paper(admin_of(office), drill.try_copy(admin_of(office), made.berkas)))

    (page,) = read_pages(pdf)
    for words in ("Selasa, 14 Juli 2026", made.berkas.name, "Rantai riwayat", "sesuai", "Tidak ditemukan perubahan"):
        assert words in page.text
    assert made.kepala[:16] in page.text
    assert "JOKO PERMISALAN" in page.text


def test_many_findings_stay_on_one_page(office: Office, usb: Path) -> None:
    found = drill.drill(backup.back_up(office, usb).berkas)
    temuan = tuple(f"Pengaturan nomor {n}: isinya tidak sama dengan catatan terakhir." for n in range(40))
    bad = replace(found, bagian=(*found.bagian[:3], Bagian("Data kantor", 28, temuan), *found.bagian[4:]))

    pdf = render(backups.drill_paper(admin_of(office), bad))

    assert page_count(pdf) == 1
    text = " ".join(read_pages(pdf)[0].text.split())
    assert "40 temuan" in text
    assert "TIDAK DAPAT DIPULIHKAN secara utuh" in text
    assert "Masih ada 37 temuan lain." in text


def test_a_drill_is_told_in_the_history(office: Office, usb: Path) -> None:
    made = backup.back_up(office, usb)
    drill.try_copy(admin_of(office), made.berkas)
    with office.store.read() as unit:
        row = unit.journal.records("cadangan", drill.TRIED)[-1]
    assert (row.isi["berkas"], row.isi["utuh"], row.nama) == (made.berkas.name, True, "Joko Permisalan")
