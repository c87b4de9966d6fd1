"""Periksa Keutuhan: verdicts on papers in a word, the check of all records, findings to copy."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.kode_periksa import make_kode
from kinerja_desktop.services import auth, integrity, trail, verification
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.passwords import PRACTICE
from kinerja_desktop.storage.records import Paper, StatusPaper
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.integrity import go_on_dialog
from kinerja_desktop.ui.integrity.document_dialog import document_dialog
from kinerja_desktop.ui.integrity.go_on_dialog import GoOnDialog
from kinerja_desktop.ui.integrity.tab import IntegrityPage, make
from kinerja_desktop.ui.runner import Calls, InlineRunner, Job, T, Ticket
from kinerja_desktop.ui.widgets.chips import Chip
from kinerja_desktop.ui.widgets.strips import Strip
from tests.disk_office import NOW, PASSWORD, admin_of, make_office
from tests.office import ANDI
from tests.ui.conftest import SCREENS, InstallTheme, unreadable
from tests.ui.pages import part

KODE, OLD, GONE = make_kode(123_456), make_kode(7), make_kode(99)
_BODY = "".join(f"{n} 0 obj << Laporan >> endobj\n" for n in range(200))
PDF = f"%PDF-1.7\n<pdf:Keywords>{KODE}</pdf:Keywords>\n{_BODY}%%EOF\n".encode()
PAPER = Paper(
    id="p1",
    case_id=None,
    jenis="laporan_triwulan",
    judul="Laporan Kinerja Triwulan I Tahun 2026",
    tahun=2026,
    triwulan=1,
    seksi=None,
    nomor=None,
    tanggal=date(2026, 4, 15),
    kode=KODE,
    versi=1,
    status="sah",
    sha256="",
    halaman=5,
    tempat_simpan="",
    pindaian_sha256=None,
    dibuat=NOW,
)
Press = Callable[[str], None]


class CancellingRunner(InlineRunner):
    """Batal is pressed as soon as the job tells how far it is."""

    def start(self, job: Job[T], calls: Calls[T], *, writes: bool = False) -> Ticket:
        class Impatient:
            def progress(self, n: int, m: int, text: str) -> None:
                calls.progress(n, m, text)

            def cancelled(self) -> bool:
                return True

        return super().start(lambda _: job(Impatient()), calls, writes=writes)


def file(office: Office, *papers: tuple[str, str, StatusPaper]) -> None:
    with office.store.unit() as unit:
        for name, kode, status in papers:
            content = PDF if kode == KODE else PDF + kode.encode()
            sha = office.store.archive.put(content)
            unit.papers.put(replace(PAPER, id=name, kode=kode, status=status, sha256=sha))
        unit.commit()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "data")


@pytest.fixture
def filed(office: Office) -> Office:
    file(office, ("p1", KODE, "sah"), ("p2", OLD, "digantikan"), ("p3", GONE, "ditarik"))
    return office


def shown(qtbot: QtBot, made: IntegrityPage) -> IntegrityPage:
    qtbot.addWidget(made)
    made.load()
    made.resize(1366, 560)
    made.show()
    return made


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> IntegrityPage:
    ctx = admin_of(office)
    return shown(qtbot, make(Desk(lambda: ctx, InlineRunner())))


def press(page: QWidget, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None, name
    button.click()


def verdict(page: QWidget) -> tuple[str, str]:
    word, sentence = page.findChild(Chip, "putusan"), page.findChild(QLabel, "kalimat_putusan")
    assert word is not None
    assert sentence is not None
    spec = word.spec()
    return (spec.text if spec else "", sentence.text())


def kode(page: QWidget) -> QLineEdit:
    found = page.findChild(QLineEdit, "kode")
    assert found is not None
    return found


def result(page: QWidget) -> str:
    found = page.findChild(Strip, "hasil_keutuhan")
    assert found is not None
    return found.text() if found.isVisible() else ""


# --- one paper -----------------------------------------------------------------------------------


def test_without_papers_it_says_so(page: IntegrityPage) -> None:
    words = [label.text() for label in page.findChildren(QLabel)]
    assert "Belum ada dokumen yang ditetapkan." in words


@pytest.mark.usefixtures("filed")
def test_the_dialog_of_the_menu_answers_as_the_tab_does(qtbot: QtBot, page: IntegrityPage) -> None:
    dialog = document_dialog(page, page.desk)
    qtbot.addWidget(dialog)
    kode(dialog).setText(OLD)
    press(dialog, "periksa_kode")
    assert verdict(dialog)[0] == "Digantikan"


@pytest.mark.usefixtures("filed")
def test_the_word_of_a_long_answer_is_in_sight(
    qtbot: QtBot, page: IntegrityPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = tuple((f"Target indikator {n}", "83,00") for n in range(40))
    known = verification.verify_kode

    def with_figures(office: Office, teks: str) -> verification.Hasil:
        return replace(known(office, teks), angka=figures)

    monkeypatch.setattr(verification, "verify_kode", with_figures)
    dialog = document_dialog(page, page.desk)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    kode(dialog).setText(OLD)
    press(dialog, "periksa_kode")
    word = part(dialog, Chip, "putusan")
    qtbot.waitUntil(lambda: not word.visibleRegion().isEmpty())
    first = part(dialog, QLabel, "angka_putusan")
    qtbot.waitUntil(lambda: not first.visibleRegion().isEmpty())
    assert not word.visibleRegion().isEmpty()


@pytest.mark.parametrize(
    ("typed", "word", "part"),
    [
        (KODE, "Sah", "ditetapkan 15 April 2026"),
        (KODE.lower().replace("-", " "), "Sah", "versi 1"),
        (OLD, "Digantikan", "Digantikan oleh"),
        (GONE, "Ditarik", "sudah ditarik"),
        (make_kode(1), "Tidak dikenal", "tidak ada dalam arsip"),
    ],
)
@pytest.mark.usefixtures("filed")
def test_the_answer_begins_with_one_word(page: IntegrityPage, typed: str, word: str, part: str) -> None:
    kode(page).setText(typed)
    press(page, "periksa_kode")
    assert verdict(page)[0] == word
    assert part in verdict(page)[1]


@pytest.mark.usefixtures("filed")
def test_a_slip_of_the_hand_is_told_with_its_place(page: IntegrityPage, qtbot: QtBot) -> None:
    sixth = "A" if KODE[6] != "A" else "C"
    kode(page).setText(f"{KODE[:6]}{sixth}{KODE[7:]}")
    qtbot.keyClick(kode(page), Qt.Key.Key_Return)
    assert verdict(page) == ("Salah ketik", "Kode salah ketik: huruf ke-6. Periksa lagi pada kertas.")


@pytest.mark.parametrize(
    ("content", "word"),
    [(PDF, "Sah"), (PDF.replace(b"Laporan", b"Laporan2", 1), "Isi tidak cocok"), (b"%PDF-1.7 asing", "Tidak dikenal")],
)
@pytest.mark.usefixtures("filed")
def test_a_file_is_compared(
    page: IntegrityPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, word: str
) -> None:
    chosen = tmp_path / "laporan.pdf"
    chosen.write_bytes(content)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(chosen), ""))
    press(page, "pilih_pdf")
    assert verdict(page)[0] == word


def test_a_file_that_is_gone_is_told(page: IntegrityPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("kinerja_desktop.ui.work.page.tell_fault", lambda _, galat: said.append(galat.sentence))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "hilang.pdf"), ""))
    press(page, "pilih_pdf")
    assert "tidak ada atau tidak dapat dibaca" in said[0]


# --- all records ---------------------------------------------------------------------------------


def test_a_sound_office_is_told_without_the_word_safe(page: IntegrityPage) -> None:
    press(page, "periksa_sekarang")
    assert result(page).startswith("Tidak ditemukan perubahan pada ")
    assert "aman" not in result(page)


def test_an_edited_row_is_named_and_can_be_copied(page: IntegrityPage, office: Office) -> None:
    with office.store.raw() as connection:
        connection.execute("UPDATE pegawai SET jabatan = 'Camat' WHERE nama LIKE 'Siti%'")
        connection.commit()
    press(page, "periksa_sekarang")
    assert result(page) == ("1 temuan. Jangan ubah apa pun. Hubungi pembantu teknis dan sertakan rinciannya.")
    page.findChildren(Strip)[0].linked.emit()
    copied = QGuiApplication.clipboard().text()
    assert "Siti Misalnya" in copied
    assert "Terakhir diperiksa 14 Juli 2026, 07.31." in copied


def test_an_admin_goes_on_with_his_reason(
    page: IntegrityPage, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with office.store.raw() as connection:
        connection.execute("UPDATE pegawai SET jabatan = 'Camat' WHERE nama LIKE 'Siti%'")
        connection.commit()
    go_on = part(page, QPushButton, "lanjutkan_bekerja")
    assert not go_on.isVisible()
    with qtbot.waitSignal(page.changed):
        press(page, "periksa_sekarang")
    assert go_on.isVisible()
    assert office.store.stopped is not None

    def write_reason(dialog: GoOnDialog) -> int:
        assert not dialog.act.isEnabled()
        part(dialog, QPlainTextEdit, "alasan").setPlainText("Sudah dicocokkan dengan kertas tanggal 1 Juli.")
        assert dialog.act.isEnabled()
        return 1

    monkeypatch.setattr(GoOnDialog, "exec", write_reason)
    with qtbot.waitSignal(page.changed):
        go_on.click()

    assert office.store.stopped is None
    assert not go_on.isVisible()
    assert result(page) == "Tidak ditemukan perubahan baru. 1 temuan lama sudah diterima Admin."
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "Sudah diterima Admin" in told
    assert "Siti Misalnya" in told


def test_going_on_waits_for_a_second_official(
    page: IntegrityPage, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    with office.store.unit() as unit:
        andi = next(p for p in unit.people.all() if p.nama == ANDI.nama)
        auth.open_account(unit, trail.PROGRAM, NOW, andi, pengguna="andi", sandi=PASSWORD, cost=PRACTICE)
        unit.commit()
    dialog = GoOnDialog(page, lambda: admin_of(office))
    dialog.show()
    part(dialog, QPlainTextEdit, "alasan").setPlainText("Sudah dicocokkan dengan kertas tanggal 1 Juli.")
    for agrees in (False, True):
        monkeypatch.setattr(go_on_dialog, "ask_second", lambda *_, agrees=agrees: agrees)
        dialog.act.click()
        assert bool(dialog.result()) is agrees
        told = [strip.text() for strip in dialog.findChildren(Strip) if strip.isVisible()]
        assert agrees or "diterima oleh dua orang" in told[0]


def test_damaged_shape_offers_no_going_on(page: IntegrityPage, office: Office) -> None:
    with office.store.raw() as connection:
        connection.execute("DROP TRIGGER journal_no_delete")
    press(page, "periksa_sekarang")
    assert not part(page, QPushButton, "lanjutkan_bekerja").isVisible()


def test_what_was_found_after_the_start_is_there_at_once(page: IntegrityPage, office: Office) -> None:
    with office.store.raw() as connection:
        connection.execute("UPDATE pegawai SET jabatan = 'Camat' WHERE nama LIKE 'Siti%'")
        connection.commit()
    integrity.watch(office)
    page.load()
    assert result(page).startswith("1 temuan.")
    assert part(page, QPushButton, "lanjutkan_bekerja").isVisible()


def test_how_far_the_check_reaches_is_said(page: IntegrityPage) -> None:
    press(page, "periksa_sekarang")
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "tidak dapat dibuktikan" in told


def test_a_check_can_be_left(qtbot: QtBot, office: Office) -> None:
    ctx = admin_of(office)
    page = shown(qtbot, make(Desk(lambda: ctx, CancellingRunner())))
    press(page, "periksa_sekarang")
    assert result(page) == ""
    button = page.findChild(QPushButton, "periksa_sekarang")
    assert button is not None
    assert button.isEnabled()


@pytest.mark.parametrize(("factor", "size"), SCREENS)
def test_no_word_is_cut(
    office: Office, qtbot: QtBot, install_theme: InstallTheme, factor: float, size: tuple[int, int]
) -> None:
    install_theme(factor=factor)
    ctx = admin_of(office)
    page = make(Desk(lambda: ctx, InlineRunner()))
    qtbot.addWidget(page)
    page.load()
    page.resize(size[0], size[1] - 120)
    page.show()
    press(page, "periksa_sekarang")
    qtbot.waitUntil(lambda: not unreadable(page))


def test_a_file_with_two_papers_has_an_answer_for_each(page: IntegrityPage, monkeypatch: pytest.MonkeyPatch) -> None:
    right = verification.Hasil(verification.Putusan.SAH, "Lembar Disposisi pertama.")
    wrong = verification.Hasil(verification.Putusan.ISI_BERBEDA, "Lembar Disposisi kedua.")
    answers = [replace(right, lain=(wrong,)), right]
    monkeypatch.setattr(verification, "verify_kode", lambda *_: answers.pop(0))
    kode(page).setText(KODE)
    press(page, "periksa_kode")
    assert words_shown(page) == ["Sah", "Isi tidak cocok"]
    press(page, "periksa_kode")
    assert words_shown(page) == ["Sah"]


def words_shown(page: QWidget) -> list[str]:
    """The words of the answers that stand there."""
    chips = [chip for chip in page.findChildren(Chip, "putusan") if chip.isVisibleTo(page)]
    return [spec.text for chip in chips if (spec := chip.spec()) is not None]
