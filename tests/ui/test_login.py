"""Masuk: who acts, by mouse and by keys, and nothing that tells which of name and password was wrong."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.login import LoginFrame, LoginName, LoginPage, LoginResult
from kinerja_desktop.ui.login_names import NameRow
from tests.ui.conftest import SCREENS, InstallTheme, unreadable

FRAME = LoginFrame(
    "Kecamatan Kelara",
    "Kabupaten Jeneponto",
    "Cadangan: hari ini 07.31 · USB: 3 hari lalu",
    "Versi 1.0 · Selasa, 14 Juli 2026 · 07.33 WITA",
)
NAMES = (
    LoginName("au", "Andi Umpama, S.IP.", "Camat"),
    LoginName(
        "sm",
        "Siti Misalnya, S.Sos.",
        "Kasi Pelayanan",
        "masuk sebagai Kasubag",
        "Pekerjaan terakhir Anda tersimpan 13 Juli, 15.52.",
    ),
    LoginName("bc", "Budi Contoh", "Analis, Seksi Pelayanan"),
    LoginName("rt", "Rahma Teladan, S.E.", "Kasubag Perencanaan"),
)
WRONG = "Nama pengguna atau sandi tidak cocok. Periksa huruf besar, lalu coba lagi."


class Door:
    """Opens for one person and one password, and remembers who knocked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def __call__(self, person: str, sandi: str) -> LoginResult:
        self.asked.append((person, sandi))
        return LoginResult(accepted=(person, sandi) == ("sm", "kalimat rahasia"), pesan=WRONG)


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
def page(qtbot: QtBot, door: Door) -> LoginPage:
    made = LoginPage(FRAME, NAMES, door, chosen="sm")
    qtbot.addWidget(made)
    made.resize(1366, 698)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


def password(page: LoginPage) -> QLineEdit:
    return next(field for field in page.findChildren(QLineEdit) if field.accessibleName() == "Sandi")


def search(page: LoginPage) -> QLineEdit:
    return next(field for field in page.findChildren(QLineEdit) if field.accessibleName() == "Cari nama")


def button(page: LoginPage, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text() == text)


