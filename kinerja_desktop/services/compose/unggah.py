"""What goes into each field of the kabupaten's web form, word for word as it is to be pasted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from kinerja_desktop.domain.indikator import Indikator
from kinerja_desktop.domain.laporan import Angka, BarisCapaian, TabelCapaian
from kinerja_desktop.domain.numerals import bulatkan
from kinerja_desktop.domain.rumus import DESIMAL_CAPAIAN
from kinerja_desktop.domain.serapan import Serapan, measure_anggaran
from kinerja_desktop.domain.unggah import KANTOR, SETIAP, SETIAP_IKU, Ambil, Formulir, Isian, Masa
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.tables import quarter_table, year_table


@dataclass(frozen=True, slots=True)
class Terisi:
    """One field with its value; ``kode`` and ``nama`` are those of its indikator, empty for the office.

    ``lengkap``: False where an earlier triwulan has no realisasi, which reports print grey with a footnote.
    """

    isian: Isian
    kode: str
    nama: str
    nilai: str
    lengkap: bool = True

    @property
    def kunci(self) -> str:
        """Names the field for its tick: the same however the form is ordered."""
        return f"{self.kode}|{self.isian.ambil.name}|{self.isian.label}"


def filled_form(bahan: Bahan, masa: Masa, formulir: Formulir) -> tuple[Terisi, ...]:
    """Every field in the form's order, with what was approved so far; nothing stands where there is no figure."""
    values = _Values(bahan, masa, formulir)
    return tuple(values.fill(isian, indikator) for isian, indikator in _asked(bahan, formulir))


def _asked(bahan: Bahan, formulir: Formulir) -> Iterator[tuple[Isian, Indikator | None]]:
    """Lines with the indikator that they are asked for; those for every one are asked indikator by indikator."""
    plan = bahan.rencana.indikator
    by_code = {i.kode: i for i in plan}
    for of, lines in groupby(formulir.isian, key=lambda isian: isian.indikator):
        together = tuple(lines)
        if of in (SETIAP, SETIAP_IKU):
            yield from ((line, i) for i in plan if of == SETIAP or i.iku for line in together)
        elif of == KANTOR:
            yield from ((line, None) for line in together)
        elif of in by_code:
            yield from ((line, by_code[of]) for line in together)


class _Values:
    """Reads the tables of the reports, so that no field can say anything else than the paper beside it."""

    def __init__(self, bahan: Bahan, masa: Masa, formulir: Formulir) -> None:
        self._bahan, self._masa, self._titik = bahan, masa, formulir.titik
        self._table: TabelCapaian = year_table(bahan) if masa.nomor is None else quarter_table(bahan)
        self._rows: Mapping[str, BarisCapaian] = {b.kode: b for k in self._table.kelompok for b in k.baris}

    def fill(self, isian: Isian, indikator: Indikator | None) -> Terisi:
        """One field."""
        if indikator is None:
            return Terisi(isian, "", "", self._of_office(isian.ambil))
        figure = self._figures(indikator).get(isian.ambil)
        nilai = self._figure(figure) if figure else self._of_indikator(isian.ambil, indikator)
        whole = figure is None or not nilai or figure.lengkap
        return Terisi(isian, indikator.kode, indikator.nama, nilai, whole)

    def _figures(self, i: Indikator) -> Mapping[Ambil, Angka]:
        row = self._rows[i.kode]
        return {
            Ambil.TARGET_TAHUN: row.target_tahun,
            Ambil.TARGET: row.target,
            Ambil.REALISASI: row.realisasi,
            Ambil.CAPAIAN: row.capaian,
            Ambil.TARGET_SD: row.target_sd,
            Ambil.REALISASI_SD: row.realisasi_sd,
            Ambil.CAPAIAN_SD: row.capaian_sd,
        }

    def _of_indikator(self, ambil: Ambil, i: Indikator) -> str:
        row, said = self._rows[i.kode], self._bahan.kata(i.kode, self._masa.nomor or 4)
        words = {
            Ambil.KODE: i.kode,
            Ambil.NAMA: i.nama,
            Ambil.SASARAN: i.sasaran or "",
            Ambil.SATUAN: i.satuan or "",
            Ambil.KATEGORI: _present(row.kategori),
            Ambil.FAKTOR_PENDUKUNG: said.faktor_pendukung,
            Ambil.FAKTOR_PENGHAMBAT: said.faktor_penghambat,
            Ambil.TINDAK_LANJUT: said.tindak_lanjut,
        }
        return words[ambil].strip() if ambil in words else self._money(ambil, self._spent(i.kode))

    def _of_office(self, ambil: Ambil) -> str:
        if ambil in (Ambil.CAPAIAN, Ambil.CAPAIAN_SD):
            return self._figure(self._table.rata_rata)
        if ambil is Ambil.KATEGORI:
            return _present(self._table.kategori)
        return self._money(ambil, self._spent(None))

    def _spent(self, kode: str | None) -> Serapan:
        """Money up to the end of the period: of all lines, or of those that support an indikator."""
        lines = [b for b in self._bahan.anggaran if kode is None or kode in b.indikator]
        return measure_anggaran(lines, self._masa.nomor or 4).jumlah

    def _money(self, ambil: Ambil, s: Serapan) -> str:
        if ambil is Ambil.SERAPAN:
            return self._number(s.nilai, DESIMAL_CAPAIAN)
        found = {Ambil.PAGU: s.pagu, Ambil.BELANJA: s.realisasi}.get(ambil)
        return self._number(found, None)

    def _figure(self, angka: Angka) -> str:
        return angka.teks or self._number(angka.nilai, angka.desimal)

    def _number(self, nilai: Decimal | None, desimal: int | None) -> str:
        """Without signs between thousands, which web forms refuse or misread."""
        if nilai is None:
            return ""
        text = f"{nilai if desimal is None else bulatkan(nilai, desimal):f}"
        return text if self._titik else text.replace(".", ",")


def _present(word: str) -> str:
    return "" if word == "-" else word
