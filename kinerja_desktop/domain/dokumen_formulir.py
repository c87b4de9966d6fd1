"""Frozen objects of forms that carry no figures."""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan import Naskah


@dataclass(frozen=True, slots=True)
class HalamanUji:
    """The page that shows what the printer does with the paper that was chosen."""

    naskah: Naskah
    petunjuk: tuple[str, ...]
