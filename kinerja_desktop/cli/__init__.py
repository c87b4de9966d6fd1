"""The commands: ``kinerja [pilihan] PERINTAH [pilihan]``. Parse, call a service, print; no rule of the office.

A command is one module of this folder, named as the command with ``_`` for ``-``; modules that begin with ``_`` are
none. Only the module of the command that was asked for is imported, and it imports costly libraries inside functions.
It has two functions, and needs no line anywhere else:

    def register(subparsers: Subparsers) -> None:
        parser = subparsers.add_parser("uji-pulih", help="uji pemulihan sebuah cadangan")
        parser.add_argument("cadangan", metavar="FILE", type=Path)
        parser.set_defaults(run=run)

    def run(args: argparse.Namespace) -> int:
        ...
        return 0

``Subparsers`` comes from ``_parser``. ``args`` carries besides its own: ``data`` (a Path), ``json`` (a bool) and
``bootstrap`` (a function that returns `kinerja_desktop.bootstrap`, which lies above this room). Who must log in:
``_login.add_login(parser)`` and ``_login.read_password(args)``. Results go through ``_output.show`` and
``_output.show_json``, everything else through ``_output.tell``. A refusal is raised, never printed: `run` below turns
it into sentences and the exit code. Return a code other than 0 only where the answer itself is bad news (4: the check
found something).
"""

import argparse
import importlib
import sys
from collections.abc import Sequence

from kinerja_desktop import paths
from kinerja_desktop.cli import _output
from kinerja_desktop.cli._parser import Parser, speak_indonesian
from kinerja_desktop.domain import errors

EXITS: dict[type, int] = {
    errors.WrongUse: 2,
    errors.InputRefused: 3,
    errors.IntegrityFailed: 4,
    errors.KnownFault: 5,
    errors.NotAllowed: 6,
}
_HELP = frozenset({"--bantuan", "--help"})
INTERRUPTED = 130  # what a shell gives a program that Ctrl+C ended


def commands() -> list[str]:
    """Names of the commands that exist."""
    import pkgutil  # here, because the window asks for no command

    names = (module.name for module in pkgutil.iter_modules(__path__))
    return [name.replace("_", "-") for name in names if not name.startswith("_")]


def read(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; ends the program with 2 where it cannot be understood, with 0 after help."""
    speak_indonesian()
    parser = Parser(prog="kinerja", description="Kinerja Desktop. Tanpa PERINTAH: buka jendela.")
    subparsers = parser.add_subparsers(title="Perintah", metavar="PERINTAH", dest="perintah", parser_class=Parser)
    for name in _asked_for(arguments):
        importlib.import_module(f"{__name__}.{name.replace('-', '_')}").register(subparsers)
    parser.set_defaults(perintah=None, json=False, data=paths.data_folder(), run=_open_window)
    try:
        return parser.parse_args(arguments)
    except errors.OutputLost as lost:
        sys.exit(_refuse(lost, as_json=False))


def run(args: argparse.Namespace) -> int:
    """Do what was read and return the exit code; a refusal becomes its sentence."""
    try:
        return int(args.run(args))
    except errors.KinerjaError as error:
        return _refuse(error, as_json=args.json)
    except KeyboardInterrupt:
        _output.tell("Dihentikan.")
        return INTERRUPTED


def _refuse(error: errors.KinerjaError, *, as_json: bool) -> int:
    try:
        _output.tell_refusal(error, as_json=as_json and not isinstance(error, errors.OutputLost))
    except errors.OutputLost as lost:
        return _refuse(lost, as_json=False)
    return next(EXITS[family] for family in type(error).mro() if family in EXITS)


def _asked_for(arguments: Sequence[str]) -> list[str]:
    """The one command that is named; none for the window; all of them for the help and for the sentence on a slip."""
    first = argparse.ArgumentParser(prog="kinerja", add_help=False, allow_abbrev=False)
    first.add_argument("--data", metavar="FOLDER")
    first.add_argument("perintah", nargs="?")
    named = first.parse_known_args(arguments)[0].perintah
    if named is None and not _HELP.intersection(arguments):
        return []
    return [name for name in commands() if name == named] or commands()


def _open_window(args: argparse.Namespace) -> int:
    return int(args.bootstrap().run_window(args.data))
