from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Status
from kinerja_desktop.services import inbox, quarterly
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.inbox import Lingkup, Pratinjau
from kinerja_desktop.ui import remembered
from kinerja_desktop.ui.inbox.arranging import ArrangeButton
from kinerja_desktop.ui.inbox.tab import InboxPage, make
from kinerja_desktop.ui.quarterly import tab as quarterly_tab
from kinerja_desktop.ui.widgets.grouped_list import GroupedListView
from kinerja_desktop.ui.widgets.row_model import ITEM_ROLE, ListGroup, ListRow
from kinerja_desktop.ui.widgets.segments import Segmented
from kinerja_desktop.ui.widgets.strips import Strip
from tests.ui.kantor import TW1, TW2, Kantor, jam
from tests.ui.pages import NARROW, WIDE, cut_texts, labels, open_page, part, press
from tests.ui.scenes import copied, filling, opening, reviewing


@pytest.fixture
def kantor() -> Kantor:
    return copied(reviewing)


@pytest.fixture
def page(qtbot: QtBot, kantor: Kantor) -> InboxPage:
    return open_page(qtbot, make, kantor.kabid())


def tasks(page: InboxPage) -> GroupedListView:
    return part(page, GroupedListView, "daftar_tugas")


def rows(page: InboxPage) -> list[ListRow | ListGroup]:
    model = tasks(page).rows
    return [model.index(at).data(ITEM_ROLE) for at in range(model.rowCount())]


def titles(page: InboxPage) -> list[str]:
    return [row.title for row in rows(page)]


def key_of(page: InboxPage, seksi: str) -> str:
    return next(row.key for row in rows(page) if isinstance(row, ListRow) and seksi in row.title)


