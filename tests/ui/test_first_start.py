"""The first admin: no default password, faults beside their field, and the practice office one press away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.first_start import AdminFault, AdminForm, FirstStartPage, NewAdmin
from kinerja_desktop.ui.login_shell import LoginFrame
from tests.ui.conftest import SCREENS, InstallTheme, unreadable

GOOD = {"nama": "Dewi Ibarat, A.Md.", "nama_pengguna": "dewi", "sandi": "kuda biru lari", "ulang": "kuda biru lari"}


class Office:
    """Makes the account, or refuses with what it was told to say."""

    def __init__(self) -> None:
        self.made: list[NewAdmin] = []
        self.fault: AdminFault | None = None

    def __call__(self, admin: NewAdmin) -> AdminFault | None:
        self.made.append(admin)
        return self.fault


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> FirstStartPage:
    made = FirstStartPage(LoginFrame("Kinerja Desktop", ""), office)
    qtbot.addWidget(made)
    made.resize(1366, 698)
    made.show()
    return made


def press(qtbot: QtBot, page: FirstStartPage, text: str) -> None:
    button = next(b for b in page.findChildren(QPushButton) if b.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def form_of(page: FirstStartPage) -> AdminForm:
    form = page.findChild(AdminForm)
    assert form is not None
    return form


def fill(page: FirstStartPage, **typed: str) -> AdminForm:
    form = form_of(page)
    for name, text in (GOOD | typed).items():
        form.fields[name].edit.setText(text)
    return form


def faults(form: AdminForm) -> dict[str, str]:
    return {name: field.fault.text() for name, field in form.fields.items() if field.fault.text()}


def test_the_first_page_offers_practice_and_the_real_office(page: FirstStartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.practice_asked):
        press(qtbot, page, "Coba dengan Data Latihan")
    press(qtbot, page, "Siapkan Kantor Kami")

    assert form_of(page).isVisible()
    assert all(not field.edit.text() for field in form_of(page).fields.values())


def test_a_complete_form_makes_the_admin(page: FirstStartPage, qtbot: QtBot, office: Office) -> None:
    form = fill(page)
    press(qtbot, page, "Siapkan Kantor Kami")
    with qtbot.waitSignal(page.admin_made) as answer:
        qtbot.keyClick(form.fields["ulang"].edit, Qt.Key.Key_Return)

    assert answer.args == ["dewi"]
    assert office.made == [NewAdmin("Dewi Ibarat, A.Md.", "dewi", "kuda biru lari")]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"nama": " "}, {"nama": "Tulis nama Anda."}),
        ({"nama_pengguna": ""}, {"nama_pengguna": "Tulis nama pengguna."}),
        ({"nama_pengguna": "Dewi I"}, {"nama_pengguna": "Nama pengguna memakai huruf kecil tanpa spasi."}),
        ({"sandi": "kuda", "ulang": "kuda"}, {"sandi": "Sandi terlalu pendek. Tulis paling sedikit 8 huruf."}),
        ({"ulang": "kuda biru"}, {"ulang": "Kedua sandi tidak sama. Tulis ulang."}),
    ],
)
def test_a_fault_stands_beside_its_field(
    page: FirstStartPage, qtbot: QtBot, office: Office, typed: dict[str, str], told: dict[str, str]
) -> None:
    press(qtbot, page, "Siapkan Kantor Kami")
    form = fill(page, **typed)
    press(qtbot, page, "Buat Akun Admin")

    assert faults(form) == told
    assert office.made == []


def test_a_refusal_of_the_office_keeps_what_was_typed(page: FirstStartPage, qtbot: QtBot, office: Office) -> None:
    office.fault = AdminFault("Sandi ini terlalu mudah ditebak.", "sandi")
    press(qtbot, page, "Siapkan Kantor Kami")
    form = fill(page)
    press(qtbot, page, "Buat Akun Admin")

    assert faults(form) == {"sandi": "Sandi ini terlalu mudah ditebak."}
    assert form.fields["nama"].edit.text() == GOOD["nama"]


@pytest.mark.parametrize(("factor", "size"), SCREENS)
def test_nothing_is_cut_on_any_screen(
    qtbot: QtBot, install_theme: InstallTheme, office: Office, factor: float, size: tuple[int, int]
) -> None:
    install_theme(factor=factor)
    page = FirstStartPage(LoginFrame("Kinerja Desktop", ""), office)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    choice = unreadable(page)
    press(qtbot, page, "Siapkan Kantor Kami")
    press(qtbot, page, "Buat Akun Admin")

    assert choice == []
    qtbot.waitUntil(lambda: unreadable(page) == [])
