"""Who may do what with a berkas: the whole table, and rules that hold for every line of it."""

import pytest

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import TABLE, Action, Jenis
from tests.sec.matrix import CALLS, HANDS, IZIN, LETTERS, STATES, Hand, attempt, letter

ACTS = {
    "disposition.order": Action.ORDER,
    "collection.submit_bahan": Action.SUBMIT_BAHAN,
    "section_report.submit": Action.SUBMIT,
    "section_report.return_bahan": Action.RETURN_BAHAN,
    "review.approve": Action.APPROVE,
    "review.return_for_correction": Action.RETURN,
    "handing_over.hand_over": Action.HAND_OVER,
}
"""Use cases that are an act of the SOP: for them the SOP's own table says who may, and when."""


@pytest.fixture(scope="module")
def written() -> dict[tuple[str, str], str]:
    """``izin.txt``: letters by use case and person."""
    lines = IZIN.read_text(encoding="utf-8").splitlines()
    return {(line[:34].strip(), line[34:48].strip()): line[48:] for line in lines if line[:34].strip() in CALLS}


def test_the_table_is_whole(written: dict[tuple[str, str], str]) -> None:
    assert set(written) == {(service, hand.nama) for service in CALLS for hand in HANDS}
    assert all(len(letters) == len(STATES) and set(letters) <= set(LETTERS.values()) for letters in written.values())


@pytest.mark.parametrize("service", CALLS)
def test_it_is_what_happens_and_a_refusal_changes_nothing(service: str, written: dict[tuple[str, str], str]) -> None:
    for hand in HANDS:
        tried = [attempt(service, hand, status) for status in STATES]
        assert "".join(map(letter, tried)) == written[service, hand.nama], hand.nama
        assert not [one for one in tried if one.hasil and one.changed], hand.nama


@pytest.mark.parametrize("service", ACTS)
def test_an_act_is_open_where_the_sop_says_so_and_nowhere_else(
    service: str, written: dict[tuple[str, str], str]
) -> None:
    rows = {(t.status, t.role) for t in TABLE if t.jenis is Jenis.BERKAS and t.action is ACTS[service]}
    for hand in HANDS:
        expected = [(status, hand.role) in rows and not hand.other for status in STATES]
        assert [one == "B" for one in written[service, hand.nama]] == expected, hand.nama


def test_nobody_sees_or_does_anything_of_another_unit(written: dict[tuple[str, str], str]) -> None:
    assert not [key for key, letters in written.items() if key[1].endswith("lain") and "B" in letters]


@pytest.mark.parametrize("hand", [h for h in HANDS if h.role in (Role.ADMIN, Role.CAMAT)], ids=lambda h: h.nama)
def test_who_is_no_part_of_the_sop_changes_nothing_of_it(hand: Hand, written: dict[tuple[str, str], str]) -> None:
    looks = {"history.told", "inbox.opened", "inbox_preview.preview", "evidence.open_file", "review.load"}
    looks |= {name for name in CALLS if name.startswith(("step_papers.", "slip_sheets."))}
    assert {service for service, nama in written if nama == hand.nama and "B" in written[service, nama]} <= looks
