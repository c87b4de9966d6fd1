"""What every test stands on: no screen, no folder of the person who runs them, fonts made once.

Fixtures of one room live in that room's conftest.py; only what all rooms share belongs here.
"""

import importlib.util
import os
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

# How long one example takes is no matter of right and wrong, and a busy machine is slow.
settings.register_profile("kinerja", deadline=None)
settings.load_profile("kinerja")

ROOT = Path(__file__).parent.parent


def pytest_configure(config: pytest.Config) -> None:
    """A fresh checkout has no fonts; the process that hands out the tests makes them once."""
    if not hasattr(config, "workerinput"):
        spec = importlib.util.spec_from_file_location("build_fonts", ROOT / "resources" / "build_fonts.py")
        assert spec
        assert spec.loader
        script = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(script)
        script.build()


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the data or the keys of the person who runs it."""
    place = tmp_path_factory.mktemp("rumah", numbered=True)
    monkeypatch.setenv("KINERJA_DATA", str(place / "data"))
    monkeypatch.setenv("KINERJA_KUNCI", str(place / "kunci"))
