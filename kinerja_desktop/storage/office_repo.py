"""What the office sets once: settings, tables of holidays, running numbers."""

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import Connection, select

from kinerja_desktop.domain.kalender import HariLibur, KalenderTahun
from kinerja_desktop.storage.kept import Keeping
from kinerja_desktop.storage.tables import hari_libur, kalender_tahun, numbers, settings
from kinerja_desktop.storage.writing import put_row, replace_rows


class SettingsRepo(Keeping[Mapping[str, str]]):
    """Texts by key; what they mean is declared in services."""

    def get(self, kunci: str) -> str | None:
        """One setting, or None where it was never set."""
        return self.all().get(kunci)

    def put(self, kunci: str, teks: str) -> None:
        """Set one."""
        put_row(self._connection, settings, {"kunci": kunci, "teks": teks})
        self._changed()

    def _read(self) -> Mapping[str, str]:
        rows = self._connection.execute(select(settings).order_by(settings.c.kunci))
        return MappingProxyType({row.kunci: row.teks for row in rows})


class CalendarRepo(Keeping[tuple[KalenderTahun, ...]]):
    """Tables of holidays, one per year, in order of the years."""

    def years(self) -> tuple[int, ...]:
        """Years that have a table, in order."""
        return tuple(table.tahun for table in self.all())

    def get(self, tahun: int) -> KalenderTahun | None:
        """The table of a year, or None."""
        return next((table for table in self.all() if table.tahun == tahun), None)

    def put(self, table: KalenderTahun) -> None:
        """Store a year's table in place of the one before."""
        names = ("ramadan_mulai", "ramadan_selesai", "dikonfirmasi", "sumber")
        put_row(self._connection, kalender_tahun, {"tahun": table.tahun, **{n: getattr(table, n) for n in names}})
        rows = ({"tanggal": d.tanggal, "uraian": d.uraian, "jenis": d.jenis} for d in table.hari_libur)
        replace_rows(self._connection, hari_libur, {"tahun": table.tahun}, rows)
        self._changed()

    def _read(self) -> tuple[KalenderTahun, ...]:
        shown = select(hari_libur.c.tahun, hari_libur.c.tanggal, hari_libur.c.uraian, hari_libur.c.jenis)
        days: dict[int, list[HariLibur]] = {}
        for row in self._connection.execute(shown.order_by(hari_libur.c.tahun, hari_libur.c.urutan)):
            days.setdefault(row.tahun, []).append(HariLibur(row.tanggal, row.uraian, row.jenis))
        years = self._connection.execute(select(kalender_tahun).order_by(kalender_tahun.c.tahun)).mappings()
        return tuple(KalenderTahun(**year, hari_libur=tuple(days.get(year["tahun"], ()))) for year in years)


class NumbersRepo:
    """Running numbers; one is never given twice, for it is taken in the unit that uses it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Mapping[str, int]:
        """The number given last, by key."""
        return {row.kunci: row.nilai for row in self._connection.execute(select(numbers).order_by(numbers.c.kunci))}

    def next(self, kunci: str) -> int:
        """The next number of this key ("klasifikasi/tahun"), from 1 on."""
        found = select(numbers.c.nilai).where(numbers.c.kunci == kunci)
        nilai = int(self._connection.execute(found).scalar_one_or_none() or 0) + 1
        put_row(self._connection, numbers, {"kunci": kunci, "nilai": nilai})
        return nilai
