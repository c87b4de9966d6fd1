"""Evidence is taken in as what it is, photos small and without their place; everything else is refused by reason."""

import os
import random
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from kinerja_desktop import messages
from kinerja_desktop.domain.bukti import MAKS_UKURAN
from kinerja_desktop.domain.errors import BuktiDitolak, SebabBukti
from kinerja_desktop.exchange.bukti.intake import take_in, take_in_bytes
from kinerja_desktop.exchange.bukti.pictures import SIDE
from tests.evidence_files import OLE, docx, packed, pdf, photo, picture, put, with_macros, xlsx


def opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


# --- photos --------------------------------------------------------------------------------------


def test_a_photo_of_a_phone_is_made_small_and_loses_its_place(tmp_path: Path) -> None:
    taken = take_in(put(tmp_path, "IMG_20260628.JPG", photo()), UTC)
    image = opened(taken.isi)
    assert (taken.nama, taken.tanggal) == ("IMG_20260628.jpg", date(2026, 6, 28))
    assert image.format == "JPEG"
    assert image.size == (SIDE, 1200)
    assert not image.getexif()
    assert "comment" not in image.info
    assert b"Rumah" not in taken.isi
    assert len(taken.isi) < 200_000


@pytest.mark.parametrize(
    ("turned", "size", "red"),
    [(1, (1600, 1200), (10, 600)), (3, (1600, 1200), (1590, 600)), (6, (1200, 1600), (600, 10))],
)
def test_a_photo_is_turned_as_it_was_held(turned: int, size: tuple[int, int], red: tuple[int, int]) -> None:
    image = opened(take_in_bytes(photo(turned=turned), "foto.jpg").isi)
    assert image.size == size
    pixel = image.getpixel(red)
    assert isinstance(pixel, tuple)
    assert pixel[0] > 200


def test_a_small_picture_stays_as_large_as_it_is() -> None:
    assert opened(take_in_bytes(picture("PNG"), "layar.png").isi).size == (64, 48)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_pictures_of_every_kind_are_read_and_what_shines_through_is_white(mode: str) -> None:
    image = opened(take_in_bytes(picture("PNG", mode), "layar.png").isi)
    white = mode in ("LA", "RGBA")
    assert image.mode == "RGB"
    assert image.getpixel((5, 5)) == ((255, 255, 255) if white else (0, 0, 0))


@pytest.mark.parametrize(("form", "ending"), [("BMP", "bmp"), ("WEBP", "webp"), ("JPEG", "png"), ("PNG", "jpeg")])
def test_a_picture_may_carry_the_ending_of_another(form: str, ending: str) -> None:
    assert take_in_bytes(picture(form), f"foto.{ending}").nama == "foto.jpg"


def test_the_same_photo_gives_the_same_bytes() -> None:
    assert take_in_bytes(photo(), "a.jpg").isi == take_in_bytes(photo(), "b.jpg").isi


def test_a_photo_of_fifty_million_pixels_is_taken() -> None:
    assert opened(take_in_bytes(photo((8160, 6120)), "foto.jpg").isi).size == (1600, 1200)


# --- other files ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("register.pdf", pdf()),
        ("notula.docx", docx()),
        ("rekap.XLSX", xlsx()),
        ("paparan.pptx", packed({"[Content_Types].xml": b"<x/>", "ppt/presentation.xml": b"<x/>"})),
        ("rekap.ods", packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"})),
        ("rekap.xls", OLE + b"Workbook".ljust(600, b"\0")),
        ("awalan.pdf", b"\r\n  " + pdf()),
    ],
)
def test_documents_are_kept_byte_by_byte(tmp_path: Path, name: str, content: bytes) -> None:
    path = put(tmp_path, name, content)
    moment = datetime(2026, 6, 30, 15, tzinfo=UTC).timestamp()
    os.utime(path, (moment, moment))
    taken = take_in(path, UTC)
    assert (taken.nama, taken.isi, taken.tanggal) == (name, content, date(2026, 6, 30))


def test_exactly_five_megabytes_are_taken_and_one_byte_more_is_not() -> None:
    head = pdf()
    whole = head + b"%" * (MAKS_UKURAN - len(head))
    assert len(take_in_bytes(whole, "besar.pdf").isi) == MAKS_UKURAN
    assert refused(whole + b"%", "besar.pdf") is SebabBukti.TERLALU_BESAR


def test_a_clock_without_battery_dates_nothing(tmp_path: Path) -> None:
    path = put(tmp_path, "register.pdf", pdf())
    os.utime(path, (0, 0))
    assert take_in(path, UTC).tanggal is None
    assert take_in_bytes(photo(taken="0000:00:00 00:00:00"), "foto.jpg").tanggal is None


