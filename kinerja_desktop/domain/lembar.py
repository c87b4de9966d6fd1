"""Lembar Kerja: one row per indikator, and what a typed figure makes of it.

Pure, so that the grid redraws while somebody types without asking the database: ``ketik`` turns a typed
text into content, ``evaluate`` turns row and content into a ``Sel``. What is stored is ``realisasi``;
measuring is ``akumulasi``. Warnings are ``teliti``. To add a state: its line in ``_state``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kinerja_desktop.domain.baris import BarisLembar
from kinerja_desktop.domain.errors import AngkaSalah
from kinerja_desktop.domain.jejak import formula, trace
from kinerja_desktop.domain.komponen import MEDAN, line_of, quotient
from kinerja_desktop.domain.numerals import AngkaTerbaca, angka_kata, format_angka, read_angka, roman
from kinerja_desktop.domain.realisasi import MAKS_TEKS, MIN_ALASAN, Catatan, IsiIndikator, panjang_alasan
from kinerja_desktop.domain.rumus import Capaian
from kinerja_desktop.domain.satuan import read_value
from kinerja_desktop.domain.sel import CellState, JenisPesan, Pesan
from kinerja_desktop.domain.teliti import look_at

REALISASI = "realisasi"
_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class SelKomponen:
    """A raw figure as it stands: its cell's state and text, why a text is no figure, the echo of an ambiguous one."""

    state: CellState
    teks: str
    galat: AngkaSalah | None = None
    dibaca: str = ""


@dataclass(frozen=True, slots=True)
class Sel:
    """A row's figure as it stands: state, texts of all computed cells, sentences.

    Texts are final for the screen ("162,40", "n/a", "–"). ``rumus`` answers "Dari mana angka ini?".
    ``galat`` is why a text is no figure (its sentence through ``messages``); ``dibaca`` the echo of a text
    that could be read two ways. ``belum_diisi``, ``tanpa_bukti`` and ``catatan_terbuka`` keep the sheet from being
    handed in; ``peringatan`` (without a reason) does not, whoever checks sees it.
    """

    state: CellState
    teks: str
    target: str
    capaian: str
    sd: str
    kategori: str
    sendiri: Capaian
    sampai: Capaian
    rumus: tuple[str, ...] = ()
    pesan: tuple[Pesan, ...] = ()
    galat: AngkaSalah | None = None
    dibaca: str = ""
    belum_diisi: bool = False
    peringatan: bool = False
    tanpa_bukti: bool = False
    catatan_terbuka: int = 0
    komponen: tuple[SelKomponen, ...] = ()
    """Pembilang and penyebut where the plan asks for them; the realisasi is then computed and takes no text."""


@dataclass(frozen=True, slots=True)
class Hitungan:
    """How much is still to do on a sheet; ``kekurangan`` are the phrases of "Belum dapat diajukan"."""

    salah: int = 0
    peringatan: int = 0
    belum_diisi: int = 0
    catatan: int = 0
    tanpa_bukti: int = 0
    terisi: int = 0
    jumlah: int = 0
    kekurangan: tuple[str, ...] = field(default=())

    @property
    def lengkap(self) -> bool:
        """True where nothing stands in the way of handing in."""
        return not self.kekurangan


# --- typing ------------------------------------------------------------------------------------


def ketik(baris: BarisLembar, isi: IsiIndikator, teks: str) -> IsiIndikator:
    """Content after ``teks`` was typed into the cell. A text that is no figure stays as typed.

    Of a page that slipped into a cell only the beginning stays: it would keep the whole sheet from being saved.

    What belongs to a figure (its confirmation, the raw figures it was made of) goes when another one takes its place.
    """
    try:
        nilai = read_value(baris.indikator, baris.skala, teks).nilai
    except AngkaSalah:
        return replace(without_figure(isi), diketik=teks[:MAKS_TEKS])
    return replace(isi if nilai == isi.realisasi else without_figure(isi), realisasi=nilai, diketik=None)


def isikan(baris: BarisLembar, isi: IsiIndikator, medan: str, teks: str) -> IsiIndikator:
    """Content after ``teks`` was typed into a field: `REALISASI`, a raw figure, or the name of a text."""
    if medan == REALISASI:
        return ketik(baris, isi, teks)
    if medan in MEDAN:
        return _raw(baris, isi, medan, teks)
    words: dict[str, Any] = {medan: teks}
    return replace(isi, **words)


def _raw(baris: BarisLembar, isi: IsiIndikator, medan: str, teks: str) -> IsiIndikator:
    try:
        nilai, wrong = read_angka(teks).nilai, None
    except AngkaSalah:
        nilai, wrong = None, teks[:MAKS_TEKS]
    given: dict[str, Any] = {medan: nilai, f"{medan}_diketik": wrong}
    return _divided(baris, replace(isi, **given))


