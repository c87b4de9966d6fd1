"""Plans by year: indikator, targets and their versions, scales, earlier years, budget, names for sentences.

A year is written whole. ``versi`` counts how often any part of it was written.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, func, select

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.errors import StaleWrite
from kinerja_desktop.domain.indikator import (
    Four,
    Indikator,
    NilaiSkala,
    Rencana,
    Riwayat,
    Sasaran,
    Target,
    VersiRencana,
)
from kinerja_desktop.storage.tables import (
    anggaran,
    indikator,
    rencana,
    riwayat,
    sasaran,
    sebutan,
    skala,
    target_versi,
    versi_rencana,
)
from kinerja_desktop.storage.writing import put_row, replace_rows

_INDIKATOR = tuple(f.name for f in fields(Indikator) if f.name not in ("target", "aksi"))
_ANGGARAN = tuple(f.name for f in fields(BarisAnggaran) if f.name != "realisasi")
_SKALA = tuple(f.name for f in fields(NilaiSkala))
_SASARAN = tuple(f.name for f in fields(Sasaran))
_RIWAYAT = tuple(f.name for f in fields(Riwayat))
_TARGET = tuple(f"target_tw{n}" for n in range(1, 5))
_REALISASI = tuple(f"realisasi_tw{n}" for n in range(1, 5))
_AKSI = tuple(f"aksi_tw{n}" for n in range(1, 5))


class PlanningRepo:
    """Everything promised for a year."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._plans: dict[int, Rencana] = {}
        """Plans read in this unit; one is asked for several times, and so is who answers for something in it."""
        self._seksi: dict[int, Sequence[tuple[str, date | None]]] = {}

    # reading

    def years(self) -> tuple[int, ...]:
        """Years that have a plan, in order."""
        return tuple(self._connection.execute(select(rencana.c.tahun).order_by(rencana.c.tahun)).scalars())

    def versi(self, tahun: int) -> int:
        """How often this year's plan was written: what the next write names as seen. 0 without a plan."""
        found = select(rencana.c.versi).where(rencana.c.tahun == tahun)
        return int(self._connection.execute(found).scalar_one_or_none() or 0)

    def rencana(self, tahun: int) -> Rencana | None:
        """The plan of a year, or None."""
        if tahun not in self._plans and self.versi(tahun) > 0:
            self._plans[tahun] = self._read(tahun)
        return self._plans.get(tahun)

    def written_of(self) -> tuple[tuple[int, str, str, str], ...]:
        """Year, kode, nama and sasaran of every indikator of all years, the newest year first; for looking it up."""
        shown = select(indikator.c.tahun, indikator.c.kode, indikator.c.nama, func.coalesce(indikator.c.sasaran, ""))
        found = self._connection.execute(shown.order_by(indikator.c.tahun.desc(), indikator.c.urutan))
        return tuple(tuple(row) for row in found)

    def kode_before(self, tahun: int) -> frozenset[str]:
        """Kode of every indikator that a plan of an earlier year has; nothing else of those plans is read."""
        earlier = select(indikator.c.kode).where(indikator.c.tahun < tahun).distinct()
        return frozenset(self._connection.execute(earlier).scalars())

    def indikator_of(self, tahun: int, seksi: str, tanggal: date) -> tuple[Indikator, ...]:
        """Indikator in use on a day that a seksi answers for, in the order of the plan."""
        return tuple(i for i in self._indikator(tahun, seksi=seksi) if i.dipakai(tanggal))

    def seksi_of(self, tahun: int, tanggal: date) -> frozenset[str]:
        """Kode of the seksi that answer for at least one indikator in use on a day of that year."""
        if tahun not in self._seksi:
            closed = indikator.c.tidak_dipakai_sejak
            some = select(indikator.c.seksi, closed).where(indikator.c.tahun == tahun, indikator.c.seksi.is_not(None))
            self._seksi[tahun] = self._connection.execute(some.distinct()).all()
        return frozenset(seksi for seksi, closed in self._seksi[tahun] if closed is None or tanggal < closed)

    def anggaran(self, tahun: int) -> tuple[BarisAnggaran, ...]:
        """Budget lines of a year in their order; none without a budget."""
        rows = self._of(anggaran, tahun=tahun)
        return tuple(BarisAnggaran(**_picked(row, _ANGGARAN), realisasi=_four(row, _REALISASI)) for row in rows)

    def sebutan(self, tahun: int) -> Mapping[str, str]:
        """How sentences name an indikator, by kode; only those that differ from its nama."""
        return {row["kode"]: row["teks"] for row in self._of(sebutan, by="kode", tahun=tahun)}

    # writing

    def put_rencana(self, plan: Rencana, seen: int | None = None) -> int:
        """Store a year's plan in place of the one before; returns its new versi. Raises StaleWrite."""
        versi = self._next(plan.tahun, seen)
        owner = {"tahun": plan.tahun}
        self._replace(indikator, owner, map(_indikator_row, plan.indikator))
        self._replace(versi_rencana, owner, map(_taking("versi", "berlaku_mulai"), plan.versi))
        self._replace(target_versi, owner, _version_rows(plan.versi))
        self._replace(skala, owner, map(_taking(*_SKALA), plan.skala))
        self._replace(sasaran, owner, map(_taking(*_SASARAN), plan.sasaran))
        self._replace(riwayat, {"rencana_tahun": plan.tahun}, map(_taking(*_RIWAYAT), plan.riwayat))
        return versi

    def put_anggaran(self, tahun: int, lines: Iterable[BarisAnggaran], seen: int | None = None) -> int:
        """Store a year's budget in place of the one before; returns the plan's new versi. Raises StaleWrite."""
        versi = self._next(tahun, seen)
        rows = ({**_of_line(line), **dict(zip(_REALISASI, line.realisasi, strict=True))} for line in lines)
        self._replace(anggaran, {"tahun": tahun}, rows)
        return versi

    def put_sebutan(self, tahun: int, teks: Mapping[str, str], seen: int | None = None) -> int:
        """Store how sentences name the indikator of a year; returns the plan's new versi. Raises StaleWrite."""
        versi = self._next(tahun, seen)
        self._replace(sebutan, {"tahun": tahun}, ({"kode": kode, "teks": t} for kode, t in teks.items()))
        return versi

    # parts

    def _read(self, tahun: int) -> Rencana:
        return Rencana(
            tahun,
            self._indikator(tahun),
            self._versions(tahun),
            tuple(NilaiSkala(*row) for row in self._tuples(skala, _SKALA, tahun=tahun)),
            tuple(Riwayat(*row) for row in self._tuples(riwayat, _RIWAYAT, rencana_tahun=tahun)),
            tuple(Sasaran(*row) for row in self._tuples(sasaran, _SASARAN, tahun=tahun)),
        )

    def _next(self, tahun: int, seen: int | None) -> int:
        self._plans.pop(tahun, None)
        self._seksi.clear()
        current = self.versi(tahun)
        if seen is not None and seen != current:
            raise StaleWrite(f"Rencana {tahun}", seen, current)
        put_row(self._connection, rencana, {"tahun": tahun, "versi": current + 1})
        return current + 1

    def _replace(self, table: Table, owner: Mapping[str, int], rows: Iterable[Mapping[str, Any]]) -> None:
        replace_rows(self._connection, table, owner, rows)

    def _of(self, table: Table, by: str = "urutan", **same: object) -> Iterable[RowMapping]:
        wanted = (table.c[name] == value for name, value in same.items())
        return self._connection.execute(select(table).where(*wanted).order_by(table.c[by])).mappings()

    def _tuples(self, table: Table, names: Iterable[str], **same: object) -> Iterable[Sequence[Any]]:
        """Rows as plain values in the order of their dataclass: of these there are many."""
        wanted = (table.c[name] == value for name, value in same.items())
        columns = (table.c[name] for name in names)
        return self._connection.execute(select(*columns).where(*wanted).order_by(table.c.urutan))

    def _indikator(self, tahun: int, **same: str) -> tuple[Indikator, ...]:
        names = (*_INDIKATOR, "target_tahun", *_TARGET, *_AKSI)
        return tuple(_indikator_in(*row) for row in self._tuples(indikator, names, tahun=tahun, **same))

    def _versions(self, tahun: int) -> tuple[VersiRencana, ...]:
        targets: dict[int, list[tuple[str, Target]]] = {}
        for row in self._of(target_versi, tahun=tahun):
            targets.setdefault(row["versi_ke"], []).append((row["kode"], _target_in(row)))
        rows = self._of(versi_rencana, tahun=tahun)
        return tuple(VersiRencana(r["versi"], r["berlaku_mulai"], tuple(targets.get(r["urutan"], ()))) for r in rows)


