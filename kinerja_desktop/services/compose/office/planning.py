"""Papers of planning: Perjanjian Kinerja, Rencana Aksi, Indikator Kinerja Utama."""

from kinerja_desktop.domain.dokumen_rencana import DaftarIku, LembarRencanaAksi
from kinerja_desktop.services.compose.office.agreement import agreement, agreement_fields
from kinerja_desktop.services.compose.office.kinds import Golongan, JenisDokumen, Per, Sumber
from kinerja_desktop.services.compose.rencana import action_plan, iku_rows


def action_sheet(x: Sumber) -> LembarRencanaAksi:
    """The Rencana Aksi of a year, from the plan in force."""
    title = f"Rencana Aksi Kinerja {x.pokok.masa}"
    return LembarRencanaAksi(x.naskah(title, title), action_plan(x.bahan()), x.pimpinan)


def iku_sheet(x: Sumber) -> DaftarIku:
    """The Indikator Kinerja Utama; where none is marked every indikator counts."""
    title = f"Indikator Kinerja Utama {x.pokok.masa}"
    return DaftarIku(x.naskah(title, title), iku_rows(x.bahan()), x.pimpinan)


PERENCANAAN = (
    JenisDokumen(
        "perjanjian_kinerja",
        "Perjanjian Kinerja",
        Golongan.PERENCANAAN,
        Per.TAHUN,
        agreement,
        isian=agreement_fields,
    ),
    JenisDokumen("rencana_aksi", "Rencana Aksi", Golongan.PERENCANAAN, Per.TAHUN, action_sheet),
    JenisDokumen("iku", "Indikator Kinerja Utama", Golongan.PERENCANAAN, Per.TAHUN, iku_sheet),
)
