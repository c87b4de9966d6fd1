"""An office lives in any folder that people make: spaces, marks, other letters, long names."""

from pathlib import Path

import pytest

from kinerja_desktop.services import backup, drill
from tests.fault.office import judge, made, opened

NAMES = (
    "Data Kinerja 2026",
    "Sitti Nūr",
    "Dg. Ngai'",
    "#1 %20 & $HOME",
    "a=b;c,d",
    "山",
    "تقرير",
    "\N{LATIN SMALL LETTER E}\N{COMBINING ACUTE ACCENT}",
    "(salinan) [1] {2}",
    "~",
    "?mode=ro",
    "panjang " * 25,
)


@pytest.mark.parametrize("name", NAMES)
def test_an_office_lives_under_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("KINERJA_KUNCI", str(tmp_path / "kunci"))
    folder = tmp_path / name.strip() / "kantor"
    folder.parent.mkdir()
    made(folder)
    kantor = opened(folder)
    copy = backup.back_up(kantor.office, tmp_path / name.strip() / "usb").berkas
    kantor.store.close()

    assert judge(folder) == []
    assert drill.drill(copy, scratch=tmp_path).utuh
