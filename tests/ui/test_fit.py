"""Nothing on any screen is cut: every tab of every role and its dialogs, at every scale, by metrics and geometry."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.indikator import Rencana
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.ui.dialogs import tell_fault
from kinerja_desktop.ui.leaving import ask_leaving
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.theme import FACTORS, Mode
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.labels import ElidedLabel
from tests.ui import kantor, scenes, walk
from tests.ui.conftest import InstallTheme
from tests.ui.painted import MAY_BE_SHORTENED, faults, texts_of
from tests.ui.test_dialogs import FULL

Found = dict[str, list[str]]
LONG_MAY_BE_SHORTENED: Mapping[str, str] = {
    "RoleButton": "a role with the longest name of a seksi, in the band of one line; its menu tells it whole",
}
"""As `MAY_BE_SHORTENED`, in an office of long names."""
LONG_SEKSI = {
    "pelayanan": "Seksi Pelayanan Administrasi Terpadu Kecamatan",
    "pemerintahan": "Seksi Tata Pemerintahan, Ketenteraman, dan Perlindungan Masyarakat",
    "pmd": "Seksi Pemberdayaan Masyarakat, Desa, dan Kelurahan",
    "kesra": "Seksi Kesejahteraan Sosial dan Pemberdayaan Perempuan",
}


@pytest.fixture(autouse=True)
def old_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work area of the old PC; nobody chooses a file."""
    monkeypatch.setattr("kinerja_desktop.ui.widgets.dialog.free_height", lambda _: walk.SCREEN[1])
    nothing = {"getOpenFileName": ("", ""), "getOpenFileNames": ([], ""), "getSaveFileName": ("", "")}
    for ask, answer in {**nothing, "getExistingDirectory": ""}.items():
        monkeypatch.setattr(QFileDialog, ask, lambda *_, answer=answer, **__: answer)


