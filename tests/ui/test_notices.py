"""Every strip over the pages leads to where it is mended, or says whom to ask."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.petunjuk import Tempat
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import disk_room, frame, guide, moving, opening, program_files
from kinerja_desktop.services.frame import Pemberitahuan
from kinerja_desktop.ui.app import App
from kinerja_desktop.ui.guide.window import GuideWindow
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.role_tabs import TABS
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.strips import Strip
from tests.ui.kantor import Kantor
from tests.ui.running import entered, window
from tests.ui.scenes import copied, filling
from tests.ui.scenes import opening as first_days


@pytest.fixture
def everything(monkeypatch: pytest.MonkeyPatch) -> Kantor:
    """An office of which everything is told at once."""
    kantor = copied(filling)
    with kantor.office.store.raw() as connection:
        connection.execute("UPDATE kalender_tahun SET dikonfirmasi = 0")
        connection.commit()
    monkeypatch.setattr(opening, "upgrade_told", lambda _: "Data kantor sudah disesuaikan.")
    monkeypatch.setattr(disk_room, "warning", lambda _: "Ruang disk tinggal 40 MB.")
    monkeypatch.setattr(program_files, "warning", lambda: "Berkas program tidak sama.")
    monkeypatch.setattr(moving, "moved_on", lambda _: kantor.clock.waktu.date())
    return kantor


def strips(app: App) -> list[Strip]:
    told = window(app)._strips
    return [strip for key, strip in told.items() if key.startswith("pemberitahuan")]


def link(strip: Strip) -> str:
    return next((button.text() for button in strip.findChildren(QPushButton) if not button.isHidden()), "")


def test_every_notice_has_a_tab_and_whom_to_ask_or_a_place_of_the_help(everything: Kantor) -> None:
    told = frame.load(everything.analis()).pemberitahuan
    clock = frame.clock_doubt(everything.clock.waktu, everything.clock.waktu.date())
    known = {place for subjek in guide.subjects() for place in subjek.places()}
    assert len(told) == 5
    for one in (*told, clock):
        assert (one.tab in TABS and "Admin" in one.minta) or Tempat.read(one.petunjuk) in known, one.kalimat


def test_who_cannot_mend_it_reads_whom_to_ask(qtbot: QtBot, everything: Kantor) -> None:
    everything.let_in("siti")
    app = entered(qtbot, everything, "siti")
    found = {strip.text(): link(strip) for strip in strips(app)}
    assert len(found) == 5
    assert all(led or "minta Admin" in text or "Minta Admin" in text for text, led in found.items())
    assert "Minta Admin mencocokkan hari liburnya." in next(text for text in found if "Kalender" in text)


def test_who_can_is_led_there_in_the_role_that_can(qtbot: QtBot, everything: Kantor) -> None:
    app = entered(qtbot, everything)
    assert app._context().actor.role is not Role.ADMIN
    strip = next(one for one in strips(app) if "Kalender" in one.text())
    assert link(strip) == "Buka Kalender"
    strip.linked.emit()
    assert (app._context().actor.role, window(app).tab()) == (Role.ADMIN, "kalender")


def test_what_no_tab_mends_is_told_in_the_help(qtbot: QtBot, everything: Kantor) -> None:
    app = entered(qtbot, everything)
    for words, place in (
        ("Ruang disk", "listrik_padam#Diska penuh"),
        ("Berkas program", "bantuan_teknis#Berkas program berubah"),
    ):
        strip = next(one for one in strips(app) if words in one.text())
        assert link(strip) == "Baca petunjuk"
        strip.linked.emit()
        help_ = window(app).findChild(GuideWindow)
        assert help_ is not None
        assert help_.place() == Tempat.read(place)


def test_a_stop_of_writing_leads_to_the_check_or_says_whom_to_ask(qtbot: QtBot) -> None:
    kantor = copied(first_days)
    kantor.let_in("siti")
    for name, led, asked in (("andi", "Buka Periksa Keutuhan", False), ("siti", "", True)):
        app = entered(qtbot, kantor, name)
        notices = app._notices
        assert notices is not None
        told = Pemberitahuan("Penyimpanan dihentikan.", "keutuhan", "Minta Admin membuka Periksa Keutuhan.")
        spec = notices._spec(told, Tone.SALAH, Icon.SALAH)
        assert (spec.link, "Minta Admin" in spec.text) == (led, asked)
