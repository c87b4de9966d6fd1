"""``kinerja info``: what a technical helper asks first. No log-in, nothing is changed, nobody is named."""

import argparse

from kinerja_desktop.cli import _output
from kinerja_desktop.cli._parser import Subparsers


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("info", help="info untuk pembantu teknis, tanpa angka dan nama")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Tell the facts."""
    from kinerja_desktop.cli._session import opened
    from kinerja_desktop.services import diagnosis

    with opened(args) as office:
        told = diagnosis.facts(office)
    if args.json:
        _output.show_json(dict(told))
    else:
        _output.show(diagnosis.as_text(told).rstrip("\n"))
    return 0
