"""What an analyst of a practice year writes into a row: figures and words of the workbook, plausible ones beside.

A figure that the workbook lacks gets a reason, one that the sheet warns of gets a confirmation.
"""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from kinerja_desktop.domain.baris import BarisLembar
from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.buku import BukuKinerja, TeksTriwulan
from kinerja_desktop.domain.indikator import Akumulasi
from kinerja_desktop.domain.lembar import evaluate, with_quotient
from kinerja_desktop.domain.realisasi import IsiIndikator, RealisasiTahun
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import practice_words as words


@dataclass(slots=True)
class Filler:
    """Fills the rows of one seksi in one triwulan; with ``slip`` the first figure is mistyped by one."""

    buku: BukuKinerja
    triwulan: Triwulan
    place: int
    slip: bool = False
    row_number: int = field(default=0)

    def row(self, baris: BarisLembar, before: IsiIndikator) -> IsiIndikator:
        """The whole content of a row, over what stood there."""
        self.row_number += 1
        isi = self._counted(baris, self._worded(baris, before))
        if isi.realisasi is None and baris.wajib:
            return replace(isi, alasan_kosong=self._pick(words.ALASAN_KOSONG))
        if evaluate(baris, isi).peringatan:
            isi = replace(isi, alasan_peringatan=self._pick(words.ALASAN_PERINGATAN))
        return isi

    def _counted(self, baris: BarisLembar, isi: IsiIndikator) -> IsiIndikator:
        """With the figure of the workbook, or the raw ones where it has those; the first one typed may be off."""
        said = RealisasiTahun(baris.kode)
        if not baris.terkunci:
            said = next((r for r in self.buku.realisasi if r.kode == baris.kode), said)
        nilai, pembilang, penyebut = (
            four[self.triwulan.nomor - 1] for four in (said.triwulan, said.pembilang, said.penyebut)
        )
        isi = replace(isi, realisasi=nilai, diketik=None, pembilang=None, penyebut=None)
        if pembilang is None or baris.indikator.komponen is None:
            return replace(isi, realisasi=self._typed(nilai))
        return with_quotient(baris, replace(isi, pembilang=self._typed(pembilang), penyebut=penyebut))

    def _typed(self, nilai: Decimal | None) -> Decimal | None:
        if nilai is None or not self.slip:
            return nilai
        self.slip = False
        return nilai + 1

    def _worded(self, baris: BarisLembar, before: IsiIndikator) -> IsiIndikator:
        if baris.terkunci:
            return before
        said = self._said(baris.kode)
        bukti = f"Rekap register {self.triwulan.singkat}: {baris.indikator.nama}"
        proven = (Bukti(bukti[:_MAKS_BUKTI], self.triwulan.last_day),) if baris.indikator.bukti_wajib else ()
        return replace(
            before,
            alasan_kosong=None,
            alasan_peringatan=None,
            faktor_pendukung=said.faktor_pendukung or self._pick(words.PENDUKUNG),
            faktor_penghambat=said.faktor_penghambat or self._pick(words.PENGHAMBAT),
            tindak_lanjut=said.tindak_lanjut or self._pick(words.TINDAK_LANJUT),
            tindak_lanjut_lalu=self._pick(words.TINDAK_LANJUT_LALU) if self._was_answered(baris) else "",
            bukti=before.bukti or proven,
        )

    def _was_answered(self, baris: BarisLembar) -> bool:
        """Whether the triwulan before had a follow-up: what is measured once a year had no row to write it in."""
        return self.triwulan.nomor > 1 and baris.indikator.akumulasi is not Akumulasi.TAHUNAN

    def _said(self, kode: str) -> TeksTriwulan:
        tw = self.triwulan.nomor
        return next((t for t in self.buku.teks if (t.kode, t.triwulan) == (kode, tw)), TeksTriwulan(kode, tw))

    def _pick(self, choices: tuple[str, ...]) -> str:
        said = words.pick(choices, self.row_number, self.place, self.triwulan.nomor)
        return words.local(said, self.buku.instansi)


_MAKS_BUKTI = 200
