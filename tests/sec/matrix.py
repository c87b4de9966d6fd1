"""Every use case about a berkas, called by every role of the own and of another unit, in every state of it.

``CALLS`` says how each is called with what is right at that state, so that nothing but permission can refuse it. What
comes of each call stands as one letter in ``izin.txt``, which a person reads before it is committed. To add a use case:
a line in ``CALLS``, then ``python -m tests.sec.matrix`` and a look at what it wrote; without a line the test fails.
"""

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.buku_lembar import Bagian
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Action, Status
from kinerja_desktop.exchange.bukti.intake import Masukan
from kinerja_desktop.services import (
    collection,
    disposition,
    drafts,
    evidence,
    handing_over,
    history,
    inbox,
    inbox_preview,
    review,
    section_report,
    slip_sheets,
    step_drafts,
    step_papers,
    withdrawal,
    worksheet,
)
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Context
from kinerja_desktop.storage import gate
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.records import Case
from tests.office import ANDI, BUDI, JOKO, RAHMA, REASON, SITI, TUTI, TW2, WAHYU, Kantor

IZIN = Path(__file__).with_name("izin.txt")
REGISTER = b"%PDF-1.7 register"
NOTES = (section_report.CatatanBaru(None, "Lengkapi uraian."),)


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody acting in a role; of the two seksi of a role, «lain» is the one whose berkas it is not."""

    nama: str
    person: Pegawai
    role: Role

    @property
    def other(self) -> bool:
        return self.nama.endswith("lain")


HANDS = (
    Hand("kabid", ANDI, Role.KABID),
    Hand("camat", ANDI, Role.CAMAT),
    Hand("kasubag", SITI, Role.KASUBAG),
    Hand("kasubag lain", WAHYU, Role.KASUBAG),
    Hand("analis", BUDI, Role.ANALIS),
    Hand("analis lain", TUTI, Role.ANALIS),
    Hand("perencanaan", RAHMA, Role.KASUBAG_PERENCANAAN),
    Hand("admin", JOKO, Role.ADMIN),
)

# --- states --------------------------------------------------------------------------------------


def _returned(kantor: Kantor) -> None:
    kantor.play(until=Action.SUBMIT)
    kantor.send_back("PEL", TW2, (None, "Lengkapi uraian."))


def _bahan_returned(kantor: Kantor) -> None:
    kantor.play(until=Action.SUBMIT_BAHAN)
    case = kantor.case()
    section_report.return_bahan(kantor.kasubag("PEL"), case.id, REASON, NOTES, seen=case.versi)


STATES: Mapping[Status, Callable[[Kantor], object]] = {
    Status.ASSIGNED: lambda k: k.play(until=Action.ASSIGN),
    Status.ORDERED: lambda k: k.play(until=Action.ORDER),
    Status.BAHAN_SUBMITTED: lambda k: k.play(until=Action.SUBMIT_BAHAN),
    Status.BAHAN_RETURNED: _bahan_returned,
    Status.SUBMITTED: lambda k: k.play(until=Action.SUBMIT),
    Status.RETURNED: _returned,
    Status.APPROVED: lambda k: k.play(until=Action.APPROVE),
    Status.HANDED_OVER: lambda k: k.play(until=Action.HAND_OVER),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """An office at a state, with what the calls need of it."""

    kantor: Kantor
    case: Case
    bukti: Bukti
    lembar: Path

    def draft(self, kind: str) -> int:
        with self.kantor.store.read() as unit:
            found = unit.drafts.get(self.case.id, kind)
        return drafts.version(found)

    def first_paper(self) -> tuple[int, str]:
        return step_papers.papers_of(self.kantor.kabid, self.case.id)[0]


@cache
def _played(status: Status) -> tuple[Kantor, Bukti, Path]:
    """The office at a state, made once, a paper of it filed; its evidence, and the workbook that was taken along."""
    kantor = Kantor()
    STATES[status](kantor)
    bukti = evidence.keep(kantor.office, Masukan("register.pdf", REGISTER, None), kantor.analis("PEL"))
    lembar = Path(tempfile.mkdtemp(prefix="kinerja-izin-")) / "lembar.xlsx"
    if status in (Status.ORDERED, Status.BAHAN_RETURNED):
        kantor.attach("PEL", "1.1", bukti)
        worksheet.export_worksheet(kantor.analis("PEL"), kantor.case().id, lembar)
    kabid, case_id = kantor.kabid, kantor.case().id
    step_papers.print_paper(kabid, case_id, *step_papers.papers_of(kabid, case_id)[0])
    return kantor, bukti, lembar


def moment(status: Status) -> Moment:
    """An office of one's own at a state."""
    first, bukti, lembar = _played(status)
    connection = gate.connect(None)
    with first.store.raw() as source:
        source.backup(connection)
    kantor = Kantor(Store(connection, None), SetClock(first.clock.waktu), is_new=False)
    kantor.store.evidence.put(REGISTER)
    for paper in first.store.archive.names():
        kantor.store.archive.put(first.store.archive.read(paper))
    return Moment(kantor, kantor.case(), bukti, lembar if lembar.exists() else _played(Status.ORDERED)[2])


