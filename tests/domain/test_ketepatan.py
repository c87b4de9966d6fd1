"""Times of passages against norms."""

from datetime import datetime, timedelta

from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.domain.kalender import Kalender
from kinerja_desktop.domain.ketepatan import times
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.sop import NORMA_2022
from kinerja_desktop.domain.workflow import Act, Action, Jenis, Langkah, replay

OPENING = datetime(2026, 7, 10, 7, 30, tzinfo=Zona.WITA.tzinfo)


def act(nomor: int, action: Action, role: Role, pada: datetime) -> Act:
    return Act(nomor, action, role.value, role.label, "", role, pada)


def test_step_one_is_measured_from_the_opening(kalender: Kalender) -> None:
    acts = (
        act(1, Action.ASSIGN, Role.KABID, OPENING + timedelta(minutes=10)),
        act(2, Action.ORDER, Role.KASUBAG, OPENING + timedelta(minutes=90)),
    )
    found = times(replay(Jenis.BERKAS, acts), NORMA_2022, kalender, OPENING + timedelta(hours=2), OPENING)
    assert [(w.langkah, w.menit, w.terlambat) for w in found] == [
        (Langkah.TUGAS, 10, False),
        (Langkah.PERINTAH, 80, True),
        (Langkah.BAHAN, 30, False),
    ]
    assert found[-1].selesai is None


def test_what_runs_is_judged_by_now(kalender: Kalender) -> None:
    fresh = replay(Jenis.BERKAS, ())
    on_time = times(fresh, NORMA_2022, kalender, OPENING + timedelta(minutes=15), OPENING)
    late = times(fresh, NORMA_2022, kalender, OPENING + timedelta(minutes=16), OPENING)
    assert [w.terlambat for w in (*on_time, *late)] == [False, True]


def test_without_a_beginning_nothing_is_measured(kalender: Kalender) -> None:
    (waiting,) = times(replay(Jenis.BERKAS, ()), NORMA_2022, kalender, OPENING)
    assert (waiting.mulai, waiting.batas, waiting.menit) == (None, None, 0)
