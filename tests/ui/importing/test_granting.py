"""A workbook that gives roles: told in the trial, agreed to by a second official, or applied without those rows."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import planning, workbook_export
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.importing.page import ImportPage
from kinerja_desktop.ui.runner import InlineRunner
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.strips import Strip
from kinerja_desktop.ui.work.second import SecondDialog
from tests.office import give_password
from tests.ui.kantor import SANDI, Kantor
from tests.ui.pages import part, press
from tests.ui.scenes import copied, opening


@pytest.fixture
def ctx() -> Context:
    """A planner who is Admin as well."""
    kantor: Kantor = copied(opening)
    with kantor.office.store.unit() as unit:
        rahma = next(p for p in unit.people.all() if p.pengguna == "rahma")
        unit.people.put(replace(rahma, peran=(*rahma.peran, Role.ADMIN)))
        unit.commit()
    kantor.let_in("rahma", "andi")
    return kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN)


@pytest.fixture
def page(qtbot: QtBot, ctx: Context, tmp_path: Path) -> ImportPage:
    """The trial of a workbook that makes an analyst a Kasubag and renames an indikator."""
    file = tmp_path / "rencana-2026.xlsx"
    give_password(ctx.office, ctx.actor.id)
    workbook_export.export_workbook(ctx, file, 2026)
    content = load_workbook(file)
    content["Indikator"]["B2"] = "Nama yang baru"
    people = content["Pegawai"]
    heads = [cell.value for cell in people[1]]
    role = next(row[heads.index("peran")] for row in people.iter_rows(min_row=2) if "analis" in str(row[6].value))
    role.value = f"{role.value}; kasubag"
    content.save(file)
    ctx.office.confirmed.forget()
    page = ImportPage(Desk(lambda: ctx, InlineRunner()))
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.open(file)
    return page


def answers(page: ImportPage, *replies: Callable[[QWidget], object]) -> list[str]:
    """Answer one dialog after another as they come; their titles."""
    seen: list[str] = []

    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, Dialog) or (seen and dialog.windowTitle() == seen[-1]):
            QTimer.singleShot(10, page, reply)
            return
        seen.append(dialog.windowTitle())
        if len(seen) < len(replies):
            QTimer.singleShot(10, page, reply)
        replies[len(seen) - 1](dialog)

    QTimer.singleShot(0, page, reply)
    return seen


def own_password(dialog: QWidget) -> None:
    part(dialog, QLineEdit, "sandi").setText(SANDI)
    part(dialog, QPushButton, "lanjut").click()


def agree(dialog: QWidget) -> None:
    assert isinstance(dialog, SecondDialog)
    part(dialog, QLineEdit, "sandi_kedua").setText(SANDI)
    part(dialog, QPushButton, "setujui_pejabat_kedua").click()


def refuse(dialog: QWidget) -> None:
    assert isinstance(dialog, Dialog)
    dialog.reject()


def without(dialog: QWidget) -> None:
    next(b for b in dialog.findChildren(Button) if b.text() == "Terapkan Tanpa Peran").click()


def state(page: ImportPage) -> str:
    return " ".join(strip.text() for strip in page.findChildren(Strip) if strip.isVisibleTo(page))


def stored(ctx: Context) -> tuple[bool, str]:
    """Whether somebody is a Kasubag and an analyst, and the name of the first indikator."""
    with ctx.office.store.read() as unit:
        both = any({Role.ANALIS, Role.KASUBAG} <= set(p.peran) for p in unit.people.all() if p.pengguna != "rahma")
    return both, planning.load(ctx, 2026).rencana.indikator[0].nama


def test_the_trial_says_that_a_second_official_has_to_agree(page: ImportPage) -> None:
    assert "1 baris memberi peran; perlu persetujuan pejabat kedua." in state(page)


def test_both_passwords_are_asked_for_and_then_all_is_stored(qtbot: QtBot, page: ImportPage, ctx: Context) -> None:
    seen = answers(page, own_password, agree)
    press(qtbot, page, "terapkan")
    qtbot.waitUntil(lambda: "Tersimpan pukul" in state(page))
    assert seen == ["Impor Buku Kerja", "Pejabat Kedua"]
    assert stored(ctx) == (True, "Nama yang baru")


def test_without_the_second_the_rest_is_stored_where_that_is_wanted(
    qtbot: QtBot, page: ImportPage, ctx: Context
) -> None:
    seen = answers(page, own_password, refuse, without)
    press(qtbot, page, "terapkan")
    qtbot.waitUntil(lambda: "Tersimpan pukul" in state(page))
    assert seen == ["Impor Buku Kerja", "Pejabat Kedua", "Terapkan Tanpa Peran"]
    assert stored(ctx) == (False, "Nama yang baru")
    assert "1 ditolak" in state(page)


def test_nothing_is_stored_where_all_is_refused(qtbot: QtBot, page: ImportPage, ctx: Context) -> None:
    before = stored(ctx)
    seen = answers(page, own_password, refuse, refuse)
    press(qtbot, page, "terapkan")
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert stored(ctx) == before
    assert part(page, QPushButton, "terapkan").isEnabled()
