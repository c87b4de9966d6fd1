"""The self-test does everything once in a scratch place, says what an installation lacks, and leaves nothing."""

import os
from pathlib import Path

import pytest

from kinerja_desktop import paths
from kinerja_desktop.exchange.buku_kinerja import tulis
from kinerja_desktop.services import selftest
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.selftest_step import Langkah
from tests.practice_book import BUKU


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Langkah], Path]:
    """What the self-test tells of the small office, and the scratch folder it used."""
    place = tmp_path_factory.mktemp("swauji")
    tulis(BUKU, place / "buku.xlsx")
    seen: list[Path] = []

    def screens(office: Office) -> list[str]:
        seen.append(office.store.evidence.folder.parent)
        return ["admin: Kotak Tugas"]

    return list(selftest.steps(screens, place / "buku.xlsx")), seen[0]


def test_every_part_works_here(done: tuple[list[Langkah], Path]) -> None:
    assert [step for step in done[0] if not step.baik] == []
    names = [step.nama for step in done[0]]
    assert names[:3] == ["Pustaka", "Satu triwulan", "Dokumen langkah 1–6"]
    assert {"Lembar Kerja Excel", "Bukti dukung", "Impor buku kerja", "Paket Bukti LKE", "Ekspor lengkap"} <= set(names)
    assert {"LKjIP 2026 DOCX", "Buku Kinerja", "Keutuhan", "Cadangan", "Uji pulih", "Bantuan", "Layar"} <= set(names)


def test_nothing_is_left(done: tuple[list[Langkah], Path]) -> None:
    assert not done[1].exists()
    assert not Path(os.environ[paths.KEY_VARIABLE]).exists()


def test_a_library_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest, "LIBRARIES", ("json", "pustaka_yang_hilang"))
    first = next(selftest.steps(lambda _: ()))
    assert first == Langkah("Pustaka", "tidak dapat dimuat: pustaka_yang_hilang", baik=False)
