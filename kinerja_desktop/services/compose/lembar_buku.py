"""The Lembar Kerja of one order as the workbook that the analyst takes along: rows of the screen, and whose it is.

Only reading. What the workbook looks like is ``exchange.lembar_kerja``.
"""

import hashlib
from collections.abc import Iterator, Mapping
from decimal import Decimal

from kinerja_desktop.domain.baris import BarisLembar, group
from kinerja_desktop.domain.buku_lembar import (
    ANGKA,
    DATA_DASAR,
    Bagian,
    BarisBuku,
    BukuLembar,
    KelompokBuku,
    Nilai,
    TandaLembar,
    isi_sel,
)
from kinerja_desktop.domain.numerals import roman
from kinerja_desktop.domain.pegawai import Instansi
from kinerja_desktop.domain.realisasi import Isi, IsiIndikator
from kinerja_desktop.domain.satuan import decimals_for, scale_of
from kinerja_desktop.domain.tanggal import format_hari_tanggal, format_waktu
from kinerja_desktop.services import settings, sheet
from kinerja_desktop.services.cases import Berkas, names
from kinerja_desktop.services.context import Context
from kinerja_desktop.storage.unit_of_work import Unit


def compose(unit: Unit, ctx: Context, berkas: Berkas, isi: Isi) -> BukuLembar:
    """The workbook of a berkas with this content in its open cells."""
    instansi, mark = settings.instansi(unit), settings.practice_mark(unit)
    tw = berkas.triwulan
    groups = group(sheet.rows(unit, berkas))
    return BukuLembar(
        tanda=_sign(unit, berkas, instansi.nama),
        kop=" · ".join(filter(None, (_pemerintah(instansi), instansi.nama.upper()))),
        judul=f"LEMBAR KERJA DATA KINERJA {berkas.seksi.nama.upper()} TRIWULAN {tw.romawi} TAHUN {tw.tahun}{mark}",
        keterangan=" ".join(_about(unit, ctx, berkas)),
        triwulan=tw.singkat,
        kelompok=tuple(KelompokBuku(g.judul, tuple(_row(baris, isi) for baris in g.baris)) for g in groups),
        kertas=settings.kertas(unit, laporan=True),
    )


def _pemerintah(instansi: Instansi) -> str:
    return f"PEMERINTAH {instansi.kabupaten.upper()}" if instansi.kabupaten else ""


def _sign(unit: Unit, berkas: Berkas, instansi: str) -> TandaLembar:
    """Taking a handed-in bahan back brings the same version again; a return makes a new one."""
    last = berkas.keadaan.terakhir
    kantor, versi = unit.settings.get(settings.OFFICE_ID) or "", 0 if last is None else last.nomor
    digest = hashlib.sha256(f"{kantor}/{berkas.case.id}/{versi}".encode()).hexdigest().upper()
    tentang = f"{berkas.seksi.nama} {berkas.triwulan.label_tahun}"
    return TandaLembar(kantor, berkas.case.id, versi, instansi, tentang, f"{digest[:4]}-{digest[4:8]}")


def _about(unit: Unit, ctx: Context, berkas: Berkas) -> Iterator[str]:
    """Who was ordered, until when, and when this was made."""
    local = berkas.kalender.local
    analis = names(unit.people.get(who) for who in berkas.case.analis)
    batas = berkas.case.batas
    until = "" if batas is None else f", batas {format_hari_tanggal(local(batas))} pukul {format_waktu(local(batas))}"
    yield f"Disposisi kepada {analis or ctx.actor.nama}{until}."
    now = local(ctx.now())
    yield f"Diekspor {format_hari_tanggal(now)} pukul {format_waktu(now)} oleh {ctx.actor.nama}."


def _row(baris: BarisLembar, isi: Isi) -> BarisBuku:
    indikator = baris.indikator
    target = baris.deret(None).in_quarter(baris.triwulan).target
    return BarisBuku(
        kode=baris.kode,
        nama=indikator.nama,
        definisi="\n".join(_definition(baris)),
        satuan=indikator.satuan or "",
        target=_cell(baris, target),
        terakhir=_cell(baris, baris.nilai_lalu),
        desimal=decimals_for(indikator, (target, baris.nilai_lalu)),
        skala=tuple((s.teks, s.nilai) for s in scale_of(indikator, baris.skala)),
        terkunci=f"diukur pada TW {roman(4)}" if baris.terkunci else "",
        data_dasar=_raw(baris),
        isi=open_cells(baris, isi.of(baris.kode)),
    )


def open_cells(baris: BarisLembar, isi: IsiIndikator) -> Mapping[Bagian, Nilai]:
    """What the open cells of a row hold for this content; a text that is no figure as it was typed."""
    words: dict[Bagian, Nilai] = {b: getattr(isi, b.value) or None for b in Bagian if b not in ANGKA}
    raw: dict[Bagian, Nilai] = {}
    if baris.indikator.komponen is not None:
        raw = {b: getattr(isi, f"{b.value}_diketik") or isi_sel(getattr(isi, b.value)) for b in DATA_DASAR}
    return {Bagian.REALISASI: isi.diketik or _cell(baris, isi.realisasi), **raw, **words}


def _cell(baris: BarisLembar, nilai: Decimal | None) -> Nilai:
    """A figure as a cell holds it: its predicate where the scale names it."""
    steps = scale_of(baris.indikator, baris.skala)
    return next((s.teks for s in steps if s.nilai == nilai), isi_sel(nilai))


def _raw(baris: BarisLembar) -> str:
    komponen = baris.indikator.komponen
    return "" if komponen is None else f"{komponen.pembilang} ÷ {komponen.penyebut}"


def _definition(baris: BarisLembar) -> Iterator[str]:
    told = (
        ("", baris.indikator.definisi),
        ("Cara menghitung: ", baris.indikator.formulasi),
        ("Isi pembilang dan penyebutnya: ", _raw(baris)),
        ("Sumber data: ", baris.indikator.sumber_data),
    )
    yield from (f"{lead}{text}" for lead, text in told if text)
