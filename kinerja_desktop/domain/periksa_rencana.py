"""«Periksa Rencana»: what is wrong or doubtful in a year's plan before it is fixed, each with its reason and its cure.

What is wrong (``Berat.SALAH``) keeps the plan from being fixed: figures could not be asked for or would contradict each
other. Everything else is told and left to the office. Checks of targets themselves stand in ``peringatan``, which
``hitung`` uses too. To add a check: a function of one indikator in ``_OF_CARD``, of the whole plan in ``_OF_PLAN``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from kinerja_desktop.domain import kata_kegiatan
from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.indikator import KOSONG4, Akumulasi, Indikator, Rencana, Target, Tingkat
from kinerja_desktop.domain.peringatan import (
    PeriksaTarget,
    emptied,
    is_percent,
    of_budget,
    predicates_summed,
    target_faults,
)

ANGGARAN, SASARAN, RENCANA = "anggaran", "sasaran_rencana", "rencana"
"""``medan`` of what is no field of a card: a budget line, a sasaran of the list, the plan as a whole."""
_OUTCOMES = (Tingkat.TUJUAN, Tingkat.SASARAN)


class Berat(IntEnum):
    """How heavy a finding weighs, heaviest first."""

    SALAH = 0
    PERINGATAN = 1


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding: what stands there, why that matters, what to do.

    ``kode`` is the indikator's or the budget line's, None where it is of the whole plan. ``medan`` is the field of
    the card where it is put right; ``versi`` the changed plan that it speaks of, empty for the murni one.
    """

    berat: Berat
    kode: str | None
    medan: str
    apa: str
    sebab: str
    saran: str
    versi: str = ""

    @property
    def ringkas(self) -> str:
        """Whose it is and what stands there."""
        return f"{self.kode}: {self.apa}" if self.kode else self.apa

    def __str__(self) -> str:
        return f"{self.ringkas} {self.sebab} {self.saran}"


def periksa(rencana: Rencana, anggaran: Sequence[BarisAnggaran] = ()) -> tuple[Temuan, ...]:
    """Everything found, faults first, then in the order of the plan."""
    found = [t for i in _in_use(rencana) for t in _of_indikator(rencana, i)]
    found += [t for check in _OF_PLAN for t in check(rencana)]
    found += _of_money(rencana, anggaran)
    return tuple(sorted(found, key=lambda t: t.berat))