def _picked(row: RowMapping, names: Iterable[str]) -> dict[str, Any]:
    return {name: row[name] for name in names}


def _taking(*names: str) -> Callable[[object], dict[str, Any]]:
    """What makes a row of a thing with these fields: of things there are many."""
    values: Callable[[object], tuple[Any, ...]] = attrgetter(*names)
    return lambda thing: dict(zip(names, values(thing), strict=True))


_of_card, _of_line = _taking(*_INDIKATOR), _taking(*_ANGGARAN)


def _four(row: RowMapping, names: tuple[str, ...]) -> Four:
    one, two, three, four = (row[name] for name in names)
    return (one, two, three, four)


def _indikator_row(i: Indikator) -> dict[str, Any]:
    return {**_of_card(i), **_target(i.target), **dict(zip(_AKSI, i.aksi, strict=True))}


def _indikator_in(*row: Any) -> Indikator:
    *plain, tahun, t1, t2, t3, t4, a1, a2, a3, a4 = row
    own = dict(zip(_INDIKATOR, plain, strict=True))
    return Indikator(**own, target=Target(tahun, (t1, t2, t3, t4)), aksi=(a1, a2, a3, a4))


def _target(target: Target) -> dict[str, Any]:
    return {"target_tahun": target.tahun, **dict(zip(_TARGET, target.triwulan, strict=True))}


def _target_in(row: RowMapping) -> Target:
    return Target(row["target_tahun"], _four(row, _TARGET))


def _version_rows(versi: Iterable[VersiRencana]) -> Iterable[Mapping[str, Any]]:
    for n, version in enumerate(versi):
        for kode, target in version.target:
            yield {"versi_ke": n, "kode": kode, **_target(target)}
