"""The office that faults are let loose on: one act of each kind, its acknowledgements, and the oracle.

``ACTS`` are done in their order through the services that the window calls, on an office in a folder. To add an act:
its function and its line in ``ACTS``; every row of the suite then tries it. ``judge`` opens a folder anew, as the next
start does, and says in sentences what does not hold; nothing said means sound.
"""

import gc
import sqlite3
from collections.abc import Callable, MutableMapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from sqlalchemy import Engine, create_engine
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.isi_laporan import IsiLaporan
from kinerja_desktop.domain.kalender import KalenderTahun
from kinerja_desktop.services import (
    archive,
    assignment,
    auth,
    backup,
    calendar_table,
    evidence,
    integrity,
    office_papers,
    opening,
    people,
    planning,
    quarterly,
    settings,
    trail,
    withdrawal,
)
from kinerja_desktop.services.backup_names import Jenis
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.context import Context, Office
from kinerja_desktop.services.trail import Kind
from kinerja_desktop.storage import engine
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.files import PART
from kinerja_desktop.storage.records import Head
from tests.disk_office import NOW, PASSWORD, USER, admin_of, make_office
from tests.fault.rows import scratch
from tests.office import BUDGET, PLAN, RAHMA, TUTI, TW2, TW3, Kantor

HALF = "setengah"
"""How the finding begins that the journal ends where no act ended."""
SCAN = b"%PDF-1.4 pindaian bertanda tangan"


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that somebody does, with the name that a finding gives it."""

    nama: str
    do: Callable[[Kantor], object]


def opened(folder: Path) -> Kantor:
    """The office of a folder, open; its clock stands still."""
    office = Office(Store.open(folder), SetClock(NOW), latihan=True)
    return Kantor(office.store, SetClock(NOW), is_new=False)


def made(folder: Path) -> None:
    """A new office in a folder, closed."""
    make_office(folder).store.close()


# --- the acts ------------------------------------------------------------------------------------


def _seen(kantor: Kantor, kind: Kind, subject: str | None = None) -> int:
    with kantor.store.read() as unit:
        return trail.version(unit, kind, subject)


def _admin(kantor: Kantor) -> Context:
    return admin_of(kantor.office)


def _planner(kantor: Kantor) -> Context:
    return kantor.ctx(RAHMA)


def _change_setting(kantor: Kantor) -> None:
    changed = {"instansi.alamat": "Jalan Umpama Nomor 7", "instansi.tempat": "Umpama"}
    settings.change_settings(_admin(kantor), changed, _seen(kantor, Kind.SETTING))


def _change_calendar(kantor: Kantor) -> None:
    table = KalenderTahun(2027, (), dikonfirmasi=True)
    calendar_table.save_year(_admin(kantor), table, _seen(kantor, Kind.CALENDAR, "2027"))


def _change_person(kantor: Kantor) -> None:
    tuti = replace(TUTI, pangkat="Penata Muda")
    people.save_person(_admin(kantor), tuti, _seen(kantor, Kind.PERSON, tuti.id))


def _change_indikator(kantor: Kantor) -> None:
    changed = replace(PLAN.indikator[0], sumber_data="Register loket")
    planning.save_indikator(_planner(kantor), 2026, changed, planning.load(_planner(kantor), 2026).versi)


def log_in(kantor: Kantor) -> None:
    """With the cheap passwords of a practice office; a dear one would cost each judge a tenth of a second."""
    auth.log_in(replace(kantor.office, latihan=True), USER, PASSWORD)


def _type_report(kantor: Kantor) -> None:
    typed = IsiLaporan().typed_over("penutup", ("Demikian laporan ini disampaikan.",), ())
    quarterly.save_draft(_planner(kantor), TW2, typed, seen=0)


def _compile(kantor: Kantor) -> None:
    ctx = _planner(kantor)
    reason = "Dua seksi belum menyerahkan laporan."
    quarterly.force_start(ctx, TW2, reason, seen=quarterly.load(ctx, TW2).versi)


def _fix_report(kantor: Kantor) -> None:
    ctx = _planner(kantor)
    quarterly.fix(ctx, TW2, seen=quarterly.load(ctx, TW2).versi)


def _paper(kantor: Kantor) -> str:
    return archive.load(_planner(kantor)).baris[0].id


def _file_scan(kantor: Kantor) -> None:
    archive.add_scan(_planner(kantor), _paper(kantor), SCAN)


def _keep_place(kantor: Kantor) -> None:
    archive.set_place(_planner(kantor), _paper(kantor), "Lemari 1, rak 2")


def _note_copy(kantor: Kantor) -> None:
    archive.note_copy(_planner(kantor), _paper(kantor))


def _fix_office_paper(kantor: Kantor) -> None:
    office_papers.fix(_planner(kantor), "sop", Pokok(2026))


def _reopen(kantor: Kantor) -> None:
    ctx = _planner(kantor)
    quarterly.reopen(ctx, TW2, "Angka satu seksi diperbaiki.", seen=quarterly.load(ctx, TW2).versi)


def _keep_copy(kantor: Kantor) -> None:
    backup.keep_local(kantor.office, Jenis.OTOMATIS)


def _note_assignment(kantor: Kantor) -> None:
    note = assignment.CatatanPenugasan(assignment.subject(TW3), catatan="Data dikumpulkan pada hari kerja pertama.")
    assignment.save_note(kantor.kabid, TW3, note, seen=0)


def _change_budget(kantor: Kantor) -> None:
    ctx = _planner(kantor)
    lines = [replace(line, uraian=f"{line.uraian} Publik") for line in BUDGET]
    planning.save_anggaran(ctx, 2026, lines, planning.load(ctx, 2026).versi)


def _open_version(kantor: Kantor) -> None:
    ctx = _planner(kantor)
    planning.open_version(ctx, 2026, "perubahan", date(2026, 10, 1), planning.load(ctx, 2026).versi)


def _add_evidence(kantor: Kantor) -> None:
    picture = BytesIO()
    Image.new("RGB", (40, 30), "white").save(picture, "PNG")
    kantor.order("TRA")
    bukti = evidence.add_picture(kantor.analis("TRA"), picture.getvalue())
    kantor.attach("TRA", "4.1", bukti)


def _take_back(kantor: Kantor) -> None:
    case = kantor.case("TRA")
    withdrawal.withdraw(kantor.kasubag("TRA"), case.id, seen=case.versi)


ACTS: Sequence[Act] = (
    Act("pengaturan", _change_setting),
    Act("kalender", _change_calendar),
    Act("pegawai", _change_person),
    Act("indikator", _change_indikator),
    Act("masuk", log_in),
    Act("penugasan", Kantor.assign),
    Act("disposisi", Kantor.order),
    Act("isian", Kantor.fill),
    Act("bahan", Kantor.submit_bahan),
    Act("laporan", Kantor.submit),
    Act("pengembalian", lambda kantor: kantor.send_back("PEL", TW2, ("1.1", "Periksa register."))),
    Act("laporan lagi", Kantor.submit),
    Act("persetujuan", Kantor.approve),
    Act("penyerahan", Kantor.hand_over),
    Act("kompilasi", _compile),
    Act("naskah", _type_report),
    Act("penetapan", _fix_report),
    Act("pindaian", _file_scan),
    Act("tempat", _keep_place),
    Act("cetak", _note_copy),
    Act("naskah lain", _fix_office_paper),
    Act("buka lagi", _reopen),
    Act("salinan", _keep_copy),
    Act("catatan", _note_assignment),
    Act("anggaran", _change_budget),
    Act("versi rencana", _open_version),
    Act("bukti", _add_evidence),
    Act("tarik", _take_back),
)


def warm() -> None:
    """Load what the acts and the judge need, so that forked children find it there."""
    _compile_once()
    with scratch() as place:
        made(place / "kantor")
        kantor = opened(place / "kantor")
        for act in ACTS:
            with suppress(KinerjaError):  # of a mutant; the row is to tell of it
                act.do(kantor)
        kantor.store.close()
        judge(place / "kantor")
    gc.collect()
    gc.freeze()  # what is loaded stays: nobody looks for garbage among it again, and children share its pages
    gc.set_threshold(50_000, 20, 50)  # of short lives; looking for garbage often takes an eighth of each judge's time


def _compile_once() -> None:
    """All offices of this process share their compiled statements, which else takes a third of each judge's time."""
    compiled: MutableMapping[Any, Any] = {}
    vars(engine)["create_engine"] = partial(_engine_sharing, compiled)
    for name, same in {"__hash__": lambda _: 0, "__eq__": lambda one, other: type(one) is type(other)}.items():
        setattr(SQLiteDialect_pysqlite, name, same)  # of one kind, as our engines are


