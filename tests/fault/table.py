"""Every row of the suite: how often it is run whole, how often with the tests, and about how long it takes whole.

To add one: its function in the module of its subject and its line here; ``matrix`` says which faults it shows.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.fault import (
    damage,
    disks,
    errors,
    fuzz_buku,
    kills,
    memory,
    mutants,
    payloads,
    power,
    races,
    round_trip,
    service_texts,
    surroundings,
)
from tests.fault.rows import Row


@dataclass(frozen=True, slots=True)
class Plan:
    """``run`` takes how often and a seed. Of rows that die at each step, every n-th step is tried instead.

    ``seconds`` of processor decide which rows begin first, so that no long one is left over at the end.
    """

    run: Callable[[int, int], Row]
    whole: int
    part: int
    seconds: int


ROWS: Mapping[str, Plan] = {
    "pernyataan": Plan(kills.at_statements, 1, 60, 150),
    "pekerjaan": Plan(kills.in_works, 1, 25, 70),
    "kapan_saja": Plan(kills.under_load, 1000, 8, 220),
    "kembali": Plan(kills.while_coming_back, 300, 3, 80),
    "ekor": Plan(kills.lost_tail, 100, 4, 20),
    "listrik": Plan(power.power_loss, 5000, 40, 220),
    "listrik_pekerjaan": Plan(power.power_loss_in_works, 1000, 21, 70),
    "disk_bohong": Plan(power.lying_disk, 500, 15, 25),
    "disk_penuh": Plan(disks.full_disk, 200, 6, 60),
    "disk_penuh_pekerjaan": Plan(disks.full_in_works, 200, 2, 230),
    "bertumpuk": Plan(disks.stacked, 300, 4, 80),
    "galat_io": Plan(errors.disk_errors, 200, 6, 80),
    "dicabut": Plan(disks.pulled_sticks, 100, 4, 20),
    "palsu": Plan(disks.lying_stick, 100, 5, 12),
    "bit": Plan(damage.flipped_bits, 2000, 30, 90),
    "halaman": Plan(damage.lost_pages, 500, 10, 15),
    "berkas": Plan(damage.damaged_files, 200, 10, 10),
    "sunting": Plan(damage.edited_rows, 1000, 40, 60),
    "salinan": Plan(damage.damaged_backups, 5000, 200, 15),
    "uji_pulih": Plan(damage.drilled_backups, 100, 5, 5),
    "tak_utuh": Plan(damage.unsound_copies, 100, 4, 15),
    "sekaligus": Plan(races.two_reviewers, 500, 25, 20),
    "jam": Plan(surroundings.other_clocks, 60, 15, 20),
    "kedua": Plan(surroundings.second_program, 200, 4, 40),
    "sepuluh_tahun": Plan(surroundings.ten_years, 250_000, 2000, 45),
    "muatan": Plan(payloads.typed_texts, 1_062, 28, 150),
    "teks": Plan(service_texts.every_text, 193, 2, 230),
    "pulang": Plan(round_trip.any_text, 5000, 150, 40),
    "memori": Plan(memory.failing_allocations, 300, 6, 120),
    "buku": Plan(fuzz_buku.damaged_workbooks, 10_000, 40, 180),
    "mutan": Plan(mutants.caught, len(mutants.MUTANTS), 2, 190),
}