# --- refusals ------------------------------------------------------------------------------------


def refused(content: bytes, name: str) -> SebabBukti:
    with pytest.raises(BuktiDitolak) as told:
        take_in_bytes(content, name)
    assert name in messages.sentence(told.value)
    return told.value.sebab


@pytest.mark.parametrize(
    ("name", "content", "sebab"),
    [
        ("kosong.pdf", b"", SebabBukti.KOSONG),
        ("program.exe", b"MZ", SebabBukti.JENIS),
        ("tanpa akhiran", pdf(), SebabBukti.JENIS),
        ("catatan.txt", b"halo", SebabBukti.JENIS),
        ("foto.heic", b"\0\0\0\x18ftypheic", SebabBukti.HEIC),
        ("rekap.xlsm", xlsx(), SebabBukti.MAKRO),
        ("surat.docm", docx(), SebabBukti.MAKRO),
        ("rekap.xlsx", with_macros(), SebabBukti.MAKRO),
        ("rekap.xlsx", packed({"xl/workbook.xml": b"<x/>", "xl/macrosheets/sheet1.xml": b"<x/>"}), SebabBukti.MAKRO),
        ("rekap.xls", OLE + "_VBA_PROJECT_CUR".encode("utf-16-le"), SebabBukti.MAKRO),
        ("rekap.ods", packed({"content.xml": b"<x/>", "Basic/Standard/Module1.xml": b"<x/>"}), SebabBukti.MAKRO),
        ("foto.jpg", pdf(), SebabBukti.TIDAK_COCOK),
        ("register.pdf", photo((64, 48)), SebabBukti.TIDAK_COCOK),
        ("notula.docx", xlsx(), SebabBukti.TIDAK_COCOK),
        ("rekap.xlsx", OLE + b"Workbook", SebabBukti.TIDAK_COCOK),
        ("rekap.xls", xlsx(), SebabBukti.TIDAK_COCOK),
        ("suara.webp", b"RIFF\0\0\0\0WAVEfmt ", SebabBukti.TIDAK_COCOK),
        ("rusak.pdf", b"%PDF-1.7 rusak", SebabBukti.RUSAK),
        ("terpotong.jpg", photo()[:20_000], SebabBukti.RUSAK),
        ("terpotong.png", picture("PNG")[:60], SebabBukti.RUSAK),
        ("terpotong.docx", docx()[:2000], SebabBukti.RUSAK),
        ("terkunci.pdf", pdf(password="rahasia"), SebabBukti.BERSANDI),
        ("terkunci.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), SebabBukti.BERSANDI),
        ("bom.xlsx", packed({"xl/workbook.xml": bytes(201 * 1024 * 1024)}), SebabBukti.RUSAK),
        ("bom.png", picture("PNG", "1", (20_000, 20_000)), SebabBukti.GAMBAR_RAKSASA),
        ("lebar.png", picture("PNG", "1", (8000, 6000)), SebabBukti.GAMBAR_RAKSASA),
    ],
)
def test_what_cannot_be_evidence_is_refused_by_reason(name: str, content: bytes, sebab: SebabBukti) -> None:
    assert refused(content, name) is sebab


def test_what_lies_behind_a_name_may_be_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()
    os.mkfifo(tmp_path / "pipa.pdf")
    put(tmp_path, "tertutup.pdf", pdf()).chmod(0)
    expected = {
        "folder.pdf": SebabBukti.FOLDER,
        "pipa.pdf": SebabBukti.TIDAK_TERBACA,
        "hilang.pdf": SebabBukti.TIDAK_ADA,
    }
    if os.geteuid() != 0:  # root reads everything
        expected["tertutup.pdf"] = SebabBukti.TIDAK_TERBACA
    for name, sebab in expected.items():
        with pytest.raises(BuktiDitolak) as told:
            take_in(tmp_path / name, UTC)
        assert told.value.sebab is sebab


@pytest.mark.parametrize(
    ("name", "content"), [("a.pdf", pdf()), ("a.jpg", photo((640, 480))), ("a.docx", docx()), ("a.png", picture("PNG"))]
)
def test_a_damaged_file_is_taken_or_refused_and_never_breaks_the_program(name: str, content: bytes) -> None:
    chance = random.Random(7)
    for _ in range(60):
        spoilt = bytearray(content)
        for _ in range(chance.choice((1, 4, 40))):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        try:
            take_in_bytes(bytes(spoilt[: chance.choice((len(spoilt), len(spoilt) // 2))]), name)
        except BuktiDitolak:
            continue
