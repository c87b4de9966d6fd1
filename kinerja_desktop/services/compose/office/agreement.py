"""The Perjanjian Kinerja: murni, or in the version that a changed plan asks for; of the head or of a seksi.

The head of the office promises to the head of region, the head of a seksi to the head of the office (PermenPANRB
53/2014): the indikator that the seksi answers for and the sub kegiatan behind them.

Its sentences are the office's own, kept as fields; what is offered there is the usual formula. Targets come from the
plan itself, not from approved copies: an agreement is made before there are any.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final

from kinerja_desktop.domain.akumulasi import Deret
from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.dokumen_rencana import BarisDana, BarisJanji, KelompokJanji, PerjanjianKinerja
from kinerja_desktop.domain.errors import NotFound
from kinerja_desktop.domain.indikator import KOSONG4, Indikator, Rencana, Tingkat, VersiRencana
from kinerja_desktop.domain.isian import Isian
from kinerja_desktop.domain.laporan import Angka, Penandatangan, Pihak
from kinerja_desktop.domain.numerals import terbilang
from kinerja_desktop.domain.pegawai import huruf_besar
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.satuan import decimals_for
from kinerja_desktop.domain.serapan import Cabang, branches, branches_of, linked_by_name, pagu_of, sum_of
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.domain.urutan import grouped
from kinerja_desktop.services import settings
from kinerja_desktop.services.cases import seksi_named
from kinerja_desktop.services.compose.cells import Sel
from kinerja_desktop.services.compose.naskah import jabatan_of
from kinerja_desktop.services.compose.office.kinds import Sumber
from kinerja_desktop.services.compose.uang import rupiah

KUNCI: Final = "perjanjian_kinerja"
SEKSI: Final = "perjanjian_seksi"
MURNI: Final = "Murni"
TITIK: Final = "." * 40
"""Where a name or a number is left to the hand."""
_LATEST: Final = "Sesuaikan dengan kalimat pada Perjanjian Kinerja terakhir kantor."


# --- fields --------------------------------------------------------------------------------------


def agreement_fields(x: Sumber) -> Sequence[Isian]:
    """The other party, the sentences, what is changed, whose initials."""
    party = () if x.pokok.seksi else _party_fields(x)
    return (*_changes(_plan(x)), *party, *_sentences(), *_sides(x))


def _changes(rencana: Rencana) -> Sequence[Isian]:
    """Nothing to choose where the plan was never changed."""
    if not rencana.versi:
        return ()
    part = "Perubahan"
    archive = "Kosongkan untuk memakai yang tercatat di arsip."
    return (
        Isian("versi", "Versi rencana", "Target yang dicetak.", MURNI, pilihan=tuple(_versions(rencana)), bagian=part),
        Isian("nomor_lama", "Nomor Perjanjian Kinerja yang diganti", archive, bagian=part),
        Isian("tanggal_lama", "Tanggalnya", archive, bagian=part),
        Isian("alasan", "Alasan perubahan", "Sambungan kata «karena».", baris=2, bagian=part),
    )


def _party_fields(x: Sumber) -> Sequence[Isian]:
    part = "Pihak kedua"
    return (
        Isian("nama_kedua", "Nama", "Lengkap dengan gelar; pangkat dan NIP tidak dicetak.", bagian=part),
        Isian("jabatan_kedua", "Jabatan", bawaan=x.instansi.kepala_daerah, bagian=part),
    )


def _sentences() -> Sequence[Isian]:
    part = "Pernyataan"
    return (
        Isian(
            "pembuka",
            "Pembuka",
            _LATEST,
            "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta berorientasi "
            "pada hasil, kami yang bertanda tangan di bawah ini:",
            baris=3,
            bagian=part,
        ),
        Isian(
            "janji",
            "Janji pihak pertama",
            _LATEST,
            "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai dengan lampiran perjanjian "
            "ini, dalam rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen "
            "perencanaan. Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami.",
            baris=5,
            bagian=part,
        ),
        Isian(
            "pengawasan",
            "Pernyataan pihak kedua",
            _LATEST,
            "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian "
            "kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan "
            "dan sanksi.",
            baris=4,
            bagian=part,
        ),
    )


def _sides(x: Sumber) -> Sequence[Isian]:
    part = "Lampiran dan paraf"
    secretary = "Sekcam" if x.instansi.nama.startswith("Kecamatan") else "Sekretaris"
    return (
        Isian("sumber_dana", "Sumber dana", "Dicetak pada kolom Keterangan.", "APBD", bagian=part),
        Isian(
            "paraf",
            "Kotak paraf",
            "Paling banyak tiga, dipisahkan titik koma. Kosongkan bila tidak dipakai.",
            f"{secretary}; Kasubag Perencanaan",
            bagian=part,
        ),
    )


# --- the paper -----------------------------------------------------------------------------------


def agreement(x: Sumber) -> PerjanjianKinerja:
    """The agreement of a year. Raises NotFound without a plan."""
    rencana, seksi = _plan(x), x.pokok.seksi
    versi = _versions(rencana).get(x.isian.get("versi", MURNI))
    whose = f" {seksi_named(x.unit, seksi).nama}" if seksi else ""
    older, kind = _kinds(rencana, versi)
    title, name = f"{kind} Tahun {x.pokok.tahun}", f"{kind}{whose} Tahun {x.pokok.tahun}"
    listed = _promised(x, rencana)
    dana = tuple(_money(x, rencana))
    janji = tuple(_promises(x, rencana, versi, listed))
    replaced = _replaced(x, [f"{earlier}{whose} Tahun {x.pokok.tahun}" for earlier in older]) if versi else ()
    lacking = () if x.terbit else _lacking(x, janji, dana, replaced)
    return PerjanjianKinerja(
        naskah=x.naskah(title, name, lacking),
        pembuka=x.isian["pembuka"],
        pertama=_first(x),
        kedua=_second(x),
        pernyataan=(*_replacing(x, replaced), *(_lines(x.isian["janji"])), *_lines(x.isian["pengawasan"])),
        janji=janji,
        tingkat_dana=_level([top for top, _ in dana]),
        dana=tuple(_money_row(number, *line) for number, line in enumerate(dana, start=1)),
        jumlah=rupiah(sum_of(top for top, _ in dana).pagu),
        paraf=tuple(f"Paraf {who.strip()}" for who in x.isian["paraf"].split(";") if who.strip()),
    )


def _plan(x: Sumber) -> Rencana:
    rencana = x.unit.planning.rencana(x.pokok.tahun)
    if rencana is None:
        raise NotFound("Rencana kinerja", str(x.pokok.tahun))
    return rencana


def _versions(rencana: Rencana) -> dict[str, VersiRencana | None]:
    """What may be printed, by the words of the choice."""
    return {MURNI: None, **{choice_of(v): v for v in rencana.versi}}


def choice_of(versi: VersiRencana) -> str:
    """A changed plan in the words of the choice."""
    return f"{versi.versi}, mulai {format_tanggal(versi.berlaku_mulai)}"


def _kinds(rencana: Rencana, versi: VersiRencana | None) -> tuple[Sequence[str], str]:
    """What the agreements before this one are called, the latest first, and what it is called itself."""
    changes = 0 if versi is None else rencana.versi.index(versi) + 1
    called = [
        "Perjanjian Kinerja",
        "Perjanjian Kinerja Perubahan",
        *(f"Perjanjian Kinerja Perubahan Ke{terbilang(n)}" for n in range(2, changes + 1)),
    ]
    return called[:changes][::-1], called[changes]


def _lines(teks: str) -> list[str]:
    return [line.strip() for line in teks.splitlines() if line.strip()]


def _first(x: Sumber) -> Pihak:
    """Who promises; his title in the text is written as the office writes it."""
    if x.pokok.seksi is None:
        return _head(x)
    found, signs = x.pejabat(Role.KASUBAG, x.pokok.seksi), x.penandatangan(Role.KASUBAG, x.pokok.seksi)
    return Pihak(signs.nama, found.jabatan_tercetak if found else TITIK, signs)


def _head(x: Sumber) -> Pihak:
    return Pihak(x.pimpinan.nama, jabatan_of(x.kepala, x.instansi), x.pimpinan)


def _second(x: Sumber) -> Pihak:
    if x.pokok.seksi is not None:
        return _head(x)
    jabatan = x.isian["jabatan_kedua"] or TITIK
    nama = x.isian["nama_kedua"] or TITIK
    return Pihak(nama, jabatan, Penandatangan((f"{huruf_besar(jabatan)},",), nama))


# --- what it replaces ----------------------------------------------------------------------------


def _replaced(x: Sumber, titles: Sequence[str]) -> tuple[str, str]:
    """Number and date of the agreement before this one: as typed, else as archived; empty where unknown.

    ``titles`` are those that it may replace, the latest first: not every change is made for every seksi.
    """
    seksi = x.pokok.seksi
    archived = x.unit.papers.listing(jenis=SEKSI if seksi else KUNCI, tahun=x.pokok.tahun, seksi=seksi)
    older = next((paper for title in titles for paper in archived if paper.judul == title), None)
    nomor = x.isian["nomor_lama"] or (older.nomor if older else None) or ""
    tanggal = x.isian["tanggal_lama"] or (format_tanggal(older.tanggal) if older and older.tanggal else "")
    return nomor, tanggal


def _replacing(x: Sumber, replaced: Sequence[str]) -> Sequence[str]:
    if not replaced:
        return ()
    nomor, tanggal = (known or TITIK[:20] for known in replaced)
    alasan = x.isian["alasan"].strip().rstrip(".")
    because = f" karena {alasan[:1].lower()}{alasan[1:]}" if alasan else ""
    return (f"Perjanjian ini menggantikan Perjanjian Kinerja Nomor {nomor} tanggal {tanggal}{because}.",)


# --- targets and money ---------------------------------------------------------------------------


def _promised(x: Sumber, rencana: Rencana) -> tuple[Indikator, ...]:
    """What the head promises, or what a seksi answers for."""
    if x.pokok.seksi is None:
        return rencana.dijanjikan
    day = x.pilihan.tanggal or x.ctx.today()
    return tuple(i for i in rencana.indikator if i.seksi == x.pokok.seksi and i.dipakai(day))


def _promises(
    x: Sumber, rencana: Rencana, versi: VersiRencana | None, listed: Sequence[Indikator]
) -> Sequence[KelompokJanji]:
    """The promises below their sasaran; what stands below a program or a kegiatan says so."""
    number = count(1)
    return [
        KelompokJanji(
            k.nama or "-",
            tuple(_promise(x, rencana, versi, str(next(number)), i) for i in k.isi),
            k.tingkat.label,
        )
        for k in grouped(listed, lambda i: i)
    ]


def _promise(x: Sumber, rencana: Rencana, versi: VersiRencana | None, no: str, i: Indikator) -> BarisJanji:
    target = i.target if versi is None else rencana.target_pada(i.kode, versi.berlaku_mulai)
    year = Deret(i.akumulasi, i.rumus, target, KOSONG4, settings.aturan(x.unit)).of_year().target
    shown = (i.target.tahun, *i.target.triwulan, target.tahun, *target.triwulan)
    cells = Sel(decimals_for(i, shown), i.satuan, rencana.skala)
    return BarisJanji(no, i.nama, i.satuan or "-", cells.angka(year))


def _level(tops: Sequence[Cabang]) -> str:
    levels = {top.baris.tingkat for top in tops} or {Tingkat.PROGRAM}
    return levels.pop().label if len(levels) == 1 else "Program / Kegiatan / Sub Kegiatan"


def _money(x: Sumber, rencana: Rencana) -> Iterator[tuple[Cabang, str]]:
    """The lines of the budget with their remark: programs, or what lies lowest behind the indikator of a seksi.

    Money behind indikator of several seksi is named at each of them.
    """
    source, seksi = x.isian["sumber_dana"] or "-", x.pokok.seksi
    lines = x.unit.planning.anggaran(x.pokok.tahun)
    if seksi is None:
        yield from ((top, source) for top in branches(lines))
        return
    tops, owner = branches(linked_by_name(lines, rencana.indikator)), {i.kode: i.seksi for i in rencana.indikator}
    for found in branches_of(tops, [kode for kode, whose in owner.items() if whose == seksi]):
        others = {owner.get(kode) for kode in found.baris.indikator} - {seksi, None}
        named = deretan(seksi_named(x.unit, kode).nama for kode in sorted(filter(None, others)))
        yield from ((leaf, f"{source}, bersama {named}" if named else source) for leaf in found.leaves())


def _money_row(number: int, top: Cabang, remark: str) -> BarisDana:
    return BarisDana(str(number), top.baris.uraian, rupiah(pagu_of(top)), remark)


_WITHOUT_MONEY: Final = {True: "Anggaran tahun ini belum diisi.", False: "Anggaran belum dihubungkan dengan indikator."}


def _lacking(
    x: Sumber, janji: Sequence[KelompokJanji], dana: Sequence[object], replaced: Sequence[str]
) -> tuple[str, ...]:
    """What a draft lacks before it can be signed."""
    without = sum(_empty(line.target) for group in janji for line in group.baris)
    asked = (
        (not x.pokok.seksi and not x.isian["nama_kedua"], "Nama pihak kedua belum diisi."),
        (bool(x.pokok.seksi) and not janji, "Seksi ini belum mempunyai indikator."),
        (not x.kepala.id, "Belum ada pimpinan kantor yang berlaku pada tanggal dokumen."),
        (without > 0, f"{without} indikator belum mempunyai target tahun."),
        (not dana, _WITHOUT_MONEY[x.pokok.seksi is None]),
        (not all(replaced), "Nomor atau tanggal Perjanjian Kinerja yang diganti belum diketahui."),
        (bool(replaced) and not x.isian["alasan"].strip(), "Alasan perubahan belum diisi."),
    )
    return tuple(words for missing, words in asked if missing)


def _empty(angka: Angka) -> bool:
    return angka.nilai is None and angka.teks is None
