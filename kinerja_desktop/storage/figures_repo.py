"""The content in force of each case, row by row, for grids, lists and search."""

from dataclasses import fields

from sqlalchemy import Connection, Select, and_, select

from kinerja_desktop.domain.realisasi import Isi, IsiIndikator
from kinerja_desktop.domain.workflow import DECIDED, Jenis
from kinerja_desktop.storage.records import Figure
from kinerja_desktop.storage.tables import cases, isi, isi_indikator
from kinerja_desktop.storage.writing import put_row, replace_rows

_ROW = tuple(f.name for f in fields(IsiIndikator))
_DECIDED = sorted(DECIDED, key=lambda s: s.name)


class FiguresRepo:
    """Projection of the last content that the acts of a case handed on."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, case_id: str, content: Isi) -> None:
        """Store the content in force."""
        head = {"catatan": content.catatan, "uraian": content.uraian, "perbaikan": content.perbaikan}
        put_row(self._connection, isi, {"case_id": case_id, **head})
        rows = ({name: getattr(row, name) for name in _ROW} for row in content.indikator)
        replace_rows(self._connection, isi_indikator, {"case_id": case_id}, rows)

    def of(self, case_id: str) -> Isi | None:
        """The content in force, or None where nothing was stored."""
        head = self._connection.execute(select(isi).where(isi.c.case_id == case_id)).one_or_none()
        if head is None:
            return None
        listed = select(*(isi_indikator.c[name] for name in _ROW)).where(isi_indikator.c.case_id == case_id)
        rows = self._connection.execute(listed.order_by(isi_indikator.c.urutan)).mappings()
        return Isi(tuple(IsiIndikator(**row) for row in rows), head.catatan, head.uraian, head.perbaikan)

    def measured(self, tahun: int | None = None) -> tuple[tuple[int, str], ...]:
        """Year and kode of every indikator that any berkas has content for, of one year or of all."""
        joined = cases.join(isi_indikator, isi_indikator.c.case_id == cases.c.id)
        found = select(cases.c.tahun, isi_indikator.c.kode).select_from(joined).distinct()
        if tahun is not None:
            found = found.where(cases.c.tahun == tahun)
        ordered = found.order_by(cases.c.tahun, isi_indikator.c.kode)
        return tuple((row.tahun, row.kode) for row in self._connection.execute(ordered))

    def approved(self, tahun: int, triwulan_sd: int = 4, seksi: str | None = None) -> tuple[Figure, ...]:
        """Figures of decided berkas of a year up to and with a quarter, by quarter, seksi and order of the grid."""
        query = _decided().where(cases.c.tahun == tahun, cases.c.triwulan <= triwulan_sd)
        if seksi is not None:
            query = query.where(cases.c.seksi == seksi)
        ordered = query.order_by(cases.c.triwulan, cases.c.seksi, isi_indikator.c.urutan)
        return tuple(Figure(**row) for row in self._connection.execute(ordered).mappings())


def _decided() -> Select[tuple[object, ...]]:
    joined = cases.join(isi_indikator, isi_indikator.c.case_id == cases.c.id)
    shown = (
        cases.c.id.label("case_id"),
        *(cases.c[name] for name in ("tahun", "triwulan", "seksi")),
        *(isi_indikator.c[name] for name in ("kode", "realisasi", "alasan_kosong")),
    )
    return select(*shown).select_from(joined).where(and_(cases.c.jenis == Jenis.BERKAS, cases.c.status.in_(_DECIDED)))
