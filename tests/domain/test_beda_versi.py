"""Side by side stands what differs, and only that."""

from datetime import date
from decimal import Decimal

from kinerja_desktop.domain.beda_versi import BedaTarget, beda_versi
from kinerja_desktop.domain.indikator import Indikator, Rencana, Target, VersiRencana
from tests.domain.deret import four

D = Decimal
ROWS = (
    Indikator("1", "Surat", satuan="surat", target=Target(D(100), four("25 25 25 25"))),
    Indikator("2", "Baru", target=Target()),
    Indikator("3", "Tetap", target=Target(D(5))),
)


def test_a_plan_without_versions_differs_in_nothing() -> None:
    assert beda_versi(Rencana(2026, ROWS)) == ()


def test_versions_stand_in_their_order_and_silence_keeps_what_stood_before() -> None:
    first = VersiRencana("Perubahan", date(2026, 7, 1), (("1", Target(D(90), four("25 25 20 20"))),))
    second = VersiRencana("Perubahan 2", date(2026, 10, 1), (("2", Target(D(7))), ("3", Target(D("5.0")))))
    assert beda_versi(Rencana(2026, ROWS, (first, second))) == (
        BedaTarget("1", "Surat", "surat", None, (D(100), D(90), D(90))),
        BedaTarget("1", "Surat", "surat", 3, (D(25), D(20), D(20))),
        BedaTarget("1", "Surat", "surat", 4, (D(25), D(20), D(20))),
        BedaTarget("2", "Baru", "", None, (None, None, D(7))),
    )
