"""``kinerja swauji``: the self-test of the installed program; leaves nothing. No log-in."""

import argparse
from typing import TYPE_CHECKING

from kinerja_desktop import messages
from kinerja_desktop.cli import _output
from kinerja_desktop.cli._parser import Subparsers
from kinerja_desktop.domain.errors import KinerjaError

if TYPE_CHECKING:
    from kinerja_desktop.services.selftest_step import Langkah


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("swauji", help="uji program terpasang di tempat sementara; tidak ada yang diubah")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Try everything once and tell each thing; 1 where something does not work."""
    from kinerja_desktop.services import selftest
    from kinerja_desktop.services.selftest_step import Langkah

    done: list[Langkah] = []
    try:
        for step in selftest.steps(args.bootstrap().open_every_tab):
            _tell(step)
            done.append(step)
    except KinerjaError as refused:
        done.append(Langkah("Terhenti", messages.sentence(refused), baik=False))
        _tell(done[-1])
    sound = all(step.baik for step in done)
    if args.json:
        _output.show_json({"baik": sound, "langkah": [_document(step) for step in done]})
    else:
        _output.show("Swauji selesai: semua berjalan." if sound else "Swauji menemukan kekurangan; lihat baris ✕.")
    return 0 if sound else 1


def _tell(step: "Langkah") -> None:
    _output.tell(f"{'✓' if step.baik else '✕'} {step.nama}: {step.keterangan}")


def _document(step: "Langkah") -> dict[str, object]:
    return {"nama": step.nama, "keterangan": step.keterangan, "baik": step.baik}
