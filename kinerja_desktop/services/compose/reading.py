"""What reading a report before it is fixed finds: in typed chapters, in the words of the seksi, in what they left out.

The rules of reading are ``domain.telaah``; here is what they are applied to.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from kinerja_desktop.domain import telaah
from kinerja_desktop.domain.isi_laporan import Bab, IsiLaporan
from kinerja_desktop.domain.laporan import Angka
from kinerja_desktop.domain.numerals import format_angka, format_persen
from kinerja_desktop.domain.telaah import Cacat, Temuan
from kinerja_desktop.services.compose.anjuran import money_left
from kinerja_desktop.services.compose.bahan import Bahan

ANALISIS = "Analisis"


def findings(bahan: Bahan, isi: IsiLaporan, bab: Sequence[Bab], untouched: Callable[[], object]) -> tuple[Temuan, ...]:
    """Everything found, chapters first. ``untouched`` composes the report as if nothing had been typed."""
    typed, dasar = dict(isi.paragraf), dict(isi.dasar)
    known = figures_of(untouched()) if typed else frozenset()
    officials = {p.nama for p in (bahan.pimpinan, *_people(bahan)) if p.nama.strip(".")}
    found: list[Temuan] = []
    for one in bab:
        paragraf = typed.get(one.kunci)
        if paragraf is None:
            continue
        if not one.dicetak:
            found += telaah.without_place(one.nama, paragraf)
            continue
        found += telaah.emptied(one.nama, paragraf)
        found += telaah.read_text(one.nama, paragraf)
        found += telaah.unknown_figures(one.nama, paragraf, known)
        found += changed(isi, one)
        found += telaah.other_names(one.nama, paragraf, officials)
        if one.menjelaskan:
            old = {*dasar.get(one.kunci, ()), *one.dibuat}
            own = [text for text in paragraf if text not in old and _explains(one.kunci, text)]
            found += telaah.without_reason(one.nama, own)
    for one in bab:
        now = typed.get(one.kunci, one.dibuat)
        found += telaah.old_year(one.nama, now, bahan.lalu.get(one.kunci, ()), bahan.triwulan.tahun)
    return (*found, *_money_left(bahan, typed, bab), *_words_of_seksi(bahan))


def changed(isi: IsiLaporan, bab: Bab) -> tuple[Temuan, ...]:
    """What the data says otherwise now than when a chapter was edited; nothing of one that the program writes."""
    if bab.kunci not in dict(isi.paragraf) or not bab.dicetak:
        return ()
    return telaah.changed_figures(bab.nama, dict(isi.dasar).get(bab.kunci, bab.dibuat), bab.dibuat)


def _explains(kunci: str, text: str) -> bool:
    """Whether a paragraph of a chapter that explains is more than a lead to its table or a figure of its money."""
    return not (_LEADS.search(text) or (kunci == "anggaran" and _STATES.search(text)))


_LEADS = re.compile(r"\b(?:disajikan|dimuat|tercantum|diuraikan) (?:pada|dalam)\s+(?:Tabel|lampiran)", re.IGNORECASE)
_STATES = re.compile(r"\bRp\s?\d|\d%")


def _money_left(bahan: Bahan, typed: Mapping[str, Sequence[str]], bab: Sequence[Bab]) -> Iterator[Temuan]:
    """At the end of the year much money that is left asks for its reason."""
    serapan = bahan.hasil.anggaran.jumlah.nilai
    if serapan is None or money_left(bahan, bahan.triwulan.nomor) is None:
        return
    if not telaah.tells_cause(typed.get("anggaran", ())):
        where = next(one.nama for one in bab if one.kunci == "anggaran")
        yield Temuan(where, Cacat.TANPA_SEBAB, format_persen(serapan), "Tulis alasan sisa anggaran.")


def _people(bahan: Bahan) -> Iterator[Any]:
    for berkas in bahan.hadir:
        if berkas.salinan is not None:
            yield from (berkas.salinan.kasubag, berkas.salinan.kabid, *berkas.salinan.analis)


def figures_of(thing: object) -> frozenset[str]:
    """Every figure of a report as it is printed, in tables and in sentences."""
    return frozenset(_walk(thing))


def _walk(thing: object) -> Iterator[str]:
    if isinstance(thing, Angka):
        if thing.nilai is not None:
            yield format_angka(thing.nilai, thing.desimal)
    elif isinstance(thing, str):
        yield from telaah.figures_in(thing)
    elif isinstance(thing, tuple):
        for item in thing:
            yield from _walk(item)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _walk(getattr(thing, field.name))


def _words_of_seksi(bahan: Bahan) -> Iterator[Temuan]:
    """Phrases in the factors, and indikator whose result nobody explained."""
    tw = bahan.triwulan.nomor
    for hasil in bahan.hasil.indikator:
        kata, at = bahan.kata(hasil.indikator.kode, tw), hasil.at(tw)
        told = (kata.faktor_pendukung, kata.faktor_penghambat, kata.tindak_lanjut)
        yield from telaah.read_text(f"{ANALISIS} {hasil.indikator.kode}", [text for text in told if text])
        if at.nilai is None or any(told):
            continue
        saran = "Minta faktor dan tindak lanjut dari seksinya." if not at.tercapai else "Minta faktor pendukungnya."
        yield Temuan(f"{ANALISIS} {hasil.indikator.kode}", Cacat.TANPA_SEBAB, hasil.indikator.nama, saran)
