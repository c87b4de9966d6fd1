"""No code path opens a network connection: nothing that could is imported, and the whole program runs without one.

The self-test opens every tab, renders every paper, takes files in and out, backs up and restores. It runs here in a
network namespace that has no interface, watched for sockets: one that is refused and passed over would count too.
"""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "kinerja_desktop"
TALKERS = {
    *("socket", "socketserver", "ssl", "http", "urllib", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib"),
    *("xmlrpc", "asyncio", "webbrowser", "multiprocessing.connection", "requests", "httpx", "aiohttp", "urllib3"),
    *("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "PySide6.QtDBus"),
}
"""Modules that talk to other PCs."""
PARSING = {"urllib.parse"}
"""Parts of them that only read text."""


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in {"import_module", "__import__"}:
            yield from (arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str))


def talks(module: str) -> bool:
    return any(f"{module}.".startswith(f"{talker}.") for talker in TALKERS) and not any(
        f"{module}.".startswith(f"{part}.") for part in PARSING
    )


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda f: f.relative_to(PACKAGE).as_posix())
def test_no_module_that_talks_to_other_pcs_is_imported(file: Path) -> None:
    assert not [module for module in imported(file) if talks(module)]


def test_the_whole_program_runs_without_a_network_and_asks_for_none(tmp_path: Path) -> None:
    log = tmp_path / "soket.log"
    watched = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=socket,connect", "-o", str(log)]
    program = [sys.executable, "-m", "kinerja_desktop", "swauji"]
    environment = {**os.environ, "TMPDIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        ["unshare", "--map-root-user", "--net", *watched, *program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 0, ended.stderr
    assert "Swauji selesai" in ended.stdout
    assert [left.name for left in tmp_path.iterdir()] == [log.name], "files for the time being are gone"
    assert not re.findall(r"socket\((?!AF_UNIX|AF_LOCAL).*", log.read_text(encoding="utf-8"))
