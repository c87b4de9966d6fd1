"""The reader of arguments: argparse with the options that every command shares, speaking Indonesian.

argparse takes its sentences through gettext, so they are given here as a table and put in place of its lookup; a test
compares the table with what the running Python's argparse can say. Sentences about the office do not belong here.
"""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from kinerja_desktop import __version__
from kinerja_desktop.cli import _output
from kinerja_desktop.domain.triwulan import TAHUN_PERTAMA, TAHUN_TERAKHIR

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

    Subparsers: TypeAlias = argparse._SubParsersAction["Parser"]  # noqa: SLF001 - it has no public name
else:
    Subparsers: TypeAlias = Any  # argparse's own class takes no type argument while the program runs

SENTENCES: Mapping[str, str] = {
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "usage: ": "Pemakaian: ",
    "positional arguments": "Isian",
    "options": "Pilihan",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s dapat berarti %(matches)s; tulis lengkap",
    "expected %s argument": "diperlukan %s nilai",
    "expected %s arguments": "diperlukan %s nilai",
    "expected at least one argument": "diperlukan paling sedikit satu nilai",
    "expected at most one argument": "diperlukan paling banyak satu nilai",
    "expected one argument": "diperlukan satu nilai",
    "ignored explicit argument %r": "tidak menerima nilai %r",
    "invalid %(type)s value: %(value)r": "nilai %(value)r tidak dapat dibaca",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r tidak dikenal; pilih: %(choices)s",
    "not allowed with argument %s": "tidak dapat dipakai bersama %s",
    "one of the arguments %s is required": "salah satu dari %s harus diisi",
    "the following arguments are required: %s": "harus diisi: %s",
    "unexpected option string: %s": "pilihan %s tidak dikenal",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "%(parser_name)r tidak dikenal; pilih: %(choices)s",
    "unrecognized arguments: %s": "tidak dikenal: %s",
    # since Python 3.13
    "%(prog)s: warning: %(message)s\n": "%(prog)s: perhatian: %(message)s\n",
    "argument '%(argument_name)s' is deprecated": "isian '%(argument_name)s' akan dihapus",
    "command '%(parser_name)s' is deprecated": "perintah '%(parser_name)s' akan dihapus",
    "option '%(option)s' is deprecated": "pilihan '%(option)s' akan dihapus",
    "can't open '%(filename)s': %(error)s": "berkas '%(filename)s' tidak dapat dibuka",
}


def speak_indonesian() -> None:
    """Give argparse our sentences: it looks them up under these two names when it needs them."""
    vars(argparse).update(
        _=lambda text: SENTENCES.get(text, text),
        ngettext=lambda one, many, count: SENTENCES.get(one if count == 1 else many, many),
    )


class Parser(argparse.ArgumentParser):
    """A parser that knows the options of every command, so that they may stand before or after its name.

    Without defaults: the parser of a command would write its own over what was read before its name.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False, allow_abbrev=False)
        shared = self.add_argument_group("Pilihan umum")
        shared.add_argument(
            "--data",
            metavar="FOLDER",
            type=_folder,
            default=argparse.SUPPRESS,
            help="folder data kantor (bawaan: folder pengguna, atau KINERJA_DATA)",
        )
        shared.add_argument(
            "--json",
            action="store_true",
            default=argparse.SUPPRESS,
            help="cetak hasil sebagai satu dokumen JSON",
        )
        shared.add_argument("--versi", action="version", version=f"Kinerja Desktop {__version__}", help="cetak versi")
        shared.add_argument("--bantuan", "--help", action="help", help="cetak petunjuk ini")

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        """Help and version are results like any other."""
        if file is sys.stdout:
            _output.show(message.rstrip("\n"))
        else:
            super()._print_message(message, file)


def _folder(text: str) -> Path:
    return Path(text).expanduser().absolute()


def plan_year(text: str) -> int:
    """A year of a plan, as the type of an argument."""
    if text.isdecimal() and TAHUN_PERTAMA <= int(text) <= TAHUN_TERAKHIR:
        return int(text)
    raise argparse.ArgumentTypeError(f"tulis tahun empat angka, {TAHUN_PERTAMA} sampai {TAHUN_TERAKHIR}")
