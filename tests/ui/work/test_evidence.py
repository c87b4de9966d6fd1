"""The dialog of evidence: files come in by every way, refusals are told, the day is judged, files are looked at."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.services import collection, evidence
from kinerja_desktop.ui.compilation import tab as compilation
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.entry import tab as entry
from kinerja_desktop.ui.entry.tab import EntryPage
from kinerja_desktop.ui.review import tab as review
from kinerja_desktop.ui.runner import Calls, InlineRunner, Job, T, Ticket
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.fields import SearchField
from kinerja_desktop.ui.widgets.pdf_pages import PdfPages
from kinerja_desktop.ui.widgets.picture_view import PictureView
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.strips import Strip
from kinerja_desktop.ui.work.evidence import EvidenceDialog
from kinerja_desktop.ui.work.evidence_lines import EvidenceLines
from kinerja_desktop.ui.work.evidence_row import EvidenceRow
from kinerja_desktop.ui.work.evidence_viewer import EvidenceViewer, open_evidence
from kinerja_desktop.ui.work.page import WorkPage
from tests.evidence_files import pdf, photo, picture, put, xlsx
from tests.ui.kantor import TW2, Kantor
from tests.ui.pages import cut_texts, open_page, part, press
from tests.ui.scenes import copied, filling, reporting, reviewing

HEADING = "1.3 Jumlah surat keterangan yang diterbitkan"


@pytest.fixture
def kantor() -> Kantor:
    return copied(filling)


@pytest.fixture
def page(qtbot: QtBot, kantor: Kantor) -> EntryPage:
    return open_page(qtbot, entry.make, kantor.analis())


Ask = Callable[..., EvidenceDialog]


@pytest.fixture
def ask(qtbot: QtBot, page: EntryPage) -> Ask:
    def show(*bukti: Bukti, editable: bool = True) -> EvidenceDialog:
        made = EvidenceDialog(page, page.desk, HEADING, TW2, bukti, editable=editable)
        qtbot.addWidget(made)
        with qtbot.waitActive(made):
            made.show()
        return made

    return show


def told(dialog: Dialog) -> str:
    return " ".join(strip.text() for strip in dialog.findChildren(Strip) if strip.isVisible())


def seen(widget: QWidget) -> str:
    QApplication.processEvents()
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


# --- adding --------------------------------------------------------------------------------------


def test_files_are_added_together_and_refusals_told(ask: Ask, kantor: Kantor, tmp_path: Path) -> None:
    dialog = ask()
    heard: list[tuple[Bukti, ...]] = []
    dialog.changed.connect(heard.append)
    assert "Belum ada bukti." in seen(dialog)
    files = [
        put(tmp_path, "Register.pdf", pdf()),
        put(tmp_path, "IMG_1.jpg", photo((800, 600))),
        put(tmp_path, "surat.exe", b"MZ"),
        put(tmp_path, "kosong.pdf", b""),
    ]
    dialog.add_files(files)
    assert [one.nama for one in dialog.bukti()] == ["Register.pdf", "IMG_1.jpg"]
    assert heard == [dialog.bukti()]
    assert told(dialog).splitlines() == [
        "«surat.exe» bukan PDF, gambar, atau dokumen Office. Simpan sebagai PDF, lalu pilih hasilnya.",
        "«kosong.pdf» kosong (0 byte). Salin ulang dari asalnya.",
    ]
    assert all(kantor.office.store.evidence.intact(one.sha256) for one in dialog.bukti())
    assert "Berkas PDF · " in seen(dialog)
    assert cut_texts(dialog) == []


def test_the_button_asks_for_several_files(
    qtbot: QtBot, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = [str(put(tmp_path, "a.pdf", pdf("a"))), str(put(tmp_path, "b.pdf", pdf("b")))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    dialog = ask()
    press(qtbot, dialog, "tambah_berkas")
    assert [one.nama for one in dialog.bukti()] == ["a.pdf", "b.pdf"]


def test_the_day_of_what_was_added_is_typed_next(qtbot: QtBot, ask: Ask, tmp_path: Path) -> None:
    dialog = ask()
    dialog.add_files([put(tmp_path, "a.pdf", pdf())])
    day = dialog.findChild(QWidget, "tanggal_bukti")
    assert day is not None
    qtbot.waitUntil(day.hasFocus)
    qtbot.keyClicks(day, "30/6/2026")
    qtbot.keyClick(day, Qt.Key.Key_Tab)
    assert dialog.bukti()[0].tanggal == date(2026, 6, 30)

    day.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(day, "30 Junny 2026")
    qtbot.keyClick(day, Qt.Key.Key_Tab)
    assert dialog.bukti()[0].tanggal == date(2026, 6, 30)
    assert "«30 Junny 2026» bukan tanggal." in seen(dialog)
    day.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(day, "29/6/2026")
    qtbot.keyClick(day, Qt.Key.Key_Tab)
    assert "bukan tanggal" not in seen(dialog)


def test_the_same_file_stands_once_in_the_list(ask: Ask, tmp_path: Path) -> None:
    dialog = ask()
    dialog.add_files([put(tmp_path, "a.pdf", pdf()), put(tmp_path, "salinan a.pdf", pdf())])
    assert len(dialog.bukti()) == 1
    assert told(dialog) == "«salinan a.pdf» sudah ada di daftar sebagai «a.pdf»."


def test_a_picture_a_file_and_an_address_can_be_pasted(qtbot: QtBot, ask: Ask, tmp_path: Path) -> None:
    dialog = ask()
    board = QGuiApplication.clipboard()
    board.clear()
    press(qtbot, dialog, "tempel_bukti")
    assert told(dialog).startswith("Belum ada gambar atau berkas yang disalin.")
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    board.setImage(image)
    press(qtbot, dialog, "tempel_bukti")
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(put(tmp_path, "Rekap.xlsx", xlsx())))])
    board.setMimeData(held)
    dialog.paste()
    board.setText("https://arsip.contoh/rekap")
    dialog.paste()
    qtbot.waitUntil(dialog._rows[-1]._day.hasFocus)  # its day is what is still to be said
    assert [one.label for one in dialog.bukti()] == ["Berkas JPG", "Berkas XLSX", "Tautan"]
    assert not told(dialog)
    board.clear()


def test_files_can_be_dropped(ask: Ask, tmp_path: Path) -> None:
    dialog = ask()
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(put(tmp_path, f"{n}.pdf", pdf(str(n))))) for n in range(3)])
    at, button, key = QPointF(QPoint(50, 50)), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, held, button, key))
    assert len(dialog.bukti()) == 3


def test_files_dropped_on_the_sheet_are_evidence_of_the_current_row(
    qtbot: QtBot, page: EntryPage, kantor: Kantor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(dialog: EvidenceDialog) -> int:
        QApplication.processEvents()
        dialog.reject()
        return 0

    monkeypatch.setattr(EvidenceDialog, "exec", closed)
    page.go_to("1.6")
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(put(tmp_path, "a.pdf", pdf())))])
    at, button, key = QPointF(QPoint(50, 50)), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, held, button, key))
    qtbot.waitUntil(lambda: len(page.sheet.isi.of("1.6").bukti) == 2)
    page.keeper.flush()
    assert collection.load(kantor.analis(), kantor.case()).isi.of("1.6").bukti[-1].nama == "a.pdf"


def test_files_dropped_on_a_row_are_evidence_of_that_row(
    qtbot: QtBot, page: EntryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(EvidenceDialog, "exec", lambda _: 0)
    monkeypatch.setattr(EvidenceDialog, "deleteLater", lambda _: None)
    page.go_to("1.6")
    before = [page.sheet.isi.of(kode).bukti for kode in ("1.6", "1.2")]
    grid = page.grid
    assert grid is not None
    at = grid.viewport().mapTo(page, grid.visualRect(grid.grid.index_of("1.2", "bukti")).center())
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(put(tmp_path, "a.pdf", pdf())))])
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(at), Qt.DropAction.CopyAction, held, button, key))
    qtbot.waitUntil(lambda: len(page.sheet.isi.of("1.2").bukti) == len(before[1]) + 1)
    assert page.sheet.isi.of("1.6").bukti == before[0]


def test_a_double_click_on_the_cell_of_evidence_opens_it(
    qtbot: QtBot, page: EntryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[EvidenceDialog] = []

    def looked_at(dialog: EvidenceDialog) -> int:
        opened.append(dialog)
        return 0

    monkeypatch.setattr(EvidenceDialog, "exec", looked_at)
    grid = page.grid
    assert grid is not None
    page.go_to("1.6")
    place = grid.visualRect(grid.grid.index_of("1.2", "bukti")).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: bool(opened))
    assert page.kode == "1.2"
    qtbot.mouseDClick(
        grid.viewport(),
        Qt.MouseButton.LeftButton,
        pos=grid.visualRect(grid.grid.index_of("1.3", "target")).center(),
    )
    QApplication.processEvents()
    assert len(opened) == 1


def test_a_folder_that_is_dropped_is_told(ask: Ask, tmp_path: Path) -> None:
    dialog = ask()
    dialog.add_files([tmp_path])
    assert "adalah folder. Buka folder itu" in told(dialog)


class Waiting(InlineRunner):
    """Keeps a job until it is let go."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], Ticket]] = []

    def start(self, job: Job[T], calls: Calls[T], *, writes: bool = False) -> Ticket:
        self.jobs.append(lambda: InlineRunner.start(self, job, calls, writes=writes))
        return Ticket()


