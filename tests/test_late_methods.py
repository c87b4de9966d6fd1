"""Dataclasses whose methods are compiled at their first call are the same as any other."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

SAID = """
import dataclasses
import inspect
from dataclasses import dataclass, field
from decimal import Decimal

@dataclass(frozen=True, slots=True, order=True)
class Angka:
    '''A figure.'''
    nilai: Decimal
    satuan: str = "persen"
    catatan: tuple[str, ...] = field(default_factory=tuple, compare=False)

    def __post_init__(self) -> None:
        if self.nilai < 0:
            raise ValueError("kurang dari nol")

@dataclass
class Lembar(Angka if False else object):
    '''A sheet.'''
    baris: list[Angka] = field(default_factory=list)
    _: dataclasses.KW_ONLY
    judul: str = ""

@dataclass(frozen=True)
class Rentang:
    dari: int
    sampai: int = 9
    satuan: str = "persen"

    def __post_init__(self) -> None:
        if self.dari > self.sampai:
            raise ValueError(self.satuan)

@dataclass(frozen=True)
class Terbuka(Rentang):
    self: str = "sendiri"

@dataclass(frozen=True)
class Hitungan:
    dari: dataclasses.InitVar[int]
    langkah: int = field(default=2, init=False)

@dataclass(frozen=True, kw_only=True)
class Bernama:
    nama: str
    urutan: int = 1

satu, dua = Angka(Decimal(1)), Angka(Decimal(2), satuan="orang", catatan=("a",))
lembar = Lembar([satu], judul="x")
def said(call):
    try:
        print(call())
    except Exception as fault:
        print(type(fault).__name__, fault)

for call in (lambda: satu, lambda: satu == Angka(Decimal("1.0"), catatan=("b",)), lambda: satu < dua,
             lambda: hash(satu) == hash(Angka(Decimal(1))), lambda: dataclasses.replace(dua, satuan="buah"),
             lambda: setattr(satu, "nilai", 3), lambda: delattr(satu, "nilai"), lambda: Angka(Decimal(-1)),
             lambda: Angka(), lambda: Angka(1, 2, 3, 4), lambda: dataclasses.asdict(dua), lambda: lembar,
             lambda: Lembar() == Lembar(), lambda: Lembar(1, 2), lambda: satu.nothing,
             lambda: Angka.__match_args__, lambda: Angka.__init__.__name__,
             lambda: Rentang(1), lambda: Rentang(1, satuan="orang", sampai=3), lambda: Rentang(10), lambda: Rentang(),
             lambda: Rentang(1, 2, 3, 4), lambda: Rentang(1, lain=3), lambda: inspect.signature(Rentang),
             lambda: Rentang.__init__.__annotations__, lambda: Rentang.__init__.__code__.co_varnames,
             lambda: Terbuka(2), lambda: Hitungan(3), lambda: Bernama(nama="a"), lambda: Bernama("a")):
    said(call)
"""
PREPARED = "import kinerja_desktop.late_methods\n"


def _said(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout


def test_they_do_and_say_what_those_of_the_standard_library_do() -> None:
    assert _said(PREPARED + SAID) == _said(SAID)


def test_two_threads_may_call_first_at_once() -> None:
    program = PREPARED + (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from dataclasses import make_dataclass\n"
        "kinds = [make_dataclass(f'K{n}', ['a', 'b'], frozen=True) for n in range(200)]\n"
        "with ThreadPoolExecutor(8) as pool:\n"
        "    made = list(pool.map(lambda n: kinds[n // 8](n, b=2), range(1600)))\n"
        "print(all(one.a == n and one.b == 2 for n, one in enumerate(made)))\n"
    )
    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(_said, [program] * 3)) == ["True\n"] * 3
