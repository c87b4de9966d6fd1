"""Where a figure comes from: the lines that answer "Dari mana angka ini?", for every measured figure.

Each line can be typed into a hand calculator. Nothing is measured here. To add a formula: its pattern in
``_PATTERNS``.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from kinerja_desktop.domain.aturan import Aturan
from kinerja_desktop.domain.capaian import HasilIndikator, RataRata
from kinerja_desktop.domain.indikator import Rumus
from kinerja_desktop.domain.numerals import MINUS, format_angka, format_persen
from kinerja_desktop.domain.rumus import Besaran, Capaian, Cara
from kinerja_desktop.domain.serapan import Serapan

_PATTERNS: Mapping[Rumus, str] = {
    Rumus.P1: "{r} ÷ {t} × 100",
    Rumus.N1: f"(2 × {{t}} {MINUS} {{r}}) ÷ {{t}} × 100",
    Rumus.N2: "{t} ÷ {r} × 100",
}
GENERAL: Mapping[Rumus, str] = {
    Rumus.P1: "realisasi ÷ target × 100",
    Rumus.N1: f"(2 × target {MINUS} realisasi) ÷ target × 100",
    Rumus.N2: "target ÷ realisasi × 100",
}
"""The formulas in words, for notes below tables and definitions."""


def formula(capaian: Capaian) -> str:
    """One line: "812 ÷ 500 × 100 = 162,40%", or why there is no figure: "Capaian kosong: target nol."."""
    if capaian.nilai is None:
        return f"Capaian kosong: {capaian.alasan}."
    if capaian.nol_ditetapkan or capaian.asal_target.exact == 0:
        return f"{_zero(capaian)} = {format_persen(capaian.nilai)} (ketentuan untuk nilai nol)"
    target, realisasi = capaian.asal_target, capaian.asal_realisasi
    left = _PATTERNS[capaian.rumus].format(t=_written(target), r=_written(realisasi))
    line = f"{left} = {format_persen(_raw(capaian))}"
    return line if capaian.mentah == capaian.nilai else f"{line}, dicatat {format_persen(capaian.nilai)}"


def _raw(capaian: Capaian) -> Decimal:
    assert capaian.mentah is not None  # a figure with nilai always has it
    return capaian.mentah


def _zero(capaian: Capaian) -> str:
    return f"Target {_written(capaian.asal_target)}, realisasi {_written(capaian.asal_realisasi)}"


def _written(figure: Besaran) -> str:
    return "–" if figure.nilai is None else format_angka(figure.nilai)


def trace(capaian: Capaian) -> tuple[str, ...]:
    """All lines of one figure: how target and realisasi were joined, the formula, what is missing."""
    joined = (_joined("Target", capaian.asal_target), _joined("Realisasi", capaian.asal_realisasi))
    missing = () if capaian.lengkap or capaian.nilai is None else (f"Nilai sementara, {capaian.alasan}.",)
    return (*(line for line in joined if line), formula(capaian), *missing)


def _joined(name: str, figure: Besaran) -> str | None:
    if figure.cara is Cara.LANGSUNG or len(figure.bagian) < 2:
        return None
    parts = " + ".join(map(format_angka, figure.bagian))
    left = f"({parts}) ÷ {len(figure.bagian)}" if figure.cara is Cara.RATA_RATA else parts
    return f"{name}: {left} = {_written(figure)}"


def trace_quarter(hasil: HasilIndikator, tw: int) -> tuple[str, ...]:
    """Lines of a quarter alone and, where it is another figure, up to and with it ("s.d. TW 2: …")."""
    quarter = hasil.triwulan[tw - 1]
    own = trace(quarter.sendiri)
    return own if quarter.sd == quarter.sendiri else (*own, *(f"s.d. TW {tw}: {line}" for line in trace(quarter.sd)))


def trace_serapan(serapan: Serapan) -> str:
    """One line: "95.000 ÷ 100.000 × 100 = 95,00%", or why there is none."""
    if serapan.nilai is None or serapan.pagu is None or serapan.realisasi is None:
        return f"Serapan kosong: {serapan.alasan}."
    return f"{format_angka(serapan.realisasi)} ÷ {format_angka(serapan.pagu)} × 100 = {format_persen(serapan.nilai)}"


def trace_mean(mean: RataRata) -> str:
    """One line: "Rata-rata 4 dari 8 indikator = 96,45%", or why there is none."""
    if mean.nilai is None:
        return f"Rata-rata kosong: {mean.alasan}."
    return f"Rata-rata {mean.bernilai} dari {mean.jumlah} indikator = {format_persen(mean.nilai)}"


_MOST_PARTS = 12
"""A sum of more figures than this is told by its count alone."""


def trace_parts(mean: RataRata, capaian: Iterable[Capaian], aturan: Aturan) -> tuple[str, ...]:
    """Lines of a mean: how many entered it, the sum itself where it is short, the cap where the office has one."""
    parts = [aturan.dibatasi(c.nilai) for c in capaian if c.lengkap and c.nilai is not None]
    if mean.nilai is None or len(parts) < 2:
        return (trace_mean(mean),)
    summed = f"({' + '.join(format_angka(part, 2) for part in parts)}) ÷ {len(parts)} = {format_persen(mean.nilai)}"
    capped = () if aturan.batas_atas is None else (_cap(aturan.batas_atas),)
    return (trace_mean(mean), *((summed,) if len(parts) <= _MOST_PARTS else ()), *capped)


def _cap(batas: Decimal) -> str:
    return f"Capaian di atas {format_angka(batas)}% dihitung {format_angka(batas)}% dalam rata-rata."