def test_the_dialog_stays_open_while_files_are_being_taken_in(
    qtbot: QtBot, page: EntryPage, kantor: Kantor, tmp_path: Path
) -> None:
    runner = Waiting()
    dialog = EvidenceDialog(page, Desk(kantor.analis, runner), HEADING, TW2, (), editable=True)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.add_files([put(tmp_path, "a.pdf", pdf())])
    dialog.reject()
    assert dialog.isVisible()
    runner.jobs[0]()
    assert len(dialog.bukti()) == 1
    dialog.reject()
    assert not dialog.isVisible()


def test_the_list_takes_the_room_of_the_work_that_is_over(
    qtbot: QtBot, page: EntryPage, kantor: Kantor, tmp_path: Path
) -> None:
    runner = Waiting()
    dialog = EvidenceDialog(page, Desk(kantor.analis, runner), HEADING, TW2, (), editable=True)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    good = [put(tmp_path, f"{n}.pdf", pdf(str(n))) for n in range(4)]
    dialog.add_files([*good, *(put(tmp_path, f"{n}.heic", b"x") for n in range(4))])
    seen(dialog)
    runner.jobs[0]()
    area, foot = dialog.findChildren(ScrollArea)[0], dialog.cancel.parentWidget()
    assert foot is not None
    gap = foot.mapTo(dialog, QPoint(0, 0)).y() - area.mapTo(dialog, QPoint(0, area.height())).y()
    assert gap < 40