def _divided(baris: BarisLembar, isi: IsiIndikator) -> IsiIndikator:
    """The realisasi follows its raw figures; a confirmation of another one falls away."""
    nilai = quotient(baris.indikator.komponen_faktor, isi.pembilang, isi.penyebut)
    kept = isi.alasan_peringatan if nilai == isi.realisasi else None
    return replace(isi, realisasi=nilai, diketik=None, alasan_peringatan=kept)


def with_quotient(baris: BarisLembar, isi: IsiIndikator) -> IsiIndikator:
    """Content whose realisasi follows its raw figures, wherever these came from (two people may have typed one each).

    A figure without any raw one stays as it is given.
    """
    return _divided(baris, isi) if baris.indikator.komponen is not None and _has_raw(isi) else isi


def _has_raw(isi: IsiIndikator) -> bool:
    return any(getattr(isi, name) is not None for medan in MEDAN for name in (medan, f"{medan}_diketik"))


def tidy(baris: BarisLembar, isi: IsiIndikator) -> IsiIndikator:
    """Content as it is handed in: reasons that no longer have a cause fall away, and figures not asked for."""
    if baris.terkunci:
        return replace(without_figure(isi), alasan_kosong=None)
    if baris.indikator.komponen is None:
        isi = replace(isi, pembilang=None, penyebut=None, pembilang_diketik=None, penyebut_diketik=None)
    isi = with_quotient(baris, isi)
    no_reason = None if isi.realisasi is not None else isi.alasan_kosong
    confirmed = isi.alasan_peringatan if look_at(baris, isi.realisasi) else None
    return replace(isi, alasan_kosong=no_reason, alasan_peringatan=confirmed)


_OF_FIGURE = ("realisasi", "diketik", "alasan_peringatan", *MEDAN, *(f"{medan}_diketik" for medan in MEDAN))


def without_figure(isi: IsiIndikator) -> IsiIndikator:
    """Content without its figure and what belongs to that figure alone; reasons for none, notes and words stay."""
    nothing: dict[str, Any] = dict.fromkeys(_OF_FIGURE)
    return replace(isi, **nothing)


def without_data(isi: IsiIndikator, alasan: str) -> IsiIndikator:
    """Content that tells why there is no figure. What was counted stays where it cannot be divided (0 of 0)."""
    counted = isi.pembilang is not None and isi.penyebut == 0
    return replace(isi if counted else without_figure(isi), alasan_kosong=alasan)


def has_reason(teks: str | None) -> bool:
    """True where a reason is long enough to be one."""
    return panjang_alasan(teks or "") >= MIN_ALASAN


# --- evaluating --------------------------------------------------------------------------------


def evaluate(baris: BarisLembar, isi: IsiIndikator, typed: Mapping[str, str] = _NOTHING) -> Sel:
    """Everything the row shows for this content, or for it with these texts typed into its fields."""
    for medan, teks in typed.items():
        isi = isikan(baris, isi, medan, teks)
    komponen = _components(baris, isi, typed)
    galat = _fault(baris, isi) or next((one.galat for one in komponen if one.galat), None)
    deret = baris.deret(isi.realisasi)
    sendiri, sampai = deret.in_quarter(baris.triwulan), deret.up_to(baris.triwulan)
    warned = () if galat else look_at(baris, isi.realisasi)
    state = _state(baris, isi, galat, warned)
    return Sel(
        state=state,
        teks=_cell_text(baris, isi, state),
        target=baris.tulis(sendiri.target),
        capaian=_percent(sendiri, isi),
        sd=_percent(sampai, isi),
        kategori=_kategori(sendiri, state),
        sendiri=sendiri,
        sampai=sampai,
        rumus=_rumus(baris, isi, sendiri, sampai),
        pesan=(*warned, *_notes(baris)),
        galat=galat,
        dibaca=_echo(baris, typed.get(REALISASI)),
        belum_diisi=state in (CellState.KOSONG, CellState.DIKEMBALIKAN) and _unfilled(baris, isi),
        peringatan=bool(warned) and not has_reason(isi.alasan_peringatan),
        tanpa_bukti=baris.indikator.bukti_wajib and isi.realisasi is not None and not isi.bukti,
        catatan_terbuka=len(_open_notes(baris, isi)),
        komponen=komponen,
    )


def _fault(baris: BarisLembar, isi: IsiIndikator) -> AngkaSalah | None:
    if isi.diketik is None:
        return None
    try:
        read_value(baris.indikator, baris.skala, isi.diketik)
    except AngkaSalah as wrong:
        return wrong
    return None


def _components(baris: BarisLembar, isi: IsiIndikator, typed: Mapping[str, str]) -> tuple[SelKomponen, ...]:
    if baris.indikator.komponen is None:
        return ()
    waits = _unfilled(baris, isi)
    return tuple(_component(isi, medan, typed.get(medan), waits=waits) for medan in MEDAN)


def _component(isi: IsiIndikator, medan: str, typed: str | None, *, waits: bool) -> SelKomponen:
    nilai, wrong = getattr(isi, medan), getattr(isi, f"{medan}_diketik")
    if wrong is not None:
        return SelKomponen(CellState.SALAH, wrong, _why_no_figure(wrong))
    if nilai is None:
        return SelKomponen(CellState.KOSONG if waits else CellState.DIISI, "")
    return SelKomponen(CellState.DIISI, format_angka(nilai), dibaca=_said_back(read_angka(typed)) if typed else "")


