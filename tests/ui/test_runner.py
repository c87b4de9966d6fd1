"""Jobs run beside the window; what they return or refuse arrives on the main thread, and bugs are not swallowed."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.errors import KinerjaError, PasswordTooWeak
from kinerja_desktop.ui.runner import Calls, Cancelled, InlineRunner, PoolRunner, Report, Runner


@dataclass
class Heard:
    """Everything that came back, and on which thread."""

    done: list[int] = field(default_factory=list)
    refused: list[KinerjaError] = field(default_factory=list)
    progress: list[tuple[int, int, str]] = field(default_factory=list)
    cancelled: int = 0
    threads: set[int] = field(default_factory=set)

    def calls(self) -> Calls[int]:
        return Calls(self._done, self.refused.append, lambda *step: self.progress.append(step), self._cancelled)

    def _done(self, value: int) -> None:
        self.threads.add(threading.get_ident())
        self.done.append(value)

    def _cancelled(self) -> None:
        self.cancelled += 1


@pytest.fixture
def pool() -> Iterator[PoolRunner]:
    runner = PoolRunner()
    yield runner
    runner.wait()


@pytest.fixture(params=["pool", "inline"])
def runner(request: pytest.FixtureRequest, pool: PoolRunner) -> Runner:
    return pool if request.param == "pool" else InlineRunner()


def count_to_three(report: Report) -> int:
    for n in range(1, 4):
        report.progress(n, 3, f"halaman {n} dari 3")
    return 3


def test_result_and_progress_arrive_on_the_main_thread(runner: Runner, qtbot: QtBot) -> None:
    heard = Heard()
    runner.start(count_to_three, heard.calls())
    qtbot.waitUntil(lambda: heard.done == [3])

    assert heard.progress == [(1, 3, "halaman 1 dari 3"), (2, 3, "halaman 2 dari 3"), (3, 3, "halaman 3 dari 3")]
    assert heard.threads == {threading.get_ident()}


def test_a_refusal_is_handed_over_as_it_was_raised(runner: Runner, qtbot: QtBot) -> None:
    heard, refusal = Heard(), PasswordTooWeak(8)

    def refuse(_: Report) -> int:
        raise refusal

    runner.start(refuse, heard.calls())
    qtbot.waitUntil(lambda: heard.refused == [refusal])
    assert heard.done == []


def test_a_bug_reaches_the_hook_of_the_program(pool: PoolRunner, qtbot: QtBot) -> None:
    def stumble(_: Report) -> int:
        return int("bukan angka")

    with qtbot.captureExceptions() as raised:
        pool.start(stumble, Heard().calls())
        qtbot.waitUntil(lambda: bool(raised))

    assert raised[0][0] is ValueError


def test_a_cancelled_job_delivers_nothing(pool: PoolRunner, qtbot: QtBot) -> None:
    heard, begun, go_on = Heard(), threading.Event(), threading.Event()

    def work(report: Report) -> int:
        begun.set()
        go_on.wait(5)
        if report.cancelled():
            raise Cancelled
        return 1

    ticket = pool.start(work, heard.calls())
    begun.wait(5)
    ticket.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: heard.cancelled == 1)

    assert heard.done == []


def test_a_result_that_comes_after_a_cancel_is_dropped(pool: PoolRunner, qtbot: QtBot) -> None:
    heard, cancelled = Heard(), threading.Event()

    def finish_anyway(_: Report) -> int:
        cancelled.wait(5)
        return 1

    pool.start(finish_anyway, heard.calls()).cancel()
    cancelled.set()
    qtbot.waitUntil(lambda: heard.cancelled == 1)

    assert heard.done == []


def test_jobs_that_write_follow_one_another_and_readers_pass_them(pool: PoolRunner, qtbot: QtBot) -> None:
    heard, first_may_end = Heard(), threading.Event()

    def slow_write(_: Report) -> int:
        first_may_end.wait(5)
        return 1

    pool.start(slow_write, heard.calls(), writes=True)
    pool.start(lambda _: 2, heard.calls(), writes=True)
    pool.start(lambda _: 3, heard.calls())
    qtbot.waitUntil(lambda: heard.done == [3])
    first_may_end.set()
    qtbot.waitUntil(lambda: heard.done == [3, 1, 2])
