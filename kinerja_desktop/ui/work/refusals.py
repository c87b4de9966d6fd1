"""How a refusal is told in a dialog: a heading by its family over the sentence of `messages`, and its code.

What a technical helper may have to look at, the surroundings and the data, brings its details.
"""

from kinerja_desktop import bug_report, messages
from kinerja_desktop.domain import errors as e
from kinerja_desktop.domain.error_codes import code_of
from kinerja_desktop.services.clock import SystemClock
from kinerja_desktop.ui.dialogs import Galat

_HEADINGS: tuple[tuple[type[e.KinerjaError], str], ...] = (
    (e.StaleWrite, "Sudah berganti"),
    (e.WrongState, "Keadaannya sudah berubah"),
    (e.NotAllowed, "Tidak dapat dilakukan"),
    (e.InputRefused, "Belum dapat dilanjutkan"),
    (e.IntegrityFailed, "Data perlu diperiksa"),
    (e.KnownFault, "Data tidak dapat disimpan"),
    (e.KinerjaError, "Belum dapat dilanjutkan"),
)


def galat_of(error: e.KinerjaError) -> Galat:
    """The dialog for a refusal."""
    heading = next(words for kind, words in _HEADINGS if isinstance(error, kind))
    helped = isinstance(error, e.KnownFault | e.IntegrityFailed)
    rincian = bug_report.details(error, SystemClock().now()) if helped else ""
    return Galat(heading, messages.sentence(error), code_of(error), rincian)
