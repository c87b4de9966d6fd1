"""What is imported after the window began is not read as source by PySide6."""

import subprocess
import sys

ASKED = """
import linecache
from kinerja_desktop.ui import theme
theme.make_application("kinerja")
import sqlalchemy
kept = [file for file, entry in linecache.cache.items() if len(entry) > 1]
print(len([file for file in kept if "sqlalchemy" in file and file.endswith(".py")]))
"""


def test_a_large_library_is_imported_without_reading_its_sources() -> None:
    answer = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)

    assert int(answer.stdout) == 0