# --- words, days, removing -----------------------------------------------------------------------


def test_a_pasted_address_loses_the_signs_that_nobody_sees(ask: Ask) -> None:
    dialog = ask(Bukti("Satu"))
    dialog._rows[0].words.setText("\u202ahttps://contoh.go.id/\u202egpj.exe\u202c")
    assert [one.nama for one in dialog.bukti()] == ["https://contoh.go.id/gpj.exe"]


def test_pasted_words_lose_the_signs_that_turn_letters(ask: Ask) -> None:
    dialog = ask(Bukti("Satu"))
    dialog._rows[0].words.setText("Register \u202einuJ\u202c \u2068Juni\u2069, \u0928\u094d\u200d")
    assert [one.nama for one in dialog.bukti()] == ["Register inuJ Juni, \u0928\u094d\u200d"]


def test_enter_in_words_goes_on_to_the_next_line_and_at_last_to_the_foot(qtbot: QtBot, ask: Ask) -> None:
    dialog = ask(Bukti("Satu"))
    dialog._rows[0].words.setFocus()
    qtbot.keyClick(dialog._rows[0].words, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog._rows[-1].words.hasFocus)
    qtbot.keyClicks(dialog._rows[-1].words, "www.contoh.go.id")
    qtbot.keyClick(dialog._rows[-1].words, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog._rows[-1].words.hasFocus)
    qtbot.keyClick(dialog._rows[-1].words, Qt.Key.Key_Return)
    assert [one.nama for one in dialog.bukti()] == ["Satu", "https://www.contoh.go.id"]
    assert dialog.cancel.hasFocus()


