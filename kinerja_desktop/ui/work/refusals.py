"""How a refusal is told in a dialog: a heading by its family over the sentence of `messages`."""

from kinerja_desktop import messages
from kinerja_desktop.domain import errors as e
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
    return Galat(heading, messages.sentence(error))
