"""Papers of planning: Perjanjian Kinerja, Rencana Aksi, IKU, Kartu Indikator."""

from collections.abc import Iterator, Mapping, Sequence

from kinerja_desktop.domain.capaian import TANPA_SASARAN, HasilIndikator
from kinerja_desktop.domain.dokumen_rencana import DaftarIku, DaftarKartu, KartuIndikator, LembarRencanaAksi
from kinerja_desktop.domain.indikator import Akumulasi, Indikator, Rumus
from kinerja_desktop.domain.isian import Isian
from kinerja_desktop.domain.laporan import RencanaAksi
from kinerja_desktop.domain.narasi import kalimat, kecilkan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services.compose.bahan import Bahan
from kinerja_desktop.services.compose.office.agreement import SEKSI, agreement, agreement_fields
from kinerja_desktop.services.compose.office.kinds import PEMBUAT, Golongan, JenisDokumen, Per, Sumber
from kinerja_desktop.services.compose.rencana import full_action_plan, iku_rows, planned_actions
from kinerja_desktop.services.compose.tables import groups, owner
from kinerja_desktop.services.compose.typed import AKSI, actions


def action_sheet(x: Sumber) -> LembarRencanaAksi:
    """The Rencana Aksi of a year, from the plan in force on the day of the paper."""
    title = f"Rencana Aksi Kinerja {x.pokok.masa}"
    rencana = full_action_plan(x.bahan(), actions(x.isian), x.pilihan.tanggal or x.ctx.today())
    return LembarRencanaAksi(x.naskah(title, title), rencana, x.pimpinan, _money_notes(rencana))


def action_fields(x: Sumber) -> Sequence[Isian]:
    """What will be done, indikator by indikator."""
    plan = x.unit.planning.rencana(x.pokok.tahun)
    help_ = "Langkah yang dilakukan untuk mencapai target."
    return tuple(
        Isian(f"{AKSI}{i.kode}", f"{i.kode} {i.nama}", help_, planned_actions(i), 3, bagian=i.sasaran or TANPA_SASARAN)
        for i in (plan.indikator if plan else ())
    )


def _money_notes(rencana: Sequence[RencanaAksi]) -> tuple[str, ...]:
    named = [line.program for group in rencana for line in group.baris if line.program != "-"]
    if len(named) == len(set(named)):
        return ()
    return ("Satu program dapat mendukung beberapa indikator, sehingga kolom anggaran tidak dijumlahkan.",)


def iku_sheet(x: Sumber) -> DaftarIku:
    """The Indikator Kinerja Utama; where none is marked every indikator counts."""
    title = f"Indikator Kinerja Utama {x.pokok.masa}"
    return DaftarIku(x.naskah(title, title), iku_rows(x.bahan()), x.pimpinan)


def cards(x: Sumber) -> DaftarKartu:
    """A card for each indikator: what it is and how it is measured."""
    title = f"Kartu Indikator Kinerja {x.pokok.masa}"
    bahan = x.bahan()
    made = tuple(_card(bahan, h) for group in groups(bahan) for _, h in group.hasil)
    return DaftarKartu(x.naskah(title, title), made, x.pimpinan)


def _card(bahan: Bahan, h: HasilIndikator) -> KartuIndikator:
    i = h.indikator
    source = "; ".join(filter(None, (i.sumber_data, kecilkan(i.frekuensi or ""))))
    words = (
        ("Kode", i.kode),
        ("Indikator", i.nama),
        ("Definisi operasional", i.definisi),
        ("Rumus", i.formulasi),
        ("Satuan", i.satuan),
        ("Polaritas", kalimat(f"{i.polaritas.label}; {_FORMULA[i.rumus]}")),
        ("Jenis akumulasi", kalimat(f"{i.akumulasi.label}: {_ACCUMULATION[i.akumulasi]}")),
        ("Sumber data dan frekuensi", source),
        ("Penanggung jawab", owner(bahan, h)),
        ("Bukti dukung", "Wajib dilampirkan pada setiap laporan" if i.bukti_wajib else "Dilampirkan bila ada"),
    )
    return KartuIndikator(i.nama, tuple((head, teks or "-") for head, teks in (*words, *_lineage(i))))


def _lineage(i: Indikator) -> Iterator[tuple[str, str]]:
    if i.menggantikan is not None:
        yield "Menggantikan", f"Indikator {i.menggantikan}"
    if i.tidak_dipakai_sejak is not None:
        yield "Tidak dipakai sejak", f"{format_tanggal(i.tidak_dipakai_sejak)}. {i.alasan_tidak_dipakai or ''}".strip()


_FORMULA: Mapping[Rumus, str] = {
    Rumus.P1: "capaian = realisasi : target × 100",
    Rumus.N1: "capaian = (2 × target − realisasi) : target × 100",
    Rumus.N2: "capaian = target : realisasi × 100",
}
_ACCUMULATION: Mapping[Akumulasi, str] = {
    Akumulasi.AKUMULASI: "nilai tahun adalah jumlah empat triwulan",
    Akumulasi.POSISI_AKHIR: "nilai tahun adalah nilai Triwulan IV",
    Akumulasi.RATA_RATA: "nilai tahun adalah rata-rata empat triwulan",
    Akumulasi.TAHUNAN: "diukur satu kali pada Triwulan IV",
}

PERENCANAAN = (
    JenisDokumen(
        "perjanjian_kinerja",
        "Perjanjian Kinerja",
        Golongan.PERENCANAAN,
        Per.TAHUN,
        agreement,
        isian=agreement_fields,
    ),
    JenisDokumen(
        SEKSI,
        "Perjanjian Kinerja Seksi",
        Golongan.PERENCANAAN,
        Per.TAHUN_SEKSI,
        agreement,
        (*PEMBUAT, Role.KASUBAG),
        isian=agreement_fields,
    ),
    JenisDokumen("rencana_aksi", "Rencana Aksi", Golongan.PERENCANAAN, Per.TAHUN, action_sheet, isian=action_fields),
    JenisDokumen("iku", "Indikator Kinerja Utama", Golongan.PERENCANAAN, Per.TAHUN, iku_sheet),
    JenisDokumen("kartu_indikator", "Kartu Indikator", Golongan.PERENCANAAN, Per.TAHUN, cards),
)
