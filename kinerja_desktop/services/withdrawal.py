"""Taking back what one gave, until somebody acted upon it (steps 1 to 5).

A decision of step 5 may be taken back only until its receiver opened it; a hand-over only until the
Laporan Triwulan is fixed. What was handed in becomes a draft again, so nothing typed is lost.
"""

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.context import Context, permits


@permits(Role.KABID, Role.KASUBAG, Role.ANALIS)
def withdraw(ctx: Context, case_id: str, *, seen: int) -> Changes:
    """Take back the newest act. Raises WrongState, NotYours, AlreadyRead, StaleWrite."""
    raise NotImplementedError