@pytest.fixture
def long_names(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The practice office with names as long as any that offices have."""
    people, plan, end = kantor._pegawai, kantor.rencana, " sesuai standar pelayanan yang ditetapkan kepala daerah"

    def longer(one: Pegawai) -> Pegawai:
        nama = f"Drs. H. {one.nama.partition(',')[0]} Perumpamaan, S.Sos., M.Si., M.A.P."
        return replace(one, nama=nama, jabatan=one.jabatan.replace("Kasi", "Kepala Seksi Bidang"))

    def long_plan(tahun: int) -> Rencana:
        plain = plan(tahun)
        return replace(plain, indikator=tuple(replace(one, nama=f"{one.nama}{end}") for one in plain.indikator))

    seksi = tuple(replace(one, nama=LONG_SEKSI.get(one.kode, one.nama)) for one in kantor.SEKSI)
    monkeypatch.setattr(kantor, "SEKSI", seksi)
    monkeypatch.setattr(kantor, "_pegawai", lambda: tuple(map(longer, people())))
    monkeypatch.setattr(kantor, "rencana", long_plan)
    scenes._played.cache_clear()
    yield
    scenes._played.cache_clear()


@pytest.fixture
def dialogs(monkeypatch: pytest.MonkeyPatch) -> Found:
    """What is cut in each dialog that is asked for, by its title; each is answered with Batal."""
    found: Found = {}

    def look(dialog: Dialog) -> int:
        dialog.show()
        walk.settle()
        cut = faults(dialog)
        if dialog.height() > walk.SCREEN[1]:
            cut.append(f"{dialog.height()} pixels high")
        found[dialog.windowTitle()] = cut
        dialog.reject()
        return 0

    monkeypatch.setattr(Dialog, "exec", look)
    return found


@pytest.mark.parametrize("factor", FACTORS)
def test_nothing_is_cut_on_any_tab_or_in_its_dialogs(
    install_theme: InstallTheme, dialogs: Found, factor: float
) -> None:
    install_theme(Mode.TERANG, factor)

    assert _cut_on_tabs(dialogs, MAY_BE_SHORTENED) == {}
    assert len(dialogs) > 10


@pytest.mark.usefixtures("long_names")
def test_nothing_is_cut_in_an_office_of_long_names(install_theme: InstallTheme, dialogs: Found) -> None:
    install_theme(Mode.TERANG, 1.25)

    assert _cut_on_tabs(dialogs, {**MAY_BE_SHORTENED, **LONG_MAY_BE_SHORTENED}) == {}


def _cut_on_tabs(dialogs: Found, may: Mapping[str, str]) -> Found:
    """What is cut on the tabs of every role and, in ``dialogs``, in what they ask."""
    found: Found = {}
    asked: set[str] = set()
    for seen in walk.tabs():
        if not dialogs:
            _ask_of_the_window(seen.window)
        found[f"{seen.role} {seen.tab}"] = faults(seen.window, may=may)
        for button in walk.dialog_buttons(seen.page):
            if f"{seen.tab} {button.text()}" not in asked:
                asked.add(f"{seen.tab} {button.text()}")
                button.click()
                walk.settle()
    return {where: cut for where, cut in {**found, **dialogs}.items() if cut}


def _ask_of_the_window(window: MainWindow) -> None:
    """Dialogs that belong to no tab."""
    window._list_keys()
    tell_fault(window, FULL)
    ask_leaving(window, 9, may_back_up=True)


# --- it can fail ---------------------------------------------------------------------------------


def _alone(qtbot: QtBot, widget: QWidget, width: int, height: int = 40) -> list[str]:
    around = QWidget()
    around.resize(400, 200)
    widget.setParent(around)
    widget.setGeometry(10, 10, width, height)
    qtbot.addWidget(around)
    with qtbot.waitExposed(around):
        around.show()
    return faults(around)


def test_a_text_that_does_not_fit_is_found(qtbot: QtBot) -> None:
    assert _alone(qtbot, QLabel("Realisasi triwulan ini"), 300) == []
    (told,) = _alone(qtbot, QLabel("Realisasi triwulan ini"), 60)
    assert told.startswith("cut: QLabel «Realisasi triwulan ini»")
    (told,) = _alone(qtbot, QLabel("gagap"), 60, height=10)
    assert told.startswith("cut: QLabel «gagap»")
    assert _alone(qtbot, QPushButton("Kembalikan Laporan"), 70)


def test_no_text_is_shortened_but_what_is_named_and_has_its_tooltip(qtbot: QtBot) -> None:
    (told,) = _alone(qtbot, ElidedLabel("Seksi Pemberdayaan Masyarakat dan Desa"), 120)
    assert told.startswith("shortened: ElidedLabel")
    label = ElidedLabel("Kecamatan Tanjung Perumpamaan Kepulauan")
    label.setObjectName("nama_kantor")
    assert _alone(qtbot, label, 120) == []
    label = ElidedLabel("Kecamatan Tanjung Perumpamaan Kepulauan")
    label.setObjectName("nama_kantor")
    label.setToolTip = lambda _: None  # type: ignore[method-assign]
    (told,) = _alone(qtbot, label, 120)
    assert told.startswith("shortened without a tooltip: ElidedLabel")


def test_what_lies_over_a_text_or_beside_its_holder_is_found(qtbot: QtBot) -> None:
    around = QWidget()
    around.resize(400, 200)
    below, above, lost = QLabel("di bawah", around), QLabel("di atas", around), QPushButton("hilang", around)
    below.setGeometry(10, 10, 200, 30)
    above.setGeometry(10, 60, 200, 30)
    lost.setGeometry(300, 120, 90, 30)
    qtbot.addWidget(around)
    with qtbot.waitExposed(around):
        around.show()
    apart = faults(around)
    above.move(10, 12)
    lost.move(350, 120)

    assert apart == []
    assert {told.split(":")[0] for told in faults(around)} == {"overprinted", "covered", "outside", "squeezed"}
    assert [one.text for one in texts_of(above)] == ["di atas"]
