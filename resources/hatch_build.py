"""Build hook: puts everything that resources/ holds into the wheel, fonts made on the spot.

hatchling runs `ResourcesHook.initialize` before it packs a wheel (pyproject.toml names this file). The fonts come from
`build_fonts.py` beside this file; nothing else may be made here. A new file under resources/ needs no line: whatever is
neither Python source nor in a folder of NOT_READ travels as `kinerja_desktop/resources/...`, the place where
`kinerja_desktop.paths` looks for it; the bundle takes the same files.
"""

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

RESOURCES = Path(__file__).parent
INSIDE_WHEEL = "kinerja_desktop/resources"
NOT_READ = {"__pycache__", "pemasang", "gambar", "lisensi"}
"""Folders that the program does not read: what installs it, the pictures of the README, licence texts of the bundle."""


def build_fonts() -> None:
    """Run the font script, which is no module of any package and is therefore loaded by its place."""
    spec = importlib.util.spec_from_file_location("build_fonts", RESOURCES / "build_fonts.py")
    assert spec  # the file lies beside this one
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    script.build()


def travelling_files() -> Iterator[Path]:
    """Files of resources/ that the program reads: all but the scripts that build it and what is NOT_READ."""
    for file in sorted(RESOURCES.rglob("*")):
        if file.is_file() and file.suffix != ".py" and not NOT_READ & set(file.parts):
            yield file


class ResourcesHook(BuildHookInterface[Any]):
    """An editable install reads the checkout itself and needs no copy."""

    PLUGIN_NAME = "resources"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        build_fonts()
        if version == "editable":
            return
        for file in travelling_files():
            build_data["force_include"][str(file)] = f"{INSIDE_WHEEL}/{file.relative_to(RESOURCES).as_posix()}"
