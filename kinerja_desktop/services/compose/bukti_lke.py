"""The index of a Paket Bukti LKE: what serves each criterion, what is missing and what to do, what lies where."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.dokumen_lke import (
    YANG_BELUM_ADA,
    BarisIsi,
    BarisKriteria,
    BarisKurang,
    FolderIsi,
    IndeksBuktiLke,
    KatalogLke,
    KelompokKriteria,
    Kriteria,
)
from kinerja_desktop.domain.narasi import hitungan, kalimat
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services.compose.office.kinds import Sumber

BELUM_TTD: Final = "belum bertanda tangan"
_SIGNED: Final[Mapping[bool | None, str]] = {True: "ada", False: "belum", None: "-"}
_ADA, _SEBAGIAN, _BELUM, _LUAR = "Ada", "Sebagian", "Belum ada", "Disiapkan kantor"


@dataclass(frozen=True, slots=True)
class BerkasPaket:
    """One paper of the packet: kind and number, where it lies, signed or not (None where nobody signs it).

    ``lampiran`` are files that lie below its folder and stand in it: evidence.
    """

    jenis: str
    folder: str
    nama: str
    nomor: str
    bertanda_tangan: bool | None
    lampiran: int = 0


@dataclass(frozen=True, slots=True)
class Kekurangan:
    """Papers of one kind that should be there and are not: about what, and where they are made."""

    jenis: str
    apa: str
    saran: str


@dataclass(frozen=True, slots=True)
class Inventaris:
    """What the archive holds for the evaluation of a year. ``nama`` are the names of kinds."""

    katalog: KatalogLke
    berkas: tuple[BerkasPaket, ...]
    kurang: tuple[Kekurangan, ...]
    nama: Mapping[str, str]

    def of(self, jenis: str) -> tuple[BerkasPaket, ...]:
        """Files of one kind."""
        return tuple(b for b in self.berkas if b.jenis == jenis)

    def missing(self, jenis: str) -> tuple[Kekurangan, ...]:
        """What is missing of one kind."""
        return tuple(k for k in self.kurang if k.jenis == jenis)

    @property
    def tanpa_ttd(self) -> int:
        """How many papers are not signed."""
        return _count_unsigned(self.berkas)

    @property
    def lampiran(self) -> int:
        """How many files of evidence go along."""
        return sum(b.lampiran for b in self.berkas)


def lke_index(x: Sumber, found: Inventaris) -> IndeksBuktiLke:
    """The index as a paper."""
    title = f"Indeks Bukti Evaluasi AKIP {x.pokok.masa}"
    return IndeksBuktiLke(
        naskah=x.naskah(title, title),
        pembuka=_opening(x, found),
        kelompok=criteria(found),
        kurang=tuple(_missing_row(n, k, found.katalog) for n, k in enumerate(found.kurang, 1)),
        isi=tuple(_folder(name, found.berkas) for name in dict.fromkeys(b.folder for b in found.berkas)),
        sumber=" ".join(found.katalog.sumber),
        penandatangan=x.penandatangan(Role.KASUBAG_PERENCANAAN),
    )


def _opening(x: Sumber, found: Inventaris) -> tuple[str, ...]:
    count, unsigned, missing = len(found.berkas), found.tanpa_ttd, len(found.kurang)
    held = f"Paket ini memuat {hitungan(count, 'berkas')} {x.instansi.nama} yang melayani kriteria evaluasi"
    told = [f"{held} akuntabilitas kinerja menurut {found.katalog.peraturan}."]
    if unsigned:
        told.append(f"Sebanyak {unsigned} berkas belum bertanda tangan dan ditandai demikian pada namanya.")
    if found.lampiran:
        told.append(f"Di samping itu ada {hitungan(found.lampiran, 'berkas')} bukti dukung di bawah daftarnya.")
    if missing:
        told.append(f"Masih ada {hitungan(missing, 'bukti')} yang belum ada; lihat tabel “{YANG_BELUM_ADA}”.")
    else:
        told.append("Seluruh dokumen yang dibuat program ini sudah ada.")
    return (" ".join(map(kalimat, told)),)


# --- criteria ------------------------------------------------------------------------------------


def criteria(found: Inventaris) -> tuple[KelompokKriteria, ...]:
    """Every criterion with what is there for it."""
    return tuple(
        KelompokKriteria(
            f"{sub.nomor} {komponen.nama}",
            f"{sub.nomor} {sub.nama} ({komponen.nama}, bobot {sub.bobot})",
            tuple(_criterion(k, found) for k in sub.kriteria),
        )
        for komponen in found.katalog.komponen
        for sub in komponen.sub
    )


def _criterion(k: Kriteria, found: Inventaris) -> BarisKriteria:
    outside = (f"Lengkapi sendiri: {k.luar}.",) if k.luar else ()
    there = [jenis for jenis in k.jenis if found.of(jenis)]
    partly = len(there) < len(k.jenis) or any(found.missing(jenis) for jenis in k.jenis)
    state = _LUAR if not k.jenis else _BELUM if not there else _SEBAGIAN if partly else _ADA
    lines = tuple(_evidence(jenis, found) for jenis in k.jenis)
    return BarisKriteria(k.nomor, k.teks, (*lines, *outside), state, state in (_BELUM, _SEBAGIAN))


def _evidence(jenis: str, found: Inventaris) -> str:
    files, missing = found.of(jenis), found.missing(jenis)
    name = found.nama[jenis]
    if not files:
        return f"{name}: belum ada."
    told, attached = [f"folder {files[0].folder.partition(' ')[0]}"], sum(b.lampiran for b in files)
    told += [f"{len(files)} {'daftar' if attached else 'berkas'}"] if len(files) > 1 else []
    told += [f"{attached} berkas bukti"] if attached else []
    told += [_unsigned(files)] if _count_unsigned(files) else []
    told += [f"{len(missing)} belum ada"] if missing else []
    return f"{name}: {', '.join(told)}."


def _count_unsigned(files: Iterable[BerkasPaket]) -> int:
    return sum(b.bertanda_tangan is False for b in files)


def _unsigned(files: Sequence[BerkasPaket]) -> str:
    count = _count_unsigned(files)
    if len(files) == 1:
        return BELUM_TTD
    return f"{'semua' if count == len(files) else count} {BELUM_TTD}"


# --- lists ---------------------------------------------------------------------------------------


def _missing_row(n: int, k: Kekurangan, katalog: KatalogLke) -> BarisKurang:
    return BarisKurang(str(n), k.apa, ", ".join(served_by(k.jenis, katalog)), k.saran)


def served_by(jenis: str, katalog: KatalogLke) -> tuple[str, ...]:
    """Numbers of the criteria that a kind of paper serves."""
    return tuple(k.nomor for k in katalog.kriteria if jenis in k.jenis)


def _folder(name: str, berkas: Iterable[BerkasPaket]) -> FolderIsi:
    files: Sequence[BerkasPaket] = [b for b in berkas if b.folder == name]
    rows = (BarisIsi(str(n), _with_files(b), b.nomor, _SIGNED[b.bertanda_tangan]) for n, b in enumerate(files, 1))
    return FolderIsi(name, tuple(rows))


def _with_files(b: BerkasPaket) -> str:
    return f"{b.nama}, beserta {hitungan(b.lampiran, 'berkas')} bukti" if b.lampiran else b.nama


def missing_text(found: Inventaris) -> str:
    """What is not there yet, as plain text beside the index."""
    lines = ["YANG BELUM ADA", ""]
    lines += [
        f"{n}. {k.apa}\n   {k.saran}\n   Kriteria {deretan(served_by(k.jenis, found.katalog))}."
        for n, k in enumerate(found.kurang, 1)
    ] or ["Seluruh dokumen yang dibuat program ini sudah ada."]
    outside = [k for k in found.katalog.kriteria if k.luar]
    lines += ["", "DISIAPKAN KANTOR DI LUAR PROGRAM INI", ""]
    lines += [f"{k.nomor} {k.luar[0].upper()}{k.luar[1:]}." for k in outside]
    return "\r\n".join("\n".join(lines).splitlines()) + "\r\n"
