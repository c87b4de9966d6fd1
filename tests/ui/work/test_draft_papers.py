"""«Pratinjau» beside the acts of steps 1 to 5: the paper with the mark DRAF, one click away, and nothing changes."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.workflow import Status
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.assignment import tab as assignment
from kinerja_desktop.ui.compilation import tab as compilation
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.disposition import tab as disposition
from kinerja_desktop.ui.entry import tab as entry
from kinerja_desktop.ui.review import tab as review
from kinerja_desktop.ui.review.approve_dialog import ApproveDialog
from kinerja_desktop.ui.review.return_dialog import ReturnDialog
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.strips import Strip
from kinerja_desktop.ui.work.draft_papers import DraftPapersDialog, ForewarningDialog
from kinerja_desktop.ui.work.page import WorkPage
from tests.documents.reading import read_pages
from tests.ui.kantor import TW2, Kantor, jam
from tests.ui.pages import cut_texts, labels, open_page, part, press
from tests.ui.scenes import copied, opening, ordered, reviewing


def handed_in() -> Kantor:
    """The analyst has the order, the Kasubag the bahan."""
    kantor = copied(ordered)
    kantor.order(jam(7, 10, 8, 16))
    return kantor


def compiled() -> Kantor:
    """The bahan lies on the desk of the Kasubag."""
    kantor = handed_in()
    kantor.complete()
    kantor.hand_in_bahan(jam(7, 13, 8, 0))
    return kantor


@dataclass
class Looked:
    """What was shown: titles, words of the pages, heading."""

    papers: list[str]
    words: str
    told: str


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> list[Looked]:
    """Every preview that is opened, as a person would have read it."""
    seen: list[Looked] = []

    def exec_(dialog: Dialog) -> int:
        dialog.show()
        if isinstance(dialog, DraftPapersDialog):
            assert dialog.pages.page_count() > 0
            assert cut_texts(dialog) == []
            words = " ".join(page.text for one in dialog._papers for page in read_pages(one.pdf))
            seen.append(Looked([one.judul for one in dialog._papers], words, labels(dialog)))
        else:
            _answer(qtbot, dialog)
        dialog.hide()
        return dialog.result()

    monkeypatch.setattr(Dialog, "exec", exec_)
    return seen


def _answer(qtbot: QtBot, dialog: Dialog) -> None:
    """In the dialog of a decision: look first, then leave it."""
    if isinstance(dialog, ReturnDialog):
        assert not part(dialog, QPushButton, "pratinjau").isEnabled()  # the paper is the reason
        part(dialog, QPlainTextEdit, "alasan").setPlainText("Jumlah surat tidak sama dengan register.")
    if isinstance(dialog, ReturnDialog | ApproveDialog):
        press(qtbot, dialog, "pratinjau")


Make = Callable[[Desk], WorkPage]


@dataclass(frozen=True)
class Place:
    """A page at a moment, who sits before it, what is pressed, and the titles of the papers that are seen."""

    scene: Callable[[], Kantor]
    make: Make
    who: Callable[[Kantor], Context]
    titles: list[str]
    press: str = "pratinjau"


SLIP, DECISION, REPORT = "LEMBAR DISPOSISI", "LAPORAN DISPOSISI", "LAPORAN DATA KINERJA"
PLACES = (
    Place(opening, assignment.make, Kantor.kabid, [SLIP]),
    Place(ordered, disposition.make, Kantor.kasubag, [SLIP]),
    Place(handed_in, entry.make, Kantor.analis, ["BAHAN LAPORAN DATA KINERJA"]),
    Place(compiled, compilation.make, Kantor.kasubag, [REPORT]),
    Place(reviewing, review.make, Kantor.kabid, [DECISION, REPORT], "setujui"),
    Place(reviewing, review.make, Kantor.kabid, [DECISION], "kembalikan"),
)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.make.__module__.split('.')[-2]}-{place.press}")
def test_the_paper_is_one_click_away_and_nothing_changes(qtbot: QtBot, looked: list[Looked], place: Place) -> None:
    kantor = copied(place.scene)
    item = kantor.case(TW2) if place.make is review.make else ""
    page = open_page(qtbot, place.make, place.who(kantor), item=item)
    with kantor.office.store.read() as unit:
        before = unit.journal.head(), len(unit.papers.all())

    press(qtbot, page, place.press)

    (shown,) = looked
    assert shown.papers == place.titles
    assert "DRAF" in shown.words
    assert "Draf tanpa nomor." in shown.told
    with kantor.office.store.read() as unit:
        assert (unit.journal.head(), len(unit.papers.all())) == before


def test_what_was_typed_stands_on_the_slip(qtbot: QtBot, looked: list[Looked]) -> None:
    page = open_page(qtbot, disposition.make, copied(ordered).kasubag())
    qtbot.keyClicks(part(page, QPlainTextEdit, "catatan"), "Cocokkan dengan register.")

    press(qtbot, page, "pratinjau")

    assert "Cocokkan dengan register." in looked[0].words


def test_without_an_analyst_there_is_no_slip_to_look_at(qtbot: QtBot) -> None:
    page = open_page(qtbot, disposition.make, copied(ordered).kasubag())
    next(iter(page.findChildren(QCheckBox))).setChecked(False)

    look = part(page, QPushButton, "pratinjau")

    assert not look.isEnabled()
    assert "Pilih analis" in look.toolTip()


def test_a_seksi_that_was_ordered_has_its_slip_elsewhere(qtbot: QtBot) -> None:
    page = open_page(qtbot, assignment.make, copied(ordered).kabid())
    assert "sudah dikirim" in part(page, QPushButton, "pratinjau").toolTip()


# --- what there is to look at before the act -----------------------------------------------------

NIP = "NIP Siti Misalnya, S.Sos. belum diisi. Isi pada tab Pengguna supaya tercetak."


def without_nip(scene: Callable[[], Kantor], pengguna: str = "siti") -> Kantor:
    kantor = copied(scene)
    with kantor.office.store.unit() as unit:
        person = next(p for p in unit.people.all() if p.pengguna == pengguna)
        unit.people.put(replace(person, nip=None))
        unit.commit()
    return kantor


@pytest.fixture
def warned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is told before an act; whoever reads it goes on."""
    told: list[str] = []

    def exec_(dialog: Dialog) -> int:
        dialog.show()
        told.append(" ".join(strip.text() for strip in dialog.findChildren(Strip) if strip.isVisible()))
        assert cut_texts(dialog) == []
        dialog.hide()
        return int(isinstance(dialog, ForewarningDialog))

    monkeypatch.setattr(Dialog, "exec", exec_)
    return told


