"""No name or code holds a sign that nobody sees; what somebody says keeps it. The rule is ``domain.tanda``."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kinerja_desktop import messages
from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.errors import FieldsRefused, SebabIsian
from kinerja_desktop.domain.indikator import NilaiSkala, Riwayat, Sasaran, Seksi
from kinerja_desktop.domain.kalender import HariLibur, JenisLibur, KalenderTahun
from kinerja_desktop.domain.pegawai import Instansi
from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.domain.tanda import hidden_sign, hides, visible
from kinerja_desktop.domain.unggah import Ambil, Berkas, Formulir, Isian, Masa
from kinerja_desktop.services import (
    assignment,
    calendar_table,
    collection,
    drafts,
    office_papers,
    people,
    plan_lists,
    planning,
    settings,
    setup,
    trail,
    upload_form,
)
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.compose.naskah import Pilihan
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.storage.database import Store
from tests.office import BUDGET, JOKO, OPENING, PLAN, RAHMA, TUTI, TW2, Kantor

NAME = "Seksi \u202enamakileP"
FIRST = PLAN.indikator[0]
FORM = Formulir((Isian("Target", "1.1", Ambil.TARGET),), (Berkas("laporan_triwulan", "Laporan"),))


def seen(kantor: Kantor, kind: trail.Kind, subject: str | None) -> int:
    with kantor.store.read() as unit:
        return trail.version(unit, kind, subject)


def plan_version(kantor: Kantor) -> int:
    return planning.load(kantor.ctx(RAHMA), 2026).versi


def found(buku: BukuKinerja) -> None:
    setup.found(Store.memory(), buku, (), clock=SetClock(OPENING))


def type_evidence(kantor: Kantor, *bukti: Bukti) -> None:
    kantor.assign()
    kantor.order()
    kantor.attach("PEL", "1.1", *bukti)


CALLS: dict[str, Callable[[Kantor], object]] = {
    "Nama": lambda k: people.save_person(k.ctx(JOKO), replace(TUTI, nama=NAME), seen(k, trail.Kind.PERSON, TUTI.id)),
    "Jabatan": lambda k: people.save_person(
        k.ctx(JOKO), replace(TUTI, jabatan=NAME), seen(k, trail.Kind.PERSON, TUTI.id)
    ),
    "Nama seksi": lambda k: people.save_seksi(k.ctx(JOKO), Seksi("BARU", NAME), 0),
    "Kode seksi": lambda k: people.save_seksi(k.ctx(JOKO), Seksi(NAME, "Seksi Baru"), 0),
    "Nama pengguna": lambda k: people.open_account(k.ctx(JOKO), TUTI.id, NAME),
    "Nama kantor": lambda k: settings.change_settings(
        k.ctx(JOKO), {"instansi.nama": NAME}, seen(k, trail.Kind.SETTING, None)
    ),
    "Indikator": lambda k: planning.save_indikator(
        k.ctx(RAHMA), 2026, replace(FIRST, nama=NAME), plan_version(k), "Nama diperjelas sesuai Renstra."
    ),
    "Satuan": lambda k: planning.save_indikator(
        k.ctx(RAHMA), 2026, replace(FIRST, satuan=NAME), plan_version(k), "Satuan diperjelas sesuai Renstra."
    ),
    "Nama versi": lambda k: planning.open_version(k.ctx(RAHMA), 2026, NAME, date(2026, 10, 1), plan_version(k)),
    "Kode dan uraian anggaran": lambda k: planning.save_anggaran(
        k.ctx(RAHMA), 2026, [replace(BUDGET[0], uraian=NAME)], plan_version(k)
    ),
    "Sasaran dan tujuan": lambda k: plan_lists.save_sasaran(
        k.ctx(RAHMA), 2026, [(None, Sasaran(NAME))], plan_version(k), "Sasaran diperjelas sesuai Renstra."
    ),
    "Satuan dan predikat": lambda k: plan_lists.save_skala(
        k.ctx(RAHMA), 2026, [NilaiSkala("predikat", NAME, Decimal(3))], plan_version(k)
    ),
    "Uraian": lambda k: calendar_table.save_year(
        k.ctx(JOKO),
        KalenderTahun(2026, (HariLibur(date(2026, 5, 1), NAME, JenisLibur.LOKAL),)),
        seen(k, trail.Kind.CALENDAR, "2026"),
    ),
    "Dasar": lambda k: calendar_table.save_year(
        k.ctx(JOKO), KalenderTahun(2026, (), sumber=NAME), seen(k, trail.Kind.CALENDAR, "2026")
    ),
    "Kode dan nama seksi": lambda _: found(
        BukuKinerja(Instansi("Kecamatan Baru", ""), PLAN, seksi=(Seksi("A", NAME),))
    ),
    "Kabupaten atau kota": lambda _: found(BukuKinerja(Instansi("Kecamatan Baru", NAME), PLAN)),
    "Bukti 1.1": lambda k: type_evidence(k, Bukti(NAME)),
    "Hal": lambda k: assignment.save_note(k.kabid, TW2, assignment.CatatanPenugasan(NAME), seen=0),
    "Golongan": lambda k: people.save_person(
        k.ctx(JOKO), replace(TUTI, golongan=NAME), seen(k, trail.Kind.PERSON, TUTI.id)
    ),
    "Kode lama": lambda k: plan_lists.save_riwayat(
        k.ctx(RAHMA), 2026, [Riwayat("1.1", 2025, None, None, indikator_lama=NAME)], plan_version(k)
    ),
    "Tempat": lambda k: office_papers.draft(k.ctx(RAHMA), "sop", Pokok(2026), Pilihan(tempat=NAME)),
    "Label baris 1": lambda k: upload_form.change_form(
        k.ctx(RAHMA), Masa(2026, 2), replace(FORM, isian=(replace(FORM.isian[0], label=NAME),)), seen=0
    ),
    "Nama berkas 1": lambda k: upload_form.change_form(
        k.ctx(RAHMA), Masa(2026, 2), replace(FORM, berkas=(replace(FORM.berkas[0], pola=NAME),)), seen=0
    ),
}


@pytest.mark.parametrize("label", CALLS)
def test_a_name_with_such_a_sign_is_refused_by_its_label(kantor: Kantor, label: str) -> None:
    with pytest.raises(FieldsRefused) as refused:
        CALLS[label](kantor)

    assert (label, SebabIsian.TANDA_TERSEMBUNYI) in [(i.label, i.sebab) for i in refused.value.isian]
    assert f"{label} memuat tanda tak terlihat" in messages.sentence(refused.value)
    assert "ketik ulang" in messages.sentence(refused.value)


def test_a_definition_keeps_it(kantor: Kantor) -> None:
    planning.save_indikator(kantor.ctx(RAHMA), 2026, replace(FIRST, definisi=NAME), plan_version(kantor))

    assert planning.load(kantor.ctx(RAHMA), 2026).rencana.indikator[0].definisi == NAME


def test_a_factor_keeps_it_and_the_screen_shows_it_without(kantor: Kantor) -> None:
    kantor.assign()
    kantor.order()
    ctx, case = kantor.analis("PEL"), kantor.case().id
    collection.save_draft(ctx, case, [IsiIndikator("1.1", faktor_penghambat=NAME)], seen=0)

    kept = collection.load(ctx, case).isi.of("1.1").faktor_penghambat
    assert kept == NAME
    assert visible(kept) == "Seksi namakileP"


def test_evidence_that_held_it_before_stops_no_other_work(kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    old = Bukti(NAME)
    with monkeypatch.context() as before:
        before.setattr(drafts, "refuse_hidden", lambda *_: None)
        type_evidence(kantor, old)

    kantor.attach("PEL", "1.1", old, Bukti("Register Juni 2026"))
    with pytest.raises(FieldsRefused):
        kantor.attach("PEL", "1.1", old, Bukti(f"{NAME} 2"))


@pytest.mark.parametrize("sign", [*"\x00\x07\x85\x7f\u061c\u200e\u200f\u202a\u202e\u2066\u2069"])
def test_these_signs_are_found_with_their_place(sign: str) -> None:
    assert hidden_sign(f"ab{sign}c") == f"U+{ord(sign):04X} pada huruf ke-3"
    assert hides(sign)


@pytest.mark.parametrize(
    "teks", ["", "Kecamatan Umpama", "dua\nbaris\tdan\r\ntab", "Nūr \u0627\u0644", "\U0001f44d", "a\xa0b"]
)
def test_letters_of_any_script_breaks_and_tabs_are_let_be(teks: str) -> None:
    assert not hides(teks)
    assert hidden_sign(teks) == ""
