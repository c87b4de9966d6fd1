"""The words of a report that may be edited, each with the key under which the edited ones are kept.

A chapter is kept under the name that its builder gives it. Sasaran have no kode of their own: an analysis is kept
under the kode of an indikator of its sasaran, so that it survives another wording, another order and another
numeral. One more analysis: a line in ``ANALISIS``, named as the field of ``AnalisisSasaran`` that prints it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from kinerja_desktop.domain.indikator import Tingkat
from kinerja_desktop.domain.isi_laporan import Bab, IsiLaporan
from kinerja_desktop.domain.laporan import AnalisisSasaran
from kinerja_desktop.services.compose.tables import Kelompok

ANALISIS: Mapping[str, str] = {
    "pengantar": "Pengantar",
    "target_realisasi": "1. Target dan realisasi",
    "teks_tren": "2. Tahun-tahun sebelumnya",
    "teks_renstra": "3. Target akhir Renstra",
    "teks_pembanding": "4. Standar nasional atau daerah lain",
    "penyebab": "5. Penyebab, kendala, dan upaya",
    "teks_efisiensi": "6. Efisiensi",
    "teks_program": "7. Program pendukung",
}
"""The texts of one sasaran in their order, with the names that lists give them."""

_PENJELASAN = frozenset({"ikhtisar", "capaian", "hasil", "anggaran", "analisis", "kesimpulan"}) | (
    ANALISIS.keys() - {"pengantar", "teks_program"}
)
"""What must tell a cause, an effort or a comparison, unless it only states or leads to figures."""

TIDAK_DICETAK = "Tidak dicetak"


@dataclass(frozen=True, slots=True)
class Dianalisis:
    """One sasaran (or one level told in short) as the figures tell it. ``jangkar``: under which its words may stand."""

    jangkar: tuple[str, ...]
    analisis: AnalisisSasaran

    def key(self, bagian: str, isi: IsiLaporan) -> str:
        """Where one of its texts is kept: by whichever indikator it was edited under, else by the first."""
        keys = [f"{anchor}/{bagian}" for anchor in self.jangkar]
        return next((key for key in keys if key in dict(isi.paragraf)), keys[0])


def anchors_of(kelompok: Kelompok) -> tuple[str, ...]:
    """Under which the analyses of a sasaran may be kept: each of its indikator, in the order of the plan."""
    return tuple(f"analisis/{h.indikator.kode}" for _, h in kelompok.hasil)


def anchor_of_level(tingkat: Tingkat) -> tuple[str, ...]:
    """Under which a level told in short is kept."""
    return (f"tingkat/{tingkat.value}",)


def chapters(judul: Mapping[str, str], dibuat: Mapping[str, tuple[str, ...]]) -> tuple[Bab, ...]:
    """The chapters of a report, in the order of their titles."""
    return tuple(Bab(key, title, dibuat[key], menjelaskan=key in _PENJELASAN) for key, title in judul.items())


def analysis_chapters(made: Iterable[Dianalisis], isi: IsiLaporan) -> tuple[Bab, ...]:
    """The texts of every sasaran; a level told in short has its opening alone."""
    return tuple(
        Bab(one.key(bagian, isi), judul, getattr(one.analisis, bagian), one.analisis.judul, bagian in _PENJELASAN)
        for one in made
        for bagian, judul in ANALISIS.items()
        if bagian == "pengantar" or not one.analisis.ringkas
    )


def in_words_of(isi: IsiLaporan, made: Iterable[Dianalisis]) -> tuple[AnalisisSasaran, ...]:
    """The analyses as they are printed: edited words in the place of the made ones, the tables as they are."""
    return tuple(_worded(one, isi) for one in made)


def _worded(one: Dianalisis, isi: IsiLaporan) -> AnalisisSasaran:
    texts: dict[str, Any] = {bagian: isi.of(one.key(bagian, isi), getattr(one.analisis, bagian)) for bagian in ANALISIS}
    return replace(one.analisis, **texts)


def without_place(isi: IsiLaporan, printed: Sequence[Bab]) -> tuple[Bab, ...]:
    """Edited words whose sasaran or level the plan has no more."""
    known = {bab.kunci for bab in printed}
    return tuple(
        Bab(key, name_of(key), (), TIDAK_DICETAK, dicetak=False) for key, _ in isi.paragraf if key not in known
    )


def name_of(key: str, judul: Mapping[str, str] = MappingProxyType({})) -> str:
    """A key in words, by the titles of its report: "3. Target akhir Renstra (indikator 2.1)"."""
    anchor, _, bagian = key.rpartition("/")
    where, _, kode = anchor.partition("/")
    named = ANALISIS.get(bagian) or judul.get(bagian, bagian)
    return f"{named} ({'indikator ' if where == 'analisis' else ''}{kode.replace('_', ' ')})" if kode else named