def texts(page: LoginPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_focus_waits_in_the_password_of_the_last_person(page: LoginPage) -> None:
    assert password(page).hasFocus()
    assert "masuk sebagai Kasubag" in texts(page)
    assert "Pekerjaan terakhir Anda tersimpan 13 Juli, 15.52." in texts(page)


def test_enter_logs_the_chosen_person_in(page: LoginPage, qtbot: QtBot, door: Door) -> None:
    with qtbot.waitSignal(page.logged_in) as answer:
        qtbot.keyClicks(password(page), "kalimat rahasia")
        qtbot.keyClick(password(page), Qt.Key.Key_Return)

    assert answer.args == ["sm"]
    assert door.asked == [("sm", "kalimat rahasia")]
    assert password(page).text() == ""


def test_a_refusal_keeps_the_person_and_says_why_under_the_field(page: LoginPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(password(page), "salah")
    qtbot.mouseClick(button(page, "Masuk"), Qt.MouseButton.LeftButton)

    assert WRONG in texts(page)
    assert password(page).hasFocus()
    assert password(page).accessibleDescription().startswith(WRONG)
    assert password(page).text() == "salah"


def test_another_person_is_found_and_chosen_without_the_mouse(page: LoginPage, qtbot: QtBot, door: Door) -> None:
    search(page).setFocus()
    qtbot.keyClicks(search(page), "pelayanan")
    qtbot.keyClick(search(page), Qt.Key.Key_Down)
    qtbot.keyClick(search(page), Qt.Key.Key_Return)
    qtbot.keyClicks(password(page), "x")
    qtbot.keyClick(password(page), Qt.Key.Key_Return)

    assert door.asked == [("bc", "x")]


def test_a_filter_that_fits_nobody_leaves_nothing_to_press(page: LoginPage, qtbot: QtBot, door: Door) -> None:
    qtbot.keyClicks(search(page), "tidak ada")
    qtbot.keyClick(password(page), Qt.Key.Key_Return)

    assert not button(page, "Masuk").isEnabled()
    assert door.asked == []


def test_the_password_is_hidden_until_asked(page: LoginPage, qtbot: QtBot) -> None:
    field = password(page)
    hidden = field.echoMode()
    qtbot.mouseClick(button(page, "Tampilkan"), Qt.MouseButton.LeftButton)

    assert hidden is QLineEdit.EchoMode.Password
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    qtbot.mouseClick(button(page, "Sembunyikan"), Qt.MouseButton.LeftButton)
    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_choosing_another_person_forgets_what_was_typed(page: LoginPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(password(page), "kalimat rahasia")
    qtbot.mouseClick(page.findChildren(NameRow)[0], Qt.MouseButton.LeftButton)

    assert password(page).text() == ""


def test_a_forgotten_password_leads_to_help_for_the_chosen_person(page: LoginPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.help_asked) as asked:
        button(page, "Lupa sandi").click()
    assert asked.args == [NAMES[1].id, NAMES[1].nama]


def test_it_says_what_it_waits_for_before_the_office_is_open(page: LoginPage) -> None:
    page.set_busy("Membuka data kantor…")

    assert not button(page, "Membuka data kantor…").isEnabled()
    page.set_names(NAMES, "bc")
    assert button(page, "Masuk").isEnabled()
    assert "Budi Contoh" in texts(page)


def test_the_lock_tells_why_and_keeps_the_person(qtbot: QtBot, door: Door) -> None:
    sentence = "Terkunci setelah 10 menit tidak dipakai. Isian Anda tersimpan pukul 10.42."
    page = LoginPage(FRAME, NAMES, door, lock=sentence, chosen="bc")
    qtbot.addWidget(page)
    page.show()

    assert sentence in texts(page)
    assert "Analis, Seksi Pelayanan" in texts(page)


def test_tab_walks_in_reading_order(page: LoginPage, qtbot: QtBot) -> None:
    search(page).setFocus()
    names = []
    for _ in range(6):
        focus = page.focusWidget()
        names.append(focus.accessibleName() or focus.property("text"))
        qtbot.keyClick(focus, Qt.Key.Key_Tab)

    assert names == [
        "Cari nama",
        "Siti Misalnya, S.Sos., Kasi Pelayanan",
        "Sandi",
        "Tampilkan sandi",
        "Masuk",
        "Lupa sandi",
    ]


@pytest.mark.parametrize(("factor", "size"), SCREENS)
def test_nothing_is_cut_on_any_screen(
    qtbot: QtBot, install_theme: InstallTheme, door: Door, factor: float, size: tuple[int, int]
) -> None:
    install_theme(factor=factor)
    page = LoginPage(FRAME, NAMES, door, chosen="sm")
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.set_fault(WRONG)
    qtbot.waitUntil(lambda: page.size().toTuple() == size)

    assert unreadable(page) == []


def test_arrows_choose_inside_the_list_and_enter_goes_on(page: LoginPage, qtbot: QtBot, door: Door) -> None:
    rows = page.findChildren(NameRow)
    rows[1].setFocus()
    qtbot.keyClick(rows[1], Qt.Key.Key_Down)
    followed = rows[2].hasFocus()
    qtbot.keyClick(rows[2], Qt.Key.Key_Up)
    qtbot.keyClick(rows[1], Qt.Key.Key_Up)
    qtbot.keyClick(rows[0], Qt.Key.Key_Up)
    qtbot.keyClick(rows[0], Qt.Key.Key_Return)
    qtbot.keyClicks(password(page), "x")
    qtbot.keyClick(password(page), Qt.Key.Key_Return)

    assert followed
    assert door.asked == [("au", "x")]


def test_letters_typed_on_a_row_look_for_a_name(page: LoginPage, qtbot: QtBot) -> None:
    rows = page.findChildren(NameRow)
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_B)
    qtbot.keyClicks(search(page), "udi")

    assert search(page).text() == "budi"
    assert search(page).hasFocus()
    assert [row.name.nama for row in rows if row.isVisible()] == ["Budi Contoh"]


def test_a_name_that_is_too_long_is_told_by_its_tooltip(qtbot: QtBot, door: Door) -> None:
    long = "Drs. H. Andi Umpama Contoh Perumpamaan Teladan Misalnya, S.Sos., M.Si., M.A.P."
    page = LoginPage(FRAME, (LoginName("x", long, "Camat"), NAMES[0]), door)
    qtbot.addWidget(page)
    cut, whole = page.findChildren(NameRow)

    assert cut.toolTip() == f"{long}\nCamat"
    assert whole.toolTip() == ""


def test_rows_below_the_edge_are_filled_after_the_paint(qtbot: QtBot, page: LoginPage) -> None:
    many = [LoginName(f"n{number}", f"Nama Contoh {number}", "Analis") for number in range(20)]
    page.set_names(many, at_once=9)
    rows = page.findChildren(NameRow)[-20:]

    assert [row.layout() is not None for row in rows] == [True] * 9 + [False] * 11
    qtbot.waitUntil(lambda: all(row.layout() is not None for row in rows))


def test_a_search_before_that_finds_whole_rows(page: LoginPage) -> None:
    many = [LoginName(f"n{number}", f"Nama Contoh {number}", "Analis") for number in range(20)]
    page.set_names(many, at_once=9)
    search(page).setText("contoh 17")

    assert "Nama Contoh 17" in [label.text() for label in page.findChildren(QLabel)]