def test_the_preview_of_a_list_is_read_once(page: InboxPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    read = inbox.preview

    def counted(ctx: Context, key: str) -> Pratinjau:
        asked.append(key)
        return read(ctx, key)

    monkeypatch.setattr(inbox, "preview", counted)
    page.load()
    assert asked == [tasks(page).current_key()]


def test_groups_stand_in_the_order_of_their_limits(page: InboxPage) -> None:
    assert titles(page) == [
        "Terlambat",
        "Periksa laporan Seksi Pemerintahan",
        "Hari ini",
        "Periksa laporan Seksi Pelayanan",
        "Periksa laporan Seksi Pemberdayaan Masyarakat dan Desa",
        "Berikutnya",
        "Periksa laporan Seksi Kesejahteraan Rakyat",
    ]


def test_the_task_in_front_is_read_once(page: InboxPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    preview = inbox.preview

    def noted(ctx: Context, key: str) -> inbox.Pratinjau:
        asked.append(key)
        return preview(ctx, key)

    monkeypatch.setattr(inbox, "preview", noted)
    page.load()

    assert asked == [tasks(page).current_key()]


def test_the_model_of_the_list_keeps_the_rules_of_models(page: InboxPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(tasks(page).rows)


def test_counts_of_scopes_are_the_lengths_of_their_lists(page: InboxPage, qtbot: QtBot) -> None:
    scopes = part(page, Segmented, "cakupan")
    for number, scope in enumerate(Lingkup, 1):
        qtbot.keyClick(page, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
        assert scopes.key() == scope.name
        shown = tasks(page).rows.row_count()
        button = next(b for b in scopes.findChildren(QPushButton) if b.isChecked())
        assert button.text() == f"{scope.value}  {shown}"


def test_the_badge_is_the_length_of_the_list(qtbot: QtBot, page: InboxPage) -> None:
    with qtbot.waitSignal(page.counted) as told:
        page.load()
    assert told.args == [{"kotak_tugas": 4, "penugasan": 0, "pemeriksaan": 4}]
    assert tasks(page).rows.row_count() == 4


def test_enter_opens_the_tab_of_the_step_and_notes_it_as_read(qtbot: QtBot, kantor: Kantor, page: InboxPage) -> None:
    key = key_of(page, "Pemberdayaan")
    tasks(page).choose(key)
    assert next(r for r in rows(page) if r.key == key and isinstance(r, ListRow)).unread
    with qtbot.waitSignal(page.tab_wanted) as wanted:
        qtbot.keyClick(tasks(page), Qt.Key.Key_Return)
    assert wanted.args == ["pemeriksaan", kantor.case(TW2, "pmd")]
    view = inbox.load(kantor.kabid())
    assert [t.baru for g in view.kelompok for t in g.tugas if t.key == key] == [False]


def test_moving_through_the_list_reads_nothing(qtbot: QtBot, kantor: Kantor, page: InboxPage) -> None:
    head = kantor.head()
    for _ in range(5):
        qtbot.keyClick(tasks(page), Qt.Key.Key_Down)
    view = inbox.load(kantor.kabid())
    assert sum(t.baru for g in view.kelompok for t in g.tugas) == 2
    assert kantor.head() == head


def test_the_panel_tells_what_changed_and_until_when(page: InboxPage) -> None:
    tasks(page).choose(key_of(page, "Pelayanan"))
    words = labels(page)
    for piece in ("2 angka", "hari ini sampai 15.41", "93,67% · Sangat Tinggi", "2 kali", "Diajukan Kembali (ke-2)"):
        assert piece in words, piece


def test_the_filter_keeps_rows_that_hold_every_word_and_esc_empties_it(qtbot: QtBot, page: InboxPage) -> None:
    field = part(page, QLineEdit, "saring")
    qtbot.keyClicks(field, "masyarakat rahmat")
    assert [row.title for row in rows(page) if isinstance(row, ListRow)] == [
        "Periksa laporan Seksi Pemberdayaan Masyarakat dan Desa"
    ]
    field.setText("desa adat")
    assert rows(page) == []
    assert "Tidak ada yang cocok dengan «desa adat»." in page.findChildren(type(page._empty))[0].text()
    assert page.go_back()
    assert len(rows(page)) == 7
    assert not page.go_back()


# --- order and choices ---------------------------------------------------------------------------


def arrange(page: InboxPage) -> ArrangeButton:
    return part(page, ArrangeButton, "susun_daftar")


def choose(page: InboxPage, menu: str, words: str) -> None:
    opened = arrange(page).menu_of()
    below = next(act.menu() for act in opened.actions() if act.text() == menu)
    assert isinstance(below, QMenu)
    next(act for act in below.actions() if act.text() == words).trigger()


def groups(page: InboxPage) -> list[str]:
    return [row.title for row in rows(page) if isinstance(row, ListGroup)]


@pytest.fixture
def nothing_remembered() -> Iterator[None]:
    remembered.forget_all()
    yield
    remembered.forget_all()


@pytest.mark.usefixtures("nothing_remembered")
def test_tasks_are_grouped_as_a_person_wants_and_so_again(qtbot: QtBot, kantor: Kantor, page: InboxPage) -> None:
    everything = {row.key for row in rows(page) if isinstance(row, ListRow)}
    choose(page, "Urutkan menurut", "Seksi")
    named = [title for title in groups(page) if title != "Seluruh kantor"]
    assert named == sorted(named)
    assert {row.key for row in rows(page) if isinstance(row, ListRow)} == everything
    again = open_page(qtbot, make, kantor.kabid())
    assert groups(again) == groups(page)
    choose(again, "Urutkan menurut", "Jenis tugas")
    assert "Periksa laporan" in groups(again)


@pytest.mark.usefixtures("nothing_remembered")
def test_what_a_choice_leaves_out_is_said_and_brought_back(page: InboxPage) -> None:
    whole, badge = len(rows(page)), page._scopes.findChildren(QPushButton)[0].text()
    choose(page, "Seksi", "Seksi Pelayanan")
    assert [row.title for row in rows(page) if isinstance(row, ListRow)] == ["Periksa laporan Seksi Pelayanan"]
    only = part(page, Strip, "hanya_sebagian")
    assert only.text() == "Hanya Seksi Pelayanan: 1 dari 4 tugas."
    assert page._scopes.findChildren(QPushButton)[0].text() == badge
    only.linked.emit()
    assert len(rows(page)) == whole
    assert only.isHidden()


@pytest.mark.usefixtures("nothing_remembered")
def test_a_task_that_is_asked_for_is_shown_whatever_was_chosen(page: InboxPage) -> None:
    wanted = key_of(page, "Pemerintahan")
    choose(page, "Seksi", "Seksi Pelayanan")
    page.show_item(wanted)
    assert tasks(page).current_key() == wanted


def test_a_minute_moves_the_limits_and_not_the_chosen_row(kantor: Kantor, page: InboxPage) -> None:
    key = key_of(page, "Pemberdayaan")
    tasks(page).choose(key)
    kantor.now(jam(7, 14, 15, 59))
    page.tick()
    assert tasks(page).current_key() == key
    row = next(row for row in rows(page) if row.key == key and isinstance(row, ListRow))
    assert row.due is not None
    assert row.due.text == "lewat 1 menit"


def test_nobody_is_asked_for_anything_when_nothing_waits(qtbot: QtBot) -> None:
    kantor = copied(opening)
    page = open_page(qtbot, make, kantor.analis())
    assert rows(page) == []
    assert page._empty.text().startswith("Tidak ada tugas untuk Anda. Berikutnya:")


def test_the_order_of_a_quarter_opens_penugasan_at_that_quarter(qtbot: QtBot) -> None:
    kantor = copied(opening)
    page = open_page(qtbot, make, kantor.kabid())
    with qtbot.waitSignal(page.tab_wanted) as wanted:
        press(qtbot, page, "buka_tugas")
    assert wanted.args == ["penugasan", "2026-TW2"]


def test_work_on_another_desk_is_looked_at_not_done(qtbot: QtBot) -> None:
    kantor = copied(filling)
    page = open_page(qtbot, make, kantor.kasubag())
    page._choose_scope(Lingkup.BERJALAN)
    assert part(page, QPushButton, "buka_tugas").text() == "Lihat Laporan"
    with qtbot.waitSignal(page.tab_wanted) as wanted:
        qtbot.keyClick(tasks(page), Qt.Key.Key_Return)
    assert wanted.args == ["laporan_seksi", kantor.case()]


def test_tasks_in_another_role_are_told_and_lead_there(qtbot: QtBot, kantor: Kantor) -> None:
    kantor.give_role("andi")
    page = open_page(qtbot, make, kantor.kabid())
    strip = part(page, Strip, "peran_lain")
    assert "tugas lain menunggu Anda sebagai Kasubag" in strip.text()
    with qtbot.waitSignal(page.role_wanted) as wanted:
        strip.linked.emit()
    assert wanted.args[0].nama == "Andi Umpama, S.IP."


def test_the_pages_of_a_report_open_in_pemeriksaan(qtbot: QtBot, kantor: Kantor, page: InboxPage) -> None:
    tasks(page).choose(key_of(page, "Pelayanan"))
    with qtbot.waitSignal(page.tab_wanted) as wanted:
        press(qtbot, page, "lihat_halaman")
    assert wanted.args == ["pemeriksaan", f"{kantor.case()}:halaman"]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["100%", "125%"])
def test_no_text_is_cut(qtbot: QtBot, kantor: Kantor, size: QSize) -> None:
    page = open_page(qtbot, make, kantor.kabid(), size=size)
    tasks(page).choose(key_of(page, "Pelayanan"))
    assert cut_texts(page) == []


def test_a_report_that_was_opened_again_is_opened_at_its_own_quarter(qtbot: QtBot, kantor: Kantor) -> None:
    planner = kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN)
    if quarterly.load(planner, TW1).status is not Status.FIXED:
        quarterly.fix(planner, TW1, seen=quarterly.load(planner, TW1).versi)
    quarterly.reopen(planner, TW1, "Pagu kegiatan berubah.", seen=quarterly.load(planner, TW1).versi)
    page = open_page(qtbot, make, planner)
    tasks(page).choose(key_of(page, "Triwulan I 2026"))
    with qtbot.waitSignal(page.tab_wanted) as wanted:
        tasks(page).opened.emit(key_of(page, "Triwulan I 2026"))
    assert wanted.args == ["laporan_triwulan", "Triwulan I 2026"]
    report = open_page(qtbot, quarterly_tab.make, planner, item=wanted.args[1])
    assert part(report, QComboBox, "masa").currentText() == "Triwulan I 2026"