# --- calls ---------------------------------------------------------------------------------------

Call = Callable[[Context, Moment], object]


def _seen(call: Callable[[Context, str, int], object]) -> Call:
    """A call that names the version on the screen."""
    return lambda ctx, m: call(ctx, m.case.id, m.case.versi)


def _submit_bahan(ctx: Context, m: Moment) -> object:
    """With a draft that its analyst filled, where the state lets him."""
    if m.case.status in (Status.ORDERED, Status.BAHAN_RETURNED):
        m.kantor.fill("PEL")
        view = collection.load(m.kantor.analis("PEL"), m.case.id)
        ticks = [n.id for n in view.pengembalian.catatan] if view.pengembalian else []
        collection.save_draft(m.kantor.analis("PEL"), m.case.id, [], perbaikan=ticks, seen=view.versi_draf)
    return collection.submit_bahan(ctx, m.case.id, seen=m.case.versi, seen_draf=m.draft(drafts.BAHAN))


def _submit(ctx: Context, m: Moment) -> object:
    """With the notes of a return ticked."""
    if m.case.status in (Status.BAHAN_SUBMITTED, Status.RETURNED):
        mine = m.kantor.kasubag("PEL")
        view = section_report.load(mine, m.case.id)
        ticks = [n.id for n in view.pengembalian.catatan] if view.pengembalian else []
        section_report.save_draft(mine, m.case.id, perbaikan=ticks, seen=view.versi_draf)
    return section_report.submit(ctx, m.case.id, seen=m.case.versi, seen_draf=m.draft(drafts.LAPORAN))


def _apply(ctx: Context, m: Moment) -> object:
    """What an analyst wrote into his workbook, taken over by somebody."""
    words = worksheet.Ubahan(
        "1.1", "", Bagian.TINDAK_LANJUT, "A1", "", "", "Loket kedua.", "Loket kedua.", bentrok=False
    )
    return worksheet.apply_worksheet(
        ctx, worksheet.HasilLembar(m.case.id, "lembar.xlsx", m.draft(drafts.BAHAN), (words,), 0)
    )


CALLS: Mapping[str, Call] = {
    "disposition.load": lambda ctx, m: disposition.load(ctx, m.case.id),
    "disposition.save_draft": lambda ctx, m: disposition.save_draft(
        ctx, m.case.id, disposition.DisposisiDraf(), seen=m.draft(drafts.DISPOSISI)
    ),
    "disposition.order": _seen(lambda ctx, i, versi: disposition.order(ctx, i, [BUDI.id], seen=versi)),
    "collection.load": lambda ctx, m: collection.load(ctx, m.case.id),
    "collection.save_draft": lambda ctx, m: collection.save_draft(ctx, m.case.id, [], seen=m.draft(drafts.BAHAN)),
    "collection.submit_bahan": _submit_bahan,
    "worksheet.export_worksheet": lambda ctx, m: worksheet.export_worksheet(
        ctx, m.case.id, m.lembar.with_name("keluar.xlsx")
    ),
    "worksheet.read_worksheet": lambda ctx, m: worksheet.read_worksheet(ctx, m.case.id, m.lembar),
    "worksheet.apply_worksheet": _apply,
    "evidence.open_file": lambda ctx, m: evidence.open_file(ctx, m.case.id, m.bukti),
    "section_report.load": lambda ctx, m: section_report.load(ctx, m.case.id),
    "section_report.save_draft": lambda ctx, m: section_report.save_draft(ctx, m.case.id, seen=m.draft(drafts.LAPORAN)),
    "section_report.submit": _submit,
    "section_report.return_bahan": _seen(
        lambda ctx, i, versi: section_report.return_bahan(ctx, i, REASON, NOTES, seen=versi)
    ),
    "review.load": lambda ctx, m: review.load(ctx, m.case.id),
    "review.allowed_actions": lambda ctx, m: review.allowed_actions(ctx, m.case.id),
    "review.save_notes": lambda ctx, m: review.save_notes(
        ctx, m.case.id, NOTES, REASON, seen=m.draft(drafts.PEMERIKSAAN)
    ),
    "review.approve": _seen(lambda ctx, i, versi: review.approve(ctx, i, centang=tuple(review.Centang), seen=versi)),
    "review.return_for_correction": _seen(
        lambda ctx, i, versi: review.return_for_correction(ctx, i, REASON, NOTES, seen=versi)
    ),
    "handing_over.hand_over": _seen(lambda ctx, i, versi: handing_over.hand_over(ctx, i, seen=versi)),
    "withdrawal.withdraw": _seen(lambda ctx, i, versi: withdrawal.withdraw(ctx, i, seen=versi)),
    "history.told": lambda ctx, m: history.told(ctx, m.case.id),
    "inbox.opened": lambda ctx, m: inbox.opened(ctx, m.case.id),
    "inbox_preview.preview": lambda ctx, m: inbox_preview.preview(ctx, m.case.id),
    "step_papers.papers_of": lambda ctx, m: step_papers.papers_of(ctx, m.case.id),
    "step_papers.print_paper": lambda ctx, m: step_papers.print_paper(ctx, m.case.id, *m.first_paper()),
    "step_papers.draft_section_report": lambda ctx, m: step_papers.draft_section_report(ctx, m.case.id),
    "slip_sheets.of_case": lambda ctx, m: slip_sheets.of_case(ctx, m.case.id),
    "step_drafts.of_order": _seen(
        lambda ctx, i, versi: step_drafts.of_order(ctx, i, disposition.DisposisiDraf((BUDI.id,)), seen=versi)
    ),
    "step_drafts.of_bahan": _seen(lambda ctx, i, versi: step_drafts.of_bahan(ctx, i, seen=versi)),
    "step_drafts.of_report": _seen(lambda ctx, i, versi: step_drafts.of_report(ctx, i, seen=versi)),
    "step_drafts.of_approval": _seen(lambda ctx, i, versi: step_drafts.of_approval(ctx, i, seen=versi)),
    "step_drafts.of_return": _seen(lambda ctx, i, versi: step_drafts.of_return(ctx, i, REASON, NOTES, seen=versi)),
}

