"""An opened office for the length of a command, and who acts in it.

Commands that need no log-in take ``opened``, the others ``session``. Both let go of the folder in every case.
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from kinerja_desktop.cli import _login, _output
from kinerja_desktop.services import auth, opening
from kinerja_desktop.services.context import Context, FreshFor, Office


@contextmanager
def opened(args: argparse.Namespace) -> Iterator[Office]:
    """The office of ``args.data``, held while the block runs."""
    office = opening.open_office(args.data)
    upgraded = opening.upgrade_told(office)
    if upgraded is not None:
        _output.tell(upgraded)
    try:
        yield office
    finally:
        office.store.close()


@contextmanager
def session(args: argparse.Namespace, untuk: FreshFor | None = None) -> Iterator[Context]:
    """The office with ``args.pengguna`` logged in, in the role of ``args.sebagai``.

    ``untuk`` names the act of weight for which the command asked for the password.
    """
    sandi = _login.read_password(args)
    with opened(args) as office:
        logged_in = auth.log_in(office, args.pengguna, sandi, untuk=untuk)
        yield Context(office, auth.choose(logged_in, args.sebagai))
