"""Papers of steps 1 to 5, each made from one act of a berkas: orders, bahan, seksi's report, decision.

An official is named as the act names him; pangkat and NIP are those of today's table.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.indikator import Akumulasi, Indikator
from kinerja_desktop.domain.komponen import words_of
from kinerja_desktop.domain.laporan import (
    Angka,
    BahanLaporan,
    BarisBahan,
    BarisPemeriksaan,
    Kosong,
    LaporanDisposisi,
    LaporanSeksi,
    LembarDisposisi,
    Penandatangan,
)
from kinerja_desktop.domain.narasi import dari_kata, kalimat, sederet
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.realisasi import Isi, IsiIndikator
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.satuan import decimals_for
from kinerja_desktop.domain.tanggal import format_hari_tanggal, format_tanggal, format_waktu
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Act, Action, Langkah
from kinerja_desktop.services import settings
from kinerja_desktop.services.assignment import Sifat, subject
from kinerja_desktop.services.cases import Berkas, indikator_of, seksi_reporting
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.cells import Sel
from kinerja_desktop.services.compose.evidence import report_evidence
from kinerja_desktop.services.compose.naskah import Perihal, Pilihan, Ruang, Terbit, naskah, signer, signer_then
from kinerja_desktop.services.compose.quarterly_paper import analysis_rows
from kinerja_desktop.services.compose.tables import groups, quarter_table
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.history import exception
from kinerja_desktop.services.snapshots import Salinan, content_of, return_of
from kinerja_desktop.storage.records import Paper
from kinerja_desktop.storage.unit_of_work import Unit

LEMBAR = "lembar_disposisi"
BAHAN = "bahan_laporan"
LAPORAN = "laporan_seksi"
KEPUTUSAN = "laporan_disposisi"

OF_ACTION: Mapping[Action, tuple[str, ...]] = {
    Action.ASSIGN: (LEMBAR,),
    Action.ORDER: (LEMBAR,),
    Action.SUBMIT_BAHAN: (BAHAN,),
    Action.APPROVE: (KEPUTUSAN, LAPORAN),
    Action.RETURN: (KEPUTUSAN,),
}
"""Kinds of paper that an act brings forth; the seksi's report is one only when it is approved."""

HARAP_KASUBAG = (
    ("Susun laporan data kinerja seksi", True),
    ("Kumpulkan bahan dan bukti dukung", True),
    ("Tanggapan dan saran", False),
    ("Koordinasikan dengan unit terkait", False),
    ("Untuk diketahui dan diarsipkan", False),
)
HARAP_ANALIS = (
    ("Kumpulkan bahan dan bukti dukung", True),
    ("Koordinasikan dengan desa/kelurahan", False),
    ("Untuk diketahui dan diarsipkan", False),
)
SIFAT = (Sifat.SANGAT_SEGERA, Sifat.SEGERA, Sifat.BIASA)


@dataclass(frozen=True, slots=True)
class Lembar:
    """What every paper of one act needs: the unit of reading, the berkas, the act, number and choices."""

    unit: Unit
    ctx: Context
    berkas: Berkas
    act: Act
    pilihan: Pilihan
    terbit: Terbit | None
    pola: str

    @property
    def ruang(self) -> Ruang:
        return Ruang(settings.instansi(self.unit), self.ctx.office.latihan, self.ctx.now())

    @property
    def masa(self) -> str:
        tw = self.berkas.triwulan
        return f"{tw.label} Tahun {tw.tahun}"

    def signed(self, act: Act | None = None) -> Penandatangan:
        """Who did an act (this one), as he signs."""
        done = act or self.act
        person = self.unit.people.get(done.oleh)
        return signer(person, self.ruang.instansi)

    def perihal(self, judul: str, jenis: str) -> Perihal:
        return Perihal(judul, f"{jenis} {self.berkas.seksi.nama} {self.masa}", self.berkas.triwulan.tahun, self.pola)


def paper_id(case_id: str, act_nomor: int, jenis: str) -> str:
    """Under which the paper of an act is filed."""
    return f"{case_id}/{act_nomor}/{jenis}"


def filed_of(unit: Unit, case_id: str, act_nomor: int) -> Mapping[str, Paper]:
    """The papers of an act that were printed, by kind."""
    begin = paper_id(case_id, act_nomor, "")
    return {p.jenis: p for p in unit.papers.listing(case_id=case_id) if p.id.startswith(begin)}


# --- steps 1 and 2 -------------------------------------------------------------------------------


