"""All kinds of papers that may be made at any time, in the order in which they are offered."""

from collections.abc import Mapping

from kinerja_desktop.services.compose.office.berkas import BERKAS
from kinerja_desktop.services.compose.office.kinds import JenisDokumen
from kinerja_desktop.services.compose.office.meeting import RAPAT
from kinerja_desktop.services.compose.office.planning import PERENCANAAN
from kinerja_desktop.services.compose.office.punctuality import KETEPATAN
from kinerja_desktop.services.compose.office.sop_chart import BAGAN

KATALOG: Mapping[str, JenisDokumen] = {
    jenis.kunci: jenis for jenis in (*PERENCANAAN, *BAGAN, *KETEPATAN, *BERKAS, *RAPAT)
}
