"""The purple strip of returned work: who, when, how many notes, why."""

from collections.abc import Iterable

from kinerja_desktop.domain.realisasi import Catatan
from kinerja_desktop.services.sheet import TandaKembali
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.strips import StripSpec

LINK = "Ke catatan"


def return_strip(kembali: TandaKembali | None, *, narrow: bool) -> StripSpec | None:
    """The strip while the return is being repaired; None where nothing was returned."""
    if kembali is None:
        return None
    when, why = kembali.waktu_teks, f"«{kembali.alasan}»"
    count = len(kembali.catatan)
    text = f"Dikembalikan oleh {kembali.oleh} {when}: {why}"
    if not narrow:
        noted = f" · **{count} catatan**" if count else ""
        text = f"Dikembalikan untuk Diperbaiki oleh {kembali.oleh} {when}{noted}: {why}"
    return StripSpec(Tone.KEMBALI, Icon.KEMBALIKAN, text, LINK if count else "", Shape.BOLD)


def general(kembali: TandaKembali | None) -> tuple[Catatan, ...]:
    """Notes to the whole."""
    return () if kembali is None else tuple(note for note in kembali.catatan if note.kode is None)


def first_noted(kembali: TandaKembali | None, open_ones: Iterable[str]) -> str:
    """Kode of the first note that is still open, else of the first; empty where all are to the whole."""
    if kembali is None:
        return ""
    noted = [note.kode for note in kembali.catatan if note.kode is not None]
    still = set(open_ones)
    return next((kode for kode in noted if kode in still), noted[0] if noted else "")
