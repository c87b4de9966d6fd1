"""Files of evidence: kept when chosen, once for the office, opened by who may see the berkas, watched over."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja_desktop import messages
from kinerja_desktop.domain.bukti import Bukti, JenisBukti
from kinerja_desktop.domain.errors import BuktiDitolak, DataDamaged, DiskFull, NotFound, OtherSeksi, WrongRole
from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.services import backup, backup_keys, collection, evidence, opening, restore, review, section_report
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Context, Office
from kinerja_desktop.services.integrity import examine
from kinerja_desktop.storage.database import Store
from tests.disk_office import NOW
from tests.evidence_files import pdf, photo, picture, put, xlsx
from tests.office import BUDI, Kantor


@pytest.fixture
def kantor(tmp_path: Path) -> Iterator[Kantor]:
    """An office on the disk in which the data of Seksi Pelayanan and Pemberdayaan are being collected."""
    made = Kantor(Store.open(tmp_path / "data", create=True))
    made.assign("PEL", "PEM")
    made.order("PEL")
    made.order("PEM")
    made.at(7, 13, 10, 0)
    yield made
    made.store.close()


@pytest.fixture
def register(kantor: Kantor, tmp_path: Path) -> Bukti:
    """A file in the draft of 1.3."""
    made = evidence.add_file(kantor.analis("PEL"), put(tmp_path, "Register surat.pdf", pdf()))
    keep(kantor, made)
    return made


def keep(kantor: Kantor, *bukti: Bukti, seksi: str = "PEL", kode: str = "1.3") -> None:
    ctx, case = kantor.analis(seksi), kantor.case(seksi)
    seen = collection.load(ctx, case.id).versi_draf
    collection.save_draft(ctx, case.id, [IsiIndikator(kode, Decimal(512), bukti=bukti)], seen=seen)


def opened(ctx: Context, kantor: Kantor, bukti: Bukti, seksi: str = "PEL") -> bytes:
    return evidence.open_file(ctx, kantor.case(seksi).id, bukti)


def test_a_file_is_kept_when_it_is_chosen(kantor: Kantor, tmp_path: Path) -> None:
    made = evidence.add_file(kantor.analis("PEL"), put(tmp_path, "Register surat.pdf", pdf()))
    assert made.jenis is JenisBukti.BERKAS
    assert (made.label, made.ukuran, made.kode) == ("Berkas PDF", len(pdf()), made.sha256[:8])
    assert (tmp_path / "data" / "bukti" / made.sha256).read_bytes() == pdf()


def test_the_digest_of_a_photo_is_that_of_the_small_one(kantor: Kantor, tmp_path: Path) -> None:
    made = evidence.add_file(kantor.analis("PEL"), put(tmp_path, "IMG_1.jpg", photo()))
    assert made.tanggal == date(2026, 6, 28)
    assert kantor.store.evidence.intact(made.sha256)
    assert made.ukuran == len(kantor.store.evidence.read(made.sha256)) < 200_000


def test_the_same_file_is_kept_once_for_the_whole_office(kantor: Kantor, tmp_path: Path) -> None:
    first = evidence.add_file(kantor.analis("PEL"), put(tmp_path, "Register.pdf", pdf()))
    second = evidence.add_file(kantor.analis("PEM"), put(tmp_path, "Salinan register.pdf", pdf()))
    keep(kantor, first)
    keep(kantor, second, seksi="PEM", kode="3.1")
    assert first.sha256 == second.sha256
    assert list(kantor.store.evidence.names()) == [first.sha256]
    assert opened(kantor.analis("PEM"), kantor, second, "PEM") == pdf()


def test_a_file_is_dated_on_the_day_of_the_photo_and_never_after_today(kantor: Kantor, tmp_path: Path) -> None:
    ctx = kantor.analis("PEL")
    assert evidence.add_picture(ctx, picture("PNG")).tanggal == date(2026, 7, 13)
    later = evidence.add_file(ctx, put(tmp_path, "a.jpg", photo(taken="2031:01:02 00:00:00")))
    assert later.tanggal == date(2026, 7, 13)
    assert evidence.add_picture(ctx, picture("PNG")).nama == "Gambar 2026-07-13 10.00.00.jpg"


def test_what_is_refused_leaves_nothing(kantor: Kantor, tmp_path: Path) -> None:
    with pytest.raises(BuktiDitolak) as refused:
        evidence.add_file(kantor.analis("PEL"), put(tmp_path, "surat.exe", b"MZ"))
    assert messages.sentence(refused.value).startswith("«surat.exe» bukan PDF, gambar, atau dokumen Office.")
    assert list(kantor.store.evidence.names()) == []


def test_a_full_disk_is_told_and_leaves_no_piece(
    kantor: Kantor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "penuh")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskFull):
        evidence.add_file(kantor.analis("PEL"), put(tmp_path, "Register.pdf", pdf()))
    assert not any((tmp_path / "data" / "bukti").iterdir())


# --- opening -------------------------------------------------------------------------------------


def test_evidence_is_opened_by_who_sees_the_berkas(kantor: Kantor, register: Bukti) -> None:
    for ctx in (kantor.analis("PEL"), kantor.kasubag("PEL"), kantor.kabid):
        assert opened(ctx, kantor, register) == pdf()
    with pytest.raises(OtherSeksi):
        opened(kantor.kasubag("PEM"), kantor, register)
    with pytest.raises(WrongRole):
        evidence.add_picture(kantor.kabid, picture("PNG"))


def test_evidence_of_another_berkas_is_not_opened(kantor: Kantor, register: Bukti) -> None:
    with pytest.raises(NotFound):
        opened(kantor.analis("PEM"), kantor, register, "PEM")


def test_evidence_stays_open_to_the_end_also_where_it_was_dropped_later(kantor: Kantor, register: Bukti) -> None:
    kantor.fill("PEL")
    keep(kantor, register)
    case = kantor.case("PEL")
    ctx = kantor.analis("PEL")
    collection.submit_bahan(ctx, case.id, seen=case.versi, seen_draf=collection.load(ctx, case.id).versi_draf)
    view = section_report.load(kantor.kasubag("PEL"), case.id)
    without = replace(view.isi.of("1.3"), bukti=(), faktor_penghambat="Printer rusak dua hari.")
    section_report.save_draft(kantor.kasubag("PEL"), case.id, [without], seen=view.versi_draf)
    kantor.submit("PEL")
    assert opened(kantor.kabid, kantor, register) == pdf()
    rows = [row for group in review.load(kantor.kabid, case.id).kelompok for row in group.baris]
    assert not any(register in row.isi.bukti for row in rows)


def test_a_file_that_is_gone_or_changed_is_named(kantor: Kantor, register: Bukti, tmp_path: Path) -> None:
    stored = tmp_path / "data" / "bukti" / register.sha256
    stored.write_bytes(b"diubah")
    with pytest.raises(DataDamaged) as damaged:
        opened(kantor.kabid, kantor, register)
    assert "Isi berkas bukti «Register surat.pdf» tidak sama" in messages.sentence(damaged.value)
    stored.unlink()
    with pytest.raises(DataDamaged) as gone:
        opened(kantor.kabid, kantor, register)
    assert "«Register surat.pdf» hilang" in messages.sentence(gone.value)


# --- compulsory ----------------------------------------------------------------------------------


def test_a_file_counts_where_evidence_is_compulsory(kantor: Kantor, tmp_path: Path) -> None:
    ctx, case = kantor.analis("PEL"), kantor.case("PEL")
    kantor.fill("PEL")
    row = IsiIndikator("2.1", Decimal(3))
    collection.save_draft(ctx, case.id, [row], seen=collection.load(ctx, case.id).versi_draf)
    assert collection.load(ctx, case.id).belum_dapat == "Belum dapat diajukan: tambahkan bukti pada 1 indikator."
    file = evidence.add_file(ctx, put(tmp_path, "Rekap.xlsx", xlsx()))
    seen = collection.load(ctx, case.id).versi_draf
    collection.save_draft(ctx, case.id, [replace(row, bukti=(file,))], seen=seen)
    assert collection.load(ctx, case.id).dapat_diajukan


# --- the check -----------------------------------------------------------------------------------


def told(office: Office) -> tuple[str, ...]:
    return next(part.temuan for part in examine(office).bagian if part.nama == "Bukti dukung")


def test_the_check_is_clean_with_files_that_nothing_refers_to(kantor: Kantor, register: Bukti) -> None:
    evidence.add_picture(kantor.analis("PEL"), picture("PNG"))
    keep(kantor)
    assert told(kantor.office) == ()
    assert len(list(kantor.store.evidence.names())) == 2
    assert register.sha256 in set(kantor.store.evidence.names())


@pytest.mark.parametrize(("content", "words"), [(None, "hilang"), (b"diubah", "berubah sejak ditulis")])
def test_the_check_names_evidence_that_is_gone_or_changed(
    kantor: Kantor, register: Bukti, tmp_path: Path, content: bytes | None, words: str
) -> None:
    stored = tmp_path / "data" / "bukti" / register.sha256
    stored.unlink() if content is None else stored.write_bytes(content)
    where = "bukti «Register surat.pdf» indikator 1.3, Berkas Seksi Pelayanan TW 2 2026"
    assert told(kantor.office) == (f"File bukti/{register.sha256} ({where}) {words}.",)


def test_evidence_of_acts_is_watched_over_as_well(kantor: Kantor, register: Bukti, tmp_path: Path) -> None:
    kantor.fill("PEL")
    keep(kantor, register)
    case, ctx = kantor.case("PEL"), kantor.analis("PEL")
    collection.submit_bahan(ctx, case.id, seen=case.versi, seen_draf=collection.load(ctx, case.id).versi_draf)
    (tmp_path / "data" / "bukti" / register.sha256).unlink()
    assert len(told(kantor.office)) == 1


# --- backups -------------------------------------------------------------------------------------


class Furnished(Kantor):
    """An office that stands already; only the steps of the SOP are wanted."""

    def __post_init__(self) -> None:
        """Put nothing in."""


def test_evidence_travels_with_a_backup_and_comes_back(office: Office, tmp_path: Path, usb: Path) -> None:
    backup_keys.make_keys(office)
    kantor = Furnished(office.store, SetClock(NOW))
    kantor.assign("PEL")
    kantor.order("PEL")
    made = evidence.add_file(kantor.analis("PEL"), put(tmp_path, "Register surat.pdf", pdf()))
    keep(kantor, made)
    file = backup.back_up(office, usb).berkas
    restore.restore_into(tmp_path / "baru", file)
    again = opening.open_office(tmp_path / "baru")
    case = kantor.case("PEL")
    ctx = Context(again, kantor.ctx(BUDI).actor)
    assert evidence.open_file(ctx, case.id, made) == pdf()
    assert examine(again).utuh
    again.store.close()
    shutil.rmtree(tmp_path / "baru")