def order_slip(x: Lembar) -> LembarDisposisi:
    """The slip of step 1 or 2."""
    first = x.act.action is Action.ASSIGN
    day = x.act.pada.date()
    perihal = x.perihal("LEMBAR DISPOSISI", f"Lembar Disposisi – Langkah {1 if first else 2} SOP –")
    jabatan = x.act.jabatan
    return LembarDisposisi(
        naskah=naskah(x.ruang, perihal, x.pilihan, x.terbit),
        langkah=1 if first else 2,
        surat_dari=jabatan,
        nomor_surat="– (perintah internal)",
        tanggal_surat=day,
        diterima=day,
        nomor_agenda="",
        sifat=Sifat[x.act.isi["sifat"]].value,
        hal=_subject(x, first=first),
        diteruskan=_receivers(x) if first else _analysts(x),
        harap=HARAP_KASUBAG if first else HARAP_ANALIS,
        indikator=tuple(i.nama for i in _indikator(x)),
        batas_waktu=_deadline(x, first=first),
        catatan=str(x.act.isi.get("alasan", "")),
        penandatangan=x.signed(),
    )


def _subject(x: Lembar, *, first: bool) -> str:
    """What whoever ordered wrote; the usual words name the seksi."""
    written = str(x.act.isi.get("hal", ""))
    if written and written != subject(x.berkas.triwulan):
        return written
    what = "Penyusunan Laporan Data Kinerja" if first else "Pengumpulan Bahan Laporan Data Kinerja"
    return f"{what} {x.berkas.seksi.nama}, {x.masa}"


def _indikator(x: Lembar) -> tuple[Indikator, ...]:
    return indikator_of(x.unit, x.berkas.triwulan, x.berkas.seksi.kode)


def _receivers(x: Lembar) -> tuple[tuple[str, bool], ...]:
    day = x.act.pada.date()
    listed = []
    for seksi in seksi_reporting(x.unit, x.berkas.triwulan):
        people = x.unit.people.holders(Role.KASUBAG, day, seksi.kode)
        listed.append((people[0].jabatan_tercetak if people else seksi.nama, seksi.kode == x.berkas.seksi.kode))
    return tuple(listed)


def _analysts(x: Lembar) -> tuple[tuple[str, bool], ...]:
    chosen = set(x.act.isi["analis"])
    people = x.unit.people.holders(Role.ANALIS, x.act.pada.date(), x.berkas.seksi.kode)
    return tuple((f"{p.nama} ({p.jabatan_tercetak})", p.id in chosen) for p in people)


def _deadline(x: Lembar, *, first: bool) -> str:
    """Step 1 tells the day of the report, step 2 the hour of the bahan."""
    kalender, norma = x.berkas.kalender, x.berkas.revisi.norma
    bahan = kalender.due(norma[Langkah.BAHAN], x.act.pada)
    if not first or bahan is None:
        return _moment(bahan, x)
    laporan = kalender.due(norma[Langkah.LAPORAN], bahan)
    return format_hari_tanggal(laporan.date()) if laporan is not None else "-"


def _moment(due: datetime | None, x: Lembar) -> str:
    if due is None:
        return "-"
    zone = settings.zona(x.unit).name
    return f"{format_hari_tanggal(due.date())}, pukul {format_waktu(due)} {zone}"


def _order(x: Lembar, action: Action) -> str:
    """The order that is answered, by its date, and by the number of its slip where that was printed."""
    order = x.berkas.keadaan.last(action)
    if order is None:
        return "disposisi"
    slip = filed_of(x.unit, x.berkas.case.id, order.nomor).get(LEMBAR)
    numbered = f" nomor {slip.nomor}" if slip and slip.nomor else ""
    return f"disposisi{numbered} tanggal {format_tanggal(order.pada.date())}"


# --- step 3 --------------------------------------------------------------------------------------


def bahan_paper(x: Lembar) -> BahanLaporan:
    """What the analyst hands over."""
    isi = content_of(x.act) or Isi(())
    perihal = x.perihal("BAHAN LAPORAN DATA KINERJA", "Bahan Laporan Data Kinerja")
    listed = _indikator(x)
    opening = kalimat(
        f"Memenuhi {_order(x, Action.ORDER)}, bersama ini diserahkan "
        f"bahan laporan data kinerja {x.berkas.seksi.nama} {x.masa}{filled_words(isi, listed, x.berkas.triwulan)}"
    )
    return BahanLaporan(
        naskah=naskah(x.ruang, perihal, x.pilihan, x.terbit),
        seksi=x.berkas.seksi.nama,
        triwulan=x.berkas.triwulan,
        pembuka=(opening,),
        baris=tuple(_bahan_row(x, n, i, isi) for n, i in enumerate(listed, 1)),
        bukti=report_evidence(
            isi, x.berkas.seksi.nama, {i.kode: str(n) for n, i in enumerate(listed, 1)}, x.berkas.triwulan
        ),
        catatan=isi.catatan,
        penyerah=x.signed(),
        penerima=_kasubag(x),
        keterangan=tuple(
            kalimat(f"{n}. {i.nama}: {line}")
            for n, i in enumerate(listed, 1)
            for line in _said(i, isi.of(i.kode), _target(x, i))
        ),
    )


