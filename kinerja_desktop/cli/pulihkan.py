"""``kinerja pulihkan FILE [--lembar FILE]``: the real restore into ``--data``.

Over an office that opens: the Admin's log-in, and the recovery sheet in the place of a second official. In a folder
without an office, or over one that cannot be opened any more, the sheet replaces the log-in.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_desktop.cli import _login, _output
from kinerja_desktop.cli._parser import Subparsers
from kinerja_desktop.domain.errors import DataDamaged, KinerjaError, NotLoggedIn, NotOurFile
from kinerja_desktop.domain.roles import Role

if TYPE_CHECKING:
    from kinerja_desktop.services.restore import HasilPulih


_SHEET = "lembar pemulihan, bila kuncinya tidak di sini, atau sebagai pengganti pejabat kedua"


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("pulihkan", help="pulihkan kantor dari sebuah cadangan")
    parser.add_argument("cadangan", metavar="FILE", type=Path, help="cadangan yang dipulihkan")
    parser.add_argument("--lembar", metavar="FILE", type=Path, help=_SHEET)
    parser.add_argument(
        "--apa-adanya", action="store_true", help="juga bila ada temuan; hanya atas permintaan pembantu teknis"
    )
    _login.add_login(parser, required=False)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Restore, and tell what became of what was there."""
    from kinerja_desktop.cli.uji_pulih import facts

    done = _restored(args)
    if args.json:
        kept = str(done.pengaman) if done.pengaman else None
        _output.show_json({"folder": str(done.folder), "berkas": str(done.berkas), "pengaman": kept, **facts(done.isi)})
        return 0
    if done.pengaman is not None:
        _output.tell(f"Data sebelumnya disimpan sebagai salinan pengaman: {done.pengaman}")
    _output.show(f"Data {done.isi.kantor_nama} sudah dipulihkan ke {done.folder}. Buka program dan masuk lagi.")
    return 0


def _restored(args: argparse.Namespace) -> "HasilPulih":
    from kinerja_desktop.cli._backup_progress import telling
    from kinerja_desktop.services import opening, restore
    from kinerja_desktop.services.drill import read_sheet

    file, words = args.cadangan.absolute(), None if args.lembar is None else read_sheet(args.lembar)
    tick, apa_adanya = telling(), args.apa_adanya
    if not opening.has_office(args.data):
        return restore.restore_into(args.data, file, words, tick=tick, apa_adanya=apa_adanya)
    if (damage := _damage(args)) is None:
        return _as_admin(args, file, words)
    if words is None:
        raise damage
    return restore.restore_over_damaged(args.data, file, words, tick=tick, apa_adanya=apa_adanya)


def _damage(args: argparse.Namespace) -> KinerjaError | None:
    """Why the office that is there cannot be opened, where it is damaged; other reasons are raised."""
    from kinerja_desktop.cli._session import opened

    try:
        with opened(args):
            return None
    except (DataDamaged, NotOurFile) as error:
        return error


def _as_admin(args: argparse.Namespace, file: Path, words: tuple[str, ...] | None) -> "HasilPulih":
    from kinerja_desktop.cli._backup_progress import telling
    from kinerja_desktop.cli._session import session
    from kinerja_desktop.services import restore
    from kinerja_desktop.services.context import FreshFor

    if args.pengguna is None:
        raise NotLoggedIn(str(args.data))
    args.sebagai = args.sebagai or Role.ADMIN.value
    with session(args, FreshFor.RESTORE) as ctx:
        return restore.restore(ctx, file, words, tick=telling(), apa_adanya=args.apa_adanya)
