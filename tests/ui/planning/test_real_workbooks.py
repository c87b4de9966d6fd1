"""Workbooks with published figures of real offices, through the screens: in, out, and in again unchanged."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange.buku_kinerja import baca
from kinerja_desktop.ui.planning.tab import make
from kinerja_desktop.ui.widgets.strips import Strip
from tests.office import give_password
from tests.ui.pages import open_page, part, press
from tests.ui.scenes import copied, opening

NYATA = sorted((Path(__file__).parents[2] / "data" / "nyata").glob("*.xlsx"))


@pytest.mark.parametrize("file", NYATA, ids=lambda f: f.stem)
def test_a_real_workbook_passes_the_screens_unchanged(
    qtbot: QtBot, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ctx = copied(opening).ctx("rahma", Role.KASUBAG_PERENCANAAN)
    give_password(ctx.office, ctx.actor.id)
    page = open_page(qtbot, make, ctx)
    out, given = tmp_path / "keluar.xlsx", baca(file)
    asked = iter((file, out))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(next(asked)), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))

    press(qtbot, page, "impor")
    press(qtbot, page, "terapkan")
    assert any("Tersimpan pukul" in strip.text() for strip in page.findChildren(Strip))
    press(qtbot, page, "selesai")
    assert part(page, QComboBox, "tahun_rencana").currentData() == given.rencana.tahun
    press(qtbot, page, "ekspor")
    went = baca(out)
    assert (went.rencana, went.realisasi, went.teks) == (given.rencana, given.realisasi, given.teks)
    assert went.anggaran == given.anggaran

    press(qtbot, page, "impor")
    assert any("Tidak ada yang berubah" in strip.text() for strip in page.findChildren(Strip))
