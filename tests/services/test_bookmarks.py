"""Papers of several parts list them at the side of a viewer, each leading to its place."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import office_papers
from kinerja_desktop.services.compose.naskah import Pilihan
from kinerja_desktop.services.compose.office.kinds import Pokok
from tests.office import INDIKATOR, PLAN, RAHMA, Kantor


def bookmarks(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as opened, opened.open_outline() as outline:
        return [item.title for item in outline.root]


def exported(kantor: Kantor, kunci: str, pokok: Pokok) -> bytes:
    return office_papers.export(kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN), kunci, pokok)


def test_every_card_has_a_bookmark(kantor: Kantor) -> None:
    made = bookmarks(exported(kantor, "kartu_indikator", Pokok(2026)))
    assert made[0].startswith("Kartu 1. ")
    assert [name.partition(".")[0] for name in made] == [f"Kartu {n}" for n in range(1, len(INDIKATOR) + 1)]


def test_a_card_over_several_pages_has_one(kantor: Kantor) -> None:
    long = replace(INDIKATOR[0], definisi="kata " * 800, formulasi="kata " * 800)
    with kantor.store.unit() as unit:
        unit.planning.put_rencana(replace(PLAN, indikator=(INDIKATOR[1], long, INDIKATOR[2], replace(long, kode="9"))))
        unit.commit()
    made = bookmarks(exported(kantor, "kartu_indikator", Pokok(2026)))
    assert [name.partition(".")[0] for name in made] == [f"Kartu {n}" for n in range(1, 5)]


@pytest.mark.parametrize(
    ("kunci", "pokok", "names"),
    [
        (
            "pengukuran_triwulan",
            Pokok(2026, 2),
            [
                "Tabel 1. Target, Realisasi, dan Capaian Kinerja Triwulan II Tahun 2026",
                "Tabel 2. Program, Kegiatan, dan Realisasi Anggaran s.d. Triwulan II Tahun 2026",
            ],
        ),
        ("rencana_aksi", Pokok(2026), ["Rencana Aksi Kinerja Tahun 2026"]),
        ("perjanjian_kinerja", Pokok(2026), ["Pernyataan", "Lampiran: target kinerja", "Lampiran: anggaran"]),
        ("evaluasi_renja", Pokok(2026, 2), ["Kolom 1 sampai dengan 15"]),
    ],
)
def test_the_parts_have_their_names(kantor: Kantor, kunci: str, pokok: Pokok, names: list[str]) -> None:
    assert bookmarks(exported(kantor, kunci, pokok)) == names


def test_two_sheets_of_columns_have_one_each(kantor: Kantor) -> None:
    ctx, narrow = kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN), Pilihan(Kertas.A4, "Tolo", date(2026, 7, 15))
    made = bookmarks(office_papers.export(ctx, "evaluasi_renja", Pokok(2026, 2), pilihan=narrow))
    assert made == ["Kolom 1 sampai dengan 8", "Kolom 9 sampai dengan 15"]
