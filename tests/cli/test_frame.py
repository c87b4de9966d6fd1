"""The command line around the commands: where options may stand, what each end of the program says, exit codes."""

import argparse
import ast
import inspect
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from kinerja_desktop import __version__, cli, messages, paths
from kinerja_desktop.cli import _login, _output, _parser
from kinerja_desktop.domain import errors

# What argparse says to programmers, whose call was wrong, not to people.
NOT_FOR_PEOPLE = {
    "%r is not callable",
    "'required' is an invalid argument for positionals",
    ".__call__() not defined",
    'argument "-" with mode %r',
    "cannot have multiple subparser arguments",
    "cannot merge actions - two groups are named %r",
    "conflicting option string: %s",
    "conflicting option strings: %s",
    "conflicting subparser alias: %s",
    "conflicting subparser: %s",
    "dest= is required for options like %r",
    "invalid conflict_resolution value: %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "mutually exclusive arguments must be optional",
    # Help texts that ours replace, and frames around texts that are ours.
    "show this help message and exit",
    "show program's version number and exit",
    "subcommands",
    "%(heading)s:",
    " (default: %(default)s)",
}


def sentences_of_argparse() -> set[str]:
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(argparse))) if isinstance(node, ast.Call)]
    looked_up = [call.args for call in calls if ast.unparse(call.func) in {"_", "ngettext"}]
    constants = (arg.value for args in looked_up for arg in args if isinstance(arg, ast.Constant))
    return {text for text in constants if isinstance(text, str)}