def test_a_day_outside_of_the_quarter_is_warned_of_and_may_have_a_reason(qtbot: QtBot, ask: Ask) -> None:
    dialog = ask(Bukti("Register.pdf", date(2026, 7, 5), sha256="a" * 64, ukuran=12_300))
    line = dialog._rows[0]
    assert "Tanggal di luar Triwulan II 2026." in seen(dialog)
    qtbot.keyClicks(line._why, "Rekap dibuat sesudah triwulan berakhir")
    line._why.editingFinished.emit()
    assert dialog.bukti()[0].alasan == "Rekap dibuat sesudah triwulan berakhir"
    line._day.setText("30-6-2026")
    line._day.editingFinished.emit()
    assert (dialog.bukti()[0].tanggal, dialog.bukti()[0].alasan) == (date(2026, 6, 30), "")
    assert "Tanggal di luar" not in seen(dialog)
    line._day.setText("kemarin dulu")
    line._day.editingFinished.emit()
    assert dialog.bukti()[0].tanggal == date(2026, 6, 30)
    line._day.clear()
    line._day.editingFinished.emit()
    assert dialog.bukti()[0].tanggal is None
    assert "Tanggal bukti belum diisi. Isi tanggal dokumennya." in seen(dialog)


def test_an_address_and_words_without_a_day_are_warned_of(ask: Ask) -> None:
    dialog = ask(Bukti("https://contoh.go.id/register"), Bukti("Register di lemari 2"))
    assert seen(dialog).count("Tanggal bukti belum diisi.") == 2
    for line in dialog._rows:
        line._day.setText("30-6-2026")
        line._day.editingFinished.emit()
    dialog.add_words()
    assert "Tanggal bukti belum diisi." not in seen(dialog)


def test_removing_takes_the_reference_and_leaves_the_file(
    qtbot: QtBot, ask: Ask, kantor: Kantor, tmp_path: Path
) -> None:
    dialog = ask()
    dialog.add_files([put(tmp_path, "a.pdf", pdf())])
    (digest,) = (one.sha256 for one in dialog.bukti())
    press(qtbot, dialog, "hapus_bukti")
    assert dialog.bukti() == ()
    assert kantor.office.store.evidence.intact(digest)
    assert "Belum ada bukti." in seen(dialog)


def test_what_was_removed_by_a_slip_comes_back(qtbot: QtBot, ask: Ask, tmp_path: Path) -> None:
    dialog = ask()
    dialog.add_files([put(tmp_path, "a.pdf", pdf())])
    before = dialog.bukti()
    press(qtbot, dialog, "hapus_bukti")
    assert "«a.pdf» dikeluarkan dari daftar." in told(dialog)
    back = next(one for one in dialog.findChildren(Button) if one.text() == "Kembalikan" and one.isVisible())
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert dialog.bukti() == before
    assert told(dialog) == ""


def test_who_may_not_fill_only_looks(ask: Ask) -> None:
    dialog = ask(Bukti("Register"), Bukti("https://contoh.go.id"), editable=False)
    assert dialog.findChild(Button, "tambah_berkas") is None
    assert not dialog.acceptDrops()
    fields = [field for field in dialog.findChildren(QLineEdit) if not isinstance(field, SearchField)]
    assert all(field.isReadOnly() for field in fields)
    assert [b.isVisible() for b in dialog.findChildren(Button, "buka_bukti")] == [False, True]


# --- the list as a list --------------------------------------------------------------------------


def names(dialog: EvidenceDialog) -> list[str]:
    return [row[0] for row in dialog._cards.seen().rows]


