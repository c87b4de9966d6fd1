"""Forms without figures: the test page of the printer."""

from kinerja_desktop.domain.dokumen_formulir import HalamanUji
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services.compose.office.kinds import Golongan, JenisDokumen, Per, Sumber

_PETUNJUK = (
    "Keempat siku di sudut harus tercetak utuh, masing-masing 10 mm dari tepi kertas.",
    "Ukur garis skala dengan penggaris. Jika panjangnya bukan 100 mm, matikan penyesuaian ukuran pada printer.",
    "Keempat kotak abu-abu harus dapat dibedakan; bila tidak, cetakan terlalu tipis untuk difotokopi.",
)


def test_page(x: Sumber) -> HalamanUji:
    """Corner marks, a scale and greys on the paper that was chosen."""
    return HalamanUji(x.naskah("Halaman Uji Cetak", "Halaman Uji Cetak"), _PETUNJUK)


FORMULIR = (
    JenisDokumen(
        "halaman_uji",
        "Halaman Uji Cetak",
        Golongan.RAPAT,
        Per.TAHUN,
        test_page,
        (Role.KASUBAG_PERENCANAAN, Role.KABID, Role.CAMAT, Role.ADMIN),
        tetap=False,
    ),
)
