"""The walls between the rooms, and what no room may do.

The contracts themselves stand in pyproject.toml (import-linter); here stands what import-linter cannot say.
"""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "kinerja_desktop"
TOP_LEVEL = {
    "kinerja_desktop",
    "resources",
    "tests",
    "pyproject.toml",
    "kinerja.spec",
    "README.md",
    "requirements.lock",
}


def modules(*rooms: str) -> list[Path]:
    """Source files of these rooms (folders or single modules of the package); of all of them where none is named."""
    wanted = [PACKAGE / room for room in rooms] or [PACKAGE]
    return sorted(file for place in wanted for file in ([place] if place.is_file() else place.rglob("*.py")))


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def imports(file: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def test_contracts_hold() -> None:
    lint = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
    ended = subprocess.run(
        [sys.executable, "-c", lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize("file", modules("domain", "paths.py", "bug_report.py"), ids=name)
def test_the_ground_floor_stands_on_the_standard_library_alone(file: Path) -> None:
    roots = {imported.split(".")[0] for imported in imports(file)}
    assert roots <= sys.stdlib_module_names | {"kinerja_desktop"}


def test_tab_folders_do_not_know_one_another() -> None:
    tabs = {folder.name for folder in (PACKAGE / "ui").iterdir() if (folder / "tab.py").is_file()}
    strangers = [
        (name(file), imported)
        for tab in tabs
        for file in modules(f"ui/{tab}")
        for imported in imports(file)
        if imported.startswith("kinerja_desktop.ui.") and imported.split(".")[2] in tabs - {tab}
    ]
    assert not strangers


# A workbook holds binary numbers; one module finds the shortest decimal that stands for each.
READ_FLOATS = {"kinerja_desktop/exchange/xlsx/cells.py"}


@pytest.mark.parametrize("file", modules("domain", "services", "storage", "exchange", "cli"), ids=name)
def test_figures_are_never_floats(file: Path) -> None:
    tree = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    literals = [node.lineno for node in tree if isinstance(node, ast.Constant) and isinstance(node.value, float)]
    assert not literals
    assert "float" not in calls(file) or name(file) in READ_FLOATS


# One module is the clock; an id carries the machine's time to sort by, which no rule reads.
HOLD_A_CLOCK = {"kinerja_desktop/services/clock.py", "kinerja_desktop/domain/ids.py"}


@pytest.mark.parametrize("file", [file for file in modules() if name(file) not in HOLD_A_CLOCK], ids=name)
def test_nothing_reads_the_clock_itself(file: Path) -> None:
    forbidden = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns"}
    assert not forbidden & set(calls(file))


@pytest.mark.parametrize("file", sorted((ROOT / "tests").rglob("test_*.py")), ids=name)
def test_no_test_waits_or_stands_aside(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    forbidden = {"sleep", "time.sleep", "qtbot.wait", "pytest.skip", "pytest.xfail", "pytest.importorskip"}
    assert not forbidden & set(calls(file))
    assert not [mark for mark in ("skip", "skipif", "xfail") if f"pytest.mark.{mark}" in text]


LEAN_START = """
import sys
from kinerja_desktop import __main__, cli
cli.commands()
print(*sorted({module.split(".")[0] for module in sys.modules}))
"""


def test_the_command_line_starts_without_costly_libraries() -> None:
    ended = subprocess.run([sys.executable, "-c", LEAN_START], capture_output=True, text=True, check=True, cwd=ROOT)
    costly = {"PySide6", "sqlalchemy", "alembic", "reportlab", "openpyxl", "docx", "pikepdf", "holidays", "pyrage"}
    assert not costly & set(ended.stdout.split())


def test_the_top_level_is_plain() -> None:
    ignored = {line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()}
    found = {entry.name for entry in ROOT.iterdir() if not entry.name.startswith(".")}
    assert found - ignored <= TOP_LEVEL


def test_every_place_that_the_readme_names_is_there() -> None:
    named = re.findall(
        r"`((?:kinerja_desktop|resources|tests)/[^`\s]*)`", (ROOT / "README.md").read_text(encoding="utf-8")
    )
    assert named
    assert not [place for place in named if not (ROOT / place).exists()]


@pytest.mark.parametrize("block", ["practice", "tests"])
def test_the_readme_keeps_the_blocks_that_others_run(block: str) -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    inside = lines[lines.index(f"<!-- {block} -->") + 1 : lines.index(f"<!-- /{block} -->")]
    assert (inside[0], inside[-1]) == ("```sh", "```")
    assert any(".venv/bin/" in line for line in inside)


def project() -> dict[str, list[str]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {
        "run": settings["project"]["dependencies"],
        "dev": settings["dependency-groups"]["dev"],
        "build": settings["build-system"]["requires"],
    }


def locked() -> dict[str, str]:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = [line.rstrip(" \\").split(";")[0].strip() for line in lines if line[:1].isalnum()]
    return {package.lower().replace("_", "-"): version for package, version in (pin.split("==") for pin in pins)}


@pytest.mark.parametrize("group", ["run", "dev", "build"])
def test_every_dependency_is_locked_as_asked(group: str) -> None:
    lock = locked()
    wanted = [Requirement(line) for line in project()[group]]
    assert not [str(one) for one in wanted if lock.get(canonicalize_name(one.name), "0") not in one.specifier]


def test_every_locked_file_is_named_by_its_hash_and_by_no_address() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert text.count("==") <= text.count("--hash=sha256:")
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text
