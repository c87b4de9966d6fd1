"""How quarters make a year: which target meets which realisasi, for each kind of accumulation.

================  ==============================  ===============================  ====================
kind              T, R up to quarter q            T of the year                    R of the year
================  ==============================  ===============================  ====================
akumulasi         sums 1..q                       target_tahun, else sum of four   sum of the four
posisi_akhir      Tq, Rq                          target_tahun, else T4            R4
rata_rata         means 1..q                      target_tahun, else mean of four  mean of the four
tahunan           none before TW IV; then T4      target_tahun, else T4            R4
                  (else target_tahun), R4
================  ==============================  ===============================  ====================

Sums and means run over the quarters that are filled. A hole is a quarter ≤ q whose target is given and
whose realisasi is empty: the realisasi that are there then stand against all targets. The formulas
themselves are in ``rumus``. To add a kind: a member of ``Akumulasi`` and its line in ``_KINDS``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kinerja_desktop.domain.alasan import Alasan, Sebab
from kinerja_desktop.domain.aturan import Aturan
from kinerja_desktop.domain.indikator import Akumulasi, Four, Rumus, Target
from kinerja_desktop.domain.rumus import Besaran, Capaian, Cara, Kosong, besaran, measure

TAHUNAN = Alasan(Sebab.TAHUNAN)


@dataclass(frozen=True, slots=True)
class _Kind:
    """``cara`` joins the quarters 1..q; LANGSUNG means that only the quarter itself counts."""

    cara: Cara
    quarters: tuple[int, ...] = (1, 2, 3, 4)

    @property
    def joins(self) -> bool:
        return self.cara is not Cara.LANGSUNG


_KINDS: Mapping[Akumulasi, _Kind] = {
    Akumulasi.AKUMULASI: _Kind(Cara.JUMLAH),
    Akumulasi.POSISI_AKHIR: _Kind(Cara.LANGSUNG),
    Akumulasi.RATA_RATA: _Kind(Cara.RATA_RATA),
    Akumulasi.TAHUNAN: _Kind(Cara.LANGSUNG, quarters=(4,)),
}


def counts(kind: Akumulasi, tw: int) -> bool:
    """True where a figure of that quarter counts at all."""
    return tw in _KINDS[kind].quarters


@dataclass(frozen=True, slots=True)
class Deret:
    """One indikator's promise under one plan version and its realisasi, ready to be measured."""

    kind: Akumulasi
    rumus: Rumus
    target: Target
    realisasi: Four
    aturan: Aturan

    @property
    def joins(self) -> bool:
        """Whether quarters add up; where not, up to a quarter is that quarter alone."""
        return _KINDS[self.kind].joins

    def in_quarter(self, tw: int) -> Capaian:
        """Capaian of the quarter alone."""
        if not counts(self.kind, tw):
            return Capaian(self.rumus, alasan=TAHUNAN)
        kosong = Kosong(Alasan(Sebab.TANPA_TARGET, (tw,)), Alasan(Sebab.BELUM_ADA_DATA, (tw,)))
        return measure(self.rumus, self._target_of(tw), besaran(self.realisasi[tw - 1]), self.aturan, kosong)

    def up_to(self, tw: int) -> Capaian:
        """Capaian up to and with the quarter."""
        if not self.joins:
            return self.in_quarter(tw)
        kind = _KINDS[self.kind]
        kosong = Kosong(
            Alasan(Sebab.TANPA_TARGET_SAMPAI, (tw,)), Alasan(Sebab.BELUM_ADA_DATA_SAMPAI, (tw,)), self.holes(tw)
        )
        target, realisasi = _filled(self.target.triwulan, tw), _filled(self.realisasi, tw)
        return measure(self.rumus, Besaran(target, kind.cara), Besaran(realisasi, kind.cara), self.aturan, kosong)

    def of_year(self) -> Capaian:
        """Capaian of the year."""
        kind = _KINDS[self.kind]
        if kind.joins:
            realisasi = Besaran(_filled(self.realisasi, 4), kind.cara)
            kosong = Kosong(lubang=self.holes(4))
        else:
            realisasi = besaran(self.realisasi[3])
            kosong = Kosong(tanpa_realisasi=Alasan(Sebab.BELUM_ADA_DATA, (4,)))
        return measure(self.rumus, self._target_of_year(), realisasi, self.aturan, kosong)

    def holes(self, tw: int) -> tuple[int, ...]:
        """Quarters up to ``tw`` that promise a figure and have none."""
        pairs = zip(self.target.triwulan[:tw], self.realisasi[:tw], strict=True)
        return tuple(q for q, (t, r) in enumerate(pairs, 1) if t is not None and r is None)

    def _target_of(self, tw: int) -> Besaran:
        target = self.target.triwulan[tw - 1]
        if target is None and self.kind is Akumulasi.TAHUNAN:
            target = self.target.tahun
        return besaran(target)

    def _target_of_year(self) -> Besaran:
        kind = _KINDS[self.kind]
        if self.target.tahun is not None:
            return besaran(self.target.tahun)
        return Besaran(_filled(self.target.triwulan, 4), kind.cara) if kind.joins else besaran(self.target.triwulan[3])


def _filled(four: Four, tw: int) -> tuple[Decimal, ...]:
    return tuple(figure for figure in four[:tw] if figure is not None)
