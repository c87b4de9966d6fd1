"""A page with nothing but a signature is found on the finished pages, whatever put it there."""

from datetime import date

import pytest
from reportlab.platypus import Flowable, PageBreak

from kinerja_desktop.documents.blocks import body
from kinerja_desktop.documents.page import PLAIN, Layout, render_pages, turn
from kinerja_desktop.documents.page_check import signature_alone
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.signature import SignatureBlock, Signer
from kinerja_desktop.domain.laporan import Naskah, Penandatangan
from kinerja_desktop.domain.pegawai import Instansi

NASKAH = Naskah(
    instansi=Instansi("Kecamatan Kelara", "Kabupaten Umpama"),
    judul="LAPORAN",
    jenis="Laporan Uji",
    tahun=2026,
    tempat="Tolo",
    tanggal=date(2026, 7, 15),
    bulan_tahun="Juli 2026",
    nomor=None,
    pola_nomor="000/{}/2026",
    draf=True,
)
OFFICIAL = Penandatangan(("CAMAT KELARA,",), "Andi Umpama, S.IP.", "Pembina", "NIP 19700101 199501 1 991")


def block() -> SignatureBlock:
    return SignatureBlock(NASKAH, Signer(OFFICIAL))


def words() -> Flowable:
    (made,) = body(["Realisasi triwulan ini memenuhi target."])
    return made


PLANS = (
    ([words, block], ()),
    ([words, PageBreak, block], (2,)),
    ([words, PageBreak, words, block], ()),
    ([words, PageBreak, block, PageBreak, words], (2,)),
    ([block], (1,)),
)


@pytest.mark.parametrize(("plan", "found"), PLANS)
def test_a_page_of_signature_alone_is_found(plan: list[type[Flowable]], found: tuple[int, ...]) -> None:
    pages = render_pages(NASKAH, [make() for make in plan], Layout(running=("Laporan Uji", "Bab")))
    assert signature_alone(pages) == found
    assert signature_alone(archive_form(pages, NASKAH)) == found


def test_a_turned_page_of_signature_alone_is_found() -> None:
    pages = render_pages(NASKAH, [words(), *turn(PLAIN), block()], Layout())
    assert signature_alone(pages) == (2,)
