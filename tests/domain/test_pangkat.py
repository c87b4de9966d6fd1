"""Pangkat and golongan by status."""

import pytest

from kinerja_desktop.domain.pangkat import pangkat_of
from kinerja_desktop.domain.pegawai import StatusPegawai


@pytest.mark.parametrize(("status", "number"), [("PNS", 17), ("CPNS", 17), ("PPPK", 17), ("Non-ASN", 0)])
def test_each_status_has_its_list(status: str, number: int) -> None:
    assert len(pangkat_of(StatusPegawai(status))) == number


def test_a_pns_has_both_and_a_pppk_a_golongan_alone() -> None:
    assert pangkat_of(StatusPegawai.PNS)[11].label == "Penata Tk. I (III/d)"
    assert pangkat_of(StatusPegawai.PPPK)[8].label == "Golongan IX"
