from datetime import date

import pytest

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import search
from kinerja_desktop.storage.records import Paper
from tests.office import ANDI, BUDI, OPENING, RAHMA, Kantor


def found(kantor: Kantor, cari: str) -> list[tuple[str, str]]:
    return [(one.jenis, one.judul) for one in search.find(kantor.ctx(RAHMA), cari)]


def test_indikator_and_people_are_found_by_any_of_their_words() -> None:
    kantor = Kantor()
    assert found(kantor, "surat keterangan") == [("Indikator", "Jumlah surat keterangan")]
    assert found(kantor, "UMPAMA camat") == [("Orang", "Andi Umpama, S.IP.")]


def file(kantor: Kantor, seksi: str | None) -> None:
    with kantor.store.unit() as unit:
        unit.papers.put(
            Paper(
                id=f"p-{seksi}",
                case_id=None,
                jenis="laporan_data",
                judul="Laporan Data Kinerja",
                tahun=2026,
                triwulan=2,
                seksi=seksi,
                nomor=None,
                tanggal=date(2026, 7, 14),
                kode=None,
                versi=1,
                status="sah",
                sha256=kantor.store.archive.put(b"%PDF-1.7"),
                halaman=1,
                tempat_simpan="",
                pindaian_sha256=None,
                dibuat=OPENING,
            )
        )
        unit.commit()


def test_papers_come_first_and_are_opened_in_the_archive() -> None:
    kantor = Kantor()
    file(kantor, "PEL")
    one = search.find(kantor.ctx(ANDI, Role.CAMAT), "laporan triwulan ii")[0]
    assert (one.jenis, one.tab) == ("Dokumen", ("arsip",))


def test_papers_of_other_seksi_stay_unseen() -> None:
    kantor = Kantor()
    file(kantor, "PEM")
    file(kantor, None)
    shown = [one for one in search.find(kantor.ctx(BUDI), "laporan") if one.jenis == "Dokumen"]
    assert len(shown) == 1


@pytest.mark.parametrize("cari", ["", "a", " a "])
def test_a_letter_alone_finds_nothing(cari: str) -> None:
    assert found(Kantor(), cari) == []


def test_of_each_kind_only_a_few_are_shown() -> None:
    shown = found(Kantor(), "2026")
    assert len(shown) == search.PALING_BANYAK
