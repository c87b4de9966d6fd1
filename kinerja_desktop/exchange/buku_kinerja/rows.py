"""One row and the object that it stands for, in both directions, sheet by sheet.

Each pair is inverse: what ``..._cells`` writes, the function of the same name reads. Checks across rows
are the business of ``reader``. To add a column: its field in both functions of its sheet.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.buku import TeksTriwulan
from kinerja_desktop.domain.indikator import (
    RUMUS_BAKU,
    Akumulasi,
    Faktor,
    Four,
    Indikator,
    NilaiSkala,
    Polaritas,
    Riwayat,
    Sasaran,
    Seksi,
    Target,
    Tingkat,
)
from kinerja_desktop.domain.pegawai import Pegawai, Penugasan, StatusPegawai
from kinerja_desktop.domain.realisasi import RealisasiTahun
from kinerja_desktop.exchange.buku_kinerja.columns import KATA

Cells = Mapping[str, Any]


def _of_quarters(awal: str) -> Callable[[Cells], Any]:
    """What takes the four cells of a column by quarter."""
    return itemgetter(*(f"{awal}_tw{tw}" for tw in (1, 2, 3, 4)))


_targets, _spent, _actions = map(_of_quarters, ("target", "realisasi", "aksi"))


def _four_cells(awal: str, four: Four) -> dict[str, Any]:
    return {f"{awal}_tw{tw}": figure for tw, figure in enumerate(four, 1)}


def _target(cells: Cells) -> Target:
    return Target(cells["target_tahun"], _targets(cells))


def _target_cells(target: Target) -> dict[str, Any]:
    return {"target_tahun": target.tahun, **_four_cells("target", target.triwulan)}


def seksi(cells: Cells) -> Seksi:
    return Seksi(cells["kode"] or "", cells["nama"] or "")


def seksi_cells(seksi: Seksi) -> Cells:
    return {"kode": seksi.kode, "nama": seksi.nama}


_SAME_IN_PEGAWAI = ("nip", "pangkat", "golongan", "seksi", "pengguna", "mulai", "sampai")


def pegawai(cells: Cells) -> Pegawai:
    return Pegawai(
        cells["nama"] or "",
        cells["jabatan"] or "",
        cells["peran"] or (),
        status=cells["status"] or StatusPegawai.PNS,
        penugasan=cells["penugasan"] or Penugasan.DEFINITIF,
        **{nama: cells[nama] for nama in _SAME_IN_PEGAWAI},
    )


def pegawai_cells(pegawai: Pegawai) -> Cells:
    return {
        "nama": pegawai.nama,
        "jabatan": pegawai.jabatan,
        "peran": pegawai.peran,
        "status": pegawai.status,
        "penugasan": pegawai.penugasan,
        **{nama: getattr(pegawai, nama) for nama in _SAME_IN_PEGAWAI},
    }


def sasaran(cells: Cells) -> Sasaran:
    return Sasaran(cells["sasaran"] or "", cells["tujuan"])


def sasaran_cells(sasaran: Sasaran) -> Cells:
    return {"sasaran": sasaran.teks, "tujuan": sasaran.tujuan}


_SAME_IN_INDIKATOR = (
    "sasaran",
    "satuan",
    "seksi",
    "definisi",
    "formulasi",
    "sumber_data",
    "frekuensi",
    "penanggung_jawab",
    "target_renstra",
    "tahun_renstra",
    "pembanding",
    "sumber_pembanding",
    "menggantikan",
    "tidak_dipakai_sejak",
    "alasan_tidak_dipakai",
)


def indikator(cells: Cells) -> Indikator:
    polaritas = cells["polaritas"] or Polaritas.POSITIF
    return Indikator(
        cells["kode"] or "",
        cells["indikator"] or "",
        tingkat=cells["tingkat"] or Tingkat.SASARAN,
        polaritas=polaritas,
        akumulasi=cells["akumulasi"] or Akumulasi.POSISI_AKHIR,
        rumus=cells["rumus"] or RUMUS_BAKU[polaritas],
        target=_target(cells),
        iku=bool(cells["iku"]),
        bukti_wajib=bool(cells["bukti"]),
        komponen_pembilang=cells["pembilang"],
        komponen_penyebut=cells["penyebut"],
        komponen_faktor=cells["faktor"] or Faktor.PERSEN,
        aksi=_actions(cells),
        **{nama: cells[nama] for nama in _SAME_IN_INDIKATOR},
    )


def indikator_cells(indikator: Indikator) -> Cells:
    return {
        "kode": indikator.kode,
        "indikator": indikator.nama,
        "tingkat": indikator.tingkat,
        "polaritas": indikator.polaritas,
        "akumulasi": indikator.akumulasi,
        "rumus": indikator.rumus,
        **_target_cells(indikator.target),
        "iku": indikator.iku,
        "bukti": indikator.bukti_wajib,
        "pembilang": indikator.komponen_pembilang,
        "penyebut": indikator.komponen_penyebut,
        "faktor": None if indikator.komponen_faktor is Faktor.PERSEN else indikator.komponen_faktor,
        **{f"aksi_tw{tw}": teks for tw, teks in enumerate(indikator.aksi, 1)},
        **{nama: getattr(indikator, nama) for nama in _SAME_IN_INDIKATOR},
    }


@dataclass(frozen=True, slots=True)
class BarisVersi:
    """One line of a changed plan."""

    versi: str
    berlaku_mulai: date | None
    kode: str
    target: Target


def versi(cells: Cells) -> BarisVersi:
    return BarisVersi(cells["versi"] or "", cells["berlaku_mulai"], cells["kode"] or "", _target(cells))


def versi_cells(versi: BarisVersi) -> Cells:
    return {
        "versi": versi.versi,
        "berlaku_mulai": versi.berlaku_mulai,
        "kode": versi.kode,
        **_target_cells(versi.target),
    }


@dataclass(frozen=True, slots=True)
class BarisRealisasi:
    """One line of figures with the words of each quarter that has some."""

    realisasi: RealisasiTahun
    teks: tuple[TeksTriwulan, ...] = ()


_FIGURES = ("realisasi", "pembilang", "penyebut")
_FOURS = tuple(map(_of_quarters, _FIGURES))
_WORDS = tuple((tw, tuple(f"{kata}_tw{tw}" for kata in KATA)) for tw in (1, 2, 3, 4))


def realisasi(cells: Cells) -> BarisRealisasi:
    kode = cells["kode"] or ""
    words = ((tw, [cells[nama] or "" for nama in names]) for tw, names in _WORDS)
    return BarisRealisasi(
        RealisasiTahun(kode, *[take(cells) for take in _FOURS]),
        tuple(TeksTriwulan(kode, tw, *said) for tw, said in words if any(said)),
    )


def realisasi_cells(baris: BarisRealisasi) -> Cells:
    words = {f"{kata}_tw{teks.triwulan}": getattr(teks, kata) for teks in baris.teks for kata in KATA}
    r = baris.realisasi
    fours = zip(_FIGURES, (r.triwulan, r.pembilang, r.penyebut), strict=True)
    figures = {name: figure for awal, four in fours for name, figure in _four_cells(awal, four).items()}
    return {"kode": r.kode, **figures, **words}


def riwayat(cells: Cells) -> Riwayat:
    return Riwayat(
        cells["kode"] or "",
        cells["tahun"] or 0,
        cells["target"],
        cells["realisasi"],
        bool(cells["diimpor"]),
        cells["indikator_lama"],
    )


def riwayat_cells(riwayat: Riwayat) -> Cells:
    return {
        "kode": riwayat.kode,
        "tahun": riwayat.tahun,
        "target": riwayat.target,
        "realisasi": riwayat.realisasi,
        "diimpor": riwayat.diimpor or None,
        "indikator_lama": riwayat.indikator_lama,
    }


def anggaran(cells: Cells) -> BarisAnggaran:
    return BarisAnggaran(
        cells["kode"] or "",
        cells["tingkat"] or Tingkat.PROGRAM,
        cells["uraian"] or "",
        cells["pagu"],
        _spent(cells),
        cells["seksi"],
        cells["indikator"] or (),
    )


def anggaran_cells(baris: BarisAnggaran) -> Cells:
    return {
        "kode": baris.kode,
        "tingkat": baris.tingkat,
        "uraian": baris.uraian,
        "pagu": baris.pagu,
        **_four_cells("realisasi", baris.realisasi),
        "seksi": baris.seksi,
        "indikator": baris.indikator,
    }


def skala_cells(skala: NilaiSkala) -> Cells:
    return {"satuan": skala.satuan, "teks": skala.teks, "nilai": skala.nilai}