def _engine_sharing(compiled: MutableMapping[Any, Any], *given: Any, **named: Any) -> Engine:
    engine_made = create_engine(*given, **named)
    engine_made.update_execution_options(compiled_cache=compiled)
    return engine_made


# --- the oracle ----------------------------------------------------------------------------------


def head_of(kantor: Kantor) -> Head:
    """Where the journal ends."""
    with kantor.store.read() as unit:
        return unit.journal.head()


def judge(folder: Path, acknowledged: Sequence[Head] = (), allowed: Sequence[int] | None = None) -> list[str]:
    """What does not hold in an office after a fault.

    Its whole check must be clean, every acknowledged head must still be a line of its journal, the journal must end at
    one of the ``allowed`` numbers (where a transaction ended when nothing disturbed it), no file may lie half written
    under its final name, and somebody must be able to log in.
    """
    try:
        office = opening.open_office(folder)
    except KinerjaError as refused:
        return [f"tidak dapat dibuka: {refused!r}"]
    try:
        told = list(integrity.examine(office).temuan)
        return told or [*_lost(office, acknowledged, allowed), *_unable(office)]
    finally:
        office.store.close()


def lost(folder: Path, acknowledged: Sequence[Head]) -> list[str]:
    """Which acknowledged heads a closed office does not hold any more."""
    with closing(sqlite3.connect(f"file:{folder / paths.DATABASE}?mode=ro", uri=True)) as connection:
        rows = dict(connection.execute("SELECT seq, office FROM journal").fetchall())
    return [f"hilang: {head}" for head in acknowledged if rows.get(head.seq) != head.hash]


def _lost(office: Office, acknowledged: Sequence[Head], allowed: Sequence[int] | None) -> list[str]:
    with office.store.read() as unit:
        rows = {row.seq: row.office for row in unit.journal.walk()}
        reached = unit.journal.head().seq
    lost = [f"hilang: {head}" for head in acknowledged if rows.get(head.seq) != head.hash]
    return lost + ([f"{HALF}: {reached}"] if allowed is not None and reached not in allowed else [])


def _unable(office: Office) -> list[str]:
    try:
        auth.log_in(office, USER, PASSWORD)
    except KinerjaError as refused:
        return [f"tidak dapat masuk: {refused!r}"]
    return []


def parts_left(folder: Path) -> list[Path]:
    """Files that were being written when the program died. They are harmless; the next start may sweep them."""
    return sorted(folder.rglob(f"*{PART}"))
