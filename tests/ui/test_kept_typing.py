"""What is being typed is kept however its page is left; where it cannot be kept, the person is asked before it goes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.errors import DiskFull
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import collection, plan_drafts, quarterly
from kinerja_desktop.services.draft_texts import REALISASI
from kinerja_desktop.ui import app as app_module
from kinerja_desktop.ui.app import App
from kinerja_desktop.ui.dialogs import Konfirmasi
from kinerja_desktop.ui.widgets.grid.view import GridView
from tests.ui.chapters import chapter
from tests.ui.kantor import SANDI, TW1, Kantor
from tests.ui.pages import labels, part
from tests.ui.running import entered, window
from tests.ui.scenes import copied, filling, opening

WORDS = "Layanan keliling "


def other_role(app: App) -> None:
    frame = window(app).frame_model()
    window(app).role_chosen.emit(next(role.key for role in frame.roles if role.key != frame.role))


LEAVING: dict[str, Callable[[App], object]] = {
    "tab": lambda app: window(app).open_tab("kotak_tugas"),
    "role": other_role,
    "user": lambda app: window(app).switch_user_asked.emit(),
    "lock": lambda app: window(app).idle.emit(),
    "close": lambda app: window(app).close(),
    "session": lambda app: app._keep_all(),
}


@pytest.fixture(params=LEAVING)
def leave(request: pytest.FixtureRequest) -> Callable[[App], object]:
    return LEAVING[request.param]


def at_work(qtbot: QtBot, kantor: Kantor, who: str, role: Role) -> App:
    """Somebody in this role, who holds another one too."""
    kantor.let_in(who)
    kantor.give_role(who)
    app = entered(qtbot, kantor, who)
    window(app).activateWindow()
    qtbot.waitUntil(window(app).isActiveWindow)
    roles = window(app).frame_model().roles
    window(app).role_chosen.emit(next(one.key for one in roles if one.key.startswith(f"{role.value}:")))
    return app


@pytest.fixture
def analyst(qtbot: QtBot) -> tuple[App, Kantor]:
    kantor = copied(filling)
    app = at_work(qtbot, kantor, "budi", Role.ANALIS)
    window(app).open_tab("lembar_kerja")
    part(window(app), GridView, "lembar").go_to("1.1", REALISASI)
    return app, kantor


def figures(kantor: Kantor) -> str:
    """What the draft of the Lembar Kerja says of its first indikator."""
    ctx = kantor.ctx("budi", Role.ANALIS)
    row = collection.load(ctx, kantor.case()).isi.of("1.1")
    return f"{row.realisasi} {row.faktor_pendukung}"


def test_a_figure_in_an_open_cell(qtbot: QtBot, analyst: tuple[App, Kantor], leave: Callable[[App], object]) -> None:
    app, kantor = analyst
    for letter in "95,5":  # the first opens the cell
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClicks(focus, letter)
    leave(app)
    assert figures(kantor).startswith("95.5 ")


def test_words_beside_the_figures(qtbot: QtBot, analyst: tuple[App, Kantor], leave: Callable[[App], object]) -> None:
    app, kantor = analyst
    qtbot.keyClicks(part(window(app), QPlainTextEdit, "faktor_pendukung"), WORDS)
    leave(app)
    assert WORDS in figures(kantor)


@pytest.fixture
def planner(qtbot: QtBot) -> tuple[App, Kantor]:
    kantor = copied(opening)
    return at_work(qtbot, kantor, "rahma", Role.KASUBAG_PERENCANAAN), kantor


def test_a_card_of_the_plan(qtbot: QtBot, planner: tuple[App, Kantor], leave: Callable[[App], object]) -> None:
    app, kantor = planner
    window(app).open_tab("rencana_kinerja", "2026:1.2")
    qtbot.keyClicks(part(window(app), QPlainTextEdit, "nama"), WORDS)
    leave(app)
    kept = plan_drafts.load(kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN), 2026).isi
    assert WORDS in kept["indikator:murni"]["1.2"]["nama"]


def test_a_paragraph_of_a_report(qtbot: QtBot, planner: tuple[App, Kantor], leave: Callable[[App], object]) -> None:
    app, kantor = planner
    window(app).open_tab("laporan_triwulan", TW1.label_tahun)
    page = window(app).page()
    qtbot.waitUntil(lambda: page._editor._view is not None)  # type: ignore[attr-defined]
    qtbot.keyClicks(chapter(page, "VII. Penutup"), WORDS)
    leave(app)
    typed = dict(quarterly.load(kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN), TW1).isi.paragraf)
    assert WORDS.strip() in typed["penutup"][0]
    app._runner.wait()
    QApplication.processEvents()  # what was read for a page that is gone is told to nobody


def test_undo_outlives_the_save_and_another_tab(qtbot: QtBot, analyst: tuple[App, Kantor]) -> None:
    app, kantor = analyst
    before = figures(kantor)
    field = part(window(app), QPlainTextEdit, "faktor_pendukung")
    for letter in "95,5":
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClicks(focus, letter)
    field.setFocus()
    qtbot.keyClicks(field, WORDS)
    window(app).open_tab("kotak_tugas")
    assert figures(kantor) == f"95.5 {WORDS}"
    window(app).open_tab("lembar_kerja")
    while (undo := window(app).page().undo_steps()[0]) is not None:
        undo()
    while field.document().isUndoAvailable():
        field.undo()
    window(app).open_tab("kotak_tugas")
    assert figures(kantor) == before


def stay(asked: list[Konfirmasi], question: Konfirmasi) -> bool:
    """What was asked, answered with Batal."""
    asked.append(question)
    return False


def full(*_: object, **__: object) -> None:
    raise DiskFull("/data")


@pytest.mark.parametrize("way", ["role", "user", "close"])
def test_what_cannot_be_kept_stays_until_the_person_gives_it_up(
    qtbot: QtBot, analyst: tuple[App, Kantor], way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, _ = analyst
    asked: list[Konfirmasi] = []
    monkeypatch.setattr(collection, "save_draft", full)
    monkeypatch.setattr(app_module, "confirm", lambda _, question: stay(asked, question))
    field = part(window(app), QPlainTextEdit, "faktor_pendukung")
    qtbot.keyClicks(field, WORDS)
    before = window(app).frame_model().role
    LEAVING[way](app)
    assert [question.act for question in asked] == ["Teruskan Tanpa Menyimpan"]
    assert window(app).frame_model().role == before
    assert window(app).isVisible()
    assert not window(app).is_covered()
    assert field.toPlainText() == WORDS


@pytest.mark.parametrize("way", ["role", "user", "close"])
def test_what_waits_for_simpan_is_asked_about(
    planner: tuple[App, Kantor], way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, _ = planner
    asked: list[Konfirmasi] = []
    monkeypatch.setattr(app_module, "confirm", lambda _, question: stay(asked, question))
    monkeypatch.setattr(window(app).page(), "unsaved", lambda: True)
    LEAVING[way](app)
    assert ["Perubahan pada tab Kotak Tugas menunggu Simpan" in question.sentence for question in asked] == [True]
    assert window(app).isVisible()
    assert not window(app).is_covered()


# --- a locked program over what cannot be kept ----------------------------------------------------


@pytest.fixture
def held(qtbot: QtBot, analyst: tuple[App, Kantor], monkeypatch: pytest.MonkeyPatch) -> App:
    """Budi typed something, the disk is full, and the program locked itself."""
    app, _ = analyst
    monkeypatch.setattr(collection, "save_draft", full)
    qtbot.keyClicks(part(window(app), QPlainTextEdit, "faktor_pendukung"), WORDS)
    window(app).idle.emit()
    return app


def test_the_lock_does_not_say_that_all_is_kept_where_it_is_not(held: App) -> None:
    assert "Isian terakhir belum tersimpan" in labels(window(held))


def test_another_person_is_not_let_in_over_what_cannot_be_kept(held: App) -> None:
    refused = held.log_in("andi", SANDI)
    assert not refused.accepted
    assert "Isian Budi" in refused.pesan
    assert held.log_in("budi", SANDI).accepted
    held.enter(QRect())
    assert part(window(held), QPlainTextEdit, "faktor_pendukung").toPlainText() == WORDS


def test_another_person_is_let_in_as_soon_as_it_is_kept(
    held: App, analyst: tuple[App, Kantor], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not held.log_in("andi", SANDI).accepted
    monkeypatch.undo()
    assert held.log_in("andi", SANDI).accepted
    assert WORDS in figures(analyst[1])


def test_a_stranger_who_closes_the_locked_program_is_asked(held: App, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Konfirmasi] = []
    monkeypatch.setattr(app_module, "confirm", lambda _, question: stay(asked, question))
    window(held).close()
    assert window(held).isVisible()
    assert [question.act for question in asked] == ["Tutup Tanpa Menyimpan"]
    assert "Minta Budi" in asked[0].sentence


def test_who_gave_up_what_could_not_be_kept_lets_another_one_in(
    analyst: tuple[App, Kantor], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, _ = analyst
    monkeypatch.setattr(collection, "save_draft", full)
    monkeypatch.setattr(app_module, "confirm", lambda *_: True)
    qtbot.keyClicks(part(window(app), QPlainTextEdit, "faktor_pendukung"), WORDS)
    window(app).switch_user_asked.emit()
    assert app.log_in("andi", SANDI).accepted
