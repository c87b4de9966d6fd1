"""Every state of the office has its look; nothing is left without a symbol."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.aturan import SKALA, Aturan
from kinerja_desktop.domain.isi_laporan import Tulisan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.sel import CellState as Keadaan
from kinerja_desktop.domain.tenggat import Kelompok
from kinerja_desktop.domain.workflow import Action, Langkah, Status
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.work.cells import _STATES
from kinerja_desktop.ui.work.chapters import writing_chip
from kinerja_desktop.ui.work.looks import act_look, group_tone, kategori_look, status_chip
from kinerja_desktop.ui.work.panel_parts import WarningCard
from kinerja_desktop.ui.work.places import look_at, place_of


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_a_chip(status: Status) -> None:
    assert status_chip(status, status.value).text == status.value


def test_a_report_handed_in_again_is_purple() -> None:
    assert status_chip(Status.SUBMITTED, "Diajukan Kembali (ke-2)").tone is Tone.KEMBALI
    assert status_chip(Status.SUBMITTED, Status.SUBMITTED.value).tone is Tone.BERJALAN


@pytest.mark.parametrize("action", list(Action))
def test_every_act_has_a_symbol(action: Action) -> None:
    assert act_look(action, action.label)


@pytest.mark.parametrize("tulisan", list(Tulisan))
def test_every_state_of_words_has_symbol_and_word(tulisan: Tulisan) -> None:
    chip = writing_chip(tulisan)
    assert chip.text == tulisan.value
    assert [writing_chip(one).icon for one in Tulisan].count(chip.icon) == 1


@pytest.mark.parametrize("kelompok", list(Kelompok))
def test_every_group_has_a_tone(kelompok: Kelompok) -> None:
    assert group_tone(kelompok) in Tone


@pytest.mark.parametrize("skala", SKALA, ids=lambda skala: skala.nama)
def test_the_best_is_green_and_the_worst_is_red_on_every_scale(skala: object) -> None:
    aturan = Aturan(skala=skala)  # type: ignore[arg-type]  # pytest's ids hide the type
    words = [pita.kategori for pita in aturan.skala.pita]
    looks = [kategori_look(word, aturan) for word in words]
    assert None not in looks
    assert [look[0] for look in (looks[0], looks[-1]) if look] == [Tone.SELESAI, Tone.SALAH]
    assert kategori_look("Tanpa data", aturan) is None


def test_every_state_of_a_figure_is_drawn() -> None:
    assert set(_STATES) == set(Keadaan) - {Keadaan.TERPILIH}


@pytest.mark.parametrize("langkah", list(Langkah))
def test_every_step_is_done_on_a_tab_of_some_role(langkah: Langkah) -> None:
    assert any(place_of(langkah, role) for role in Role)


def test_work_on_another_desk_is_looked_at_where_the_role_may() -> None:
    assert look_at(Role.KABID, reported=False) == ""
    assert look_at(Role.KABID, reported=True) == "pemeriksaan"
    assert look_at(Role.ANALIS, reported=False) == "lembar_kerja"
    assert look_at(Role.ADMIN, reported=True) == ""


def test_who_only_reads_is_told_that_no_reason_was_given(qtbot: QtBot) -> None:
    card = WarningCard()
    qtbot.addWidget(card)
    asked = "Nilai di atas 150% jarang terjadi. Periksa apakah 812 benar; jika benar, beri alasan."
    card.show_warning("Angka ini 162,40% dari target", asked, "", editable=False)
    words = "".join(label.text() for label in card.findChildren(QLabel))
    assert words.endswith("Periksa apakah 812 benar; alasan belum diberikan.")
    card.show_warning("Angka ini 162,40% dari target", asked, "", editable=True)
    words = "".join(label.text() for label in card.findChildren(QLabel))
    assert words.endswith('jika benar, <a href="alasan">beri alasan.</a>')
