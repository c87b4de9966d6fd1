"""What the packets of the side «Paket» share: asking for a place, the work with Batal, the sentence when it is done."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from kinerja_desktop.services import backup_copies
from kinerja_desktop.services.progress import Tick
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.runner import watching
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.job_card import JobCard
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.place_dialog import PlaceDialog, Tempat

T = TypeVar("T")


class Pane(WorkPage):
    """One packet. Lay out ``told`` and ``job`` above the work, which is the focus proxy."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.told = Strip()
        self.told.setObjectName("hasil_paket")
        self.job = JobCard(desk.runner)

    def set_narrow(self, *, narrow: bool) -> None:
        self.narrow = narrow  # the margins are those of the tab

    def write_to_place(
        self, question: Tempat, name: str, job: Callable[[Path, Tick], T], done: Callable[[T], StripSpec]
    ) -> None:
        """Ask for a flashdisk or folder and write there; Batal leaves nothing."""
        dialog = PlaceDialog(self, question, backup_copies.removable_places)
        place = dialog.place() if dialog.exec() else None
        dialog.deleteLater()
        self.setFocus()  # the act rests while the work runs, so it cannot keep the focus
        if place is None:
            return
        self.told.set_spec(None)
        self.job.run(
            name,
            lambda report: job(place, watching(report)),
            lambda result: self.told.set_spec(done(result)),
            self.refuse,
            writes=True,
        )


def good(sentence: str) -> StripSpec:
    """What was done."""
    return StripSpec(Tone.SELESAI, Icon.DISETUJUI, sentence)


def careful(sentence: str) -> StripSpec:
    """What was done, with something to look at."""
    return StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, sentence)