def _why_no_figure(teks: str) -> AngkaSalah | None:
    try:
        read_angka(teks)
    except AngkaSalah as wrong:
        return wrong
    return None


def _unfilled(baris: BarisLembar, isi: IsiIndikator) -> bool:
    return baris.wajib and isi.realisasi is None and not has_reason(isi.alasan_kosong)


def _open_notes(baris: BarisLembar, isi: IsiIndikator) -> tuple[Catatan, ...]:
    return tuple(c for c in baris.catatan if c.id not in isi.perbaikan)


def _state(baris: BarisLembar, isi: IsiIndikator, galat: AngkaSalah | None, warned: tuple[Pesan, ...]) -> CellState:
    """The first that holds: what blocks stands before what asks, what asks before what is plain."""
    kosong = isi.realisasi is None
    holds = (
        (CellState.TERKUNCI, baris.terkunci),
        (CellState.SALAH, galat is not None),
        (CellState.DIKEMBALIKAN, bool(_open_notes(baris, isi))),
        (CellState.TIDAK_ADA_DATA, kosong and has_reason(isi.alasan_kosong)),
        (CellState.KOSONG, kosong and baris.wajib),
        (CellState.PERINGATAN, bool(warned) and not has_reason(isi.alasan_peringatan)),
    )
    return next((state for state, true in holds if true), CellState.DIISI)


# --- texts -------------------------------------------------------------------------------------


def _cell_text(baris: BarisLembar, isi: IsiIndikator, state: CellState) -> str:
    if isi.diketik is not None:
        return isi.diketik
    if isi.realisasi is not None or state is CellState.TERKUNCI:
        return baris.tulis(isi.realisasi)
    if has_reason(isi.alasan_kosong):
        return CellState.TIDAK_ADA_DATA.value
    return CellState.KOSONG.value if baris.wajib else baris.tulis(None)


def _percent(capaian: Capaian, isi: IsiIndikator) -> str:
    if capaian.nilai is not None:
        return format_angka(capaian.nilai, 2)
    awaited = capaian.target is not None and has_reason(isi.alasan_kosong)
    return "n/a" if awaited else "–"


def _kategori(capaian: Capaian, state: CellState) -> str:
    words = {CellState.TERKUNCI: "Pada TW IV", CellState.TIDAK_ADA_DATA: "Tanpa data"}
    return capaian.kategori or words.get(state, "")


def _rumus(baris: BarisLembar, isi: IsiIndikator, sendiri: Capaian, sampai: Capaian) -> tuple[str, ...]:
    komponen = baris.indikator.komponen
    divided = () if komponen is None else (line_of(komponen, isi.pembilang, isi.penyebut),)
    to_date = () if sampai == sendiri else (f"s.d. TW {roman(baris.triwulan)}: {formula(sampai)}",)
    return (*divided, *trace(sendiri), *to_date)


def _echo(baris: BarisLembar, typed: str | None) -> str:
    """Echo a text that could be read two ways: "1.234 (seribu dua ratus tiga puluh empat)"."""
    if typed is None:
        return ""
    try:
        read = read_value(baris.indikator, baris.skala, typed)
    except AngkaSalah:
        return ""
    return _said_back(read)


def _said_back(read: AngkaTerbaca) -> str:
    return f"{read.dibaca} ({angka_kata(read.nilai)})" if read.ambigu and read.nilai is not None else ""


def _notes(baris: BarisLembar) -> tuple[Pesan, ...]:
    return tuple(Pesan(JenisPesan.CATATAN, "Catatan", c.teks) for c in baris.catatan)


# --- the whole sheet ---------------------------------------------------------------------------


def count(sel: Mapping[str, Sel], *, catatan_umum: int = 0) -> Hitungan:
    """Counters of the footer and what keeps the sheet from being handed in; keys are kode.

    ``catatan_umum`` counts open notes that are pinned to the whole.
    """
    rows = tuple(sel.values())
    salah = sum(s.galat is not None for s in rows)
    kosong = sum(s.belum_diisi for s in rows)
    ragu = sum(s.peringatan for s in rows)
    bukti = sum(s.tanpa_bukti for s in rows)
    catatan = sum(s.catatan_terbuka for s in rows) + catatan_umum
    gaps = (
        (salah, "perbaiki {} isian salah"),
        (kosong, "isi {} indikator"),
        (bukti, "tambahkan bukti pada {} indikator"),
        (catatan, "tandai {} catatan"),
    )
    return Hitungan(
        salah=salah,
        peringatan=ragu,
        belum_diisi=kosong,
        catatan=catatan,
        tanpa_bukti=bukti,
        terisi=len(rows) - salah - kosong,
        jumlah=len(rows),
        kekurangan=tuple(words.format(n) for n, words in gaps if n),
    )
