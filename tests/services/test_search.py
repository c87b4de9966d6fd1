from datetime import date

import pytest

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import search
from kinerja_desktop.services.context import Context
from kinerja_desktop.storage.records import Paper
from tests.office import ANDI, BUDI, JOKO, OPENING, RAHMA, TW2, Kantor


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


# --- tasks and notes ---------------------------------------------------------------------------


@pytest.fixture
def returned(kantor: Kantor) -> Kantor:
    """The report of one seksi came back with a note, that of another was handed in."""
    kantor.at(7, 10, 8)
    kantor.assign()
    for seksi in ("PEL", "PEM"):
        kantor.order(seksi)
        kantor.submit_bahan(seksi)
        kantor.submit(seksi)
    kantor.at(7, 13, 9)
    kantor.send_back("PEL", TW2, ("1.3", "Register mencatat 500 lembar."))
    return kantor


def of_kind(ctx: Context, cari: str, jenis: str) -> list[str]:
    return [one.keterangan for one in search.find(ctx, cari) if one.jenis == jenis]


def test_what_lies_on_any_desk_is_found(returned: Kantor) -> None:
    assert set(of_kind(returned.kabid, "laporan triwulan ii pelayanan", "Tugas")) == {
        "Seksi Pelayanan · Triwulan II 2026 · Perlu Perbaikan · di meja Kasubag"
    }
    assert of_kind(returned.kabid, "laporan data meja kabid", "Tugas") == [
        "Seksi Pemerintahan · Triwulan II 2026 · Menunggu Pemeriksaan · di meja Kabid"
    ]


def test_a_seksi_finds_its_own_tasks_only(returned: Kantor) -> None:
    assert len(of_kind(returned.kasubag("PEM"), "laporan data", "Tugas")) == 1


def test_a_pinned_note_is_found_by_its_words_and_names_its_indikator(returned: Kantor) -> None:
    assert of_kind(returned.kabid, "register 500", "Catatan") == ["1.3 · Seksi Pelayanan · Triwulan II 2026"]


def test_a_note_opens_the_work_that_it_was_pinned_to(returned: Kantor) -> None:
    note = next(one for one in search.find(returned.kabid, "register 500") if one.jenis == "Catatan")
    assert (note.tab, note.butir) == (("kotak_tugas",), returned.case("PEL").id)


def test_a_reason_of_a_return_is_found(returned: Kantor) -> None:
    assert of_kind(returned.kabid, "sama dengan", "Catatan") == ["Seksi Pelayanan · Triwulan II 2026"]


def test_notes_to_another_seksi_stay_unseen(returned: Kantor) -> None:
    assert of_kind(returned.kasubag("PEL"), "register 500", "Catatan")
    assert not of_kind(returned.kasubag("PEM"), "register 500", "Catatan")


def test_the_technical_admin_finds_no_work(returned: Kantor) -> None:
    admin = returned.ctx(JOKO, Role.ADMIN)
    assert not of_kind(admin, "register 500", "Catatan")
    assert not of_kind(admin, "laporan data", "Tugas")


def test_an_indikator_tells_its_target_to_who_has_no_tab_for_it() -> None:
    kantor = Kantor()
    one = next(f for f in search.find(kantor.kabid, "surat keterangan") if f.jenis == "Indikator")
    assert dict(one.rincian)["Kode"] == "1.3"
    assert "Target 2026" in dict(one.rincian)


def test_a_long_note_is_told_from_where_it_fits(returned: Kantor) -> None:
    text = "Angka pada kolom realisasi belum cocok. Mohon dicocokkan kembali dengan buku induk."
    returned.send_back("PEM", TW2, ("3.1", text))
    note = next(one for one in search.find(returned.kabid, "induk") if one.jenis == "Catatan")
    assert note.judul == "… dengan buku induk."
