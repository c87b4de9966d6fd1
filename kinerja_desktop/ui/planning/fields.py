"""The fields of an indikator as data: key, label, how it is shown as text and read back. One more field: one line.

Figures are read as Indonesians write them; an empty field is no figure, never zero.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, auto

from kinerja_desktop.domain.indikator import Akumulasi, Faktor, Indikator, Polaritas, Rumus, Target, Tingkat
from kinerja_desktop.domain.numerals import format_angka, read_angka


class Bentuk(Enum):
    """What kind of field it is."""

    TEKS = auto()
    PANJANG = auto()
    ANGKA = auto()
    PILIHAN = auto()
    YA = auto()


@dataclass(frozen=True, slots=True)
class Kolom:
    """One field of the form."""

    kunci: str
    label: str
    bentuk: Bentuk
    isi: Callable[[Indikator], str]
    kelompok: str = "Umum"
    pilihan: tuple[tuple[str, str], ...] = ()

    @property
    def pendek(self) -> bool:
        """Whether two such fields have room side by side."""
        return self.bentuk is Bentuk.ANGKA or self.kunci in _PENDEK


_PENDEK = frozenset({"kode", "satuan", "tingkat", "seksi"})


def _angka(nilai: Decimal | None) -> str:
    return "" if nilai is None else format_angka(nilai)


def _enum(kind: type[Enum], words: Callable[[Enum], str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(member.name), words(member)) for member in kind)


ROMAWI = ("I", "II", "III", "IV")


def _tw(n: int) -> Kolom:
    return Kolom(
        f"tw{n}", f"Target TW {ROMAWI[n - 1]}", Bentuk.ANGKA, lambda i: _angka(i.target.triwulan[n - 1]), "Target"
    )


def _aksi(n: int) -> Kolom:
    label = f"Rencana aksi TW {ROMAWI[n - 1]}"
    return Kolom(f"aksi{n}", label, Bentuk.PANJANG, lambda i: i.aksi[n - 1] or "", "Rencana Aksi")


_LABELS: Mapping[Enum, str] = {
    **{t: t.label for t in Tingkat},
    **{p: p.label for p in Polaritas},
    **{a: a.label for a in Akumulasi},
    Rumus.P1: "P1: realisasi : target × 100",
    Rumus.N1: "N1: (2 × target − realisasi) : target × 100",
    Rumus.N2: "N2: target : realisasi × 100",
    Faktor.PERSEN: "× 100 (persentase)",
    Faktor.RASIO: "apa adanya (rasio)",
}

KOLOM: tuple[Kolom, ...] = (
    Kolom("kode", "Kode", Bentuk.TEKS, lambda i: i.kode),
    Kolom("satuan", "Satuan", Bentuk.TEKS, lambda i: i.satuan or ""),
    Kolom("nama", "Indikator kinerja", Bentuk.PANJANG, lambda i: i.nama),
    Kolom("sasaran", "Sasaran", Bentuk.PANJANG, lambda i: i.sasaran or ""),
    Kolom("tingkat", "Tingkat", Bentuk.PILIHAN, lambda i: i.tingkat.name, pilihan=_enum(Tingkat, _LABELS.__getitem__)),
    Kolom("seksi", "Seksi", Bentuk.PILIHAN, lambda i: i.seksi or ""),
    Kolom(
        "polaritas",
        "Polaritas",
        Bentuk.PILIHAN,
        lambda i: i.polaritas.name,
        pilihan=_enum(Polaritas, _LABELS.__getitem__),
    ),
    Kolom(
        "akumulasi",
        "Akumulasi",
        Bentuk.PILIHAN,
        lambda i: i.akumulasi.name,
        pilihan=_enum(Akumulasi, _LABELS.__getitem__),
    ),
    Kolom("rumus", "Rumus", Bentuk.PILIHAN, lambda i: i.rumus.name, pilihan=_enum(Rumus, _LABELS.__getitem__)),
    Kolom("iku", "Indikator Kinerja Utama", Bentuk.YA, lambda i: "ya" if i.iku else ""),
    Kolom("bukti_wajib", "Bukti dukung wajib", Bentuk.YA, lambda i: "ya" if i.bukti_wajib else ""),
    *(_tw(n) for n in (1, 2, 3, 4)),
    Kolom("tahun", "Target tahun", Bentuk.ANGKA, lambda i: _angka(i.target.tahun), "Target"),
    Kolom("pembanding", "Angka pembanding", Bentuk.ANGKA, lambda i: _angka(i.pembanding), "Target"),
    Kolom("target_renstra", "Target akhir Renstra", Bentuk.ANGKA, lambda i: _angka(i.target_renstra), "Target"),
    Kolom("tahun_renstra", "Tahun akhir Renstra", Bentuk.ANGKA, lambda i: str(i.tahun_renstra or ""), "Target"),
    Kolom("sumber_pembanding", "Sumber pembanding", Bentuk.TEKS, lambda i: i.sumber_pembanding or "", "Target"),
    Kolom("definisi", "Definisi operasional", Bentuk.PANJANG, lambda i: i.definisi or "", "Kartu"),
    Kolom("formulasi", "Formulasi", Bentuk.PANJANG, lambda i: i.formulasi or "", "Kartu"),
    Kolom("komponen_pembilang", "Pembilang", Bentuk.TEKS, lambda i: i.komponen_pembilang or "", "Kartu"),
    Kolom("komponen_penyebut", "Penyebut", Bentuk.TEKS, lambda i: i.komponen_penyebut or "", "Kartu"),
    Kolom(
        "komponen_faktor",
        "Hasil bagi",
        Bentuk.PILIHAN,
        lambda i: i.komponen_faktor.name,
        "Kartu",
        pilihan=_enum(Faktor, _LABELS.__getitem__),
    ),
    Kolom("sumber_data", "Sumber data", Bentuk.TEKS, lambda i: i.sumber_data or "", "Kartu"),
    Kolom("frekuensi", "Frekuensi", Bentuk.TEKS, lambda i: i.frekuensi or "", "Kartu"),
    Kolom("penanggung_jawab", "Penanggung jawab", Bentuk.TEKS, lambda i: i.penanggung_jawab or "", "Kartu"),
    Kolom("menggantikan", "Menggantikan indikator", Bentuk.PILIHAN, lambda i: i.menggantikan or "", "Kartu"),
    *(_aksi(n) for n in (1, 2, 3, 4)),
)
KELOMPOK: Sequence[str] = ("Umum", "Target", "Kartu", "Rencana Aksi")


def read_indikator(teks: Mapping[str, str], known: Indikator) -> Indikator:
    """The indikator that the fields say over the one that was shown. Raises AngkaSalah for a text that is no figure."""
    n = {k.kunci: read_angka(teks[k.kunci]).nilai for k in KOLOM if k.bentuk is Bentuk.ANGKA}
    words = {k.kunci: teks[k.kunci].strip() for k in KOLOM if k.bentuk is not Bentuk.ANGKA}
    year = n["tahun_renstra"]
    return replace(
        known,
        kode=words["kode"],
        nama=words["nama"],
        tingkat=Tingkat[words["tingkat"]],
        sasaran=words["sasaran"] or None,
        satuan=words["satuan"] or None,
        polaritas=Polaritas[words["polaritas"]],
        akumulasi=Akumulasi[words["akumulasi"]],
        rumus=Rumus[words["rumus"]],
        target=Target(n["tahun"], (n["tw1"], n["tw2"], n["tw3"], n["tw4"])),
        seksi=words["seksi"] or None,
        iku=bool(words["iku"]),
        definisi=words["definisi"] or None,
        formulasi=words["formulasi"] or None,
        sumber_data=words["sumber_data"] or None,
        frekuensi=words["frekuensi"] or None,
        penanggung_jawab=words["penanggung_jawab"] or None,
        bukti_wajib=bool(words["bukti_wajib"]),
        target_renstra=n["target_renstra"],
        tahun_renstra=None if year is None else int(year),
        pembanding=n["pembanding"],
        sumber_pembanding=words["sumber_pembanding"] or None,
        komponen_pembilang=words["komponen_pembilang"] or None,
        komponen_penyebut=words["komponen_penyebut"] or None,
        komponen_faktor=Faktor[words["komponen_faktor"]],
        menggantikan=words["menggantikan"] or None,
        aksi=(words["aksi1"] or None, words["aksi2"] or None, words["aksi3"] or None, words["aksi4"] or None),
    )
