"""Penyiapan Awal and «Belum lengkap» in Kotak Tugas: skipped, resumed, and nothing typed is lost."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange.buku_kinerja import tulis
from kinerja_desktop.services import readiness, settings
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.readiness import Bagian
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.first_steps.kop import KopPreview
from kinerja_desktop.ui.first_steps.page import FirstSteps
from kinerja_desktop.ui.inbox.tab import InboxPage, make
from kinerja_desktop.ui.inbox.unready import UnreadyCard
from kinerja_desktop.ui.runner import Calls, InlineRunner, Job, T, Ticket
from kinerja_desktop.ui.widgets.field_fault import FieldFault
from kinerja_desktop.ui.widgets.strips import Strip
from tests.new_office import acting, new_office
from tests.practice_book import BUKU
from tests.ui.pages import NARROW, WIDE, cut_texts, open_page, part, press


@pytest.fixture
def office() -> Office:
    return new_office()


def opened(qtbot: QtBot, office: Office, role: Role = Role.ADMIN, size: QSize = WIDE) -> InboxPage:
    ctx = acting(office, role)
    page = open_page(qtbot, make, ctx, size=size)
    page.changed.connect(page.refresh)
    return page


def steps_of(page: InboxPage) -> FirstSteps:
    found = page.findChild(FirstSteps)
    assert found is not None
    return found


def in_front(page: InboxPage) -> Bagian | None:
    found = page.findChild(FirstSteps)
    return found.at() if found is not None and found.isVisible() else None


def lines(page: QWidget) -> list[str]:
    return [b.text() for b in part(page, UnreadyCard, "belum_lengkap").findChildren(QPushButton) if b.isVisible()]


def write(qtbot: QtBot, page: InboxPage, kunci: str, text: str) -> None:
    field = part(page, QLineEdit, kunci)
    field.clear()
    qtbot.keyClicks(field, text)


def test_whoever_founds_an_office_is_led_through_its_pages(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    seen = [in_front(page)]
    write(qtbot, page, "instansi.nama", "Kecamatan Kelara")
    for _ in range(5):
        press(qtbot, page, "lanjut_penyiapan")
        seen.append(in_front(page))
    assert seen == list(Bagian)
    press(qtbot, page, "lanjut_penyiapan")
    assert in_front(page) is None
    assert lines(page)[0] == "Lanjutkan Penyiapan Awal"
    assert "Lengkapi batas SOP" not in lines(page), "going on from a page says that it was looked at"


def test_every_page_may_be_passed_over_and_is_listed_with_the_way_back(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    for _ in range(5):
        press(qtbot, page, "lewati_penyiapan")
    press(qtbot, page, "tutup_penyiapan")
    assert len(lines(page)) == 1 + 7
    press(qtbot, page, "lengkapi_kalender_2026")
    assert in_front(page) is Bagian.KALENDER
    press(qtbot, page, "konfirmasi")
    press(qtbot, page, "tutup_penyiapan")
    assert "Lengkapi kalender 2026" not in lines(page)
    press(qtbot, page, "lanjutkan_penyiapan")
    assert in_front(page) is Bagian.KANTOR


def test_the_letterhead_follows_what_is_typed(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    paper = part(page, QLabel, "kop")
    qtbot.waitUntil(lambda: not paper.pixmap().isNull())
    before = paper.pixmap().toImage()
    write(qtbot, page, "instansi.nama", "Kecamatan Kelara")
    qtbot.waitUntil(lambda: paper.pixmap().toImage() != before)
    assert page.findChild(KopPreview) is not None


@pytest.mark.usefixtures("qtbot")
def test_a_letterhead_that_is_drawn_while_the_page_is_left_tells_nobody() -> None:
    class Held(InlineRunner):
        def start(self, _job: Job[T], calls: Calls[T], *, writes: bool = False) -> Ticket:  # noqa: ARG002
            waiting.append(calls)
            return Ticket()

    waiting: list[Calls[Any]] = []
    preview = KopPreview(Held(), lambda: lambda: b"")
    preview.draw()
    delete(preview)
    waiting[0].done(b"")


def test_what_was_typed_is_stored_by_whatever_way_the_page_is_left(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    write(qtbot, page, "instansi.nama", "Kecamatan Kelara")
    press(qtbot, page, "lewati_penyiapan")
    press(qtbot, page, "mundur_penyiapan")
    write(qtbot, page, "instansi.kabupaten", "Kabupaten Jeneponto")
    press(qtbot, page, "tutup_penyiapan")
    with office.store.read() as unit:
        given = settings.instansi_given(unit)
    assert (given.nama, given.kabupaten) == ("Kecamatan Kelara", "Kabupaten Jeneponto")


def test_a_wrong_field_holds_lanjut_alone_and_keeps_what_was_typed(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    for _ in range(3):
        press(qtbot, page, "lewati_penyiapan")
    write(qtbot, page, "jam.jumat", "pagi sampai sore")
    write(qtbot, page, "penugasan.hari", "11")
    press(qtbot, page, "lanjut_penyiapan")
    assert in_front(page) is Bagian.SOP
    assert any(f.isVisible() and f.text() for f in page.findChildren(FieldFault))
    assert Bagian.SOP not in readiness.load(acting(office, Role.ADMIN)).lengkap
    with office.store.read() as unit:
        assert settings.penugasan(unit).hari == 11, "what is right is kept"
    press(qtbot, page, "lewati_penyiapan")
    press(qtbot, page, "mundur_penyiapan")
    assert part(page, QLineEdit, "jam.jumat").text() == "pagi sampai sore"


def test_the_field_in_which_somebody_types_keeps_its_place_while_it_is_kept(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    write(qtbot, page, "instansi.alamat", "Jalan Poros")
    field = part(page, QLineEdit, "instansi.alamat")
    with qtbot.waitSignal(page.changed):
        pass
    qtbot.keyClicks(field, " Tolo")
    assert field.text() == "Jalan Poros Tolo"


def test_the_plan_comes_in_from_a_workbook_and_is_told_by_sasaran(
    qtbot: QtBot, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tulis(BUKU, tmp_path / "rencana.xlsx")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "rencana.xlsx"), ""))
    page = opened(qtbot, office)
    for _ in range(4):
        press(qtbot, page, "lewati_penyiapan")
    press(qtbot, page, "impor_buku")
    press(qtbot, page, "terapkan")
    press(qtbot, page, "kembali")
    words = [label.text() for label in steps_of(page).findChildren(QLabel) if label.isVisible()]
    assert any("Rencana kinerja 2026: " in w and "belum ditetapkan" in w for w in words)
    assert any("2 indikator: Meningkatnya kualitas pelayanan" in w for w in words)


def test_the_planner_is_led_to_his_tabs_and_to_the_role_that_has_the_others(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office, Role.KASUBAG_PERENCANAAN)
    assert in_front(page) is None
    assert "Lanjutkan Penyiapan Awal" not in lines(page)
    with qtbot.waitSignal(page.tab_wanted) as asked:
        press(qtbot, page, "lengkapi_lembar_pemulihan")
    assert asked.args == ["cadangan", ""]
    with qtbot.waitSignal(page.role_wanted) as wanted:
        press(qtbot, page, "lengkapi_pejabat")
    assert wanted.args[0].role is Role.ADMIN


def test_one_click_leads_through_the_other_role_to_the_tab(qtbot: QtBot, office: Office) -> None:
    planner, admin = acting(office, Role.KASUBAG_PERENCANAAN), acting(office, Role.ADMIN)
    now = [planner]
    page = make(Desk(lambda: now[-1], InlineRunner()))
    qtbot.addWidget(page)
    page.load()
    page.role_wanted.connect(lambda _: now.append(admin))
    with qtbot.waitSignal(page.tab_wanted) as asked:
        press(qtbot, page, "lengkapi_pejabat")
    assert asked.args == ["pengguna", ""]


def test_a_practice_office_and_other_roles_hear_nothing_of_it(qtbot: QtBot) -> None:
    from tests.ui.scenes import copied, opening

    page = open_page(qtbot, make, copied(opening).kabid())
    assert not part(page, Strip, "belum_lengkap_singkat").isVisible()
    assert not part(page, UnreadyCard, "belum_lengkap").isVisible()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["100%", "125%"])
def test_no_word_is_cut_on_any_page(qtbot: QtBot, office: Office, size: QSize) -> None:
    page = opened(qtbot, office, size=size)
    for one in Bagian:
        steps_of(page).open(one)
        QApplication.processEvents()
        assert cut_texts(page) == [], one
    press(qtbot, page, "tutup_penyiapan")
    assert cut_texts(page) == []


def test_a_name_that_stands_in_is_typed_over(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    field = part(page, QLineEdit, "instansi.nama")
    part(page, QLineEdit, "instansi.alamat").setFocus()
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: field.selectedText() == "Kantor Baru")
    qtbot.keyClicks(field, "Kecamatan Kelara")
    assert field.text() == "Kecamatan Kelara"