def send(page: WorkPage, name: str) -> None:
    part(page, QPushButton, name).click()


@pytest.mark.parametrize(
    ("scene", "make", "who", "name", "status"),
    [
        (ordered, disposition.make, "kasubag", "disposisikan", Status.ORDERED),
        (handed_in, entry.make, "analis", "ajukan", Status.BAHAN_SUBMITTED),
    ],
)
def test_what_is_to_be_looked_at_is_told_before_the_act(  # noqa: PLR0917  # one line of the table
    qtbot: QtBot, warned: list[str], scene: Callable[[], Kantor], make: Make, who: str, name: str, status: Status
) -> None:
    kantor = without_nip(scene)
    if make is entry.make:
        kantor.complete()
    page = open_page(qtbot, make, getattr(kantor, who)())

    send(page, name)

    assert warned == [NIP]
    assert inbox_status(kantor) is status


def test_it_is_told_once(qtbot: QtBot, warned: list[str]) -> None:
    kantor = without_nip(ordered)
    page = open_page(qtbot, disposition.make, kantor.kasubag())
    page.changed.connect(page.refresh)
    send(page, "disposisikan")
    page._take_back()

    send(page, "disposisikan")

    assert warned == [NIP]
    assert inbox_status(kantor) is Status.ORDERED


def test_whoever_does_not_go_on_has_done_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    kantor = without_nip(ordered)
    page = open_page(qtbot, disposition.make, kantor.kasubag())
    monkeypatch.setattr(Dialog, "exec", lambda _dialog: 0)

    send(page, "disposisikan")

    assert inbox_status(kantor) is Status.ASSIGNED


def test_the_papers_may_be_looked_at_before_going_on(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    kantor, shown = without_nip(ordered), []

    def exec_(dialog: Dialog) -> int:
        dialog.show()
        shown.append(type(dialog).__name__)
        if isinstance(dialog, ForewarningDialog):
            dialog.look.click()
        dialog.hide()
        return 0

    monkeypatch.setattr(Dialog, "exec", exec_)
    send(open_page(qtbot, disposition.make, kantor.kasubag()), "disposisikan")
    assert shown == ["ForewarningDialog", "DraftPapersDialog"]


@pytest.mark.parametrize("act", ["setujui", "kembalikan"])
def test_the_dialog_of_a_decision_tells_it(qtbot: QtBot, warned: list[str], act: str) -> None:
    kantor = without_nip(reviewing)
    page = open_page(qtbot, review.make, kantor.kabid(), item=kantor.case(TW2))

    send(page, act)

    assert warned == [NIP]


def inbox_status(kantor: Kantor) -> Status:
    case_id = kantor.case(TW2)
    with kantor.office.store.read() as unit:
        return unit.cases.get(case_id).status
