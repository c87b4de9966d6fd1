"""All kinds of papers that may be made at any time, in the order in which they are offered."""

from collections.abc import Mapping

from kinerja_desktop.services.compose.office.forms import FORMULIR
from kinerja_desktop.services.compose.office.kinds import JenisDokumen
from kinerja_desktop.services.compose.office.measuring import PENGUKURAN
from kinerja_desktop.services.compose.office.planning import PERENCANAAN
from kinerja_desktop.services.compose.office.reviewing import REVIU

KATALOG: Mapping[str, JenisDokumen] = {jenis.kunci: jenis for jenis in (*PERENCANAAN, *PENGUKURAN, *REVIU, *FORMULIR)}
