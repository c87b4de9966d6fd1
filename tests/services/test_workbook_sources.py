"""Workbooks of other sources: chosen once, known again, journaled; what a file lacks stays as the office has it."""

from decimal import Decimal
from pathlib import Path

import pytest

from kinerja_desktop.domain.errors import FileRefused
from kinerja_desktop.domain.indikator import Target
from kinerja_desktop.exchange.lembar_kerja.writer import tulis
from kinerja_desktop.services import integrity, planning, workbook_import, workbook_sources
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.workbook_merge import Tindakan
from kinerja_desktop.services.workbook_sources import BukuAsing
from tests.exchange import foreign
from tests.exchange.workbooks import office, save
from tests.exchange.worksheets import BUKU
from tests.office import INDIKATOR, PLAN, RAHMA, Kantor

D = Decimal


def seen(ctx: Context, path: Path) -> BukuAsing:
    asing = workbook_sources.look(ctx, path)
    assert asing is not None
    return asing


def test_a_buku_kinerja_is_no_foreign_workbook(kantor: Kantor, tmp_path: Path) -> None:
    assert workbook_sources.look(kantor.ctx(RAHMA), office(tmp_path / "a.xlsx")) is None


def test_the_workbook_of_an_analyst_is_sent_to_the_lembar_kerja(kantor: Kantor, tmp_path: Path) -> None:
    tulis(BUKU, tmp_path / "lembar.xlsx")
    with pytest.raises(FileRefused) as refused:
        workbook_sources.known_layout(kantor.ctx(RAHMA), tmp_path / "lembar.xlsx")
    [fault] = refused.value.kesalahan
    assert (fault.sebab, fault.saran) == (
        "Berkas ini lembar kerja analis, bukan Buku Kinerja.",
        "Analisnya membaca berkas ini di tab Lembar Kerja, dengan tombol Baca dari Excel.",
    )


def test_a_source_is_known_only_after_it_was_chosen(kantor: Kantor, tmp_path: Path) -> None:
    ctx, path = kantor.ctx(RAHMA), foreign.save(tmp_path / "lain.xlsx")
    before = integrity.examine(kantor.office).temuan
    asing = seen(ctx, path)
    assert not asing.diingat
    assert workbook_sources.known_layout(ctx, path) is None

    workbook_sources.remember(ctx, asing)
    assert workbook_sources.remember(ctx, asing) == frozenset()
    again = seen(ctx, foreign.save(tmp_path / "nanti.xlsx", tahun=2027))
    assert (again.diingat, again.tahun) == (True, 2027)
    known = workbook_sources.known_layout(ctx, path, 2031)
    assert known is not None
    assert known.tahun == 2031
    assert integrity.examine(kantor.office).temuan == before


def test_a_foreign_workbook_comes_in_like_any_other(kantor: Kantor, tmp_path: Path) -> None:
    ctx, path = kantor.ctx(RAHMA), foreign.save(tmp_path / "lain.xlsx", tahun=2031)
    before = integrity.examine(kantor.office).temuan
    layout = workbook_sources.layout_of(seen(ctx, path))
    checked = workbook_import.check_workbook(ctx, path, tata_letak=layout)
    assert checked.hasil.ringkasan == "7 akan ditambah, 0 diubah, 0 tetap, 0 ditolak"
    assert planning.load(ctx, 2031).rencana.indikator == ()

    workbook_import.apply_workbook(ctx, checked)
    assert [i.kode for i in planning.load(ctx, 2031).rencana.indikator] == ["A1", "A2", "A3"]
    assert integrity.examine(kantor.office).temuan == before


def test_columns_that_a_file_lacks_leave_what_the_office_has(kantor: Kantor, tmp_path: Path) -> None:
    first = INDIKATOR[0]
    head = ["Kode", "Indikator Kinerja", "Target TW I"]
    path = save(tmp_path / "a.xlsx", {"Target": [head, [first.kode, first.nama, 12.5]]})
    ctx = kantor.ctx(RAHMA)
    layout = workbook_sources.layout_of(seen(ctx, path), PLAN.tahun)
    hasil = workbook_import.import_workbook(ctx, path, tata_letak=layout)

    assert [p.tindakan for p in hasil.perubahan] == [Tindakan.UBAH]
    stored = planning.load(ctx, PLAN.tahun).rencana.indikator[0]
    assert stored.target == Target(first.target.tahun, (D("12.5"), *first.target.triwulan[1:]))
    assert (stored.satuan, stored.seksi, stored.definisi) == (first.satuan, first.seksi, first.definisi)


def test_a_workbook_without_a_row_is_refused(kantor: Kantor, tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as refused:
        workbook_sources.look(kantor.ctx(RAHMA), save(tmp_path / "a.xlsx", {"S": []}))
    assert refused.value.kesalahan[0].sebab == "Tidak ada satu baris pun di berkas ini."


def test_what_is_missing_is_named(kantor: Kantor, tmp_path: Path) -> None:
    asing = seen(kantor.ctx(RAHMA), save(tmp_path / "a.xlsx", {"S": [["a", "b"], [1, 2]]}))
    assert asing.tables == {}
    assert workbook_sources.missing(asing) == {"Indikator": ("kode", "indikator")}
    tabel = asing.tabel(workbook_sources.SUBJECTS[0], "S", 1, 1)
    assert tabel is not None
    assert asing.sample_of(tabel.kepala, 1) == "2"
    assert asing.tabel(workbook_sources.SUBJECTS[0], "S", 9, 9) is None
    letters, lines = asing.contoh("S")
    assert (letters, lines) == (("A", "B"), ((1, ("a", "b")), (2, ("1", "2"))))