def filled_words(isi: Isi, listed: Sequence[Indikator], triwulan: Triwulan) -> str:
    """How many of the indikator that are measured in the triwulan have a figure; the end of a sentence, or two."""
    later = [i for i in listed if i.akumulasi is Akumulasi.TAHUNAN and triwulan.nomor < 4]
    yearly = "diukur satu kali setahun dan diisi pada Triwulan IV."
    if later and len(later) == len(listed):
        return f". Seluruh indikatornya {yearly}"
    filled = sum(isi.of(i.kode).realisasi is not None for i in listed if i not in later)
    told, of_all, others = sederet(filled, len(listed) - len(later), len(later))
    first = f": {told if filled else 'belum satu pun'} dari {of_all} indikator terisi."
    return f"{first} {dari_kata(others)} indikator lain {yearly}" if later else first


def _said(i: Indikator, isi: IsiIndikator, target: Decimal | None) -> Iterator[str]:
    """What the analyst says of one figure beside itself, with the decimals that the table gives it."""
    if i.komponen is not None and isi.pembilang is not None and isi.penyebut is not None:
        desimal = decimals_for(i, (target, isi.realisasi))
        yield f"{words_of(i.komponen, isi.pembilang, isi.penyebut, desimal)}."
    if isi.alasan_kosong and isi.realisasi is None:
        yield f"tidak ada data. {isi.alasan_kosong}"
    if isi.alasan_peringatan:
        yield f"angka sudah diperiksa. {isi.alasan_peringatan}"


def _target(x: Lembar, i: Indikator) -> Decimal | None:
    """What the plan in force promises of this triwulan."""
    tw = x.berkas.triwulan
    rencana = x.unit.planning.rencana(tw.tahun)
    return rencana.target_pada(i.kode, tw.last_day).triwulan[tw.nomor - 1] if rencana else None


def _bahan_row(x: Lembar, n: int, i: Indikator, isi: Isi) -> BarisBahan:
    target, realisasi = _figures(x, i, isi)
    said = isi.of(i.kode)
    return BarisBahan(
        str(n), i.nama, i.satuan or "-", target, realisasi, i.sumber_data or "-", str(len(said.bukti) or "-")
    )


def _figures(x: Lembar, i: Indikator, isi: Isi) -> tuple[Angka, Angka]:
    """Target and realisasi of an indikator; missing data where a target waits for it."""
    rencana = x.unit.planning.rencana(x.berkas.triwulan.tahun)
    target, said = _target(x, i), isi.of(i.kode).realisasi
    sel = Sel(decimals_for(i, (target, said)), i.satuan, rencana.skala if rencana else ())
    return sel.angka(target), sel.angka(said, Kosong.BELUM_ADA if target is not None else Kosong.TIDAK_BERLAKU)


def _kasubag(x: Lembar) -> Penandatangan:
    order = x.berkas.keadaan.last(Action.ORDER)
    if order is not None:
        return x.signed(order)
    return _holder(x, Role.KASUBAG, x.berkas.seksi.kode)


def _holder(x: Lembar, role: Role, seksi: str | None = None) -> Penandatangan:
    people: tuple[Pegawai, ...] = x.unit.people.holders(role, x.act.pada.date(), seksi)
    if people:
        return signer(people[0], x.ruang.instansi)
    return Penandatangan((f"{role.label.upper()},",), "")


# --- step 4 --------------------------------------------------------------------------------------


def section_paper(x: Lembar, bahan: Bahan, salinan: Salinan) -> LaporanSeksi:
    """The seksi's Laporan Data Kinerja, from the copy that the approval froze (or would freeze)."""
    own = {i.kode for i in salinan.indikator}
    basis = kalimat(
        f"Laporan ini disusun berdasarkan {_order(x, Action.ASSIGN)} menurut SOP Pengumpulan Data Kinerja, "
        f"dari bahan yang dikumpulkan {_names(p.nama for p in salinan.analis)}."
    )
    hasil = tuple(h for h in bahan.hasil.indikator if h.indikator.kode in own)
    nomor = {h.indikator.kode: no for k in groups(bahan, hasil) for no, h in k.hasil}
    return LaporanSeksi(
        naskah=naskah(x.ruang, x.perihal("LAPORAN DATA KINERJA", "Laporan Data Kinerja"), x.pilihan, x.terbit),
        seksi=salinan.seksi.nama,
        triwulan=salinan.triwulan,
        dasar=(basis,),
        capaian=quarter_table(bahan, hasil),
        analisis=analysis_rows(bahan, hasil),
        bukti=report_evidence(salinan.isi, salinan.seksi.nama, nomor, salinan.triwulan),
        uraian=tuple(p for p in salinan.isi.uraian.split("\n") if p.strip()),
        penyusun=signer_then(salinan.kasubag),
        menyetujui=signer_then(salinan.kabid),
    )