# --- the table -----------------------------------------------------------------------------------

LETTERS = {
    "": "B",
    "WrongRole": "P",
    "OtherSeksi": "U",
    "WrongState": "T",
    "NotOrdered": "A",
    "NotYours": "M",
    "NotFound": "-",
    "AlreadyRead": "D",
}
MEANING = (
    "B boleh  P bukan perannya  U unit lain  T belum atau tidak lagi terbuka  A bukan analis yang diperintah",
    "M bukan langkahnya  D sudah dibaca  - tidak ada pada keadaan ini",
)


@dataclass(frozen=True, slots=True)
class Tried:
    """One call: what came of it, and whether it changed anything besides the record of a refusal."""

    hasil: str
    changed: bool


def attempt(service: str, hand: Hand, status: Status) -> Tried:
    """Call a use case as somebody, on a fresh office at that state."""
    here = moment(status)
    call, ctx = CALLS[service], here.kantor.ctx(hand.person, hand.role)
    prepared = here.kantor.store
    before = _content(prepared)
    try:
        call(ctx, here)
    except KinerjaError as refused:
        return Tried(type(refused).__name__, _content(prepared) != before)
    return Tried("", changed=True)


_OWN_PREPARATION = ("journal", "drafts", "sqlite_sequence")
"""Left out of the comparison: the record of a refusal, and the draft that its owner had before the call."""


def _content(store: Store) -> str:
    """Digest of every row of the office."""
    found = hashlib.sha256()
    with store.raw() as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ).fetchall():
            if name not in _OWN_PREPARATION:
                for row in connection.execute(f'SELECT * FROM "{name}"'):
                    found.update(repr(row).encode())
        acts = connection.execute("SELECT count(*) FROM journal WHERE action IS NOT NULL").fetchone()
    return f"{found.hexdigest()} {acts}"


def letter(tried: Tried) -> str:
    """How the table tells what came of a call; anything else that was refused stands there as a question mark."""
    return LETTERS.get(tried.hasil, f"?{tried.hasil}?")


def table() -> Iterator[str]:
    """The whole matrix as lines: use case, who, one letter for each state."""
    yield "Siapa boleh apa pada satu berkas, menurut keadaannya:"
    yield from (f"  {number} {status.value}" for number, status in enumerate(STATES, 1))
    yield from MEANING
    yield ""
    yield f"{'':34}{'':14}{''.join(str(n) for n in range(1, len(STATES) + 1))}"
    for service in CALLS:
        for hand in HANDS:
            letters = "".join(letter(attempt(service, hand, status)) for status in STATES)
            yield f"{service:34}{hand.nama:14}{letters}"


def main() -> None:
    IZIN.write_text("\n".join(table()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
