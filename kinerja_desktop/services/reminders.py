"""The message that asks the seksi for their reports, ready to be pasted into a chat."""

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services.compose.bahan import read_bahan
from kinerja_desktop.services.compose.office.punctuality import reminder
from kinerja_desktop.services.context import Context, permits


@permits(Role.KASUBAG_PERENCANAAN, Role.KABID, Role.CAMAT)
def message(ctx: Context, triwulan: Triwulan) -> str:
    """Thanks, what is still awaited at this hour, the request; at most 600 signs. Raises NotFound without a plan."""
    with ctx.office.store.read() as unit:
        return reminder(read_bahan(unit, ctx, triwulan))
