"""Who acts: the six roles of the office (SOP "Pengumpulan Data Kinerja", columns of Pelaksana).

A role is a part played in the SOP, not a rank: titles that are printed are data of the Pegawai.
To add a role: a line in ``Role``, its rows in ``workflow``, its tabs in the window.
"""

from enum import Enum


class Role(Enum):
    """A part in the SOP; the value is how workbooks and the command line write it."""

    KABID = "kabid"
    KASUBAG = "kasubag"
    ANALIS = "analis"
    KASUBAG_PERENCANAAN = "kasubag_perencanaan"
    CAMAT = "camat"
    ADMIN = "admin"

    @property
    def label(self) -> str:
        """Name of the role as screens show it."""
        return _LABELS[self]

    @property
    def of_seksi(self) -> bool:
        """True where the role is held for one seksi and sees only that seksi's work."""
        return self in (Role.KASUBAG, Role.ANALIS)


_LABELS = {
    Role.KABID: "Kabid",
    Role.KASUBAG: "Kasubag",
    Role.ANALIS: "Analis",
    Role.KASUBAG_PERENCANAAN: "Kasubag Perencanaan",
    Role.CAMAT: "Camat",
    Role.ADMIN: "Admin",
}