def kesalahan(temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """What is wrong, in the murni plan or in a changed one."""
    return tuple(t for t in temuan if t.berat is Berat.SALAH)


def penghalang(temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """What is wrong in the murni plan: it is not fixed before that is put right."""
    return tuple(t for t in kesalahan(temuan) if not t.versi)


def _in_use(rencana: Rencana) -> tuple[Indikator, ...]:
    """Indikator that count at the end of the year; of a closed one nothing is asked any more."""
    last_day = date(rencana.tahun, 12, 31)
    return tuple(i for i in rencana.indikator if i.dipakai(last_day))


def _doubt(i: Indikator, medan: str, apa: str, sebab: str, saran: str) -> Temuan:
    return Temuan(Berat.PERINGATAN, i.kode, medan, apa, sebab, saran)


def _fault(i: Indikator, medan: str, apa: str, sebab: str, saran: str) -> Temuan:
    return Temuan(Berat.SALAH, i.kode, medan, apa, sebab, saran)


# --- one indikator -------------------------------------------------------------------------------


def _of_indikator(rencana: Rencana, i: Indikator) -> Iterator[Temuan]:
    for check in _OF_CARD:
        yield from check(rencana, i)
    yield from _of_target(i, i.target, "")
    for versi in rencana.versi:
        target = dict(versi.target).get(i.kode)
        if target is not None:
            yield from _of_target(i, target, versi.versi)
            for told in emptied(i, target, versi.versi):
                yield Temuan(Berat.PERINGATAN, i.kode, "tw1", _sentence(told.teks), *_EMPTIED, versi.versi)


_EMPTIED = (
    "Versi perubahan menyebut semua targetnya lagi; yang kosong tidak berlaku lagi.",
    "Isi target triwulan itu pada versi perubahan.",
)
_WHY: Mapping[PeriksaTarget, tuple[str, str]] = {
    PeriksaTarget.TAHUN: (
        "Capaian setahun dan capaian triwulan akan memakai target yang bertentangan.",
        "Samakan target triwulan dengan target tahun, atau ubah jenis akumulasi.",
    ),
    PeriksaTarget.TIDAK_DIPAKAI: (
        "Indikator tahunan hanya diukur pada Triwulan IV.",
        "Kosongkan target Triwulan I sampai III, atau ubah jenis akumulasi.",
    ),
    PeriksaTarget.TURUN: (
        "Target posisi akhir dibaca sebagai keadaan sampai triwulan itu, jadi biasanya tidak turun.",
        "Periksa urutan target triwulan, atau ubah jenis akumulasi.",
    ),
    PeriksaTarget.PERSEN: (
        "Persentase dari suatu keseluruhan tidak dapat di luar 0 sampai 100.",
        "Periksa angkanya, atau ganti satuannya bila memang bukan persen.",
    ),
    PeriksaTarget.NEGATIF: (
        "Rumus capaian tidak bermakna untuk target di bawah nol.",
        "Periksa angkanya, atau ubah cara mengukur indikator.",
    ),
}


def _of_target(i: Indikator, target: Target, versi: str) -> Iterator[Temuan]:
    for which, clause in target_faults(i, target):
        summed = which is PeriksaTarget.TAHUN and i.akumulasi is Akumulasi.AKUMULASI
        berat = Berat.SALAH if summed else Berat.PERINGATAN
        yield Temuan(berat, i.kode, which.value, _sentence(clause), *_WHY[which], versi)


def _sentence(clause: str) -> str:
    return f"{clause[:1].upper()}{clause[1:].rstrip('.')}."


def _without_target(rencana: Rencana, i: Indikator) -> Iterator[Temuan]:
    targets = [i.target, *(dict(v.target).get(i.kode, Target()) for v in rencana.versi)]
    if all(t == Target() for t in targets):
        sebab = "Capaian tidak dapat dihitung."
        yield _fault(i, "tahun", "Belum ada target.", sebab, "Isi target tahun dan target triwulan.")
    elif i.akumulasi is not Akumulasi.TAHUNAN and all(t.triwulan == KOSONG4 for t in targets):
        sebab = "Capaian Triwulan I sampai IV tidak dapat dihitung."
        yield _doubt(i, "tw1", "Target triwulan belum diisi.", sebab, "Isi target setiap triwulan.")


def _without_seksi(_rencana: Rencana, i: Indikator) -> Iterator[Temuan]:
    if not i.seksi:
        sebab = "Tidak ada seksi yang akan diminta datanya."
        yield _fault(i, "seksi", "Seksi belum ditentukan.", sebab, "Pilih seksi yang mengumpulkan datanya.")


def _summed_predicates(rencana: Rencana, i: Indikator) -> Iterator[Temuan]:
    for _ in predicates_summed(rencana, i):
        apa = f"Predikat ({i.satuan}) dijumlahkan antartriwulan."
        yield _fault(
            i, "akumulasi", apa, "Jumlah predikat tidak bermakna.", "Pilih posisi akhir, rata-rata, atau tahunan."
        )


def _summed_percentages(_rencana: Rencana, i: Indikator) -> Iterator[Temuan]:
    percent = is_percent(i) or (not i.satuan and i.nama.casefold().startswith(("persentase", "presentase")))
    if percent and i.akumulasi is Akumulasi.AKUMULASI:
        sebab = "Jumlah persentase empat triwulan umumnya bukan persentase setahun."
        saran = "Pilih posisi akhir atau rata-rata, kecuali setiap triwulan mencatat tambahannya saja."
        yield _doubt(i, "akumulasi", "Persentase dijumlahkan antartriwulan.", sebab, saran)


_WANTED: tuple[tuple[str, str, str], ...] = (
    ("satuan", "Satuan belum diisi.", "Angka tanpa satuan tidak dapat dibaca pada laporan."),
    ("sumber_data", "Sumber data belum diisi.", "Asal angka tidak dapat ditelusuri saat diperiksa."),
)
_CARD = {"definisi": "definisi operasional", "formulasi": "formulasi", "penanggung_jawab": "penanggung jawab"}


def _unfilled(_rencana: Rencana, i: Indikator) -> Iterator[Temuan]:
    for medan, apa, sebab in _WANTED:
        if _is_blank(i, medan):
            yield _doubt(i, medan, apa, sebab, "Lengkapi kartu indikator.")
    missing = [medan for medan in _CARD if _is_blank(i, medan)]
    if missing:
        apa = f"Kartu belum memuat {', '.join(_CARD[medan] for medan in missing)}."
        sebab = "Yang diukur, caranya, dan siapa yang menjawab harus tertulis."
        yield _doubt(i, missing[0], apa, sebab, "Lengkapi kartu indikator.")


def _is_blank(i: Indikator, medan: str) -> bool:
    return not (getattr(i, medan) or "").strip()


def _activity(_rencana: Rencana, i: Indikator) -> Iterator[Temuan]:
    if i.tingkat not in _OUTCOMES:
        return
    if kata_kegiatan.berbentuk_sasaran(i.nama):
        sebab = "Kalimat seperti ini menyatakan harapan, bukan yang dihitung."
        yield _doubt(i, "nama", "Nama indikator berbentuk sasaran.", sebab, "Tulis ukurannya, misalnya «Persentase …».")
        return
    kata = kata_kegiatan.tanda(i.nama, i.satuan)
    if kata is not None:
        apa = f"Indikator {i.tingkat.label.lower()} ini tampaknya mengukur kegiatan («{kata}»)."
        sebab = "Tujuan dan sasaran diukur dengan hasil, bukan dengan banyaknya kegiatan."
        yield _doubt(i, "nama", apa, sebab, "Ganti dengan ukuran hasil, atau pindahkan ke tingkat kegiatan.")


def _without_sasaran(_rencana: Rencana, i: Indikator) -> Iterator[Temuan]:
    if i.tingkat in _OUTCOMES and not i.sasaran:
        sebab = "Laporan menempatkannya di bawah «(tanpa sasaran)»."
        yield _doubt(i, "sasaran", "Sasaran belum diisi.", sebab, "Isi sasaran yang diukurnya.")


def _renstra(rencana: Rencana, i: Indikator) -> Iterator[Temuan]:
    if i.tahun_renstra is not None and i.tahun_renstra < rencana.tahun:
        apa = f"Target Renstra berakhir {i.tahun_renstra}, sebelum tahun rencana ini."
        yield _doubt(
            i, "tahun_renstra", apa, "Perbandingan dengan Renstra tidak berlaku lagi.", "Isi target Renstra baru."
        )
    elif (i.target_renstra is None) is not (i.tahun_renstra is None):
        apa = "Target akhir Renstra dan tahunnya belum lengkap."
        yield _doubt(i, "target_renstra", apa, "Keduanya dicetak berdampingan.", "Isi target dan tahun akhir Renstra.")
    if i.target_renstra is None:
        return
    for _, clause in target_faults(replace(i, akumulasi=Akumulasi.TAHUNAN), Target(i.target_renstra)):
        yield _doubt(i, "target_renstra", _sentence(f"renstra: {clause}"), *_WHY[PeriksaTarget.PERSEN])


def _lineage(rencana: Rencana, i: Indikator) -> Iterator[Temuan]:
    if i.menggantikan is None:
        return
    old = next((o for o in rencana.indikator if o.kode == i.menggantikan), None)
    if old is not None and old.tidak_dipakai_sejak is None:
        apa = f"Indikator ini menggantikan {old.kode}, tetapi {old.kode} masih dipakai."
        sebab = "Keduanya akan dihitung sekaligus."
        yield _fault(i, "menggantikan", apa, sebab, f"Akhiri {old.kode}, atau kosongkan isian ini.")


_OF_CARD: tuple[Callable[[Rencana, Indikator], Iterator[Temuan]], ...] = (
    _without_target,
    _without_seksi,
    _summed_predicates,
    _summed_percentages,
    _lineage,
    _unfilled,
    _activity,
    _without_sasaran,
    _renstra,
)


# --- the whole plan ------------------------------------------------------------------------------


def _nothing(rencana: Rencana) -> Iterator[Temuan]:
    if not _in_use(rencana):
        sebab = "Tidak ada yang dapat diukur."
        saran = "Impor buku kerja atau tambah indikator satu per satu."
        yield Temuan(Berat.SALAH, None, RENCANA, "Belum ada indikator yang dipakai.", sebab, saran)


def _doubled(rencana: Rencana) -> Iterator[Temuan]:
    first: dict[tuple[Tingkat, str], Indikator] = {}
    for i in _in_use(rencana):
        name = (i.tingkat, " ".join(i.nama.casefold().split()))
        before = first.setdefault(name, i)
        if before is not i:
            apa = f"Nama sama dengan indikator {before.kode}."
            yield _doubt(i, "nama", apa, "Angka yang sama akan dihitung dua kali.", "Hapus atau bedakan salah satunya.")


def _iku(rencana: Rencana) -> Iterator[Temuan]:
    rows = _in_use(rencana)
    if rows and not any(i.iku for i in rows):
        sebab = "Daftar Indikator Kinerja Utama akan kosong."
        saran = "Beri tanda Indikator Kinerja Utama pada indikator yang mewakili tugas pokok kantor."
        yield Temuan(Berat.PERINGATAN, None, RENCANA, "Belum ada Indikator Kinerja Utama.", sebab, saran)


def _empty_sasaran(rencana: Rencana) -> Iterator[Temuan]:
    measured = {i.sasaran for i in _in_use(rencana)}
    purposed = any(s.tujuan for s in rencana.sasaran)
    for s in rencana.semua_sasaran:
        if s.teks not in measured:
            sebab = "Sasaran tanpa indikator tidak dapat dinilai."
            apa = f"Sasaran «{s.teks}» belum punya indikator."
            yield Temuan(Berat.PERINGATAN, None, SASARAN, apa, sebab, "Tambah indikatornya, atau hapus sasaran itu.")
        if purposed and not s.tujuan:
            apa = f"Sasaran «{s.teks}» belum dihubungkan dengan tujuan."
            yield Temuan(Berat.PERINGATAN, None, SASARAN, apa, "Hubungannya tidak terlihat.", "Isi tujuannya.")


_OF_PLAN: tuple[Callable[[Rencana], Iterator[Temuan]], ...] = (_nothing, _doubled, _iku, _empty_sasaran)


# --- money ---------------------------------------------------------------------------------------


def _of_money(rencana: Rencana, anggaran: Sequence[BarisAnggaran]) -> Iterator[Temuan]:
    for told in of_budget(anggaran):
        saran = "Periksa pagu dan realisasi baris ini dengan DPA."
        sebab = "Jumlah anggaran pada laporan memakai baris terbawah."
        yield Temuan(Berat.PERINGATAN, told.kode, ANGGARAN, _sentence(told.teks), sebab, saran)
    known = {i.kode for i in rencana.indikator}
    for row in anggaran:
        strange = [kode for kode in row.indikator if kode not in known]
        if strange:
            apa = f"Baris ini menyebut indikator yang tidak ada: {', '.join(strange)}."
            sebab = "Anggarannya tidak terhitung untuk indikator mana pun."
            yield Temuan(Berat.PERINGATAN, row.kode, ANGGARAN, apa, sebab, "Samakan kode indikatornya.")