def _names(names: Iterable[str]) -> str:
    return deretan(names) or "seksi"


# --- step 5 --------------------------------------------------------------------------------------


def decision_paper(x: Lembar) -> LaporanDisposisi:
    """The decision of step 5: approved and where it goes, or returned and why."""
    approved = x.act.action is Action.APPROVE
    submitted = _submission(x)
    times = x.berkas.keadaan.pengembalian
    count = sum(a.action is Action.RETURN for a in x.berkas.acts if a.nomor <= x.act.nomor)
    hasil = "DISETUJUI" if approved else f"DIKEMBALIKAN UNTUK DIPERBAIKI (pengembalian ke-{count or times})"
    return LaporanDisposisi(
        naskah=naskah(x.ruang, x.perihal("LAPORAN DISPOSISI", "Laporan Disposisi"), x.pilihan, x.terbit),
        seksi=x.berkas.seksi.nama,
        triwulan=x.berkas.triwulan,
        hasil=hasil,
        disetujui=approved,
        pengembalian_ke=count,
        pembuka=tuple(filter(None, (_examined(x, submitted), exception(x.act)))),
        baris=_examined_rows(x, submitted) if approved else _returned_rows(x, submitted),
        penutup=(_goes_on(x, approved=approved),),
        pemeriksa=x.signed(),
        penerima=x.signed(submitted) if submitted else _holder(x, Role.KASUBAG, x.berkas.seksi.kode),
    )


def _submission(x: Lembar) -> Act | None:
    before = [a for a in x.berkas.acts if a.nomor < x.act.nomor and a.action is Action.SUBMIT]
    return before[-1] if before else None


def _examined(x: Lembar, submitted: Act | None) -> str:
    when = f" yang diajukan {format_tanggal(submitted.pada.date())}" if submitted else ""
    day = format_tanggal(x.act.pada.date())
    return kalimat(f"Pada tanggal {day} telah diperiksa Laporan Data Kinerja {x.berkas.seksi.nama} {x.masa}{when}.")


def _returned_rows(x: Lembar, submitted: Act | None) -> tuple[BarisPemeriksaan, ...]:
    returned = return_of(x.act)
    names = {i.kode: i for i in _indikator(x)}
    isi = (content_of(submitted) if submitted else None) or Isi(())
    whole, rows = [str(x.act.isi.get("alasan", ""))], []
    for note in returned.catatan if returned else ():
        if note.kode in names:
            rows.append((names[note.kode].nama, _written(x, names[note.kode], isi), note.teks))
        else:
            whole.append(note.teks)
    listed = (("Seluruh laporan", "-", "\n".join(whole)), *rows)
    return tuple(BarisPemeriksaan(str(n), *row) for n, row in enumerate(listed, 1))


def _examined_rows(x: Lembar, submitted: Act | None) -> tuple[BarisPemeriksaan, ...]:
    """What the report said of each indikator when it was examined."""
    isi = (content_of(submitted) if submitted else None) or Isi(())
    return tuple(
        BarisPemeriksaan(str(n), i.nama, _written(x, i, isi), "", i.satuan or "-")
        for n, i in enumerate(_indikator(x), 1)
    )


def _written(x: Lembar, i: Indikator, isi: Isi) -> str:
    """What a report said of an indikator."""
    _, angka = _figures(x, i, isi)
    return angka.teks or (angka.kosong.value if angka.nilai is None else format_angka(angka.nilai, angka.desimal))


def _head_of_seksi(x: Lembar) -> str:
    """The title of the seksi's head as the list of officials writes it."""
    people = x.unit.people.holders(Role.KASUBAG, x.act.pada.date(), x.berkas.seksi.kode)
    return people[0].jabatan if people else f"Kepala {x.berkas.seksi.nama}"


def _goes_on(x: Lembar, *, approved: bool) -> str:
    if approved:
        return kalimat(
            f"Laporan diteruskan kepada {_head_of_seksi(x)} untuk diserahkan kepada Kasubag Perencanaan dan "
            "didokumentasikan sebagai data elektronik dan manual."
        )
    due = x.berkas.kalender.due(x.berkas.revisi.norma[Langkah.LAPORAN], x.act.pada)
    return kalimat(f"Perbaikan diajukan kembali paling lambat {_moment(due, x)}.")
