"""Where figures of a workbook go: into the draft of an open berkas, or waiting until it is opened.

A berkas that is on the analyst's or the Kasubag's desk takes them as his draft; before that they wait with the
plan (``held``), and the Lembar Kerja begins with them. What was handed in to the Kabid is never touched.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from kinerja_desktop.domain.realisasi import Isi, IsiIndikator
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Langkah
from kinerja_desktop.services import drafts, snapshots, trail
from kinerja_desktop.services.acting import keadaan_of
from kinerja_desktop.services.context import Actor
from kinerja_desktop.storage.records import Case
from kinerja_desktop.storage.unit_of_work import Unit

_DRAFT_OF: Mapping[Langkah, str] = {Langkah.BAHAN: drafts.BAHAN, Langkah.LAPORAN: drafts.LAPORAN}


def held(unit: Unit, tahun: int, tw: int) -> Isi:
    """What an import left waiting for a quarter whose berkas was not open."""
    waiting = json.loads(unit.settings.get(held_key(tahun)) or "{}")
    return snapshots.decode_isi(waiting[str(tw)]) if str(tw) in waiting else Isi(())


def put_held(unit: Unit, actor: Actor, pada: datetime, tahun: int, rows: Mapping[int, Iterable[IsiIndikator]]) -> None:
    """Leave rows by quarter waiting, over those that wait already, with one record."""
    waiting = json.loads(unit.settings.get(held_key(tahun)) or "{}")
    for tw, mine in rows.items():
        waiting[str(tw)] = snapshots.encode_isi(held(unit, tahun, tw).with_rows(tuple(mine)))
    kunci, teks = held_key(tahun), json.dumps(waiting, sort_keys=True, ensure_ascii=False)
    unit.settings.put(kunci, teks)
    isi = {str(tw): [row.kode for row in mine] for tw, mine in rows.items()}
    trail.record(unit, actor, pada, trail.Kind.SETTING, kunci, isi={"triwulan": isi}, sidik=teks)


def held_key(tahun: int) -> str:
    """Key under which a year's waiting figures lie."""
    return f"impor.{tahun}"


def begin_draft(unit: Unit, case: Case, oleh: str, pada: datetime) -> None:
    """Let the Lembar Kerja of a berkas that was just ordered begin with what waits for it."""
    if case.triwulan is None or case.seksi is None or unit.drafts.get(case.id, drafts.BAHAN) is not None:
        return
    last_day = Triwulan(case.tahun, case.triwulan).last_day
    own = {i.kode for i in unit.planning.indikator_of(case.tahun, case.seksi, last_day)}
    rows = tuple(row for row in held(unit, case.tahun, case.triwulan).indikator if row.kode in own)
    if rows:
        put_draft(unit, case, rows, oleh, pada)


def draft_kind(case: Case) -> str | None:
    """Kind of the draft that a berkas takes figures into now; None where it takes none."""
    return None if case.langkah is None else _DRAFT_OF.get(case.langkah)


def waits(case: Case | None) -> bool:
    """True where a berkas has not come to anybody who fills figures in."""
    return case is None or case.langkah in (Langkah.TUGAS, Langkah.PERINTAH)


def content(unit: Unit, case: Case) -> Isi:
    """The newest content of a berkas: its draft where one is open, else what was handed in."""
    kind = draft_kind(case)
    draft = unit.drafts.get(case.id, kind) if kind else None
    return drafts.content(draft, snapshots.current_content(keadaan_of(unit, case)))


def put_draft(unit: Unit, case: Case, rows: Iterable[IsiIndikator], oleh: str, pada: datetime) -> None:
    """Write rows into the open draft of a berkas, over what stands there."""
    kind = draft_kind(case)
    assert kind is not None
    draft = unit.drafts.get(case.id, kind)
    fresh = snapshots.encode_isi(content(unit, case).with_rows(tuple(rows)))
    source = snapshots.last_with_content(keadaan_of(unit, case))
    plain = {"isi": fresh} | ({"dari": source.nomor} if kind == drafts.LAPORAN and source is not None else {})
    unit.drafts.put(case.id, kind, plain, drafts.version(draft), oleh, pada)
