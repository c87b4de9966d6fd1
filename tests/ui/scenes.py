"""Moments of the practice office, as the screens of each role meet them. Each is played once and copied per test."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.services import collection, inbox
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.section_work import CatatanBaru
from kinerja_desktop.storage import gate
from kinerja_desktop.storage.database import Store
from tests.ui.kantor import SEKSI, TW2, TW2_PELAYANAN, Kantor, found, jam

BUKTI = {
    "1.1": ("Register permohonan.pdf", "Rekap Juni.xlsx", "Foto loket.jpg"),
    "1.2": ("Rekap dukcapil.pdf",),
    "1.3": ("Register surat.pdf",),
    "1.5": ("Register pengaduan TW II.pdf", "Rekap kotak saran Juni.jpg"),
    "1.6": ("Foto loket.pdf",),
    "2.2": ("Surat keterangan survei.pdf",),
}


def copied(scene: Callable[[], Kantor]) -> Kantor:
    """An office of one's own at that moment."""
    first = _played(scene)
    connection = gate.connect(None)
    with first.office.store.raw() as source:
        source.backup(connection)
    clock = SetClock(first.clock.waktu)
    return Kantor(Office(Store(connection, None), clock, latihan=True), clock)


@cache
def _played(scene: Callable[[], Kantor]) -> Kantor:
    return scene()


def opening() -> Kantor:
    """The morning on which TW II is ordered; TW I is settled."""
    kantor = found()
    kantor.first_quarter([seksi.kode for seksi in SEKSI])
    kantor.now(jam(7, 10, 8, 2))
    return kantor


def ordered() -> Kantor:
    """TW II was just ordered from all seksi."""
    kantor = copied(opening)
    kantor.assign(TW2, jam(7, 10, 8, 2))
    kantor.now(jam(7, 10, 8, 14))
    return kantor


def filling() -> Kantor:
    """The analyst of Seksi Pelayanan repairs bahan that was sent back: every state of a cell is there."""
    kantor = copied(ordered)
    kantor.order(jam(7, 10, 8, 16))
    kantor.type(jam(7, 10, 9), TW2_PELAYANAN)
    kantor.complete()
    kantor.hand_in_bahan(jam(7, 10, 10))
    why = "Lampirkan rekap waktu layanan Juni 2026."
    kantor.return_bahan(jam(7, 10, 16, 20), why, [CatatanBaru("1.4", why)])
    kantor.now(jam(7, 13, 10, 42))
    view = collection.load(kantor.analis(), kantor.case())
    isi = {kode: replace(view.isi.of(kode), bukti=tuple(map(Bukti, bukti))) for kode, bukti in BUKTI.items()}
    isi["1.3"] = replace(
        isi["1.3"],
        faktor_pendukung="Layanan jemput bola di Desa Gantarang dan Desa Tombolo.",
        faktor_penghambat="Printer loket rusak 9–12 Juni 2026.",
        tindak_lanjut="Usulkan printer cadangan di APBD Perubahan.",
        alasan_peringatan=None,
    )
    isi["1.6"] = replace(isi["1.6"], realisasi=None, diketik="80 persen")
    isi["2.1"] = replace(view.isi.of("2.1"), realisasi=None, alasan_kosong=None)
    kantor.put(tuple(isi.values()))
    return kantor


def reporting() -> Kantor:
    """The bahan of Seksi Pelayanan lies with the Kasubag."""
    kantor = copied(ordered)
    kantor.order(jam(7, 10, 8, 16))
    kantor.type(jam(7, 13, 9), TW2_PELAYANAN)
    kantor.complete()
    view = collection.load(kantor.analis(), kantor.case())
    kantor.put(tuple(replace(view.isi.of(kode), bukti=tuple(map(Bukti, bukti))) for kode, bukti in BUKTI.items()))
    kantor.hand_in_bahan(jam(7, 13, 10, 55))
    kantor.now(jam(7, 14, 8, 30))
    return kantor


def reviewing() -> Kantor:
    """Four reports wait for the Kabid; that of Seksi Pelayanan came back a second time with two changed figures."""
    kantor = copied(reporting)
    kantor.report("umum", jam(7, 13, 11), jam(7, 13, 11, 10))
    kantor.approve(jam(7, 13, 11, 30), seksi="umum")
    kantor.hand_over(jam(7, 13, 11, 40), seksi="umum")
    kantor.report("pemerintahan", jam(7, 13, 13, 5), jam(7, 13, 14, 5))
    kantor.submit(jam(7, 13, 15))
    kantor.give_back(jam(7, 13, 15, 40), "Jumlah dokumen belum cocok dengan rekap.", [CatatanBaru("1.2", "Cocokkan.")])
    kantor.submit(jam(7, 14, 9, 5))
    notes = [
        CatatanBaru("1.5", "Register pengaduan mencatat 5, bukan 3. Cocokkan."),
        CatatanBaru("1.3", "Register surat mencatat 512."),
    ]
    kantor.give_back(jam(7, 14, 9, 52), "Jumlah surat keterangan tidak sama dengan register.", notes)
    kantor.submit(jam(7, 14, 14, 41), figures={"1.3": "512", "1.5": "5"})
    kantor.report("pmd", jam(7, 13, 9), jam(7, 14, 14, 58))
    kantor.report("kesra", jam(7, 14, 9), jam(7, 14, 15, 9))
    kantor.now(jam(7, 14, 15, 12))
    for seksi in ("pemerintahan", "pelayanan"):
        inbox.opened(kantor.kabid(), kantor.case(TW2, seksi))
    return kantor


def repairing() -> Kantor:
    """The Kabid returned the report of Seksi Pelayanan with a note to a figure and one to the whole."""
    kantor = copied(reporting)
    kantor.submit(jam(7, 14, 9))
    notes = [CatatanBaru("1.3", "Register surat mencatat 512."), CatatanBaru(None, "Jelaskan asal data.")]
    kantor.give_back(jam(7, 14, 9, 52), "Jumlah surat keterangan tidak sama dengan register.", notes)
    kantor.now(jam(7, 14, 10, 5))
    return kantor