def test_cards_are_sorted_on_the_screen_alone_and_so_again(ask: Ask) -> None:
    register, photo_ = Bukti("Register", date(2026, 5, 4)), Bukti("https://contoh.go.id", date(2026, 4, 1))
    dialog = ask(register, photo_)
    dialog._cards.order_by("Tanggal")
    rows = dialog.findChildren(EvidenceRow)
    tops = {one.bukti().nama: one.y() for one in rows if QApplication.processEvents() is None}
    assert tops["https://contoh.go.id"] < tops["Register"]
    assert dialog.bukti() == (register, photo_)
    assert names(ask(register, photo_)) == ["https://contoh.go.id", "Register"]
    dialog._cards.order_by("")
    assert names(ask(register, photo_)) == ["Register", "https://contoh.go.id"]


def test_cards_are_filtered_and_exported_as_they_are_seen(
    ask: Ask, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = ask(Bukti("Register", date(2026, 5, 4)), Bukti("Foto loket"), editable=False)
    qtbot.keyClick(dialog._area, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert dialog._cards.filter_line.isVisible()
    dialog._cards.filter_line.field.setText("mei")
    assert names(dialog) == ["Register"]
    assert len(dialog.bukti()) == 2
    target = tmp_path / "bukti.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog._cards.menu().actions()[-1].trigger()
    assert len(target.read_text(encoding="utf-8-sig").splitlines()) == 2


def test_many_long_names_fit(ask: Ask) -> None:
    long = "Rekapitulasi permohonan surat keterangan usaha dan domisili seluruh desa " * 2
    dialog = ask(*(Bukti(f"{n} {long}.pdf", date(2026, 7, 1), sha256=str(n) * 64, ukuran=5_000_000) for n in range(9)))
    assert cut_texts(dialog) == []
    assert dialog.width() <= 620


def test_the_list_takes_the_room_that_there_is_below_what_was_refused(ask: Ask, tmp_path: Path) -> None:
    dialog = ask()
    area = dialog.findChild(ScrollArea, "daftar_bukti")
    assert area is not None
    before = area.height()
    refused = [put(tmp_path, f"foto {n}.heic", b"\0\0\0\x18ftypheic") for n in range(3)]
    dialog.add_files([put(tmp_path, "Register.pdf", pdf()), put(tmp_path, "IMG_1.jpg", photo((800, 600))), *refused])
    QApplication.processEvents()
    assert told(dialog).count("HEIC") == 3
    assert area.height() > before + 80
    assert dialog.height() <= 500
    assert cut_texts(dialog) == []


def test_a_file_is_in_the_draft_when_the_dialog_closes(
    page: EntryPage, kantor: Kantor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, "Register.pdf", pdf())

    def fill(dialog: EvidenceDialog) -> int:
        dialog.add_files([path])
        dialog.reject()
        return 0

    monkeypatch.setattr(EvidenceDialog, "exec", fill)
    page.go_to("1.6")
    page.edit_evidence()
    page.keeper.flush()
    stored = collection.load(kantor.analis(), kantor.case()).isi.of("1.6").bukti
    assert [one.label for one in stored] == ["Catatan", "Berkas PDF"]


# --- looking -------------------------------------------------------------------------------------


def add(kantor: Kantor, path: Path, kode: str = "1.3") -> Bukti:
    """A file in the draft of the analyst."""
    made = evidence.add_file(kantor.analis(), path)
    isi = collection.load(kantor.analis(), kantor.case()).isi.of(kode)
    kantor.put([replace(isi, bukti=(made,))])
    return made


def viewed(monkeypatch: pytest.MonkeyPatch) -> list[EvidenceViewer]:
    """Viewers that were opened; each is left standing."""
    found: list[EvidenceViewer] = []

    def exec_(viewer: EvidenceViewer) -> int:
        viewer.show()
        QApplication.processEvents()
        found.append(viewer)
        return 0

    monkeypatch.setattr(EvidenceViewer, "exec", exec_)
    monkeypatch.setattr(EvidenceViewer, "deleteLater", lambda _: None)
    return found


Given = tuple[str, bytes, type[QWidget]]


@pytest.mark.parametrize(
    "given",
    [("a.pdf", pdf(), PdfPages), ("a.jpg", photo((800, 600)), PictureView), ("a.xlsx", xlsx(), EmptyState)],
)
def test_a_file_is_shown_inside_the_program(
    page: EntryPage, kantor: Kantor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: Given
) -> None:
    shown = viewed(monkeypatch)
    name, content, kind = given
    made = add(kantor, put(tmp_path, name, content))
    open_evidence(page, kantor.case(), made)
    (viewer,) = shown
    assert isinstance(viewer.shown, kind)
    assert made.kode in seen(viewer)
    assert viewer.height() <= page.window().height()
    copy = tmp_path / "salinan"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    part(viewer, Button, "simpan_salinan").click()
    assert copy.with_suffix(Path(name).suffix).read_bytes() == kantor.office.store.evidence.read(made.sha256)
    viewer.close()


def test_a_picture_can_be_looked_at_closer(qtbot: QtBot) -> None:
    view = PictureView(photo((1600, 1200)))
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    qtbot.waitExposed(view)
    whole = view.shown_size()
    assert whole.width() <= 500
    view.scale(2)
    assert view.shown_size().width() == pytest.approx(2 * whole.width(), abs=2)
    view.set_factor(1.0)
    assert view.shown_size().width() == 1600
    assert not PictureView(b"bukan gambar").is_readable()


def test_a_file_that_is_gone_is_told(
    page: EntryPage, kantor: Kantor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = add(kantor, put(tmp_path, "Register.pdf", pdf()))
    (kantor.office.store.evidence.folder / made.sha256).unlink()
    refused: list[str] = []
    monkeypatch.setattr(page, "refuse", lambda error: refused.append(str(error.findings[0])))
    open_evidence(page, kantor.case(), made)
    assert refused == ["Berkas bukti «Register.pdf» hilang dari folder data."]


def test_an_address_goes_to_the_browser_and_words_nowhere(page: EntryPage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    for words in ("https://contoh.go.id/rekap", "file:///etc/passwd", "C:\\alat\\program.exe", "Register, lemari 2"):
        open_evidence(page, page.case_id, Bukti(words))
    assert opened == ["https://contoh.go.id/rekap"]


@pytest.mark.parametrize(("scene", "make"), [(reviewing, review.make), (reporting, compilation.make)])
def test_kabid_and_kasubag_open_evidence_with_one_click(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    scene: Callable[[], Kantor],
    make: Callable[[Desk], WorkPage],
) -> None:
    kantor = copied(scene)
    kept = evidence.add_file(kantor.analis(), put(tmp_path, "Register.pdf", pdf()))
    monkeypatch.setattr(evidence, "open_file", lambda _ctx, _case, piece: evidence.read(kantor.office, piece))
    shown = viewed(monkeypatch)
    ctx = kantor.kabid() if scene is reviewing else kantor.kasubag()
    page = open_page(qtbot, make, ctx, item=kantor.case())
    lines = page.findChild(EvidenceLines)
    assert lines is not None
    lines.show_evidence((kept,), TW2)
    qtbot.mouseClick(part(lines, Button, "buka_bukti"), Qt.MouseButton.LeftButton)
    assert [type(viewer.shown) for viewer in shown] == [PdfPages]
    shown[0].close()


def test_the_lines_tell_a_day_outside_of_the_quarter_with_its_reason(qtbot: QtBot) -> None:
    lines = EvidenceLines()
    qtbot.addWidget(lines)
    lines.show()
    lines.show_evidence((Bukti("Rekap", date(2026, 7, 5), "rekap tahunan"), Bukti("Register", date(2026, 6, 5))), TW2)
    assert "5 Juli 2026. Tanggal di luar Triwulan II 2026: rekap tahunan" in seen(lines)
    assert "5 Juni 2026" in seen(lines)
    lines.show_evidence((Bukti("Register di lemari 2"),), TW2)
    assert "Tanggal bukti belum diisi" in seen(lines)
    lines.show_evidence((), TW2)
    assert lines.isHidden()


def test_a_picture_of_another_form_is_kept_small(kantor: Kantor, tmp_path: Path) -> None:
    made = evidence.add_file(kantor.analis(), put(tmp_path, "layar.png", picture("PNG", "RGBA")))
    assert made.gambar
    assert made.ukuran_teks == "1 kB"
