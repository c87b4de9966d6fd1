"""All kinds of papers that may be made at any time, in the order in which they are offered."""

from collections.abc import Mapping

from kinerja_desktop.services.compose.office.berkas import BERKAS
from kinerja_desktop.services.compose.office.evidence_list import BUKTI
from kinerja_desktop.services.compose.office.forms import FORMULIR
from kinerja_desktop.services.compose.office.kinds import JenisDokumen
from kinerja_desktop.services.compose.office.measuring import PENGUKURAN
from kinerja_desktop.services.compose.office.meeting import RAPAT
from kinerja_desktop.services.compose.office.planning import PERENCANAAN
from kinerja_desktop.services.compose.office.punctuality import KETEPATAN
from kinerja_desktop.services.compose.office.reviewing import REVIU
from kinerja_desktop.services.compose.office.sop_chart import BAGAN

_GOLONGAN = (PERENCANAAN, PENGUKURAN, REVIU, BAGAN, KETEPATAN, BERKAS, BUKTI, RAPAT, FORMULIR)
KATALOG: Mapping[str, JenisDokumen] = {jenis.kunci: jenis for kinds in _GOLONGAN for jenis in kinds}
