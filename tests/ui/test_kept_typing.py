"""What is being typed is kept however its page is left; where it cannot be kept, the person is asked before it goes."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.errors import DiskFull
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import collection, plan_drafts, quarterly
from kinerja_desktop.ui import app as app_module
from kinerja_desktop.ui.app import App
from kinerja_desktop.ui.dialogs import Konfirmasi
from tests.ui.chapters import chapter
from tests.ui.kantor import TW1, Kantor
from tests.ui.pages import part
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
    app._exit.at_once = True
