"""Who acts from the command line: name, password and role of the commands that need a log-in.

A password is never an argument: others could read it in the list of running programs. Whether name and password fit is
decided by the service that the command calls.
"""

import argparse
import getpass
import sys
from pathlib import Path

from kinerja_desktop.domain.errors import FileMissing, PasswordNotGiven
from kinerja_desktop.domain.roles import Role


def add_login(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """Give a command the options of a log-in: ``args.pengguna``, ``args.sandi_dari`` and ``args.sebagai``."""
    login = parser.add_argument_group("Masuk")
    login.add_argument("--pengguna", metavar="NAMA", required=required, help="nama pengguna")
    login.add_argument("--sandi-dari", metavar="FILE", type=Path, help="berkas yang baris pertamanya berisi sandi")
    login.add_argument(
        "--sebagai",
        metavar="PERAN",
        type=_role_word,
        choices=[role.value for role in Role],
        help="peran, bila pengguna memegang beberapa",
    )


def _role_word(text: str) -> str:
    return text.strip().casefold().replace(" ", "_")


def read_password(args: argparse.Namespace) -> str:
    """The password of ``args.pengguna``: first line of the named file, else asked for at the terminal."""
    if args.sandi_dari is not None:
        return _first_line(args.sandi_dari)
    if not sys.stdin or not sys.stdin.isatty():
        raise PasswordNotGiven
    return getpass.getpass(f"Sandi {args.pengguna}: ")


def _first_line(file: Path) -> str:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise FileMissing(str(file)) from error
    return text.split("\n", 1)[0].rstrip("\r")
