"""A code means one refusal for ever: whoever reads it out in a year still means what the handbook says."""

from pathlib import Path

from kinerja_desktop.domain import errors
from kinerja_desktop.domain.error_codes import CODES, code_of

LEDGER = Path(__file__).parents[1] / "data" / "kode_galat.txt"
FAMILIES = {
    errors.InputRefused: "A",
    errors.NotAllowed: "I",
    errors.KnownFault: "D",
    errors.IntegrityFailed: "U",
    errors.WrongUse: "B",
}


def given() -> list[tuple[str, str]]:
    lines = LEDGER.read_text(encoding="utf-8").splitlines()
    return [(kode, name) for kode, _, name in (line.partition(" ") for line in lines if not line.startswith("#"))]


def below(kind: type[errors.KinerjaError]) -> set[type[errors.KinerjaError]]:
    return {one for child in kind.__subclasses__() for one in (child, *below(child))}


def test_every_refusal_has_a_code_of_its_family() -> None:
    assert set(CODES) == below(errors.KinerjaError) - set(FAMILIES)
    for family, letter in FAMILIES.items():
        assert {CODES[kind][:2] for kind in below(family)} == {f"{letter}-"}


def test_no_code_is_ever_given_twice() -> None:
    codes = [kode for kode, _ in given()]
    assert len(codes) == len(set(codes)), "the ledger itself"
    assert {(kode, kind.__name__) for kind, kode in CODES.items()} <= set(given())


def test_a_full_disk_is_d_12() -> None:
    assert code_of(errors.DiskFull("C")) == "D-12"
