"""``kinerja info``: what a technical helper asks first. No log-in, nothing is changed, nobody is named."""

import argparse

from kinerja_desktop.cli import _output
from kinerja_desktop.cli._parser import Subparsers


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("info", help="info untuk pembantu teknis, tanpa angka dan nama")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Tell the facts; where no office opens those of the program, and then why."""
    from kinerja_desktop.cli._session import opened
    from kinerja_desktop.domain.errors import KinerjaError
    from kinerja_desktop.services import diagnosis

    try:
        with opened(args) as office:
            told = diagnosis.facts(office)
    except KinerjaError:
        if not args.json:
            _output.show(diagnosis.as_text(diagnosis.of_program()).rstrip("\n"))
        raise
    if args.json:
        _output.show_json(dict(told))
    else:
        _output.show(diagnosis.as_text(told).rstrip("\n"))
    return 0