@pytest.fixture
def probe(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A command `uji-coba` that does what the test tells it."""

    def register(subparsers: _parser.Subparsers) -> None:
        parser = subparsers.add_parser("uji-coba", help="untuk uji")
        parser.add_argument("berkas", nargs="?")
        parser.add_argument("--tahun", type=int, choices=[2025, 2026])
        parser.set_defaults(run=module.run)

    module = SimpleNamespace(register=register, run=lambda _: 0)
    monkeypatch.setitem(sys.modules, "kinerja_desktop.cli.uji_coba", module)
    monkeypatch.setattr(cli, "commands", lambda: ["uji-coba"])
    return module


def refuse(module: SimpleNamespace, error: BaseException) -> None:
    def run(_: argparse.Namespace) -> int:
        raise error

    module.run = run


def test_everything_that_argparse_tells_people_is_translated() -> None:
    assert sentences_of_argparse() - NOT_FOR_PEOPLE <= set(_parser.SENTENCES)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--data", "kantor", "--json", "uji-coba", "x"],
        ["uji-coba", "--json", "--data", "kantor", "x"],
        ["uji-coba", "x", "--data=kantor", "--json"],
        ["--json", "uji-coba", "x", "--data", "kantor"],
    ],
)
@pytest.mark.usefixtures("probe")
def test_shared_options_stand_before_or_after_the_command(arguments: list[str]) -> None:
    args = cli.read(arguments)
    assert (args.perintah, args.berkas, args.data, args.json) == ("uji-coba", "x", Path.cwd() / "kantor", True)


@pytest.mark.usefixtures("probe")
def test_without_options_the_data_folder_of_the_environment_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KINERJA_DATA", "/kantor")
    args = cli.read(["uji-coba"])
    assert (args.data, args.json) == (Path("/kantor"), False)


@pytest.mark.usefixtures("probe")
def test_a_folder_with_the_name_of_a_command_is_a_folder() -> None:
    args = cli.read(["--data", "uji-coba"])
    assert (args.perintah, args.data.name) == (None, "uji-coba")


@pytest.mark.usefixtures("probe")
def test_without_a_command_the_window_opens_on_the_folder(tmp_path: Path) -> None:
    opened: list[Path] = []

    def run_window(folder: Path) -> int:
        opened.append(folder)
        return 0

    args = cli.read(["--data", str(tmp_path)])
    args.bootstrap = lambda: SimpleNamespace(run_window=run_window)
    assert cli.run(args) == 0
    assert opened == [tmp_path]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["tidak-ada"], "PERINTAH: 'tidak-ada' tidak dikenal; pilih: 'uji-coba'"),
        (["uji-coba", "x", "y"], "tidak dikenal: y"),
        (["uji-coba", "--tahun", "banyak"], "--tahun: nilai 'banyak' tidak dapat dibaca"),
        (["uji-coba", "--tahun", "2024"], "--tahun: 2024 tidak dikenal; pilih: 2025, 2026"),
        (["uji-coba", "--tahun"], "--tahun: diperlukan satu nilai"),
        (["uji-coba", "--json=ya"], "--json: tidak menerima nilai 'ya'"),
        (["--data"], "--data: diperlukan satu nilai"),
        (["uji-coba", "--tah", "2025"], "tidak dikenal: --tah"),
    ],
)
@pytest.mark.usefixtures("probe")
def test_a_wrong_call_ends_with_2_and_an_indonesian_sentence(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.read(arguments)
    told = capsys.readouterr()
    assert ended.value.code == 2
    assert sentence in told.err
    assert told.err.startswith("Pemakaian: kinerja")
    assert not told.out


@pytest.mark.parametrize("option", ["--bantuan", "--help"])
@pytest.mark.usefixtures("probe")
def test_help_lists_the_commands(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.read([option])
    told = capsys.readouterr()
    assert (ended.value.code, told.err) == (0, "")
    assert "uji-coba" in told.out
    assert "untuk uji" in told.out
    assert not {"usage", "options", "positional", "show"} & set(told.out.replace(":", " ").split())


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.read(["--versi"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"Kinerja Desktop {__version__}\n"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.RoleNotChosen(("kabid", "camat")), 2),
        (errors.NoOffice("/x"), 3),
        (errors.BackupDamaged("/x", "Isinya berubah."), 4),
        (errors.DiskFull("/x"), 5),
        (errors.WrongLogin(), 6),
    ],
)
def test_each_family_of_refusals_has_its_exit_code(
    error: errors.KinerjaError, code: int, probe: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    refuse(probe, error)
    assert cli.run(cli.read(["uji-coba"])) == code
    assert capsys.readouterr() == ("", f"{messages.sentence(error)}\n")


FAULTS = (
    errors.Kesalahan("buku.xlsx", "Realisasi", "C4", "banyak", "Bukan angka.", "Tulis angka seperti 82,5."),
    errors.Kesalahan("buku.xlsx", None, None, None, "Lembar Instansi tidak ada.", "Tambahkan lembar itu."),
)


def test_every_fault_of_a_file_is_told(probe: SimpleNamespace, capsys: pytest.CaptureFixture[str]) -> None:
    refuse(probe, errors.FileRefused(FAULTS))
    assert cli.run(cli.read(["uji-coba"])) == 3
    told = capsys.readouterr()
    assert not told.out
    assert told.err.splitlines() == [
        'buku.xlsx, lembar "Realisasi", C4: Bukan angka. Terbaca «banyak». Tulis angka seperti 82,5.',
        "buku.xlsx: Lembar Instansi tidak ada. Tambahkan lembar itu.",
    ]


def test_with_json_the_faults_are_the_one_document(probe: SimpleNamespace, capsys: pytest.CaptureFixture[str]) -> None:
    refuse(probe, errors.FileRefused(FAULTS))
    assert cli.run(cli.read(["uji-coba", "--json"])) == 3
    document = json.loads(capsys.readouterr().out)
    assert document["kesalahan"][0] == {
        "berkas": "buku.xlsx",
        "lembar": "Realisasi",
        "sel": "C4",
        "nilai": "banyak",
        "sebab": "Bukan angka.",
        "saran": "Tulis angka seperti 82,5.",
    }
    assert len(document["kesalahan"]) == 2


def test_with_json_any_refusal_is_one_document(probe: SimpleNamespace, capsys: pytest.CaptureFixture[str]) -> None:
    refuse(probe, errors.NotOurFile("/x.kpb"))
    assert cli.run(cli.read(["uji-coba", "--json"])) == 3
    (fault,) = json.loads(capsys.readouterr().out)["kesalahan"]
    assert (fault["berkas"], fault["lembar"]) == ("/x.kpb", None)
    assert fault["sebab"] == messages.sentence(errors.NotOurFile("/x.kpb"))


def test_ctrl_c_is_no_fault(probe: SimpleNamespace, capsys: pytest.CaptureFixture[str]) -> None:
    refuse(probe, KeyboardInterrupt())
    assert cli.run(cli.read(["uji-coba"])) == cli.INTERRUPTED
    assert capsys.readouterr().err == "Dihentikan.\n"


def test_results_keep_every_letter(capsys: pytest.CaptureFixture[str]) -> None:
    _output.show_json({"satuan": "m²", "nilai": None})
    assert json.loads(capsys.readouterr().out) == {"satuan": "m²", "nilai": None}


def login(*arguments: str) -> argparse.Namespace:
    parser = _parser.Parser()
    _login.add_login(parser)
    return parser.parse_args(["--pengguna", "andi", *arguments])


@pytest.mark.parametrize("text", ["rahasia sekali\n", "rahasia sekali\r\nbaris kedua\n", "\ufeffrahasia sekali"])
def test_the_password_is_the_first_line_of_its_file(text: str, tmp_path: Path) -> None:
    file = tmp_path / "sandi.txt"
    file.write_text(text, encoding="utf-8", newline="")
    assert _login.read_password(login("--sandi-dari", str(file))) == "rahasia sekali"


def test_a_missing_password_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.FileMissing):
        _login.read_password(login("--sandi-dari", str(tmp_path / "tidak-ada")))


def test_without_a_terminal_the_password_file_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("rahasia\n"))
    with pytest.raises(errors.PasswordNotGiven):
        _login.read_password(login())


# --- a result that does not arrive ---------------------------------------------------------------

LOST = messages.sentence(errors.OutputLost())


def _reader_gone() -> int:
    reading, writing = os.pipe()
    os.close(reading)
    return writing


def _disk_full() -> int:
    return os.open("/dev/full", os.O_WRONLY)


@pytest.mark.parametrize("sink", [_reader_gone, *([_disk_full] if Path("/dev/full").exists() else [])])
@pytest.mark.parametrize(
    "arguments",
    [
        ["--versi"],
        ["--bantuan"],
        ["hitung", "--json", str(paths.resource("contoh", "kecamatan-kelara-2026.xlsx"))],
        ["hitung", "tidak-ada.xlsx", "--json"],
    ],
    ids=["version", "help", "result", "refusal"],
)
def test_a_result_that_cannot_be_written_ends_with_5(arguments: list[str], sink: Callable[[], int]) -> None:
    output = sink()
    command = [sys.executable, "-m", "kinerja_desktop", *arguments]
    done = subprocess.run(command, stdout=output, stderr=subprocess.PIPE, check=False)
    os.close(output)
    assert done.returncode == 5
    assert done.stderr.decode().splitlines()[-1] == LOST


def test_messages_that_nobody_hears_stop_no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    class Deaf(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError

        def fileno(self) -> int:
            raise OSError

    monkeypatch.setattr(sys, "stderr", Deaf())
    _output.tell("Sedang bekerja")
