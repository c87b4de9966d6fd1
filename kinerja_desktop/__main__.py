"""The two doors: ``kinerja`` (a command, or the window) and ``kinerja-desktop`` (the window without a console).

Reads arguments, sets the hooks for faults of the program, hands over; builds nothing itself.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

import kinerja_desktop.late_methods  # noqa: F401 - before any dataclass of ours is made
from kinerja_desktop import bug_report, cli, paths, surroundings
from kinerja_desktop.cli import _output
from kinerja_desktop.services.clock import SystemClock


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or the window where none is named; the exit code."""
    surroundings.leave()
    _output.prepare_streams()
    bug_report.catch(paths.data_folder() / paths.LOGS, _tell_bug, SystemClock().now)
    args = cli.read(sys.argv[1:] if arguments is None else arguments)
    bug_report.catch(args.data / paths.LOGS, _tell_bug, SystemClock().now)
    args.bootstrap = _bootstrap
    return cli.run(args)


def window() -> int:
    """The door of the program without a console."""
    return main()


def _bootstrap() -> ModuleType:
    """Loaded only when something must be built: it knows every room, and a command should start fast."""
    return import_module("kinerja_desktop.bootstrap")


def _tell_bug(bug: bug_report.Bug) -> None:
    from kinerja_desktop import messages

    _output.tell(messages.bug(bug.report, bug.kode))


if __name__ == "__main__":
    sys.exit(main())
