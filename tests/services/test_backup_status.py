"""How old the last copies are: in words, in days of use, and whether leaving asks for one."""

from pathlib import Path

from kinerja_desktop.domain.status_cadangan import Tingkat
from kinerja_desktop.services import backup, backup_copies, backup_status, settings
from kinerja_desktop.services.context import Office
from tests.disk_office import NOW, admin_of, later, pass_days


def test_a_new_office_has_no_copies_and_asks_for_none(office: Office) -> None:
    state = backup_status.status(admin_of(office))

    assert (state.otomatis, state.usb, state.hari_pakai) == (None, None, 0)
    assert (state.tingkat, state.teks) == (Tingkat.BAIK, "Cadangan: belum ada · USB: belum ada")
    assert not state.perlu


def test_the_last_copies_are_told_in_words(office: Office, usb: Path) -> None:
    backup.back_up(office, usb)
    later(office, days=3)
    backup_copies.keep_daily(office)
    later(office, hours=4)

    state = backup_status.status_of(office)

    assert state.teks == "Cadangan: hari ini 07.31 · USB: 3 hari lalu"
    assert state.usb == NOW
    later(office, days=1)
    assert backup_status.status_of(office).teks == "Cadangan: kemarin · USB: 4 hari lalu"


def test_days_are_counted_on_which_somebody_worked(office: Office, usb: Path) -> None:
    backup.back_up(office, usb)
    later(office, days=60)  # a long holiday
    assert backup_status.status_of(office).tingkat is Tingkat.BAIK

    seen = []
    for _ in range(8):
        pass_days(office, 1)
        seen.append(backup_status.status_of(office))

    assert [state.hari_pakai for state in seen] == list(range(1, 9))
    assert [state.tingkat for state in seen] == [
        *[Tingkat.BAIK] * 3,
        *[Tingkat.PERHATIAN] * 4,
        Tingkat.SALAH,
    ]
    assert seen[-1].teks.endswith("USB: 68 hari lalu")


def test_leaving_asks_only_when_it_is_due_and_something_was_changed(office: Office, usb: Path) -> None:
    backup.back_up(office, usb)
    pass_days(office, 8)
    assert not backup_status.status_of(office).perlu

    actor = admin_of(office).actor
    with office.store.unit() as unit:
        settings.put(unit, actor, office.clock.now(), "instansi.alamat", "Jalan Contoh 1")
        unit.commit()
    assert backup_status.status_of(office).perlu
    backup.back_up(office, usb)
    assert not backup_status.status_of(office).perlu


def test_who_leaves_without_the_copy_is_not_asked_again_on_that_day(office: Office, usb: Path) -> None:
    backup.back_up(office, usb)
    pass_days(office, 5)
    ctx = admin_of(office)
    with office.store.unit() as unit:
        settings.put(unit, ctx.actor, office.clock.now(), "instansi.alamat", "Jalan Contoh 1")
        unit.commit()
    assert backup_status.status(ctx).perlu

    backup_status.put_off(ctx)
    assert not backup_status.status(ctx).perlu
    assert backup_status.status(ctx).tingkat is Tingkat.PERHATIAN
    later(office, days=1)
    assert backup_status.status(ctx).perlu


def test_a_clock_set_back_tells_the_day(office: Office, usb: Path) -> None:
    backup.back_up(office, usb)
    later(office, days=-400)
    assert backup_status.status_of(office).teks.endswith("USB: 14 Juli 2026")
