"""Who makes the recovery sheet, and where the office notes that it has one; the keys themselves are `backup_keys`.

Apart from them, because every start asks whether there is a sheet, and none needs a key for that.
"""

from kinerja_desktop.domain.roles import Role

SHEET_KEY = "cadangan.kunci_lembar"
"""The setting that holds the public half of the sheet's key; without it there is no sheet."""

MAKERS = (Role.ADMIN, Role.KASUBAG_PERENCANAAN)
"""Who makes the recovery sheet: who looks after the program, and one of the two who keep it."""
