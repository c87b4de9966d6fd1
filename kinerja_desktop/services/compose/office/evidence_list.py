"""Daftar Bukti Dukung of a triwulan: what was handed in with the bahan and reports, also before the approval."""

from collections import Counter

from kinerja_desktop.domain.bukti import JenisBukti
from kinerja_desktop.domain.deretan import deretan
from kinerja_desktop.domain.dokumen_berkas import DaftarBukti
from kinerja_desktop.domain.narasi import hitungan, kalimat
from kinerja_desktop.services.compose.evidence import Potongan, evidence_rows, handed_in
from kinerja_desktop.services.compose.office.kinds import Golongan, JenisDokumen, Per, Sumber

KUNCI = "daftar_bukti"


def evidence_list(x: Sumber) -> DaftarBukti:
    """The list; its numbers are those of the files in an export."""
    bahan = x.bahan()
    pieces = handed_in(bahan)
    title = f"Daftar Bukti Dukung {x.pokok.masa}"
    rows = evidence_rows((one.seksi.nama, one.kode, one.bukti, bahan.triwulan) for one in pieces)
    return DaftarBukti(x.naskah(title, title), _opening(x, pieces), rows)


def _opening(x: Sumber, pieces: tuple[Potongan, ...]) -> tuple[str, ...]:
    if not pieces:
        return ()
    counted = Counter(one.bukti.jenis for one in pieces)
    kinds = deretan(hitungan(counted[jenis], jenis.value.lower()) for jenis in JenisBukti if counted[jenis])
    units = hitungan(len({one.seksi.kode for one in pieces}), "unit")
    return (
        kalimat(f"Daftar ini memuat bukti dukung {x.pokok.masa} dari {units}: {kinds}."),
        "Pada folder ekspor, nama setiap berkas diawali nomornya dalam daftar ini.",
    )


BUKTI = (
    JenisDokumen(KUNCI, "Daftar Bukti Dukung", Golongan.SOP, Per.TRIWULAN, evidence_list, tetap=False, excel=True),
)
